//! Named moments of a workshop; the content of any moment is rebuilt from the journal.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use specta::Type;

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
    /// memory. Operations that are undone now count as not done.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a moment before the workshop existed.
    pub fn contents_at(&self, workshop_id: &WorkshopId, seq: i32) -> Result<Contents> {
        let mut contents = self.contents(workshop_id)?;
        let mut statement = self.conn.prepare_cached(include_str!("../store/journal/changes_since.sql"))?;
        let mut rows = statement.query(params![workshop_id.as_str(), seq])?;
        // The oldest image before is what a row was at that moment.
        let mut images = Images::new();
        while let Some(row) = rows.next()? {
            let (table, id): (String, String) = (row.get(0)?, row.get(1)?);
            images.entry(table).or_default().entry(id).or_insert(row.get::<_, Option<String>>(2)?);
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

#[cfg(test)]
mod tests;
