//! Steps of the history that came from other laptops: told like any other, taken back by nobody here.

use std::collections::BTreeMap;

use rusqlite::{Connection, TransactionBehavior, params};

use super::capture::{Images, RowChange, joined};
use super::commit::{patch, record, write_changes};
use super::{Committed, Legible, Operation};
use crate::replica::{Followed, Replicas};
use crate::store::Stand;
use crate::workshop::WorkshopId;
use crate::{Error, Library, Millis, Result};

/// Name of the step in which rows follow what was shared.
const FOLLOWED: &str = "workshop-settle";

/// What a merge did to rows.
#[derive(Default)]
pub(crate) struct Merged {
    pub changes: Vec<RowChange>,
    /// Arguments of the message.
    pub args: BTreeMap<String, String>,
}

impl Library {
    /// Merges something into shared workshops in one transaction. What it changes is one step of the workshop, which
    /// neither can be undone here nor ends what can be redone; in the library (no workshop) it is an ordinary one.
    ///
    /// # Errors
    /// Whatever `work` or the store says; nothing is changed then.
    pub(crate) fn merging(
        &mut self,
        workshop_id: Option<&WorkshopId>,
        name: &'static str,
        work: impl FnOnce(&Connection, &Images, &mut Replicas) -> Result<Merged>,
    ) -> Result<Committed<()>> {
        self.check_files()?;
        let (before, now) = (Stand::of(&self.conn)?, self.now());
        let replicas = self.replicas.get_mut();
        replicas.begin();
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let Merged { changes, args } = work(&transaction, &self.images, replicas)?;
        if !changes.is_empty() {
            match workshop_id {
                Some(id) => tell(&transaction, &self.legible, (id, name), &args, now, &changes)?,
                None => {
                    let operation = Operation::on_library(name);
                    record(&transaction, &self.legible, &operation, &args, now, &changes)?;
                }
            }
        }
        let patch = patch(&changes)?;
        transaction.commit().map_err(Error::of_commit)?;
        self.committed(before, workshop_id.cloned(), (), patch)
    }
}

/// Everything that a commit changed, with the rows that followed; those are told as a step of their own.
pub(super) fn with_followed(
    conn: &Connection,
    legible: &Legible,
    changes: Vec<RowChange>,
    followed: Vec<Followed>,
    now: Millis,
) -> Result<Vec<RowChange>> {
    if followed.is_empty() {
        return Ok(changes);
    }
    for one in &followed {
        tell(conn, legible, (&one.workshop_id, FOLLOWED), &BTreeMap::new(), now, &one.changes)?;
    }
    Ok(joined(changes.into_iter().chain(followed.into_iter().flat_map(|one| one.changes))))
}

/// Writes a step that is nobody's to take back.
fn tell(
    conn: &Connection,
    legible: &Legible,
    (workshop_id, name): (&WorkshopId, &str),
    args: &BTreeMap<String, String>,
    now: Millis,
    changes: &[RowChange],
) -> Result<()> {
    let origin = args.get("name").map_or("", String::as_str);
    conn.prepare_cached(include_str!("../store/journal/insert_operation.sql"))?.execute(params![
        workshop_id.as_str(),
        name,
        serde_json::to_string(args)?,
        None::<&str>,
        now.0,
        origin
    ])?;
    let seq = conn.last_insert_rowid();
    legible.note(seq);
    write_changes(conn, seq, changes)
}
