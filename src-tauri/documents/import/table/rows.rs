//! What each row of a table is: a body row, a heading over those below, titles again, a legend, a total.

use super::super::columns::Meaning;
use super::super::guess::Mapping;
use super::super::plan::EntryKind;
use super::super::sheet::{Sheet, SheetRow};
use super::super::words::{Cell, Certainty, Letter, Title, cell, definition, folded, title as title_of};

/// What a row is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Row {
    Body,
    /// A phase or group: a step over the rows below.
    Group(String),
    /// Above the titles, or the titles again.
    Titles,
    /// A legend, a total, a line of explanation: named, and left.
    Left,
}

/// Words with which the name of a phase begins.
const PHASES: &[&str] = &[
    "phase",
    "etape",
    "step",
    "stage",
    "sprint",
    "lot",
    "bloc",
    "block",
    "section",
    "partie",
    "part",
    "etapa",
    "fase",
    "schritt",
    "abschnitt",
    "kapitel",
    "module",
    "modul",
    "axe",
    "volet",
    "chantier",
    "chapitre",
    "chapter",
    "theme",
    "thema",
    "workstream",
    "milestone",
    "jalon",
    "meilenstein",
    "teil",
    "sezione",
    "seccion",
    "secao",
    "onderdeel",
    "avant",
    "pendant",
    "apres",
    "before",
    "during",
    "after",
    "vor",
    "nach",
];
/// Beginnings of rows that sum up.
const TOTALS: &[&str] = &[
    "total",
    "totals",
    "sum",
    "summe",
    "somme",
    "gesamt",
    "totale",
    "totaal",
    "subtotal",
    "sous total",
    "soma",
    "suma",
];
/// Beginnings of explanations.
const LEGENDS: &[&str] = &[
    "legend",
    "legende",
    "key",
    "cle de lecture",
    "leyenda",
    "legenda",
    "source",
    "nota bene",
    "nb",
    "raci",
    "rasci",
    "hinweis",
    "remarque",
    "note",
];

/// Whether a row sums up those above it.
pub(in super::super) fn is_total(text: &str) -> bool {
    let text = folded(text);
    TOTALS.iter().any(|total| text == *total || text.strip_prefix(total).is_some_and(|rest| rest.starts_with(' ')))
}

/// What each row of a table is, in the order of its rows.
pub(super) fn of(sheet: &Sheet, mapping: &Mapping, kind: EntryKind) -> Vec<Row> {
    let table = Table { sheet, mapping, kind };
    let mut rows: Vec<Row> = sheet.rows.iter().map(|row| table.row(row)).collect();
    if kind == EntryKind::Task {
        table.groups(&mut rows);
    }
    rows
}

struct Table<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    kind: EntryKind,
}

