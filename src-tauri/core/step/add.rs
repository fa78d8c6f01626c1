//! Adding a step.

use super::{Step, StepId, dependency};
use crate::role::{Role, RoleId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx, clean_title, position};

impl Library {
    /// A new step at the end of the list, led by a role or by nobody, that needs the steps `after`.
    ///
    /// # Errors
    /// [`Error::Invalid`] and [`Error::TooLong`] for the title; [`Error::NotFound`] for the role or a step.
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
            tx.name("title", &title);
            let last = tx.list::<Step>(workshop_id)?.pop().map(|step| step.position);
            let step = Step {
                id: StepId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                role_id: of_workshop(tx, workshop_id, lead)?,
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

/// The lead, after checking that it is a role of this workshop.
pub(super) fn of_workshop(tx: &Tx<'_>, workshop_id: &WorkshopId, lead: Option<&RoleId>) -> Result<Option<RoleId>> {
    match lead {
        Some(lead) if tx.get::<Role>(lead)?.workshop_id != *workshop_id => {
            Err(Error::invalid("role", Rule::OtherWorkshop))
        }
        lead => Ok(lead.cloned()),
    }
}
