//! The part of a role in a task (RACI).

use super::{Involvement, InvolvementId, Part, Task, TaskId};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule};

impl Library {
    /// Gives a role its part in a task, or none. The lane owner is accountable and takes no other part.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::OtherWorkshop`]; [`Rule::Accountable`] for the lane owner.
    pub fn involvement_set(
        &mut self,
        workshop_id: &WorkshopId,
        task_id: &TaskId,
        role_id: &RoleId,
        part: Option<Part>,
    ) -> Result<Committed<()>> {
        // Clicking through R, C and I until the right one stands is one step.
        let key = format!("involvement:{task_id}:{role_id}");
        self.commit(Operation::new(workshop_id, "involvement-set").coalescing(key), |tx| {
            let (task, role): (Task, Role) = (tx.get(task_id)?, tx.get(role_id)?);
            tx.name("number", task.number);
            tx.name("letter", &role.letter);
            let present: Option<Involvement> = tx
                .list::<Involvement>(&task.workshop_id)?
                .into_iter()
                .find(|involvement| involvement.task_id == task.id && involvement.role_id == role.id);
            match (present, part) {
                (_, Some(_)) if task.role_id.as_ref() == Some(&role.id) => {
                    Err(Error::Invalid { field: "part", rule: Rule::Accountable, detail: role.name })
                }
                (Some(present), None) => tx.delete::<Involvement>(&present.id),
                (Some(present), Some(part)) if present.part != part => tx.update(&Involvement { part, ..present }),
                (None, Some(part)) => tx.insert(&Involvement {
                    id: InvolvementId(tx.new_id()),
                    workshop_id: task.workshop_id,
                    task_id: task.id,
                    role_id: role.id,
                    part,
                }),
                (Some(_), Some(_)) | (None, None) => Ok(()),
            }
        })
    }
}
