//! What undo and redo would do next, and how operations are called; whatever bytes the file holds, this can be told.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, OptionalExtension, params};

use super::commit::read_changes;
use super::image::are_readable;
use super::names::NAMES;
use super::{OperationName, UndoState};
use crate::workshop::WorkshopId;
use crate::{Library, Result};

/// Name of an operation that this program no longer knows; its own name is the argument `name`.
pub const UNKNOWN: &str = "unknown";
/// Name of an operation that cannot be read; its own name is the argument `name`.
pub const UNREADABLE: &str = "unreadable";

/// Where undo and redo take from.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// The last operation that is done.
    Done,
    /// The first one that is undone.
    Undone,
}

/// Whether the images of operations can be read, for those that were looked at or written by this process.
#[derive(Default)]
pub(crate) struct Legible(RefCell<HashMap<i64, bool>>);

impl Legible {
    /// Notes an operation that was written just now.
    pub(super) fn note(&self, seq: i64) {
        self.0.borrow_mut().insert(seq, true);
    }

    /// Whether everything that the operation recorded can be read.
    pub(super) fn is(&self, conn: &Connection, seq: i64) -> Result<bool> {
        if let Some(known) = self.0.borrow().get(&seq) {
            return Ok(*known);
        }
        let found = read_changes(conn, seq).map(|changes| are_readable(&changes)).or_else(unless_bytes)?;
        self.0.borrow_mut().insert(seq, found);
        Ok(found)
    }
}

/// Bytes that are no text make an operation unreadable; anything else is a fault of the store.
fn unless_bytes(error: crate::Error) -> Result<bool> {
    use rusqlite::Error::{FromSqlConversionFailure, InvalidColumnType, Utf8Error};
    match error {
        crate::Error::Sql(FromSqlConversionFailure(..) | InvalidColumnType(..) | Utf8Error(..)) => Ok(false),
        other => Err(other),
    }
}

/// The operation that undo (or redo) takes next: the nearest that can be read.
pub(super) fn next(
    conn: &Connection,
    legible: &Legible,
    workshop_id: Option<&WorkshopId>,
    end: End,
) -> Result<Option<(i64, OperationName)>> {
    let scope = workshop_id.map(WorkshopId::as_str);
    let (sql, mut beyond) = match end {
        End::Done => (include_str!("../store/journal/last_done.sql"), i64::MAX),
        End::Undone => (include_str!("../store/journal/first_undone.sql"), i64::MIN),
    };
    let mut statement = conn.prepare_cached(sql)?;
    loop {
        let found = statement
            .query_row(params![scope, beyond], |row| Ok((row.get::<_, i64>(0)?, text(row, 1)?, text(row, 2)?)))
            .optional()?;
        let Some((seq, name, args)) = found else { return Ok(None) };
        if legible.is(conn, seq)? {
            return Ok(Some((seq, named(name, &args))));
        }
        beyond = seq;
    }
}

/// A text of the journal, whatever its bytes.
pub(super) fn text(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<String> {
    Ok(String::from_utf8_lossy(row.get_ref(index)?.as_bytes()?).into_owned())
}

/// A text of the journal that may be missing, whatever its bytes.
pub(super) fn optional_text(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<Option<String>> {
    Ok(row.get_ref(index)?.as_bytes_or_null()?.map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}

/// How an operation is called, said plainly where its name is no longer known or its arguments are damaged.
pub(super) fn named(name: String, args: &str) -> OperationName {
    match serde_json::from_str(args) {
        _ if NAMES.binary_search(&name.as_str()).is_err() => instead(UNKNOWN, name),
        Ok(args) => OperationName { name, args },
        Err(_) => unreadable(name),
    }
}

/// How an operation is called whose images cannot be read.
pub(super) fn unreadable(name: String) -> OperationName {
    instead(UNREADABLE, name)
}

fn instead(kind: &str, name: String) -> OperationName {
    OperationName { name: kind.to_owned(), args: BTreeMap::from([("name".to_owned(), name)]) }
}

impl Library {
    /// What undo and redo would do next in a workshop, or on the library.
    ///
    /// # Errors
    /// When the store cannot be read; never for what an operation says.
    pub fn undo_state(&self, workshop_id: Option<&WorkshopId>) -> Result<UndoState> {
        let name = |end| next(&self.conn, &self.legible, workshop_id, end).map(|found| found.map(|(_, name)| name));
        Ok(UndoState { undo: name(End::Done)?, redo: name(End::Undone)? })
    }
}
