-- What changed in a workshop since an operation, oldest first. Operations on the library (rename) touch it too.
SELECT c.table_name, c.row_id, c.before FROM operation AS o JOIN change AS c ON c.operation_seq = o.seq
WHERE o.seq > ?2 AND o.state = 'done'
  AND (o.workshop_id = ?1 OR (o.workshop_id IS NULL AND (
    (c.table_name = 'workshop' AND c.row_id = ?1)
    OR json_extract(coalesce(c.after, c.before), '$.workshop_id') = ?1)))
ORDER BY o.seq, c.ordinal;
