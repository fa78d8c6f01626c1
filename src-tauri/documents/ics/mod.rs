//! Meetings as calendar files (RFC 5545): one meeting, or a series with its recurrence.

mod zone;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use couloir_core::meeting::{Meeting, MeetingId};
use couloir_core::series::{Series, SeriesId};
use couloir_core::{Contents, Millis};
use couloir_messages::text;
use icalendar::{Calendar, CalendarDateTime, Component, Event, EventLike, Property};

use crate::table::language;
use crate::table::local;
use crate::{Error, Result};

/// A meeting as an ICS file. Its UID follows from its id, so that a later file updates the entry in a calendar;
/// `stamp` is the moment of the export. Nothing private is written.
///
/// # Errors
/// [`Error::Unknown`] when the workshop has no such meeting.
pub fn meeting(contents: &Contents, id: &MeetingId, stamp: Millis) -> Result<Vec<u8>> {
    let found = contents.meetings.iter().find(|meeting| meeting.id == *id);
    let meeting = found.ok_or_else(|| Error::Unknown(id.to_string()))?;
    let mut event = event(&format!("meeting-{id}"), &meeting.title, stamp);
    place(&mut event, meeting.starts_at, meeting.planned_minutes, &meeting.time_zone);
    describe(&mut event, contents, Some(meeting));
    Ok(file(event, meeting.starts_at, meeting.starts_at.utc(), &meeting.time_zone))
}

/// A series as an ICS file: its first date and its recurrence. Occasions that were moved are not repeated here;
/// each has a file of its own.
///
/// # Errors
/// [`Error::Unknown`] when the workshop has no such series.
pub fn series(contents: &Contents, id: &SeriesId, stamp: Millis) -> Result<Vec<u8>> {
    let found = contents.series.iter().find(|series| series.id == *id);
    let series = found.ok_or_else(|| Error::Unknown(id.to_string()))?;
    let mut event = event(&format!("series-{id}"), &series.title, stamp);
    place(&mut event, series.starts_at, series.planned_minutes, &series.time_zone);
    for property in recurrence(series) {
        event.append_multi_property(property);
    }
    let template = contents.meetings.iter().find(|meeting| Some(&meeting.id) == series.template_meeting_id.as_ref());
    describe(&mut event, contents, template);
    // Recurrences without an end go on; ten years of clock changes are spelled out.
    let last = series.starts_at.utc() + Duration::days(3_653);
    Ok(file(event, series.starts_at, last, &series.time_zone))
}

fn event(uid: &str, title: &str, stamp: Millis) -> Event {
    let mut event = Event::with_uid(&format!("{uid}@couloir.app"));
    event.summary(title).timestamp(stamp.utc());
    event
}

/// Start and end as the clock on the wall says in the meeting's zone.
fn place(event: &mut Event, starts_at: Millis, minutes: i32, zone: &str) {
    let start = starts_at.utc();
    let end = start + Duration::minutes(minutes.max(0).into());
    event.starts(at(start, zone)).ends(at(end, zone));
}

fn at(moment: DateTime<Utc>, zone: &str) -> CalendarDateTime {
    match zone.parse::<chrono_tz::Tz>() {
        Ok(tz) if tz != chrono_tz::UTC => {
            CalendarDateTime::WithTimezone { date_time: local(moment, zone), tzid: zone.to_owned() }
        }
        _ => CalendarDateTime::Utc(moment),
    }
}

/// Place, goal, what to bring and the public agenda.
fn describe(event: &mut Event, contents: &Contents, meeting: Option<&Meeting>) {
    let Some(meeting) = meeting else { return };
    if !meeting.place.is_empty() {
        event.location(&meeting.place);
    }
    let language = language(contents);
    let mut lines = Vec::new();
    for (key, value) in [("document-goal", &meeting.goal), ("document-bring", &meeting.bring)] {
        if !value.is_empty() {
            let title = text(language, key, &[]);
            lines.push(text(language, "calendar-line", &[("title", title.into()), ("text", value.as_str().into())]));
        }
    }
    let items = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id);
    for (number, item) in items.enumerate() {
        let minutes = (i64::from(item.seconds) + 30) / 60;
        let args =
            [("number", (number + 1).into()), ("title", item.title.as_str().into()), ("minutes", minutes.into())];
        lines.push(text(language, "calendar-item", &args));
    }
    if !lines.is_empty() {
        event.description(&lines.join("\n"));
    }
}

/// The lines of a recurrence as properties; a line that is none of RFC 5545's recurrence properties is left out.
fn recurrence(series: &Series) -> Vec<Property> {
    let mut found = Vec::new();
    for line in series.recurrence.lines().map(str::trim).filter(|line| !line.contains(char::is_control)) {
        let (head, value) = match line.split_once(':') {
            Some(parts) => parts,
            None if line.starts_with("FREQ=") => ("RRULE", line),
            None => continue,
        };
        let mut parameters = head.split(';');
        let name = parameters.next().unwrap_or_default().to_ascii_uppercase();
        if !["RRULE", "EXDATE", "RDATE"].contains(&name.as_str()) {
            continue;
        }
        let mut property = Property::new(name, value);
        for (key, value) in parameters.filter_map(|parameter| parameter.split_once('=')) {
            property.add_parameter(key, value);
        }
        found.push(property.done());
    }
    found
}

fn file(event: Event, first: Millis, last: DateTime<Utc>, zone: &str) -> Vec<u8> {
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//Couloir//Couloir//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(key, value));
    }
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.push(event);
    // The library writes no time zone of its own; the rules stand before the event that uses them.
    let rules = zone::rules(zone, first.utc(), last);
    calendar.to_string().replacen("BEGIN:VEVENT", &format!("{rules}BEGIN:VEVENT"), 1).into_bytes()
}

fn stamp(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

#[cfg(test)]
mod tests;
