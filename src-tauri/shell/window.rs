//! Opening the window.

use std::path::PathBuf;
use std::process::ExitCode;

use couloir_messages::text;
use tauri::Manager;

use super::store_thread::{MAIN, PROJECTOR, StoreThread};
use super::{language, log, paths, picker, viewer};
use crate::ipc::{IpcError, Projector, may_call};

/// Opens the window on a data folder and runs until it is closed.
pub fn run(context: tauri::Context, data: Option<PathBuf>) -> ExitCode {
    if !has_display() {
        eprintln!("{}", text(language::of_system(), "window-no-display", &[]));
        return ExitCode::FAILURE;
    }
    let bindings = crate::ipc::builder();
    let handler = bindings.invoke_handler();
    let mut builder = tauri::Builder::default();
    if data.is_none() {
        // One window per data folder: a second start without a folder of its own shows the first window.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize().and_then(|()| window.set_focus());
            }
        }));
    }
    let folder = data.unwrap_or_else(paths::default_data_folder);
    let ran = builder
        .plugin(tauri_plugin_dialog::init())
        .manage(Projector::default())
        .on_window_event(|window, event| {
            // The room's picture ends with the console.
            if window.label() == MAIN
                && matches!(event, tauri::WindowEvent::Destroyed)
                && let Some(projector) = window.app_handle().get_webview_window(PROJECTOR)
            {
                let _ = projector.destroy();
            }
        })
        .invoke_handler(move |invoke| {
            if !may_call(invoke.message.webview_ref().label(), invoke.message.command()) {
                invoke.resolver.reject(IpcError::ReadOnly);
                return true;
            }
            handler(invoke)
        })
        .setup(move |app| {
            bindings.mount_events(app);
            log::start(&folder);
            app.manage(StoreThread::start(folder));
            app.manage(picker::picker());
            app.manage(viewer::Saved::default());
            Ok(())
        })
        .run(context);
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let reason = error.to_string();
            eprintln!("{}", text(language::of_system(), "window-failed", &[("reason", reason.into())]));
            ExitCode::FAILURE
        }
    }
}

/// Without a display the windowing library ends the process before anything can be said.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
