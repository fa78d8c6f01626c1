-- Every workshop with its counts, the one opened or changed last first.
SELECT
  w.id, w.title, w.language, w.is_template, w.created_at,
  (SELECT count(*) FROM role r WHERE r.workshop_id = w.id) AS roles,
  (SELECT count(*) FROM task t WHERE t.workshop_id = w.id) AS tasks,
  (SELECT count(*) FROM meeting m WHERE m.workshop_id = w.id AND NOT m.is_template) AS meetings,
  r.id AS running_meeting_id, r.title AS running_title,
  (SELECT i.title FROM agenda_item i WHERE i.id = r.current_item_id) AS running_item,
  (SELECT v.opened_at FROM visit v WHERE v.workshop_id = w.id) AS opened_at,
  coalesce((SELECT o.done_at FROM operation o WHERE o.workshop_id = w.id ORDER BY o.seq DESC LIMIT 1), w.created_at)
    AS changed_at
FROM workshop w
-- At most one meeting of a workshop is in progress.
LEFT JOIN meeting r ON r.workshop_id = w.id AND r.status = 'in_progress'
ORDER BY max(changed_at, coalesce(opened_at, 0)) DESC, w.id DESC;
