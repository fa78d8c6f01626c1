//! Tables as tasks, roles, people, responsibilities, steps, contracts and links.

mod agenda;
mod filled;
mod names;
mod others;
mod parts;
mod people;
mod rows;
mod tasks;

use std::collections::{BTreeSet, HashMap};

use couloir_core::Contents;

use super::Source;
use super::columns::Meaning;
use super::guess::Mapping;
use super::left::LeftKind;
use super::own;
use super::plan::{Entry, EntryKind, ImportPlan};
use super::roles::Roles;
use super::running_order::Frame;
use super::sheet::{Sheet, SheetRow};
use super::warning::WarningKind;
use rows::Row;
pub(super) use rows::is_total;

/// What the sheets of a file would bring, each read as its mapping says.
pub(super) fn plan(source: &Source, into: Option<&Contents>) -> ImportPlan {
    let mut reader = Reader::new(&source.name, into);
    // Sheets that say what roles and steps there are come before those that refer to them.
    let rank = |mapping: &Mapping| match kind(&mapping.columns) {
        Some(EntryKind::Role) => 0,
        Some(EntryKind::Step) => 1,
        Some(EntryKind::Task) if !mapping.columns.iter().any(Meaning::is_part) => 2,
        _ => 3,
    };
    let mut order: Vec<&(Sheet, Mapping)> = source.sheets.iter().collect();
    order.sort_by_key(|(_, mapping)| rank(mapping));
    // A page of explanations beside sheets that say something is no list of tasks.
    let says = |mapping: &Mapping| mapping.header > 0 && mapping.is_any();
    let is_told = source.sheets.iter().any(|(sheet, mapping)| says(mapping) && !sheet.is_hidden);
    reader.names_holders = source.sheets.iter().any(|(_, mapping)| {
        let has = |meaning| mapping.columns.contains(&meaning);
        has(Meaning::Role) && (has(Meaning::Holders) || has(Meaning::Person)) && !has(Meaning::Task)
    });
    for (sheet, mapping) in order {
        if sheet.is_unread {
            reader.plan.leave(LeftKind::Sheet, &sheet.name, 1, &sheet.name, 0);
            continue;
        }
        if sheet.is_hidden && !mapping.is_chosen {
            reader.plan.leave(LeftKind::HiddenSheet, &sheet.name, first_line(sheet), &sheet.name, sheet.rows.len());
            continue;
        }
        let is_explanation = is_told && mapping.header == 0 && !mapping.is_chosen;
        if is_explanation || !reader.sheet(sheet, mapping, None) {
            reader.leave_whole(sheet, mapping);
        }
    }
    reader.finish()
}

fn first_line(sheet: &Sheet) -> u32 {
    sheet.rows.first().map_or(1, |row| row.line)
}

/// What the rows of a table become; `None` when nothing in them can be taken.
pub(super) fn kind(columns: &[Meaning]) -> Option<EntryKind> {
    let has = |meaning: Meaning| columns.contains(&meaning);
    let has_any = |meanings: &[Meaning]| meanings.iter().any(|meaning| columns.contains(meaning));
    if has(Meaning::Slot) {
        return Some(EntryKind::AgendaItem);
    }
    if has(Meaning::Giver) && has(Meaning::Receiver) && has_any(&[Meaning::Offer, Meaning::Need]) {
        return Some(EntryKind::Offer);
    }
    if has(Meaning::Task) || columns.iter().any(|column| matches!(column, Meaning::PartOfTask(_))) && has(Meaning::Role)
    {
        return Some(EntryKind::Task);
    }
    if has(Meaning::Role)
        && has(Meaning::Responsibility)
        && has_any(&[Meaning::Person, Meaning::Holders, Meaning::Email])
    {
        return Some(EntryKind::Role);
    }
    if has(Meaning::Role)
        && has_any(&[Meaning::Mandate, Meaning::Skills, Meaning::TypicalTasks, Meaning::FirstStep])
        && !has_any(&[Meaning::Step, Meaning::Url])
    {
        return Some(EntryKind::Role);
    }
    let kinds = [
        (Meaning::Responsibility, EntryKind::Responsibility),
        (Meaning::Url, EntryKind::Resource),
        (Meaning::Person, EntryKind::Person),
        (Meaning::Step, EntryKind::Step),
        (Meaning::Role, EntryKind::Role),
    ];
    kinds.into_iter().find(|(meaning, _)| has(meaning.clone())).map(|(_, kind)| kind)
}

