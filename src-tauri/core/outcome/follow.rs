//! What follows from outcomes: a task made of an action, and links to what a decision changed.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::edit::ensure_recorded;
use super::{Outcome, OutcomeId, OutcomeKind, Reference, ReferenceId};
use crate::contract::{Contract, ContractId};
use crate::meeting::ensure_open_to_change;
use crate::responsibility::{Responsibility, ResponsibilityId};
use crate::task::{Task, TaskId, TaskStatus};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Operation, Result, Rule, clean_title, position};

/// What an outcome refers to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum ReferenceTo {
    Task(TaskId),
    Contract(ContractId),
    Responsibility(ResponsibilityId),
    /// The key of a finding.
    Finding(String),
}

impl Library {
    /// Makes a card of an action, in the lane of the role that does it, and links the two.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] for what is no action, [`Rule::Duplicate`] when it has a card already.
    pub fn action_to_task(&mut self, workshop_id: &WorkshopId, id: &OutcomeId) -> Result<Committed<TaskId>> {
        self.commit(Operation::new(workshop_id, "action-to-task"), |tx| {
            let mut outcome: Outcome = tx.get_in(workshop_id, id)?;
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
                id: TaskId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                number: workshop.last_task_number,
                role_id: outcome.owner_role_id.clone(),
                step_id: None,
                status: if outcome.done_at.is_some() { TaskStatus::Done } else { TaskStatus::Todo },
                position: position::between(last.as_deref(), None),
                title: clean_title("title", &outcome.body)?,
                detail: String::new(),
                notes: String::new(),
            };
            tx.insert(&task)?;
            outcome.task_id = Some(task.id.clone());
            tx.update(&outcome)?;
            Ok(task.id)
        })
    }

    /// Links an outcome to what it changed.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Rule::OtherWorkshop`], [`Rule::Closed`].
    pub fn reference_add(
        &mut self,
        workshop_id: &WorkshopId,
        outcome_id: &OutcomeId,
        to: ReferenceTo,
    ) -> Result<Committed<ReferenceId>> {
        self.commit(Operation::new(workshop_id, "reference-add"), |tx| {
            let outcome: Outcome = tx.get_in(workshop_id, outcome_id)?;
            ensure_recorded(&tx.get(&outcome.meeting_id)?)?;
            let mut reference = Reference {
                id: ReferenceId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                item_id: None,
                outcome_id: Some(outcome.id),
                task_id: None,
                contract_id: None,
                responsibility_id: None,
                finding: None,
            };
            match to {
                ReferenceTo::Task(id) => reference.task_id = Some(tx.get_in::<Task>(workshop_id, &id)?.id),
                ReferenceTo::Contract(id) => reference.contract_id = Some(tx.get_in::<Contract>(workshop_id, &id)?.id),
                ReferenceTo::Responsibility(id) => {
                    reference.responsibility_id = Some(tx.get_in::<Responsibility>(workshop_id, &id)?.id);
                }
                ReferenceTo::Finding(key) => reference.finding = Some(clean_title("finding", &key)?),
            }
            tx.insert(&reference)?;
            Ok(reference.id)
        })
    }

    /// Takes a link of an outcome away.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Rule::Closed`].
    pub fn reference_delete(&mut self, workshop_id: &WorkshopId, id: &ReferenceId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "reference-delete"), |tx| {
            let reference: Reference = tx.get_in(workshop_id, id)?;
            if let Some(outcome) = &reference.outcome_id {
                let outcome: Outcome = tx.get(outcome)?;
                ensure_open_to_change(&tx.get(&outcome.meeting_id)?)?;
            }
            tx.delete::<Reference>(id)
        })
    }
}
