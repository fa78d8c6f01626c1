SELECT operation_seq, ordinal, table_name, before, after FROM change ORDER BY operation_seq, ordinal;
