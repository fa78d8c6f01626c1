-- What changed in a workshop since an operation, newest first. Operations on the library (rename) touch it too.
SELECT c.table_name, c.row_id, c.before, c.after FROM operation AS o JOIN change AS c ON c.operation_seq = o.seq
WHERE o.seq > ?2 AND o.state = 'done'
  AND (o.workshop_id = ?1 OR (o.workshop_id IS NULL AND (
    (c.table_name = 'workshop' AND c.row_id = ?1)
    OR (c.after IS NOT NULL AND iif(json_valid(c.after), json_extract(c.after, '$.workshop_id') = ?1, 0))
    OR (c.before IS NOT NULL AND iif(json_valid(c.before), json_extract(c.before, '$.workshop_id') = ?1, 0)))))
ORDER BY o.seq DESC, c.ordinal DESC;
