-- Newest first, a page at a time; ?2 is the smallest seq already shown.
SELECT seq, name, args, state, done_at, origin IS NULL FROM operation
WHERE workshop_id IS ?1 AND state <> 'abandoned' AND seq < ?2 ORDER BY seq DESC LIMIT ?3;
