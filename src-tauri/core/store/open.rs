//! Opening the database of a data folder.

use std::cell::RefCell;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use super::backup::{self, Cause};
use super::fault::{Access, Fault, ReadOnlyReason, of_system, while_opening};
use super::identity::Identity;
use super::migrate::{APPLICATION_ID, SCHEMA_VERSION, migrate, version};
use super::wal::beside;
use super::{Clock, Ids, private, reader, sync_folder};
use crate::journal::Legible;
use crate::journal::capture::Images;
use crate::{Error, Library, Result};

/// Name of the database in the data folder.
pub const FILE_NAME: &str = "couloir.db";
const LOCK_NAME: &str = "couloir.lock";
/// A new database while it is made; it gets its name when it is whole.
const DRAFT_NAME: &str = "couloir.db.new";
/// How long another connection is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// How long the lock is waited for.
const LOCK_PATIENCE: Duration = Duration::from_millis(500);

/// A database with all that comes with it.
pub(super) struct Opened {
    pub conn: Connection,
    pub access: Access,
    pub lock: Option<File>,
    pub identity: Option<Identity>,
    /// Holds the private copy that is read where the place itself cannot be used.
    pub shadow: Option<TempDir>,
}

impl Library {
    /// Opens (or makes) the library in a data folder, as its only writer; where the place cannot be written, to read.
    ///
    /// # Errors
    /// [`Error::Busy`] when another Couloir holds it; [`Error::Unopened`] and [`Error::FileTooNew`] with the reason,
    /// and leave the file untouched.
    pub fn open(folder: &Path, clock: Clock) -> Result<Self> {
        let opened = match to_write(folder, (clock)()) {
            Err(error) => match reason_to_read(&error) {
                // What hinders reading too is a plainer reason than what hindered writing.
                Some(reason) if folder.join(FILE_NAME).exists() => reader::open(folder, reason)?,
                _ => return Err(error),
            },
            opened => opened?,
        };
        Self::over(opened, clock, Some(folder))
    }

    /// Opens the library in a data folder to read it, beside a Couloir that writes it.
    ///
    /// # Errors
    /// As [`Library::open`].
    pub fn open_to_read(folder: &Path, clock: Clock) -> Result<Self> {
        Self::over(reader::open(folder, ReadOnlyReason::InUse)?, clock, Some(folder))
    }

    /// A library in memory, for tests and for previews of imports.
    pub fn in_memory(clock: Clock) -> Result<Self> {
        let mut conn = Connection::open_in_memory()?;
        build(&mut conn)?;
        let opened = Opened { conn, access: Access::Full, lock: None, identity: None, shadow: None };
        Self::over(opened, clock, None)
    }

    /// A library over a connection, for tests that make its file themselves.
    #[cfg(test)]
    pub(super) fn new(conn: Connection, clock: Clock, lock: Option<File>) -> Result<Self> {
        Self::over(Opened { conn, access: Access::Full, lock, identity: None, shadow: None }, clock, None)
    }

    fn over(opened: Opened, clock: Clock, folder: Option<&Path>) -> Result<Self> {
        let Opened { conn, access, lock, identity, shadow } = opened;
        conn.set_prepared_statement_cache_capacity(256);
        conn.pragma_update(None, "foreign_keys", true)?;
        let images = Images::install(&conn)?;
        if access != Access::Full {
            conn.pragma_update(None, "query_only", true)?;
        }
        Ok(Self {
            conn,
            images,
            ids: Ids::new(),
            legible: Legible::default(),
            replicas: RefCell::default(),
            clock,
            revision: 0,
            access,
            identity,
            folder: folder.map(Path::to_owned),
            held: RefCell::default(),
            backed_up: None,
            _lock: lock,
            _shadow: shadow,
        })
    }

    /// What may be done with it.
    pub fn access(&self) -> Access {
        self.access
    }

    /// The data folder; `None` in memory.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }
}

