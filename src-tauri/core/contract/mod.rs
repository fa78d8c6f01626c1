//! One directed line: what one role gives another, and what the other needs from it.

mod add;
mod agree;
mod edit;
mod matching;
mod pulse;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use add::{CONTRACTS_MAX, Side};
pub use agree::Party;
pub use edit::ContractEdit;

use crate::meeting::MeetingId;
use crate::record::record_id;
use crate::role::RoleId;
use crate::workshop::WorkshopId;
use crate::{Day, Millis};

record_id!(ContractId);
record_id!(PulseId);

/// One directed line: what one role gives another, and what the other needs from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Contract {
    pub id: ContractId,
    pub workshop_id: WorkshopId,
    pub giver_id: RoleId,
    pub receiver_id: RoleId,
    pub position: String,
    /// In the receiver's words.
    pub need: Option<String>,
    /// In the giver's words.
    pub offer: Option<String>,
    pub mode: Option<Mode>,
    /// What starts it, or how often it happens.
    pub cadence: String,
    /// How one sees that it is fulfilled.
    pub fulfilment: String,
    pub review_on: Option<Day>,
    pub giver_agreed_on: Option<Day>,
    pub receiver_agreed_on: Option<Day>,
    pub disputed_at: Option<Millis>,
    pub dispute: String,
    pub dropped_at: Option<Millis>,
    /// Hidden until the blind entry is revealed.
    pub is_revealed: bool,
    /// Follows from the content and is stored nowhere else.
    pub state: ContractState,
}

/// Whether a contract was kept, asked from time to time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Pulse {
    pub id: PulseId,
    pub workshop_id: WorkshopId,
    pub contract_id: ContractId,
    pub meeting_id: Option<MeetingId>,
    pub verdict: Verdict,
    pub note: String,
    pub taken_at: Millis,
}

/// How two roles work together on a contract.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    Collaboration,
    AsAService,
    Facilitation,
    Approval,
}

/// Follows from the content of a contract; computed by the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ContractState {
    Asked,
    Offered,
    Matched,
    Agreed,
    Disputed,
    Dropped,
}

/// Was the contract kept?
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Kept,
    NotKept,
    NotNeeded,
}

impl Contract {
    /// Its state as its content says; the store computes the same (checked by a test).
    pub fn state_of_content(&self) -> ContractState {
        if self.dropped_at.is_some() {
            ContractState::Dropped
        } else if self.disputed_at.is_some() {
            ContractState::Disputed
        } else if self.offer.is_none() {
            ContractState::Asked
        } else if self.need.is_none() {
            ContractState::Offered
        } else if self.giver_agreed_on.is_some() && self.receiver_agreed_on.is_some() {
            ContractState::Agreed
        } else {
            ContractState::Matched
        }
    }
}

#[cfg(test)]
mod tests;
