//! Which task needs which.

use super::{Task, TaskDependency, TaskDependencyId, TaskId};
use crate::analysis::sequence::graph::Needs;
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule};

impl Library {
    /// Says that `id` can start only when `needs` is done. Saying it twice changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Itself`]; [`Rule::Cycle`] with the numbers of the circle it would close.
    pub fn task_depend(&mut self, workshop_id: &WorkshopId, id: &TaskId, needs: &TaskId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "task-depend"), |tx| {
            let (task, needed): (Task, Task) = (tx.get(id)?, tx.get(needs)?);
            tx.name("number", task.number);
            tx.name("needs", needed.number);
            if task.id == needed.id {
                return Err(Error::Invalid { field: "task", rule: Rule::Itself, detail: task.number.to_string() });
            }
            let tasks: Vec<Task> = tx.list(&task.workshop_id)?;
            let dependencies: Vec<TaskDependency> = tx.list(&task.workshop_id)?;
            if dependencies.iter().any(|d| d.task_id == task.id && d.needs_id == needed.id) {
                return Ok(());
            }
            let graph = Needs::of(
                tasks.iter().map(|task| task.id.as_str()),
                dependencies.iter().map(|d| (d.task_id.as_str(), d.needs_id.as_str())),
            );
            if let Some(circle) = graph.circle_closed_by(task.id.as_str(), needed.id.as_str()) {
                let number =
                    |id: &&str| tasks.iter().find(|task| task.id.as_str() == *id).map_or(0, |task| task.number);
                let numbers: Vec<String> =
                    circle.iter().chain(circle.first()).map(|id| number(id).to_string()).collect();
                return Err(Error::Invalid { field: "task", rule: Rule::Cycle, detail: numbers.join(" → ") });
            }
            tx.insert(&TaskDependency {
                id: TaskDependencyId(tx.new_id()),
                workshop_id: task.workshop_id,
                task_id: task.id,
                needs_id: needed.id,
            })
        })
    }

    /// Takes a dependency back. One that is not there changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] when a task is gone.
    pub fn task_undepend(&mut self, workshop_id: &WorkshopId, id: &TaskId, needs: &TaskId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "task-undepend"), |tx| {
            let (task, needed): (Task, Task) = (tx.get(id)?, tx.get(needs)?);
            tx.name("number", task.number);
            tx.name("needs", needed.number);
            let dependencies: Vec<TaskDependency> = tx.list(&task.workshop_id)?;
            match dependencies.iter().find(|d| d.task_id == task.id && d.needs_id == needed.id) {
                Some(dependency) => tx.delete::<TaskDependency>(&dependency.id),
                None => Ok(()),
            }
        })
    }
}
