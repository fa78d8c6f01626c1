//! People and who holds which role.

use couloir_core::person::{PersonEdit, PersonId, RoleHolderId};
use couloir_core::role::RoleId;
use couloir_core::workshop::WorkshopId;

use super::Store;
use crate::worker::{IpcError, Receipt};

/// Somebody new.
#[tauri::command]
#[specta::specta]
pub async fn person_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    name: String,
) -> Result<Receipt<PersonId>, IpcError> {
    store.commit(move |library| library.person_add(&workshop_id, &name)).await
}

/// Changes one field of a person.
#[tauri::command]
#[specta::specta]
pub async fn person_edit(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: PersonId,
    edit: PersonEdit,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.person_edit(&workshop_id, &id, edit)).await
}

/// Removes a person; the roles stay.
#[tauri::command]
#[specta::specta]
pub async fn person_delete(store: Store<'_>, workshop_id: WorkshopId, id: PersonId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.person_delete(&workshop_id, &id)).await
}

/// Gives a role to a person.
#[tauri::command]
#[specta::specta]
pub async fn holder_add(
    store: Store<'_>,
    workshop_id: WorkshopId,
    role: RoleId,
    person: PersonId,
) -> Result<Receipt<RoleHolderId>, IpcError> {
    store.commit(move |library| library.holder_add(&workshop_id, &role, &person)).await
}

/// Gives a role to somebody not known yet, in one step.
#[tauri::command]
#[specta::specta]
pub async fn holder_add_new(
    store: Store<'_>,
    workshop_id: WorkshopId,
    role: RoleId,
    name: String,
) -> Result<Receipt<RoleHolderId>, IpcError> {
    store.commit(move |library| library.holder_add_new(&workshop_id, &role, &name)).await
}

/// Takes a role back from a person.
#[tauri::command]
#[specta::specta]
pub async fn holder_remove(
    store: Store<'_>,
    workshop_id: WorkshopId,
    id: RoleHolderId,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.holder_remove(&workshop_id, &id)).await
}
