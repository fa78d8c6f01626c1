//! Perception gap: a responsibility that only its own role names, or only others name.

use std::collections::{BTreeSet, HashMap};

use super::finding::{Draft, Finding, FindingKind};
use super::index::Index;
use crate::Contents;
use crate::analysis::wording::{self, Wording};
use crate::responsibility::Slip;

/// One finding a responsibility of the silent round on which a role and the others differ.
///
/// Slips about the same role with near-equal wording say the same. It needs revealed slips of at least two roles;
/// slips that were merged into a responsibility are settled, and a responsibility on the role's card counts as
/// named by the role.
pub(super) fn slips(contents: &Contents, index: &Index<'_>) -> Vec<Finding> {
    let slips: Vec<&Slip> = contents.slips.iter().filter(|slip| slip.is_revealed && slip.role_id.is_some()).collect();
    let authors: BTreeSet<&str> =
        contents.slips.iter().filter(|slip| slip.is_revealed).map(|slip| slip.author_id.as_str()).collect();
    if authors.len() < 2 {
        return Vec::new();
    }
    let wordings: Vec<Wording> = slips.iter().map(|slip| Wording::of(&slip.title)).collect();
    let mut on_card: HashMap<&str, Vec<Wording>> = HashMap::new();
    for duty in &contents.responsibilities {
        if let Some(role) = &duty.role_id {
            on_card.entry(role.as_str()).or_default().push(Wording::of(&duty.title));
        }
    }
    let mut groups = wording::groups(&wordings, |one, other| slips[one].role_id == slips[other].role_id);
    let grouped: BTreeSet<usize> = groups.iter().flatten().copied().collect();
    groups.extend((0..slips.len()).filter(|at| !grouped.contains(at)).map(|at| vec![at]));
    groups.sort_unstable();
    let mut findings = Vec::new();
    for group in groups {
        let first = slips[group[0]];
        let Some(role) = first.role_id.as_ref().and_then(|id| index.role(id)) else { continue };
        if group.iter().any(|at| slips[*at].responsibility_id.is_some()) {
            continue;
        }
        let is_named_by_own = group.iter().any(|at| slips[*at].author_id == role.id);
        let is_named_by_others = group.iter().any(|at| slips[*at].author_id != role.id);
        let is_on_card = on_card
            .get(role.id.as_str())
            .is_some_and(|duties| duties.iter().any(|duty| group.iter().any(|at| duty.is_near(&wordings[*at]))));
        let what = match (is_named_by_own, is_named_by_others) {
            (true, false) => "own",
            (false, true) if !is_on_card => "others",
            _ => continue,
        };
        let mut draft = Draft::new(FindingKind::PerceptionGap).what(what).resting("text", &first.title);
        for at in &group {
            draft = draft.about(slips[*at]);
        }
        let mut names: Vec<&str> = Vec::new();
        for at in &group {
            let name = index.role_name(&slips[*at].author_id);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        findings.push(draft.with(role).saying("role", &role.name).saying("others", names.join(" · ")).finding());
    }
    findings
}
