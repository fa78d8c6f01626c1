//! Data out: workbooks, tables, text, calendars and archives, saved where the user chooses.

use couloir_core::meeting::MeetingId;
use couloir_core::workshop::WorkshopId;
use couloir_documents::data::{DataRequest, data, data_name};
use couloir_documents::invitation::{Invitation, invitation};
use couloir_documents::{archive, sealed};
use couloir_messages::text;
use tauri::{AppHandle, State};

use super::Store;
use crate::shell::picker::Picker;
use crate::shell::viewer::{self, Saved};
use crate::worker::language;
use crate::worker::{IpcError, internal};

/// Saves data where the user chooses; gives the place, or nothing when the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn data_save(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, Saved>,
    workshop_id: WorkshopId,
    request: DataRequest,
) -> Result<Option<String>, IpcError> {
    let read = move |library: &couloir_core::Library| Ok((library.contents(&workshop_id)?, library.now()));
    let (contents, now) = store.read(read).await?;
    let spoken = language::of_workshop(contents.workshop.language);
    let title = text(spoken, "export-save-title", &[]);
    let Some(path) = picker.save(&app, &title, &data_name(&contents, &request)) else {
        return Ok(None);
    };
    let work = move || -> Result<_, IpcError> {
        couloir_documents::save(&path, &data(&contents, &request, now)?)?;
        Ok(path)
    };
    let path = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    Ok(Some(saved.note(path)))
}

/// Saves the archive of a workshop where the user chooses, as a file that only the passphrase opens; gives the place, or
/// nothing when the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn archive_seal(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, Saved>,
    workshop_id: WorkshopId,
    passphrase: String,
) -> Result<Option<String>, IpcError> {
    let contents = store.read(move |library| library.contents(&workshop_id)).await?;
    let title = text(language::of_workshop(contents.workshop.language), "export-save-title", &[]);
    let name = data_name(&contents, &DataRequest::Archive);
    // A passphrase that is refused is refused before a place is asked for.
    let work = move || sealed::seal(&archive::write(&contents)?, &passphrase);
    let bytes = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    let Some(path) = picker.save(&app, &title, &name) else { return Ok(None) };
    let work = move || couloir_documents::save(&path, &bytes).map(|()| path);
    let path = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    Ok(Some(saved.note(path)))
}

/// The mail that invites to a meeting, ready to be copied.
#[tauri::command]
#[specta::specta]
pub async fn meeting_invitation(
    store: Store<'_>,
    workshop_id: WorkshopId,
    meeting_id: MeetingId,
) -> Result<Invitation, IpcError> {
    let contents = store.read(move |library| library.contents(&workshop_id)).await?;
    Ok(invitation(&contents, &meeting_id)?)
}

/// Opens the file that was saved last in the program that the system has for it.
#[tauri::command]
#[specta::specta]
pub async fn saved_open(saved: State<'_, Saved>) -> Result<(), IpcError> {
    saved.last().map_or(Ok(()), |path| viewer::open(&path)).map_err(|error| internal(&error))
}

/// Shows the file that was saved last in its folder.
#[tauri::command]
#[specta::specta]
pub async fn saved_reveal(saved: State<'_, Saved>) -> Result<(), IpcError> {
    saved.last().map_or(Ok(()), |path| viewer::reveal(&path)).map_err(|error| internal(&error))
}
