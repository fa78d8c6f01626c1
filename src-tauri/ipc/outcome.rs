//! What meetings produce: notes, decisions and actions.

use couloir_core::agenda::AgendaItemId;
use couloir_core::meeting::MeetingId;
use couloir_core::outcome::{OutcomeEdit, OutcomeId, OutcomeKind, ReferenceFrom, ReferenceId, ReferenceTo};
use couloir_core::task::TaskId;
use couloir_core::workshop::WorkshopId;
use tauri::Window;

use super::IpcError;
use crate::shell::store_thread::{Receipt, Store};

/// A new outcome of a meeting that has begun.
#[expect(clippy::too_many_arguments, reason = "an outcome is what the window hands over, field by field")]
#[tauri::command]
#[specta::specta]
pub async fn outcome_add(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    item_id: Option<AgendaItemId>,
    kind: OutcomeKind,
    body: String,
    is_private: bool,
) -> Result<Receipt<OutcomeId>, IpcError> {
    store
        .commit(&window, move |library| {
            library.outcome_add(&workshop_id, &meeting_id, item_id.as_ref(), kind, &body, is_private)
        })
        .await
}

/// Changes one field of an outcome.
#[tauri::command]
#[specta::specta]
pub async fn outcome_edit(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: OutcomeId,
    edit: OutcomeEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(&window, move |library| library.outcome_edit(&workshop_id, &id, edit)).await
}

/// Deletes an outcome.
#[tauri::command]
#[specta::specta]
pub async fn outcome_delete(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: OutcomeId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(&window, move |library| library.outcome_delete(&workshop_id, &id)).await
}

/// Makes a card of an action.
#[tauri::command]
#[specta::specta]
pub async fn action_to_task(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: OutcomeId,
) -> Result<Receipt<TaskId>, IpcError> {
    store.commit(&window, move |library| library.action_to_task(&workshop_id, &id)).await
}

/// Links an agenda item to what it is about, or an outcome to what it changed.
#[tauri::command]
#[specta::specta]
pub async fn reference_add(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    from: ReferenceFrom,
    to: ReferenceTo,
) -> Result<Receipt<ReferenceId>, IpcError> {
    store.commit(&window, move |library| library.reference_add(&workshop_id, from, to)).await
}

/// Takes a link away.
#[tauri::command]
#[specta::specta]
pub async fn reference_delete(
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ReferenceId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(&window, move |library| library.reference_delete(&workshop_id, &id)).await
}
