//! Asking the user for a place in the file system; the window never names a path.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// Answers with a path, or with nothing when the user leaves the dialog.
pub trait Picker: Send + Sync {
    /// A place to save to, with a name proposed.
    fn save(&self, app: &AppHandle, title: &str, name: &str) -> Option<PathBuf>;

    /// A folder to write into.
    fn folder(&self, app: &AppHandle, title: &str) -> Option<PathBuf>;

    /// A file to read.
    fn open(&self, app: &AppHandle, title: &str) -> Option<PathBuf>;

    /// Workbooks to read, as many as the user likes; none when the dialog is left.
    fn open_all(&self, app: &AppHandle, title: &str) -> Vec<PathBuf>;

    /// A file with a copy of the library.
    fn open_copy(&self, app: &AppHandle, title: &str) -> Option<PathBuf>;
}

/// The system's own dialog.
pub struct NativePicker;

impl Picker for NativePicker {
    fn save(&self, app: &AppHandle, title: &str, name: &str) -> Option<PathBuf> {
        let mut dialog = app.dialog().file().set_title(title).set_file_name(name);
        let ending = Path::new(name).extension().and_then(OsStr::to_str);
        if let Some(ending) = ending {
            dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
        }
        if let Some(folder) = dirs::document_dir().or_else(dirs::home_dir) {
            dialog = dialog.set_directory(folder);
        }
        let picked = dialog.blocking_save_file()?.into_path().ok()?;
        Some(match ending {
            Some(ending) if picked.extension().is_none() => picked.with_extension(ending),
            _ => picked,
        })
    }

    fn open(&self, app: &AppHandle, title: &str) -> Option<PathBuf> {
        let mut dialog = app
            .dialog()
            .file()
            .set_title(title)
            .add_filter("Couloir, DOCX, XLSX, ODT, ODS, CSV, Markdown, HTML, ICS", READABLE);
        if let Some(folder) = dirs::document_dir().or_else(dirs::home_dir) {
            dialog = dialog.set_directory(folder);
        }
        dialog.blocking_pick_file()?.into_path().ok()
    }

    fn open_all(&self, app: &AppHandle, title: &str) -> Vec<PathBuf> {
        let mut dialog = app.dialog().file().set_title(title).add_filter("XLSX, ODS", &["xlsx", "ods"]);
        if let Some(folder) = dirs::document_dir().or_else(dirs::home_dir) {
            dialog = dialog.set_directory(folder);
        }
        let picked = dialog.blocking_pick_files().unwrap_or_default();
        picked.into_iter().filter_map(|path| path.into_path().ok()).collect()
    }

    fn open_copy(&self, app: &AppHandle, title: &str) -> Option<PathBuf> {
        let mut dialog = app.dialog().file().set_title(title).add_filter("Couloir", &["db"]);
        if let Some(folder) = dirs::document_dir().or_else(dirs::home_dir) {
            dialog = dialog.set_directory(folder);
        }
        dialog.blocking_pick_file()?.into_path().ok()
    }

    fn folder(&self, app: &AppHandle, title: &str) -> Option<PathBuf> {
        let mut dialog = app.dialog().file().set_title(title);
        if let Some(folder) = dirs::document_dir().or_else(dirs::home_dir) {
            dialog = dialog.set_directory(folder);
        }
        dialog.blocking_pick_folder()?.into_path().ok()
    }
}

/// Endings of the files that an import reads.
const READABLE: &[&str] = &[
    "couloir", "xlsx", "xlsm", "csv", "tsv", "docx", "docm", "odt", "ods", "md", "markdown", "html", "htm", "txt",
    "ics",
];

/// Names the place that a test chooses; an empty value leaves the dialog.
const TEST_SAVE_TO: &str = "COULOIR_TEST_SAVE_TO";

/// Names the file that a test opens.
const TEST_OPEN_FROM: &str = "COULOIR_TEST_OPEN_FROM";

/// The places that a test chose.
struct TestPicker {
    save_to: PathBuf,
    open_from: PathBuf,
}

impl Picker for TestPicker {
    fn save(&self, _: &AppHandle, _: &str, _: &str) -> Option<PathBuf> {
        Some(self.save_to.clone()).filter(|path| !path.as_os_str().is_empty())
    }

    fn folder(&self, _: &AppHandle, _: &str) -> Option<PathBuf> {
        Some(self.save_to.clone()).filter(|path| path.is_dir())
    }

    fn open_copy(&self, app: &AppHandle, title: &str) -> Option<PathBuf> {
        self.open(app, title)
    }

    fn open(&self, _: &AppHandle, _: &str) -> Option<PathBuf> {
        Some(self.open_from.clone()).filter(|path| !path.as_os_str().is_empty())
    }

    /// The workbooks of a folder, or the one file.
    fn open_all(&self, _: &AppHandle, _: &str) -> Vec<PathBuf> {
        let Ok(folder) = std::fs::read_dir(&self.open_from) else {
            return Some(self.open_from.clone()).filter(|path| path.is_file()).into_iter().collect();
        };
        let mut paths: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "xlsx"));
        paths.sort();
        paths
    }
}

/// The picker of this run.
pub fn picker() -> Box<dyn Picker> {
    let (save_to, open_from) = (super::hook(TEST_SAVE_TO), super::hook(TEST_OPEN_FROM));
    if save_to.is_none() && open_from.is_none() {
        return Box::new(NativePicker);
    }
    Box::new(TestPicker {
        save_to: save_to.unwrap_or_default().into(),
        open_from: open_from.unwrap_or_default().into(),
    })
}
