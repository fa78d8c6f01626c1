//! What follows from an action: the card made of it.

use super::{Outcome, OutcomeId, OutcomeKind};
use crate::task::{Task, TaskId, TaskStatus};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Operation, Result, Rule, clean_title, position};

impl Library {
    /// Makes a card of an action, in the lane of the role that does it, and links the two.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] for what is no action, [`Rule::Duplicate`] when it has a card already.
    pub fn action_to_task(&mut self, workshop_id: &WorkshopId, id: &OutcomeId) -> Result<Committed<TaskId>> {
        self.commit(Operation::new(workshop_id, "action-to-task"), |tx| {
            let mut outcome: Outcome = tx.get(id)?;
            if outcome.kind != OutcomeKind::Action {
                return Err(Error::invalid("outcome", Rule::WrongMoment));
            }
            if outcome.task_id.is_some() {
                return Err(Error::invalid("task", Rule::Duplicate));
            }
            let mut workshop: Workshop = tx.get(workshop_id)?;
            workshop.last_task_number += 1;
            tx.name("number", workshop.last_task_number);
            tx.update(&workshop)?;
            let last: Option<String> =
                tx.value(include_str!("../store/task/last_position.sql"), [workshop_id.as_str()])?;
            let task = Task {
                role_id: outcome.owner_role_id.clone(),
                status: if outcome.done_at.is_some() { TaskStatus::Done } else { TaskStatus::Todo },
                position: position::between(last.as_deref(), None),
                title: clean_title("title", &outcome.body)?,
                due_on: outcome.due_on,
                person_id: outcome.owner_person_id.clone(),
                ..Task::draft(TaskId(tx.new_id()), &workshop)
            };
            tx.insert(&task)?;
            outcome.task_id = Some(task.id.clone());
            tx.update(&outcome)?;
            Ok(task.id)
        })
    }
}
