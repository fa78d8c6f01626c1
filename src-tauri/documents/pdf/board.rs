//! The board on paper: a lane a role, a column a state or a step; or one page a role.
//!
//! A lane's name is a head of its own in the table, so that it stands at the top of every page the lane goes on
//! to.

use couloir_core::Contents;
use couloir_core::role::Role;
use couloir_core::task::Task;
use couloir_core::workshop::BoardColumns;
use serde::Serialize;
use serde_json::Value;

use super::role::holders;
use super::task::{self, STATUSES, TaskView};
use super::view::{RoleView, View, Words, envelope};
use crate::{Paper, Request, Result};

/// Columns side by side on a turned sheet of A4; more would leave no room for words.
const COLUMNS_MAX: usize = 7;

#[derive(Serialize)]
struct Body {
    words: Value,
    is_by_role: bool,
    summary: String,
    columns: Vec<Column>,
    /// Runs of columns that stand side by side, from and to.
    blocks: Vec<(usize, usize)>,
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
    /// The cards of each column.
    cells: Vec<Vec<TaskView>>,
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
        words: words.all(&["board-empty", "board-continued"]),
        is_by_role: request.is_by_role,
        summary: summary.join(" · "),
        blocks: blocks(columns.len(), request),
        columns,
        lanes,
    };
    Ok(View { template: "board.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}

/// Runs of columns of about the same width.
fn blocks(count: usize, request: &Request) -> Vec<(usize, usize)> {
    let most = match (request.paper, request.is_upright) {
        (Paper::A4, false) => COLUMNS_MAX,
        (Paper::A4, true) => 4,
        (Paper::A3, false) => 10,
        (Paper::A3, true) => COLUMNS_MAX,
    };
    let width = count.div_ceil(count.div_ceil(most).max(1)).max(1);
    (0..count).step_by(width).map(|start| (start, count.min(start + width))).collect()
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
    let (name, note, is_alert) = match role {
        None => (words.get("unassigned"), words.get("to-assign"), true),
        Some(role) => {
            let holders = holders(contents, request, words, role);
            let vacant = holders.is_empty();
            (role.name.clone(), if vacant { words.get("role-vacant") } else { holders.join(", ") }, vacant)
        }
    };
    Lane { role: role.map(RoleView::from), name, note, is_alert, count: tasks.len(), cells }
}
