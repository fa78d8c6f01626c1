//! Preparing a meeting from what is open: what was chosen goes on the agenda, the rest to the parking lot.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::carry::free;
use super::{Meeting, MeetingId, ensure_open_to_change};
use crate::agenda::{AgendaItem, AgendaItemId, Deferral, DeferralId, ItemKind, SECONDS_MAX};
use crate::analysis::prepare::{Candidate, Gap, Preparation, Source, candidates, gaps, prepare};
use crate::backlog::{BacklogItem, BacklogItemId, scheduled};
use crate::outcome::{Reference, ReferenceId};
use crate::person::{Person, PersonId};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx, clean_line, clean_title, position};

/// A proposal as the facilitator wants it on the agenda.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct PrepareChoice {
    /// The key of the proposal.
    pub key: String,
    pub title: String,
    pub seconds: i32,
    pub presenter_role_id: Option<RoleId>,
    pub presenter_person_id: Option<PersonId>,
}

/// A proposal that goes to the parking lot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct PreparePark {
    pub key: String,
    pub title: String,
    /// Why it waits.
    pub reason: String,
}

/// What preparing did. Proposals that are open no more, or on an agenda by now, are in neither count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Prepared {
    pub added: u32,
    pub parked: u32,
}

impl Library {
    /// What a meeting should talk about, fitted to the minutes its agenda leaves.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Closed`].
    pub fn agenda_prepare(&self, workshop_id: &WorkshopId, id: &MeetingId) -> Result<Preparation> {
        let contents = self.contents(workshop_id)?;
        let meeting = contents.meetings.iter().find(|meeting| meeting.id == *id);
        let meeting = meeting.ok_or_else(|| Error::NotFound { kind: "meeting", id: id.0.clone() })?;
        ensure_open_to_change(meeting)?;
        Ok(prepare(&contents, meeting, self.now()))
    }

    /// Puts chosen proposals on the agenda, in their order, and others in the parking lot, as one step. What came
    /// from the parking lot leaves it, or stays with its reason; an item put off moves itself. What is already on an
    /// agenda or parked, or open no more, is passed over: nothing is ever there twice.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::Closed`]; for titles, reasons and lengths.
    pub fn agenda_prepare_take(
        &mut self,
        workshop_id: &WorkshopId,
        id: &MeetingId,
        chosen: &[PrepareChoice],
        parked: &[PreparePark],
    ) -> Result<Committed<Prepared>> {
        self.commit(Operation::new(workshop_id, "agenda-prepare"), |tx| {
            let meeting: Meeting = tx.get(id)?;
            ensure_open_to_change(&meeting)?;
            tx.name("title", &meeting.title);
            let contents = tx.contents(workshop_id)?;
            let mut open = candidates(&contents, &meeting, tx.now());
            let mut take = |key: &str| {
                let at = open.iter().position(|proposal| proposal.key == key)?;
                Some(open.swap_remove(at))
            };
            let items: Vec<&AgendaItem> = contents.agenda_items.iter().filter(|i| i.meeting_id == *id).collect();
            let mut agenda = Agenda {
                order: items.iter().map(|item| (item.id.0.clone(), item.position.clone())).collect(),
                gaps: gaps(&meeting, &items),
            };
            let mut done = Prepared { added: 0, parked: 0 };
            for choice in chosen {
                tx.ensure::<Role>(choice.presenter_role_id.as_ref())?;
                tx.ensure::<Person>(choice.presenter_person_id.as_ref())?;
                if let Some(proposal) = take(&choice.key) {
                    add(tx, &meeting, &mut agenda, &proposal, choice)?;
                    done.added += 1;
                }
            }
            let mut last = contents.backlog_items.last().map(|item| item.position.clone());
            for park in parked {
                let Some(proposal) = take(&park.key) else { continue };
                done.parked += u32::from(keep(tx, &meeting, &mut last, &proposal, park)?);
            }
            Ok(done)
        })
    }
}

/// The agenda while it grows.
struct Agenda {
    /// Ids and positions in order.
    order: Vec<(String, String)>,
    gaps: Vec<Gap>,
}

impl Agenda {
    /// The place for an item of a length: in the first gap that takes it, else before the end.
    fn place(&mut self, is_first: bool, seconds: i32, id: &AgendaItemId) -> String {
        let at = self.gaps.iter().position(|gap| gap.seconds >= seconds);
        let at = at.unwrap_or(self.gaps.len().saturating_sub(1));
        let before = self.gaps.get_mut(at).and_then(|gap| {
            gap.seconds = (gap.seconds - seconds).max(0);
            if is_first { gap.head.clone() } else { gap.tail.clone() }
        });
        let position = position::among(&self.order, before.as_ref().map(AgendaItemId::as_str));
        let index = before.and_then(|before| self.order.iter().position(|(other, _)| *other == before.0));
        self.order.insert(index.unwrap_or(self.order.len()), (id.0.clone(), position.clone()));
        position
    }
}

