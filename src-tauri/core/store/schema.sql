CREATE TABLE acceptance (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  finding TEXT NOT NULL,
  facts TEXT NOT NULL,
  reason TEXT NOT NULL,
  accepted_at INTEGER NOT NULL
) STRICT;

CREATE INDEX acceptance_by_workshop ON acceptance (workshop_id);

CREATE TABLE agenda_item (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  -- Rhythm of the day.
  kind TEXT NOT NULL DEFAULT 'work' CHECK (kind IN ('frame', 'work', 'silent', 'pairs', 'plenary', 'decide', 'break', 'close')),
  -- Heading that starts a section with this item; empty: none.
  section TEXT NOT NULL DEFAULT '',
  -- One public line under the title.
  detail TEXT NOT NULL DEFAULT '',
  goal TEXT NOT NULL DEFAULT '',
  -- What the projector tells the room to do.
  instruction TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '',
  materials TEXT NOT NULL DEFAULT '',
  private_notes TEXT NOT NULL DEFAULT '',
  -- Who leads: free words, or a role or person that keeps its name.
  presenter TEXT NOT NULL DEFAULT '',
  presenter_role_id TEXT REFERENCES role (id) ON DELETE SET NULL,
  presenter_person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  -- Planned length and least length in seconds; 0 is a marker.
  seconds INTEGER NOT NULL,
  least_seconds INTEGER NOT NULL DEFAULT 0,
  is_optional INTEGER NOT NULL DEFAULT 0 CHECK (is_optional IN (0, 1)),
  is_buffer INTEGER NOT NULL DEFAULT 0 CHECK (is_buffer IN (0, 1)),
  -- A kept start, in minutes after midnight of the meeting's first day, local time; NULL: follows.
  locked_minute INTEGER,
  -- Consecutive items of one group run side by side, one track each; the group takes its longest track.
  parallel_group TEXT,
  track INTEGER NOT NULL DEFAULT 0,
  progress TEXT NOT NULL DEFAULT 'planned' CHECK (progress IN ('planned', 'current', 'done', 'skipped')),
  -- Time really spent, in milliseconds.
  spent_ms INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id);

CREATE INDEX agenda_item_by_presenter_person ON agenda_item (presenter_person_id);

CREATE INDEX agenda_item_by_presenter_role ON agenda_item (presenter_role_id);

CREATE INDEX agenda_item_by_workshop ON agenda_item (workshop_id);

CREATE TABLE airtime (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  turns INTEGER NOT NULL DEFAULT 0 CHECK (turns >= 0),
  spoken_ms INTEGER NOT NULL DEFAULT 0 CHECK (spoken_ms >= 0),
  -- Since when the role has the floor, if it has.
  since INTEGER,
  UNIQUE (meeting_id, role_id)
) STRICT;

CREATE INDEX airtime_by_role ON airtime (role_id);

CREATE INDEX airtime_by_workshop ON airtime (workshop_id);

CREATE TABLE attendee (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  is_invited INTEGER NOT NULL DEFAULT 1 CHECK (is_invited IN (0, 1)),
  is_present INTEGER NOT NULL DEFAULT 0 CHECK (is_present IN (0, 1)),
  UNIQUE (meeting_id, person_id)
) STRICT;

CREATE INDEX attendee_by_person ON attendee (person_id);

CREATE INDEX attendee_by_workshop ON attendee (workshop_id);

