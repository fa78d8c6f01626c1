//! Deleting a step.

use super::{Step, StepId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result};

impl Library {
    /// Deletes a step with its dependencies; its tasks stay, without step.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn step_delete(&mut self, workshop_id: &WorkshopId, id: &StepId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "step-delete"), |tx| {
            let step: Step = tx.get(id)?;
            tx.name("title", &step.title);
            tx.delete::<Step>(id)
        })
    }
}
