//! Links: what an agenda item is about, and what a decision changed.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::edit::ensure_recorded;
use super::{Outcome, OutcomeId, Reference, ReferenceId};
use crate::agenda::{AgendaItem, AgendaItemId};
use crate::contract::{Contract, ContractId};
use crate::meeting::{MeetingId, ensure_open_to_change};
use crate::responsibility::{Responsibility, ResponsibilityId};
use crate::task::{Task, TaskId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx, clean_title};

/// What a link starts from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum ReferenceFrom {
    Item(AgendaItemId),
    Outcome(OutcomeId),
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum ReferenceTo {
    Task(TaskId),
    Contract(ContractId),
    Responsibility(ResponsibilityId),
    /// The key of a finding.
    Finding(String),
}

impl Reference {
    /// A link from an agenda item to nothing yet.
    #[must_use]
    pub fn of_item(id: ReferenceId, workshop_id: WorkshopId, item: AgendaItemId) -> Self {
        Self {
            id,
            workshop_id,
            item_id: Some(item),
            outcome_id: None,
            task_id: None,
            contract_id: None,
            responsibility_id: None,
            finding: None,
        }
    }

    /// Whether both lead to the same.
    #[must_use]
    pub fn leads_where(&self, other: &Self) -> bool {
        self.task_id == other.task_id
            && self.contract_id == other.contract_id
            && self.responsibility_id == other.responsibility_id
            && self.finding == other.finding
    }
}

impl Library {
    /// Links an agenda item to what it is about, or an outcome to what it changed.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::OtherWorkshop`]; [`Rule::Closed`] when the meeting is closed;
    /// [`Rule::Duplicate`] when the link is there already.
    pub fn reference_add(
        &mut self,
        workshop_id: &WorkshopId,
        from: ReferenceFrom,
        to: ReferenceTo,
    ) -> Result<Committed<ReferenceId>> {
        self.commit(Operation::new(workshop_id, "reference-add"), |tx| {
            let id = ReferenceId(tx.new_id());
            let mut reference = match from {
                ReferenceFrom::Item(item) => {
                    let item: AgendaItem = tx.get(&item)?;
                    ensure_open_to_change(&tx.get(&item.meeting_id)?)?;
                    Reference::of_item(id, workshop_id.clone(), item.id)
                }
                ReferenceFrom::Outcome(outcome) => {
                    let outcome: Outcome = tx.get(&outcome)?;
                    ensure_recorded(&tx.get(&outcome.meeting_id)?)?;
                    let of_item = Reference::of_item(id, workshop_id.clone(), AgendaItemId(String::new()));
                    Reference { item_id: None, outcome_id: Some(outcome.id), ..of_item }
                }
            };
            match to {
                ReferenceTo::Task(id) => reference.task_id = Some(tx.get::<Task>(&id)?.id),
                ReferenceTo::Contract(id) => reference.contract_id = Some(tx.get::<Contract>(&id)?.id),
                ReferenceTo::Responsibility(id) => {
                    reference.responsibility_id = Some(tx.get::<Responsibility>(&id)?.id);
                }
                ReferenceTo::Finding(key) => reference.finding = Some(clean_title("finding", &key)?),
            }
            let is_there = tx.list::<Reference>(workshop_id)?.iter().any(|other| {
                other.item_id == reference.item_id
                    && other.outcome_id == reference.outcome_id
                    && other.leads_where(&reference)
            });
            if is_there {
                return Err(Error::invalid("reference", Rule::Duplicate));
            }
            tx.insert(&reference)?;
            Ok(reference.id)
        })
    }

    /// Takes a link away.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Rule::Closed`].
    pub fn reference_delete(&mut self, workshop_id: &WorkshopId, id: &ReferenceId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "reference-delete"), |tx| {
            let reference: Reference = tx.get(id)?;
            let meeting: Option<MeetingId> = match (&reference.outcome_id, &reference.item_id) {
                (Some(outcome), _) => Some(tx.get::<Outcome>(outcome)?.meeting_id),
                (None, Some(item)) => Some(tx.get::<AgendaItem>(item)?.meeting_id),
                (None, None) => None,
            };
            if let Some(meeting) = meeting {
                ensure_open_to_change(&tx.get(&meeting)?)?;
            }
            tx.delete::<Reference>(id)
        })
    }
}

/// Gives the copy of an agenda item the links of its original.
pub(crate) fn copy_references(
    tx: &Tx<'_>,
    workshop_id: &WorkshopId,
    original: &AgendaItemId,
    copy: &AgendaItemId,
) -> Result<()> {
    for reference in tx.list::<Reference>(workshop_id)?.into_iter().filter(|one| one.item_id.as_ref() == Some(original))
    {
        tx.insert(&Reference { id: ReferenceId(tx.new_id()), item_id: Some(copy.clone()), ..reference })?;
    }
    Ok(())
}
