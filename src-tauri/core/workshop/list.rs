//! What Home shows of each workshop.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use serde_rusqlite::from_rows;
use specta::Type;

use super::{Language, Shelf, WorkshopId};
use crate::meeting::MeetingId;
use crate::store::Stand;
use crate::{Day, Library, Millis, Result};

/// One line of Home.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct WorkshopSummary {
    pub id: WorkshopId,
    pub title: String,
    pub language: Language,
    pub created_at: Millis,
    pub roles: i32,
    pub tasks: i32,
    pub meetings: i32,
    pub people: i32,
    pub organisation: String,
    pub held_on: Option<Day>,
    /// IANA name of the zone of its meetings.
    pub time_zone: String,
    pub shelf: Shelf,
    /// Lines of contracts that stand, and those of them that both sides agreed.
    pub lines: i32,
    pub agreed: i32,
    /// The next meeting that is planned, if there is one.
    pub next_meeting_id: Option<MeetingId>,
    pub next_title: Option<String>,
    pub next_at: Option<Millis>,
    /// The meeting in progress, if there is one, with the block under way.
    pub running_meeting_id: Option<MeetingId>,
    pub running_title: Option<String>,
    pub running_item: Option<String>,
    pub opened_at: Option<Millis>,
    pub changed_at: Millis,
}

impl Library {
    /// All workshops, the one opened or changed last first. A template is none: see [`Self::own_templates`].
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn workshops(&self) -> Result<Vec<WorkshopSummary>> {
        self.summaries(false)
    }

    /// All workshops, or all templates.
    pub(crate) fn summaries(&self, is_template: bool) -> Result<Vec<WorkshopSummary>> {
        let mut statement = self.conn.prepare_cached(include_str!("../store/workshop/list.sql"))?;
        let rows = statement.query(params![self.now().0, is_template])?;
        Ok(from_rows(rows).collect::<std::result::Result<_, _>>()?)
    }

    /// Notes that a workshop was opened now; not an operation, never undone.
    ///
    /// # Errors
    /// What keeps the library from being written; a workshop opens all the same.
    pub fn note_visit(&mut self, workshop_id: &WorkshopId) -> Result<()> {
        self.check_files()?;
        let before = Stand::of(&self.conn)?;
        let visit = include_str!("../store/workshop/visit.sql");
        self.conn.prepare_cached(visit)?.execute(params![workshop_id.as_str(), self.now().0])?;
        // A visit is in no workshop's contents.
        self.bring_along(before, &[])?;
        self.confirm_files()
    }
}
