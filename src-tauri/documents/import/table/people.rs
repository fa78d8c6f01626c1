//! Rows as roles, and as the people who hold them.

use std::collections::BTreeSet;

use super::super::columns::Meaning;
use super::super::outline::capitalised;
use super::super::plan::{Entry, EntryKind, RolePart};
use super::super::statements::between_commas;
use super::super::words::folded;
use super::names::{self, Named};
use super::{Cells, Reader, joined};

/// Longest lane letter.
const LETTER_MAX: usize = 3;

impl Reader {
    /// A role with its mandate, skills, duties and holders. A name that comes again adds to the same role.
    pub(super) fn role(&mut self, cells: &Cells<'_>) -> bool {
        let (line, name) = (cells.line(), names::bare(cells.get(&Meaning::Role)));
        if !name.chars().any(char::is_alphanumeric) {
            return false;
        }
        let letter = cells.get(&Meaning::Letter);
        let mandate = joined(&[cells.get(&Meaning::Mandate), cells.get(&Meaning::Detail)], "\n");
        let known = self.roles.of_cell(&name).filter(|key| self.plan.is_own_role(key));
        let key = match known {
            Some(key) => {
                if let Some(role) = self.plan.entry_mut(&key) {
                    if role.detail.is_empty() {
                        mandate.clone_into(&mut role.detail);
                    }
                    if !role.more.iter().any(|column| column.name == "first_step") {
                        *role = role.clone().with("first_step", cells.get(&Meaning::FirstStep));
                    }
                }
                key
            }
            None => {
                let mut role = Entry::new(line, EntryKind::Role, &name).detail(&mandate);
                // A lane letter is short; anything longer is no letter.
                let is_letter = letter.chars().count() <= LETTER_MAX && letter != "?";
                role = role.with("letter", if is_letter { letter } else { "" });
                let key = self.plan.push(role.with("first_step", cells.get(&Meaning::FirstStep)));
                self.roles.add(&key, &name, if is_letter { letter } else { "" });
                key
            }
        };
        let lists = [
            (Meaning::Skills, EntryKind::Skill),
            (Meaning::TypicalTasks, EntryKind::TypicalTask),
            (Meaning::Responsibility, EntryKind::Responsibility),
        ];
        for (meaning, kind) in lists {
            let texts: Vec<&str> = cells.all(&meaning).map(|(_, text)| text).collect();
            for text in texts {
                let parts = if kind == EntryKind::Responsibility { lines(text) } else { listed(text) };
                for part in parts {
                    self.plan.push(Entry::new(line, kind, &capitalised(&part)).of_role(Some(key.clone())));
                }
            }
        }
        let mut holders: Vec<Named> = Vec::new();
        for meaning in [Meaning::Person, Meaning::Holders] {
            let texts: Vec<&str> = cells.all(&meaning).map(|(_, text)| text).collect();
            for text in texts {
                holders.extend(self.names_in(text, &super::super::roles::Roles::default(), &BTreeSet::new()));
            }
        }
        let email = cells.get(&Meaning::Email);
        match holders.first_mut() {
            Some(first) if first.email.is_empty() && email.contains('@') => email.clone_into(&mut first.email),
            None if email.contains('@') => {
                holders.extend(self.names_in(email, &super::super::roles::Roles::default(), &BTreeSet::new()));
            }
            _ => {}
        }
        let organisation = cells.get(&Meaning::Organisation).to_owned();
        for (at, holder) in holders.iter().enumerate() {
            let person = self.holder(line, holder, &key);
            if at == 0 {
                self.of_organisation(&person, &organisation);
            }
        }
        true
    }

    /// A person who holds a role; the same name is the same person. The value is the key of the person.
    pub(super) fn holder(&mut self, line: u32, named: &Named, role: &str) -> String {
        let key = self.person_named(line, named);
        if let Some(person) = self.plan.entry_mut(&key)
            && !person.parts.iter().any(|part| part.role == role)
        {
            person.parts.push(RolePart { role: role.to_owned(), part: "responsible".to_owned() });
        }
        key
    }

