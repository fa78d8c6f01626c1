//! The system's PDF viewer, whose print dialog knows the printers.

use std::io;
use std::path::{Path, PathBuf};

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
