-- What redo would do again, after the operation ?2. On the library, not what would lose what was done in a workshop
-- since.
SELECT o.seq, o.name, o.args FROM operation o
WHERE o.workshop_id IS ?1 AND o.state = 'undone' AND o.seq > ?2 AND (
  ?1 IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM change c
    JOIN operation later ON later.workshop_id = c.row_id AND later.state = 'done' AND later.seq > o.seq
    WHERE c.operation_seq = o.seq AND c.table_name = 'workshop'
  )
)
ORDER BY o.seq LIMIT 1;
