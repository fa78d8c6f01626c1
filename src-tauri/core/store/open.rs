//! Opening the database of a data folder.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::migrate::{APPLICATION_ID, SCHEMA_VERSION, migrate, version};
use super::{Clock, Ids};
use crate::journal::Legible;
use crate::journal::capture::Images;
use crate::{Error, Library, Result};

/// Name of the database in the data folder.
pub const FILE_NAME: &str = "couloir.db";
const LOCK_NAME: &str = "couloir.lock";
/// How long the lock is waited for.
const PATIENCE: Duration = Duration::from_millis(500);

impl Library {
    /// Opens (or makes) the library in a data folder, as its only writer.
    ///
    /// # Errors
    /// [`Error::Folder`] when the folder cannot be made or read; [`Error::Busy`] when another Couloir holds it;
    /// [`Error::NotADatabase`], [`Error::FileTooNew`] and [`Error::Damaged`] leave the file untouched.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self> {
        let lock = lock(folder)?;
        let path = folder.join(FILE_NAME);
        let is_new = !path.exists();
        let mut conn = Connection::open(&path)?;
        if !is_new {
            inspect(&conn, &path)?;
        }
        conn.pragma_update(None, "journal_mode", "WAL")?;
        if !is_new && version(&conn)? < SCHEMA_VERSION {
            back_up_before_migration(&conn, folder)?;
        }
        Self::over(&mut conn)?;
        Self::new(conn, clock, Some(lock))
    }

    /// A library in memory, for tests and for previews of imports.
    pub fn in_memory(clock: Clock) -> Result<Self> {
        let mut conn = Connection::open_in_memory()?;
        Self::over(&mut conn)?;
        Self::new(conn, clock, None)
    }

    /// Settings and schema.
    fn over(conn: &mut Connection) -> Result<()> {
        conn.pragma_update(None, "synchronous", "FULL")?;
        migrate(conn)?;
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
        conn.pragma_update(None, "foreign_keys", true)?;
        Ok(())
    }

    pub(super) fn new(conn: Connection, clock: Clock, lock: Option<File>) -> Result<Self> {
        conn.set_prepared_statement_cache_capacity(256);
        let images = Images::install(&conn)?;
        Ok(Self { conn, images, ids: Ids::new(), legible: Legible::default(), clock, revision: 0, _lock: lock })
    }
}

/// Makes the folder and takes its lock.
fn lock(folder: &Path) -> Result<File> {
    let at = |source| Error::Folder { path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(at)?;
    let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK_NAME)).map_err(at)?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            // Whoever held it may be closing; and a program that the holder starts has it too for a moment.
            Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => std::thread::sleep(PATIENCE / 20),
            Err(TryLockError::WouldBlock) => return Err(Error::Busy),
            Err(TryLockError::Error(error)) => return Err(at(error)),
        }
    }
}

/// Refuses what is not a database of ours, is newer, or is damaged, before anything is written.
fn inspect(conn: &Connection, path: &Path) -> Result<()> {
    let not_ours = || Error::NotADatabase(PathBuf::from(path));
    let application_id: i32 =
        conn.query_row("PRAGMA application_id", [], |row| row.get(0)).map_err(|error| {
            match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::NotADatabase) => not_ours(),
                _ => Error::from(error),
            }
        })?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    if application_id != APPLICATION_ID && (application_id != 0 || tables > 0) {
        return Err(not_ours());
    }
    let found = version(conn)?;
    if found > SCHEMA_VERSION {
        return Err(Error::FileTooNew { found, known: SCHEMA_VERSION });
    }
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(Error::Damaged(verdict));
    }
    Ok(())
}

/// Keeps a verified copy beside the file before its schema changes.
fn back_up_before_migration(conn: &Connection, folder: &Path) -> Result<()> {
    let path = folder.join(format!("before-version-{SCHEMA_VERSION}.db"));
    conn.backup("main", &path, None)?;
    let copy = Connection::open(&path)?;
    let verdict: String = copy.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(Error::Damaged(verdict));
    }
    Ok(())
}
