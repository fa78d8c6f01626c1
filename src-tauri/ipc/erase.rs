//! Deleting for ever.

use couloir_core::person::PersonId;
use couloir_core::store::erase::Erased;
use couloir_core::workshop::WorkshopId;
use tauri::AppHandle;
use tauri_specta::Event;

use super::{ProjectionChanged, Store};
use crate::worker::{IpcError, internal};

/// Erases a workshop from the library and, if wished, from every copy. Windows open anew what they show.
#[tauri::command]
#[specta::specta]
pub async fn workshop_erase(
    app: AppHandle,
    store: Store<'_>,
    id: WorkshopId,
    in_copies: bool,
) -> Result<Erased, IpcError> {
    let erased = store.note(move |library| library.erase_workshop(&id, in_copies)).await?;
    ProjectionChanged.emit(&app).map_err(|error| internal(&error))?;
    Ok(erased)
}

/// Erases a person from every workshop and, if wished, from every copy. Windows open anew what they show.
#[tauri::command]
#[specta::specta]
pub async fn person_erase(app: AppHandle, store: Store<'_>, id: PersonId, in_copies: bool) -> Result<Erased, IpcError> {
    let erased = store.note(move |library| library.erase_person(&id, in_copies)).await?;
    ProjectionChanged.emit(&app).map_err(|error| internal(&error))?;
    Ok(erased)
}
