//! One workshop on several laptops: sharing it, sending and receiving its file, and what does not go together.

use couloir_core::replica::{Conflict, LaptopName, LastChange, Received, Settlement, Sharing};
use couloir_core::task::TaskId;
use couloir_core::workshop::{Language, WorkshopId};
use couloir_documents::data::{DataRequest, data_name};
use couloir_documents::{archive, sealed};
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};

use super::{ImportDesk, Store};
use crate::shell::laptop;
use crate::shell::picker::Picker;
use crate::shell::viewer::Saved;
use crate::worker::{IpcError, Receipt, conflict, internal, language};

/// A conflict with its words.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct ConflictView {
    pub conflict: Conflict,
    /// What does not go together.
    pub sentence: String,
}

/// How a workshop is shared, if it is.
#[tauri::command]
#[specta::specta]
pub async fn sharing(store: Store<'_>, workshop_id: WorkshopId) -> Result<Option<Sharing>, IpcError> {
    store.read(move |library| library.sharing(&workshop_id)).await
}

/// Shares a workshop.
#[tauri::command]
#[specta::specta]
pub async fn workshop_share(store: Store<'_>, workshop_id: WorkshopId) -> Result<(), IpcError> {
    let done = store.commit(move |library| library.workshop_share(&workshop_id, &laptop::name())).await;
    done.map(|receipt| receipt.value)
}

/// Stops sharing a workshop; its rows stay.
#[tauri::command]
#[specta::specta]
pub async fn workshop_unshare(store: Store<'_>, workshop_id: WorkshopId) -> Result<(), IpcError> {
    store.note(move |library| library.workshop_unshare(&workshop_id)).await
}

/// Shares a workshop from a new start, which knows nothing of what was.
#[tauri::command]
#[specta::specta]
pub async fn workshop_share_anew(store: Store<'_>, workshop_id: WorkshopId) -> Result<(), IpcError> {
    let done = store.commit(move |library| library.workshop_share_anew(&workshop_id, &laptop::name())).await;
    done.map(|receipt| receipt.value)
}

/// Saves the file of a shared workshop where the user chooses, with a passphrase if one is given; gives the place, or
/// nothing when the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn workshop_send(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, Saved>,
    workshop_id: WorkshopId,
    passphrase: Option<String>,
) -> Result<Option<String>, IpcError> {
    let id = workshop_id.clone();
    let contents = store.read(move |library| library.contents(&id)).await?;
    let title = text(language::of_workshop(contents.workshop.language), "sharing-send-title", &[]);
    // A passphrase that is refused is refused before a place is asked for.
    if let Some(passphrase) = &passphrase {
        sealed::check(passphrase)?;
    }
    let Some(path) = picker.save(&app, &title, &data_name(&contents, &DataRequest::Archive)) else { return Ok(None) };
    // As it is now: the dialog may have stood open for long.
    let id = workshop_id.clone();
    let read = move |library: &mut couloir_core::Library| {
        Ok((library.workshop_document(&id, &laptop::name())?, library.contents(&id)?))
    };
    let (document, contents) = store.note(read).await?;
    let work = move || -> Result<_, IpcError> {
        let bytes = archive::write_shared(&contents, &document)?;
        let bytes = match passphrase {
            Some(passphrase) => sealed::seal(&bytes, &passphrase)?,
            None => bytes,
        };
        couloir_documents::save(&path, &bytes)?;
        Ok(path)
    };
    let path = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    Ok(Some(saved.note(path)))
}

/// Merges the shared workshop that was read, or makes it; a copy of the library is kept before.
#[tauri::command]
#[specta::specta]
pub async fn import_receive(store: Store<'_>, desk: State<'_, ImportDesk>, id: u32) -> Result<Received, IpcError> {
    // It was proved when it was read.
    let document = desk.document(id)?;
    let receipt = store.commit(move |library| library.workshop_receive(&document, &laptop::name())).await?;
    desk.clear(id);
    Ok(receipt.value)
}

/// What does not go together in a shared workshop, told in a language.
#[tauri::command]
#[specta::specta]
pub async fn conflicts(
    store: Store<'_>,
    workshop_id: WorkshopId,
    spoken: Language,
) -> Result<Vec<ConflictView>, IpcError> {
    store
        .read(move |library| {
            let spoken = language::of_workshop(spoken);
            let worded = library.conflicts(&workshop_id)?.into_iter().map(|found| {
                let conflict = conflict::in_words(spoken, found);
                ConflictView { sentence: conflict::sentence(spoken, &conflict), conflict }
            });
            Ok(worded.collect())
        })
        .await
}

/// Who changed a card last, where the workshop is shared.
#[tauri::command]
#[specta::specta]
pub async fn task_last_change(
    store: Store<'_>,
    workshop_id: WorkshopId,
    task_id: TaskId,
) -> Result<Option<LastChange>, IpcError> {
    store.read(move |library| library.task_last_change(&workshop_id, &task_id)).await
}

/// Puts an end to a conflict, for everybody.
#[tauri::command]
#[specta::specta]
pub async fn conflict_settle(
    store: Store<'_>,
    workshop_id: WorkshopId,
    conflict: Conflict,
    settlement: Settlement,
) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.conflict_settle(&workshop_id, &conflict, &settlement)).await
}

/// The name and colour under which this laptop writes in a workshop.
#[tauri::command]
#[specta::specta]
pub async fn laptop_read(store: Store<'_>, workshop_id: WorkshopId) -> Result<LaptopName, IpcError> {
    store.read(move |library| library.laptop_in(&workshop_id, &laptop::name())).await
}

/// Names this laptop.
#[tauri::command]
#[specta::specta]
pub async fn laptop_write(store: Store<'_>, name: LaptopName) -> Result<(), IpcError> {
    store.note(move |library| library.set_laptop_name(&name)).await
}
