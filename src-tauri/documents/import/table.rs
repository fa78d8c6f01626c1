//! Tables as tasks, roles, people, responsibilities, steps, contracts and links.

use std::collections::HashMap;

use couloir_core::Contents;
use couloir_messages::{Language, text};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::columns::{Meaning, meaning_of};
use super::outline::capitalised;
use super::plan::{Entry, EntryKind, ImportPlan, RolePart, WarningKind};
use super::roles::Roles;
use super::sheet::{Sheet, SheetRow};

/// What the columns of a sheet mean. It can be corrected before the plan is made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Mapping {
    /// Line of the row with the titles; 0 when there is none.
    pub header: u32,
    pub columns: Vec<Meaning>,
}

/// What a sheet seems to mean: the row that titles the columns best, and what it says.
pub fn guess(sheet: &Sheet) -> Mapping {
    let known = |row: &SheetRow| row.cells.iter().filter(|cell| meaning_of(cell) != Meaning::Left).count();
    let best = sheet.rows.iter().take(20).enumerate().max_by_key(|(at, row)| (known(row), usize::MAX - at));
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let Some((at, head)) = best.filter(|(_, row)| known(row) > 0) else {
        // A plain list: each line a task.
        let columns = if width == 1 { vec![Meaning::Task] } else { vec![Meaning::Left; width] };
        return Mapping { header: 0, columns };
    };
    let mut columns: Vec<Meaning> = Vec::new();
    for column in 0..width {
        let title = head.cells.get(column).map_or("", String::as_str);
        let meaning = meaning_of(title);
        // A meaning counts once; a second "name" is not the name.
        let is_new = !columns.contains(&meaning);
        columns.push(match meaning {
            Meaning::Left if is_raci(sheet, at, column) => Meaning::Part(title.to_owned()),
            meaning if is_new => meaning,
            _ => Meaning::Left,
        });
    }
    Mapping { header: head.line, columns }
}

/// Whether all cells under a title are RACI letters.
fn is_raci(sheet: &Sheet, head: usize, column: usize) -> bool {
    let below = sheet.rows[head + 1..].iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.is_empty());
    let (mut all, mut raci) = (0, 0);
    for cell in below {
        all += 1;
        raci += usize::from(cell.len() <= 9 && cell.split(['/', ',', ' ', '+']).all(|part| letter(part).is_some()));
    }
    all > 0 && raci == all && !sheet.rows[head].cells.get(column).is_none_or(String::is_empty)
}

fn letter(part: &str) -> Option<char> {
    let mut letters = part.trim().chars();
    let letter = letters.next()?.to_ascii_uppercase();
    ("RACI".contains(letter) && letters.next().is_none()).then_some(letter)
}

/// What the sheets of a file would bring, each read as its mapping says.
pub(super) fn plan(sheets: &[(Sheet, Mapping)], name: &str, into: Option<&Contents>) -> ImportPlan {
    let mut reader = Reader {
        plan: ImportPlan::new(name),
        roles: Roles::default(),
        steps: HashMap::new(),
        numbers: HashMap::new(),
        waits: Vec::new(),
    };
    // Sheets that say what roles and steps there are come before those that refer to them.
    let rank = |mapping: &Mapping| match kind(mapping) {
        Some(EntryKind::Role) => 0,
        Some(EntryKind::Step) => 1,
        Some(EntryKind::Task) if !mapping.columns.iter().any(|c| matches!(c, Meaning::Part(_))) => 2,
        _ => 3,
    };
    if let Some(contents) = into {
        for role in &contents.roles {
            reader.roles.add(role.id.as_str(), &role.name, &role.letter);
        }
    }
    let mut order: Vec<&(Sheet, Mapping)> = sheets.iter().collect();
    order.sort_by_key(|(_, mapping)| rank(mapping));
    for (sheet, mapping) in order {
        match kind(mapping) {
            Some(kind) => reader.sheet(sheet, mapping, kind),
            None if sheet.rows.len() > 1 => reader.plan.warn(1, WarningKind::SheetLeft, &sheet.name),
            None => {}
        }
    }
    reader.dependencies();
    reader.plan
}

/// What the rows of a sheet become; `None` when nothing in them can be taken.
fn kind(mapping: &Mapping) -> Option<EntryKind> {
    let has = |meaning: Meaning| mapping.columns.contains(&meaning);
    if has(Meaning::Giver) && has(Meaning::Receiver) && (has(Meaning::Offer) || has(Meaning::Need)) {
        return Some(EntryKind::Offer);
    }
    let kinds = [
        (Meaning::Task, EntryKind::Task),
        (Meaning::Responsibility, EntryKind::Responsibility),
        (Meaning::Url, EntryKind::Resource),
        (Meaning::Person, EntryKind::Person),
        (Meaning::Step, EntryKind::Step),
        (Meaning::Role, EntryKind::Role),
    ];
    kinds.into_iter().find(|(meaning, _)| has(meaning.clone())).map(|(_, kind)| kind)
}

