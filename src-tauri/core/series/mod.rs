//! A recurring meeting.

mod edit;
mod recurrence;

use serde::{Deserialize, Serialize};
use specta::Type;

pub use edit::SeriesEdit;
pub(crate) use edit::{copy_agenda, insert_occasion, insert_series};
pub use recurrence::occurrences;

use crate::Millis;
use crate::meeting::MeetingId;
use crate::record::record_id;
use crate::workshop::WorkshopId;

record_id!(SeriesId);

/// A recurring meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Series {
    pub id: SeriesId,
    pub workshop_id: WorkshopId,
    pub position: String,
    pub title: String,
    /// RFC 5545 recurrence (RRULE, EXDATE lines); DTSTART is `starts_at` in `time_zone`.
    pub recurrence: String,
    pub starts_at: Millis,
    pub time_zone: String,
    pub planned_minutes: i32,
    /// The meeting whose agenda new occasions start from.
    pub template_meeting_id: Option<MeetingId>,
}

#[cfg(test)]
mod tests;
