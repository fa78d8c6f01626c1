-- Whether a workshop is there, or was.
SELECT EXISTS (SELECT 1 FROM workshop WHERE id = ?1) OR EXISTS (SELECT 1 FROM operation WHERE workshop_id = ?1)
  OR EXISTS (SELECT 1 FROM change WHERE table_name = 'workshop' AND row_id = ?1);
