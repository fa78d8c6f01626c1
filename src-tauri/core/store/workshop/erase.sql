-- A workshop with everything that was ever known of it.
DELETE FROM change WHERE operation_seq IN (SELECT seq FROM operation WHERE workshop_id = ?1);
DELETE FROM operation WHERE workshop_id = ?1;
DELETE FROM change WHERE (table_name = 'workshop' AND row_id = ?1)
  OR json_extract(coalesce(after, before), '$.workshop_id') = ?1;
DELETE FROM operation WHERE workshop_id IS NULL AND NOT EXISTS (SELECT 1 FROM change WHERE operation_seq = seq);
DELETE FROM workshop WHERE id = ?1;
