//! Rows as tasks, with whoever answers for them, does them, is asked and is told.

use std::collections::{BTreeSet, HashMap};

use super::super::columns::Meaning;
use super::super::guess::Mapping;
use super::super::plan::{Entry, EntryKind, RolePart};
use super::super::sheet::Sheet;
use super::super::warning::WarningKind;
use super::super::words::{
    Cell, Dialect, Letter, Order, Title, cell, day, folded, is_done, meant, order, percent, status_of, ticked, title,
};
use super::filled::filled_down;
use super::names;
use super::parts::{LETTERS, Parts, is_crossed};
use super::rows::Row;
use super::{Cells, Reader, joined};

/// What holds for all rows of a table.
pub(super) struct Table<'a> {
    pub sheet: &'a Sheet,
    pub mapping: &'a Mapping,
    pub dialect: Dialect,
    pub alone: BTreeSet<String>,
    pub has_letters: bool,
    /// Each row is what one role does in a task: the same task comes again for the next role.
    is_by_role: bool,
    /// The role of a whole table of letters that names none.
    pub whole: Option<String>,
    /// Couloir wrote it.
    pub is_own: bool,
    is_percent: bool,
    /// How the column of days is written.
    due: Order,
}

/// A task that further rows may add to.
struct Told {
    key: String,
    /// A cell of it could not be read.
    has_odd: bool,
}

