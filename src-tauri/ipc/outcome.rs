//! What meetings produce: notes, decisions and actions.

use couloir_core::meeting::MeetingId;
use couloir_core::outcome::{NewOutcome, OutcomeEdit, OutcomeId, ReferenceFrom, ReferenceId, ReferenceTo};
use couloir_core::task::TaskId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// A new outcome of a meeting that has begun.
#[tauri::command]
#[specta::specta]
pub async fn outcome_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    entry: NewOutcome,
) -> Result<Receipt<OutcomeId>, IpcError> {
    store.commit(move |library| library.outcome_enter(&workshop_id, &meeting_id, entry)).await
}

/// Changes one field of an outcome.
#[tauri::command]
#[specta::specta]
pub async fn outcome_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: OutcomeId,
    edit: OutcomeEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.outcome_edit(&workshop_id, &id, edit)).await
}

/// Deletes an outcome.
#[tauri::command]
#[specta::specta]
pub async fn outcome_delete(store: Store<'_>, workshop_id: WorkshopId, id: OutcomeId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.outcome_delete(&workshop_id, &id)).await
}

/// Makes a card of an action.
#[tauri::command]
#[specta::specta]
pub async fn action_to_task(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: OutcomeId,
) -> Result<Receipt<TaskId>, IpcError> {
    store.commit(move |library| library.action_to_task(&workshop_id, &id)).await
}

/// Links an agenda item to what it is about, or an outcome to what it changed.
#[tauri::command]
#[specta::specta]
pub async fn reference_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    from: ReferenceFrom,
    to: ReferenceTo,
) -> Result<Receipt<ReferenceId>, IpcError> {
    store.commit(move |library| library.reference_add(&workshop_id, from, to)).await
}

/// Takes a link away.
#[tauri::command]
#[specta::specta]
pub async fn reference_delete(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ReferenceId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.reference_delete(&workshop_id, &id)).await
}
