//! The participant agenda: when, what, who leads, how long.

use std::collections::BTreeSet;

use couloir_core::agenda::AgendaItem;
use couloir_core::analysis::agenda::{Slot, Timetable, timetable};
use couloir_core::meeting::Meeting;
use couloir_core::{Contents, Millis};
use serde::Serialize;
use serde_json::Value;

use super::view::{RoleView, View, Words, date_line, envelope, local, minutes, notice, person, role};
use crate::{Request, Result};

#[derive(Serialize)]
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

const WORDS: &[&str] = &["goal", "bring", "time", "item", "lead", "min", "end", "total"];

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    let Some(meeting) = request.meeting(contents)? else {
        return notice(contents, request, &words.get("no-meeting"));
    };
    let body = body(contents, request, words, meeting);
    Ok(View { template: "agenda.typ", data: envelope(contents, request, &meeting.title, body)? })
}

/// The items of a meeting in their order.
pub(super) fn items<'a>(contents: &'a Contents, meeting: &Meeting) -> Vec<&'a AgendaItem> {
    contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id).collect()
}

fn body(contents: &Contents, request: &Request, words: Words, meeting: &Meeting) -> Body {
    let items = items(contents, meeting);
    let times = timetable(meeting, &items);
    let total = (times.ends_at.0 - times.starts_at.0) / 1_000;
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
    Body {
        words: words.all(WORDS),
        date: date_line(words, meeting.starts_at, times.ends_at, &meeting.time_zone),
        about: about.join(" · "),
        goal: meeting.goal.clone(),
        bring: meeting.bring.clone(),
        notice: if items.is_empty() { words.get("no-items") } else { String::new() },
        rows: rows(contents, request, words, meeting, &items, &times),
        end: clock(meeting, times.ends_at),
        total: words.with("length", &[("minutes", minutes(total).into())]),
        overrun: if times.over > 0 && meeting.planned_minutes > 0 && !items.is_empty() {
            words.with("overrun", &[("minutes", minutes(times.over.into()).into())])
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
    times: &Timetable,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut day = local(meeting.starts_at, &meeting.time_zone).date_naive();
    for (item, slot) in items.iter().zip(&times.slots) {
        let start = local(slot.starts_at, &meeting.time_zone);
        if start.date_naive() != day {
            day = start.date_naive();
            rows.push(Row::Day { title: words.day(day) });
        }
        if let Some((is_overlap, seconds)) = gap(slot) {
            let text = words.with(gap_key(is_overlap), &[("minutes", minutes(seconds).into())]);
            rows.push(Row::Gap { text, is_overlap });
        }
        if let Some(section) = times.sections.iter().find(|section| section.item_id == item.id) {
            rows.push(Row::Section { title: section.title.clone(), minutes: minutes(section.seconds.into()) });
        }
        let leading = role(contents, item.presenter_role_id.as_ref());
        rows.push(Row::Item(Box::new(ItemRow {
            time: clock(meeting, slot.starts_at),
            title: item.title.clone(),
            note: if item.is_optional { words.get("optional") } else { String::new() },
            detail: if item.detail.is_empty() { item.goal.clone() } else { item.detail.clone() },
            lead: lead(contents, request, item),
            role: leading.map(RoleView::from),
            minutes: if item.seconds == 0 { String::new() } else { minutes(item.seconds.into()) },
            is_marker: item.seconds == 0,
            track: if item.parallel_group.is_some() { item.track + 1 } else { 0 },
        })));
    }
    rows
}

/// Who leads in words: a person's name, or what was typed.
pub(super) fn lead(contents: &Contents, request: &Request, item: &AgendaItem) -> String {
    person(contents, request, item.presenter_person_id.as_ref())
        .map_or_else(|| public_presenter(contents, request, item), str::to_owned)
}

/// The free words for who leads, unless they repeat a private name.
fn public_presenter(contents: &Contents, request: &Request, item: &AgendaItem) -> String {
    let is_private = contents.people.iter().any(|one| one.is_private && item.presenter.contains(&one.name));
    if is_private && !request.includes_private { String::new() } else { item.presenter.clone() }
}

/// A start as the table shows it: `9:05` in both languages, so that the column stays narrow.
pub(super) fn clock(meeting: &Meeting, moment: Millis) -> String {
    local(moment, &meeting.time_zone).format("%-H:%M").to_string()
}

/// Seconds spare before a kept start, or (`true`) by which the items before run into it.
pub(super) fn gap(slot: &Slot) -> Option<(bool, i64)> {
    match (slot.spare, slot.overlap) {
        (0, 0) => None,
        (0, overlap) => Some((true, overlap.into())),
        (spare, _) => Some((false, spare.into())),
    }
}

/// The message for a gap.
pub(super) fn gap_key(is_overlap: bool) -> &'static str {
    if is_overlap { "overlap" } else { "spare" }
}
