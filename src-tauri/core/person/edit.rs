//! Adding, changing and removing people.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Person, PersonId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx, clean_line, clean_title, position};

/// The most people a workshop knows.
pub const PEOPLE_MAX: usize = 1_000;

/// One field of a person with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum PersonEdit {
    Name(String),
    Organisation(String),
    Email(String),
    IsPrivate(bool),
}

impl Library {
    /// Somebody new, last in the list. Two people may have the same name.
    ///
    /// # Errors
    /// [`Error::Invalid`] and [`Error::TooLong`] for the name, or beyond [`PEOPLE_MAX`].
    pub fn person_add(&mut self, workshop_id: &WorkshopId, name: &str) -> Result<Committed<PersonId>> {
        let name = clean_title("name", name)?;
        self.commit(Operation::new(workshop_id, "person-add"), |tx| insert(tx, workshop_id, name))
    }

    /// Changes one field of a person; typing on is one step.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Invalid`] and [`Error::TooLong`] for texts.
    pub fn person_edit(&mut self, workshop_id: &WorkshopId, id: &PersonId, edit: PersonEdit) -> Result<Committed<()>> {
        let field = match edit {
            PersonEdit::Name(_) => "name",
            PersonEdit::Organisation(_) => "organisation",
            PersonEdit::Email(_) => "email",
            PersonEdit::IsPrivate(_) => "is_private",
        };
        let operation = Operation::new(workshop_id, "person-edit").coalescing(format!("person-edit:{id}:{field}"));
        self.commit(operation, |tx| {
            let mut person: Person = tx.get(id)?;
            tx.name("name", &person.name);
            match edit {
                PersonEdit::Name(text) => person.name = clean_title("name", &text)?,
                PersonEdit::Organisation(text) => person.organisation = clean_line("organisation", &text)?,
                PersonEdit::Email(text) => person.email = clean_email(&text)?,
                PersonEdit::IsPrivate(is_private) => person.is_private = is_private,
            }
            tx.update(&person)
        })
    }

    /// Removes a person; the roles held stay, and what was done in their name keeps no owner.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn person_delete(&mut self, workshop_id: &WorkshopId, id: &PersonId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "person-delete"), |tx| {
            let person: Person = tx.get(id)?;
            tx.name("name", &person.name);
            tx.delete::<Person>(id)
        })
    }
}

/// Adds a person with a clean name.
pub(super) fn insert(tx: &Tx<'_>, workshop_id: &WorkshopId, name: String) -> Result<PersonId> {
    tx.get::<Workshop>(workshop_id)?;
    let people: Vec<Person> = tx.list(workshop_id)?;
    if people.len() >= PEOPLE_MAX {
        return Err(Error::too_many("person", PEOPLE_MAX));
    }
    tx.name("name", &name);
    let person = Person {
        id: PersonId(tx.new_id()),
        workshop_id: workshop_id.clone(),
        position: position::between(people.last().map(|person| person.position.as_str()), None),
        name,
        organisation: String::new(),
        email: String::new(),
        is_private: false,
    };
    tx.insert(&person)?;
    Ok(person.id)
}

/// An address as people write it: something, one @, something with a dot, no spaces. Empty is none.
fn clean_email(text: &str) -> Result<String> {
    let email = clean_line("email", text)?;
    let is_address = match email.split_once('@') {
        Some((name, host)) => {
            let host_is_whole = host.contains('.') && host.split('.').all(|part| !part.is_empty());
            !name.is_empty() && !host.contains('@') && host_is_whole && !email.contains(char::is_whitespace)
        }
        None => email.is_empty(),
    };
    if is_address { Ok(email) } else { Err(Error::invalid("email", Rule::NotAnAddress)) }
}
