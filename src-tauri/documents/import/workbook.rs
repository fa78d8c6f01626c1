//! Tables of XLSX workbooks.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, Reader, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use super::sheet::{Cells, Sheet};
use crate::archive::{MAX_MB, MAX_UNPACKED_MB, is_bomb};
use crate::{Error, Result};

/// Most sheets of a workbook that are read; the others are left, and said.
const MAX_SHEETS: usize = 250;
/// Most text of a workbook, in megabytes: many cells may share one long text, and merged ones repeat it.
const MAX_CELLS_MB: u64 = 128;

/// The sheets of an XLSX workbook, hidden ones marked. Cells below a vertically merged one have its text, as the eye
/// reads it.
///
/// # Errors
/// [`Error`] for a file that is too large, damaged, protected, or has too many rows.
pub(super) fn workbook(bytes: &[u8]) -> Result<Vec<Sheet>> {
    if bytes.len() as u64 > MAX_MB << 20 {
        return Err(Error::TooLarge(MAX_MB));
    }
    check_unpacked(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let mut sheets = Vec::new();
    let mut left = MAX_CELLS_MB << 20;
    let hidden: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible != SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for (at, name) in book.sheet_names().into_iter().enumerate() {
        if at >= MAX_SHEETS {
            // Named only, so that it is said.
            sheets.push(Sheet { name, is_unread: true, ..Sheet::default() });
            continue;
        }
        let mut sheet = sheet(&mut book, &name, &mut left)?;
        sheet.is_hidden = hidden.contains(&name);
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, budget: &mut u64) -> Result<Sheet> {
    // Merged regions are a help; a workbook that does not list them well is read as it stands.
    let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    // Cell by cell: a range is as large as its farthest cell, and one cell can be very far.
    let mut reader = book.worksheet_cells_reader(name).map_err(refused)?;
    let mut cells = Cells::default();
    while let Some(cell) = reader.next_cell().map_err(refused)? {
        let (row, column) = cell.get_position();
        let text = shown(cell.get_value());
        if !text.is_empty() {
            spend(budget, &text)?;
            cells.put(row, column, &text)?;
        }
    }
    for region in merged {
        let ((top, left), (bottom, right)) = (region.start, region.end);
        for _ in 0..cells.below(top, bottom) {
            spend(budget, cells.text(top, left))?;
        }
        cells.merge(top, left, bottom, right);
    }
    Ok(cells.sheet(name, 1))
}

/// Takes a cell off what is left to be read.
fn spend(left: &mut u64, text: &str) -> Result<()> {
    let cell = text.len() as u64 + size_of::<String>() as u64;
    *left = left.checked_sub(cell).ok_or(Error::UnpacksTooLarge(MAX_CELLS_MB))?;
    Ok(())
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
            // A time of day, or a length, without a day.
            if at.as_f64() < 1.0 && at.as_f64() >= 0.0 {
                return format!("{hour:02}:{minute:02}");
            }
            let date = format!("{year:04}-{month:02}-{day:02}");
            if hour == 0 && minute == 0 { date } else { format!("{date} {hour:02}:{minute:02}") }
        }
    }
}

/// Unpacks everything once, to nowhere: what a header says about sizes proves nothing.
pub(crate) fn check_unpacked(bytes: &[u8]) -> Result<()> {
    let damaged = |error: &dyn std::fmt::Display| Error::Damaged(error.to_string());
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let most = MAX_UNPACKED_MB << 20;
    let mut left = most;
    for at in 0..zip.len() {
        let file = zip.by_index(at).map_err(|error| damaged(&error))?;
        let packed = file.compressed_size();
        let read = std::io::copy(&mut file.take(left + 1), &mut std::io::sink()).map_err(|error| damaged(&error))?;
        if is_bomb(read, packed) {
            return Err(Error::UnpacksTooLarge(MAX_UNPACKED_MB));
        }
        left = left.checked_sub(read).ok_or(Error::UnpacksTooLarge(MAX_UNPACKED_MB))?;
    }
    Ok(())
}

fn refused(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => Error::Protected,
        other => Error::Damaged(other.to_string()),
    }
}