/// Why a library that cannot be written may still be read.
fn reason_to_read(error: &Error) -> Option<ReadOnlyReason> {
    match error {
        Error::ReadOnly => Some(ReadOnlyReason::Place),
        Error::DiskFull => Some(ReadOnlyReason::DiskFull),
        Error::Io(source) => match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some(ReadOnlyReason::DiskFull),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Some(ReadOnlyReason::Place),
            _ => None,
        },
        _ => None,
    }
}

/// A data folder that only this program writes, before its database is opened.
pub(super) struct LockedFolder<'a> {
    folder: &'a Path,
    _lock: File,
}

impl<'a> LockedFolder<'a> {
    /// Takes the lock.
    pub fn take(folder: &'a Path) -> Result<Self> {
        let (lock, _) = lock(folder, &folder.join(FILE_NAME))?;
        Ok(Self { folder, _lock: lock })
    }

    /// Makes a new database where there is none.
    pub fn create(&self) -> Result<()> {
        create(self.folder, &self.folder.join(FILE_NAME))
    }
}

fn to_write(folder: &Path, now: crate::Millis) -> Result<Opened> {
    let path = folder.join(FILE_NAME);
    let (lock, was_used) = lock(folder, &path)?;
    for leftover in [DRAFT_NAME, "couloir.db.new-journal"] {
        let _ = fs::remove_file(folder.join(leftover));
    }
    if is_to_make(folder, &path, was_used)? {
        create(folder, &path)?;
    }
    heal_side_files(&path)?;
    reader::refuse_foreign_journal(&path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(&path, flags).map_err(|error| while_opening(error, &path))?;
    prepare(&conn)?;
    if conn.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    inspect(&conn, &path).map_err(|error| side_file_or(error, &path))?;
    set_journal(&conn, folder)?;
    if version(&conn)? < SCHEMA_VERSION {
        let place = backup::BackupPlace::of(folder);
        backup::make(&path, &place, Cause::Migration, now)?;
    }
    build(&mut conn)?;
    if private::is_ours(folder) {
        private::close_to_others(folder);
    }
    for ending in ["", "-wal", "-shm"] {
        private::close_to_others(&beside(&path, ending));
    }
    let identity = Identity::note(&conn, &path)?;
    Ok(Opened { conn, access: Access::Full, lock: Some(lock), identity: Some(identity), shadow: None })
}

/// What every connection needs before its first statement.
pub(super) fn prepare(conn: &Connection) -> Result<()> {
    conn.busy_timeout(PATIENCE)?;
    // What the journal captures must not need room on a full disk.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    Ok(())
}

/// Settings and schema. The mark of our files comes first, so that a start that is cut leaves a file that is ours.
pub(super) fn build(conn: &mut Connection) -> Result<()> {
    conn.pragma_update(None, "synchronous", "FULL")?;
    let marked: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if marked != APPLICATION_ID {
        conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    migrate(conn)
}

/// A folder that another program carries elsewhere file by file gets a journal that is no file for long.
fn set_journal(conn: &Connection, folder: &Path) -> Result<()> {
    let mode = if sync_folder::of(folder).is_some() { "DELETE" } else { "WAL" };
    conn.pragma_update(None, "journal_mode", mode)?;
    Ok(())
}

/// Makes a whole new database and gives it its name in one step.
fn create(folder: &Path, path: &Path) -> Result<()> {
    let draft = folder.join(DRAFT_NAME);
    let of = |error: std::io::Error| of_system(&error, path);
    private::file(&draft).map_err(of)?;
    let mut conn = Connection::open(&draft)?;
    build(&mut conn)?;
    conn.close().map_err(|(_, error)| error)?;
    fs::rename(&draft, path).map_err(of)?;
    private::sync_folder(folder).map_err(of)
}

/// Whether a new database is to be made; what stands in its place must not be taken for nothing.
fn is_to_make(folder: &Path, path: &Path, was_used: bool) -> Result<bool> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(Fault::IsFolder.at(path, "")),
        Ok(found) if found.len() == 0 => Err(Fault::Empty.at(path, "")),
        Ok(_) => Ok(false),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let has_log = fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
            let has_copies = was_used && !backup::BackupPlace::of(folder).list().is_empty();
            if has_log || has_copies || fs::symlink_metadata(path).is_ok() {
                return Err(Fault::Missing.at(path, ""));
            }
            Ok(true)
        }
        Err(error) => Err(of_system(&error, path)),
    }
}

