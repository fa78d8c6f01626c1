//! The gap radar: what it finds, and what is done about it.

use couloir_core::agenda::AgendaItemId;
use couloir_core::analysis::radar::Finding;
use couloir_core::backlog::BacklogItemId;
use couloir_core::workshop::WorkshopId;
use couloir_core::{Error, Library};

use super::Store;
use crate::worker::language;
use crate::worker::sentence;
use crate::worker::{IpcError, Receipt};

/// Everything the radar finds in a workshop now, accepted findings too.
#[tauri::command]
#[specta::specta]
pub async fn findings(store: Store<'_>, workshop_id: WorkshopId) -> Result<Vec<Finding>, IpcError> {
    store.read(move |library| library.findings(&workshop_id)).await
}

/// Accepts a finding because of a reason; it comes back when the facts change.
#[tauri::command]
#[specta::specta]
pub async fn finding_accept(
    store: Store<'_>,
    workshop_id: WorkshopId,
    key: String,
    reason: String,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.finding_accept(&workshop_id, &key, &reason)).await
}

/// Takes an acceptance back.
#[tauri::command]
#[specta::specta]
pub async fn finding_reopen(store: Store<'_>, workshop_id: WorkshopId, key: String) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.finding_reopen(&workshop_id, &key)).await
}

/// Puts a finding in the parking lot.
#[tauri::command]
#[specta::specta]
pub async fn finding_park(
    store: Store<'_>,
    workshop_id: WorkshopId,
    key: String,
) -> Result<Receipt<BacklogItemId>, IpcError> {
    store
        .commit(move |library| {
            let title = title(library, &workshop_id, &key)?;
            library.finding_park(&workshop_id, &key, &title)
        })
        .await
}

/// Puts a finding on the agenda of the current or next meeting.
#[tauri::command]
#[specta::specta]
pub async fn finding_discuss(
    store: Store<'_>,
    workshop_id: WorkshopId,
    key: String,
) -> Result<Receipt<AgendaItemId>, IpcError> {
    store
        .commit(move |library| {
            let title = title(library, &workshop_id, &key)?;
            library.finding_discuss(&workshop_id, &key, &title)
        })
        .await
}

/// What a finding says in the workshop's language, as a title: a longer sentence ends in "…".
fn title(library: &Library, workshop_id: &WorkshopId, key: &str) -> Result<String, Error> {
    let contents = library.contents(workshop_id)?;
    let finding = couloir_core::finding::find(&contents, library.now(), key)?;
    Ok(sentence::as_title(sentence::of_finding(language::of_workshop(contents.workshop.language), &finding)))
}
