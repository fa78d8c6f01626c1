//! A workshop as a workbook: one sheet a noun, the RACI matrix, the contract grid.

#[cfg(feature = "pages")]
mod document;

use chrono::{Datelike, NaiveDateTime, Timelike};
use couloir_core::Contents;
#[cfg(feature = "pages")]
pub(crate) use document::{has_sheets, of_document};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::table::{Cell, Noun, Table, table};
use crate::{Error, Result};

/// Longest text of a cell, a limit of the format.
const CELL_MAX: usize = 32_767;
/// Widest column, in pixels; longer texts wrap.
const WIDEST: u32 = 420;

/// A workshop as an XLSX workbook. The same workshop gives the same bytes.
///
/// # Errors
/// [`Error::Fault`] only.
pub fn write(contents: &Contents, includes_private: bool) -> Result<Vec<u8>> {
    let tables = Noun::ALL.iter().map(|noun| Sheet::from(table(contents, *noun, includes_private)));
    workbook(contents, tables).map_err(Error::fault)
}

/// A sheet to be written.
struct Sheet {
    title: String,
    headers: Vec<String>,
    rows: Vec<Vec<Cell>>,
    /// The first column of a matrix; `None` for a list.
    matrix: Option<usize>,
}

impl From<Table> for Sheet {
    fn from(table: Table) -> Self {
        let is_matrix = matches!(table.noun, Noun::Raci | Noun::Grid);
        let matrix = is_matrix.then(|| table.noun.columns().len());
        Self { title: table.title, headers: table.headers, rows: table.rows, matrix }
    }
}

fn workbook(contents: &Contents, tables: impl Iterator<Item = Sheet>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day the workshop was made, so that the bytes depend on the data alone.
    let made = date_time(contents.workshop.created_at.utc().naive_utc())?;
    workbook.set_properties(
        &DocProperties::new().set_title(&contents.workshop.title).set_author("Couloir").set_creation_datetime(&made),
    );
    for table in tables {
        sheet(workbook.add_worksheet(), &table)?;
    }
    workbook.save_to_buffer()
}

fn sheet(sheet: &mut Worksheet, table: &Sheet) -> Result<(), XlsxError> {
    let top = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let centre = Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Center);
    let head = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
    let day = top.clone().set_num_format("dd/mm/yyyy");
    let moment = top.clone().set_num_format("dd/mm/yyyy hh:mm");
    let is_matrix = table.matrix.is_some();
    let fixed = table.matrix.unwrap_or(usize::MAX);

    sheet.set_name(&table.title)?;
    for (column, title) in (0u16..).zip(&table.headers) {
        sheet.write_string_with_format(0, column, title, &head)?;
    }
    for (row, cells) in (1u32..).zip(&table.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            let text_format = if is_matrix && usize::from(column) >= fixed { &centre } else { &top };
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    sheet.write_string_with_format(row, column, fitting(text), text_format)?;
                }
                #[allow(clippy::cast_precision_loss)]
                Cell::Number(number) => {
                    sheet.write_number_with_format(row, column, *number as f64, &top)?;
                }
                Cell::Day(date) => {
                    let value = date_time(date.and_hms_opt(0, 0, 0).unwrap_or_default())?;
                    sheet.write_datetime_with_format(row, column, &value, &day)?;
                }
                Cell::Moment(at) => {
                    sheet.write_datetime_with_format(row, column, &date_time(*at)?, &moment)?;
                }
            }
        }
    }
    sheet.set_autofit_max_width(WIDEST).autofit();
    sheet.set_freeze_panes(1, if is_matrix { u16::try_from(fixed).unwrap_or(0) } else { 0 })?;
    let last_column = u16::try_from(table.headers.len().saturating_sub(1)).unwrap_or(u16::MAX);
    if !table.rows.is_empty() && !is_matrix {
        sheet.autofilter(0, 0, u32::try_from(table.rows.len()).unwrap_or(u32::MAX), last_column)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

pub(crate) fn date_time(at: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    let part = |value: u32| u16::try_from(value).unwrap_or(0);
    let small = |value: u32| u8::try_from(value).unwrap_or(1);
    // The format knows no day before 1900 and none after 9999.
    let year = u16::try_from(at.year().clamp(1900, 9999)).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, small(at.month()), small(at.day()))?.and_hms(
        part(at.hour()),
        small(at.minute()),
        f64::from(at.second()),
    )
}

