//! Where things are on this laptop.

use std::path::PathBuf;

/// Identifier of the application, which names its folders.
pub const IDENTIFIER: &str = "app.couloir.desktop";

/// The folder of the database when none is named: the platform's folder for application data.
pub fn default_data_folder() -> PathBuf {
    dirs::data_dir().unwrap_or_else(std::env::temp_dir).join(IDENTIFIER)
}
