//! What every commit does for a shared workshop: its rows go into the document, and the rows follow where the document
//! says more than they do.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rusqlite::{Connection, params};

use super::document::{Document, Fields, Key};
use super::rules::{View, view};
use super::settle::Settled;
use super::shape::Shape;
use super::{chunks, laptop};
use crate::journal::capture::{Images, RowChange};
use crate::journal::image::columns;
use crate::store::get;
use crate::workshop::{Workshop, WorkshopId};
use crate::{Library, Millis, Result};

/// The documents that are open in this process.
#[derive(Default)]
pub(crate) struct Replicas {
    open: Option<Open>,
    /// A commit wrote into the open document and is not through yet: if it fails, the document is read again.
    is_pending: bool,
    shape: Option<Arc<Shape>>,
}

/// An open document.
struct Open {
    workshop_id: WorkshopId,
    document: Document,
    /// See [`View::is_plain`].
    is_plain: bool,
    /// So many changes are kept that it is to be written anew.
    is_long: bool,
}

/// Rows of a workshop that changed because the document says more than its rows did.
pub(crate) struct Followed {
    pub workshop_id: WorkshopId,
    pub changes: Vec<RowChange>,
}

impl Replicas {
    /// A transaction begins: an open document that the last one wrote into, and that failed, is read again.
    pub fn begin(&mut self) {
        if std::mem::take(&mut self.is_pending) {
            self.open = None;
        }
    }

    /// The transaction is through: the open document is what is stored.
    pub fn confirm(&mut self) {
        self.is_pending = false;
    }

    /// Forgets what is open.
    pub fn close(&mut self) {
        (self.open, self.is_pending) = (None, false);
    }

    /// Writes what a commit changed into the documents of the shared workshops that it touched. Answers the rows that
    /// followed; they are captured like any other.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when a document cannot be read; what the store says.
    pub fn record(
        &mut self,
        conn: &Connection,
        images: &Images,
        changes: &[RowChange],
        settled: &[Settled],
        now: Millis,
    ) -> Result<Vec<Followed>> {
        let mut all = Vec::new();
        let shared = chunks::shared(conn)?;
        if shared.is_empty() {
            return Ok(all);
        }
        let owned: Vec<(Option<String>, &RowChange)> = changes.iter().map(|change| (owner(change), change)).collect();
        for workshop_id in shared {
            let is_own = |owner: &Option<String>| owner.as_deref() == Some(workshop_id.as_str());
            let own: Vec<&RowChange> =
                owned.iter().filter(|(owner, _)| is_own(owner)).map(|(_, change)| *change).collect();
            let settled: Vec<&Settled> = settled.iter().filter(|one| one.workshop_id == workshop_id).collect();
            if own.is_empty() && settled.is_empty() {
                continue;
            }
            // A workshop deleted here is left, not deleted for everybody; got back, it is what it was.
            let whole = own.iter().find(|change| change.table == "workshop");
            if whole.is_some_and(|change| change.before.is_none() || change.after.is_none()) {
                continue;
            }
            let changes = self.write(conn, images, &workshop_id, &own, &settled, now)?;
            if !changes.is_empty() {
                all.push(Followed { workshop_id, changes });
            }
        }
        Ok(all)
    }

