//! Files and pasted texts as what a workshop could take over.
//!
//! Reading changes nothing: it gives an [`Import`] that can be shown and corrected. Its archive then goes through
//! [`couloir_core::Library::workshop_from_archive`] or [`couloir_core::Library::workshop_import`], one step that can
//! be undone.

mod allowed;
mod calendar;
mod changes;
mod columns;
mod count;
mod decode;
mod document;
mod file;
mod foreign;
mod guess;
mod judge;
mod language;
mod left;
mod memory;
mod outline;
mod own;
mod plan;
mod roles;
mod running_order;
mod separated;
mod sheet;
mod shortened;
mod statements;
mod table;
mod tags;
mod twins;
mod warning;
mod words;
mod workbook;

use couloir_core::Contents;
use couloir_core::workshop::RowUpdate;
use serde_json::{Map, Value};

pub use changes::EntryChange;
pub use columns::Meaning;
pub use count::KindCount;
pub use file::load;
pub use foreign::Foreign;
pub use guess::{Mapping, guess, guess_titled};
pub use left::{Left, LeftKind};
pub use memory::{MEMORY, Memory};
pub use outline::Block;
pub use plan::{Entry, EntryColumn, EntryKind, ImportPlan, KnownTag, RolePart, Twin};
pub use sheet::{Cells, MAX_ROWS, Sheet, SheetRow};
pub use warning::{Warning, WarningKind};
pub(crate) use workbook::check_unpacked;

use outline::{Package, Packed};

use crate::archive::{self, ListDifference};
use crate::forms;
use crate::sealed;
use crate::{Error, Result};

/// Largest text that is read, in megabytes.
pub const MAX_TEXT_MB: u64 = 16;
/// Most entries of a plan.
const MAX_ENTRIES: usize = 50_000;

/// What a file is, as far as it must be looked at before it is taken over.
#[derive(Clone, Debug, PartialEq)]
pub enum Import {
    /// A whole workshop, or what an open one does not have of it, with the difference to that one.
    Archive(Map<String, Value>, Vec<ListDifference>),
    /// Tables, a document, or a document with tables, whose columns can be told apart differently; see
    /// [`plan_source`].
    Read(Source, ImportPlan),
}

/// What was read of a file: the tables in it, and for a document what stands around them.
///
/// Every reader of a format gives one of these; what it means is told by [`plan_source`], in one place for all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Name of the file without its ending: the title, unless the document has one.
    pub name: String,
    /// The blocks of a document; a table is only its place in `sheets`. Empty for workbooks, CSV and pasted cells.
    pub blocks: Vec<Block>,
    /// The tables in the order of the file, each with what its columns mean.
    pub sheets: Vec<(Sheet, Mapping)>,
    /// What a calendar holds: nothing in it is to be told.
    pub entries: Vec<Entry>,
    pub warnings: Vec<Warning>,
}

impl Import {
    /// The plan, where there is one to correct.
    pub fn plan(&self) -> Option<&ImportPlan> {
        match self {
            Import::Archive(..) => None,
            Import::Read(_, plan) => Some(plan),
        }
    }

    /// What is added to the library.
    pub fn archive(&self) -> Map<String, Value> {
        match self {
            Import::Archive(archive, _) => archive.clone(),
            Import::Read(_, plan) => plan.archive(),
        }
    }

    /// Rows of the open workshop that change.
    pub fn updates(&self) -> Vec<RowUpdate> {
        self.plan().map(ImportPlan::updates).unwrap_or_default()
    }
}

/// Reads a file. `name` is its name without the folder, whose ending tells a table from a document; `into` is the
/// open workshop, if it is to join one.
///
/// # Errors
/// [`Error`] with the line and the reason; nothing has been changed.
pub fn read(bytes: &[u8], name: &str, into: Option<&Contents>) -> Result<Import> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let ending = ending.to_lowercase();
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    if sealed::is_sealed(bytes) {
        return Err(Error::Sealed);
    }
    foreign::refuse(bytes, &ending)?;
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
        let mut package = Package::open(bytes)?;
        return match outline::kind_of(&mut package)? {
            Packed::Word => planned(outline::docx(&mut package, stem)?, into),
            Packed::Text => planned(outline::odt(&mut package, stem)?, into),
            Packed::Spreadsheet => tables(outline::spreadsheet(&mut package)?, stem, into),
            Packed::Foreign(foreign) => Err(Error::Foreign(foreign)),
            Packed::Unknown if !ending.starts_with("xls") => Err(Error::UnknownFormat),
            Packed::Workbook | Packed::Unknown => tables(workbook::workbook(bytes)?, stem, into),
        };
    }
    if bytes.len() as u64 > MAX_TEXT_MB << 20 {
        return Err(Error::TooLarge(MAX_TEXT_MB));
    }
    let text = decode::text(bytes)?;
    match ending.as_str() {
        "md" | "markdown" => planned(outline::markdown(&text, stem)?, into),
        "html" | "htm" | "xhtml" => planned(outline::html(&text, stem)?, into),
        "ics" | "ical" | "ifb" => planned(calendar::source(&text, stem)?, into),
        "csv" | "tsv" | "tab" => tables(vec![separated::separated(&text, stem)?], stem, into),
        _ => pasted(&text, stem, into),
    }
}

