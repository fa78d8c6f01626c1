//! Word documents (Office Open XML): styles and numbering, then the text, paragraph by paragraph.

use std::collections::HashMap;

use super::Build;
use super::package::Package;
use super::xml::{Element, Piece, pieces};
use crate::import::Source;
use crate::{Error, Result};

/// A Word document.
///
/// # Errors
/// [`Error`] for a document that is damaged or too large.
pub(in super::super) fn docx(package: &mut Package<'_>, name: &str) -> Result<Source> {
    let document = match package.part("word/document.xml")? {
        Some(document) => document,
        None => package.part("word/document2.xml")?.ok_or_else(|| Error::MissingPart("document.xml".to_owned()))?,
    };
    let styles = package.part("word/styles.xml")?.map_or(Ok(HashMap::new()), |xml| styles(&xml))?;
    let numbering = package.part("word/numbering.xml")?.map_or(Ok(HashMap::new()), |xml| numbering(&xml))?;
    let links = package.part("word/_rels/document.xml.rels")?.map_or(Ok(HashMap::new()), |xml| relations(&xml))?;
    let mut reader = Reader {
        build: Build::new(name),
        styles,
        numbering,
        links,
        paragraphs: Vec::new(),
        run: Run::default(),
        unread: 0,
        is_text: false,
        in_properties: Properties::None,
        line: 0,
        has_title: false,
        vertical: Vertical::default(),
    };
    pieces(&document, |piece| reader.take(piece))?;
    Ok(reader.build.finish(None))
}

/// What a style says, its ancestors asked where it is silent.
#[derive(Clone, Default)]
struct Style {
    name: String,
    parent: String,
    /// Level of a heading, from 1; 0 says that it is none.
    outline: Option<usize>,
    is_bold: Option<bool>,
    list: Option<(String, usize)>,
}

fn styles(xml: &str) -> Result<HashMap<String, Style>> {
    let mut found: HashMap<String, Style> = HashMap::new();
    let mut open: Option<(String, Style)> = None;
    pieces(xml, |piece| {
        match piece {
            Piece::Start(element) if element.name == "style" => {
                open = element.get("styleId").map(|id| (id, Style::default()));
            }
            Piece::Start(element) => {
                if let Some((_, style)) = &mut open {
                    let value = || element.get("val").unwrap_or_default();
                    match element.name {
                        "name" => style.name = value().to_lowercase(),
                        "basedOn" => style.parent = value(),
                        "outlineLvl" => style.outline = value().parse().ok().map(level_of),
                        "b" => style.is_bold = Some(element.is_on()),
                        "numId" => style.list.get_or_insert_default().0 = value(),
                        "ilvl" => style.list.get_or_insert_default().1 = value().parse().unwrap_or(0),
                        _ => {}
                    }
                }
            }
            Piece::End("style") => found.extend(open.take()),
            _ => {}
        }
        Ok(())
    })?;
    Ok(found)
}

/// Level of a heading from an outline level, from 0; 9 is text.
fn level_of(outline: usize) -> usize {
    if outline < 9 { outline + 1 } else { 0 }
}

