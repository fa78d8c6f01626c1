//! Tables as every reader of a format gives them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Error, Result};

/// Most rows of a table that are read.
pub const MAX_ROWS: u32 = 20_000;
/// Most columns that are read; those to the right are left, and said.
pub(super) const MAX_COLUMNS: u32 = 400;

/// A table as a file has it: rows of cells, all as text.
///
/// Every table goes through this type: a sheet of a workbook, a CSV file, pasted cells, and each table inside a
/// Markdown, HTML, DOCX or ODT document. Make one with [`Sheet::of`], or fill [`Cells`] where cells are merged.
/// A line break inside a cell (`<br>`, a paragraph, a list item) is `\n`, a check box `[ ] ` or `[x] ` at the start.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Sheet {
    /// Name of the sheet, or the heading above the table.
    pub name: String,
    /// The workbook does not show it; it is left, and said.
    pub is_hidden: bool,
    /// Lines whose only cell covers several columns: a heading over the rows below.
    pub wide: Vec<u32>,
    /// Cells beyond the last column that is read; they are left, and said.
    pub beyond: u32,
    /// The workbook has more sheets than are read; of this one only the name is known.
    pub is_unread: bool,
    pub rows: Vec<SheetRow>,
}

impl Sheet {
    /// A table of these rows. Cells are trimmed, rows without any text left out; `line` is where the first row
    /// stands in the source, and every further row is a line later.
    ///
    /// # Errors
    /// [`Error::TooManyRows`].
    pub fn of(name: &str, line: u32, rows: &[Vec<String>]) -> Result<Self> {
        let mut cells = Cells::default();
        for (row, texts) in (0u32..).zip(rows) {
            for (column, text) in (0u32..).zip(texts) {
                cells.put(row, column, text)?;
            }
        }
        Ok(cells.sheet(name, line))
    }

    /// How many columns its widest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// A row that is not empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct SheetRow {
    /// Its line in the file, from 1.
    pub line: u32,
    pub cells: Vec<String>,
}

/// Cells put one by one, where a table does not come as whole rows or has merged cells. What lies beyond the bounds
/// is counted, not kept.
#[derive(Debug, Default)]
pub struct Cells {
    rows: BTreeMap<u32, Vec<String>>,
    wide: Vec<u32>,
    beyond: u32,
}

impl Cells {
    /// Puts a text at a place, both from 0.
    ///
    /// # Errors
    /// [`Error::TooManyRows`].
    pub fn put(&mut self, row: u32, column: u32, text: &str) -> Result<()> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if column >= MAX_COLUMNS {
            self.beyond = self.beyond.saturating_add(1);
            return Ok(());
        }
        let cells = self.rows.entry(row).or_default();
        let column = column as usize;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        text.clone_into(&mut cells[column]);
        if self.rows.len() > MAX_ROWS as usize + 1 {
            return Err(Error::TooManyRows(MAX_ROWS));
        }
        Ok(())
    }

    /// How many rows with something in them stand under a cell, down to `bottom`.
    pub(super) fn below(&self, top: u32, bottom: u32) -> usize {
        self.rows.range(top..=bottom.max(top)).skip(1).count()
    }

    /// The text at a place; empty where there is none.
    pub(super) fn text(&self, row: u32, column: u32) -> &str {
        self.rows.get(&row).and_then(|row| row.get(column as usize)).map_or("", String::as_str)
    }

    /// Says that a cell covers more rows or columns: rows that have something else repeat its text, as the eye reads
    /// it. Call it when all cells are put.
    pub fn merge(&mut self, top: u32, left: u32, bottom: u32, right: u32) {
        let text = self.rows.get(&top).and_then(|row| row.get(left as usize)).cloned().unwrap_or_default();
        if text.is_empty() || left >= MAX_COLUMNS {
            return;
        }
        let is_alone = |cells: &Vec<String>| cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
        if right > left && bottom == top && self.rows.get(&top).is_some_and(is_alone) {
            self.wide.push(top);
        }
        // A letter over several roles is that of each; a longer text is said once.
        if right > left && text.chars().count() <= 3 {
            for row in top..=bottom.min(top.saturating_add(MAX_ROWS)) {
                if let Some(cells) = self.rows.get_mut(&row) {
                    let end = (right.min(MAX_COLUMNS - 1) as usize) + 1;
                    if cells.len() < end {
                        cells.resize(end, String::new());
                    }
                    cells[left as usize..end].fill(text.clone());
                }
            }
        }
        for (_, cells) in self.rows.range_mut(top..=bottom.max(top)).skip(1) {
            let column = left as usize;
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column].clone_from(&text);
        }
    }

    /// The table; row 0 stands at `line` of the source.
    pub fn sheet(self, name: &str, line: u32) -> Sheet {
        let rows = self.rows.into_iter().map(|(row, cells)| SheetRow { line: line.saturating_add(row), cells });
        let rows: Vec<SheetRow> = rows.collect();
        let wide = self.wide.into_iter().map(|row| line.saturating_add(row)).collect();
        Sheet { name: name.trim().to_owned(), is_hidden: false, wide, beyond: self.beyond, is_unread: false, rows }
    }
}