/// Makes the folder and takes its lock; tells whether the folder was used before.
fn lock(folder: &Path, path: &Path) -> Result<(File, bool)> {
    let at = |error: std::io::Error| match error.kind() {
        // A folder that cannot be written can perhaps be read.
        ErrorKind::PermissionDenied if path.exists() => Error::ReadOnly,
        _ => of_system(&error, folder),
    };
    if folder.exists() && !folder.is_dir() {
        return Err(Fault::NoFolder.at(folder, ""));
    }
    private::make_folder(folder).map_err(at)?;
    let name = folder.join(LOCK_NAME);
    let was_used = name.exists();
    let file = private::file(&name).map_err(at)?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok((file, was_used)),
            // Whoever held it may be closing; and a program that the holder starts has it too for a moment.
            Err(TryLockError::WouldBlock) if start.elapsed() < LOCK_PATIENCE => {
                std::thread::sleep(LOCK_PATIENCE / 20);
            }
            Err(TryLockError::WouldBlock) => return Err(Error::Busy),
            // A network share may know no locks: then there is nobody to wait for.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => return Ok((file, was_used)),
            Err(TryLockError::Error(error)) => return Err(at(error)),
        }
    }
}

/// Mends what stands in the way of SQLite's own files and holds nothing: the shared index is made anew from the log.
fn heal_side_files(path: &Path) -> Result<()> {
    for ending in ["-wal", "-shm", "-journal"] {
        let file = beside(path, ending);
        let Ok(found) = fs::symlink_metadata(&file) else { continue };
        let is_mended = if found.is_dir() {
            fs::remove_dir(&file).is_ok()
        } else {
            let opened = File::options().read(true).write(true).open(&file);
            match opened.as_ref().map_err(std::io::Error::kind) {
                Ok(_) => true,
                Err(ErrorKind::PermissionDenied) if ending == "-shm" => fs::remove_file(&file).is_ok(),
                // A place that cannot be written is another matter.
                Err(ErrorKind::ReadOnlyFilesystem) => return Err(Error::ReadOnly),
                Err(_) => fs::metadata(path).is_ok_and(|whole| whole.permissions().readonly()),
            }
        };
        if !is_mended {
            return Err(Fault::SideFile.at(&file, ""));
        }
    }
    Ok(())
}

/// Refuses what is not a database of ours, is newer, or is damaged, before anything is written.
pub(super) fn inspect(conn: &Connection, path: &Path) -> Result<()> {
    let at = |error| while_opening(error, path);
    let one = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(at);
    let application_id = one("PRAGMA application_id")?;
    if application_id != i64::from(APPLICATION_ID) {
        // A first start that was cut wrote the schema and not yet the mark.
        let tables = one("SELECT count(*) FROM sqlite_master")?;
        let ours = one("SELECT count(*) FROM sqlite_master WHERE type = 'table'
             AND name IN ('workshop', 'role', 'task', 'operation', 'change')")?;
        if application_id != 0 || (tables > 0 && ours != 5) {
            return Err(Fault::OtherProgram.at(path, ""));
        }
    }
    let found = u32::try_from(one("PRAGMA user_version")?).unwrap_or(u32::MAX);
    if found > SCHEMA_VERSION {
        return Err(Error::FileTooNew { found, known: SCHEMA_VERSION });
    }
    let verdict: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(at)?;
    if verdict != "ok" {
        return Err(Fault::Damaged.at(path, verdict));
    }
    Ok(())
}

/// A refusal to open with a file beside the database that cannot be opened is about that file.
fn side_file_or(error: Error, path: &Path) -> Error {
    let blocked: Option<PathBuf> =
        ["-wal", "-shm"].iter().map(|ending| beside(path, ending)).find(|file| file.is_dir());
    match (error, blocked) {
        (Error::ReadOnly, Some(file)) => Fault::SideFile.at(&file, ""),
        (error, _) => error,
    }
}

#[cfg(test)]
mod tests;
