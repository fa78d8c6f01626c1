//! Role without duty: no responsibility or no task.

use std::collections::HashSet;

use super::finding::{Draft, Finding, FindingKind};
use crate::Contents;

/// One finding a role.
pub(super) fn roles(contents: &Contents) -> impl Iterator<Item = Finding> {
    let answering: HashSet<&str> =
        contents.responsibilities.iter().filter_map(|duty| duty.role_id.as_ref()).map(|role| role.as_str()).collect();
    let working: HashSet<&str> =
        contents.tasks.iter().filter_map(|task| task.role_id.as_ref()).map(|role| role.as_str()).collect();
    contents.roles.iter().filter_map(move |role| {
        let what = match (answering.contains(role.id.as_str()), working.contains(role.id.as_str())) {
            (false, false) => "both",
            (false, true) => "responsibility",
            (true, false) => "task",
            (true, true) => return None,
        };
        Some(Draft::new(FindingKind::RoleWithoutDuty).about(role).what(what).saying("role", &role.name).finding())
    })
}