impl Reader {
    pub(super) fn tasks(&mut self, sheet: &Sheet, mapping: &Mapping, rows: &[Row]) {
        let table = self.table(sheet, mapping);
        // Every role of the matrix, in the order of its columns, with or without a letter.
        let parts: Vec<(usize, Option<String>)> = mapping
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, column)| match column {
                Meaning::Part(name) => Some((at, self.role_of(mapping.header.max(1), name))),
                _ => None,
            })
            .collect();
        let filled = filled_down(sheet, mapping, rows);
        for (title, count) in &filled.said {
            self.plan.warn(mapping.header.max(1), WarningKind::FilledDown, &format!("{title} ({count})"));
        }
        if table.whole.is_none() && !mapping.columns.contains(&Meaning::Role) {
            // Letters of nobody.
            self.leave_columns(sheet, mapping, |meaning| *meaning == Meaning::Letters);
        }
        let mut group: Option<String> = None;
        let mut turned: Vec<(usize, Parts)> = mapping
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| matches!(column, Meaning::PartOfTask(_)))
            .map(|(at, _)| (at, Parts::default()))
            .collect();
        let mut by_title: HashMap<String, Told> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let line = sheet.rows[at].line;
            match row {
                Row::Body => {}
                Row::Group(name) => {
                    self.plan.warn(line, WarningKind::StepRow, name);
                    group = Some(name.clone());
                    continue;
                }
                Row::Titles | Row::Left => continue,
            }
            let completed = filled.row(at, &sheet.rows[at]);
            let cells = Cells { row: completed.as_ref().unwrap_or(&sheet.rows[at]), mapping };
            if !turned.is_empty() {
                self.turned(&table, &cells, &mut turned);
                continue;
            }
            self.task(&table, &cells, &parts, group.as_deref(), &mut by_title);
        }
        if table.is_by_role {
            let mut told: Vec<Told> = by_title.into_values().collect();
            told.sort_unstable_by(|one, other| one.key.cmp(&other.key));
            told.iter().for_each(|told| self.settle_owner(&told.key, told.has_odd));
        }
        for (at, parts) in turned {
            let Meaning::PartOfTask(title) = &mapping.columns[at] else { continue };
            let line = mapping.header.max(1);
            let entry = Entry::new(line, EntryKind::Task, title);
            let entry = self.with_parts(entry, parts, None, true);
            self.plan.push(entry);
        }
    }

    fn table<'a>(&mut self, sheet: &'a Sheet, mapping: &'a Mapping) -> Table<'a> {
        let has_letters = mapping.columns.iter().any(|column| column.is_part() || *column == Meaning::Letters);
        let mut letters: Vec<Letter> = Vec::new();
        for (at, _) in
            mapping.columns.iter().enumerate().filter(|(_, column)| column.is_part() || **column == Meaning::Letters)
        {
            for row in sheet.rows.iter().filter(|row| row.line > mapping.header) {
                if let Some(Cell::Letters(found)) = row.cells.get(at).map(|text| cell(text)) {
                    letters.extend(found);
                }
            }
        }
        letters.sort_unstable();
        letters.dedup();
        let dialect = Dialect::of(&letters);
        let mapped: Vec<String> = letters
            .iter()
            .filter_map(|letter| match meant(*letter, dialect) {
                Ok(Some(of)) if of != letter.0 => Some(format!("{} → {of}", letter.0)),
                Ok(None) => Some(format!("{} → –", letter.0)),
                _ => None,
            })
            .collect();
        if !mapped.is_empty() {
            let said = format!("{}: {}", dialect.name(), mapped.join(", "));
            self.plan.warn(mapping.header.max(1), WarningKind::Dialect, &said);
        }
        let is_named = mapping.columns.contains(&Meaning::Role);
        let whole = if mapping.columns.contains(&Meaning::Letters) && !is_named {
            match self.section.clone() {
                Some(section) => Some(section),
                None if is_telling(&sheet.name) => {
                    self.plan.warn(mapping.header.max(1), WarningKind::RoleByName, &sheet.name);
                    self.role_of(mapping.header.max(1), &sheet.name)
                }
                None => None,
            }
        } else {
            None
        };
        let is_percent = mapping
            .columns
            .iter()
            .zip(&mapping.titles)
            .any(|(column, text)| *column == Meaning::Status && matches!(title(text), Some((Title::Percent, _))));
        let is_own = self.is_own_table;
        let alone = names::alone(sheet, mapping);
        let has_ticks = is_named
            && mapping.columns.iter().enumerate().any(|(at, column)| {
                let letter = LETTERS.iter().find(|(meaning, _)| meaning == column).map(|(_, letter)| *letter);
                letter.is_some_and(|letter| {
                    sheet.rows.iter().any(|row| {
                        let text = row.cells.get(at).map_or("", |cell| cell.trim());
                        row.line > mapping.header && !text.is_empty() && is_crossed(text, letter)
                    })
                })
            });
        let is_by_role = has_ticks || mapping.columns.contains(&Meaning::Letters);
        let due = mapping.columns.iter().position(|column| *column == Meaning::Due).map_or(Order::Unsure, |at| {
            let cells = sheet.rows.iter().filter(|row| row.line > mapping.header).filter_map(|row| row.cells.get(at));
            order(mapping.titles.get(at).map_or("", String::as_str), cells.map(String::as_str))
        });
        Table { sheet, mapping, dialect, alone, is_by_role, has_letters, whole, is_own, is_percent, due }
    }

    /// A row that is a role: its letters in every task.
    fn turned(&mut self, table: &Table<'_>, cells: &Cells<'_>, tasks: &mut [(usize, Parts)]) {
        let Some(role) = self.role_of(cells.line(), cells.get(&Meaning::Role)) else {
            return self.leave_row(&table.sheet.name, cells.row);
        };
        for (at, parts) in tasks {
            match self.letters(table, cells.line(), cells.get(&Meaning::Role), cells.at(*at)) {
                Some(letters) => letters.into_iter().for_each(|letter| parts.add(letter, role.clone())),
                None => parts.has_odd = true,
            }
        }
    }

    fn task(
        &mut self,
        table: &Table<'_>,
        cells: &Cells<'_>,
        columns: &[(usize, Option<String>)],
        group: Option<&str>,
        by_title: &mut HashMap<String, Told>,
    ) {
        let line = cells.line();
        let (whole, box_of) = ticked(plain(cells.get(&Meaning::Task)));
        if !whole.chars().any(char::is_alphanumeric) {
            if cells.row.cells.iter().any(|cell| !cell.is_empty()) {
                self.leave_row(&table.sheet.name, cells.row);
            }
            return;
        }
        // Several lines beside a role are several tasks of it.
        let of_role = cells.mapping.columns.iter().position(|column| *column == Meaning::Role);
        let of_task = cells.mapping.columns.iter().position(|column| *column == Meaning::Task);
        let lines: Vec<&str> = whole.lines().map(plain).filter(|line| !line.is_empty()).collect();
        let is_list =
            lines.len() > 1 && (of_role < of_task && of_role.is_some() || whole.lines().skip(1).all(is_bulleted));
        let titles: Vec<String> =
            if is_list { lines.iter().map(|line| (*line).to_owned()).collect() } else { vec![lines.join(" ")] };
        let mut parts = self.parts(table, cells, columns);
        let (owner, person) = self.owners(table, cells, &mut parts);
        let known = table.is_by_role;
        for (at, title) in titles.iter().enumerate() {
            let (title, own_box) = ticked(title);
            if known && let Some(told) = by_title.get_mut(&folded(title)) {
                // The same task in a further row, for a further role.
                told.has_odd |= parts.has_odd;
                self.add_parts(&told.key, line, &parts);
                continue;
            }
            let number = if at == 0 { cells.get(&Meaning::Number) } else { "" };
            if self.joins(number, title, &parts) {
                continue;
            }
            let entry = self.described(table, cells, title, number, own_box.or(box_of));
            let mut entry = self.with_parts(entry, parts.clone(), owner.clone(), !table.is_by_role);
            entry.step = self.step_of(cells, group);
            entry.person.clone_from(&person);
            let key = self.plan.push(entry);
            self.titles.entry(folded(title)).or_insert_with(|| key.clone());
            by_title.insert(folded(title), Told { key: key.clone(), has_odd: parts.has_odd });
            self.remember(EntryKind::Task, number, &key, cells);
            for link in cells.all(&Meaning::Number).skip(1) {
                self.numbers.entry((EntryKind::Task, link.1.to_owned())).or_insert_with(|| key.clone());
            }
        }
    }

    /// A task that a document names outside of its tables: a table that names it again says more of it.
    pub fn know_task(&mut self, number: &str, title: &str, key: &str) {
        self.titles.entry(folded(title)).or_insert_with(|| key.to_owned());
        if !number.is_empty() {
            self.numbers.entry((EntryKind::Task, number.to_owned())).or_insert_with(|| key.to_owned());
        }
    }

    /// The same card in a second sheet, such as the RACI matrix beside the list of tasks.
    fn joins(&mut self, number: &str, title: &str, parts: &Parts) -> bool {
        let known = self.numbers.get(&(EntryKind::Task, number.to_owned())).filter(|_| !number.is_empty()).cloned();
        // In what Couloir wrote a number tells a card.
        let is_own = self.is_own_table;
        let Some(entry) = known.and_then(|key| self.plan.entry_mut(&key)).filter(|entry| is_own || entry.text == title)
        else {
            return false;
        };
        let lists =
            [("responsible", &parts.responsible), ("consulted", &parts.consulted), ("informed", &parts.informed)];
        for (part, roles) in lists {
            for role in roles.iter().filter(|role| Some(*role) != entry.role.as_ref()) {
                if !entry.parts.iter().any(|there| there.role == *role) {
                    entry.parts.push(RolePart { role: role.clone(), part: part.to_owned() });
                }
            }
        }
        if entry.role.is_none() && parts.accountable.len() == 1 {
            entry.role = parts.accountable.first().cloned();
        }
        true
    }

    /// A task with everything that only describes it.
    fn described(
        &mut self,
        table: &Table<'_>,
        cells: &Cells<'_>,
        title: &str,
        number: &str,
        ticked: Option<bool>,
    ) -> Entry {
        let line = cells.line();
        let (mut detail, mut notes) = (cells.detail(), String::new());
        for (_, text) in cells.all(&Meaning::Notes) {
            notes = joined(&[&notes, text], "\n");
        }
        // A description of many lines is no line under a title.
        let described = cells.get(&Meaning::Detail);
        if described.lines().count() > 2 || described.chars().count() > 300 {
            notes = joined(&[described, &notes], "\n\n");
            detail = cells.kept();
        }
        for (_, url) in cells.all(&Meaning::Url) {
            notes = joined(&[&notes, url], "\n");
        }
        let is_number = number.parse::<i32>().is_ok_and(|number| number > 0);
        if !number.is_empty() && !is_number {
            // "1.2", "T-04": it stays where one reads it.
            detail = joined(&[number, &detail], " · ");
        }
        let mut due = String::new();
        if let Some((title, text)) = cells.all(&Meaning::Due).next() {
            match day(text, table.due) {
                Some(day) => due = day.to_string(),
                // What is no day, or may be two, is kept as it is written.
                _ => {
                    let said = if title.is_empty() { text.to_owned() } else { format!("{title}: {text}") };
                    detail = joined(&[&detail, &said], " · ");
                }
            }
        }
        let mut entry = Entry::new(line, EntryKind::Task, title).detail(&detail);
        entry = entry.with("number", if is_number { number } else { "" }).with("notes", &notes);
        entry = entry.with("due_on", &due);
        for (_, tags) in cells.all(&Meaning::Tags) {
            for tag in tags.split([',', ';', '\n', '|']).map(|tag| tag.trim().trim_start_matches('#').trim()) {
                let tag = uncoloured(tag);
                if !tag.is_empty() && !entry.tags.iter().any(|there| folded(there) == folded(tag)) {
                    entry.tags.push(tag.to_owned());
                }
            }
        }
        let said = cells.get(&Meaning::Status);
        let mut status = if table.is_percent { percent(said) } else { status_of(said) };
        if status.is_none() && !said.is_empty() {
            self.plan.warn(line, WarningKind::ValueLeft, said);
        }
        if cells.all(&Meaning::Done).any(|(_, text)| is_done(text)) || ticked == Some(true) {
            status = Some("done");
        }
        entry.with("status", status.unwrap_or_default())
    }

    /// The step of a task: its own cell, else the group it stands in.
    fn step_of(&mut self, cells: &Cells<'_>, group: Option<&str>) -> Option<String> {
        let own = plain(cells.get(&Meaning::Step));
        let title = if own.is_empty() { group? } else { own };
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if !title.chars().any(char::is_alphanumeric) {
            return None;
        }
        if let Some(key) = self.steps.get(&title) {
            return Some(key.clone());
        }
        let key = self.plan.push(Entry::new(cells.line(), EntryKind::Step, &title));
        self.steps.insert(title, key.clone());
        Some(key)
    }
}

