//! What a table seems to mean: which rows title it, and what each column is.
//!
//! A column is judged by its title and by the majority of its cells. What nobody knows is left, by name: this never
//! guesses an owner.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::columns::Meaning;
use super::judge::{Columns, assign};
use super::own;
use super::running_order;
use super::sheet::Sheet;
use super::words::{Cell, Certainty, Letter, cell, is_status, title};

/// What the columns of a sheet mean. It can be corrected before the plan is made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Mapping {
    /// Line of the last row with the titles; 0 when there is none.
    pub header: u32,
    /// The title of each column; empty where it has none.
    pub titles: Vec<String>,
    pub columns: Vec<Meaning>,
    /// It was corrected by hand, now or for a file with the same titles.
    pub is_chosen: bool,
}

impl Mapping {
    /// Whether any column is taken over.
    pub fn is_any(&self) -> bool {
        self.columns.iter().any(|column| *column != Meaning::Left)
    }
}

/// The titles stand in one of the first rows.
const HEADER_WITHIN: usize = 25;
/// Rows that are looked at to judge a column.
const LOOKED_AT: usize = 400;
/// In a table of more columns than this, fewer rows tell.
const WIDE: usize = 60;
/// A longer cell is no title.
const TITLE_MAX: usize = 160;
/// A table is titled this many rows above its last title row, at most.
const TITLE_ROWS: usize = 3;

/// What a sheet seems to mean.
pub fn guess(sheet: &Sheet) -> Mapping {
    if let Some(mapping) = own::mapping(sheet).or_else(|| running_order::mapping(sheet)) {
        return mapping;
    }
    let best = (0..sheet.rows.len().min(HEADER_WITHIN))
        .map(|at| (score(sheet, at), at))
        .filter(|(score, _)| *score > 1)
        .max_by_key(|(score, at)| (*score, usize::MAX - at));
    match best {
        Some((_, at)) => titled(sheet, at),
        None => without_titles(sheet),
    }
}

fn without_titles(sheet: &Sheet) -> Mapping {
    let titles = vec![String::new(); sheet.width()];
    Mapping { header: 0, titles, columns: untitled(sheet), is_chosen: false }
}

/// What a sheet means when the titles stand in this line; 0: it has none.
pub fn guess_titled(sheet: &Sheet, header: u32) -> Mapping {
    if let Some(mapping) = running_order::mapping_titled(sheet, header) {
        return mapping;
    }
    match sheet.rows.iter().position(|row| row.line == header) {
        Some(at) => titled(sheet, at),
        None => without_titles(sheet),
    }
}

fn text(sheet: &Sheet, row: usize, column: usize) -> &str {
    sheet.rows.get(row).and_then(|row| row.cells.get(column)).map_or("", |cell| cell.trim())
}

/// How well a row titles what stands below it.
fn score(sheet: &Sheet, at: usize) -> usize {
    let row = &sheet.rows[at];
    let filled: Vec<(usize, &str)> =
        row.cells.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
    let is_alone = filled.len() == 1 && sheet.width() > 1;
    if filled.is_empty() || is_alone || filled.iter().any(|(_, cell)| cell.chars().count() > TITLE_MAX) {
        return 0;
    }
    // Words such as "Consulted" may be titles; letters only where they title columns of names.
    // "QA" and "PM" are roles more often than parts.
    let is_raci = |text: &str| {
        let mut letters = text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() == 1 || letters.all(|c| "RASCIrasci".contains(c))
    };
    let is_letter = |text: &str| text.chars().count() <= 5 && is_raci(text) && matches!(cell(text), Cell::Letters(_));
    let letters = filled.iter().filter(|(_, text)| is_letter(text)).count();
    let heads = letters_as_titles(sheet, at);
    if letters * 2 > filled.len() && heads < 3 {
        return 0;
    }
    // Without a row below there is nothing to title.
    if sheet.rows.len() == at + 1 {
        return 0;
    }
    let is_first =
        !sheet.rows[..at].iter().any(|row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1);
    let mut score = 0;
    let mut has_part = false;
    let mut seen = Vec::new();
    for (column, text) in filled {
        let known = title(text);
        if is_part_column(sheet, at, column) {
            score += 3;
            has_part = true;
        } else if let Some((known, certainty)) = known
            && !seen.contains(&known)
            && !(is_status(text) && at > 0)
        {
            score += if certainty == Certainty::Contains { 1 } else { 2 };
            seen.push(known);
        }
    }
    // Further down, one word that is a title too may be a cell like any other.
    if !is_first && !has_part && heads < 3 && score < 4 && sheet.width() > 2 {
        return 0;
    }
    score + if heads > 2 { heads * 2 } else { 0 }
}

/// How many different letters of RACI title columns that have no letters in them: "Activity | R | A | C | I".
fn letters_as_titles(sheet: &Sheet, at: usize) -> usize {
    let mut found = Vec::new();
    for (column, text) in sheet.rows[at].cells.iter().enumerate() {
        if text.trim().chars().count() == 1
            && let Cell::Letters(letters) = cell(text)
            && let [letter] = letters.as_slice()
            && *letter != Letter('X')
            && !is_part_column(sheet, at, column)
        {
            if found.contains(letter) {
                return 0;
            }
            found.push(*letter);
        }
    }
    found.len()
}

