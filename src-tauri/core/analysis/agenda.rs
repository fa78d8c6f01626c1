//! Agenda arithmetic: when each block starts, what is spare, what overlaps, and whether it all fits.
//!
//! start(next) = end(previous). A locked start is kept: a hole before it is spare time, an overlap is shown as such.
//! Parallel blocks take the longest of their tracks. Everything is pure over the meeting and its items.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::agenda::{AgendaItem, AgendaItemId};
use crate::meeting::Meeting;
use crate::{Contents, Millis};

/// When a block takes place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Slot {
    pub item_id: AgendaItemId,
    pub starts_at: Millis,
    pub ends_at: Millis,
    /// Unused seconds before a locked start.
    pub spare: i32,
    /// Seconds by which the blocks before run into a locked start.
    pub overlap: i32,
}

/// A heading with the seconds of its blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Section {
    pub title: String,
    /// The block that the heading stands above.
    pub item_id: AgendaItemId,
    pub seconds: i32,
}

/// The whole meeting in time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Timetable {
    pub slots: Vec<Slot>,
    pub sections: Vec<Section>,
    pub starts_at: Millis,
    pub ends_at: Millis,
    /// When it should end.
    pub planned_end: Millis,
    /// Seconds of all blocks, parallel ones counted once.
    pub total: i32,
    /// Seconds that do not fit: those by which the end is later than planned, and those in which blocks overlap;
    /// negative: time is left.
    pub over: i32,
}

/// The timetable of a meeting of a workshop.
pub fn of_meeting(contents: &Contents, meeting: &Meeting) -> Timetable {
    let items: Vec<&AgendaItem> = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id).collect();
    timetable(meeting, &items)
}

/// The timetable of a meeting with these items, in order.
pub fn timetable(meeting: &Meeting, items: &[&AgendaItem]) -> Timetable {
    let mut slots = Vec::with_capacity(items.len());
    let mut sections: Vec<Section> = Vec::new();
    let mut cursor = meeting.starts_at.0;
    let mut last_end = cursor;
    let mut total = 0;
    for block in items.chunk_by(|a, b| a.parallel_group.is_some() && a.parallel_group == b.parallel_group) {
        let Some(first) = block.first() else { continue };
        let lock = first.locked_minute.map(|minute| locked(meeting, minute).0);
        let start = lock.unwrap_or(cursor);
        let (spare, overlap) = (seconds(start - cursor), seconds(cursor - start));
        let mut tracks: Vec<(i32, i64)> = Vec::new();
        for (index, item) in block.iter().enumerate() {
            // Outside a group there is one item, and so one track.
            let known = tracks.iter().position(|(track, _)| *track == item.track);
            let starts_at = known.map_or(start, |at| tracks[at].1);
            let ends_at = starts_at + i64::from(item.seconds) * 1000;
            match known {
                Some(at) => tracks[at].1 = ends_at,
                None => tracks.push((item.track, ends_at)),
            }
            slots.push(Slot {
                item_id: item.id.clone(),
                starts_at: Millis(starts_at),
                ends_at: Millis(ends_at),
                spare: if index == 0 { spare } else { 0 },
                overlap: if index == 0 { overlap } else { 0 },
            });
        }
        let end = tracks.iter().map(|(_, at)| *at).max().unwrap_or(start);
        let length = seconds(end - start);
        total += length;
        if !first.section.is_empty() {
            sections.push(Section { title: first.section.clone(), item_id: first.id.clone(), seconds: 0 });
        }
        if let Some(section) = sections.last_mut() {
            section.seconds += length;
        }
        cursor = end;
        last_end = last_end.max(end);
    }
    let planned_end = meeting.starts_at.0 + i64::from(meeting.planned_minutes) * 60_000;
    let late = i32::try_from((last_end - planned_end) / 1000).unwrap_or(i32::MAX);
    // Time left at the end does not help blocks that run into a locked start.
    let overlaps = slots.iter().fold(0_i32, |sum, slot| sum.saturating_add(slot.overlap));
    Timetable {
        slots,
        sections,
        starts_at: meeting.starts_at,
        ends_at: Millis(last_end),
        planned_end: Millis(planned_end),
        total,
        over: if overlaps > 0 { overlaps.saturating_add(late.max(0)) } else { late },
    }
}

/// The moment of a locked start: minutes after midnight of the meeting's first day, by the clocks of its zone.
pub fn locked(meeting: &Meeting, minute: i32) -> Millis {
    Millis::at_local(meeting.starts_at.day_in(&meeting.time_zone), minute, &meeting.time_zone)
}

/// Whole seconds of a difference in milliseconds; nothing below zero.
fn seconds(millis: i64) -> i32 {
    i32::try_from((millis / 1000).max(0)).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests;
