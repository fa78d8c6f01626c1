//! The document that grows as a reader meets its parts, in any order and however wrongly nested.

use super::super::Source;
use super::super::sheet::{Cells, SheetRow};
use super::plain::bullet;
use super::{Block, Heading, Item, Words, boxed};
use crate::data_error::{DataError, DataResult};

/// Deepest list that keeps its own level; what is deeper joins it.
const DEEPEST_LIST: usize = 6;
/// Deepest table in a table that keeps its cells; what is deeper is text.
const DEEPEST_TABLE: usize = 6;
/// Most text of all cells together, in megabytes: merged cells repeat theirs.
const MAX_CELLS_MB: usize = 64;
/// Most cells of a document.
const MAX_CELLS: usize = 1_000_000;

/// A document under way.
pub(in super::super) struct Build {
    frames: Vec<Frame>,
    source: Source,
    /// Where the reader stands, from 1.
    line: u32,
    /// Text of the last heading, which names the next table.
    heading: String,
    /// What cells may still hold.
    bytes_left: usize,
    cells_left: usize,
}

/// The document itself, or a cell of a table in it.
#[derive(Default)]
struct Frame {
    blocks: Vec<Block>,
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
    tables: Vec<Table>,
    /// Only a frame of its own within a paragraph, such as a text box.
    is_box: bool,
}

/// An open list.
struct List {
    is_ordered: bool,
    /// Level of one that was opened by [`Build::item_at`], from 1.
    level: usize,
}

/// A table under way.
#[derive(Default)]
struct Table {
    line: u32,
    /// Lines of the rows.
    lines: Vec<u32>,
    cells: Vec<Cell>,
    column: usize,
    /// Columns that cells above still cover, with how many rows.
    covered: Vec<usize>,
    is_in_row: bool,
}

struct Cell {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
    blocks: Vec<Block>,
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

