//! Documents: the pages on screen, saved as PDF, SVG or PNG, printed, and the whole set in one go.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use couloir_core::Contents;
use couloir_core::journal::snapshot::SnapshotId;
use couloir_core::workshop::WorkshopId;
use couloir_documents::{Document, Format, Request};
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_specta::Event;

use super::Store;
use crate::shell::MAIN;
use crate::shell::picker::Picker;
use crate::shell::viewer::{self, Saved};
use crate::worker::language;
use crate::worker::moments::Moments;
use crate::worker::{IpcError, internal};

/// A document of the list, with the choices that apply to it.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct DocumentEntry {
    pub document: Document,
    /// It is about one meeting.
    pub is_of_meeting: bool,
    /// It may show private notes and names.
    pub has_private: bool,
    /// What it can be saved as.
    pub formats: Vec<Format>,
}

/// The pages that print.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct DocumentPages {
    /// One SVG a page.
    pub svg: Vec<String>,
    /// Characters that no font has.
    pub unprintable: String,
}

/// A document that was saved.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct DocumentSaved {
    pub path: String,
    /// Files that were written: a picture holds one page.
    pub files: u32,
    /// Characters that no font has; they stand as boxes.
    pub unprintable: String,
}

/// How far the whole set is.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct SetProgress {
    pub done: u32,
    pub total: u32,
    /// What is written now.
    pub document: Document,
}

/// What became of the whole set.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct DocumentSet {
    pub folder: String,
    pub saved: u32,
    /// It was cancelled; what was saved by then stays, each file whole.
    pub is_cancelled: bool,
}

/// Whether the set that is being written was cancelled.
#[derive(Default)]
pub struct SetDesk(AtomicBool);

/// Every document there is, in the order of a workshop.
#[tauri::command]
#[specta::specta]
pub async fn document_list() -> Vec<DocumentEntry> {
    let entry = |document: &Document| DocumentEntry {
        document: *document,
        is_of_meeting: document.is_of_meeting(),
        has_private: document.has_private(),
        formats: Format::of_document(*document),
    };
    Document::ALL.iter().map(entry).collect()
}

/// A document as it prints. The gap report compares with a named moment, if one is given.
#[tauri::command]
#[specta::specta]
pub async fn document_pages(
    store: Store<'_>,
    workshop_id: WorkshopId,
    request: Request,
    since: Option<SnapshotId>,
) -> Result<DocumentPages, IpcError> {
    let moments = read(&store, workshop_id, &request, since).await?;
    let pages = set(move || moments.pages(&request)).await?;
    Ok(DocumentPages { svg: pages.svg, unprintable: pages.unprintable })
}

/// Saves a document where the user chooses; nothing when the dialog was left. Of a picture `page` (from 1) is saved,
/// or without one every page, numbered.
#[tauri::command]
#[specta::specta]
#[allow(clippy::too_many_arguments)]
pub async fn document_save(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, Saved>,
    workshop_id: WorkshopId,
    request: Request,
    since: Option<SnapshotId>,
    format: Format,
    page: Option<u32>,
) -> Result<Option<DocumentSaved>, IpcError> {
    let moments = read(&store, workshop_id, &request, since).await?;
    let title = text(language::of_workshop(request.language), "document-save-title", &[]);
    let mut proposed = name(&moments.now, &request)?;
    if let Some(page) = page {
        proposed = format!("{proposed} {page}");
    }
    let Some(path) = picker.save(&app, &title, &format!("{proposed}.{}", format.ending())) else {
        return Ok(None);
    };
    let (path, files, unprintable) = set(move || {
        let index = usize::try_from(page.unwrap_or(1).saturating_sub(1)).unwrap_or(usize::MAX);
        let made = moments.make(&request, format, index)?;
        if page.is_some() || !format.is_picture() || made.pages < 2 {
            couloir_documents::save(&path, &made.bytes)?;
            return Ok((path, 1, made.unprintable));
        }
        for index in 0..made.pages {
            couloir_documents::save(&numbered(&path, index + 1), &moments.make(&request, format, index)?.bytes)?;
        }
        Ok((numbered(&path, 1), made.pages, made.unprintable))
    })
    .await?;
    let files = u32::try_from(files).unwrap_or(u32::MAX);
    Ok(Some(DocumentSaved { path: saved.note(path), files, unprintable }))
}

/// The place of a page beside the place that was chosen: *board 2.png*.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let part =
        |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{} {number}.{}", part(path.file_stem()), part(path.extension())))
}

/// Opens a document in the system's viewer, whose print dialog knows the printers.
#[tauri::command]
#[specta::specta]
pub async fn document_print(
    store: Store<'_>,
    workshop_id: WorkshopId,
    request: Request,
    since: Option<SnapshotId>,
) -> Result<(), IpcError> {
    let moments = read(&store, workshop_id, &request, since).await?;
    let name = name(&moments.now, &request)?;
    let bytes = set(move || moments.make(&request, Format::Pdf, 0)).await?.bytes;
    let folder = viewer::folder().map_err(|error| internal(&error))?;
    let path = folder.join(format!("{name}.pdf"));
    couloir_documents::save(&path, &bytes)?;
    viewer::open(&path).map_err(|error| internal(&error))
}

/// Saves every document into a folder that the user chooses, with the language, paper, footer and draft mark of
/// `request`; nothing private but the script, which is the facilitator's own.
#[tauri::command]
#[specta::specta]
pub async fn document_set(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    desk: State<'_, SetDesk>,
    saved: State<'_, Saved>,
    workshop_id: WorkshopId,
    request: Request,
) -> Result<Option<DocumentSet>, IpcError> {
    let title = text(language::of_workshop(request.language), "documents-set-folder", &[]);
    let Some(folder) = picker.folder(&app, &title) else { return Ok(None) };
    desk.0.store(false, Ordering::Relaxed);
    let total = u32::try_from(Document::ALL.len()).unwrap_or(u32::MAX);
    let mut count = 0;
    for document in Document::ALL {
        if desk.0.load(Ordering::Relaxed) {
            break;
        }
        let progress = SetProgress { done: count, total, document: *document };
        progress.emit_to(&app, MAIN).map_err(|error| internal(&error))?;
        let request = Request { document: *document, includes_private: false, is_by_role: false, ..request.clone() };
        let moments = read(&store, workshop_id.clone(), &request, None).await?;
        let path = folder.join(format!("{}.pdf", name(&moments.now, &request)?));
        let path = set(move || {
            couloir_documents::save(&path, &moments.make(&request, Format::Pdf, 0)?.bytes)?;
            Ok(path)
        })
        .await?;
        saved.note(path);
        count += 1;
    }
    Ok(Some(DocumentSet { folder: folder.display().to_string(), saved: count, is_cancelled: count < total }))
}

/// Stops the set after the document that is being written.
#[tauri::command]
#[specta::specta]
pub async fn document_set_cancel(desk: State<'_, SetDesk>) -> Result<(), IpcError> {
    desk.0.store(true, Ordering::Relaxed);
    Ok(())
}

async fn read(
    store: &Store<'_>,
    workshop_id: WorkshopId,
    request: &Request,
    since: Option<SnapshotId>,
) -> Result<Moments, IpcError> {
    let request = request.clone();
    store.read(move |library| Moments::read(library, &workshop_id, &request, since.as_ref())).await
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
