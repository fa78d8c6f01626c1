//! From one meeting to the next: the same item moves, with a line on where it was; nothing is copied in silence.

use super::{Meeting, MeetingId, MeetingStatus, ensure_open_to_change};
use crate::agenda::{AgendaItem, AgendaItemId, Deferral, DeferralId, ItemKind, Progress};
use crate::outcome::{Outcome, copy_references};
use crate::series::{Series, insert_occasion, occurrences};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Millis, Operation, Result, Rule, Tx, position};

impl Library {
    /// Moves an item with its outcomes to the next meeting, which is prepared if there is none yet.
    ///
    /// # Errors
    /// [`Rule::Closed`]; [`Rule::WrongMoment`] for the block under way; [`Error::NotFound`].
    pub fn item_move_to_next(&mut self, workshop_id: &WorkshopId, id: &AgendaItemId) -> Result<Committed<MeetingId>> {
        self.commit(Operation::new(workshop_id, "item-move-to-next"), |tx| {
            let item: AgendaItem = tx.get(id)?;
            let meeting: Meeting = tx.get(&item.meeting_id)?;
            ensure_open_to_change(&meeting)?;
            tx.name("title", &item.title);
            if meeting.current_item_id.as_ref() == Some(id) {
                return Err(Error::invalid("item", Rule::WrongMoment));
            }
            let next = next_meeting(tx, &meeting)?;
            carry(tx, item, &meeting, &next)?;
            for outcome in tx.list::<Outcome>(workshop_id)? {
                if outcome.item_id.as_ref() == Some(id) {
                    tx.update(&Outcome { meeting_id: next.meeting.id.clone(), ..outcome })?;
                }
            }
            Ok(next.meeting.id)
        })
    }

    /// Puts a copy of an item into the next meeting; item and outcomes stay on this record, also of a closed meeting.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn item_duplicate_to_next(
        &mut self,
        workshop_id: &WorkshopId,
        id: &AgendaItemId,
    ) -> Result<Committed<MeetingId>> {
        self.commit(Operation::new(workshop_id, "item-duplicate-to-next"), |tx| {
            let item: AgendaItem = tx.get(id)?;
            let meeting: Meeting = tx.get(&item.meeting_id)?;
            tx.name("title", &item.title);
            let next = next_meeting(tx, &meeting)?;
            let position = place(tx, &next.meeting)?;
            let copy = AgendaItemId(tx.new_id());
            tx.insert(&AgendaItem {
                id: copy.clone(),
                meeting_id: next.meeting.id.clone(),
                position,
                spent_ms: Millis(0),
                created_at: tx.now(),
                ..free(item)
            })?;
            copy_references(tx, workshop_id, id, &copy)?;
            Ok(next.meeting.id)
        })
    }
}

/// The next meeting, and whether it was made just now.
pub(super) struct Next {
    pub meeting: Meeting,
    pub is_new: bool,
}

/// The next meeting of the series (of the workshop, for one on its own) that has not begun; made if there is none:
/// at the series' next date, or a week later at the same time.
pub(super) fn next_meeting(tx: &Tx<'_>, from: &Meeting) -> Result<Next> {
    let meetings: Vec<Meeting> = tx.list(&from.workshop_id)?;
    if let Some(meeting) = existing_next(&meetings, from) {
        return Ok(Next { meeting: meeting.clone(), is_new: false });
    }
    let after = from.starts_at.max(from.started_at.unwrap_or(from.starts_at));
    if let Some(id) = &from.series_id {
        let series: Series = tx.get(id)?;
        let taken = |at: &Millis| meetings.iter().any(|m| m.series_id == from.series_id && m.starts_at == *at);
        if let Some(at) = occurrences(&series, after, 50)?.into_iter().find(|at| !taken(at)) {
            return Ok(Next { meeting: insert_occasion(tx, &series, at)?, is_new: true });
        }
    }
    let workshop: Workshop = tx.get(&from.workshop_id)?;
    let at = a_week_later(from);
    let blank = Meeting::draft(MeetingId(tx.new_id()), &workshop, from.title.clone(), at);
    let meeting = Meeting {
        series_id: from.series_id.clone(),
        position: position::between(meetings.last().map(|last| last.position.as_str()), None),
        ..blank.like(from)
    };
    tx.insert(&meeting)?;
    Ok(Next { meeting, is_new: true })
}

