//! References to rows that are lost.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Result;

/// Empties references to lost rows where the schema allows it, makes up a row where others depend on it, and drops
/// what cannot stand alone; tells how many rows were dropped.
pub(super) fn references(conn: &Connection) -> Result<i32> {
    let mut dropped = 0;
    // What is made up may refer to something lost in turn.
    for _ in 0..100 {
        // Changes whose operation is lost cannot be undone.
        conn.execute_batch(include_str!("../journal/drop_lost.sql"))?;
        let broken = broken(conn)?;
        if broken.is_empty() {
            break;
        }
        for Broken { table, rowid, parent, column } in broken {
            let Some(rowid) = rowid else { continue };
            let empty = format!("UPDATE {table} SET {column} = NULL WHERE rowid = ?1");
            if conn.execute(&empty, [rowid]).is_err() && !make_up(conn, &table, rowid, &parent, &column)? {
                conn.execute(&format!("DELETE FROM {table} WHERE rowid = ?1"), [rowid])?;
                dropped += 1;
            }
        }
    }
    Ok(dropped)
}

struct Broken {
    table: String,
    rowid: Option<i64>,
    parent: String,
    column: String,
}

fn broken(conn: &Connection) -> Result<Vec<Broken>> {
    let mut statement = conn.prepare(
        "SELECT c.\"table\", c.rowid, c.parent, f.\"from\"
         FROM pragma_foreign_key_check AS c JOIN pragma_foreign_key_list(c.\"table\") AS f ON f.id = c.fkid",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Broken { table: row.get(0)?, rowid: row.get(1)?, parent: row.get(2)?, column: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes up a row that others depend on, so that they stay: named "?", in the workshop of those.
fn make_up(conn: &Connection, table: &str, rowid: i64, parent: &str, column: &str) -> Result<bool> {
    let of_row = |name: &str| -> Option<String> {
        let sql = format!("SELECT {name} FROM {table} WHERE rowid = ?1");
        conn.query_row(&sql, [rowid], |row| row.get(0)).optional().ok().flatten()
    };
    let Some(id) = of_row(column) else { return Ok(false) };
    let there = format!("SELECT EXISTS (SELECT 1 FROM {parent} WHERE id = ?1)");
    if conn.query_row(&there, [&id], |row| row.get::<_, bool>(0))? {
        // It was made up for another row just before.
        return Ok(true);
    }
    if parent == "workshop" {
        return Ok(conn.execute(include_str!("../workshop/insert_lost.sql"), [id])? == 1);
    }
    let Some(workshop_id) = of_row("workshop_id") else { return Ok(false) };
    let made: String = conn.query_row("SELECT sql FROM sqlite_master WHERE name = ?1", [parent], |row| row.get(0))?;
    let mut columns = conn.prepare(
        "SELECT name, type FROM pragma_table_xinfo(?1)
         WHERE hidden = 0 AND \"notnull\" AND dflt_value IS NULL AND name NOT IN ('id', 'workshop_id')",
    )?;
    let columns = columns
        .query_map([parent], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut names = String::from("id, workshop_id");
    let mut values = String::from("?1, ?2");
    for (name, kind) in columns {
        // The first of a closed set, as the schema spells it.
        let listed = made.split(&format!("{name} IN ('")).nth(1).and_then(|rest| rest.split('\'').next());
        let value = match (kind.as_str(), listed) {
            (_, Some(first)) => format!("'{first}'"),
            ("TEXT", None) => "'?'".to_owned(),
            _ => "0".to_owned(),
        };
        names.push_str(&format!(", {name}"));
        values.push_str(&format!(", {value}"));
    }
    let sql = format!("INSERT OR IGNORE INTO {parent} ({names}) VALUES ({values})");
    Ok(conn.execute(&sql, params![id, workshop_id]).is_ok_and(|count| count == 1))
}
