//! Closing by hand, by the end of the session or by a signal: what is being typed is saved first.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, Runtime};
use tauri_specta::Event;

use super::{MAIN, place};

/// A page that does not answer holds nothing up for longer.
const PATIENCE: Duration = Duration::from_secs(2);

/// The window is about to close: save what is typed, then answer with `window_leave`.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct WindowCloses;

/// Whether the page has been told that its window closes.
#[derive(Default)]
pub struct Closing(AtomicBool);

/// Tells the page; the window goes when it answers, or after a while. False: it has been told before.
pub fn ask<R: Runtime>(app: &AppHandle<R>) -> bool {
    if app.state::<Closing>().0.swap(true, Ordering::SeqCst) {
        return false;
    }
    place::keep(app);
    if let Err(error) = WindowCloses.emit_to(app, MAIN) {
        tracing::error!("the page was not told that its window closes: {error}");
    }
    let app = app.clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if let Some(window) = app.get_webview_window(MAIN) {
            tracing::warn!("the page did not answer: its window closes all the same");
            let _ = window.destroy();
        }
    });
    true
}

/// The end of the session and `kill` send a signal: the window closes as by hand.
#[cfg(unix)]
pub fn follow_signals<R: Runtime>(app: &AppHandle<R>) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let app = app.clone();
    match signal_hook::iterator::Signals::new([SIGTERM, SIGINT, SIGHUP]) {
        Ok(mut signals) => {
            std::thread::spawn(move || {
                for _ in signals.forever() {
                    ask(&app);
                }
            });
        }
        Err(error) => tracing::error!("signals cannot be followed: {error}"),
    }
}

/// Here the system asks the window itself.
#[cfg(not(unix))]
pub fn follow_signals<R: Runtime>(_: &AppHandle<R>) {}
