//! Workbooks and CSV as LibreOffice reads them, cell by cell, with their types. It is not a package that tests
//! install (half a gigabyte); where it is absent they say so and count as skipped.

use std::path::Path;
use std::process::Command;

use calamine::{Data, Ods, Range, Reader, open_workbook};
use chrono::Timelike;

use super::*;
use crate::table::fixture::workshop_of;
use crate::table::{Cell, Noun, table};

/// What LibreOffice makes of a file, as an OpenDocument workbook; `None` where it is not installed.
fn opened(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    filter: Option<&str>,
) -> Option<Ods<std::io::BufReader<std::fs::File>>> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    let mut office = Command::new("soffice");
    office.args(["--headless", "--norestore"]);
    office.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    office.args(filter.map(|filter| format!("--infilter={filter}")));
    office.args(["--convert-to", "ods", "--outdir"]).arg(folder).arg(&path);
    let Ok(output) = office.output() else {
        println!("skipped: LibreOffice (soffice) is not installed, no other program has read the tables");
        return None;
    };
    let made = path.with_extension("ods");
    assert!(made.is_file(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(open_workbook(made).unwrap())
}

/// A cell as it must be there, told as text with its type.
fn expected(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => format!("text {}", text.replace('\n', " ")),
        Cell::Number(number) => format!("number {number}"),
        Cell::Day(day) => format!("date {day}"),
        Cell::Moment(at) => format!("date {}", at.with_second(0).unwrap_or(*at).format("%Y-%m-%dT%H:%M:%S")),
    }
}

fn found(range: &Range<Data>, row: usize, column: usize) -> String {
    match range.get((row, column)) {
        None | Some(Data::Empty) => String::new(),
        Some(Data::String(text)) => format!("text {}", text.replace('\n', " ")),
        Some(Data::Float(number)) => format!("number {number}"),
        Some(Data::Int(number)) => format!("number {number}"),
        Some(Data::DateTimeIso(text)) => format!("date {text}"),
        Some(other) => format!("{other:?}"),
    }
}

#[test]
fn libreoffice_reads_every_cell_of_the_workbook_with_its_type() {
    let contents = workshop_of(everything());
    let folder = tempfile::tempdir().unwrap();
    let bytes = crate::xlsx::write(&contents, true).unwrap();
    let Some(mut book) = opened(folder.path(), "a.xlsx", &bytes, None) else { return };
    let (mut cells, mut dates, mut formulas) = (0, 0, 0);
    for noun in Noun::ALL {
        let table = table(&contents, *noun, true);
        let Ok(range) = book.worksheet_range(&table.title) else {
            assert!(table.rows.is_empty(), "{} is missing", table.title);
            continue;
        };
        for (at, row) in table.rows.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                assert_eq!(found(&range, at + 1, column), expected(cell), "{} {at} {column}", table.title);
                cells += 1;
                dates += u32::from(matches!(cell, Cell::Day(_) | Cell::Moment(_)));
                formulas += u32::from(matches!(cell, Cell::Text(text) if text.starts_with(['=', '+', '-', '@'])));
            }
        }
        assert_eq!(book.worksheet_formula(&table.title).unwrap().used_cells().count(), 0, "{}", table.title);
    }
    assert!(cells > 500 && dates > 3 && formulas > 2, "{cells} cells, {dates} dates, {formulas} texts like formulas");
}

#[test]
fn libreoffice_reads_the_csv_and_computes_nothing() {
    let contents = workshop_of(everything());
    let folder = tempfile::tempdir().unwrap();
    // Semicolons, quotes, UTF-8, French, numbers recognised; formulas would be computed.
    let filter = "Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true,false,false,false,0,false,true";
    let mut formulas = 0;
    for noun in [Noun::People, Noun::Tasks, Noun::Contracts, Noun::Outcomes] {
        let bytes = crate::csv::write(&contents, noun, true).unwrap();
        let Some(mut book) = opened(folder.path(), "a.csv", &bytes, Some(filter)) else { return };
        let name = book.sheet_names().first().cloned().unwrap();
        let range = book.worksheet_range(&name).unwrap();
        assert_eq!(book.worksheet_formula(&name).unwrap().used_cells().count(), 0);
        for (at, row) in table(&contents, noun, true).rows.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                let read = found(&range, at + 1, column);
                match cell {
                    Cell::Text(text) if text.starts_with(['=', '+', '-', '@']) => {
                        formulas += 1;
                        assert_eq!(read, format!("text '{text}"));
                    }
                    Cell::Text(text) if text.parse::<f64>().is_ok() => {}
                    Cell::Day(_) | Cell::Moment(_) => assert!(read.starts_with("date "), "{read}"),
                    cell => assert_eq!(read, expected(cell), "{at} {column}"),
                }
            }
        }
    }
    assert!(formulas > 2, "{formulas}");
}
