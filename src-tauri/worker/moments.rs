//! The moments of a workshop that a document shows: now, and what it compares with.

use couloir_core::journal::snapshot::SnapshotId;
use couloir_core::workshop::WorkshopId;
use couloir_core::{Contents, Library, Millis};
use couloir_documents::{Before, Document, Format, Pages, Printed, Request, Result};

/// A workshop now, and between which moments a document compares.
pub struct Moments {
    pub now: Contents,
    before: Option<Past>,
}

struct Past {
    name: String,
    contents: Contents,
    until: Option<Contents>,
}

impl Moments {
    /// Reads what a document shows. The minutes compare the start of their meeting with its end, or with now while
    /// it runs; every other document with the named moment `since`, if one is given.
    ///
    /// # Errors
    /// `NotFound` for an unknown workshop; an unknown meeting is for the document to name.
    pub fn read(
        library: &Library,
        workshop_id: &WorkshopId,
        request: &Request,
        since: Option<&SnapshotId>,
    ) -> couloir_core::Result<Self> {
        let now = library.contents_as_shown(workshop_id)?;
        let before = if request.document == Document::Minutes {
            let meeting = request.meeting(&now).ok().flatten();
            match meeting.and_then(|meeting| Some((meeting.started_at?, meeting.ended_at))) {
                Some((start, end)) => Past::of_meeting(library, workshop_id, start, end)?,
                None => None,
            }
        } else {
            match now.snapshots.iter().find(|snapshot| Some(&snapshot.id) == since) {
                Some(moment) => {
                    let contents = library.contents_at(workshop_id, moment.operation_seq)?;
                    Some(Past { name: moment.name.clone(), contents, until: None })
                }
                None => None,
            }
        };
        Ok(Self { now, before })
    }

    /// The document as a file; a picture is of page `page` (from 0).
    ///
    /// # Errors
    /// As [`couloir_documents::make`].
    pub fn make(&self, request: &Request, format: Format, page: usize) -> Result<Printed> {
        couloir_documents::make(&self.now, self.before().as_ref(), request, format, page)
    }

    /// The document as pictures.
    ///
    /// # Errors
    /// As [`couloir_documents::pages`].
    pub fn pages(&self, request: &Request) -> Result<Pages> {
        couloir_documents::pages_since(&self.now, self.before().as_ref(), request)
    }

    fn before(&self) -> Option<Before<'_>> {
        let past = self.before.as_ref()?;
        Some(Before { name: &past.name, contents: &past.contents, until: past.until.as_ref() })
    }
}

impl Past {
    fn of_meeting(
        library: &Library,
        workshop_id: &WorkshopId,
        start: Millis,
        end: Option<Millis>,
    ) -> couloir_core::Result<Option<Self>> {
        let Some(contents) = library.contents_before(workshop_id, start)? else { return Ok(None) };
        let until = match end {
            // What happened in the very moment of the end still belongs to the meeting.
            Some(end) => library.contents_before(workshop_id, Millis(end.0 + 1))?,
            None => None,
        };
        Ok(Some(Self { name: String::new(), contents, until }))
    }
}

#[cfg(test)]
mod tests;
