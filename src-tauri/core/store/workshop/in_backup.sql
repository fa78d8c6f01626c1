-- Every workshop of a copy with what tells it apart; columns of every version.
SELECT
  w.id, w.title,
  (SELECT count(*) FROM task t WHERE t.workshop_id = w.id) AS tasks,
  (SELECT count(*) FROM meeting m WHERE m.workshop_id = w.id AND NOT m.is_template) AS meetings
FROM workshop w
ORDER BY w.created_at DESC, w.id DESC;
