//! How this laptop looks at the board of a workshop.

use couloir_core::board::BoardView;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::IpcError;

/// How the board is looked at.
#[tauri::command]
#[specta::specta]
pub async fn board_view(store: Store<'_>, workshop_id: WorkshopId) -> Result<BoardView, IpcError> {
    store.read(move |library| library.board_view(&workshop_id)).await
}

/// Keeps how the board is looked at; no step to take back.
#[tauri::command]
#[specta::specta]
pub async fn board_view_set(store: Store<'_>, workshop_id: WorkshopId, view: BoardView) -> Result<(), IpcError> {
    store.note(move |library| library.set_board_view(&workshop_id, view)).await
}
