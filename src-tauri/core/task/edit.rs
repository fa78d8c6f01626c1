//! Changing what a card says.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Task, TaskId};
use crate::person::{Person, PersonId};
use crate::workshop::WorkshopId;
use crate::{Committed, Day, Library, Operation, Result, clean_line, clean_text, clean_title};

/// One field of a task with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum TaskEdit {
    Title(String),
    Detail(String),
    Notes(String),
    DueOn(Option<Day>),
    /// Somebody of the same workshop; `None`: whoever holds the role.
    Person(Option<PersonId>),
}

impl Library {
    /// Changes one field of a task; typing on is one step.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; [`crate::Error::Invalid`] and [`crate::Error::TooLong`] for the text; [`crate::Error::Invalid`] for a person of
    /// another workshop.
    pub fn task_edit(&mut self, workshop_id: &WorkshopId, id: &TaskId, edit: TaskEdit) -> Result<Committed<()>> {
        let field = match edit {
            // A card's editor gives title and detail together: one gesture, one step.
            TaskEdit::Title(_) | TaskEdit::Detail(_) => "words",
            TaskEdit::Notes(_) => "notes",
            TaskEdit::DueOn(_) => "due_on",
            TaskEdit::Person(_) => "person",
        };
        let operation = Operation::new(workshop_id, "task-edit").coalescing(format!("task-edit:{id}:{field}"));
        self.commit(operation, |tx| {
            let mut task: Task = tx.get(id)?;
            tx.name("number", task.number);
            match edit {
                TaskEdit::Title(text) => task.title = clean_title("title", &text)?,
                TaskEdit::Detail(text) => task.detail = clean_line("detail", &text)?,
                TaskEdit::Notes(text) => task.notes = clean_text("notes", &text)?,
                TaskEdit::DueOn(day) => task.due_on = day,
                TaskEdit::Person(person) => {
                    if let Some(person) = &person {
                        tx.get::<Person>(person)?;
                    }
                    task.person_id = person;
                }
            }
            tx.update(&task)
        })
    }
}
