//! What an agenda item is about and what a decision changed, in words.

use couloir_core::Contents;
use couloir_core::analysis::radar::findings;
use couloir_core::outcome::Reference;

use super::gaps;
use super::view::role;
use crate::Request;

/// The links that `wanted` picks, a line each: *12 Install the SDK*, *A → B Grant access*, *A Keep the schema*.
/// What has gone since is left out.
pub(super) fn lines(contents: &Contents, request: &Request, wanted: impl Fn(&Reference) -> bool) -> Vec<String> {
    contents.references.iter().filter(|one| wanted(one)).filter_map(|one| line(contents, request, one)).collect()
}

fn line(contents: &Contents, request: &Request, reference: &Reference) -> Option<String> {
    let letter = |id| role(contents, id).map_or("?", |role| role.letter.as_str());
    if let Some(id) = &reference.task_id {
        let task = contents.tasks.iter().find(|task| task.id == *id)?;
        return Some(format!("{} {}", task.number, task.title));
    }
    if let Some(id) = &reference.contract_id {
        let one = contents.contracts.iter().find(|one| one.id == *id)?;
        let words = one.offer.as_ref().or(one.need.as_ref())?;
        return Some(format!("{} → {} {words}", letter(Some(&one.giver_id)), letter(Some(&one.receiver_id))));
    }
    if let Some(id) = &reference.responsibility_id {
        let duty = contents.responsibilities.iter().find(|duty| duty.id == *id)?;
        return Some(format!("{} {}", letter(duty.role_id.as_ref()), duty.title));
    }
    let key = reference.finding.as_ref()?;
    findings(contents, request.today).iter().find(|finding| finding.key == *key).map(|one| gaps::sentence(request, one))
}
