INSERT INTO change (operation_seq, ordinal, table_name, row_id, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