/// Whether rows of this kind take a column over. What they do not is left, by name.
pub(super) fn is_used(kind: EntryKind, meaning: &Meaning, columns: &[Meaning]) -> bool {
    use Meaning as M;
    let has_any = |meanings: &[Meaning]| meanings.iter().any(|meaning| columns.contains(meaning));
    // What says more about somebody needs somebody.
    match (kind, meaning) {
        (EntryKind::Role, M::Organisation) if !has_any(&[M::Person, M::Holders, M::Email]) => return false,
        (EntryKind::Task, M::Email) if !has_any(&[M::Role]) => return false,
        _ => {}
    }
    match kind {
        EntryKind::Task => matches!(
            meaning,
            M::Kept
                | M::Number
                | M::Task
                | M::Detail
                | M::Notes
                | M::Step
                | M::Status
                | M::Done
                | M::Due
                | M::Tags
                | M::Needs
                | M::Role
                | M::Letter
                | M::Email
                | M::Assignee
                | M::Accountable
                | M::Responsible
                | M::Consulted
                | M::Informed
                | M::Letters
                | M::Url
                | M::Part(_)
                | M::PartOfTask(_)
        ),
        EntryKind::Role => matches!(
            meaning,
            M::Role
                | M::Letter
                | M::Mandate
                | M::Detail
                | M::Skills
                | M::TypicalTasks
                | M::FirstStep
                | M::Holders
                | M::Person
                | M::Email
                | M::Organisation
                | M::Responsibility
        ),
        EntryKind::Person => matches!(meaning, M::Person | M::Organisation | M::Email | M::Role | M::Holders),
        EntryKind::Step => {
            matches!(meaning, M::Step | M::Number | M::Needs | M::Detail | M::Role | M::Letter | M::Kept)
        }
        EntryKind::AgendaItem => matches!(
            meaning,
            M::Kept
                | M::Slot
                | M::Start
                | M::End
                | M::Minutes
                | M::Presenter
                | M::Goal
                | M::Method
                | M::Materials
                | M::Instruction
                | M::Section
                | M::Detail
                | M::Notes
        ),
        EntryKind::Offer | EntryKind::Need => {
            matches!(meaning, M::Giver | M::Receiver | M::Offer | M::Need | M::Mode | M::Cadence | M::Fulfilment)
        }
        EntryKind::Resource => {
            matches!(meaning, M::Url | M::Resource | M::Detail | M::Heading | M::Role | M::Letter | M::Kept)
        }
        _ => matches!(meaning, M::Responsibility | M::Role | M::Letter | M::Detail | M::Kept | M::Tags),
    }
}

/// The one reader of tables: of every sheet of a workbook, and of every table in a document.
///
/// A document's reader owns one, adds what it finds itself to `plan`, makes the roles it finds known by
/// [`Reader::role_of`] (or `roles`), hands every table to [`Reader::sheet`] where it stands, and takes the plan from
/// [`Reader::finish`]. So a role named in a table and one named in a heading are the same role.
pub(super) struct Reader {
    pub plan: ImportPlan,
    /// The roles known so far, by the keys of their entries or the ids of the open workshop.
    pub roles: Roles,
    /// Keys of steps by their titles.
    steps: HashMap<String, String>,
    /// Keys of tasks, and of steps, by kind and number.
    numbers: HashMap<(EntryKind, String), String>,
    /// Keys of tasks by their titles, for what waits for a title.
    titles: HashMap<String, String>,
    /// Keys of people by their names.
    people: HashMap<String, String>,
    /// Entries with the numbers they wait for.
    waits: Vec<(String, EntryKind, u32, String)>,
    /// The role of the section a table stands in: it owns what the table gives to no one.
    section: Option<String>,
    /// Some table says who holds which role: a person beside a task only does that task.
    names_holders: bool,
    /// Couloir wrote the document: every name in it is whole.
    pub is_own: bool,
    /// Couloir wrote the table being read.
    is_own_table: bool,
    /// What a document says of its meeting.
    pub frame: Frame,
}

/// A row with what its columns mean.
struct Cells<'a> {
    row: &'a SheetRow,
    mapping: &'a Mapping,
}

impl<'a> Cells<'a> {
    fn at(&self, column: usize) -> &'a str {
        self.row.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// The first cell of a meaning that is not empty.
    fn get(&self, meaning: &Meaning) -> &'a str {
        self.all(meaning).next().map_or("", |(_, cell)| cell)
    }

    /// Every cell of a meaning that is not empty, with the title of its column.
    fn all<'b>(&'b self, meaning: &'b Meaning) -> impl Iterator<Item = (&'b str, &'a str)> + 'b {
        let columns = self.mapping.columns.iter().enumerate().filter(move |(_, column)| *column == meaning);
        columns
            .map(|(at, _)| (self.mapping.titles.get(at).map_or("", String::as_str), self.at(at)))
            .filter(|(_, cell)| !cell.is_empty())
    }

    fn line(&self) -> u32 {
        self.row.line
    }

    /// What is kept with its title, one line: "Day: Friday · Hour: 18:00".
    fn kept(&self) -> String {
        let parts = self.all(&Meaning::Kept).map(|(title, cell)| {
            let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
            if title.is_empty() {
                cell
            } else {
                format!("{}: {cell}", title.split_whitespace().collect::<Vec<_>>().join(" "))
            }
        });
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// The detail with what is kept after it.
    fn detail(&self) -> String {
        joined(&[self.get(&Meaning::Detail), &self.kept()], " · ")
    }
}

