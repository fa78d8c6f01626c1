//! Row images, captured by SQLite itself through temp triggers generated from the schema.
//!
//! The technique is the one SQLite's documentation describes for undo ("Automatic Undo/Redo Using SQLite"),
//! with JSON images instead of SQL text, so that the same image also makes the patch.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::{Result, TABLES};

/// A column of a data table.
#[derive(Debug)]
struct Column {
    name: String,
    is_generated: bool,
}

/// The statements of the journal for each data table, generated once when the store opens.
#[derive(Debug)]
pub(crate) struct Images {
    statements: HashMap<String, Statements>,
}

/// SQL of one table.
#[derive(Debug)]
pub(crate) struct Statements {
    /// The image of the row `?1` as it is now.
    pub read: String,
    /// Inserts the row of the image `?1`.
    pub insert: String,
    /// Makes the row `?2` like the image `?1`.
    pub update: String,
    /// Inserts the row of the image `?1`, or makes the present row like it.
    pub write: String,
    /// Deletes the row `?1`.
    pub delete: String,
    /// All columns that can be written.
    pub columns: Vec<String>,
}

/// One captured change of a row; several changes of the same row are already joined.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RowChange {
    pub table: String,
    pub id: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Images {
    /// Reads the schema and installs the capturing triggers on this connection.
    pub fn install(conn: &Connection) -> Result<Self> {
        conn.execute_batch(
            "CREATE TEMP TABLE capture (
               ordinal INTEGER PRIMARY KEY, table_name TEXT NOT NULL, row_id TEXT NOT NULL, before TEXT, after TEXT
             ) STRICT;",
        )?;
        let mut statements = HashMap::new();
        for table in TABLES {
            let columns = columns(conn, table)?;
            let (old, new) = (image("OLD", &columns), image("NEW", &columns));
            conn.execute_batch(&format!(
                "CREATE TEMP TRIGGER capture_{table}_insert AFTER INSERT ON main.{table} BEGIN
                   INSERT INTO capture (table_name, row_id, before, after) VALUES ('{table}', NEW.id, NULL, {new}); END;
                 CREATE TEMP TRIGGER capture_{table}_update AFTER UPDATE ON main.{table} BEGIN
                   INSERT INTO capture (table_name, row_id, before, after) VALUES ('{table}', OLD.id, {old}, {new}); END;
                 CREATE TEMP TRIGGER capture_{table}_delete AFTER DELETE ON main.{table} BEGIN
                   INSERT INTO capture (table_name, row_id, before, after) VALUES ('{table}', OLD.id, {old}, NULL); END;"
            ))?;
            statements.insert((*table).to_owned(), Statements::of(table, &columns));
        }
        Ok(Self { statements })
    }

    /// The statements of a data table.
    pub fn of(&self, table: &str) -> Result<&Statements> {
        self.statements.get(table).ok_or_else(|| crate::Error::Damaged(format!("no data table {table}")))
    }

    /// Takes what was captured since the last call, one change a row, unchanged rows left out.
    pub fn take(conn: &Connection) -> Result<Vec<RowChange>> {
        let mut statement =
            conn.prepare_cached("SELECT table_name, row_id, before, after FROM temp.capture ORDER BY ordinal")?;
        let captured = statement
            .query_map([], |row| {
                Ok(RowChange { table: row.get(0)?, id: row.get(1)?, before: row.get(2)?, after: row.get(3)? })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        if !captured.is_empty() {
            conn.prepare_cached("DELETE FROM temp.capture")?.execute([])?;
        }
        Ok(joined(captured))
    }
}

/// One change a row: first image before, last image after, rows that end as they began left out.
pub(crate) fn joined(captured: impl IntoIterator<Item = RowChange>) -> Vec<RowChange> {
    let mut changes: Vec<RowChange> = Vec::new();
    let mut at: HashMap<(String, String), usize> = HashMap::new();
    for change in captured {
        match at.get(&(change.table.clone(), change.id.clone())) {
            Some(&index) => changes[index].after = change.after,
            None => {
                at.insert((change.table.clone(), change.id.clone()), changes.len());
                changes.push(change);
            }
        }
    }
    changes.retain(|change| change.before != change.after);
    changes
}

impl Statements {
    fn of(table: &str, columns: &[Column]) -> Self {
        let writable: Vec<&str> = columns.iter().filter(|c| !c.is_generated).map(|c| c.name.as_str()).collect();
        let values: Vec<String> = writable.iter().map(|name| format!("json_extract(?1, '$.{name}')")).collect();
        let updates: Vec<String> =
            writable.iter().filter(|name| **name != "id").map(|name| format!("{name} = excluded.{name}")).collect();
        let sets: Vec<String> = writable
            .iter()
            .filter(|name| **name != "id")
            .map(|name| format!("{name} = json_extract(?1, '$.{name}')"))
            .collect();
        let insert = format!("INSERT INTO main.{table} ({}) VALUES ({})", writable.join(", "), values.join(", "));
        Self {
            read: format!("SELECT {} FROM main.{table} AS t WHERE id = ?1", image("t", columns)),
            write: format!("{insert} ON CONFLICT (id) DO UPDATE SET {}", updates.join(", ")),
            insert,
            update: format!("UPDATE main.{table} SET {} WHERE id = ?2", sets.join(", ")),
            delete: format!("DELETE FROM main.{table} WHERE id = ?1"),
            columns: writable.into_iter().map(str::to_owned).collect(),
        }
    }
}

/// The JSON object of a row; flags become `true` and `false`.
fn image(row: &str, columns: &[Column]) -> String {
    let fields: Vec<String> = columns
        .iter()
        .map(|column| {
            let name = &column.name;
            if name.starts_with("is_") {
                format!("'{name}', json(iif({row}.{name}, 'true', 'false'))")
            } else {
                format!("'{name}', {row}.{name}")
            }
        })
        .collect();
    format!("json_object({})", fields.join(", "))
}

fn columns(conn: &Connection, table: &str) -> Result<Vec<Column>> {
    let mut statement = conn.prepare("SELECT name, hidden FROM pragma_table_xinfo(?1) ORDER BY cid")?;
    let columns = statement
        .query_map([table], |row| Ok(Column { name: row.get(0)?, is_generated: row.get::<_, i64>(1)? != 0 }))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(columns)
}
