//! The way out when the library does not open, or its files were changed under the program.

use std::path::Path;

use couloir_core::store::FILE_NAME;
use couloir_core::store::restore::{open_without_journal, put_in_place, start_anew};
use couloir_core::store::salvage::{Salvaged, salvage};
use couloir_core::{Error, Millis};
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};

use super::Store;
use super::backup::{CopyDesk, blocking};
use crate::shell::picker::Picker;
use crate::shell::{clock, language, paths, viewer};
use crate::worker::{IpcError, internal};

/// What the recovery screen is about.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct RecoveryState {
    /// Why the library does not open; `None` when it does.
    pub error: Option<IpcError>,
    pub folder: String,
    /// There is something in the file that could be read.
    pub is_salvageable: bool,
}

/// What was saved of a damaged file, and where the file is kept.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Recovered {
    pub saved: Option<Salvaged>,
    pub kept: Option<String>,
}

/// Tries to open the library and tells why it does not.
#[tauri::command]
#[specta::specta]
pub async fn recovery_state(store: Store<'_>) -> Result<RecoveryState, IpcError> {
    let error = store.reopen(None).await.err();
    let folder = store.folder().await?;
    let file = folder.join(FILE_NAME);
    let is_salvageable = std::fs::metadata(&file).is_ok_and(|found| found.is_file() && found.len() > 0);
    Ok(RecoveryState { error, folder: folder.display().to_string(), is_salvageable })
}

/// Puts a copy in the place of the file that does not open, which is kept.
#[tauri::command]
#[specta::specta]
pub async fn recovery_restore(
    store: Store<'_>,
    desk: State<'_, CopyDesk>,
    name: String,
) -> Result<Recovered, IpcError> {
    let file = desk.file(&store.folder().await?, &name)?;
    let kept = store.with_files(move |folder, now| put_in_place(folder, &file, now)).await?;
    Ok(Recovered { saved: None, kept: shown(kept.as_deref()) })
}

/// Reads the damaged file page by page and goes on with what was found; the file is kept.
#[tauri::command]
#[specta::specta]
pub async fn recovery_salvage(store: Store<'_>) -> Result<Recovered, IpcError> {
    let (saved, kept) = store.with_files(salvage_in_place).await?;
    Ok(Recovered { saved: Some(saved), kept: shown(kept.as_deref()) })
}

fn salvage_in_place(folder: &Path, now: Millis) -> Result<(Salvaged, Option<std::path::PathBuf>), Error> {
    let draft = folder.join(".couloir-salvaged.db");
    let _ = std::fs::remove_file(&draft);
    let saved = salvage(&folder.join(FILE_NAME), &draft)?;
    let kept = put_in_place(folder, &draft, now);
    let _ = std::fs::remove_file(&draft);
    Ok((saved, kept?))
}

/// Makes a new, empty library; what stands in its place is kept.
#[tauri::command]
#[specta::specta]
pub async fn recovery_anew(store: Store<'_>) -> Result<Recovered, IpcError> {
    let kept = store.with_files(start_anew).await?;
    Ok(Recovered { saved: None, kept: shown(kept.as_deref()) })
}

/// Opens the file without changes that belong to another copy; they are kept.
#[tauri::command]
#[specta::specta]
pub async fn recovery_without_journal(store: Store<'_>) -> Result<Recovered, IpcError> {
    let kept = store.with_files(open_without_journal).await?;
    Ok(Recovered { saved: None, kept: shown(kept.as_deref()) })
}

/// Goes on in another data folder, from now on; false when the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn recovery_open_folder(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
) -> Result<bool, IpcError> {
    let title = text(language::of_system(), "recovery-other-folder", &[]);
    let Some(folder) = picker.folder(&app, &title) else { return Ok(false) };
    store.reopen(Some(folder.clone())).await?;
    blocking(move || Ok(paths::remember(&folder)?)).await?;
    Ok(true)
}

/// Shows the data folder in the system's window for files.
#[tauri::command]
#[specta::specta]
pub async fn folder_show(store: Store<'_>) -> Result<(), IpcError> {
    let folder = store.folder().await?;
    let file = folder.join(FILE_NAME);
    let shown = if file.exists() { viewer::reveal(&file) } else { viewer::open(&folder) };
    shown.map_err(|error| internal(&error))
}

/// Puts everything the program still has in the place of files that were changed under it.
#[tauri::command]
#[specta::specta]
pub async fn trouble_keep(store: Store<'_>) -> Result<(), IpcError> {
    store.keep_own().await
}

/// Opens what is in the data folder now; what the program still has is put among the copies.
#[tauri::command]
#[specta::specta]
pub async fn trouble_use_other(store: Store<'_>) -> Result<(), IpcError> {
    store.use_other().await
}

/// How far the clock of the system jumped, in milliseconds, when that is to be decided about.
#[tauri::command]
#[specta::specta]
pub async fn clock_jump() -> Result<Option<Millis>, IpcError> {
    Ok(clock::jump().map(Millis))
}

/// Goes by the clock of the system after a jump, or keeps the time that went on evenly.
#[tauri::command]
#[specta::specta]
pub async fn clock_decide(follows: bool) -> Result<(), IpcError> {
    if follows {
        clock::follow();
    } else {
        clock::keep();
    }
    Ok(())
}

fn shown(path: Option<&Path>) -> Option<String> {
    path.map(|path| path.display().to_string())
}
