//! The gap radar: what is missing, doubled or contradictory between the roles of a workshop.
//!
//! Each file holds the condition of one finding or of a few related ones, as a function over the whole workshop.

mod contracts;
mod cycles;
mod duties;
mod finding;
mod index;
mod loose_ends;
mod order;
mod overlap;
mod people;
mod perception;
mod unowned;

pub use finding::{Finding, FindingKind, Subject};

use std::collections::{HashMap, HashSet};

use crate::agenda::AgendaItemId;
use crate::backlog::BacklogItem;
use crate::{Contents, Day};
use index::Index;

/// Everything the radar finds in a workshop on a day, gravest kind first, then in the order of the objects.
///
/// Lines and slips that are still hidden (blind entry) and private outcomes are left out: the radar is projected.
pub fn findings(contents: &Contents, today: Day) -> Vec<Finding> {
    let index = Index::of(contents);
    let mut findings = Vec::new();
    findings.extend(unowned::tasks(contents));
    findings.extend(overlap::wordings(contents, &index));
    findings.extend(overlap::responsibles(contents, &index));
    findings.extend(people::vacant_roles(contents));
    findings.extend(people::overloaded(contents));
    findings.extend(duties::roles(contents));
    findings.extend(cycles::cycles(contents, &index));
    findings.extend(order::blocked(contents, &index));
    findings.extend(order::against_sequence(contents, &index));
    findings.extend(contracts::states(contents, &index));
    findings.extend(contracts::reviews(contents, &index, today));
    findings.extend(contracts::not_kept(contents, &index));
    findings.extend(loose_ends::outcomes(contents, today));
    findings.extend(loose_ends::tasks(contents, today));
    findings.extend(perception::slips(contents, &index));
    findings.sort_by_key(|finding| finding.kind);
    settle(contents, &mut findings);
    findings
}

/// Adds what was done about each finding: accepted, parked, put on an agenda.
fn settle(contents: &Contents, findings: &mut [Finding]) {
    let accepted: HashMap<(&str, &str), &str> =
        contents.acceptances.iter().map(|a| ((a.finding.as_str(), a.facts.as_str()), a.reason.as_str())).collect();
    let parked: HashSet<&str> = contents.backlog_items.iter().flat_map(BacklogItem::findings).collect();
    let discussed: HashMap<&str, &AgendaItemId> = contents
        .references
        .iter()
        .filter_map(|reference| Some((reference.finding.as_deref()?, reference.item_id.as_ref()?)))
        .collect();
    for finding in findings {
        let key = finding.key.as_str();
        finding.accepted = accepted.get(&(key, finding.facts.as_str())).map(|reason| (*reason).to_owned());
        finding.is_parked = parked.contains(key);
        finding.agenda_item_id = discussed.get(key).map(|id| (*id).clone());
    }
}

#[cfg(test)]
mod naive;
#[cfg(test)]
mod tests;
