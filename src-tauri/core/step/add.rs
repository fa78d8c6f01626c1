//! Adding a step.

use super::{Step, StepId, dependency};
use crate::role::{Role, RoleId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Library, Operation, Result, clean_title, position};

impl Library {
    /// A new step at the end of the list, led by a role or by nobody, that needs the steps `after`.
    ///
    /// # Errors
    /// [`crate::Error::Invalid`] and [`crate::Error::TooLong`] for the title; [`crate::Error::NotFound`] for the role or a step.
    pub fn step_add(
        &mut self,
        workshop_id: &WorkshopId,
        title: &str,
        lead: Option<&RoleId>,
        after: &[StepId],
    ) -> Result<Committed<StepId>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "step-add"), |tx| {
            tx.get::<Workshop>(workshop_id)?;
            tx.ensure::<Role>(lead)?;
            tx.name("title", &title);
            let last = tx.list::<Step>(workshop_id)?.pop().map(|step| step.position);
            let step = Step {
                id: StepId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                role_id: lead.cloned(),
                position: position::between(last.as_deref(), None),
                title,
                detail: String::new(),
            };
            tx.insert(&step)?;
            for needed in after {
                dependency::insert(tx, &step, &tx.get(needed)?)?;
            }
            Ok(step.id)
        })
    }
}
