//! The ladder of migrations.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::{Error, Result};

const STEPS: &[M<'_>] = &[M::up(include_str!("migrations/0001_workshops.sql"))];

/// The version that this program writes, in the file's `user_version`.
pub const SCHEMA_VERSION: u32 = 1;

/// Marks a file as ours in its header ("Clr1").
pub(super) const APPLICATION_ID: i32 = 0x436c_7231;

/// The version of an open file.
pub(super) fn version(conn: &Connection) -> Result<u32> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings a file to [`SCHEMA_VERSION`].
///
/// # Errors
/// [`Error::FileTooNew`] when a newer program wrote it; the file is untouched then.
pub(super) fn migrate(conn: &mut Connection) -> Result<()> {
    let found = version(conn)?;
    if found > SCHEMA_VERSION {
        return Err(Error::FileTooNew { found, known: SCHEMA_VERSION });
    }
    Migrations::from_slice(STEPS).to_latest(conn)?;
    Ok(())
}
