//! The typed border between the window and the core: one file a noun, thin commands, one list of them all.

mod error;
mod journal;
mod role;
mod setting;
mod task;
mod workshop;

use couloir_core::workshop::WorkshopId;
use couloir_core::{Patch, UndoState};
use serde::{Deserialize, Serialize};
use specta::Type;
use specta_typescript::Typescript;
use tauri_specta::{Builder, Event, collect_commands, collect_events};

pub use error::{IpcError, internal};
pub use setting::{Settings, SettingsChanged};

/// A commit, undo or redo happened; every window applies the patches in the order of their revisions.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct WorkshopChanged {
    pub revision: u32,
    /// `None`: the library itself (a workshop was made, renamed, deleted).
    pub workshop_id: Option<WorkshopId>,
    pub patch: Patch,
    /// What undo and redo would do next there.
    pub undo: UndoState,
}

/// All commands and events.
pub fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .commands(collect_commands![
            journal::undo,
            journal::redo,
            journal::undo_state,
            journal::history,
            role::role_add,
            role::role_edit,
            role::role_move,
            role::role_deletion,
            role::role_delete,
            setting::settings_read,
            setting::settings_write,
            task::task_add,
            task::task_edit,
            task::task_move,
            task::task_delete,
            workshop::workshop_list,
            workshop::workshop_open,
            workshop::workshop_create,
            workshop::workshop_from_template,
            workshop::workshop_duplicate,
            workshop::workshop_rename,
            workshop::workshop_delete,
            workshop::workshop_edit,
        ])
        .events(collect_events![WorkshopChanged, SettingsChanged])
}

/// The TypeScript side of the border; a test compares it with `ui/src/ipc/bindings.ts`.
///
/// # Errors
/// When a type cannot be expressed, or the temporary file cannot be written.
pub fn bindings() -> std::io::Result<String> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bindings.ts");
    builder().export(Typescript::default(), &path).map_err(std::io::Error::other)?;
    std::fs::read_to_string(path)
}
