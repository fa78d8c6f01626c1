//! Recurring meetings.

use couloir_core::Millis;
use couloir_core::meeting::MeetingId;
use couloir_core::series::{SeriesEdit, SeriesId};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Makes a series of a meeting.
#[tauri::command]
#[specta::specta]
pub async fn series_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    recurrence: String,
) -> Result<Receipt<SeriesId>, IpcError> {
    store.commit(move |library| library.series_add(&workshop_id, &meeting_id, &recurrence)).await
}

/// Changes one field of a series.
#[tauri::command]
#[specta::specta]
pub async fn series_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: SeriesId,
    edit: SeriesEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.series_edit(&workshop_id, &id, edit)).await
}

/// Deletes a series; its meetings stay.
#[tauri::command]
#[specta::specta]
pub async fn series_delete(store: Store<'_>, workshop_id: WorkshopId, id: SeriesId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.series_delete(&workshop_id, &id)).await
}

/// The next dates of a series.
#[tauri::command]
#[specta::specta]
pub async fn series_dates(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: SeriesId,
    limit: u16,
) -> Result<Vec<Millis>, IpcError> {
    store.read(move |library| library.series_dates(&workshop_id, &id, limit)).await
}

/// The dates of a rhythm that is not saved yet.
#[tauri::command]
#[specta::specta]
pub async fn series_preview(
    store: Store<'_>,
    recurrence: String,
    starts_at: Millis,
    time_zone: String,
    limit: u16,
) -> Result<Vec<Millis>, IpcError> {
    store.read(move |library| library.series_preview(&recurrence, starts_at, &time_zone, limit)).await
}

/// Prepares the next meeting of a series.
#[tauri::command]
#[specta::specta]
pub async fn series_next(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: SeriesId,
) -> Result<Receipt<MeetingId>, IpcError> {
    store.commit(move |library| library.series_next(&workshop_id, &id)).await
}
