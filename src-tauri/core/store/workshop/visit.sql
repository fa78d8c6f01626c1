INSERT INTO visit (workshop_id, opened_at) VALUES (?1, ?2)
ON CONFLICT (workshop_id) DO UPDATE SET opened_at = excluded.opened_at;
