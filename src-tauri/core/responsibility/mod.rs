//! What a role answers for, written as an outcome.

mod edit;
mod slips;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use edit::{RESPONSIBILITIES_MAX, ResponsibilityEdit};
pub use slips::SLIPS_MAX;

use crate::record::record_id;
use crate::role::RoleId;
use crate::workshop::WorkshopId;

record_id!(ResponsibilityId);
record_id!(SlipId);

/// What a role answers for, written as an outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Responsibility {
    pub id: ResponsibilityId,
    pub workshop_id: WorkshopId,
    /// NULL while nobody answers for it.
    pub role_id: Option<RoleId>,
    pub position: String,
    pub title: String,
    pub detail: String,
}

/// One slip of the silent round: what an author says a role (or nobody) answers for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Slip {
    pub id: SlipId,
    pub workshop_id: WorkshopId,
    pub author_id: RoleId,
    pub role_id: Option<RoleId>,
    pub position: String,
    pub title: String,
    /// Hidden from everyone but its author until revealed.
    pub is_revealed: bool,
    /// The responsibility this slip was merged into, once agreed.
    pub responsibility_id: Option<ResponsibilityId>,
}

#[cfg(test)]
mod tests;
