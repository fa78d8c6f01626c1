#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use serde_json::{Map, Value as Json};

use super::*;
use crate::journal::capture::columns;
use crate::journal::image::columns as columns_of;
use crate::store::carry::Rule;
use crate::testing::NOW;
use crate::workshop::WorkshopId;
use crate::{Contents, Error, Library, Operation, Result, TABLES};

/// Tables that are no data but are in a fixture.
const JOURNAL: [&str; 2] = ["operation", "change"];

fn fixture(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("store/fixtures/schema_{version}.sql"))
}

/// A database at a version of the schema, with nothing in it.
fn empty(path: &Path, version: u32) -> Connection {
    let mut conn = Connection::open(path).unwrap();
    climb(&mut conn, &LADDER[..version as usize]).unwrap();
    conn.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    conn
}

/// A data folder with the fixture of a version.
fn past(version: u32) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let conn = empty(&folder.path().join("couloir.db"), version);
    let text = std::fs::read_to_string(fixture(version))
        .unwrap_or_else(|_| panic!("no fixture of version {version}: UPDATE=1 cargo test -p couloir-core fixtures"));
    conn.execute_batch(&text).unwrap();
    folder
}

fn open(folder: &Path) -> Library {
    Library::open(folder, Box::new(|| NOW)).unwrap()
}

/// Rows for every table, under ids that begin with `prefix`.
fn rows(prefix: &str) -> BTreeMap<String, Vec<Map<String, Json>>> {
    let text = include_str!("../fixtures/rows.json").replace('@', prefix);
    let mut rows: BTreeMap<String, Vec<Map<String, Json>>> = serde_json::from_str(&text).unwrap();
    for (_, rows) in rows.iter_mut().filter(|(table, _)| !["workshop", "method"].contains(&table.as_str())) {
        for row in rows {
            row.insert("workshop_id".to_owned(), format!("{prefix}w").into());
        }
    }
    rows
}

/// Does something to every table, through the journal: two workshops are made; one is changed everywhere and partly
/// taken apart, the other deleted; the last two steps are undone.
fn live(library: &mut Library) -> Result<()> {
    let present: Vec<&str> = TABLES.iter().copied().filter(|table| library.images.of(table).is_ok()).collect();
    let make = |library: &mut Library, prefix: &str| {
        let rows = rows(prefix);
        library.commit(Operation::on_library("workshop-create"), |tx| {
            tx.name("title", "Atelier");
            tx.defer_references()?;
            for table in &present {
                let rows = rows.get(*table).unwrap_or_else(|| panic!("no row for {table} in fixtures/rows.json"));
                rows.iter().try_for_each(|row| tx.insert_object(table, row))?;
            }
            Ok(())
        })
    };
    make(library, "a-")?;
    make(library, "b-")?;
    let w: WorkshopId = "a-w".into();
    // A word of every row that has one, in two steps; and flags.
    for table in &present {
        let change = |column: &str| format!("UPDATE {table} SET {column} = {column} || ' bis' WHERE id LIKE 'a-%'");
        let texts = ["title", "name", "body", "note", "reason", "detail"];
        let Some(column) =
            texts.into_iter().find(|name| library.images.of(table).unwrap().columns.iter().any(|c| c == name))
        else {
            continue;
        };
        let operation = Operation::new(&w, "agenda-item-edit").writing_library();
        library.commit(operation, |tx| {
            tx.name("title", *table);
            tx.run(&change(column))
        })?;
    }
    library.workshop_rename(&w, "Nouveau nom")?;
    library.commit(Operation::new(&w, "task-edit"), |tx| {
        tx.name("number", 1);
        tx.run("UPDATE task SET status = 'done', notes = 'Fait.' WHERE id = 'a-task1'")
    })?;
    library.commit(Operation::on_library("workshop-delete"), |tx| {
        tx.name("title", "Atelier");
        tx.run("DELETE FROM method WHERE id = 'b-method1'")?;
        tx.run("DELETE FROM workshop WHERE id = 'b-w'")
    })?;
    for (name, sql) in [
        ("role-delete", "DELETE FROM role WHERE id = 'a-role2'"),
        ("meeting-delete", "DELETE FROM meeting WHERE id = 'a-meeting1'"),
        ("role-delete", "DELETE FROM role WHERE id = 'a-role1'"),
        ("task-delete", "DELETE FROM task"),
    ] {
        library.commit(Operation::new(&w, name), |tx| {
            for argument in ["letter", "title", "number", "count"] {
                tx.name(argument, "1");
            }
            tx.run(sql)
        })?;
    }
    library.undo(Some(&w))?;
    library.undo(Some(&w))?;
    Ok(())
}

