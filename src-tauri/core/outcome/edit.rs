//! Adding, changing and deleting what items produced.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::tally::Hands;
use super::{Outcome, OutcomeId, OutcomeKind};
use crate::agenda::{AgendaItem, AgendaItemId};
use crate::meeting::{Meeting, MeetingId, ensure_open_to_change};
use crate::person::{Person, PersonId};
use crate::role::{Role, RoleId};
use crate::task::{Task, TaskId};
use crate::workshop::WorkshopId;
use crate::{
    Committed, Day, Error, Library, Operation, Result, Rule, Tx, clean_line, clean_text, clean_title, position,
};

/// One field of an outcome with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum OutcomeEdit {
    Body(String),
    Private(bool),
    Proposer(String),
    /// Six counts of hands and the objections, which are checked together.
    Vote {
        tally: String,
        objections: String,
    },
    ActionWanted(bool),
    Decision(Option<OutcomeId>),
    OwnerRole(Option<RoleId>),
    OwnerPerson(Option<PersonId>),
    DueOn(Option<Day>),
    Task(Option<TaskId>),
    Done(bool),
    /// The item of the same meeting that it belongs to.
    Item(Option<AgendaItemId>),
}

/// An outcome as it is entered, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct NewOutcome {
    /// The block it belongs to; `None`: the meeting as a whole.
    pub item_id: Option<AgendaItemId>,
    pub kind: OutcomeKind,
    pub body: String,
    pub is_private: bool,
    /// Who does an action: a role or a person.
    pub owner_role_id: Option<RoleId>,
    pub owner_person_id: Option<PersonId>,
    pub due_on: Option<Day>,
}

impl Library {
    /// A new outcome of a meeting that has begun, with nobody to do it and no day.
    ///
    /// # Errors
    /// As [`Self::outcome_enter`].
    pub fn outcome_add(
        &mut self,
        workshop_id: &WorkshopId,
        meeting_id: &MeetingId,
        item_id: Option<&AgendaItemId>,
        kind: OutcomeKind,
        body: &str,
        is_private: bool,
    ) -> Result<Committed<OutcomeId>> {
        let new = NewOutcome {
            item_id: item_id.cloned(),
            kind,
            body: body.to_owned(),
            is_private,
            owner_role_id: None,
            owner_person_id: None,
            due_on: None,
        };
        self.outcome_enter(workshop_id, meeting_id, new)
    }

    /// A new outcome of a meeting that has begun, with its owner and day, as one step.
    ///
    /// # Errors
    /// [`Rule::WrongMoment`] before the meeting, [`Rule::Closed`] after; for the text; [`Error::NotFound`] for a block,
    /// role or person of another meeting or workshop; [`Rule::Unknown`] for an owner or a day of what is no action.
    pub fn outcome_enter(
        &mut self,
        workshop_id: &WorkshopId,
        meeting_id: &MeetingId,
        new: NewOutcome,
    ) -> Result<Committed<OutcomeId>> {
        let NewOutcome { item_id, kind, body, is_private, owner_role_id, owner_person_id, due_on } = new;
        let body = body_of(kind, &body)?;
        let has_owner = owner_role_id.is_some() || owner_person_id.is_some();
        if kind != OutcomeKind::Action && (has_owner || due_on.is_some()) {
            return Err(Error::invalid("outcome", Rule::Unknown));
        }
        self.commit(Operation::new(workshop_id, operation(kind)), |tx| {
            let meeting: Meeting = tx.get(meeting_id)?;
            ensure_recorded(&meeting)?;
            if let Some(item) = &item_id {
                ensure_same_meeting(tx, &meeting, item)?;
            }
            tx.ensure::<Role>(owner_role_id.as_ref())?;
            tx.ensure::<Person>(owner_person_id.as_ref())?;
            let last = tx.list::<Outcome>(workshop_id)?.last().map(|outcome| outcome.position.clone());
            let outcome = Outcome {
                id: OutcomeId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                meeting_id: meeting_id.clone(),
                item_id,
                position: position::between(last.as_deref(), None),
                kind,
                body,
                is_private,
                proposer: String::new(),
                tally: String::new(),
                objections: String::new(),
                is_action_wanted: false,
                decision_id: None,
                owner_role_id,
                owner_person_id,
                due_on,
                task_id: None,
                done_at: None,
                created_at: tx.now(),
            };
            tx.insert(&outcome)?;
            Ok(outcome.id)
        })
    }

