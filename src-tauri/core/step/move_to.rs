//! Moving a step in the list: the order of columns on the board and of equal steps in the sequence.

use super::{Step, StepId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result, position};

impl Library {
    /// Puts a step before another (`None`: last).
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn step_move(
        &mut self,
        workshop_id: &WorkshopId,
        id: &StepId,
        before: Option<&StepId>,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "step-move"), |tx| {
            let mut step: Step = tx.get(id)?;
            tx.ensure::<Step>(before)?;
            tx.name("title", &step.title);
            let siblings: Vec<(String, String)> = tx
                .list::<Step>(&step.workshop_id)?
                .into_iter()
                .filter(|sibling| sibling.id != *id)
                .map(|sibling| (sibling.id.0, sibling.position))
                .collect();
            step.position = position::among(&siblings, before.map(StepId::as_str));
            tx.update(&step)
        })
    }
}
