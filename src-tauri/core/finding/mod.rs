//! What is done about a finding of the gap radar: accepted with a reason, parked, or put on an agenda.

mod accept;
mod discuss;
mod park;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::analysis::radar::{self, Finding};
use crate::record::record_id;
use crate::workshop::WorkshopId;
use crate::{Contents, Error, Library, Millis, Result};

record_id!(AcceptanceId);

/// A finding accepted with a reason; it comes back when the facts change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Acceptance {
    pub id: AcceptanceId,
    pub workshop_id: WorkshopId,
    pub finding: String,
    pub facts: String,
    pub reason: String,
    pub accepted_at: Millis,
}

impl Library {
    /// Everything the radar finds in a workshop today, in the workshop's own time zone.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such workshop.
    pub fn findings(&self, workshop_id: &WorkshopId) -> Result<Vec<Finding>> {
        Ok(now(&*self.shared_contents(workshop_id)?, self.now()))
    }
}

/// What the radar finds at a moment, in the workshop's own time zone.
pub fn now(contents: &Contents, now: Millis) -> Vec<Finding> {
    radar::findings(contents, now.day_in(&contents.workshop.time_zone))
}

/// The finding with this key, as it is at a moment.
///
/// # Errors
/// [`Error::NotFound`] when the radar no longer finds it.
pub fn find(contents: &Contents, at: Millis, key: &str) -> Result<Finding> {
    now(contents, at)
        .into_iter()
        .find(|finding| finding.key == key)
        .ok_or_else(|| Error::NotFound { kind: "finding", id: key.to_owned() })
}

/// The findings with these keys, as they are at a moment, in the order of the keys; a key given twice counts once.
///
/// # Errors
/// [`Error::NotFound`] when the radar no longer finds one of them.
pub fn find_all(contents: &Contents, at: Millis, keys: &[String]) -> Result<Vec<Finding>> {
    let mut all = now(contents, at);
    let mut found: Vec<Finding> = Vec::with_capacity(keys.len());
    for key in keys {
        if found.iter().any(|finding| finding.key == *key) {
            continue;
        }
        let index = all.iter().position(|finding| finding.key == *key);
        let index = index.ok_or_else(|| Error::NotFound { kind: "finding", id: key.clone() })?;
        found.push(all.swap_remove(index));
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
