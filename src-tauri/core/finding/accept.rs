//! Accepting a finding.

use super::{Acceptance, AcceptanceId, find};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, clean_line};

impl Library {
    /// Accepts a finding because of a reason. It comes back when what it rests on changes.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the radar no longer finds it; [`Error::Invalid`] for an empty reason.
    pub fn finding_accept(&mut self, workshop_id: &WorkshopId, key: &str, reason: &str) -> Result<Committed<()>> {
        let reason = clean_line("reason", reason)?;
        if reason.is_empty() {
            return Err(Error::invalid("reason", Rule::Empty));
        }
        self.commit(Operation::new(workshop_id, "finding-accept"), |tx| {
            let finding = find(&tx.contents(workshop_id)?, tx.now(), key)?;
            for outdated in tx.list::<Acceptance>(workshop_id)?.iter().filter(|accepted| accepted.finding == key) {
                tx.delete::<Acceptance>(&outdated.id)?;
            }
            tx.insert(&Acceptance {
                id: AcceptanceId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                finding: finding.key,
                facts: finding.facts,
                reason,
                accepted_at: tx.now(),
            })
        })
    }

    /// Takes an acceptance back: the finding counts again.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the finding was not accepted.
    pub fn finding_reopen(&mut self, workshop_id: &WorkshopId, key: &str) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "finding-reopen"), |tx| {
            let acceptances = tx.list::<Acceptance>(workshop_id)?;
            let mut accepted = acceptances.iter().filter(|accepted| accepted.finding == key).peekable();
            if accepted.peek().is_none() {
                return Err(Error::NotFound { kind: "acceptance", id: key.to_owned() });
            }
            accepted.try_for_each(|acceptance| tx.delete::<Acceptance>(&acceptance.id))
        })
    }
}
