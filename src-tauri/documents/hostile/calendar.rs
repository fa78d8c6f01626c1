//! Calendars as another library reads them: calcard has its own parser and its own expansion of recurrences.

use calcard::icalendar::{ICalendar, ICalendarComponentType};
use chrono_tz::Tz;
use couloir_core::series::{Series, occurrences};

use super::*;
use crate::ics;
use crate::table::fixture::{NINE, workshop_of};

fn parsed(bytes: &[u8]) -> ICalendar {
    ICalendar::parse(std::str::from_utf8(bytes).unwrap()).unwrap()
}

/// Starts of all occasions, as calcard expands them.
fn starts(bytes: &[u8]) -> Vec<Millis> {
    // A default zone that is none of ours: only the file itself may say which one counts.
    let found = parsed(bytes).expand_dates(Tz::Pacific__Auckland, 1_000);
    assert!(found.errors.is_empty(), "{:?}", found.errors);
    let mut starts: Vec<Millis> = found.events.iter().map(|event| Millis(event.start.timestamp_millis())).collect();
    starts.sort();
    starts
}

#[test]
fn a_meeting_is_read_at_its_moment_with_a_stable_name() {
    let contents = workshop_of(everything());
    for meeting in &contents.meetings {
        let bytes = ics::meeting(&contents, &meeting.id, Millis(NINE)).unwrap();
        let later = ics::meeting(&contents, &meeting.id, Millis(NINE + 86_400_000)).unwrap();
        let calendar = parsed(&bytes);
        let uids: Vec<&str> = calendar.uids().collect();
        assert_eq!(uids, [format!("meeting-{}@couloir.app", meeting.id)]);
        assert_eq!(parsed(&later).uids().collect::<Vec<_>>(), uids);
        let kinds = |kind| calendar.components.iter().filter(|part| part.component_type == kind).count();
        assert_eq!((kinds(ICalendarComponentType::VEvent), kinds(ICalendarComponentType::VTimezone)), (1, 1));
        assert_eq!(starts(&bytes), [meeting.starts_at]);
    }
}

#[test]
fn a_series_has_the_same_dates_in_another_calendar() {
    let mut contents = workshop_of(everything());
    let id = contents.series[0].id.clone();
    // Mondays over both changes of the clock, in zones that change at other moments, and one that never does.
    for (zone, recurrence) in [
        ("Europe/Paris", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=60\nEXDATE:20261207T080000Z"),
        ("Europe/Paris", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=40\nEXDATE:20261207T090000,20270329T090000"),
        ("Europe/Paris", "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=24"),
        ("America/New_York", "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=24"),
        ("Europe/London", "RRULE:FREQ=DAILY;UNTIL=20270601T120000Z"),
        ("Australia/Lord_Howe", "RRULE:FREQ=WEEKLY;COUNT=60"),
        ("Asia/Tokyo", "RRULE:FREQ=YEARLY;COUNT=5"),
        ("Etc/UTC", "RRULE:FREQ=WEEKLY;COUNT=30"),
    ] {
        let series = &mut contents.series[0];
        series.time_zone = zone.to_owned();
        series.recurrence = recurrence.to_owned();
        let series: Series = series.clone();
        let ours = occurrences(&series, Millis(i64::MIN), 1_000).unwrap();
        assert!(ours.len() > 4, "{zone} {recurrence}");
        let theirs = starts(&ics::series(&contents, &id, Millis(NINE)).unwrap());
        assert_eq!(theirs, ours, "{zone} {recurrence}");
    }
}
