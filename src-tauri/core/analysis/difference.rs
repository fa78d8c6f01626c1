//! Before and after: what changed between two moments of a workshop.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::radar::{self, Finding};
use crate::contract::{Contract, ContractId, ContractState};
use crate::role::{Role, RoleId};
use crate::task::{Task, TaskId, TaskStatus};
use crate::{Contents, Day};

/// What changed between two moments. Names are those of the later moment, for what is gone those of the earlier.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Difference {
    pub roles_added: Vec<NamedRole>,
    pub roles_removed: Vec<NamedRole>,
    pub tasks_added: Vec<NamedTask>,
    pub tasks_removed: Vec<NamedTask>,
    pub owners_changed: Vec<OwnerChange>,
    pub tasks_done: Vec<NamedTask>,
    pub tasks_reopened: Vec<NamedTask>,
    pub contracts_added: Vec<NamedContract>,
    pub contracts_agreed: Vec<NamedContract>,
    /// Agreed before, no longer agreed (disputed or open again).
    pub contracts_lost: Vec<NamedContract>,
    /// Dropped or deleted.
    pub contracts_dropped: Vec<NamedContract>,
    pub findings_opened: Vec<Finding>,
    pub findings_closed: Vec<Finding>,
    pub before: Figures,
    pub after: Figures,
}

/// Figures of one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Figures {
    pub tasks: u32,
    pub unassigned: u32,
    pub done: u32,
    /// Lines that are not dropped.
    pub contracts: u32,
    pub agreed: u32,
    /// Open findings.
    pub findings: u32,
}

/// A role by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct NamedRole {
    pub id: RoleId,
    pub letter: String,
    pub name: String,
}

/// A task by number and title.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct NamedTask {
    pub id: TaskId,
    pub number: i32,
    pub title: String,
}

/// A task that changed hands; `None` is *unassigned*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct OwnerChange {
    pub task: NamedTask,
    pub from: Option<NamedRole>,
    pub to: Option<NamedRole>,
}

/// A contract line by its roles and words (the need, else the offer).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct NamedContract {
    pub id: ContractId,
    pub giver: NamedRole,
    pub receiver: NamedRole,
    pub text: String,
}

/// What changed from `before` to `after`. Both are judged by the rules of `today`, so that a review that merely
/// became due does not look like a change.
pub fn difference(before: &Contents, after: &Contents, today: Day) -> Difference {
    let roles = Names::of(before, after);
    let (tasks_before, tasks_after) = (by_id(&before.tasks, |t| &t.id), by_id(&after.tasks, |t| &t.id));
    let (lines_before, lines_after) = (by_id(&before.contracts, |c| &c.id), by_id(&after.contracts, |c| &c.id));
    let changed_tasks = || after.tasks.iter().filter_map(|now| Some((*tasks_before.get(&now.id)?, now)));
    let is_done = |task: &Task| task.status == TaskStatus::Done;
    let was = |line: &Contract, state: ContractState| lines_before.get(&line.id).is_some_and(|l| l.state == state);
    let lines =
        |keep: &dyn Fn(&&Contract) -> bool| after.contracts.iter().filter(keep).map(|l| roles.line(l)).collect();

    let (open_before, open_after) = (open(before, today), open(after, today));
    let keys = |findings: &[Finding]| findings.iter().map(|finding| finding.key.clone()).collect::<HashSet<_>>();
    let (keys_before, keys_after) = (keys(&open_before), keys(&open_after));
    let mut contracts_dropped: Vec<NamedContract> =
        lines(&|line| line.state == ContractState::Dropped && !was(line, ContractState::Dropped));
    contracts_dropped.extend(
        before
            .contracts
            .iter()
            .filter(|line| line.state != ContractState::Dropped && !lines_after.contains_key(&line.id))
            .map(|line| roles.line(line)),
    );
    Difference {
        roles_added: missing(&after.roles, &before.roles),
        roles_removed: missing(&before.roles, &after.roles),
        tasks_added: after.tasks.iter().filter(|t| !tasks_before.contains_key(&t.id)).map(named).collect(),
        tasks_removed: before.tasks.iter().filter(|t| !tasks_after.contains_key(&t.id)).map(named).collect(),
        owners_changed: changed_tasks()
            .filter(|(was, now)| was.role_id != now.role_id)
            .map(|(was, now)| OwnerChange {
                task: named(now),
                from: was.role_id.as_ref().map(|id| roles.role(id)),
                to: now.role_id.as_ref().map(|id| roles.role(id)),
            })
            .collect(),
        tasks_done: after
            .tasks
            .iter()
            .filter(|now| is_done(now) && !tasks_before.get(&now.id).is_some_and(|was| is_done(was)))
            .map(named)
            .collect(),
        tasks_reopened: changed_tasks()
            .filter(|(was, now)| is_done(was) && !is_done(now))
            .map(|(_, t)| named(t))
            .collect(),
        contracts_added: lines(&|line| line.state != ContractState::Dropped && !lines_before.contains_key(&line.id)),
        contracts_agreed: lines(&|line| line.state == ContractState::Agreed && !was(line, ContractState::Agreed)),
        contracts_lost: lines(&|line| {
            was(line, ContractState::Agreed) && !matches!(line.state, ContractState::Agreed | ContractState::Dropped)
        }),
        contracts_dropped,
        before: figures(before, &open_before),
        after: figures(after, &open_after),
        findings_opened: open_after.into_iter().filter(|finding| !keys_before.contains(&finding.key)).collect(),
        findings_closed: open_before.into_iter().filter(|finding| !keys_after.contains(&finding.key)).collect(),
    }
}

