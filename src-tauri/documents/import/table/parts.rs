//! Who answers for a task, does it, is asked and is told: by letters, by names under letters, by a column of owners.

use super::super::columns::Meaning;
use super::super::left::LeftKind;
use super::super::plan::{Entry, RolePart};
use super::super::warning::WarningKind;
use super::super::words::{Cell, cell, is_tick, meant};
use super::names::Named;
use super::tasks::Table;
use super::{Cells, Reader};

/// Who does what in a row, by the keys of their roles and in the order of the columns.
#[derive(Clone, Default)]
pub(super) struct Parts {
    pub accountable: Vec<String>,
    pub responsible: Vec<String>,
    pub consulted: Vec<String>,
    pub informed: Vec<String>,
    /// A cell that could not be read: who answers may stand in it.
    pub has_odd: bool,
}

impl Parts {
    pub fn add(&mut self, letter: char, role: String) {
        let list = match letter {
            'A' => &mut self.accountable,
            'C' => &mut self.consulted,
            'I' => &mut self.informed,
            _ => &mut self.responsible,
        };
        if !list.contains(&role) {
            list.push(role);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.accountable.is_empty()
            && self.responsible.is_empty()
            && self.consulted.is_empty()
            && self.informed.is_empty()
    }
}

impl Reader {
    /// The letters of a cell, as RACI has them; `None` for a cell that is reported and left.
    pub(super) fn letters(&mut self, table: &Table<'_>, line: u32, who: &str, text: &str) -> Option<Vec<char>> {
        let found = match cell(text) {
            Cell::None => return Some(Vec::new()),
            Cell::Letters(found) => found,
            Cell::Odd => Vec::new(),
        };
        let letters: Result<Vec<Option<char>>, ()> = found.iter().map(|letter| meant(*letter, table.dialect)).collect();
        match letters {
            Ok(letters) if !found.is_empty() => Some(letters.into_iter().flatten().collect()),
            _ => {
                self.plan.leave(LeftKind::Cell, &table.sheet.name, line, &format!("{who}: {text}"), 1);
                None
            }
        }
    }

    pub(super) fn add_parts(&mut self, key: &str, line: u32, parts: &Parts) {
        let Some(entry) = self.plan.entry_mut(key) else { return };
        let title = entry.text.clone();
        let mut second = None;
        for role in &parts.accountable {
            match &entry.role {
                None => {
                    entry.parts.retain(|part| part.role != *role);
                    entry.role = Some(role.clone());
                }
                Some(owner) if owner == role => {}
                Some(owner) => {
                    second = Some((owner.clone(), role.clone()));
                    entry.parts.push(RolePart { role: role.clone(), part: "responsible".to_owned() });
                }
            }
        }
        let lists =
            [("responsible", &parts.responsible), ("consulted", &parts.consulted), ("informed", &parts.informed)];
        for (part, roles) in lists {
            for role in roles.iter().filter(|role| Some(*role) != entry.role.as_ref()) {
                if !entry.parts.iter().any(|there| there.role == *role) {
                    entry.parts.push(RolePart { role: role.clone(), part: part.to_owned() });
                }
            }
        }
        if let Some((one, other)) = second {
            self.two_owners(key, line, &title, &[one, other]);
        }
    }

