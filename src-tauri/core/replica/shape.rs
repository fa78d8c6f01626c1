//! What a shared workshop consists of: its tables, columns, references and unique pairs, read from the schema, so that
//! a new table or column needs nothing here.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde_json::Value;

use crate::journal::capture;
use crate::{Result, TABLES};

/// Tables that stay on their laptop: named moments point into its journal, methods belong to its library.
const OWN_TABLES: &[&str] = &["snapshot", "method"];
/// Columns of every table that say whose row it is.
const NAMES: &[&str] = &["id", "workshop_id"];
/// Columns of a workshop that stay on their laptop: which number it gives next, where it stands in Home, what it is.
const OWN_COLUMNS: &[&str] = &["last_task_number", "shelf", "is_template"];
/// Sums to which every laptop adds: concurrent additions count together.
const COUNTERS: &[(&str, &str)] = &[("agenda_item", "spent_ms"), ("airtime", "turns"), ("airtime", "spoken_ms")];
/// Long texts that are merged letter by letter. Titles, names, decisions and the words of a contract are whole values:
/// a mixture of two wordings would be one that nobody wrote.
const LONG_TEXTS: &[(&str, &str)] =
    &[("task", "notes"), ("agenda_item", "private_notes"), ("meeting", "private_notes")];

/// How the values of a column meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meeting {
    /// One of them stands; the others are shown beside it.
    Whole,
    /// They are added up.
    Sum,
    /// They are woven together.
    Woven,
}

/// What happens to a row when the one that it refers to is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Without {
    /// It waits, unseen, until the other is back.
    Hidden,
    /// It stands without the reference.
    Cleared,
}

/// A shared column.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub name: String,
    pub meeting: Meeting,
    /// What stands there when a document of an earlier program has no such column.
    pub default: Value,
    pub reference: Option<Reference>,
}

/// Where a column leads.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub to: String,
    pub without: Without,
}

/// A shared table.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub name: &'static str,
    pub columns: Vec<Column>,
    /// Columns that together may stand once; the first row of a pair keeps its place.
    pub unique: Vec<Vec<String>>,
}

/// All shared tables, each after those that it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Shape(pub Vec<Table>);

impl Shape {
    /// Reads the schema of a library.
    pub fn of(conn: &Connection) -> Result<Self> {
        let shared = TABLES.iter().filter(|table| !OWN_TABLES.contains(table));
        Ok(Self(shared.map(|table| Table::of(conn, table)).collect::<Result<_>>()?))
    }

    /// A shared table.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.0.iter().find(|table| table.name == name)
    }
}

impl Table {
    fn of(conn: &Connection, name: &'static str) -> Result<Self> {
        let references = references(conn, name)?;
        let defaults = defaults(conn, name)?;
        let shared = capture::columns(conn, name)?
            .into_iter()
            .filter(|column| !column.is_generated && !is_own(name, &column.name));
        let columns = shared
            .map(|column| Column {
                meeting: Meeting::of(name, &column.name),
                default: defaults.get(&column.name).cloned().unwrap_or(Value::Null),
                reference: references.get(&column.name).cloned(),
                name: column.name,
            })
            .collect();
        Ok(Self { name, columns, unique: unique(conn, name)? })
    }

