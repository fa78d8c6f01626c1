//! Forms: written for every role into a folder, and filled ones looked at and taken over as one step.

use std::sync::{Mutex, PoisonError};

use couloir_core::workshop::{Language, WorkshopId};
use couloir_documents::Error;
use couloir_documents::forms::{self, FormReport, Gathered};
use couloir_documents::import;
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};

use super::Store;
use crate::shell::language::of_system;
use crate::shell::picker::Picker;
use crate::shell::viewer::Saved;
use crate::worker::{IpcError, Receipt, internal, language};

/// Forms that were written.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct FormsSaved {
    pub folder: String,
    /// Roles that have one.
    pub count: u32,
    /// Characters that no font has, on the printed sheets.
    pub unprintable: String,
}

/// Filled forms, to be looked at before they are taken over.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct FormsRead {
    pub reports: Vec<FormReport>,
    /// Answers that would be new.
    pub count: u32,
}

/// The forms that are being looked at.
#[derive(Default)]
pub struct FormDesk(Mutex<Option<(WorkshopId, Gathered)>>);

/// Writes a workbook and a printed sheet for every role into a folder that the user chooses.
#[tauri::command]
#[specta::specta]
pub async fn forms_save(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, Saved>,
    workshop_id: WorkshopId,
    language: Language,
) -> Result<Option<FormsSaved>, IpcError> {
    let title = text(language::of_workshop(language), "form-save-title", &[]);
    let Some(folder) = picker.folder(&app, &title) else { return Ok(None) };
    let (contents, now) = store.read(move |library| Ok((library.contents(&workshop_id)?, library.now()))).await?;
    let today = now.day_in(&contents.workshop.time_zone);
    let count = u32::try_from(contents.roles.len()).unwrap_or(u32::MAX);
    let place = folder.clone();
    let work = move || -> Result<_, IpcError> {
        let mut unprintable = String::new();
        let mut last = None;
        for file in forms::set(&contents, language, today)? {
            let path = place.join(&file.name);
            couloir_documents::save(&path, &file.bytes)?;
            unprintable.extend(file.unprintable.chars().filter(|c| !unprintable.contains(*c)).collect::<Vec<_>>());
            last = Some(path);
        }
        Ok((unprintable, last))
    };
    let (unprintable, last) = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    if let Some(path) = last {
        saved.note(path);
    }
    Ok(Some(FormsSaved { folder: folder.display().to_string(), count, unprintable }))
}

/// Reads filled forms that the user chooses; changes nothing. `None`: the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn forms_read(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    desk: State<'_, FormDesk>,
    workshop_id: WorkshopId,
) -> Result<Option<FormsRead>, IpcError> {
    let spoken = of_system();
    let paths = picker.open_all(&app, &text(spoken, "form-open-title", &[]));
    if paths.is_empty() {
        return Ok(None);
    }
    let id = workshop_id.clone();
    let contents = store.read(move |library| library.contents(&id)).await?;
    let work = move || {
        let read: Vec<_> = paths
            .iter()
            .map(|path| {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                (name, import::load(path).and_then(|bytes| forms::read(&bytes)))
            })
            .collect();
        forms::gather(&contents, &read, |error: &Error| error.message(spoken))
    };
    let gathered = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    let found = FormsRead { reports: gathered.reports.clone(), count: gathered.count() };
    *desk.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((workshop_id, gathered));
    Ok(Some(found))
}

/// Takes over the answers of the forms that are looked at, hidden until they are revealed; one step that can be
/// undone.
#[tauri::command]
#[specta::specta]
pub async fn forms_take(
    store: Store<'_>,
    desk: State<'_, FormDesk>,
    workshop_id: WorkshopId,
) -> Result<Receipt<u32>, IpcError> {
    let taken = desk.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some((_, gathered)) = taken.filter(|(id, _)| *id == workshop_id) else { return Err(IpcError::Conflict) };
    store.commit(move |library| library.workshop_import(&workshop_id, gathered.archive)).await
}
