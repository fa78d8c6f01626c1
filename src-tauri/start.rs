//! Opening the window: what is wired to what.

use std::path::PathBuf;
use std::process::ExitCode;

use couloir_messages::text;
use tauri::Manager;
use tauri_specta::Event;

use crate::command_line;
use crate::command_line::Opening;
use crate::ipc::{
    CopyDesk, FileHovers, FormDesk, ImportDesk, NewAsked, ProjectionChanged, Projector, SetDesk, ask_new, may_call,
    offer,
};
use crate::shell::closing::{self, Closing};
use crate::shell::place::{self, PlaceFile};
use crate::shell::{MAIN, PROJECTOR, clock, language, log, paths, picker, projector, viewer};
use crate::worker::{IpcError, StoreThread, WorkshopChanged};

/// What the web view keeps within a data folder that was named.
const VIEW_DATA: &str = "webview";

/// Opens the window and runs until it is closed.
pub fn run(context: tauri::Context, opening: Opening) -> ExitCode {
    let Opening { data, file, is_new } = opening;
    if !has_display() {
        eprintln!("{}", text(language::of_system(), "window-no-display", &[]));
        return ExitCode::FAILURE;
    }
    let bindings = crate::ipc::builder();
    let handler = bindings.invoke_handler();
    let mut builder = tauri::Builder::default();
    if data.is_none() {
        // One window per data folder: a second start without a folder of its own shows the first window.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, args, folder| {
            if let Some(file) = command_line::file_of(args.iter().skip(1)) {
                offer(app, PathBuf::from(folder).join(file));
            }
            if args.iter().any(|arg| arg == "--new") {
                ask_new(app);
            }
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize().and_then(|()| window.set_focus());
            }
        }));
    }
    // Whoever names a folder gets everything in it, what the web view keeps too.
    let view_data = data.as_ref().map(|folder| folder.join(VIEW_DATA));
    let folder = data.unwrap_or_else(paths::default_data_folder);
    let place_file = PlaceFile::of(&folder);
    let ran = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(stay())
        .manage(Projector::default())
        .manage(Closing::default())
        .on_window_event(|window, event| {
            if window.label() == MAIN
                && let tauri::WindowEvent::DragDrop(drag) = event
            {
                dragged(window.app_handle(), drag);
            }
            if window.label() == MAIN
                && let tauri::WindowEvent::CloseRequested { api, .. } = event
            {
                api.prevent_close();
                closing::ask(window.app_handle());
            }
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
            viewer::empty();
            let handle = app.handle().clone();
            app.manage(StoreThread::start(
                folder,
                Box::new(clock::clock),
                Box::new(move |changed| tell(&handle, &changed)),
            ));
            closing::follow_signals(app.handle());
            app.manage(picker::picker());
            app.manage(viewer::Saved::default());
            app.manage(ImportDesk::default());
            app.manage(SetDesk::default());
            app.manage(FormDesk::default());
            app.manage(CopyDesk::default());
            app.manage(NewAsked::default());
            if let Some(file) = file {
                offer(app.handle(), file);
            }
            if is_new {
                ask_new(app.handle());
            }
            let window = app.config().app.windows.first().ok_or("no window is configured")?;
            let mut window = tauri::WebviewWindowBuilder::from_config(app.handle(), window)?;
            if let Some(view_data) = &view_data {
                window = window.data_directory(view_data.clone());
            }
            app.manage(projector::ViewData(view_data));
            app.manage(place_file);
            // The page knows which workshop is open; the list of windows shall say it too.
            let window = window.on_document_title_changed(|window, title| {
                let _ = window.set_title(&title);
            });
            place::restore(&window.build()?);
            Ok(())
        })
        .build(context)
        .map(|app| {
            app.run_return(|app, event| {
                if matches!(event, tauri::RunEvent::Exit) {
                    app.state::<StoreThread>().keeper().finish();
                    viewer::empty();
                }
                opened(app, &event);
            })
        });
    match ran {
        Ok(code) => u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from),
        Err(error) => {
            let reason = error.to_string();
            eprintln!("{}", text(language::of_system(), "window-failed", &[("reason", reason.into())]));
            ExitCode::FAILURE
        }
    }
}

/// Keeps every window on the application: no link, drop or script leads anywhere else.
fn stay<R: tauri::Runtime>() -> tauri::plugin::TauriPlugin<R> {
    tauri::plugin::Builder::new("stay").on_navigation(|_, url| is_ours(url)).build()
}

fn is_ours(url: &tauri::Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    match url.scheme() {
        "tauri" => host == "localhost",
        "http" | "https" => host == "tauri.localhost" || (cfg!(dev) && host == "localhost"),
        "about" => true,
        _ => false,
    }
}

/// Tells the windows what the store changed.
fn tell(app: &tauri::AppHandle, changed: &WorkshopChanged) {
    // Patches carry whole rows, private notes too: the projector's window is only told to look again.
    let told = changed.emit_to(app, MAIN).and_then(|()| ProjectionChanged.emit_to(app, PROJECTOR));
    if let Err(error) = told {
        tracing::error!("a change did not reach the windows: {error}");
    }
}

/// A file that is held over the window or dropped on it.
fn dragged(app: &tauri::AppHandle, drag: &tauri::DragDropEvent) {
    let is_over = matches!(drag, tauri::DragDropEvent::Enter { .. } | tauri::DragDropEvent::Over { .. });
    // "Over" comes with every move of the pointer; the window has been told on entering.
    if !matches!(drag, tauri::DragDropEvent::Over { .. })
        && let Err(error) = (FileHovers { is_over }).emit_to(app, MAIN)
    {
        tracing::error!("a dragged file was not announced: {error}");
    }
    if let tauri::DragDropEvent::Drop { paths, .. } = drag
        && let Some(path) = paths.first()
    {
        offer(app, path.clone());
    }
}

/// macOS hands a double-clicked file over as an event, not as an argument.
#[cfg(target_os = "macos")]
fn opened(app: &tauri::AppHandle, event: &tauri::RunEvent) {
    if let tauri::RunEvent::Opened { urls } = event
        && let Some(path) = urls.iter().find_map(|url| url.to_file_path().ok())
    {
        offer(app, path);
    }
}

#[cfg(not(target_os = "macos"))]
fn opened(_: &tauri::AppHandle, _: &tauri::RunEvent) {}

/// Without a display the windowing library ends the process before anything can be said.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::is_ours;

    #[test]
    fn windows_stay_on_the_application() {
        for ours in ["tauri://localhost/", "http://tauri.localhost/index.html", "about:blank"] {
            assert!(is_ours(&ours.parse().unwrap()), "{ours}");
        }
        for other in
            ["https://example.org/", "file:///etc/passwd", "http://tauri.localhost.example.org/", "data:text/html,x"]
        {
            assert!(!is_ours(&other.parse().unwrap()), "{other}");
        }
    }
}