/// All rows as statements, the tables in their order.
fn statements(conn: &Connection) -> String {
    let mut text =
        String::from("-- Written by `UPDATE=1 cargo test -p couloir-core fixtures`; never changed afterwards.\n");
    for table in TABLES.iter().copied().chain(JOURNAL) {
        let names: Vec<String> =
            columns(conn, table).unwrap().into_iter().filter(|c| !c.is_generated).map(|c| c.name).collect();
        if names.is_empty() {
            continue;
        }
        let quoted: Vec<String> = names.iter().map(|name| format!("quote({name})")).collect();
        let sql = format!("SELECT concat_ws(', ', {}) FROM {table} ORDER BY 1", quoted.join(", "));
        let mut statement = conn.prepare(&sql).unwrap();
        for values in statement.query_map([], |row| row.get::<_, String>(0)).unwrap() {
            text.push_str(&format!("INSERT INTO {table} ({}) VALUES ({});\n", names.join(", "), values.unwrap()));
        }
    }
    text
}

#[test]
fn fixtures_there_is_one_for_each_version_with_a_change_of_every_table() {
    for version in 1..=SCHEMA_VERSION {
        if std::env::var_os("UPDATE").is_some() && !fixture(version).exists() {
            let folder = tempfile::tempdir().unwrap();
            let conn = empty(&folder.path().join("couloir.db"), version);
            conn.pragma_update(None, "foreign_keys", true).unwrap();
            let mut library = Library::new(conn, Box::new(|| NOW), None).unwrap();
            live(&mut library).unwrap();
            let text = statements(&library.conn);
            // A workshop refers to what comes later, and meetings and series to each other.
            std::fs::write(fixture(version), format!("PRAGMA foreign_keys = OFF;\n{text}")).unwrap();
        }
        let folder = past(version);
        let conn = Connection::open(folder.path().join("couloir.db")).unwrap();
        assert_eq!(misshapen(&conn), Vec::<String>::new(), "version {version}: the fixture is not of its version");
        for table in TABLES.iter().filter(|table| !columns(&conn, table).unwrap().is_empty()) {
            let count: (u32, u32) = conn
                .query_row(
                    "SELECT sum(before IS NULL), sum(after IS NULL) FROM change WHERE table_name = ?1",
                    [table],
                    |row| Ok((row.get::<_, Option<u32>>(0)?.unwrap_or(0), row.get::<_, Option<u32>>(1)?.unwrap_or(0))),
                )
                .unwrap();
            assert!(count.0 > 0 && count.1 > 0, "version {version}: no operation on {table}, see fixtures/rows.json");
        }
    }
}

/// Images that do not have the columns of their table.
fn misshapen(conn: &Connection) -> Vec<String> {
    let mut statement = conn.prepare("SELECT table_name, before, after FROM change").unwrap();
    let changes = statement
        .query_map([], |row| {
            Ok((row.get::<_, String>(0)?, [row.get::<_, Option<String>>(1)?, row.get::<_, Option<String>>(2)?]))
        })
        .unwrap();
    let mut found = BTreeSet::new();
    for change in changes {
        let (table, images) = change.unwrap();
        let wanted: BTreeSet<String> = columns(conn, &table).unwrap().into_iter().map(|column| column.name).collect();
        for image in images.into_iter().flatten() {
            let had: BTreeSet<String> = columns_of(&image).unwrap().into_iter().map(|(name, _)| name).collect();
            if had != wanted {
                let (more, less): (Vec<_>, Vec<_>) =
                    (had.difference(&wanted).collect(), wanted.difference(&had).collect());
                found.insert(format!("{table}: no rule for {more:?}, nothing for {less:?}"));
            }
        }
    }
    found.into_iter().collect()
}

