//! Tables as CSV: opened by every spreadsheet, and safe to open.

use std::io::{Cursor, Write};

use couloir_core::Contents;
use couloir_messages::Language;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::table::{Cell, Noun, Table, language, table};
use crate::{Error, Result};

/// Tells spreadsheets that the file is UTF-8.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// One table as CSV: UTF-8 with a mark, `;` between the cells in French and `,` in English as spreadsheets there
/// expect, ISO dates. A text that a spreadsheet would take for a formula starts with an apostrophe.
///
/// # Errors
/// [`Error::Fault`] only.
pub fn write(contents: &Contents, noun: Noun, includes_private: bool) -> Result<Vec<u8>> {
    let delimiter = match language(contents) {
        Language::French => b';',
        Language::English => b',',
    };
    encode(&table(contents, noun, includes_private), delimiter).map_err(Error::fault)
}

/// All tables that are not empty as one zip of CSV files, each named after its sheet.
///
/// # Errors
/// [`Error::Fault`] only.
pub fn write_all(contents: &Contents, includes_private: bool) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for noun in Noun::ALL {
        let sheet = table(contents, *noun, includes_private);
        if sheet.rows.is_empty() {
            continue;
        }
        zip.start_file(format!("{}.csv", sheet.title), options).map_err(Error::fault)?;
        zip.write_all(&write(contents, *noun, includes_private)?).map_err(Error::fault)?;
    }
    Ok(zip.finish().map_err(Error::fault)?.into_inner())
}

fn encode(table: &Table, delimiter: u8) -> Result<Vec<u8>, csv::Error> {
    let mut bytes = BOM.to_vec();
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(&mut bytes);
    writer.write_record(table.headers.iter().map(|title| safe(title)))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|cell| match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => safe(text),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.format("%Y-%m-%d").to_string(),
            Cell::Moment(at) => at.format("%Y-%m-%d %H:%M").to_string(),
        }))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

/// Characters with which spreadsheets start a formula (OWASP, *CSV Injection*).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that no spreadsheet computes.
fn safe(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// The text as it was before [`safe`].
pub(crate) fn unsafe_again(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use couloir_core::workshop::Language as Workshop;

    use super::*;
    use crate::table::fixture::{everything, example, workshop_of};

    #[test]
    fn french_tables_use_semicolons_and_say_that_they_are_utf_8() {
        let bytes = write(&example(Workshop::Fr), Noun::Tasks, false).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("\u{feff}N°;Tâche;Détail;Couloir;Rôle;"));
        assert_eq!(text.lines().count(), 22);
        assert!(text.contains("\r\n7;Dessiner les schémas XDM;profils, événements, relationnel;B;"));
        let english = String::from_utf8(write(&example(Workshop::En), Noun::Tasks, false).unwrap()).unwrap();
        assert!(english.starts_with("\u{feff}No.,Task,Detail,"));
    }

    #[test]
    fn a_formula_is_text() {
        let contents = workshop_of(everything());
        let people = String::from_utf8(write(&contents, Noun::People, true).unwrap()).unwrap();
        assert!(people.contains("'=Karim Benali;'+33;"));
        for text in ["=1", "+1", "-1", "@x", "\tx", "\rx"] {
            assert!(safe(text).starts_with('\''));
            assert_eq!(unsafe_again(&safe(text)), text);
        }
        assert_eq!(unsafe_again("'tis"), "'tis");
    }

    #[test]
    fn all_tables_stand_in_one_zip() {
        let contents = workshop_of(everything());
        let bytes = write_all(&contents, false).unwrap();
        let zip = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
        assert_eq!(zip.len(), Noun::ALL.len());
        assert!(zip.file_names().flatten().any(|name| name == "Décisions et actions.csv"));
        assert_eq!(bytes, write_all(&contents, false).unwrap());
    }
}