impl Table<'_> {
    fn row(&self, row: &SheetRow) -> Row {
        let filled = || row.cells.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty());
        if self.mapping.header > 0 && row.line <= self.mapping.header {
            let is_title =
                |(at, text): (usize, &str)| self.mapping.titles.get(at).is_some_and(|title| title.trim() == text);
            // What stands above the titles is said, unless it is one of them.
            let is_titles = row.line == self.mapping.header || filled().any(is_title) || filled().count() > 1;
            return if is_titles { Row::Titles } else { Row::Left };
        }
        let is_again =
            |(at, text): (usize, &str)| self.mapping.titles.get(at).is_some_and(|title| title.trim() == text);
        if filled().count() > 1 && filled().all(is_again) {
            return Row::Titles;
        }
        // Titles merged over several rows: the cell of the task only says what it is.
        let task = self.mapping.columns.iter().position(|column| *column == Meaning::Task);
        if let (EntryKind::Task, Some(task)) = (self.kind, task) {
            let text = row.cells.get(task).map_or("", |cell| cell.trim());
            let title = self.mapping.titles.get(task).map_or("", |title| title.trim());
            let parts = || self.mapping.columns.iter().enumerate().filter(|(_, column)| column.is_part());
            let is_name =
                matches!(title_of(text), Some((Title::Means(Meaning::Task), how)) if how > Certainty::Contains);
            let is_alone = is_name && filled().all(|(at, _)| at == task) && parts().next().is_some();
            if !text.is_empty() && (text == title || is_alone) {
                return Row::Titles;
            }
            // "Design | Host | Kitchen": the titles again, under the name of what follows.
            let again = parts().filter(|(at, _)| row.cells.get(*at).is_some_and(|cell| is_again((*at, cell.trim()))));
            let again = again.filter(|(at, _)| !row.cells[*at].trim().is_empty()).count();
            if !text.is_empty() && again > 1 && again * 2 > parts().count() {
                return Row::Group(text.trim_end_matches(':').trim().to_owned());
            }
            if text.starts_with('<') && text.ends_with('>') && filled().all(|(at, _)| at == task) {
                return Row::Left;
            }
        }
        if let Some(kind) = self.told(row) {
            return kind;
        }
        if self.kind == EntryKind::Task && (self.is_legend(row) || self.is_total(row)) {
            return Row::Left;
        }
        Row::Body
    }

    /// What a column "type" of "section", "task" and "note" says.
    fn told(&self, row: &SheetRow) -> Option<Row> {
        let at = self.mapping.titles.iter().position(|title| title.trim().eq_ignore_ascii_case("type"))?;
        let said = |row: &SheetRow| row.cells.get(at).map(|cell| cell.trim().to_lowercase()).unwrap_or_default();
        let is_told = self.kind == EntryKind::Task && self.sheet.rows.iter().any(|other| said(other) == "section");
        let task = self.mapping.columns.iter().position(|column| *column == Meaning::Task)?;
        let text = row.cells.get(task).map(|cell| cell.trim().to_owned()).unwrap_or_default();
        match said(row).as_str() {
            "section" if is_told && !text.is_empty() => Some(Row::Group(text)),
            "note" if is_told => Some(Row::Left),
            _ => None,
        }
    }

    /// The depth of a row in an outline, as planning programs number it.
    fn depth(&self, row: &SheetRow) -> Option<u32> {
        let is_depth = |title: &String| {
            ["outline level", "niveau hierarchique", "gliederungsebene"].contains(&folded(title).as_str())
        };
        let at = self.mapping.titles.iter().position(is_depth)?;
        row.cells.get(at)?.trim().parse().ok()
    }

    fn is_part(&self, at: usize) -> bool {
        self.mapping.columns.get(at).is_some_and(Meaning::is_part)
    }

    /// "R = Responsible" somewhere, a letter beside its word, or a line that says it explains.
    fn is_legend(&self, row: &SheetRow) -> bool {
        let own = || row.cells.iter().enumerate().filter(|(at, cell)| !cell.is_empty() && !self.is_beside(*at));
        let texts: Vec<&str> = own().map(|(_, cell)| cell.as_str()).collect();
        let has_letters = own().any(|(at, text)| self.is_part(at) && matches!(cell(text), Cell::Letters(_)));
        if !has_letters && texts.iter().any(|text| definition(text).is_some()) {
            return true;
        }
        let letter = |text: &str| match cell(text) {
            Cell::Letters(letters) => {
                letters.first().copied().filter(|letter| letters.len() == 1 && *letter != Letter('X'))
            }
            _ => None,
        };
        // "R | Responsible | Does the work", under a table whose first column says nothing.
        let all: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        if let [one, word, rest @ ..] = all.as_slice()
            && one.chars().count() == 1
            && word.chars().count() > 3
            && rest.len() < 2
            && letter(one).is_some()
            && letter(one) == letter(word.split([' ', ',', ':']).next().unwrap_or_default())
        {
            return true;
        }
        // "R | Responsible": a letter and its own word, and nothing else, where no role has a letter.
        if let [(_, one), (at, other)] = own().collect::<Vec<_>>().as_slice()
            && one.chars().count() == 1
            && other.chars().count() > 3
            && letter(one).is_some()
            && (!self.is_part(*at) || letter(one) == letter(other))
            && letter(other.split([' ', ',', ':', '-', '–']).next().unwrap_or_default()) == letter(one)
        {
            return true;
        }
        let first = texts.first().map(|text| folded(text)).unwrap_or_default();
        texts.len() == 1
            && (first.chars().count() > 150 && self.mapping.columns.iter().any(Meaning::is_part)
                || LEGENDS.iter().any(|begin| first == *begin)
                || texts[0].contains(':') && LEGENDS.iter().any(|begin| first.starts_with(&format!("{begin} "))))
    }

    fn is_total(&self, row: &SheetRow) -> bool {
        let own = || row.cells.iter().enumerate().filter(|(at, cell)| !cell.is_empty() && !self.is_beside(*at));
        let first = own().next().map(|(_, cell)| cell.clone()).unwrap_or_default();
        let is_number = |text: &str| text.trim_end_matches('%').trim().replace(',', ".").parse::<f64>().is_ok();
        let is_total = is_total(&first);
        let numbers: Vec<(usize, &String)> = own().skip(1).collect();
        let counts = || numbers.iter().all(|(at, _)| self.is_part(*at)) && numbers.iter().any(|(_, cell)| *cell != "1");
        !numbers.is_empty() && numbers.iter().all(|(_, cell)| is_number(cell)) && (is_total || counts())
    }

    /// A column that is left: what stands in it says nothing about its row.
    fn is_beside(&self, at: usize) -> bool {
        self.mapping.columns.get(at).is_none_or(|column| *column == Meaning::Left)
    }

    /// The text of a row that has nothing but it, in the column of the tasks or before.
    fn lone(&self, row: &SheetRow) -> Option<String> {
        let task = self.mapping.columns.iter().position(|column| *column == Meaning::Task)?;
        let filled: Vec<(usize, &str)> = row
            .cells
            .iter()
            .map(|cell| cell.trim())
            .enumerate()
            .filter(|(at, cell)| !cell.is_empty() && !self.is_beside(*at))
            .collect();
        match filled.as_slice() {
            [(at, text)] if *at <= task || self.sheet.wide.contains(&row.line) => Some((*text).to_owned()),
            // "1 | Preparation", over "1.1", "1.2".
            [(number, at_number), (at, text)]
                if *at == task && self.mapping.columns[*number] == Meaning::Number && self.is_outer(at_number) =>
            {
                Some((*text).to_owned())
            }
            _ => None,
        }
    }

    /// Whether a number is that of a group, by the numbers below it.
    fn is_outer(&self, number: &str) -> bool {
        let number = number.trim().trim_end_matches('.');
        let column = self.mapping.columns.iter().position(|column| *column == Meaning::Number);
        let inner = format!("{number}.");
        column.is_some_and(|at| {
            self.sheet.rows.iter().filter_map(|row| row.cells.get(at)).any(|other| {
                other.trim().strip_prefix(&inner).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            })
        })
    }

    fn looks_like_group(&self, row: &SheetRow, text: &str) -> bool {
        let words = folded(text);
        let first = words.split(' ').next().unwrap_or_default();
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
        let is_loud = letters.len() > 5 && letters.iter().all(|c| c.is_uppercase());
        let is_numbered = self.sheet.rows.iter().filter(|other| other.line != row.line).any(|other| {
            // "1. Preparation" over "1.1 Buy".
            let number: String = text.chars().take_while(|c| c.is_ascii_digit()).collect();
            let inner = format!("{number}.");
            !number.is_empty()
                && other.cells.iter().any(|cell| {
                    cell.trim().strip_prefix(&inner).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
                })
        });
        self.sheet.wide.contains(&row.line)
            || text.trim_end().ends_with(':')
            || is_loud
            || is_numbered
            || PHASES.contains(&first)
            || text.starts_with("**") && text.ends_with("**")
    }

    /// Turns rows that only name what follows into groups.
    fn groups(&self, rows: &mut [Row]) {
        let lone: Vec<Option<String>> = self
            .sheet
            .rows
            .iter()
            .zip(rows.iter())
            .map(|(row, is)| if *is == Row::Body { self.lone(row) } else { None })
            .collect();
        let bodies: Vec<usize> = (0..rows.len()).filter(|at| rows[*at] == Row::Body).collect();
        // With nothing but titles there is nothing a group could stand out from.
        let is_list = bodies.iter().all(|at| lone[*at].is_some());
        if is_list {
            return;
        }
        let next = |at: usize| bodies.iter().copied().find(|other| *other > at);
        let leads = |at: usize| next(at).is_some_and(|next| lone[next].is_none());
        let followed: Vec<bool> = (0..rows.len()).map(|at| rows.get(at + 1) == Some(&Row::Titles)).collect();
        let is_followed_by_titles = |at: usize| followed[at];
        for (at, next) in bodies.iter().zip(bodies.iter().skip(1)) {
            let depth = |at: usize| self.depth(&self.sheet.rows[at]);
            let task = self.mapping.columns.iter().position(|column| *column == Meaning::Task);
            if let (Some(one), Some(other), Some(task)) = (depth(*at), depth(*next), task)
                && other > one
            {
                let name = self.sheet.rows[*at].cells.get(task).map_or("", |cell| cell.trim());
                rows[*at] = Row::Group(name.to_owned());
            }
        }
        let lones: Vec<usize> = bodies.iter().copied().filter(|at| lone[*at].is_some()).collect();
        // The table begins with one, each leads rows of its own, and every other row says more than its name.
        let is_divided =
            bodies.first().is_some_and(|first| lone[*first].is_some()) && lones.iter().all(|at| leads(*at));
        let mut groups = Vec::new();
        // The first group stands where the tasks have their title: "Planning", over further phases below.
        let task = self.mapping.columns.iter().position(|column| *column == Meaning::Task);
        let title = task.and_then(|at| self.mapping.titles.get(at)).map_or("", |title| title.trim());
        let is_phase = !title.is_empty() && title_of(title).is_none_or(|(_, how)| how == Certainty::Contains);
        let has_parts = self.mapping.columns.iter().any(Meaning::is_part);
        let is_divided_by_title = is_phase && has_parts && lones.len() > 1 && lones.iter().all(|at| leads(*at));
        let is_again = rows.iter().any(|row| matches!(row, Row::Group(_)));
        if let Some(at) = self.sheet.rows.iter().position(|row| row.line == self.mapping.header)
            && (is_divided_by_title || is_phase && has_parts && is_again)
        {
            rows[at] = Row::Group(title.trim_end_matches(':').to_owned());
        }
        // Titles that come again over each group: the first group stands above the first titles.
        let head = self.sheet.rows.iter().position(|row| row.line == self.mapping.header);
        if let Some(above) = head.and_then(|head| head.checked_sub(1))
            && rows[above] == Row::Left
            && rows.iter().skip(above + 2).any(|row| *row == Row::Titles)
            && let [text] =
                self.sheet.rows[above].cells.iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().as_slice()
        {
            groups.push((above, (*text).clone()));
        }
        for (at, text) in lones.iter().filter_map(|at| Some((*at, lone[*at].clone()?))) {
            let is_group = is_divided_by_title
                || is_followed_by_titles(at)
                || (is_divided && lones.len() > 1)
                || (is_divided && self.mapping.columns.iter().any(Meaning::is_part))
                || (self.looks_like_group(&self.sheet.rows[at], &text) && next(at).is_some());
            if is_group {
                groups.push((at, text));
            }
        }
        for (at, text) in groups {
            let name = text.trim().trim_matches('*').trim_end_matches(':').trim().to_owned();
            rows[at] = Row::Group(name);
        }
    }
}
