//! The technical log, where everything unexpected is kept under its incident number.

use std::path::Path;
use std::sync::OnceLock;

use tracing_appender::non_blocking::WorkerGuard;

static GUARD: OnceLock<WorkerGuard> = OnceLock::new();

/// Writes the log to `log/` in the data folder, a file a day, seven kept. Without a writable folder there is none.
pub fn start(folder: &Path) {
    let appender = tracing_appender::rolling::Builder::new()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .filename_prefix("couloir")
        .filename_suffix("log")
        .max_log_files(7)
        .build(folder.join("log"));
    if let Ok(appender) = appender {
        let (writer, guard) = tracing_appender::non_blocking(appender);
        let subscriber = tracing_subscriber::fmt().with_writer(writer).with_ansi(false).finish();
        if tracing::subscriber::set_global_default(subscriber).is_ok() {
            // Kept for the life of the process: dropping it would stop the writing thread.
            let _ = GUARD.set(guard);
        }
    }
}
