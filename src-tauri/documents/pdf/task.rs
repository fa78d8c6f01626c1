//! Tasks as pages show them.

use couloir_core::Contents;
use couloir_core::role::Role;
use couloir_core::task::{Part, Task, TaskStatus};
use serde::Serialize;

use super::spread::{self, Spread};
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
    /// Who does it, by name, and by when: *Zoé Lefèvre · pour le 11/12/2026*.
    pub(super) when: String,
}

pub(super) fn status_label(words: Words, status: TaskStatus) -> String {
    words.on_screen(match status {
        TaskStatus::Todo => "status-todo",
        TaskStatus::Doing => "status-doing",
        TaskStatus::Blocked => "status-blocked",
        TaskStatus::Done => "status-done",
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
        when: when(contents, words, task),
    }
}

/// A private name is printed nowhere; what is done has no day to be done by.
fn when(contents: &Contents, words: Words, task: &Task) -> String {
    let person =
        contents.people.iter().find(|person| Some(&person.id) == task.person_id.as_ref() && !person.is_private);
    let due = task.due_on.filter(|_| task.status != TaskStatus::Done);
    let due = due.map(|day| words.with("task-due", &[("day", words.day_short(day).into())]));
    person.map(|person| person.name.clone()).into_iter().chain(due).collect::<Vec<_>>().join(" · ")
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

/// Everyone's part in each task.
#[derive(Serialize)]
pub(super) struct Raci {
    roles: Vec<RoleView>,
    rows: Vec<RaciRow>,
    #[serde(flatten)]
    spread: Spread,
}

/// A row of the RACI matrix: each role's part, in the order of the roles.
#[derive(Serialize)]
struct RaciRow {
    number: i32,
    title: String,
    parts: Vec<PartView>,
}

#[derive(Serialize)]
struct PartView {
    /// *A/R*; empty for no part.
    letters: String,
    is_owner: bool,
    is_doing: bool,
}

pub(super) fn raci(contents: &Contents, words: Words) -> Raci {
    let mut tasks: Vec<&Task> = contents.tasks.iter().collect();
    tasks.sort_by_key(|task| task.number);
    let rows = tasks
        .into_iter()
        .map(|task| RaciRow {
            number: task.number,
            title: task.title.clone(),
            parts: contents.roles.iter().map(|role| part(contents, words, task, role)).collect(),
        })
        .collect();
    Raci {
        roles: contents.roles.iter().map(RoleView::from).collect(),
        rows,
        spread: Spread::of(&contents.roles, &spread::RACI, words),
    }
}

fn part(contents: &Contents, words: Words, task: &Task, role: &Role) -> PartView {
    let is_owner = task.role_id.as_ref() == Some(&role.id);
    let parts = contents.involvements.iter().filter(|one| one.task_id == task.id && one.role_id == role.id);
    let parts: Vec<Part> = parts.map(|one| one.part).collect();
    let owner = is_owner.then(|| words.get("raci-accountable"));
    let others = parts.iter().map(|part| {
        words.get(match part {
            Part::Responsible => "raci-responsible",
            Part::Consulted => "raci-consulted",
            Part::Informed => "raci-informed",
        })
    });
    PartView {
        letters: owner.into_iter().chain(others).collect::<Vec<_>>().join("/"),
        is_owner,
        is_doing: parts.contains(&Part::Responsible),
    }
}
