//! What the room may see: a projection of a workshop that holds public fields only.
//!
//! The projector's window is given this and nothing else: no private note, no private outcome, no hidden slip, and
//! no name of a person who is marked private, wherever it was typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::radar::{Finding, FindingKind};
use super::{agenda, contracts, radar};
use crate::agenda::{AgendaItem, AgendaItemId, Progress};
use crate::contract::ContractState;
use crate::meeting::{Meeting, MeetingStatus};
use crate::outcome::OutcomeKind;
use crate::role::RoleId;
use crate::task::TaskStatus;
use crate::workshop::Language;
use crate::{Contents, Millis};

/// Everything a projector can show of a workshop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Projection {
    /// The language of the workshop, in which the room reads.
    pub language: Language,
    pub title: String,
    pub meeting: Option<ProjectedMeeting>,
    pub lanes: Vec<ProjectedLane>,
    /// Directed pairs of roles that have lines, by lane letters.
    pub pairs: Vec<ProjectedPair>,
    /// Open findings of the gap radar, the gravest first.
    pub findings: Vec<ProjectedFinding>,
    /// How much each role has written in the silent round; never what.
    pub silent: Vec<ProjectedCount>,
}

/// A finding as the room reads it: the message `finding-{kind}` with these arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedFinding {
    pub key: String,
    pub kind: FindingKind,
    pub args: BTreeMap<String, String>,
}

/// A count of a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedCount {
    pub letter: String,
    pub count: u32,
}

/// The meeting in progress, or the next one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedMeeting {
    pub title: String,
    pub time_zone: String,
    pub is_in_progress: bool,
    pub lines: Vec<ProjectedLine>,
    pub current: Option<ProjectedItem>,
    /// The decision written down last in the block under way.
    pub decision: Option<ProjectedDecision>,
    /// Letters of the roles that have had the floor in this meeting.
    pub heard: Vec<String>,
}

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedLine {
    pub item_id: AgendaItemId,
    pub title: String,
    pub starts_at: Millis,
    pub seconds: i32,
    pub progress: Progress,
}

/// The block under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedItem {
    pub title: String,
    pub section: String,
    pub detail: String,
    pub instruction: String,
    pub presenter: String,
}

/// A decision being taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedDecision {
    pub body: String,
    pub proposer: String,
    pub tally: String,
}

/// A lane of the board; the first, without letter, is for cards nobody owns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedLane {
    pub letter: String,
    pub name: String,
    pub color: String,
    /// Names of the holders who are not private.
    pub holders: Vec<String>,
    pub cards: Vec<ProjectedCard>,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedCard {
    pub number: i32,
    pub title: String,
    pub status: TaskStatus,
}

/// How far the agreements from one role to another are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedPair {
    pub giver: String,
    pub receiver: String,
    pub agreed: u32,
    pub lines: u32,
    /// What was written and revealed, in order.
    pub words: Vec<ProjectedContract>,
}

/// A contract as the room reads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectedContract {
    pub need: String,
    pub offer: String,
    pub state: ContractState,
}

/// The meeting that the room is in: the one in progress, else the next that was not run.
pub fn shown_meeting(meetings: &[Meeting]) -> Option<&Meeting> {
    let running = meetings.iter().find(|meeting| meeting.status == MeetingStatus::InProgress);
    let ahead = || {
        let waits = |meeting: &&Meeting| !meeting.is_template && meeting.started_at.is_none();
        meetings.iter().filter(waits).min_by_key(|meeting| meeting.starts_at)
    };
    running.or_else(ahead)
}

