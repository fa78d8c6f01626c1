-- How long each role spoke in a meeting: the facilitator's own tally, never shown to the room.
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
CREATE INDEX airtime_by_workshop ON airtime (workshop_id);
CREATE INDEX airtime_by_role ON airtime (role_id);
