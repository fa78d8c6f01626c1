//! What a workshop starts from: the built-in starts, and the user's own templates.

use couloir_core::workshop::{Language, LeftOut, NewWorkshop, OwnTemplate, Template, TemplateOutline, WorkshopId};
use couloir_documents::{archive, data};
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};

use super::Store;
use crate::shell::clock;
use crate::shell::picker::Picker;
use crate::shell::viewer::Saved;
use crate::worker::{IpcError, Receipt, internal, language};

/// The built-in starts, as the gallery shows them in one language.
#[tauri::command]
#[specta::specta]
pub async fn template_list(language: Language) -> Result<Vec<TemplateOutline>, IpcError> {
    Ok(Template::ALL.iter().map(|template| template.outline(language)).collect::<Result<_, _>>()?)
}

/// The user's own templates, by title.
#[tauri::command]
#[specta::specta]
pub async fn own_template_list(store: Store<'_>) -> Result<Vec<OwnTemplate>, IpcError> {
    store.read(|library| library.own_templates()).await
}

/// A workshop from a built-in start; without a title it keeps the start's.
#[tauri::command]
#[specta::specta]
pub async fn workshop_from_template(
    store: Store<'_>,
    template: Template,
    title: Option<String>,
    language: Language,
) -> Result<Receipt<WorkshopId>, IpcError> {
    let new = NewWorkshop { title, language, time_zone: clock::time_zone() };
    store.commit(move |library| library.workshop_from_template(template, &new)).await
}

/// A workshop from one of the user's templates, in the language it is written in; without a title it keeps the
/// template's.
#[tauri::command]
#[specta::specta]
pub async fn workshop_from_own_template(
    store: Store<'_>,
    id: WorkshopId,
    title: Option<String>,
) -> Result<Receipt<WorkshopId>, IpcError> {
    let time_zone = clock::time_zone();
    store
        .commit(move |library| {
            let language = library.contents(&id)?.workshop.language;
            library.workshop_from_own_template(&id, &NewWorkshop { title, language, time_zone })
        })
        .await
}

/// What a template of a workshop would say and leave out.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct TemplateProposal {
    pub purpose: String,
    pub left_out: Vec<LeftOut>,
}

/// What a template of this workshop would say and leave out.
#[tauri::command]
#[specta::specta]
pub async fn template_propose(store: Store<'_>, id: WorkshopId) -> Result<TemplateProposal, IpcError> {
    let read = move |library: &couloir_core::Library| {
        Ok(TemplateProposal {
            purpose: library.contents(&id)?.workshop.purpose,
            left_out: library.template_leaves_out(&id)?,
        })
    };
    store.read(read).await
}

/// Keeps a workshop as a template; undone from Home.
#[tauri::command]
#[specta::specta]
pub async fn template_make(
    store: Store<'_>,
    id: WorkshopId,
    title: String,
    purpose: String,
) -> Result<Receipt<WorkshopId>, IpcError> {
    store.commit(move |library| library.template_make(&id, &title, Some(&purpose))).await
}

/// Deletes one of the user's templates; undone from Home.
#[tauri::command]
#[specta::specta]
pub async fn template_delete(store: Store<'_>, id: WorkshopId) -> Result<Receipt<()>, IpcError> {
    store.commit(move |library| library.template_delete(&id)).await
}

/// Saves one of the user's templates as a file where the user chooses; gives the place, or nothing when the dialog was
/// left.
#[tauri::command]
#[specta::specta]
pub async fn template_export(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, Saved>,
    id: WorkshopId,
) -> Result<Option<String>, IpcError> {
    let read = move |library: &couloir_core::Library| Ok((library.contents(&id)?, library.template_archive(&id)?));
    let (contents, template) = store.read(read).await?;
    let spoken = language::of_workshop(contents.workshop.language);
    let name = data::data_name(&contents, &data::DataRequest::Archive);
    let Some(path) = picker.save(&app, &text(spoken, "template-export-title", &[]), &name) else { return Ok(None) };
    let work = move || -> Result<_, IpcError> {
        couloir_documents::save(&path, &archive::write_template(template)?)?;
        Ok(path)
    };
    let path = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    Ok(Some(saved.note(path)))
}
