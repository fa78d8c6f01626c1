//! The smallest round of pairs that is worth its minutes: when time is short, the pairs that hold up most work sit
//! together, and the others are parked.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use specta::Type;

use super::pair_rounds::{Pair, PairRound};
use crate::Contents;
use crate::contract::ContractState;
use crate::role::RoleId;
use crate::task::TaskStatus;

/// Two roles with what is open between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OpenPair {
    pub pair: Pair,
    /// Tasks of the one that wait for a task of the other.
    pub blocked: u32,
    /// Contracts between them that are disputed.
    pub disputed: u32,
    /// Contracts between them that are not agreed, the disputed ones too.
    pub open: u32,
}

/// What fits into the minutes that are left, and what does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ShortRound {
    pub rounds: Vec<PairRound>,
    /// The pairs that sit, the weightiest first.
    pub kept: Vec<OpenPair>,
    /// The pairs for which no time is left, the weightiest first.
    pub left: Vec<OpenPair>,
}

/// The weightiest pairs of these roles in as many rounds of `each` minutes as fit into `minutes`.
///
/// Pairs are weighed by the tasks they hold up, then by disputes, then by open contracts; a pair without any of these
/// does not sit. In a round nobody sits twice, so a lighter pair may sit earlier than a weightier one that shares a
/// role.
pub fn short_round(contents: &Contents, roles: &[RoleId], minutes: u32, each: u32) -> ShortRound {
    let mut waiting = open_pairs(contents, roles);
    let most = minutes.checked_div(each).unwrap_or(0);
    let mut found = ShortRound { rounds: Vec::new(), kept: Vec::new(), left: Vec::new() };
    while !waiting.is_empty() && u32::try_from(found.rounds.len()).is_ok_and(|sat| sat < most) {
        let mut seated: BTreeSet<RoleId> = BTreeSet::new();
        let (sits, stays): (Vec<OpenPair>, Vec<OpenPair>) = waiting.into_iter().partition(|open| {
            let is_free = !seated.contains(&open.pair.one) && !seated.contains(&open.pair.other);
            if is_free {
                seated.extend([open.pair.one.clone(), open.pair.other.clone()]);
            }
            is_free
        });
        found.rounds.push(PairRound { pairs: sits.iter().map(|open| open.pair.clone()).collect(), resting: None });
        found.kept.extend(sits);
        waiting = stays;
    }
    found.kept.sort_by_key(weight);
    found.left = waiting;
    found
}

/// Heavier sorts first; what weighs the same stays in the order of the lanes.
fn weight(open: &OpenPair) -> impl Ord + use<> {
    (std::cmp::Reverse(open.blocked), std::cmp::Reverse(open.disputed), std::cmp::Reverse(open.open))
}

fn open_pairs(contents: &Contents, roles: &[RoleId]) -> Vec<OpenPair> {
    let seat = |role: &RoleId| roles.iter().position(|one| one == role);
    let mut found: BTreeMap<(usize, usize), (u32, u32, u32)> = BTreeMap::new();
    let mut count = |a: &RoleId, b: &RoleId, add: (u32, u32, u32)| {
        if let (Some(a), Some(b)) = (seat(a), seat(b))
            && a != b
        {
            let sum = found.entry((a.min(b), a.max(b))).or_default();
            *sum = (sum.0 + add.0, sum.1 + add.1, sum.2 + add.2);
        }
    };
    for line in contents.contracts.iter().filter(|line| line.is_revealed) {
        match line.state {
            ContractState::Agreed | ContractState::Dropped => {}
            ContractState::Disputed => count(&line.giver_id, &line.receiver_id, (0, 1, 1)),
            _ => count(&line.giver_id, &line.receiver_id, (0, 0, 1)),
        }
    }
    let tasks: BTreeMap<_, _> = contents.tasks.iter().map(|task| (&task.id, task)).collect();
    for wait in &contents.task_dependencies {
        let (Some(task), Some(needs)) = (tasks.get(&wait.task_id), tasks.get(&wait.needs_id)) else { continue };
        if let (Some(one), Some(other)) = (&task.role_id, &needs.role_id)
            && task.status != TaskStatus::Done
            && needs.status != TaskStatus::Done
        {
            count(one, other, (1, 0, 0));
        }
    }
    let mut pairs: Vec<OpenPair> = found
        .into_iter()
        .map(|((one, other), (blocked, disputed, open))| OpenPair {
            pair: Pair { one: roles[one].clone(), other: roles[other].clone() },
            blocked,
            disputed,
            open,
        })
        .collect();
    pairs.sort_by_key(weight);
    pairs
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::contract::Side;
    use crate::task::{Column, TaskStatus};
    use crate::testing::{contents, workshop};

    #[test]
    fn the_pairs_that_hold_up_work_sit_and_the_rest_is_left() {
        let (mut library, w) = workshop();
        let names = ["Un", "Deux", "Trois", "Quatre"];
        let roles: Vec<RoleId> = names.iter().map(|name| library.role_add(&w, name).unwrap().value).collect();
        let todo = Column::Status(TaskStatus::Todo);
        let one = library.task_add(&w, Some(&roles[2]), &todo, "a", "").unwrap().value;
        let other = library.task_add(&w, Some(&roles[3]), &todo, "b", "").unwrap().value;
        library.task_depend(&w, &one, &other).unwrap();
        for (giver, receiver) in [(0, 1), (0, 1), (0, 2), (1, 3)] {
            library.contract_add(&w, &roles[giver], &roles[receiver], Side::Need, "x", false).unwrap();
        }
        let all = contents(&library, &w);
        let letters = |pairs: &[OpenPair]| -> Vec<(usize, usize)> {
            let seat = |role: &RoleId| roles.iter().position(|one| one == role).unwrap();
            pairs.iter().map(|open| (seat(&open.pair.one), seat(&open.pair.other))).collect()
        };
        // One round: the pair that waits, and the heaviest that shares no role with it.
        let short = short_round(&all, &roles, 10, 8);
        assert_eq!(short.rounds.len(), 1);
        assert_eq!(letters(&short.kept), [(2, 3), (0, 1)]);
        assert_eq!(letters(&short.left), [(0, 2), (1, 3)]);
        // With time for all, nothing is left and nobody sits twice at a time.
        let long = short_round(&all, &roles, 45, 8);
        assert!(long.left.is_empty() && long.kept.len() == 4);
        for round in &long.rounds {
            let mut seated = BTreeSet::new();
            assert!(round.pairs.iter().all(|pair| seated.insert(&pair.one) && seated.insert(&pair.other)));
        }
        // No minutes, no length, no roles: nothing sits, and nothing is lost.
        assert_eq!(short_round(&all, &roles, 45, 0).left.len(), 4);
        assert_eq!(short_round(&all, &[], 45, 8).kept, []);
    }
}