/// Every row of every data table, as SQLite stores it.
fn dump(conn: &Connection) -> Vec<String> {
    let mut rows = Vec::new();
    for table in TABLES {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY id")).unwrap();
        let width = statement.column_count();
        let found = statement
            .query_map([], |row| (0..width).map(|i| row.get::<_, Value>(i)).collect::<rusqlite::Result<Vec<_>>>())
            .unwrap();
        rows.extend(found.map(|row| format!("{table} {:?}", row.unwrap())));
    }
    rows
}

/// Number and scope of every operation that can be undone or redone, in order.
fn operations(library: &Library) -> Vec<(i32, Option<WorkshopId>, bool)> {
    let scopes = [None, Some(WorkshopId::from("a-w")), Some(WorkshopId::from("b-w"))];
    let mut all = Vec::new();
    for scope in scopes {
        for entry in library.history(scope.as_ref(), None, 1_000).unwrap() {
            assert!(entry.is_readable, "{entry:?}");
            assert!(
                ![crate::journal::UNKNOWN, crate::journal::UNREADABLE].contains(&entry.name.name.as_str()),
                "{entry:?}"
            );
            all.push((entry.seq, scope.clone(), entry.is_undone));
        }
    }
    all.sort();
    all
}

#[test]
fn a_file_of_any_version_is_undone_to_the_start_redone_to_the_end_and_read_as_it_was_at_every_moment() {
    for version in 1..=SCHEMA_VERSION {
        let folder = past(version);
        let mut library = open(folder.path());
        assert_eq!(self::version(&library.conn).unwrap(), SCHEMA_VERSION);
        assert_eq!(library.check().unwrap(), Vec::<String>::new(), "version {version}");
        assert_eq!(misshapen(&library.conn), Vec::<String>::new(), "version {version}");
        let w = WorkshopId::from("a-w");
        let all = operations(&library);
        for (_, scope, _) in all.iter().filter(|(_, _, is_undone)| *is_undone) {
            library.redo(scope.as_ref()).unwrap();
        }
        assert_rows_are_as_the_journal_left_them(&library);
        let end = dump(&library.conn);
        let moments: Vec<Option<Contents>> = all.iter().map(|(seq, ..)| library.contents_at(&w, *seq).ok()).collect();
        for ((_, scope, _), moment) in all.iter().zip(&moments).rev() {
            assert_eq!(library.contents(&w).ok(), *moment, "version {version}: a moment is not what undo leads to");
            library.undo(scope.as_ref()).unwrap();
        }
        assert!(moments[0].is_some() && moments.len() > 20);
        assert_eq!(dump(&library.conn), Vec::<String>::new(), "version {version}: the start is an empty library");
        for (_, scope, _) in &all {
            library.redo(scope.as_ref()).unwrap();
        }
        assert_eq!(dump(&library.conn), end, "version {version}");
        assert_eq!(library.check().unwrap(), Vec::<String>::new(), "version {version}");
    }
}

/// A step that fills a column of the rows fills it in their images too.
fn assert_rows_are_as_the_journal_left_them(library: &Library) {
    let sql = "SELECT table_name, row_id, after FROM (
                 SELECT c.*, row_number() OVER (PARTITION BY table_name, row_id ORDER BY operation_seq DESC, ordinal DESC) AS n
                 FROM change AS c JOIN operation AS o ON o.seq = c.operation_seq WHERE o.state = 'done'
               ) WHERE n = 1 AND after IS NOT NULL";
    let mut statement = library.conn.prepare(sql).unwrap();
    let last = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?)))
        .unwrap();
    for row in last {
        let (table, id, after) = row.unwrap();
        let read = &library.images.of(&table).unwrap().read;
        let present: String = library.conn.query_row(read, [&id], |row| row.get(0)).unwrap();
        assert_eq!(present, after, "{table} {id}: the row and its last image differ; a rule is missing");
    }
}

