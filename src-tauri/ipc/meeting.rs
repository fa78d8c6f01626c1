//! Meetings and the blocks of their agendas.

use couloir_core::agenda::{AgendaItemId, BuiltinAgenda, ItemEdit};
use couloir_core::analysis::agenda::{Timetable, of_meeting};
use couloir_core::meeting::{MeetingEdit, MeetingId};
use couloir_core::workshop::WorkshopId;
use couloir_core::{Day, Error, Millis, Rule};

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Meetings of a built-in agenda (`half-day`, `short`, `two-sessions`, `cross-functional`, `review`).
#[tauri::command]
#[specta::specta]
pub async fn meeting_from_builtin(
    store: Store<'_>,
    workshop_id: WorkshopId,
    agenda: String,
    day: Day,
    minute: i32,
) -> Result<Receipt<MeetingId>, IpcError> {
    let agenda = BuiltinAgenda::from_id(&agenda).ok_or_else(|| Error::invalid("agenda", Rule::Unknown))?;
    store.commit(move |library| library.meeting_from_builtin(&workshop_id, agenda, day, minute)).await
}

/// A meeting with an empty agenda.
#[tauri::command]
#[specta::specta]
pub async fn meeting_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    title: String,
    starts_at: Millis,
    planned_minutes: i32,
) -> Result<Receipt<MeetingId>, IpcError> {
    store.commit(move |library| library.meeting_add(&workshop_id, &title, starts_at, planned_minutes)).await
}

/// Changes one field of a meeting.
#[tauri::command]
#[specta::specta]
pub async fn meeting_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    edit: MeetingEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.meeting_edit(&workshop_id, &id, edit)).await
}

/// Starts a meeting on a day, at minutes after midnight by the clocks of its zone.
#[tauri::command]
#[specta::specta]
pub async fn meeting_reschedule(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    day: Day,
    minute: i32,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.meeting_reschedule(&workshop_id, &id, day, minute)).await
}

/// A copy of a meeting a week later.
#[tauri::command]
#[specta::specta]
pub async fn meeting_duplicate(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
) -> Result<Receipt<MeetingId>, IpcError> {
    store.commit(move |library| library.meeting_duplicate(&workshop_id, &id)).await
}

/// Deletes a meeting.
#[tauri::command]
#[specta::specta]
pub async fn meeting_delete(store: Store<'_>, workshop_id: WorkshopId, id: MeetingId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.meeting_delete(&workshop_id, &id)).await
}

/// When each block of a meeting takes place.
#[tauri::command]
#[specta::specta]
pub async fn timetable(store: Store<'_>, workshop_id: WorkshopId, id: MeetingId) -> Result<Timetable, IpcError> {
    store
        .read(move |library| {
            let contents = library.contents(&workshop_id)?;
            let meeting = contents.meetings.iter().find(|meeting| meeting.id == id);
            let meeting = meeting.ok_or_else(|| Error::NotFound { kind: "meeting", id: id.to_string() })?;
            Ok(of_meeting(&contents, meeting))
        })
        .await
}

/// A new block before another (none: last).
#[tauri::command]
#[specta::specta]
pub async fn agenda_item_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    title: String,
    seconds: i32,
    before: Option<AgendaItemId>,
) -> Result<Receipt<AgendaItemId>, IpcError> {
    store
        .commit(move |library| library.agenda_item_add(&workshop_id, &meeting_id, &title, seconds, before.as_ref()))
        .await
}

/// Changes one field of a block.
#[tauri::command]
#[specta::specta]
pub async fn agenda_item_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: AgendaItemId,
    edit: ItemEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.agenda_item_edit(&workshop_id, &id, edit)).await
}

/// Puts a block before another (none: last).
#[tauri::command]
#[specta::specta]
pub async fn agenda_item_move(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: AgendaItemId,
    before: Option<AgendaItemId>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.agenda_item_move(&workshop_id, &id, before.as_ref())).await
}

/// A copy of a block, right after it.
#[tauri::command]
#[specta::specta]
pub async fn agenda_item_duplicate(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: AgendaItemId,
) -> Result<Receipt<AgendaItemId>, IpcError> {
    store.commit(move |library| library.agenda_item_duplicate(&workshop_id, &id)).await
}

/// Removes a block.
#[tauri::command]
#[specta::specta]
pub async fn agenda_item_delete(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: AgendaItemId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.agenda_item_delete(&workshop_id, &id)).await
}
