//! A word that groups tasks, responsibilities and contracts.

mod put;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use put::{TAGS_MAX, TagEdit, TagTarget};

use crate::contract::ContractId;
use crate::record::record_id;
use crate::responsibility::ResponsibilityId;
use crate::task::TaskId;
use crate::workshop::WorkshopId;

record_id!(TagId);
record_id!(TaggingId);

/// A word that groups tasks, responsibilities and contracts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Tag {
    pub id: TagId,
    pub workshop_id: WorkshopId,
    pub position: String,
    pub name: String,
    pub detail: String,
}

/// A tag on a task, a responsibility or a contract.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Tagging {
    pub id: TaggingId,
    pub workshop_id: WorkshopId,
    pub tag_id: TagId,
    pub task_id: Option<TaskId>,
    pub responsibility_id: Option<ResponsibilityId>,
    pub contract_id: Option<ContractId>,
}

#[cfg(test)]
mod tests;
