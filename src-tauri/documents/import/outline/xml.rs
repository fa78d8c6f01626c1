//! The XML of packed documents, read piece by piece and without a tree.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use crate::{Error, Result};

/// Deepest nesting of a document that somebody wrote.
const DEEPEST: usize = 1_000;

/// What stands in a document, by local names.
pub(super) enum Piece<'a> {
    Start(Element<'a>),
    End(&'a str),
    Text(&'a str),
}

/// A start tag.
pub(super) struct Element<'a> {
    tag: &'a BytesStart<'a>,
    /// Name without its prefix.
    pub name: &'a str,
}

impl Element<'_> {
    /// An attribute by its local name.
    pub fn get(&self, name: &str) -> Option<String> {
        let found =
            self.tag.attributes().with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
        let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an element such as `<w:b/>` says yes: it does unless its value says no.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Hands over every piece of a document; an empty element starts and ends.
///
/// # Errors
/// [`Error::Damaged`] for what is no XML or nested too deeply, and what `take` answers.
pub(super) fn pieces(xml: &str, mut take: impl FnMut(Piece<'_>) -> Result<()>) -> Result<()> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0usize;
    loop {
        match reader.read_event().map_err(|error| Error::Damaged(error.to_string()))? {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Error::Damaged("nested too deeply".to_owned()));
                }
                let name = tag.local_name();
                take(Piece::Start(Element { tag: &tag, name: name.as_ref() }))?;
            }
            Event::Empty(tag) => {
                let name = tag.local_name();
                take(Piece::Start(Element { tag: &tag, name: name.as_ref() }))?;
                take(Piece::End(name.as_ref()))?;
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                take(Piece::End(tag.local_name().as_ref()))?;
            }
            Event::Text(text) => take(Piece::Text(&text.xml10_content()))?,
            Event::CData(text) => take(Piece::Text(&text.xml10_content()))?,
            Event::GeneralRef(reference) => {
                let text = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => Some(letter.to_string()),
                    _ => quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned),
                };
                if let Some(text) = text {
                    take(Piece::Text(&text))?;
                }
            }
            Event::Eof => {
                return if depth == 0 { Ok(()) } else { Err(Error::Damaged("ends too early".to_owned())) };
            }
            _ => {}
        }
    }
}
