//! Undo, redo and the history.

use couloir_core::UndoState;
use couloir_core::journal::{OperationEntry, OperationName};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Takes back the last operation of a workshop (`None`: of the library).
#[tauri::command]
#[specta::specta]
pub async fn undo(store: Store<'_>, workshop_id: Option<WorkshopId>) -> Result<Receipt<OperationName>, IpcError> {
    store.commit(move |library| library.undo(workshop_id.as_ref())).await
}

/// Does again what was undone last.
#[tauri::command]
#[specta::specta]
pub async fn redo(store: Store<'_>, workshop_id: Option<WorkshopId>) -> Result<Receipt<OperationName>, IpcError> {
    store.commit(move |library| library.redo(workshop_id.as_ref())).await
}

/// What undo and redo would do next.
#[tauri::command]
#[specta::specta]
pub async fn undo_state(store: Store<'_>, workshop_id: Option<WorkshopId>) -> Result<UndoState, IpcError> {
    store.read(move |library| library.undo_state(workshop_id.as_ref())).await
}

/// Operations, newest first, older than `before`.
#[tauri::command]
#[specta::specta]
pub async fn history(
    store: Store<'_>,
    workshop_id: Option<WorkshopId>,
    before: Option<i32>,
    limit: u32,
) -> Result<Vec<OperationEntry>, IpcError> {
    store.read(move |library| library.history(workshop_id.as_ref(), before, limit)).await
}
