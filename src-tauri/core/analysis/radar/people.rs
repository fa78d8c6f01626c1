//! Vacant role and overloaded person.

use std::collections::{HashMap, HashSet};

use super::finding::{Draft, Finding, FindingKind};
use crate::Contents;
use crate::task::TaskStatus;

/// One finding a role that nobody holds.
pub(super) fn vacant_roles(contents: &Contents) -> impl Iterator<Item = Finding> {
    let held: HashSet<&str> = contents.role_holders.iter().map(|holder| holder.role_id.as_str()).collect();
    contents
        .roles
        .iter()
        .filter(move |role| !held.contains(role.id.as_str()))
        .map(|role| Draft::new(FindingKind::VacantRole).about(role).saying("role", &role.name).finding())
}

/// One finding a person beyond the workshop's limits. An open task counts for the person it names,
/// otherwise for each holder of its role.
pub(super) fn overloaded(contents: &Contents) -> impl Iterator<Item = Finding> {
    let mut open_tasks: HashMap<&str, i32> = HashMap::new();
    let mut load: HashMap<&str, (i32, i32)> = HashMap::new();
    for task in contents.tasks.iter().filter(|task| task.status != TaskStatus::Done) {
        if let Some(person) = &task.person_id {
            load.entry(person.as_str()).or_default().1 += 1;
        } else if let Some(role) = &task.role_id {
            *open_tasks.entry(role.as_str()).or_default() += 1;
        }
    }
    for holder in &contents.role_holders {
        let (roles, tasks) = load.entry(holder.person_id.as_str()).or_default();
        *roles += 1;
        *tasks += open_tasks.get(holder.role_id.as_str()).copied().unwrap_or_default();
    }
    let (most_roles, most_tasks) = (contents.workshop.roles_per_person, contents.workshop.tasks_per_person);
    contents.people.iter().filter_map(move |person| {
        let (roles, tasks) = load.get(person.id.as_str()).copied().unwrap_or_default();
        let what = match (roles > most_roles, tasks > most_tasks) {
            (true, true) => "both",
            (true, false) => "roles",
            (false, true) => "tasks",
            (false, false) => return None,
        };
        // A fact is how much too much it is, not every single task.
        let draft = Draft::new(FindingKind::OverloadedPerson).about(person).what(what).saying("person", &person.name);
        let draft = draft.fact(&roles.max(most_roles).to_string()).fact(&(tasks.max(most_tasks) / 5).to_string());
        Some(draft.saying("count-roles", roles).saying("count-tasks", tasks).finding())
    })
}
