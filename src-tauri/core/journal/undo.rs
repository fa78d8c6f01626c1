//! Undo and redo: commits that apply the images of an operation backwards or forwards.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::capture::{Images, RowChange};
use super::commit::{patch, read_changes};
use super::{Committed, OperationName};
use crate::workshop::WorkshopId;
use crate::{Error, Library, Result};

impl Library {
    /// Takes back the last operation of the workshop (or of the library).
    ///
    /// # Errors
    /// [`Error::NothingToUndo`]; [`Error::Conflict`] when a row is not as the operation left it, or when rows
    /// made since would be lost. Nothing is changed then.
    pub fn undo(&mut self, workshop_id: Option<&WorkshopId>) -> Result<Committed<OperationName>> {
        self.step(workshop_id, include_str!("../store/journal/last_done.sql"), "undone", |change| RowChange {
            before: change.after,
            after: change.before,
            ..change
        })
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// As for [`Library::undo`].
    pub fn redo(&mut self, workshop_id: Option<&WorkshopId>) -> Result<Committed<OperationName>> {
        self.step(workshop_id, include_str!("../store/journal/first_undone.sql"), "done", |change| change)
    }

    fn step(
        &mut self,
        workshop_id: Option<&WorkshopId>,
        find: &str,
        new_state: &str,
        orient: impl Fn(RowChange) -> RowChange,
    ) -> Result<Committed<OperationName>> {
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (seq, name, args) = transaction
            .prepare_cached(find)?
            .query_row(params![workshop_id.map(WorkshopId::as_str)], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            })
            .optional()?
            .ok_or(Error::NothingToUndo)?;
        let wanted: Vec<RowChange> = read_changes(&transaction, seq)?.into_iter().map(orient).collect();
        apply(&transaction, &self.images, &wanted)?;
        let captured = Images::take(&transaction)?;
        let known: HashSet<(&str, &str)> = wanted.iter().map(|c| (c.table.as_str(), c.id.as_str())).collect();
        if captured.iter().any(|c| !known.contains(&(c.table.as_str(), c.id.as_str()))) {
            return Err(Error::Conflict);
        }
        transaction
            .prepare_cached("UPDATE operation SET state = ?2, coalesce_key = NULL WHERE seq = ?1")?
            .execute(params![seq, new_state])?;
        let patch = patch(&captured)?;
        transaction.commit()?;
        let name = OperationName { name, args: serde_json::from_str(&args)? };
        self.committed(workshop_id.cloned(), name, patch)
    }
}

/// Brings every row from its `before` to its `after` image, after checking that it is at `before` now.
fn apply(conn: &Connection, images: &Images, changes: &[RowChange]) -> Result<()> {
    conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for change in changes {
        let present: Option<String> = conn
            .prepare_cached(&images.of(&change.table)?.read)?
            .query_row(params![change.id], |row| row.get(0))
            .optional()?;
        if present != change.before {
            return Err(Error::Conflict);
        }
    }
    for change in changes.iter().rev().filter(|change| change.after.is_none()) {
        conn.prepare_cached(&images.of(&change.table)?.delete)?.execute(params![change.id])?;
    }
    for change in changes {
        if let Some(image) = &change.after {
            conn.prepare_cached(&images.of(&change.table)?.write)?.execute(params![image])?;
        }
    }
    Ok(())
}
