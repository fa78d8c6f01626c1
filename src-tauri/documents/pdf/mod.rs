//! Pages: a view of the workshop as JSON, set by a typst template into a tagged PDF or into pictures.
//!
//! Each document is a pair: `<code>.rs` says what stands on its pages, `<code>.typ` how they look; `style.typ`
//! is what all share. Words come from `documents.ftl`.

mod agenda;
mod board;
mod commonmark;
mod contract;
mod contracts;
mod forms;
mod gaps;
mod grid;
mod guide;
mod letters;
mod minutes;
mod outcome;
mod pack;
mod raci;
mod record;
mod reference;
mod relay;
mod role;
mod script;
mod spread;
mod system;
mod task;
mod view;
mod wall_kit;
mod world;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use couloir_core::role::RoleId;
use couloir_core::workshop::Language;
use couloir_core::{Contents, Day};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub(crate) use crate::document::spoken as language;
use crate::{Document, Error, Request, Result};
pub use guide::guide;
use letters::Care;
use view::View;
use world::Fonts;

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        /// All templates by file name.
        const TEMPLATES: &[(&str, &str)] = &[$((concat!($name, ".typ"), include_str!(concat!($name, ".typ")))),*];
    };
}
templates![
    "style",
    "grids",
    "pieces",
    "agenda",
    "script",
    "minutes",
    "board",
    "roles",
    "contracts",
    "grid",
    "raci",
    "relay",
    "gaps",
    "wall-kit",
    "forms",
    "guide",
    "record",
    "notice",
];

/// Compilations that a cached part of a page survives without being used.
const CACHE_AGE: usize = 8;

static STANDARDS: LazyLock<Option<PdfStandards>> = LazyLock::new(|| PdfStandards::new(&[PdfStandard::Ua_1]).ok());

/// An earlier moment of the workshop, for a document that compares.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// What the user called it; the minutes, which compare with the start of their meeting, do not show it.
    pub name: &'a str,
    /// The workshop as it was.
    pub contents: &'a Contents,
    /// The workshop at the end of what is compared; without it, as it is now.
    pub until: Option<&'a Contents>,
}

/// A document, or a page of it, as a file.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages the document has.
    pub pages: usize,
    /// Characters that no font has, neither ours nor the system's; they stand as boxes on the page.
    pub unprintable: String,
}

impl Printed {
    /// A file without pages, whose letters the program that opens it finds.
    pub(crate) fn of_bytes(bytes: Vec<u8>) -> Self {
        Self { bytes, pages: 1, unprintable: String::new() }
    }
}

/// A document as pictures, page for page what the PDF shows.
#[derive(Clone, Debug)]
pub struct Pages {
    /// One SVG a page.
    pub svg: Vec<String>,
    /// Characters that no font has, neither ours nor the system's; they stand as boxes on the page.
    pub unprintable: String,
}

/// The document as a PDF file: PDF/UA-1, tagged, with title, language, outline and embedded fonts. The same
/// contents and request give the same bytes.
///
/// # Errors
/// [`Error::UnknownMeeting`]; anything else is a fault of the program: no text can make it fail.
pub fn pdf(contents: &Contents, request: &Request) -> Result<Vec<u8>> {
    Ok(print(contents, request)?.bytes)
}

/// As [`pdf`], with the characters that could not be printed.
///
/// # Errors
/// As [`pdf`].
pub fn print(contents: &Contents, request: &Request) -> Result<Printed> {
    print_since(contents, None, request)
}

/// As [`print()`]; the gap report and the minutes also say what changed since an earlier moment.
///
/// # Errors
/// As [`pdf`].
pub fn print_since(contents: &Contents, before: Option<&Before<'_>>, request: &Request) -> Result<Printed> {
    print_view(contents, request, &view(contents, before, request)?)
}

/// The printed form of one role.
///
/// # Errors
/// As [`pdf`].
pub fn print_form(contents: &Contents, role: &RoleId, language: Language, today: Day) -> Result<Printed> {
    let request = Request::new(Document::Forms, language, today);
    print_view(contents, &request, &forms::data(contents, &request, Some(role))?)
}

fn print_view(contents: &Contents, request: &Request, view: &View) -> Result<Printed> {
    print_as(&format!("couloir {} {}", contents.workshop.id, request.document.code()), view)
}

