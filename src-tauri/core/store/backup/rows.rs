//! What is in a copy, for lists: read from the file as it is, whatever version wrote it.

use std::path::Path;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::store::open::inspect;
use crate::store::reader;
use crate::workshop::WorkshopId;
use crate::{Millis, Result};

/// What a copy holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupContents {
    pub workshops: Vec<BackupWorkshop>,
    /// When the last change in it was made.
    pub changed_at: Option<Millis>,
}

/// A workshop in a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupWorkshop {
    pub id: WorkshopId,
    pub title: String,
    pub tasks: i32,
    pub meetings: i32,
}

impl BackupContents {
    /// Reads a copy.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn read(path: &Path) -> Result<Self> {
        let conn = reader::immutable(path)?;
        inspect(&conn, path)?;
        Self::of(&conn)
    }

    /// Reads a library that is in use, or a copy.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn read_live(path: &Path) -> Result<Self> {
        Self::of(&reader::to_read(path)?)
    }

    /// Reads a file that somebody chose, and proves it first: whatever is wrong is wrong with that file, and said of it.
    ///
    /// # Errors
    /// [`crate::Error::Unopened`] and [`crate::Error::FileTooNew`].
    pub fn read_chosen(path: &Path) -> Result<Self> {
        reader::look_at(path)?;
        let conn = reader::to_read(path)?;
        inspect(&conn, path)?;
        Self::of(&conn)
    }

    fn of(conn: &Connection) -> Result<Self> {
        let mut statement = conn.prepare(include_str!("../workshop/in_backup.sql"))?;
        let workshops = statement.query_map([], |row| {
            let id: String = row.get(0)?;
            Ok(BackupWorkshop { id: WorkshopId(id), title: row.get(1)?, tasks: row.get(2)?, meetings: row.get(3)? })
        })?;
        let workshops = workshops.collect::<rusqlite::Result<Vec<_>>>()?;
        let changed_at: Option<i64> = conn.query_row("SELECT max(done_at) FROM operation", [], |row| row.get(0))?;
        Ok(Self { workshops, changed_at: changed_at.map(Millis) })
    }
}