    /// A shared column.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

fn is_own(table: &str, column: &str) -> bool {
    NAMES.contains(&column) || (table == "workshop" && OWN_COLUMNS.contains(&column))
}

impl Meeting {
    fn of(table: &str, column: &str) -> Self {
        if COUNTERS.contains(&(table, column)) {
            Self::Sum
        } else if LONG_TEXTS.contains(&(table, column)) {
            Self::Woven
        } else {
            Self::Whole
        }
    }
}

fn references(conn: &Connection, table: &str) -> Result<BTreeMap<String, Reference>> {
    let sql = "SELECT \"from\", \"table\", on_delete FROM pragma_foreign_key_list(?1) WHERE \"table\" <> 'workshop'";
    let mut statement = conn.prepare(sql)?;
    let found = statement.query_map([table], |row| {
        let without = if row.get_ref(2)?.as_str()? == "SET NULL" { Without::Cleared } else { Without::Hidden };
        Ok((row.get(0)?, Reference { to: row.get(1)?, without }))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The defaults of a table as SQLite computes them.
fn defaults(conn: &Connection, table: &str) -> Result<BTreeMap<String, Value>> {
    let mut statement =
        conn.prepare("SELECT name, dflt_value FROM pragma_table_info(?1) WHERE dflt_value IS NOT NULL")?;
    let found = statement.query_map([table], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut defaults = BTreeMap::new();
    for default in found {
        let (name, expression) = default?;
        let text: String = conn.query_row(&format!("SELECT json_array({expression})"), [], |row| row.get(0))?;
        let value = serde_json::from_str::<Vec<Value>>(&text)?.pop().unwrap_or(Value::Null);
        defaults.insert(name.clone(), as_flag(&name, value));
    }
    Ok(defaults)
}

/// Flags are `true` and `false` in images, whatever SQLite keeps.
fn as_flag(column: &str, value: Value) -> Value {
    if column.starts_with("is_") { Value::Bool(value.as_i64() == Some(1)) } else { value }
}

fn unique(conn: &Connection, table: &str) -> Result<Vec<Vec<String>>> {
    let mut statement = conn.prepare("SELECT name FROM pragma_index_list(?1) WHERE origin = 'u' ORDER BY seq")?;
    let names = statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let mut info = conn.prepare("SELECT name FROM pragma_index_info(?1) ORDER BY seqno")?;
    names.iter().map(|name| Ok(info.query_map([name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)).collect()
}

/// Whether the table takes these values together: the checks of the schema that look at more than one column.
pub(super) fn is_takeable(table: &str, row: &serde_json::Map<String, Value>) -> bool {
    let has = |name: &str| row.get(name).is_some_and(|value| !value.is_null());
    let count = |names: &[&str]| names.iter().filter(|name| has(name)).count();
    match table {
        "contract" => row.get("giver_id") != row.get("receiver_id") && (has("need") || has("offer")),
        "reference" => {
            count(&["item_id", "outcome_id"]) == 1
                && count(&["task_id", "contract_id", "responsibility_id", "finding"]) == 1
        }
        "serving" => count(&["contract_id", "responsibility_id"]) == 1,
        "tagging" => count(&["task_id", "responsibility_id", "contract_id"]) == 1,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_check_of_several_columns_is_known_here() {
        let schema = include_str!("../store/schema.sql");
        let mut checked = BTreeMap::new();
        for table in schema.split("CREATE TABLE ").skip(1) {
            let name = table.split_whitespace().next().unwrap();
            let checks = table.lines().filter(|line| line.starts_with("  CHECK (")).count();
            if checks > 0 {
                checked.insert(name, checks);
            }
        }
        assert_eq!(checked, BTreeMap::from([("contract", 2), ("reference", 2), ("serving", 1), ("tagging", 1)]));
    }

    #[test]
    fn the_shape_is_that_of_the_schema() {
        let library = crate::testing::library();
        let shape = Shape::of(&library.conn).unwrap();
        let task = shape.table("task").unwrap();
        assert_eq!(task.column("status").unwrap().default, Value::from("todo"));
        assert_eq!(task.column("notes").unwrap().meeting, Meeting::Woven);
        assert_eq!(task.column("role_id").unwrap().reference.as_ref().unwrap().without, Without::Cleared);
        assert!(task.column("workshop_id").is_none());
        assert_eq!(shape.table("involvement").unwrap().unique, [["task_id", "role_id"]]);
        assert_eq!(shape.table("person").unwrap().column("is_private").unwrap().default, Value::Bool(false));
        assert!(shape.table("snapshot").is_none());
        // A row can be hidden for want of one that comes before it alone: one pass over the tables is enough.
        for (at, table) in shape.0.iter().enumerate() {
            for reference in table.columns.iter().filter_map(|column| column.reference.as_ref()) {
                let place = shape.0.iter().position(|other| other.name == reference.to).unwrap();
                assert!(reference.without == Without::Cleared || place < at, "{} -> {}", table.name, reference.to);
            }
        }
    }
}
