//! What a meeting produced, as minutes and the record show it.

use couloir_core::Contents;
use couloir_core::agenda::Progress;
use couloir_core::meeting::Meeting;
use couloir_core::outcome::{Outcome, OutcomeKind};
use serde::Serialize;

use super::commonmark::{self, Block};
use super::reference;
use super::view::{RoleView, Words, date_line, local, person, role};
use crate::Request;

/// The record of one meeting.
#[derive(Serialize)]
pub(super) struct Proceedings {
    pub(super) title: String,
    pub(super) date: String,
    pub(super) place: String,
    pub(super) goal: String,
    pub(super) present: Vec<String>,
    pub(super) excused: Vec<String>,
    pub(super) decisions: Vec<Decision>,
    pub(super) actions: Vec<Action>,
    pub(super) items: Vec<Item>,
    pub(super) deferred: Vec<Deferred>,
}

#[derive(Clone, Serialize)]
pub(super) struct Decision {
    number: usize,
    body: String,
    /// Proposer, hands, objections: each only where there is one.
    facts: Vec<(String, String)>,
}

#[derive(Clone, Serialize)]
pub(super) struct Action {
    number: usize,
    body: String,
    owner: String,
    role: Option<RoleView>,
    due: String,
    is_overdue: bool,
    is_done: bool,
    decision: Option<usize>,
}

#[derive(Serialize)]
pub(super) struct Item {
    title: String,
    note: String,
    notes: Vec<Vec<Block>>,
    decisions: Vec<Decision>,
    actions: Vec<Action>,
}

#[derive(Serialize)]
pub(super) struct Deferred {
    title: String,
    detail: String,
}

/// Words used by the templates for a meeting's record.
pub(super) const WORDS: &[&str] = &[
    "minutes-present",
    "minutes-excused",
    "minutes-decisions",
    "minutes-actions",
    "minutes-items",
    "minutes-deferred",
    "minutes-no-decision",
    "minutes-no-action",
    "action-what",
    "action-who",
    "action-due",
    "action-nobody",
    "action-no-date",
    "action-done",
    "action-overdue",
    "goal",
];

pub(super) fn proceedings(contents: &Contents, request: &Request, words: Words, meeting: &Meeting) -> Proceedings {
    let mut outcomes: Vec<&Outcome> = contents
        .outcomes
        .iter()
        .filter(|one| one.meeting_id == meeting.id && (!one.is_private || request.includes_private))
        .collect();
    // Numbered in the order of the agenda, then of entry.
    let item_order = |one: &Outcome| {
        contents.agenda_items.iter().position(|item| Some(&item.id) == one.item_id.as_ref()).unwrap_or(usize::MAX)
    };
    outcomes.sort_by_key(|one| item_order(one));
    let decided: Vec<&Outcome> = outcomes.iter().copied().filter(|one| one.kind == OutcomeKind::Decision).collect();
    let decisions: Vec<(&Outcome, Decision)> = decided
        .iter()
        .enumerate()
        .map(|(index, one)| (*one, decision(contents, request, words, index + 1, one)))
        .collect();
    let actions: Vec<(&Outcome, Action)> = outcomes
        .iter()
        .copied()
        .filter(|one| one.kind == OutcomeKind::Action)
        .enumerate()
        .map(|(index, one)| {
            let follows = decided.iter().position(|decision| Some(&decision.id) == one.decision_id.as_ref());
            (one, action(contents, request, words, index + 1, follows.map(|index| index + 1), one))
        })
        .collect();
    let here = |one: &Outcome, item: Option<&couloir_core::agenda::AgendaItemId>| one.item_id.as_ref() == item;
    let item_ids = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id);
    let mut items: Vec<Item> = item_ids
        .map(|item| Item {
            title: item.title.clone(),
            note: if item.progress == Progress::Skipped { words.get("minutes-skipped") } else { String::new() },
            notes: notes(&outcomes, Some(&item.id)),
            decisions: decisions
                .iter()
                .filter(|(one, _)| here(one, Some(&item.id)))
                .map(|(_, view)| view.clone())
                .collect(),
            actions: actions
                .iter()
                .filter(|(one, _)| here(one, Some(&item.id)))
                .map(|(_, view)| view.clone())
                .collect(),
        })
        .filter(|item| {
            !(item.notes.is_empty() && item.decisions.is_empty() && item.actions.is_empty() && item.note.is_empty())
        })
        .collect();
    let loose = notes(&outcomes, None);
    if !loose.is_empty() {
        items.push(Item {
            title: words.get("minutes-general"),
            note: String::new(),
            notes: loose,
            decisions: Vec::new(),
            actions: Vec::new(),
        });
    }
    let attendance = |is_present: bool| {
        contents
            .attendees
            .iter()
            .filter(|one| {
                one.meeting_id == meeting.id && one.is_present == is_present && (is_present || one.is_invited)
            })
            .map(|one| {
                person(contents, request, Some(&one.person_id)).map_or_else(|| words.get("private-name"), str::to_owned)
            })
            .collect::<Vec<_>>()
    };
    let start = meeting.started_at.unwrap_or(meeting.starts_at);
    let planned = couloir_core::Millis(meeting.starts_at.0 + i64::from(meeting.planned_minutes) * 60_000);
    Proceedings {
        title: meeting.title.clone(),
        date: date_line(words, start, meeting.ended_at.unwrap_or(planned), &meeting.time_zone),
        place: meeting.place.clone(),
        goal: meeting.goal.clone(),
        present: attendance(true),
        excused: attendance(false),
        decisions: decisions.into_iter().map(|(_, view)| view).collect(),
        actions: actions.into_iter().map(|(_, view)| view).collect(),
        items,
        deferred: deferred(contents, words, meeting),
    }
}

