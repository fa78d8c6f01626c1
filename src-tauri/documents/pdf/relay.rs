//! The relay sheet: who hands what to whom, in the order of the steps.

use std::collections::HashMap;

use couloir_core::Contents;
use couloir_core::contract::{Contract, ContractState};
use couloir_core::role::{Role, RoleId};
use couloir_core::step::{Step, StepId};
use serde::Serialize;
use serde_json::Value;

use super::contract;
use super::task::{self, TaskView};
use super::view::{RoleView, View, Words, envelope, notice, role};
use crate::{Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    legs: Vec<Leg>,
    roles: Vec<RoleView>,
}

/// A step, and what its role then hands over.
#[derive(Serialize)]
pub(super) struct Leg {
    number: String,
    title: String,
    detail: String,
    role: Option<RoleView>,
    /// What must be done before; what may go on at the same time.
    waits: String,
    beside: String,
    tasks: Vec<TaskView>,
    handovers: Vec<Handover>,
}

#[derive(Serialize)]
struct Handover {
    receiver: RoleView,
    what: String,
    state_label: String,
    is_agreed: bool,
    /// The receiver's own step comes earlier: this has to start before its turn.
    is_early: bool,
}

/// Words of the legs.
pub(super) const WORDS: &[&str] = &["relay-hands", "relay-early", "relay-tasks", "unassigned", "contract-state"];

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    if contents.steps.is_empty() && contents.contracts.is_empty() {
        return notice(contents, request, &words.get("no-steps"));
    }
    let body = Body {
        words: words.all(WORDS),
        legs: legs(contents, words),
        roles: contents.roles.iter().map(RoleView::from).collect(),
    };
    Ok(View { template: "relay.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}

pub(super) fn legs(contents: &Contents, words: Words) -> Vec<Leg> {
    let order = order(contents);
    let rank: HashMap<&StepId, usize> = order.iter().enumerate().map(|(index, step)| (&step.id, index)).collect();
    // A role's turn is its first step.
    let mut turn: HashMap<&RoleId, usize> = HashMap::new();
    for (index, step) in order.iter().enumerate() {
        if let Some(role) = &step.role_id {
            turn.entry(role).or_insert(index);
        }
    }
    let mut legs: Vec<Leg> = order
        .iter()
        .enumerate()
        .map(|(index, step)| {
            let is_turn = step.role_id.as_ref().is_some_and(|role| turn.get(role) == Some(&index));
            let lead = role(contents, step.role_id.as_ref());
            Leg {
                number: (index + 1).to_string(),
                title: step.title.clone(),
                detail: step.detail.clone(),
                role: lead.map(RoleView::from),
                waits: waits(contents, words, step, &rank),
                beside: beside(contents, words, step, &order),
                tasks: contents
                    .tasks
                    .iter()
                    .filter(|task| task.step_id.as_ref() == Some(&step.id))
                    .map(|task| task::view(contents, words, task))
                    .collect(),
                handovers: match lead {
                    Some(giver) if is_turn => handovers(contents, words, giver, &turn),
                    _ => Vec::new(),
                },
            }
        })
        .collect();
    for giver in contents.roles.iter().filter(|role| !turn.contains_key(&role.id)) {
        let handovers = handovers(contents, words, giver, &turn);
        if !handovers.is_empty() {
            legs.push(Leg {
                number: String::new(),
                title: words.get("board-no-step"),
                detail: String::new(),
                role: Some(giver.into()),
                waits: String::new(),
                beside: String::new(),
                tasks: Vec::new(),
                handovers,
            });
        }
    }
    legs
}

/// Steps so that each comes after what it needs, otherwise in their own order; a circle keeps its own order too.
fn order(contents: &Contents) -> Vec<&Step> {
    let mut left: Vec<&Step> = contents.steps.iter().collect();
    let mut order: Vec<&Step> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let is_ready = |step: &&Step| {
            !contents
                .step_dependencies
                .iter()
                .any(|one| one.step_id == step.id && left.iter().any(|other| other.id == one.needs_id))
        };
        let next = left.iter().position(is_ready).unwrap_or(0);
        order.push(left.remove(next));
    }
    order
}

fn waits(contents: &Contents, words: Words, step: &Step, rank: &HashMap<&StepId, usize>) -> String {
    let mut numbers: Vec<usize> = contents
        .step_dependencies
        .iter()
        .filter(|one| one.step_id == step.id)
        .filter_map(|one| rank.get(&one.needs_id).map(|index| index + 1))
        .collect();
    numbers.sort_unstable();
    if numbers.is_empty() {
        return words.get("relay-first");
    }
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    words.with("relay-after", &[("steps", numbers.join(", ").into()), ("count", numbers.len().into())])
}

/// Steps that neither need this one nor are needed by it.
fn beside(contents: &Contents, words: Words, step: &Step, order: &[&Step]) -> String {
    let reaches = |from: &StepId, to: &StepId| {
        let mut seen: Vec<&StepId> = vec![from];
        let mut index = 0;
        while let Some(at) = seen.get(index).copied() {
            index += 1;
            for one in contents.step_dependencies.iter().filter(|one| one.step_id == *at) {
                if one.needs_id == *to {
                    return true;
                }
                if !seen.contains(&&one.needs_id) {
                    seen.push(&one.needs_id);
                }
            }
        }
        false
    };
    let numbers: Vec<String> = order
        .iter()
        .enumerate()
        .filter(|(_, other)| other.id != step.id && !reaches(&other.id, &step.id) && !reaches(&step.id, &other.id))
        .map(|(index, _)| (index + 1).to_string())
        .collect();
    if numbers.is_empty() {
        return String::new();
    }
    words.with("relay-beside", &[("steps", numbers.join(", ").into()), ("count", numbers.len().into())])
}

fn handovers(contents: &Contents, words: Words, giver: &Role, turn: &HashMap<&RoleId, usize>) -> Vec<Handover> {
    let mut lines: Vec<&Contract> = contract::live(contents).filter(|one| one.giver_id == giver.id).collect();
    // Whoever is next in the order first.
    lines.sort_by_key(|one| turn.get(&one.receiver_id).copied().unwrap_or(usize::MAX));
    lines
        .into_iter()
        .filter_map(|one| {
            let view = contract::view(contents, words, one)?;
            let is_early = matches!((turn.get(&one.giver_id), turn.get(&one.receiver_id)), (Some(giver), Some(receiver)) if receiver < giver);
            Some(Handover {
                what: if view.offer.is_empty() { view.need } else { view.offer },
                receiver: view.receiver,
                state_label: view.state_label,
                is_agreed: one.state == ContractState::Agreed,
                is_early,
            })
        })
        .collect()
}
