//! Opening to read: beside a Couloir that writes, from a place that cannot be written, on a full disk.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use super::fault::{Access, Fault, ReadOnlyReason, of_system, while_opening};
use super::migrate::{SCHEMA_VERSION, version};
use super::open::{FILE_NAME, Opened, build, inspect, prepare};
use super::{private, wal};
use crate::{Error, Result};

/// Opens the database of a folder to read.
pub(super) fn open(folder: &Path, reason: ReadOnlyReason) -> Result<Opened> {
    let path = folder.join(FILE_NAME);
    look_at(&path)?;
    let (conn, shadow) = match in_place(&path, reason) {
        Ok(conn) if version(&conn)? == SCHEMA_VERSION => (conn, None),
        Err(error @ (Error::FileTooNew { .. } | Error::Unopened { .. })) => return Err(error),
        // An older file is brought up to date in a copy, and so is one whose log SQLite cannot read there.
        Ok(_) | Err(_) => {
            let (conn, shadow) = copy(&path)?;
            (conn, Some(shadow))
        }
    };
    Ok(Opened { conn, access: Access::ReadOnly(reason), lock: None, identity: None, shadow })
}

/// What stands in the place of the file, told apart before SQLite calls everything by one name.
pub(super) fn look_at(path: &Path) -> Result<()> {
    let found = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Fault::Missing.at(path, error),
        _ => of_system(&error, path),
    })?;
    if found.is_dir() {
        return Err(Fault::IsFolder.at(path, ""));
    }
    if found.len() == 0 {
        return Err(Fault::Empty.at(path, ""));
    }
    let mut start = [0; 16];
    let mut file = fs::File::open(path).map_err(|error| of_system(&error, path))?;
    std::io::Read::read(&mut file, &mut start).map_err(|error| of_system(&error, path))?;
    Ok(())
}

fn in_place(path: &Path, reason: ReadOnlyReason) -> Result<Connection> {
    let has_log = fs::metadata(wal::beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
    let conn = if reason == ReadOnlyReason::InUse {
        to_read(path)?
    } else if has_log {
        // The log needs a shared index, which cannot be made here.
        return Err(Error::ReadOnly);
    } else {
        immutable(path)?
    };
    inspect(&conn, path)?;
    Ok(conn)
}

/// A connection that only reads, together with others.
pub(super) fn to_read(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(|error| while_opening(error, path))?;
    prepare(&conn)?;
    Ok(conn)
}

/// A connection to a file that nobody changes: needs no other file beside it, and no lock.
pub(super) fn immutable(path: &Path) -> Result<Connection> {
    let mut name = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => name.push(char::from(byte)),
            b'\\' => name.push('/'),
            _ => name.push_str(&format!("%{byte:02X}")),
        }
    }
    name.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(&name, flags).map_err(|error| while_opening(error, path))?;
    prepare(&conn)?;
    Ok(conn)
}

/// A private copy with the log applied, brought to this program's version.
pub(super) fn copy(path: &Path) -> Result<(Connection, TempDir)> {
    let bytes = wal::read(path).map_err(|error| of_system(&error, path))?;
    let (folder, copied) = private_copy(&bytes)?;
    let mut conn = Connection::open(copied)?;
    prepare(&conn)?;
    inspect(&conn, path)?;
    let things: i64 = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    if things == 0 {
        return Err(Fault::Empty.at(path, ""));
    }
    build(&mut conn)?;
    Ok((conn, folder))
}

/// Bytes as a database in a folder of their own, which only this user may read and which goes with the value.
fn private_copy(bytes: &[u8]) -> Result<(TempDir, std::path::PathBuf)> {
    let folder = tempfile::Builder::new().prefix("couloir-").tempdir()?;
    let copied = folder.path().join(FILE_NAME);
    drop(private::file(&copied)?);
    let mut bytes = bytes.to_vec();
    without_log(&mut bytes);
    fs::write(&copied, bytes)?;
    Ok((folder, copied))
}

/// Marks a database in its header as one that has no log.
pub(super) fn without_log(bytes: &mut [u8]) {
    if let Some(versions) = bytes.get_mut(18..20) {
        versions.fill(1);
    }
}

/// Refuses a log whose changes do not fit the database, as they stand when an older copy was put in its place: to
/// apply them would destroy it.
pub(super) fn refuse_foreign_journal(path: &Path) -> Result<()> {
    let log = wal::beside(path, "-wal");
    if !fs::metadata(&log).is_ok_and(|found| found.len() > 32) {
        return Ok(());
    }
    // Without a shared index nobody else has it open; with one, its writer answers for the log.
    let at = |error: std::io::Error| of_system(&error, path);
    let alone = fs::read(path).map_err(at)?;
    let mut with_log = alone.clone();
    wal::apply(&mut with_log, &fs::read(&log).map_err(at)?);
    if with_log == alone || is_sound(&with_log)? || !is_sound(&alone)? {
        return Ok(());
    }
    Err(Fault::ForeignJournal.at(&log, ""))
}

fn is_sound(bytes: &[u8]) -> Result<bool> {
    let Ok((_folder, copied)) = private_copy(bytes) else { return Ok(true) };
    let conn = Connection::open(copied)?;
    let verdict = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0));
    Ok(verdict.is_ok_and(|verdict| verdict == "ok"))
}
