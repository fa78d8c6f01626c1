//! Undo and redo: commits that apply the images of an operation backwards or forwards.
//!
//! Rows are compared and written column by column, and only where the operation changed them: what somebody else did
//! to another column of the same row meanwhile stays. An operation whose images cannot be read is passed over.

use std::collections::HashSet;

use rusqlite::{Connection, ErrorCode, OptionalExtension, TransactionBehavior, params};

use super::capture::{Images, RowChange, Statements};
use super::commit::{patch, read_changes};
use super::image::{are_same, carried_over};
use super::merge::with_followed;
use super::stack::{End, next};
use super::{Committed, OperationName};
use crate::store::Stand;
use crate::workshop::WorkshopId;
use crate::{Error, Library, Result};

impl Library {
    /// Takes back the last operation of the workshop (or of the library).
    ///
    /// # Errors
    /// [`Error::NothingToUndo`]; [`Error::Conflict`] when what the operation changed was changed since, or when rows
    /// made since would be lost. Nothing is changed then.
    pub fn undo(&mut self, workshop_id: Option<&WorkshopId>) -> Result<Committed<OperationName>> {
        self.step(workshop_id, End::Done, "undone", |change| RowChange {
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
        self.step(workshop_id, End::Undone, "done", |change| change)
    }

    fn step(
        &mut self,
        workshop_id: Option<&WorkshopId>,
        end: End,
        new_state: &str,
        orient: impl Fn(RowChange) -> RowChange,
    ) -> Result<Committed<OperationName>> {
        self.check_files()?;
        let (before, now) = (Stand::of(&self.conn)?, self.now());
        let replicas = self.replicas.get_mut();
        replicas.begin();
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (seq, name) = next(&transaction, &self.legible, workshop_id, end)?.ok_or(Error::NothingToUndo)?;
        let wanted: Vec<RowChange> = read_changes(&transaction, seq)?.into_iter().map(orient).collect();
        apply(&transaction, &self.images, &wanted).map_err(taken)?;
        let captured = Images::take(&transaction)?.changes;
        let known: HashSet<(&str, &str)> = wanted.iter().map(|c| (c.table.as_str(), c.id.as_str())).collect();
        if captured.iter().any(|c| !known.contains(&(c.table.as_str(), c.id.as_str()))) {
            return Err(Error::Conflict);
        }
        transaction
            .prepare_cached("UPDATE operation SET state = ?2, coalesce_key = NULL WHERE seq = ?1")?
            .execute(params![seq, new_state])?;
        let followed = replicas.record(&transaction, &self.images, &captured, &[], now)?;
        let patch = patch(&with_followed(&transaction, &self.legible, captured, followed, now)?)?;
        // A row may refer to what somebody else deleted meanwhile.
        transaction.commit().map_err(Error::of_commit).map_err(taken)?;
        self.committed(before, workshop_id.cloned(), name, patch)
    }
}

/// What the rows of others leave no place for is a conflict, never an error of the store.
fn taken(error: Error) -> Error {
    match error {
        Error::NotFound { kind: "referred", .. } => Error::Conflict,
        Error::Sql(source) if source.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => Error::Conflict,
        other => other,
    }
}

/// Brings every row from its `before` to its `after` image, after checking that it is at `before` now as far as the
/// two differ.
///
/// The order matters: a row that is to be deleted takes along what refers to it, so what goes elsewhere goes first;
/// before that the rows that nothing refers to are deleted, because another may need their place.
///
/// # Errors
/// [`Error::Conflict`] when a row is not at its `before`; what the store says.
pub(crate) fn apply(conn: &Connection, images: &Images, changes: &[RowChange]) -> Result<()> {
    conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let (mut leaves, mut gone, mut changed, mut added) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for change in changes {
        let statements = images.of(&change.table)?;
        let present: Option<String> =
            conn.prepare_cached(&statements.read)?.query_row(params![change.id], |row| row.get(0)).optional()?;
        match (present, &change.before, &change.after) {
            (None, None, Some(after)) => added.push((statements, after.clone())),
            (Some(present), Some(before), Some(after)) if present == *before => {
                changed.push((statements, after.clone()));
            }
            (Some(present), Some(before), Some(after)) => {
                let row = carried_over(statements, &present, before, after).ok_or(Error::Conflict)?;
                changed.push((statements, serde_json::to_string(&row)?));
            }
            (Some(present), Some(before), None) if present == *before || are_same(statements, &present, before) => {
                let list = if images.are_referred_to(&change.table) { &mut gone } else { &mut leaves };
                list.push((statements, change.id.as_str()));
            }
            _ => return Err(Error::Conflict),
        }
    }
    let delete = |(statements, id): (&Statements, &str)| -> Result<()> {
        conn.prepare_cached(&statements.delete)?.execute(params![id])?;
        Ok(())
    };
    let write = |(statements, image): (&Statements, String)| -> Result<()> {
        conn.prepare_cached(&statements.write)?.execute(params![image])?;
        Ok(())
    };
    leaves.into_iter().rev().try_for_each(delete)?;
    changed.into_iter().try_for_each(write)?;
    gone.into_iter().rev().try_for_each(delete)?;
    added.into_iter().try_for_each(write)
}
