//! Files and pasted texts as what a workshop could take over.
//!
//! Reading changes nothing: it gives an [`Import`] that can be shown and corrected. Its archive then goes through
//! [`couloir_core::Library::workshop_from_archive`] or [`couloir_core::Library::workshop_import`], one step that can
//! be undone.

mod columns;
mod decode;
mod document;
mod file;
mod outline;
mod plan;
mod roles;
mod sheet;
mod statements;
mod table;
mod twins;

use couloir_core::Contents;
use couloir_core::workshop::Language;
use serde_json::{Map, Value};

pub use columns::Meaning;
pub use file::load;
pub use plan::{Entry, EntryColumn, EntryKind, ImportPlan, KindCount, RolePart, Twin, Warning, WarningKind};
pub(crate) use sheet::check_unpacked;
pub use sheet::{MAX_ROWS, Sheet, SheetRow};
pub use table::{Mapping, guess};

use crate::archive::{self, ListDifference};
use crate::data_error::{DataError, DataResult};
use crate::forms;

/// Largest text that is read, in megabytes.
pub const MAX_TEXT_MB: u64 = 16;
/// Most entries of a plan.
const MAX_ENTRIES: usize = 50_000;

/// What a file is, as far as it must be looked at before it is taken over.
#[derive(Clone, Debug, PartialEq)]
pub enum Import {
    /// A whole workshop, or what an open one does not have of it, with the difference to that one.
    Archive(Map<String, Value>, Vec<ListDifference>),
    /// Tables whose columns can be told apart differently; see [`plan_tables`].
    Tables(Vec<(Sheet, Mapping)>, ImportPlan),
    /// A document.
    Document(ImportPlan),
}

impl Import {
    /// The plan, where there is one to correct.
    pub fn plan(&self) -> Option<&ImportPlan> {
        match self {
            Import::Archive(..) => None,
            Import::Tables(_, plan) | Import::Document(plan) => Some(plan),
        }
    }

    /// What is added to the library.
    pub fn archive(&self) -> Map<String, Value> {
        match self {
            Import::Archive(archive, _) => archive.clone(),
            Import::Tables(_, plan) | Import::Document(plan) => plan.archive(),
        }
    }
}

/// Reads a file. `name` is its name without the folder, whose ending tells a table from a document; `into` is the
/// open workshop, if it is to join one.
///
/// # Errors
/// [`DataError`] with the line and the reason; nothing has been changed.
pub fn read(bytes: &[u8], name: &str, into: Option<&Contents>) -> DataResult<Import> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_lowercase();
    if bytes.is_empty() {
        return Err(DataError::Empty);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        // An old workbook, or a new one in an encrypted envelope.
        return Err(if ending.starts_with("xls") && ending != "xls" {
            DataError::Protected
        } else {
            DataError::UnknownFormat
        });
    }
    if bytes.starts_with(b"PK") || ending == "couloir" {
        if ending == "couloir" || archive::is_archive(bytes) {
            let whole = archive::read(bytes)?;
            return Ok(match into {
                Some(contents) => {
                    let (rest, differences) = archive::joined(&whole, contents);
                    Import::Archive(rest, differences)
                }
                None => Import::Archive(whole, Vec::new()),
            });
        }
        if let Some(answers) = forms::as_import(bytes, name, into) {
            return answers;
        }
        let sheets = sheet::workbook(bytes)?;
        return tables(sheets, stem, into);
    }
    if bytes.len() as u64 > MAX_TEXT_MB << 20 {
        return Err(DataError::TooLarge(MAX_TEXT_MB));
    }
    let text = decode::text(bytes)?;
    match ending.as_str() {
        "md" | "markdown" => document(&text, stem, into),
        "csv" | "tsv" | "tab" => tables(vec![sheet::separated(&text, stem)?], stem, into),
        _ => pasted(&text, stem, into),
    }
}

/// Reads a pasted text: cells when its lines have tabs, or separators in every line, else a document.
///
/// # Errors
/// As [`read`].
pub fn pasted(text: &str, name: &str, into: Option<&Contents>) -> DataResult<Import> {
    if text.len() as u64 > MAX_TEXT_MB << 20 {
        return Err(DataError::TooLarge(MAX_TEXT_MB));
    }
    if text.trim().is_empty() {
        return Err(DataError::Empty);
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let is_table = |separator: char| lines.iter().all(|line| line.contains(separator));
    let is_markdown =
        lines.iter().any(|line| line.starts_with('#') || line.trim_start().starts_with(['|', '*', '-', '>']));
    if is_table('\t') || (!is_markdown && lines.len() > 1 && (is_table(';') || is_table(','))) {
        return tables(vec![sheet::separated(text, name)?], name, into);
    }
    document(text, name, into)
}

/// The plan of tables whose mapping was corrected.
///
/// # Errors
/// [`DataError::NothingRecognised`].
pub fn plan_tables(sheets: &[(Sheet, Mapping)], title: &str, into: Option<&Contents>) -> DataResult<ImportPlan> {
    finished(table::plan(sheets, title, into), into)
}

fn tables(sheets: Vec<Sheet>, title: &str, into: Option<&Contents>) -> DataResult<Import> {
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(DataError::Empty);
    }
    let sheets: Vec<(Sheet, Mapping)> = sheets
        .into_iter()
        .map(|sheet| {
            let mapping = guess(&sheet);
            (sheet, mapping)
        })
        .collect();
    if sheets.iter().all(|(_, mapping)| mapping.columns.iter().all(|column| *column == Meaning::Left)) {
        return Err(DataError::NoHeaders);
    }
    let plan = plan_tables(&sheets, title, into)?;
    Ok(Import::Tables(sheets, plan))
}

fn document(text: &str, title: &str, into: Option<&Contents>) -> DataResult<Import> {
    finished(document::plan(text, title, into), into).map(Import::Document)
}

/// A plan with its language told and its twins flagged.
fn finished(mut plan: ImportPlan, into: Option<&Contents>) -> DataResult<ImportPlan> {
    if plan.entries.len() > MAX_ENTRIES {
        return Err(DataError::TooManyRows(u32::try_from(MAX_ENTRIES).unwrap_or(u32::MAX)));
    }
    if plan.entries.iter().all(|entry| entry.kind == EntryKind::Note) {
        return Err(DataError::NothingRecognised);
    }
    plan.language = match into {
        Some(contents) => contents.workshop.language,
        None => language(&plan),
    };
    plan.flag_twins(into);
    Ok(plan)
}

/// French or English, by their most frequent small words.
fn language(plan: &ImportPlan) -> Language {
    let (mut french, mut english) = (0, 0);
    for entry in plan.entries.iter().take(500) {
        for word in entry.text.split(|c: char| !c.is_alphanumeric()).chain(entry.detail.split(' ')) {
            match word.to_lowercase().as_str() {
                "le" | "la" | "les" | "des" | "du" | "et" | "une" | "pour" | "aux" | "dans" | "de" => french += 1,
                "the" | "and" | "of" | "for" | "with" | "to" | "that" | "a" | "is" => english += 1,
                _ => {}
            }
        }
    }
    if english > french { Language::En } else { Language::Fr }
}

#[cfg(test)]
mod tests;
