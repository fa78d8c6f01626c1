//! A card on the board; its lane is its accountable role or *unassigned*.

mod add;
mod copy;
mod delete;
mod dependency;
mod edit;
mod involvement;
mod move_to;
mod serving;
mod set;
mod wall;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use copy::{PASTE_MAX, pasted_lines};
pub use edit::TaskEdit;
pub use move_to::Column;
pub use serving::{Serving, ServingId, ServingTarget};
pub use set::TaskSet;
pub use wall::{WALL_MAX, WallMove, WallProblem, wall_moves};

use crate::Day;
use crate::person::PersonId;
use crate::record::record_id;
use crate::role::RoleId;
use crate::step::StepId;
use crate::workshop::{Workshop, WorkshopId};

record_id!(TaskId);
record_id!(TaskDependencyId);
record_id!(InvolvementId);

/// A card on the board; its lane is its accountable role or *unassigned*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Task {
    pub id: TaskId,
    pub workshop_id: WorkshopId,
    pub number: i32,
    /// The lane: the accountable role, or NULL for *unassigned*.
    pub role_id: Option<RoleId>,
    pub step_id: Option<StepId>,
    pub status: TaskStatus,
    pub position: String,
    pub title: String,
    /// One line under the title.
    pub detail: String,
    /// Running text in CommonMark.
    pub notes: String,
    pub due_on: Option<Day>,
    /// Who does it, by name; NULL: whoever holds the role.
    pub person_id: Option<PersonId>,
}

impl Task {
    /// A card that says nothing yet, with the last number that the workshop gave.
    pub(crate) fn draft(id: TaskId, workshop: &Workshop) -> Self {
        Self {
            id,
            workshop_id: workshop.id.clone(),
            number: workshop.last_task_number,
            role_id: None,
            step_id: None,
            status: TaskStatus::Todo,
            position: String::new(),
            title: String::new(),
            detail: String::new(),
            notes: String::new(),
            due_on: None,
            person_id: None,
        }
    }
}

/// `task_id` can start only when `needs_id` is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct TaskDependency {
    pub id: TaskDependencyId,
    pub workshop_id: WorkshopId,
    pub task_id: TaskId,
    pub needs_id: TaskId,
}

/// Another role's part in a task (RACI).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Involvement {
    pub id: InvolvementId,
    pub workshop_id: WorkshopId,
    pub task_id: TaskId,
    pub role_id: RoleId,
    pub part: Part,
}

/// How far a task is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    Todo,
    Doing,
    Blocked,
    Done,
}

/// A role's part in a task beside the accountable lane owner.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Responsible,
    Consulted,
    Informed,
}

/// The numbers of cards for the name of an operation: `12`, or `12, 13, 14…` for many.
fn numbers(tasks: &[Task]) -> String {
    let mut text = tasks.iter().take(3).map(|task| task.number.to_string()).collect::<Vec<_>>().join(", ");
    if tasks.len() > 3 {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests;
