//! The parking lot: what waits is written down, taken into a meeting, and put back.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::block::{kept, scheduled};
use super::{BacklogItem, BacklogItemId};
use crate::agenda::{AgendaItem, AgendaItemId, SECONDS_MAX};
use crate::meeting::{Meeting, MeetingId, ensure_open_to_change};
use crate::outcome::{Outcome, Reference};
use crate::series::{Series, SeriesId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx, clean_line, clean_title, position};

/// A new item at the end of the parking lot.
fn parked(
    tx: &Tx<'_>,
    workshop_id: &WorkshopId,
    series_id: Option<&SeriesId>,
    title: String,
    reason: String,
) -> Result<BacklogItemId> {
    tx.ensure::<Series>(series_id)?;
    let item = BacklogItem {
        id: BacklogItemId(tx.new_id()),
        workshop_id: workshop_id.clone(),
        series_id: series_id.cloned(),
        position: last_place(tx, workshop_id)?,
        title,
        detail: String::new(),
        reason,
        seconds: 600,
        finding: None,
        created_at: tx.now(),
        block: None,
    };
    tx.insert(&item)?;
    Ok(item.id)
}

/// One field of a parked item with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum BacklogEdit {
    Title(String),
    Detail(String),
    Reason(String),
    Seconds(i32),
    Series(Option<SeriesId>),
}

impl Library {
    /// Parks something for later, for a series or for any meeting.
    ///
    /// # Errors
    /// For the title; [`Error::NotFound`] for the series.
    pub fn backlog_add(
        &mut self,
        workshop_id: &WorkshopId,
        series_id: Option<&SeriesId>,
        title: &str,
        reason: &str,
    ) -> Result<Committed<BacklogItemId>> {
        let (title, reason) = (clean_title("title", title)?, clean_line("reason", reason)?);
        self.commit(Operation::new(workshop_id, "backlog-add"), |tx| {
            tx.name("title", &title);
            parked(tx, workshop_id, series_id, title, reason)
        })
    }

    /// Parks several things together, as one step.
    ///
    /// # Errors
    /// As [`Self::backlog_add`]; [`Rule::Empty`] for none.
    pub fn backlog_add_all(
        &mut self,
        workshop_id: &WorkshopId,
        series_id: Option<&SeriesId>,
        titles: &[String],
        reason: &str,
    ) -> Result<Committed<Vec<BacklogItemId>>> {
        let reason = clean_line("reason", reason)?;
        let titles = titles.iter().map(|title| clean_title("title", title)).collect::<Result<Vec<_>>>()?;
        if titles.is_empty() {
            return Err(Error::invalid("title", Rule::Empty));
        }
        self.commit(Operation::new(workshop_id, "backlog-add-all"), |tx| {
            tx.name("count", titles.len().to_string());
            titles.into_iter().map(|title| parked(tx, workshop_id, series_id, title, reason.clone())).collect()
        })
    }

    /// Changes one field of a parked item; typing on is one step.
    ///
    /// # Errors
    /// For texts and lengths; [`Error::NotFound`].
    pub fn backlog_edit(
        &mut self,
        workshop_id: &WorkshopId,
        id: &BacklogItemId,
        edit: BacklogEdit,
    ) -> Result<Committed<()>> {
        let key = format!("backlog-edit:{id}:{:?}", std::mem::discriminant(&edit));
        self.commit(Operation::new(workshop_id, "backlog-edit").coalescing(key), |tx| {
            let mut item: BacklogItem = tx.get(id)?;
            tx.name("title", &item.title);
            match edit {
                BacklogEdit::Title(text) => item.title = clean_title("title", &text)?,
                BacklogEdit::Detail(text) => item.detail = clean_line("detail", &text)?,
                BacklogEdit::Reason(text) => item.reason = clean_line("reason", &text)?,
                BacklogEdit::Seconds(seconds) if (0..=SECONDS_MAX).contains(&seconds) => item.seconds = seconds,
                BacklogEdit::Seconds(_) => return Err(Error::invalid("minutes", Rule::OutOfRange)),
                BacklogEdit::Series(series) => {
                    tx.ensure::<Series>(series.as_ref())?;
                    item.series_id = series;
                }
            }
            tx.update(&item)
        })
    }

