//! A role as pages show it, and the role sheets.

use couloir_core::Contents;
use couloir_core::role::Role;
use serde::Serialize;
use serde_json::Value;

use super::contract::{self, LineView};
use super::task::{self, TaskView};
use super::view::{RoleView, View, Words, envelope, notice, person};
use crate::{Request, Result};

#[derive(Serialize)]
pub(super) struct RoleSheet {
    role: RoleView,
    /// Who holds it; empty: nobody yet.
    holders: Vec<String>,
    mandate: String,
    skills: Vec<String>,
    responsibilities: Vec<(String, String)>,
    tasks: Vec<TaskView>,
    typical: Vec<String>,
    gives: Vec<LineView>,
    gets: Vec<LineView>,
    first_step: String,
    resources: Vec<(String, String)>,
}

/// Names of the people who hold a role; private ones only where private things are printed.
pub(super) fn holders(contents: &Contents, request: &Request, words: Words, role: &Role) -> Vec<String> {
    contents
        .role_holders
        .iter()
        .filter(|holder| holder.role_id == role.id)
        .map(|holder| {
            person(contents, request, Some(&holder.person_id)).map_or_else(|| words.get("private-name"), str::to_owned)
        })
        .collect()
}

pub(super) fn sheet(contents: &Contents, request: &Request, words: Words, role: &Role) -> RoleSheet {
    let lines = |keep: &dyn Fn(&couloir_core::contract::Contract) -> bool| {
        contract::live(contents)
            .filter(|contract| keep(contract))
            .filter_map(|contract| contract::view(contents, words, contract))
            .collect()
    };
    RoleSheet {
        role: role.into(),
        holders: holders(contents, request, words, role),
        mandate: role.mandate.clone(),
        skills: contents.skills.iter().filter(|one| one.role_id == role.id).map(|one| one.name.clone()).collect(),
        responsibilities: contents
            .responsibilities
            .iter()
            .filter(|one| one.role_id.as_ref() == Some(&role.id))
            .map(|one| (one.title.clone(), one.detail.clone()))
            .collect(),
        tasks: task::of_lane(contents, Some(role)).into_iter().map(|task| task::view(contents, words, task)).collect(),
        typical: contents
            .typical_tasks
            .iter()
            .filter(|one| one.role_id == role.id)
            .map(|one| one.title.clone())
            .collect(),
        gives: lines(&|contract| contract.giver_id == role.id),
        gets: lines(&|contract| contract.receiver_id == role.id),
        first_step: role.first_step.clone(),
        resources: contents
            .resources
            .iter()
            .filter(|one| one.role_id.as_ref() == Some(&role.id))
            .map(|one| (one.title.clone(), one.url.clone()))
            .collect(),
    }
}

/// Words of a role sheet.
pub(super) const WORDS: &[&str] = &[
    "role-vacant",
    "role-skills",
    "role-responsibilities",
    "role-tasks",
    "role-typical",
    "role-gives",
    "role-gets",
    "role-first-step",
    "role-resources",
    "sign-name",
    "sign-date",
    "sign-signature",
    "sign-role",
];

#[derive(Serialize)]
struct Body {
    words: Value,
    sheets: Vec<RoleSheet>,
}

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    if contents.roles.is_empty() {
        return notice(contents, request, &words.get("no-roles"));
    }
    let sheets = contents.roles.iter().map(|role| sheet(contents, request, words, role)).collect();
    let body = Body { words: words.all(WORDS), sheets };
    Ok(View { template: "roles.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}
