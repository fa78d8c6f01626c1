//! Getting a library, or one workshop of it, back from a copy.

mod difference;
mod place;

use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup as Copying, StepResult};
use tempfile::TempDir;

use super::backup::{Backup, BackupPlace, Cause, prove};
use super::fault::Fault;
use super::{contents, reader};
use crate::workshop::{Workshop, WorkshopId, archive};
use crate::{Committed, Contents, Error, Library, Operation, Result};

pub use difference::{WorkshopDifference, WorkshopFate};
pub use place::{Kept, open_without_journal, put_in_place, set_aside, start_anew};

/// A copy made ready to be restored: proved, and brought to this program's version, in a place of its own.
pub struct Restorable {
    conn: Connection,
    _folder: TempDir,
}

impl Restorable {
    /// Makes a copy ready; the copy itself stays as it is.
    ///
    /// # Errors
    /// [`Error::Unopened`] and [`Error::FileTooNew`], as when it is opened.
    pub fn read(source: &Path) -> Result<Self> {
        let (conn, folder) = reader::copy(source)?;
        prove(&conn).map_err(|error| Fault::Damaged.at(source, error))?;
        Ok(Self { conn, _folder: folder })
    }

    /// Its workshops.
    pub fn workshops(&self) -> Result<Vec<WorkshopId>> {
        let mut statement = self.conn.prepare("SELECT id FROM workshop ORDER BY created_at DESC, id DESC")?;
        let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
        Ok(ids.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().map(WorkshopId).collect())
    }

    /// A whole workshop of it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn contents(&self, id: &WorkshopId) -> Result<Contents> {
        contents(&self.conn, id)
    }
}

impl Library {
    /// Makes the whole library as a copy has it. The library as it was is copied before; that copy is the value, and
    /// restoring it takes this back. Preferences of this laptop stay.
    ///
    /// # Errors
    /// As [`Restorable::read`]; nothing is changed then.
    pub fn restore(&mut self, source: &Path) -> Result<Option<Backup>> {
        self.check_files()?;
        let copy = Restorable::read(source)?;
        let before = self.back_up(Cause::Restore)?.or_else(|| {
            let folder = self.folder()?;
            BackupPlace::of(folder).list().into_iter().next()
        });
        let settings = self.settings()?;
        self.conn.flush_prepared_statement_cache();
        {
            let copying = Copying::new(&copy.conn, &mut self.conn)?;
            match copying.step(-1).map_err(Error::of_commit)? {
                StepResult::Done => {}
                _ => return Err(Error::Busy),
            }
        }
        self.confirm_files()?;
        let settings: Vec<(&str, &str)> =
            settings.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.set_settings(&settings)?;
        self.revision += 1;
        Ok(before)
    }

    /// Makes one workshop as a copy has it, as one step that can be undone.
    ///
    /// # Errors
    /// As [`Restorable::read`]; [`Error::NotFound`] when the copy does not hold it.
    pub fn restore_workshop(&mut self, source: &Path, id: &WorkshopId) -> Result<Committed<()>> {
        let wanted = Restorable::read(source)?.contents(id)?;
        let is_here = match self.contents(id) {
            Ok(_) => true,
            Err(Error::NotFound { .. }) => false,
            Err(error) => return Err(error),
        };
        self.back_up(Cause::Restore)?;
        let operation =
            if is_here { Operation::new(id, "workshop-restore") } else { Operation::on_library("workshop-restore") };
        let title = wanted.workshop.title.clone();
        let mut lists = archive(&wanted)?;
        self.commit(operation, |tx| {
            tx.name("title", &title);
            tx.defer_references()?;
            if is_here {
                tx.delete::<Workshop>(id)?;
            }
            if let Some(serde_json::Value::Object(row)) = lists.remove("workshop") {
                tx.insert_object("workshop", &row)?;
            }
            for (list, table) in Contents::LISTS {
                let Some(serde_json::Value::Array(rows)) = lists.remove(*list) else { continue };
                for row in rows {
                    let serde_json::Value::Object(row) = row else { continue };
                    // A moment means something only where its journal is.
                    if *table == "snapshot" && !tx.knows_moment(&row)? {
                        continue;
                    }
                    tx.insert_object(table, &row)?;
                }
            }
            Ok(())
        })
    }
}

impl crate::Tx<'_> {
    fn knows_moment(&self, snapshot: &serde_json::Map<String, serde_json::Value>) -> Result<bool> {
        let seq = snapshot.get("operation_seq").and_then(serde_json::Value::as_i64).unwrap_or(0);
        let found = self.value::<i64>("SELECT seq FROM operation WHERE seq = ?1", [seq])?;
        Ok(found.is_some())
    }
}

#[cfg(test)]
mod tests;
