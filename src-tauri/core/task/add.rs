//! Adding a task.

use super::{Column, Task, TaskId};
use crate::role::{Role, RoleId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Library, Operation, Result, clean_line, clean_title, position};

impl Library {
    /// A new card at the end of a lane (`None`: *unassigned*) and column; it gets the next number.
    ///
    /// # Errors
    /// [`crate::Error::Invalid`] and [`crate::Error::TooLong`] for the texts, [`crate::Error::NotFound`] for lane or column.
    pub fn task_add(
        &mut self,
        workshop_id: &WorkshopId,
        lane: Option<&RoleId>,
        column: &Column,
        title: &str,
        detail: &str,
    ) -> Result<Committed<TaskId>> {
        let (title, detail) = (clean_title("title", title)?, clean_line("detail", detail)?);
        self.commit(Operation::new(workshop_id, "task-add"), |tx| {
            let mut workshop: Workshop = tx.get(workshop_id)?;
            workshop.last_task_number += 1;
            tx.name("number", workshop.last_task_number);
            tx.update(&workshop)?;
            tx.ensure::<Role>(lane)?;
            let last: Option<String> =
                tx.value(include_str!("../store/task/last_position.sql"), [workshop_id.as_str()])?;
            let mut task = Task {
                role_id: lane.cloned(),
                position: position::between(last.as_deref(), None),
                title,
                detail,
                ..Task::draft(TaskId(tx.new_id()), &workshop)
            };
            column.put(tx, &mut task)?;
            tx.insert(&task)?;
            Ok(task.id)
        })
    }
}
