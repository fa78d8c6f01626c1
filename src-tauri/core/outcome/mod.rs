//! What an item produced: a note, a decision or an action.

mod edit;
mod follow;
mod reference;
mod tally;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use edit::{NewOutcome, OutcomeEdit};
pub(crate) use reference::copy_references;
pub use reference::{ReferenceFrom, ReferenceTo};
pub use tally::Hands;

use crate::agenda::AgendaItemId;
use crate::contract::ContractId;
use crate::meeting::MeetingId;
use crate::person::PersonId;
use crate::record::record_id;
use crate::responsibility::ResponsibilityId;
use crate::role::RoleId;
use crate::task::TaskId;
use crate::workshop::WorkshopId;
use crate::{Day, Millis};

record_id!(OutcomeId);
record_id!(ReferenceId);

/// What an item produced: a note, a decision or an action.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Outcome {
    pub id: OutcomeId,
    pub workshop_id: WorkshopId,
    pub meeting_id: MeetingId,
    pub item_id: Option<AgendaItemId>,
    pub position: String,
    pub kind: OutcomeKind,
    /// Plain text for decisions and actions, CommonMark for notes.
    pub body: String,
    pub is_private: bool,
    /// Decisions: who proposed, hands from 0 to 5 as six counts ("0 0 1 3 2 1"), objections.
    pub proposer: String,
    pub tally: String,
    pub objections: String,
    pub is_action_wanted: bool,
    /// Actions: the decision they follow from, who does it, by when, the task they became.
    pub decision_id: Option<OutcomeId>,
    pub owner_role_id: Option<RoleId>,
    pub owner_person_id: Option<PersonId>,
    pub due_on: Option<Day>,
    pub task_id: Option<TaskId>,
    pub done_at: Option<Millis>,
    pub created_at: Millis,
}

/// What an agenda item or an outcome is about, or what a decision changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Reference {
    pub id: ReferenceId,
    pub workshop_id: WorkshopId,
    pub item_id: Option<AgendaItemId>,
    pub outcome_id: Option<OutcomeId>,
    pub task_id: Option<TaskId>,
    pub contract_id: Option<ContractId>,
    pub responsibility_id: Option<ResponsibilityId>,
    /// The key of a finding of the gap radar.
    pub finding: Option<String>,
}

/// What kind of outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    Note,
    Decision,
    Action,
}

#[cfg(test)]
mod tests;