/// Reads a pasted text: cells when its lines have tabs, or separators in every line, else a document.
///
/// # Errors
/// As [`read`].
pub fn pasted(text: &str, name: &str, into: Option<&Contents>) -> Result<Import> {
    if text.len() as u64 > MAX_TEXT_MB << 20 {
        return Err(Error::TooLarge(MAX_TEXT_MB));
    }
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    if calendar::is_calendar(text) {
        return planned(calendar::source(text, name)?, into);
    }
    if outline::is_html(text) {
        return planned(outline::html(text, name)?, into);
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let is_table = |separator: char| lines.iter().all(|line| line.contains(separator));
    let is_markdown =
        lines.iter().any(|line| line.starts_with('#') || line.trim_start().starts_with(['|', '*', '-', '>']));
    // A cell of several lines has lines without a tab.
    let has_tabs = lines.first().is_some_and(|line| line.contains('\t'))
        && lines.iter().filter(|line| line.contains('\t')).count() * 2 > lines.len();
    // Commas within a list of lines stand unevenly; those of a table do not.
    let is_even = |separator: char| {
        let count = |line: &str| line.matches(separator).count();
        is_table(separator) && (text.contains('"') || lines.windows(2).all(|two| count(two[0]) == count(two[1])))
    };
    if has_tabs || (!is_markdown && lines.len() > 1 && (is_table(';') || is_even(','))) {
        return tables(vec![separated::separated(text, name)?], name, into);
    }
    // Markdown as people mark it: without any mark, lines are lines.
    let is_marked = text.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with(['#', '|', '>', '`']) || line.contains("**") || line.contains("](")
    });
    let source = if is_marked { outline::markdown(text, name)? } else { outline::plain(text, name) };
    if !is_markdown
        && !document::names_roles(&source)
        && !document::has_agenda(&source)
        && let Some(list) = separated::lines(text, name)?
    {
        return tables(vec![list], name, into);
    }
    planned(source, into)
}

/// What a source would bring, with the mappings it has now.
///
/// # Errors
/// [`Error::NothingRecognised`].
pub fn plan_source(source: &Source, into: Option<&Contents>) -> Result<ImportPlan> {
    let mut plan = if source.blocks.is_empty() { table::plan(source, into) } else { document::plan(source, into) };
    for entry in &source.entries {
        plan.push(entry.clone());
    }
    plan.warnings.extend(source.warnings.iter().cloned());
    // A table is always shown, with every column left where nothing is recognised; prose alone has nothing to show.
    let of = |kind| plan.entries.iter().filter(|entry| entry.kind == kind).count();
    let (notes, links) = (of(EntryKind::Note), of(EntryKind::Resource));
    // A letter with a link or two is a letter; a page of links is a list of resources.
    let is_prose = notes + links == plan.entries.len() && (links < 3 || links <= notes);
    if source.sheets.is_empty() && is_prose {
        return Err(Error::NothingRecognised);
    }
    finished(plan, into)
}

impl Source {
    /// Adds a table, with what its columns seem to mean; the value is its place, for [`Block::Table`].
    pub(crate) fn add(&mut self, sheet: Sheet) -> usize {
        let mapping = guess(&sheet);
        self.sheets.push((sheet, mapping));
        self.sheets.len() - 1
    }
}

fn tables(sheets: Vec<Sheet>, title: &str, into: Option<&Contents>) -> Result<Import> {
    if sheets.iter().all(|sheet| sheet.rows.is_empty() && !sheet.is_unread) {
        return Err(Error::Empty);
    }
    let mut source = Source { name: title.to_owned(), ..Source::default() };
    for sheet in sheets {
        source.add(sheet);
    }
    planned(source, into)
}

fn planned(source: Source, into: Option<&Contents>) -> Result<Import> {
    let plan = plan_source(&source, into)?;
    Ok(Import::Read(source, plan))
}

/// A plan with its language told and its twins flagged.
fn finished(mut plan: ImportPlan, into: Option<&Contents>) -> Result<ImportPlan> {
    if plan.entries.len() > MAX_ENTRIES {
        return Err(Error::TooManyRows(u32::try_from(MAX_ENTRIES).unwrap_or(u32::MAX)));
    }
    plan.language = match into {
        Some(contents) => Some(contents.workshop.language),
        None => language::of(&plan),
    };
    if let Some(contents) = into {
        let known = |tag: &couloir_core::tag::Tag| KnownTag { id: tag.id.as_str().to_owned(), name: tag.name.clone() };
        plan.known_tags = contents.tags.iter().map(known).collect();
    }
    plan.flag_twins(into);
    if let Some(contents) = into {
        plan.find_changes(contents);
    }
    Ok(plan)
}

#[cfg(test)]
mod cases;
#[cfg(test)]
mod dialects;
#[cfg(test)]
mod round;
#[cfg(test)]
mod tests;
