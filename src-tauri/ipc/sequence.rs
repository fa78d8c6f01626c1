//! The implementation order as it is drawn.

use couloir_core::analysis::sequence::{self, Sequence};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::IpcError;

/// Columns, arrows, critical path and readiness lights of a workshop.
#[tauri::command]
#[specta::specta]
pub async fn sequence(store: Store<'_>, workshop_id: WorkshopId) -> Result<Sequence, IpcError> {
    store.analyse(workshop_id, |contents, _| Ok(sequence::sequence(contents))).await
}