struct Reader {
    plan: ImportPlan,
    roles: Roles,
    /// Keys of steps by their titles.
    steps: HashMap<String, String>,
    /// Keys of tasks, and of steps, by kind and number.
    numbers: HashMap<(EntryKind, String), String>,
    /// Entries with the numbers they wait for.
    waits: Vec<(String, EntryKind, u32, String)>,
}

/// A row with what its columns mean.
struct Cells<'a>(&'a SheetRow, &'a Mapping);

impl Cells<'_> {
    fn get(&self, meaning: &Meaning) -> &str {
        let at = self.1.columns.iter().position(|column| column == meaning);
        at.and_then(|at| self.0.cells.get(at)).map_or("", |cell| cell.trim())
    }
}

impl Reader {
    fn sheet(&mut self, sheet: &Sheet, mapping: &Mapping, kind: EntryKind) {
        for row in sheet.rows.iter().filter(|row| row.line > mapping.header) {
            let cells = Cells(row, mapping);
            match kind {
                EntryKind::Task => self.task(&cells),
                EntryKind::Role => self.role(&cells),
                EntryKind::Person => self.person(&cells),
                EntryKind::Step => self.step(&cells),
                EntryKind::Offer => self.contract(&cells),
                EntryKind::Resource => self.resource(&cells),
                _ => self.responsibility(&cells),
            }
        }
    }

    /// The role of a cell; one that nobody knows yet becomes a role. `?` and nothing are none.
    fn role_of(&mut self, line: u32, name: &str) -> Option<String> {
        let name = name.trim();
        if name.is_empty() || name == "?" {
            return None;
        }
        if let Some(known) = self.roles.of_cell(name) {
            return Some(known);
        }
        let key = self.plan.push(Entry::new(line, EntryKind::Role, name));
        self.roles.add(&key, name, "");
        Some(key)
    }

    /// The role of a row: by its name, or by its letter where it has no name.
    fn owner(&mut self, cells: &Cells<'_>) -> Option<String> {
        let name = cells.get(&Meaning::Role);
        if !name.is_empty() {
            return self.role_of(cells.0.line, name);
        }
        self.roles.of_cell(cells.get(&Meaning::Letter))
    }

    fn task(&mut self, cells: &Cells<'_>) {
        let (line, title) = (cells.0.line, cells.get(&Meaning::Task));
        if title.is_empty() {
            return;
        }
        let mut owner = self.owner(cells);
        let mut parts = Vec::new();
        for (column, meaning) in cells.1.columns.iter().enumerate() {
            let Meaning::Part(name) = meaning else { continue };
            let said = cells.0.cells.get(column).map_or("", String::as_str);
            let letters: Vec<char> = said.split(['/', ',', ' ', '+']).filter_map(letter).collect();
            if letters.is_empty() {
                continue;
            }
            let Some(role) = self.role_of(cells.1.header, name) else { continue };
            if letters.contains(&'A') && owner.is_none() {
                owner = Some(role);
                continue;
            }
            let part = match letters[0] {
                'C' => "consulted",
                'I' => "informed",
                _ => "responsible",
            };
            parts.push(RolePart { role, part: part.to_owned() });
        }
        // A sheet with one R and no A means that the one who does it answers for it.
        if owner.is_none()
            && let [only] = parts.iter().filter(|p| p.part == "responsible").collect::<Vec<_>>().as_slice()
        {
            owner = Some(only.role.clone());
        }
        let number = cells.get(&Meaning::Number);
        if let Some(known) =
            self.numbers.get(&(EntryKind::Task, number.to_owned())).filter(|_| !number.is_empty()).cloned()
            && let Some(entry) = self.plan.entry_mut(&known).filter(|entry| entry.text == title)
        {
            // The same card in a second sheet, such as the RACI matrix beside the list of tasks.
            entry.parts.extend(parts.into_iter().filter(|part| Some(&part.role) != entry.role.as_ref()));
            return;
        }
        let mut entry = Entry::new(line, EntryKind::Task, title).detail(cells.get(&Meaning::Detail)).of_role(owner);
        entry.parts = parts.into_iter().filter(|part| Some(&part.role) != entry.role.as_ref()).collect();
        entry = entry.with("number", number).with("notes", cells.get(&Meaning::Notes));
        let status = cells.get(&Meaning::Status);
        match status_of(status) {
            Some(status) => entry = entry.with("status", status),
            None if status.is_empty() => {}
            None => self.plan.warn(line, WarningKind::ValueLeft, status),
        }
        let step = cells.get(&Meaning::Step);
        if !step.is_empty() {
            entry.step = Some(match self.steps.get(step) {
                Some(key) => key.clone(),
                None => {
                    let key = self.plan.push(Entry::new(line, EntryKind::Step, step));
                    self.steps.insert(step.to_owned(), key.clone());
                    key
                }
            });
        }
        let key = self.plan.push(entry);
        self.remember(EntryKind::Task, number, &key, cells);
    }

