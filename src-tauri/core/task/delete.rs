//! Deleting cards.

use super::{Task, TaskId, numbers};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result};

impl Library {
    /// Deletes cards with their dependencies and parts; their numbers are not given again.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; nothing is deleted then.
    pub fn task_delete(&mut self, workshop_id: &WorkshopId, ids: &[TaskId]) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "task-delete"), |tx| {
            let tasks = ids.iter().map(|id| tx.get(id)).collect::<Result<Vec<Task>>>()?;
            tx.name("count", tasks.len());
            tx.name("number", numbers(&tasks));
            for task in &tasks {
                tx.delete::<Task>(&task.id)?;
            }
            Ok(())
        })
    }
}
