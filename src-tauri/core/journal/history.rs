//! The list of what was done.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::OperationName;
use crate::workshop::WorkshopId;
use crate::{Library, Millis, Result};

/// One step of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct OperationEntry {
    /// Grows with every operation.
    pub seq: i32,
    pub name: OperationName,
    /// Undone, and can be redone.
    pub is_undone: bool,
    pub done_at: Millis,
}

impl Library {
    /// Operations of a workshop (or of the library), newest first, older than `before` (a seq), at most `limit`.
    pub fn history(
        &self,
        workshop_id: Option<&WorkshopId>,
        before: Option<i32>,
        limit: u32,
    ) -> Result<Vec<OperationEntry>> {
        let scope = workshop_id.map(WorkshopId::as_str);
        let mut statement = self.conn.prepare_cached(include_str!("../store/journal/history.sql"))?;
        let rows = statement.query_map(params![scope, before.unwrap_or(i32::MAX), limit], |row| {
            let (seq, name, args, state, at): (i32, String, String, String, i64) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            Ok((seq, name, args, state, at))
        })?;
        rows.map(|row| {
            let (seq, name, args, state, at) = row?;
            let name = OperationName { name, args: serde_json::from_str(&args)? };
            Ok(OperationEntry { seq, name, is_undone: state == "undone", done_at: Millis(at) })
        })
        .collect()
    }
}