    /// Who has which part in a row, by letters and by names under letters.
    pub(super) fn parts(&mut self, table: &Table<'_>, cells: &Cells<'_>, columns: &[(usize, Option<String>)]) -> Parts {
        let line = cells.line();
        let mut parts = Parts::default();
        for (at, role) in columns {
            let Some(role) = role else { continue };
            let title = cells.mapping.titles.get(*at).map_or("", String::as_str);
            match self.letters(table, line, title, cells.at(*at)) {
                Some(letters) => letters.into_iter().for_each(|letter| parts.add(letter, role.clone())),
                None => parts.has_odd = true,
            }
        }
        // The letters of the role of the row.
        let said: Vec<(String, String)> =
            cells.all(&Meaning::Letters).map(|(title, text)| (title.to_owned(), text.to_owned())).collect();
        if !said.is_empty() {
            let roles = match &table.whole {
                Some(whole) => vec![whole.clone()],
                None => self.roles_of(table, line, cells.get(&Meaning::Role)),
            };
            for (title, text) in said {
                match self.letters(table, line, &title, &text) {
                    Some(letters) => {
                        for role in &roles {
                            letters.iter().for_each(|letter| parts.add(*letter, role.clone()));
                        }
                    }
                    None => parts.has_odd = true,
                }
            }
        }
        // In the order of the columns, as one reads them.
        for (at, meaning) in cells.mapping.columns.iter().enumerate() {
            let letter = match meaning {
                Meaning::Accountable => 'A',
                Meaning::Responsible => 'R',
                Meaning::Consulted => 'C',
                Meaning::Informed => 'I',
                _ => continue,
            };
            let title = cells.mapping.titles.get(at).cloned().unwrap_or_default();
            let text = cells.at(at).to_owned();
            if !text.is_empty() {
                let of_row = cells.get(&Meaning::Role);
                if is_tick(&text) || !of_row.is_empty() && is_crossed(&text, letter) {
                    // A cross under the letter: it is the role of the row.
                    match self.role_of(line, of_row) {
                        Some(role) => parts.add(letter, role),
                        None => {
                            self.plan.leave(LeftKind::Cell, &table.sheet.name, line, &format!("{title}: {text}"), 1);
                            parts.has_odd = true;
                        }
                    }
                    continue;
                }
                let mut roles = self.roles_of(table, line, &text).into_iter();
                if letter == 'A'
                    && let Some(first) = roles.next()
                {
                    // Several names in the one cell of who answers: the first does, the others do the work.
                    parts.add('A', first);
                }
                let rest = if letter == 'A' { 'R' } else { letter };
                roles.for_each(|role| parts.add(rest, role));
            }
        }
        parts
    }

    /// The roles named in a cell, made known; their addresses make people of them.
    pub(super) fn roles_of(&mut self, table: &Table<'_>, line: u32, text: &str) -> Vec<String> {
        let named = self.names_in(text, &self.roles, &table.alone);
        named.into_iter().filter_map(|named| self.role_named(line, &named)).collect()
    }

    pub(super) fn role_named(&mut self, line: u32, named: &Named) -> Option<String> {
        let role = self.role_of(line, &named.name)?;
        if !named.email.is_empty() {
            self.holder(line, named, &role);
        }
        Some(role)
    }

    /// Who is said to own the row (by name, by letter, or by the section it stands in), and the person who does it.
    pub(super) fn owners(
        &mut self,
        table: &Table<'_>,
        cells: &Cells<'_>,
        parts: &mut Parts,
    ) -> (Option<String>, Option<String>) {
        let line = cells.line();
        let is_row_role = table.mapping.columns.contains(&Meaning::Letters)
            || LETTERS.iter().any(|(meaning, letter)| cells.all(meaning).any(|(_, text)| is_crossed(text, *letter)));
        let name = cells.get(&Meaning::Role);
        let mut owner = None;
        if !is_row_role {
            // "Doe, Jane" beside one address is one.
            let is_one = cells.get(&Meaning::Email).matches('@').count() == 1
                && name.split(',').count() == 2
                && name.split(',').all(|part| (1..=2).contains(&part.split_whitespace().count()));
            let found =
                if is_one { self.role_of(line, name).into_iter().collect() } else { self.roles_of(table, line, name) };
            let mut named = found.into_iter();
            owner = named.next();
            named.for_each(|role| parts.add('R', role));
            let email = cells.get(&Meaning::Email);
            if let (Some(role), true) = (&owner, email.contains('@')) {
                let first =
                    || self.names_in(name, &self.roles, &table.alone).into_iter().next().map(|named| named.name);
                let name = if is_one { Some(name.to_owned()) } else { first() };
                let named = Named { name: name.unwrap_or_default(), email: email.to_owned() };
                let role = role.clone();
                self.holder(line, &named, &role);
            }
            if owner.is_none() && name.is_empty() {
                owner = self.roles.of_cell(cells.get(&Meaning::Letter));
            }
            if owner.is_none() && parts.is_empty() && !parts.has_odd && !table.has_letters {
                owner.clone_from(&self.section);
            }
        }
        let mut person = None;
        let assignees: Vec<String> = cells.all(&Meaning::Assignee).map(|(_, text)| text.to_owned()).collect();
        for text in assignees {
            for named in self.names_in(&text, &self.roles, &table.alone) {
                match &owner {
                    // Who holds what is said elsewhere.
                    _ if table.is_own || owner.is_some() && self.names_holders => {
                        person.get_or_insert(self.person_named(line, &named));
                    }
                    // Somebody beside the role that owns the task holds that role.
                    Some(role) if !self.is_same(role, &named.name) => {
                        let role = role.clone();
                        let holder = self.holder(line, &named, &role);
                        person.get_or_insert(holder);
                    }
                    Some(_) => {}
                    None => {
                        if let Some(role) = self.role_named(line, &named) {
                            parts.add('R', role);
                        }
                    }
                }
            }
        }
        (owner, person)
    }

