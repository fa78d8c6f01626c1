//! The history of a topic across meetings.

use couloir_core::agenda::AgendaItemId;
use couloir_core::analysis::topic::{self, Topic};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::IpcError;

/// One agenda item through all the meetings it stood in.
#[tauri::command]
#[specta::specta]
pub async fn topic_history(
    store: Store<'_>,
    workshop_id: WorkshopId,
    item_id: AgendaItemId,
) -> Result<Topic, IpcError> {
    store.analyse(workshop_id, move |contents, at| topic::topic(contents, &item_id, at)).await
}
