//! What the windows are told when the store has changed.

use couloir_core::workshop::WorkshopId;
use couloir_core::{Committed, Patch, UndoState};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri_specta::Event;

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

impl WorkshopChanged {
    /// Splits what a commit answers from what it changed.
    pub fn of<T>(committed: Committed<T>) -> (T, Self) {
        let Committed { value, revision, workshop_id, patch, undo } = committed;
        (value, Self { revision, workshop_id, patch, undo })
    }
}
