//! What a document is saved as: pages, a file to edit, a picture, a table.

use std::path::Path;

use couloir_core::Contents;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Before, Document, Error, Printed, Request, Result, docx, pdf, xlsx};

/// What a document is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type, strum::VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Pdf,
    /// A Word file, to be edited.
    Docx,
    Png,
    Svg,
    /// What the document shows, as sheets to go on computing with.
    Xlsx,
}

/// Pixels a point of a picture: 144 dots an inch, sharp on screens and slides.
const SCALE: f32 = 2.0;

impl Format {
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Png => "png",
            Format::Svg => "svg",
            Format::Xlsx => "xlsx",
        }
    }

    /// The format that a file's name asks for.
    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.iter().copied().find(|format| format.ending() == ending)
    }

    /// Whether it holds one page a file.
    pub fn is_picture(self) -> bool {
        matches!(self, Format::Png | Format::Svg)
    }

    /// The formats that a document can be saved as.
    pub fn of_document(document: Document) -> Vec<Self> {
        let has = |format: &Format| match format {
            Format::Pdf | Format::Png | Format::Svg => true,
            Format::Docx => document.is_editable(),
            Format::Xlsx => xlsx::has_sheets(document),
        };
        Self::ALL.iter().copied().filter(has).collect()
    }
}

/// A document as a file; a picture is of page `page` (from 0).
///
/// # Errors
/// [`Error::NotInFormat`], and as the format says.
pub fn make(
    contents: &Contents,
    before: Option<&Before<'_>>,
    request: &Request,
    format: Format,
    page: usize,
) -> Result<Printed> {
    if !Format::of_document(request.document).contains(&format) {
        return Err(Error::NotInFormat(format));
    }
    match format {
        Format::Pdf => pdf::print_since(contents, before, request),
        Format::Png => pdf::picture(contents, before, request, page, SCALE),
        Format::Svg => pdf::drawing(contents, before, request, page),
        Format::Docx => docx::docx(contents, before, request).map(Printed::of_bytes),
        Format::Xlsx => xlsx::of_document(contents, request).map(Printed::of_bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use couloir_core::workshop::Language;

    #[test]
    fn every_document_is_made_in_each_of_its_formats_and_in_no_other() {
        let contents = fixture::lived(Language::Fr);
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let starts = [b"%PDF".as_slice(), b"PK", b"\x89PNG", b"<svg", b"PK"];
        for document in Document::ALL {
            let request = Request::new(*document, Language::Fr, today);
            for (format, start) in Format::ALL.iter().copied().zip(starts) {
                let made = make(&contents, None, &request, format, 0);
                if Format::of_document(*document).contains(&format) {
                    assert!(made.unwrap().bytes.starts_with(start), "{} {}", document.code(), format.ending());
                } else {
                    assert!(matches!(made, Err(Error::NotInFormat(_))));
                }
            }
        }
        let has = |document, format| Format::of_document(document).contains(&format);
        assert!(
            [Document::Board, Document::Raci, Document::Grid, Document::Gaps, Document::Relay]
                .into_iter()
                .all(|document| has(document, Format::Xlsx))
        );
        assert!(has(Document::Minutes, Format::Docx) && !has(Document::WallKit, Format::Docx));
        assert_eq!(Format::of_name(Path::new("a/B.DOCX")), Some(Format::Docx));
        assert_eq!(Format::of_name(Path::new("a.doc")), None);
    }
}
