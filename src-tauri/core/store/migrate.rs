//! The ladder of migrations: each step changes the schema and carries the journal's images along.
//!
//! A new step is a file in `migrations/` and one line here, with the rules for what it renames, removes or fills. Its
//! fixture is written by `UPDATE=1 cargo test -p couloir-core fixtures`, once, before anybody uses the version; those
//! of the versions before it stay as they are. A step that changes what rows say must say it to the documents of shared
//! workshops too: rows follow their document.

use rusqlite::{Connection, TransactionBehavior};

use super::carry::{Rule, Shapes, carry};
use crate::{Error, Result};

/// One step of the ladder.
pub(super) struct Step {
    pub sql: &'static str,
    /// What becomes of what the step renames, removes or fills, in the images of the journal. New columns need none:
    /// they get their defaults.
    pub rules: &'static [Rule],
    /// Looks at the images of every table, not only of those that the step changes.
    pub heals: bool,
}

const fn step(sql: &'static str) -> Step {
    Step { sql, rules: &[], heals: false }
}

const LADDER: &[Step] = &[
    step(include_str!("migrations/0001_workshops.sql")),
    step(include_str!("migrations/0002_airtime.sql")),
    step(include_str!("migrations/0003_parked_block.sql")),
    step(include_str!("migrations/0004_deferral_spent.sql")),
    step(include_str!("migrations/0005_task_fields.sql")),
    // Programs before this one left the images behind.
    Step { heals: true, ..step(include_str!("migrations/0006_carried_journal.sql")) },
    step(include_str!("migrations/0007_promised_end.sql")),
    step(include_str!("migrations/0008_shelf.sql")),
    step(include_str!("migrations/0009_task_places.sql")),
    step(include_str!("migrations/0010_replicas.sql")),
];

/// The version that this program writes, in the file's `user_version`: the number of steps.
pub const SCHEMA_VERSION: u32 = LADDER.len() as u32;

/// Marks a file as ours in its header ("Clr1").
pub(super) const APPLICATION_ID: i32 = 0x436c_7231;

/// The version of an open file.
pub(super) fn version(conn: &Connection) -> Result<u32> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings a file to [`SCHEMA_VERSION`], all steps or none.
///
/// # Errors
/// [`Error::FileTooNew`] when a newer program wrote it; the file is untouched then.
pub(super) fn migrate(conn: &mut Connection) -> Result<()> {
    let found = version(conn)?;
    if found > SCHEMA_VERSION {
        return Err(Error::FileTooNew { found, known: SCHEMA_VERSION });
    }
    climb(conn, &LADDER[found as usize..])
}

/// Takes steps from the version that the file has.
fn climb(conn: &mut Connection, steps: &[Step]) -> Result<()> {
    if steps.is_empty() {
        return Ok(());
    }
    // A step may make a table anew, and images refer to rows that are no more.
    conn.pragma_update(None, "foreign_keys", false)?;
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&transaction)?;
    for step in steps {
        let before = Shapes::of_journal(&transaction)?;
        transaction.execute_batch(step.sql)?;
        carry(&transaction, step, &before)?;
    }
    let steps = u32::try_from(steps.len()).unwrap_or(0);
    transaction.pragma_update(None, "user_version", found + steps)?;
    transaction.commit().map_err(Error::of_commit)
}

/// Makes the schema of an earlier version in an empty file.
pub(super) fn to_version(conn: &mut Connection, version: u32) -> Result<()> {
    climb(conn, &LADDER[..version as usize])
}

#[cfg(test)]
mod tests;
