//! The workshop that was read last, kept in memory and brought along by every commit.

use std::sync::Arc;

use rusqlite::Connection;

use super::contents;
use crate::journal::Change;
use crate::workshop::WorkshopId;
use crate::{Contents, Library, Result};

/// Where a database stands: it changes with every row that this connection or another one writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    own: u64,
    others: i64,
}

impl Stand {
    pub fn of(conn: &Connection) -> Result<Self> {
        let mut version = conn.prepare_cached("PRAGMA data_version")?;
        Ok(Self { own: conn.total_changes(), others: version.query_row([], |row| row.get(0))? })
    }
}

/// A whole workshop as it is in the rows while the database stands where it did.
pub(crate) struct Held {
    stand: Stand,
    contents: Arc<Contents>,
}

impl Library {
    /// A whole workshop, shared: what asks for it again before anything was written gets the same.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when there is none with this id.
    pub fn shared_contents(&self, id: &WorkshopId) -> Result<Arc<Contents>> {
        if let Some(held) = self.held_now(id)? {
            return Ok(held);
        }
        // Before the rows: what another program writes meanwhile shows.
        let stand = Stand::of(&self.conn)?;
        let contents = Arc::new(contents(&self.conn, id)?);
        *self.held.borrow_mut() = Some(Held { stand, contents: Arc::clone(&contents) });
        Ok(contents)
    }

    /// The workshop, if it is held as it is now.
    pub(super) fn held_now(&self, id: &WorkshopId) -> Result<Option<Arc<Contents>>> {
        let stand = Stand::of(&self.conn)?;
        let held = self.held.borrow();
        let held = held.as_ref().filter(|held| held.stand == stand && held.contents.workshop.id == *id);
        Ok(held.map(|held| Arc::clone(&held.contents)))
    }

    /// Brings the workshop that is held along with a commit that began where the database stood `before`. Whatever else
    /// was written since lets it go.
    pub(crate) fn bring_along(&self, before: Stand, changes: &[Change]) -> Result<()> {
        let mut slot = self.held.borrow_mut();
        let Some(mut held) = slot.take().filter(|held| held.stand == before) else { return Ok(()) };
        if Arc::make_mut(&mut held.contents).follow(changes) {
            held.stand = Stand::of(&self.conn)?;
            *slot = Some(held);
        }
        Ok(())
    }
}
