//! A link or document that helps, for one role or for everyone.

mod edit;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use edit::{RESOURCES_MAX, ResourceEdit};

use crate::record::record_id;
use crate::role::RoleId;
use crate::task::TaskId;
use crate::workshop::WorkshopId;

record_id!(ResourceId);

/// A link or document that helps, for one role or for everyone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Resource {
    pub id: ResourceId,
    pub workshop_id: WorkshopId,
    /// NULL: for everyone.
    pub role_id: Option<RoleId>,
    pub position: String,
    pub title: String,
    pub url: String,
    pub detail: String,
    pub heading: String,
    /// The one task it helps with; NULL: it stands with its role.
    pub task_id: Option<TaskId>,
}

#[cfg(test)]
mod tests;
