//! Calendar files (ICS): events become meetings, their lists of minutes an agenda, recurrences series, to-dos tasks.

pub(super) mod time;

use std::collections::HashMap;

use couloir_core::Millis;
use couloir_core::series::{Series, SeriesId, occurrences};
use couloir_core::workshop::WorkshopId;
use icalendar::parser::{Component, Property, read_components, unfold};

use self::time::{Moment, Zones};
use super::Source;
use super::plan::{Entry, EntryKind, ImportPlan};
use super::running_order::described as described_agenda;
use super::warning::WarningKind;
use crate::{Error, Result};

/// Longest meeting, in minutes: what is longer is no meeting.
const MINUTES_MAX: i64 = 7 * 24 * 60;
/// Length of an event that says none, in minutes.
const MINUTES_USUAL: i64 = 60;

/// Whether a text is a calendar.
pub(super) fn is_calendar(text: &str) -> bool {
    text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t'])
        .get(..15)
        .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR"))
}

/// The events and to-dos of a calendar, as a source that holds its entries.
///
/// # Errors
/// [`Error::Damaged`] for a text that is no calendar.
pub(super) fn source(text: &str, name: &str) -> Result<Source> {
    let unfolded = unfold(text.trim_start_matches('\u{feff}'));
    let calendars = read_components(&unfolded).map_err(Error::Damaged)?;
    let mut source = Source { name: name.to_owned(), ..Source::default() };
    let mut plan = ImportPlan::new(name);
    for calendar in &calendars {
        if let Some(title) = value(calendar, "X-WR-CALNAME") {
            plan.title = title;
        }
        let zones = Zones::of(value(calendar, "X-WR-TIMEZONE").as_deref());
        let mut series: HashMap<String, String> = HashMap::new();
        for component in &calendar.components {
            match component.name.as_str() {
                "VEVENT" => event(&mut plan, component, &zones, &mut series),
                "VTODO" => todo(&mut plan, component),
                _ => {}
            }
        }
    }
    // A file with one meeting is called as it is.
    if let [only] = plan.entries.iter().filter(|e| e.kind == EntryKind::Meeting).collect::<Vec<_>>().as_slice()
        && name.is_empty()
    {
        plan.title.clone_from(&only.text);
    }
    source.name.clone_from(&plan.title);
    source.entries = plan.entries;
    source.warnings = plan.warnings;
    Ok(source)
}

fn property<'a>(component: &'a Component<'_>, name: &str) -> Option<&'a Property<'a>> {
    component.find_prop(name)
}

/// The text of a property, unescaped.
fn value(component: &Component<'_>, name: &str) -> Option<String> {
    let text = property(component, name)?.val.to_owned().unescape_text().as_str().trim().to_owned();
    (!text.is_empty()).then_some(text)
}

fn event(plan: &mut ImportPlan, event: &Component<'_>, zones: &Zones, series: &mut HashMap<String, String>) {
    let title = value(event, "SUMMARY").unwrap_or_default();
    let uid = value(event, "UID").unwrap_or_default();
    let is_off = value(event, "STATUS").is_some_and(|status| status.eq_ignore_ascii_case("CANCELLED"));
    let Some(start) = property(event, "DTSTART").and_then(|start| zones.moment(start)) else {
        return plan.warn(1, WarningKind::ValueLeft, &title);
    };
    if title.is_empty() || is_off {
        let said = if title.is_empty() { start.shown() } else { title };
        return plan.warn(1, WarningKind::ValueLeft, &said);
    }
    let minutes = length(event, &start, zones);
    let described = value(event, "DESCRIPTION").unwrap_or_default();
    let (items, goal) = described_agenda(&described);
    let line = u32::try_from(plan.entries.len() + 1).unwrap_or(u32::MAX);
    let mut meeting = Entry::new(line, EntryKind::Meeting, &title)
        .detail(&goal)
        .with("starts_at", &start.millis.0.to_string())
        .with("time_zone", &start.zone)
        .with("planned_minutes", &minutes.to_string())
        .with("place", &value(event, "LOCATION").unwrap_or_default());
    let rule = recurrence(event);
    if !rule.is_empty() {
        let probe = Series {
            id: SeriesId::from("probe"),
            workshop_id: WorkshopId::from("probe"),
            position: String::new(),
            title: title.clone(),
            recurrence: rule.clone(),
            starts_at: start.millis,
            time_zone: start.zone.clone(),
            planned_minutes: 0,
            template_meeting_id: None,
        };
        match occurrences(&probe, Millis(i64::MIN), 1) {
            Ok(dates) if !dates.is_empty() => meeting = meeting.with("recurrence", &rule),
            // Such as every minute, or never: the first date is kept.
            _ => plan.warn(line, WarningKind::ValueLeft, &rule),
        }
    }
    // An occasion that was moved belongs to the series of the same name.
    meeting.step = series.get(&uid).filter(|_| property(event, "RECURRENCE-ID").is_some()).cloned();
    let has_rule = meeting.more.iter().any(|column| column.name == "recurrence");
    let key = plan.push(meeting);
    if has_rule && !uid.is_empty() {
        series.insert(uid, key.clone());
    }
    for (title, minutes) in items {
        let mut item = Entry::new(line, EntryKind::AgendaItem, &title).with("minutes", &minutes.to_string());
        item.step = Some(key.clone());
        plan.push(item);
    }
}

/// Length of an event in minutes.
fn length(event: &Component<'_>, start: &Moment, zones: &Zones) -> i64 {
    let end = property(event, "DTEND").and_then(|end| zones.moment(end));
    let by_end = end.map(|end| (end.millis.0 - start.millis.0) / 60_000);
    let by_length = || property(event, "DURATION").and_then(|length| time::duration(length.val.as_str()));
    let usual = if start.is_day { 24 * 60 } else { MINUTES_USUAL };
    by_end.or_else(by_length).filter(|minutes| *minutes > 0).unwrap_or(usual).min(MINUTES_MAX)
}

/// The lines of a recurrence, as a series keeps them.
fn recurrence(event: &Component<'_>) -> String {
    let mut lines = Vec::new();
    let rules: Vec<&Property<'_>> = event.properties.iter().filter(|p| p.name.as_str() == "RRULE").collect();
    if let [rule] = rules.as_slice() {
        lines.push(format!("RRULE:{}", rule.val.as_str().trim()));
        for exception in event.properties.iter().filter(|property| property.name.as_str() == "EXDATE") {
            let zone = exception.params.iter().find(|parameter| parameter.key.as_str() == "TZID");
            let zone = zone.and_then(|zone| zone.val.as_ref()).and_then(|zone| time::zone(zone.as_str()));
            let zone = zone.map(|zone| format!(";TZID={zone}")).unwrap_or_default();
            lines.push(format!("EXDATE{zone}:{}", exception.val.as_str().trim()));
        }
    }
    lines.join("\n")
}

fn todo(plan: &mut ImportPlan, todo: &Component<'_>) {
    let Some(title) = value(todo, "SUMMARY") else { return };
    let status = match value(todo, "STATUS").unwrap_or_default().to_ascii_uppercase().as_str() {
        "COMPLETED" => "done",
        "IN-PROCESS" => "doing",
        _ => "todo",
    };
    let line = u32::try_from(plan.entries.len() + 1).unwrap_or(u32::MAX);
    let detail = value(todo, "DESCRIPTION").unwrap_or_default();
    plan.push(Entry::new(line, EntryKind::Task, &title).detail(&detail).with("status", status));
}

#[cfg(test)]
mod tests;
