//! Sharing a workshop, and no longer.

use std::collections::HashSet;

use rusqlite::{Connection, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::chunks;
use super::document::Document;
use super::laptop::{self, Laptop, LaptopName};
use super::record::Replicas;
use super::shape::Shape;
use crate::journal::capture::Images;
use crate::journal::image::columns;
use crate::role::RoleColor;
use crate::store::{SCHEMA_VERSION, get};
use crate::task::TaskId;
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Millis, Result, Rule};

/// Which document it is.
pub(super) const DOCUMENT: &str = "document";
/// Which workshop it holds.
pub(super) const WORKSHOP: &str = "workshop";
/// The highest version of the schema that wrote into it.
pub(super) const SCHEMA: &str = "schema";

/// How a workshop is shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Sharing {
    /// Everybody who ever worked on it, this laptop too.
    pub laptops: Vec<Laptop>,
    /// This laptop among them.
    pub own_id: String,
    /// What was sent and received, newest first.
    pub exchanges: Vec<Exchange>,
}

/// Who changed something last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LastChange {
    pub name: String,
    pub color: RoleColor,
    pub at: Millis,
}

/// Something that was sent or received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Exchange {
    pub is_sent: bool,
    /// Whose changes came.
    pub laptops: String,
    pub changes: i32,
    pub at: Millis,
}

impl Library {
    /// Shares a workshop: makes its document. `fallback` names this laptop if its owner did not.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Duplicate`] when it is shared already; [`Rule::NotInThisState`] for a template.
    pub fn workshop_share(&mut self, id: &WorkshopId, fallback: &LaptopName) -> Result<Committed<()>> {
        if self.is_shared(id)? {
            return Err(Error::invalid("workshop", Rule::Duplicate));
        }
        self.begin_sharing(id, fallback)
    }

    /// Makes the document of a workshop from its rows, in the place of one that it may have.
    fn begin_sharing(&mut self, id: &WorkshopId, fallback: &LaptopName) -> Result<Committed<()>> {
        self.check_files()?;
        let workshop: Workshop = get(&self.conn, id.as_str())?;
        if workshop.is_template {
            return Err(Error::invalid("workshop", Rule::NotInThisState));
        }
        let names = self.laptop_names(fallback)?;
        let laptop = self.laptop_id()?;
        let now = self.now();
        self.in_replicas(Some(id), |conn, images, replicas| {
            let shape = replicas.shape(conn)?;
            let document_id = uuid::Uuid::new_v4().to_string();
            let mut document = Document::new(&Replicas::actor(conn)?);
            document.set_note(DOCUMENT, &document_id)?;
            document.set_note(WORKSHOP, id.as_str())?;
            document.set_note(SCHEMA, &SCHEMA_VERSION.to_string())?;
            laptop::register(&mut document, &laptop.to_string(), &names, workshop.last_task_number.into())?;
            fill(&mut document, conn, images, &shape, id, now)?;
            document.commit(now);
            chunks::end(conn, id)?;
            chunks::begin(conn, id, &document_id, now, &document.save())?;
            replicas.hold(id, document);
            replicas.follow(conn, images, id)
        })
    }

    /// Stops sharing: the rows stay, what others have stays with them, and what they send is no longer merged.
    ///
    /// # Errors
    /// [`Rule::NotInThisState`] when it is not shared.
    pub fn workshop_unshare(&mut self, id: &WorkshopId) -> Result<()> {
        self.check_files()?;
        self.ensure_shared(id)?;
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        chunks::end(&transaction, id)?;
        transaction.commit().map_err(Error::of_commit)?;
        self.replicas.get_mut().close();
        self.confirm_files()
    }

    /// A fresh document from the rows, which knows nothing of what was: everybody joins again.
    ///
    /// # Errors
    /// As for [`Library::workshop_unshare`] and [`Library::workshop_share`].
    pub fn workshop_share_anew(&mut self, id: &WorkshopId, fallback: &LaptopName) -> Result<Committed<()>> {
        self.ensure_shared(id)?;
        self.begin_sharing(id, fallback)
    }

    /// The document of a shared workshop, to be sent; it bears the name that this laptop has now, and that it was sent
    /// is noted.
    ///
    /// # Errors
    /// [`Rule::NotInThisState`] when it is not shared.
    pub fn workshop_document(&mut self, id: &WorkshopId, fallback: &LaptopName) -> Result<Vec<u8>> {
        self.ensure_shared(id)?;
        // Where nothing can be written, it is sent all the same.
        if self.check_files().is_ok() {
            let names = self.laptop_names(fallback)?;
            let laptop = self.laptop_id()?;
            let (workshop, now): (Workshop, Millis) = (get(&self.conn, id.as_str())?, self.now());
            self.in_replicas(Some(id), |conn, _, replicas| {
                replicas.with(conn, id, |document, _| {
                    laptop::register(document, &laptop.to_string(), &names, workshop.last_task_number.into())?;
                    document.commit(now).map_or(Ok(()), |change| chunks::add(conn, id, &change))
                })?;
                note(conn, id, "sent", "", 0, now)?;
                Ok(Vec::new())
            })?;
        }
        self.reading_replica(id, |document, _| Ok(document.save()))
    }

