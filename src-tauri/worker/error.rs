//! What the window is told when something goes wrong: a code and its arguments, never a sentence.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use couloir_core::Error;
use serde::{Deserialize, Serialize};
use specta::Type;

/// An error as it crosses the border; `messages` has a sentence for each code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum IpcError {
    /// No row of this kind has this id (any more).
    NotFound { kind: String },
    /// A rule refuses the value of a field; `detail` names the objects involved.
    Invalid { field: String, rule: String, detail: String },
    /// The text of a field is longer than `limit` characters.
    TooLong { field: String, limit: u32 },
    /// The data changed since; nothing was changed.
    Conflict,
    /// Nothing to undo or redo.
    NothingToUndo,
    /// A newer Couloir wrote the file.
    FileTooNew { found: u32, known: u32 },
    /// The library cannot be opened as it stands; `fault` names the message.
    Unopened { path: String, fault: String },
    /// The database is damaged.
    Damaged,
    /// Another program changed the files: nothing more is written; `change` names the message.
    FileChanged { change: String },
    /// The disk answered with an error; `is_unsure`: the change may stand all the same.
    Disk { is_unsure: bool },
    /// A copy did not prove to be whole.
    BadCopy,
    /// The place cannot be written, or this window may not write.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// Another Couloir uses the data folder.
    Busy,
    /// A document or file could not be made, written or read; `reason` names the message, `subject` is its argument,
    /// `line` the line of the file that is meant, 0 for none.
    Data { reason: String, subject: String, line: u32 },
    /// Anything unexpected; the log has it under this number.
    Internal { incident: u32 },
}

impl From<Error> for IpcError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound { kind, .. } => IpcError::NotFound { kind: kind.to_owned() },
            Error::Invalid { field, rule, detail } => {
                IpcError::Invalid { field: field.to_owned(), rule: rule.code().to_owned(), detail }
            }
            Error::TooLong { field, limit } => IpcError::TooLong { field: field.to_owned(), limit },
            Error::Conflict => IpcError::Conflict,
            Error::NothingToUndo => IpcError::NothingToUndo,
            Error::FileTooNew { found, known } => IpcError::FileTooNew { found, known },
            Error::Unopened { path, fault, detail } => {
                tracing::error!("{} cannot be opened: {} {detail}", path.display(), fault.code());
                IpcError::Unopened { path: path.display().to_string(), fault: fault.code().to_owned() }
            }
            Error::Damaged(_) => {
                tracing::error!("damaged: {error}");
                IpcError::Damaged
            }
            // What a row or an image says is not for the log.
            Error::Row(_) => {
                tracing::error!("a row cannot be read");
                IpcError::Damaged
            }
            Error::Json(ref json) => {
                internal(&format!("unreadable: {:?} at {}:{}", json.classify(), json.line(), json.column()))
            }
            Error::FileChanged(change) => IpcError::FileChanged { change: change.code().to_owned() },
            Error::Disk { ref detail, is_unsure } => {
                tracing::error!("the disk failed: {detail}");
                IpcError::Disk { is_unsure }
            }
            Error::BadCopy(ref verdict) => {
                tracing::error!("a copy is not whole: {verdict}");
                IpcError::BadCopy
            }
            Error::ReadOnly => IpcError::ReadOnly,
            Error::DiskFull => IpcError::DiskFull,
            Error::Busy => IpcError::Busy,
            Error::Io(ref source) => of_system(source),
            Error::Sql(_) => internal(&error),
        }
    }
}

/// What the system said about a file that is not a document.
fn of_system(error: &std::io::Error) -> IpcError {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => IpcError::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => IpcError::ReadOnly,
        _ => {
            tracing::error!("the disk failed: {error}");
            IpcError::Disk { is_unsure: false }
        }
    }
}

impl From<couloir_documents::Error> for IpcError {
    fn from(error: couloir_documents::Error) -> Self {
        if error.is_fault() {
            return internal(&error);
        }
        let line = error.line().and_then(|line| u32::try_from(line).ok()).unwrap_or(0);
        IpcError::Data { reason: error.code().to_owned(), subject: error.subject(), line }
    }
}

/// What the last unexpected problem was, for the command line, which keeps no log.
pub static LAST_INCIDENT: Mutex<String> = Mutex::new(String::new());

/// Logs something unexpected under a new incident number.
pub fn internal(error: &dyn std::fmt::Display) -> IpcError {
    *LAST_INCIDENT.lock().unwrap_or_else(PoisonError::into_inner) = error.to_string();
    static INCIDENTS: AtomicU32 = AtomicU32::new(1);
    let incident = INCIDENTS.fetch_add(1, Ordering::Relaxed);
    tracing::error!(incident, "{error}");
    IpcError::Internal { incident }
}
