-- Stands for a workshop whose own row is lost.
INSERT OR IGNORE INTO workshop (id, title, language, created_at) VALUES (?1, '?', 'fr', 0);
