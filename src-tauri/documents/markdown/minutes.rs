//! The minutes of a meeting: decisions and actions first, then item by item.

use couloir_core::Contents;
use couloir_core::meeting::{Meeting, MeetingId};
use couloir_core::outcome::{Outcome, OutcomeKind};
use couloir_messages::{clock, day_long, day_short};

use super::workshop::{labelled, titled};
use super::{Page, escape};
use crate::table::Index;
use crate::{Error, Result};

/// The minutes of a meeting as Markdown in the workshop's language; private notes are never in them.
///
/// # Errors
/// [`Error::Unknown`] when the workshop has no such meeting.
pub fn minutes(contents: &Contents, id: &MeetingId) -> Result<String> {
    let found = contents.meetings.iter().find(|meeting| meeting.id == *id);
    let meeting = found.ok_or_else(|| Error::Unknown(id.to_string()))?;
    let index = Index::new(contents, false);
    let mut page = Page::default();
    write(&mut page, &index, meeting, 1);
    Ok(page.0.trim_end().to_owned() + "\n")
}

/// A meeting under a heading of this level.
pub(super) fn write(page: &mut Page, index: &Index<'_>, meeting: &Meeting, level: usize) {
    let contents = index.contents;
    page.heading(level, &meeting.title);
    let start = index.local(meeting.starts_at, &meeting.time_zone);
    let mut facts = vec![day_long(index.language, start.date()), clock(index.language, start.time())];
    if !meeting.place.is_empty() {
        facts.push(meeting.place.clone());
    }
    let is_recorded = meeting.started_at.is_some() || contents.outcomes.iter().any(|o| o.meeting_id == meeting.id);
    if is_recorded && meeting.minutes_confirmed_at.is_none() {
        facts.push(index.say("document-draft"));
    }
    page.paragraphs(&facts.join(" · "));
    page.paragraphs(&meeting.goal);
    attendance(page, index, meeting);

    // Private outcomes stay out whatever else is asked for.
    let outcomes: Vec<_> = contents.outcomes.iter().filter(|o| o.meeting_id == meeting.id && !o.is_private).collect();
    for (kind, key) in [(OutcomeKind::Decision, "markdown-decisions"), (OutcomeKind::Action, "markdown-actions")] {
        let of_kind: Vec<_> = outcomes.iter().filter(|outcome| outcome.kind == kind).collect();
        if !of_kind.is_empty() {
            page.heading(level + 1, &index.say(key));
            for outcome in of_kind {
                page.item("-", &line(index, outcome));
            }
        }
    }

    let items: Vec<_> = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id).collect();
    if !items.is_empty() {
        page.heading(level + 1, &index.say("document-agenda"));
    }
    for (number, item) in items.iter().enumerate() {
        let minutes = (i64::from(item.seconds) + 30) / 60;
        let line = format!("{} ({minutes}\u{a0}min)", titled(&item.title, &item.detail));
        page.item(&format!("{}.", number + 1), &line);
    }
    for item in &items {
        notes(page, index, &outcomes, Some(item), level + 2);
    }
    if outcomes.iter().any(|outcome| outcome.item_id.is_none()) {
        notes(page, index, &outcomes, None, level + 2);
    }

    let deferred: Vec<_> = contents.deferrals.iter().filter(|d| d.from_meeting_id == meeting.id).collect();
    if !deferred.is_empty() {
        page.heading(level + 1, &index.say("markdown-deferred"));
        for deferral in deferred {
            let item = contents.agenda_items.iter().find(|item| item.id == deferral.item_id);
            let to = contents.meetings.iter().find(|m| Some(&m.id) == deferral.to_meeting_id.as_ref());
            page.item("-", &titled(item.map_or("", |i| i.title.as_str()), to.map_or("", |m| m.title.as_str())));
        }
    }
}

fn attendance(page: &mut Page, index: &Index<'_>, meeting: &Meeting) {
    let of_meeting = index.contents.attendees.iter().filter(|attendee| attendee.meeting_id == meeting.id);
    let (present, absent): (Vec<_>, Vec<_>) = of_meeting.partition(|attendee| attendee.is_present);
    // Before the meeting nobody is present yet, and nobody absent.
    let lists = if meeting.started_at.is_some() {
        vec![("table-column-present", present), ("markdown-absent", absent)]
    } else {
        vec![("markdown-invited", present.into_iter().chain(absent).collect())]
    };
    for (key, people) in lists {
        let names: Vec<_> = people.iter().map(|attendee| index.person_name(Some(&attendee.person_id))).collect();
        let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
        if !names.is_empty() {
            page.line(&labelled(index, key, &names.join(", ")));
        }
    }
}

/// A decision or an action on one line.
fn line(index: &Index<'_>, outcome: &Outcome) -> String {
    let mut parts = vec![format!("**{}**", escape::inline(&outcome.body))];
    let owner = [index.role_name(outcome.owner_role_id.as_ref()), index.person_name(outcome.owner_person_id.as_ref())];
    parts.extend(owner.iter().filter(|name| !name.is_empty()).map(|name| escape::inline(name)));
    if let Some(due) = outcome.due_on {
        parts.push(labelled(index, "table-column-due", &day_short(index.language, due)));
    }
    for (key, text) in [
        ("table-column-proposer", &outcome.proposer),
        ("table-column-tally", &outcome.tally),
        ("table-column-objections", &outcome.objections),
    ] {
        if !text.is_empty() {
            parts.push(labelled(index, key, text));
        }
    }
    if outcome.done_at.is_some() {
        parts.push(escape::inline(&index.say("status-done")));
    }
    parts.join(" · ")
}

/// What was noted on an item, or on none.
fn notes(
    page: &mut Page,
    index: &Index<'_>,
    outcomes: &[&Outcome],
    item: Option<&couloir_core::agenda::AgendaItem>,
    level: usize,
) {
    let id = item.map(|item| &item.id);
    let noted: Vec<_> = outcomes.iter().filter(|o| o.item_id.as_ref() == id && o.kind == OutcomeKind::Note).collect();
    if noted.is_empty() {
        return;
    }
    let general = index.say("table-column-notes");
    page.heading(level, item.map_or(general.as_str(), |item| item.title.as_str()));
    for note in noted {
        page.gap();
        page.0.push_str(&escape::quote(&note.body));
    }
}
