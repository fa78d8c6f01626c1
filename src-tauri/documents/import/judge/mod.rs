//! What each column of a table is: by its title, by most of its cells, and by what stands beside it.

mod letters;
mod titles;

use std::collections::BTreeSet;

use super::columns::Meaning;
use super::guess::is_part_column;
use super::plan::EntryKind;
use super::sheet::Sheet;
use super::words::{Cell, Certainty, Letter, Title, cell, is_tick, title};

/// Rows that are looked at to judge a column.
const LOOKED_AT: usize = 400;

/// The columns of a table as they are judged.
pub(super) struct Columns<'a> {
    columns: Vec<Column<'a>>,
    rows: usize,
}

struct Column<'a> {
    title: &'a str,
    known: Option<(Title, Certainty)>,
    /// The letter its title stands for: "R", "Consulted", "Informed (I)".
    letter: Option<char>,
    is_part: bool,
    /// Its cells only repeat the letter that titles it: a cross for the role of the row.
    is_crossed: bool,
    cells: Vec<&'a str>,
}

impl<'a> Columns<'a> {
    /// The columns of a sheet whose last row of titles is `head`.
    pub fn of(sheet: &'a Sheet, head: usize, titles: &'a [String]) -> Self {
        let body = || sheet.rows.iter().skip(head + 1).take(LOOKED_AT);
        let column = |(at, title_text): (usize, &'a String)| {
            let cells: Vec<&str> = body()
                .filter_map(|row| row.cells.get(at))
                .map(|cell| cell.trim())
                .filter(|cell| !cell.is_empty() && cell != title_text)
                .collect();
            let letters = match cell(title_text) {
                Cell::Letters(letters) if letters != [Letter('X')] => letters,
                _ => Vec::new(),
            };
            let letter = if let [Letter(letter)] = letters.as_slice() { Some(*letter) } else { None };
            // A title in the row above the last one is judged by the cells below all the same.
            let is_part = !title_text.is_empty()
                && (is_part_column(sheet, head, at) || (head > 0 && is_part_column(sheet, head - 1, at)));
            let said =
                |text: &&&str| matches!(cell(text), Cell::Letters(letters) if letter.map(Letter).as_slice() == letters);
            let filled = cells.iter().filter(|text| cell(text) != Cell::None).count();
            let is_crossed = letter.is_some() && filled > 0 && cells.iter().filter(said).count() == filled;
            Column { title: title_text, known: title(title_text), letter, is_part, is_crossed, cells }
        };
        let mut columns: Vec<Column<'a>> = titles.iter().enumerate().map(column).collect();
        let rows = body().count();
        let is_worded = |column: &Column<'_>| {
            column.cells.len() * 2 > rows
                && column.mostly(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 2)
        };
        // Cells merged below a title that is not: what it titles stands one column to the left.
        for at in 1..columns.len() {
            let is_title = columns[at].means(&Meaning::Task) && columns[at].is_sure();
            let has_other = columns.iter().enumerate().any(|(other, column)| {
                other != at && column.means(&Meaning::Task) && column.is_sure() && column.names_tasks(rows)
            });
            if is_title && columns[at].cells.len() * 8 < rows && !has_other && is_worded(&columns[at - 1]) {
                let (left, right) = columns.split_at_mut(at);
                std::mem::swap(&mut left[at - 1].known, &mut right[0].known);
            }
        }
        Self { columns, rows }
    }
}

