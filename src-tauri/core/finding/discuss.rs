//! Putting a finding on an agenda.

use super::find_all;
use super::park::seconds;
use crate::agenda::{AgendaItem, AgendaItemId, ItemKind, Progress};
use crate::backlog::{BacklogItem, scheduled};
use crate::meeting::{Meeting, MeetingStatus};
use crate::outcome::{Reference, ReferenceId};
use crate::workshop::WorkshopId;
use crate::{Committed, Contents, Error, Library, Millis, Operation, Result, Rule, clean_title, position};

impl Library {
    /// Puts a finding as a timed item on the agenda of the meeting in progress, right after the current item, or
    /// else of the next meeting, before its close. It takes the finding out of the parking lot. An item that is
    /// already there for this finding stays the only one.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the radar no longer finds it; [`Rule::NoMeeting`] when no meeting is ahead; as for
    /// the title (what the finding says, in the workshop's language).
    pub fn finding_discuss(
        &mut self,
        workshop_id: &WorkshopId,
        key: &str,
        title: &str,
    ) -> Result<Committed<AgendaItemId>> {
        self.findings_discuss(workshop_id, &[key.to_owned()], title)
    }

    /// Puts several findings on the agenda as one item; those that stand on it already stay where they are.
    ///
    /// # Errors
    /// As for [`Library::finding_discuss`].
    pub fn findings_discuss(
        &mut self,
        workshop_id: &WorkshopId,
        keys: &[String],
        title: &str,
    ) -> Result<Committed<AgendaItemId>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "finding-discuss"), |tx| {
            tx.name("count", keys.len());
            let contents = tx.contents(workshop_id)?;
            let mut new = find_all(&contents, tx.now(), keys)?;
            let meeting = current_or_next(&contents, tx.now()).ok_or(Error::invalid("meeting", Rule::NoMeeting))?;
            tx.name("meeting", &meeting.title);
            let there = keys.iter().find_map(|key| present(&contents, meeting, key)).map(|item| item.id.clone());
            new.retain(|finding| present(&contents, meeting, &finding.key).is_none());
            let keys: Vec<&str> = new.iter().map(|finding| finding.key.as_str()).collect();
            if keys.is_empty() {
                return there.ok_or(Error::NotFound { kind: "finding", id: String::new() });
            }
            // What was parked for these findings alone goes on the agenda as the block it was.
            let alone = contents.backlog_items.iter().find(|parked| parked.findings().eq(keys.iter().copied()));
            if let Some(parked) = alone.filter(|parked| parked.block.is_some()) {
                let position = place(&contents, meeting);
                return scheduled(tx, parked.clone(), meeting, |item| AgendaItem { position, ..item });
            }
            let seconds = seconds(keys.len());
            let item = AgendaItem {
                position: place(&contents, meeting),
                kind: ItemKind::Decide,
                least_seconds: seconds / 2,
                ..AgendaItem::planned(AgendaItemId(tx.new_id()), meeting, title, seconds, tx.now())
            };
            tx.insert(&item)?;
            for finding in &new {
                let reference = Reference::of_item(ReferenceId(tx.new_id()), workshop_id.clone(), item.id.clone());
                tx.insert(&Reference { finding: Some(finding.key.clone()), ..reference })?;
            }
            for parked in
                contents.backlog_items.iter().filter(|parked| parked.findings().any(|one| keys.contains(&one)))
            {
                // Others that were parked with them go on waiting.
                let rest: Vec<&str> = parked.findings().filter(|one| !keys.contains(one)).collect();
                if rest.is_empty() {
                    tx.delete::<BacklogItem>(&parked.id)?;
                } else {
                    tx.update(&BacklogItem { finding: Some(rest.join(" ")), ..parked.clone() })?;
                }
            }
            Ok(item.id)
        })
    }
}

/// The meeting in progress; else the next to start; else the last that is still to be held, though its time passed.
fn current_or_next(contents: &Contents, now: Millis) -> Option<&Meeting> {
    let ahead = || contents.meetings.iter().filter(|m| !m.is_template && m.status != MeetingStatus::Closed);
    ahead()
        .find(|meeting| meeting.status == MeetingStatus::InProgress)
        .or_else(|| ahead().filter(|meeting| meeting.starts_at >= now).min_by_key(|meeting| meeting.starts_at))
        .or_else(|| ahead().max_by_key(|meeting| meeting.starts_at))
}

/// The item of the meeting on which the finding stands already and that is not over.
fn present<'a>(contents: &'a Contents, meeting: &Meeting, key: &str) -> Option<&'a AgendaItem> {
    let is_about = |item: &AgendaItem| {
        contents.references.iter().any(|r| r.finding.as_deref() == Some(key) && r.item_id.as_ref() == Some(&item.id))
    };
    contents.agenda_items.iter().find(|item| {
        item.meeting_id == meeting.id
            && matches!(item.progress, Progress::Planned | Progress::Current)
            && is_about(item)
    })
}

/// After the current item; in a meeting that has not begun, before the closing item or at the end.
fn place(contents: &Contents, meeting: &Meeting) -> String {
    let items: Vec<&AgendaItem> = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id).collect();
    let current = items.iter().position(|item| Some(&item.id) == meeting.current_item_id.as_ref());
    let at = match (current, items.last()) {
        (Some(current), _) => current + 1,
        (None, Some(last)) if last.kind == ItemKind::Close => items.len() - 1,
        (None, _) => items.len(),
    };
    let key = |at: Option<usize>| at.and_then(|at| items.get(at)).map(|item| item.position.as_str());
    position::between(key(at.checked_sub(1)), key(Some(at)))
}
