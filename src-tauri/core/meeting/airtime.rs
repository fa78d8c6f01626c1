//! Who has the floor: a tally for the facilitator, kept in the store so that it survives a restart.

use super::live::running;
use super::{Airtime, AirtimeId, Meeting, MeetingId};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Millis, Operation, Result, Tx};

impl Library {
    /// Gives the floor to a role, and takes it from the one that had it; `None` or the role that has it: nobody
    /// speaks. Passing the floor around is one step for as long as it goes on quickly.
    ///
    /// # Errors
    /// [`crate::Rule::WrongMoment`] unless the meeting is in progress; [`crate::Error::NotFound`].
    pub fn floor_give(
        &mut self,
        workshop_id: &WorkshopId,
        meeting_id: &MeetingId,
        role_id: Option<&RoleId>,
    ) -> Result<Committed<()>> {
        let operation = Operation::new(workshop_id, "floor-give").coalescing(format!("floor:{meeting_id}"));
        self.commit(operation, |tx| {
            let meeting = running(tx, meeting_id)?;
            let tally = tally(tx, &meeting)?;
            let had = tally.iter().find(|one| one.since.is_some()).map(|one| one.role_id.clone());
            floor_end(tx, &meeting, tx.now())?;
            let Some(role_id) = role_id.filter(|role| had.as_ref() != Some(*role)) else { return Ok(()) };
            let role: Role = tx.get(role_id)?;
            tx.name("name", &role.name);
            match tally.into_iter().find(|one| one.role_id == *role_id) {
                Some(one) => tx.update(&Airtime { turns: one.turns.saturating_add(1), since: Some(tx.now()), ..one }),
                None => tx.insert(&Airtime {
                    id: AirtimeId(tx.new_id()),
                    workshop_id: workshop_id.clone(),
                    meeting_id: meeting_id.clone(),
                    role_id: role_id.clone(),
                    turns: 1,
                    spoken_ms: Millis(0),
                    since: Some(tx.now()),
                }),
            }
        })
    }
}

/// Takes the floor from whoever has it at a moment; a meeting that ends ends the last turn too.
pub(super) fn floor_end(tx: &Tx<'_>, meeting: &Meeting, at: Millis) -> Result<()> {
    for one in tally(tx, meeting)? {
        if let Some(since) = one.since {
            let spoken_ms = Millis(one.spoken_ms.0 + (at.0 - since.0).max(0));
            tx.update(&Airtime { spoken_ms, since: None, ..one })?;
        }
    }
    Ok(())
}

fn tally(tx: &Tx<'_>, meeting: &Meeting) -> Result<Vec<Airtime>> {
    let all: Vec<Airtime> = tx.list(&meeting.workshop_id)?;
    Ok(all.into_iter().filter(|one| one.meeting_id == meeting.id).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;
    use crate::meeting::Start;
    use crate::testing::NOW;
    use crate::workshop::{Language, NewWorkshop};
    use crate::{Error, Rule};

    #[test]
    fn the_floor_passes_from_role_to_role_and_ends_with_the_meeting() {
        let now = Arc::new(AtomicI64::new(NOW.0));
        let clock = Arc::clone(&now);
        let mut library = Library::in_memory(Box::new(move || Millis(clock.load(Ordering::Relaxed)))).unwrap();
        let new = NewWorkshop { title: Some("x".to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
        let w = library.workshop_create(&new).unwrap().value;
        let (a, b) = (library.role_add(&w, "A").unwrap().value, library.role_add(&w, "B").unwrap().value);
        let m = library.meeting_add(&w, "Point", NOW, 60).unwrap().value;
        library.agenda_item_add(&w, &m, "Un", 600, None).unwrap();
        let early = library.floor_give(&w, &m, Some(&a)).unwrap_err();
        assert!(matches!(early, Error::Invalid { rule: Rule::WrongMoment, .. }));
        library.meeting_start(&w, &m, Start::Now).unwrap();
        let mut pass = |role: Option<&RoleId>, after: i64| {
            library.floor_give(&w, &m, role).unwrap();
            now.fetch_add(after, Ordering::Relaxed);
        };
        pass(Some(&a), 30_000);
        pass(Some(&b), 10_000);
        pass(Some(&a), 5_000);
        // The same role again: nobody speaks.
        pass(Some(&a), 60_000);
        pass(Some(&b), 20_000);
        library.meeting_close(&w, &m, &[]).unwrap();
        let contents = library.contents(&w).unwrap();
        let of = |role: &RoleId| {
            let one = contents.airtimes.iter().find(|one| one.role_id == *role).unwrap();
            (one.turns, one.spoken_ms.0, one.since)
        };
        assert_eq!(of(&a), (2, 35_000, None));
        assert_eq!(of(&b), (2, 30_000, None));
    }
}
