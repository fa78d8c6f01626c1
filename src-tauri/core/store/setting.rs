//! Preferences of this laptop; they belong to no workshop and are not journalled.

use rusqlite::{OptionalExtension, params};

use crate::{Library, Result};

impl Library {
    /// The value of a preference, if it was ever set.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        let value = self
            .conn
            .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
            .query_row(params![name], |row| row.get(0))
            .optional()?;
        Ok(value)
    }

    /// Sets a preference.
    pub fn set_setting(&mut self, name: &str, value: &str) -> Result<()> {
        self.conn.prepare_cached(include_str!("setting/write.sql"))?.execute(params![name, value])?;
        Ok(())
    }
}