CREATE TABLE backlog_item (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  series_id TEXT REFERENCES series (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  -- Why it waits ("did not fit into 45 min").
  reason TEXT NOT NULL DEFAULT '',
  seconds INTEGER NOT NULL DEFAULT 600,
  -- The finding it came from, if any.
  finding TEXT,
  created_at INTEGER NOT NULL
, block TEXT) STRICT;

CREATE INDEX backlog_item_by_series ON backlog_item (series_id);

CREATE INDEX backlog_item_by_workshop ON backlog_item (workshop_id);

CREATE TABLE change (
  operation_seq INTEGER NOT NULL REFERENCES operation (seq) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (operation_seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE contract (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  giver_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  receiver_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  -- In the receiver's words.
  need TEXT,
  -- In the giver's words.
  offer TEXT,
  mode TEXT CHECK (mode IN ('collaboration', 'as_a_service', 'facilitation', 'approval')),
  -- What starts it, or how often it happens.
  cadence TEXT NOT NULL DEFAULT '',
  -- How one sees that it is fulfilled.
  fulfilment TEXT NOT NULL DEFAULT '',
  review_on TEXT,
  giver_agreed_on TEXT,
  receiver_agreed_on TEXT,
  disputed_at INTEGER,
  dispute TEXT NOT NULL DEFAULT '',
  dropped_at INTEGER,
  -- Hidden until the blind entry is revealed.
  is_revealed INTEGER NOT NULL DEFAULT 1 CHECK (is_revealed IN (0, 1)),
  -- Follows from the content and is stored nowhere else.
  state TEXT NOT NULL GENERATED ALWAYS AS (
    CASE
      WHEN dropped_at IS NOT NULL THEN 'dropped'
      WHEN disputed_at IS NOT NULL THEN 'disputed'
      WHEN offer IS NULL THEN 'asked'
      WHEN need IS NULL THEN 'offered'
      WHEN giver_agreed_on IS NOT NULL AND receiver_agreed_on IS NOT NULL THEN 'agreed'
      ELSE 'matched'
    END
  ) VIRTUAL,
  CHECK (giver_id <> receiver_id),
  CHECK (need IS NOT NULL OR offer IS NOT NULL)
) STRICT;

CREATE INDEX contract_by_giver ON contract (giver_id);

CREATE INDEX contract_by_receiver ON contract (receiver_id);

CREATE INDEX contract_by_workshop ON contract (workshop_id);

CREATE TABLE deferral (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
  from_meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  to_meeting_id TEXT REFERENCES meeting (id) ON DELETE SET NULL,
  deferred_at INTEGER NOT NULL
, spent_ms INTEGER) STRICT;

CREATE INDEX deferral_by_from_meeting ON deferral (from_meeting_id);

CREATE INDEX deferral_by_item ON deferral (item_id);

CREATE INDEX deferral_by_to_meeting ON deferral (to_meeting_id);

CREATE INDEX deferral_by_workshop ON deferral (workshop_id);

CREATE TABLE exchange (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  workshop_id TEXT NOT NULL REFERENCES replica (workshop_id) ON DELETE CASCADE,
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
  -- The laptops whose changes came; empty when sent.
  laptops TEXT NOT NULL,
  changes INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX exchange_by_workshop ON exchange (workshop_id);

CREATE TABLE involvement (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  task_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('responsible', 'consulted', 'informed')),
  UNIQUE (task_id, role_id)
) STRICT;

CREATE INDEX involvement_by_role ON involvement (role_id);

CREATE INDEX involvement_by_workshop ON involvement (workshop_id);

CREATE TABLE meeting (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  series_id TEXT REFERENCES series (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'open', 'in_progress', 'closed')),
  is_template INTEGER NOT NULL DEFAULT 0 CHECK (is_template IN (0, 1)),
  starts_at INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  planned_minutes INTEGER NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  goal TEXT NOT NULL DEFAULT '',
  -- What participants bring.
  bring TEXT NOT NULL DEFAULT '',
  private_notes TEXT NOT NULL DEFAULT '',
  -- Live state: what really happened, so that the clock is right after a restart.
  started_at INTEGER,
  ended_at INTEGER,
  current_item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  item_started_at INTEGER,
  paused_at INTEGER,
  -- Pauses already over within the current item, in milliseconds.
  paused_ms INTEGER NOT NULL DEFAULT 0,
  closed_at INTEGER,
  reopened_at INTEGER,
  -- Minutes carry a draft mark until then.
  minutes_confirmed_at INTEGER
, promised_end INTEGER) STRICT;

CREATE INDEX meeting_by_current_item ON meeting (current_item_id);

CREATE INDEX meeting_by_series ON meeting (series_id);

CREATE INDEX meeting_by_workshop ON meeting (workshop_id);

CREATE TABLE method (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  -- The agenda item as JSON, without its meeting.
  item TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE operation (
  seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  -- NULL: an operation on the library (create, rename, delete a workshop).
  workshop_id TEXT,
  -- Names the message "undo: …" in both languages, with its arguments as a JSON object of texts.
  name TEXT NOT NULL,
  args TEXT NOT NULL,
  -- Edits with the same key in quick succession are one step.
  coalesce_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned')),
  done_at INTEGER NOT NULL
, origin TEXT) STRICT;

CREATE INDEX operation_by_workshop ON operation (workshop_id, state, seq);

CREATE TABLE outcome (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES agenda_item (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'decision', 'action')),
  -- Plain text for decisions and actions, CommonMark for notes.
  body TEXT NOT NULL,
  is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
  -- Decisions: who proposed, hands from 0 to 5 as six counts ("0 0 1 3 2 1"), objections.
  proposer TEXT NOT NULL DEFAULT '',
  tally TEXT NOT NULL DEFAULT '',
  objections TEXT NOT NULL DEFAULT '',
  is_action_wanted INTEGER NOT NULL DEFAULT 0 CHECK (is_action_wanted IN (0, 1)),
  -- Actions: the decision they follow from, who does it, by when, the task they became.
  decision_id TEXT REFERENCES outcome (id) ON DELETE SET NULL,
  owner_role_id TEXT REFERENCES role (id) ON DELETE SET NULL,
  owner_person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  due_on TEXT,
  task_id TEXT REFERENCES task (id) ON DELETE SET NULL,
  done_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX outcome_by_decision ON outcome (decision_id);

CREATE INDEX outcome_by_item ON outcome (item_id);

CREATE INDEX outcome_by_meeting ON outcome (meeting_id);

CREATE INDEX outcome_by_owner_person ON outcome (owner_person_id);

CREATE INDEX outcome_by_owner_role ON outcome (owner_role_id);

CREATE INDEX outcome_by_task ON outcome (task_id);

CREATE INDEX outcome_by_workshop ON outcome (workshop_id);

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  -- A private name is never projected.
  is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1))
) STRICT;

