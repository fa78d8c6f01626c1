SELECT id, workshop_id, number, role_id, step_id, status, position, title, detail, notes
FROM task WHERE workshop_id = ?1 AND role_id IS ?2 ORDER BY position, id;
