//! What the styles of an OpenDocument file say: of paragraphs, words, lists and tables.

use std::collections::HashMap;

use super::xml::{Element, Piece, pieces};
use crate::Result;

/// Most ancestors that are asked.
const GENERATIONS: usize = 20;

/// The styles of the document and those that it made on its way.
#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// Numbered levels of the lists.
    numbered: HashMap<String, Vec<usize>>,
    /// The style or list under way.
    open: String,
    list: String,
}

#[derive(Default)]
struct Style {
    parent: String,
    is_bold: Option<bool>,
    is_hidden: bool,
    level: Option<usize>,
    list: Option<String>,
}

impl Styles {
    /// # Errors
    /// [`crate::Error::Damaged`].
    pub fn read(&mut self, xml: &str) -> Result<()> {
        pieces(xml, |piece| {
            if let Piece::Start(element) = piece {
                self.take(&element);
            }
            Ok(())
        })
    }

    fn take(&mut self, element: &Element<'_>) {
        match element.name {
            "style" => {
                self.open = element.get("name").unwrap_or_default();
                let style = Style {
                    parent: element.get("parent-style-name").unwrap_or_default(),
                    level: element.number("default-outline-level"),
                    list: element.get("list-style-name"),
                    ..Style::default()
                };
                self.styles.insert(self.open.clone(), style);
            }
            "text-properties" => {
                if let (Some(style), Some(weight)) = (self.styles.get_mut(&self.open), element.get("font-weight")) {
                    style.is_bold = Some(["bold", "600", "700", "800", "900"].contains(&weight.as_str()));
                }
                if let (Some(style), Some("none")) =
                    (self.styles.get_mut(&self.open), element.get("display").as_deref())
                {
                    style.is_hidden = true;
                }
            }
            "table-properties" => {
                if let (Some(style), Some("false")) =
                    (self.styles.get_mut(&self.open), element.get("display").as_deref())
                {
                    style.is_hidden = true;
                }
            }
            "list-style" => self.list = element.get("name").unwrap_or_default(),
            "list-level-style-number" => {
                let is_numbered = element.get("num-format").is_some_and(|format| !format.is_empty());
                if let (true, Some(level)) = (is_numbered, element.number("level")) {
                    self.numbered.entry(self.list.clone()).or_default().push(level);
                }
            }
            _ => {}
        }
    }

    fn said<T>(&self, name: &str, say: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut name = name;
        for _ in 0..GENERATIONS {
            let style = self.styles.get(name)?;
            if let Some(said) = say(style) {
                return Some(said);
            }
            name = &style.parent;
        }
        None
    }

    pub fn is_bold(&self, name: &str) -> Option<bool> {
        self.said(name, |style| style.is_bold)
    }

    pub fn is_hidden(&self, name: &str) -> bool {
        self.styles.get(name).is_some_and(|style| style.is_hidden)
    }

    /// Whether a style is the one of this name or comes from it.
    pub fn is(&self, name: &str, wanted: &str) -> bool {
        name == wanted || self.said(name, |style| (style.parent == wanted).then_some(())).is_some()
    }

    /// Level of the heading that a paragraph of this style is.
    pub fn level(&self, name: &str) -> Option<usize> {
        self.said(name, |style| style.level)
    }

    pub fn list_of(&self, name: &str) -> Option<String> {
        self.said(name, |style| style.list.clone())
    }

    pub fn is_numbered(&self, list: &str, level: usize) -> bool {
        self.numbered.get(list).is_some_and(|levels| levels.contains(&level))
    }
}
