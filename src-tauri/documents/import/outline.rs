//! A Markdown document as headings, paragraphs, lists and tables with their lines.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::Source;
use super::sheet::{Cells, Sheet};
use crate::data_error::DataResult;

/// Deepest list that keeps its own level; what is deeper joins it.
const DEEPEST: usize = 6;
/// Marks a tab's heading, whose tabs end with [`TABS_END`].
const TAB: char = '\u{e000}';
const TABS_END: char = '\u{e001}';

/// A block of the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading {
        level: usize,
        text: String,
    },
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

/// Words with what stands out in them.
#[derive(Debug, Default, Clone, PartialEq)]
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

impl Words {
    /// All of it.
    pub fn all(&self) -> String {
        let colon = if self.has_colon && !self.lead.is_empty() && !self.rest.is_empty() { ": " } else { "" };
        let space = if colon.is_empty() && !self.lead.is_empty() && !self.rest.is_empty() { " " } else { "" };
        format!("{}{colon}{space}{}", self.lead, self.rest)
    }

    /// Moves the colon and the spaces between lead and rest out of both.
    fn settle(&mut self) {
        let lead = self.lead.trim_matches(is_space);
        let shorter = lead.trim_end_matches(':').trim_end_matches(is_space);
        let rest = self.rest.trim_matches(is_space);
        let after = rest.strip_prefix(':').unwrap_or(rest).trim_start_matches(is_space);
        self.has_colon = !lead.is_empty() && (shorter.len() < lead.len() || after.len() < rest.len());
        let rest = if self.has_colon { after } else { rest };
        (self.lead, self.rest) = (shorter.to_owned(), rest.to_owned());
        if self.lead.is_empty() {
            self.has_colon = false;
        }
    }
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    pub line: u32,
    pub words: Words,
    pub children: Vec<Item>,
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}'
}

/// What is being read.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// Open items, the innermost last.
    items: Vec<Item>,
    /// Finished items of the outermost list.
    finished: Vec<Item>,
    lists: Vec<bool>,
    /// The paragraph, heading or cell under way.
    words: Option<Words>,
    bold: usize,
    link: Option<(usize, String)>,
    rows: Vec<Vec<String>>,
    line: u32,
    /// Line of the table under way.
    table: u32,
    tables: Vec<Table>,
}

/// A Markdown document: its blocks, and its tables as sheets.
///
/// # Errors
/// [`DataError::TooManyRows`](crate::data_error::DataError::TooManyRows).
pub(super) fn source(markdown: &str, name: &str) -> DataResult<Source> {
    let (front, blocks, tables) = read(markdown);
    let mut source = Source { name: name.to_owned(), ..Source::default() };
    let mut heading = String::new();
    let mut tables = tables.into_iter();
    for block in &blocks {
        match block {
            Block::Heading { text, .. } => heading.clone_from(text),
            Block::Table(_) => {
                if let Some((line, rows)) = tables.next() {
                    source.add(sheet_of(&heading, line, &rows)?);
                }
            }
            _ => {}
        }
    }
    let first = blocks.iter().find_map(|block| match block {
        Block::Heading { level: 1, text } => Some(text.clone()),
        _ => None,
    });
    if let Some(title) = first.or(front) {
        source.name = title;
    }
    source.blocks = blocks;
    Ok(source)
}

/// A Markdown table; the line under its titles only draws a rule.
fn sheet_of(name: &str, line: u32, rows: &[Vec<String>]) -> DataResult<Sheet> {
    let mut cells = Cells::default();
    for (at, texts) in (0u32..).zip(rows) {
        for (column, text) in (0u32..).zip(texts) {
            cells.put(at + u32::from(at > 0), column, text)?;
        }
    }
    Ok(cells.sheet(name, line))
}

/// A table with the line it starts at.
type Table = (u32, Vec<Vec<String>>);

