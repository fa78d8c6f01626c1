//! The closed world in which a page is set: our templates, our fonts and the data of one document, nothing else.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// Set with features and fonts loaded once for the whole program.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Inter, and DejaVu Sans for what Inter has no letters for. A page of their letters alone looks the same, and is
/// the same to the byte, everywhere.
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 5] = [
        include_bytes!("../fonts/Inter-Regular.otf"),
        include_bytes!("../fonts/Inter-Italic.otf"),
        include_bytes!("../fonts/Inter-SemiBold.otf"),
        include_bytes!("../fonts/Inter-SemiBoldItalic.otf"),
        include_bytes!("../fonts/DejaVuSans.ttf"),
    ];
    files.into_iter().filter_map(|file| Font::new(Bytes::new(file), 0)).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    super::TEMPLATES
        .iter()
        .filter_map(|(name, text)| {
            let id = file(name)?;
            Some((id, Source::new(id, (*text).to_owned())))
        })
        .collect()
});

fn file(name: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern())
}

/// How well the fonts know a character.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Coverage {
    /// The family of the documents has it.
    Family,
    /// Only the fallback has it.
    Fallback,
    /// Only a font of the system has it.
    System,
    /// Nothing has it.
    None,
}

/// The fonts a page is set with: the embedded ones, and some of the system where those lack letters.
pub(super) struct Fonts {
    /// Those of the system, and the list of all.
    more: Option<(Vec<Font>, LazyHash<FontBook>)>,
}

impl Fonts {
    /// The embedded ones alone.
    pub(super) const EMBEDDED: Self = Self { more: None };

    /// The embedded ones and `more`.
    pub(super) fn with(more: Vec<Font>) -> Self {
        if more.is_empty() {
            return Self::EMBEDDED;
        }
        let book = FontBook::from_fonts(FONTS.iter().chain(&more));
        Self { more: Some((more, LazyHash::new(book))) }
    }

    /// Fonts of the system are among them.
    pub(super) fn is_of_system(&self) -> bool {
        self.more.is_some()
    }

    /// How well the fonts know a character.
    pub(super) fn coverage(&self, c: char) -> Coverage {
        let has = |font: &Font| font.info().coverage.contains(c as u32);
        match FONTS.iter().find(|font| has(font)).map(|font| font.info().family == "Inter") {
            Some(true) => Coverage::Family,
            Some(false) => Coverage::Fallback,
            None if self.more.as_ref().is_some_and(|(fonts, _)| fonts.iter().any(has)) => Coverage::System,
            None => Coverage::None,
        }
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.more.as_ref().map_or(&BOOK, |(_, book)| book)
    }

    fn font(&self, index: usize) -> Option<Font> {
        let more = self.more.as_ref().map_or(&[][..], |(fonts, _)| fonts);
        FONTS.get(index).or_else(|| more.get(index.checked_sub(FONTS.len())?)).cloned()
    }
}

/// One template with its data.
pub(super) struct Sheet<'a> {
    main: FileId,
    data: (FileId, Bytes),
    fonts: &'a Fonts,
}

impl<'a> Sheet<'a> {
    /// The template `name` over `data`, a JSON text; `None` for an unknown template.
    pub(super) fn new(name: &str, data: String, fonts: &'a Fonts) -> Option<Self> {
        Some(Self { main: file(name)?, data: (file("data.json")?, Bytes::from_string(data)), fonts })
    }
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.get(&id).cloned().ok_or_else(|| FileError::NotFound(id.get().vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 {
            return Ok(self.data.1.clone());
        }
        Ok(Bytes::from_string(self.source(id)?))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // A page never depends on the day it is printed; a document that needs a day has it in its data.
        None
    }
}