#[test]
fn files_that_were_upgraded_without_their_journal_are_healed() {
    for version in 1..=3 {
        let folder = past(version);
        let path = folder.path().join("couloir.db");
        let conn = Connection::open(&path).unwrap();
        // As programs up to version 4 did it: the tables alone.
        for step in &LADDER[version as usize..4] {
            conn.execute_batch(step.sql).unwrap();
        }
        conn.pragma_update(None, "user_version", 4).unwrap();
        assert!(!misshapen(&conn).is_empty());
        drop(conn);
        let mut library = open(folder.path());
        assert_eq!(misshapen(&library.conn), Vec::<String>::new());
        let all = operations(&library);
        for (_, scope, _) in all.iter().filter(|(_, _, is_undone)| !is_undone).rev() {
            library.undo(scope.as_ref()).unwrap();
        }
        assert_eq!(dump(&library.conn), Vec::<String>::new());
    }
}

/// The images of a table, oldest first, as columns.
fn images(conn: &Connection, table: &str) -> Vec<Map<String, Json>> {
    let sql = "SELECT coalesce(after, before) FROM change WHERE table_name = ?1 ORDER BY operation_seq, ordinal";
    let mut statement = conn.prepare(sql).unwrap();
    let found = statement.query_map([table], |row| row.get::<_, String>(0)).unwrap();
    found.map(|image| columns_of(&image.unwrap()).unwrap()).collect()
}

/// A database of today's version with the journal of its fixture, to which steps are taken.
fn stepped(steps: &[Step]) -> Connection {
    let folder = past(SCHEMA_VERSION);
    let mut conn = Connection::open(folder.path().join("couloir.db")).unwrap();
    climb(&mut conn, steps).unwrap();
    conn
}

#[test]
fn each_kind_of_change_has_its_rule() {
    let step = |sql, rules| Step { rules, ..step(sql) };
    let before = images(&stepped(&[]), "role");
    let conn = stepped(&[
        step(
            "ALTER TABLE role RENAME COLUMN mandate TO mission",
            &[Rule::Renamed { table: "role", from: "mandate", to: "mission" }],
        ),
        step("ALTER TABLE role DROP COLUMN first_step", &[Rule::Removed { table: "role", column: "first_step" }]),
        step("ALTER TABLE role ADD COLUMN weight INTEGER NOT NULL DEFAULT 3", &[]),
        step(
            "ALTER TABLE role ADD COLUMN initial TEXT NOT NULL DEFAULT ''; UPDATE role SET initial = substr(name, 1, 1)",
            &[Rule::Filled {
                table: "role",
                column: "initial",
                value: |row| row["name"].as_str().unwrap_or_default().chars().take(1).collect::<String>().into(),
            }],
        ),
        step("ALTER TABLE role ADD COLUMN loud TEXT NOT NULL GENERATED ALWAYS AS (upper(letter)) VIRTUAL", &[]),
        step("ALTER TABLE tag RENAME TO label", &[Rule::TableRenamed { from: "tag", to: "label" }]),
        step("DROP TABLE pulse", &[Rule::TableRemoved { table: "pulse" }]),
    ]);
    assert_eq!(misshapen(&conn), Vec::<String>::new());
    let after = images(&conn, "role");
    assert_eq!(before.len(), after.len());
    for (then, now) in before.iter().zip(&after) {
        assert_eq!(now["mission"], then["mandate"]);
        assert_eq!((&now["weight"], &now["name"], &now["loud"]), (&Json::from(3), &then["name"], &then["letter"]));
        assert_eq!(now["initial"].as_str().unwrap(), &then["name"].as_str().unwrap()[..1]);
    }
    assert!(images(&conn, "pulse").is_empty() && images(&conn, "tag").is_empty());
    assert_eq!(images(&conn, "label").len(), images(&stepped(&[]), "tag").len());
    let found: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!(found, SCHEMA_VERSION + 7);
}

