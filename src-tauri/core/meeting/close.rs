//! Closing in one step: what was not treated is linked to the next meeting, which is prepared if there is none.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::airtime::floor_end;
use super::carry::{carry, next_meeting};
use super::life::ensure_at;
use super::live::{items_of, leave};
use super::{Meeting, MeetingId, MeetingStatus};
use crate::agenda::{AgendaItem, AgendaItemId, Deferral, ItemKind, Progress};
use crate::outcome::{Outcome, OutcomeId, OutcomeKind};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Day, Error, Library, Operation, Result, Rule, Tx, clean_title, position};

/// After this many deferrals an item is put off no further without a word.
const DEFERRALS_MAX: usize = 2;

/// What becomes of an item that was not treated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "fate", content = "value", rename_all = "snake_case")]
pub enum Fate {
    /// It goes to the next meeting.
    Defer,
    /// It stays on this record as left out.
    Drop,
    /// It is settled by this decision.
    Decide(String),
    /// It becomes an action of this role, by this day.
    Delegate { role: Option<RoleId>, due_on: Option<Day> },
}

/// The fate of one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ItemFate {
    pub item_id: AgendaItemId,
    pub fate: Fate,
}

/// What closing did.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Closed {
    /// The next meeting, if something was carried there or the series goes on.
    pub next_meeting_id: Option<MeetingId>,
    pub carried: u32,
}

impl Library {
    /// Ends and closes a meeting. Items not treated go to the next one unless `fates` says otherwise; what only frames
    /// a meeting (welcome, breaks, close) stays as left out.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] for a meeting that never ran; [`Rule::DeferredTwice`] for an item put off twice whose
    /// fate is not given (its title is said).
    pub fn meeting_close(
        &mut self,
        workshop_id: &WorkshopId,
        id: &MeetingId,
        fates: &[ItemFate],
    ) -> Result<Committed<Closed>> {
        self.commit(Operation::new(workshop_id, "meeting-close"), |tx| {
            let mut meeting: Meeting = tx.get(id)?;
            tx.name("title", &meeting.title);
            ensure_at(&meeting, &[MeetingStatus::InProgress, MeetingStatus::Open])?;
            if meeting.started_at.is_none() {
                return Err(Error::invalid("meeting", Rule::WrongMoment));
            }
            for ItemFate { item_id, fate } in fates {
                tx.ensure::<AgendaItem>(Some(item_id))?;
                if let Fate::Delegate { role, .. } = fate {
                    tx.ensure::<Role>(role.as_ref())?;
                }
            }
            let items = items_of(tx, &meeting)?;
            leave(tx, &mut meeting, &items.iter().collect::<Vec<_>>(), Progress::Done)?;
            floor_end(tx, &meeting, tx.now())?;
            meeting.status = MeetingStatus::Closed;
            meeting.ended_at.get_or_insert(tx.now());
            meeting.closed_at = Some(tx.now());
            tx.update(&meeting)?;

            let deferrals: Vec<Deferral> = tx.list(workshop_id)?;
            let mut deferred = Vec::new();
            for item in items.into_iter().filter(|item| item.progress == Progress::Planned) {
                let given = fates.iter().find(|fate| fate.item_id == item.id).map(|fate| fate.fate.clone());
                let times = deferrals.iter().filter(|deferral| deferral.item_id == item.id).count();
                let is_frame = matches!(item.kind, ItemKind::Frame | ItemKind::Break | ItemKind::Close);
                let fate = match given {
                    Some(fate) => fate,
                    None if is_frame => Fate::Drop,
                    None if times >= DEFERRALS_MAX => {
                        return Err(Error::Invalid {
                            field: "item",
                            rule: Rule::DeferredTwice,
                            detail: item.title.clone(),
                        });
                    }
                    None => Fate::Defer,
                };
                match fate {
                    Fate::Defer => deferred.push(item),
                    other => settle(tx, &meeting, item, other)?,
                }
            }
            let carried = u32::try_from(deferred.len()).unwrap_or(u32::MAX);
            if carried == 0 && meeting.series_id.is_none() {
                return Ok(Closed { next_meeting_id: None, carried });
            }
            let next = next_meeting(tx, &meeting)?;
            for item in deferred {
                carry(tx, item, &meeting, &next)?;
            }
            Ok(Closed { next_meeting_id: Some(next.meeting.id), carried })
        })
    }
}

/// Settles an item on this meeting's record.
fn settle(tx: &Tx<'_>, meeting: &Meeting, item: AgendaItem, fate: Fate) -> Result<()> {
    let outcome = match fate {
        Fate::Drop | Fate::Defer => None,
        Fate::Decide(text) => Some((OutcomeKind::Decision, clean_title("body", &text)?, None, None)),
        Fate::Delegate { role, due_on } => Some((OutcomeKind::Action, item.title.clone(), role, due_on)),
    };
    let progress = if outcome.is_some() { Progress::Done } else { Progress::Skipped };
    if let Some((kind, body, owner_role_id, due_on)) = outcome {
        let last = tx.list::<Outcome>(&meeting.workshop_id)?.last().map(|outcome| outcome.position.clone());
        tx.insert(&Outcome {
            id: OutcomeId(tx.new_id()),
            workshop_id: meeting.workshop_id.clone(),
            meeting_id: meeting.id.clone(),
            item_id: Some(item.id.clone()),
            position: position::between(last.as_deref(), None),
            kind,
            body,
            is_private: false,
            proposer: String::new(),
            tally: String::new(),
            objections: String::new(),
            is_action_wanted: false,
            decision_id: None,
            owner_role_id,
            owner_person_id: None,
            due_on,
            task_id: None,
            done_at: None,
            created_at: tx.now(),
        })?;
    }
    tx.update(&AgendaItem { progress, ..item })
}
