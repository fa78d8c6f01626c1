//! Meetings as they are run: life, clock, steps, overrun, attendance, closing.

use couloir_core::agenda::AgendaItemId;
use couloir_core::analysis::clock::Clock;
use couloir_core::analysis::overrun::{Proposal, Way};
use couloir_core::meeting::{Closed, ItemFate, LiveStep, MeetingId, Start};
use couloir_core::person::PersonId;
use couloir_core::role::RoleId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Opens a draft.
#[tauri::command]
#[specta::specta]
pub async fn meeting_open(store: Store<'_>, workshop_id: WorkshopId, id: MeetingId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.meeting_open(&workshop_id, &id)).await
}

/// Takes an open meeting back to draft.
#[tauri::command]
#[specta::specta]
pub async fn meeting_to_draft(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.meeting_to_draft(&workshop_id, &id)).await
}

/// Starts a meeting, now or as planned.
#[tauri::command]
#[specta::specta]
pub async fn meeting_start(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    start: Start,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.meeting_start(&workshop_id, &id, start)).await
}

/// Ends and closes a meeting; what was not treated goes to the next one.
#[tauri::command]
#[specta::specta]
pub async fn meeting_close(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    fates: Vec<ItemFate>,
) -> Result<Receipt<Closed>, IpcError> {
    store.commit(move |library| library.meeting_close(&workshop_id, &id, &fates)).await
}

/// Opens a closed meeting again.
#[tauri::command]
#[specta::specta]
pub async fn meeting_reopen(store: Store<'_>, workshop_id: WorkshopId, id: MeetingId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.meeting_reopen(&workshop_id, &id)).await
}

/// Confirms the minutes of a closed meeting, or takes that back.
#[tauri::command]
#[specta::specta]
pub async fn minutes_confirm(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    confirmed: bool,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.minutes_confirm(&workshop_id, &id, confirmed)).await
}

/// The clock of a meeting at this moment.
#[tauri::command]
#[specta::specta]
pub async fn meeting_clock(store: Store<'_>, workshop_id: WorkshopId, id: MeetingId) -> Result<Clock, IpcError> {
    store.read(move |library| library.meeting_clock(&workshop_id, &id)).await
}

/// Steps through the agenda of a meeting in progress.
#[tauri::command]
#[specta::specta]
pub async fn live_step(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    step: LiveStep,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.live_step(&workshop_id, &id, &step)).await
}

/// Gives the block under way more or less time, in seconds.
#[tauri::command]
#[specta::specta]
pub async fn live_extend(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    seconds: i32,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.live_extend(&workshop_id, &id, seconds)).await
}

/// Stops the clock, or lets it go on.
#[tauri::command]
#[specta::specta]
pub async fn live_pause(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    pause: bool,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.live_pause(&workshop_id, &id, pause)).await
}

/// The ways to deal with an overrun, each with the end it leads to.
#[tauri::command]
#[specta::specta]
pub async fn overrun_ways(store: Store<'_>, workshop_id: WorkshopId, id: MeetingId) -> Result<Vec<Proposal>, IpcError> {
    store.read(move |library| library.overrun_ways(&workshop_id, &id)).await
}

/// Takes one of the ways.
#[tauri::command]
#[specta::specta]
pub async fn overrun_take(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: MeetingId,
    way: Way,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.overrun_take(&workshop_id, &id, &way)).await
}

/// Notes who is invited and who is present.
#[tauri::command]
#[specta::specta]
pub async fn attendance_set(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    person_id: PersonId,
    is_invited: bool,
    is_present: bool,
) -> Result<Receipt<()>, IpcError> {
    store
        .commit(move |library| library.attendance_set(&workshop_id, &meeting_id, &person_id, is_invited, is_present))
        .await
}

/// Gives the floor to a role; `None` or the role that has it: nobody speaks.
#[tauri::command]
#[specta::specta]
pub async fn floor_give(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    role_id: Option<RoleId>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.floor_give(&workshop_id, &meeting_id, role_id.as_ref())).await
}

/// Moves an item with its outcomes to the next meeting.
#[tauri::command]
#[specta::specta]
pub async fn item_move_to_next(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: AgendaItemId,
) -> Result<Receipt<MeetingId>, IpcError> {
    store.commit(move |library| library.item_move_to_next(&workshop_id, &id)).await
}

/// Puts a copy of an item into the next meeting; the record stays.
#[tauri::command]
#[specta::specta]
pub async fn item_duplicate_to_next(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: AgendaItemId,
) -> Result<Receipt<MeetingId>, IpcError> {
    store.commit(move |library| library.item_duplicate_to_next(&workshop_id, &id)).await
}
