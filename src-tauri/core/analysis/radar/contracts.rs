//! Contracts that are open, disputed, due for review or not kept. Hidden and dropped lines are left alone.

use std::collections::HashMap;

use super::finding::{Draft, Finding, FindingKind};
use super::index::Index;
use crate::contract::{Contract, ContractState, Pulse, Verdict};
use crate::{Contents, Day};

/// Answers in a row that make a contract one that is not kept.
const NOT_KEPT: usize = 3;

fn visible(contents: &Contents) -> impl Iterator<Item = &Contract> {
    contents.contracts.iter().filter(|contract| contract.is_revealed && contract.state != ContractState::Dropped)
}

/// One finding a line that is not agreed.
pub(super) fn states(contents: &Contents, index: &Index<'_>) -> Vec<Finding> {
    let finding = |contract: &Contract| {
        let draft = match contract.state {
            ContractState::Asked => about(FindingKind::NeedWithoutOffer, contract, index),
            ContractState::Offered => about(FindingKind::OfferWithoutNeed, contract, index),
            ContractState::Disputed => {
                about(FindingKind::DisputedContract, contract, index).resting("dispute", &contract.dispute)
            }
            ContractState::Matched => {
                let what = match (contract.giver_agreed_on, contract.receiver_agreed_on) {
                    (None, None) => "both",
                    (None, Some(_)) => "giver",
                    _ => "receiver",
                };
                about(FindingKind::UnconfirmedContract, contract, index).what(what)
            }
            ContractState::Agreed | ContractState::Dropped => return None,
        };
        Some(draft.finding())
    };
    visible(contents).filter_map(finding).collect()
}

/// One finding a line whose review date has passed.
pub(super) fn reviews(contents: &Contents, index: &Index<'_>, today: Day) -> Vec<Finding> {
    let finding = |contract: &Contract| {
        let day = contract.review_on.filter(|day| *day < today)?;
        Some(about(FindingKind::OverdueReview, contract, index).resting("day", day).finding())
    };
    visible(contents).filter_map(finding).collect()
}

/// One finding a line whose last three answers, *not needed* aside, were *not kept*.
pub(super) fn not_kept(contents: &Contents, index: &Index<'_>) -> Vec<Finding> {
    let mut pulses: HashMap<&str, Vec<&Pulse>> = HashMap::new();
    for pulse in contents.pulses.iter().filter(|pulse| pulse.verdict != Verdict::NotNeeded) {
        pulses.entry(pulse.contract_id.as_str()).or_default().push(pulse);
    }
    let finding = |contract: &Contract| {
        let pulses = pulses.get_mut(contract.id.as_str())?;
        pulses.sort_by_key(|pulse| (pulse.taken_at, pulse.id.clone()));
        let last = pulses.len().checked_sub(NOT_KEPT).map(|from| &pulses[from..])?;
        let latest = last.iter().all(|pulse| pulse.verdict == Verdict::NotKept).then(|| last.last())??;
        // A further answer is a new fact.
        Some(about(FindingKind::ContractNotKept, contract, index).fact(&latest.taken_at.0.to_string()).finding())
    };
    visible(contents).filter_map(finding).collect()
}

fn about(kind: FindingKind, contract: &Contract, index: &Index<'_>) -> Draft {
    let text = contract.need.as_deref().or(contract.offer.as_deref()).unwrap_or_default();
    let mut draft =
        Draft::new(kind).about(contract).resting("text", text).fact(contract.offer.as_deref().unwrap_or_default());
    for role in [&contract.giver_id, &contract.receiver_id].into_iter().filter_map(|id| index.role(id)) {
        draft = draft.with(role);
    }
    draft
        .saying("giver", index.role_name(&contract.giver_id))
        .saying("receiver", index.role_name(&contract.receiver_id))
}
