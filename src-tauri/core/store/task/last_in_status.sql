-- The last card of the status ?6 of the lane that comes before ?3, ?4 (NULL: of all) and is none of ?5. No text sorts after a blob.
SELECT position FROM task
WHERE workshop_id = ?1 AND role_id IS ?2
  AND status = ?6
  AND (position, id) < (coalesce(?3, x''), ?4) AND id NOT IN (SELECT value FROM json_each(?5))
ORDER BY position DESC, id DESC LIMIT 1;
