-- The last operation before a moment.
SELECT max(seq) FROM operation WHERE state = 'done' AND done_at < ?1;
