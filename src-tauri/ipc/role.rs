//! Roles: the lanes of the board.

use couloir_core::analysis::absence::{self, Absence, ImaginedMerge};
use couloir_core::person::PersonId;
use couloir_core::role::{self, RoleDeletion, RoleEdit, RoleId, RoleMerge, SkillId, TypicalTaskId};
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// A new role in the last lane.
#[tauri::command]
#[specta::specta]
pub async fn role_add(store: Store<'_>, workshop_id: WorkshopId, name: String) -> Result<Receipt<RoleId>, IpcError> {
    store.commit(move |library| library.role_add(&workshop_id, &name)).await
}

/// Changes one field of a role.
#[tauri::command]
#[specta::specta]
pub async fn role_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: RoleId,
    edit: RoleEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.role_edit(&workshop_id, &id, edit)).await
}

/// Puts a lane before another (none: last).
#[tauri::command]
#[specta::specta]
pub async fn role_move(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: RoleId,
    before: Option<RoleId>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.role_move(&workshop_id, &id, before.as_ref())).await
}

/// What deleting a role would change.
#[tauri::command]
#[specta::specta]
pub async fn role_deletion(store: Store<'_>, workshop_id: WorkshopId, id: RoleId) -> Result<RoleDeletion, IpcError> {
    store.analyse(workshop_id, move |contents, _| Ok(role::deletion(contents, &id))).await
}

/// Deletes a role; its tasks become unassigned.
#[tauri::command]
#[specta::specta]
pub async fn role_delete(store: Store<'_>, workshop_id: WorkshopId, id: RoleId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.role_delete(&workshop_id, &id)).await
}

/// What merging a role into another would change.
#[tauri::command]
#[specta::specta]
pub async fn role_merging(
    store: Store<'_>,
    workshop_id: WorkshopId,
    from: RoleId,
    into: RoleId,
) -> Result<RoleMerge, IpcError> {
    store.analyse(workshop_id, move |contents, _| Ok(role::merging(contents, &from, &into))).await
}

/// Merges a role into another, which keeps its letter and name.
#[tauri::command]
#[specta::specta]
pub async fn role_merge(
    store: Store<'_>,
    workshop_id: WorkshopId,
    from: RoleId,
    into: RoleId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.role_merge(&workshop_id, &from, &into)).await
}

/// What would lose its owner if these people were absent and these roles merged; nothing is changed.
#[tauri::command]
#[specta::specta]
pub async fn absence(
    store: Store<'_>,
    workshop_id: WorkshopId,
    absent: Vec<PersonId>,
    merged: Vec<ImaginedMerge>,
) -> Result<Absence, IpcError> {
    store.analyse(workshop_id, move |contents, _| Ok(absence::absence(contents, &absent, &merged))).await
}

/// Adds key skills to a role in one step.
#[tauri::command]
#[specta::specta]
pub async fn skills_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    role: RoleId,
    names: Vec<String>,
) -> Result<Receipt<Vec<SkillId>>, IpcError> {
    store.commit(move |library| library.skills_add(&workshop_id, &role, &names)).await
}

/// Renames a skill.
#[tauri::command]
#[specta::specta]
pub async fn skill_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: SkillId,
    name: String,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.skill_edit(&workshop_id, &id, &name)).await
}

/// Removes a skill.
#[tauri::command]
#[specta::specta]
pub async fn skill_delete(store: Store<'_>, workshop_id: WorkshopId, id: SkillId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.skill_delete(&workshop_id, &id)).await
}

/// Adds typical tasks to a role in one step.
#[tauri::command]
#[specta::specta]
pub async fn typical_tasks_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    role: RoleId,
    titles: Vec<String>,
) -> Result<Receipt<Vec<TypicalTaskId>>, IpcError> {
    store.commit(move |library| library.typical_tasks_add(&workshop_id, &role, &titles)).await
}

/// Changes the words of a typical task.
#[tauri::command]
#[specta::specta]
pub async fn typical_task_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: TypicalTaskId,
    title: String,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.typical_task_edit(&workshop_id, &id, &title)).await
}

/// Removes a typical task.
#[tauri::command]
#[specta::specta]
pub async fn typical_task_delete(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: TypicalTaskId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.typical_task_delete(&workshop_id, &id)).await
}
