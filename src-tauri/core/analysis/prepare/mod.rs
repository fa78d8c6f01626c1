//! An agenda from what is open: what a meeting should talk about, in the order of what it holds up and how long it
//! has waited, fitted to the minutes that its agenda leaves.
//!
//! **Candidates** are the open findings of the radar (those of one pair of roles, the tasks without a role and the
//! overdue actions together, the rest one by one), tasks marked as blocked, contracts that were long not asked about,
//! what waits in the parking lot, and items put off that stand in another meeting not begun. What stands on the
//! agenda of a meeting still to be held is none.
//!
//! **Score** = (1 + how many open tasks, steps and contracts wait for it, one through another) × its age in days,
//! at least 1 and at most [`AGE_MAX`] (see [`waiting`] and [`mod@candidates`]). It is the facilitator's own and never
//! projected.
//!
//! **Fit**: existing items, their locks and lengths stay; what comes back every time (pulse, overdue actions) is
//! placed first, then by score. What does not fit with its full length is shortened, down to its least; what does not
//! fit then is overflow and says how much room was left.

mod candidates;
mod fit;
mod waiting;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use candidates::candidates;
pub use fit::{Gap, fit, gaps};

use super::radar::Subject;
use crate::agenda::{AgendaItem, AgendaItemId, Progress};
use crate::backlog::BacklogItemId;
use crate::meeting::{Meeting, MeetingStatus};
use crate::{Contents, Millis};

/// Age counts up to three months: what is older is not more urgent, only forgotten.
pub const AGE_MAX: i32 = 90;

/// A message with its arguments, as findings carry them (see `told` of the messages).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Said {
    pub key: String,
    pub args: BTreeMap<String, String>,
}

/// Where a proposal comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Contracts that were agreed and not asked about for a month.
    Pulse,
    /// Actions whose day has passed.
    Actions,
    /// A task marked as blocked.
    Blocked,
    /// One or several findings of the radar.
    Findings,
    /// An item that was put off and stands in another meeting.
    Deferred,
    /// Something from the parking lot.
    Backlog,
}

/// Something that a meeting should talk about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Candidate {
    /// Names it among the candidates; the same as long as it is about the same.
    pub key: String,
    pub source: Source,
    pub title: Said,
    pub why: Said,
    /// Suggested length and least length.
    pub seconds: i32,
    pub least_seconds: i32,
    /// What it is about: no object is in two proposals.
    pub objects: Vec<Subject>,
    /// Keys of the findings it takes care of.
    pub findings: Vec<String>,
    /// The parked item it is, if it is one.
    pub backlog_id: Option<BacklogItemId>,
    /// The item put off that it is, if it is one.
    pub item_id: Option<AgendaItemId>,
    /// Open tasks, steps and contracts that wait for it.
    pub holds: i32,
    /// Days since it is open, 1 to [`AGE_MAX`].
    pub age: i32,
    /// (1 + `holds`) × `age`.
    pub score: i32,
}

impl Candidate {
    /// Whether it comes back with every preparation, and so is opened first and never parked twice.
    #[must_use]
    pub fn is_standing(&self) -> bool {
        matches!(self.source, Source::Pulse | Source::Actions)
    }
}

/// Something that finds no room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Overflow {
    pub proposal: Candidate,
    /// The longest room that was left when its turn came, in seconds.
    pub room: i32,
}

/// What is proposed for a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Preparation {
    /// Seconds that the agenda leaves as it is.
    pub available: i32,
    /// In the order in which they are placed.
    pub proposed: Vec<Candidate>,
    pub overflow: Vec<Overflow>,
}

/// What a meeting should talk about, fitted to the minutes its agenda leaves.
pub fn prepare(contents: &Contents, meeting: &Meeting, now: Millis) -> Preparation {
    let items: Vec<&AgendaItem> = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id).collect();
    fit(candidates(contents, meeting, now), gaps(meeting, &items))
}

/// Whether an item waits on the agenda of a meeting still to be held.
pub(crate) fn is_ahead(contents: &Contents, item: &AgendaItem) -> bool {
    matches!(item.progress, Progress::Planned | Progress::Current)
        && contents
            .meetings
            .iter()
            .any(|m| m.id == item.meeting_id && m.status != MeetingStatus::Closed && !m.is_template)
}

#[cfg(test)]
mod tests;
