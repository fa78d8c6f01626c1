//! The RACI matrix.

use couloir_core::analysis::raci::{self, Matrix};
use couloir_core::role::RoleId;
use couloir_core::task::{Part, TaskId};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Tasks × roles with what looks wrong.
#[tauri::command]
#[specta::specta]
pub async fn raci(store: Store<'_>, workshop_id: WorkshopId) -> Result<Matrix, IpcError> {
    store.analyse(workshop_id, |contents, _| Ok(raci::matrix(contents))).await
}

/// Gives a role its part in a task, or none.
#[tauri::command]
#[specta::specta]
pub async fn involvement_set(
    store: Store<'_>,
    workshop_id: WorkshopId,
    task_id: TaskId,
    role_id: RoleId,
    part: Option<Part>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.involvement_set(&workshop_id, &task_id, &role_id, part)).await
}
