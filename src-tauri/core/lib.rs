//! Couloir's domain: the nouns of a roles & responsibilities workshop, their rules, and the store that keeps them.
//!
//! This crate knows no window, no interface text and no clock of its own. Every write goes through
//! [`journal`], which records it for undo and tells the windows what changed.

pub mod agenda;
pub mod analysis;
pub mod backlog;
pub mod board;
pub mod contract;
mod error;
pub mod finding;
pub mod journal;
pub mod meeting;
pub mod outcome;
pub mod person;
pub mod position;
mod record;
pub mod replica;
pub mod resource;
pub mod responsibility;
pub mod role;
pub mod search;
pub mod series;
pub mod step;
pub mod store;
pub mod tag;
pub mod task;
#[cfg(test)]
mod testing;
mod text;
mod time;
pub mod workshop;

pub use error::{Error, Result, Rule};
pub use journal::{Committed, Operation, Patch, Tx, UndoState};
pub use record::{Contents, Record, Row, TABLES};
pub use store::Library;
pub use text::{LINE_MAX, NOTES_MAX, TITLE_MAX, clean_line, clean_optional, clean_text, clean_title};
pub use time::{Day, Millis};
