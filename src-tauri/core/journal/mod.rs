//! The one door for writes.
//!
//! A [`Tx`] is the only way to write a data table, and exists only inside [`commit`]. SQLite itself captures
//! every row before and after (temp triggers, see [`capture`]), so that undo, redo, the patch sent to the
//! windows and the history all come from the same images and no write can escape them.

mod bulk;
pub(crate) mod capture;
mod commit;
mod history;
pub(crate) mod image;
mod merge;
mod names;
pub mod snapshot;
mod stack;
mod tx;
mod undo;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Row;
use crate::workshop::WorkshopId;

pub use history::OperationEntry;
pub(crate) use merge::Merged;
pub use names::NAMES;
pub(crate) use stack::Legible;
pub use stack::{UNKNOWN, UNREADABLE};
pub use tx::Tx;
pub(crate) use undo::apply;

/// What a commit is called and where it can be undone.
#[derive(Clone, Debug)]
pub struct Operation {
    pub(crate) workshop_id: Option<WorkshopId>,
    pub(crate) name: &'static str,
    pub(crate) coalesce_key: Option<String>,
    pub(crate) writes_library: bool,
}

impl Operation {
    /// An operation within one workshop. `name` is the message `op-{name}` in both languages.
    pub fn new(workshop_id: &WorkshopId, name: &'static str) -> Self {
        Self { workshop_id: Some(workshop_id.clone()), name, coalesce_key: None, writes_library: false }
    }

    /// An operation on the library: undone from Home. It alone may write rows of any workshop.
    pub fn on_library(name: &'static str) -> Self {
        Self { workshop_id: None, name, coalesce_key: None, writes_library: true }
    }

    /// Says that this operation of a workshop also writes what belongs to the library (saved methods).
    pub fn writing_library(mut self) -> Self {
        self.writes_library = true;
        self
    }

    /// Joins this edit to the last one with the same key, when it follows within a few seconds.
    pub fn coalescing(mut self, key: impl Into<String>) -> Self {
        self.coalesce_key = Some(key.into());
        self
    }
}

/// One row that changed.
#[expect(clippy::large_enum_variant, reason = "nearly all changes are rows: boxing them would only add work")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// The row was added, or is now like this.
    Put { row: Row },
    /// The row is gone.
    Remove { table: String, id: String },
}

/// What a commit changed, computed from the row images.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Patch {
    pub changes: Vec<Change>,
}

/// The name of an operation: message `op-{name}` with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct OperationName {
    pub name: String,
    pub args: BTreeMap<String, String>,
}

/// What undo and redo would do next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct UndoState {
    pub undo: Option<OperationName>,
    pub redo: Option<OperationName>,
}

/// What a commit returns.
#[derive(Clone, Debug)]
pub struct Committed<T> {
    /// What the operation computed.
    pub value: T,
    /// Counts the commits of this process: patches apply in this order.
    pub revision: u32,
    /// Where it happened; `None` is the library.
    pub workshop_id: Option<WorkshopId>,
    pub patch: Patch,
    pub undo: UndoState,
}
