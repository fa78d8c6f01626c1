//! Blocked tasks, and giving that comes too late in the sequence.

use std::collections::HashMap;

use super::finding::{Draft, Finding, FindingKind};
use super::index::Index;
use crate::Contents;
use crate::analysis::sequence::graph::{Later, Needs};
use crate::contract::ContractState;
use crate::task::TaskStatus;

/// One finding a task in progress with a prerequisite that is not done.
pub(super) fn blocked(contents: &Contents, index: &Index<'_>) -> Vec<Finding> {
    let mut needs: HashMap<&str, Vec<_>> = HashMap::new();
    for dependency in &contents.task_dependencies {
        if let Some(needed) = index.task(&dependency.needs_id).filter(|task| task.status != TaskStatus::Done) {
            needs.entry(dependency.task_id.as_str()).or_default().push(needed);
        }
    }
    let tasks = contents.tasks.iter().filter(|task| task.status == TaskStatus::Doing);
    tasks
        .filter_map(|task| {
            let needed = needs.get_mut(task.id.as_str())?;
            needed.sort_by_key(|task| task.number);
            let names: Vec<String> = needed.iter().map(|task| format!("{} {}", task.number, task.title)).collect();
            let mut draft = Draft::new(FindingKind::Blocked).about(task).resting("task", &task.title);
            for task in needed {
                draft = draft.with(*task).fact(&task.title);
            }
            Some(draft.saying("number", task.number).saying("needs", names.join(" · ")).finding())
        })
        .collect()
}

/// One finding a contract or task dependency whose giver's step comes later than the receiver's.
///
/// A step comes later when it needs the other, directly or through others; steps side by side do not. A role that
/// leads several steps is late only when all of them come after all of the receiver's.
pub(super) fn against_sequence(contents: &Contents, index: &Index<'_>) -> Vec<Finding> {
    if contents.step_dependencies.is_empty() {
        return Vec::new();
    }
    let later = Needs::of_steps(contents).later();
    let mut findings = contracts(contents, index, &later);
    findings.extend(tasks(contents, index, &later));
    findings
}

fn contracts(contents: &Contents, index: &Index<'_>, later: &Later<'_>) -> Vec<Finding> {
    let mut led: HashMap<&str, Vec<&str>> = HashMap::new();
    for step in &contents.steps {
        if let Some(role) = &step.role_id {
            led.entry(role.as_str()).or_default().push(step.id.as_str());
        }
    }
    let mut findings = Vec::new();
    for contract in contents.contracts.iter().filter(|c| c.is_revealed && c.state != ContractState::Dropped) {
        let (Some(giving), Some(receiving)) =
            (led.get(contract.giver_id.as_str()), led.get(contract.receiver_id.as_str()))
        else {
            continue;
        };
        if !giving.iter().all(|giver| receiving.iter().all(|receiver| later.is_later(giver, receiver))) {
            continue;
        }
        let text = contract.need.as_deref().or(contract.offer.as_deref()).unwrap_or_default();
        let mut draft = Draft::new(FindingKind::AgainstSequence).what("contract").about(contract).resting("text", text);
        for role in [&contract.giver_id, &contract.receiver_id].into_iter().filter_map(|id| index.role(id)) {
            draft = draft.with(role);
        }
        let draft = draft
            .saying("giver", index.role_name(&contract.giver_id))
            .saying("receiver", index.role_name(&contract.receiver_id));
        findings.push(draft.finding());
    }
    findings
}

fn tasks(contents: &Contents, index: &Index<'_>, later: &Later<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for dependency in &contents.task_dependencies {
        let (Some(task), Some(needed)) = (index.task(&dependency.task_id), index.task(&dependency.needs_id)) else {
            continue;
        };
        let (Some(step), Some(needed_step)) = (&task.step_id, &needed.step_id) else { continue };
        if later.is_later(needed_step.as_str(), step.as_str()) {
            let draft = Draft::new(FindingKind::AgainstSequence).what("task").about(task).about(needed);
            let draft = draft.resting("text", &task.title).resting("needs", &needed.title);
            let step_title = |id| index.step(id).map_or("", |step| step.title.as_str());
            findings.push(
                draft
                    .saying("number", task.number)
                    .saying("needs-number", needed.number)
                    .saying("giver", step_title(needed_step))
                    .saying("receiver", step_title(step))
                    .finding(),
            );
        }
    }
    findings
}