/// The file of a view; `ident` tells it from all others.
fn print_as(ident: &str, view: &View) -> Result<Printed> {
    with_view(view, |document, unprintable| {
        let standards = STANDARDS.clone().ok_or_else(|| Error::Layout("PDF/UA-1".to_owned()))?;
        let options = PdfOptions {
            ident: Smart::Custom(ident.to_owned()),
            creator: Smart::Custom(Some("Couloir".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(document, &options).map_err(|errors| layout_error(&errors))?;
        Ok(Printed { bytes: pack::pack(&bytes)?, pages: document.pages().len(), unprintable })
    })
}

/// The pages as pictures for the preview.
///
/// # Errors
/// As [`pdf`].
pub fn pages(contents: &Contents, request: &Request) -> Result<Pages> {
    pages_since(contents, None, request)
}

/// As [`pages`]; the gap report and the minutes also say what changed since an earlier moment.
///
/// # Errors
/// As [`pdf`].
pub fn pages_since(contents: &Contents, before: Option<&Before<'_>>, request: &Request) -> Result<Pages> {
    with_pages(contents, before, request, |document, unprintable| {
        let options = typst_svg::SvgOptions { render_bleed: false, pretty: false };
        let svg = document.pages().iter().map(|page| typst_svg::svg(page, &options)).collect();
        Ok(Pages { svg, unprintable })
    })
}

/// Page `index` (from 0) as an SVG file.
///
/// # Errors
/// [`Error::UnknownPage`], and as [`pdf`].
pub fn drawing(contents: &Contents, before: Option<&Before<'_>>, request: &Request, index: usize) -> Result<Printed> {
    with_pages(contents, before, request, |document, unprintable| {
        let page = document.pages().get(index).ok_or(Error::UnknownPage(index + 1))?;
        let options = typst_svg::SvgOptions { render_bleed: false, pretty: false };
        let bytes = typst_svg::svg(page, &options).into_bytes();
        Ok(Printed { bytes, pages: document.pages().len(), unprintable })
    })
}

/// Page `index` (from 0) as a PNG file with `scale` pixels a point (1 to 8).
///
/// # Errors
/// [`Error::UnknownPage`], and as [`pdf`].
pub fn picture(
    contents: &Contents,
    before: Option<&Before<'_>>,
    request: &Request,
    index: usize,
    scale: f32,
) -> Result<Printed> {
    with_pages(contents, before, request, |document, unprintable| {
        let page = document.pages().get(index).ok_or(Error::UnknownPage(index + 1))?;
        let scale = f64::from(scale.clamp(1.0, 8.0));
        let options = typst_render::RenderOptions { pixel_per_pt: scale.into(), render_bleed: false };
        let png = typst_render::render(page, &options).encode_png();
        let bytes = png.map_err(Error::fault)?;
        Ok(Printed { bytes, pages: document.pages().len(), unprintable })
    })
}

/// Sets the pages and hands them to `make`. A text that cannot be set as it is (a script whose letters do not map
/// one to one, say) is set once more without the fonts of the system, then with plain letters only.
fn with_pages<T>(
    contents: &Contents,
    before: Option<&Before<'_>>,
    request: &Request,
    make: impl Fn(&PagedDocument, String) -> Result<T>,
) -> Result<T> {
    with_view(&view(contents, before, request)?, make)
}

fn with_view<T>(view: &View, make: impl Fn(&PagedDocument, String) -> Result<T>) -> Result<T> {
    let fonts = Fonts::with(system::fonts(&letters::missing(&view.data)));
    let mut result = set(view, Care::Normal, &fonts, &make);
    for care in [Care::Embedded, Care::Strict] {
        if matches!(result, Err(Error::Layout(_))) && (care == Care::Strict || fonts.is_of_system()) {
            // The first reason is the telling one.
            result = set(view, care, &Fonts::EMBEDDED, &make).or(result);
        }
    }
    // On the error path too: the cache would grow with every failed attempt.
    typst::comemo::evict(CACHE_AGE);
    result
}

fn set<T>(view: &View, care: Care, fonts: &Fonts, make: &impl Fn(&PagedDocument, String) -> Result<T>) -> Result<T> {
    let mut unprintable = BTreeSet::new();
    let mut data = view.data.clone();
    letters::make_printable(&mut data, care, fonts, &mut unprintable);
    let sheet = world::Sheet::new(view.template, serde_json::to_string(&data)?, fonts);
    let sheet = sheet.ok_or_else(|| Error::Layout(view.template.to_owned()))?;
    let set = typst::compile::<PagedDocument>(&sheet);
    // A warning is an unknown font or a page that does not settle: never something to hand out.
    if let Some(warning) = set.warnings.first() {
        return Err(Error::Layout(warning.message.to_string()));
    }
    make(&set.output.map_err(|errors| layout_error(&errors))?, unprintable.into_iter().collect())
}

fn layout_error(errors: &[typst::diag::SourceDiagnostic]) -> Error {
    Error::Layout(errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; "))
}

/// What stands on the pages, and the template for it.
pub(crate) fn view(contents: &Contents, before: Option<&Before<'_>>, request: &Request) -> Result<View> {
    match request.document {
        Document::Agenda => agenda::data(contents, request),
        Document::Script => script::data(contents, request),
        Document::Minutes => minutes::data(contents, before, request),
        Document::Board => board::data(contents, request),
        Document::Raci => raci::data(contents, request),
        Document::Roles => role::data(contents, request),
        Document::Contracts => contracts::data(contents, request),
        Document::Grid => grid::data(contents, request),
        Document::Relay => relay::data(contents, request),
        Document::Gaps => gaps::data(contents, before, request),
        Document::WallKit => wall_kit::data(contents, request),
        Document::Forms => forms::data(contents, request, None),
        Document::Record => record::data(contents, request),
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::with_text_everywhere as hostile_texts;
