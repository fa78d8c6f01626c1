//! *Who is missing?*: what loses its owner when people are absent or roles are merged. Nothing is changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Contents;
use crate::contract::{ContractId, ContractState};
use crate::outcome::{OutcomeId, OutcomeKind};
use crate::person::PersonId;
use crate::responsibility::ResponsibilityId;
use crate::role::RoleId;
use crate::step::StepId;
use crate::task::{TaskId, TaskStatus};

/// A merge that is only imagined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImaginedMerge {
    pub from: RoleId,
    pub into: RoleId,
}

/// What nobody answers for any more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Absence {
    /// Roles that lose their last holder, in lane order, each with what goes with it.
    pub roles: Vec<RoleLoss>,
    /// Open actions whose own person is absent.
    pub actions: Vec<OutcomeId>,
    /// Contract lines between merged roles: a role makes no contract with itself.
    pub self_contracts: Vec<ContractId>,
}

/// One role that loses its last holder. A merged role counts as the one it is merged into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RoleLoss {
    pub role_id: RoleId,
    /// Its tasks that are not done.
    pub tasks: Vec<TaskId>,
    pub responsibilities: Vec<ResponsibilityId>,
    pub steps: Vec<StepId>,
    /// What it was to give others, dropped lines aside.
    pub contracts: Vec<ContractId>,
}

/// What would lose its owner. Roles that are vacant today are not counted: they lose nothing.
pub fn absence(contents: &Contents, absent: &[PersonId], merged: &[ImaginedMerge]) -> Absence {
    let mut into: BTreeMap<&RoleId, &RoleId> = BTreeMap::new();
    for merge in merged {
        if merge.from != merge.into && !into.contains_key(&merge.from) {
            into.insert(&merge.from, &merge.into);
        }
    }
    let home = |role: &RoleId| -> RoleId {
        // As many steps as there are merges: a circle of merges ends somewhere in it.
        let mut at = role;
        for _ in 0..into.len() {
            match into.get(at) {
                Some(next) => at = next,
                None => break,
            }
        }
        at.clone()
    };
    let mut before: BTreeSet<RoleId> = BTreeSet::new();
    let mut after: BTreeSet<RoleId> = BTreeSet::new();
    for holder in &contents.role_holders {
        let role = home(&holder.role_id);
        if !absent.contains(&holder.person_id) {
            after.insert(role.clone());
        }
        before.insert(role);
    }
    let is_lost = |role: &RoleId| before.contains(role) && !after.contains(role);
    let owned = |role: &Option<RoleId>, lost: &RoleId| role.as_ref().is_some_and(|role| home(role) == *lost);
    let roles = contents
        .roles
        .iter()
        .filter(|role| home(&role.id) == role.id && is_lost(&role.id))
        .map(|role| RoleLoss {
            role_id: role.id.clone(),
            tasks: contents
                .tasks
                .iter()
                .filter(|task| task.status != TaskStatus::Done && owned(&task.role_id, &role.id))
                .map(|task| task.id.clone())
                .collect(),
            responsibilities: contents
                .responsibilities
                .iter()
                .filter(|row| owned(&row.role_id, &role.id))
                .map(|row| row.id.clone())
                .collect(),
            steps: contents
                .steps
                .iter()
                .filter(|step| owned(&step.role_id, &role.id))
                .map(|step| step.id.clone())
                .collect(),
            contracts: contents
                .contracts
                .iter()
                .filter(|line| {
                    line.state != ContractState::Dropped
                        && home(&line.giver_id) == role.id
                        && home(&line.receiver_id) != role.id
                })
                .map(|line| line.id.clone())
                .collect(),
        })
        .collect();
    let actions = contents
        .outcomes
        .iter()
        .filter(|row| row.kind == OutcomeKind::Action && row.done_at.is_none())
        .filter(|row| row.owner_person_id.as_ref().is_some_and(|person| absent.contains(person)))
        .map(|row| row.id.clone())
        .collect();
    let self_contracts = contents
        .contracts
        .iter()
        .filter(|line| line.state != ContractState::Dropped && home(&line.giver_id) == home(&line.receiver_id))
        .map(|line| line.id.clone())
        .collect();
    Absence { roles, actions, self_contracts }
}

#[cfg(test)]
mod tests;
