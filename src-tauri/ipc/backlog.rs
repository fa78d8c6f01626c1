//! The parking lot.

use couloir_core::agenda::AgendaItemId;
use couloir_core::backlog::{BacklogEdit, BacklogItemId};
use couloir_core::meeting::MeetingId;
use couloir_core::series::SeriesId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Parks something for later.
#[tauri::command]
#[specta::specta]
pub async fn backlog_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    series_id: Option<SeriesId>,
    title: String,
    reason: String,
) -> Result<Receipt<BacklogItemId>, IpcError> {
    store.commit(move |library| library.backlog_add(&workshop_id, series_id.as_ref(), &title, &reason)).await
}

/// Parks several things together, as one step.
#[tauri::command]
#[specta::specta]
pub async fn backlog_add_all(
    store: Store<'_>,
    workshop_id: WorkshopId,
    series_id: Option<SeriesId>,
    titles: Vec<String>,
    reason: String,
) -> Result<Receipt<Vec<BacklogItemId>>, IpcError> {
    store.commit(move |library| library.backlog_add_all(&workshop_id, series_id.as_ref(), &titles, &reason)).await
}

/// Changes one field of a parked item.
#[tauri::command]
#[specta::specta]
pub async fn backlog_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: BacklogItemId,
    edit: BacklogEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.backlog_edit(&workshop_id, &id, edit)).await
}

/// Takes an item off the parking lot.
#[tauri::command]
#[specta::specta]
pub async fn backlog_delete(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: BacklogItemId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.backlog_delete(&workshop_id, &id)).await
}

/// Takes a parked item into an agenda.
#[tauri::command]
#[specta::specta]
pub async fn backlog_schedule(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: BacklogItemId,
    meeting_id: MeetingId,
    before: Option<AgendaItemId>,
) -> Result<Receipt<AgendaItemId>, IpcError> {
    store.commit(move |library| library.backlog_schedule(&workshop_id, &id, &meeting_id, before.as_ref())).await
}

/// Puts a block of a meeting on the parking lot.
#[tauri::command]
#[specta::specta]
pub async fn agenda_item_park(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: AgendaItemId,
    reason: String,
) -> Result<Receipt<BacklogItemId>, IpcError> {
    store.commit(move |library| library.agenda_item_park(&workshop_id, &id, &reason)).await
}
