//! The clock of a running meeting: a pure function of the stored rows and the moment it is, so that it is right
//! after sleep and after a restart.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::agenda::{AgendaItem, AgendaItemId, Progress};
use crate::meeting::{Meeting, MeetingId, MeetingStatus};
use crate::{Millis, analysis::agenda};

/// How urgent the countdown is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// More than a fifth is left.
    Calm,
    /// A fifth or less is left.
    Soon,
    /// A twentieth or less is left.
    Now,
    /// The time is used up.
    Over,
}

/// How long after its end a block is still left by itself, in milliseconds.
const ADVANCES_WITHIN: i64 = 60_000;

/// Where a meeting in progress stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Clock {
    pub meeting_id: MeetingId,
    /// The moment this was computed.
    pub now: Millis,
    /// The block under way; `None` before the first and after the last.
    pub item_id: Option<AgendaItemId>,
    pub next_item_id: Option<AgendaItemId>,
    pub is_paused: bool,
    /// Planned length of the block, in milliseconds.
    pub planned: Millis,
    /// What is left of it, in milliseconds; negative in overtime.
    pub remaining: Millis,
    pub urgency: Urgency,
    /// Whether a console that advances by itself goes on now: the time has just run out and something follows. After
    /// a minute of overtime (a laptop that slept) it waits for the facilitator.
    pub is_due: bool,
    /// When each block that waits begins if all takes as long as planned, in order.
    pub expected: Vec<Expected>,
    /// When the meeting ends if the rest takes as long as planned.
    pub projected_end: Millis,
    /// When it should end.
    pub planned_end: Millis,
    /// How much earlier than promised at its start it ends, in milliseconds; negative: later.
    pub ahead: Millis,
    /// Seconds that the agenda of a meeting which has not begun takes more than its length; 0 once it has.
    pub excess: i32,
}

/// When a block that waits is expected to begin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Expected {
    pub item_id: AgendaItemId,
    pub starts_at: Millis,
}

/// The clock of a meeting with these items, in order, at a moment.
pub fn clock(meeting: &Meeting, items: &[&AgendaItem], now: Millis) -> Clock {
    let current = current(meeting, items);
    let next = next(meeting, items);
    let planned = current.map_or(0, |item| i64::from(item.seconds) * 1000);
    let remaining = current.map_or(0, |item| planned - spent(meeting, item, now));
    // A pause holds everything back: the rest begins now at the earliest.
    let rest: Vec<&AgendaItem> = items.iter().copied().filter(|item| waits(meeting, item)).collect();
    let (expected, projected_end) = expect(meeting, &rest, now.0 + remaining.max(0));
    let planned_end = planned_end(meeting);
    Clock {
        meeting_id: meeting.id.clone(),
        now,
        item_id: current.map(|item| item.id.clone()),
        next_item_id: next.map(|item| item.id.clone()),
        is_paused: meeting.paused_at.is_some(),
        planned: Millis(planned),
        remaining: Millis(remaining),
        urgency: urgency(remaining, planned),
        is_due: is_running(meeting) && planned > 0 && next.is_some() && (-ADVANCES_WITHIN..=0).contains(&remaining),
        expected,
        projected_end: Millis(projected_end),
        planned_end,
        ahead: Millis(promised_end(meeting).0 - projected_end),
        excess: if meeting.started_at.is_some() { 0 } else { agenda::timetable(meeting, items).over.max(0) },
    }
}

/// The block under way.
pub fn current<'a>(meeting: &Meeting, items: &[&'a AgendaItem]) -> Option<&'a AgendaItem> {
    items.iter().copied().find(|item| Some(&item.id) == meeting.current_item_id.as_ref())
}