    /// Takes an item off the parking lot.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn backlog_delete(&mut self, workshop_id: &WorkshopId, id: &BacklogItemId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "backlog-delete"), |tx| {
            let item: BacklogItem = tx.get(id)?;
            tx.name("title", &item.title);
            tx.delete::<BacklogItem>(id)
        })
    }

    /// Takes a parked item into the agenda of a meeting, before a block (`None`: last).
    ///
    /// # Errors
    /// [`Rule::Closed`]; [`Error::NotFound`].
    pub fn backlog_schedule(
        &mut self,
        workshop_id: &WorkshopId,
        id: &BacklogItemId,
        meeting_id: &MeetingId,
        before: Option<&AgendaItemId>,
    ) -> Result<Committed<AgendaItemId>> {
        self.commit(Operation::new(workshop_id, "backlog-schedule"), |tx| {
            let parked: BacklogItem = tx.get(id)?;
            let meeting: Meeting = tx.get(meeting_id)?;
            ensure_open_to_change(&meeting)?;
            tx.name("title", &parked.title);
            tx.ensure::<AgendaItem>(before)?;
            let siblings: Vec<(String, String)> = tx
                .list::<AgendaItem>(workshop_id)?
                .into_iter()
                .filter(|item| item.meeting_id == *meeting_id)
                .map(|item| (item.id.0, item.position))
                .collect();
            let position = position::among(&siblings, before.map(AgendaItemId::as_str));
            scheduled(tx, parked, &meeting, |item| AgendaItem { position, ..item })
        })
    }

    /// Puts a block of a meeting on the parking lot of its series; a block with outcomes stays on record.
    ///
    /// # Errors
    /// [`Rule::Closed`]; [`Rule::WrongMoment`] for a block that is under way or has outcomes.
    pub fn agenda_item_park(
        &mut self,
        workshop_id: &WorkshopId,
        id: &AgendaItemId,
        reason: &str,
    ) -> Result<Committed<BacklogItemId>> {
        let reason = clean_line("reason", reason)?;
        self.commit(Operation::new(workshop_id, "agenda-item-park"), |tx| {
            let item: AgendaItem = tx.get(id)?;
            let meeting: Meeting = tx.get(&item.meeting_id)?;
            ensure_open_to_change(&meeting)?;
            tx.name("title", &item.title);
            let has_outcomes = tx.list::<Outcome>(workshop_id)?.iter().any(|o| o.item_id.as_ref() == Some(id));
            if has_outcomes || meeting.current_item_id.as_ref() == Some(id) {
                return Err(Error::invalid("item", Rule::WrongMoment));
            }
            let mut references = tx.list::<Reference>(workshop_id)?;
            references.retain(|reference| reference.item_id.as_ref() == Some(id));
            let block = kept(&item, &references)?;
            let findings: Vec<String> = references.into_iter().filter_map(|reference| reference.finding).collect();
            let parked = BacklogItem {
                id: BacklogItemId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                series_id: meeting.series_id,
                position: last_place(tx, workshop_id)?,
                title: item.title,
                detail: item.detail,
                reason,
                seconds: item.seconds,
                finding: (!findings.is_empty()).then(|| findings.join(" ")),
                created_at: item.created_at,
                block: Some(block),
            };
            tx.insert(&parked)?;
            tx.delete::<AgendaItem>(id)?;
            Ok(parked.id)
        })
    }
}

fn last_place(tx: &Tx<'_>, workshop_id: &WorkshopId) -> Result<String> {
    let last = tx.list::<BacklogItem>(workshop_id)?.last().map(|item| item.position.clone());
    Ok(position::between(last.as_deref(), None))
}
