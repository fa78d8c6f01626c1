//! A role: mandate, first step, colour and lane letter.

mod add;
mod delete;
mod edit;
mod examples;
mod merge;
mod move_to;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use add::ROLES_MAX;
pub(crate) use add::first_free;
pub use delete::{RoleDeletion, deletion};
pub use edit::RoleEdit;
pub use examples::EXAMPLES_MAX;
pub use merge::{RoleMerge, merging};

use crate::record::record_id;
use crate::workshop::WorkshopId;

record_id!(RoleId);
record_id!(SkillId);
record_id!(TypicalTaskId);

/// A role: mandate, first step, colour and lane letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Role {
    pub id: RoleId,
    pub workshop_id: WorkshopId,
    pub position: String,
    pub letter: String,
    pub name: String,
    pub mandate: String,
    /// One of the palette's names; the theme turns it into a colour.
    pub color: RoleColor,
    pub first_step: String,
}

/// A key skill of a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Skill {
    pub id: SkillId,
    pub workshop_id: WorkshopId,
    pub role_id: RoleId,
    pub position: String,
    pub name: String,
}

/// What a role usually does, as an example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct TypicalTask {
    pub id: TypicalTaskId,
    pub workshop_id: WorkshopId,
    pub role_id: RoleId,
    pub position: String,
    pub title: String,
}

/// A name of the palette; the theme turns it into a colour.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum RoleColor {
    Blue,
    Orange,
    Green,
    Purple,
    Red,
    Teal,
    Olive,
    Brown,
    Indigo,
    Pink,
    Slate,
    Gold,
}

impl RoleColor {
    /// The palette in the order in which new roles take it.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;
}

#[cfg(test)]
mod tests;
