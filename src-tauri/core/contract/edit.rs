//! Changing a line: its words, how it works, when it is reviewed.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::add::clean_words;
use super::{Contract, ContractId, Mode, Side};
use crate::role::Role;
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Day, Error, Library, Operation, Result, Rule, Tx, clean_line};

/// One field of a line with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum ContractEdit {
    /// The receiver's words. New words on an offer answer it; empty words leave the offer alone.
    Need(String),
    /// The giver's words. New words on a need answer it; empty words leave the need alone.
    Offer(String),
    Mode(Option<Mode>),
    Cadence(String),
    Fulfilment(String),
    ReviewOn(Option<Day>),
}

impl Library {
    /// Changes one field of a line; typing on is one step. Other words than those agreed withdraw the agreement
    /// of both roles; how, when and how often it is done may change without.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Invalid`] for a review in the past and for a line that would say nothing;
    /// [`Error::TooLong`].
    pub fn contract_edit(
        &mut self,
        workshop_id: &WorkshopId,
        id: &ContractId,
        edit: ContractEdit,
    ) -> Result<Committed<()>> {
        let field = match edit {
            ContractEdit::Need(_) => "need",
            ContractEdit::Offer(_) => "offer",
            ContractEdit::Mode(_) => "mode",
            ContractEdit::Cadence(_) => "cadence",
            ContractEdit::Fulfilment(_) => "fulfilment",
            ContractEdit::ReviewOn(_) => "review_on",
        };
        let operation = Operation::new(workshop_id, "contract-edit").coalescing(format!("contract-edit:{id}:{field}"));
        self.commit(operation, |tx| {
            let mut line = named(tx, id)?;
            match edit {
                ContractEdit::Need(text) => {
                    let words = side_words(Side::Need, &text, line.offer.is_some())?;
                    if line.need != words {
                        line.need = words;
                        withdraw(&mut line);
                    }
                }
                ContractEdit::Offer(text) => {
                    let words = side_words(Side::Offer, &text, line.need.is_some())?;
                    if line.offer != words {
                        line.offer = words;
                        withdraw(&mut line);
                    }
                }
                ContractEdit::Mode(mode) => line.mode = mode,
                ContractEdit::Cadence(text) => line.cadence = clean_line("cadence", &text)?,
                ContractEdit::Fulfilment(text) => line.fulfilment = clean_line("fulfilment", &text)?,
                ContractEdit::ReviewOn(day) => {
                    let today = today(tx, workshop_id)?;
                    if day.is_some_and(|day| day < today) {
                        return Err(Error::invalid("review_on", Rule::Past));
                    }
                    line.review_on = day;
                }
            }
            tx.update(&line)
        })
    }
}

/// A side's new words; it may fall silent only when the other side still says something.
fn side_words(side: Side, text: &str, other_speaks: bool) -> Result<Option<String>> {
    if other_speaks && text.trim().is_empty() { Ok(None) } else { clean_words(side, text).map(Some) }
}

/// Both roles agreed to other words than these.
pub(super) fn withdraw(line: &mut Contract) {
    line.giver_agreed_on = None;
    line.receiver_agreed_on = None;
}

/// The line, whose pair names the operation.
pub(super) fn named(tx: &Tx<'_>, id: &ContractId) -> Result<Contract> {
    let line: Contract = tx.get(id)?;
    tx.name("giver", tx.get::<Role>(&line.giver_id)?.letter);
    tx.name("receiver", tx.get::<Role>(&line.receiver_id)?.letter);
    Ok(line)
}

/// The day it is where the workshop is held.
pub(super) fn today(tx: &Tx<'_>, workshop_id: &WorkshopId) -> Result<Day> {
    Ok(tx.now().day_in(&tx.get::<Workshop>(workshop_id)?.time_zone))
}
