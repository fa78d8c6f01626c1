//! Documents to edit: what a page shows, as a Word file with real headings, lists and tables.
//!
//! Each is made from the very data that the page of the same document is set from, as a template beside the
//! typst one: what they say is decided once. `sheet.rs` knows Word, the others know documents.

mod contract;
mod data;
mod meeting;
mod record;
mod role;
mod sheet;
mod style;

use couloir_core::Contents;

use crate::pdf::{Before, view};
use crate::{Document, Request, Result};
use data::Data;
use sheet::Sheet;

/// The document as a Word file.
///
/// # Errors
/// [`crate::Error::UnknownMeeting`].
pub(crate) fn docx(contents: &Contents, before: Option<&Before<'_>>, request: &Request) -> Result<Vec<u8>> {
    let view = view(contents, before, request)?;
    let data = Data::of(&view.data);
    let mut sheet = Sheet::new(&data);
    match view.template {
        "agenda.typ" => meeting::agenda(&mut sheet, &data),
        "minutes.typ" => meeting::minutes(&mut sheet, &data),
        "roles.typ" => role::sheets(&mut sheet, &data),
        "contracts.typ" => contract::contracts(&mut sheet, &data),
        "grid.typ" => contract::grid(&mut sheet, &data),
        "raci.typ" => role::parts(&mut sheet, &data),
        "relay.typ" => role::relay(&mut sheet, &data),
        "gaps.typ" => record::findings(&mut sheet, &data),
        "record.typ" => record::record(&mut sheet, &data),
        // A document that has nothing to show yet says so.
        _ => {
            sheet.opening(&data);
            sheet.text(data.text("body"));
        }
    }
    sheet.finish(&data, request.document)
}

impl Document {
    /// Whether it can be saved as a Word file: what a client goes on writing in, not what hangs on a wall.
    pub fn is_editable(self) -> bool {
        !matches!(self, Document::Script | Document::Board | Document::WallKit | Document::Forms)
    }
}

#[cfg(test)]
mod tests;
