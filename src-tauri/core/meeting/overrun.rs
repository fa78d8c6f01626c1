//! Dealing with an overrun: the way that was chosen, as one step.

use super::MeetingId;
use super::carry::{carry, next_meeting};
use super::life::ensure_at;
use super::live::items_of;
use super::{Meeting, MeetingStatus};
use crate::agenda::{AgendaItem, Progress};
use crate::analysis::clock;
use crate::analysis::overrun::{Proposal, Way, proposals};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Millis, Operation, Result, Rule};

impl Library {
    /// The ways to deal with an overrun at this moment, each with the end it leads to.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn overrun_ways(&self, workshop_id: &WorkshopId, id: &MeetingId) -> Result<Vec<Proposal>> {
        let contents = self.contents(workshop_id)?;
        let meeting = contents.meetings.iter().find(|meeting| meeting.id == *id);
        let meeting = meeting.ok_or_else(|| Error::NotFound { kind: "meeting", id: id.to_string() })?;
        let items: Vec<&AgendaItem> = contents.agenda_items.iter().filter(|item| item.meeting_id == *id).collect();
        Ok(proposals(meeting, &items, self.now()))
    }

    /// Takes one of the ways; ending later moves the planned end.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] when the meeting is not in progress or the way is no longer open.
    pub fn overrun_take(&mut self, workshop_id: &WorkshopId, id: &MeetingId, way: &Way) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "overrun-take"), |tx| {
            let mut meeting: Meeting = tx.get(id)?;
            ensure_at(&meeting, &[MeetingStatus::InProgress])?;
            tx.name("title", &meeting.title);
            let items = items_of(tx, &meeting)?;
            let refs: Vec<&AgendaItem> = items.iter().collect();
            let open = proposals(&meeting, &refs, tx.now()).into_iter().find(|proposal| proposal.way == *way);
            let proposal = open.ok_or_else(|| Error::invalid("meeting", Rule::WrongMoment))?;
            for new in &proposal.lengths {
                let item: AgendaItem = tx.get(&new.item_id)?;
                tx.update(&AgendaItem { seconds: new.seconds, ..item })?;
            }
            match way {
                Way::Drop(item) => {
                    let item: AgendaItem = tx.get(item)?;
                    tx.update(&AgendaItem { progress: Progress::Skipped, ..item })?;
                }
                Way::Move(item) => {
                    let next = next_meeting(tx, &meeting)?;
                    carry(tx, tx.get(item)?, &meeting, &next)?;
                }
                Way::EndLater => {
                    let late = proposal.ends_at.0 - clock::planned_end(&meeting).0;
                    let minutes = i32::try_from((late + 59_999).div_euclid(60_000)).unwrap_or(0);
                    meeting.planned_minutes += minutes.max(0);
                    let promised = clock::promised_end(&meeting).0.max(proposal.ends_at.0);
                    meeting.promised_end = Some(Millis(promised));
                    tx.update(&meeting)?;
                }
                Way::Shorten | Way::EatBuffer => {}
            }
            Ok(())
        })
    }
}