    /// A person that a document names, with the role held, if one is.
    pub fn person_of(&mut self, line: u32, name: &str, email: &str, role: Option<&str>) -> String {
        let named = Named { name: name.to_owned(), email: email.to_owned() };
        match role {
            Some(role) => self.holder(line, &named, role),
            None => self.person_named(line, &named),
        }
    }

    pub(super) fn person_named(&mut self, line: u32, named: &Named) -> String {
        let name = folded(&named.name);
        let key = match self.people.get(&name) {
            Some(key) => key.clone(),
            None => {
                let key = self.plan.push(Entry::new(line, EntryKind::Person, &named.name));
                self.people.insert(name, key.clone());
                key
            }
        };
        if let Some(person) = self.plan.entry_mut(&key)
            && !person.more.iter().any(|column| column.name == "email")
        {
            *person = person.clone().with("email", &named.email);
        }
        key
    }

    fn of_organisation(&mut self, person: &str, organisation: &str) {
        if let Some(person) = self.plan.entry_mut(person)
            && !person.more.iter().any(|column| column.name == "organisation")
        {
            *person = person.clone().with("organisation", organisation);
        }
    }

    /// A person with the roles held; deputies of the row hold them too.
    pub(super) fn person(&mut self, cells: &Cells<'_>) -> bool {
        let line = cells.line();
        let nobody = super::super::roles::Roles::default();
        let named = self.names_in(&full_name(cells), &nobody, &BTreeSet::new());
        let mut roles = Vec::new();
        let (text, alone) = (cells.get(&Meaning::Role), BTreeSet::new());
        for role in self.names_in(text, &self.roles, &alone) {
            roles.extend(self.role_of(line, &role.name));
        }
        let mut people = named;
        let email = cells.get(&Meaning::Email);
        match people.first_mut() {
            Some(first) if first.email.is_empty() && email.contains('@') => email.clone_into(&mut first.email),
            None if email.contains('@') => people.extend(self.names_in(email, &nobody, &alone)),
            _ => {}
        }
        let own = people.len();
        let others: Vec<&str> = cells.all(&Meaning::Holders).map(|(_, text)| text).collect();
        for text in others {
            people.extend(self.names_in(text, &nobody, &alone));
        }
        let organisation = cells.get(&Meaning::Organisation).to_owned();
        for (at, named) in people.iter().enumerate() {
            let key = self.person_named(line, named);
            for role in &roles {
                self.holder(line, named, role);
            }
            if at < own {
                self.of_organisation(&key, &organisation);
            }
        }
        !people.is_empty() || !roles.is_empty()
    }
}

/// The name of a person; first name and last name may stand in columns of their own.
fn full_name(cells: &Cells<'_>) -> String {
    let given = ["prenom", "first name", "given name", "vorname", "voornaam", "nombre", "nome"];
    let mut parts: Vec<(&str, &str)> = cells.all(&Meaning::Person).collect();
    parts.sort_by_key(|(title, _)| !given.contains(&folded(title).as_str()));
    parts.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" ")
}

/// The parts of a cell that lists several: by lines, else by semicolons and commas.
pub(super) fn listed(cell: &str) -> Vec<String> {
    if cell.contains('\n') {
        return parts(cell, '\n');
    }
    // A comma within brackets belongs to what it explains.
    between_commas(cell).into_iter().flat_map(|part| parts(part, '\n')).collect()
}

/// The lines of a cell; a sentence stays whole, commas and all.
pub(super) fn lines(cell: &str) -> Vec<String> {
    let has_lines = cell.contains('\n');
    parts(cell, if has_lines || !cell.contains("; ") { '\n' } else { ';' })
}

fn parts(cell: &str, separator: char) -> Vec<String> {
    let bare = |part: &str| part.trim().trim_start_matches(['•', '-', '–', '*', '·', '▪', '‣']).trim().to_owned();
    cell.split(separator).map(bare).filter(|part| part.chars().any(char::is_alphanumeric)).collect()
}
