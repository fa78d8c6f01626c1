//! The schema is the committed one, and every data table is journalled. `UPDATE=1` rewrites the golden.

use std::collections::BTreeMap;
use std::path::Path;

use couloir_core::{Library, Millis, TABLES};
use rusqlite::Connection;

/// Tables that hold no workshop data: the journal itself, preferences, and what is derived.
const NOT_DATA: &[&str] = &["change", "exchange", "operation", "replica", "replica_chunk", "setting", "visit"];

/// Name and SQL of everything in a database, as SQLite keeps it (comments too).
fn schema(conn: &Connection) -> BTreeMap<String, String> {
    let mut statement =
        conn.prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

fn fresh() -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    drop(Library::open(folder.path(), Box::new(|| Millis(0))).unwrap());
    let conn = Connection::open(folder.path().join("couloir.db")).unwrap();
    (folder, conn)
}

#[test]
fn a_fresh_database_is_the_committed_schema() {
    let (_folder, conn) = fresh();
    let found = schema(&conn);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/core/store/schema.sql");
    if std::env::var_os("UPDATE").is_some() {
        let text: Vec<String> = found.values().map(|sql| format!("{sql};\n")).collect();
        std::fs::write(&path, text.join("\n")).unwrap();
    }
    let golden = Connection::open_in_memory().unwrap();
    // Tables may name tables that come later in the file; SQLite looks only when rows are written.
    let text = std::fs::read_to_string(&path).unwrap();
    let (tables, rest): (Vec<&str>, Vec<&str>) =
        text.split(";\n").partition(|sql| sql.trim().starts_with("CREATE TABLE"));
    for sql in tables.into_iter().chain(rest) {
        golden.execute_batch(sql).unwrap();
    }
    assert!(schema(&golden) == found, "schema.sql is not current: run with UPDATE=1 and read the difference");
}

#[test]
fn every_data_table_is_journalled() {
    let (_folder, conn) = fresh();
    let tables: Vec<String> = conn
        .prepare(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    for table in &tables {
        assert!(
            TABLES.contains(&table.as_str()) != NOT_DATA.contains(&table.as_str()),
            "{table} is neither data nor declared as no data"
        );
    }
    assert_eq!(tables.len(), TABLES.len() + NOT_DATA.len());
}

#[test]
fn a_table_has_an_index_for_every_reference() {
    let (_folder, conn) = fresh();
    for table in TABLES {
        let references: Vec<String> = conn
            .prepare("SELECT DISTINCT \"from\" FROM pragma_foreign_key_list(?1)")
            .unwrap()
            .query_map([table], |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        for column in references {
            let indexed: bool = conn
                .query_row(
                    "SELECT EXISTS (SELECT 1 FROM pragma_index_list(?1) AS l, pragma_index_info(l.name) AS i WHERE i.seqno = 0 AND i.name = ?2)",
                    [*table, column.as_str()],
                    |row| row.get(0),
                )
                .unwrap();
            assert!(indexed, "{table}.{column} has no index: deleting what it refers to would read the whole table");
        }
    }
}
