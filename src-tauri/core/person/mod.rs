//! Somebody who may hold roles.

mod edit;
mod hold;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use edit::{PEOPLE_MAX, PersonEdit};

use crate::record::record_id;
use crate::role::RoleId;
use crate::workshop::WorkshopId;

record_id!(PersonId);
record_id!(RoleHolderId);

/// Somebody who may hold roles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Person {
    pub id: PersonId,
    pub workshop_id: WorkshopId,
    pub position: String,
    pub name: String,
    pub organisation: String,
    pub email: String,
    /// A private name is never projected.
    pub is_private: bool,
}

/// A person holds a role; both may have several or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct RoleHolder {
    pub id: RoleHolderId,
    pub workshop_id: WorkshopId,
    pub role_id: RoleId,
    pub person_id: PersonId,
}

#[cfg(test)]
mod tests;