/// Texts that are not empty, with this between them.
fn joined(texts: &[&str], between: &str) -> String {
    texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
}

impl Reader {
    /// A reader for a plan of this title that knows the roles of the open workshop.
    pub fn new(title: &str, into: Option<&Contents>) -> Self {
        let mut reader = Self {
            plan: ImportPlan::new(title),
            roles: Roles::default(),
            steps: HashMap::new(),
            numbers: HashMap::new(),
            titles: HashMap::new(),
            people: HashMap::new(),
            waits: Vec::new(),
            section: None,
            names_holders: false,
            is_own: false,
            is_own_table: false,
            frame: Frame::default(),
        };
        if let Some(contents) = into {
            reader.know(contents);
        }
        reader
    }

    /// Makes the roles of the open workshop known.
    pub fn know(&mut self, contents: &Contents) {
        for role in &contents.roles {
            self.roles.add(role.id.as_str(), &role.name, &role.letter);
        }
    }

    /// The plan, with every dependency resolved.
    pub fn finish(mut self) -> ImportPlan {
        self.dependencies();
        self.plan
    }

    /// Says that a whole table is left, with each of its columns.
    pub fn leave_whole(&mut self, sheet: &Sheet, mapping: &Mapping) {
        if sheet.rows.is_empty() {
            return;
        }
        let first = first_line(sheet);
        self.plan.leave(LeftKind::Sheet, &sheet.name, first, &sheet.name, sheet.rows.len());
        self.leave_columns(sheet, mapping, |_| true);
    }

