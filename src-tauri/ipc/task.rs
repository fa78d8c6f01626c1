//! Tasks: the cards of the board.

use couloir_core::role::RoleId;
use couloir_core::task::{Column, ServingId, ServingTarget, TaskEdit, TaskId, TaskSet, WallMove};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// A new card at the end of a lane and column.
#[tauri::command]
#[specta::specta]
pub async fn task_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    lane: Option<RoleId>,
    column: Column,
    title: String,
    detail: String,
) -> Result<Receipt<TaskId>, IpcError> {
    store.commit(move |library| library.task_add(&workshop_id, lane.as_ref(), &column, &title, &detail)).await
}

/// Changes one field of a card.
#[tauri::command]
#[specta::specta]
pub async fn task_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: TaskId,
    edit: TaskEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.task_edit(&workshop_id, &id, edit)).await
}

/// Moves cards together to a lane and column, before another card.
#[tauri::command]
#[specta::specta]
pub async fn task_move(
    store: Store<'_>,
    workshop_id: WorkshopId,
    ids: Vec<TaskId>,
    lane: Option<RoleId>,
    column: Column,
    before: Option<TaskId>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.task_move(&workshop_id, &ids, lane.as_ref(), &column, before.as_ref())).await
}

/// Deletes cards.
#[tauri::command]
#[specta::specta]
pub async fn task_delete(store: Store<'_>, workshop_id: WorkshopId, ids: Vec<TaskId>) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.task_delete(&workshop_id, &ids)).await
}

/// Sets one thing of several cards.
#[tauri::command]
#[specta::specta]
pub async fn task_set(
    store: Store<'_>,
    workshop_id: WorkshopId,
    ids: Vec<TaskId>,
    set: TaskSet,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.task_set(&workshop_id, &ids, &set)).await
}

/// Makes cards of a pasted text, last of a lane and column.
#[tauri::command]
#[specta::specta]
pub async fn task_paste(
    store: Store<'_>,
    workshop_id: WorkshopId,
    lane: Option<RoleId>,
    column: Column,
    text: String,
) -> Result<Receipt<Vec<TaskId>>, IpcError> {
    store.commit(move |library| library.task_paste(&workshop_id, lane.as_ref(), &column, &text)).await
}

/// Copies cards, each right after its original.
#[tauri::command]
#[specta::specta]
pub async fn task_duplicate(
    store: Store<'_>,
    workshop_id: WorkshopId,
    ids: Vec<TaskId>,
) -> Result<Receipt<Vec<TaskId>>, IpcError> {
    store.commit(move |library| library.task_duplicate(&workshop_id, &ids)).await
}

/// Says that a task serves a contract or a responsibility.
#[tauri::command]
#[specta::specta]
pub async fn serving_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    task_id: TaskId,
    target: ServingTarget,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.serving_add(&workshop_id, &task_id, &target)).await
}

/// Takes back that a task serves something.
#[tauri::command]
#[specta::specta]
pub async fn serving_delete(store: Store<'_>, workshop_id: WorkshopId, id: ServingId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.serving_delete(&workshop_id, &id)).await
}

/// What typed moves of the wall would do; changes nothing.
#[tauri::command]
#[specta::specta]
pub async fn wall_read(store: Store<'_>, workshop_id: WorkshopId, text: String) -> Result<Vec<WallMove>, IpcError> {
    store.read(move |library| library.wall_read(&workshop_id, &text)).await
}

/// Makes the typed moves of the wall that can be made, as one step.
#[tauri::command]
#[specta::specta]
pub async fn wall_move(
    store: Store<'_>,
    workshop_id: WorkshopId,
    text: String,
) -> Result<Receipt<Vec<WallMove>>, IpcError> {
    store.commit(move |library| library.wall_move(&workshop_id, &text)).await
}
