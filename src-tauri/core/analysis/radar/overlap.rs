//! Overlap: the same task or responsibility claimed by two roles, or two roles responsible without agreement.

use std::collections::BTreeSet;

use super::finding::{Draft, Finding, FindingKind};
use super::index::Index;
use crate::analysis::wording::{self, Wording};
use crate::contract::ContractState;
use crate::role::{Role, RoleId};
use crate::task::Part;
use crate::{Contents, Record};

/// One finding a group of near-equal titles in the hands of at least two roles.
pub(super) fn wordings(contents: &Contents, index: &Index<'_>) -> Vec<Finding> {
    let tasks: Vec<Claim<'_, _>> = contents.tasks.iter().filter_map(|t| Claim::of(t, &t.title, &t.role_id)).collect();
    let duties: Vec<Claim<'_, _>> =
        contents.responsibilities.iter().filter_map(|r| Claim::of(r, &r.title, &r.role_id)).collect();
    let mut findings = claimed_twice("task", &tasks, index);
    findings.extend(claimed_twice("responsibility", &duties, index));
    findings
}

/// What a role claims.
struct Claim<'a, R> {
    row: &'a R,
    title: &'a str,
    role_id: &'a RoleId,
}

impl<'a, R> Claim<'a, R> {
    fn of(row: &'a R, title: &'a str, role_id: &'a Option<RoleId>) -> Option<Self> {
        role_id.as_ref().map(|role_id| Self { row, title, role_id })
    }
}

fn claimed_twice<R: Record>(what: &str, claims: &[Claim<'_, R>], index: &Index<'_>) -> Vec<Finding> {
    let wordings: Vec<Wording> = claims.iter().map(|claim| Wording::of(claim.title)).collect();
    wording::groups(&wordings, |one, other| claims[one].role_id != claims[other].role_id)
        .into_iter()
        .map(|group| {
            let mut draft = Draft::new(FindingKind::Overlap).what(what).saying("title", claims[group[0]].title);
            for claim in group.iter().map(|at| &claims[*at]) {
                draft = draft.about(claim.row).fact(claim.title);
            }
            with_roles(draft, group.iter().filter_map(|at| index.role(claims[*at].role_id))).finding()
        })
        .collect()
}

/// One finding a task with two responsible roles between which no contract is agreed.
pub(super) fn responsibles(contents: &Contents, index: &Index<'_>) -> Vec<Finding> {
    let agreed: BTreeSet<(&str, &str)> = contents
        .contracts
        .iter()
        .filter(|contract| contract.state == ContractState::Agreed)
        .map(|contract| pair(&contract.giver_id, &contract.receiver_id))
        .collect();
    let mut by_task: std::collections::HashMap<&str, Vec<&RoleId>> = std::collections::HashMap::new();
    for involvement in contents.involvements.iter().filter(|involvement| involvement.part == Part::Responsible) {
        by_task.entry(involvement.task_id.as_str()).or_default().push(&involvement.role_id);
    }
    let mut findings = Vec::new();
    for task in &contents.tasks {
        let Some(roles) = by_task.get(task.id.as_str()) else { continue };
        // The lane owner answers for the whole and settles it: only the others can be in each other's way.
        let mut roles: Vec<&RoleId> =
            roles.iter().copied().filter(|role| Some(*role) != task.role_id.as_ref()).collect();
        roles.sort_by_key(|role| index.role(role).map(|role| &role.position));
        let is_open = |one: &RoleId, other: &RoleId| !agreed.contains(&pair(one, other));
        if roles.iter().enumerate().any(|(at, one)| roles[at + 1..].iter().any(|other| is_open(one, other))) {
            let draft = Draft::new(FindingKind::Overlap)
                .what("responsible")
                .about(task)
                .resting("title", &task.title)
                .saying("number", task.number);
            findings.push(with_roles(draft, roles.into_iter().filter_map(|role| index.role(role))).finding());
        }
    }
    findings
}

fn pair<'a>(one: &'a RoleId, other: &'a RoleId) -> (&'a str, &'a str) {
    (one.as_str().min(other.as_str()), one.as_str().max(other.as_str()))
}

/// Adds the roles, each once, as objects and as a list of names. Which roles they are is a fact.
fn with_roles<'a>(mut draft: Draft, roles: impl Iterator<Item = &'a Role>) -> Draft {
    let mut names: Vec<&str> = Vec::new();
    let mut seen = BTreeSet::new();
    for role in roles {
        if seen.insert(role.id.as_str()) {
            names.push(&role.name);
            draft = draft.with(role).fact(&role.letter);
        }
    }
    draft.saying("roles", names.join(" · "))
}
