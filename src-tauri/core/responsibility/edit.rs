//! Adding, changing, moving and removing responsibilities.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Responsibility, ResponsibilityId};
use crate::role::{Role, RoleId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Operation, Result, Tx, clean_text, clean_title, position};

/// The most responsibilities a workshop holds.
pub const RESPONSIBILITIES_MAX: usize = 2_000;

/// One text of a responsibility with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum ResponsibilityEdit {
    Title(String),
    Detail(String),
}

impl Library {
    /// A new responsibility, last of its role (`None`: nobody answers for it yet).
    ///
    /// # Errors
    /// [`Error::NotFound`] for the role; [`Error::Invalid`] and [`Error::TooLong`] for the title, or beyond
    /// [`RESPONSIBILITIES_MAX`].
    pub fn responsibility_add(
        &mut self,
        workshop_id: &WorkshopId,
        role: Option<&RoleId>,
        title: &str,
    ) -> Result<Committed<ResponsibilityId>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "responsibility-add"), |tx| insert(tx, workshop_id, role, title))
    }

    /// Changes one text of a responsibility; typing on is one step.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Invalid`] and [`Error::TooLong`] for texts.
    pub fn responsibility_edit(
        &mut self,
        workshop_id: &WorkshopId,
        id: &ResponsibilityId,
        edit: ResponsibilityEdit,
    ) -> Result<Committed<()>> {
        let field = match edit {
            ResponsibilityEdit::Title(_) => "title",
            ResponsibilityEdit::Detail(_) => "detail",
        };
        let operation =
            Operation::new(workshop_id, "responsibility-edit").coalescing(format!("responsibility-edit:{id}:{field}"));
        self.commit(operation, |tx| {
            let mut row: Responsibility = tx.get(id)?;
            tx.name("title", &row.title);
            match edit {
                ResponsibilityEdit::Title(text) => row.title = clean_title("title", &text)?,
                ResponsibilityEdit::Detail(text) => row.detail = clean_text("detail", &text)?,
            }
            tx.update(&row)
        })
    }

    /// Puts a responsibility under a role (`None`: nobody), before another of it (`None`: last).
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn responsibility_move(
        &mut self,
        workshop_id: &WorkshopId,
        id: &ResponsibilityId,
        role: Option<&RoleId>,
        before: Option<&ResponsibilityId>,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "responsibility-move"), |tx| {
            let mut row: Responsibility = tx.get(id)?;
            tx.name("title", &row.title);
            tx.ensure::<Role>(role)?;
            tx.ensure::<Responsibility>(before)?;
            let siblings: Vec<(String, String)> = tx
                .list::<Responsibility>(workshop_id)?
                .into_iter()
                .filter(|other| other.id != *id && other.role_id.as_ref() == role)
                .map(|other| (other.id.0, other.position))
                .collect();
            row.role_id = role.cloned();
            row.position = position::among(&siblings, before.map(ResponsibilityId::as_str));
            tx.update(&row)
        })
    }

    /// Deletes a responsibility; slips that were merged into it are loose again.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn responsibility_delete(&mut self, workshop_id: &WorkshopId, id: &ResponsibilityId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "responsibility-delete"), |tx| {
            let row: Responsibility = tx.get(id)?;
            tx.name("title", &row.title);
            tx.delete::<Responsibility>(id)
        })
    }
}

/// Adds a responsibility with a clean title, last of its role.
pub(super) fn insert(
    tx: &Tx<'_>,
    workshop_id: &WorkshopId,
    role: Option<&RoleId>,
    title: String,
) -> Result<ResponsibilityId> {
    tx.get::<Workshop>(workshop_id)?;
    tx.ensure::<Role>(role)?;
    let all: Vec<Responsibility> = tx.list(workshop_id)?;
    if all.len() >= RESPONSIBILITIES_MAX {
        return Err(Error::too_many("responsibility", RESPONSIBILITIES_MAX));
    }
    tx.name("title", &title);
    let last = all.iter().rfind(|row| row.role_id.as_ref() == role);
    let row = Responsibility {
        id: ResponsibilityId(tx.new_id()),
        workshop_id: workshop_id.clone(),
        role_id: role.cloned(),
        position: position::between(last.map(|row| row.position.as_str()), None),
        title,
        detail: String::new(),
    };
    tx.insert(&row)?;
    Ok(row.id)
}
