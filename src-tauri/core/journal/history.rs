//! The list of what was done.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::OperationName;
use super::stack::{named, text, unreadable};
use crate::workshop::WorkshopId;
use crate::{Library, Millis, Result};

/// One step of the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct OperationEntry {
    /// Grows with every operation.
    pub seq: i32,
    pub name: OperationName,
    /// What it changed can be read: it can be taken back and done again. Undo passes over any other.
    pub is_readable: bool,
    /// Done on this laptop; what came from another one is not taken back here.
    pub is_own: bool,
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
            Ok((
                row.get::<_, i32>(0)?,
                text(row, 1)?,
                text(row, 2)?,
                row.get::<_, String>(3)?,
                row.get::<_, i64>(4)?,
                row.get(5)?,
            ))
        })?;
        rows.map(|row| {
            let (seq, name, args, state, at, is_own) = row?;
            let is_readable = self.legible.is(&self.conn, seq.into())?;
            let name = if is_readable { named(name, &args) } else { unreadable(name) };
            Ok(OperationEntry { seq, name, is_readable, is_own, is_undone: state == "undone", done_at: Millis(at) })
        })
        .collect()
    }
}
