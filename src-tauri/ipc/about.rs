//! What this program is made of, as a colleague asks who helps with it.

use couloir_core::store::{SCHEMA_VERSION, sqlite_version};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::worker::IpcError;

/// The versions that count when something is asked about this program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct About {
    pub version: String,
    /// The form of the database.
    pub schema: u32,
    pub sqlite: String,
    /// What draws the window; `None` where the system does not say.
    pub web_view: Option<String>,
}

/// The versions of this program and of what it stands on.
#[tauri::command]
#[specta::specta]
pub async fn about() -> Result<About, IpcError> {
    Ok(About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        schema: SCHEMA_VERSION,
        sqlite: sqlite_version().to_owned(),
        web_view: tauri::webview_version().ok(),
    })
}