fn add(
    tx: &Tx<'_>,
    meeting: &Meeting,
    agenda: &mut Agenda,
    proposal: &Candidate,
    choice: &PrepareChoice,
) -> Result<()> {
    let workshop_id = &meeting.workshop_id;
    let title = clean_title("title", &choice.title)?;
    if !(0..=SECONDS_MAX).contains(&choice.seconds) {
        return Err(Error::invalid("minutes", Rule::OutOfRange));
    }
    let own = |item: AgendaItem| AgendaItem {
        presenter_role_id: choice.presenter_role_id.clone().or(item.presenter_role_id),
        presenter_person_id: choice.presenter_person_id.clone().or(item.presenter_person_id),
        least_seconds: proposal.least_seconds.min(choice.seconds),
        ..item
    };
    if let Some(id) = &proposal.item_id {
        let item: AgendaItem = tx.get(id)?;
        let from: Meeting = tx.get(&item.meeting_id)?;
        // Put off once more if it comes from before; brought forward is no deferral.
        if from.starts_at < meeting.starts_at {
            tx.insert(&Deferral {
                id: DeferralId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                item_id: id.clone(),
                from_meeting_id: from.id,
                to_meeting_id: Some(meeting.id.clone()),
                deferred_at: tx.now(),
                spent_ms: Some(item.spent_ms),
            })?;
        }
        let position = agenda.place(false, choice.seconds, id);
        let moved =
            AgendaItem { meeting_id: meeting.id.clone(), position, title, seconds: choice.seconds, ..free(item) };
        return tx.update(&own(moved));
    }
    if let Some(parked) = &proposal.backlog_id {
        let parked: BacklogItem = tx.get(parked)?;
        let id = scheduled(tx, parked, meeting, |item| {
            let position = agenda.place(false, choice.seconds, &item.id);
            own(AgendaItem { position, title, seconds: choice.seconds, ..item })
        })?;
        return link(tx, workshop_id, &id, proposal);
    }
    let id = AgendaItemId(tx.new_id());
    let planned = AgendaItem::planned(id.clone(), meeting, title, choice.seconds, tx.now());
    let item = AgendaItem {
        position: agenda.place(proposal.is_standing(), choice.seconds, &id),
        kind: match proposal.source {
            Source::Pulse | Source::Actions => ItemKind::Plenary,
            Source::Backlog | Source::Deferred => ItemKind::Work,
            Source::Blocked | Source::Findings => ItemKind::Decide,
        },
        ..own(planned)
    };
    tx.insert(&item)?;
    link(tx, workshop_id, &id, proposal)
}

/// Links an item to the findings it takes care of and to the tasks, contracts and responsibilities it is about.
fn link(tx: &Tx<'_>, workshop_id: &WorkshopId, item: &AgendaItemId, proposal: &Candidate) -> Result<()> {
    let blank = || Reference::of_item(ReferenceId(tx.new_id()), workshop_id.clone(), item.clone());
    // A task marked as blocked is no finding of the radar: the link to the task says it all.
    let findings = proposal.findings.iter().filter(|_| proposal.source != Source::Blocked);
    let mut links: Vec<Reference> = findings.map(|key| Reference { finding: Some(key.clone()), ..blank() }).collect();
    for object in &proposal.objects {
        let id = object.id.as_str();
        match object.table.as_str() {
            "task" => links.push(Reference { task_id: Some(id.into()), ..blank() }),
            "contract" => links.push(Reference { contract_id: Some(id.into()), ..blank() }),
            "responsibility" => links.push(Reference { responsibility_id: Some(id.into()), ..blank() }),
            _ => {}
        }
    }
    // What comes from the parking lot brings links along.
    let mut there = tx.list::<Reference>(workshop_id)?;
    there.retain(|reference| reference.item_id.as_ref() == Some(item));
    for link in links.iter().filter(|link| !there.iter().any(|one| one.leads_where(link))) {
        tx.insert(link)?;
    }
    Ok(())
}

/// Parks a proposal; says whether it was not parked before. What waits in another meeting stays there, and the pulse
/// comes back by itself.
fn keep(
    tx: &Tx<'_>,
    meeting: &Meeting,
    last: &mut Option<String>,
    proposal: &Candidate,
    park: &PreparePark,
) -> Result<bool> {
    let (title, reason) = (clean_title("title", &park.title)?, clean_line("reason", &park.reason)?);
    if let Some(id) = &proposal.backlog_id {
        let parked: BacklogItem = tx.get(id)?;
        // The reason that someone wrote says more than that there was no room.
        if parked.reason.is_empty() {
            tx.update(&BacklogItem { reason, ..parked })?;
        }
        return Ok(false);
    }
    if proposal.findings.is_empty() {
        return Ok(false);
    }
    let position = position::between(last.as_deref(), None);
    *last = Some(position.clone());
    tx.insert(&BacklogItem {
        id: BacklogItemId(tx.new_id()),
        workshop_id: meeting.workshop_id.clone(),
        series_id: meeting.series_id.clone(),
        position,
        title,
        detail: String::new(),
        reason,
        seconds: proposal.seconds,
        finding: Some(proposal.findings.join(" ")),
        created_at: tx.now(),
        block: None,
    })?;
    Ok(true)
}
