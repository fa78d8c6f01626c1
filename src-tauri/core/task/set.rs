//! Setting one thing of several cards at once.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Task, TaskId, TaskStatus, numbers};
use crate::person::{Person, PersonId};
use crate::step::{Step, StepId};
use crate::workshop::WorkshopId;
use crate::{Committed, Day, Library, Operation, Result};

/// What is set, with its value for all cards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum TaskSet {
    Status(TaskStatus),
    Step(Option<StepId>),
    Person(Option<PersonId>),
    DueOn(Option<Day>),
}

impl Library {
    /// Sets one thing of several cards, which stay where they are in their lanes.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; [`crate::Error::Invalid`] across workshops. Nothing changes then.
    pub fn task_set(&mut self, workshop_id: &WorkshopId, ids: &[TaskId], set: &TaskSet) -> Result<Committed<()>> {
        let operation = match set {
            TaskSet::Status(_) => "task-set-status",
            TaskSet::Step(_) => "task-set-step",
            TaskSet::Person(_) => "task-set-person",
            TaskSet::DueOn(_) => "task-set-due",
        };
        self.commit(Operation::new(workshop_id, operation), |tx| {
            let tasks = ids.iter().map(|id| tx.get(id)).collect::<Result<Vec<Task>>>()?;
            tx.name("count", tasks.len());
            tx.name("number", numbers(&tasks));
            match set {
                TaskSet::Step(Some(step)) => drop(tx.get::<Step>(step)?),
                TaskSet::Person(Some(person)) => drop(tx.get::<Person>(person)?),
                _ => {}
            }
            for before in tasks {
                let mut task = before.clone();
                match set {
                    TaskSet::Status(status) => task.status = *status,
                    TaskSet::Step(step) => task.step_id.clone_from(step),
                    TaskSet::Person(person) => task.person_id.clone_from(person),
                    TaskSet::DueOn(day) => task.due_on = *day,
                }
                if task != before {
                    tx.update(&task)?;
                }
            }
            Ok(())
        })
    }
}
