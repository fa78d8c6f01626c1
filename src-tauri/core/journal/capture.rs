//! Row images, captured by SQLite itself through temp triggers generated from the schema.
//!
//! The technique is the one SQLite's documentation describes for undo ("Automatic Undo/Redo Using SQLite"),
//! with JSON images instead of SQL text, so that the same image also makes the patch.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::Connection;

use crate::{Result, TABLES};

/// A column of a data table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Column {
    pub name: String,
    pub is_generated: bool,
}

/// A reference of a data table to another, the workshop's own left out.
struct Reference {
    column: String,
    to: String,
}

/// The statements of the journal for each data table, generated once when the store opens.
#[derive(Debug)]
pub(crate) struct Images {
    statements: HashMap<String, Statements>,
    /// Tables to whose rows others refer.
    referred: HashSet<String>,
}

/// SQL of one table.
#[derive(Debug)]
pub(crate) struct Statements {
    /// The image of the row `?1` as it is now.
    pub read: String,
    /// Ids and images of all rows of the workshop `?1`.
    pub list: String,
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

/// What one operation did, as SQLite saw it.
pub(crate) struct Captured {
    pub changes: Vec<RowChange>,
    /// The workshops that own the rows, [`LIBRARY`] for what belongs to none, and [`ASTRAY`].
    pub owners: BTreeSet<String>,
}

/// Owner of the rows that belong to the library.
pub(crate) const LIBRARY: &str = "";
/// Owner of a row that went from one workshop to another, or now refers to a row of another.
pub(crate) const ASTRAY: &str = "astray";

impl Images {
    /// Reads the schema and installs the capturing triggers on this connection.
    pub fn install(conn: &Connection) -> Result<Self> {
        conn.execute_batch(
            "CREATE TEMP TABLE capture (
               ordinal INTEGER PRIMARY KEY, table_name TEXT NOT NULL, row_id TEXT NOT NULL, owner TEXT NOT NULL,
               before TEXT, after TEXT
             ) STRICT;",
        )?;
        let (mut statements, mut referred) = (HashMap::new(), HashSet::from(["workshop".to_owned()]));
        for table in TABLES {
            let columns = columns(conn, table)?;
            // Fixtures of past versions are written by today's program.
            if columns.is_empty() {
                continue;
            }
            let (old, new) = (image("OLD", &columns), image("NEW", &columns));
            let owner = Owner::of(conn, table, &columns)?;
            referred.extend(owner.references.iter().map(|reference| reference.to.clone()));
            let (inserted, updated, deleted) = (owner.inserted(), owner.updated(), owner.expression("OLD"));
            let into = "INSERT INTO capture (table_name, row_id, owner, before, after)";
            conn.execute_batch(&format!(
                "CREATE TEMP TRIGGER capture_{table}_insert AFTER INSERT ON main.{table} BEGIN
                   {into} VALUES ('{table}', NEW.id, {inserted}, NULL, {new}); END;
                 CREATE TEMP TRIGGER capture_{table}_update AFTER UPDATE ON main.{table} BEGIN
                   {into} VALUES ('{table}', OLD.id, {updated}, {old}, {new}); END;
                 CREATE TEMP TRIGGER capture_{table}_delete AFTER DELETE ON main.{table} BEGIN
                   {into} VALUES ('{table}', OLD.id, {deleted}, {old}, NULL); END;"
            ))?;
            statements.insert((*table).to_owned(), Statements::of(table, &columns));
        }
        Ok(Self { statements, referred })
    }

    /// Whether rows of other tables refer to rows of this one, and would follow when one is deleted.
    pub fn are_referred_to(&self, table: &str) -> bool {
        self.referred.contains(table)
    }

    /// The statements of a data table.
    pub fn of(&self, table: &str) -> Result<&Statements> {
        self.statements.get(table).ok_or_else(|| crate::Error::Damaged(format!("no data table {table}")))
    }

