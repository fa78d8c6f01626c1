INSERT INTO operation (workshop_id, name, args, coalesce_key, state, done_at, origin)
VALUES (?1, ?2, ?3, ?4, 'done', ?5, ?6);
