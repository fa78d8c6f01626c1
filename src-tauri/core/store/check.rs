//! Checking the whole file.

use crate::{Library, Result};

impl Library {
    /// Everything wrong with the file, empty when it is sound: SQLite's integrity check and broken references.
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
        Ok(faults)
    }

    /// Where the database is; `None` in memory.
    pub fn path(&self) -> Option<std::path::PathBuf> {
        self.conn.path().filter(|path| !path.is_empty()).map(std::path::PathBuf::from)
    }
}