#[test]
fn a_forgotten_rule_is_found_out_and_keeps_no_data_from_opening() {
    let conn = stepped(&[step("ALTER TABLE role RENAME COLUMN mandate TO mission")]);
    assert_eq!(misshapen(&conn), [r#"role: no rule for ["mandate"], nothing for ["mission"]"#]);
    let roles: u32 = conn.query_row("SELECT count(*) FROM role", [], |row| row.get(0)).unwrap();
    assert!(roles > 0);
}

#[test]
fn a_failing_step_leaves_the_file_as_it_was() {
    let folder = past(2);
    let path = folder.path().join("couloir.db");
    let mut conn = Connection::open(&path).unwrap();
    let before = images(&conn, "backlog_item");
    climb(&mut conn, &[step(LADDER[2].sql), step("ALTER TABLE nothing ADD COLUMN x")]).unwrap_err();
    assert_eq!(images(&conn, "backlog_item"), before);
    assert_eq!(version(&conn).unwrap(), 2);
    assert!(!columns(&conn, "backlog_item").unwrap().iter().any(|column| column.name == "block"));
}

#[test]
fn an_image_that_cannot_be_carried_stays_as_it_is() {
    let folder = past(2);
    let conn = Connection::open(folder.path().join("couloir.db")).unwrap();
    conn.execute_batch(
        "UPDATE change SET after = '{\"id\":' WHERE table_name = 'backlog_item' AND row_id = 'a-parked1' AND before IS NULL;
         UPDATE change SET after = '{\"id\":null}' WHERE table_name = 'deferral' AND before IS NULL;",
    )
    .unwrap();
    drop(conn);
    let library = open(folder.path());
    let kept: String = library
        .conn
        .query_row(
            "SELECT after FROM change WHERE table_name = 'backlog_item' AND row_id = 'a-parked1' AND before IS NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(kept, "{\"id\":");
    assert!(library.contents(&"a-w".into()).is_ok());
}

/// A library that the first version of this schema wrote: a workshop, and an import of two roles and three tasks.
fn version_one(folder: &Path) {
    let conn = empty(&folder.join("couloir.db"), 1);
    // Rows stand in the order of their tables, not of their references.
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    conn.execute_batch(include_str!("../fixtures/version_1.sql")).unwrap();
}

#[test]
fn a_library_of_the_first_version_opens_with_all_it_held_and_can_still_be_undone() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    std::fs::create_dir(&folder).unwrap();
    version_one(&folder);
    let mut library = open(&folder);
    let w: WorkshopId = library.workshops().unwrap()[0].id.clone();
    let contents = library.contents(&w).unwrap();
    let titles: Vec<&str> = contents.tasks.iter().map(|task| task.title.as_str()).collect();
    assert_eq!(titles, ["Ouvrir les accès", "Écrire le schéma", "Relier l’application"]);
    assert_eq!(contents.roles.len(), 2);
    assert!(library.check().unwrap().is_empty());
    library.undo(Some(&w)).unwrap();
    assert!(library.contents(&w).unwrap().tasks.is_empty());
    library.redo(Some(&w)).unwrap();
    assert_eq!(library.contents(&w).unwrap(), contents);

    // The file as it was is kept among the copies.
    let copies = crate::store::backup::BackupPlace::of(&folder).list();
    let before = Connection::open(&copies[0].path).unwrap();
    assert_eq!(version(&before).unwrap(), 1);
    let tasks: u32 = before.query_row("SELECT count(*) FROM task", [], |row| row.get(0)).unwrap();
    assert_eq!(tasks, 3);
}

#[test]
fn a_newer_library_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    version_one(folder.path());
    let path = folder.path().join("couloir.db");
    Connection::open(&path).unwrap().pragma_update(None, "user_version", SCHEMA_VERSION + 1).unwrap();
    let before = std::fs::read(&path).unwrap();
    let refused = Library::open(folder.path(), Box::new(|| NOW)).map(|_| ()).unwrap_err();
    assert!(matches!(refused, Error::FileTooNew { .. }), "{refused}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}
