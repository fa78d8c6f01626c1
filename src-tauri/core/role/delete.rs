//! Deleting a role.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Contents, Library, Operation, Result};

/// What deleting a role changes, said before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RoleDeletion {
    /// Tasks that become unassigned.
    pub tasks: u32,
    /// Responsibilities that nobody answers for then.
    pub responsibilities: u32,
    /// Steps without a lead then.
    pub steps: u32,
    /// Contract lines that go with the role.
    pub contracts: u32,
    /// Holders who no longer hold it.
    pub holders: u32,
}

/// What deleting a role would change.
pub fn deletion(contents: &Contents, id: &RoleId) -> RoleDeletion {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let is = |role: &Option<RoleId>| role.as_ref() == Some(id);
    RoleDeletion {
        tasks: count(contents.tasks.iter().filter(|row| is(&row.role_id)).count()),
        responsibilities: count(contents.responsibilities.iter().filter(|row| is(&row.role_id)).count()),
        steps: count(contents.steps.iter().filter(|row| is(&row.role_id)).count()),
        contracts: count(contents.contracts.iter().filter(|c| c.giver_id == *id || c.receiver_id == *id).count()),
        holders: count(contents.role_holders.iter().filter(|row| row.role_id == *id).count()),
    }
}

impl Library {
    /// Deletes a role. Its tasks stay and become unassigned; its contracts, skills and holders go with it.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn role_delete(&mut self, workshop_id: &WorkshopId, id: &RoleId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "role-delete"), |tx| {
            let role: Role = tx.get(id)?;
            tx.name("letter", &role.letter);
            tx.name("name", &role.name);
            tx.delete::<Role>(id)
        })
    }
}