/// The blocks of a document and its tables, with the title of its front matter if it has one.
fn read(markdown: &str) -> (Option<String>, Vec<Block>, Vec<Table>) {
    let prepared = prepared(markdown);
    let starts: Vec<usize> = std::iter::once(0).chain(prepared.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::default();
    let mut title = None;
    let mut is_front_matter = false;
    for (event, range) in Parser::new_ext(&prepared, options).into_offset_iter() {
        let line = u32::try_from(starts.partition_point(|start| *start <= range.start)).unwrap_or(u32::MAX);
        match event {
            Event::Start(Tag::MetadataBlock(_)) => is_front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => is_front_matter = false,
            Event::Text(text) if is_front_matter => {
                title = text.lines().find_map(|line| line.strip_prefix("title:")).map(|title| title.trim().to_owned());
            }
            other => reader.take(other, line),
        }
    }
    (title.filter(|title| !title.is_empty()), reader.blocks, reader.tables)
}

impl Reader {
    fn take(&mut self, event: Event<'_>, line: u32) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::TableCell) => {
                if self.words.is_none() {
                    self.line = line;
                }
                self.words = Some(Words::default());
                self.bold = 0;
            }
            Event::End(TagEnd::Heading(level)) => self.heading(level),
            Event::End(TagEnd::Paragraph) => self.paragraph(),
            Event::Start(Tag::List(start)) => self.lists.push(start.is_some()),
            Event::End(TagEnd::List(_)) => {
                let is_ordered = self.lists.pop().unwrap_or(false);
                if self.lists.is_empty() {
                    let items = std::mem::take(&mut self.finished);
                    self.blocks.push(Block::List { is_ordered, items });
                }
            }
            Event::Start(Tag::Item) => self.items.push(Item { line, ..Item::default() }),
            Event::End(TagEnd::Item) => self.item(),
            Event::Start(Tag::Table(_)) => {
                self.rows.clear();
                self.table = line;
            }
            Event::Start(Tag::TableHead | Tag::TableRow) => self.rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                if let (Some(mut words), Some(row)) = (self.words.take(), self.rows.last_mut()) {
                    words.settle();
                    row.push(words.all());
                }
            }
            Event::End(TagEnd::Table) => {
                self.blocks.push(Block::Table(self.tables.len()));
                self.tables.push((self.table, std::mem::take(&mut self.rows)));
            }
            Event::Start(Tag::Strong) => self.bold += 1,
            Event::End(TagEnd::Strong) => self.bold = self.bold.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link = Some((self.words().rest.len(), dest_url.to_string()))
            }
            Event::End(TagEnd::Link) => {
                if let Some((from, url)) = self.link.take() {
                    let words = self.words();
                    let text = words.rest.get(from..).unwrap_or_default().trim().to_owned();
                    words.links.push((text, url));
                }
            }
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.text("\n"),
            _ => {}
        }
    }

    /// Where words go now: the block under way, or the item itself.
    fn words(&mut self) -> &mut Words {
        match (&mut self.words, self.items.last_mut()) {
            (Some(words), _) => words,
            (None, Some(item)) => &mut item.words,
            (none, None) => none.insert(Words::default()),
        }
    }

    fn text(&mut self, text: &str) {
        let is_bold = self.bold > 0 && self.link.is_none();
        let words = self.words();
        if is_bold && words.rest.trim().is_empty() {
            words.lead.push_str(text);
        } else {
            words.rest.push_str(text);
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let Some(mut words) = self.words.take() else { return };
        words.settle();
        let text = words.all();
        if text.contains(TABS_END) {
            self.blocks.push(Block::TabsEnd);
        } else {
            // A tab is below every heading.
            let level = if text.contains(TAB) { 7 } else { level as usize };
            self.blocks.push(Block::Heading { level, text: text.trim_start_matches(TAB).trim().to_owned() });
        }
    }

    fn paragraph(&mut self) {
        let Some(mut words) = self.words.take() else { return };
        match self.items.last_mut() {
            None => {
                words.settle();
                if !words.all().trim().is_empty() {
                    self.blocks.push(Block::Paragraph(words, self.line));
                }
            }
            Some(item) if item.words.lead.is_empty() && item.words.rest.is_empty() => item.words = words,
            Some(item) => {
                item.words.rest.push('\n');
                words.settle();
                item.words.rest.push_str(&words.all());
                item.words.links.append(&mut words.links);
            }
        }
    }

    fn item(&mut self) {
        let Some(mut item) = self.items.pop() else { return };
        item.words.settle();
        let parent = self.items.len().min(DEEPEST);
        match parent.checked_sub(1).and_then(|at| self.items.get_mut(at)) {
            Some(parent) => parent.children.push(item),
            None => self.finished.push(item),
        }
    }
}

/// The document with what the parser does not know made known, line by line: `>[!TAB name]` opens a tab,
/// `>[!ENDTABS]` ends them, `>[!VIDEO](address)` is a link, `{target="_blank"}` after a link is nothing.
fn prepared(markdown: &str) -> String {
    let mut prepared = String::with_capacity(markdown.len());
    for line in markdown.replace("\r\n", "\n").replace('\r', "\n").lines() {
        let directive =
            line.trim_start().strip_prefix('>').map(str::trim_start).and_then(|rest| rest.strip_prefix("[!"));
        match directive.and_then(|rest| rest.split_once(']')) {
            Some((head, _)) if head.starts_with("TAB ") => {
                prepared.push_str(&format!("###### {TAB}{}", head[4..].trim()));
            }
            Some(("BEGINTABS", _)) => {}
            Some(("ENDTABS", _)) => prepared.push_str(&format!("###### {TABS_END}")),
            Some((head, rest)) if rest.starts_with('(') => {
                prepared.push_str(&format!("[{}]{rest}", capitalised(&head.to_lowercase())));
            }
            _ => prepared.push_str(&without_attributes(line)),
        }
        prepared.push('\n');
    }
    prepared
}

/// A line without `{…}` directly after a link.
fn without_attributes(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("){") {
        let (before, after) = rest.split_at(at + 1);
        kept.push_str(before);
        rest = match after.find('}') {
            Some(end) => &after[end + 1..],
            None => {
                kept.push_str(after);
                return kept;
            }
        };
    }
    kept.push_str(rest);
    kept
}

/// A text with a capital at its start.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
