//! The document that grows as a reader meets its parts, in any order and however wrongly nested.

use super::super::Source;
use super::cells::{DEEPEST_TABLE, MAX_CELLS, MAX_CELLS_MB, Table};
use super::plain::bullet;
use super::{Block, Heading, Item, Words, boxed};

/// Deepest list that keeps its own level; what is deeper joins it.
const DEEPEST_LIST: usize = 6;

/// A document under way.
pub(in super::super) struct Build {
    pub(super) frames: Vec<Frame>,
    pub(super) source: Source,
    /// Where the reader stands, from 1.
    pub(super) line: u32,
    /// Text of the last heading, which names the next table.
    pub(super) heading: String,
    /// What cells may still hold.
    pub(super) bytes_left: usize,
    pub(super) cells_left: usize,
}

/// The document itself, or a cell of a table in it.
#[derive(Default)]
pub(super) struct Frame {
    pub(super) blocks: Vec<Block>,
    /// Blocks that stand in the paragraph under way (a text box); they follow it.
    after: Vec<Block>,
    /// Open items, the innermost last.
    items: Vec<Item>,
    /// Finished items of the outermost list.
    finished: Vec<Item>,
    lists: Vec<List>,
    /// The paragraph or heading under way.
    words: Option<Words>,
    heading: Option<usize>,
    line: u32,
    bold: usize,
    link: Option<(usize, String)>,
    pub(super) tables: Vec<Table>,
    /// Only a frame of its own within a paragraph, such as a text box.
    pub(super) is_box: bool,
}

/// An open list.
struct List {
    is_ordered: bool,
    /// Level of one that was opened by [`Build::item_at`], from 1.
    level: usize,
}

impl Build {
    pub fn new(name: &str) -> Self {
        Self {
            frames: vec![Frame::default()],
            source: Source { name: name.to_owned(), ..Source::default() },
            line: 1,
            heading: String::new(),
            bytes_left: MAX_CELLS_MB << 20,
            cells_left: MAX_CELLS,
        }
    }

    /// The line, or the paragraph, that the reader stands at.
    pub fn at(&mut self, line: u32) {
        self.line = line;
    }