fn notes(outcomes: &[&Outcome], item: Option<&couloir_core::agenda::AgendaItemId>) -> Vec<Vec<Block>> {
    outcomes
        .iter()
        .filter(|one| one.kind == OutcomeKind::Note && one.item_id.as_ref() == item)
        .map(|one| commonmark::blocks(&one.body))
        .filter(|blocks| !blocks.is_empty())
        .collect()
}

fn decision(contents: &Contents, request: &Request, words: Words, number: usize, outcome: &Outcome) -> Decision {
    let mut facts = Vec::new();
    if !outcome.proposer.is_empty() {
        facts.push((words.get("decision-proposer"), outcome.proposer.clone()));
    }
    let hands: Vec<usize> = outcome.tally.split_whitespace().filter_map(|count| count.parse().ok()).collect();
    if hands.iter().sum::<usize>() > 0 {
        let shown: Vec<String> = hands
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(hand, count)| format!("{count}\u{a0}×\u{a0}{hand}"))
            .collect();
        facts.push((words.get("decision-hands"), shown.join(", ")));
    }
    if !outcome.objections.is_empty() {
        facts.push((words.get("decision-objections"), outcome.objections.clone()));
    }
    let changes = reference::lines(contents, request, |one| one.outcome_id.as_ref() == Some(&outcome.id));
    if !changes.is_empty() {
        facts.push((words.get("decision-changes"), changes.join(" · ")));
    }
    Decision { number, body: outcome.body.clone(), facts }
}

fn action(
    contents: &Contents,
    request: &Request,
    words: Words,
    number: usize,
    decision: Option<usize>,
    outcome: &Outcome,
) -> Action {
    let owner = outcome
        .owner_person_id
        .as_ref()
        .map(|id| person(contents, request, Some(id)).map_or_else(|| words.get("private-name"), str::to_owned));
    Action {
        number,
        body: outcome.body.clone(),
        owner: owner.unwrap_or_default(),
        role: role(contents, outcome.owner_role_id.as_ref()).map(RoleView::from),
        due: outcome.due_on.map(|day| words.day_short(day)).unwrap_or_default(),
        is_overdue: outcome.done_at.is_none() && outcome.due_on.is_some_and(|day| day < request.today),
        is_done: outcome.done_at.is_some(),
        decision,
    }
}

fn deferred(contents: &Contents, words: Words, meeting: &Meeting) -> Vec<Deferred> {
    let from_here = contents.deferrals.iter().filter(|deferral| deferral.from_meeting_id == meeting.id);
    from_here
        .filter_map(|deferral| {
            let item = contents.agenda_items.iter().find(|item| item.id == deferral.item_id)?;
            let times = contents.deferrals.iter().filter(|other| other.item_id == item.id).count();
            let to = contents.meetings.iter().find(|meeting| Some(&meeting.id) == deferral.to_meeting_id.as_ref());
            let mut detail = Vec::new();
            if let Some(to) = to {
                let day = local(to.starts_at, &to.time_zone).date_naive();
                detail.push(
                    words.with("deferred-to", &[("title", to.title.as_str().into()), ("day", words.day(day).into())]),
                );
            }
            if times > 1 {
                detail.push(words.with("deferred-times", &[("count", times.into())]));
            }
            Some(Deferred { title: item.title.clone(), detail: detail.join(" · ") })
        })
        .collect()
}
