-- Every workshop with its counts, the one opened or changed last first.
SELECT
  w.id, w.title, w.language, w.is_template, w.created_at,
  (SELECT count(*) FROM role r WHERE r.workshop_id = w.id) AS roles,
  (SELECT count(*) FROM task t WHERE t.workshop_id = w.id) AS tasks,
  (SELECT count(*) FROM meeting m WHERE m.workshop_id = w.id AND NOT m.is_template) AS meetings,
  (SELECT v.opened_at FROM visit v WHERE v.workshop_id = w.id) AS opened_at,
  coalesce((SELECT o.done_at FROM operation o WHERE o.workshop_id = w.id ORDER BY o.seq DESC LIMIT 1), w.created_at)
    AS changed_at
FROM workshop w
ORDER BY max(changed_at, coalesce(opened_at, 0)) DESC, w.id DESC;
