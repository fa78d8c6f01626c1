//! Meetings made from the built-in agendas.

use super::{AgendaItem, AgendaItemId, BuiltinAgenda, ItemPlan, MeetingPlan};
use crate::meeting::{Meeting, MeetingId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Day, Library, Millis, Operation, Result, Tx, position};

impl Library {
    /// The meetings of a built-in agenda, in the workshop's language, the first on `day` at `minute` after midnight;
    /// further sessions follow a week apart.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for the workshop.
    pub fn meeting_from_builtin(
        &mut self,
        workshop_id: &WorkshopId,
        agenda: BuiltinAgenda,
        day: Day,
        minute: i32,
    ) -> Result<Committed<MeetingId>> {
        self.commit(Operation::new(workshop_id, "meeting-add"), |tx| {
            let workshop: Workshop = tx.get(workshop_id)?;
            let plan = agenda.load(workshop.language)?;
            tx.name("title", &plan.title);
            insert_builtin(tx, &workshop, agenda, day, minute)
        })
    }
}

/// Adds the meetings of a built-in agenda; gives the first.
pub(crate) fn insert_builtin(
    tx: &Tx<'_>,
    workshop: &Workshop,
    agenda: BuiltinAgenda,
    day: Day,
    minute: i32,
) -> Result<MeetingId> {
    let plan = agenda.load(workshop.language)?;
    let mut first = None;
    let mut day = day;
    for meeting in &plan.meetings {
        let id = insert_meeting(tx, workshop, meeting, Millis::at_local(day, minute, &workshop.time_zone), minute)?;
        first.get_or_insert(id);
        day = day.checked_add_days(chrono::Days::new(7)).unwrap_or(day);
    }
    first.ok_or_else(|| crate::Error::Damaged(format!("the agenda {} has no meeting", agenda.id())))
}

fn insert_meeting(
    tx: &Tx<'_>,
    workshop: &Workshop,
    plan: &MeetingPlan,
    starts_at: Millis,
    minute: i32,
) -> Result<MeetingId> {
    let meetings: Vec<Meeting> = tx.list(&workshop.id)?;
    let mut meeting = Meeting::draft(MeetingId(tx.new_id()), workshop, plan.title.clone(), starts_at);
    meeting.position = position::between(meetings.last().map(|last| last.position.as_str()), None);
    meeting.planned_minutes = plan.planned_minutes;
    meeting.goal.clone_from(&plan.goal);
    meeting.bring.clone_from(&plan.bring);
    tx.insert(&meeting)?;
    let mut at = minute;
    for (item, key) in plan.items.iter().zip(position::sequence(None, plan.items.len())) {
        tx.insert(&planned(tx, &meeting, item, key, item.locked.then_some(at)))?;
        at += item.minutes;
    }
    Ok(meeting.id)
}

fn planned(
    tx: &Tx<'_>,
    meeting: &Meeting,
    plan: &ItemPlan,
    position: String,
    locked_minute: Option<i32>,
) -> AgendaItem {
    let id = AgendaItemId(tx.new_id());
    AgendaItem {
        position,
        kind: plan.kind,
        section: plan.section.clone(),
        detail: plan.detail.clone(),
        goal: plan.goal.clone(),
        instruction: plan.instruction.clone(),
        method: plan.method.clone(),
        materials: plan.materials.clone(),
        private_notes: plan.private_notes.clone(),
        presenter: plan.presenter.clone(),
        least_seconds: plan.least_minutes * 60,
        is_optional: plan.is_optional,
        locked_minute,
        ..AgendaItem::planned(id, meeting, plan.title.clone(), plan.minutes * 60, tx.now())
    }
}