impl Column<'_> {
    fn is(&self, wanted: &Title) -> bool {
        self.known.as_ref().is_some_and(|(known, _)| known == wanted)
    }

    fn means(&self, meaning: &Meaning) -> bool {
        matches!(&self.known, Some((Title::Means(known), _)) if known == meaning)
    }

    /// Known by more than a part of its title.
    fn is_sure(&self) -> bool {
        self.known.as_ref().is_some_and(|(_, certainty)| *certainty > Certainty::Contains)
    }

    /// Known letter by letter.
    fn is_exact(&self) -> bool {
        matches!(self.known, Some((_, Certainty::Exact)))
    }

    fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Whether most cells pass.
    fn mostly(&self, passes: impl Fn(&str) -> bool) -> bool {
        !self.cells.is_empty() && self.cells.iter().filter(|cell| passes(cell)).count() * 2 > self.cells.len()
    }

    /// How many different cells it has.
    fn different(&self) -> usize {
        self.cells.iter().collect::<BTreeSet<_>>().len()
    }

    /// Words, and mostly different ones: what a task could be called.
    fn names_tasks(&self, rows: usize) -> bool {
        let is_worded = |cell: &str| cell.chars().filter(|c| c.is_alphabetic()).count() > 2;
        self.mostly(is_worded)
            && self.cells.len() * 2 > rows
            && self.different() * 10 >= self.cells.len() * 7
            && !self.mostly(|cell| cell.contains('@') || cell.starts_with("http"))
    }

    /// Titles whose cells are never letters of a role, although they may look so ("Priority": A, B, C).
    fn has_own_letters(&self) -> bool {
        self.is_sure()
            && match &self.known {
                Some((Title::Useless | Title::Percent | Title::Outline, _)) => true,
                // Short names of roles ("IA", "SI") under a title of owners are no letters.
                Some((Title::Owner | Title::Means(Meaning::Role), _)) => {
                    self.mostly(|text| (2..=4).contains(&text.chars().count()) && text.chars().all(char::is_alphabetic))
                }
                Some((Title::Means(meaning), _)) => matches!(
                    meaning,
                    Meaning::Kept
                        | Meaning::Letter
                        | Meaning::Letters
                        | Meaning::Done
                        | Meaning::Number
                        | Meaning::Status
                        | Meaning::Due
                        | Meaning::Task
                        | Meaning::Step
                        | Meaning::Notes
                        | Meaning::Tags
                ),
                _ => false,
            }
    }
}

/// The meaning of each column.
pub(super) fn assign(table: &Columns<'_>) -> Vec<Meaning> {
    let mut found =
        Found { columns: &table.columns, rows: table.rows, taken: vec![None; table.columns.len()], is_counted: false };
    found.beside();
    found.parts();
    found.names_by_letter();
    found.known();
    found.names();
    found.owners();
    found.tasks();
    found.roles_as_codes();
    found.groups();
    found.settled()
}

struct Found<'a> {
    columns: &'a [Column<'a>],
    rows: usize,
    taken: Vec<Option<Meaning>>,
    /// A column titled as the tasks only counts them.
    is_counted: bool,
}

impl Found<'_> {
    fn free(&self) -> Vec<usize> {
        (0..self.columns.len()).filter(|at| self.taken[*at].is_none()).collect()
    }

    fn has(&self, meaning: &Meaning) -> bool {
        self.taken.iter().flatten().any(|taken| taken == meaning)
    }

    fn has_parts(&self) -> bool {
        self.taken.iter().flatten().any(Meaning::is_part)
    }

    /// Letters of the row's role, names under letters, or a matrix: the table says who does what.
    fn is_raci(&self) -> bool {
        self.has_parts()
            || [Meaning::Accountable, Meaning::Responsible, Meaning::Consulted, Meaning::Informed, Meaning::Letters]
                .iter()
                .any(|meaning| self.has(meaning))
    }

    /// Without anything that rows could become, nothing is taken; what such a table has no use for is kept or left.
    fn settled(self) -> Vec<Meaning> {
        let taken: Vec<Meaning> = self.taken.iter().map(|taken| taken.clone().unwrap_or(Meaning::Left)).collect();
        let Some(kind) = super::table::kind(&taken) else { return vec![Meaning::Left; taken.len()] };
        // A column of groups alone is no list of steps.
        let is_of_steps = [Meaning::Number, Meaning::Role, Meaning::Needs, Meaning::Detail];
        if kind == EntryKind::Step && !is_of_steps.iter().any(|meaning| taken.contains(meaning)) {
            return vec![Meaning::Left; taken.len()];
        }
        let keeps = |at: usize| -> Meaning {
            let meaning = &taken[at];
            let is_text = !self.columns[at].mostly(is_tick);
            match meaning {
                meaning if super::table::is_used(kind, meaning, &taken) => meaning.clone(),
                _ if super::table::is_used(kind, &Meaning::Kept, &taken) && is_text && *meaning != Meaning::Left => {
                    Meaning::Kept
                }
                _ => Meaning::Left,
            }
        };
        (0..taken.len()).map(keeps).collect()
    }
}
