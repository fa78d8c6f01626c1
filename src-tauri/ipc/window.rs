//! The console's window: the whole display, and its end, which is told to the page first (`shell/closing.rs`).

use tauri::Window;

use crate::worker::{IpcError, internal};

/// Gives the window the whole display, or takes it back.
#[tauri::command]
#[specta::specta]
pub async fn window_full_screen(window: Window) -> Result<(), IpcError> {
    let is_full = window.is_fullscreen().map_err(|error| internal(&error))?;
    window.set_fullscreen(!is_full).map_err(|error| internal(&error))
}

/// Everything is saved: the window may go.
#[tauri::command]
#[specta::specta]
pub async fn window_leave(window: Window) -> Result<(), IpcError> {
    window.destroy().map_err(|error| internal(&error))
}
