//! The SQLite file: opening, migrating and reading it.
//!
//! Writing happens through [`crate::journal`] alone.

pub mod backup;
mod carry;
mod check;
#[cfg(test)]
mod counts;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod endure;
pub mod erase;
mod fault;
mod held;
mod identity;
mod migrate;
mod open;
pub mod private;
mod reader;
pub mod restore;
pub mod salvage;
mod setting;
#[cfg(test)]
mod storm;
pub mod sync_folder;
mod wal;

use std::cell::RefCell;
use std::path::PathBuf;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension, params};
use serde_rusqlite::from_rows;
use tempfile::TempDir;

use crate::journal::Legible;
use crate::journal::capture::Images;
use crate::replica::Replicas;
use crate::workshop::{Workshop, WorkshopId};
use crate::{Contents, Error, Millis, Record, Result, Rule};

use held::Held;
use identity::Identity;

pub use fault::{Access, Fault, FileChange, ReadOnlyReason};
pub(crate) use held::Stand;
pub use migrate::SCHEMA_VERSION;
pub use open::FILE_NAME;

/// The version of the SQLite that is built in.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// Gives the moment; the shell hands in the system's clock, tests their own.
pub type Clock = Box<dyn Fn() -> Millis + Send>;

/// The open database of all workshops: one connection, one writer.
pub struct Library {
    pub(crate) conn: Connection,
    pub(crate) images: Images,
    pub(crate) ids: Ids,
    pub(crate) legible: Legible,
    pub(crate) replicas: RefCell<Replicas>,
    pub(crate) clock: Clock,
    pub(crate) revision: u32,
    pub(crate) access: Access,
    /// `None` in memory and for readers, which acknowledge nothing.
    identity: Option<Identity>,
    pub(crate) folder: Option<PathBuf>,
    /// The workshop that was read last.
    held: RefCell<Option<Held>>,
    /// The revision of the newest copy that this process made.
    pub(crate) backed_up: Option<u32>,
    /// Held while the library is open; a crash releases it.
    _lock: Option<std::fs::File>,
    /// The private copy that is read where the place itself cannot be used.
    _shadow: Option<TempDir>,
}

impl Library {
    /// The moment it is now.
    pub fn now(&self) -> Millis {
        (self.clock)()
    }

    /// Before a write: it may be made, and the files are as the last one left them.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], [`Error::DiskFull`], [`Error::FileChanged`].
    pub(crate) fn check_files(&mut self) -> Result<()> {
        match self.access {
            Access::Full => self.identity.as_mut().map_or(Ok(()), Identity::check),
            Access::ReadOnly(ReadOnlyReason::DiskFull) => Err(Error::DiskFull),
            Access::ReadOnly(ReadOnlyReason::InUse) => Err(Error::Busy),
            Access::ReadOnly(ReadOnlyReason::Place) => Err(Error::ReadOnly),
        }
    }

    /// After a commit, before it is acknowledged: it is in the files that a restart will read.
    ///
    /// # Errors
    /// [`Error::FileChanged`].
    pub(crate) fn confirm_files(&mut self) -> Result<()> {
        self.identity.as_mut().map_or(Ok(()), |identity| identity.confirm(&self.conn))
    }

    /// What became of the files under this program, if they changed.
    pub fn file_change(&mut self) -> Option<FileChange> {
        let identity = self.identity.as_mut()?;
        let _ = identity.look();
        identity.changed()
    }

    /// How many commits this process has made; patches apply in this order.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// A row of this workshop, by its id.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; [`Rule::OtherWorkshop`] when it is another workshop's.
    pub(crate) fn row<R: Record>(&self, workshop_id: &WorkshopId, id: impl AsRef<str>) -> Result<R> {
        let row: R = get(&self.conn, id.as_ref())?;
        if row.workshop_id() == Some(workshop_id) {
            Ok(row)
        } else {
            Err(Error::invalid(R::TABLE, Rule::OtherWorkshop))
        }
    }

    /// A whole workshop.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none with this id.
    pub fn contents(&self, workshop_id: &WorkshopId) -> Result<Contents> {
        match self.held_now(workshop_id)? {
            Some(held) => Ok(Contents::clone(&held)),
            None => contents(&self.conn, workshop_id),
        }
    }
}

impl Drop for Library {
    fn drop(&mut self) {
        // SQLite would write its log back and remove it by name: not where another library stands now.
        if self.file_change().is_some() {
            let _ = self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
        }
    }
}

/// UUIDv7 ids that grow even within one millisecond.
pub(crate) struct Ids(uuid::timestamp::context::ContextV7);

impl Ids {
    pub fn new() -> Self {
        Self(uuid::timestamp::context::ContextV7::new())
    }

    /// An id for this moment.
    pub fn next(&self, now: Millis) -> String {
        let millis = now.0.max(0).unsigned_abs();
        let (seconds, rest) = (millis / 1000, millis % 1000);
        let nanos = u32::try_from(rest * 1_000_000).unwrap_or(0);
        uuid::Uuid::new_v7(uuid::Timestamp::from_unix(&self.0, seconds, nanos)).to_string()
    }
}

/// Reads rows of one workshop.
pub(crate) struct WorkshopReader<'a> {
    pub conn: &'a Connection,
    pub workshop_id: &'a WorkshopId,
}

impl WorkshopReader<'_> {
    /// All rows of one table that belong to the workshop, by position where they have one, else by id.
    pub fn list<R: Record>(&self) -> Result<Vec<R>> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT * FROM {} WHERE workshop_id = ?1", R::TABLE))?;
        let by = if statement.column_index("position").is_ok() { "position, id" } else { "id" };
        drop(statement);
        statement =
            self.conn.prepare_cached(&format!("SELECT * FROM {} WHERE workshop_id = ?1 ORDER BY {by}", R::TABLE))?;
        let rows = statement.query(params![self.workshop_id.as_str()])?;
        Ok(from_rows::<R>(rows).collect::<std::result::Result<Vec<_>, _>>()?)
    }
}

/// All rows of a table that belongs to no workshop.
pub(crate) fn all<R: Record>(conn: &Connection) -> Result<Vec<R>> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM {} ORDER BY id", R::TABLE))?;
    let rows = statement.query([])?;
    Ok(from_rows::<R>(rows).collect::<std::result::Result<Vec<_>, _>>()?)
}

/// The row with this id.
pub(crate) fn get<R: Record>(conn: &Connection, id: &str) -> Result<R> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM {} WHERE id = ?1", R::TABLE))?;
    let row = statement.query_row(params![id], |row| Ok(serde_rusqlite::from_row::<R>(row))).optional()?;
    Ok(row.ok_or_else(|| Error::NotFound { kind: R::TABLE, id: id.to_owned() })??)
}

/// A whole workshop.
pub(crate) fn contents(conn: &Connection, workshop_id: &WorkshopId) -> Result<Contents> {
    let workshop: Workshop = get(conn, workshop_id.as_str())?;
    Contents::read(workshop, &WorkshopReader { conn, workshop_id })
}
