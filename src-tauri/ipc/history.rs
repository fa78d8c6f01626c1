//! Named moments and what changed between two of them.

use couloir_core::analysis::difference::Difference;
use couloir_core::journal::snapshot::SnapshotId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Keeps this moment under a name.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_take(
    store: Store<'_>,
    workshop_id: WorkshopId,
    name: String,
) -> Result<Receipt<SnapshotId>, IpcError> {
    store.commit(move |library| library.snapshot_take(&workshop_id, &name)).await
}

/// Gives a moment another name.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_rename(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: SnapshotId,
    name: String,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.snapshot_rename(&workshop_id, &id, &name)).await
}

/// Forgets a named moment.
#[tauri::command]
#[specta::specta]
pub async fn snapshot_delete(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: SnapshotId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.snapshot_delete(&workshop_id, &id)).await
}

/// What changed from one operation to another (`None`: until now).
#[tauri::command]
#[specta::specta]
pub async fn difference(
    store: Store<'_>,
    workshop_id: WorkshopId,
    from: i32,
    to: Option<i32>,
) -> Result<Difference, IpcError> {
    store.read(move |library| library.difference(&workshop_id, from, to)).await
}
