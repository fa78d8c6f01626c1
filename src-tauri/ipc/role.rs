//! Roles: the lanes of the board.

use couloir_core::role::{self, RoleDeletion, RoleEdit, RoleId};
use couloir_core::workshop::WorkshopId;
use tauri::Window;

use super::IpcError;
use crate::shell::store_thread::{Receipt, Store};

/// A new role in the last lane.
#[tauri::command]
#[specta::specta]
pub async fn role_add(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    name: String,
) -> Result<Receipt<RoleId>, IpcError> {
    store.commit(&window, move |library| library.role_add(&workshop_id, &name)).await
}

/// Changes one field of a role.
#[tauri::command]
#[specta::specta]
pub async fn role_edit(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: RoleId,
    edit: RoleEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(&window, move |library| library.role_edit(&workshop_id, &id, edit)).await
}

/// Puts a lane before another (none: last).
#[tauri::command]
#[specta::specta]
pub async fn role_move(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: RoleId,
    before: Option<RoleId>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(&window, move |library| library.role_move(&workshop_id, &id, before.as_ref())).await
}

/// What deleting a role would change.
#[tauri::command]
#[specta::specta]
pub async fn role_deletion(store: Store<'_>, workshop_id: WorkshopId, id: RoleId) -> Result<RoleDeletion, IpcError> {
    store.read(move |library| Ok(role::deletion(&library.contents(&workshop_id)?, &id))).await
}

/// Deletes a role; its tasks become unassigned.
#[tauri::command]
#[specta::specta]
pub async fn role_delete(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: RoleId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(&window, move |library| library.role_delete(&workshop_id, &id)).await
}
