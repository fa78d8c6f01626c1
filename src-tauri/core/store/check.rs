//! Checking the whole file.

use rusqlite::types::ValueRef;

use crate::{Library, Result, Row, TABLES};

impl Library {
    /// Everything wrong with the file, empty when it is sound: SQLite's integrity check, broken references, steps
    /// of the history whose names cannot be read, and shared workshops that are not as their document says.
    pub fn check(&self) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        let mut integrity = self.conn.prepare("PRAGMA integrity_check")?;
        for line in integrity.query_map([], |row| row.get::<_, String>(0))? {
            let line = line?;
            if line != "ok" {
                faults.push(line);
            }
        }
        let mut references = self.conn.prepare("PRAGMA foreign_key_check")?;
        let broken = references.query_map([], |row| {
            Ok(format!("{} {} → {}", row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
        })?;
        for line in broken {
            faults.push(line?);
        }
        let mut steps = self.conn.prepare("SELECT seq, name, args FROM operation ORDER BY seq")?;
        let mut steps = steps.query([])?;
        while let Some(row) = steps.next()? {
            let seq: i64 = row.get(0)?;
            let args = row.get_ref(2)?.as_bytes().unwrap_or_default();
            let is_read = serde_json::from_slice::<std::collections::BTreeMap<String, String>>(args).is_ok();
            if !is_read || text(row.get_ref(1)?).is_none() {
                faults.push(format!("operation {seq}: its name cannot be read"));
            }
        }
        faults.extend(self.replica_faults()?);
        Ok(faults)
    }

    /// As [`Library::check`], and reads every row and every image of the history as what it should be.
    pub fn check_deep(&self) -> Result<Vec<String>> {
        let mut faults = self.check()?;
        for table in TABLES {
            let mut ids = self.conn.prepare(&format!("SELECT rowid, id FROM {table}"))?;
            let mut ids = ids.query([])?;
            while let Some(row) = ids.next()? {
                let rowid: i64 = row.get(0)?;
                let read = self.images.of(table)?;
                let image = text(row.get_ref(1)?).and_then(|id| {
                    self.conn.prepare_cached(&read.read).ok()?.query_row([id], |row| row.get::<_, String>(0)).ok()
                });
                if !image.is_some_and(|image| matches!(Row::from_image(table, &image), Ok(Some(_)))) {
                    faults.push(format!("{table} {rowid}: the row cannot be read"));
                }
            }
        }
        let mut images = self.conn.prepare(include_str!("journal/all_changes.sql"))?;
        let mut images = images.query([])?;
        while let Some(row) = images.next()? {
            let (seq, ordinal): (i64, i64) = (row.get(0)?, row.get(1)?);
            let table = text(row.get_ref(2)?).unwrap_or_default();
            let is_read = |at: usize| -> rusqlite::Result<bool> {
                Ok(match row.get_ref(at)? {
                    ValueRef::Null => true,
                    value => text(value).is_some_and(|image| matches!(Row::from_image(&table, &image), Ok(Some(_)))),
                })
            };
            if !is_read(3)? || !is_read(4)? {
                faults.push(format!("change {seq}.{ordinal} of {table}: an image cannot be read"));
            }
        }
        Ok(faults)
    }

    /// Where the database is; `None` in memory.
    pub fn path(&self) -> Option<std::path::PathBuf> {
        Some(self.folder.as_ref()?.join(super::FILE_NAME))
    }
}

/// A value as text, if it is text.
fn text(value: ValueRef<'_>) -> Option<String> {
    value.as_str().ok().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crate::testing::workshop;

    #[test]
    fn a_broken_history_is_told_and_blocks_nothing() {
        let (mut library, id) = workshop();
        assert!(library.check_deep().unwrap().is_empty());
        library.task_add(&id, None, &crate::task::Column::Status(crate::task::TaskStatus::Todo), "Neuf", "").unwrap();
        let harm = "UPDATE operation SET args = CAST(x'7B2274223A22FF227D' AS TEXT), name = CAST(x'FF' AS TEXT)";
        library.conn.execute_batch(harm).unwrap();
        assert!(!library.check().unwrap().is_empty());
        library.undo_state(Some(&id)).unwrap();
        assert!(!library.history(Some(&id), None, 10).unwrap().is_empty());
        library.undo(Some(&id)).unwrap();
        library.task_add(&id, None, &crate::task::Column::Status(crate::task::TaskStatus::Todo), "Neuf", "").unwrap();
    }

    #[test]
    fn a_row_and_an_image_that_cannot_be_read_are_found_deep() {
        let (library, _) = workshop();
        library.conn.execute_batch("UPDATE role SET name = CAST(x'FF41' AS TEXT) WHERE letter = 'A'").unwrap();
        library.conn.execute_batch("UPDATE change SET after = '{\"id\":1}' WHERE ordinal = 3").unwrap();
        let found = library.check_deep().unwrap();
        assert!(found.iter().any(|fault| fault.starts_with("role ")), "{found:?}");
        assert!(found.iter().any(|fault| fault.starts_with("change ")), "{found:?}");
    }
}
