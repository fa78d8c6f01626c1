//! Copies of the whole library: made by SQLite's backup, proved before they count, kept beside the data folder.

mod place;
mod retention;
mod rows;

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup as Copying, StepResult};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::open::prepare;
use super::{FILE_NAME, private, reader};
use crate::{Error, Library, Millis, Result};

pub use place::{BackupPlace, PlaceNotes};
pub use retention::superfluous;
pub use rows::{BackupContents, BackupWorkshop};

/// Why a copy was made. Each has a message `backup-cause-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type, strum::VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// After some minutes with changes.
    Automatic,
    /// Before the schema changes.
    Migration,
    /// Before an import.
    Import,
    /// Before a copy is restored.
    Restore,
    /// Before much is deleted at once.
    Deletion,
    /// The user asked for it.
    Manual,
    /// What the program still had when its files were changed under it.
    Rescue,
}

impl Cause {
    /// Every cause.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The code that names it in files and messages.
    pub fn code(self) -> &'static str {
        match self {
            Cause::Automatic => "automatic",
            Cause::Migration => "migration",
            Cause::Import => "import",
            Cause::Restore => "restore",
            Cause::Deletion => "deletion",
            Cause::Manual => "manual",
            Cause::Rescue => "rescue",
        }
    }
}

/// A copy that is kept. Its name says when and why it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub name: String,
    pub path: PathBuf,
    pub taken_at: Millis,
    pub cause: Cause,
    pub bytes: u64,
}

const PREFIX: &str = "couloir-";
const ENDING: &str = ".db";
const MOMENT: &str = "%Y%m%dT%H%M%S%3fZ";

/// The name of a copy.
fn name_of(at: Millis, cause: Cause) -> String {
    format!("{PREFIX}{}-{}{ENDING}", at.utc().format(MOMENT), cause.code())
}

/// When and why a copy of this name was made; `None` for any other file.
fn read_name(name: &str) -> Option<(Millis, Cause)> {
    let (moment, cause) = name.strip_prefix(PREFIX)?.strip_suffix(ENDING)?.split_once('-')?;
    let at = chrono::NaiveDateTime::parse_from_str(moment, MOMENT).ok()?.and_utc();
    let cause = Cause::ALL.iter().find(|known| known.code() == cause)?;
    Some((Millis::of(at), *cause))
}

impl Library {
    /// Copies the library to its place of copies, unless a copy of this state is there already.
    ///
    /// # Errors
    /// [`Error::BadCopy`] when the copy does not prove whole; disk errors. Nothing is kept then.
    pub fn back_up(&mut self, cause: Cause) -> Result<Option<Backup>> {
        let Some(folder) = self.folder.clone() else { return Ok(None) };
        if self.backed_up == Some(self.revision) && cause != Cause::Manual {
            return Ok(None);
        }
        let place = BackupPlace::of(&folder);
        let at = self.now();
        let made = keep(&place, cause, at, |to| copy(&self.conn, to))?;
        self.backed_up = Some(self.revision);
        place.rotate(at);
        Ok(Some(made))
    }

    /// Saves a whole, proved copy to a file.
    ///
    /// # Errors
    /// As [`Library::back_up`].
    pub fn save_copy(&self, to: &Path) -> Result<()> {
        save(&self.conn, to)
    }

    /// Copies everything this program still has to the place of copies, after its files were changed under it.
    ///
    /// # Errors
    /// As [`Library::back_up`].
    pub fn rescue(&self) -> Result<Option<Backup>> {
        let Some(folder) = &self.folder else { return Ok(None) };
        keep(&BackupPlace::of(folder), Cause::Rescue, self.now(), |to| copy(&self.conn, to)).map(Some)
    }
}

/// Copies the library of a data folder, while it is in use, to its place of copies.
///
/// # Errors
/// As [`Library::back_up`].
pub fn make_of(folder: &Path, cause: Cause, now: Millis) -> Result<Backup> {
    make(&folder.join(FILE_NAME), &BackupPlace::of(folder), cause, now)
}

/// Copies the database of a file, while it may be in use, to the place of copies.
///
/// # Errors
/// As [`Library::back_up`].
pub fn make(database: &Path, place: &BackupPlace, cause: Cause, now: Millis) -> Result<Backup> {
    let from = reader::to_read(database)?;
    let made = keep(place, cause, now, |to| copy(&from, to))?;
    place.rotate(now);
    Ok(made)
}

/// Writes a copy under a draft name and gives it its own when it is proved.
fn keep(place: &BackupPlace, cause: Cause, at: Millis, write: impl Fn(&Path) -> Result<()>) -> Result<Backup> {
    let folder = place.made()?;
    // Two copies of one moment are told apart by a millisecond.
    let (name, at) = (0..1_000)
        .map(|more| Millis(at.0 + more))
        .map(|at| (name_of(at, cause), at))
        .find(|(name, _)| !folder.join(name).exists())
        .ok_or_else(|| Error::BadCopy(name_of(at, cause)))?;
    let path = folder.join(&name);
    let draft = folder.join(format!(".{name}.part"));
    let written = write(&draft).and_then(|()| {
        fs::rename(&draft, &path)?;
        Ok(private::sync_folder(&folder)?)
    });
    if let Err(error) = written {
        let _ = fs::remove_file(&draft);
        return Err(error);
    }
    let bytes = fs::metadata(&path)?.len();
    Ok(Backup { name, path, taken_at: at, cause, bytes })
}

/// Writes a proved copy to a file that the user named; what stood there stays until the copy is whole.
fn save(from: &Connection, to: &Path) -> Result<()> {
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let draft = tempfile::Builder::new().prefix(".couloir-").suffix(".part").tempfile_in(folder)?;
    copy(from, draft.path())?;
    draft.as_file().sync_all()?;
    draft.persist(to).map_err(|failed| Error::Io(failed.error))?;
    let copied = reader::immutable(to)?;
    prove(&copied)
}

/// Copies a database to a new file with SQLite's backup, opens the copy again and proves it: sound, complete, and
/// with as many rows in each table as its source had at that moment.
pub(super) fn copy(from: &Connection, to: &Path) -> Result<()> {
    drop(private::file(to)?);
    let snapshot = from.unchecked_transaction()?;
    let before = counts(&snapshot)?;
    {
        let mut copied = Connection::open(to)?;
        prepare(&copied)?;
        {
            let copying = Copying::new(&snapshot, &mut copied)?;
            match copying.step(-1)? {
                StepResult::Done => {}
                _ => return Err(Error::Busy),
            }
        }
        // A single file, whatever the source keeps beside it.
        copied.pragma_update(None, "journal_mode", "DELETE")?;
        copied.close().map_err(|(_, error)| error)?;
    }
    drop(snapshot);
    let copied = reader::immutable(to)?;
    prove(&copied)?;
    let after = counts(&copied)?;
    if before != after {
        return Err(Error::BadCopy(format!("{before:?} became {after:?}")));
    }
    fs::File::open(to)?.sync_all()?;
    Ok(())
}

/// Rows of each table.
fn counts(conn: &Connection) -> Result<Vec<(String, i64)>> {
    let mut names = conn.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")?;
    let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    names
        .into_iter()
        .map(|name| {
            let sql = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
            let count = conn.query_row(&sql, [], |row| row.get(0))?;
            Ok((name, count))
        })
        .collect()
}

/// SQLite's whole integrity check.
pub(super) fn prove(conn: &Connection) -> Result<()> {
    let verdict: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" { Ok(()) } else { Err(Error::BadCopy(verdict)) }
}

#[cfg(test)]
mod tests;
