//! Tables read from files: XLSX workbooks, CSV, TSV and pasted cells.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, Xlsx, XlsxError};
use serde::{Deserialize, Serialize};
use specta::Type;
use zip::ZipArchive;

use crate::archive::{MAX_MB, MAX_UNPACKED_MB, is_bomb};
use crate::data_error::{DataError, DataResult};

/// Most rows of a table that are read.
pub const MAX_ROWS: u32 = 20_000;
/// Most columns that are read; those to the right are left.
const MAX_COLUMNS: u32 = 200;
/// Most sheets of a workbook that are read.
const MAX_SHEETS: usize = 50;
/// Most text of a workbook, in megabytes: many cells may share one long text, and merged ones repeat it.
const MAX_CELLS_MB: u64 = 128;

/// A table as a file has it: rows of cells, all as text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<SheetRow>,
}

/// A row that is not empty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct SheetRow {
    /// Its line in the file, from 1.
    pub line: u32,
    pub cells: Vec<String>,
}

/// The sheets of an XLSX workbook. Cells below a vertically merged one have its text, as the eye reads it.
///
/// # Errors
/// [`DataError`] for a file that is too large, damaged, protected, or has too many rows.
pub(super) fn workbook(bytes: &[u8]) -> DataResult<Vec<Sheet>> {
    if bytes.len() as u64 > MAX_MB << 20 {
        return Err(DataError::TooLarge(MAX_MB));
    }
    check_unpacked(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let mut sheets = Vec::new();
    let mut left = MAX_CELLS_MB << 20;
    for name in book.sheet_names().into_iter().take(MAX_SHEETS) {
        let rows = sheet(&mut book, &name, &mut left)?;
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, budget: &mut u64) -> DataResult<Vec<SheetRow>> {
    // Merged regions are a help; a workbook that does not list them well is read as it stands.
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    // Cell by cell: a range is as large as its farthest cell, and one cell can be very far.
    let mut reader = book.worksheet_cells_reader(name).map_err(refused)?;
    let mut rows: std::collections::BTreeMap<u32, Vec<String>> = std::collections::BTreeMap::new();
    while let Some(cell) = reader.next_cell().map_err(refused)? {
        let (row, column) = cell.get_position();
        let text = shown(cell.get_value());
        if text.is_empty() || column >= MAX_COLUMNS {
            continue;
        }
        spend(budget, &text)?;
        put(&mut rows, row, column, text);
        if rows.len() > MAX_ROWS as usize {
            return Err(DataError::TooManyRows(MAX_ROWS));
        }
    }
    for region in merged {
        let ((top, left), (bottom, _)) = (region.start, region.end);
        let Some(text) = rows.get(&top).and_then(|row| row.get(left as usize)).filter(|text| !text.is_empty()).cloned()
        else {
            continue;
        };
        // Only rows that have something else: a merged block over nothing stays one cell.
        let below: Vec<u32> = rows.range(top..=bottom.max(top)).map(|(row, _)| *row).skip(1).collect();
        for row in below.into_iter().filter(|_| left < MAX_COLUMNS) {
            spend(budget, &text)?;
            put(&mut rows, row, left, text.clone());
        }
    }
    Ok(rows.into_iter().map(|(row, cells)| SheetRow { line: row + 1, cells }).collect())
}

/// Takes a cell off what is left to be read.
fn spend(left: &mut u64, text: &str) -> DataResult<()> {
    let cell = text.len() as u64 + size_of::<String>() as u64;
    *left = left.checked_sub(cell).ok_or(DataError::UnpacksTooLarge(MAX_CELLS_MB))?;
    Ok(())
}

fn put(rows: &mut std::collections::BTreeMap<u32, Vec<String>>, row: u32, column: u32, text: String) {
    let cells = rows.entry(row).or_default();
    let column = column as usize;
    if cells.len() <= column {
        cells.resize(column + 1, String::new());
    }
    cells[column] = text;
}

/// A cell as text: whole numbers without a point, days as ISO dates.
fn shown(value: &DataRef<'_>) -> String {
    match Data::from(value.clone()) {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(is_true) => if is_true { "1" } else { "0" }.to_owned(),
        Data::DateTime(at) => {
            let (year, month, day, hour, minute, _, _) = at.to_ymd_hms_milli();
            let date = format!("{year:04}-{month:02}-{day:02}");
            if hour == 0 && minute == 0 { date } else { format!("{date} {hour:02}:{minute:02}") }
        }
    }
}

/// Unpacks everything once, to nowhere: what a header says about sizes proves nothing.
pub(crate) fn check_unpacked(bytes: &[u8]) -> DataResult<()> {
    let damaged = |error: &dyn std::fmt::Display| DataError::Damaged(error.to_string());
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let most = MAX_UNPACKED_MB << 20;
    let mut left = most;
    for at in 0..zip.len() {
        let file = zip.by_index(at).map_err(|error| damaged(&error))?;
        let packed = file.compressed_size();
        let read = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|error| damaged(&error))?;
        if is_bomb(read, packed) {
            return Err(DataError::UnpacksTooLarge(MAX_UNPACKED_MB));
        }
        left = left.checked_sub(read).ok_or(DataError::UnpacksTooLarge(MAX_UNPACKED_MB))?;
    }
    Ok(())
}

fn refused(error: XlsxError) -> DataError {
    match error {
        XlsxError::Password => DataError::Protected,
        other => DataError::Damaged(other.to_string()),
    }
}

/// The table in a text: CSV with whichever separator it uses, TSV, or cells pasted from a spreadsheet.
///
/// # Errors
/// [`DataError::Line`] for a line that cannot be read; [`DataError::TooManyRows`].
pub(super) fn separated(text: &str, name: &str) -> DataResult<Sheet> {
    // The csv crate counts a line late after "\r\n".
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| DataError::Line {
            line: error.position().map_or(0, csv::Position::line),
            reason: error.to_string(),
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells = record.iter().take(MAX_COLUMNS as usize);
        let cells: Vec<String> = cells.map(|cell| crate::csv::unsafe_again(cell.trim()).to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(SheetRow { line: u32::try_from(line).unwrap_or(u32::MAX), cells });
        }
        if rows.len() > MAX_ROWS as usize {
            return Err(DataError::TooManyRows(MAX_ROWS));
        }
    }
    Ok(Sheet { name: name.to_owned(), rows })
}

/// The separator that the first lines have most evenly.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let first = lines.first().copied().unwrap_or_default();
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
        let head = count(first, separator);
        let alike = lines.iter().filter(|line| count(line, separator) == head).count();
        if head == 0 { 0 } else { alike * 100 + head.min(99) }
    };
    let best = ['\t', ';', ',', '|'].into_iter().rev().max_by_key(|separator| score(*separator));
    best.and_then(|separator| u8::try_from(separator).ok()).unwrap_or(b',')
}
