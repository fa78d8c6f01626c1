//! Adding, changing, copying and deleting meetings.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Meeting, MeetingId, MeetingStatus};
use crate::agenda::{AgendaItem, AgendaItemId, Progress};
use crate::outcome::copy_references;
use crate::workshop::{Workshop, WorkshopId};
use crate::{
    Committed, Error, Library, Millis, Operation, Result, Rule, clean_line, clean_text, clean_title, position,
};

/// The longest meeting, in minutes: a week of days.
pub const MINUTES_MAX: i32 = 7 * 24 * 60;

/// One field of a meeting with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum MeetingEdit {
    Title(String),
    /// IANA name.
    TimeZone(String),
    PlannedMinutes(i32),
    Place(String),
    Goal(String),
    Bring(String),
    PrivateNotes(String),
}

/// Refuses to change what was decided in a meeting that is closed.
///
/// # Errors
/// [`Rule::Closed`].
pub fn ensure_open_to_change(meeting: &Meeting) -> Result<()> {
    if meeting.status == MeetingStatus::Closed { Err(Error::invalid("meeting", Rule::Closed)) } else { Ok(()) }
}

impl Library {
    /// A meeting with an empty agenda.
    ///
    /// # Errors
    /// For the title; [`Error::NotFound`] for the workshop.
    pub fn meeting_add(
        &mut self,
        workshop_id: &WorkshopId,
        title: &str,
        starts_at: Millis,
        planned_minutes: i32,
    ) -> Result<Committed<MeetingId>> {
        let title = clean_title("title", title)?;
        let planned_minutes = length(planned_minutes)?;
        self.commit(Operation::new(workshop_id, "meeting-add"), |tx| {
            let workshop: Workshop = tx.get(workshop_id)?;
            tx.name("title", &title);
            let meetings: Vec<Meeting> = tx.list(workshop_id)?;
            let mut meeting = Meeting::draft(MeetingId(tx.new_id()), &workshop, title, starts_at);
            meeting.position = position::between(meetings.last().map(|last| last.position.as_str()), None);
            meeting.planned_minutes = planned_minutes;
            tx.insert(&meeting)?;
            Ok(meeting.id)
        })
    }

    /// Changes one field of a meeting; typing on is one step. Locked starts keep their time of day.
    ///
    /// # Errors
    /// For texts, lengths and zones; [`Rule::Closed`] when it is closed.
    pub fn meeting_edit(
        &mut self,
        workshop_id: &WorkshopId,
        id: &MeetingId,
        edit: MeetingEdit,
    ) -> Result<Committed<()>> {
        let key = format!("meeting-edit:{id}:{:?}", std::mem::discriminant(&edit));
        self.commit(Operation::new(workshop_id, "meeting-edit").coalescing(key), |tx| {
            let mut meeting: Meeting = tx.get(id)?;
            ensure_open_to_change(&meeting)?;
            tx.name("title", &meeting.title);
            match edit {
                MeetingEdit::Title(text) => meeting.title = clean_title("title", &text)?,
                MeetingEdit::TimeZone(zone) => {
                    if zone.parse::<chrono_tz::Tz>().is_err() {
                        return Err(Error::invalid("time_zone", Rule::Unknown));
                    }
                    meeting.time_zone = zone;
                }
                MeetingEdit::PlannedMinutes(minutes) => meeting.planned_minutes = length(minutes)?,
                MeetingEdit::Place(text) => meeting.place = clean_line("place", &text)?,
                MeetingEdit::Goal(text) => meeting.goal = clean_text("goal", &text)?,
                MeetingEdit::Bring(text) => meeting.bring = clean_text("bring", &text)?,
                MeetingEdit::PrivateNotes(text) => meeting.private_notes = clean_text("private_notes", &text)?,
            }
            tx.update(&meeting)
        })
    }

    /// A copy of a meeting and its agenda a week later, as a draft without what happened in it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn meeting_duplicate(&mut self, workshop_id: &WorkshopId, id: &MeetingId) -> Result<Committed<MeetingId>> {
        self.commit(Operation::new(workshop_id, "meeting-duplicate"), |tx| {
            let meeting: Meeting = tx.get(id)?;
            tx.name("title", &meeting.title);
            let day = meeting.starts_at.day_in(&meeting.time_zone);
            let midnight = Millis::at_local(day, 0, &meeting.time_zone);
            let minute = i32::try_from((meeting.starts_at.0 - midnight.0) / 60_000).unwrap_or(0);
            let later = day.checked_add_days(chrono::Days::new(7)).unwrap_or(day);
            let meetings: Vec<Meeting> = tx.list(workshop_id)?;
            let workshop: Workshop = tx.get(workshop_id)?;
            let starts_at = Millis::at_local(later, minute, &meeting.time_zone);
            let blank = Meeting::draft(MeetingId(tx.new_id()), &workshop, meeting.title, starts_at);
            let copy = Meeting {
                position: position::between(meetings.last().map(|last| last.position.as_str()), None),
                series_id: meeting.series_id,
                time_zone: meeting.time_zone,
                planned_minutes: meeting.planned_minutes,
                place: meeting.place,
                goal: meeting.goal,
                bring: meeting.bring,
                private_notes: meeting.private_notes,
                ..blank
            };
            tx.insert(&copy)?;
            for item in tx.list::<AgendaItem>(workshop_id)?.into_iter().filter(|item| item.meeting_id == *id) {
                let (original, new) = (item.id.clone(), AgendaItemId(tx.new_id()));
                tx.insert(&AgendaItem {
                    id: new.clone(),
                    meeting_id: copy.id.clone(),
                    progress: Progress::Planned,
                    spent_ms: Millis(0),
                    created_at: tx.now(),
                    ..item
                })?;
                copy_references(tx, workshop_id, &original, &new)?;
            }
            Ok(copy.id)
        })
    }

    /// Deletes a meeting with its agenda and outcomes.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn meeting_delete(&mut self, workshop_id: &WorkshopId, id: &MeetingId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "meeting-delete"), |tx| {
            let meeting: Meeting = tx.get(id)?;
            tx.name("title", &meeting.title);
            tx.delete::<Meeting>(id)
        })
    }
}

fn length(minutes: i32) -> Result<i32> {
    if (0..=MINUTES_MAX).contains(&minutes) { Ok(minutes) } else { Err(Error::invalid("minutes", Rule::OutOfRange)) }
}
