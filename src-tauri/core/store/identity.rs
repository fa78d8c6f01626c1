//! Whether the files under the running program are still the ones it opened.
//!
//! A sync client, another program or a hand may replace, cut or remove them; SQLite goes on with the file that it
//! holds, and what it then writes is lost with it. The files are looked at before a write and before its
//! acknowledgement. To be sure whose hand wrote, SQLite never checkpoints by itself (see [`Identity::settle`]).

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rusqlite::Connection;

use super::fault::FileChange;
use super::open::PATIENCE;
use super::wal::beside;
use crate::{Error, Result};

/// Size from which the log is written back into the database.
const LOG_LIMIT: u64 = 4 << 20;

/// What the files looked like after the last write of our own.
pub(crate) struct Identity {
    path: PathBuf,
    log: Option<PathBuf>,
    seen: Seen,
    seen_log: Option<Seen>,
    /// Set once: from then on nothing is written.
    changed: Option<FileChange>,
    /// A write was begun and not confirmed: if it failed, what it left in the files is our own.
    is_open: bool,
}

/// A file as it was looked at.
#[derive(Clone, Copy, PartialEq)]
struct Seen {
    file: (u64, u64),
    length: u64,
    modified: Option<SystemTime>,
}

impl Seen {
    fn of(path: &Path) -> Option<Self> {
        let found = std::fs::metadata(path).ok()?;
        #[cfg(unix)]
        let file = {
            use std::os::unix::fs::MetadataExt;
            (found.dev(), found.ino())
        };
        // A file that SQLite holds can be neither removed nor replaced on other systems.
        #[cfg(not(unix))]
        let file = (0, 0);
        Some(Self { file, length: found.len(), modified: found.modified().ok() })
    }
}

impl Identity {
    /// Notes the files of an open database.
    pub fn note(conn: &Connection, path: &Path) -> Result<Self> {
        let mode: String = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
        let log = (mode == "wal").then(|| beside(path, "-wal"));
        conn.pragma_update(None, "wal_autocheckpoint", 0)?;
        let seen = Seen::of(path).ok_or(Error::FileChanged(FileChange::Missing))?;
        let seen_log = log.as_deref().and_then(Seen::of);
        Ok(Self { path: path.to_owned(), log, seen, seen_log, changed: None, is_open: false })
    }

    /// What became of the files, if they were seen to change.
    pub fn changed(&self) -> Option<FileChange> {
        self.changed
    }

    /// Before a write: the files are as our last write left them.
    ///
    /// # Errors
    /// [`Error::FileChanged`], from then on for ever.
    pub fn check(&mut self) -> Result<()> {
        self.look()?;
        self.is_open = true;
        Ok(())
    }

    /// Whether the files are as our last write left them.
    ///
    /// # Errors
    /// As [`Identity::check`].
    pub fn look(&mut self) -> Result<()> {
        if std::mem::take(&mut self.is_open) {
            self.compare(false)?;
            self.renew();
        }
        self.compare(true)
    }

    /// After a commit and before it is acknowledged: it is in the files that a restart will read.
    ///
    /// # Errors
    /// [`Error::FileChanged`].
    pub fn confirm(&mut self, conn: &Connection) -> Result<()> {
        self.is_open = false;
        self.compare(false)?;
        self.settle(conn);
        Ok(())
    }

    fn compare(&mut self, is_still: bool) -> Result<()> {
        if self.changed.is_none() {
            self.changed = self.difference(is_still);
        }
        self.changed.map_or(Ok(()), |change| Err(Error::FileChanged(change)))
    }

    fn difference(&self, is_still: bool) -> Option<FileChange> {
        let Some(now) = Seen::of(&self.path) else { return Some(FileChange::Missing) };
        if now.file != self.seen.file {
            return Some(FileChange::Replaced);
        }
        // With a log, a commit does not touch the database itself.
        if (is_still || self.log.is_some()) && (now.length, now.modified) != (self.seen.length, self.seen.modified) {
            return Some(FileChange::Rewritten);
        }
        let log = self.log.as_deref()?;
        match (self.seen_log, Seen::of(log)) {
            (Some(before), Some(now)) if before.file != now.file || now.length < before.length => {
                Some(FileChange::Journal)
            }
            (Some(before), Some(now)) if is_still && before != now => Some(FileChange::Journal),
            (Some(_), None) => Some(FileChange::Journal),
            _ => None,
        }
    }

    /// Writes a long log back into the database, and notes the files as they are now.
    pub fn settle(&mut self, conn: &Connection) {
        if self.log.as_deref().and_then(Seen::of).is_some_and(|log| log.length > LOG_LIMIT) {
            // A reader may hold it up; nobody waits for it, the next commit tries again.
            let _ = conn.busy_timeout(Duration::ZERO);
            let _ = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
            let _ = conn.busy_timeout(PATIENCE);
        }
        self.renew();
    }

    /// Notes the files as they are now, after a write of our own.
    pub fn renew(&mut self) {
        if let Some(now) = Seen::of(&self.path) {
            self.seen = now;
        }
        self.seen_log = self.log.as_deref().and_then(Seen::of);
    }
}
