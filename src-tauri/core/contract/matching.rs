//! Making one line of a need and an offer, and two of one.

use super::edit::{named, withdraw};
use super::{Contract, ContractId, Pulse, Side};
use crate::outcome::Reference;
use crate::tag::Tagging;
use crate::task::Serving;
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, position};

impl Library {
    /// Matches a need with an offer of the same pair: the need's line takes the offer's words, and whatever
    /// pointed at the offer's line points at it. How it works is as the need says, else as the offer says.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the lines are not an unanswered need and an unanswered offer, both shown and not
    /// dropped, from the same giver to the same receiver.
    pub fn contract_match(
        &mut self,
        workshop_id: &WorkshopId,
        need: &ContractId,
        offer: &ContractId,
    ) -> Result<Committed<()>> {
        self.contract_match_at(workshop_id, need, offer, Side::Need)
    }

    /// Matches a need with an offer, as [`Library::contract_match`]; the line stands where the side that `stays` stood.
    ///
    /// # Errors
    /// As for [`Library::contract_match`].
    pub fn contract_match_at(
        &mut self,
        workshop_id: &WorkshopId,
        need: &ContractId,
        offer: &ContractId,
        stays: Side,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "contract-match"), |tx| {
            let mut line = named(tx, need)?;
            let other: Contract = tx.get(offer)?;
            if line.giver_id != other.giver_id || line.receiver_id != other.receiver_id {
                return Err(Error::invalid("contract", Rule::OtherPair));
            }
            let is_open = |line: &Contract| line.dropped_at.is_none() && line.is_revealed;
            let is_pair = line.need.is_some() && line.offer.is_none() && other.offer.is_some() && other.need.is_none();
            if !is_pair || !is_open(&line) || !is_open(&other) {
                return Err(Error::invalid("contract", Rule::NotInThisState));
            }
            if stays == Side::Offer {
                line.position.clone_from(&other.position);
            }
            line.offer = other.offer;
            line.mode = line.mode.or(other.mode);
            line.cadence = first_said(line.cadence, other.cadence);
            line.fulfilment = first_said(line.fulfilment, other.fulfilment);
            line.dispute = first_said(line.dispute, other.dispute);
            line.disputed_at = line.disputed_at.or(other.disputed_at);
            line.review_on = line.review_on.or(other.review_on);
            withdraw(&mut line);
            for mut pulse in tx.list::<Pulse>(workshop_id)?.into_iter().filter(|row| row.contract_id == other.id) {
                pulse.contract_id = line.id.clone();
                tx.update(&pulse)?;
            }
            let is_of_other = |id: &Option<ContractId>| id.as_ref() == Some(&other.id);
            for mut row in tx.list::<Reference>(workshop_id)?.into_iter().filter(|row| is_of_other(&row.contract_id)) {
                row.contract_id = Some(line.id.clone());
                tx.update(&row)?;
            }
            let taggings: Vec<Tagging> = tx.list(workshop_id)?;
            for row in taggings.iter().filter(|row| is_of_other(&row.contract_id)) {
                let mut row = row.clone();
                row.contract_id = Some(line.id.clone());
                if !taggings.iter().any(|own| own.tag_id == row.tag_id && own.contract_id == row.contract_id) {
                    tx.update(&row)?;
                }
            }
            let servings: Vec<Serving> = tx.list(workshop_id)?;
            for row in servings.iter().filter(|row| is_of_other(&row.contract_id)) {
                let row = Serving { contract_id: Some(line.id.clone()), ..row.clone() };
                if !servings.iter().any(|own| own.task_id == row.task_id && own.contract_id == row.contract_id) {
                    tx.update(&row)?;
                }
            }
            tx.delete::<Contract>(&other.id)?;
            tx.update(&line)
        })
    }

    /// Takes a matched line apart: the need keeps the line, the offer gets one of its own right after it, and
    /// nobody has confirmed either. Returns the offer's line.
    ///
    /// # Errors
    /// [`Error::Invalid`] when the line has not both sides, or is dropped.
    pub fn contract_unmatch(&mut self, workshop_id: &WorkshopId, id: &ContractId) -> Result<Committed<ContractId>> {
        self.commit(Operation::new(workshop_id, "contract-unmatch"), |tx| {
            let mut line = named(tx, id)?;
            if line.need.is_none() || line.dropped_at.is_some() {
                return Err(Error::invalid("contract", Rule::NotInThisState));
            }
            let words = line.offer.take().ok_or_else(|| Error::invalid("contract", Rule::NotInThisState))?;
            withdraw(&mut line);
            tx.update(&line)?;
            let lines: Vec<Contract> = tx.list(workshop_id)?;
            let next = lines.iter().find(|other| other.position > line.position);
            let offer = Contract {
                id: ContractId(tx.new_id()),
                position: position::between(Some(&line.position), next.map(|next| next.position.as_str())),
                need: None,
                offer: Some(words),
                dispute: String::new(),
                disputed_at: None,
                ..line
            };
            tx.insert(&offer)?;
            Ok(offer.id)
        })
    }

    /// Deletes a line for good (a line that was real is better dropped).
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn contract_delete(&mut self, workshop_id: &WorkshopId, id: &ContractId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "contract-delete"), |tx| {
            named(tx, id)?;
            tx.delete::<Contract>(id)
        })
    }
}

fn first_said(one: String, other: String) -> String {
    if one.is_empty() { other } else { one }
}