    /// How a workshop is shared; nothing when it is not.
    ///
    /// # Errors
    /// [`Error::Damaged`] when its document cannot be read.
    pub fn sharing(&self, id: &WorkshopId) -> Result<Option<Sharing>> {
        if !self.is_shared(id)? {
            return Ok(None);
        }
        let laptops = self.reading_replica(id, |document, _| Ok(laptop::all(document)))?;
        let mut statement = self.conn.prepare_cached(
            "SELECT direction = 'sent', laptops, changes, at FROM exchange WHERE workshop_id = ?1
             ORDER BY id DESC LIMIT 20",
        )?;
        let exchanges = statement.query_map(params![id.as_str()], |row| {
            Ok(Exchange { is_sent: row.get(0)?, laptops: row.get(1)?, changes: row.get(2)?, at: Millis(row.get(3)?) })
        })?;
        let exchanges = exchanges.collect::<rusqlite::Result<_>>()?;
        let own_id = self.setting(laptop::ID)?.unwrap_or_default();
        Ok(Some(Sharing { laptops, own_id, exchanges }))
    }

    /// Who changed a task last, and when; nothing where the workshop is not shared.
    ///
    /// # Errors
    /// [`Error::Damaged`] when its document cannot be read.
    pub fn task_last_change(&self, id: &WorkshopId, task_id: &TaskId) -> Result<Option<LastChange>> {
        if !self.is_shared(id)? {
            return Ok(None);
        }
        self.reading_replica(id, |document, _| {
            let Some((laptop, at)) = document.last_change("task", task_id.as_str())? else { return Ok(None) };
            let known = laptop::all(document).into_iter().find(|known| known.id == laptop);
            Ok(known.map(|known| LastChange { name: known.name, color: known.color, at }))
        })
    }

    /// Shared workshops in whose document one of these texts stands, or stood, with the name of this laptop there.
    pub(crate) fn shared_with_text(&self, is_meant: impl Fn(&str) -> bool) -> Result<Vec<(WorkshopId, LaptopName)>> {
        let own_id = self.setting(laptop::ID)?.unwrap_or_default();
        let mut found = Vec::new();
        for id in chunks::shared(&self.conn)? {
            let (has_text, laptops) = self.reading_replica(&id, |document, shape| {
                Ok((document.has_text(shape, &is_meant)?, laptop::all(document)))
            })?;
            if has_text {
                let own = laptops.into_iter().find(|laptop| laptop.id == own_id);
                let (name, color) = own.map_or_else(Default::default, |own| (own.name, Some(own.color)));
                found.push((id, LaptopName { name, color: color.unwrap_or(RoleColor::Slate) }));
            }
        }
        Ok(found)
    }

    /// Whether a workshop is shared.
    pub fn is_shared(&self, id: &WorkshopId) -> Result<bool> {
        chunks::is_shared(&self.conn, id)
    }

    pub(super) fn ensure_shared(&self, id: &WorkshopId) -> Result<()> {
        if self.is_shared(id)? { Ok(()) } else { Err(Error::invalid("workshop", Rule::NotInThisState)) }
    }

    /// Reads something of the document of a shared workshop.
    pub(super) fn reading_replica<T>(
        &self,
        id: &WorkshopId,
        read: impl FnOnce(&mut Document, &Shape) -> Result<T>,
    ) -> Result<T> {
        let mut replicas = self.replicas.borrow_mut();
        replicas.begin();
        let found = replicas.with(&self.conn, id, read);
        replicas.confirm();
        found
    }

    /// Does something to documents in a transaction of its own; what rows follow is one step of the history that is
    /// nobody's to take back.
    pub(super) fn in_replicas(
        &mut self,
        scope: Option<&WorkshopId>,
        work: impl FnOnce(&Connection, &Images, &mut Replicas) -> Result<Vec<crate::journal::capture::RowChange>>,
    ) -> Result<Committed<()>> {
        self.merging(scope, "workshop-settle", |conn, images, replicas| {
            Ok(crate::journal::Merged { changes: work(conn, images, replicas)?, ..Default::default() })
        })
    }
}

/// Notes what was exchanged.
pub(super) fn note(
    conn: &Connection,
    id: &WorkshopId,
    direction: &str,
    laptops: &str,
    changes: usize,
    now: Millis,
) -> Result<()> {
    let changes = i64::try_from(changes).unwrap_or(i64::MAX);
    conn.execute(
        "INSERT INTO exchange (workshop_id, direction, laptops, changes, at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id.as_str(), direction, laptops, changes, now.0],
    )?;
    Ok(())
}

/// Writes every row of a workshop into a new document.
fn fill(
    document: &mut Document,
    conn: &Connection,
    images: &Images,
    shape: &Shape,
    id: &WorkshopId,
    now: Millis,
) -> Result<()> {
    let nothing_gone = HashSet::new();
    for table in &shape.0 {
        let mut statement = conn.prepare_cached(&images.of(table.name)?.list)?;
        let mut rows = statement.query(params![id.as_str()])?;
        while let Some(row) = rows.next()? {
            let (row_id, image): (String, String) = (row.get(0)?, row.get(1)?);
            let fields = columns(&image).ok_or_else(|| Error::Damaged(table.name.to_owned()))?;
            document.put(table, &row_id, (None, &fields), &nothing_gone, now)?;
        }
    }
    Ok(())
}
