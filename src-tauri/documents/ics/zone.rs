//! The clock changes of a time zone as a VTIMEZONE, from the IANA data of chrono-tz.

use std::fmt::Write;

use chrono::{DateTime, Duration, Offset, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::stamp;

/// One change of the clock.
struct Change {
    at: DateTime<Utc>,
    before: i32,
    after: i32,
    is_summer: bool,
    name: String,
}

/// The VTIMEZONE of a zone for the time from `first` to `last`, each change spelled out (RFC 5545, 3.6.5).
/// Empty for UTC and for a zone nobody knows, whose moments are written in UTC.
pub(super) fn rules(zone: &str, first: DateTime<Utc>, last: DateTime<Utc>) -> String {
    let Ok(tz) = zone.parse::<Tz>() else { return String::new() };
    if tz == chrono_tz::UTC {
        return String::new();
    }
    // A year before the first day there is a change in force on that day, in every zone that still has changes.
    let start = first - Duration::days(366);
    let mut changes = changes(tz, start, last + Duration::days(366));
    if changes.is_empty() {
        let offset = seconds(tz, start);
        changes.push(Change { at: start, before: offset, after: offset, is_summer: false, name: name(tz, start) });
    }
    let mut rules = format!("BEGIN:VTIMEZONE\r\nTZID:{zone}\r\n");
    for change in changes {
        let kind = if change.is_summer { "DAYLIGHT" } else { "STANDARD" };
        // The onset is told by the clock that was in force before it.
        let onset = stamp((change.at + Duration::seconds(change.before.into())).naive_utc());
        let (from, to) = (offset(change.before), offset(change.after));
        // Writing to a String cannot fail.
        let _ = write!(
            rules,
            "BEGIN:{kind}\r\nDTSTART:{onset}\r\nTZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\nTZNAME:{}\r\nEND:{kind}\r\n",
            change.name
        );
    }
    rules.push_str("END:VTIMEZONE\r\n");
    rules
}

/// Changes of the offset between two moments, to the second.
fn changes(tz: Tz, start: DateTime<Utc>, end: DateTime<Utc>) -> Vec<Change> {
    let mut found = Vec::new();
    let mut day = start;
    while day < end {
        let next = day + Duration::days(1);
        if seconds(tz, day) != seconds(tz, next) {
            let (mut low, mut high) = (day, next);
            while high - low > Duration::seconds(1) {
                let middle = low + (high - low) / 2;
                if seconds(tz, middle) == seconds(tz, day) { low = middle } else { high = middle }
            }
            let at = DateTime::from_timestamp(high.timestamp(), 0).unwrap_or(high);
            let is_summer = !tz.offset_from_utc_datetime(&at.naive_utc()).dst_offset().is_zero();
            found.push(Change {
                at,
                before: seconds(tz, day),
                after: seconds(tz, next),
                is_summer,
                name: name(tz, at),
            });
        }
        day = next;
    }
    found
}

fn seconds(tz: Tz, at: DateTime<Utc>) -> i32 {
    tz.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

fn name(tz: Tz, at: DateTime<Utc>) -> String {
    let offset = tz.offset_from_utc_datetime(&at.naive_utc());
    offset.abbreviation().unwrap_or("LMT").to_owned()
}

/// `+0100`.
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
