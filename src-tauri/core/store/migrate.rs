//! The ladder of migrations.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::{Error, Result};

const STEPS: &[M<'_>] = &[
    M::up(include_str!("migrations/0001_workshops.sql")),
    M::up(include_str!("migrations/0002_airtime.sql")),
    M::up(include_str!("migrations/0003_parked_block.sql")),
    M::up(include_str!("migrations/0004_deferral_spent.sql")),
    M::up(include_str!("migrations/0005_task_fields.sql")),
];

/// The version that this program writes, in the file's `user_version`.
pub const SCHEMA_VERSION: u32 = 5;

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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::testing::NOW;
    use crate::workshop::WorkshopId;
    use crate::{Error, Library};

    /// A library that the first version of this schema wrote: a workshop, and an import of two roles and three tasks.
    fn version_one(folder: &std::path::Path) {
        let conn = Connection::open(folder.join("couloir.db")).unwrap();
        conn.execute_batch(include_str!("migrations/0001_workshops.sql")).unwrap();
        // Rows stand in the order of their tables, not of their references.
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn.execute_batch(include_str!("fixtures/version_1.sql")).unwrap();
        conn.pragma_update(None, "user_version", 1).unwrap();
        conn.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    }

    #[test]
    fn a_library_of_the_first_version_opens_with_all_it_held_and_can_still_be_undone() {
        let folder = tempfile::tempdir().unwrap();
        version_one(folder.path());
        let mut library = Library::open(folder.path(), Box::new(|| NOW)).unwrap();
        let w: WorkshopId = library.workshops().unwrap()[0].id.clone();
        let contents = library.contents(&w).unwrap();
        let titles: Vec<&str> = contents.tasks.iter().map(|task| task.title.as_str()).collect();
        assert_eq!(titles, ["Ouvrir les accès", "Écrire le schéma", "Relier l’application"]);
        assert_eq!(contents.roles.len(), 2);
        assert!(library.check().unwrap().is_empty());
        library.undo(Some(&w)).unwrap();
        assert!(library.contents(&w).unwrap().tasks.is_empty());
        library.redo(Some(&w)).unwrap();
        assert_eq!(library.contents(&w).unwrap(), contents);

        // The file as it was stands beside it.
        let before = Connection::open(folder.path().join(format!("before-version-{SCHEMA_VERSION}.db"))).unwrap();
        assert_eq!(version(&before).unwrap(), 1);
        let tasks: u32 = before.query_row("SELECT count(*) FROM task", [], |row| row.get(0)).unwrap();
        assert_eq!(tasks, 3);
    }

    #[test]
    fn a_newer_library_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        version_one(folder.path());
        let path = folder.path().join("couloir.db");
        Connection::open(&path).unwrap().pragma_update(None, "user_version", SCHEMA_VERSION + 1).unwrap();
        let before = std::fs::read(&path).unwrap();
        let refused = Library::open(folder.path(), Box::new(|| NOW)).map(|_| ()).unwrap_err();
        assert!(matches!(refused, Error::FileTooNew { .. }), "{refused}");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}
