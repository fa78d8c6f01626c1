//! Parking a finding.

use super::find_all;
use crate::backlog::{BacklogItem, BacklogItemId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, clean_title, position};

/// Time set aside for a finding on an agenda, in seconds.
const SECONDS: i32 = 600;

impl Library {
    /// Puts a finding in the parking lot under a title (what the finding says, in the workshop's language).
    /// Parking it twice changes nothing.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the radar no longer finds it; as for the title.
    pub fn finding_park(
        &mut self,
        workshop_id: &WorkshopId,
        key: &str,
        title: &str,
    ) -> Result<Committed<BacklogItemId>> {
        self.findings_park(workshop_id, &[key.to_owned()], title)
    }

    /// Puts several findings in the parking lot as one item. Those that are parked already stay where they are.
    ///
    /// # Errors
    /// As for [`Library::finding_park`].
    pub fn findings_park(
        &mut self,
        workshop_id: &WorkshopId,
        keys: &[String],
        title: &str,
    ) -> Result<Committed<BacklogItemId>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "finding-park"), |tx| {
            tx.name("count", keys.len());
            let contents = tx.contents(workshop_id)?;
            let parked = |key: &str| contents.backlog_items.iter().find(|item| item.findings().any(|one| one == key));
            let mut new = find_all(&contents, tx.now(), keys)?;
            new.retain(|finding| parked(&finding.key).is_none());
            if new.is_empty() {
                let there = keys.iter().find_map(|key| parked(key)).map(|item| item.id.clone());
                return there.ok_or(Error::NotFound { kind: "finding", id: String::new() });
            }
            let last = contents.backlog_items.last().map(|item| item.position.as_str());
            let item = BacklogItem {
                id: BacklogItemId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                series_id: None,
                position: position::between(last, None),
                title,
                detail: String::new(),
                reason: String::new(),
                seconds: seconds(new.len()),
                finding: Some(new.into_iter().map(|finding| finding.key).collect::<Vec<_>>().join(" ")),
                created_at: tx.now(),
                block: None,
            };
            tx.insert(&item)?;
            Ok(item.id)
        })
    }
}

/// Time set aside for findings that are looked at together: ten minutes, two more for each, at most half an hour.
pub(super) fn seconds(findings: usize) -> i32 {
    let more = i32::try_from(findings.saturating_sub(1)).unwrap_or(i32::MAX);
    SECONDS.saturating_add(more.saturating_mul(120)).min(3 * SECONDS)
}
