-- What was undone can no longer be redone once something new happens.
UPDATE operation SET state = 'abandoned' WHERE workshop_id IS ?1 AND state = 'undone';
