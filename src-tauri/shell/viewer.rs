//! The system's programs for files: the PDF viewer, whose print dialog knows the printers, and the folder window.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Names a file in which a test finds what would have been opened.
const TEST_OPEN_LOG: &str = "COULOIR_TEST_OPEN_LOG";

/// A folder for files that are opened and not kept.
///
/// # Errors
/// When it cannot be made.
pub fn folder() -> io::Result<PathBuf> {
    let folder = std::env::temp_dir().join("couloir-print");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
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
    match std::env::var_os(TEST_OPEN_LOG) {
        Some(log) => std::fs::write(log, path.display().to_string()),
        None => opener::reveal(path).map_err(io::Error::other),
    }
}

/// Opens a file in the program that the system has for it.
///
/// # Errors
/// When the system has none, or refuses.
pub fn open(path: &Path) -> io::Result<()> {
    match std::env::var_os(TEST_OPEN_LOG) {
        Some(log) => std::fs::write(log, path.display().to_string()),
        None => opener::open(path).map_err(io::Error::other),
    }
}
