//! Deleting for ever: no row, no image of the history and no free page keeps what was erased; the copies by choice.

mod scrub;

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use specta::Type;

use self::scrub::Names;
use super::backup::{BackupPlace, prove};
use super::open::{FILE_NAME, prepare};
use super::{private, reader, wal};
use crate::person::{Person, PersonId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Error, Library, Result};

/// What was erased besides the library itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Erased {
    /// Copies in which it stood, and stands no more.
    pub copies: i32,
    /// Copies that could not be changed: it may still stand there.
    pub left: Vec<String>,
    /// Titles of shared workshops that made a new start: what others have already cannot be erased from here.
    pub anew: Vec<String>,
}

impl Library {
    /// Erases a workshop, deleted or not, from the library and, if wished, from every copy. Cannot be undone.
    ///
    /// # Errors
    /// [`Error::NotFound`] when neither the library nor its history knows it.
    pub fn erase_workshop(&mut self, id: &WorkshopId, in_copies: bool) -> Result<Erased> {
        if !knows(&self.conn, id)? {
            return Err(Error::NotFound { kind: "workshop", id: id.to_string() });
        }
        self.rewrite(in_copies, &|conn| workshop_in(conn, id))
    }

    /// Erases a person from every workshop: their rows, and their name and address wherever a text has them; if
    /// wished, in every copy too. Persons of the same address or the same whole name are one.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn erase_person(&mut self, id: &PersonId, in_copies: bool) -> Result<Erased> {
        let person: Person = super::get(&self.conn, id.as_str())?;
        let same: Vec<Person> = super::all::<Person>(&self.conn)?
            .into_iter()
            .filter(|other| other.name == person.name || (!person.email.is_empty() && other.email == person.email))
            .collect();
        for other in &same {
            self.person_delete(&other.workshop_id, &other.id)?;
        }
        let texts = same.iter().flat_map(|person| [person.name.clone(), person.email.clone()]);
        let names = Names::new(texts);
        // A document remembers all that was ever written into it.
        let shared = self.shared_with_text(|text| names.out_of(text) != text)?;
        let mut erased = self.rewrite(in_copies, &|conn| {
            delete_persons(conn, &names)?;
            shared.iter().try_for_each(|(id, _)| forget_document(conn, id))?;
            scrub::everywhere(conn, &names)
        })?;
        for (id, laptop) in shared {
            // One that was deleted has nothing to start from.
            if let Ok(workshop) = super::get::<Workshop>(&self.conn, id.as_str()) {
                self.workshop_share(&id, &laptop)?;
                erased.anew.push(workshop.title);
            }
        }
        Ok(erased)
    }

    /// Changes the library and its copies without a trace.
    fn rewrite(&mut self, in_copies: bool, change: &dyn Fn(&Connection) -> Result<()>) -> Result<Erased> {
        self.check_files()?;
        self.replicas.get_mut().close();
        self.conn.flush_prepared_statement_cache();
        let changed = without_trace(&mut self.conn, change);
        // What the capturing triggers saw is no step of the history.
        self.conn.execute_batch("DELETE FROM temp.capture")?;
        changed?;
        if let Some(identity) = self.identity.as_mut() {
            identity.renew();
        }
        self.revision += 1;
        let mut erased = Erased::default();
        if in_copies && let Some(folder) = self.folder.clone() {
            for path in all_copies(&folder) {
                match in_copy(&path, change) {
                    Ok(()) => erased.copies += 1,
                    Err(_) => erased.left.push(path.display().to_string()),
                }
            }
        }
        Ok(erased)
    }
}

/// Whether a library or its history has a workshop.
fn knows(conn: &Connection, id: &WorkshopId) -> Result<bool> {
    Ok(conn.query_row(include_str!("../workshop/is_known.sql"), params![id.as_str()], |row| row.get(0))?)
}

/// Removes a workshop with its history, and what the history of the library has of it.
fn workshop_in(conn: &Connection, id: &WorkshopId) -> Result<()> {
    forget_document(conn, id)?;
    for sql in include_str!("../workshop/erase.sql").split(";\n").filter(|sql| sql.contains(' ')) {
        let mut statement = conn.prepare(sql)?;
        if statement.parameter_count() > 0 {
            statement.execute(params![id.as_str()])?;
        } else {
            statement.execute([])?;
        }
    }
    Ok(())
}

/// Forgets the document of a shared workshop; copies of early versions have none.
fn forget_document(conn: &Connection, id: &WorkshopId) -> Result<()> {
    let has_documents = conn.prepare("SELECT 1 FROM sqlite_master WHERE name = 'replica'")?.exists([])?;
    if has_documents {
        conn.execute("DELETE FROM replica WHERE workshop_id = ?1", params![id.as_str()])?;
    }
    Ok(())
}

/// Removes persons that a copy still has.
fn delete_persons(conn: &Connection, names: &Names) -> Result<()> {
    let mut statement = conn.prepare("SELECT id, name, email FROM person")?;
    let persons = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (id, name, email) in persons {
        if names.has(&name) || names.has(&email) {
            conn.execute("DELETE FROM person WHERE id = ?1", [id])?;
        }
    }
    Ok(())
}

/// Changes a database so that no free page and no log keeps what was there.
fn without_trace(conn: &mut Connection, change: &dyn Fn(&Connection) -> Result<()>) -> Result<()> {
    conn.pragma_update(None, "secure_delete", true)?;
    let transaction = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    change(&transaction)?;
    transaction.commit().map_err(Error::of_commit)?;
    conn.execute_batch("VACUUM")?;
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 { Ok(()) } else { Err(Error::Busy) }
}

/// Every copy of a data folder: those of its places, and files that were set aside.
fn all_copies(folder: &Path) -> Vec<PathBuf> {
    let place = BackupPlace::of(folder);
    let mut found: Vec<PathBuf> = place.everywhere();
    let kept = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        name != FILE_NAME
            && (name.starts_with("couloir-kept-") || name.starts_with("before-version-"))
            && name.ends_with(".db")
    });
    found.extend(kept);
    found
}

/// Erases in a copy: in a draft beside it, which takes its place when it is proved.
fn in_copy(path: &Path, change: &dyn Fn(&Connection) -> Result<()>) -> Result<()> {
    let draft = wal::beside(path, ".part");
    drop(private::file(&draft)?);
    let mut bytes = wal::read(path)?;
    reader::without_log(&mut bytes);
    let written = fs::write(&draft, bytes).map_err(Error::from).and_then(|()| {
        let mut conn = Connection::open(&draft)?;
        prepare(&conn)?;
        conn.pragma_update(None, "foreign_keys", true)?;
        without_trace(&mut conn, change)?;
        prove(&conn)?;
        conn.close().map_err(|(_, error)| error)?;
        fs::File::open(&draft)?.sync_all()?;
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(wal::beside(path, ending));
        }
        Ok(fs::rename(&draft, path)?)
    });
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

#[cfg(test)]
mod tests;
