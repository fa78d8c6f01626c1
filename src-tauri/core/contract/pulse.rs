//! Was it kept? Asked from time to time, with its history.

use super::edit::named;
use super::{ContractId, ContractState, Pulse, PulseId, Verdict};
use crate::meeting::{Meeting, MeetingId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, clean_line};

impl Library {
    /// Takes the pulse of a line that was agreed.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a line that is neither agreed nor disputed since; [`Error::TooLong`] for the note.
    pub fn pulse_add(
        &mut self,
        workshop_id: &WorkshopId,
        contract: &ContractId,
        verdict: Verdict,
        note: &str,
        meeting: Option<&MeetingId>,
    ) -> Result<Committed<PulseId>> {
        let note = clean_line("note", note)?;
        self.commit(Operation::new(workshop_id, "pulse-add"), |tx| {
            let line = named(tx, contract)?;
            if !matches!(line.state, ContractState::Agreed | ContractState::Disputed) {
                return Err(Error::invalid("contract", Rule::NotInThisState));
            }
            tx.ensure::<Meeting>(meeting)?;
            let pulse = Pulse {
                id: PulseId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                contract_id: line.id,
                meeting_id: meeting.cloned(),
                verdict,
                note,
                taken_at: tx.now(),
            };
            tx.insert(&pulse)?;
            Ok(pulse.id)
        })
    }

    /// Removes a pulse taken by mistake.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn pulse_delete(&mut self, workshop_id: &WorkshopId, id: &PulseId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "pulse-delete"), |tx| {
            let pulse: Pulse = tx.get(id)?;
            named(tx, &pulse.contract_id)?;
            tx.delete::<Pulse>(id)
        })
    }
}
