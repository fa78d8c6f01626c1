-- By when a task is due and who does it, by name.
ALTER TABLE task ADD COLUMN due_on TEXT;
ALTER TABLE task ADD COLUMN person_id TEXT REFERENCES person (id) ON DELETE SET NULL;
CREATE INDEX task_by_person ON task (person_id);

-- A link may help with one task.
ALTER TABLE resource ADD COLUMN task_id TEXT REFERENCES task (id) ON DELETE CASCADE;
CREATE INDEX resource_by_task ON resource (task_id);

-- A task serves a contract or a responsibility.
CREATE TABLE serving (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  task_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  contract_id TEXT REFERENCES contract (id) ON DELETE CASCADE,
  responsibility_id TEXT REFERENCES responsibility (id) ON DELETE CASCADE,
  CHECK ((contract_id IS NOT NULL) + (responsibility_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX serving_by_contract ON serving (contract_id);
CREATE INDEX serving_by_responsibility ON serving (responsibility_id);
CREATE INDEX serving_by_task ON serving (task_id);
CREATE INDEX serving_by_workshop ON serving (workshop_id);
