//! Pair rounds: every role sits once with every other, as many pairs at a time as possible.
//!
//! The circle method (Kirkman 1847): one seat is fixed, the others turn by one a round. With an odd number one
//! role rests in each round, another one every time.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::role::RoleId;

/// Pairs that sit together at the same time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PairRound {
    pub pairs: Vec<Pair>,
    /// The role without a partner in this round.
    pub resting: Option<RoleId>,
}

/// Two roles that talk about what they owe each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Pair {
    pub one: RoleId,
    pub other: RoleId,
}

/// The rounds for these roles: n − 1 for an even number, n for an odd one, none for fewer than two.
pub fn pair_rounds(roles: &[RoleId]) -> Vec<PairRound> {
    if roles.len() < 2 {
        return Vec::new();
    }
    let mut seats: Vec<Option<&RoleId>> = roles.iter().map(Some).collect();
    if seats.len() % 2 == 1 {
        seats.push(None);
    }
    let half = seats.len() / 2;
    let mut rounds = Vec::with_capacity(seats.len() - 1);
    for _ in 1..seats.len() {
        let mut round = PairRound { pairs: Vec::with_capacity(half), resting: None };
        let (left, right) = seats.split_at(half);
        for facing in left.iter().zip(right.iter().rev()) {
            match facing {
                (Some(one), Some(other)) => {
                    round.pairs.push(Pair { one: (*one).clone(), other: (*other).clone() });
                }
                (Some(alone), None) | (None, Some(alone)) => round.resting = Some((*alone).clone()),
                (None, None) => {}
            }
        }
        rounds.push(round);
        seats[1..].rotate_right(1);
    }
    rounds
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn roles(count: usize) -> Vec<RoleId> {
        (0..count).map(|n| RoleId(format!("role {n:02}"))).collect()
    }

    #[test]
    fn everyone_sits_once_with_everyone_and_never_twice_at_a_time() {
        for count in 2..=12 {
            let roles = roles(count);
            let rounds = pair_rounds(&roles);
            assert_eq!(rounds.len(), if count % 2 == 0 { count - 1 } else { count });
            let mut met = BTreeSet::new();
            let mut rested = BTreeSet::new();
            for round in &rounds {
                let mut seated = BTreeSet::new();
                for pair in &round.pairs {
                    assert!(seated.insert(&pair.one) && seated.insert(&pair.other));
                    let pair = (pair.one.clone().min(pair.other.clone()), pair.one.clone().max(pair.other.clone()));
                    assert!(met.insert(pair));
                }
                assert_eq!(round.resting.is_some(), count % 2 == 1);
                if let Some(resting) = &round.resting {
                    assert!(seated.insert(resting) && rested.insert(resting.clone()));
                }
                assert_eq!(seated.len(), count);
            }
            assert_eq!(met.len(), count * (count - 1) / 2);
        }
    }

    #[test]
    fn nobody_sits_alone() {
        assert!(pair_rounds(&[]).is_empty());
        assert!(pair_rounds(&roles(1)).is_empty());
    }
}
