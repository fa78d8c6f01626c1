//! Workshops that several laptops share: an Automerge document beside the rows, exchanged by file, merged with nothing
//! lost.
//!
//! Rows stay what everything reads. Every commit writes what it changed into the document too; what comes from others
//! is merged there, and the rows follow. Two values of one column, a card edited here and deleted there, a number given
//! twice: all that is a property of the document, equal on every laptop, shown ([`Conflict`]) and in nobody's way.

mod chunks;
mod conflict;
mod document;
mod laptop;
mod receive;
mod record;
mod rules;
mod settle;
mod shape;
mod share;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use conflict::{Conflict, ConflictValue};
pub use laptop::{Laptop, LaptopName};
pub use receive::{Incoming, Received, prove};
pub(crate) use record::{Followed, Replicas};
pub(crate) use settle::Settled;
pub use settle::Settlement;
pub use share::{Exchange, LastChange, Sharing};

/// How things do not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type, strum::VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum ClashKind {
    /// Several values of one column.
    Cell,
    /// Deleted on one laptop and edited on another: it stays.
    DeletedAndEdited,
    /// It belongs to something that was deleted: it waits, unseen.
    Orphan,
    /// It was assigned to something that was deleted.
    Dangling,
    /// A number, a letter or a place given twice: the older keeps it.
    Twice,
    /// What each of two laptops left, together left nothing.
    Emptied,
    /// Agreed to other words than those that now stand.
    Unagreed,
}

impl ClashKind {
    /// Every kind, so that tests can check that each has its message.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The code that names the kind in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Cell => "cell",
            Self::DeletedAndEdited => "deleted-and-edited",
            Self::Orphan => "orphan",
            Self::Dangling => "dangling",
            Self::Twice => "twice",
            Self::Emptied => "emptied",
            Self::Unagreed => "unagreed",
        }
    }
}
