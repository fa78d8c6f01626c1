//! Row images across a change of the schema.
//!
//! The journal keeps rows as they were. When a step of the ladder changes what a row has, the images follow in the
//! same transaction, so that undo, redo and every earlier moment stay exact: a new column gets its default, a column
//! that was renamed or removed what its rule says. SQLite itself makes the new image, in an empty copy of the table,
//! so that defaults and generated columns are what they would be for a row.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::migrate::Step;
use crate::Result;
use crate::journal::capture::{Column, columns, image};
use crate::journal::image::{Columns, columns as columns_of};

/// What becomes of something in the images that a step of the ladder takes away or fills.
#[cfg_attr(not(test), expect(dead_code, reason = "for steps to come; the tests run one of each"))]
#[derive(Clone, Copy, Debug)]
pub(super) enum Rule {
    /// The table has another name.
    TableRenamed { from: &'static str, to: &'static str },
    /// The table is gone, and its rows with it: what was done to them is forgotten.
    TableRemoved { table: &'static str },
    /// The column has another name.
    Renamed { table: &'static str, from: &'static str, to: &'static str },
    /// The column is gone, and what stood in it.
    Removed { table: &'static str, column: &'static str },
    /// The step fills the column from others of the row.
    Filled { table: &'static str, column: &'static str, value: fn(&Columns) -> Value },
}

/// The columns of every data table before a step, to be compared with those after it.
pub(super) struct Shapes(Vec<(String, Vec<Column>)>);

impl Shapes {
    /// The tables that the journal speaks of, as they are now.
    pub fn of_journal(conn: &Connection) -> Result<Self> {
        let is_there: Option<u32> = conn
            .query_row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'change'", [], |row| row.get(0))
            .optional()?;
        if is_there.is_none() {
            return Ok(Self(Vec::new()));
        }
        let mut statement = conn.prepare("SELECT DISTINCT table_name FROM change")?;
        let tables = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
        let shape = |table: String| Ok((table.clone(), columns(conn, &table)?));
        Ok(Self(tables.into_iter().map(shape).collect::<Result<_>>()?))
    }
}

/// Brings the images of the journal to the shape that the tables have after a step.
pub(super) fn carry(conn: &Connection, step: &Step, before: &Shapes) -> Result<()> {
    if before.0.is_empty() {
        return Ok(());
    }
    for rule in step.rules {
        match rule {
            Rule::TableRenamed { from, to } => {
                conn.execute("UPDATE change SET table_name = ?2 WHERE table_name = ?1", params![from, to])?;
            }
            Rule::TableRemoved { table } => {
                conn.execute("DELETE FROM change WHERE table_name = ?1", params![table])?;
            }
            Rule::Renamed { .. } | Rule::Removed { .. } | Rule::Filled { .. } => {}
        }
    }
    for (table, now) in Shapes::of_journal(conn)?.0 {
        let is_changed = !before.0.iter().any(|(name, then)| *name == table && *then == now);
        let rules: Vec<&Rule> = step.rules.iter().filter(|rule| rule.is_of(&table)).collect();
        if !now.is_empty() && (step.heals || is_changed || !rules.is_empty()) {
            carry_table(conn, &table, &now, &rules)?;
        }
    }
    Ok(())
}

impl Rule {
    fn is_of(&self, name: &str) -> bool {
        match self {
            Rule::TableRenamed { to: table, .. }
            | Rule::TableRemoved { table }
            | Rule::Renamed { table, .. }
            | Rule::Removed { table, .. }
            | Rule::Filled { table, .. } => *table == name,
        }
    }

    fn apply(&self, row: &mut Columns) {
        match self {
            Rule::TableRenamed { .. } | Rule::TableRemoved { .. } => {}
            Rule::Renamed { from, to, .. } => {
                if let Some(value) = row.remove(*from) {
                    row.insert((*to).to_owned(), value);
                }
            }
            Rule::Removed { column, .. } => {
                row.remove(*column);
            }
            Rule::Filled { column, value, .. } => {
                let value = value(row);
                row.insert((*column).to_owned(), value);
            }
        }
    }
}

fn carry_table(conn: &Connection, table: &str, now: &[Column], rules: &[&Rule]) -> Result<()> {
    let copy = Copy::of(conn, table, now)?;
    let operations = conn
        .prepare("SELECT DISTINCT operation_seq FROM change WHERE table_name = ?1")?
        .query_map([table], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    let mut select =
        conn.prepare("SELECT ordinal, before, after FROM change WHERE table_name = ?1 AND operation_seq = ?2")?;
    let mut update = conn.prepare(
        "UPDATE change SET before = coalesce(?3, before), after = coalesce(?4, after)
         WHERE operation_seq = ?1 AND ordinal = ?2",
    )?;
    for seq in operations {
        let changes = select
            .query_map(params![table, seq], |row| Ok((row.get::<_, i64>(0)?, text(row, 1)?, text(row, 2)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        for (ordinal, before, after) in changes {
            let (before, after) = (copy.carried(before, rules)?, copy.carried(after, rules)?);
            if before.is_some() || after.is_some() {
                update.execute(params![seq, ordinal, before, after])?;
            }
        }
    }
    copy.remove()
}

/// A text of the journal; nothing when it is missing or its bytes are no text.
fn text(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<Option<String>> {
    Ok(row.get_ref(index)?.as_str_or_null().ok().flatten().map(str::to_owned))
}

/// An empty copy of a table, in which SQLite makes the images of its new shape.
struct Copy<'a> {
    conn: &'a Connection,
    columns: &'a [Column],
    names: BTreeSet<&'a str>,
}

impl<'a> Copy<'a> {
    fn of(conn: &'a Connection, table: &str, columns: &'a [Column]) -> Result<Self> {
        let sql: String =
            conn.query_row("SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?1", [table], |row| {
                row.get(0)
            })?;
        let body = sql.find('(').map_or("", |at| &sql[at..]);
        conn.execute_batch(&format!("CREATE TABLE temp.carried {body}"))?;
        Ok(Self { conn, columns, names: columns.iter().map(|column| column.name.as_str()).collect() })
    }

    /// The image in the table's present shape; nothing when it has that already, or when no rule says what becomes of
    /// a column, or the table would not take the row: an image that cannot be carried stays, and keeps no data from
    /// opening.
    fn carried(&self, image_then: Option<String>, rules: &[&Rule]) -> Result<Option<String>> {
        let Some(mut row) = image_then.as_deref().and_then(columns_of) else { return Ok(None) };
        rules.iter().for_each(|rule| rule.apply(&mut row));
        let is_known = |name: &str| self.names.contains(name);
        if !row.keys().all(|name| is_known(name)) || (rules.is_empty() && row.len() == self.names.len()) {
            return Ok(None);
        }
        let given = self.columns.iter().filter(|column| !column.is_generated && row.contains_key(&column.name));
        let (names, values): (Vec<&str>, Vec<String>) =
            given.map(|column| (column.name.as_str(), format!("json_extract(?1, '$.{}')", column.name))).unzip();
        let (names, values) = (names.join(", "), values.join(", "));
        let insert = format!("INSERT INTO temp.carried ({names}) VALUES ({values})");
        match self.conn.prepare_cached(&insert)?.execute([serde_json::to_string(&row)?]) {
            Ok(_) => {}
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                return Ok(None);
            }
            Err(error) => return Err(error.into()),
        }
        let read = format!("SELECT {} FROM temp.carried AS t", image("t", self.columns));
        let image_now = self.conn.prepare_cached(&read)?.query_row([], |row| row.get(0))?;
        self.conn.prepare_cached("DELETE FROM temp.carried")?.execute([])?;
        Ok(Some(image_now))
    }

    fn remove(self) -> Result<()> {
        self.conn.flush_prepared_statement_cache();
        Ok(self.conn.execute_batch("DROP TABLE temp.carried")?)
    }
}
