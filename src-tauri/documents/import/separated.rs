//! Tables in texts: CSV with whichever separator, TSV, cells pasted from a spreadsheet, and plain lists of lines.

use super::sheet::{Cells, MAX_ROWS, Sheet};
use crate::{Error, Result};

/// The table in a text: CSV with whichever separator it uses, TSV, or cells pasted from a spreadsheet.
///
/// # Errors
/// [`Error::Line`] for a line that cannot be read; [`Error::TooManyRows`].
pub(super) fn separated(text: &str, name: &str) -> Result<Sheet> {
    // The csv crate counts a line late after "\r\n".
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut cells = Cells::default();
    for record in reader.records() {
        let record = record.map_err(|error| Error::Line {
            line: error.position().map_or(0, csv::Position::line),
            reason: error.to_string(),
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = u32::try_from(line).unwrap_or(u32::MAX).saturating_sub(1);
        for (column, text) in (0u32..).zip(record.iter()) {
            cells.put(row, column, crate::csv::unsafe_again(text.trim()))?;
        }
    }
    Ok(cells.sheet(name, 1))
}

/// The separator that the first lines have most evenly; a title above the table has none.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(40).collect();
    let count = |line: &str, separator: char| {
        let mut is_quoted = false;
        line.chars()
            .filter(|c| {
                is_quoted ^= *c == '"';
                *c == separator && !is_quoted
            })
            .count()
    };
    let score = |separator: char| {
        let counts: Vec<usize> = lines.iter().map(|line| count(line, separator)).filter(|count| *count > 0).collect();
        let alike = |wanted: usize| counts.iter().filter(|count| **count == wanted).count();
        counts.iter().map(|count| alike(*count) * 100 + (*count).min(99)).max().unwrap_or(0)
    };
    let best = ['\t', ';', ',', '|'].into_iter().rev().max_by_key(|separator| score(*separator));
    best.and_then(|separator| u8::try_from(separator).ok()).unwrap_or(b',')
}

/// Longest line of a plain list.
const LINE_MAX: usize = 160;

/// A list of lines, each one thing; `None` for prose and for anything with a form of its own.
pub(super) fn lines(text: &str, name: &str) -> Result<Option<Sheet>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_sentence = |line: &&&str| line.ends_with(['.', '!', '?', ':', ',', ';', '…']) && line.split(' ').count() > 4;
    let words = lines.iter().map(|line| line.split_whitespace().count()).sum::<usize>();
    // "Dear all," opens a letter.
    let is_letter = lines.iter().take(2).any(|line| line.ends_with(','));
    let is_list = lines.len() > 1
        && !is_letter
        && lines.iter().all(|line| line.chars().count() <= LINE_MAX && line.chars().any(char::is_alphabetic))
        && lines.iter().filter(is_sentence).count() * 4 <= lines.len()
        && words <= lines.len() * 12
        && !lines.iter().any(|line| line.starts_with(['#', '|', '>', '<', '{', '`']));
    if !is_list {
        return Ok(None);
    }
    if lines.len() > MAX_ROWS as usize {
        return Err(Error::TooManyRows(MAX_ROWS));
    }
    let mut cells = Cells::default();
    for (row, line) in (0u32..).zip(text.lines()) {
        cells.put(row, 0, line)?;
    }
    Ok(Some(cells.sheet(name, 1)))
}