/// What the room may see of a workshop at a moment.
pub fn projection(contents: &Contents, now: Millis) -> Projection {
    let names: Vec<&str> =
        contents.people.iter().filter(|person| person.is_private).map(|person| person.name.as_str()).collect();
    let public = |text: &str| redacted(text, &names);
    let lane = |letter: &str, name: &str, color: String, holders, cards: Vec<ProjectedCard>| ProjectedLane {
        letter: letter.to_owned(),
        name: public(name),
        color,
        holders,
        cards,
    };
    let cards = |role: Option<&crate::role::RoleId>| {
        let of_lane = contents.tasks.iter().filter(|task| task.role_id.as_ref() == role);
        of_lane
            .map(|task| ProjectedCard { number: task.number, title: public(&task.title), status: task.status })
            .collect::<Vec<_>>()
    };
    let mut lanes = vec![lane("", "", "none".to_owned(), Vec::new(), cards(None))];
    for role in &contents.roles {
        let color = serde_json::to_value(role.color).ok().and_then(|color| color.as_str().map(str::to_owned));
        let holders = contents.role_holders.iter().filter(|holder| holder.role_id == role.id).filter_map(|holder| {
            let person = contents.people.iter().find(|person| person.id == holder.person_id)?;
            (!person.is_private).then(|| person.name.clone())
        });
        lanes.push(lane(&role.letter, &role.name, color.unwrap_or_default(), holders.collect(), cards(Some(&role.id))));
    }
    let mut pairs = Vec::new();
    for giver in &contents.roles {
        for receiver in contents.roles.iter().filter(|receiver| receiver.id != giver.id) {
            let tally = contracts::of_pair(contents, &giver.id, &receiver.id);
            if tally.lines() > 0 {
                pairs.push(ProjectedPair {
                    giver: giver.letter.clone(),
                    receiver: receiver.letter.clone(),
                    agreed: tally.agreed,
                    lines: tally.lines(),
                    words: words(contents, &giver.id, &receiver.id, &public),
                });
            }
        }
    }
    let found = radar::findings(contents, now.day_in(&contents.workshop.time_zone));
    Projection {
        language: contents.workshop.language,
        title: public(&contents.workshop.title),
        meeting: shown_meeting(&contents.meetings).map(|meeting| of_meeting(contents, meeting, &public)),
        lanes,
        pairs,
        findings: found
            .into_iter()
            .filter(Finding::is_open)
            .map(|finding| ProjectedFinding {
                key: finding.key,
                kind: finding.kind,
                args: finding.args.into_iter().map(|(name, value)| (name, public(&value))).collect(),
            })
            .collect(),
        silent: contents
            .roles
            .iter()
            .map(|role| {
                let written = contents.slips.iter().filter(|slip| slip.author_id == role.id).count();
                ProjectedCount { letter: role.letter.clone(), count: u32::try_from(written).unwrap_or(u32::MAX) }
            })
            .collect(),
    }
}

/// What one role gives another, as far as it was revealed and not dropped.
fn words(
    contents: &Contents,
    giver: &RoleId,
    receiver: &RoleId,
    public: &dyn Fn(&str) -> String,
) -> Vec<ProjectedContract> {
    let of_pair = contents.contracts.iter().filter(|line| {
        line.giver_id == *giver && line.receiver_id == *receiver && line.is_revealed && line.dropped_at.is_none()
    });
    of_pair
        .map(|line| ProjectedContract {
            need: public(line.need.as_deref().unwrap_or_default()),
            offer: public(line.offer.as_deref().unwrap_or_default()),
            state: line.state,
        })
        .collect()
}

fn of_meeting(contents: &Contents, meeting: &Meeting, public: &dyn Fn(&str) -> String) -> ProjectedMeeting {
    let table = agenda::of_meeting(contents, meeting);
    let item = |id: &AgendaItemId| contents.agenda_items.iter().find(|item| item.id == *id);
    let lines = table.slots.iter().filter_map(|slot| {
        let item = item(&slot.item_id)?;
        Some(ProjectedLine {
            item_id: item.id.clone(),
            title: public(&item.title),
            starts_at: slot.starts_at,
            seconds: item.seconds,
            progress: item.progress,
        })
    });
    let current = meeting.current_item_id.as_ref().and_then(item);
    let decision = current.and_then(|current| {
        contents.outcomes.iter().rev().find(|outcome| {
            outcome.kind == OutcomeKind::Decision
                && !outcome.is_private
                && outcome.item_id.as_ref() == Some(&current.id)
        })
    });
    ProjectedMeeting {
        title: public(&meeting.title),
        time_zone: meeting.time_zone.clone(),
        is_in_progress: meeting.status == MeetingStatus::InProgress,
        lines: lines.collect(),
        current: current.map(|item| ProjectedItem {
            title: public(&item.title),
            section: public(&item.section),
            detail: public(&item.detail),
            instruction: public(&item.instruction),
            presenter: public(&presenter(contents, item)),
        }),
        decision: decision.map(|decision| ProjectedDecision {
            body: public(&decision.body),
            proposer: public(&decision.proposer),
            tally: decision.tally.clone(),
        }),
        heard: contents
            .roles
            .iter()
            .filter(|role| {
                contents
                    .airtimes
                    .iter()
                    .any(|one| one.meeting_id == meeting.id && one.role_id == role.id && one.turns > 0)
            })
            .map(|role| role.letter.clone())
            .collect(),
    }
}

/// Who leads a block: a role's or a person's name, else the free words.
fn presenter(contents: &Contents, item: &AgendaItem) -> String {
    let role = contents.roles.iter().find(|role| Some(&role.id) == item.presenter_role_id.as_ref());
    let person = contents.people.iter().find(|person| Some(&person.id) == item.presenter_person_id.as_ref());
    role.map(|role| role.name.clone())
        .or_else(|| person.map(|p| p.name.clone()))
        .unwrap_or_else(|| item.presenter.clone())
}

/// A text in which private names are blacked out.
fn redacted(text: &str, names: &[&str]) -> String {
    let named = names.iter().filter(|name| !name.is_empty());
    named.fold(text.to_owned(), |text, name| text.replace(*name, "•••"))
}

#[cfg(test)]
mod tests;
