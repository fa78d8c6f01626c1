//! The form in which a start is written: both languages of a text side by side, rows named by short keys.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::Result;
use crate::contract::Mode;
use crate::role::RoleColor;
use crate::workshop::{ARCHIVE_VERSION, Language};

/// A text in French, then in English.
#[derive(Deserialize)]
struct Text(String, String);

impl Text {
    fn in_(&self, language: Language) -> &str {
        match language {
            Language::Fr => &self.0,
            Language::En => &self.1,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Start {
    title: Text,
    purpose: Text,
    roles: Vec<Role>,
    steps: Vec<Step>,
    tasks: Vec<Task>,
    contracts: Vec<Contract>,
}

/// Letters follow the order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    key: String,
    color: RoleColor,
    name: Text,
    mandate: Text,
    first_step: Text,
    skills: Vec<Text>,
    typical_tasks: Vec<Text>,
    responsibilities: Vec<Titled>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Titled {
    title: Text,
    detail: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    key: String,
    role: String,
    title: Text,
    detail: Text,
    /// Keys of the steps it waits for.
    needs: Vec<String>,
}

/// Numbered from 1 in order; the role of the step is accountable.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Task {
    step: String,
    title: Text,
    /// Numbers of the tasks it waits for.
    #[serde(default)]
    needs: Vec<usize>,
    #[serde(default)]
    consulted: Vec<String>,
    #[serde(default)]
    informed: Vec<String>,
}

/// A need in the receiver's words, an offer in the giver's, or both.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contract {
    giver: String,
    receiver: String,
    mode: Mode,
    need: Option<Text>,
    offer: Option<Text>,
}

/// The archive of a start in one language.
///
/// # Errors
/// When `source` is not a start.
pub(super) fn archive(source: &str, language: Language) -> Result<Map<String, Value>> {
    let start: Start = serde_json::from_str(source)?;
    let say = |text: &Text| text.in_(language).to_owned();
    let role_id = |key: &str| format!("role-{key}");
    let step_id = |key: &str| format!("step-{key}");
    let task_id = |number: usize| format!("task-{number}");
    let roles = start.roles.iter().zip('A'..).map(|(role, letter)| {
        json!({
            "id": role_id(&role.key), "letter": letter, "name": say(&role.name), "color": role.color,
            "mandate": say(&role.mandate), "first_step": say(&role.first_step),
        })
    });
    let skills = start.roles.iter().flat_map(|role| {
        role.skills.iter().map(move |name| json!({ "role_id": role_id(&role.key), "name": say(name) }))
    });
    let typical_tasks = start.roles.iter().flat_map(|role| {
        role.typical_tasks.iter().map(move |title| json!({ "role_id": role_id(&role.key), "title": say(title) }))
    });
    let responsibilities = start.roles.iter().flat_map(|role| {
        role.responsibilities
            .iter()
            .map(move |it| json!({ "role_id": role_id(&role.key), "title": say(&it.title), "detail": say(&it.detail) }))
    });
    let steps = start.steps.iter().map(|step| {
        json!({
            "id": step_id(&step.key), "role_id": role_id(&step.role), "title": say(&step.title),
            "detail": say(&step.detail),
        })
    });
    let step_dependencies = start.steps.iter().flat_map(|step| {
        step.needs.iter().map(move |needs| json!({ "step_id": step_id(&step.key), "needs_id": step_id(needs) }))
    });
    let tasks = start.tasks.iter().zip(1..).map(|(task, number)| {
        let leader = start.steps.iter().find(|step| step.key == task.step).map(|step| role_id(&step.role));
        json!({
            "id": task_id(number), "number": number, "role_id": leader, "step_id": step_id(&task.step),
            "title": say(&task.title),
        })
    });
    let task_dependencies = start.tasks.iter().zip(1..).flat_map(|(task, number)| {
        task.needs.iter().map(move |needs| json!({ "task_id": task_id(number), "needs_id": task_id(*needs) }))
    });
    let involvements = start.tasks.iter().zip(1..).flat_map(|(task, number)| {
        let parts = [("consulted", &task.consulted), ("informed", &task.informed)];
        parts.into_iter().flat_map(move |(part, roles)| {
            roles.iter().map(move |role| json!({ "task_id": task_id(number), "role_id": role_id(role), "part": part }))
        })
    });
    let contracts = start.contracts.iter().zip(1..).map(|(line, number)| {
        json!({
            "id": format!("contract-{number}"), "giver_id": role_id(&line.giver), "receiver_id": role_id(&line.receiver),
            "mode": line.mode, "need": line.need.as_ref().map(say), "offer": line.offer.as_ref().map(say),
        })
    });
    let mut archive = Map::new();
    archive.insert("format".to_owned(), "couloir".into());
    archive.insert("version".to_owned(), ARCHIVE_VERSION.into());
    archive.insert(
        "workshop".to_owned(),
        json!({
            "id": "workshop", "title": say(&start.title), "language": language, "purpose": say(&start.purpose),
            "last_task_number": start.tasks.len(),
        }),
    );
    let mut list = |name: &str, rows: &mut dyn Iterator<Item = Value>| {
        archive.insert(name.to_owned(), Value::Array(rows.collect()));
    };
    list("roles", &mut roles.into_iter());
    list("skills", &mut skills.into_iter());
    list("typical_tasks", &mut typical_tasks.into_iter());
    list("responsibilities", &mut responsibilities.into_iter());
    list("steps", &mut steps.into_iter());
    list("step_dependencies", &mut step_dependencies.into_iter());
    list("tasks", &mut tasks.into_iter());
    list("task_dependencies", &mut task_dependencies.into_iter());
    list("involvements", &mut involvements.into_iter());
    list("contracts", &mut contracts.into_iter());
    Ok(archive)
}
