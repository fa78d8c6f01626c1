//! Where documents are kept: the whole as it was at some time, and every change since, in the order in which they came.

use rusqlite::{Connection, OptionalExtension, params};

use super::document::Document;
use crate::workshop::WorkshopId;
use crate::{Error, Millis, Result};

/// Beyond so many changes the document is written anew.
const CHANGES_MAX: usize = 400;

/// Whether a workshop is shared.
pub(super) fn is_shared(conn: &Connection, id: &WorkshopId) -> Result<bool> {
    let mut statement = conn.prepare_cached("SELECT 1 FROM replica WHERE workshop_id = ?1")?;
    Ok(statement.exists(params![id.as_str()])?)
}

/// The shared workshop of a document; nothing when the document is not known here.
pub(super) fn workshop_of(conn: &Connection, document_id: &str) -> Result<Option<WorkshopId>> {
    let mut statement = conn.prepare_cached("SELECT workshop_id FROM replica WHERE document_id = ?1")?;
    Ok(statement.query_row([document_id], |row| Ok(WorkshopId(row.get(0)?))).optional()?)
}

/// All shared workshops.
pub(super) fn shared(conn: &Connection) -> Result<Vec<WorkshopId>> {
    let mut statement = conn.prepare_cached("SELECT workshop_id FROM replica")?;
    let found = statement.query_map([], |row| Ok(WorkshopId(row.get(0)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Registers a shared workshop and its document.
pub(super) fn begin(conn: &Connection, id: &WorkshopId, document_id: &str, now: Millis, bytes: &[u8]) -> Result<()> {
    conn.execute(
        "INSERT INTO replica (workshop_id, document_id, shared_at) VALUES (?1, ?2, ?3)",
        params![id.as_str(), document_id, now.0],
    )?;
    replace(conn, id, bytes)
}

/// Forgets the document of a workshop; its rows stay.
pub(super) fn end(conn: &Connection, id: &WorkshopId) -> Result<()> {
    conn.execute("DELETE FROM replica WHERE workshop_id = ?1", params![id.as_str()])?;
    Ok(())
}

/// Adds a change.
pub(super) fn add(conn: &Connection, id: &WorkshopId, change: &[u8]) -> Result<()> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO replica_chunk (workshop_id, ordinal, bytes)
         SELECT ?1, coalesce(max(ordinal), 0) + 1, ?2 FROM replica_chunk WHERE workshop_id = ?1",
    )?;
    insert.execute(params![id.as_str(), change])?;
    Ok(())
}

/// Puts the whole document in the place of all that was kept of it.
pub(super) fn replace(conn: &Connection, id: &WorkshopId, bytes: &[u8]) -> Result<()> {
    conn.execute("DELETE FROM replica_chunk WHERE workshop_id = ?1", params![id.as_str()])?;
    add(conn, id, bytes)
}

/// Reads a document; whether so many changes were kept that it should be written anew.
///
/// # Errors
/// [`Error::Damaged`] when there is none, or it does not read.
pub(super) fn load(conn: &Connection, id: &WorkshopId, actor: &[u8]) -> Result<(Document, bool)> {
    let mut statement =
        conn.prepare_cached("SELECT bytes FROM replica_chunk WHERE workshop_id = ?1 ORDER BY ordinal")?;
    let mut chunks = statement
        .query_map(params![id.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<std::collections::VecDeque<Vec<u8>>>>()?;
    let whole = chunks.pop_front().ok_or_else(|| Error::Damaged("replica".to_owned()))?;
    let changes: Vec<Vec<u8>> = chunks.into();
    Ok((Document::load(&whole, &changes, actor)?, changes.len() > CHANGES_MAX))
}
