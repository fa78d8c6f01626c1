//! Accepting a finding.

use super::{Acceptance, AcceptanceId, find_all};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, clean_line};

impl Library {
    /// Accepts a finding because of a reason. It comes back when what it rests on changes.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the radar no longer finds it; [`Error::Invalid`] for an empty reason.
    pub fn finding_accept(&mut self, workshop_id: &WorkshopId, key: &str, reason: &str) -> Result<Committed<()>> {
        self.findings_accept(workshop_id, &[key.to_owned()], reason)
    }

    /// Accepts several findings because of one reason, in one step.
    ///
    /// # Errors
    /// As for [`Library::finding_accept`]; nothing is accepted then.
    pub fn findings_accept(
        &mut self,
        workshop_id: &WorkshopId,
        keys: &[String],
        reason: &str,
    ) -> Result<Committed<()>> {
        let reason = clean_line("reason", reason)?;
        if reason.is_empty() {
            return Err(Error::invalid("reason", Rule::Empty));
        }
        self.commit(Operation::new(workshop_id, "finding-accept"), |tx| {
            tx.name("count", keys.len());
            let contents = tx.contents(workshop_id)?;
            for outdated in contents.acceptances.iter().filter(|accepted| keys.contains(&accepted.finding)) {
                tx.delete::<Acceptance>(&outdated.id)?;
            }
            for finding in find_all(&contents, tx.now(), keys)? {
                tx.insert(&Acceptance {
                    id: AcceptanceId(tx.new_id()),
                    workshop_id: workshop_id.clone(),
                    finding: finding.key,
                    facts: finding.facts,
                    reason: reason.clone(),
                    accepted_at: tx.now(),
                })?;
            }
            Ok(())
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
