//! Tags on tasks, responsibilities and contracts.

use couloir_core::tag::{TagEdit, TagId, TagTarget, TaggingId};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Puts a tag on something, by its name.
#[tauri::command]
#[specta::specta]
pub async fn tag_put(
    store: Store<'_>,
    workshop_id: WorkshopId,
    name: String,
    target: TagTarget,
) -> Result<Receipt<TagId>, IpcError> {
    store.commit(move |library| library.tag_put(&workshop_id, &name, &target)).await
}

/// Puts a tag on several things in one step.
#[tauri::command]
#[specta::specta]
pub async fn tag_put_on(
    store: Store<'_>,
    workshop_id: WorkshopId,
    name: String,
    targets: Vec<TagTarget>,
) -> Result<Receipt<TagId>, IpcError> {
    store.commit(move |library| library.tag_put_on(&workshop_id, &name, &targets)).await
}

/// Takes a tag off something.
#[tauri::command]
#[specta::specta]
pub async fn tagging_delete(store: Store<'_>, workshop_id: WorkshopId, id: TaggingId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.tagging_delete(&workshop_id, &id)).await
}

/// A tag that is on nothing yet.
#[tauri::command]
#[specta::specta]
pub async fn tag_add(store: Store<'_>, workshop_id: WorkshopId, name: String) -> Result<Receipt<TagId>, IpcError> {
    store.commit(move |library| library.tag_add(&workshop_id, &name)).await
}

/// Changes one text of a tag.
#[tauri::command]
#[specta::specta]
pub async fn tag_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: TagId,
    edit: TagEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.tag_edit(&workshop_id, &id, edit)).await
}

/// Deletes a tag, wherever it is.
#[tauri::command]
#[specta::specta]
pub async fn tag_delete(store: Store<'_>, workshop_id: WorkshopId, id: TagId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.tag_delete(&workshop_id, &id)).await
}
