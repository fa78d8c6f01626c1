//! What a document shows, as a workbook of its own.

use couloir_core::Contents;
use couloir_core::analysis::radar::findings;
use couloir_messages::{text, told};

use super::{Sheet, workbook};
use crate::document::spoken;
use crate::table::{Cell, Noun, table};
use crate::{Document, Error, Request, Result};

/// The tables that a document shows; the findings are made here.
fn nouns(document: Document) -> &'static [Noun] {
    match document {
        Document::Board => &[Noun::Tasks],
        Document::Raci => &[Noun::Raci],
        Document::Roles => &[Noun::Roles, Noun::Responsibilities],
        Document::Contracts | Document::Grid => &[Noun::Grid, Noun::Contracts],
        Document::Relay => &[Noun::Steps, Noun::Tasks],
        _ => &[],
    }
}

/// Whether a document can be saved as a workbook.
pub(crate) fn has_sheets(document: Document) -> bool {
    document == Document::Gaps || !nouns(document).is_empty()
}

/// What a document shows, as a workbook. The same workshop and day give the same bytes.
///
/// # Errors
/// [`Error::Fault`] only.
pub(crate) fn of_document(contents: &Contents, request: &Request) -> Result<Vec<u8>> {
    let tables = nouns(request.document).iter().map(|noun| Sheet::from(table(contents, *noun, false)));
    let gaps = (request.document == Document::Gaps).then(|| gaps(contents, request));
    workbook(contents, tables.chain(gaps)).map_err(Error::fault)
}

/// Every finding, with what it means and what was done about it.
fn gaps(contents: &Contents, request: &Request) -> Sheet {
    let language = spoken(request.language);
    let say = |key: &str| text(language, key, &[]);
    let rows = findings(contents, request.today)
        .iter()
        .map(|finding| {
            let name = finding.kind.name();
            let done = match (&finding.accepted, &finding.agenda_item_id, finding.is_parked) {
                (Some(_), ..) => say("document-gaps-accepted"),
                (None, Some(_), _) => say("document-gaps-on-agenda"),
                (None, None, true) => say("document-gaps-parked"),
                (None, None, false) => String::new(),
            };
            vec![
                Cell::text(say(&format!("radar-kind-{name}"))),
                Cell::text(told(language, &format!("finding-{name}"), &finding.args)),
                Cell::text(say(&format!("finding-{name}-why"))),
                Cell::text(done),
                Cell::text(finding.accepted.clone().unwrap_or_default()),
            ]
        })
        .collect();
    let headers = ["heading", "finding", "why", "status", "reason"].map(|key| say(&format!("table-column-{key}")));
    Sheet { title: say("radar-heading"), headers: headers.into(), rows, matrix: None }
}
