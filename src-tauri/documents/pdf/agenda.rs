//! The participant agenda: when, what, who leads, how long.

use std::collections::BTreeSet;

use couloir_core::agenda::AgendaItem;
use couloir_core::meeting::Meeting;
use couloir_core::{Contents, Millis};
use serde::Serialize;
use serde_json::Value;

use super::view::{RoleView, Words, date_line, envelope, local, minutes, person, role};
use crate::{Request, Result};

#[derive(Default, Serialize)]
struct Body {
    words: Value,
    date: String,
    about: String,
    goal: String,
    bring: String,
    /// Said in place of an agenda.
    notice: String,
    rows: Vec<Row>,
    end: String,
    total: String,
    /// Minutes beyond the planned end, in words; empty when it fits.
    overrun: String,
    roles: Vec<RoleView>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Row {
    Day { title: String },
    Section { title: String, minutes: String },
    Gap { text: String, is_overlap: bool },
    Item(Box<ItemRow>),
}

#[derive(Serialize)]
struct ItemRow {
    time: String,
    title: String,
    note: String,
    detail: String,
    lead: String,
    role: Option<RoleView>,
    minutes: String,
    is_marker: bool,
    track: i32,
}

const WORDS: &[&str] = &["goal", "bring", "time", "item", "lead", "minutes", "end", "total"];

pub(super) fn data(contents: &Contents, request: &Request) -> Result<Value> {
    let words = Words::of(request);
    let Some(meeting) = request.meeting(contents)? else {
        let body = Body { words: words.all(WORDS), notice: words.get("no-meeting"), ..Body::default() };
        return envelope(contents, request, &contents.workshop.title, body);
    };
    let body = body(contents, request, words, meeting);
    envelope(contents, request, &meeting.title, body)
}

fn body(contents: &Contents, request: &Request, words: Words, meeting: &Meeting) -> Body {
    let items: Vec<&AgendaItem> = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id).collect();
    let slots = timeline(&items, meeting);
    let end = slots.iter().map(|slot| slot.end).max().unwrap_or(0);
    let total = end;
    let invited = contents.attendees.iter().filter(|one| one.meeting_id == meeting.id && one.is_invited).count();
    let mut about = Vec::new();
    if !meeting.place.is_empty() {
        about.push(meeting.place.clone());
    }
    if invited > 0 {
        about.push(words.with("people", &[("count", invited.into())]));
    }
    if !items.is_empty() {
        about.push(words.with("length", &[("minutes", minutes(total).into())]));
    }
    let overrun = total - i64::from(meeting.planned_minutes) * 60;
    Body {
        words: words.all(WORDS),
        date: date_line(words, meeting, at(meeting, total)),
        about: about.join(" · "),
        goal: meeting.goal.clone(),
        bring: meeting.bring.clone(),
        notice: if items.is_empty() { words.get("no-items") } else { String::new() },
        rows: rows(contents, request, words, meeting, &items, &slots),
        end: clock(meeting, end),
        total: words.with("length", &[("minutes", minutes(total).into())]),
        overrun: if overrun > 0 && meeting.planned_minutes > 0 && !items.is_empty() {
            words.with("overrun", &[("minutes", minutes(overrun).into())])
        } else {
            String::new()
        },
        roles: leading_roles(contents, &items),
    }
}

/// The roles whose letters stand in the column of who leads.
fn leading_roles(contents: &Contents, items: &[&AgendaItem]) -> Vec<RoleView> {
    let leading: BTreeSet<_> = items.iter().filter_map(|item| item.presenter_role_id.as_ref()).collect();
    contents.roles.iter().filter(|role| leading.contains(&role.id)).map(RoleView::from).collect()
}

