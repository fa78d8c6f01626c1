#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::testing::{NOW, contents, workshop};

/// A meeting on Monday 23 November 2026 at 9:00 in Paris.
fn meeting(minutes: i32) -> Meeting {
    let (library, id) = workshop();
    let workshop = contents(&library, &id).workshop;
    let starts_at = Millis::at_local(NOW.day_in("Europe/Paris"), 540, "Europe/Paris");
    Meeting { planned_minutes: minutes, ..Meeting::draft("m".into(), &workshop, "Point".to_owned(), starts_at) }
}

fn item(n: usize, minutes: i32) -> AgendaItem {
    AgendaItem::planned(AgendaItemId(n.to_string()), &frame(), String::new(), minutes * 60, NOW)
}

/// The meeting of every item, made once.
fn frame() -> Meeting {
    static FRAME: std::sync::LazyLock<Meeting> = std::sync::LazyLock::new(|| meeting(60));
    FRAME.clone()
}

fn times(meeting: &Meeting, items: &[AgendaItem]) -> Vec<String> {
    let table = timetable(meeting, &items.iter().collect::<Vec<_>>());
    let zone: chrono_tz::Tz = meeting.time_zone.parse().unwrap();
    table.slots.iter().map(|slot| slot.starts_at.utc().with_timezone(&zone).format("%H:%M").to_string()).collect()
}

#[test]
fn the_half_day_is_as_printed() {
    let minutes = [10, 10, 10, 20, 35, 15, 35, 20, 40, 20, 15];
    let mut items: Vec<AgendaItem> = minutes.iter().enumerate().map(|(n, m)| item(n, *m)).collect();
    items[5].locked_minute = Some(625);
    let meeting = meeting(230);
    assert_eq!(times(&meeting, &items)[4..8], ["09:50", "10:25", "10:40", "11:15"]);
    let table = timetable(&meeting, &items.iter().collect::<Vec<_>>());
    assert_eq!((table.total, table.over), (230 * 60, 0));
}

#[test]
fn a_lock_is_kept_with_spare_or_overlapping_minutes() {
    let mut items = [item(0, 30), item(1, 10), item(2, 10)];
    items[1].locked_minute = Some(9 * 60 + 40);
    let table = timetable(&meeting(60), &items.iter().collect::<Vec<_>>());
    assert_eq!((table.slots[1].spare, table.slots[1].overlap), (600, 0));
    assert_eq!(times(&meeting(60), &items), ["09:00", "09:40", "09:50"]);
    items[0].seconds = 45 * 60;
    let table = timetable(&meeting(60), &items.iter().collect::<Vec<_>>());
    assert_eq!((table.slots[1].spare, table.slots[1].overlap), (0, 300));
    assert_eq!(table.over, 300);
    // Time left at the end does not make up for it.
    let table = timetable(&meeting(90), &items.iter().collect::<Vec<_>>());
    assert!(table.ends_at < table.planned_end);
    assert_eq!(table.over, 300);
    assert_eq!(times(&meeting(60), &items)[1], "09:40");
}

#[test]
fn a_parallel_group_takes_its_longest_track() {
    let mut items = [item(0, 10), item(1, 8), item(2, 8), item(3, 20), item(4, 5)];
    for (n, track) in [(1, 0), (2, 0), (3, 1)] {
        items[n].parallel_group = Some("pairs".to_owned());
        items[n].track = track;
    }
    assert_eq!(times(&meeting(60), &items), ["09:00", "09:10", "09:18", "09:10", "09:30"]);
    let table = timetable(&meeting(60), &items.iter().collect::<Vec<_>>());
    assert_eq!(table.total, 35 * 60);
}

#[test]
fn a_marker_takes_no_time_and_sections_add_up() {
    let mut items = [item(0, 10), item(1, 0), item(2, 20), item(3, 5)];
    items[0].section = "Matin".to_owned();
    items[2].section = "Suite".to_owned();
    let table = timetable(&meeting(30), &items.iter().collect::<Vec<_>>());
    assert_eq!(table.slots[1].starts_at, table.slots[1].ends_at);
    assert_eq!(table.sections.iter().map(|s| s.seconds).collect::<Vec<_>>(), [600, 1500]);
    assert_eq!(table.over, 300);
}

#[test]
fn clocks_that_change_do_not_change_lengths() {
    // In Paris clocks go from 3:00 to 2:00 on 25 October 2026.
    let mut night = meeting(180);
    night.starts_at = Millis::at_local(chrono::NaiveDate::from_ymd_opt(2026, 10, 25).unwrap(), 90, "Europe/Paris");
    let items = [item(0, 60), item(1, 60), item(2, 60)];
    assert_eq!(times(&night, &items), ["01:30", "02:30", "02:30"]);
    // They go from 2:00 to 3:00 on 28 March 2027: 2:30 does not exist.
    let day = chrono::NaiveDate::from_ymd_opt(2027, 3, 28).unwrap();
    assert_eq!(Millis::at_local(day, 150, "Europe/Paris"), Millis::at_local(day, 210, "Europe/Paris"));
}

proptest! {
    #[test]
    fn without_locks_and_groups_blocks_follow_each_other(minutes in proptest::collection::vec(0..500, 0..30)) {
        let items: Vec<AgendaItem> = minutes.iter().enumerate().map(|(n, m)| item(n, *m)).collect();
        let table = timetable(&frame(), &items.iter().collect::<Vec<_>>());
        prop_assert_eq!(table.total, minutes.iter().sum::<i32>() * 60);
        for pair in table.slots.windows(2) {
            prop_assert_eq!(pair[0].ends_at, pair[1].starts_at);
        }
    }

    #[test]
    fn a_lock_holds_whatever_stands_before(minutes in proptest::collection::vec(0..200, 1..15), lock in 0..1440_i32, at in 0..15_usize) {
        let mut items: Vec<AgendaItem> = minutes.iter().enumerate().map(|(n, m)| item(n, *m)).collect();
        let at = at % items.len();
        items[at].locked_minute = Some(lock);
        let meeting = frame();
        let table = timetable(&meeting, &items.iter().collect::<Vec<_>>());
        prop_assert_eq!(table.slots[at].starts_at, locked(&meeting, lock));
        prop_assert!(table.slots[at].spare == 0 || table.slots[at].overlap == 0);
    }
}
