//! Running a meeting: what is under way is kept in the meeting's own row, so that the clock survives anything.

use super::life::ensure_at;
use super::{Meeting, MeetingId, MeetingStatus};
use crate::agenda::{AgendaItem, AgendaItemId, Progress, SECONDS_MAX};
use crate::analysis::clock::{self, Clock};
use crate::store::WorkshopReader;
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Millis, Operation, Result, Rule, Tx};

/// From when the clock of a meeting counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// From this moment.
    Now,
    /// From the planned start, which is past.
    AsPlanned,
}

/// A step through the agenda.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(tag = "to", content = "item", rename_all = "snake_case")]
pub enum LiveStep {
    /// The block is done; the next begins. After the last, the agenda is over.
    Next,
    /// The block is left out; the next begins.
    Skip,
    /// Back to the block before; the present one waits again.
    Previous,
    /// To a certain block; the present one is done.
    Item(AgendaItemId),
}

impl Library {
    /// The clock of a meeting at this moment.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn meeting_clock(&self, workshop_id: &WorkshopId, id: &MeetingId) -> Result<Clock> {
        let meeting: Meeting = self.row(workshop_id, id)?;
        self.clock_of(workshop_id, &meeting)
    }

    /// The clock of the meeting in progress in a workshop, if there is one.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn running_clock(&self, workshop_id: &WorkshopId) -> Result<Option<Clock>> {
        let meetings: Vec<Meeting> = WorkshopReader { conn: &self.conn, workshop_id }.list()?;
        let running = meetings.iter().find(|meeting| meeting.status == MeetingStatus::InProgress);
        running.map(|meeting| self.clock_of(workshop_id, meeting)).transpose()
    }

    fn clock_of(&self, workshop_id: &WorkshopId, meeting: &Meeting) -> Result<Clock> {
        let items: Vec<AgendaItem> = WorkshopReader { conn: &self.conn, workshop_id }.list()?;
        let items: Vec<&AgendaItem> = items.iter().filter(|item| item.meeting_id == meeting.id).collect();
        Ok(clock::clock(meeting, &items, self.now()))
    }

    /// Starts a meeting with its first block, now or as planned; a reopened one goes on where it stopped.
    ///
    /// # Errors
    /// [`Rule::AnotherInProgress`] (its title is said), [`Rule::WrongMoment`], [`Rule::Empty`] without any block,
    /// [`Rule::Future`] as planned before the planned start.
    pub fn meeting_start(&mut self, workshop_id: &WorkshopId, id: &MeetingId, start: Start) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "meeting-start"), |tx| {
            let mut meeting: Meeting = tx.get(id)?;
            tx.name("title", &meeting.title);
            ensure_at(&meeting, &[MeetingStatus::Draft, MeetingStatus::Open])?;
            let running = tx.list::<Meeting>(workshop_id)?.into_iter().find(|m| m.status == MeetingStatus::InProgress);
            if let Some(running) = running {
                return Err(Error::Invalid { field: "meeting", rule: Rule::AnotherInProgress, detail: running.title });
            }
            let at = match start {
                Start::Now => tx.now(),
                Start::AsPlanned if meeting.starts_at > tx.now() => {
                    return Err(Error::invalid("meeting", Rule::Future));
                }
                Start::AsPlanned => meeting.starts_at,
            };
            let items = items_of(tx, &meeting)?;
            if items.is_empty() {
                return Err(Error::invalid("agenda", Rule::Empty));
            }
            meeting.status = MeetingStatus::InProgress;
            meeting.started_at.get_or_insert(at);
            let waiting: Vec<&AgendaItem> = items.iter().filter(|item| item.progress == Progress::Planned).collect();
            let by_agenda = clock::end_of(&meeting, &waiting, at.0);
            meeting.promised_end.get_or_insert(Millis(by_agenda.max(clock::planned_end(&meeting).0)));
            meeting.ended_at = None;
            meeting.current_item_id = None;
            let first = clock::next(&meeting, &items.iter().collect::<Vec<_>>()).cloned();
            begin(tx, &mut meeting, first, at)
        })
    }

    /// Steps through the agenda; the time spent on the block that is left is kept.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] unless it is in progress; [`Error::NotFound`] for the block.
    pub fn live_step(&mut self, workshop_id: &WorkshopId, id: &MeetingId, step: &LiveStep) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "live-step"), |tx| {
            let mut meeting = running(tx, id)?;
            let items = items_of(tx, &meeting)?;
            let refs: Vec<&AgendaItem> = items.iter().collect();
            let to = match step {
                LiveStep::Next | LiveStep::Skip => clock::next(&meeting, &refs),
                LiveStep::Previous => {
                    let at = refs.iter().position(|item| Some(&item.id) == meeting.current_item_id.as_ref());
                    match at.unwrap_or(refs.len()).checked_sub(1).and_then(|at| refs.get(at)) {
                        Some(before) => Some(*before),
                        None => return Ok(()),
                    }
                }
                LiveStep::Item(wanted) => match refs.iter().find(|item| item.id == *wanted) {
                    Some(_) if meeting.current_item_id.as_ref() == Some(wanted) => return Ok(()),
                    Some(found) => Some(*found),
                    None => return Err(Error::NotFound { kind: "agenda_item", id: wanted.to_string() }),
                },
            };
            let left = match step {
                LiveStep::Skip => Progress::Skipped,
                LiveStep::Previous => Progress::Planned,
                LiveStep::Next | LiveStep::Item(_) => Progress::Done,
            };
            leave(tx, &mut meeting, &refs, left)?;
            tx.name("title", to.map_or("", |item| item.title.as_str()));
            tx.name("where", if to.is_some() { "item" } else { "end" });
            begin(tx, &mut meeting, to.cloned(), tx.now())
        })
    }

    /// Gives the block under way more or less time, in seconds; several presses are one step.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] unless a block is under way; [`Rule::OutOfRange`].
    pub fn live_extend(&mut self, workshop_id: &WorkshopId, id: &MeetingId, seconds: i32) -> Result<Committed<()>> {
        let operation = Operation::new(workshop_id, "live-extend").coalescing(format!("live-extend:{id}"));
        self.commit(operation, |tx| {
            let meeting = running(tx, id)?;
            let mut item = under_way(tx, &meeting)?;
            tx.name("title", &item.title);
            let longer = i64::from(item.seconds) + i64::from(seconds);
            item.seconds = i32::try_from(longer.max(0)).unwrap_or(i32::MAX);
            if item.seconds > SECONDS_MAX {
                return Err(Error::invalid("minutes", Rule::OutOfRange));
            }
            tx.update(&item)
        })
    }

    /// Stops the clock, or lets it go on.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] unless a block is under way.
    pub fn live_pause(&mut self, workshop_id: &WorkshopId, id: &MeetingId, pause: bool) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, if pause { "live-pause" } else { "live-resume" }), |tx| {
            let mut meeting = running(tx, id)?;
            under_way(tx, &meeting)?;
            match (meeting.paused_at, pause) {
                (None, true) => meeting.paused_at = Some(tx.now()),
                (Some(since), false) => {
                    meeting.paused_ms = Millis(meeting.paused_ms.0 + (tx.now().0 - since.0).max(0));
                    meeting.paused_at = None;
                }
                _ => return Ok(()),
            }
            tx.update(&meeting)
        })
    }
}

