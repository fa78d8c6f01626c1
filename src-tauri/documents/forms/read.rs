//! A filled form, read as it came back.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Ods, Reader, Xlsx};
use couloir_core::role::RoleId;
use couloir_core::workshop::WorkshopId;

use super::{Ask, MARK, VERSION};
use crate::import::check_unpacked;
use crate::{Error, Result};

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub ask: Ask,
    pub text: String,
    /// The row of the sheet, from 1.
    pub row: u32,
    /// What the sheet asks there: names a role that is gone meanwhile.
    pub question: String,
}

/// What one form says.
#[derive(Clone, Debug, PartialEq)]
pub struct FilledForm {
    pub workshop_id: WorkshopId,
    pub role_id: RoleId,
    /// The role's name when the form was written.
    pub role_name: String,
    pub answers: Vec<Answer>,
    /// Rows that were added by hand; they count as answers to the question above.
    pub added: Vec<u32>,
    /// Cells with a text that answers nothing: *C7*.
    pub left: Vec<String>,
}

/// More rows than any form has; the rest is not looked at.
const ROWS_MAX: u32 = 5_000;
/// More columns than anybody writes beside a form.
const COLUMNS_MAX: u32 = 50;
/// The key of a row that asks nothing: headings and what explains them.
pub(super) const NO_ANSWER: &str = "-";

/// The texts of a sheet by row and column, from 0.
type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

/// Whether a file is a form, filled or not.
pub fn is_form(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") && Book::open(bytes).is_ok_and(|mut book| book.facts().is_some())
}

/// Reads a filled form: a workbook, or the ODS file that LibreOffice made of it.
///
/// # Errors
/// [`Error::NoForm`], [`Error::TooNew`], and what keeps a workbook from being read.
pub fn read(bytes: &[u8]) -> Result<FilledForm> {
    let mut book = Book::open(bytes)?;
    let facts = book.facts().ok_or(Error::NoForm)?;
    let fact = |row: u32| facts.get(&row).and_then(|row| row.get(&0)).map(String::as_str).unwrap_or_default();
    let version = fact(1).parse().unwrap_or(0);
    if version > VERSION {
        return Err(Error::TooNew { found: version, known: VERSION });
    }
    let mut form = FilledForm {
        workshop_id: WorkshopId::from(fact(2)),
        role_id: RoleId::from(fact(3)),
        role_name: fact(5).to_owned(),
        answers: Vec::new(),
        added: Vec::new(),
        left: Vec::new(),
    };
    for name in book.names().into_iter().filter(|name| name != MARK).take(20) {
        take(&mut form, &book.cells(&name)?);
    }
    Ok(form)
}

/// A workbook of either kind.
enum Book<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Ods(Ods<Cursor<&'a [u8]>>),
}

impl<'a> Book<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self> {
        check_unpacked(bytes)?;
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Book::Xlsx(Box::new(book))),
            Err(error) => Ods::new(Cursor::new(bytes)).map(Book::Ods).map_err(|_| Error::Damaged(error.to_string())),
        }
    }

    fn names(&self) -> Vec<String> {
        match self {
            Book::Xlsx(book) => book.sheet_names(),
            Book::Ods(book) => book.sheet_names(),
        }
    }

    /// The hidden facts, if the book has them.
    fn facts(&mut self) -> Option<Cells> {
        let has_mark = self.names().iter().any(|name| name == MARK);
        let facts = if has_mark { self.cells(MARK).ok()? } else { return None };
        (facts.get(&0)?.get(&0)? == MARK).then_some(facts)
    }

    fn cells(&mut self, name: &str) -> Result<Cells> {
        let mut cells = Cells::new();
        let mut put = |row: u32, column: u32, value: String| {
            if row < ROWS_MAX && column < COLUMNS_MAX && !value.is_empty() {
                cells.entry(row).or_default().insert(column, value);
            }
        };
        let damaged = |error: &dyn std::fmt::Display| Error::Damaged(error.to_string());
        match self {
            Book::Xlsx(book) => {
                // Cell by cell: a range is as large as its farthest cell, and one cell can be very far.
                let mut reader = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
                while let Some(cell) = reader.next_cell().map_err(|error| damaged(&error))? {
                    let (row, column) = cell.get_position();
                    put(row, column, Data::from(cell.get_value().clone()).to_string().trim().to_owned());
                }
            }
            Book::Ods(book) => {
                let range = book.worksheet_range(name).map_err(|error| damaged(&error))?;
                let (top, left) = range.start().unwrap_or_default();
                for (row, column, value) in range.used_cells() {
                    let at =
                        |first: u32, offset: usize| first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
                    put(at(top, row), at(left, column), value.to_string().trim().to_owned());
                }
            }
        }
        Ok(cells)
    }
}

/// Takes the answers of a sheet.
fn take(form: &mut FilledForm, cells: &Cells) {
    let no_text = String::new();
    // The question that a row without a key of its own belongs to.
    let mut above: Option<(Ask, String)> = None;
    for (row, texts) in cells {
        let text = |column: u32| texts.get(&column).unwrap_or(&no_text);
        let (asked, said, key) = (text(0), text(1), text(2));
        form.left.extend(texts.keys().filter(|column| **column > 2).map(|column| place(*row, *column)));
        if key == NO_ANSWER {
            // Merged over both columns: what stands there is ours.
            continue;
        }
        let own = Ask::from_key(key);
        let is_added = own.is_none();
        if let Some(ask) = own {
            let is_next_line = asked.is_empty() && above.as_ref().is_some_and(|(same, _)| *same == ask);
            if !is_next_line {
                above = Some((ask, asked.clone()));
            }
        } else if !asked.is_empty() {
            form.left.push(place(*row, 0));
        }
        match &above {
            _ if said.is_empty() => {}
            Some((ask, question)) => {
                if is_added {
                    form.added.push(row + 1);
                }
                let answer = Answer { ask: ask.clone(), text: said.clone(), row: row + 1, question: question.clone() };
                form.answers.push(answer);
            }
            None => form.left.push(place(*row, 1)),
        }
    }
}

/// A cell as spreadsheets name it: *C7*.
fn place(row: u32, column: u32) -> String {
    let letter = |n: u32| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    let first = if column < 26 { String::new() } else { letter(column / 26 - 1).to_string() };
    format!("{first}{}{}", letter(column), row + 1)
}
