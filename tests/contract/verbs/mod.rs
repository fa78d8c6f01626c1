//! Every command that writes, driven by what the border says of its arguments: nothing has to be remembered but one
//! line in `dispatch` for a new command, and a test says so when it is missing.

pub mod act;
pub mod dispatch;
pub mod hand;
pub mod stage;
pub mod types;

use std::path::Path;

use couloir_core::{Library, TABLES};
use rusqlite::Connection;
use rusqlite::types::Value;

/// Every row of every data table, as SQLite stores it.
pub fn dump(folder: &Path) -> Vec<String> {
    let conn = Connection::open(folder.join("couloir.db")).unwrap();
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

/// The library of a folder, in which it is always [`stage::NOW`].
pub fn open(folder: &Path) -> Library {
    Library::open(folder, Box::new(|| stage::NOW)).unwrap()
}