fn existing_next<'a>(meetings: &'a [Meeting], from: &Meeting) -> Option<&'a Meeting> {
    let waits = |m: &Meeting| {
        !m.is_template && m.started_at.is_none() && matches!(m.status, MeetingStatus::Draft | MeetingStatus::Open)
    };
    meetings
        .iter()
        .filter(|m| m.id != from.id && waits(m) && m.starts_at > from.starts_at)
        .filter(|m| from.series_id.is_none() || m.series_id == from.series_id)
        .min_by_key(|m| m.starts_at)
}

/// Seven days later by the calendar, at the same time by the clocks of the meeting's zone.
fn a_week_later(meeting: &Meeting) -> Millis {
    let zone: chrono_tz::Tz = meeting.time_zone.parse().unwrap_or(chrono_tz::UTC);
    let local = meeting.starts_at.utc().with_timezone(&zone).naive_local();
    let minute = chrono::Timelike::num_seconds_from_midnight(&local.time()) / 60;
    let day = local.date().checked_add_days(chrono::Days::new(7)).unwrap_or(local.date());
    Millis::at_local(day, i32::try_from(minute).unwrap_or(0), &meeting.time_zone)
}

/// Links an item to the next meeting: the same row, and a line on where it came from. In a meeting prepared just now
/// it takes the place of the untouched block of the same title that the series' agenda has put there.
pub(super) fn carry(tx: &Tx<'_>, item: AgendaItem, from: &Meeting, next: &Next) -> Result<()> {
    tx.insert(&Deferral {
        id: DeferralId(tx.new_id()),
        workshop_id: from.workshop_id.clone(),
        item_id: item.id.clone(),
        from_meeting_id: from.id.clone(),
        to_meeting_id: Some(next.meeting.id.clone()),
        deferred_at: tx.now(),
        spent_ms: Some(item.spent_ms),
    })?;
    let twin = if next.is_new {
        let carried: Vec<Deferral> = tx.list(&from.workshop_id)?;
        tx.list::<AgendaItem>(&from.workshop_id)?
            .into_iter()
            .filter(|other| other.meeting_id == next.meeting.id && other.title == item.title)
            .find(|other| carried.iter().all(|deferral| deferral.item_id != other.id))
    } else {
        None
    };
    let carried = match twin {
        Some(twin) => {
            tx.delete::<AgendaItem>(&twin.id)?;
            AgendaItem {
                position: twin.position,
                section: twin.section,
                locked_minute: twin.locked_minute,
                parallel_group: twin.parallel_group,
                track: twin.track,
                ..free(item)
            }
        }
        None => AgendaItem { position: place(tx, &next.meeting)?, ..free(item) },
    };
    tx.update(&AgendaItem { meeting_id: next.meeting.id.clone(), ..carried })
}

/// An item without its place in a certain agenda.
pub(super) fn free(item: AgendaItem) -> AgendaItem {
    AgendaItem {
        section: String::new(),
        locked_minute: None,
        parallel_group: None,
        track: 0,
        progress: Progress::Planned,
        ..item
    }
}

/// The last place of an agenda, before what closes it.
fn place(tx: &Tx<'_>, meeting: &Meeting) -> Result<String> {
    let items = super::live::items_of(tx, meeting)?;
    let closing = items.last().filter(|last| last.kind == ItemKind::Close).map(|last| last.id.0.clone());
    let siblings: Vec<(String, String)> = items.into_iter().map(|item| (item.id.0, item.position)).collect();
    Ok(position::among(&siblings, closing.as_deref()))
}
