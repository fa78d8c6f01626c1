//! The facilitator script: the agenda with goal, method, materials and private notes. It is the facilitator's
//! own sheet, so private notes are its very content.

use couloir_core::Contents;
use couloir_core::agenda::AgendaItem;
use couloir_core::analysis::agenda::{Slot, timetable};
use serde::Serialize;
use serde_json::Value;

use super::view::{View, Words, date_line, envelope, minutes, notice};
use super::{agenda, reference};
use crate::{Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    date: String,
    place: String,
    goal: String,
    bring: String,
    notes: String,
    /// Everything to have at hand, once each.
    materials: Vec<String>,
    items: Vec<Item>,
    end: String,
}

#[derive(Serialize)]
struct Item {
    time: String,
    until: String,
    minutes: String,
    title: String,
    section: String,
    detail: String,
    lead: String,
    /// Least length, optional, locked, in parallel: what one may do to this item when time runs out.
    margins: String,
    /// Goal, instruction, method, materials: each only where there is one.
    facts: Vec<(String, String)>,
    notes: String,
}

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    let Some(meeting) = request.meeting(contents)? else {
        return notice(contents, request, &words.get("no-meeting"));
    };
    let request = &Request { includes_private: true, ..request.clone() };
    let items = agenda::items(contents, meeting);
    let times = timetable(meeting, &items);
    let mut materials: Vec<String> = Vec::new();
    for line in items.iter().flat_map(|item| item.materials.split(['\n', ';', ','])).map(str::trim) {
        if !line.is_empty() && !materials.iter().any(|known| known.to_lowercase() == line.to_lowercase()) {
            materials.push(line.to_owned());
        }
    }
    let body = Body {
        words: words.all(&["goal", "bring", "script-materials", "script-notes", "script-end", "script-private"]),
        date: date_line(words, meeting.starts_at, times.ends_at, &meeting.time_zone),
        place: meeting.place.clone(),
        goal: meeting.goal.clone(),
        bring: meeting.bring.clone(),
        notes: meeting.private_notes.clone(),
        materials,
        items: items
            .iter()
            .zip(&times.slots)
            .map(|(one, slot)| item(contents, request, words, meeting, one, slot))
            .collect(),
        end: agenda::clock(meeting, times.ends_at),
    };
    Ok(View { template: "script.typ", data: envelope(contents, request, &meeting.title, body)? })
}

fn item(
    contents: &Contents,
    request: &Request,
    words: Words,
    meeting: &couloir_core::meeting::Meeting,
    item: &AgendaItem,
    slot: &Slot,
) -> Item {
    let mut margins = Vec::new();
    if item.locked_minute.is_some() {
        margins.push(words.get("script-locked"));
    }
    if let Some((is_overlap, seconds)) = agenda::gap(slot) {
        margins.push(words.with(agenda::gap_key(is_overlap), &[("minutes", minutes(seconds).into())]));
    }
    if item.least_seconds > 0 && item.least_seconds < item.seconds {
        margins.push(words.with("script-least", &[("minutes", minutes(item.least_seconds.into()).into())]));
    }
    if item.is_optional {
        margins.push(words.get("optional"));
    }
    if item.is_buffer {
        margins.push(words.get("script-buffer"));
    }
    if item.parallel_group.is_some() {
        margins.push(words.get("script-parallel"));
    }
    let about = reference::lines(contents, request, |one| one.item_id.as_ref() == Some(&item.id)).join("\n");
    let facts = [
        ("script-goal", &item.goal),
        ("script-instruction", &item.instruction),
        ("script-method", &item.method),
        ("script-materials", &item.materials),
        ("script-about", &about),
    ];
    Item {
        time: agenda::clock(meeting, slot.starts_at),
        until: agenda::clock(meeting, slot.ends_at),
        minutes: if item.seconds == 0 { String::new() } else { minutes(item.seconds.into()) },
        title: item.title.clone(),
        section: item.section.clone(),
        detail: item.detail.clone(),
        lead: agenda::lead(contents, request, item),
        margins: margins.join(" · "),
        facts: facts
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| (words.get(key), text.clone()))
            .collect(),
        notes: item.private_notes.clone(),
    }
}
