-- NULL: done on this laptop; else the laptops whose changes came in with it.
ALTER TABLE operation ADD COLUMN origin TEXT;

-- A workshop that is shared with other laptops. No reference to the workshop: one that is deleted and got back is still
-- the same.
CREATE TABLE replica (
  workshop_id TEXT NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL UNIQUE,
  shared_at INTEGER NOT NULL
) STRICT;

-- Its Automerge document: the whole as it was, then the changes since.
CREATE TABLE replica_chunk (
  workshop_id TEXT NOT NULL REFERENCES replica (workshop_id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (workshop_id, ordinal)
) STRICT;

-- What was sent and received, with whom and when.
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
