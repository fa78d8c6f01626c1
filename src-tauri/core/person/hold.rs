//! Who holds which role.

use super::{Person, PersonId, RoleHolder, RoleHolderId, edit};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx, clean_title};

impl Library {
    /// Gives a role to a person, beside those who hold it already.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the person holds it already; [`Error::NotFound`].
    pub fn holder_add(
        &mut self,
        workshop_id: &WorkshopId,
        role: &RoleId,
        person: &PersonId,
    ) -> Result<Committed<RoleHolderId>> {
        self.commit(Operation::new(workshop_id, "holder-add"), |tx| {
            let person: Person = tx.get(person)?;
            tx.name("name", &person.name);
            insert(tx, workshop_id, role, person.id)
        })
    }

    /// Gives a role to somebody not known yet: the person and the holder are one step.
    ///
    /// # Errors
    /// As for [`Library::person_add`] and [`Library::holder_add`].
    pub fn holder_add_new(
        &mut self,
        workshop_id: &WorkshopId,
        role: &RoleId,
        name: &str,
    ) -> Result<Committed<RoleHolderId>> {
        let name = clean_title("name", name)?;
        self.commit(Operation::new(workshop_id, "holder-add"), |tx| {
            let person = edit::insert(tx, workshop_id, name)?;
            insert(tx, workshop_id, role, person)
        })
    }

    /// Takes a role back from a person.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn holder_remove(&mut self, workshop_id: &WorkshopId, id: &RoleHolderId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "holder-remove"), |tx| {
            let holder: RoleHolder = tx.get(id)?;
            tx.name("name", tx.get::<Person>(&holder.person_id)?.name);
            tx.name("letter", tx.get::<Role>(&holder.role_id)?.letter);
            tx.delete::<RoleHolder>(id)
        })
    }
}

fn insert(tx: &Tx<'_>, workshop_id: &WorkshopId, role: &RoleId, person: PersonId) -> Result<RoleHolderId> {
    let role: Role = tx.get(role)?;
    tx.name("letter", &role.letter);
    let holders: Vec<RoleHolder> = tx.list(workshop_id)?;
    if holders.iter().any(|holder| holder.role_id == role.id && holder.person_id == person) {
        return Err(Error::invalid("role_holder", Rule::Duplicate));
    }
    let holder = RoleHolder {
        id: RoleHolderId(tx.new_id()),
        workshop_id: workshop_id.clone(),
        role_id: role.id,
        person_id: person,
    };
    tx.insert(&holder)?;
    Ok(holder.id)
}
