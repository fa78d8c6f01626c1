-- What undo would take back, before the operation ?2: one's own steps only. On the library, what has been worked in since it was made, or
-- renamed again inside, is left alone: taking it back would lose that work, and would stand in the way of every step
-- before it.
SELECT o.seq, o.name, o.args, o.coalesce_key, o.done_at FROM operation o
WHERE o.workshop_id IS ?1 AND o.state = 'done' AND o.origin IS NULL AND o.seq < ?2 AND (
  ?1 IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM change c
    JOIN operation later ON later.workshop_id = c.row_id AND later.state = 'done' AND later.seq > o.seq
    WHERE c.operation_seq = o.seq AND c.table_name = 'workshop' AND (
      c.before IS NULL OR EXISTS (
        SELECT 1 FROM change inside
        WHERE inside.operation_seq = later.seq AND inside.table_name = 'workshop' AND iif(
          json_valid(inside.before) AND json_valid(inside.after),
          json_extract(inside.before, '$.title') IS NOT json_extract(inside.after, '$.title'),
          1
        )
      )
    )
  )
)
ORDER BY o.seq DESC LIMIT 1;
