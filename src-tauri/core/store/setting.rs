//! Preferences of this laptop; they belong to no workshop and are not journalled.

use rusqlite::{OptionalExtension, TransactionBehavior, params};

use crate::{Error, Library, Result};

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

    /// Sets preferences, all of them or none.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn set_settings(&mut self, values: &[(&str, &str)]) -> Result<()> {
        self.check_files()?;
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (name, value) in values {
            transaction.prepare_cached(include_str!("setting/write.sql"))?.execute(params![name, value])?;
        }
        transaction.commit().map_err(Error::of_commit)?;
        self.confirm_files()
    }

    /// All preferences.
    pub(super) fn settings(&self) -> Result<Vec<(String, String)>> {
        let mut statement = self.conn.prepare("SELECT name, value FROM setting ORDER BY name")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use crate::testing::library;

    #[test]
    fn preferences_are_set_together_or_not_at_all() {
        let mut library = library();
        library.set_settings(&[("language", "fr"), ("theme", "dark")]).unwrap();
        library.set_settings(&[("theme", "light")]).unwrap();
        assert_eq!(library.setting("language").unwrap().as_deref(), Some("fr"));
        assert_eq!(library.setting("theme").unwrap().as_deref(), Some("light"));
        library
            .conn
            .execute_batch(
                "CREATE TEMP TRIGGER full BEFORE UPDATE ON main.setting WHEN NEW.name = 'theme'
                 BEGIN SELECT RAISE(ABORT, 'full'); END",
            )
            .unwrap();
        assert!(library.set_settings(&[("language", "en"), ("theme", "dark")]).is_err());
        assert_eq!(library.setting("language").unwrap().as_deref(), Some("fr"));
        assert_eq!(library.setting("theme").unwrap().as_deref(), Some("light"));
    }
}