fn open(contents: &Contents, today: Day) -> Vec<Finding> {
    radar::findings(contents, today).into_iter().filter(Finding::is_open).collect()
}

fn figures(contents: &Contents, open: &[Finding]) -> Figures {
    let lines = || contents.contracts.iter().filter(|line| line.state != ContractState::Dropped);
    Figures {
        tasks: count(contents.tasks.iter()),
        unassigned: count(contents.tasks.iter().filter(|task| task.role_id.is_none())),
        done: count(contents.tasks.iter().filter(|task| task.status == TaskStatus::Done)),
        contracts: count(lines()),
        agreed: count(lines().filter(|line| line.state == ContractState::Agreed)),
        findings: count(open.iter()),
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

fn by_id<T, I: Eq + Hash>(rows: &[T], id: impl Fn(&T) -> &I) -> HashMap<&I, &T> {
    rows.iter().map(|row| (id(row), row)).collect()
}

fn named(task: &Task) -> NamedTask {
    NamedTask { id: task.id.clone(), number: task.number, title: task.title.clone() }
}

/// Roles of `here` that are not `there`.
fn missing(here: &[Role], there: &[Role]) -> Vec<NamedRole> {
    here.iter().filter(|role| there.iter().all(|other| other.id != role.id)).map(NamedRole::of).collect()
}

impl NamedRole {
    fn of(role: &Role) -> Self {
        Self { id: role.id.clone(), letter: role.letter.clone(), name: role.name.clone() }
    }
}

/// Roles of both moments.
struct Names(BTreeMap<RoleId, NamedRole>);

impl Names {
    fn of(before: &Contents, after: &Contents) -> Self {
        let roles = before.roles.iter().chain(&after.roles);
        Self(roles.map(|role| (role.id.clone(), NamedRole::of(role))).collect())
    }

    fn role(&self, id: &RoleId) -> NamedRole {
        self.0.get(id).cloned().unwrap_or(NamedRole { id: id.clone(), letter: String::new(), name: String::new() })
    }

    fn line(&self, line: &Contract) -> NamedContract {
        NamedContract {
            id: line.id.clone(),
            giver: self.role(&line.giver_id),
            receiver: self.role(&line.receiver_id),
            text: line.need.clone().or_else(|| line.offer.clone()).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests;
