//! Adding, changing and deleting series, and preparing their meetings.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::recurrence::clean;
use super::{Series, SeriesId, occurrences};
use crate::agenda::{AgendaItem, AgendaItemId, Progress};
use crate::meeting::{MINUTES_MAX, Meeting, MeetingId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Millis, Operation, Result, Rule, Tx, clean_title, position};

/// One field of a series with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum SeriesEdit {
    Title(String),
    /// An RRULE line and EXDATE lines; empty: no rhythm.
    Recurrence(String),
    StartsAt(Millis),
    TimeZone(String),
    PlannedMinutes(i32),
    /// The meeting whose agenda the next ones start from.
    Template(Option<MeetingId>),
}

impl Library {
    /// Makes a series of a meeting: it is the first occasion, and a copy of its agenda is what the next ones start from.
    ///
    /// # Errors
    /// [`Rule::NotARecurrence`], [`Rule::NeverFires`], [`Rule::Duplicate`] when it belongs to a series.
    pub fn series_add(
        &mut self,
        workshop_id: &WorkshopId,
        meeting_id: &MeetingId,
        recurrence: &str,
    ) -> Result<Committed<SeriesId>> {
        self.commit(Operation::new(workshop_id, "series-add"), |tx| {
            let meeting: Meeting = tx.get(meeting_id)?;
            tx.name("title", &meeting.title);
            insert_series(tx, meeting, recurrence)
        })
    }

    /// Changes one field of a series; typing on is one step. Meetings already made stay as they are.
    ///
    /// # Errors
    /// For texts, zones and lengths; [`Rule::NotARecurrence`], [`Rule::NeverFires`].
    pub fn series_edit(&mut self, workshop_id: &WorkshopId, id: &SeriesId, edit: SeriesEdit) -> Result<Committed<()>> {
        let key = format!("series-edit:{id}:{:?}", std::mem::discriminant(&edit));
        self.commit(Operation::new(workshop_id, "series-edit").coalescing(key), |tx| {
            let mut series: Series = tx.get(id)?;
            tx.name("title", &series.title);
            match edit {
                SeriesEdit::Title(text) => series.title = clean_title("title", &text)?,
                SeriesEdit::Recurrence(text) => series.recurrence = text,
                SeriesEdit::StartsAt(at) => series.starts_at = at,
                SeriesEdit::TimeZone(zone) => series.time_zone = zone,
                SeriesEdit::PlannedMinutes(minutes) if (0..=MINUTES_MAX).contains(&minutes) => {
                    series.planned_minutes = minutes;
                }
                SeriesEdit::PlannedMinutes(_) => return Err(Error::invalid("minutes", Rule::OutOfRange)),
                SeriesEdit::Template(meeting) => {
                    tx.ensure::<Meeting>(meeting.as_ref())?;
                    series.template_meeting_id = meeting;
                }
            }
            if series.time_zone.parse::<chrono_tz::Tz>().is_err() {
                return Err(Error::invalid("time_zone", Rule::Unknown));
            }
            series.recurrence = clean(&series)?;
            tx.update(&series)
        })
    }

    /// Deletes a series; its meetings stay, each on its own.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn series_delete(&mut self, workshop_id: &WorkshopId, id: &SeriesId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "series-delete"), |tx| {
            let series: Series = tx.get(id)?;
            tx.name("title", &series.title);
            tx.delete::<Series>(id)
        })
    }

    /// The dates a series would have after a moment, to be shown before it is saved.
    ///
    /// # Errors
    /// [`Rule::NotARecurrence`]; [`Error::NotFound`].
    pub fn series_dates(&self, workshop_id: &WorkshopId, id: &SeriesId, limit: u16) -> Result<Vec<Millis>> {
        let contents = self.contents(workshop_id)?;
        let series = contents.series.iter().find(|series| series.id == *id);
        let series = series.ok_or_else(|| Error::NotFound { kind: "series", id: id.to_string() })?;
        occurrences(series, self.now(), limit.min(100))
    }

    /// The dates of a rhythm that is not saved yet, after a moment; a rhythm without a date is refused.
    ///
    /// # Errors
    /// [`Rule::NotARecurrence`], [`Rule::NeverFires`]; [`Rule::Unknown`] for the zone.
    pub fn series_preview(
        &self,
        recurrence: &str,
        starts_at: Millis,
        time_zone: &str,
        limit: u16,
    ) -> Result<Vec<Millis>> {
        let mut series = Series {
            id: SeriesId(String::new()),
            workshop_id: WorkshopId(String::new()),
            position: String::new(),
            title: String::new(),
            recurrence: recurrence.to_owned(),
            starts_at,
            time_zone: time_zone.to_owned(),
            planned_minutes: 0,
            template_meeting_id: None,
        };
        series.recurrence = clean(&series)?;
        occurrences(&series, Millis(self.now().0.max(starts_at.0 - 1)), limit.min(100))
    }

    /// Prepares the next meeting of a series that has none yet, with the series' agenda.
    ///
    /// # Errors
    /// [`Rule::NeverFires`] when the series is over; [`Error::NotFound`].
    pub fn series_next(&mut self, workshop_id: &WorkshopId, id: &SeriesId) -> Result<Committed<MeetingId>> {
        self.commit(Operation::new(workshop_id, "series-next"), |tx| {
            let series: Series = tx.get(id)?;
            tx.name("title", &series.title);
            let last = tx.list::<Meeting>(workshop_id)?.into_iter().filter(|m| m.series_id.as_ref() == Some(id));
            let after = last.map(|meeting| meeting.starts_at).max().unwrap_or(Millis(i64::MIN));
            let next = occurrences(&series, after, 1)?;
            let at = *next.first().ok_or_else(|| Error::invalid("recurrence", Rule::NeverFires))?;
            Ok(insert_occasion(tx, &series, at)?.id)
        })
    }
}

