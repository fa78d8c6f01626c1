-- What redo would do again.
SELECT seq, name, args FROM operation WHERE workshop_id IS ?1 AND state = 'undone' ORDER BY seq LIMIT 1;
