//! Where things are on this laptop.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use couloir_core::store::private;

/// Identifier of the application, which names its folders.
pub const IDENTIFIER: &str = "app.couloir.desktop";

/// The folder of the database when none is named: the one chosen last, or the platform's folder for application data.
pub fn default_data_folder() -> PathBuf {
    chosen().unwrap_or_else(platform_folder)
}

fn platform_folder() -> PathBuf {
    dirs::data_dir().unwrap_or_else(std::env::temp_dir).join(IDENTIFIER)
}

/// The folder `couloir-data` beside the program, if there is one: a stick then carries the program and all it keeps.
pub fn portable_folder() -> Option<PathBuf> {
    let folder = std::env::current_exe().ok()?.parent()?.join("couloir-data");
    folder.is_dir().then_some(folder)
}

/// The file that names a data folder that the user chose.
fn note() -> Option<PathBuf> {
    Some(dirs::config_dir()?.join(IDENTIFIER).join("data-folder"))
}

fn chosen() -> Option<PathBuf> {
    let text = fs::read_to_string(note()?).ok()?;
    Some(PathBuf::from(text.trim_end_matches(['\r', '\n']))).filter(|folder| folder.is_absolute())
}

/// Opens this data folder from now on, when none is named.
///
/// # Errors
/// When that cannot be noted.
pub fn remember(folder: &Path) -> io::Result<()> {
    let Some(note) = note() else { return Ok(()) };
    if folder == platform_folder() {
        return match fs::remove_file(note) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    if let Some(parent) = note.parent() {
        private::make_folder(parent)?;
    }
    fs::write(note, folder.display().to_string())
}

/// A folder of this computer's own that holds no library yet, made.
///
/// # Errors
/// When it cannot be made.
pub fn free_local_folder() -> io::Result<PathBuf> {
    let base = dirs::data_local_dir().unwrap_or_else(std::env::temp_dir);
    let names = (1..100).map(|more| if more == 1 { IDENTIFIER.to_owned() } else { format!("{IDENTIFIER}-{more}") });
    let is_free = |folder: &PathBuf| !folder.join(couloir_core::store::FILE_NAME).exists();
    let folder = names.map(|name| base.join(name)).find(is_free).ok_or(io::ErrorKind::AlreadyExists)?;
    private::make_folder(&folder)?;
    Ok(folder)
}
