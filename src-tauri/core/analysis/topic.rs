//! The history of a topic: one agenda item through all the meetings it stood in.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::agenda::AgendaItemId;
use crate::meeting::MeetingId;
use crate::outcome::OutcomeId;
use crate::{Contents, Error, Millis, Result};

/// One meeting that an item stood in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct TopicStage {
    pub meeting_id: MeetingId,
    pub title: String,
    pub starts_at: Millis,
    pub time_zone: String,
    /// What it produced there, in order.
    pub outcome_ids: Vec<OutcomeId>,
    /// When it was put off from there; `None`: it stands there now.
    pub deferred_at: Option<Millis>,
    /// Minutes spent on it there; `None`: not counted then.
    pub minutes: Option<i32>,
}

/// One topic through all its meetings, the first first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Topic {
    pub stages: Vec<TopicStage>,
    /// Minutes spent on it in all meetings together.
    pub minutes: i32,
    /// How often it was put off.
    pub deferrals: i32,
    /// Whole days since it was first written down.
    pub days: i32,
}

/// The history of an item: the meetings it was put off from, in that order, then the one it stands in.
///
/// # Errors
/// [`Error::NotFound`] for an item that is not there.
pub fn topic(contents: &Contents, id: &AgendaItemId, now: Millis) -> Result<Topic> {
    let item = contents.agenda_items.iter().find(|item| item.id == *id);
    let item = item.ok_or_else(|| Error::NotFound { kind: "agenda_item", id: id.0.clone() })?;
    let mut put_off: Vec<_> = contents.deferrals.iter().filter(|deferral| deferral.item_id == *id).collect();
    put_off.sort_by_key(|deferral| (deferral.deferred_at, deferral.id.clone()));
    let stage = |meeting_id: &MeetingId, deferred_at| {
        let meeting = contents.meetings.iter().find(|meeting| meeting.id == *meeting_id)?;
        let of_stage = contents
            .outcomes
            .iter()
            .filter(|outcome| outcome.item_id.as_ref() == Some(id) && outcome.meeting_id == *meeting_id);
        Some(TopicStage {
            meeting_id: meeting.id.clone(),
            title: meeting.title.clone(),
            starts_at: meeting.starts_at,
            time_zone: meeting.time_zone.clone(),
            outcome_ids: of_stage.map(|outcome| outcome.id.clone()).collect(),
            deferred_at,
            minutes: None,
        })
    };
    let mut stages: Vec<TopicStage> = Vec::new();
    // The item counts its time in all; what it had taken when it was put off tells the meetings apart.
    let mut counted = Some(0);
    let all = put_off.iter().map(|one| (&one.from_meeting_id, Some(one.deferred_at), one.spent_ms));
    for (meeting_id, deferred_at, spent) in all.chain([(&item.meeting_id, None, Some(item.spent_ms))]) {
        let spent = spent.map(|spent| spent.0);
        let here = spent.zip(counted).map(|(now, before)| minutes(now - before));
        counted = spent;
        // Put off twice from one meeting (brought back, put off again), it stood there once.
        let earlier = stages.iter().position(|stage| stage.meeting_id == *meeting_id).map(|at| stages.remove(at));
        let sum = earlier.map_or(Some(0), |stage| stage.minutes).zip(here).map(|(before, here)| before + here);
        stages.extend(stage(meeting_id, deferred_at).map(|stage| TopicStage { minutes: sum, ..stage }));
    }
    Ok(Topic {
        stages,
        minutes: minutes(item.spent_ms.0),
        deferrals: i32::try_from(put_off.len()).unwrap_or(i32::MAX),
        days: i32::try_from((now.0 - item.created_at.0).max(0) / 86_400_000).unwrap_or(i32::MAX),
    })
}

/// Whole minutes, a begun one too.
fn minutes(ms: i64) -> i32 {
    i32::try_from(ms.max(0).saturating_add(59_999) / 60_000).unwrap_or(i32::MAX)
}
