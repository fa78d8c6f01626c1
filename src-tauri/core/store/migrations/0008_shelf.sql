-- Where Home keeps a workshop: on top, in the list, or put away.
ALTER TABLE workshop ADD COLUMN shelf TEXT NOT NULL DEFAULT 'usual' CHECK (shelf IN ('usual', 'pinned', 'archived'));