    fn write(
        &mut self,
        conn: &Connection,
        images: &Images,
        id: &WorkshopId,
        changes: &[&RowChange],
        settled: &[&Settled],
        now: Millis,
    ) -> Result<Vec<RowChange>> {
        let shape = self.shape(conn)?;
        let open = self.open(conn, id)?;
        let gone: HashSet<(String, String)> = changes
            .iter()
            .filter(|change| change.after.is_none())
            .map(|change| (change.table.clone(), change.id.clone()))
            .collect();
        let mut is_plain = open.is_plain;
        for change in changes {
            let Some(table) = shape.table(&change.table) else { continue };
            let before = change.before.as_deref().and_then(columns);
            match change.after.as_deref().and_then(columns) {
                Some(after) => {
                    // What comes back may bring back what waited for it.
                    is_plain &= before.is_some() || !open.document.has(table.name, &change.id)?;
                    open.document.put(table, &change.id, (before.as_ref(), &after), &gone, now)?;
                }
                None => open.document.remove(table.name, &change.id, now)?,
            }
            // What referred to it still does, in the document.
            is_plain &= change.after.is_some() || !images.are_referred_to(&change.table);
        }
        for one in settled {
            one.write(&mut open.document, &shape, now)?;
            is_plain = false;
        }
        if let Some(change) = open.document.commit(now) {
            if std::mem::take(&mut open.is_long) {
                chunks::replace(conn, id, &open.document.save())?;
            } else {
                chunks::add(conn, id, &change)?;
            }
        }
        open.is_plain = is_plain;
        if is_plain { Ok(Vec::new()) } else { self.follow(conn, images, id) }
    }

    /// Makes the rows of a workshop those that its document stands for.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn follow(&mut self, conn: &Connection, images: &Images, id: &WorkshopId) -> Result<Vec<RowChange>> {
        let shape = self.shape(conn)?;
        let open = self.open(conn, id)?;
        let view = view_of(&open.document, &shape)?;
        open.is_plain = view.is_plain;
        let changes = differences(conn, images, &shape, &view, id)?;
        crate::journal::apply(conn, images, &changes)?;
        Ok(Images::take(conn)?.changes)
    }

    /// Does something with the document of a shared workshop.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when it cannot be read.
    pub(super) fn with<T>(
        &mut self,
        conn: &Connection,
        id: &WorkshopId,
        work: impl FnOnce(&mut Document, &Shape) -> Result<T>,
    ) -> Result<T> {
        let shape = self.shape(conn)?;
        work(&mut self.open(conn, id)?.document, &shape)
    }

    /// The shape of this library.
    pub(super) fn shape(&mut self, conn: &Connection) -> Result<Arc<Shape>> {
        match &self.shape {
            Some(shape) => Ok(Arc::clone(shape)),
            None => Ok(Arc::clone(self.shape.insert(Arc::new(Shape::of(conn)?)))),
        }
    }

    /// Keeps a document that was made or merged just now open.
    pub(super) fn hold(&mut self, id: &WorkshopId, document: Document) {
        self.open = Some(Open { workshop_id: id.clone(), document, is_plain: false, is_long: false });
        self.is_pending = true;
    }

    /// A name to write under that nobody ever wrote under: a copy of the library that was restored must not go on
    /// where another one did.
    pub(super) fn actor(conn: &Connection) -> Result<Vec<u8>> {
        let laptop = super::laptop::id(conn)?.unwrap_or_default();
        Ok([laptop.as_bytes(), &uuid::Uuid::new_v4().as_bytes()[..8]].concat())
    }

    fn open(&mut self, conn: &Connection, id: &WorkshopId) -> Result<&mut Open> {
        if self.open.as_ref().is_none_or(|open| open.workshop_id != *id) {
            self.read(conn, id)?;
        }
        self.is_pending = true;
        self.open.as_mut().ok_or_else(|| crate::Error::Damaged("replica".to_owned()))
    }

    fn read(&mut self, conn: &Connection, id: &WorkshopId) -> Result<()> {
        let (document, is_long) = chunks::load(conn, id, &Self::actor(conn)?)?;
        let shape = self.shape(conn)?;
        let is_plain = view_of(&document, &shape)?.is_plain;
        self.open = Some(Open { workshop_id: id.clone(), document, is_plain, is_long });
        Ok(())
    }
}