CREATE INDEX person_by_workshop ON person (workshop_id);

CREATE TABLE pulse (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  contract_id TEXT NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
  meeting_id TEXT REFERENCES meeting (id) ON DELETE SET NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('kept', 'not_kept', 'not_needed')),
  note TEXT NOT NULL DEFAULT '',
  taken_at INTEGER NOT NULL
) STRICT;

CREATE INDEX pulse_by_contract ON pulse (contract_id);

CREATE INDEX pulse_by_meeting ON pulse (meeting_id);

CREATE INDEX pulse_by_workshop ON pulse (workshop_id);

CREATE TABLE reference (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  item_id TEXT REFERENCES agenda_item (id) ON DELETE CASCADE,
  outcome_id TEXT REFERENCES outcome (id) ON DELETE CASCADE,
  task_id TEXT REFERENCES task (id) ON DELETE CASCADE,
  contract_id TEXT REFERENCES contract (id) ON DELETE CASCADE,
  responsibility_id TEXT REFERENCES responsibility (id) ON DELETE CASCADE,
  -- The key of a finding of the gap radar.
  finding TEXT,
  CHECK ((item_id IS NULL) <> (outcome_id IS NULL)),
  CHECK ((task_id IS NOT NULL) + (contract_id IS NOT NULL) + (responsibility_id IS NOT NULL) + (finding IS NOT NULL) = 1)
) STRICT;

CREATE INDEX reference_by_contract ON reference (contract_id);

CREATE INDEX reference_by_item ON reference (item_id);

CREATE INDEX reference_by_outcome ON reference (outcome_id);

CREATE INDEX reference_by_responsibility ON reference (responsibility_id);

CREATE INDEX reference_by_task ON reference (task_id);

CREATE INDEX reference_by_workshop ON reference (workshop_id);

CREATE TABLE replica (
  workshop_id TEXT NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL UNIQUE,
  shared_at INTEGER NOT NULL
) STRICT;

