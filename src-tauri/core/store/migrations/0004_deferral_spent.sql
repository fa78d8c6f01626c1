-- How long an item had taken in all when it was put off, in milliseconds; NULL: put off before this was counted.
ALTER TABLE deferral ADD COLUMN spent_ms INTEGER;
