//! The guide as a file.

use couloir_core::workshop::Language;
use couloir_messages::text;
use tauri::{AppHandle, State};

use crate::shell::picker::Picker;
use crate::shell::viewer::Saved;
use crate::worker::{IpcError, internal, language};

/// Saves the guide as a PDF where the user chooses; gives the place, or nothing when the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn guide_save(
    app: AppHandle,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, Saved>,
    language: Language,
) -> Result<Option<String>, IpcError> {
    let spoken = language::of_workshop(language);
    let name = format!("{} Couloir.pdf", text(spoken, "guide-title", &[]));
    let Some(path) = picker.save(&app, &text(spoken, "guide-save-title", &[]), &name) else { return Ok(None) };
    let work = move || -> Result<_, IpcError> {
        couloir_documents::save(&path, &couloir_documents::guide(language)?.bytes)?;
        Ok(path)
    };
    let path = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    Ok(Some(saved.note(path)))
}