    /// Changes one field of an outcome; typing on is one step. An action is done, or linked to a task, also after
    /// its meeting is closed: that is following up, not rewriting the record.
    ///
    /// # Errors
    /// [`Rule::Closed`], [`Rule::NotATally`], [`Rule::ObjectionsMissing`], [`Error::NotFound`]; for texts.
    pub fn outcome_edit(
        &mut self,
        workshop_id: &WorkshopId,
        id: &OutcomeId,
        edit: OutcomeEdit,
    ) -> Result<Committed<()>> {
        let key = format!("outcome-edit:{id}:{:?}", std::mem::discriminant(&edit));
        self.commit(Operation::new(workshop_id, "outcome-edit").coalescing(key), |tx| {
            let mut outcome: Outcome = tx.get(id)?;
            let meeting: Meeting = tx.get(&outcome.meeting_id)?;
            if !matches!(edit, OutcomeEdit::Done(_) | OutcomeEdit::Task(_)) {
                ensure_open_to_change(&meeting)?;
            }
            apply(tx, &meeting, &mut outcome, edit)?;
            tx.update(&outcome)
        })
    }

    /// Deletes an outcome.
    ///
    /// # Errors
    /// [`Rule::Closed`] when its meeting is closed; [`Error::NotFound`].
    pub fn outcome_delete(&mut self, workshop_id: &WorkshopId, id: &OutcomeId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "outcome-delete"), |tx| {
            let outcome: Outcome = tx.get(id)?;
            ensure_open_to_change(&tx.get(&outcome.meeting_id)?)?;
            tx.delete::<Outcome>(id)
        })
    }
}

fn apply(tx: &Tx<'_>, meeting: &Meeting, outcome: &mut Outcome, edit: OutcomeEdit) -> Result<()> {
    match edit {
        OutcomeEdit::Body(text) => outcome.body = body_of(outcome.kind, &text)?,
        OutcomeEdit::Private(is) => outcome.is_private = is,
        OutcomeEdit::Proposer(text) => outcome.proposer = clean_line("proposer", &text)?,
        OutcomeEdit::Vote { tally, objections } => {
            let hands = Hands::parse(&tally)?;
            let objections = clean_text("objections", &objections)?;
            if hands.is_some_and(Hands::has_objection) && objections.trim().is_empty() {
                return Err(Error::invalid("objections", Rule::ObjectionsMissing));
            }
            outcome.tally = hands.map(|hands| hands.to_string()).unwrap_or_default();
            outcome.objections = objections;
        }
        OutcomeEdit::ActionWanted(is) => outcome.is_action_wanted = is,
        OutcomeEdit::Decision(decision) => {
            if let Some(id) = &decision {
                let decision: Outcome = tx.get(id)?;
                if decision.kind != OutcomeKind::Decision || decision.id == outcome.id {
                    return Err(Error::invalid("outcome", Rule::Unknown));
                }
            }
            outcome.decision_id = decision;
        }
        OutcomeEdit::OwnerRole(role) => {
            tx.ensure::<Role>(role.as_ref())?;
            outcome.owner_role_id = role;
        }
        OutcomeEdit::OwnerPerson(person) => {
            tx.ensure::<Person>(person.as_ref())?;
            outcome.owner_person_id = person;
        }
        OutcomeEdit::DueOn(day) => outcome.due_on = day,
        OutcomeEdit::Task(task) => {
            tx.ensure::<Task>(task.as_ref())?;
            outcome.task_id = task;
        }
        OutcomeEdit::Done(is) => outcome.done_at = is.then(|| tx.now()),
        OutcomeEdit::Item(item) => {
            if let Some(item) = &item {
                ensure_same_meeting(tx, meeting, item)?;
            }
            outcome.item_id = item;
        }
    }
    Ok(())
}

/// Outcomes are written down while a meeting runs, or after it was reopened.
pub(crate) fn ensure_recorded(meeting: &Meeting) -> Result<()> {
    ensure_open_to_change(meeting)?;
    if meeting.started_at.is_none() { Err(Error::invalid("meeting", Rule::WrongMoment)) } else { Ok(()) }
}

fn ensure_same_meeting(tx: &Tx<'_>, meeting: &Meeting, item: &AgendaItemId) -> Result<()> {
    let item: AgendaItem = tx.get(item)?;
    if item.meeting_id == meeting.id { Ok(()) } else { Err(Error::invalid("item", Rule::Unknown)) }
}

/// Notes are CommonMark of any length up to the maximum; decisions and actions are one line.
fn body_of(kind: OutcomeKind, text: &str) -> Result<String> {
    match kind {
        OutcomeKind::Note => {
            let text = clean_text("body", text)?;
            if text.trim().is_empty() { Err(Error::invalid("body", Rule::Empty)) } else { Ok(text) }
        }
        OutcomeKind::Decision | OutcomeKind::Action => clean_title("body", text),
    }
}

fn operation(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Note => "outcome-add-note",
        OutcomeKind::Decision => "outcome-add-decision",
        OutcomeKind::Action => "outcome-add-action",
    }
}
