//! Parking a finding.

use super::find;
use crate::backlog::{BacklogItem, BacklogItemId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result, clean_title, position};

/// Time set aside for a finding on an agenda, in seconds.
pub(super) const SECONDS: i32 = 600;

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
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "finding-park"), |tx| {
            let contents = tx.contents(workshop_id)?;
            let finding = find(&contents, tx.now(), key)?;
            if let Some(parked) = contents.backlog_items.iter().find(|item| item.findings().any(|parked| parked == key))
            {
                return Ok(parked.id.clone());
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
                seconds: SECONDS,
                finding: Some(finding.key),
                created_at: tx.now(),
                block: None,
            };
            tx.insert(&item)?;
            Ok(item.id)
        })
    }
}
