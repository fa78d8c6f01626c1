//! Copies of the library: making, saving, comparing and restoring them; where the data is and how safe.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use couloir_core::store::backup::{Backup, BackupContents, BackupPlace, Cause};
use couloir_core::store::restore::WorkshopDifference;
use couloir_core::store::sync_folder::{self, Carrier};
use couloir_core::store::{Access, FILE_NAME};
use couloir_core::workshop::WorkshopId;
use couloir_core::{Error, Library, Millis};
use couloir_documents::sealed;
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_specta::Event;
use tempfile::TempDir;

use super::{ProjectionChanged, Store};
use crate::shell::picker::Picker;
use crate::shell::{clock, language, paths, viewer};
use crate::worker::{IpcError, Receipt, internal, keeper};

/// A copy, as lists show it.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct BackupEntry {
    pub name: String,
    pub taken_at: Millis,
    pub cause: Cause,
    #[specta(type = specta_typescript::Number)]
    pub bytes: u64,
    /// `None` when it cannot be read.
    pub contents: Option<BackupContents>,
    /// It stands only at the second place.
    pub is_elsewhere: bool,
}

/// Where the data is, and how safe.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct SafetyState {
    pub folder: String,
    #[specta(type = specta_typescript::Number)]
    pub bytes: u64,
    /// `full`, or why the library may only be read.
    pub access: String,
    /// What carries the folder elsewhere: the name of a program, or `network`.
    pub carrier: Option<String>,
    /// What became of the files under the program, if they changed.
    pub change: Option<String>,
    pub last_copy: Option<Millis>,
    pub second: Option<String>,
    pub second_is_there: bool,
    pub second_at: Option<Millis>,
    pub rehearsed_at: Option<Millis>,
}

/// A file with a copy that the user chose.
#[derive(Default)]
enum Chosen {
    #[default]
    None,
    File(PathBuf),
    /// It waits for its passphrase.
    Sealed(PathBuf),
    /// It was opened with its passphrase into a private folder, which goes with the choice.
    Opened(TempDir),
}

/// The file with a copy that the user chose, until another one is.
#[derive(Default)]
pub struct CopyDesk(Mutex<Chosen>);

/// Stands for the chosen file where the name of a copy does.
const CHOSEN: &str = "file";

impl CopyDesk {
    /// The file of a copy of this name, or the chosen one.
    pub(super) fn file(&self, folder: &Path, name: &str) -> Result<PathBuf, Error> {
        match &*self.chosen() {
            Chosen::File(file) if name == CHOSEN => Ok(file.clone()),
            Chosen::Opened(place) if name == CHOSEN => Ok(place.path().join(FILE_NAME)),
            _ => Ok(BackupPlace::of(folder).find(name)?.path),
        }
    }

