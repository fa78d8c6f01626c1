//! The handle with which an operation reads and writes; it exists only inside a commit.
//!
//! It knows the workshop of its operation: rows of another are neither given nor taken, and what the commit captured
//! is held against it once more, so that nothing written in any other way gets through.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::Operation;
use super::capture::{ASTRAY, Captured, Images, LIBRARY};
use crate::replica::Settled;
use crate::store::{self, Ids};
use crate::workshop::WorkshopId;
use crate::{Contents, Error, Millis, Record, Result, Rule, TABLES};

/// One operation under way, inside one `IMMEDIATE` transaction.
pub struct Tx<'a> {
    pub(super) conn: &'a Connection,
    pub(super) images: &'a Images,
    pub(super) ids: &'a Ids,
    pub(super) now: Millis,
    pub(super) operation: &'a Operation,
    pub(super) args: RefCell<BTreeMap<String, String>>,
    /// What the documents of shared workshops are told besides.
    pub(super) settled: RefCell<Vec<Settled>>,
}

impl Tx<'_> {
    /// The moment of this operation.
    pub fn now(&self) -> Millis {
        self.now
    }

    /// A new id, later than every earlier one.
    pub fn new_id(&self) -> String {
        self.ids.next(self.now)
    }

    /// Names an object of the operation in its message ("move task { $number }").
    pub fn name(&self, argument: &str, value: impl ToString) {
        self.args.borrow_mut().insert(argument.to_owned(), value.to_string());
    }

    /// The row with this id, of the operation's workshop or of the library.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; [`Rule::OtherWorkshop`] when it is another workshop's.
    pub fn get<R: Record>(&self, id: impl AsRef<str>) -> Result<R> {
        let row: R = store::get(self.conn, id.as_ref())?;
        self.ensure_within(R::TABLE, row.workshop_id())?;
        Ok(row)
    }

    /// Makes sure that a row that is only named (a neighbour, a lane) is there, and of the operation's workshop.
    ///
    /// # Errors
    /// As for [`Tx::get`].
    pub fn ensure<R: Record>(&self, id: Option<impl AsRef<str>>) -> Result<()> {
        id.map_or(Ok(()), |id| self.get::<R>(id).map(drop))
    }

    /// All rows of this kind in a workshop, in order.
    ///
    /// # Errors
    /// [`Rule::OtherWorkshop`] for another workshop than the operation's.
    pub fn list<R: Record>(&self, workshop_id: &WorkshopId) -> Result<Vec<R>> {
        self.ensure_within(R::TABLE, Some(workshop_id))?;
        store::WorkshopReader { conn: self.conn, workshop_id }.list()
    }

    /// A whole workshop.
    ///
    /// # Errors
    /// As for [`Tx::list`]; [`Error::NotFound`].
    pub fn contents(&self, workshop_id: &WorkshopId) -> Result<Contents> {
        self.ensure_within("workshop", Some(workshop_id))?;
        store::contents(self.conn, workshop_id)
    }

    /// Refuses another workshop than the operation's. An operation on the library may see every workshop.
    fn ensure_within(&self, what: &'static str, owner: Option<&WorkshopId>) -> Result<()> {
        match (&self.operation.workshop_id, owner) {
            (Some(own), Some(owner)) if own != owner => Err(Error::invalid(what, Rule::OtherWorkshop)),
            _ => Ok(()),
        }
    }

    /// Refuses what was written elsewhere than where the operation may write, in whatever way it was done.
    pub(super) fn ensure_all_within(&self, captured: &Captured) -> Result<()> {
        let may = |owner: &str| match &self.operation.workshop_id {
            None => owner != ASTRAY,
            Some(own) => owner == own.as_str() || (owner == LIBRARY && self.operation.writes_library),
        };
        if captured.owners.iter().all(|owner| may(owner)) {
            return Ok(());
        }
        let table = captured.changes.first().and_then(|change| TABLES.iter().find(|table| **table == change.table));
        Err(Error::invalid(table.copied().unwrap_or("workshop"), Rule::OtherWorkshop))
    }

    /// Adds a row.
    ///
    /// # Errors
    /// [`Rule::OtherWorkshop`] for a row of another workshop than the operation's.
    pub fn insert<R: Record>(&self, row: &R) -> Result<()> {
        self.ensure_within(R::TABLE, row.workshop_id())?;
        let image = serde_json::to_string(row)?;
        self.conn.prepare_cached(&self.images.of(R::TABLE)?.insert)?.execute(params![image])?;
        Ok(())
    }

    /// Makes the row with the same id like this one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; [`Rule::OtherWorkshop`] as for [`Tx::insert`].
    pub fn update<R: Record>(&self, row: &R) -> Result<()> {
        self.ensure_within(R::TABLE, row.workshop_id())?;
        let image = serde_json::to_string(row)?;
        let updated = self.conn.prepare_cached(&self.images.of(R::TABLE)?.update)?.execute(params![image, row.id()])?;
        if updated == 0 {
            return Err(Error::NotFound { kind: R::TABLE, id: row.id().to_owned() });
        }
        Ok(())
    }

    /// Removes the row with this id; what depends on it follows as the schema says.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn delete<R: Record>(&self, id: impl AsRef<str>) -> Result<()> {
        let id = id.as_ref();
        let deleted = self.conn.prepare_cached(&self.images.of(R::TABLE)?.delete)?.execute(params![id])?;
        if deleted == 0 {
            return Err(Error::NotFound { kind: R::TABLE, id: id.to_owned() });
        }
        Ok(())
    }

    /// Adds a row given as a JSON object; columns that it does not name get the schema's defaults.
    ///
    /// # Errors
    /// [`Error::Json`] for a column the table does not have; SQL errors for values the schema refuses.
    pub fn insert_object(&self, table: &str, object: &serde_json::Map<String, serde_json::Value>) -> Result<()> {
        let columns = &self.images.of(table)?.columns;
        let names: Vec<&str> = columns.iter().map(String::as_str).filter(|name| object.contains_key(*name)).collect();
        let values: Vec<String> = names.iter().map(|name| format!("json_extract(?1, '$.{name}')")).collect();
        let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
        let image = serde_json::to_string(object)?;
        self.conn.prepare_cached(&sql)?.execute(params![image])?;
        Ok(())
    }

    /// Sets one column of a row.
    ///
    /// # Errors
    /// SQL errors for values that the schema refuses.
    pub(crate) fn set_column(&self, table: &str, id: &str, column: &str, value: &serde_json::Value) -> Result<()> {
        if !self.has_column(table, column)? {
            return Err(Error::Damaged(format!("no column {column}")));
        }
        let sql = format!("UPDATE {table} SET {column} = json_extract(?1, '$[0]') WHERE id = ?2");
        self.conn.prepare_cached(&sql)?.execute(params![serde_json::json!([value]).to_string(), id])?;
        Ok(())
    }

    /// Removes a row of any data table.
    ///
    /// # Errors
    /// [`Error::Damaged`] for a table that holds no data.
    pub(crate) fn delete_row(&self, table: &str, id: &str) -> Result<()> {
        self.conn.prepare_cached(&self.images.of(table)?.delete)?.execute(params![id])?;
        Ok(())
    }

    /// Tells the document of a shared workshop what no row shows.
    pub(crate) fn settle(&self, settled: Settled) {
        self.settled.borrow_mut().push(settled);
    }

    /// Whether a data table has this column.
    pub(crate) fn has_column(&self, table: &str, column: &str) -> Result<bool> {
        Ok(self.images.of(table)?.columns.iter().any(|name| name == column))
    }

    /// Lets rows refer to rows that come later in this transaction.
    pub(crate) fn defer_references(&self) -> Result<()> {
        Ok(self.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?)
    }

    /// Runs a statement that no verb has.
    #[cfg(test)]
    pub(crate) fn run(&self, sql: &str) -> Result<()> {
        Ok(self.conn.execute_batch(sql)?)
    }

    /// One value of a query written for this noun (a `.sql` file).
    pub(crate) fn value<T: rusqlite::types::FromSql>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
    ) -> Result<Option<T>> {
        // An aggregate over no row is one row of NULL.
        let found = self.conn.prepare_cached(sql)?.query_row(params, |row| row.get::<_, Option<T>>(0)).optional()?;
        Ok(found.flatten())
    }
}

#[cfg(test)]
mod tests;
