SELECT table_name, row_id, before, after FROM change WHERE operation_seq = ?1 ORDER BY ordinal;
