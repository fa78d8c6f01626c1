//! What of a workshop a template keeps: its texts and how they hang together, nothing of who, when and what came of it.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};
use specta::Type;

use super::calendar;
use crate::agenda::Progress;
use crate::meeting::{Meeting, MeetingId, MeetingStatus};
use crate::outcome::OutcomeKind;
use crate::task::TaskStatus;
use crate::workshop::Shelf;
use crate::{Contents, Millis};

/// A kind of thing that a template leaves out, in the order in which it is told.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutKind {
    /// People, with the roles they hold, the cards they do and the meetings they came to.
    People,
    /// The client and the places.
    Client,
    /// Days and hours: of the workshop, of meetings, due days, reviews.
    Dates,
    /// Notes of cards.
    Notes,
    /// What only the facilitator reads.
    PrivateNotes,
    /// Who leads a block, said in free words.
    Presenters,
    Decisions,
    Actions,
    /// Notes taken in meetings.
    MeetingNotes,
    /// Meetings of a series after its first.
    Occasions,
    /// How far cards are.
    Progress,
    /// Confirmations and disputes of contracts, and how they were kept.
    Agreements,
    /// Contract lines that were given up.
    GivenUp,
    /// What was written blind.
    Blind,
    /// The parking lot.
    Parked,
    /// Findings accepted with a reason.
    Accepted,
    /// Named moments.
    Moments,
    /// Links to a mail address.
    Addresses,
}

/// How much of a kind is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LeftOut {
    pub kind: LeftOutKind,
    pub count: u32,
}

/// Counts what is left out.
#[derive(Default)]
struct Tally(BTreeMap<LeftOutKind, u32>);

impl Tally {
    fn add(&mut self, kind: LeftOutKind, count: usize) {
        if count > 0 {
            *self.0.entry(kind).or_default() += u32::try_from(count).unwrap_or(u32::MAX);
        }
    }

    /// Empties a text.
    fn empty(&mut self, kind: LeftOutKind, text: &mut String) {
        self.add(kind, usize::from(!text.is_empty()));
        text.clear();
    }

    /// Takes a value away.
    fn take<T>(&mut self, kind: LeftOutKind, value: &mut Option<T>) {
        self.add(kind, usize::from(value.take().is_some()));
    }

    /// Leaves out a whole list.
    fn clear<T>(&mut self, kind: LeftOutKind, rows: &mut Vec<T>) {
        self.add(kind, rows.len());
        rows.clear();
    }

    /// Leaves out rows of a list.
    fn keep<T>(&mut self, kind: LeftOutKind, rows: &mut Vec<T>, is_kept: impl FnMut(&T) -> bool) {
        let before = rows.len();
        rows.retain(is_kept);
        self.add(kind, before - rows.len());
    }
}

/// A workshop as a template has it, and what was left out. What is bare already stays as it is.
pub fn bare(mut contents: Contents) -> (Contents, Vec<LeftOut>) {
    use LeftOutKind as Kind;
    let mut left = Tally::default();
    let workshop = &mut contents.workshop;
    left.empty(Kind::Client, &mut workshop.organisation);
    left.empty(Kind::Client, &mut workshop.place);
    left.take(Kind::Dates, &mut workshop.held_on);
    workshop.shelf = Shelf::Usual;
    workshop.is_template = true;

    left.clear(Kind::People, &mut contents.people);
    contents.role_holders.clear();
    contents.attendees.clear();
    contents.airtimes.clear();
    left.clear(Kind::Blind, &mut contents.slips);
    left.clear(Kind::Parked, &mut contents.backlog_items);
    left.clear(Kind::Agreements, &mut contents.pulses);
    left.clear(Kind::Accepted, &mut contents.acceptances);
    left.clear(Kind::Moments, &mut contents.snapshots);
    contents.deferrals.clear();
    for outcome in contents.outcomes.drain(..) {
        let kind = match outcome.kind {
            OutcomeKind::Decision => Kind::Decisions,
            OutcomeKind::Action => Kind::Actions,
            OutcomeKind::Note => Kind::MeetingNotes,
        };
        left.add(kind, 1);
    }
    for task in &mut contents.tasks {
        left.empty(Kind::Notes, &mut task.notes);
        left.take(Kind::Dates, &mut task.due_on);
        task.person_id = None;
        left.add(Kind::Progress, usize::from(task.status != TaskStatus::Todo));
        task.status = TaskStatus::Todo;
    }
    left.keep(Kind::Addresses, &mut contents.resources, |link| !link.url.to_lowercase().starts_with("mailto:"));
    contracts(&mut contents, &mut left);
    meetings(&mut contents, &mut left);
    references(&mut contents);
    (contents, left.0.into_iter().map(|(kind, count)| LeftOut { kind, count }).collect())
}

