//! Putting a whole file in the place of one that cannot be opened; what stood there is kept under another name.

use std::fs;
use std::path::{Path, PathBuf};

use super::Restorable;
use crate::store::backup;
use crate::store::fault::of_system;
use crate::store::open::{FILE_NAME, LockedFolder};
use crate::store::{private, wal};
use crate::{Millis, Result};

/// Where the files that stood there are now; `None` when there were none.
pub type Kept = Option<PathBuf>;

const ENDINGS: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// Puts a copy in the place of the database of a folder.
///
/// # Errors
/// Why the copy cannot be read, or the place cannot be written; what stood there stands there then.
pub fn put_in_place(folder: &Path, source: &Path, now: Millis) -> Result<Kept> {
    let locked = LockedFolder::take(folder)?;
    let copy = Restorable::read(source)?;
    let draft = folder.join(".couloir-restored.part");
    let _ = fs::remove_file(&draft);
    backup::copy(&copy.conn, &draft)?;
    let kept = aside(folder, now, &ENDINGS)?;
    let path = folder.join(FILE_NAME);
    if let Err(error) = fs::rename(&draft, &path).and_then(|()| private::sync_folder(folder)) {
        let _ = fs::remove_file(&draft);
        back(folder, kept.as_deref());
        return Err(of_system(&error, &path));
    }
    drop(locked);
    Ok(kept)
}

/// Keeps what stands in the place of the database under another name and makes a new, empty library.
///
/// # Errors
/// When the place cannot be written.
pub fn start_anew(folder: &Path, now: Millis) -> Result<Kept> {
    let locked = LockedFolder::take(folder)?;
    let kept = aside(folder, now, &ENDINGS)?;
    locked.create()?;
    Ok(kept)
}

/// Keeps the changes that belong to another copy under another name, so that the database opens without them.
///
/// # Errors
/// When the place cannot be written.
pub fn open_without_journal(folder: &Path, now: Millis) -> Result<Kept> {
    let _locked = LockedFolder::take(folder)?;
    aside(folder, now, &["-wal", "-shm", "-journal"])
}

/// Keeps the database under another name.
///
/// # Errors
/// When the place cannot be written.
pub fn set_aside(folder: &Path, now: Millis) -> Result<Kept> {
    let _locked = LockedFolder::take(folder)?;
    aside(folder, now, &ENDINGS)
}

fn aside(folder: &Path, now: Millis, endings: &[&str]) -> Result<Kept> {
    let path = folder.join(FILE_NAME);
    let stamp = now.utc().format("%Y%m%dT%H%M%SZ");
    let free = (0..100).map(|more| match more {
        0 => folder.join(format!("couloir-kept-{stamp}.db")),
        _ => folder.join(format!("couloir-kept-{stamp}-{more}.db")),
    });
    let is_free = |kept: &PathBuf| ENDINGS.iter().all(|ending| !wal::beside(kept, ending).exists());
    let Some(kept) = free.into_iter().find(is_free) else { return Ok(None) };
    let mut any = None;
    for ending in endings {
        let from = wal::beside(&path, ending);
        if fs::symlink_metadata(&from).is_ok() {
            let to = wal::beside(&kept, ending);
            if let Err(error) = fs::rename(&from, &to) {
                back(folder, Some(&kept));
                return Err(of_system(&error, &from));
            }
            any = any.or(Some(to));
        }
    }
    private::sync_folder(folder).map_err(|error| of_system(&error, folder))?;
    Ok(any)
}

fn back(folder: &Path, kept: Option<&Path>) {
    let Some(kept) = kept else { return };
    let path = folder.join(FILE_NAME);
    for ending in ENDINGS {
        let from = wal::beside(kept, ending);
        if from.exists() && !wal::beside(&path, ending).exists() {
            let _ = fs::rename(from, wal::beside(&path, ending));
        }
    }
}