CREATE TABLE replica_chunk (
  workshop_id TEXT NOT NULL REFERENCES replica (workshop_id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (workshop_id, ordinal)
) STRICT;

CREATE TABLE resource (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  -- NULL: for everyone.
  role_id TEXT REFERENCES role (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  url TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  heading TEXT NOT NULL DEFAULT ''
, task_id TEXT REFERENCES task (id) ON DELETE CASCADE) STRICT;

CREATE INDEX resource_by_role ON resource (role_id);

CREATE INDEX resource_by_task ON resource (task_id);

CREATE INDEX resource_by_workshop ON resource (workshop_id);

CREATE TABLE responsibility (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  -- NULL while nobody answers for it.
  role_id TEXT REFERENCES role (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX responsibility_by_role ON responsibility (role_id);

CREATE INDEX responsibility_by_workshop ON responsibility (workshop_id);

CREATE TABLE role (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  letter TEXT NOT NULL,
  name TEXT NOT NULL,
  mandate TEXT NOT NULL DEFAULT '',
  -- One of the palette's names; the theme turns it into a colour.
  color TEXT NOT NULL CHECK (color IN ('blue', 'orange', 'green', 'purple', 'red', 'teal', 'olive', 'brown', 'indigo', 'pink', 'slate', 'gold')),
  first_step TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX role_by_workshop ON role (workshop_id);

CREATE TABLE role_holder (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  UNIQUE (role_id, person_id)
) STRICT;

CREATE INDEX role_holder_by_person ON role_holder (person_id);

CREATE INDEX role_holder_by_workshop ON role_holder (workshop_id);

CREATE TABLE series (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  -- RFC 5545 recurrence (RRULE, EXDATE lines); DTSTART is `starts_at` in `time_zone`.
  recurrence TEXT NOT NULL DEFAULT '',
  starts_at INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  planned_minutes INTEGER NOT NULL,
  -- The meeting whose agenda new occasions start from.
  template_meeting_id TEXT REFERENCES meeting (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX series_by_template ON series (template_meeting_id);

CREATE INDEX series_by_workshop ON series (workshop_id);

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

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE skill (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE INDEX skill_by_role ON skill (role_id);

CREATE INDEX skill_by_workshop ON skill (workshop_id);

CREATE TABLE slip (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  author_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  role_id TEXT REFERENCES role (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  -- Hidden from everyone but its author until revealed.
  is_revealed INTEGER NOT NULL DEFAULT 0 CHECK (is_revealed IN (0, 1)),
  -- The responsibility this slip was merged into, once agreed.
  responsibility_id TEXT REFERENCES responsibility (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX slip_by_author ON slip (author_id);

CREATE INDEX slip_by_responsibility ON slip (responsibility_id);

CREATE INDEX slip_by_role ON slip (role_id);

CREATE INDEX slip_by_workshop ON slip (workshop_id);

CREATE TABLE snapshot (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- The last operation included.
  operation_seq INTEGER NOT NULL,
  taken_at INTEGER NOT NULL
) STRICT;

CREATE INDEX snapshot_by_workshop ON snapshot (workshop_id);

CREATE TABLE step (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  role_id TEXT REFERENCES role (id) ON DELETE SET NULL,
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX step_by_role ON step (role_id);

CREATE INDEX step_by_workshop ON step (workshop_id);

CREATE TABLE step_dependency (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  step_id TEXT NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  needs_id TEXT NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  UNIQUE (step_id, needs_id)
) STRICT;

CREATE INDEX step_dependency_by_needs ON step_dependency (needs_id);

CREATE INDEX step_dependency_by_workshop ON step_dependency (workshop_id);

CREATE TABLE tag (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX tag_by_workshop ON tag (workshop_id);

CREATE TABLE tagging (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  task_id TEXT REFERENCES task (id) ON DELETE CASCADE,
  responsibility_id TEXT REFERENCES responsibility (id) ON DELETE CASCADE,
  contract_id TEXT REFERENCES contract (id) ON DELETE CASCADE,
  CHECK ((task_id IS NOT NULL) + (responsibility_id IS NOT NULL) + (contract_id IS NOT NULL) = 1)
) STRICT;

CREATE INDEX tagging_by_contract ON tagging (contract_id);

CREATE INDEX tagging_by_responsibility ON tagging (responsibility_id);

CREATE INDEX tagging_by_tag ON tagging (tag_id);

CREATE INDEX tagging_by_task ON tagging (task_id);

CREATE INDEX tagging_by_workshop ON tagging (workshop_id);

CREATE TABLE task (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  -- The lane: the accountable role, or NULL for *unassigned*.
  role_id TEXT REFERENCES role (id) ON DELETE SET NULL,
  step_id TEXT REFERENCES step (id) ON DELETE SET NULL,
  status TEXT NOT NULL DEFAULT 'todo' CHECK (status IN ('todo', 'doing', 'blocked', 'done')),
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  -- One line under the title.
  detail TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT ''
, due_on TEXT, person_id TEXT REFERENCES person (id) ON DELETE SET NULL) STRICT;

CREATE INDEX task_by_lane ON task (role_id, workshop_id, position, id);

CREATE INDEX task_by_person ON task (person_id);

CREATE INDEX task_by_status ON task (status, role_id, workshop_id, position, id);

CREATE INDEX task_by_step ON task (step_id, role_id, workshop_id, position, id);

CREATE INDEX task_by_workshop ON task (workshop_id, position);

CREATE TABLE task_dependency (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  task_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  needs_id TEXT NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  UNIQUE (task_id, needs_id)
) STRICT;

CREATE INDEX task_dependency_by_needs ON task_dependency (needs_id);

CREATE INDEX task_dependency_by_workshop ON task_dependency (workshop_id);

CREATE TABLE typical_task (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
  position TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT;

CREATE INDEX typical_task_by_role ON typical_task (role_id);

CREATE INDEX typical_task_by_workshop ON typical_task (workshop_id);

CREATE TABLE visit (
  workshop_id TEXT NOT NULL PRIMARY KEY REFERENCES workshop (id) ON DELETE CASCADE,
  opened_at INTEGER NOT NULL
) STRICT;

CREATE TABLE workshop (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
  organisation TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  held_on TEXT,
  time_zone TEXT NOT NULL DEFAULT 'Europe/Paris',
  is_template INTEGER NOT NULL DEFAULT 0 CHECK (is_template IN (0, 1)),
  -- What the columns of the board stand for.
  board_columns TEXT NOT NULL DEFAULT 'status' CHECK (board_columns IN ('status', 'step')),
  -- Highest number ever given to a task: a number on a paper card is never given twice.
  last_task_number INTEGER NOT NULL DEFAULT 0,
  -- A person is overloaded beyond these.
  roles_per_person INTEGER NOT NULL DEFAULT 2,
  tasks_per_person INTEGER NOT NULL DEFAULT 12,
  created_at INTEGER NOT NULL
, shelf TEXT NOT NULL DEFAULT 'usual' CHECK (shelf IN ('usual', 'pinned', 'archived'))) STRICT;
