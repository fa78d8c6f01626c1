//! What a task serves: contracts and responsibilities.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Task, TaskId};
use crate::contract::{Contract, ContractId};
use crate::record::record_id;
use crate::responsibility::{Responsibility, ResponsibilityId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result};

record_id!(ServingId);

/// A task serves a contract line or a responsibility.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Serving {
    pub id: ServingId,
    pub workshop_id: WorkshopId,
    pub task_id: TaskId,
    pub contract_id: Option<ContractId>,
    pub responsibility_id: Option<ResponsibilityId>,
}

/// What a task serves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum ServingTarget {
    Contract(ContractId),
    Responsibility(ResponsibilityId),
}

impl Library {
    /// Says that a task serves a contract or a responsibility. Saying it twice changes nothing.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; [`crate::Error::Invalid`] across workshops.
    pub fn serving_add(
        &mut self,
        workshop_id: &WorkshopId,
        task_id: &TaskId,
        target: &ServingTarget,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "serving-add"), |tx| {
            let task: Task = tx.get(task_id)?;
            tx.name("number", task.number);
            let (contract_id, responsibility_id) = match target {
                ServingTarget::Contract(id) => (Some(tx.get::<Contract>(id)?.id), None),
                ServingTarget::Responsibility(id) => (None, Some(tx.get::<Responsibility>(id)?.id)),
            };
            let is_there = tx.list::<Serving>(workshop_id)?.into_iter().any(|row| {
                row.task_id == task.id && row.contract_id == contract_id && row.responsibility_id == responsibility_id
            });
            if is_there {
                return Ok(());
            }
            tx.insert(&Serving {
                id: ServingId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                task_id: task.id,
                contract_id,
                responsibility_id,
            })
        })
    }

    /// Takes back that a task serves something.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn serving_delete(&mut self, workshop_id: &WorkshopId, id: &ServingId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "serving-delete"), |tx| {
            let serving: Serving = tx.get(id)?;
            tx.name("number", tx.get::<Task>(&serving.task_id)?.number);
            tx.delete::<Serving>(id)
        })
    }
}