impl Library {
    /// Shared workshops whose rows are not those that their document stands for; empty when all is well.
    ///
    /// # Errors
    /// What the store says.
    pub(crate) fn replica_faults(&self) -> Result<Vec<String>> {
        let mut faults = Vec::new();
        for id in chunks::shared(&self.conn)? {
            // One that was deleted here is only kept in case it comes back.
            if get::<Workshop>(&self.conn, id.as_str()).is_err() {
                continue;
            }
            let found = self.reading_replica(&id, |document, shape| {
                differences(&self.conn, &self.images, shape, &view_of(document, shape)?, &id)
            });
            match found {
                Ok(changes) => faults.extend(
                    changes.iter().map(|change| format!("{} {}: not as it is shared", change.table, change.id)),
                ),
                Err(error) => faults.push(format!("replica {id}: {error}")),
            }
        }
        Ok(faults)
    }

    /// What the document of a shared workshop has seen: equal for laptops that have the same.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when it cannot be read.
    pub fn replica_heads(&self, id: &WorkshopId) -> Result<Vec<String>> {
        self.reading_replica(id, |document, _| Ok(document.heads()))
    }
}

/// The rows that a document stands for.
pub(super) fn view_of(document: &Document, shape: &Shape) -> Result<View> {
    let numbered = laptop::all(document).iter().map(|laptop| i64::from(laptop.numbers_to)).max();
    Ok(view(shape, &document.entries(shape)?, numbered.unwrap_or_default()))
}

/// The workshop of a changed row; nothing for what belongs to the library.
fn owner(change: &RowChange) -> Option<String> {
    if change.table == "workshop" {
        return Some(change.id.clone());
    }
    let row = change.after.as_deref().or(change.before.as_deref()).and_then(columns)?;
    row.get("workshop_id").and_then(serde_json::Value::as_str).map(str::to_owned)
}

/// The rows of a workshop that are not as the document says.
fn differences(
    conn: &Connection,
    images: &Images,
    shape: &Shape,
    view: &View,
    id: &WorkshopId,
) -> Result<Vec<RowChange>> {
    let mut changes = Vec::new();
    for table in &shape.0 {
        let mut present = present_rows(conn, images, table.name, id)?;
        let keys = (table.name, String::new())..;
        for ((_, row_id), fields) in view.rows.range::<Key, _>(keys).take_while(|((name, _), _)| *name == table.name) {
            let before = present.remove(row_id);
            let mut row = match before.as_deref().and_then(columns) {
                Some(row) if table.columns.iter().all(|column| row.get(&column.name) == fields.get(&column.name)) => {
                    continue;
                }
                Some(row) => row,
                None => new_row(table.name, row_id, id),
            };
            row.extend(fields.iter().map(|(name, value)| (name.clone(), value.clone())));
            let after = Some(serde_json::to_string(&row)?);
            changes.push(RowChange { table: table.name.to_owned(), id: row_id.clone(), before, after });
        }
        let gone = present.into_iter().filter(|_| table.name != "workshop");
        changes.extend(gone.map(|(row_id, before)| RowChange {
            table: table.name.to_owned(),
            id: row_id,
            before: Some(before),
            after: None,
        }));
    }
    Ok(changes)
}

/// What a row has that the document does not: whose it is, and how it stands on this laptop.
fn new_row(table: &str, row_id: &str, workshop_id: &WorkshopId) -> Fields {
    let mut row = Fields::from_iter([("id".to_owned(), row_id.into())]);
    if table == "workshop" {
        row.insert("last_task_number".to_owned(), 0.into());
        row.insert("shelf".to_owned(), "usual".into());
        row.insert("is_template".to_owned(), false.into());
    } else {
        row.insert("workshop_id".to_owned(), workshop_id.as_str().into());
    }
    row
}

/// The images of the rows of a table, by id.
fn present_rows(conn: &Connection, images: &Images, table: &str, id: &WorkshopId) -> Result<BTreeMap<String, String>> {
    let mut statement = conn.prepare_cached(&images.of(table)?.list)?;
    let rows = statement.query_map(params![id.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
