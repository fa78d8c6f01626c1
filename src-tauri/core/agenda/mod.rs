//! A timed block of an agenda.

mod builtin;
mod from_builtin;
mod item;
mod kept;
mod method;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use builtin::{AgendaPlan, BuiltinAgenda, ItemPlan, MeetingPlan};
pub(crate) use from_builtin::insert_builtin;
pub use item::{ItemEdit, SECONDS_MAX};
pub(crate) use kept::{keep, restore};

use crate::Millis;
use crate::meeting::{Meeting, MeetingId};
use crate::person::PersonId;
use crate::record::record_id;
use crate::role::RoleId;
use crate::workshop::WorkshopId;

record_id!(AgendaItemId);
record_id!(DeferralId);
record_id!(MethodId);

/// A timed block of an agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct AgendaItem {
    pub id: AgendaItemId,
    pub workshop_id: WorkshopId,
    pub meeting_id: MeetingId,
    pub position: String,
    pub title: String,
    /// Rhythm of the day.
    pub kind: ItemKind,
    /// Heading that starts a section with this item; empty: none.
    pub section: String,
    /// One public line under the title.
    pub detail: String,
    pub goal: String,
    /// What the projector tells the room to do.
    pub instruction: String,
    pub method: String,
    pub materials: String,
    pub private_notes: String,
    /// Who leads: free words, or a role or person that keeps its name.
    pub presenter: String,
    pub presenter_role_id: Option<RoleId>,
    pub presenter_person_id: Option<PersonId>,
    /// Planned length and least length in seconds; 0 is a marker.
    pub seconds: i32,
    pub least_seconds: i32,
    pub is_optional: bool,
    pub is_buffer: bool,
    /// A kept start, in minutes after midnight of the meeting's first day, local time; NULL: follows.
    pub locked_minute: Option<i32>,
    /// Consecutive items of one group run side by side, one track each; the group takes its longest track.
    pub parallel_group: Option<String>,
    pub track: i32,
    pub progress: Progress,
    /// Time really spent, in milliseconds.
    pub spent_ms: Millis,
    pub created_at: Millis,
}

/// The same item carried from one meeting to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Deferral {
    pub id: DeferralId,
    pub workshop_id: WorkshopId,
    pub item_id: AgendaItemId,
    pub from_meeting_id: MeetingId,
    pub to_meeting_id: Option<MeetingId>,
    pub deferred_at: Millis,
    /// Time it had taken in all by then, in milliseconds; unknown for what was put off before this was counted.
    pub spent_ms: Option<Millis>,
}

/// A block saved for other meetings; it belongs to no workshop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Method {
    pub id: MethodId,
    pub title: String,
    /// The agenda item as JSON, without its meeting.
    pub item: String,
    pub created_at: Millis,
}

/// Rhythm of a block.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    Frame,
    Work,
    Silent,
    Pairs,
    Plenary,
    Decide,
    Break,
    Close,
}

/// What happened to a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    Planned,
    Current,
    Done,
    Skipped,
}

impl AgendaItem {
    /// A plain block of a meeting, not begun.
    pub(crate) fn planned(id: AgendaItemId, meeting: &Meeting, title: String, seconds: i32, now: Millis) -> Self {
        Self {
            id,
            workshop_id: meeting.workshop_id.clone(),
            meeting_id: meeting.id.clone(),
            position: String::new(),
            title,
            kind: ItemKind::Work,
            section: String::new(),
            detail: String::new(),
            goal: String::new(),
            instruction: String::new(),
            method: String::new(),
            materials: String::new(),
            private_notes: String::new(),
            presenter: String::new(),
            presenter_role_id: None,
            presenter_person_id: None,
            seconds,
            least_seconds: 0,
            is_optional: false,
            is_buffer: false,
            locked_minute: None,
            parallel_group: None,
            track: 0,
            progress: Progress::Planned,
            spent_ms: Millis(0),
            created_at: now,
        }
    }
}

#[cfg(test)]
mod tests;
