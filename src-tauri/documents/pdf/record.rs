//! The complete record of a workshop: everything the other documents say, in one.

use couloir_core::Contents;
use couloir_core::meeting::MeetingStatus;
use serde::Serialize;
use serde_json::Value;

use super::contract::{self, LineView, Matrix};
use super::outcome::{self, Proceedings};
use super::relay::{self, Leg};
use super::role::{self, RoleSheet};
use super::task::{self, Raci, TaskView};
use super::view::{RoleView, View, Words, envelope};
use crate::{Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    purpose: String,
    facts: Vec<(String, String)>,
    roles: Vec<RoleView>,
    sheets: Vec<RoleSheet>,
    tasks: Vec<TaskView>,
    /// Only where somebody has a part beside owning.
    raci: Option<Raci>,
    legs: Vec<Leg>,
    matrix: Matrix,
    lines: Vec<LineView>,
    meetings: Vec<Proceedings>,
    parking: Vec<(String, String)>,
    resources: Vec<(String, String)>,
}

const WORDS: &[&str] = &[
    "record-contents",
    "record-roles",
    "record-tasks",
    "record-raci",
    "record-sequence",
    "record-contracts",
    "record-meetings",
    "record-parking",
    "record-resources",
    "task-number",
    "task-title",
    "task-role",
    "task-status",
    "task-step",
    "raci-key",
    "unassigned",
];

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    let workshop = &contents.workshop;
    let mut keys: Vec<&str> = Vec::new();
    for key in [WORDS, role::WORDS, outcome::WORDS, relay::WORDS, super::contracts::WORDS].into_iter().flatten() {
        if !keys.contains(key) {
            keys.push(key);
        }
    }
    let mut facts = Vec::new();
    let mut fact = |key: &str, text: String| {
        if !text.is_empty() {
            facts.push((words.get(key), text));
        }
    };
    fact("record-organisation", workshop.organisation.clone());
    fact("record-day", workshop.held_on.map(|day| words.day(day)).unwrap_or_default());
    fact("place", workshop.place.clone());
    let people: Vec<&str> = contents
        .people
        .iter()
        .filter(|person| !person.is_private || request.includes_private)
        .map(|person| person.name.as_str())
        .collect();
    fact("record-people", people.join(", "));
    let mut tasks: Vec<_> = contents.tasks.iter().collect();
    tasks.sort_by_key(|task| task.number);
    let mut meetings: Vec<_> =
        contents.meetings.iter().filter(|one| !one.is_template && one.status != MeetingStatus::Draft).collect();
    meetings.sort_by_key(|meeting| meeting.starts_at);
    let body = Body {
        words: words.all(&keys),
        purpose: workshop.purpose.clone(),
        facts,
        roles: contents.roles.iter().map(RoleView::from).collect(),
        sheets: contents.roles.iter().map(|one| role::sheet(contents, request, words, one)).collect(),
        tasks: tasks.iter().map(|task| task::view(contents, words, task)).collect(),
        raci: (!contents.involvements.is_empty()).then(|| task::raci(contents, words)),
        legs: relay::legs(contents, words),
        matrix: contract::matrix(contents, words),
        lines: contract::live(contents).filter_map(|one| contract::view(contents, words, one)).collect(),
        meetings: meetings.iter().map(|one| outcome::proceedings(contents, request, words, one)).collect(),
        parking: contents.backlog_items.iter().map(|one| (one.title.clone(), one.reason.clone())).collect(),
        resources: contents
            .resources
            .iter()
            .filter(|one| one.role_id.is_none())
            .map(|one| (one.title.clone(), one.url.clone()))
            .collect(),
    };
    Ok(View { template: "record.typ", data: envelope(contents, request, &workshop.title, body)? })
}
