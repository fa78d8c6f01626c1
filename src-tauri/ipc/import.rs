//! Data in: a file or a pasted text is read, looked at and corrected, and taken over as one step.
//!
//! What was read stays on this side; the window gets what it shows and sends back what it corrected. It never names
//! a path: files come from the dialog, from a drop on the window, or from the start of the program.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use couloir_core::replica::Incoming;
use couloir_core::workshop::{Language, NewWorkshop, WorkshopId, is_template};
use couloir_core::{Committed, Contents};
use couloir_documents::archive::{self, ListDifference};
use couloir_documents::import::{self, Entry, Import, Left, MEMORY, Mapping, Memory, SheetRow, Warning};
use couloir_documents::sealed;
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, Runtime, State};
use tauri_specta::Event;

use super::Store;
use crate::shell::MAIN;
use crate::shell::clock;
use crate::shell::language::of_system;
use crate::shell::picker::Picker;
use crate::shell::proving;
use crate::worker::{IpcError, Receipt, internal};

/// Rows of a sheet that the preview shows.
const SAMPLE: usize = 8;

/// A file is held over the window, or no longer.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct FileHovers {
    pub is_over: bool,
}

/// A file waits to be looked at: dropped on the window, or named at the start.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct FileOffered {
    /// Its name without the folder.
    pub name: String,
}

/// Where an import comes from.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportSource {
    /// A file that the user chooses.
    Pick,
    /// The file that was dropped or named at the start.
    Offered,
    /// A text from the clipboard; cells are separated by tabs.
    Pasted { text: String },
    /// What is looked at already, for another workshop.
    Again,
    /// The file that was refused because it is sealed, opened with its passphrase.
    Sealed { passphrase: String },
}

/// What kind of source was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    Archive,
    Tables,
    Document,
}

/// A sheet as the preview shows it.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct ImportSheet {
    pub name: String,
    /// How many rows are not empty.
    pub rows: u32,
    pub mapping: Mapping,
    /// The workbook does not show it.
    pub is_hidden: bool,
    /// The first rows.
    pub sample: Vec<SheetRow>,
}

/// What was read, to be looked at and corrected.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct ImportView {
    /// Names this reading; later commands refer to it.
    pub id: u32,
    /// Name of the file; empty for a pasted text.
    pub name: String,
    pub kind: ImportKind,
    /// The workshop it would join; `None` makes a new one.
    pub into: Option<WorkshopId>,
    /// Title and language for a new workshop.
    pub title: String,
    pub language: Language,
    pub entries: Vec<Entry>,
    pub warnings: Vec<Warning>,
    /// What of the source no entry took over.
    pub left: Vec<Left>,
    pub sheets: Vec<ImportSheet>,
    /// The file is a template: it begins a workshop, or is kept.
    pub is_template: bool,
    /// The file is that of a shared workshop: what it brings can be merged.
    pub shared: Option<Incoming>,
    /// What an archive brings, list by list.
    pub differences: Vec<ListDifference>,
}

/// What was taken over.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct ImportTaken {
    pub workshop_id: WorkshopId,
    /// Rows added to a workshop that was there; for a new one 0.
    pub rows: u32,
}

/// What is being looked at.
struct Reading {
    id: u32,
    name: String,
    bytes: Arc<Vec<u8>>,
    into: Option<Contents>,
    /// The language of the program, where the texts do not tell theirs.
    language: Language,
    found: Import,
    /// The document of a shared workshop, and what it is.
    shared: Option<(Arc<Vec<u8>>, Incoming)>,
}

/// The one import of this program that is being looked at, and the file that waits for it.
#[derive(Default)]
pub struct ImportDesk {
    last_id: AtomicU32,
    reading: Mutex<Option<Reading>>,
    offered: Mutex<Option<PathBuf>>,
    /// A file that waits for its passphrase: its name and its bytes.
    sealed: Mutex<Option<(String, Arc<Vec<u8>>)>>,
}

impl ImportDesk {
    fn reading(&self) -> MutexGuard<'_, Option<Reading>> {
        self.reading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The document that was read, of a shared workshop.
    pub(super) fn document(&self, id: u32) -> Result<Arc<Vec<u8>>, IpcError> {
        let reading = self.reading();
        let shared = reading.as_ref().filter(|reading| reading.id == id).and_then(|reading| reading.shared.as_ref());
        shared.map(|(document, _)| Arc::clone(document)).ok_or_else(gone)
    }