    pub(super) fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::default());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// Whether a cell of a table is open.
    pub fn is_in_cell(&self) -> bool {
        self.frames.len() > 1
    }

    /// Whether a table is open, in a cell or between two.
    pub fn is_in_table(&self) -> bool {
        self.frames.iter().any(|frame| !frame.tables.is_empty())
    }

    /// How many lists are open here.
    pub fn depth(&mut self) -> usize {
        self.frame().lists.len()
    }

    /// How many items are open here, one in another.
    pub fn open_items(&mut self) -> usize {
        self.frame().items.len()
    }

    /// Whether an item is open here.
    pub fn is_in_item(&mut self) -> bool {
        !self.frame().items.is_empty()
    }

    // Paragraphs and headings.

    pub fn open_paragraph(&mut self) {
        self.close_paragraph();
        let line = self.line;
        let frame = self.frame();
        frame.line = line;
        frame.words = Some(Words::default());
        frame.bold = 0;
    }

    pub fn open_heading(&mut self, level: usize) {
        self.open_paragraph();
        self.frame().heading = Some(level.max(1));
    }

    /// Ends the paragraph or heading under way.
    pub fn close_paragraph(&mut self) {
        let is_top = self.frames.len() == 1;
        let frame = self.frame();
        let level = frame.heading.take();
        frame.link = None;
        frame.bold = 0;
        let after = std::mem::take(&mut frame.after);
        if let Some(mut words) = frame.words.take() {
            let line = frame.line;
            match (level, frame.items.last_mut()) {
                (Some(level), None) => {
                    words.settle();
                    let text = one_line(&words.all());
                    if !text.is_empty() {
                        frame.blocks.push(Block::Heading(Heading { level, text: text.clone(), line }));
                        if is_top {
                            self.heading = text;
                        }
                    }
                }
                (None, None) => {
                    words.settle();
                    if !words.is_empty() {
                        frame.blocks.push(Block::Paragraph(words, line));
                    }
                }
                (_, Some(item)) if item.words.is_empty() => item.words = words,
                (_, Some(item)) => {
                    words.settle();
                    if !words.is_empty() {
                        item.words.rest.push('\n');
                        item.words.rest.push_str(&words.all());
                        item.words.links.append(&mut words.links);
                    }
                }
            }
        }
        self.frame().blocks.extend(after);
    }

    // Words.

    /// Where words go now: the paragraph under way, or the item itself.
    fn words(&mut self) -> &mut Words {
        let line = self.line;
        let frame = self.frame();
        match (&mut frame.words, frame.items.last_mut()) {
            (Some(words), _) => words,
            (None, Some(item)) if item.children.is_empty() => &mut item.words,
            // A paragraph after the inner list of an item.
            (none, _) => {
                frame.line = line;
                none.insert(Words::default())
            }
        }
    }

    pub fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let is_bold = self.frame().bold > 0 && self.frame().link.is_none();
        self.words().push(text, is_bold);
    }

    /// Whether the text under way is empty or ends with a space: another one says nothing.
    pub fn is_after_space(&mut self) -> bool {
        let words = self.words();
        let end = if words.rest.is_empty() { &words.lead } else { &words.rest };
        end.is_empty() || end.ends_with([' ', '\n'])
    }

    /// Whether words may be added without opening anything.
    pub fn has_words(&mut self) -> bool {
        let frame = self.frame();
        frame.words.is_some() || !frame.items.is_empty()
    }

    pub fn open_bold(&mut self) {
        self.frame().bold += 1;
    }

    pub fn close_bold(&mut self) {
        let frame = self.frame();
        frame.bold = frame.bold.saturating_sub(1);
    }

    pub fn open_link(&mut self, url: &str) {
        let from = self.words().rest.len();
        self.frame().link = Some((from, url.to_owned()));
    }

    pub fn close_link(&mut self) {
        let Some((from, url)) = self.frame().link.take() else { return };
        let words = self.words();
        let text = words.rest.get(from..).unwrap_or_default().trim().to_owned();
        match url.strip_prefix("mailto:") {
            Some(address) => {
                let address = address.split('?').next().unwrap_or_default();
                if !text.contains('@') && !address.is_empty() {
                    words.rest.push_str(&format!(" <{address}>"));
                }
            }
            None if url.starts_with('#') || url.is_empty() => {}
            None => words.links.push((text, url)),
        }
    }

    /// The box of the item under way.
    pub fn mark(&mut self, is_done: bool) {
        if let Some(item) = self.frame().items.last_mut() {
            item.is_done = Some(is_done);
        } else {
            self.text(if is_done { "[x] " } else { "[ ] " });
        }
    }

    // Lists.

    pub fn open_list(&mut self, is_ordered: bool) {
        // The words of the item end where its inner list begins; outside of items a paragraph ends.
        self.close_paragraph();
        self.frame().lists.push(List { is_ordered, level: 0 });
    }

    /// Opens the next item where items only name their level, from 1: lists are opened and closed as it needs.
    pub fn item_at(&mut self, level: usize, is_ordered: bool) {
        let level = level.max(1);
        self.close_paragraph();
        while self.frame().lists.last().is_some_and(|list| list.level > level) {
            self.close_list();
        }
        if self.frame().lists.last().is_some_and(|list| list.level == level) {
            self.close_item();
        } else {
            self.frame().lists.push(List { is_ordered, level });
        }
        self.open_item();
    }

    /// Ends the lists whose items named their level.
    pub fn end_levels(&mut self) {
        while self.frame().lists.last().is_some_and(|list| list.level > 0) {
            self.close_list();
        }
    }

    pub fn close_list(&mut self) {
        self.close_paragraph();
        let depth = self.frame().lists.len();
        while self.frame().items.len() >= depth.max(1) && !self.frame().items.is_empty() {
            self.close_item();
        }
        let frame = self.frame();
        let is_ordered = frame.lists.pop().is_some_and(|list| list.is_ordered);
        if frame.lists.is_empty() && !frame.finished.is_empty() {
            let items = std::mem::take(&mut frame.finished);
            frame.blocks.push(Block::List { is_ordered, items });
        }
    }

    pub fn open_item(&mut self) {
        self.close_paragraph();
        let line = self.line;
        let frame = self.frame();
        if frame.lists.is_empty() {
            frame.lists.push(List { is_ordered: false, level: 0 });
        }
        frame.items.push(Item { line, ..Item::default() });
    }

    pub fn close_item(&mut self) {
        self.close_paragraph();
        let frame = self.frame();
        let Some(mut item) = frame.items.pop() else { return };
        if item.is_done.is_none() {
            item.is_done = item.words.take_box();
        }
        item.words.settle();
        if item.words.is_empty() && item.children.is_empty() {
            return;
        }
        let parent = frame.items.len().min(DEEPEST_LIST);
        match parent.checked_sub(1).and_then(|at| frame.items.get_mut(at)) {
            Some(parent) => parent.children.push(item),
            None => frame.finished.push(item),
        }
    }

    /// Ends every list that is open here.
    pub fn close_lists(&mut self) {
        while !self.frame().lists.is_empty() || !self.frame().items.is_empty() {
            self.close_list();
        }
    }

    // Text boxes.

    /// Opens a text box within a paragraph; what it holds follows the paragraph.
    pub fn open_box(&mut self) {
        if self.frames.len() <= DEEPEST_TABLE {
            self.frames.push(Frame { is_box: true, ..Frame::default() });
        }
    }

    pub fn close_box(&mut self) {
        while self.is_cell() {
            self.close_cell();
        }
        if self.frames.len() > 1 {
            let blocks = self.close_frame();
            let frame = self.frame();
            if frame.words.is_some() || !frame.items.is_empty() { &mut frame.after } else { &mut frame.blocks }
                .extend(blocks);
        }
    }

    /// The document. A title is its first heading of the highest level, where the reader gave none.
    pub fn finish(mut self, title: Option<String>) -> Source {
        while self.frames.len() > 1 {
            let is_box = self.frames.last().is_some_and(|frame| frame.is_box);
            if is_box { self.close_box() } else { self.close_cell() }
        }
        let blocks = self.close_frame();
        let mut source = self.source;
        source.blocks = typed_lists(blocks);
        let first = source.blocks.iter().find_map(|block| match block {
            Block::Heading(heading) if heading.level == 1 => Some(heading.text.clone()),
            _ => None,
        });
        if let Some(title) = first.or(title).filter(|title| !title.trim().is_empty()) {
            source.name = title;
        }
        source
    }
}

