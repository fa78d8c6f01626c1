//! Adding, changing, moving and removing blocks.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{AgendaItem, AgendaItemId, ItemKind, Progress};
use crate::meeting::{self, Meeting, MeetingId};
use crate::outcome::copy_references;
use crate::person::PersonId;
use crate::role::RoleId;
use crate::workshop::WorkshopId;
use crate::{
    Committed, Error, Library, Millis, Operation, Result, Rule, Tx, clean_line, clean_text, clean_title, position,
};

/// The longest block, in seconds: a day.
pub const SECONDS_MAX: i32 = 24 * 60 * 60;

/// One field of a block with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum ItemEdit {
    Title(String),
    Kind(ItemKind),
    Section(String),
    Detail(String),
    Goal(String),
    Instruction(String),
    Method(String),
    Materials(String),
    PrivateNotes(String),
    Presenter(String),
    PresenterRole(Option<RoleId>),
    PresenterPerson(Option<PersonId>),
    /// Length, 0 to [`SECONDS_MAX`].
    Seconds(i32),
    LeastSeconds(i32),
    Optional(bool),
    Buffer(bool),
    /// Minutes after midnight of the first day, or free.
    LockedMinute(Option<i32>),
    /// Name of the group that runs side by side, or none.
    ParallelGroup(Option<String>),
    Track(i32),
}

impl Library {
    /// A new block before another (`None`: last).
    ///
    /// # Errors
    /// For the title and the length; [`Rule::Closed`] when the meeting is closed.
    pub fn agenda_item_add(
        &mut self,
        workshop_id: &WorkshopId,
        meeting_id: &MeetingId,
        title: &str,
        seconds: i32,
        before: Option<&AgendaItemId>,
    ) -> Result<Committed<AgendaItemId>> {
        let title = clean_title("title", title)?;
        let seconds = length(seconds)?;
        self.commit(Operation::new(workshop_id, "agenda-item-add"), |tx| {
            let meeting: Meeting = tx.get(meeting_id)?;
            meeting::ensure_open_to_change(&meeting)?;
            tx.name("title", &title);
            let id = AgendaItemId(tx.new_id());
            let mut item = AgendaItem::planned(id, &meeting, title, seconds, tx.now());
            item.position = place(tx, &meeting, None, before)?;
            tx.insert(&item)?;
            Ok(item.id)
        })
    }

    /// Changes one field of a block; typing on is one step.
    ///
    /// # Errors
    /// For texts and lengths; [`Rule::Closed`] when the meeting is closed.
    pub fn agenda_item_edit(
        &mut self,
        workshop_id: &WorkshopId,
        id: &AgendaItemId,
        edit: ItemEdit,
    ) -> Result<Committed<()>> {
        let key = format!("agenda-item-edit:{id}:{:?}", std::mem::discriminant(&edit));
        self.commit(Operation::new(workshop_id, "agenda-item-edit").coalescing(key), |tx| {
            let mut item = changeable(tx, id)?;
            tx.name("title", &item.title);
            apply(&mut item, edit)?;
            tx.update(&item)
        })
    }

    /// Puts a block before another of the same meeting (`None`: last).
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Closed`] when the meeting is closed.
    pub fn agenda_item_move(
        &mut self,
        workshop_id: &WorkshopId,
        id: &AgendaItemId,
        before: Option<&AgendaItemId>,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "agenda-item-move"), |tx| {
            let mut item = changeable(tx, id)?;
            tx.name("title", &item.title);
            item.position = place(tx, &tx.get(&item.meeting_id)?, Some(id), before)?;
            tx.update(&item)
        })
    }

    /// A copy of a block, right after it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Closed`] when the meeting is closed.
    pub fn agenda_item_duplicate(
        &mut self,
        workshop_id: &WorkshopId,
        id: &AgendaItemId,
    ) -> Result<Committed<AgendaItemId>> {
        self.commit(Operation::new(workshop_id, "agenda-item-duplicate"), |tx| {
            let item = changeable(tx, id)?;
            tx.name("title", &item.title);
            let siblings = siblings(tx, &item.meeting_id, &item.workshop_id)?;
            let next = siblings.iter().skip_while(|other| other.id != *id).nth(1).map(|other| other.id.clone());
            let copy = AgendaItem {
                id: AgendaItemId(tx.new_id()),
                position: place(tx, &tx.get(&item.meeting_id)?, None, next.as_ref())?,
                locked_minute: None,
                progress: Progress::Planned,
                spent_ms: Millis(0),
                created_at: tx.now(),
                ..item
            };
            tx.insert(&copy)?;
            copy_references(tx, workshop_id, id, &copy.id)?;
            Ok(copy.id)
        })
    }

    /// Removes a block; what it produced stays with the meeting.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Closed`] when the meeting is closed.
    pub fn agenda_item_delete(&mut self, workshop_id: &WorkshopId, id: &AgendaItemId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "agenda-item-delete"), |tx| {
            let item = changeable(tx, id)?;
            tx.name("title", &item.title);
            tx.delete::<AgendaItem>(id)
        })
    }
}

