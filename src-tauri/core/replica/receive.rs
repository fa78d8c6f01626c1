//! What comes from another laptop: looked at, merged, and told as one step of the history.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::chunks;
use super::document::Document;
use super::laptop::{self, Laptop, LaptopName};
use super::record::{Replicas, view_of};
use super::share::{DOCUMENT, SCHEMA, WORKSHOP, note};
use crate::journal::Merged;
use crate::store::backup::{self, Cause};
use crate::store::{SCHEMA_VERSION, get};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, NOTES_MAX, Result, Rule};

/// No text of a workshop is longer, in bytes.
const TEXT_MAX: usize = 4 * NOTES_MAX as usize;
/// No workshop has so many rows.
const ROWS_MAX: usize = 500_000;

/// A document that came from elsewhere, as far as it tells who it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Incoming {
    pub workshop_id: WorkshopId,
    pub title: String,
    /// It is shared here already: what is new in it is merged. Else the workshop is made.
    pub is_known: bool,
    /// A workshop of this id is here and does not share this document: it cannot be merged.
    pub is_apart: bool,
    pub laptops: Vec<Laptop>,
}

/// What receiving did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Received {
    pub workshop_id: WorkshopId,
    /// The workshop was not here before.
    pub is_new: bool,
    /// Changes that this laptop did not have; 0: there was nothing new.
    pub changes: i32,
    /// Whose they were, by name.
    pub from: String,
    /// Conflicts that there are now.
    pub conflicts: i32,
}

/// Reads a document to the end, as receiving it would; whatever is wrong with it shows here. Bytes made to harm can
/// end the process (Automerge panics on some): borders call it in one that may die.
///
/// # Errors
/// [`Error::Damaged`]; [`Error::FileTooNew`].
pub fn prove(bytes: &[u8]) -> Result<()> {
    let document = Document::load(bytes, &[], &[0; 24])?;
    let library = Library::in_memory(Box::new(|| crate::Millis(0)))?;
    let shape = super::shape::Shape::of(&library.conn)?;
    let name = Name::of(&document)?;
    if document.has_text(&shape, |text| text.len() > TEXT_MAX)? {
        return Err(Error::Damaged("a text without end".to_owned()));
    }
    let view = view_of(&document, &shape)?;
    if view.rows.len() > ROWS_MAX {
        return Err(Error::Damaged("rows without end".to_owned()));
    }
    let has_workshop = view.rows.keys().any(|(table, id)| *table == "workshop" && *id == name.workshop_id.0);
    if has_workshop { Ok(()) } else { Err(Error::Damaged("no workshop".to_owned())) }
}

/// What a document says of itself.
struct Name {
    document_id: String,
    workshop_id: WorkshopId,
}

impl Name {
    fn of(document: &Document) -> Result<Self> {
        let note = |key: &str| document.note(key).ok_or_else(|| Error::Damaged(format!("no {key}")));
        let found = note(SCHEMA)?.parse().map_err(|_| Error::Damaged(SCHEMA.to_owned()))?;
        if found > SCHEMA_VERSION {
            return Err(Error::FileTooNew { found, known: SCHEMA_VERSION });
        }
        Ok(Self { document_id: note(DOCUMENT)?, workshop_id: WorkshopId(note(WORKSHOP)?) })
    }
}

impl Library {
    /// What a document is, before it is received.
    ///
    /// # Errors
    /// As for [`prove`].
    pub fn incoming(&self, bytes: &[u8]) -> Result<Incoming> {
        let document = Document::load(bytes, &[], &[0; 24])?;
        let name = Name::of(&document)?;
        let known = chunks::workshop_of(&self.conn, &name.document_id)?;
        let is_here = get::<Workshop>(&self.conn, name.workshop_id.as_str()).is_ok();
        let shape = super::shape::Shape::of(&self.conn)?;
        let entries = document.entries(&shape)?;
        let title = entries.get(&("workshop", name.workshop_id.0.clone())).and_then(|entry| entry.fields.get("title"));
        Ok(Incoming {
            title: title.and_then(serde_json::Value::as_str).unwrap_or_default().to_owned(),
            is_known: known.is_some(),
            is_apart: known.is_none() && is_here,
            laptops: laptop::all(&document),
            workshop_id: name.workshop_id,
        })
    }

