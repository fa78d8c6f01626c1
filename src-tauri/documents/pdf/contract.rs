//! Collaboration contracts as pages show them.

use couloir_core::Contents;
use couloir_core::contract::{Contract, ContractState, Mode};
use couloir_core::role::Role;
use serde::Serialize;

use super::view::{RoleView, Words, role};

#[derive(Clone, Serialize)]
pub(super) struct LineView {
    pub(super) giver: RoleView,
    pub(super) receiver: RoleView,
    /// In the receiver's words; empty when nobody asked.
    pub(super) need: String,
    /// In the giver's words; empty when nobody offered.
    pub(super) offer: String,
    pub(super) state: ContractState,
    pub(super) state_label: String,
    /// Mode, cadence, sign of fulfilment and review date, each only where there is one.
    pub(super) terms: Vec<(String, String)>,
    pub(super) dispute: String,
}

/// A line, unless one of its roles is gone.
pub(super) fn view(contents: &Contents, words: Words, contract: &Contract) -> Option<LineView> {
    let giver = role(contents, Some(&contract.giver_id))?;
    let receiver = role(contents, Some(&contract.receiver_id))?;
    let mut terms = Vec::new();
    if let Some(mode) = contract.mode {
        terms.push((words.get("contract-mode"), mode_label(words, mode)));
    }
    if !contract.cadence.is_empty() {
        terms.push((words.get("contract-cadence"), contract.cadence.clone()));
    }
    if !contract.fulfilment.is_empty() {
        terms.push((words.get("contract-fulfilment"), contract.fulfilment.clone()));
    }
    if let Some(day) = contract.review_on {
        terms.push((words.get("contract-review"), words.day(day)));
    }
    Some(LineView {
        giver: giver.into(),
        receiver: receiver.into(),
        need: contract.need.clone().unwrap_or_default(),
        offer: contract.offer.clone().unwrap_or_default(),
        state: contract.state,
        state_label: state_label(words, contract.state),
        terms,
        dispute: contract.dispute.clone(),
    })
}

fn mode_label(words: Words, mode: Mode) -> String {
    words.get(match mode {
        Mode::Collaboration => "contract-mode-collaboration",
        Mode::AsAService => "contract-mode-service",
        Mode::Facilitation => "contract-mode-facilitation",
        Mode::Approval => "contract-mode-approval",
    })
}

fn state_label(words: Words, state: ContractState) -> String {
    words.get(match state {
        ContractState::Asked => "contract-asked",
        ContractState::Offered => "contract-offered",
        ContractState::Matched => "contract-matched",
        ContractState::Agreed => "contract-agreed",
        ContractState::Disputed => "contract-disputed",
        ContractState::Dropped => "contract-dropped",
    })
}

/// Lines that count: not dropped, and not hidden by a blind entry that is still going on.
pub(super) fn live(contents: &Contents) -> impl Iterator<Item = &Contract> {
    contents.contracts.iter().filter(|contract| contract.state != ContractState::Dropped && contract.is_revealed)
}

/// Live lines from one role to another.
pub(super) fn between(contents: &Contents, words: Words, giver: &Role, receiver: &Role) -> Vec<LineView> {
    live(contents)
        .filter(|contract| contract.giver_id == giver.id && contract.receiver_id == receiver.id)
        .filter_map(|contract| view(contents, words, contract))
        .collect()
}

/// A cell of the role × role matrix.
#[derive(Serialize)]
pub(super) struct Cell {
    /// A role and itself.
    is_self: bool,
    agreed: usize,
    lines: usize,
    /// Lines that one side left without an answer, and lines not yet confirmed or disputed, in words.
    remarks: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Matrix {
    roles: Vec<RoleView>,
    /// One row a giver, one cell a receiver.
    rows: Vec<Vec<Cell>>,
    agreed: usize,
    lines: usize,
    /// *21 lignes convenues sur 36, soit 58 %*.
    pub(super) summary: String,
}

pub(super) fn matrix(contents: &Contents, words: Words) -> Matrix {
    let rows: Vec<Vec<Cell>> = contents
        .roles
        .iter()
        .map(|giver| contents.roles.iter().map(|receiver| cell(contents, words, giver, receiver)).collect())
        .collect();
    let (agreed, lines) =
        rows.iter().flatten().fold((0, 0), |(agreed, lines), cell| (agreed + cell.agreed, lines + cell.lines));
    let percent = (agreed * 100 + lines / 2).checked_div(lines);
    let summary = percent.map_or_else(
        || words.get("contract-no-lines"),
        |percent| {
            let args = [("agreed", agreed.into()), ("lines", lines.into()), ("percent", percent.into())];
            words.with("contract-score", &args)
        },
    );
    Matrix { roles: contents.roles.iter().map(RoleView::from).collect(), rows, agreed, lines, summary }
}

fn cell(contents: &Contents, words: Words, giver: &Role, receiver: &Role) -> Cell {
    let states: Vec<ContractState> = live(contents)
        .filter(|contract| contract.giver_id == giver.id && contract.receiver_id == receiver.id)
        .map(|contract| contract.state)
        .collect();
    let count = |wanted: &[ContractState]| states.iter().filter(|state| wanted.contains(state)).count();
    let remark = |key: &str, wanted: &[ContractState]| {
        let count = count(wanted);
        (count > 0).then(|| words.with(key, &[("count", count.into())]))
    };
    Cell {
        is_self: giver.id == receiver.id,
        agreed: count(&[ContractState::Agreed]),
        lines: states.len(),
        remarks: [
            remark("contract-count-unanswered", &[ContractState::Asked, ContractState::Offered]),
            remark("contract-count-matched", &[ContractState::Matched]),
            remark("contract-count-disputed", &[ContractState::Disputed]),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}
