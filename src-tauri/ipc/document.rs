//! Documents: the pages on screen, saved as PDF, printed.

use couloir_core::Contents;
use couloir_core::workshop::WorkshopId;
use couloir_documents::{Document, Request};
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};

use super::{IpcError, internal};
use crate::shell::language;
use crate::shell::picker::Picker;
use crate::shell::store_thread::Store;
use crate::shell::viewer::{self, Saved};

/// The pages that print.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct DocumentPages {
    /// One SVG a page.
    pub svg: Vec<String>,
    /// Characters that no font of the documents has.
    pub unprintable: String,
}

/// Every document there is, in the order of a workshop.
#[tauri::command]
#[specta::specta]
pub async fn document_list() -> Vec<Document> {
    Document::ALL.to_vec()
}

/// A document as it prints.
#[tauri::command]
#[specta::specta]
pub async fn document_pages(
    store: Store<'_>,
    workshop_id: WorkshopId,
    request: Request,
) -> Result<DocumentPages, IpcError> {
    let contents = store.read(move |library| library.contents(&workshop_id)).await?;
    let pages = set(move || couloir_documents::pages(&contents, &request)).await?;
    Ok(DocumentPages { svg: pages.svg, unprintable: pages.unprintable })
}

/// Saves a document where the user chooses; gives the place, or nothing when the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn document_save(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, Saved>,
    workshop_id: WorkshopId,
    request: Request,
) -> Result<Option<String>, IpcError> {
    let contents = store.read(move |library| library.contents(&workshop_id)).await?;
    let spoken = language::of_workshop(request.language);
    let title = text(spoken, "document-save-title", &[]);
    let Some(path) = picker.save(&app, &title, &format!("{}.pdf", name(&contents, &request)?)) else {
        return Ok(None);
    };
    let path = set(move || {
        let bytes = couloir_documents::pdf(&contents, &request)?;
        couloir_documents::save(&path, &bytes)?;
        Ok(path)
    })
    .await?;
    Ok(Some(saved.note(path)))
}

/// Opens a document in the system's viewer, whose print dialog knows the printers.
#[tauri::command]
#[specta::specta]
pub async fn document_print(store: Store<'_>, workshop_id: WorkshopId, request: Request) -> Result<(), IpcError> {
    let contents = store.read(move |library| library.contents(&workshop_id)).await?;
    let name = name(&contents, &request)?;
    let bytes = set(move || couloir_documents::pdf(&contents, &request)).await?;
    let folder = viewer::folder().map_err(|error| internal(&error))?;
    let path = folder.join(format!("{name}.pdf"));
    couloir_documents::save(&path, &bytes)?;
    viewer::open(&path).map_err(|error| internal(&error))
}

fn name(contents: &Contents, request: &Request) -> Result<String, IpcError> {
    Ok(couloir_documents::file_name(contents, request)?)
}

/// Sets pages away from the window's and the store's threads.
async fn set<T: Send + 'static>(
    work: impl FnOnce() -> couloir_documents::Result<T> + Send + 'static,
) -> Result<T, IpcError> {
    let set = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))?;
    Ok(set?)
}
