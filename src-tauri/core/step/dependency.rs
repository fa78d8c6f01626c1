//! Which step needs which.

use super::{Step, StepDependency, StepDependencyId, StepId};
use crate::analysis::sequence::graph::Needs;
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx};

impl Library {
    /// Says that `id` can start only when `needs` is done. Saying it twice changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Itself`]; [`Rule::Cycle`] with the titles of the circle it would close.
    pub fn step_depend(&mut self, workshop_id: &WorkshopId, id: &StepId, needs: &StepId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "step-depend"), |tx| {
            let (step, needed): (Step, Step) = (tx.get(id)?, tx.get(needs)?);
            tx.name("title", &step.title);
            tx.name("needs", &needed.title);
            insert(tx, &step, &needed)
        })
    }

    /// Takes a dependency back. One that is not there changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when a step is gone.
    pub fn step_undepend(&mut self, workshop_id: &WorkshopId, id: &StepId, needs: &StepId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "step-undepend"), |tx| {
            let (step, needed): (Step, Step) = (tx.get(id)?, tx.get(needs)?);
            tx.name("title", &step.title);
            tx.name("needs", &needed.title);
            let dependencies: Vec<StepDependency> = tx.list(&step.workshop_id)?;
            match dependencies.iter().find(|d| d.step_id == step.id && d.needs_id == needed.id) {
                Some(dependency) => tx.delete::<StepDependency>(&dependency.id),
                None => Ok(()),
            }
        })
    }
}

pub(super) fn insert(tx: &Tx<'_>, step: &Step, needed: &Step) -> Result<()> {
    if step.id == needed.id {
        return Err(Error::Invalid { field: "step", rule: Rule::Itself, detail: step.title.clone() });
    }
    let steps: Vec<Step> = tx.list(&step.workshop_id)?;
    let dependencies: Vec<StepDependency> = tx.list(&step.workshop_id)?;
    if dependencies.iter().any(|d| d.step_id == step.id && d.needs_id == needed.id) {
        return Ok(());
    }
    let graph = Needs::of(
        steps.iter().map(|step| step.id.as_str()),
        dependencies.iter().map(|d| (d.step_id.as_str(), d.needs_id.as_str())),
    );
    if let Some(circle) = graph.circle_closed_by(step.id.as_str(), needed.id.as_str()) {
        let title = |id: &&str| steps.iter().find(|step| step.id.as_str() == *id).map_or("", |step| &step.title);
        let titles: Vec<&str> = circle.iter().chain(circle.first()).map(title).collect();
        return Err(Error::Invalid { field: "step", rule: Rule::Cycle, detail: titles.join(" → ") });
    }
    tx.insert(&StepDependency {
        id: StepDependencyId(tx.new_id()),
        workshop_id: step.workshop_id.clone(),
        step_id: step.id.clone(),
        needs_id: needed.id.clone(),
    })
}
