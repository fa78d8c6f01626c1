//! Committing an operation.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::capture::{Images, RowChange, joined};
use super::merge::with_followed;
use super::{Change, Committed, Legible, Operation, Patch, Tx};
use crate::store::{Stand, backup};
use crate::workshop::WorkshopId;
use crate::{Error, Library, Millis, Result, Row};

/// Edits with the same key join when they follow within this time.
const COALESCE_MS: i64 = 5_000;

impl Library {
    /// Runs `write` in one transaction; journals what it changed as one step.
    ///
    /// # Errors
    /// Whatever `write` or the store says; nothing is changed then.
    pub fn commit<T>(
        &mut self,
        operation: Operation,
        write: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<Committed<T>> {
        self.check_files()?;
        let now = self.now();
        let before = Stand::of(&self.conn)?;
        let replicas = self.replicas.get_mut();
        replicas.begin();
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (images, ids) = (&self.images, &self.ids);
        let (args, settled) = (RefCell::default(), RefCell::default());
        let tx = Tx { conn: &transaction, images, ids, now, operation: &operation, args, settled };
        if let Some(id) = &operation.workshop_id {
            exists(&transaction, id)?;
        }
        let value = write(&tx)?;
        let captured = Images::take(&transaction)?;
        tx.ensure_all_within(&captured)?;
        let (args, settled) = (tx.args.into_inner(), tx.settled.into_inner());
        let changes = captured.changes;
        if let (Some(folder), Some(cause)) = (&self.folder, super::bulk::cause(operation.name, &changes))
            && self.backed_up != Some(self.revision)
        {
            // What is copied is the library before this transaction. Without room for a copy there is still undo.
            self.backed_up = backup::make_of(folder, cause, now).is_ok().then_some(self.revision);
        }
        if !changes.is_empty() {
            record(&transaction, &self.legible, &operation, &args, now, &changes)?;
        }
        let followed = replicas.record(&transaction, images, &changes, &settled, now)?;
        let patch = patch(&with_followed(&transaction, &self.legible, changes, followed, now)?)?;
        transaction.commit().map_err(Error::of_commit)?;
        self.committed(before, operation.workshop_id, value, patch)
    }

    /// What follows every commit, undo and redo.
    pub(super) fn committed<T>(
        &mut self,
        before: Stand,
        workshop_id: Option<WorkshopId>,
        value: T,
        patch: Patch,
    ) -> Result<Committed<T>> {
        self.confirm_files()?;
        self.replicas.get_mut().confirm();
        self.revision += 1;
        self.bring_along(before, &patch.changes)?;
        let undo = self.undo_state(workshop_id.as_ref())?;
        Ok(Committed { value, revision: self.revision, workshop_id, patch, undo })
    }
}

/// A write belongs to a workshop that is there: one deleted meanwhile, by another window or a hurried hand, is said to
/// be gone before anything is tried.
fn exists(conn: &Connection, id: &WorkshopId) -> Result<()> {
    let found = conn.prepare_cached("SELECT 1 FROM workshop WHERE id = ?1")?.exists(params![id.as_str()])?;
    if found { Ok(()) } else { Err(Error::NotFound { kind: "workshop", id: id.as_str().to_owned() }) }
}

/// The typed form of captured changes.
pub(super) fn patch(changes: &[RowChange]) -> Result<Patch> {
    let mut patch = Patch::default();
    for change in changes {
        match &change.after {
            Some(image) => {
                let row = Row::from_image(&change.table, image)?
                    .ok_or_else(|| Error::Damaged(format!("no data table {}", change.table)))?;
                patch.changes.push(Change::Put { row });
            }
            None => patch.changes.push(Change::Remove { table: change.table.clone(), id: change.id.clone() }),
        }
    }
    Ok(patch)
}

/// Writes the operation to the journal, or joins it to the last one.
pub(super) fn record(
    conn: &Connection,
    legible: &Legible,
    operation: &Operation,
    args: &BTreeMap<String, String>,
    now: Millis,
    changes: &[RowChange],
) -> Result<()> {
    let workshop_id = operation.workshop_id.as_ref().map(WorkshopId::as_str);
    let abandoned =
        conn.prepare_cached(include_str!("../store/journal/abandon_undone.sql"))?.execute(params![workshop_id])?;
    if abandoned == 0
        && let Some(key) = &operation.coalesce_key
        && let Some(seq) = joinable(conn, workshop_id, key, now)?
        && legible.is(conn, seq)?
    {
        let all = joined(read_changes(conn, seq)?.into_iter().chain(changes.iter().cloned()));
        conn.prepare_cached("DELETE FROM change WHERE operation_seq = ?1")?.execute(params![seq])?;
        if all.is_empty() {
            conn.prepare_cached("DELETE FROM operation WHERE seq = ?1")?.execute(params![seq])?;
        } else {
            conn.prepare_cached("UPDATE operation SET done_at = ?2 WHERE seq = ?1")?.execute(params![seq, now.0])?;
            write_changes(conn, seq, &all)?;
        }
        return Ok(());
    }
    conn.prepare_cached(include_str!("../store/journal/insert_operation.sql"))?.execute(params![
        workshop_id,
        operation.name,
        serde_json::to_string(args)?,
        operation.coalesce_key,
        now.0,
        None::<&str>
    ])?;
    let seq = conn.last_insert_rowid();
    legible.note(seq);
    write_changes(conn, seq, changes)
}

/// The last operation of the scope, if it has the same key and is recent.
fn joinable(conn: &Connection, workshop_id: Option<&str>, key: &str, now: Millis) -> Result<Option<i64>> {
    let last = conn
        .prepare_cached(include_str!("../store/journal/last_done.sql"))?
        .query_row(params![workshop_id, i64::MAX], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Option<String>>(3)?, row.get::<_, i64>(4)?))
        })
        .optional()?;
    let is_near = |(_, last_key, at): &(i64, Option<String>, i64)| {
        last_key.as_deref() == Some(key) && now.0.abs_diff(*at) < COALESCE_MS.unsigned_abs()
    };
    let Some((seq, ..)) = last.filter(is_near) else { return Ok(None) };
    // What came from elsewhere in between stands between them.
    let mut between = conn.prepare_cached(
        "SELECT 1 FROM operation WHERE workshop_id IS ?1 AND state = 'done' AND origin IS NOT NULL AND seq > ?2",
    )?;
    Ok((!between.exists(params![workshop_id, seq])?).then_some(seq))
}

pub(super) fn write_changes(conn: &Connection, seq: i64, changes: &[RowChange]) -> Result<()> {
    let mut insert = conn.prepare_cached(include_str!("../store/journal/insert_change.sql"))?;
    for (ordinal, change) in (0_i64..).zip(changes) {
        insert.execute(params![seq, ordinal, change.table, change.id, change.before, change.after])?;
    }
    Ok(())
}

/// The changes of an operation, in order.
pub(super) fn read_changes(conn: &Connection, seq: i64) -> Result<Vec<RowChange>> {
    let mut statement = conn.prepare_cached(include_str!("../store/journal/changes.sql"))?;
    let changes = statement
        .query_map(params![seq], |row| {
            Ok(RowChange { table: row.get(0)?, id: row.get(1)?, before: row.get(2)?, after: row.get(3)? })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(changes)
}
