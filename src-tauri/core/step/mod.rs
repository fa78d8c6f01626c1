//! A stage of the implementation order, led by a role.

mod add;
mod delete;
mod dependency;
mod edit;
mod move_to;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use edit::StepEdit;

use crate::record::record_id;
use crate::role::RoleId;
use crate::workshop::WorkshopId;

record_id!(StepId);
record_id!(StepDependencyId);

/// A stage of the implementation order, led by a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Step {
    pub id: StepId,
    pub workshop_id: WorkshopId,
    pub role_id: Option<RoleId>,
    pub position: String,
    pub title: String,
    pub detail: String,
}

/// `step_id` can start only when `needs_id` is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct StepDependency {
    pub id: StepDependencyId,
    pub workshop_id: WorkshopId,
    pub step_id: StepId,
    pub needs_id: StepId,
}

#[cfg(test)]
mod tests;
