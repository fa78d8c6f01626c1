//! Changing what is said of a step, and who leads it.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Step, StepId};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result, clean_line, clean_title};

/// One field of a step with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum StepEdit {
    Title(String),
    Detail(String),
    /// The role that leads it; none: nobody.
    Lead(Option<RoleId>),
}

impl Library {
    /// Changes one field of a step; typing on is one step of the history.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; [`crate::Error::Invalid`] and [`crate::Error::TooLong`] for texts.
    pub fn step_edit(&mut self, workshop_id: &WorkshopId, id: &StepId, edit: StepEdit) -> Result<Committed<()>> {
        let operation = match edit {
            StepEdit::Title(_) => Operation::new(workshop_id, "step-edit").coalescing(format!("step-edit:{id}:title")),
            StepEdit::Detail(_) => {
                Operation::new(workshop_id, "step-edit").coalescing(format!("step-edit:{id}:detail"))
            }
            StepEdit::Lead(_) => Operation::new(workshop_id, "step-lead"),
        };
        self.commit(operation, |tx| {
            let mut step: Step = tx.get(id)?;
            match edit {
                StepEdit::Title(text) => step.title = clean_title("title", &text)?,
                StepEdit::Detail(text) => step.detail = clean_line("detail", &text)?,
                StepEdit::Lead(lead) => {
                    tx.ensure::<Role>(lead.as_ref())?;
                    step.role_id = lead;
                }
            }
            tx.name("title", &step.title);
            tx.update(&step)
        })
    }
}