/// A text without the marks of a list and of bold words.
fn plain(text: &str) -> &str {
    let text = text.trim();
    let bare = text.trim_start_matches(['•', '·', '‣', '▪', '◦', '*', '\u{a0}']).trim_start();
    let bare = bare.strip_prefix("- ").or_else(|| bare.strip_prefix("– ")).unwrap_or(bare);
    bare.trim_end_matches('*').trim()
}

/// A label without the colour that some programs write behind it: "Shopping (green)".
fn uncoloured(tag: &str) -> &str {
    const COLOURS: [&str; 11] =
        ["green", "yellow", "orange", "red", "purple", "blue", "sky", "lime", "pink", "black", "none"];
    let split = tag.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    split.filter(|(_, colour)| COLOURS.contains(colour)).map_or(tag, |(name, _)| name.trim())
}

fn is_bulleted(line: &str) -> bool {
    line.trim_start().starts_with(['•', '-', '–', '*', '‣', '▪'])
}

/// Whether the name of a table says whose it is.
fn is_telling(name: &str) -> bool {
    let words = folded(name);
    let general = [
        "sheet", "feuil", "tabelle", "hoja", "foglio", "planilha", "folha", "blad", "data", "raci", "page", "table",
        "matrix", "matrice", "export", "list", "task", "activit",
    ];
    words.chars().any(char::is_alphabetic) && !general.iter().any(|begin| words.starts_with(begin))
}
