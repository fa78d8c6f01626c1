//! The end of the console's window, which is told to the page first (`shell/closing.rs`).

use tauri::Window;

use crate::worker::{IpcError, internal};

/// Everything is saved: the window may go.
#[tauri::command]
#[specta::specta]
pub async fn window_leave(window: Window) -> Result<(), IpcError> {
    window.destroy().map_err(|error| internal(&error))
}
