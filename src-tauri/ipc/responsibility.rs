//! Responsibilities and the slips of the silent round.

use couloir_core::analysis::silent_round::{self, SilentRound};
use couloir_core::responsibility::{ResponsibilityEdit, ResponsibilityId, SlipId};
use couloir_core::role::RoleId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// A new responsibility, last of its role.
#[tauri::command]
#[specta::specta]
pub async fn responsibility_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    role: Option<RoleId>,
    title: String,
) -> Result<Receipt<ResponsibilityId>, IpcError> {
    store.commit(move |library| library.responsibility_add(&workshop_id, role.as_ref(), &title)).await
}

/// Changes one text of a responsibility.
#[tauri::command]
#[specta::specta]
pub async fn responsibility_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ResponsibilityId,
    edit: ResponsibilityEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.responsibility_edit(&workshop_id, &id, edit)).await
}

/// Puts a responsibility under a role, before another of it.
#[tauri::command]
#[specta::specta]
pub async fn responsibility_move(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ResponsibilityId,
    role: Option<RoleId>,
    before: Option<ResponsibilityId>,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.responsibility_move(&workshop_id, &id, role.as_ref(), before.as_ref())).await
}

/// Deletes a responsibility.
#[tauri::command]
#[specta::specta]
pub async fn responsibility_delete(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: ResponsibilityId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.responsibility_delete(&workshop_id, &id)).await
}

/// A hidden slip of the silent round.
#[tauri::command]
#[specta::specta]
pub async fn slip_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    author: RoleId,
    role: Option<RoleId>,
    title: String,
) -> Result<Receipt<SlipId>, IpcError> {
    store.commit(move |library| library.slip_add(&workshop_id, &author, role.as_ref(), &title)).await
}

/// Changes the words of a slip.
#[tauri::command]
#[specta::specta]
pub async fn slip_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: SlipId,
    title: String,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.slip_edit(&workshop_id, &id, &title)).await
}

/// Removes a slip.
#[tauri::command]
#[specta::specta]
pub async fn slip_delete(store: Store<'_>, workshop_id: WorkshopId, id: SlipId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.slip_delete(&workshop_id, &id)).await
}

/// Shows every hidden slip.
#[tauri::command]
#[specta::specta]
pub async fn slips_reveal(store: Store<'_>, workshop_id: WorkshopId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.slips_reveal(&workshop_id)).await
}

/// Makes one responsibility of slips that say the same.
#[tauri::command]
#[specta::specta]
pub async fn slips_merge(
    store: Store<'_>,
    workshop_id: WorkshopId,
    slips: Vec<SlipId>,
    role: Option<RoleId>,
    title: String,
    existing: Option<ResponsibilityId>,
) -> Result<Receipt<ResponsibilityId>, IpcError> {
    store
        .commit(move |library| library.slips_merge(&workshop_id, &slips, role.as_ref(), &title, existing.as_ref()))
        .await
}

/// The revealed slips, read: who says the same, and where views differ.
#[tauri::command]
#[specta::specta]
pub async fn silent_round(store: Store<'_>, workshop_id: WorkshopId) -> Result<SilentRound, IpcError> {
    store.analyse(workshop_id, |contents, _| Ok(silent_round::read(contents))).await
}
