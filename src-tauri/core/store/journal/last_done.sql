-- What undo would take back.
SELECT seq, name, args, coalesce_key, done_at FROM operation
WHERE workshop_id IS ?1 AND state = 'done' ORDER BY seq DESC LIMIT 1;
