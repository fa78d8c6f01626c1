//! Finding words everywhere.

use couloir_core::search::Found;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::IpcError;

/// How many hits a window shows.
const SHOWN: u32 = 60;

/// Texts that hold every word of a question, in all workshops or in one.
#[tauri::command]
#[specta::specta]
pub async fn search(store: Store<'_>, words: String, workshop_id: Option<WorkshopId>) -> Result<Found, IpcError> {
    store.read(move |library| library.search(&words, workshop_id.as_ref(), SHOWN)).await
}
