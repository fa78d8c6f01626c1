//! How far the agreements are: counts and scores of a pair, a role and the workshop.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Contents;
use crate::contract::{Contract, ContractState};
use crate::role::RoleId;

/// Lines by state. A line still hidden by the blind entry is counted apart: it is nobody's to see yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Tally {
    pub asked: u32,
    pub offered: u32,
    pub matched: u32,
    pub agreed: u32,
    pub disputed: u32,
    pub dropped: u32,
    /// Written blind and not revealed; in no other count.
    pub hidden: u32,
}

impl Tally {
    /// Counts lines.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Contract>) -> Self {
        let mut tally = Tally::default();
        for line in lines {
            let count = match line.state {
                _ if !line.is_revealed => &mut tally.hidden,
                ContractState::Asked => &mut tally.asked,
                ContractState::Offered => &mut tally.offered,
                ContractState::Matched => &mut tally.matched,
                ContractState::Agreed => &mut tally.agreed,
                ContractState::Disputed => &mut tally.disputed,
                ContractState::Dropped => &mut tally.dropped,
            };
            *count += 1;
        }
        tally
    }

    /// All lines not dropped.
    pub fn lines(&self) -> u32 {
        self.asked + self.offered + self.matched + self.agreed + self.disputed
    }

    /// Agreed lines in whole percent of all lines not dropped, rounded down (100 only when all are agreed);
    /// `None` when there are no lines.
    pub fn percent(&self) -> Option<u32> {
        (self.agreed * 100).checked_div(self.lines())
    }
}

/// What one role gives another.
pub fn of_pair(contents: &Contents, giver: &RoleId, receiver: &RoleId) -> Tally {
    Tally::of(contents.contracts.iter().filter(|line| line.giver_id == *giver && line.receiver_id == *receiver))
}

/// What a role gives and gets.
pub fn of_role(contents: &Contents, role: &RoleId) -> Tally {
    Tally::of(contents.contracts.iter().filter(|line| line.giver_id == *role || line.receiver_id == *role))
}

/// The whole workshop.
pub fn of_workshop(contents: &Contents) -> Tally {
    Tally::of(&contents.contracts)
}