fn apply(item: &mut AgendaItem, edit: ItemEdit) -> Result<()> {
    match edit {
        ItemEdit::Title(text) => item.title = clean_title("title", &text)?,
        ItemEdit::Kind(kind) => item.kind = kind,
        ItemEdit::Section(text) => item.section = clean_line("section", &text)?,
        ItemEdit::Detail(text) => item.detail = clean_line("detail", &text)?,
        ItemEdit::Goal(text) => item.goal = clean_text("goal", &text)?,
        ItemEdit::Instruction(text) => item.instruction = clean_text("instruction", &text)?,
        ItemEdit::Method(text) => item.method = clean_text("method", &text)?,
        ItemEdit::Materials(text) => item.materials = clean_text("materials", &text)?,
        ItemEdit::PrivateNotes(text) => item.private_notes = clean_text("private_notes", &text)?,
        ItemEdit::Presenter(text) => item.presenter = clean_line("presenter", &text)?,
        ItemEdit::PresenterRole(role) => item.presenter_role_id = role,
        ItemEdit::PresenterPerson(person) => item.presenter_person_id = person,
        ItemEdit::Seconds(seconds) => item.seconds = length(seconds)?,
        ItemEdit::LeastSeconds(seconds) => item.least_seconds = length(seconds)?,
        ItemEdit::Optional(is) => item.is_optional = is,
        ItemEdit::Buffer(is) => item.is_buffer = is,
        ItemEdit::LockedMinute(minute) => {
            // Up to a week of days; beyond that it is a typing error.
            if minute.is_some_and(|minute| !(0..7 * 1440).contains(&minute)) {
                return Err(Error::invalid("locked_minute", Rule::OutOfRange));
            }
            item.locked_minute = minute;
        }
        ItemEdit::ParallelGroup(name) => {
            let name = name.map(|name| clean_line("parallel_group", &name)).transpose()?;
            item.parallel_group = name.filter(|name| !name.is_empty());
        }
        ItemEdit::Track(track) => {
            if !(0..100).contains(&track) {
                return Err(Error::invalid("track", Rule::OutOfRange));
            }
            item.track = track;
        }
    }
    Ok(())
}

/// A block of a meeting that may be changed.
fn changeable(tx: &Tx<'_>, id: &AgendaItemId) -> Result<AgendaItem> {
    let item: AgendaItem = tx.get(id)?;
    meeting::ensure_open_to_change(&tx.get(&item.meeting_id)?)?;
    Ok(item)
}

fn siblings(tx: &Tx<'_>, meeting_id: &MeetingId, workshop_id: &WorkshopId) -> Result<Vec<AgendaItem>> {
    let items: Vec<AgendaItem> = tx.list(workshop_id)?;
    Ok(items.into_iter().filter(|item| item.meeting_id == *meeting_id).collect())
}

/// The position before another block of the meeting, `moving` itself left out.
pub(super) fn place(
    tx: &Tx<'_>,
    meeting: &Meeting,
    moving: Option<&AgendaItemId>,
    before: Option<&AgendaItemId>,
) -> Result<String> {
    tx.ensure::<AgendaItem>(before)?;
    let others: Vec<(String, String)> = siblings(tx, &meeting.id, &meeting.workshop_id)?
        .into_iter()
        .filter(|item| Some(&item.id) != moving)
        .map(|item| (item.id.0, item.position))
        .collect();
    Ok(position::among(&others, before.map(AgendaItemId::as_str)))
}

fn length(seconds: i32) -> Result<i32> {
    if (0..=SECONDS_MAX).contains(&seconds) { Ok(seconds) } else { Err(Error::invalid("minutes", Rule::OutOfRange)) }
}
