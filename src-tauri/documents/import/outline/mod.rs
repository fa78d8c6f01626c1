//! Documents as headings, paragraphs, lists and tables, whatever they were written in.
//!
//! Each reader of a format (Markdown, HTML, DOCX, OpenDocument, plain text) says what it meets to one [`Build`]; what
//! the blocks mean is told in one place for all, in [`super::document`].

mod build;
mod cells;
mod docx;
mod html;
mod markdown;
mod odf;
mod odf_styles;
mod package;
mod plain;
mod xml;

pub(super) use build::Build;
pub(super) use docx::docx;
pub(super) use html::{html, is_html};
pub(super) use markdown::{TAB_LEVEL, markdown};
pub(super) use odf::{odt, spreadsheet};
pub(super) use package::{Package, Packed, kind_of};
pub(super) use plain::{bullet, plain};

/// A block of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading(Heading),
    /// The tabs are over; what follows belongs to the section around them.
    TabsEnd,
    Paragraph(Words, u32),
    List {
        is_ordered: bool,
        items: Vec<Item>,
    },
    /// A table: its place among the sheets of the source.
    Table(usize),
}

/// A heading with its depth, from 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    pub level: usize,
    pub text: String,
    pub line: u32,
}

/// Words with what stands out in them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Bold text at the very start, without a colon at its end.
    pub lead: String,
    /// What follows it.
    pub rest: String,
    /// Whether a colon stands between the two.
    pub has_colon: bool,
    /// Texts and addresses of the links.
    pub links: Vec<(String, String)>,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    pub line: u32,
    pub words: Words,
    /// Whether its box is ticked, where it has one.
    pub is_done: Option<bool>,
    pub children: Vec<Item>,
}

impl Words {
    /// All of it.
    pub fn all(&self) -> String {
        let colon = if self.has_colon && !self.lead.is_empty() && !self.rest.is_empty() { ": " } else { "" };
        let space = if colon.is_empty() && !self.lead.is_empty() && !self.rest.is_empty() { " " } else { "" };
        format!("{}{colon}{space}{}", self.lead, self.rest)
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.lead.is_empty() && self.rest.is_empty()
    }

    /// Adds text as it comes, bold or not: what is bold at the start is the lead.
    pub(super) fn push(&mut self, text: &str, is_bold: bool) {
        // A picture before a bold name is no text.
        let is_picture = |c: char| c > '\u{2190}' && !c.is_alphanumeric() && !"☐☑☒✅✔□▢⬜•▪●◦".contains(c);
        if is_bold && self.lead.is_empty() && self.rest.chars().any(is_picture) {
            let rest = self.rest.trim_end();
            if rest.chars().all(|c| is_picture(c) || is_space(c)) {
                self.rest.clear();
            }
        }
        if is_bold && self.rest.trim().is_empty() {
            // A space that was not bold between two bold words.
            let space = std::mem::take(&mut self.rest);
            if !self.lead.is_empty() {
                self.lead.push_str(&space);
            }
            self.lead.push_str(text);
        } else {
            self.rest.push_str(text);
        }
    }

    /// Moves the colon and the spaces between lead and rest out of both.
    pub(super) fn settle(&mut self) {
        let lead = self.lead.trim_matches(is_space);
        let shorter = lead.trim_end_matches(is_colon).trim_end_matches(is_space);
        let rest = self.rest.trim_matches(is_space);
        let after = rest.strip_prefix(is_colon).unwrap_or(rest).trim_start_matches(is_space);
        let is_lead = !shorter.is_empty();
        self.has_colon = is_lead && (shorter.len() < lead.len() || after.len() < rest.len());
        let rest = if self.has_colon { after } else { rest };
        (self.lead, self.rest) = (shorter.to_owned(), rest.to_owned());
    }

    /// Takes the box off the start of the text: whether it is ticked, if there is one.
    pub(super) fn take_box(&mut self) -> Option<bool> {
        let text = if self.lead.is_empty() { &mut self.rest } else { &mut self.lead };
        let (is_done, rest) = boxed(text)?;
        *text = rest.to_owned();
        Some(is_done)
    }
}

/// A text that begins with a box, without it, and whether the box is ticked.
pub(super) fn boxed(text: &str) -> Option<(bool, &str)> {
    const BOXES: [(&str, bool); 16] = [
        ("[ ]", false),
        ("[]", false),
        ("[_]", false),
        ("[x]", true),
        ("[X]", true),
        ("[v]", true),
        ("[✓]", true),
        ("[✔]", true),
        ("☐", false),
        ("□", false),
        ("▢", false),
        ("⬜", false),
        ("☑", true),
        ("☒", true),
        ("✅", true),
        ("✔", true),
    ];
    let text = text.trim_start_matches(is_space);
    let (mark, is_done) = BOXES.iter().find(|(mark, _)| text.starts_with(mark))?;
    let rest = text[mark.len()..].trim_start_matches('\u{fe0f}');
    // "[x](address)" is a link, "[]" alone is nothing.
    let is_box = rest.starts_with(is_space) || (mark.len() == 3 && !mark.starts_with('[') && !rest.is_empty());
    is_box.then(|| (*is_done, rest.trim_start_matches(is_space)))
}

pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ['\u{a0}', '\u{202f}', '\u{200b}', '\u{feff}'].contains(&c)
}

pub(super) fn is_colon(c: char) -> bool {
    c == ':' || c == '：'
}

/// A text with a capital at its start.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests;
