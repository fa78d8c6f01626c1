//! Everything that can still be read of a damaged database, in a new one; the damaged one is only read.
//!
//! The bytes are read page by page (rusqlite does not give SQLite's own recovery). What is missing is taken from the
//! history, which holds an image of nearly every row.

mod history;
mod mend;
mod page;
mod read;
mod shape;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};
use specta::Type;

use self::page::Pages;
use self::read::Harvest;
use self::shape::Shape;
use super::fault::{Fault, of_system};
use super::migrate::{self, SCHEMA_VERSION};
use super::open::{build, prepare};
use super::{backup, private, reader, wal};
use crate::{Error, Result};

/// What was saved of a damaged database.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Salvaged {
    pub workshops: i32,
    /// Rows of workshops that were read.
    pub rows: i32,
    /// Of these, rows that only the history still had.
    pub from_history: i32,
    /// Rows that were read and could not be kept: what they belong to is gone.
    pub dropped: i32,
}

/// Saves everything that can still be read of a database into a new file, which must not be there yet.
///
/// # Errors
/// [`Error::Unopened`] when nothing in it is a database of ours; disk errors.
pub fn salvage(database: &Path, to: &Path) -> Result<Salvaged> {
    if to.exists() {
        return Err(Error::Io(std::io::ErrorKind::AlreadyExists.into()));
    }
    let mut bytes = fs::read(database).map_err(|error| of_system(&error, database))?;
    if let Ok(log) = fs::read(wal::beside(database, "-wal")) {
        wal::apply(&mut bytes, &log);
    }
    let version = version_of(&bytes);
    if version > SCHEMA_VERSION {
        return Err(Error::FileTooNew { found: version, known: SCHEMA_VERSION });
    }
    let draft = wal::beside(to, ".part");
    let _ = fs::remove_file(&draft);
    drop(private::file(&draft)?);
    let written = write(&bytes, version, &draft);
    let done = written.and_then(|saved| {
        if saved.rows == 0 {
            return Err(Fault::NotADatabase.at(database, ""));
        }
        fs::rename(&draft, to)?;
        Ok(saved)
    });
    if done.is_err() {
        let _ = fs::remove_file(&draft);
    }
    done
}

/// The version of the schema that the header names; a damaged one reads as this program's.
fn version_of(bytes: &[u8]) -> u32 {
    let named = bytes.get(60..64).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes);
    let is_header_whole = bytes.starts_with(b"SQLite format 3\0");
    match named {
        1..=SCHEMA_VERSION => named,
        // A number that a next version could have; anything else is damage.
        newer if is_header_whole && newer > SCHEMA_VERSION && newer < SCHEMA_VERSION + 1_000 => newer,
        _ => SCHEMA_VERSION,
    }
}

fn write(bytes: &[u8], version: u32, to: &Path) -> Result<Salvaged> {
    let mut conn = Connection::open(to)?;
    prepare(&conn)?;
    conn.pragma_update(None, "foreign_keys", false)?;
    // It has no name yet: it is synced as a whole at the end.
    conn.pragma_update(None, "synchronous", "OFF")?;
    migrate::to_version(&mut conn, version)?;
    let shapes = Shape::all(&conn)?;
    let pages = Pages::new(bytes);
    let harvest = read::harvest(&pages, &shapes, &names(&conn)?);
    let mut saved = Salvaged::default();
    let transaction = conn.transaction()?;
    insert(&transaction, &harvest, &shapes)?;
    if harvest.is_damaged {
        saved.from_history = history::fill(&transaction, &harvest, &shapes)?;
    }
    saved.dropped = mend::references(&transaction)?;
    transaction.commit()?;
    build(&mut conn)?;
    backup::prove(&conn)?;
    let count = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i32>(0));
    saved.workshops = count("SELECT count(*) FROM workshop")?;
    for table in crate::TABLES {
        saved.rows += count(&format!("SELECT count(*) FROM {table}"))?;
    }
    conn.pragma_update(None, "journal_mode", "DELETE")?;
    conn.close().map_err(|(_, error)| error)?;
    fs::File::open(to)?.sync_all()?;
    reader::immutable(to).and_then(|conn| backup::prove(&conn))?;
    Ok(saved)
}

/// Names of everything in a schema, with their roots.
fn names(conn: &Connection) -> Result<HashMap<String, usize>> {
    let mut statement = conn.prepare("SELECT name, rootpage FROM sqlite_master")?;
    let names = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, u32>(1)? as usize)))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

fn insert(conn: &Connection, harvest: &Harvest, shapes: &[Shape]) -> Result<()> {
    for (shape, rows) in shapes.iter().zip(&harvest.tables) {
        // Whole rows first: a torn one must not take the place of another's number.
        for is_torn in [false, true] {
            for row in rows.rows.iter().filter(|row| row.is_torn == is_torn) {
                let mut statement = conn.prepare_cached(&shape.insert(row.values.len()))?;
                // What the schema refuses is not what it was; the history may know better.
                let _ = statement.execute(params_from_iter(&row.values));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
