//! Saved methods and meeting templates.

use couloir_core::Day;
use couloir_core::agenda::{AgendaItemId, Method, MethodId};
use couloir_core::meeting::MeetingId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// The saved methods, by title.
#[tauri::command]
#[specta::specta]
pub async fn method_list(store: Store<'_>) -> Result<Vec<Method>, IpcError> {
    store.read(|library| library.methods()).await
}

/// Saves a block as a method.
#[tauri::command]
#[specta::specta]
pub async fn method_save(
    store: Store<'_>,
    workshop_id: WorkshopId,
    item_id: AgendaItemId,
) -> Result<Receipt<MethodId>, IpcError> {
    store.commit(move |library| library.method_save(&workshop_id, &item_id)).await
}

/// Puts a saved method into a meeting, before another block.
#[tauri::command]
#[specta::specta]
pub async fn method_insert(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    id: MethodId,
    before: Option<AgendaItemId>,
) -> Result<Receipt<AgendaItemId>, IpcError> {
    store.commit(move |library| library.method_insert(&workshop_id, &meeting_id, &id, before.as_ref())).await
}

/// Renames a saved method.
#[tauri::command]
#[specta::specta]
pub async fn method_rename(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MethodId,
    title: String,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.method_rename(&workshop_id, &id, &title)).await
}

/// Deletes a saved method.
#[tauri::command]
#[specta::specta]
pub async fn method_delete(store: Store<'_>, workshop_id: WorkshopId, id: MethodId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.method_delete(&workshop_id, &id)).await
}

/// Divides a block in two.
#[tauri::command]
#[specta::specta]
pub async fn agenda_item_split(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: AgendaItemId,
) -> Result<Receipt<AgendaItemId>, IpcError> {
    store.commit(move |library| library.agenda_item_split(&workshop_id, &id)).await
}

/// Saves a meeting as a template of its workshop.
#[tauri::command]
#[specta::specta]
pub async fn template_save(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    title: String,
) -> Result<Receipt<MeetingId>, IpcError> {
    store.commit(move |library| library.template_save(&workshop_id, &meeting_id, &title)).await
}

/// Makes a meeting of a template.
#[tauri::command]
#[specta::specta]
pub async fn meeting_from_template(
    store: Store<'_>,
    workshop_id: WorkshopId,
    template_id: MeetingId,
    day: Day,
    minute: i32,
) -> Result<Receipt<MeetingId>, IpcError> {
    store.commit(move |library| library.meeting_from_template(&workshop_id, &template_id, day, minute)).await
}