fn rows(
    contents: &Contents,
    request: &Request,
    words: Words,
    meeting: &Meeting,
    items: &[&AgendaItem],
    slots: &[Slot],
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut day = local(meeting.starts_at, &meeting.time_zone).date_naive();
    for (index, (item, slot)) in items.iter().zip(slots).enumerate() {
        let start = local(at(meeting, slot.start), &meeting.time_zone);
        if start.date_naive() != day {
            day = start.date_naive();
            rows.push(Row::Day { title: words.day(day) });
        }
        if slot.gap != 0 {
            let key = if slot.gap > 0 { "spare" } else { "overlap" };
            let text = words.with(key, &[("minutes", minutes(slot.gap.abs()).into())]);
            rows.push(Row::Gap { text, is_overlap: slot.gap < 0 });
        }
        if !item.section.is_empty() {
            let next = items[index + 1..].iter().position(|item| !item.section.is_empty());
            let section = &slots[index..next.map_or(slots.len(), |next| index + 1 + next)];
            let end = section.iter().map(|slot| slot.end).max().unwrap_or(slot.end);
            rows.push(Row::Section { title: item.section.clone(), minutes: minutes(end - slot.start) });
        }
        let leading = role(contents, item.presenter_role_id.as_ref());
        rows.push(Row::Item(Box::new(ItemRow {
            time: clock(meeting, slot.start),
            title: item.title.clone(),
            note: if item.is_optional { words.get("optional") } else { String::new() },
            detail: if item.detail.is_empty() { item.goal.clone() } else { item.detail.clone() },
            lead: person(contents, request, item.presenter_person_id.as_ref())
                .map_or_else(|| public_presenter(contents, request, item), str::to_owned),
            role: leading.map(RoleView::from),
            minutes: if item.seconds == 0 { String::new() } else { minutes(item.seconds.into()) },
            is_marker: item.seconds == 0,
            track: if item.parallel_group.is_some() { item.track + 1 } else { 0 },
        })));
    }
    rows
}

/// The free words for who leads, unless they repeat a private name.
fn public_presenter(contents: &Contents, request: &Request, item: &AgendaItem) -> String {
    let is_private = contents.people.iter().any(|one| one.is_private && item.presenter.contains(&one.name));
    if is_private && !request.includes_private { String::new() } else { item.presenter.clone() }
}

fn at(meeting: &Meeting, seconds: i64) -> Millis {
    Millis(meeting.starts_at.0 + seconds * 1_000)
}

/// A start as the table shows it: `9:05` in both languages, so that the column stays narrow.
fn clock(meeting: &Meeting, seconds: i64) -> String {
    local(at(meeting, seconds), &meeting.time_zone).format("%-H:%M").to_string()
}

/// When an item begins and ends, in seconds after the meeting's start.
struct Slot {
    start: i64,
    end: i64,
    /// Spare seconds before a kept start, or seconds by which the items before run into it (negative).
    gap: i64,
}

fn timeline(items: &[&AgendaItem], meeting: &Meeting) -> Vec<Slot> {
    use chrono::Timelike;
    let midnight = -i64::from(local(meeting.starts_at, &meeting.time_zone).num_seconds_from_midnight());
    let mut slots: Vec<Slot> = Vec::with_capacity(items.len());
    let mut now = 0;
    let mut group: Option<(&str, i64)> = None;
    let mut tracks: std::collections::BTreeMap<i32, i64> = std::collections::BTreeMap::new();
    for item in items {
        let name = item.parallel_group.as_deref();
        if group.map(|(name, _)| name) != name {
            now = tracks.values().copied().max().unwrap_or(now).max(now);
            tracks.clear();
            group = name.map(|name| (name, now));
        }
        let due = group.map_or(now, |(_, start)| *tracks.get(&item.track).unwrap_or(&start));
        let start = item.locked_minute.map_or(due, |minute| midnight + i64::from(minute) * 60);
        let end = start + i64::from(item.seconds);
        slots.push(Slot { start, end, gap: start - due });
        if group.is_some() {
            tracks.insert(item.track, end);
        } else {
            now = end;
        }
    }
    slots
}