/// Whether most cells under a title are letters of RACI.
pub(super) fn is_part_column(sheet: &Sheet, head: usize, column: usize) -> bool {
    let head_text = text(sheet, head, column);
    let (mut letters, mut filled) = (0, 0);
    let looked_at = if sheet.width() > WIDE { LOOKED_AT / 8 } else { LOOKED_AT };
    for row in sheet.rows.iter().skip(head + 1).take(looked_at) {
        let Some(text) = row.cells.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty()) else {
            continue;
        };
        // A title repeated over a further block of the table.
        if text == head_text {
            continue;
        }
        match cell(text) {
            Cell::None => {}
            Cell::Letters(found) if found != [Letter('X')] => {
                letters += 1;
                filled += 1;
            }
            _ => filled += 1,
        }
    }
    letters * 2 > filled && letters > 0
}

/// Whether a column has nothing but letters of RACI below its title, twice at least.
fn is_lettered(sheet: &Sheet, head: usize, column: usize) -> bool {
    let cells = sheet.rows.iter().skip(head + 1).filter_map(|row| row.cells.get(column)).map(|cell| cell.trim());
    let (mut letters, mut others) = (0, 0);
    for text in cells.filter(|text| !text.is_empty()) {
        match cell(text) {
            Cell::Letters(found) if found != [Letter('X')] && text.chars().count() <= 5 => letters += 1,
            Cell::None => {}
            _ => others += 1,
        }
    }
    letters > 1 && others * 5 < letters
}

/// The mapping with the titles in this row, and in those above and below it that only complete it.
fn titled(sheet: &Sheet, at: usize) -> Mapping {
    let width = sheet.width();
    let mut titles: Vec<String> = (0..width).map(|column| text(sheet, at, column).to_owned()).collect();
    let mut last = at;
    // Below: it titles only columns that have no title yet.
    if let Some(below) = sheet.rows.get(at + 1) {
        let filled: Vec<(usize, &str)> =
            below.cells.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
        let completes = !filled.is_empty() && filled.iter().all(|(column, _)| titles[*column].is_empty());
        let is_known = filled.iter().any(|(_, text)| title(text).is_some_and(|(_, how)| how > Certainty::Contains));
        if completes
            && (is_known || filled.len() > 1)
            && sheet.rows.len() > at + 2
            && is_body_titled(sheet, at + 2, &filled)
        {
            for (column, text) in filled {
                text.clone_into(&mut titles[column]);
            }
            last = at + 1;
        }
    }
    // Above: what the row leaves without a title, as a cell merged over two rows does.
    for above in (at.saturating_sub(TITLE_ROWS)..at).rev() {
        let filled = sheet.rows[above].cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        if filled < 2 {
            break;
        }
        for (column, title) in titles.iter_mut().enumerate().filter(|(_, title)| title.is_empty()) {
            // A title over several columns stands above the first; the others have titles of their own.
            text(sheet, above, column).clone_into(title);
        }
    }
    // A name over several columns of letters is that of each.
    for column in 1..width {
        let (left, here) = (titles[column - 1].clone(), &titles[column]);
        if here.is_empty()
            && !left.is_empty()
            && is_lettered(sheet, last, column)
            && is_lettered(sheet, last, column - 1)
        {
            titles[column] = left;
        }
    }
    let columns = assign(&Columns::of(sheet, last, &titles));
    Mapping { header: sheet.rows[last].line, titles, columns, is_chosen: false }
}

/// Whether the rows from here on have something under these titles.
fn is_body_titled(sheet: &Sheet, from: usize, titles: &[(usize, &str)]) -> bool {
    let under =
        |column: usize| sheet.rows[from..].iter().any(|row| row.cells.get(column).is_some_and(|c| !c.is_empty()));
    titles.iter().any(|(column, _)| under(*column))
}

/// A table without titles: one column of lines is a list of tasks; beside a column of groups, the fullest one is.
fn untitled(sheet: &Sheet) -> Vec<Meaning> {
    let width = sheet.width();
    let mut columns = vec![Meaning::Left; width];
    let used: Vec<usize> = (0..width).filter(|column| filled(sheet, *column) > 0).collect();
    if let [only] = used.as_slice() {
        columns[*only] = Meaning::Task;
        return columns;
    }
    let [first, second, ..] = used.as_slice() else { return columns };
    // "Finances" beside several lines, merged over them or written once.
    let rows = sheet.rows.len();
    let mut groups: Vec<&str> = sheet
        .rows
        .iter()
        .filter_map(|row| row.cells.get(*first))
        .map(String::as_str)
        .filter(|t| !t.is_empty())
        .collect();
    let is_repeated = groups.windows(2).any(|pair| pair[0] == pair[1]);
    let written = groups.len();
    groups.dedup();
    let is_grouped = (is_repeated || written < rows) && groups.len() < rows && groups.len() * 2 <= rows + 1;
    let is_full = filled(sheet, *second) == rows;
    let is_prose = sheet.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.chars().count() > TITLE_MAX);
    if is_grouped
        && is_full
        && (!is_prose || is_repeated)
        && rows > 2
        && is_worded(sheet, *first)
        && is_worded(sheet, *second)
    {
        columns[*first] = Meaning::Step;
        columns[*second] = Meaning::Task;
        for more in used.iter().skip(2) {
            columns[*more] = Meaning::Kept;
        }
    }
    columns
}

fn filled(sheet: &Sheet, column: usize) -> usize {
    sheet.rows.iter().filter(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty())).count()
}

/// Whether the cells of a column are words and no numbers.
fn is_worded(sheet: &Sheet, column: usize) -> bool {
    let cells = || sheet.rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.is_empty());
    cells().filter(|cell| cell.chars().filter(|c| c.is_alphabetic()).count() > 2).count() * 2 > cells().count()
}
