-- A block on the parking lot keeps all it was, as JSON, for the day it goes back into a meeting.
ALTER TABLE backlog_item ADD COLUMN block TEXT;
