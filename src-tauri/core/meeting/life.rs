//! The life of a meeting: draft → open → in progress → closed; reopening is recorded.

use super::{Meeting, MeetingId, MeetingStatus, ensure_open_to_change};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule};

impl Library {
    /// Opens a draft: its agenda is out.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] unless it is a draft.
    pub fn meeting_open(&mut self, workshop_id: &WorkshopId, id: &MeetingId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "meeting-open"), |tx| {
            let mut meeting: Meeting = tx.get(id)?;
            tx.name("title", &meeting.title);
            ensure_at(&meeting, &[MeetingStatus::Draft])?;
            meeting.status = MeetingStatus::Open;
            tx.update(&meeting)
        })
    }

    /// Takes an open meeting back to draft.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] unless it is open and was never run.
    pub fn meeting_to_draft(&mut self, workshop_id: &WorkshopId, id: &MeetingId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "meeting-to-draft"), |tx| {
            let mut meeting: Meeting = tx.get(id)?;
            tx.name("title", &meeting.title);
            ensure_at(&meeting, &[MeetingStatus::Open])?;
            if meeting.started_at.is_some() {
                return Err(Error::invalid("meeting", Rule::WrongMoment));
            }
            meeting.status = MeetingStatus::Draft;
            tx.update(&meeting)
        })
    }

    /// Opens a closed meeting again; that it was reopened stays in its record.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] unless it is closed.
    pub fn meeting_reopen(&mut self, workshop_id: &WorkshopId, id: &MeetingId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "meeting-reopen"), |tx| {
            let mut meeting: Meeting = tx.get(id)?;
            tx.name("title", &meeting.title);
            ensure_at(&meeting, &[MeetingStatus::Closed])?;
            meeting.status = MeetingStatus::Open;
            meeting.reopened_at = Some(tx.now());
            meeting.minutes_confirmed_at = None;
            tx.update(&meeting)
        })
    }

    /// Confirms the minutes of a closed meeting, or takes the confirmation back: the draft mark goes or comes.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] unless it is closed.
    pub fn minutes_confirm(
        &mut self,
        workshop_id: &WorkshopId,
        id: &MeetingId,
        confirmed: bool,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "minutes-confirm"), |tx| {
            let mut meeting: Meeting = tx.get(id)?;
            tx.name("title", &meeting.title);
            ensure_at(&meeting, &[MeetingStatus::Closed])?;
            meeting.minutes_confirmed_at = confirmed.then(|| tx.now());
            tx.update(&meeting)
        })
    }
}

/// Refuses what does not belong to this point of the meeting's life; a closed one says so.
pub(crate) fn ensure_at(meeting: &Meeting, allowed: &[MeetingStatus]) -> Result<()> {
    if allowed.contains(&meeting.status) {
        return Ok(());
    }
    ensure_open_to_change(meeting)?;
    Err(Error::invalid("meeting", Rule::WrongMoment))
}
