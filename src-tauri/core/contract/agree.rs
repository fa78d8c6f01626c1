//! Agreeing, disputing and dropping.

use chrono::Months;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::edit::{named, today};
use super::{Contract, ContractId};
use crate::workshop::WorkshopId;
use crate::{Committed, Day, Error, Library, Operation, Result, Rule, Tx, clean_text};

/// An agreement is looked at again after this time.
const REVIEW_AFTER: Months = Months::new(3);

/// Who confirms a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    Giver,
    Receiver,
    Both,
}

impl Party {
    fn gives(self) -> bool {
        matches!(self, Party::Giver | Party::Both)
    }

    fn receives(self) -> bool {
        matches!(self, Party::Receiver | Party::Both)
    }
}

impl Library {
    /// Confirms a line that has a need and an offer, on `day` (`None`: today). Once both roles have, it is agreed
    /// and reviewed after three months unless another day was set.
    ///
    /// # Errors
    /// [`Error::Invalid`] while a side is missing, while disputed or dropped, and for a day to come.
    pub fn contract_confirm(
        &mut self,
        workshop_id: &WorkshopId,
        id: &ContractId,
        party: Party,
        day: Option<Day>,
    ) -> Result<Committed<()>> {
        self.change(workshop_id, id, "contract-confirm", |tx, line| {
            let is_open = line.dropped_at.is_none() && line.disputed_at.is_none() && line.is_revealed;
            if line.need.is_none() || line.offer.is_none() || !is_open {
                return Err(Error::invalid("contract", Rule::NotInThisState));
            }
            let today = today(tx, workshop_id)?;
            let day = day.unwrap_or(today);
            if day > today {
                return Err(Error::invalid("agreed_on", Rule::Future));
            }
            if party.gives() {
                line.giver_agreed_on = Some(day);
            }
            if party.receives() {
                line.receiver_agreed_on = Some(day);
            }
            if let (Some(giver), Some(receiver), None) = (line.giver_agreed_on, line.receiver_agreed_on, line.review_on)
            {
                let review = giver.max(receiver).checked_add_months(REVIEW_AFTER);
                // An agreement entered long after the fact is reviewed from now on.
                line.review_on = review.filter(|review| *review >= today).or(today.checked_add_months(REVIEW_AFTER));
            }
            Ok(())
        })
    }

    /// Takes a confirmation back.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn contract_withdraw(
        &mut self,
        workshop_id: &WorkshopId,
        id: &ContractId,
        party: Party,
    ) -> Result<Committed<()>> {
        self.change(workshop_id, id, "contract-withdraw", |_, line| {
            if party.gives() {
                line.giver_agreed_on = None;
            }
            if party.receives() {
                line.receiver_agreed_on = None;
            }
            Ok(())
        })
    }

    /// Marks a line as disputed, with the reason; a dispute already open takes the new reason.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a reason and for a dropped line.
    pub fn contract_dispute(
        &mut self,
        workshop_id: &WorkshopId,
        id: &ContractId,
        reason: &str,
    ) -> Result<Committed<()>> {
        let reason = clean_text("dispute", reason)?;
        self.change(workshop_id, id, "contract-dispute", |tx, line| {
            if reason.trim().is_empty() {
                return Err(Error::invalid("dispute", Rule::Empty));
            }
            if line.dropped_at.is_some() {
                return Err(Error::invalid("contract", Rule::NotInThisState));
            }
            line.disputed_at = line.disputed_at.or(Some(tx.now()));
            line.dispute = reason;
            Ok(())
        })
    }

    /// Ends a dispute: the line is again what its content makes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is not disputed.
    pub fn contract_settle(&mut self, workshop_id: &WorkshopId, id: &ContractId) -> Result<Committed<()>> {
        self.change(workshop_id, id, "contract-settle", |_, line| {
            line.disputed_at.take().ok_or_else(|| Error::invalid("contract", Rule::NotInThisState))?;
            line.dispute.clear();
            Ok(())
        })
    }

    /// Drops a line: it stays readable and counts no longer.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is dropped already.
    pub fn contract_drop(&mut self, workshop_id: &WorkshopId, id: &ContractId) -> Result<Committed<()>> {
        self.change(workshop_id, id, "contract-drop", |tx, line| match line.dropped_at {
            Some(_) => Err(Error::invalid("contract", Rule::NotInThisState)),
            None => {
                line.dropped_at = Some(tx.now());
                Ok(())
            }
        })
    }

    /// Takes a dropped line up again, as it was.
    ///
    /// # Errors
    /// [`Error::Invalid`] when it is not dropped.
    pub fn contract_restore(&mut self, workshop_id: &WorkshopId, id: &ContractId) -> Result<Committed<()>> {
        self.change(workshop_id, id, "contract-restore", |_, line| {
            line.dropped_at.take().ok_or_else(|| Error::invalid("contract", Rule::NotInThisState))?;
            Ok(())
        })
    }

    /// One change of one line as one step.
    fn change(
        &mut self,
        workshop_id: &WorkshopId,
        id: &ContractId,
        name: &'static str,
        change: impl FnOnce(&Tx<'_>, &mut Contract) -> Result<()>,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, name), |tx| {
            let mut line = named(tx, id)?;
            change(tx, &mut line)?;
            tx.update(&line)
        })
    }
}
