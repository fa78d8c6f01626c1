//! What Couloir prints and exchanges.
//!
//! Everything here is made from a [`couloir_core::Contents`], a whole workshop: this crate reads no store and
//! shows no window. Pages are typst templates in `pdf/`.

pub mod archive;
pub mod csv;
pub mod data;
mod document;
#[cfg(feature = "pages")]
mod docx;
mod error;
#[cfg(feature = "pages")]
mod format;
pub mod forms;
pub mod ics;
pub mod import;
pub mod invitation;
pub mod markdown;
#[cfg(feature = "pages")]
mod pdf;
mod save;
pub mod sealed;
pub mod table;
pub mod xlsx;

pub use document::{Document, Paper, Request, file_name};
pub use error::{Error, FileProblem, Result};
#[cfg(feature = "pages")]
pub use format::{Format, make};
#[cfg(feature = "pages")]
pub use pdf::{
    Before, Pages, Printed, drawing, guide, pages, pages_since, pdf, picture, print, print_form, print_since,
};
pub use save::save;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod hostile;