    fn frame(&mut self) -> &mut Frame {
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

    // Tables.

    pub fn open_table(&mut self) {
        if self.frames.len() > DEEPEST_TABLE {
            return;
        }
        self.close_paragraph();
        let line = self.line;
        self.frame().tables.push(Table { line, ..Table::default() });
    }

    pub fn open_row(&mut self) {
        let line = self.line;
        let Some(table) = self.frame().tables.last_mut() else { return };
        table.covered.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        table.lines.push(line);
        table.column = 0;
        table.is_in_row = true;
    }

    pub fn close_row(&mut self) {
        if let Some(table) = self.frame().tables.last_mut() {
            table.is_in_row = false;
        }
    }

    /// Opens a cell that covers so many rows and columns.
    ///
    /// # Errors
    /// [`DataError`] for more cells than a document can mean.
    pub fn open_cell(&mut self, rows: usize, columns: usize) -> DataResult<()> {
        let Some(left) = self.cells_left.checked_sub(1) else {
            return Err(DataError::TooManyRows(super::super::MAX_ROWS));
        };
        if self.frame().tables.is_empty() {
            return Ok(());
        }
        self.cells_left = left;
        if self.frame().tables.last().is_some_and(|table| !table.is_in_row) {
            self.open_row();
        }
        let Some(table) = self.frame().tables.last_mut() else { return Ok(()) };
        while table.covered.get(table.column).is_some_and(|rows| *rows > 0) {
            table.column += 1;
        }
        let (row, column) = (table.lines.len().saturating_sub(1), table.column);
        let (rows, columns) = (rows.clamp(1, 20_000), columns.clamp(1, 200));
        if column < 1_000 {
            if table.covered.len() < column + columns {
                table.covered.resize(column + columns, 0);
            }
            table.covered[column..column + columns].fill(rows);
        }
        table.column += columns;
        table.cells.push(Cell { row, column, rows, columns, blocks: Vec::new() });
        self.frames.push(Frame::default());
        Ok(())
    }

    /// Whether the innermost frame is a cell.
    fn is_cell(&self) -> bool {
        self.frames.len() > 1 && self.frames.last().is_some_and(|frame| !frame.is_box)
    }

    pub fn close_cell(&mut self) {
        if !self.is_cell() {
            return;
        }
        let blocks = self.close_frame();
        if let Some(cell) = self.frame().tables.last_mut().and_then(|table| table.cells.last_mut()) {
            cell.blocks = blocks;
        }
    }

    fn close_frame(&mut self) -> Vec<Block> {
        while !self.frame().tables.is_empty() {
            self.end_table(None);
        }
        self.close_lists();
        self.close_paragraph();
        let blocks = std::mem::take(&mut self.frame().blocks);
        self.frames.pop();
        blocks
    }

    /// The cell above goes on: this row repeats its text.
    pub fn continue_cell(&mut self, columns: usize) {
        let Some(table) = self.frame().tables.last_mut() else { return };
        let (row, column) = (table.lines.len().saturating_sub(1), table.column);
        table.column += columns.max(1);
        let above = table.cells.iter_mut().rev().find(|cell| cell.column == column && cell.row + cell.rows == row);
        if let Some(above) = above {
            above.rows += 1;
        }
    }

    /// # Errors
    /// [`DataError`] for a table with too many rows or too much text.
    pub fn close_table(&mut self) -> DataResult<()> {
        self.close_cell();
        let mut failed = Ok(());
        self.end_table(Some(&mut failed));
        failed
    }

    fn end_table(&mut self, failed: Option<&mut DataResult<()>>) {
        let Some(mut table) = self.frame().tables.pop() else { return };
        self.close_paragraph();
        if is_layout(&table) {
            let blocks = table.cells.iter_mut().flat_map(|cell| std::mem::take(&mut cell.blocks));
            let blocks: Vec<Block> = blocks.collect();
            self.frame().blocks.extend(blocks);
            return;
        }
        match self.sheet(&table) {
            Ok(Some(block)) => self.frame().blocks.push(block),
            Ok(None) => {}
            Err(error) => {
                if let Some(failed) = failed {
                    *failed = Err(error);
                }
            }
        }
    }

    fn sheet(&mut self, table: &Table) -> DataResult<Option<Block>> {
        let mut cells = Cells::default();
        let mut has_text = false;
        for cell in &table.cells {
            let mut text = String::new();
            flatten(&cell.blocks, &mut text);
            let text = text.trim();
            has_text |= !text.is_empty();
            self.bytes_left = text
                .len()
                .checked_mul(cell.rows.min(table.lines.len()))
                .and_then(|bytes| self.bytes_left.checked_sub(bytes))
                .ok_or(DataError::UnpacksTooLarge(MAX_CELLS_MB as u64))?;
            cells.put(narrow(cell.row), narrow(cell.column), text)?;
        }
        if !has_text {
            return Ok(None);
        }
        for cell in table.cells.iter().filter(|cell| cell.rows > 1 || cell.columns > 1) {
            let bottom = (cell.row + cell.rows - 1).min(table.lines.len().saturating_sub(1));
            let right = cell.column + cell.columns - 1;
            cells.merge(narrow(cell.row), narrow(cell.column), narrow(bottom), narrow(right));
        }
        let mut sheet = cells.sheet(&self.heading, 0);
        for row in &mut sheet.rows {
            row.line = table.lines.get(row.line as usize).copied().unwrap_or(table.line);
        }
        // Rows of a page on one line still come one after another.
        for at in 1..sheet.rows.len() {
            sheet.rows[at].line = sheet.rows[at].line.max(sheet.rows[at - 1].line.saturating_add(1));
        }
        if crate::import::document::is_sideways(&sheet.rows) {
            sheet.rows = turned(&sheet.rows, table.line);
        }
        Ok(Some(Block::Table(self.source.add(sheet))))
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

/// A table whose titles stand in its first column, turned.
fn turned(rows: &[SheetRow], line: u32) -> Vec<SheetRow> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let column = |at: usize| rows.iter().map(|row| row.cells.get(at).cloned().unwrap_or_default()).collect();
    (0..width).map(|at| SheetRow { line: line.saturating_add(narrow(at)), cells: column(at) }).collect()
}

/// Whether a table only places things on a page: one cell, or cells that hold sections or tables.
fn is_layout(table: &Table) -> bool {
    let is_block = |block: &Block| matches!(block, Block::Table(_));
    let headings = |cell: &Cell| cell.blocks.iter().filter(|block| matches!(block, Block::Heading(_))).count();
    table.cells.len() == 1
        || table.cells.iter().any(|cell| cell.blocks.iter().any(is_block))
        || table.cells.iter().any(|cell| headings(cell) > 0 && cell.blocks.len() > 2)
}

/// The text of a cell: a line a paragraph, item or line break.
fn flatten(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(heading) => line(text, &heading.text),
            Block::Paragraph(words, _) => {
                let words = words.all();
                let is_list = words.contains('\n') || blocks.len() > 1;
                for part in words.split('\n') {
                    // Bullets that were typed; a number stays where it may be the number of a task.
                    let typed = bullet(part).filter(|(is_ordered, _)| is_list || !is_ordered);
                    line(text, typed.map_or(part, |(_, rest)| rest));
                }
            }
            Block::List { items, .. } => flatten_items(items, text),
            Block::TabsEnd | Block::Table(_) => {}
        }
    }
}

fn flatten_items(items: &[Item], text: &mut String) {
    for item in items {
        let mark = match item.is_done {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        line(text, &format!("{mark}{}", item.words.all()));
        flatten_items(&item.children, text);
    }
}

fn line(text: &mut String, words: &str) {
    if !text.is_empty() && !words.is_empty() {
        text.push('\n');
    }
    text.push_str(words);
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