    /// Takes what was captured since the last call, one change a row, unchanged rows left out.
    pub fn take(conn: &Connection) -> Result<Captured> {
        let mut statement =
            conn.prepare_cached("SELECT table_name, row_id, before, after, owner FROM temp.capture ORDER BY ordinal")?;
        let mut owners = BTreeSet::new();
        let captured = statement
            .query_map([], |row| {
                let owner = row.get_ref(4)?.as_str()?;
                if !owners.contains(owner) {
                    owners.insert(owner.to_owned());
                }
                Ok(RowChange { table: row.get(0)?, id: row.get(1)?, before: row.get(2)?, after: row.get(3)? })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        if !captured.is_empty() {
            conn.prepare_cached("DELETE FROM temp.capture")?.execute([])?;
        }
        Ok(Captured { changes: joined(captured), owners })
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
            list: format!(
                "SELECT id, {} FROM main.{table} AS t WHERE {} = ?1",
                image("t", columns),
                if table == "workshop" { "id" } else { "workshop_id" }
            ),
            write: format!("{insert} ON CONFLICT (id) DO UPDATE SET {}", updates.join(", ")),
            insert,
            update: format!("UPDATE main.{table} SET {} WHERE id = ?2", sets.join(", ")),
            delete: format!("DELETE FROM main.{table} WHERE id = ?1"),
            columns: writable.into_iter().map(str::to_owned).collect(),
        }
    }
}

/// SQL that says whose a captured row is.
struct Owner {
    /// The column that names the workshop, if the table has one.
    column: Option<&'static str>,
    references: Vec<Reference>,
}

impl Owner {
    fn of(conn: &Connection, table: &str, columns: &[Column]) -> Result<Self> {
        let column = match table {
            "workshop" => Some("id"),
            _ => columns.iter().any(|column| column.name == "workshop_id").then_some("workshop_id"),
        };
        Ok(Self { column, references: references(conn, table)? })
    }

    fn expression(&self, row: &str) -> String {
        self.column.map_or_else(|| format!("'{LIBRARY}'"), |column| format!("{row}.{column}"))
    }

    /// Whether a reference leads to a row of another workshop. One to a row that is not there yet leads nowhere.
    fn strays(&self, is_new: impl Fn(&str) -> String) -> Vec<String> {
        let Some(owner) = self.column else { return Vec::new() };
        let stray = |Reference { column, to }: &Reference| {
            let elsewhere =
                format!("SELECT 1 FROM main.{to} AS r WHERE r.id = NEW.{column} AND r.workshop_id <> NEW.{owner}");
            format!("({}NEW.{column} IS NOT NULL AND EXISTS ({elsewhere}))", is_new(column))
        };
        self.references.iter().map(stray).collect()
    }

    fn inserted(&self) -> String {
        self.unless(&self.strays(|_| String::new()))
    }

    fn updated(&self) -> String {
        let mut astray = self.strays(|column| format!("OLD.{column} IS NOT NEW.{column} AND "));
        astray.extend(self.column.map(|column| format!("OLD.{column} IS NOT NEW.{column}")));
        self.unless(&astray)
    }

    fn unless(&self, astray: &[String]) -> String {
        let owner = self.expression("NEW");
        if astray.is_empty() { owner } else { format!("iif({}, '{ASTRAY}', {owner})", astray.join(" OR ")) }
    }
}

/// The JSON object of a row; flags become `true` and `false`.
pub(crate) fn image(row: &str, columns: &[Column]) -> String {
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

fn references(conn: &Connection, table: &str) -> Result<Vec<Reference>> {
    let sql = "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1) WHERE \"table\" <> 'workshop'";
    let mut statement = conn.prepare(sql)?;
    let references = statement
        .query_map([table], |row| Ok(Reference { column: row.get(0)?, to: row.get(1)? }))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(references)
}

/// The columns of a table, in their order.
pub(crate) fn columns(conn: &Connection, table: &str) -> Result<Vec<Column>> {
    let mut statement = conn.prepare("SELECT name, hidden FROM pragma_table_xinfo(?1) ORDER BY cid")?;
    let columns = statement
        .query_map([table], |row| Ok(Column { name: row.get(0)?, is_generated: row.get::<_, i64>(1)? != 0 }))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(columns)
}
