//! Writing down a need or an offer, openly or blind.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Contract, ContractId, ContractState};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, clean_line, position};

/// The most lines a workshop holds: twelve roles with some thirty lines a pair.
pub const CONTRACTS_MAX: usize = 4_000;

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The receiver's words: what it needs.
    Need,
    /// The giver's words: what it offers.
    Offer,
}

impl Library {
    /// A new line from `giver` to `receiver` with one side's words. A blind line stays hidden until
    /// [`Library::contracts_reveal`].
    ///
    /// # Errors
    /// [`Error::Invalid`] for a role with itself, empty words, or beyond [`CONTRACTS_MAX`]; [`Error::TooLong`].
    pub fn contract_add(
        &mut self,
        workshop_id: &WorkshopId,
        giver: &RoleId,
        receiver: &RoleId,
        side: Side,
        words: &str,
        is_blind: bool,
    ) -> Result<Committed<ContractId>> {
        let words = clean_words(side, words)?;
        let name = match side {
            Side::Need => "contract-ask",
            Side::Offer => "contract-offer",
        };
        self.commit(Operation::new(workshop_id, name), |tx| {
            if giver == receiver {
                return Err(Error::invalid("contract", Rule::SelfContract));
            }
            tx.name("giver", tx.get::<Role>(giver)?.letter);
            tx.name("receiver", tx.get::<Role>(receiver)?.letter);
            let lines: Vec<Contract> = tx.list(workshop_id)?;
            if lines.len() >= CONTRACTS_MAX {
                return Err(Error::too_many("contract", CONTRACTS_MAX));
            }
            let (need, offer) = match side {
                Side::Need => (Some(words), None),
                Side::Offer => (None, Some(words)),
            };
            let line = Contract {
                id: ContractId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                giver_id: giver.clone(),
                receiver_id: receiver.clone(),
                position: position::between(lines.last().map(|line| line.position.as_str()), None),
                state: if need.is_some() { ContractState::Asked } else { ContractState::Offered },
                need,
                offer,
                mode: None,
                cadence: String::new(),
                fulfilment: String::new(),
                review_on: None,
                giver_agreed_on: None,
                receiver_agreed_on: None,
                disputed_at: None,
                dispute: String::new(),
                dropped_at: None,
                is_revealed: !is_blind,
            };
            tx.insert(&line)?;
            Ok(line.id)
        })
    }

    /// Shows every line that was written blind.
    ///
    /// # Errors
    /// As the store says.
    pub fn contracts_reveal(&mut self, workshop_id: &WorkshopId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "contract-reveal"), |tx| {
            for mut line in tx.list::<Contract>(workshop_id)?.into_iter().filter(|line| !line.is_revealed) {
                line.is_revealed = true;
                tx.update(&line)?;
            }
            Ok(())
        })
    }
}

/// One side's words: one line that says something.
pub(super) fn clean_words(side: Side, words: &str) -> Result<String> {
    let field = match side {
        Side::Need => "need",
        Side::Offer => "offer",
    };
    let words = clean_line(field, words)?;
    if words.is_empty() { Err(Error::invalid(field, Rule::Empty)) } else { Ok(words) }
}
