//! What a row of each table looks like, to know one wherever it is found.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::page::Cell;
use crate::Result;

/// A table of ours.
pub(super) struct Shape {
    pub table: String,
    columns: Vec<Column>,
    /// Its rows stand in an index: they have no number.
    pub is_index: bool,
    /// The column that is the number of the row.
    alias: Option<usize>,
}

struct Column {
    name: String,
    kind: String,
    is_required: bool,
}

/// Values of a row by the names of their columns.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub values: Vec<Value>,
    /// A text in it is no text any more.
    pub is_torn: bool,
}

impl Shape {
    /// The tables of a schema.
    pub fn all(schema: &Connection) -> Result<Vec<Shape>> {
        let mut tables = schema.prepare(
            "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
        )?;
        let tables = tables
            .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        tables
            .into_iter()
            .map(|(table, is_index)| {
                let mut columns = schema.prepare(
                    "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid",
                )?;
                let columns = columns
                    .query_map([&table], |row| {
                        let kind: String = row.get(1)?;
                        let column = Column { name: row.get(0)?, kind, is_required: row.get(2)? };
                        Ok((column, row.get::<_, i64>(3)?))
                    })?
                    .collect::<rusqlite::Result<Vec<_>>>()?;
                let alias = columns.iter().position(|(column, key)| !is_index && *key == 1 && column.kind == "INTEGER");
                Ok(Shape { table, columns: columns.into_iter().map(|(column, _)| column).collect(), is_index, alias })
            })
            .collect()
    }

    /// How many columns it has.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Its rows are named by an id.
    pub fn has_id(&self) -> bool {
        self.columns.first().is_some_and(|column| column.name == "id")
    }

    /// The place of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// The statement that adds such a row, with as many columns as it has values.
    pub fn insert(&self, count: usize) -> String {
        let names: Vec<&str> = self.columns.iter().take(count).map(|column| column.name.as_str()).collect();
        let places: Vec<String> = (1..=names.len()).map(|at| format!("?{at}")).collect();
        format!("INSERT OR IGNORE INTO {} ({}) VALUES ({})", self.table, names.join(", "), places.join(", "))
    }

    /// The cell as a row of this table, if it can be one. A row of an earlier version has fewer columns.
    pub fn fit(&self, cell: &Cell) -> Option<Found> {
        let values = &cell.values;
        // Columns that a later version adds may be left out, the first ones never.
        if values.len() > self.columns.len() || values.len() < 2 {
            return None;
        }
        let mut found = Found { values: Vec::with_capacity(values.len()), is_torn: false };
        for (at, (column, value)) in self.columns.iter().zip(values).enumerate() {
            let value = match (value, column.kind.as_str()) {
                (Value::Null, _) if self.alias == Some(at) => Value::Integer(cell.rowid),
                (Value::Null, _) if column.is_required => return None,
                (Value::Null, _) => Value::Null,
                (Value::Integer(number), "INTEGER" | "INT") => {
                    if column.name.starts_with("is_") && !(0..=1).contains(number) {
                        return None;
                    }
                    Value::Integer(*number)
                }
                (Value::Integer(number), "REAL") => Value::Integer(*number),
                (Value::Real(number), "REAL") => Value::Real(*number),
                (Value::Text(text), "TEXT") => Value::Text(text.clone()),
                (Value::Blob(bytes), "TEXT") => {
                    found.is_torn = true;
                    Value::Text(String::from_utf8_lossy(bytes).into_owned())
                }
                (Value::Blob(bytes), "BLOB") => Value::Blob(bytes.clone()),
                _ => return None,
            };
            found.values.push(value);
        }
        let left_out = &self.columns[values.len()..];
        if left_out.iter().any(|column| column.is_required && column.name.ends_with("id")) {
            return None;
        }
        if self.has_id() && !found.values.first().is_some_and(is_id) {
            return None;
        }
        Some(found)
    }
}

/// Ids of ours are UUIDs.
fn is_id(value: &Value) -> bool {
    let Value::Text(text) = value else { return false };
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
