//! Fitting proposals into the room that an agenda leaves.

use super::{Candidate, Overflow, Preparation};
use crate::agenda::{AgendaItem, AgendaItemId, ItemKind, Progress};
use crate::analysis::agenda::timetable;
use crate::meeting::Meeting;

/// A hole longer than this is a night, not time to work in.
const NIGHT: i32 = 6 * 3600;

/// Room in an agenda: what is inserted up to its end pushes nothing beyond a lock or the planned end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Where what comes first is inserted: before this block, after those that open the meeting.
    pub head: Option<AgendaItemId>,
    /// Where the rest is inserted: before this block (`None`: at the end).
    pub tail: Option<AgendaItemId>,
    /// Unused seconds.
    pub seconds: i32,
}

/// The room that an agenda leaves before each lock still ahead and before its planned end, in order.
pub fn gaps(meeting: &Meeting, items: &[&AgendaItem]) -> Vec<Gap> {
    let table = timetable(meeting, items);
    let is_ahead = |item: &AgendaItem| item.progress == Progress::Planned;
    let is_opening = |item: &AgendaItem| item.kind == ItemKind::Frame;
    let mut gaps = Vec::new();
    let mut head: Option<AgendaItemId> = None;
    for (item, slot) in items.iter().zip(&table.slots) {
        let is_lock = item.locked_minute.is_some() && slot.item_id == item.id;
        if is_lock && is_ahead(item) && slot.spare > 0 {
            let seconds = if slot.spare > NIGHT { 0 } else { slot.spare };
            gaps.push(Gap { head: head.take().or(Some(item.id.clone())), tail: Some(item.id.clone()), seconds });
        }
        if is_lock {
            head = None;
        }
        if head.is_none() && is_ahead(item) && !is_opening(item) && !is_lock {
            head = Some(item.id.clone());
        }
    }
    // What closes the meeting stays last; a close that keeps its hour has its room before it.
    let closing = items.last().filter(|last| last.kind == ItemKind::Close);
    if closing.is_none_or(|close| close.locked_minute.is_none() && is_ahead(close)) {
        let tail = closing.map(|close| close.id.clone());
        let room = (table.planned_end.0 - table.ends_at.0) / 1000;
        let seconds = i32::try_from(room.max(0)).unwrap_or(i32::MAX);
        gaps.push(Gap { head: head.or_else(|| tail.clone()), tail, seconds });
    }
    gaps
}

/// Places proposals into the gaps, first those that come back every time, then by score; ties keep their keys' order.
pub fn fit(mut candidates: Vec<Candidate>, mut gaps: Vec<Gap>) -> Preparation {
    candidates.sort_by(|a, b| {
        let rank = |p: &Candidate| if p.is_standing() { Some(p.source) } else { None };
        // `None` sorts first, but what stands comes first.
        (rank(a).is_none(), rank(a))
            .cmp(&(rank(b).is_none(), rank(b)))
            .then_with(|| b.score.cmp(&a.score))
            .then_with(|| a.key.cmp(&b.key))
    });
    let available = gaps.iter().map(|gap| gap.seconds).sum();
    let (mut proposed, mut overflow) = (Vec::new(), Vec::new());
    for mut proposal in candidates {
        let room = gaps.iter().map(|gap| gap.seconds).max().unwrap_or(0);
        let whole = gaps.iter().position(|gap| gap.seconds >= proposal.seconds);
        let least = || gaps.iter().position(|gap| gap.seconds >= proposal.least_seconds.max(60));
        match whole.or_else(least).and_then(|at| gaps.get_mut(at)) {
            Some(gap) => {
                // Whole minutes read better than what happens to be left.
                proposal.seconds =
                    if gap.seconds >= proposal.seconds { proposal.seconds } else { gap.seconds / 60 * 60 };
                gap.seconds -= proposal.seconds;
                proposed.push(proposal);
            }
            None => overflow.push(Overflow { proposal, room }),
        }
    }
    Preparation { available, proposed, overflow }
}