    fn chosen(&self) -> MutexGuard<'_, Chosen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// All copies, newest first.
#[tauri::command]
#[specta::specta]
pub async fn backup_list(store: Store<'_>) -> Result<Vec<BackupEntry>, IpcError> {
    let folder = store.folder().await?;
    blocking(move || {
        let place = BackupPlace::of(&folder);
        let here = place.folder().to_owned();
        Ok(place.list().into_iter().map(|backup| entry(backup, &here)).collect())
    })
    .await
}

fn entry(backup: Backup, here: &Path) -> BackupEntry {
    BackupEntry {
        contents: BackupContents::read(&backup.path).ok(),
        is_elsewhere: !backup.path.starts_with(here),
        name: backup.name,
        taken_at: backup.taken_at,
        cause: backup.cause,
        bytes: backup.bytes,
    }
}

/// Where the data is, and how safe.
#[tauri::command]
#[specta::specta]
pub async fn safety_state(store: Store<'_>) -> Result<SafetyState, IpcError> {
    let read = |library: &mut Library| Ok((library.access(), library.file_change()));
    let (access, change) = store.note(read).await?;
    let folder = store.folder().await?;
    blocking(move || {
        let place = BackupPlace::of(&folder);
        let notes = place.notes();
        let size = |ending: &str| {
            std::fs::metadata(folder.join(format!("{FILE_NAME}{ending}"))).map_or(0, |found| found.len())
        };
        Ok(SafetyState {
            bytes: size("") + size("-wal"),
            access: match access {
                Access::Full => "full".to_owned(),
                Access::ReadOnly(reason) => reason.code().to_owned(),
            },
            carrier: sync_folder::of(&folder).map(|carrier| match carrier {
                Carrier::Program(name) => name.to_owned(),
                Carrier::Network => "network".to_owned(),
            }),
            change: change.map(|change| change.code().to_owned()),
            last_copy: place.list().first().map(|backup| backup.taken_at),
            second_is_there: notes.second.as_ref().is_some_and(|second| second.is_dir()),
            second: notes.second.map(|second| second.display().to_string()),
            second_at: notes.second_at,
            rehearsed_at: notes.rehearsed_at,
            folder: folder.display().to_string(),
        })
    })
    .await
}

/// Copies the library now; answers false when a copy of this state is there already.
#[tauri::command]
#[specta::specta]
pub async fn backup_make(store: Store<'_>) -> Result<bool, IpcError> {
    let made = store.note(|library| library.back_up(Cause::Manual)).await?.is_some();
    store.keeper().copied();
    let folder = store.folder().await?;
    let now = store.read(|library| Ok(library.now())).await?;
    blocking(move || {
        BackupPlace::of(&folder).carry_newest(now);
        Ok(made)
    })
    .await
}

/// Saves a whole, verified copy where the user chooses, sealed if there is a passphrase; gives the place, or nothing when
/// the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn backup_save_copy(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
    saved: State<'_, viewer::Saved>,
    passphrase: Option<String>,
) -> Result<Option<String>, IpcError> {
    // A passphrase that is refused is refused before a place is asked for.
    if let Some(passphrase) = &passphrase {
        sealed::check(passphrase)?;
    }
    let now = store.read(|library| Ok(library.now())).await?;
    let day = now.day_in(&clock::time_zone());
    let title = text(language::of_system(), "safety-save-copy", &[]);
    let Some(path) = picker.save(&app, &title, &format!("couloir-{day}.db")) else { return Ok(None) };
    let to = path.clone();
    match passphrase {
        None => store.read(move |library| library.save_copy(&to)).await?,
        Some(passphrase) => {
            let (kept, plain) = private_place()?;
            let copy = plain.clone();
            store.read(move |library| library.save_copy(&copy)).await?;
            let work = move || -> couloir_documents::Result<()> {
                let bytes =
                    std::fs::read(&plain).map_err(|error| couloir_documents::Error::Unreadable(error.to_string()))?;
                drop(kept);
                couloir_documents::save(&to, &sealed::seal(&bytes, &passphrase)?)
            };
            tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
        }
    }
    Ok(Some(saved.note(path)))
}

/// What restoring a copy would change, workshop by workshop.
#[tauri::command]
#[specta::specta]
pub async fn backup_difference(
    store: Store<'_>,
    desk: State<'_, CopyDesk>,
    name: String,
) -> Result<Vec<WorkshopDifference>, IpcError> {
    let file = desk.file(&store.folder().await?, &name)?;
    store.read(move |library| library.restore_difference(&file)).await
}

/// Makes the whole library as a copy has it; answers with the name of the copy that takes this back.
#[tauri::command]
#[specta::specta]
pub async fn backup_restore(
    app: AppHandle,
    store: Store<'_>,
    desk: State<'_, CopyDesk>,
    name: String,
) -> Result<Option<String>, IpcError> {
    let file = desk.file(&store.folder().await?, &name)?;
    let before = store.note(move |library| library.restore(&file)).await?;
    store.keeper().changed();
    ProjectionChanged.emit(&app).map_err(|error| internal(&error))?;
    Ok(before.map(|backup| backup.name))
}

/// Makes one workshop as a copy has it, as one step that can be undone.
#[tauri::command]
#[specta::specta]
pub async fn backup_restore_workshop(
    store: Store<'_>,
    desk: State<'_, CopyDesk>,
    name: String,
    id: WorkshopId,
) -> Result<Receipt<()>, IpcError> {
    let file = desk.file(&store.folder().await?, &name)?;
    store.commit(move |library| library.restore_workshop(&file, &id)).await
}

/// Asks for a file with a copy; nothing when the dialog was left. From then on it has the name `file`.
#[tauri::command]
#[specta::specta]
pub async fn backup_choose_file(
    app: AppHandle,
    picker: State<'_, Box<dyn Picker>>,
    desk: State<'_, CopyDesk>,
) -> Result<Option<BackupEntry>, IpcError> {
    let title = text(language::of_system(), "safety-open-copy", &[]);
    let Some(path) = picker.open_copy(&app, &title) else { return Ok(None) };
    if sealed::is_sealed_file(&path) {
        *desk.chosen() = Chosen::Sealed(path);
        return Err(couloir_documents::Error::Sealed.into());
    }
    let entry = chosen(&path)?;
    *desk.chosen() = Chosen::File(path);
    Ok(Some(entry))
}

