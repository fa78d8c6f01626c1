//! Preparing a meeting from what is open.

use couloir_core::Error;
use couloir_core::meeting::{MeetingId, PrepareChoice, PreparePark, Prepared};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::language;
use crate::worker::offer::{Offers, offers};
use crate::worker::{IpcError, Receipt};

/// What a meeting should talk about, fitted to the minutes its agenda leaves; changes nothing.
#[tauri::command]
#[specta::specta]
pub async fn agenda_prepare(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
) -> Result<Offers, IpcError> {
    store
        .read(move |library| {
            let found = library.agenda_prepare(&workshop_id, &meeting_id)?;
            let spoken = language::of_workshop(library.contents(&workshop_id)?.workshop.language);
            Ok::<_, Error>(offers(spoken, found))
        })
        .await
}

/// Puts proposals on the agenda and the rest in the parking lot, as one step.
#[tauri::command]
#[specta::specta]
pub async fn agenda_prepare_take(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    chosen: Vec<PrepareChoice>,
    parked: Vec<PreparePark>,
) -> Result<Receipt<Prepared>, IpcError> {
    store.commit(move |library| library.agenda_prepare_take(&workshop_id, &meeting_id, &chosen, &parked)).await
}
