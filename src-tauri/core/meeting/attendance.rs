//! Who is invited, and who came: two different things.

use super::{Attendee, AttendeeId, Meeting, MeetingId, ensure_open_to_change};
use crate::person::{Person, PersonId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result};

impl Library {
    /// Notes whether somebody is invited and whether they are present; neither: they are no longer listed.
    ///
    /// # Errors
    /// [`crate::Rule::Closed`] when the meeting is closed; [`crate::Error::NotFound`].
    pub fn attendance_set(
        &mut self,
        workshop_id: &WorkshopId,
        meeting_id: &MeetingId,
        person_id: &PersonId,
        is_invited: bool,
        is_present: bool,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "attendance-set"), |tx| {
            let meeting: Meeting = tx.get(meeting_id)?;
            ensure_open_to_change(&meeting)?;
            let person: Person = tx.get(person_id)?;
            tx.name("name", &person.name);
            let known = tx
                .list::<Attendee>(workshop_id)?
                .into_iter()
                .find(|attendee| attendee.meeting_id == *meeting_id && attendee.person_id == *person_id);
            match known {
                Some(known) if !is_invited && !is_present => tx.delete::<Attendee>(&known.id),
                Some(known) => tx.update(&Attendee { is_invited, is_present, ..known }),
                None if !is_invited && !is_present => Ok(()),
                None => tx.insert(&Attendee {
                    id: AttendeeId(tx.new_id()),
                    workshop_id: workshop_id.clone(),
                    meeting_id: meeting_id.clone(),
                    person_id: person_id.clone(),
                    is_invited,
                    is_present,
                }),
            }
        })
    }
}
