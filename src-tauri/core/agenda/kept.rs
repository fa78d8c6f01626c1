//! A block without its meeting: what a saved method and a parked item keep of it.

use serde_json::{Map, Value};

use super::AgendaItem;
use crate::Result;

/// What belongs to one meeting.
const OF_MEETING: &[&str] = &[
    "id",
    "workshop_id",
    "meeting_id",
    "position",
    "locked_minute",
    "parallel_group",
    "track",
    "progress",
    "spent_ms",
    "created_at",
];

/// All of a block that is not of its meeting, by the names of its fields.
pub(crate) fn keep(item: &AgendaItem) -> Result<Map<String, Value>> {
    let mut kept: Map<String, Value> = serde_json::from_value(serde_json::to_value(item)?)?;
    kept.retain(|name, _| !OF_MEETING.contains(&name.as_str()));
    Ok(kept)
}

/// A block of a meeting with what was kept.
///
/// # Errors
/// [`crate::Error::Json`] for what is damaged.
pub(crate) fn restore(blank: &AgendaItem, kept: Map<String, Value>) -> Result<AgendaItem> {
    let mut row: Map<String, Value> = serde_json::from_value(serde_json::to_value(blank)?)?;
    row.extend(kept.into_iter().filter(|(name, _)| !OF_MEETING.contains(&name.as_str())));
    Ok(serde_json::from_value(Value::Object(row))?)
}
