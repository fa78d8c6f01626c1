//! Workshops: Home's list, making, copying, renaming, deleting and opening them.

use std::sync::atomic::{AtomicBool, Ordering};

use couloir_core::workshop::{Language, NewWorkshop, Shelf, WorkshopEdit, WorkshopId, WorkshopSummary};
use couloir_core::{Contents, UndoState};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, Runtime, State};
use tauri_specta::Event;

use super::Store;
use crate::shell::{MAIN, clock};
use crate::worker::{IpcError, Receipt};

/// A workshop as a window opens it.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct OpenedWorkshop {
    pub contents: Contents,
    pub undo: UndoState,
    /// The revision that `contents` shows; later patches apply on top.
    pub revision: u32,
}

/// Whether somebody asked the system for a new workshop before the window could hear it.
#[derive(Default)]
pub struct NewAsked(AtomicBool);

/// Somebody asked the system for a new workshop: `couloir --new`, or the action of the icon.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct NewWorkshopAsked;

/// Notes the wish and tells the window.
pub fn ask_new<R: Runtime>(app: &AppHandle<R>) {
    app.state::<NewAsked>().0.store(true, Ordering::SeqCst);
    if let Err(error) = NewWorkshopAsked.emit_to(app, MAIN) {
        tracing::error!("the wish for a new workshop was not announced: {error}");
    }
}

/// Whether a new workshop was asked for since the last time this was called.
#[tauri::command]
#[specta::specta]
pub async fn new_asked(asked: State<'_, NewAsked>) -> Result<bool, IpcError> {
    Ok(asked.0.swap(false, Ordering::SeqCst))
}

/// All workshops, the one opened or changed last first.
#[tauri::command]
#[specta::specta]
pub async fn workshop_list(store: Store<'_>) -> Result<Vec<WorkshopSummary>, IpcError> {
    store.read(|library| library.workshops()).await
}

/// Opens a workshop: everything in it.
#[tauri::command]
#[specta::specta]
pub async fn workshop_open(store: Store<'_>, id: WorkshopId) -> Result<OpenedWorkshop, IpcError> {
    store
        .note(move |library| {
            let contents = library.contents(&id)?;
            // Only the order on Home depends on it: a full disk does not keep a workshop closed.
            if let Err(error) = library.note_visit(&id) {
                tracing::warn!("a visit was not noted: {error}");
            }
            Ok(OpenedWorkshop { contents, undo: library.undo_state(Some(&id))?, revision: library.revision() })
        })
        .await
}

/// A workshop with nothing in it.
#[tauri::command]
#[specta::specta]
pub async fn workshop_create(
    store: Store<'_>,
    title: String,
    language: Language,
) -> Result<Receipt<WorkshopId>, IpcError> {
    let new = NewWorkshop { title: Some(title), language, time_zone: clock::time_zone() };
    store.commit(move |library| library.workshop_create(&new)).await
}

/// Pins a workshop on Home, puts it away, or back into the list.
#[tauri::command]
#[specta::specta]
pub async fn workshop_shelve(store: Store<'_>, id: WorkshopId, shelf: Shelf) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.workshop_shelve(&id, shelf)).await
}

/// A copy of a workshop with everything in it.
#[tauri::command]
#[specta::specta]
pub async fn workshop_duplicate(
    store: Store<'_>,
    id: WorkshopId,
    title: String,
) -> Result<Receipt<WorkshopId>, IpcError> {
    store.commit(move |library| library.workshop_duplicate(&id, &title)).await
}

/// Renames a workshop from Home.
#[tauri::command]
#[specta::specta]
pub async fn workshop_rename(store: Store<'_>, id: WorkshopId, title: String) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.workshop_rename(&id, &title)).await
}

/// Deletes a workshop; undone from Home.
#[tauri::command]
#[specta::specta]
pub async fn workshop_delete(store: Store<'_>, id: WorkshopId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.workshop_delete(&id)).await
}

/// Changes one field of the open workshop.
#[tauri::command]
#[specta::specta]
pub async fn workshop_edit(store: Store<'_>, id: WorkshopId, edit: WorkshopEdit) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.workshop_edit(&id, edit)).await
}
