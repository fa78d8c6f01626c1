//! Reordering lanes.

use super::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result, position};

impl Library {
    /// Puts a role before another (`None`: last). Its letter stays: it is on paper already.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn role_move(
        &mut self,
        workshop_id: &WorkshopId,
        id: &RoleId,
        before: Option<&RoleId>,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "role-move"), |tx| {
            let mut role: Role = tx.get(id)?;
            tx.ensure::<Role>(before)?;
            tx.name("letter", &role.letter);
            let others: Vec<(String, String)> = tx
                .list::<Role>(workshop_id)?
                .into_iter()
                .filter(|other| other.id != *id)
                .map(|other| (other.id.0, other.position))
                .collect();
            role.position = position::among(&others, before.map(RoleId::as_str));
            tx.update(&role)
        })
    }
}
