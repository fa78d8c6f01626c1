//! Meetings saved as templates of their workshop, and meetings made of them.

use super::{Meeting, MeetingId};
use crate::series::copy_agenda;
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Day, Error, Library, Millis, Operation, Result, Rule, clean_title, position};

impl Library {
    /// Saves a meeting with its agenda as a template, under its title, without what happened in it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; for the title.
    pub fn template_save(
        &mut self,
        workshop_id: &WorkshopId,
        meeting_id: &MeetingId,
        title: &str,
    ) -> Result<Committed<MeetingId>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "template-save"), |tx| {
            let meeting: Meeting = tx.get(meeting_id)?;
            tx.name("title", &title);
            let workshop: Workshop = tx.get(workshop_id)?;
            let blank = Meeting::draft(MeetingId(tx.new_id()), &workshop, title, meeting.starts_at);
            let meetings: Vec<Meeting> = tx.list(workshop_id)?;
            let template = Meeting {
                is_template: true,
                position: position::between(meetings.last().map(|last| last.position.as_str()), None),
                ..blank.like(&meeting)
            };
            tx.insert(&template)?;
            copy_agenda(tx, &meeting, &template)?;
            Ok(template.id)
        })
    }

    /// A meeting with the agenda of a template, on a day at a minute after midnight in the workshop's zone.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Unknown`] for a meeting that is no template.
    pub fn meeting_from_template(
        &mut self,
        workshop_id: &WorkshopId,
        template_id: &MeetingId,
        day: Day,
        minute: i32,
    ) -> Result<Committed<MeetingId>> {
        self.commit(Operation::new(workshop_id, "meeting-from-template"), |tx| {
            let template: Meeting = tx.get(template_id)?;
            if !template.is_template {
                return Err(Error::invalid("template", Rule::Unknown));
            }
            tx.name("title", &template.title);
            let workshop: Workshop = tx.get(workshop_id)?;
            let starts_at = Millis::at_local(day, minute, &workshop.time_zone);
            let blank = Meeting::draft(MeetingId(tx.new_id()), &workshop, template.title.clone(), starts_at);
            let meetings: Vec<Meeting> = tx.list(workshop_id)?;
            let meeting = Meeting {
                position: position::between(meetings.last().map(|last| last.position.as_str()), None),
                time_zone: workshop.time_zone.clone(),
                ..blank.like(&template)
            };
            tx.insert(&meeting)?;
            copy_agenda(tx, &template, &meeting)?;
            Ok(meeting.id)
        })
    }

    /// Moves a meeting to a day and a minute after midnight, by the clocks of its own zone.
    ///
    /// # Errors
    /// [`Rule::Closed`]; [`Error::NotFound`].
    pub fn meeting_reschedule(
        &mut self,
        workshop_id: &WorkshopId,
        id: &MeetingId,
        day: Day,
        minute: i32,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "meeting-edit").coalescing(format!("meeting-when:{id}")), |tx| {
            let meeting: Meeting = tx.get(id)?;
            super::ensure_open_to_change(&meeting)?;
            tx.name("title", &meeting.title);
            let starts_at = Millis::at_local(day, minute, &meeting.time_zone);
            tx.update(&Meeting { starts_at, ..meeting })
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::testing::{NOW, contents, workshop};

    #[test]
    fn a_meeting_becomes_a_template_and_a_meeting_on_another_day() {
        let (mut library, w) = workshop();
        let m = library.meeting_add(&w, "Point", NOW, 45).unwrap().value;
        library.agenda_item_add(&w, &m, "Un", 600, None).unwrap();
        library.agenda_item_add(&w, &m, "Deux", 900, None).unwrap();
        let template = library.template_save(&w, &m, "Notre point").unwrap().value;
        let day = NOW.day_in("Europe/Paris").succ_opt().unwrap();
        let made = library.meeting_from_template(&w, &template, day, 14 * 60).unwrap().value;
        let now = contents(&library, &w);
        let of = |id: &MeetingId| -> Vec<&str> {
            now.agenda_items.iter().filter(|item| item.meeting_id == *id).map(|item| item.title.as_str()).collect()
        };
        assert_eq!((of(&template), of(&made)), (vec!["Un", "Deux"], vec!["Un", "Deux"]));
        let made = now.meetings.iter().find(|meeting| meeting.id == made).unwrap();
        assert_eq!((made.title.as_str(), made.planned_minutes, made.is_template), ("Notre point", 45, false));
        assert_eq!(made.starts_at, Millis::at_local(day, 840, "Europe/Paris"));
        let refused = library.meeting_from_template(&w, &m, day, 0).unwrap_err();
        assert!(matches!(refused, Error::Invalid { rule: Rule::Unknown, .. }));
    }
}
