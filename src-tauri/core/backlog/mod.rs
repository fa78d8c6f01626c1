//! An item of the parking lot, waiting for a meeting.

mod block;
mod edit;

use serde::{Deserialize, Serialize};
use specta::Type;

pub(crate) use block::scheduled;
pub use edit::BacklogEdit;

use crate::Millis;
use crate::record::record_id;
use crate::series::SeriesId;
use crate::workshop::WorkshopId;

record_id!(BacklogItemId);

/// An item of the parking lot, waiting for a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct BacklogItem {
    pub id: BacklogItemId,
    pub workshop_id: WorkshopId,
    pub series_id: Option<SeriesId>,
    pub position: String,
    pub title: String,
    pub detail: String,
    /// Why it waits ("did not fit into 45 min").
    pub reason: String,
    pub seconds: i32,
    /// The finding it came from, if any; several, with a space between, when they were parked together.
    pub finding: Option<String>,
    pub created_at: Millis,
    /// The block it was in a meeting, if it was one, as JSON: its words, lengths and links.
    pub block: Option<String>,
}

impl BacklogItem {
    /// The keys of the findings it came from.
    pub fn findings(&self) -> impl Iterator<Item = &str> {
        self.finding.as_deref().unwrap_or_default().split_whitespace()
    }
}
