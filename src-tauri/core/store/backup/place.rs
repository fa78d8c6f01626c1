//! Where copies are kept: beside the data folder, and at a second place of the user's choice.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Backup, read_name, retention};
use crate::store::{private, reader};
use crate::{Error, Millis, Result};

/// The folder of copies that belongs to a data folder.
#[derive(Clone, Debug)]
pub struct BackupPlace {
    beside: PathBuf,
    /// Where the folder beside cannot be made, copies stand inside.
    inside: PathBuf,
}

/// What is known of the copies besides themselves. It stands with them, not in the database that they replace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceNotes {
    /// A second folder for copies, on a stick or a share.
    pub second: Option<PathBuf>,
    /// When a copy was last brought there.
    pub second_at: Option<Millis>,
    /// When restoring was last rehearsed, and with which copy.
    pub rehearsed_at: Option<Millis>,
    pub rehearsed: Option<String>,
}

const NOTES: &str = "copies.json";

impl BackupPlace {
    /// The place of copies of a data folder.
    pub fn of(folder: &Path) -> Self {
        let whole =
            folder.canonicalize().or_else(|_| std::path::absolute(folder)).unwrap_or_else(|_| folder.to_owned());
        let inside = whole.join("backups");
        let beside = match (whole.parent(), whole.file_name()) {
            (Some(parent), Some(name)) => parent.join(format!("{}-backups", name.to_string_lossy())),
            _ => inside.clone(),
        };
        Self { beside, inside }
    }

    /// The folder, made if it is not there.
    ///
    /// # Errors
    /// When it can be made neither beside nor inside the data folder.
    pub fn made(&self) -> Result<PathBuf> {
        if private::make_folder(&self.beside).is_ok() && is_writable(&self.beside) {
            return Ok(self.beside.clone());
        }
        private::make_folder(&self.inside)?;
        Ok(self.inside.clone())
    }

    /// Where copies stand, for showing.
    pub fn folder(&self) -> &Path {
        if self.beside.exists() || !self.inside.exists() { &self.beside } else { &self.inside }
    }

    /// All copies, newest first, those at the second place that are not here too.
    pub fn list(&self) -> Vec<Backup> {
        let mut found = [self.beside.clone(), self.inside.clone()].iter().flat_map(|at| list(at)).collect::<Vec<_>>();
        for other in self.second().iter().flat_map(|at| list(at)) {
            if !found.iter().any(|known| known.name == other.name) {
                found.push(other);
            }
        }
        found.sort_by(|a, b| b.taken_at.cmp(&a.taken_at).then_with(|| b.name.cmp(&a.name)));
        found
    }

    /// The files of all copies, those at the second place too, even where both places have the same one.
    pub(in crate::store) fn everywhere(&self) -> Vec<PathBuf> {
        let places = [Some(self.beside.clone()), Some(self.inside.clone()), self.second()];
        places.iter().flatten().flat_map(|at| list(at)).map(|backup| backup.path).collect()
    }

    /// The copy of this name; `latest` is the newest.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn find(&self, name: &str) -> Result<Backup> {
        let mut all = self.list().into_iter();
        let found = if name == "latest" { all.next() } else { all.find(|backup| backup.name == name) };
        found.ok_or_else(|| Error::NotFound { kind: "backup", id: name.to_owned() })
    }

    /// Removes copies that newer ones stand for. The newest one that is sound always stays.
    pub(in crate::store) fn rotate(&self, now: Millis) {
        rotate(self.folder(), now);
    }

    /// Brings the newest copy to the second place, when that is there. It is no loss when it is not: its age is shown.
    pub fn carry_newest(&self, now: Millis) {
        let Some(second) = self.second().filter(|second| second.is_dir()) else { return };
        let newest = self.list().into_iter().find(|backup| backup.path.parent() != Some(&second));
        let Some(backup) = newest.filter(|backup| !second.join(&backup.name).exists()) else { return };
        let draft = second.join(format!(".{}.part", backup.name));
        let carried = fs::copy(&backup.path, &draft)
            .and_then(|_| fs::File::open(&draft)?.sync_all())
            .is_ok_and(|()| reader::immutable(&draft).and_then(|conn| super::prove(&conn)).is_ok())
            && fs::rename(&draft, second.join(&backup.name)).is_ok();
        if carried {
            let _ = self.note(|notes| notes.second_at = Some(now));
            rotate(&second, now);
        } else {
            let _ = fs::remove_file(&draft);
        }
    }

    /// What is noted.
    pub fn notes(&self) -> PlaceNotes {
        let read = fs::read(self.folder().join(NOTES)).ok();
        read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Notes something.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note(&self, change: impl FnOnce(&mut PlaceNotes)) -> Result<()> {
        let mut notes = self.notes();
        change(&mut notes);
        let folder = self.made()?;
        let draft = folder.join(".copies.json.part");
        drop(private::file(&draft)?);
        fs::write(&draft, serde_json::to_vec(&notes)?)?;
        Ok(fs::rename(&draft, folder.join(NOTES))?)
    }

    fn second(&self) -> Option<PathBuf> {
        self.notes().second
    }
}

fn is_writable(folder: &Path) -> bool {
    tempfile::Builder::new().prefix(".couloir-").tempfile_in(folder).is_ok()
}

fn list(folder: &Path) -> Vec<Backup> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let found = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let (taken_at, cause) = read_name(&name)?;
        let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        Some(Backup { name, path: entry.path(), taken_at, cause, bytes: metadata.len() })
    });
    found.collect()
}

fn rotate(folder: &Path, now: Millis) {
    let mut all = list(folder);
    all.sort_by_key(|copy| std::cmp::Reverse(copy.taken_at));
    let moments: Vec<Millis> = all.iter().map(|backup| backup.taken_at).collect();
    let superfluous = retention::superfluous(&moments, now);
    let is_sound = |backup: &Backup| reader::immutable(&backup.path).and_then(|conn| super::prove(&conn)).is_ok();
    if superfluous.is_empty() {
        return;
    }
    // Whatever time says, one that can be restored stays.
    let newest_good = all.iter().find(|backup| is_sound(backup)).map(|backup| backup.name.clone());
    for (backup, moment) in all.iter().zip(&moments) {
        if superfluous.contains(moment) && Some(&backup.name) != newest_good.as_ref() {
            let _ = fs::remove_file(&backup.path);
        }
    }
}
