//! Steps of the implementation order, and what depends on what.

use couloir_core::role::RoleId;
use couloir_core::step::{StepEdit, StepId};
use couloir_core::task::TaskId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// A new step at the end, led by a role or by nobody, after other steps.
#[tauri::command]
#[specta::specta]
pub async fn step_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    title: String,
    lead: Option<RoleId>,
    after: Vec<StepId>,
) -> Result<Receipt<StepId>, IpcError> {
    store.commit(move |library| library.step_add(&workshop_id, &title, lead.as_ref(), &after)).await
}

/// Changes one field of a step.
#[tauri::command]
#[specta::specta]
pub async fn step_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: StepId,
    edit: StepEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.step_edit(&workshop_id, &id, edit)).await
}

/// Puts a step before another, or last.
#[tauri::command]
#[specta::specta]
pub async fn step_move(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: StepId,
    before: Option<StepId>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.step_move(&workshop_id, &id, before.as_ref())).await
}

/// Deletes a step; its tasks stay.
#[tauri::command]
#[specta::specta]
pub async fn step_delete(store: Store<'_>, workshop_id: WorkshopId, id: StepId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.step_delete(&workshop_id, &id)).await
}

/// Says that a step needs another, or no longer does.
#[tauri::command]
#[specta::specta]
pub async fn step_depend(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: StepId,
    needs: StepId,
    depends: bool,
) -> Result<Receipt<()>, IpcError> {
    store
        .commit(move |library| match depends {
            true => library.step_depend(&workshop_id, &id, &needs),
            false => library.step_undepend(&workshop_id, &id, &needs),
        })
        .await
}

/// Says that a task needs another, or no longer does.
#[tauri::command]
#[specta::specta]
pub async fn task_depend(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: TaskId,
    needs: TaskId,
    depends: bool,
) -> Result<Receipt<()>, IpcError> {
    store
        .commit(move |library| match depends {
            true => library.task_depend(&workshop_id, &id, &needs),
            false => library.task_undepend(&workshop_id, &id, &needs),
        })
        .await
}
