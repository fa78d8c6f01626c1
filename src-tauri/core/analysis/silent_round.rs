//! Reading the silent round: which slips say the same, and where a role and the others see it differently.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::wording::{self, Wording};
use crate::Contents;
use crate::responsibility::{ResponsibilityId, Slip, SlipId};
use crate::role::RoleId;

/// Slips that say the same about the same role (or about nobody).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SlipGroup {
    /// The wording to start from: that of the first slip, or of the responsibility they were merged into.
    pub title: String,
    /// Whom they are about; `None`: nobody does it.
    pub role_id: Option<RoleId>,
    pub slips: Vec<SlipId>,
    /// Who wrote them, once each, in the order of writing.
    pub authors: Vec<RoleId>,
    /// The responsibility they were merged into.
    pub responsibility_id: Option<ResponsibilityId>,
    /// Other roles of which somebody says the same: two may do it, or each thinks the other does.
    pub also_roles: Vec<RoleId>,
}

/// How a role and the others see what it answers for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RoleViews {
    pub role_id: RoleId,
    /// Only the role says so.
    pub only_own: Vec<SlipGroup>,
    /// Only others say so.
    pub only_others: Vec<SlipGroup>,
    /// The role and others say so.
    pub both: Vec<SlipGroup>,
}

/// The revealed slips, read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SilentRound {
    /// The roles that somebody wrote about, the largest divergence first, then in lane order.
    pub roles: Vec<RoleViews>,
    /// What nobody does, as somebody says.
    pub nobody: Vec<SlipGroup>,
}

/// Reads the revealed slips.
pub fn read(contents: &Contents) -> SilentRound {
    let slips: Vec<&Slip> = contents.slips.iter().filter(|slip| slip.is_revealed).collect();
    let wordings: Vec<Wording> = slips.iter().map(|slip| Wording::of(&slip.title)).collect();
    let groups =
        whole(slips.len(), wording::groups(&wordings, |one, other| slips[one].role_id == slips[other].role_id));
    let groups = joined_by_responsibility(groups, &slips);
    let alike = wording::groups(&wordings, |_, _| true);

    let group_of = |members: &[usize]| {
        let first = slips[members[0]];
        let responsibility = members
            .iter()
            .find_map(|at| slips[*at].responsibility_id.as_ref())
            .and_then(|id| contents.responsibilities.iter().find(|row| row.id == *id));
        let mut authors: Vec<RoleId> = Vec::new();
        for at in members {
            if !authors.contains(&slips[*at].author_id) {
                authors.push(slips[*at].author_id.clone());
            }
        }
        let also: BTreeSet<&RoleId> = alike
            .iter()
            .filter(|alike| members.iter().any(|at| alike.contains(at)))
            .flatten()
            .filter_map(|at| slips[*at].role_id.as_ref())
            .filter(|role| first.role_id.as_ref() != Some(role))
            .collect();
        SlipGroup {
            title: responsibility.map_or(&first.title, |row| &row.title).clone(),
            role_id: first.role_id.clone(),
            slips: members.iter().map(|at| slips[*at].id.clone()).collect(),
            authors,
            responsibility_id: responsibility.map(|row| row.id.clone()),
            also_roles: contents
                .roles
                .iter()
                .filter(|role| also.contains(&role.id))
                .map(|role| role.id.clone())
                .collect(),
        }
    };
    let mut round = SilentRound::default();
    for role in &contents.roles {
        let mut views =
            RoleViews { role_id: role.id.clone(), only_own: Vec::new(), only_others: Vec::new(), both: Vec::new() };
        for members in groups.iter().filter(|members| slips[members[0]].role_id.as_ref() == Some(&role.id)) {
            let own = members.iter().any(|at| slips[*at].author_id == role.id);
            let others = members.iter().any(|at| slips[*at].author_id != role.id);
            let list = match (own, others) {
                (true, true) => &mut views.both,
                (true, false) => &mut views.only_own,
                _ => &mut views.only_others,
            };
            list.push(group_of(members));
        }
        if !(views.only_own.is_empty() && views.only_others.is_empty() && views.both.is_empty()) {
            round.roles.push(views);
        }
    }
    round.roles.sort_by_key(|views| std::cmp::Reverse(views.only_own.len() + views.only_others.len()));
    round.nobody =
        groups.iter().filter(|members| slips[members[0]].role_id.is_none()).map(|members| group_of(members)).collect();
    round
}

/// All indices below `count`: the given groups, and a group of its own for each that is in none; by first member.
fn whole(count: usize, mut groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let grouped: BTreeSet<usize> = groups.iter().flatten().copied().collect();
    groups.extend((0..count).filter(|at| !grouped.contains(at)).map(|at| vec![at]));
    groups.sort_unstable();
    groups
}

/// Slips that were merged into one responsibility say the same, whatever their words.
fn joined_by_responsibility(groups: Vec<Vec<usize>>, slips: &[&Slip]) -> Vec<Vec<usize>> {
    let mut joined: Vec<Vec<usize>> = Vec::new();
    let of = |members: &[usize]| {
        let id = members.iter().find_map(|at| slips[*at].responsibility_id.as_ref());
        (slips[members[0]].role_id.as_ref(), id)
    };
    for group in groups {
        let key = of(&group);
        match joined.iter_mut().find(|other| key.1.is_some() && of(other) == key) {
            Some(other) => other.extend(group),
            None => joined.push(group),
        }
    }
    joined
}

#[cfg(test)]
mod tests;
