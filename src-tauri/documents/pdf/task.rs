//! Tasks as pages show them.

use couloir_core::Contents;
use couloir_core::role::Role;
use couloir_core::task::{Part, Task, TaskStatus};
use serde::Serialize;

use super::view::{RoleView, Words, role};

/// The states of a task in the order of the board.
pub(super) const STATUSES: [TaskStatus; 4] =
    [TaskStatus::Todo, TaskStatus::Doing, TaskStatus::Blocked, TaskStatus::Done];

#[derive(Clone, Serialize)]
pub(super) struct TaskView {
    pub(super) number: i32,
    pub(super) title: String,
    pub(super) detail: String,
    pub(super) status: TaskStatus,
    pub(super) status_label: String,
    pub(super) step: String,
    pub(super) role: Option<RoleView>,
    /// What it waits for that is not done: *attend 7 de B*.
    pub(super) waits: String,
}

pub(super) fn status_label(words: Words, status: TaskStatus) -> String {
    words.get(match status {
        TaskStatus::Todo => "task-todo",
        TaskStatus::Doing => "task-doing",
        TaskStatus::Blocked => "task-blocked",
        TaskStatus::Done => "task-done",
    })
}

pub(super) fn view(contents: &Contents, words: Words, task: &Task) -> TaskView {
    let step = contents.steps.iter().find(|step| Some(&step.id) == task.step_id.as_ref());
    TaskView {
        number: task.number,
        title: task.title.clone(),
        detail: task.detail.clone(),
        status: task.status,
        status_label: status_label(words, task.status),
        step: step.map(|step| step.title.clone()).unwrap_or_default(),
        role: role(contents, task.role_id.as_ref()).map(RoleView::from),
        waits: waits(contents, words, task),
    }
}

fn waits(contents: &Contents, words: Words, task: &Task) -> String {
    if task.status == TaskStatus::Done {
        return String::new();
    }
    let open = contents
        .task_dependencies
        .iter()
        .filter(|dependency| dependency.task_id == task.id)
        .filter_map(|dependency| contents.tasks.iter().find(|other| other.id == dependency.needs_id))
        .filter(|needed| needed.status != TaskStatus::Done);
    let named: Vec<String> = open
        .map(|needed| match role(contents, needed.role_id.as_ref()) {
            Some(owner) if Some(&owner.id) != task.role_id.as_ref() => words.with(
                "task-of-role",
                &[("number", needed.number.to_string().into()), ("letter", owner.letter.as_str().into())],
            ),
            _ => needed.number.to_string(),
        })
        .collect();
    if named.is_empty() { String::new() } else { words.with("task-waits", &[("tasks", named.join(", ").into())]) }
}

/// The tasks of a lane in the order of their steps, then of the board.
pub(super) fn of_lane<'a>(contents: &'a Contents, lane: Option<&Role>) -> Vec<&'a Task> {
    let step_order = |task: &Task| {
        contents.steps.iter().position(|step| Some(&step.id) == task.step_id.as_ref()).unwrap_or(usize::MAX)
    };
    let mut tasks: Vec<&Task> =
        contents.tasks.iter().filter(|task| task.role_id.as_ref() == lane.map(|role| &role.id)).collect();
    tasks.sort_by_key(|task| step_order(task));
    tasks
}

/// A row of the RACI matrix: the letter of each role's part, in the order of the roles.
#[derive(Serialize)]
pub(super) struct RaciRow {
    number: i32,
    title: String,
    parts: Vec<String>,
}

pub(super) fn raci(contents: &Contents, words: Words) -> Vec<RaciRow> {
    let mut tasks: Vec<&Task> = contents.tasks.iter().collect();
    tasks.sort_by_key(|task| task.number);
    tasks
        .into_iter()
        .map(|task| RaciRow {
            number: task.number,
            title: task.title.clone(),
            parts: contents.roles.iter().map(|role| part(contents, words, task, role)).collect(),
        })
        .collect()
}

fn part(contents: &Contents, words: Words, task: &Task, role: &Role) -> String {
    let mut letters = Vec::new();
    if task.role_id.as_ref() == Some(&role.id) {
        letters.push(words.get("raci-accountable"));
    }
    let parts = contents.involvements.iter().filter(|one| one.task_id == task.id && one.role_id == role.id);
    letters.extend(parts.map(|one| {
        words.get(match one.part {
            Part::Responsible => "raci-responsible",
            Part::Consulted => "raci-consulted",
            Part::Informed => "raci-informed",
        })
    }));
    letters.join(" ")
}
