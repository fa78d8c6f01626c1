//! Changing what is said of a role.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Role, RoleColor, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result, clean_text, clean_title};

/// One field of a role with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum RoleEdit {
    Name(String),
    Mandate(String),
    FirstStep(String),
    Color(RoleColor),
}

impl Library {
    /// Changes one field of a role; typing on is one step.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; [`crate::Error::Invalid`] and [`crate::Error::TooLong`] for texts.
    pub fn role_edit(&mut self, workshop_id: &WorkshopId, id: &RoleId, edit: RoleEdit) -> Result<Committed<()>> {
        let field = match edit {
            RoleEdit::Name(_) => "name",
            RoleEdit::Mandate(_) => "mandate",
            RoleEdit::FirstStep(_) => "first_step",
            RoleEdit::Color(_) => "color",
        };
        let operation = Operation::new(workshop_id, "role-edit").coalescing(format!("role-edit:{id}:{field}"));
        self.commit(operation, |tx| {
            let mut role: Role = tx.get(id)?;
            tx.name("letter", &role.letter);
            match edit {
                RoleEdit::Name(text) => role.name = clean_title("name", &text)?,
                RoleEdit::Mandate(text) => role.mandate = clean_text("mandate", &text)?,
                RoleEdit::FirstStep(text) => role.first_step = clean_text("first_step", &text)?,
                RoleEdit::Color(color) => role.color = color,
            }
            tx.update(&role)
        })
    }
}