/// A text that fits into a cell; a longer one ends in an ellipsis, which shows that there is more.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= CELL_MAX {
        return text.to_owned();
    }
    let mut length = 1;
    let kept = text.chars().take_while(|c| {
        length += c.len_utf16();
        length <= CELL_MAX
    });
    kept.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use couloir_core::workshop::Language;

    use super::*;
    use crate::table::fixture::{everything, example, workshop_of};

    fn opened(contents: &Contents) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(write(contents, false).unwrap())).unwrap()
    }

    #[test]
    fn every_noun_has_a_sheet_titled_in_the_workshop_s_language() {
        let names = opened(&example(Language::Fr)).sheet_names();
        assert_eq!(names.len(), Noun::ALL.len());
        assert_eq!(names[..4], ["Tâches", "Rôles", "Personnes", "Responsabilités"]);
        assert_eq!(opened(&example(Language::En)).sheet_names()[0], "Tasks");
    }

    #[test]
    fn numbers_and_dates_are_real_and_formulas_are_text() {
        let mut book = opened(&workshop_of(everything()));
        let tasks = book.worksheet_range("Tâches").unwrap();
        assert_eq!(tasks.height(), 22);
        assert_eq!(tasks.get((7, 0)), Some(&Data::Float(7.0)));
        assert_eq!(tasks.get((7, 1)), Some(&Data::String("Dessiner les schémas XDM".to_owned())));
        assert_eq!(tasks.get((8, 9)), Some(&Data::String("7".to_owned())));
        let contracts = book.worksheet_range("Contrats").unwrap();
        assert_eq!(contracts.height(), 37);
        assert_eq!(contracts.get((1, 3)), Some(&Data::String("=HYPERLINK(\"http://evil\")".to_owned())));
        assert!(matches!(contracts.get((1, 8)), Some(Data::DateTime(date)) if date.to_ymd_hms_milli().0 == 2027));
        assert!(book.worksheet_formula("Contrats").unwrap().used_cells().count() == 0);
        let meetings = book.worksheet_range("Réunions").unwrap();
        // Nine in the morning in Paris, not in Greenwich.
        assert!(matches!(meetings.get((1, 1)), Some(Data::DateTime(at)) if at.to_ymd_hms_milli().3 == 9));
    }

    #[test]
    fn the_matrices_hold_letters_and_counts() {
        let mut book = opened(&workshop_of(everything()));
        let raci = book.worksheet_range("RACI").unwrap();
        assert_eq!(raci.get((0, 2)), Some(&Data::String("A Administrateur ou administratrice".to_owned())));
        let row: Vec<_> = (2..6).map(|column| raci.get((7, column)).unwrap().to_string()).collect();
        assert_eq!(row, ["", "A", "C", "C"]);
        let grid = book.worksheet_range("Grille des contrats").unwrap();
        assert_eq!(grid.get((1, 2)), Some(&Data::String("1 / 4".to_owned())));
        assert_eq!(grid.get((1, 1)), Some(&Data::Empty));
    }

    #[test]
    fn nothing_private_is_written_unless_asked_for() {
        let contents = workshop_of(everything());
        let text = |private: bool| {
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(write(&contents, private).unwrap())).unwrap();
            let sheets = book.worksheets();
            let cells = sheets.iter().flat_map(|(_, range)| range.used_cells().map(|cell| cell.2.to_string()));
            cells.collect::<Vec<_>>().join("\n")
        };
        for secret in ["Nom Privé", "SECRET"] {
            assert!(!text(false).contains(secret));
            assert!(text(true).contains(secret));
        }
        assert!(!text(true).contains("NOTE PRIVÉE"));
    }

    #[test]
    fn the_same_workshop_gives_the_same_bytes() {
        let contents = workshop_of(everything());
        assert_eq!(write(&contents, false).unwrap(), write(&contents, false).unwrap());
    }

    #[test]
    fn a_text_beyond_the_format_s_limit_shows_that_it_goes_on() {
        assert_eq!(fitting("é"), "é");
        let long = fitting(&"😀".repeat(20_000));
        assert!(long.ends_with('…') && long.encode_utf16().count() <= CELL_MAX);
    }
}
