//! `couloir findings`: what is missing between the roles, as a list or as JSON.

use std::process::ExitCode;

use couloir_core::Library;
use couloir_core::analysis::radar::{Finding, FindingKind, Subject};
use couloir_core::workshop::WorkshopId;
use couloir_messages::{Language, text};

use super::Failure;
use super::answer::print_json;
use crate::worker::sentence;

/// A finding as the command line tells it.
#[derive(serde::Serialize)]
struct Told<'a> {
    kind: FindingKind,
    key: &'a str,
    objects: &'a [Subject],
    /// What was found.
    text: String,
    /// Why it matters.
    reason: String,
    /// Why it was accepted, if it was.
    accepted: Option<&'a str>,
    is_parked: bool,
    is_on_agenda: bool,
}

/// Prints what the radar finds in a workshop today.
pub fn findings(language: Language, id: &WorkshopId, json: bool, library: &Library) -> Result<ExitCode, Failure> {
    let found = library.findings(id)?;
    if json {
        let told = found.iter().map(|finding| Told {
            kind: finding.kind,
            key: &finding.key,
            objects: &finding.objects,
            text: sentence::of_finding(language, finding),
            reason: sentence::why_finding(language, finding),
            accepted: finding.accepted.as_deref(),
            is_parked: finding.is_parked,
            is_on_agenda: finding.agenda_item_id.is_some(),
        });
        print_json(&told.collect::<Vec<_>>())?;
    } else {
        list(language, &found);
    }
    Ok(ExitCode::SUCCESS)
}

fn list(language: Language, found: &[Finding]) {
    let open = found.iter().filter(|finding| finding.is_open());
    say!("{}", text(language, "cli-findings-count", &[("count", open.clone().count().into())]));
    let mut heading = None;
    for finding in open {
        if heading != Some(finding.kind) {
            heading = Some(finding.kind);
            say!("\n{}", text(language, &format!("radar-kind-{}", finding.kind.name()), &[]));
        }
        say!("- {}", sentence::of_finding(language, finding));
    }
    for finding in found.iter().filter(|finding| !finding.is_open()) {
        let reason = finding.accepted.as_deref().unwrap_or_default();
        let args = [("finding", sentence::of_finding(language, finding).into()), ("reason", reason.into())];
        say!("\n{}", text(language, "cli-findings-accepted", &args));
    }
}
