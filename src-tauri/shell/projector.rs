//! The second window, for the room: on the other screen when there is one.

use std::path::PathBuf;

use tauri::{AppHandle, Manager, UserAttentionType, WebviewUrl, WebviewWindowBuilder};

use super::{MAIN, PROJECTOR};

/// Where the web views keep what is theirs, when that is not the system's place; both windows share it.
pub struct ViewData(pub Option<PathBuf>);

/// Opens the projector's window, full screen on another display than the console's if there is one; shows it when it
/// is open already.
///
/// # Errors
/// When the system refuses the window.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(PROJECTOR) {
        return window.unminimize().and_then(|()| window.set_focus());
    }
    let url = WebviewUrl::App("index.html?window=projector".into());
    let mut window = WebviewWindowBuilder::new(app, PROJECTOR, url)
        .title("Couloir · projection")
        .inner_size(1280.0, 720.0)
        .min_inner_size(640.0, 360.0);
    if let Some(folder) = &app.state::<ViewData>().0 {
        window = window.data_directory(folder.clone());
    }
    let window = window.build()?;
    let console = app.get_webview_window(MAIN).map(|main| main.current_monitor()).transpose()?.flatten();
    let console = console.map(|monitor| *monitor.position());
    let other = app.available_monitors()?.into_iter().find(|monitor| Some(*monitor.position()) != console);
    if let Some(other) = other {
        window.set_position(*other.position())?;
        window.set_fullscreen(true)?;
    }
    Ok(())
}

/// Closes the projector's window, if it is open.
///
/// # Errors
/// When the system refuses.
pub fn close(app: &AppHandle) -> tauri::Result<()> {
    app.get_webview_window(PROJECTOR).map_or(Ok(()), |window| window.destroy())
}

/// Whether the projector's window is open.
pub fn is_open(app: &AppHandle) -> bool {
    app.get_webview_window(PROJECTOR).is_some()
}

/// Draws the eye to the console if it is not in front.
///
/// # Errors
/// When the system refuses.
pub fn ask_attention(app: &AppHandle) -> tauri::Result<()> {
    match app.get_webview_window(MAIN) {
        Some(window) if !window.is_focused()? => window.request_user_attention(Some(UserAttentionType::Informational)),
        _ => Ok(()),
    }
}