/// Lines stay in their words; whether anybody agreed to them does not.
fn contracts(contents: &mut Contents, left: &mut Tally) {
    left.keep(LeftOutKind::GivenUp, &mut contents.contracts, |line| line.dropped_at.is_none());
    left.keep(LeftOutKind::Blind, &mut contents.contracts, |line| line.is_revealed);
    for line in &mut contents.contracts {
        left.take(LeftOutKind::Dates, &mut line.review_on);
        left.take(LeftOutKind::Agreements, &mut line.giver_agreed_on);
        left.take(LeftOutKind::Agreements, &mut line.receiver_agreed_on);
        left.take(LeftOutKind::Agreements, &mut line.disputed_at);
        line.dispute.clear();
        line.state = line.state_of_content();
    }
}

/// Agendas stay, each once: of a series its first meeting.
fn meetings(contents: &mut Contents, left: &mut Tally) {
    let mut heads: HashSet<MeetingId> = HashSet::new();
    for series in &mut contents.series {
        let mut own: Vec<&Meeting> =
            contents.meetings.iter().filter(|one| one.series_id.as_ref() == Some(&series.id)).collect();
        own.sort_by_key(|meeting| (meeting.is_template, meeting.starts_at));
        heads.extend(own.first().map(|meeting| meeting.id.clone()));
        let agenda = |id: &MeetingId| contents.meetings.iter().find(|one| one.id == *id);
        if series.template_meeting_id.as_ref().and_then(agenda).is_some_and(|one| one.series_id.is_some()) {
            series.template_meeting_id = own.first().map(|meeting| meeting.id.clone());
        }
    }
    left.keep(LeftOutKind::Occasions, &mut contents.meetings, |one| {
        one.is_template || one.series_id.is_none() || heads.contains(&one.id)
    });
    for meeting in &mut contents.meetings {
        left.empty(LeftOutKind::PrivateNotes, &mut meeting.private_notes);
        left.empty(LeftOutKind::Client, &mut meeting.place);
        left.add(LeftOutKind::Dates, usize::from(!meeting.is_template && !calendar::is_bare(meeting)));
        *meeting = Meeting {
            status: MeetingStatus::Draft,
            started_at: None,
            promised_end: None,
            ended_at: None,
            current_item_id: None,
            item_started_at: None,
            paused_at: None,
            paused_ms: Millis(0),
            closed_at: None,
            reopened_at: None,
            minutes_confirmed_at: None,
            ..meeting.clone()
        };
    }
    let kept: HashSet<&str> = contents.meetings.iter().map(|meeting| meeting.id.as_str()).collect();
    contents.agenda_items.retain(|item| kept.contains(item.meeting_id.as_str()));
    for item in &mut contents.agenda_items {
        left.empty(LeftOutKind::PrivateNotes, &mut item.private_notes);
        left.empty(LeftOutKind::Presenters, &mut item.presenter);
        item.presenter_person_id = None;
        item.progress = Progress::Planned;
        item.spent_ms = Millis(0);
        item.created_at = Millis(0);
    }
    calendar::to_base(contents);
}

/// What leads to something that was left out is left out too.
fn references(contents: &mut Contents) {
    let items: HashSet<&str> = contents.agenda_items.iter().map(|item| item.id.as_str()).collect();
    let lines: HashSet<&str> = contents.contracts.iter().map(|line| line.id.as_str()).collect();
    let is_there = |id: Option<&str>| id.is_none_or(|id| lines.contains(id));
    contents.servings.retain(|serving| is_there(serving.contract_id.as_ref().map(AsRef::as_ref)));
    contents.taggings.retain(|tagging| is_there(tagging.contract_id.as_ref().map(AsRef::as_ref)));
    contents.references.retain(|reference| {
        reference.item_id.as_ref().is_some_and(|item| items.contains(item.as_str()))
            && reference.finding.is_none()
            && is_there(reference.contract_id.as_ref().map(AsRef::as_ref))
    });
}
