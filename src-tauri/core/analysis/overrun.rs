//! What to do when a meeting runs late: five ways, each with the end it leads to, before anything is changed.
//!
//! 4 × 15 minutes with five more on the first: shortened in proportion, the other three take 13:20 each.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::clock::{current, end_of, planned_end, spent};
use crate::Millis;
use crate::agenda::{AgendaItem, AgendaItemId, ItemKind, Progress};
use crate::meeting::Meeting;

/// A way to deal with an overrun.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "way", content = "item", rename_all = "snake_case")]
pub enum Way {
    /// Shorten the rest in proportion, respecting least lengths.
    Shorten,
    /// Take it from buffers and breaks marked as buffer.
    EatBuffer,
    /// Leave out an optional item.
    Drop(AgendaItemId),
    /// Move an item to the next meeting.
    Move(AgendaItemId),
    /// End later.
    EndLater,
}

/// A new length for an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct NewLength {
    pub item_id: AgendaItemId,
    pub seconds: i32,
}

/// A way with what it would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Proposal {
    pub way: Way,
    /// When the meeting would end.
    pub ends_at: Millis,
    /// How much later than planned that is, in milliseconds; negative: earlier.
    pub over: Millis,
    pub lengths: Vec<NewLength>,
}

/// The ways open to a meeting at a moment. Those that change nothing are left out; ending later is always there.
pub fn proposals(meeting: &Meeting, items: &[&AgendaItem], now: Millis) -> Vec<Proposal> {
    let rest: Vec<&AgendaItem> = items
        .iter()
        .copied()
        .filter(|item| item.progress == Progress::Planned && meeting.current_item_id.as_ref() != Some(&item.id))
        .collect();
    let left =
        current(meeting, items).map_or(0, |item| (i64::from(item.seconds) * 1000 - spent(meeting, item, now)).max(0));
    let end = |rest: &[&AgendaItem]| end_of(meeting, rest, now.0 + left);
    let target = planned_end(meeting).0;
    let over = end(&rest) - target;
    let proposal = |way: Way, ends_at: i64, lengths: Vec<NewLength>| Proposal {
        way,
        ends_at: Millis(ends_at),
        over: Millis(ends_at - target),
        lengths,
    };
    let mut found = Vec::new();
    if over > 0 {
        for (way, lengths) in [
            (Way::Shorten, shortened(&rest, over, |item| !item.is_buffer && item.kind != ItemKind::Break)),
            (Way::EatBuffer, shortened(&rest, over, |item| item.is_buffer)),
        ] {
            if !lengths.is_empty() {
                found.push(proposal(way, end(&with_lengths(&rest, &lengths).iter().collect::<Vec<_>>()), lengths));
            }
        }
        for item in &rest {
            let without: Vec<&AgendaItem> = rest.iter().copied().filter(|other| other.id != item.id).collect();
            let ends_at = end(&without);
            let is_frame = matches!(item.kind, ItemKind::Frame | ItemKind::Break | ItemKind::Close);
            if item.is_optional {
                found.push(proposal(Way::Drop(item.id.clone()), ends_at, Vec::new()));
            }
            if !is_frame && item.seconds > 0 {
                found.push(proposal(Way::Move(item.id.clone()), ends_at, Vec::new()));
            }
        }
    }
    found.push(proposal(Way::EndLater, end(&rest), Vec::new()));
    found
}

fn with_lengths(rest: &[&AgendaItem], lengths: &[NewLength]) -> Vec<AgendaItem> {
    rest.iter()
        .map(|item| {
            let seconds = lengths.iter().find(|new| new.item_id == item.id).map_or(item.seconds, |new| new.seconds);
            AgendaItem { seconds, ..(*item).clone() }
        })
        .collect()
}

/// New lengths that save `over` milliseconds on the items that `may` give, in proportion to their lengths and never
/// below their least; as much as possible where it is not enough. Whole seconds, the remainder on the longest.
pub fn shortened(rest: &[&AgendaItem], over: i64, may: impl Fn(&AgendaItem) -> bool) -> Vec<NewLength> {
    let givers: Vec<&AgendaItem> =
        rest.iter().copied().filter(|item| may(item) && item.seconds > item.least_seconds).collect();
    let mut cuts = vec![0_i64; givers.len()];
    let mut wanted = (over + 999) / 1000;
    let mut open: Vec<usize> = (0..givers.len()).collect();
    // Items that reach their least length leave the rest to the others.
    while wanted > 0 && !open.is_empty() {
        let total: i64 = open.iter().map(|at| i64::from(givers[*at].seconds)).sum();
        let share = |at: &usize| wanted * i64::from(givers[*at].seconds) / total;
        let room = |at: usize| i64::from(givers[at].seconds - givers[at].least_seconds);
        let full: Vec<usize> = open.iter().copied().filter(|at| share(at) >= room(*at)).collect();
        if full.is_empty() {
            let shares: Vec<(usize, i64)> = open.iter().map(|at| (*at, share(at))).collect();
            for (at, cut) in shares {
                cuts[at] = cut;
                wanted -= cut;
            }
            open.sort_by_key(|at| std::cmp::Reverse(room(*at) - cuts[*at]));
            for at in open.iter().cycle().take(usize::try_from(wanted).unwrap_or(0)) {
                if cuts[*at] < room(*at) {
                    cuts[*at] += 1;
                }
            }
            break;
        }
        for at in full {
            cuts[at] = room(at);
            wanted -= cuts[at];
            open.retain(|other| *other != at);
        }
    }
    givers
        .into_iter()
        .zip(cuts)
        .filter(|(_, cut)| *cut > 0)
        .map(|(item, cut)| NewLength {
            item_id: item.id.clone(),
            seconds: item.seconds - i32::try_from(cut).unwrap_or(item.seconds),
        })
        .collect()
}

#[cfg(test)]
mod tests;