/// Formats of the levels of each list.
fn numbering(xml: &str) -> Result<HashMap<String, HashMap<usize, String>>> {
    let mut kinds: HashMap<String, HashMap<usize, String>> = HashMap::new();
    let mut lists: HashMap<String, String> = HashMap::new();
    let (mut kind, mut list, mut level) = (String::new(), String::new(), 0);
    pieces(xml, |piece| {
        if let Piece::Start(element) = piece {
            match element.name {
                "abstractNum" => kind = element.get("abstractNumId").unwrap_or_default(),
                "lvl" => level = element.number("ilvl").unwrap_or(0),
                "numFmt" => {
                    let format = element.get("val").unwrap_or_default();
                    kinds.entry(kind.clone()).or_default().entry(level).or_insert(format);
                }
                "num" => list = element.get("numId").unwrap_or_default(),
                "abstractNumId" => drop(lists.insert(list.clone(), element.get("val").unwrap_or_default())),
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok(lists.into_iter().map(|(list, kind)| (list, kinds.get(&kind).cloned().unwrap_or_default())).collect())
}

/// Addresses of the links.
fn relations(xml: &str) -> Result<HashMap<String, String>> {
    let mut found = HashMap::new();
    pieces(xml, |piece| {
        if let Piece::Start(element) = piece
            && element.get("TargetMode").as_deref() == Some("External")
            && let (Some(id), Some(target)) = (element.get("Id"), element.get("Target"))
        {
            found.insert(id, target);
        }
        Ok(())
    })?;
    Ok(found)
}

/// Elements whose text is not, or no longer, the document's.
const UNREAD: &[&str] = &[
    "del",
    "moveFrom",
    "Fallback",
    "instrText",
    "delText",
    "delInstrText",
    "rt",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tcPrChange",
    "trPrChange",
    "sectPrChange",
    "numberingChange",
];

/// What properties are open.
#[derive(Clone, Copy, Default, PartialEq)]
enum Properties {
    #[default]
    None,
    Paragraph,
    Run,
    Row,
    Cell,
}

/// The paragraph under way: what its properties say, until its first text.
#[derive(Clone, Default)]
struct Paragraph {
    style: String,
    outline: Option<usize>,
    list: Option<(Option<String>, Option<usize>)>,
    is_begun: bool,
    is_bold: bool,
}

#[derive(Clone, Default)]
struct Run {
    is_bold: Option<bool>,
    is_hidden: bool,
    style: String,
    is_open: bool,
}

/// The cell under way before its text.
#[derive(Default)]
struct Vertical {
    columns: usize,
    goes_on: bool,
    starts: bool,
    is_open: bool,
    /// For each open table, whether the present cell only goes on.
    skipped: Vec<bool>,
}

struct Reader {
    build: Build,
    styles: HashMap<String, Style>,
    numbering: HashMap<String, HashMap<usize, String>>,
    links: HashMap<String, String>,
    /// Open paragraphs: a text box stands within one.
    paragraphs: Vec<Paragraph>,
    run: Run,
    unread: usize,
    is_text: bool,
    in_properties: Properties,
    line: u32,
    /// A title stands above all headings, whose levels begin one deeper then.
    has_title: bool,
    vertical: Vertical,
}

impl Reader {
    fn take(&mut self, piece: Piece<'_>) -> Result<()> {
        match piece {
            Piece::Start(element) => {
                if self.unread > 0 || UNREAD.contains(&element.name) {
                    self.unread += 1;
                    return Ok(());
                }
                self.start(&element)
            }
            Piece::End(name) => {
                if self.unread > 0 {
                    self.unread -= 1;
                    return Ok(());
                }
                self.end(name)
            }
            Piece::Text(text) => {
                if self.is_text && self.unread == 0 && !self.run.is_hidden {
                    self.text(text);
                }
                Ok(())
            }
        }
    }

    fn start(&mut self, element: &Element<'_>) -> Result<()> {
        let value = || element.get("val").unwrap_or_default();
        match (element.name, self.in_properties) {
            ("pPr", Properties::None) => self.in_properties = Properties::Paragraph,
            ("rPr", Properties::None) => self.in_properties = Properties::Run,
            ("trPr", Properties::None) => self.in_properties = Properties::Row,
            ("tcPr", Properties::None) => self.in_properties = Properties::Cell,
            ("pStyle", Properties::Paragraph) => self.paragraph().style = value(),
            ("outlineLvl", Properties::Paragraph) => self.paragraph().outline = value().parse().ok().map(level_of),
            ("numId", Properties::Paragraph) => self.paragraph().list.get_or_insert_default().0 = Some(value()),
            ("ilvl", Properties::Paragraph) => self.paragraph().list.get_or_insert_default().1 = value().parse().ok(),
            ("b", Properties::Run) => self.run.is_bold = Some(element.is_on()),
            ("vanish", Properties::Run) => self.run.is_hidden = element.is_on(),
            ("rStyle", Properties::Run) => self.run.style = value(),
            ("gridSpan", Properties::Cell) => self.vertical.columns = value().parse().unwrap_or(1),
            ("vMerge", Properties::Cell) => {
                self.vertical.goes_on = value() != "restart";
                self.vertical.starts = !self.vertical.goes_on;
            }
            ("p", _) => {
                self.open_cell()?;
                self.in_properties = Properties::None;
                self.paragraphs.push(Paragraph::default());
                if !self.build.is_in_table() {
                    self.line += 1;
                    self.build.at(self.line);
                }
            }
            ("r", Properties::None) => self.run = Run { is_open: true, ..Run::default() },
            ("t", Properties::None) => self.is_text = true,
            ("tab", Properties::None) => self.text("\t"),
            ("br" | "cr", Properties::None) if self.run.is_open => {
                let is_line = !matches!(element.get("type").as_deref(), Some("page" | "column"));
                if is_line {
                    self.text("\n");
                }
            }
            ("noBreakHyphen", Properties::None) => self.text("-"),
            ("sym", Properties::None) => {
                if let Some(letter) = element.get("char").and_then(|code| symbol(&code)) {
                    self.text(&letter.to_string());
                }
            }
            ("hyperlink", Properties::None) => {
                self.begin();
                let url = element.get("id").and_then(|id| self.links.get(&id).cloned()).unwrap_or_default();
                self.build.open_link(&url);
            }
            ("tbl", _) => {
                self.open_cell()?;
                self.in_properties = Properties::None;
                self.build.end_levels();
                self.line += 1;
                self.build.at(self.line);
                self.build.open_table();
                self.vertical.skipped.push(false);
            }
            ("tr", _) => {
                self.line += 1;
                self.build.at(self.line);
                self.build.open_row();
            }
            ("tc", _) => {
                self.vertical = Vertical {
                    columns: 1,
                    is_open: true,
                    skipped: std::mem::take(&mut self.vertical.skipped),
                    ..Vertical::default()
                }
            }
            ("txbxContent", _) => {
                self.begin();
                self.build.open_box();
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "pPr" if self.in_properties == Properties::Paragraph => self.in_properties = Properties::None,
            "rPr" if self.in_properties == Properties::Run => self.in_properties = Properties::None,
            "trPr" if self.in_properties == Properties::Row => self.in_properties = Properties::None,
            "tcPr" if self.in_properties == Properties::Cell => {
                self.in_properties = Properties::None;
                self.open_cell()?;
            }
            "t" => self.is_text = false,
            "r" => self.run = Run::default(),
            "hyperlink" => self.build.close_link(),
            "p" => {
                if self.paragraphs.last().is_some_and(|paragraph| paragraph.is_begun) {
                    self.build.close_paragraph();
                }
                self.paragraphs.pop();
                self.in_properties = Properties::None;
            }
            "tc" => {
                self.open_cell()?;
                if self.vertical.skipped.last_mut().is_some_and(std::mem::take) {
                    // The cell above goes on; what stands here is empty.
                } else {
                    self.build.close_cell();
                }
            }
            "tr" => self.build.close_row(),
            "tbl" => {
                self.vertical.skipped.pop();
                self.build.close_table()?;
            }
            "txbxContent" => {
                self.build.close_box();
            }
            _ => {}
        }
        Ok(())
    }

    /// Opens the cell under way as soon as all is known of it.
    fn open_cell(&mut self) -> Result<()> {
        if !std::mem::take(&mut self.vertical.is_open) {
            return Ok(());
        }
        let goes_on = self.vertical.goes_on;
        if let Some(skipped) = self.vertical.skipped.last_mut() {
            *skipped = goes_on;
        }
        if goes_on {
            self.build.continue_cell(self.vertical.columns);
        } else {
            self.build.open_cell(1, self.vertical.columns)?;
        }
        Ok(())
    }

    /// The paragraph whose properties are read.
    fn paragraph(&mut self) -> &mut Paragraph {
        if self.paragraphs.is_empty() {
            self.paragraphs.push(Paragraph::default());
        }
        let last = self.paragraphs.len() - 1;
        &mut self.paragraphs[last]
    }

    /// What a style or one of its ancestors says.
    fn styled<T>(&self, id: &str, say: impl Fn(&Style) -> Option<T>) -> Option<T> {
        let mut id = id;
        for _ in 0..20 {
            let style = self.styles.get(id)?;
            if let Some(said) = say(style) {
                return Some(said);
            }
            id = &style.parent;
        }
        None
    }

    /// Opens the block of the paragraph, at its first text.
    fn begin(&mut self) {
        let paragraph = self.paragraph().clone();
        if paragraph.is_begun {
            return;
        }
        let is_titled = |style: &Style| (style.name == "title").then_some(());
        let is_title = self.styled(&paragraph.style, is_titled).is_some();
        let by_name = |style: &Style| {
            let level = style.name.strip_prefix("heading ").and_then(|level| level.trim().parse::<usize>().ok());
            level.or(style.outline)
        };
        let level = paragraph.outline.or_else(|| self.styled(&paragraph.style, by_name)).filter(|level| *level > 0);
        let own = paragraph.list.as_ref().and_then(|(list, _)| list.clone());
        let by_style = self.styled(&paragraph.style, |style| style.list.clone());
        let depth = paragraph.list.and_then(|(_, level)| level);
        let list = own.or_else(|| by_style.as_ref().map(|(list, _)| list.clone())).filter(|list| list != "0");
        let depth = depth.or(by_style.map(|(_, level)| level)).unwrap_or(0);
        let is_bold = self.styled(&paragraph.style, |style| style.is_bold).unwrap_or(false);
        let named = self.styles.get(&paragraph.style).map_or("", |style| style.name.as_str()).to_owned();
        {
            let paragraph = self.paragraph();
            paragraph.is_begun = true;
            paragraph.is_bold = is_bold;
        }
        if named.starts_with("toc ") {
            // The table of contents repeats the headings.
            self.run.is_hidden = true;
        }
        match (level, list) {
            (Some(level), _) => {
                self.build.end_levels();
                self.build.open_heading(level + usize::from(self.has_title));
            }
            (None, _) if is_title => {
                self.build.end_levels();
                self.build.open_heading(1);
                self.has_title = true;
            }
            (None, Some(list)) => {
                let format = self.numbering.get(&list).and_then(|levels| levels.get(&depth));
                let is_ordered = !matches!(format.map(String::as_str), Some("bullet" | "none") | None);
                self.build.item_at(depth + 1, is_ordered);
            }
            (None, None) if named.starts_with("list") && named != "list paragraph" => {
                let depth = named.rsplit(' ').next().and_then(|level| level.parse().ok()).unwrap_or(1);
                self.build.item_at(depth, named.contains("number"));
            }
            (None, None) => {
                self.build.end_levels();
                self.build.open_paragraph();
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.run.is_hidden || self.unread > 0 {
            return;
        }
        if !self.paragraph().is_begun && text.trim().is_empty() {
            return;
        }
        self.begin();
        if self.run.is_hidden {
            return;
        }
        let by_run = self.styled(&self.run.style, |style| style.is_bold);
        let is_bold = self.run.is_bold.or(by_run).unwrap_or(self.paragraph().is_bold);
        if is_bold {
            self.build.open_bold();
        }
        self.build.text(text);
        if is_bold {
            self.build.close_bold();
        }
    }
}

/// A letter of a symbol font: boxes and ticks of Wingdings.
fn symbol(code: &str) -> Option<char> {
    let code = u32::from_str_radix(code, 16).ok()?;
    Some(match code & 0xff {
        0xa8 | 0x6f | 0x71 => '☐',
        0xfe | 0xfd | 0x78 | 0x52 | 0x53 => '☑',
        0xfc => '✓',
        0xa7 | 0xb7 | 0x6c | 0xd8 | 0x76 => '•',
        _ => return None,
    })
}
