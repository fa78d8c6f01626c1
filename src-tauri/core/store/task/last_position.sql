SELECT max(position) FROM task WHERE workshop_id = ?1;
