-- Workshops, or with ?2 templates, with their counts, the one opened or changed last first; ?1 is now.
SELECT
  w.id, w.title, w.language, w.created_at,
  (SELECT count(*) FROM role r WHERE r.workshop_id = w.id) AS roles,
  (SELECT count(*) FROM task t WHERE t.workshop_id = w.id) AS tasks,
  (SELECT count(*) FROM meeting m WHERE m.workshop_id = w.id AND NOT m.is_template) AS meetings,
  (SELECT count(*) FROM person p WHERE p.workshop_id = w.id) AS people,
  w.organisation, w.held_on, w.time_zone, w.shelf,
  (SELECT count(*) FROM contract c WHERE c.workshop_id = w.id AND c.state <> 'dropped') AS lines,
  (SELECT count(*) FROM contract c WHERE c.workshop_id = w.id AND c.state = 'agreed') AS agreed,
  n.id AS next_meeting_id, n.title AS next_title, n.starts_at AS next_at,
  r.id AS running_meeting_id, r.title AS running_title,
  (SELECT i.title FROM agenda_item i WHERE i.id = r.current_item_id) AS running_item,
  (SELECT v.opened_at FROM visit v WHERE v.workshop_id = w.id) AS opened_at,
  coalesce((SELECT o.done_at FROM operation o WHERE o.workshop_id = w.id ORDER BY o.seq DESC LIMIT 1), w.created_at)
    AS changed_at
FROM workshop w
-- A workshop that two laptops share may have one in progress on each: the one that began last.
LEFT JOIN meeting r ON r.id = (
  SELECT m.id FROM meeting m WHERE m.workshop_id = w.id AND m.status = 'in_progress'
  ORDER BY m.started_at DESC, m.id LIMIT 1)
-- One that began an hour ago may only be late; a day past, it did not take place.
LEFT JOIN meeting n ON n.id = (
  SELECT m.id FROM meeting m
  WHERE m.workshop_id = w.id AND m.status IN ('draft', 'open') AND NOT m.is_template AND m.starts_at > ?1 - 12 * 3600000
  ORDER BY m.starts_at, m.id LIMIT 1)
WHERE w.is_template = ?2
ORDER BY max(changed_at, coalesce(opened_at, 0)) DESC, w.id DESC;
