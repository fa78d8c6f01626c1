-- A move reads its neighbours by an index, whatever stands in the lane; each takes the place of a narrower one.
DROP INDEX task_by_workshop;
DROP INDEX task_by_role;
DROP INDEX task_by_step;
CREATE INDEX task_by_workshop ON task (workshop_id, position);
CREATE INDEX task_by_lane ON task (role_id, workshop_id, position, id);
CREATE INDEX task_by_status ON task (status, role_id, workshop_id, position, id);
CREATE INDEX task_by_step ON task (step_id, role_id, workshop_id, position, id);
