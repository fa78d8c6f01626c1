-- Every change that stands, oldest first; the last one of a row is how it should be now.
SELECT c.table_name, c.row_id, c.after FROM change AS c LEFT JOIN operation AS o ON o.seq = c.operation_seq
WHERE coalesce(o.state, 'done') = 'done' ORDER BY c.operation_seq, c.ordinal;
