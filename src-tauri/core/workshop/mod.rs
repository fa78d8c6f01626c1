//! One engagement: everything below belongs to exactly one.

mod archive;
mod create;
mod edit;
mod generated;
mod import;
mod list;
mod template;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use archive::{ARCHIVE_VERSION, archive};
pub use create::NewWorkshop;
pub use edit::WorkshopEdit;
pub use generated::Size;
pub use import::RowUpdate;
pub use list::WorkshopSummary;
pub use template::{LeftOut, LeftOutKind, OutlineRole, OwnTemplate, Template, TemplateOutline, is_template};

use crate::record::record_id;
use crate::{Day, Millis};

record_id!(WorkshopId);

/// One engagement: everything below belongs to exactly one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Workshop {
    pub id: WorkshopId,
    pub title: String,
    pub language: Language,
    pub organisation: String,
    pub purpose: String,
    pub place: String,
    pub held_on: Option<Day>,
    pub time_zone: String,
    pub is_template: bool,
    /// What the columns of the board stand for.
    pub board_columns: BoardColumns,
    /// Highest number ever given to a task: a number on a paper card is never given twice.
    pub last_task_number: i32,
    /// A person is overloaded beyond these.
    pub roles_per_person: i32,
    pub tasks_per_person: i32,
    pub created_at: Millis,
    /// Where Home keeps it.
    pub shelf: Shelf,
}

/// Where Home keeps a workshop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type, strum::VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// In the list.
    #[default]
    Usual,
    /// On top of the list.
    Pinned,
    /// Put away: out of sight, and still there.
    Archived,
}

/// A language of the interface, of a workshop or of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    Fr,
    En,
}

/// What the columns of the board stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum BoardColumns {
    Status,
    Step,
}

impl Language {
    /// The tag used in the store, in file names and in PDFs: `fr` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Fr => "fr",
            Language::En => "en",
        }
    }
}

#[cfg(test)]
mod tests;
