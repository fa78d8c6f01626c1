#![allow(clippy::unwrap_used)]

use super::*;
use crate::agenda::AgendaItemId;
use crate::meeting::MeetingId;
use crate::testing::{NOW, contents, workshop};

const MINUTE: i64 = 60_000;

/// A meeting of an hour that began at [`NOW`], with these lengths in minutes; the first is under way.
pub(crate) fn meeting(minutes: &[i32]) -> (Meeting, Vec<AgendaItem>) {
    let (library, w) = workshop();
    let workshop = contents(&library, &w).workshop;
    let mut meeting = Meeting::draft(MeetingId::from("m"), &workshop, "Point".to_owned(), NOW);
    let items: Vec<AgendaItem> = minutes
        .iter()
        .enumerate()
        .map(|(at, minutes)| {
            let id = AgendaItemId(format!("i{at}"));
            AgendaItem::planned(id, &meeting, format!("Point {at}"), minutes * 60, NOW)
        })
        .collect();
    meeting.status = MeetingStatus::InProgress;
    meeting.started_at = Some(NOW);
    meeting.item_started_at = Some(NOW);
    meeting.current_item_id = items.first().map(|item| item.id.clone());
    (meeting, items)
}

fn at(meeting: &Meeting, items: &[AgendaItem], minutes: f64) -> Clock {
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
    let later = (minutes * MINUTE as f64) as i64;
    clock(meeting, &items.iter().collect::<Vec<_>>(), Millis(NOW.0 + later))
}

#[test]
fn the_countdown_turns_at_a_fifth_and_a_twentieth() {
    let (meeting, items) = meeting(&[20, 40]);
    let urgency = |minutes| at(&meeting, &items, minutes).urgency;
    assert_eq!(urgency(0.0), Urgency::Calm);
    assert_eq!(urgency(15.9), Urgency::Calm);
    assert_eq!(urgency(16.0), Urgency::Soon);
    assert_eq!(urgency(19.0), Urgency::Now);
    assert_eq!(urgency(20.0), Urgency::Over);
    assert_eq!(at(&meeting, &items, 25.0).remaining.0, -5 * MINUTE);
}

#[test]
fn only_overtime_moves_the_end() {
    let (meeting, items) = meeting(&[20, 40]);
    assert_eq!(at(&meeting, &items, 10.0).ahead.0, 0);
    assert_eq!(at(&meeting, &items, 25.0).ahead.0, -5 * MINUTE);
    let early = at(&meeting, &items, 5.0);
    assert_eq!((early.projected_end, early.next_item_id), (Millis(NOW.0 + 60 * MINUTE), Some("i1".into())));
}

#[test]
fn early_and_late_are_measured_by_what_stood_at_the_start() {
    let (mut meeting, mut items) = meeting(&[20, 50]);
    meeting.promised_end = Some(Millis(NOW.0 + 70 * MINUTE));
    assert_eq!(at(&meeting, &items, 0.0).ahead.0, 0);
    assert_eq!(at(&meeting, &items, 25.0).ahead.0, -5 * MINUTE);
    items[1].seconds -= 10 * 60;
    assert_eq!(at(&meeting, &items, 25.0).ahead.0, 5 * MINUTE);
}

#[test]
fn an_agenda_that_is_too_long_is_said_before_the_start_only() {
    let (mut meeting, items) = meeting(&[20, 50]);
    assert_eq!(at(&meeting, &items, 0.0).excess, 0);
    meeting.started_at = None;
    assert_eq!(at(&meeting, &items, 0.0).excess, 10 * 60);
    meeting.planned_minutes = 90;
    assert_eq!(at(&meeting, &items, 0.0).excess, 0);
}

#[test]
fn a_pause_stops_the_countdown_and_delays_the_end() {
    let (mut meeting, items) = meeting(&[20, 40]);
    meeting.paused_at = Some(Millis(NOW.0 + 5 * MINUTE));
    let paused = at(&meeting, &items, 12.0);
    assert_eq!((paused.remaining.0, paused.ahead.0), (15 * MINUTE, -7 * MINUTE));
    meeting.paused_at = None;
    meeting.paused_ms = Millis(7 * MINUTE);
    assert_eq!(at(&meeting, &items, 12.0).remaining.0, 15 * MINUTE);
}

#[test]
fn time_spent_before_counts_after_coming_back() {
    let (meeting, mut items) = meeting(&[20, 40]);
    items[0].spent_ms = Millis(8 * MINUTE);
    assert_eq!(at(&meeting, &items, 2.0).remaining.0, 10 * MINUTE);
}

#[test]
fn kept_starts_are_waited_for_on_the_day_only() {
    let (mut meeting, mut items) = meeting(&[20, 40]);
    // The meeting begins at 8:00; the second block at 9:00.
    items[1].locked_minute = Some(9 * 60);
    assert_eq!(at(&meeting, &items, 1.0).ahead.0, -40 * MINUTE);
    meeting.starts_at = Millis(NOW.0 - 3 * 24 * 60 * MINUTE);
    assert_eq!(at(&meeting, &items, 1.0).ahead.0, 0);
}

#[test]
fn parallel_blocks_take_their_longest_track() {
    let (meeting, mut items) = meeting(&[20, 8, 12]);
    for (track, item) in (0..).zip(&mut items[1..]) {
        item.parallel_group = Some("pairs".to_owned());
        item.track = track;
    }
    assert_eq!(at(&meeting, &items, 0.0).projected_end.0, NOW.0 + 32 * MINUTE);
}

#[test]
fn a_console_advances_at_the_end_of_a_block_and_not_after_a_sleep() {
    let (mut meeting, items) = meeting(&[20, 40]);
    let due = |meeting: &Meeting, minutes| at(meeting, &items, minutes).is_due;
    assert!(!due(&meeting, 19.9) && due(&meeting, 20.0) && due(&meeting, 20.5));
    assert!(!due(&meeting, 21.1), "a laptop that slept does not run through the agenda");
    meeting.paused_at = Some(Millis(NOW.0 + 20 * MINUTE));
    assert!(!due(&meeting, 20.5));
    meeting.paused_at = None;
    meeting.current_item_id = Some(items[1].id.clone());
    let last: Vec<AgendaItem> =
        items.iter().cloned().map(|item| AgendaItem { progress: Progress::Done, ..item }).collect();
    assert!(!at(&meeting, &last, 40.1).is_due, "nothing follows the last block");
}

#[test]
fn what_waits_is_expected_after_the_overtime() {
    let (meeting, items) = meeting(&[20, 40, 5]);
    let starts = |minutes| -> Vec<i64> {
        at(&meeting, &items, minutes).expected.iter().map(|one| (one.starts_at.0 - NOW.0) / MINUTE).collect()
    };
    assert_eq!(starts(10.0), [20, 60]);
    assert_eq!(starts(25.0), [25, 65]);
}