    fn remember(&mut self, kind: EntryKind, number: &str, key: &str, cells: &Cells<'_>) {
        if !number.is_empty() {
            self.numbers.entry((kind, number.to_owned())).or_insert_with(|| key.to_owned());
        }
        let needs = cells.get(&Meaning::Needs);
        if !needs.is_empty() {
            self.waits.push((key.to_owned(), kind, cells.0.line, needs.to_owned()));
        }
    }

    /// Resolves numbers, which may stand below the row that waits for them.
    fn dependencies(&mut self) {
        for (key, kind, line, needs) in std::mem::take(&mut self.waits) {
            for number in
                needs.split([',', ';', ' ', '\n']).map(|n| n.trim_matches(['#', '.'])).filter(|n| !n.is_empty())
            {
                let needs = self.numbers.get(&(kind, number.to_owned())).filter(|needs| **needs != key).cloned();
                match (needs, self.plan.entry_mut(&key)) {
                    (Some(needs), Some(entry)) => entry.needs.push(needs),
                    _ => self.plan.warn(line, WarningKind::ValueLeft, number),
                }
            }
        }
    }

    fn role(&mut self, cells: &Cells<'_>) {
        let (line, name) = (cells.0.line, cells.get(&Meaning::Role));
        if name.is_empty() {
            return;
        }
        let letter = cells.get(&Meaning::Letter);
        let mut role = Entry::new(line, EntryKind::Role, name).detail(cells.get(&Meaning::Mandate));
        // A lane letter is short; anything longer is no letter.
        if letter.chars().count() <= 3 && letter != "?" {
            role = role.with("letter", letter);
        }
        let key = self.plan.push(role.with("first_step", cells.get(&Meaning::FirstStep)));
        self.roles.add(&key, name, letter);
        for (meaning, kind) in [(Meaning::Skills, EntryKind::Skill), (Meaning::TypicalTasks, EntryKind::TypicalTask)] {
            for part in listed(cells.get(&meaning)) {
                self.plan.push(Entry::new(line, kind, &capitalised(&part)).of_role(Some(key.clone())));
            }
        }
        for name in listed(cells.get(&Meaning::Holders)) {
            self.holder(line, &name, &key);
        }
    }

    /// A person who holds a role; the same name is the same person.
    fn holder(&mut self, line: u32, name: &str, role: &str) {
        let part = RolePart { role: role.to_owned(), part: "responsible".to_owned() };
        let known = self.plan.entries.iter_mut().find(|entry| entry.kind == EntryKind::Person && entry.text == name);
        match known {
            Some(person) => person.parts.push(part),
            None => {
                let mut person = Entry::new(line, EntryKind::Person, name);
                person.parts.push(part);
                self.plan.push(person);
            }
        }
    }

    fn person(&mut self, cells: &Cells<'_>) {
        let (line, name) = (cells.0.line, cells.get(&Meaning::Person));
        if name.is_empty() {
            return;
        }
        let mut roles = Vec::new();
        for role in listed(cells.get(&Meaning::Role)) {
            roles.extend(self.role_of(line, &role));
        }
        let known = self.plan.entries.iter().position(|entry| entry.kind == EntryKind::Person && entry.text == name);
        let mut person = match known {
            Some(at) => self.plan.entries[at].clone(),
            None => Entry::new(line, EntryKind::Person, name),
        };
        person =
            person.with("organisation", cells.get(&Meaning::Organisation)).with("email", cells.get(&Meaning::Email));
        for role in roles {
            person.parts.push(RolePart { role, part: "responsible".to_owned() });
        }
        match known {
            Some(at) => self.plan.entries[at] = person,
            None => drop(self.plan.push(person)),
        }
    }

