//! Links of a role or of everyone.

use couloir_core::resource::{ResourceEdit, ResourceId};
use couloir_core::role::RoleId;
use couloir_core::task::TaskId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// A new link.
#[tauri::command]
#[specta::specta]
pub async fn resource_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    role: Option<RoleId>,
    title: String,
    url: String,
) -> Result<Receipt<ResourceId>, IpcError> {
    store.commit(move |library| library.resource_add(&workshop_id, role.as_ref(), &title, &url)).await
}

/// A new link that helps with one task.
#[tauri::command]
#[specta::specta]
pub async fn resource_add_to_task(
    store: Store<'_>,
    workshop_id: WorkshopId,
    task: TaskId,
    title: String,
    url: String,
) -> Result<Receipt<ResourceId>, IpcError> {
    store.commit(move |library| library.resource_add_to_task(&workshop_id, &task, &title, &url)).await
}

/// Changes one field of a link.
#[tauri::command]
#[specta::specta]
pub async fn resource_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ResourceId,
    edit: ResourceEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.resource_edit(&workshop_id, &id, edit)).await
}

/// Removes a link.
#[tauri::command]
#[specta::specta]
pub async fn resource_delete(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ResourceId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.resource_delete(&workshop_id, &id)).await
}
