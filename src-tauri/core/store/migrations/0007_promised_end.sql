-- When a meeting was to end as it stood at its start: what early and late are measured by.
ALTER TABLE meeting ADD COLUMN promised_end INTEGER;
