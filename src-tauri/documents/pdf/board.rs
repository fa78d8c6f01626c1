//! The board on paper: a lane a role, a column a state or a step; or one page a role.

use couloir_core::Contents;
use couloir_core::role::Role;
use couloir_core::task::Task;
use couloir_core::workshop::BoardColumns;
use serde::Serialize;
use serde_json::Value;

use super::role::holders;
use super::task::{self, STATUSES, TaskView};
use super::view::{RoleView, View, Words, envelope};
use crate::{Request, Result};

/// Cards one above the other in a lane before it goes on below under the same name: a lane's row is never taller
/// than a sheet.
const CARDS_MAX: usize = 5;

#[derive(Serialize)]
struct Body {
    words: Value,
    is_by_role: bool,
    summary: String,
    columns: Vec<Column>,
    lanes: Vec<Lane>,
}

#[derive(Serialize)]
struct Column {
    title: String,
    count: usize,
}

#[derive(Serialize)]
struct Lane {
    /// `None` for the lane of tasks that nobody owns.
    role: Option<RoleView>,
    name: String,
    note: String,
    is_alert: bool,
    count: usize,
    /// Parts of the lane, each a list of cards a column.
    parts: Vec<Vec<Vec<TaskView>>>,
}

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    let columns = columns(contents, words);
    let unowned = contents.tasks.iter().filter(|task| task.role_id.is_none()).count();
    let mut lanes = Vec::new();
    if unowned > 0 || contents.roles.is_empty() {
        lanes.push(lane(contents, request, words, None));
    }
    lanes.extend(contents.roles.iter().map(|role| lane(contents, request, words, Some(role))));
    let mut summary = vec![
        words.with("task-count", &[("count", contents.tasks.len().into())]),
        words.with("role-count", &[("count", contents.roles.len().into())]),
    ];
    if unowned > 0 {
        summary.push(words.with("task-unowned-count", &[("count", unowned.into())]));
    }
    let body = Body {
        words: words.all(&["board-lane", "board-empty", "board-continued"]),
        is_by_role: request.is_by_role,
        summary: summary.join(" · "),
        columns,
        lanes,
    };
    Ok(View { template: "board.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}

fn columns(contents: &Contents, words: Words) -> Vec<Column> {
    let titles: Vec<String> = match contents.workshop.board_columns {
        BoardColumns::Status => STATUSES.iter().map(|status| task::status_label(words, *status)).collect(),
        BoardColumns::Step => {
            contents.steps.iter().map(|step| step.title.clone()).chain([words.get("board-no-step")]).collect()
        }
    };
    titles
        .into_iter()
        .enumerate()
        .map(|(index, title)| {
            let count = contents.tasks.iter().filter(|task| column_of(contents, task) == index).count();
            Column { title, count }
        })
        .collect()
}

fn column_of(contents: &Contents, task: &Task) -> usize {
    match contents.workshop.board_columns {
        BoardColumns::Status => STATUSES.iter().position(|status| *status == task.status).unwrap_or(0),
        BoardColumns::Step => contents
            .steps
            .iter()
            .position(|step| Some(&step.id) == task.step_id.as_ref())
            .unwrap_or(contents.steps.len()),
    }
}

fn lane(contents: &Contents, request: &Request, words: Words, role: Option<&Role>) -> Lane {
    let tasks: Vec<&Task> =
        contents.tasks.iter().filter(|task| task.role_id.as_ref() == role.map(|role| &role.id)).collect();
    let width = match contents.workshop.board_columns {
        BoardColumns::Status => STATUSES.len(),
        BoardColumns::Step => contents.steps.len() + 1,
    };
    let mut cells: Vec<Vec<TaskView>> = (0..width).map(|_| Vec::new()).collect();
    for task in &tasks {
        if let Some(cell) = cells.get_mut(column_of(contents, task)) {
            cell.push(task::view(contents, words, task));
        }
    }
    let rows = cells.iter().map(|cell| cell.len().div_ceil(CARDS_MAX)).max().unwrap_or(0).max(1);
    let parts = (0..rows)
        .map(|part| {
            cells.iter().map(|cell| cell.iter().skip(part * CARDS_MAX).take(CARDS_MAX).cloned().collect()).collect()
        })
        .collect();
    let (name, note, is_alert) = match role {
        None => (words.get("unassigned"), words.get("to-assign"), true),
        Some(role) => {
            let holders = holders(contents, request, words, role);
            let vacant = holders.is_empty();
            (role.name.clone(), if vacant { words.get("role-vacant") } else { holders.join(", ") }, vacant)
        }
    };
    Lane { role: role.map(RoleView::from), name, note, is_alert, count: tasks.len(), parts }
}
