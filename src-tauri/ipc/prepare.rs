//! Preparing a meeting from what is open.

use couloir_core::Error;
use couloir_core::analysis::prepare::{Candidate, Preparation};
use couloir_core::meeting::{MeetingId, PrepareChoice, PreparePark, Prepared};
use couloir_core::workshop::WorkshopId;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::Window;

use super::IpcError;
use crate::shell::store_thread::{Receipt, Store};
use crate::shell::{language, sentence};

/// A proposal with its words in the workshop's language, as they would be written down.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Offer {
    pub proposal: Candidate,
    pub title: String,
    /// Why it finds no room; `None`: it has one.
    pub reason: Option<String>,
}

/// What is proposed for a meeting.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Offers {
    /// Seconds that the agenda leaves as it is.
    pub available: i32,
    pub proposed: Vec<Offer>,
    pub overflow: Vec<Offer>,
}

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
    window: Window,
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
    chosen: Vec<PrepareChoice>,
    parked: Vec<PreparePark>,
) -> Result<Receipt<Prepared>, IpcError> {
    store.commit(&window, move |library| library.agenda_prepare_take(&workshop_id, &meeting_id, &chosen, &parked)).await
}

/// Proposals with their words.
pub fn offers(spoken: couloir_messages::Language, found: Preparation) -> Offers {
    let offer = |proposal: Candidate, reason| Offer { title: sentence::title_of(spoken, &proposal), proposal, reason };
    Offers {
        available: found.available,
        proposed: found.proposed.into_iter().map(|proposal| offer(proposal, None)).collect(),
        overflow: found
            .overflow
            .into_iter()
            .map(|over| {
                let reason = sentence::no_room(spoken, over.proposal.seconds, over.room);
                offer(over.proposal, Some(reason))
            })
            .collect(),
    }
}