/// The block that comes after the one under way: the next not begun, else the first that was left out before it.
pub fn next<'a>(meeting: &Meeting, items: &[&'a AgendaItem]) -> Option<&'a AgendaItem> {
    let at = items.iter().position(|item| Some(&item.id) == meeting.current_item_id.as_ref());
    let (before, after) = items.split_at(at.map_or(0, |at| at + 1));
    after.iter().chain(before).copied().find(|item| waits(meeting, item))
}

/// Time spent on a block until a moment, in milliseconds, pauses left out.
pub fn spent(meeting: &Meeting, item: &AgendaItem, now: Millis) -> i64 {
    let running = match (meeting.current_item_id.as_ref() == Some(&item.id), meeting.item_started_at) {
        (true, Some(started)) => (meeting.paused_at.unwrap_or(now).0 - started.0 - meeting.paused_ms.0).max(0),
        _ => 0,
    };
    item.spent_ms.0 + running
}

/// When the meeting should end: its planned length after it really began.
pub fn planned_end(meeting: &Meeting) -> Millis {
    Millis(meeting.started_at.unwrap_or(meeting.starts_at).0 + i64::from(meeting.planned_minutes) * 60_000)
}

/// When the meeting was to end as it stood at its start: an agenda that was too long from the beginning makes nobody
/// late. Meetings that began under an older program know their length only.
pub fn promised_end(meeting: &Meeting) -> Millis {
    meeting.promised_end.unwrap_or_else(|| planned_end(meeting))
}

/// When these blocks end if the first begins at `cursor`: kept starts are waited for, groups take their longest track.
pub fn end_of(meeting: &Meeting, items: &[&AgendaItem], cursor: i64) -> i64 {
    expect(meeting, items, cursor).1
}

/// The starts of these blocks, and their end.
fn expect(meeting: &Meeting, items: &[&AgendaItem], mut cursor: i64) -> (Vec<Expected>, i64) {
    let mut expected = Vec::new();
    for block in items.chunk_by(|a, b| a.parallel_group.is_some() && a.parallel_group == b.parallel_group) {
        let lock = block.first().and_then(|first| first.locked_minute);
        if let Some(minute) = lock.filter(|_| is_on_its_day(meeting)) {
            cursor = cursor.max(agenda::locked(meeting, minute).0);
        }
        let mut tracks: Vec<(i32, i64)> = Vec::new();
        for item in block {
            let before = tracks.iter().find(|(track, _)| *track == item.track).map_or(0, |(_, seconds)| *seconds);
            expected.push(Expected { item_id: item.id.clone(), starts_at: Millis(cursor + before * 1000) });
            match tracks.iter_mut().find(|(track, _)| *track == item.track) {
                Some((_, seconds)) => *seconds += i64::from(item.seconds),
                None => tracks.push((item.track, item.seconds.into())),
            }
        }
        cursor += tracks.iter().map(|(_, seconds)| *seconds).max().unwrap_or(0) * 1000;
    }
    (expected, cursor)
}

/// A meeting tried out on another day than its own does not wait for its kept starts.
fn is_on_its_day(meeting: &Meeting) -> bool {
    let day = |at: Millis| at.day_in(&meeting.time_zone);
    meeting.started_at.is_none_or(|started| day(started) == day(meeting.starts_at))
}

fn waits(meeting: &Meeting, item: &AgendaItem) -> bool {
    item.progress == Progress::Planned && meeting.current_item_id.as_ref() != Some(&item.id)
}

fn urgency(remaining: i64, planned: i64) -> Urgency {
    if remaining <= 0 {
        Urgency::Over
    } else if remaining * 20 <= planned {
        Urgency::Now
    } else if remaining * 5 <= planned {
        Urgency::Soon
    } else {
        Urgency::Calm
    }
}

/// Whether the clock runs: in progress, on a block, not paused.
pub fn is_running(meeting: &Meeting) -> bool {
    meeting.status == MeetingStatus::InProgress && meeting.current_item_id.is_some() && meeting.paused_at.is_none()
}

#[cfg(test)]
pub(crate) mod tests;