/// Paragraphs whose bullets or numbers were typed, as the lists they are.
fn typed_lists(blocks: Vec<Block>) -> Vec<Block> {
    let typed = |block: &Block| match block {
        Block::Paragraph(words, _) if words.rest.is_empty() => boxed(&words.lead).map(|_| (false, true)),
        Block::Paragraph(words, _) => {
            bullet(&words.all()).map(|(is_ordered, rest)| (is_ordered, boxed(rest).is_some()))
        }
        _ => None,
    };
    let mut lists = Vec::with_capacity(blocks.len());
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let Some((is_ordered, is_boxed)) = typed(&block) else {
            lists.push(block);
            continue;
        };
        // A number alone may be that of a heading.
        if is_ordered && !is_boxed && !blocks.peek().is_some_and(|next| typed(next).is_some_and(|(ordered, _)| ordered))
        {
            lists.push(block);
            continue;
        }
        let mut items = vec![item_of(block)];
        while let Some(next) = blocks.next_if(|next| typed(next).is_some_and(|(ordered, _)| ordered == is_ordered)) {
            items.push(item_of(next));
        }
        lists.push(Block::List { is_ordered, items });
    }
    lists
}

/// A paragraph without its typed bullet.
fn item_of(block: Block) -> Item {
    let Block::Paragraph(mut words, line) = block else { return Item::default() };
    if let Some((_, rest)) = bullet(&words.lead).map(|(o, r)| (o, r.to_owned())).filter(|_| !words.lead.is_empty()) {
        words.lead = rest;
    } else if words.lead.is_empty() {
        if let Some(rest) = bullet(&words.rest).map(|(_, rest)| rest.to_owned()) {
            words.rest = rest;
        }
    } else {
        // The bullet alone was bold.
        words.lead.clear();
    }
    let is_done = words.take_box();
    words.settle();
    Item { line, words, is_done, children: Vec::new() }
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