/// Opens the sealed copy that was chosen with its passphrase; nothing when another file was chosen meanwhile.
#[tauri::command]
#[specta::specta]
pub async fn backup_open_sealed(
    desk: State<'_, CopyDesk>,
    passphrase: String,
) -> Result<Option<BackupEntry>, IpcError> {
    let path = match &*desk.chosen() {
        Chosen::Sealed(path) => path.clone(),
        _ => return Ok(None),
    };
    let work = move || -> Result<_, IpcError> {
        let (kept, plain) = private_place()?;
        sealed::open_file(&path, &passphrase, &plain)?;
        let entry = chosen(&plain)?;
        Ok((entry, Chosen::Opened(kept)))
    };
    let (entry, opened) = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))??;
    *desk.chosen() = opened;
    Ok(Some(entry))
}

/// A place that only this user can read, and that goes with the value, or with the program.
fn private_place() -> Result<(TempDir, PathBuf), Error> {
    let kept = viewer::passing_folder()?;
    let place = kept.path().join(FILE_NAME);
    Ok((kept, place))
}

fn chosen(path: &Path) -> Result<BackupEntry, Error> {
    let contents = BackupContents::read_chosen(path)?;
    let found = std::fs::metadata(path)?;
    let modified = found.modified().map(|at| Millis::of(at.into())).unwrap_or_default();
    Ok(BackupEntry {
        name: CHOSEN.to_owned(),
        taken_at: contents.changed_at.unwrap_or(modified),
        cause: Cause::Manual,
        bytes: found.len(),
        contents: Some(contents),
        is_elsewhere: true,
    })
}

/// Chooses the second place for copies and brings the newest one there; false when the dialog was left.
#[tauri::command]
#[specta::specta]
pub async fn backup_second_choose(
    app: AppHandle,
    store: Store<'_>,
    picker: State<'_, Box<dyn Picker>>,
) -> Result<bool, IpcError> {
    let title = text(language::of_system(), "safety-second", &[]);
    let Some(second) = picker.folder(&app, &title) else { return Ok(false) };
    let folder = store.folder().await?;
    let now = store
        .note(|library| {
            library.back_up(Cause::Manual)?;
            Ok(library.now())
        })
        .await?;
    blocking(move || {
        let place = BackupPlace::of(&folder);
        place.note(|notes| {
            notes.second = Some(second);
            notes.second_at = None;
        })?;
        place.carry_newest(now);
        Ok(true)
    })
    .await
}

/// Uses the second place no more; the copies there stay.
#[tauri::command]
#[specta::specta]
pub async fn backup_second_forget(store: Store<'_>) -> Result<(), IpcError> {
    let folder = store.folder().await?;
    blocking(move || {
        BackupPlace::of(&folder).note(|notes| {
            notes.second = None;
            notes.second_at = None;
        })
    })
    .await
}

/// What a rehearsed restore proved.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Rehearsal {
    /// When the copy was made.
    pub taken_at: Millis,
    pub workshops: u32,
}

/// Restores the newest copy on trial.
#[tauri::command]
#[specta::specta]
pub async fn backup_rehearse(store: Store<'_>) -> Result<Rehearsal, IpcError> {
    let folder = store.folder().await?;
    let now = store
        .note(|library| {
            library.back_up(Cause::Manual)?;
            Ok(library.now())
        })
        .await?;
    blocking(move || {
        let (taken_at, workshops) = keeper::rehearse(&BackupPlace::of(&folder), now)?;
        Ok(Rehearsal { taken_at, workshops: u32::try_from(workshops).unwrap_or(u32::MAX) })
    })
    .await
}

/// Brings the library to a folder of this computer and goes on there; answers where. The old folder stays.
#[tauri::command]
#[specta::specta]
pub async fn library_move_here(store: Store<'_>) -> Result<String, IpcError> {
    let to = paths::free_local_folder().map_err(Error::from)?;
    let target = to.join(FILE_NAME);
    store.read(move |library| library.save_copy(&target)).await?;
    store.reopen(Some(to.clone())).await?;
    paths::remember(&to).map_err(Error::from)?;
    Ok(to.display().to_string())
}

/// Runs what may take a moment beside the store thread.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, IpcError> {
    let done = tauri::async_runtime::spawn_blocking(work).await.map_err(|error| internal(&error))?;
    done.map_err(IpcError::from)
}
