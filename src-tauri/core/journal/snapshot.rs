//! Named moments of a workshop; the content of any moment is rebuilt from the journal.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::capture::RowChange;
use super::image::{columns, is_row, merged};
use super::stack::{optional_text, text};
use crate::analysis::difference::{Difference, difference};
use crate::record::{Images, record_id};
use crate::workshop::WorkshopId;
use crate::{Committed, Contents, Error, Library, Millis, Operation, Result, clean_title};

record_id!(SnapshotId);

/// A named moment of the workshop; its content is rebuilt from the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Snapshot {
    pub id: SnapshotId,
    pub workshop_id: WorkshopId,
    pub name: String,
    /// The last operation included.
    pub operation_seq: i32,
    pub taken_at: Millis,
}

impl Library {
    /// Keeps this moment under a name.
    ///
    /// # Errors
    /// As for the name; [`Error::NotFound`].
    pub fn snapshot_take(&mut self, workshop_id: &WorkshopId, name: &str) -> Result<Committed<SnapshotId>> {
        let name = clean_title("name", name)?;
        self.commit(Operation::new(workshop_id, "snapshot-take"), |tx| {
            tx.name("name", &name);
            tx.get::<crate::workshop::Workshop>(workshop_id)?;
            let last: Option<i32> = tx.value(include_str!("../store/journal/last_seq.sql"), [])?;
            let snapshot = Snapshot {
                id: SnapshotId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                name,
                operation_seq: last.unwrap_or_default(),
                taken_at: tx.now(),
            };
            tx.insert(&snapshot)?;
            Ok(snapshot.id)
        })
    }

    /// Gives a moment another name.
    ///
    /// # Errors
    /// [`Error::NotFound`]; as for the name.
    pub fn snapshot_rename(&mut self, workshop_id: &WorkshopId, id: &SnapshotId, name: &str) -> Result<Committed<()>> {
        let name = clean_title("name", name)?;
        self.commit(Operation::new(workshop_id, "snapshot-rename"), |tx| {
            let snapshot: Snapshot = tx.get(id)?;
            tx.name("name", &name);
            tx.update(&Snapshot { name, ..snapshot })
        })
    }

    /// Forgets a named moment; what happened stays in the history.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn snapshot_delete(&mut self, workshop_id: &WorkshopId, id: &SnapshotId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "snapshot-delete"), |tx| {
            tx.name("name", tx.get::<Snapshot>(id)?.name);
            tx.delete::<Snapshot>(id)
        })
    }

    /// The workshop as it was after the operation `seq`: today's contents with every later change taken back, in
    /// memory. Operations that are undone now count as not done; what cannot be read is passed over.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a moment before the workshop existed.
    pub fn contents_at(&self, workshop_id: &WorkshopId, seq: i32) -> Result<Contents> {
        let mut contents = self.contents(workshop_id)?;
        let mut statement = self.conn.prepare_cached(include_str!("../store/journal/changes_since.sql"))?;
        let mut rows = statement.query(params![workshop_id.as_str(), seq])?;
        let mut images = Images::new();
        while let Some(row) = rows.next()? {
            let change = RowChange {
                table: text(row, 0)?,
                id: text(row, 1)?,
                before: optional_text(row, 2)?,
                after: optional_text(row, 3)?,
            };
            let Ok(statements) = self.images.of(&change.table) else { continue };
            let rows = images.entry(change.table.clone()).or_default();
            let then = match rows.remove(&change.id) {
                Some(then) => then,
                None => self
                    .conn
                    .prepare_cached(&statements.read)?
                    .query_row(params![change.id], |row| row.get(0))
                    .optional()?,
            };
            rows.insert(change.id.clone(), taken_back(then, &change));
        }
        for (table, rows) in &mut images {
            rows.retain(|_, image| image.as_ref().is_none_or(|image| is_row(table, image)));
        }
        contents.apply(&images).map_err(|error| match error {
            Error::NotFound { .. } => Error::NotFound { kind: "snapshot", id: seq.to_string() },
            other => other,
        })?;
        Ok(contents)
    }

    /// The workshop as it was just before a point in time, or nothing when it did not exist then.
    ///
    /// # Errors
    /// As for [`Library::contents`].
    pub fn contents_before(&self, workshop_id: &WorkshopId, at: Millis) -> Result<Option<Contents>> {
        let mut statement = self.conn.prepare_cached(include_str!("../store/journal/seq_before.sql"))?;
        let Some(seq) = statement.query_row([at.0], |row| row.get::<_, Option<i32>>(0))? else { return Ok(None) };
        match self.contents_at(workshop_id, seq) {
            Err(Error::NotFound { kind: "snapshot", .. }) => Ok(None),
            found => found.map(Some),
        }
    }

    /// What changed in a workshop from the operation `from` to the operation `to` (`None`: until now).
    ///
    /// # Errors
    /// As for [`Library::contents_at`].
    pub fn difference(&self, workshop_id: &WorkshopId, from: i32, to: Option<i32>) -> Result<Difference> {
        let before = self.contents_at(workshop_id, from)?;
        let after = match to {
            Some(to) => self.contents_at(workshop_id, to)?,
            None => self.contents(workshop_id)?,
        };
        let today = self.now().day_in(&after.workshop.time_zone);
        Ok(difference(&before, &after, today))
    }
}

/// What a row was before a change, when `then` is what it was after it.
fn taken_back(then: Option<String>, change: &RowChange) -> Option<String> {
    let before = change.before.as_ref()?;
    let (Some(present), Some(after)) = (&then, &change.after) else { return Some(before.clone()) };
    if present == after || columns(present).is_none() || columns(after).is_none() {
        return Some(before.clone());
    }
    // Others changed the row meanwhile, or its image cannot be read.
    match (merged(present, after, before), columns(before)) {
        (Some(row), _) => Some(row),
        (None, Some(_)) => Some(before.clone()),
        (None, None) => then,
    }
}

#[cfg(test)]
mod tests;
