//! The system's programs for files: the PDF viewer, whose print dialog knows the printers, and the folder window.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;

/// Names a file in which a test finds what would have been opened.
const TEST_OPEN_LOG: &str = "COULOIR_TEST_OPEN_LOG";

const PRINTS: &str = "couloir-print-";

/// The folder of this run for files that are opened and not kept; only this user may read it.
static FOLDER: Mutex<Option<TempDir>> = Mutex::new(None);

/// A folder for files that are opened and not kept.
///
/// # Errors
/// When it cannot be made.
pub fn folder() -> io::Result<PathBuf> {
    let mut folder = FOLDER.lock().unwrap_or_else(PoisonError::into_inner);
    if folder.is_none() {
        let prefix = format!("{PRINTS}{}-", std::process::id());
        *folder = Some(tempfile::Builder::new().prefix(&prefix).tempdir()?);
    }
    folder.as_ref().map(|folder| folder.path().to_owned()).ok_or_else(|| io::ErrorKind::NotFound.into())
}

/// A folder within [`folder`] for what must not outlive this value.
///
/// # Errors
/// When it cannot be made.
pub fn passing_folder() -> io::Result<TempDir> {
    tempfile::Builder::new().prefix("copy-").tempdir_in(folder()?)
}

/// Removes what was printed: by this run, and by runs that were cut.
pub fn empty() {
    drop(FOLDER.lock().unwrap_or_else(PoisonError::into_inner).take());
    let Ok(entries) = std::fs::read_dir(std::env::temp_dir()) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let process = name.strip_prefix(PRINTS).and_then(|rest| rest.split('-').next());
        if process.is_some_and(|process| !is_running(process, &entry)) {
            // Those of another user are refused, which is right.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

fn is_running(process: &str, entry: &std::fs::DirEntry) -> bool {
    if cfg!(target_os = "linux") {
        return Path::new("/proc").join(process).exists();
    }
    let age = entry.metadata().and_then(|found| found.modified()).ok().and_then(|at| at.elapsed().ok());
    age.is_none_or(|age| age.as_secs() < 24 * 3_600)
}

/// The file that was saved last, which the window may open without naming a path.
#[derive(Default)]
pub struct Saved(Mutex<Option<PathBuf>>);

impl Saved {
    /// Notes a file and gives its place as text.
    pub fn note(&self, path: PathBuf) -> String {
        let shown = path.display().to_string();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
        shown
    }

    /// The file that was saved last.
    pub fn last(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Shows a file in the window of its folder.
///
/// # Errors
/// When the system has none, or refuses.
pub fn reveal(path: &Path) -> io::Result<()> {
    match super::hook(TEST_OPEN_LOG) {
        Some(log) => std::fs::write(log, path.display().to_string()),
        None => opener::reveal(path).map_err(io::Error::other),
    }
}

/// Opens a file in the program that the system has for it.
///
/// # Errors
/// When the system has none, or refuses.
pub fn open(path: &Path) -> io::Result<()> {
    match super::hook(TEST_OPEN_LOG) {
        Some(log) => std::fs::write(log, path.display().to_string()),
        None => opener::open(path).map_err(io::Error::other),
    }
}
