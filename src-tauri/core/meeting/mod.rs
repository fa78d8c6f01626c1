//! An occasion with an agenda.

mod airtime;
mod attendance;
mod carry;
mod close;
mod edit;
mod life;
mod live;
mod overrun;
mod prepare;
mod template;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use close::{Closed, Fate, ItemFate};
pub use edit::{MINUTES_MAX, MeetingEdit, ensure_open_to_change};
pub use live::{LiveStep, Start};
pub use prepare::{PrepareChoice, PreparePark, Prepared};

use crate::Millis;
use crate::agenda::AgendaItemId;
use crate::person::PersonId;
use crate::record::record_id;
use crate::role::RoleId;
use crate::series::SeriesId;
use crate::workshop::{Workshop, WorkshopId};

record_id!(MeetingId);
record_id!(AttendeeId);
record_id!(AirtimeId);

/// An occasion with an agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Meeting {
    pub id: MeetingId,
    pub workshop_id: WorkshopId,
    pub series_id: Option<SeriesId>,
    pub position: String,
    pub title: String,
    pub status: MeetingStatus,
    pub is_template: bool,
    pub starts_at: Millis,
    pub time_zone: String,
    pub planned_minutes: i32,
    pub place: String,
    pub goal: String,
    /// What participants bring.
    pub bring: String,
    pub private_notes: String,
    /// Live state: what really happened, so that the clock is right after a restart.
    pub started_at: Option<Millis>,
    /// When it was to end as it stood at its start: by its length, or by an agenda that is longer.
    pub promised_end: Option<Millis>,
    pub ended_at: Option<Millis>,
    pub current_item_id: Option<AgendaItemId>,
    pub item_started_at: Option<Millis>,
    pub paused_at: Option<Millis>,
    /// Pauses already over within the current item, in milliseconds.
    pub paused_ms: Millis,
    pub closed_at: Option<Millis>,
    pub reopened_at: Option<Millis>,
    /// Minutes carry a draft mark until then.
    pub minutes_confirmed_at: Option<Millis>,
}

/// A person invited to or present at a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Attendee {
    pub id: AttendeeId,
    pub workshop_id: WorkshopId,
    pub meeting_id: MeetingId,
    pub person_id: PersonId,
    pub is_invited: bool,
    pub is_present: bool,
}

/// How long a role spoke in a meeting: the facilitator's own tally, never shown to the room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Airtime {
    pub id: AirtimeId,
    pub workshop_id: WorkshopId,
    pub meeting_id: MeetingId,
    pub role_id: RoleId,
    /// How often it took the floor.
    pub turns: i32,
    /// Turns that are over, in milliseconds.
    pub spoken_ms: Millis,
    /// Since when it has the floor, if it has.
    pub since: Option<Millis>,
}

/// Where a meeting is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MeetingStatus {
    Draft,
    Open,
    InProgress,
    Closed,
}

impl Meeting {
    /// This meeting with the frame of another: zone, length, place, goal and notes, nothing of what happened.
    pub(crate) fn like(self, other: &Meeting) -> Self {
        Self {
            time_zone: other.time_zone.clone(),
            planned_minutes: other.planned_minutes,
            place: other.place.clone(),
            goal: other.goal.clone(),
            bring: other.bring.clone(),
            private_notes: other.private_notes.clone(),
            ..self
        }
    }

    /// A draft of a workshop's meeting, with nothing in it and nothing happened yet.
    pub(crate) fn draft(id: MeetingId, workshop: &Workshop, title: String, starts_at: Millis) -> Self {
        Self {
            id,
            workshop_id: workshop.id.clone(),
            series_id: None,
            position: String::new(),
            title,
            status: MeetingStatus::Draft,
            is_template: false,
            starts_at,
            time_zone: workshop.time_zone.clone(),
            planned_minutes: 60,
            place: workshop.place.clone(),
            goal: String::new(),
            bring: String::new(),
            private_notes: String::new(),
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
        }
    }
}

#[cfg(test)]
mod tests;