    fn is_same(&self, role: &str, name: &str) -> bool {
        self.roles.of_cell(name).as_deref() == Some(role)
    }

    /// Gives a task its one owner and the others their parts. Two who answer are said, and so is an owner who only
    /// does the work.
    pub(super) fn with_parts(
        &mut self,
        mut entry: Entry,
        parts: Parts,
        owner: Option<String>,
        is_whole: bool,
    ) -> Entry {
        let (line, title) = (entry.line, entry.text.clone());
        let mut answering: Vec<String> = owner.into_iter().collect();
        let is_lettered = !parts.is_empty();
        for role in &parts.accountable {
            if !answering.contains(role) {
                answering.push(role.clone());
            }
        }
        if answering.is_empty() && is_whole {
            let responsible = parts.responsible.as_slice();
            answering.extend(self.owner_by_work(line, &title, responsible, is_lettered, parts.has_odd));
        }
        let mut answering = answering.into_iter();
        entry.role = answering.next();
        let others: Vec<String> = answering.collect();
        if !others.is_empty() {
            let names: Vec<String> = entry.role.iter().chain(&others).map(|role| self.name_of(role)).collect();
            self.plan.warn(line, WarningKind::TwoOwners, &format!("{title}: {}", names.join(", ")));
            entry = entry.with("two_owners", &names.join(", "));
        }
        let mut add = |roles: &[String], part: &str| {
            for role in roles {
                if Some(role) != entry.role.as_ref() && !entry.parts.iter().any(|there| there.role == *role) {
                    entry.parts.push(RolePart { role: role.clone(), part: part.to_owned() });
                }
            }
        };
        add(&others, "responsible");
        add(&parts.responsible, "responsible");
        add(&parts.consulted, "consulted");
        add(&parts.informed, "informed");
        entry
    }

    /// Who owns a task that nobody answers for: the only one who does the work, and that is said. Where a cell could
    /// not be read, who answers may stand in it.
    fn owner_by_work(
        &mut self,
        line: u32,
        title: &str,
        responsible: &[String],
        is_lettered: bool,
        has_odd: bool,
    ) -> Option<String> {
        match responsible {
            [only] if !has_odd => {
                self.plan.warn(line, WarningKind::OwnerByWork, &format!("{title}: {}", self.name_of(only)));
                Some(only.clone())
            }
            _ => {
                if is_lettered || has_odd {
                    self.plan.warn(line, WarningKind::NoOwner, title);
                }
                None
            }
        }
    }

    /// Decides for a task whose roles stood in rows of their own, when all of them are read.
    pub(super) fn settle_owner(&mut self, key: &str, has_odd: bool) {
        let Some(entry) = self.plan.entry_mut(key).filter(|entry| entry.role.is_none()) else { return };
        let (line, title, is_lettered) = (entry.line, entry.text.clone(), !entry.parts.is_empty());
        let is_doing = |part: &&RolePart| part.part == "responsible";
        let responsible: Vec<String> = entry.parts.iter().filter(is_doing).map(|part| part.role.clone()).collect();
        let owner = self.owner_by_work(line, &title, &responsible, is_lettered, has_odd);
        if let (Some(owner), Some(entry)) = (owner, self.plan.entry_mut(key)) {
            entry.parts.retain(|part| part.role != owner);
            entry.role = Some(owner);
        }
    }

    fn two_owners(&mut self, key: &str, line: u32, title: &str, roles: &[String]) {
        let names = roles.iter().map(|role| self.name_of(role)).collect::<Vec<_>>().join(", ");
        self.plan.warn(line, WarningKind::TwoOwners, &format!("{title}: {names}"));
        if let Some(entry) = self.plan.entry_mut(key) {
            *entry = entry.clone().with("two_owners", &names);
        }
    }

    pub(super) fn name_of(&self, role: &str) -> String {
        self.roles.name(role).unwrap_or(role).to_owned()
    }
}

/// Columns of names under letters, with their letters.
pub(super) const LETTERS: [(Meaning, char); 4] =
    [(Meaning::Accountable, 'A'), (Meaning::Responsible, 'R'), (Meaning::Consulted, 'C'), (Meaning::Informed, 'I')];

/// A cross under a letter, or the letter again: it is the role of the row.
pub(super) fn is_crossed(text: &str, letter: char) -> bool {
    is_tick(text) || text.trim().eq_ignore_ascii_case(&letter.to_string())
}
