//! Names that are written once, above empty cells that mean the same.

use super::super::columns::Meaning;
use super::super::guess::Mapping;
use super::super::sheet::{Sheet, SheetRow};
use super::rows::Row;

/// Cells that are written once for several rows.
pub(super) struct Filled {
    /// Column, and what stands in each row.
    pub columns: Vec<(usize, Vec<String>)>,
    /// Titles with how many cells were completed.
    pub said: Vec<(String, usize)>,
}

impl Filled {
    /// The row with what stands above it, if that adds something.
    pub fn row(&self, at: usize, row: &SheetRow) -> Option<SheetRow> {
        if self.columns.is_empty() {
            return None;
        }
        let mut row = row.clone();
        for (column, texts) in &self.columns {
            if row.cells.len() <= *column {
                row.cells.resize(column + 1, String::new());
            }
            row.cells[*column].clone_from(&texts[at]);
        }
        Some(row)
    }
}

/// A column of steps or roles before the tasks in which each name stands once, above empty cells, is completed
/// downwards. Where a name is ever repeated, an empty cell means that there is none.
pub(super) fn filled_down(sheet: &Sheet, mapping: &Mapping, rows: &[Row]) -> Filled {
    let mut filled = Filled { columns: Vec::new(), said: Vec::new() };
    let Some(task) = mapping.columns.iter().position(|column| *column == Meaning::Task) else { return filled };
    for (column, meaning) in mapping.columns.iter().enumerate().take(task) {
        if !matches!(meaning, Meaning::Step | Meaning::Role) {
            continue;
        }
        let body: Vec<(usize, &str)> = (0..rows.len())
            .filter(|at| rows[*at] == Row::Body)
            .map(|at| (at, sheet.rows[at].cells.get(column).map_or("", |cell| cell.trim())))
            .collect();
        let written: Vec<&str> = body.iter().map(|(_, text)| *text).filter(|text| !text.is_empty()).collect();
        let is_first = body.first().is_some_and(|(_, text)| !text.is_empty());
        let repeats = body.windows(2).any(|pair| !pair[0].1.is_empty() && pair[0].1 == pair[1].1);
        let empty = body.len() - written.len();
        if !is_first
            || repeats
            || empty == 0
            || written.len() > body.len() * 7 / 10
            || written.len() < 2 && body.len() < 3
        {
            continue;
        }
        let mut texts = vec![String::new(); rows.len()];
        let mut current = "";
        for (at, text) in body {
            if !text.is_empty() {
                current = text;
            }
            current.clone_into(&mut texts[at]);
        }
        filled.said.push((mapping.titles.get(column).cloned().unwrap_or_default(), empty));
        filled.columns.push((column, texts));
    }
    filled
}