/// Makes a series of a meeting, inside an operation; see [`Library::series_add`].
pub(crate) fn insert_series(tx: &Tx<'_>, mut meeting: Meeting, recurrence: &str) -> Result<SeriesId> {
    if meeting.series_id.is_some() {
        return Err(Error::invalid("series", Rule::Duplicate));
    }
    let last = tx.list::<Series>(&meeting.workshop_id)?.last().map(|series| series.position.clone());
    let mut series = Series {
        id: SeriesId(tx.new_id()),
        workshop_id: meeting.workshop_id.clone(),
        position: position::between(last.as_deref(), None),
        title: meeting.title.clone(),
        recurrence: recurrence.to_owned(),
        starts_at: meeting.starts_at,
        time_zone: meeting.time_zone.clone(),
        planned_minutes: meeting.planned_minutes,
        template_meeting_id: None,
    };
    series.recurrence = clean(&series)?;
    let id = MeetingId(tx.new_id());
    let blank = Meeting::draft(id, &tx.get(&meeting.workshop_id)?, meeting.title.clone(), meeting.starts_at);
    let position = meeting.position.clone();
    let template = Meeting { position, is_template: true, ..blank.like(&meeting) };
    tx.insert(&template)?;
    copy_agenda(tx, &meeting, &template)?;
    series.template_meeting_id = Some(template.id);
    tx.insert(&series)?;
    meeting.series_id = Some(series.id.clone());
    tx.update(&meeting)?;
    Ok(series.id)
}

/// Adds an occasion of a series: the agenda of its template, as planned and without what happened there.
pub(crate) fn insert_occasion(tx: &Tx<'_>, series: &Series, starts_at: Millis) -> Result<Meeting> {
    let workshop: Workshop = tx.get(&series.workshop_id)?;
    let meetings: Vec<Meeting> = tx.list(&series.workshop_id)?;
    let blank = Meeting::draft(MeetingId(tx.new_id()), &workshop, series.title.clone(), starts_at);
    let template = meetings.iter().find(|meeting| Some(&meeting.id) == series.template_meeting_id.as_ref());
    let meeting = Meeting {
        series_id: Some(series.id.clone()),
        position: position::between(meetings.last().map(|last| last.position.as_str()), None),
        ..template.map_or(blank.clone(), |template| blank.like(template))
    };
    let meeting = Meeting { time_zone: series.time_zone.clone(), planned_minutes: series.planned_minutes, ..meeting };
    tx.insert(&meeting)?;
    if let Some(template) = template {
        copy_agenda(tx, template, &meeting)?;
    }
    Ok(meeting)
}

/// Copies the blocks of a meeting to another, as planned and not begun.
pub(crate) fn copy_agenda(tx: &Tx<'_>, from: &Meeting, to: &Meeting) -> Result<()> {
    let items = tx.list::<AgendaItem>(&from.workshop_id)?;
    for item in items.into_iter().filter(|item| item.meeting_id == from.id) {
        tx.insert(&AgendaItem {
            id: AgendaItemId(tx.new_id()),
            meeting_id: to.id.clone(),
            progress: Progress::Planned,
            spent_ms: Millis(0),
            created_at: tx.now(),
            ..item
        })?;
    }
    Ok(())
}
