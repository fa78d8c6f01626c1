//! Migrations cut at any moment: what a killed program leaves in the files is copied every few steps of SQLite's
//! machine while a file of the first version is brought up to date; each copy must open as the old or the new.

use std::fs;
use std::sync::{Arc, Mutex};

use rusqlite::Connection;

use super::{open, paths, rounds, tell};
use crate::store::migrate::{APPLICATION_ID, SCHEMA_VERSION, migrate, to_version, version};

/// Database and log at one moment.
type Moment = (Vec<u8>, Vec<u8>);

fn old(folder: &std::path::Path, of: u32) -> Connection {
    let (path, _) = paths(folder);
    let mut conn = Connection::open(path).unwrap();
    conn.pragma_update(None, "journal_mode", "WAL").unwrap();
    to_version(&mut conn, of).unwrap();
    conn.execute_batch("INSERT INTO workshop (id, title, language, created_at) VALUES ('w', 'x', 'fr', 0)").unwrap();
    conn.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    conn
}

#[test]
fn a_migration_that_is_killed_leaves_the_old_or_the_new() {
    let mut cuts = 0;
    for of in 1..SCHEMA_VERSION {
        let folder = tempfile::tempdir().unwrap();
        let mut conn = old(folder.path(), of);
        let (path, log) = paths(folder.path());
        let moments: Arc<Mutex<Vec<Moment>>> = Arc::default();
        let (kept, at, wal) = (Arc::clone(&moments), path.clone(), log.clone());
        let most = rounds(15) as usize;
        let mut seen = 0_usize;
        let look = move || {
            seen += 1;
            let mut kept = kept.lock().unwrap();
            if kept.len() < most && seen.is_multiple_of(7) {
                kept.push((fs::read(&at).unwrap(), fs::read(&wal).unwrap_or_default()));
            }
            false
        };
        conn.progress_handler(40, Some(look)).unwrap();
        migrate(&mut conn).unwrap();
        conn.progress_handler(0, None::<fn() -> bool>).unwrap();
        moments.lock().unwrap().push((fs::read(&path).unwrap(), fs::read(&log).unwrap()));
        for (database, wal) in moments.lock().unwrap().iter() {
            let cut = tempfile::tempdir().unwrap();
            let place = cut.path().join("data");
            fs::create_dir(&place).unwrap();
            let (path, log) = paths(&place);
            fs::write(&path, database).unwrap();
            fs::write(&log, wal).unwrap();
            let found = version(&Connection::open(&path).unwrap()).unwrap();
            assert!(found == of || found == SCHEMA_VERSION, "from {of}: {found} is neither");
            let library = open(&place).unwrap();
            assert!(library.check().unwrap().is_empty());
            assert_eq!(library.workshops().unwrap().len(), 1);
            cuts += 1;
        }
    }
    tell("cut-migrations", cuts);
}

#[test]
fn the_harness_sees_a_ladder_that_is_climbed_step_by_step() {
    let folder = tempfile::tempdir().unwrap();
    let conn = old(folder.path(), 1);
    // As a program would do it that commits every version by itself.
    conn.execute_batch(include_str!("../migrations/0002_airtime.sql")).unwrap();
    conn.pragma_update(None, "user_version", 2).unwrap();
    let between = version(&conn).unwrap();
    assert!(between != 1 && between != SCHEMA_VERSION);
}
