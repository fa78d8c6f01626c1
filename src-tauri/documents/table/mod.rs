//! The tables of a workshop: what a spreadsheet shows, one table a noun. XLSX, CSV and imports share them.

#[cfg(test)]
pub(crate) mod fixture;
mod index;
mod rows;

use chrono::{NaiveDate, NaiveDateTime};
use couloir_core::Contents;
use couloir_messages::{Language, text};

pub(crate) use index::{Index, local};
pub(crate) use rows::{state, status};

/// A kind of thing that has a table of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
pub enum Noun {
    Tasks,
    Roles,
    People,
    Responsibilities,
    Steps,
    /// Tasks × roles with `A`, `R`, `C`, `I`.
    Raci,
    Contracts,
    /// Giver × receiver with *agreed / all lines*.
    Grid,
    Meetings,
    Agenda,
    Outcomes,
    Backlog,
    Resources,
}

impl Noun {
    /// Every noun, in the order of the sheets.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The name on the command line, in file names and in messages (`table-<code>`).
    pub fn code(self) -> &'static str {
        match self {
            Noun::Tasks => "tasks",
            Noun::Roles => "roles",
            Noun::People => "people",
            Noun::Responsibilities => "responsibilities",
            Noun::Steps => "steps",
            Noun::Raci => "raci",
            Noun::Contracts => "contracts",
            Noun::Grid => "grid",
            Noun::Meetings => "meetings",
            Noun::Agenda => "agenda",
            Noun::Outcomes => "outcomes",
            Noun::Backlog => "backlog",
            Noun::Resources => "resources",
        }
    }

    /// The noun of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|noun| noun.code() == code)
    }

    /// Keys of its fixed columns; the messages `table-column-<key>` title them.
    pub(crate) fn columns(self) -> &'static [&'static str] {
        match self {
            Noun::Tasks => &[
                "number", "task", "detail", "letter", "role", "assignee", "step", "status", "task-due", "needs",
                "tags", "notes",
            ],
            Noun::Roles => {
                &["letter", "role", "mandate", "skills", "typical-tasks", "first-step", "holders", "open-tasks"]
            }
            Noun::People => &["person", "organisation", "email", "roles"],
            Noun::Responsibilities => &["letter", "role", "responsibility", "detail", "tags"],
            Noun::Steps => &["number", "step", "letter", "role", "needs", "detail"],
            Noun::Raci => &["number", "task"],
            Noun::Contracts => &[
                "giver",
                "receiver",
                "offer",
                "need",
                "state",
                "mode",
                "cadence",
                "fulfilment",
                "review",
                "giver-agreed",
                "receiver-agreed",
                "dispute",
                "pulse",
            ],
            Noun::Grid => &["gives"],
            Noun::Meetings => {
                &["meeting", "start", "minutes", "meeting-status", "series", "place", "goal", "bring", "present"]
            }
            Noun::Agenda => &[
                "meeting",
                "number",
                "item",
                "detail",
                "kind",
                "presenter",
                "minutes",
                "least",
                "goal",
                "method",
                "materials",
            ],
            Noun::Outcomes => {
                &["meeting", "item", "outcome", "body", "proposer", "tally", "objections", "owner", "due", "done"]
            }
            Noun::Backlog => &["subject", "detail", "reason", "minutes", "added"],
            Noun::Resources => &["heading", "resource", "url", "detail", "role"],
        }
    }
}

/// A cell, typed so that a spreadsheet can sort and compute.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(i64),
    Day(NaiveDate),
    /// Local time of the meeting it belongs to.
    Moment(NaiveDateTime),
}

impl Cell {
    /// A text, or nothing when it is empty.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

/// A table with its titles in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub noun: Noun,
    pub title: String,
    pub headers: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// The table of a noun in the workshop's language. Private names and private outcomes only on request; private
/// notes never stand in a table.
pub fn table(contents: &Contents, noun: Noun, includes_private: bool) -> Table {
    let language = language(contents);
    let index = Index::new(contents, includes_private);
    let mut headers: Vec<String> =
        noun.columns().iter().map(|key| text(language, &format!("table-column-{key}"), &[])).collect();
    if matches!(noun, Noun::Raci | Noun::Grid) {
        headers.extend(contents.roles.iter().map(|role| format!("{} {}", role.letter, role.name).trim().to_owned()));
    }
    Table { noun, title: text(language, &format!("table-{}", noun.code()), &[]), headers, rows: rows::of(&index, noun) }
}

/// The language of a workshop's texts.
pub(crate) fn language(contents: &Contents) -> Language {
    match contents.workshop.language {
        couloir_core::workshop::Language::Fr => Language::French,
        couloir_core::workshop::Language::En => Language::English,
    }
}
