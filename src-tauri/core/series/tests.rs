#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{NOW, contents, workshop};
use crate::{Error, Rule};

fn series(recurrence: &str, starts: &str) -> Series {
    let starts_at = Millis::of(starts.parse().unwrap());
    Series {
        id: "s".into(),
        workshop_id: "w".into(),
        position: "a".to_owned(),
        title: "Point".to_owned(),
        recurrence: recurrence.to_owned(),
        starts_at,
        time_zone: "Europe/Paris".to_owned(),
        planned_minutes: 45,
        template_meeting_id: None,
    }
}

/// Local dates and times of the first occurrences.
fn dates(recurrence: &str, starts: &str, limit: u16) -> Vec<String> {
    let found = occurrences(&series(recurrence, starts), Millis(i64::MIN), limit).unwrap();
    let zone = chrono_tz::Europe::Paris;
    found.iter().map(|at| at.utc().with_timezone(&zone).format("%m-%d %H:%M").to_string()).collect()
}

#[test]
fn rhythms_give_their_dates() {
    let weekly = dates("RRULE:FREQ=WEEKLY;BYDAY=TU", "2026-11-24T08:00:00Z", 3);
    assert_eq!(weekly, ["11-24 09:00", "12-01 09:00", "12-08 09:00"]);
    let second_tuesday = dates("RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=2", "2026-11-10T08:00:00Z", 9);
    assert_eq!(second_tuesday, ["11-10 09:00", "12-08 09:00"]);
    let last_friday = dates("RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270101T000000Z", "2026-11-27T08:00:00Z", 9);
    assert_eq!(last_friday, ["11-27 09:00", "12-25 09:00"]);
    let fortnight = dates("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3\nEXDATE:20261208T090000", "2026-11-24T08:00:00Z", 9);
    assert_eq!(fortnight, ["11-24 09:00", "12-22 09:00"]);
}

#[test]
fn nine_o_clock_stays_nine_when_clocks_change() {
    // Summer time ends on 25 October 2026 and begins on 28 March 2027.
    let autumn = dates("RRULE:FREQ=WEEKLY", "2026-10-20T07:00:00Z", 2);
    assert_eq!(autumn, ["10-20 09:00", "10-27 09:00"]);
    let spring = dates("RRULE:FREQ=WEEKLY", "2027-03-23T08:00:00Z", 2);
    assert_eq!(spring, ["03-23 09:00", "03-30 09:00"]);
    let midnight = dates("RRULE:FREQ=DAILY", "2026-10-24T22:30:00Z", 2);
    assert_eq!(midnight, ["10-25 00:30", "10-26 00:30"]);
    // 2:30 does not exist on 28 March 2027: the series goes on the day after.
    let gap = dates("RRULE:FREQ=DAILY", "2027-03-27T01:30:00Z", 3);
    assert!(gap.contains(&"03-29 02:30".to_owned()), "{gap:?}");
}

#[test]
fn only_what_comes_after_is_given() {
    let series = series("RRULE:FREQ=WEEKLY", "2026-11-24T08:00:00Z");
    let first = occurrences(&series, Millis(i64::MIN), 1).unwrap()[0];
    let next = occurrences(&series, first, 1).unwrap()[0];
    assert_eq!(next.0 - first.0, 7 * 24 * 3_600_000);
}

#[test]
fn a_series_that_never_meets_is_refused() {
    let (mut library, w) = workshop();
    let meeting = library.meeting_add(&w, "Point", NOW, 45).unwrap().value;
    let refused = |recurrence: &str, library: &mut crate::Library| match library.series_add(&w, &meeting, recurrence) {
        Err(Error::Invalid { rule, .. }) => rule,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", &mut library), Rule::NeverFires);
    for bad in
        ["nonsense", "FREQ=SECONDLY", "FREQ=HOURLY", "X-EVIL:1", "FREQ=WEEKLY\nATTENDEE:x", "FREQ=WEEKLY;BYDAY=XX"]
    {
        assert_eq!(refused(bad, &mut library), Rule::NotARecurrence, "{bad}");
    }
    assert!(contents(&library, &w).series.is_empty());
}

#[test]
fn the_next_meeting_starts_from_the_agenda_of_the_series() {
    let (mut library, w) = workshop();
    let first = library.meeting_add(&w, "Point", NOW, 45).unwrap().value;
    library.agenda_item_add(&w, &first, "Tour", 300, None).unwrap();
    let id = library.series_add(&w, &first, "FREQ=WEEKLY;COUNT=2").unwrap().value;
    library.agenda_item_add(&w, &first, "Seulement ce jour", 300, None).unwrap();
    let next = library.series_next(&w, &id).unwrap().value;
    let now = contents(&library, &w);
    let titles: Vec<&str> =
        now.agenda_items.iter().filter(|item| item.meeting_id == next).map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Tour"]);
    let over = library.series_next(&w, &id);
    assert!(matches!(over, Err(Error::Invalid { rule: Rule::NeverFires, .. })));
}
