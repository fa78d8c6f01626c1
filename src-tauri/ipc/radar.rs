//! The gap radar: what it finds, and what is done about it.

use couloir_core::agenda::AgendaItemId;
use couloir_core::analysis::radar::Finding;
use couloir_core::backlog::BacklogItemId;
use couloir_core::finding;
use couloir_core::workshop::WorkshopId;
use couloir_core::{Contents, Error, Library};

use super::Store;
use crate::worker::language;
use crate::worker::sentence;
use crate::worker::{IpcError, Receipt};

/// Everything the radar finds in a workshop now, accepted findings too.
#[tauri::command]
#[specta::specta]
pub async fn findings(store: Store<'_>, workshop_id: WorkshopId) -> Result<Vec<Finding>, IpcError> {
    store.analyse(workshop_id, |contents, at| Ok(finding::now(contents, at))).await
}

/// How many findings of a workshop still ask for something.
#[tauri::command]
#[specta::specta]
pub async fn findings_open(store: Store<'_>, workshop_id: WorkshopId) -> Result<u32, IpcError> {
    let count = |contents: &Contents, at| finding::now(contents, at).iter().filter(|one| one.is_open()).count();
    store.analyse(workshop_id, move |contents, at| Ok(u32::try_from(count(contents, at)).unwrap_or(u32::MAX))).await
}

/// Accepts findings because of a reason; each comes back when its facts change.
#[tauri::command]
#[specta::specta]
pub async fn findings_accept(
    store: Store<'_>,
    workshop_id: WorkshopId,
    keys: Vec<String>,
    reason: String,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.findings_accept(&workshop_id, &keys, &reason)).await
}

/// Takes an acceptance back.
#[tauri::command]
#[specta::specta]
pub async fn finding_reopen(store: Store<'_>, workshop_id: WorkshopId, key: String) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.finding_reopen(&workshop_id, &key)).await
}

/// Puts findings in the parking lot, together.
#[tauri::command]
#[specta::specta]
pub async fn findings_park(
    store: Store<'_>,
    workshop_id: WorkshopId,
    keys: Vec<String>,
) -> Result<Receipt<BacklogItemId>, IpcError> {
    store
        .commit(move |library| {
            let title = title(library, &workshop_id, &keys)?;
            library.findings_park(&workshop_id, &keys, &title)
        })
        .await
}

/// Puts findings on the agenda of the current or next meeting, as one item.
#[tauri::command]
#[specta::specta]
pub async fn findings_discuss(
    store: Store<'_>,
    workshop_id: WorkshopId,
    keys: Vec<String>,
) -> Result<Receipt<AgendaItemId>, IpcError> {
    store
        .commit(move |library| {
            let title = title(library, &workshop_id, &keys)?;
            library.findings_discuss(&workshop_id, &keys, &title)
        })
        .await
}

/// What findings say in the workshop's language, as a title: several by their first, a longer sentence ends in "…".
fn title(library: &Library, workshop_id: &WorkshopId, keys: &[String]) -> Result<String, Error> {
    let contents = library.contents(workshop_id)?;
    let found = finding::find_all(&contents, library.now(), keys)?;
    Ok(sentence::of_findings(language::of_workshop(contents.workshop.language), &found))
}