    fn step(&mut self, cells: &Cells<'_>) {
        let title = cells.get(&Meaning::Step);
        if title.is_empty() {
            return;
        }
        let role = self.owner(cells);
        let entry = Entry::new(cells.0.line, EntryKind::Step, title).detail(cells.get(&Meaning::Detail)).of_role(role);
        let key = self.plan.push(entry);
        self.steps.insert(title.to_owned(), key.clone());
        self.remember(EntryKind::Step, cells.get(&Meaning::Number), &key, cells);
    }

    fn responsibility(&mut self, cells: &Cells<'_>) {
        let title = cells.get(&Meaning::Responsibility);
        if title.is_empty() {
            return;
        }
        let role = self.owner(cells);
        let entry = Entry::new(cells.0.line, EntryKind::Responsibility, title).detail(cells.get(&Meaning::Detail));
        self.plan.push(entry.of_role(role));
    }

    fn contract(&mut self, cells: &Cells<'_>) {
        let line = cells.0.line;
        let giver = self.role_of(line, cells.get(&Meaning::Giver));
        let receiver = self.role_of(line, cells.get(&Meaning::Receiver));
        let (offer, need) = (cells.get(&Meaning::Offer), cells.get(&Meaning::Need));
        if giver.is_none() || receiver.is_none() || giver == receiver || (offer.is_empty() && need.is_empty()) {
            let subject = [offer, need].concat();
            self.plan.warn(line, WarningKind::ValueLeft, &subject);
            return;
        }
        // A row with both is one line, matched already.
        let (kind, wording) = if offer.is_empty() { (EntryKind::Need, need) } else { (EntryKind::Offer, offer) };
        let mut entry = Entry::new(line, kind, wording).of_role(giver);
        entry.receiver = receiver;
        if !offer.is_empty() {
            entry = entry.with("need", need);
        }
        entry = entry.with("mode", mode_of(cells.get(&Meaning::Mode)).unwrap_or_default());
        entry = entry.with("cadence", cells.get(&Meaning::Cadence)).with("fulfilment", cells.get(&Meaning::Fulfilment));
        self.plan.push(entry);
    }

    fn resource(&mut self, cells: &Cells<'_>) {
        let url = cells.get(&Meaning::Url);
        let title = [cells.get(&Meaning::Resource), cells.get(&Meaning::Task), url].into_iter().find(|t| !t.is_empty());
        let Some(title) = title else { return };
        let role = self.owner(cells);
        let entry =
            Entry::new(cells.0.line, EntryKind::Resource, title).detail(cells.get(&Meaning::Detail)).of_role(role);
        self.plan.push(entry.with("url", url).with("heading", cells.get(&Meaning::Heading)));
    }
}

/// The parts of a cell that lists several: by lines, else by semicolons, else by commas.
fn listed(cell: &str) -> Vec<String> {
    let separator = ['\n', ';', ','].into_iter().find(|separator| cell.contains(*separator)).unwrap_or('\n');
    cell.split(separator).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The status that a cell says, in the words of Couloir or in usual ones.
fn status_of(cell: &str) -> Option<&'static str> {
    let usual: &[(&str, &[&str])] = &[
        ("todo", &["à faire", "todo", "to do", "new", "nouveau", "nouvelle", "open", "ouvert", "ouverte", "backlog"]),
        ("doing", &["en cours", "doing", "in progress", "wip", "started", "commencé", "commencée"]),
        ("blocked", &["bloqué", "bloquée", "blocked", "en attente", "waiting", "on hold"]),
        ("done", &["fait", "faite", "terminé", "terminée", "done", "closed", "fini", "finie", "ok", "x"]),
    ];
    let cell = cell.trim().to_lowercase();
    usual.iter().find(|(_, words)| words.contains(&cell.as_str())).map(|(status, _)| *status)
}

fn mode_of(cell: &str) -> Option<&'static str> {
    // Beside the words of today those of earlier versions, whose tables are still about.
    let modes: [(&str, &str, &[&str]); 4] = [
        ("collaboration", "contract-mode-collaboration", &["ensemble", "together"]),
        ("as_a_service", "contract-mode-as-a-service", &[]),
        ("facilitation", "contract-mode-facilitation", &[]),
        ("approval", "contract-mode-approval", &["approbation"]),
    ];
    let cell = cell.trim().to_lowercase();
    let is = |key: &str| Language::ALL.iter().any(|language| text(*language, key, &[]).to_lowercase() == cell);
    modes.into_iter().find(|(mode, key, old)| *mode == cell || is(key) || old.contains(&&*cell)).map(|(mode, ..)| mode)
}