/// The blocks of a meeting, in order.
pub(crate) fn items_of(tx: &Tx<'_>, meeting: &Meeting) -> Result<Vec<AgendaItem>> {
    let items: Vec<AgendaItem> = tx.list(&meeting.workshop_id)?;
    Ok(items.into_iter().filter(|item| item.meeting_id == meeting.id).collect())
}

/// A meeting that is in progress.
pub(super) fn running(tx: &Tx<'_>, id: &MeetingId) -> Result<Meeting> {
    let meeting: Meeting = tx.get(id)?;
    ensure_at(&meeting, &[MeetingStatus::InProgress])?;
    Ok(meeting)
}

fn under_way(tx: &Tx<'_>, meeting: &Meeting) -> Result<AgendaItem> {
    match &meeting.current_item_id {
        Some(id) => tx.get(id),
        None => Err(Error::invalid("meeting", Rule::WrongMoment)),
    }
}

/// Ends the block under way; what was spent on it is kept.
pub(crate) fn leave(tx: &Tx<'_>, meeting: &mut Meeting, items: &[&AgendaItem], progress: Progress) -> Result<()> {
    if let Some(item) = clock::current(meeting, items) {
        let spent_ms = Millis(clock::spent(meeting, item, tx.now()));
        tx.update(&AgendaItem { progress, spent_ms, ..item.clone() })?;
    }
    meeting.current_item_id = None;
    meeting.item_started_at = None;
    meeting.paused_at = None;
    meeting.paused_ms = Millis(0);
    Ok(())
}

/// Begins a block; with none the agenda is over.
fn begin(tx: &Tx<'_>, meeting: &mut Meeting, item: Option<AgendaItem>, at: Millis) -> Result<()> {
    if let Some(item) = item {
        meeting.current_item_id = Some(item.id.clone());
        meeting.item_started_at = Some(at);
        tx.update(&AgendaItem { progress: Progress::Current, ..item })?;
    }
    tx.update(meeting)
}