    fn leave_columns(&mut self, sheet: &Sheet, mapping: &Mapping, is_left: impl Fn(&Meaning) -> bool) {
        for (at, _) in mapping.columns.iter().enumerate().filter(|(_, meaning)| is_left(meaning)) {
            let body = sheet.rows.iter().filter(|row| row.line > mapping.header);
            let count = body.filter(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty())).count();
            let title = mapping.titles.get(at).map_or("", |title| title.trim());
            if count == 0 && title.is_empty() {
                continue;
            }
            let name = if title.is_empty() { column_letters(at) } else { title.to_owned() };
            self.plan.leave(LeftKind::Column, &sheet.name, mapping.header.max(1), &name, count);
        }
    }

    /// Reads a table as its mapping says; `section` is the role whose section of a document it stands in. False when
    /// nothing in it can be taken: no entry was added then, and the caller says what it does with it
    /// ([`Reader::leave_whole`], or notes).
    pub fn sheet(&mut self, sheet: &Sheet, mapping: &Mapping, section: Option<&str>) -> bool {
        let Some(kind) = kind(&mapping.columns) else { return false };
        self.section = section.map(str::to_owned);
        self.is_own_table = self.is_own || own::is_own(sheet, mapping);
        self.leave_columns(sheet, mapping, |meaning| !is_used(kind, meaning, &mapping.columns));
        if sheet.beyond > 0 {
            let name = format!("{}…", column_letters(sheet.width()));
            self.plan.leave(LeftKind::Column, &sheet.name, mapping.header.max(1), &name, sheet.beyond as usize);
        }
        if kind == EntryKind::AgendaItem {
            self.agenda(sheet, mapping);
            self.section = None;
            return true;
        }
        let rows = rows::of(sheet, mapping, kind);
        for (row, is) in sheet.rows.iter().zip(&rows) {
            if let Row::Left = is {
                let text = joined(&row.cells.iter().map(String::as_str).collect::<Vec<_>>(), " · ");
                let cells = row.cells.iter().filter(|cell| !cell.is_empty()).count();
                self.plan.leave(LeftKind::Row, &sheet.name, row.line, &text, cells);
            }
        }
        if kind == EntryKind::Task {
            self.tasks(sheet, mapping, &rows);
        } else {
            for (row, _) in sheet.rows.iter().zip(&rows).filter(|(_, is)| matches!(is, Row::Body)) {
                let cells = Cells { row, mapping };
                let before = self.plan.entries.len();
                let is_read = match kind {
                    EntryKind::Role => self.role(&cells),
                    EntryKind::Person => self.person(&cells),
                    EntryKind::Step => self.step(&cells),
                    EntryKind::Offer => self.contract(&cells),
                    EntryKind::Resource => self.resource(&cells),
                    _ => self.responsibility(&cells),
                };
                if !is_read && self.plan.entries.len() == before {
                    self.leave_row(&sheet.name, row);
                }
            }
        }
        self.section = None;
        true
    }

    fn leave_row(&mut self, place: &str, row: &SheetRow) {
        let texts: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        let cells = texts.iter().filter(|cell| !cell.is_empty()).count();
        self.plan.leave(LeftKind::Row, place, row.line, &joined(&texts, " · "), cells);
    }

    /// Everybody named in a cell; what Couloir wrote has one whole name a line.
    fn names_in(&self, cell: &str, roles: &Roles, alone: &BTreeSet<String>) -> Vec<names::Named> {
        if !self.is_own_table {
            return names::of(cell, roles, alone);
        }
        let named = |line: &str| names::Named { name: line.trim().to_owned(), email: String::new() };
        cell.lines().filter(|line| line.chars().any(char::is_alphanumeric)).map(named).collect()
    }

    /// The role of a cell; one that nobody knows yet becomes a role. `?` and nothing are none.
    pub fn role_of(&mut self, line: u32, name: &str) -> Option<String> {
        let name = names::bare(name);
        if name.is_empty() || !name.chars().any(char::is_alphanumeric) {
            return None;
        }
        if let Some(known) = self.roles.of_cell(&name) {
            return Some(known);
        }
        // "M. Costa (golden set)" is M. Costa, where that one is known.
        let bare = name.split(['(', '[']).next().unwrap_or_default().trim();
        if bare.len() < name.len()
            && !bare.is_empty()
            && let Some(known) = self.roles.of_cell(bare)
        {
            return Some(known);
        }
        let key = self.plan.push(Entry::new(line, EntryKind::Role, &name));
        self.roles.add(&key, &name, "");
        Some(key)
    }

    fn remember(&mut self, kind: EntryKind, number: &str, key: &str, cells: &Cells<'_>) {
        if !number.is_empty() {
            self.numbers.entry((kind, number.to_owned())).or_insert_with(|| key.to_owned());
        }
        for (_, needs) in cells.all(&Meaning::Needs) {
            self.waits.push((key.to_owned(), kind, cells.line(), needs.to_owned()));
        }
    }

    /// Resolves numbers and titles, which may stand below the row that waits for them.
    fn dependencies(&mut self) {
        for (key, kind, line, needs) in std::mem::take(&mut self.waits) {
            // A whole cell may be one title, commas and all.
            let whole =
                self.titles.get(&super::words::folded(&needs)).filter(|of| **of != key && kind == EntryKind::Task);
            if let Some(of) = whole.cloned() {
                if let Some(entry) = self.plan.entry_mut(&key) {
                    entry.needs.push(of);
                }
                continue;
            }
            let has_titles = needs.split([',', ';', '\n']).any(|part| part.trim().contains(' '));
            let separators: &[char] = if has_titles { &[',', ';', '\n'] } else { &[',', ';', ' ', '\n'] };
            for part in needs.split(separators).map(|n| n.trim_matches(['#', '.', ' '])).filter(|n| !n.is_empty()) {
                let number = number_of(part);
                let by_number = self.numbers.get(&(kind, number.to_owned()));
                let by_title = self.titles.get(&super::words::folded(part)).filter(|_| kind == EntryKind::Task);
                let needs = by_number.or(by_title).filter(|needs| **needs != key).cloned();
                match (needs, self.plan.entry_mut(&key)) {
                    (Some(needs), Some(entry)) if !entry.needs.contains(&needs) => entry.needs.push(needs),
                    (Some(_), _) => {}
                    _ => self.plan.warn(line, WarningKind::ValueLeft, part),
                }
            }
        }
    }
}

/// The number in a predecessor as planning programs write it: "2FS+1 day" waits for 2.
fn number_of(part: &str) -> &str {
    let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let kinds = ["FS", "SS", "FF", "SF", "EA", "AA", "EE", "AE", "FD", "DD", "DF"];
    if digits > 0 && kinds.iter().any(|kind| part[digits..].starts_with(kind)) { &part[..digits] } else { part }
}

/// The name of a column without a title: A, B, …, Z, AA.
fn column_letters(at: usize) -> String {
    let (mut at, mut letters) = (at, String::new());
    loop {
        let letter = char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
        letters.insert(0, letter);
        if at < 26 {
            return letters;
        }
        at = at / 26 - 1;
    }
}
