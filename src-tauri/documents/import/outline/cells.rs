//! Tables of a document, cell by cell: merged cells, tables within tables, tables that only place things on a page.

use super::build::{Build, Frame};
use super::plain::bullet;
use super::{Block, Item};
use crate::import::sheet::{Cells, SheetRow};
use crate::{Error, Result};

/// Deepest table in a table that keeps its cells; what is deeper is text.
pub(super) const DEEPEST_TABLE: usize = 6;
/// Most text of all cells together, in megabytes: merged cells repeat theirs.
pub(super) const MAX_CELLS_MB: usize = 64;
/// Most cells of a document.
pub(super) const MAX_CELLS: usize = 1_000_000;

/// A table under way.
#[derive(Default)]
pub(super) struct Table {
    pub(super) line: u32,
    /// Lines of the rows.
    pub(super) lines: Vec<u32>,
    pub(super) cells: Vec<Cell>,
    pub(super) column: usize,
    /// Columns that cells above still cover, with how many rows.
    pub(super) covered: Vec<usize>,
    pub(super) is_in_row: bool,
}

pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) blocks: Vec<Block>,
}

impl Build {
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
    /// [`Error`] for more cells than a document can mean.
    pub fn open_cell(&mut self, rows: usize, columns: usize) -> Result<()> {
        let Some(left) = self.cells_left.checked_sub(1) else {
            return Err(Error::TooManyRows(super::super::MAX_ROWS));
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
    pub(super) fn is_cell(&self) -> bool {
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

    pub(super) fn close_frame(&mut self) -> Vec<Block> {
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
    /// [`Error`] for a table with too many rows or too much text.
    pub fn close_table(&mut self) -> Result<()> {
        self.close_cell();
        let mut failed = Ok(());
        self.end_table(Some(&mut failed));
        failed
    }

    fn end_table(&mut self, failed: Option<&mut Result<()>>) {
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

    fn sheet(&mut self, table: &Table) -> Result<Option<Block>> {
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
                .ok_or(Error::UnpacksTooLarge(MAX_CELLS_MB as u64))?;
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

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
