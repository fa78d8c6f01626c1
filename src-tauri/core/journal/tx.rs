//! The handle with which an operation reads and writes; it exists only inside a commit.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};
use serde_rusqlite::from_rows;

use super::capture::Images;
use crate::store::{self, Ids};
use crate::workshop::WorkshopId;
use crate::{Contents, Error, Millis, Record, Result, Rule};

/// One operation under way, inside one `IMMEDIATE` transaction.
pub struct Tx<'a> {
    pub(super) conn: &'a Connection,
    pub(super) images: &'a Images,
    pub(super) ids: &'a Ids,
    pub(super) now: Millis,
    pub(super) args: RefCell<BTreeMap<String, String>>,
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

    /// The row with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn get<R: Record>(&self, id: impl AsRef<str>) -> Result<R> {
        store::get(self.conn, id.as_ref())
    }

    /// The row with this id, which must belong to this workshop.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none; [`Error::Invalid`] when it is another workshop's.
    pub fn get_in<R: Record>(&self, workshop_id: &WorkshopId, id: impl AsRef<str>) -> Result<R> {
        let row: R = self.get(id)?;
        if row.workshop_id() != Some(workshop_id) {
            return Err(Error::invalid(R::TABLE, Rule::OtherWorkshop));
        }
        Ok(row)
    }

    /// All rows of this kind in a workshop, in order.
    pub fn list<R: Record>(&self, workshop_id: &WorkshopId) -> Result<Vec<R>> {
        store::WorkshopReader { conn: self.conn, workshop_id }.list()
    }

    /// A whole workshop.
    pub fn contents(&self, workshop_id: &WorkshopId) -> Result<Contents> {
        store::contents(self.conn, workshop_id)
    }

    /// Adds a row.
    pub fn insert<R: Record>(&self, row: &R) -> Result<()> {
        let image = serde_json::to_string(row)?;
        self.conn.prepare_cached(&self.images.of(R::TABLE)?.insert)?.execute(params![image])?;
        Ok(())
    }

    /// Makes the row with the same id like this one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub fn update<R: Record>(&self, row: &R) -> Result<()> {
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

    /// Whether a data table has this column.
    pub(crate) fn has_column(&self, table: &str, column: &str) -> Result<bool> {
        Ok(self.images.of(table)?.columns.iter().any(|name| name == column))
    }

    /// Lets rows refer to rows that come later in this transaction.
    pub(crate) fn defer_references(&self) -> Result<()> {
        Ok(self.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?)
    }

    /// The rows of a query written for this noun (a `.sql` file).
    pub(crate) fn query<R: Record>(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<R>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query(params)?;
        Ok(from_rows::<R>(rows).collect::<std::result::Result<Vec<_>, _>>()?)
    }

    /// One value of a query written for this noun.
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
