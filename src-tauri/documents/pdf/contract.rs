//! Collaboration contracts as pages show them.

use couloir_core::Contents;
use couloir_core::contract::{Contract, ContractState, Mode};
use couloir_core::role::Role;
use serde::Serialize;

use super::spread::{self, Spread};
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
    words.on_screen(match mode {
        Mode::Collaboration => "contract-mode-collaboration",
        Mode::AsAService => "contract-mode-as-a-service",
        Mode::Facilitation => "contract-mode-facilitation",
        Mode::Approval => "contract-mode-approval",
    })
}

fn state_label(words: Words, state: ContractState) -> String {
    words.on_screen(match state {
        ContractState::Asked => "contract-state-asked",
        ContractState::Offered => "contract-state-offered",
        ContractState::Matched => "contract-state-matched",
        ContractState::Agreed => "contract-state-agreed",
        ContractState::Disputed => "contract-state-disputed",
        ContractState::Dropped => "contract-state-dropped",
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
    /// Lines that one side left without an answer, and lines not yet confirmed or disputed, in words; or that all
    /// is agreed.
    remarks: Vec<String>,
    /// The same in figures and marks: *2? 1≠*.
    marks: String,
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
    #[serde(flatten)]
    spread: Spread,
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
    Matrix {
        roles: contents.roles.iter().map(RoleView::from).collect(),
        rows,
        agreed,
        lines,
        summary,
        spread: Spread::of(&contents.roles, &spread::MATRIX, words),
    }
}

fn cell(contents: &Contents, words: Words, giver: &Role, receiver: &Role) -> Cell {
    let states: Vec<ContractState> = live(contents)
        .filter(|contract| contract.giver_id == giver.id && contract.receiver_id == receiver.id)
        .map(|contract| contract.state)
        .collect();
    let count = |wanted: &[ContractState]| states.iter().filter(|state| wanted.contains(state)).count();
    let counts = [
        ("contracts-unanswered", "?", count(&[ContractState::Asked, ContractState::Offered])),
        ("contracts-to-confirm", "○", count(&[ContractState::Matched])),
        ("contracts-disputed", "≠", count(&[ContractState::Disputed])),
    ];
    let shown = || counts.iter().filter(|(_, _, count)| *count > 0);
    let mut remarks: Vec<String> =
        shown().map(|(key, _, count)| words.on_screen_with(key, &[("count", (*count).into())])).collect();
    if remarks.is_empty() && !states.is_empty() {
        remarks.push(words.on_screen("contracts-all-agreed"));
    }
    Cell {
        is_self: giver.id == receiver.id,
        agreed: count(&[ContractState::Agreed]),
        lines: states.len(),
        remarks,
        marks: shown().map(|(_, mark, count)| format!("{count}{mark}")).collect::<Vec<_>>().join(" "),
    }
}
