//! Loose end: what a meeting left without a follow-up, and what is overdue.

use std::collections::HashSet;

use super::finding::{Draft, Finding, FindingKind};
use crate::outcome::{Outcome, OutcomeKind};
use crate::task::{TaskId, TaskStatus};
use crate::{Contents, Day};

/// One finding a lack: a decision without the action it asks for; an open action without owner, without date, or
/// overdue.
pub(super) fn outcomes(contents: &Contents, today: Day) -> Vec<Finding> {
    let followed: HashSet<&str> = contents
        .outcomes
        .iter()
        .filter(|outcome| outcome.kind == OutcomeKind::Action)
        .filter_map(|outcome| outcome.decision_id.as_ref())
        .map(|decision| decision.as_str())
        .collect();
    let mut findings = Vec::new();
    for outcome in contents.outcomes.iter().filter(|outcome| !outcome.is_private) {
        let mut lack = |what: &str| findings.push(about(outcome, what).finding());
        match outcome.kind {
            OutcomeKind::Decision if outcome.is_action_wanted && !followed.contains(outcome.id.as_str()) => {
                lack("decision");
            }
            OutcomeKind::Action if outcome.done_at.is_none() => {
                if outcome.owner_role_id.is_none() && outcome.owner_person_id.is_none() {
                    lack("owner");
                }
                match outcome.due_on {
                    None => lack("date"),
                    Some(day) if day < today => {
                        findings.push(about(outcome, "overdue").resting("day", day).finding());
                    }
                    Some(_) => {}
                }
            }
            _ => {}
        }
    }
    findings
}

/// One finding a task that is overdue and not done. Where the action it came from is overdue, that says it already.
pub(super) fn tasks(contents: &Contents, today: Day) -> impl Iterator<Item = Finding> {
    let said: HashSet<&str> = contents
        .outcomes
        .iter()
        .filter(|outcome| {
            !outcome.is_private && outcome.done_at.is_none() && outcome.due_on.is_some_and(|day| day < today)
        })
        .filter_map(|outcome| outcome.task_id.as_ref())
        .map(TaskId::as_str)
        .collect();
    contents
        .tasks
        .iter()
        .filter(move |task| task.status != TaskStatus::Done && !said.contains(task.id.as_str()))
        .filter_map(move |task| {
            let day = task.due_on.filter(|day| *day < today)?;
            let draft = Draft::new(FindingKind::LooseEnd).what("task").about(task);
            Some(draft.saying("number", task.number).saying("text", &task.title).resting("day", day).finding())
        })
}

fn about(outcome: &Outcome, what: &str) -> Draft {
    Draft::new(FindingKind::LooseEnd).what(what).about(outcome).resting("text", &outcome.body)
}