    /// Merges a document into the workshop that shares it, or makes the workshop. A copy of the library is kept before.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::FileTooNew`]; [`Rule::OtherDocument`] when the workshop is here and does not share
    /// this document. Nothing is changed then.
    pub fn workshop_receive(&mut self, bytes: &[u8], fallback: &LaptopName) -> Result<Committed<Received>> {
        self.check_files()?;
        let mut incoming = Document::load(bytes, &[], &[0; 24])?;
        let Name { document_id, workshop_id: id } = Name::of(&incoming)?;
        let known = chunks::workshop_of(&self.conn, &document_id)?;
        let is_new = get::<Workshop>(&self.conn, id.as_str()).is_err();
        if known.as_ref().is_some_and(|known| *known != id) || (known.is_none() && !is_new) {
            return Err(Error::invalid("document", Rule::OtherDocument));
        }
        let names = self.laptop_names(fallback)?;
        let laptop = self.laptop_id()?;
        let now = self.now();
        if let Some(folder) = self.folder.clone()
            && self.backed_up != Some(self.revision)
        {
            // Without room for a copy nothing is lost: a merge only adds to the history.
            self.backed_up = backup::make_of(&folder, Cause::Import, now).is_ok().then_some(self.revision);
        }
        let mut received = Received { workshop_id: id.clone(), is_new, changes: 0, from: String::new(), conflicts: 0 };
        let scope = (!is_new).then_some(&id);
        let done = self.merging(scope, "workshop-receive", |conn, images, replicas| {
            let own = laptop.to_string();
            let taken = if known.is_some() {
                replicas.with(conn, &id, |document, _| document.take(&mut incoming))?
            } else {
                let mut document = Document::load(bytes, &[], &Replicas::actor(conn)?)?;
                chunks::begin(conn, &id, &document_id, now, bytes)?;
                let taken = document.take_all();
                replicas.hold(&id, document);
                taken
            };
            if known.is_some() {
                for change in &taken {
                    chunks::add(conn, &id, &change.bytes)?;
                }
            }
            if taken.is_empty() && !is_new {
                return Ok(Merged::default());
            }
            let last = get::<Workshop>(conn, id.as_str()).map_or(0, |workshop| workshop.last_task_number);
            let last = i64::from(last);
            let (after, from) = replicas.with(conn, &id, |document, _| {
                let after = laptop::register(document, &own, &names, last)?;
                document.raise_note(SCHEMA, SCHEMA_VERSION)?;
                if let Some(change) = document.commit(now) {
                    chunks::add(conn, &id, &change)?;
                }
                Ok((after, names_of(&taken, &laptop::all(document), &own)))
            })?;
            received.changes = i32::try_from(taken.len()).unwrap_or(i32::MAX);
            received.from.clone_from(&from);
            note(conn, &id, "received", &from, taken.len(), now)?;
            let mut changes = replicas.follow(conn, images, &id)?;
            if after != last {
                conn.execute(
                    "UPDATE workshop SET last_task_number = max(last_task_number, ?2) WHERE id = ?1",
                    rusqlite::params![id.as_str(), after],
                )?;
                changes.extend(crate::journal::capture::Images::take(conn)?.changes);
                changes = crate::journal::capture::joined(changes);
            }
            let args = BTreeMap::from([("name".to_owned(), from), ("count".to_owned(), taken.len().to_string())]);
            Ok(Merged { changes, args })
        })?;
        received.conflicts = i32::try_from(self.conflicts(&id)?.len()).unwrap_or(i32::MAX);
        Ok(Committed {
            value: received,
            revision: done.revision,
            workshop_id: done.workshop_id,
            patch: done.patch,
            undo: done.undo,
        })
    }
}

/// Whose changes came, by the names of their laptops.
fn names_of(taken: &[super::document::Taken], laptops: &[Laptop], own: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for laptop in laptops {
        let is_of = taken.iter().any(|change| change.laptop == laptop.id);
        if is_of && laptop.id != own && !names.contains(&laptop.name.as_str()) {
            names.push(&laptop.name);
        }
    }
    names.join(", ")
}