    /// Leaves what was read.
    pub(super) fn clear(&self, id: u32) {
        let mut reading = self.reading();
        if reading.as_ref().is_some_and(|reading| reading.id == id) {
            *reading = None;
        }
    }

    fn sealed(&self) -> MutexGuard<'_, Option<(String, Arc<Vec<u8>>)>> {
        self.sealed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn offered(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.offered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lays a file on the desk and tells the window.
pub fn offer<R: Runtime>(app: &AppHandle<R>, path: PathBuf) {
    let name = file_name(&path);
    *app.state::<ImportDesk>().offered() = Some(path);
    if let Err(error) = (FileOffered { name }).emit_to(app, MAIN) {
        tracing::error!("a file was not announced: {error}");
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The name of the file that waits, if one does.
#[tauri::command]
#[specta::specta]
pub async fn import_offered(desk: State<'_, ImportDesk>) -> Result<Option<String>, IpcError> {
    Ok(desk.offered().as_deref().map(file_name))
}

/// Reads a source; changes nothing. `None`: the dialog was left, or the reading was cancelled meanwhile.
#[tauri::command]
#[specta::specta]
pub async fn import_read(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    desk: State<'_, ImportDesk>,
    source: ImportSource,
    into: Option<WorkshopId>,
) -> Result<Option<ImportView>, IpcError> {
    let id = desk.last_id.fetch_add(1, Ordering::SeqCst) + 1;
    let contents = match into {
        Some(into) => Some(store.read(move |library| library.contents(&into)).await?),
        None => None,
    };
    let (memory, language) = store
        .read(|library| {
            let memory = Memory::of(library.setting(MEMORY)?.as_deref());
            Ok((memory, super::setting::language(library)?))
        })
        .await?;
    let (name, bytes) = match source {
        ImportSource::Pick => {
            let title = text(of_system(), "import-title", &[]);
            let Some(path) = picker.open(&app, &title) else { return Ok(None) };
            (file_name(&path), Arc::new(blocking(move || import::load(&path)).await??))
        }
        ImportSource::Offered => {
            let Some(path) = desk.offered().take() else { return Ok(None) };
            (file_name(&path), Arc::new(blocking(move || import::load(&path)).await??))
        }
        ImportSource::Pasted { text } => (String::new(), Arc::new(text.into_bytes())),
        ImportSource::Sealed { passphrase } => {
            let Some((name, bytes)) = desk.sealed().clone() else { return Ok(None) };
            let opened = blocking(move || sealed::open(&bytes, &passphrase)).await??;
            *desk.sealed() = None;
            (sealed::name_within(&name).to_owned(), Arc::new(opened))
        }
        ImportSource::Again => match desk.reading().as_ref() {
            Some(reading) => (reading.name.clone(), Arc::clone(&reading.bytes)),
            None => return Ok(None),
        },
    };
    if sealed::is_sealed(&bytes) {
        *desk.sealed() = Some((name, bytes));
        return Err(couloir_documents::Error::Sealed.into());
    }
    let work = {
        let (name, bytes) = (name.clone(), Arc::clone(&bytes));
        move || {
            let found = if name.is_empty() {
                import::pasted(&String::from_utf8_lossy(&bytes), "", contents.as_ref())
            } else {
                import::read(&bytes, &name, contents.as_ref())
            };
            let found = found.and_then(|found| found.remembered(&memory, contents.as_ref()));
            found.map(|(found, _)| Reading { id, name, bytes, into: contents, language, found, shared: None })
        }
    };
    let mut reading = blocking(work).await??;
    reading.shared = shared(&store, Arc::clone(&reading.bytes)).await?;
    if desk.last_id.load(Ordering::SeqCst) != id {
        return Ok(None);
    }
    let view = view(&reading);
    *desk.reading() = Some(reading);
    Ok(Some(view))
}

/// The document of a shared workshop in a file, and what it is; one that cannot be merged counts as none: the file is
/// a workshop like any other.
async fn shared(store: &Store<'_>, bytes: Arc<Vec<u8>>) -> Result<Option<(Arc<Vec<u8>>, Incoming)>, IpcError> {
    let work = move || -> Result<_, IpcError> {
        let document = if archive::is_archive(&bytes) { archive::document(&bytes)? } else { None };
        let Some(document) = document else { return Ok(None) };
        proving::prove(&document)?;
        Ok(Some(Arc::new(document)))
    };
    let Some(document) = blocking(work).await?? else { return Ok(None) };
    let read = Arc::clone(&document);
    let incoming = store.read(move |library| library.incoming(&read)).await?;
    Ok((!incoming.is_apart).then_some((document, incoming)))
}

/// Leaves what is being read or looked at; nothing was changed.
#[tauri::command]
#[specta::specta]
pub async fn import_cancel(desk: State<'_, ImportDesk>) -> Result<(), IpcError> {
    desk.last_id.fetch_add(1, Ordering::SeqCst);
    *desk.reading() = None;
    *desk.offered() = None;
    *desk.sealed() = None;
    Ok(())
}

/// Reads the tables again with other meanings of their columns, one mapping a sheet.
#[tauri::command]
#[specta::specta]
pub async fn import_map(
    app: AppHandle,
    store: Store<'_>,
    desk: State<'_, ImportDesk>,
    id: u32,
    mappings: Vec<Mapping>,
) -> Result<ImportView, IpcError> {
    let (source, into) = match desk.reading().as_ref() {
        Some(Reading { id: current, into, found: Import::Read(source, _), .. }) if *current == id => {
            let mut source = source.clone();
            for ((sheet, mapping), corrected) in source.sheets.iter_mut().zip(mappings) {
                *mapping = corrected_by(sheet, mapping, corrected);
            }
            (source, into.clone())
        }
        _ => return Err(gone()),
    };
    let (source, plan) = blocking(move || {
        let plan = import::plan_source(&source, into.as_ref());
        (source, plan)
    })
    .await?;
    let kept: Vec<Mapping> = source.sheets.iter().map(|(_, mapping)| mapping.clone()).collect();
    store
        .note(move |library| {
            let before = library.setting(MEMORY)?;
            let mut memory = Memory::of(before.as_deref());
            for mapping in &kept {
                if mapping.is_chosen {
                    memory.keep(mapping);
                } else {
                    memory.forget(&mapping.titles);
                }
            }
            if before.as_deref().unwrap_or_default() == memory.text() {
                return Ok(());
            }
            library.set_settings(&[(MEMORY, memory.text().as_str())])
        })
        .await?;
    let desk = app.state::<ImportDesk>();
    let mut reading = desk.reading();
    let Some(current) = reading.as_mut().filter(|reading| reading.id == id) else { return Err(gone()) };
    let plan = plan?;
    current.found = Import::Read(source, plan);
    Ok(view(current))
}

/// A mapping as the window sends it: with other titles it is guessed anew, and without columns it is as guessed.
fn corrected_by(sheet: &import::Sheet, before: &Mapping, corrected: Mapping) -> Mapping {
    if corrected.columns.is_empty() {
        import::guess(sheet)
    } else if corrected.header != before.header {
        Mapping { is_chosen: true, ..import::guess_titled(sheet, corrected.header) }
    } else {
        corrected
    }
}

/// Takes over what was read, with the corrected entries in place of those of the same key; one step that can be
/// undone.
#[tauri::command]
#[specta::specta]
pub async fn import_take(
    app: AppHandle,
    store: Store<'_>,
    id: u32,
    title: String,
    language: Language,
    corrected: Vec<Entry>,
) -> Result<Receipt<ImportTaken>, IpcError> {
    let (archive, updates, into) = {
        let desk = app.state::<ImportDesk>();
        let reading = desk.reading();
        let Some(reading) = reading.as_ref().filter(|reading| reading.id == id) else { return Err(gone()) };
        let mut found = reading.found.clone();
        if let Import::Read(_, plan) = &mut found {
            plan.correct(corrected);
            plan.language = Some(language);
        }
        (found.archive(), found.updates(), reading.into.as_ref().map(|contents| contents.workshop.id.clone()))
    };
    let new = NewWorkshop { title: Some(title), language, time_zone: clock::time_zone() };
    let receipt = store
        .commit(move |library| match into {
            Some(into) => {
                let done = library.workshop_import_next(&into, archive, updates)?;
                Ok(told(done, |rows| ImportTaken { workshop_id: into, rows }))
            }
            None => {
                let done = library.workshop_from_archive(archive, &new, |_, _| Ok(()))?;
                Ok(told(done, |workshop_id| ImportTaken { workshop_id, rows: 0 }))
            }
        })
        .await?;
    *app.state::<ImportDesk>().reading() = None;
    Ok(receipt)
}

/// Keeps the template that was read among the user's own; undone from Home.
#[tauri::command]
#[specta::specta]
pub async fn import_keep_template(app: AppHandle, store: Store<'_>, id: u32) -> Result<Receipt<WorkshopId>, IpcError> {
    let archive = match app.state::<ImportDesk>().reading().as_ref() {
        Some(reading) if reading.id == id => reading.found.archive(),
        _ => return Err(gone()),
    };
    let receipt = store.commit(move |library| library.template_take(archive)).await?;
    *app.state::<ImportDesk>().reading() = None;
    Ok(receipt)
}

fn told<T, U>(done: Committed<T>, tell: impl FnOnce(T) -> U) -> Committed<U> {
    Committed {
        value: tell(done.value),
        revision: done.revision,
        workshop_id: done.workshop_id,
        patch: done.patch,
        undo: done.undo,
    }
}

/// The reading was left or replaced meanwhile.
fn gone() -> IpcError {
    IpcError::Conflict
}

fn view(reading: &Reading) -> ImportView {
    let plan = reading.found.plan();
    let (kind, sheets) = match &reading.found {
        Import::Archive(..) => (ImportKind::Archive, Vec::new()),
        Import::Read(source, _) => {
            let kind = if source.blocks.is_empty() { ImportKind::Tables } else { ImportKind::Document };
            (kind, source.sheets.iter().map(sheet).collect())
        }
    };
    let archive = if plan.is_none() { reading.found.archive() } else { serde_json::Map::new() };
    let own = |key: &str| archive.get("workshop").and_then(|row| row.get(key)).and_then(|value| value.as_str());
    let differences = match &reading.found {
        Import::Archive(_, differences) if reading.into.is_some() => differences.clone(),
        _ => lists(&archive),
    };
    ImportView {
        id: reading.id,
        name: reading.name.clone(),
        kind,
        into: reading.into.as_ref().map(|contents| contents.workshop.id.clone()),
        title: plan.map_or_else(|| own("title").unwrap_or_default().to_owned(), |plan| plan.title.clone()),
        language: plan.map_or_else(
            || if own("language") == Some("en") { Language::En } else { Language::Fr },
            |plan| plan.language.unwrap_or(reading.language),
        ),
        entries: plan.map(|plan| plan.entries.clone()).unwrap_or_default(),
        warnings: plan.map(|plan| plan.warnings.clone()).unwrap_or_default(),
        left: plan.map(|plan| plan.left.clone()).unwrap_or_default(),
        sheets,
        is_template: is_template(&archive),
        shared: reading.shared.as_ref().map(|(_, incoming)| incoming.clone()),
        differences,
    }
}

fn sheet((sheet, mapping): &(import::Sheet, Mapping)) -> ImportSheet {
    ImportSheet {
        name: sheet.name.clone(),
        rows: u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX),
        mapping: mapping.clone(),
        is_hidden: sheet.is_hidden,
        sample: sheet.rows.iter().take(SAMPLE).cloned().collect(),
    }
}

/// The lists of a whole archive, all of whose rows are new.
fn lists(archive: &serde_json::Map<String, serde_json::Value>) -> Vec<ListDifference> {
    let rows = |list: &str| archive.get(list).and_then(|rows| rows.as_array()).map_or(0, Vec::len);
    Contents::LISTS
        .iter()
        .map(|(list, _)| ListDifference {
            list: (*list).to_owned(),
            added: u32::try_from(rows(list)).unwrap_or(u32::MAX),
            same: 0,
            changed: 0,
        })
        .filter(|difference| difference.added > 0)
        .collect()
}

/// Works away from the window's and the store's threads.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, IpcError> {
    tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))
}
