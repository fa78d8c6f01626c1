//! The RACI matrix: tasks × roles, with what looks wrong in a row or a column.
//!
//! The lane owner is accountable; where nobody else is responsible, the owner also does the work.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Contents;
use crate::role::RoleId;
use crate::task::{Part, TaskId};

/// Tasks in the order of their numbers, roles in the order of the workshop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Matrix {
    pub roles: Vec<MatrixRole>,
    pub rows: Vec<MatrixRow>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct MatrixRole {
    pub role_id: RoleId,
    pub accountable: u32,
    pub responsible: u32,
    pub consulted: u32,
    pub informed: u32,
    pub checks: Vec<RoleCheck>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct MatrixRow {
    pub task_id: TaskId,
    /// One a role.
    pub cells: Vec<Option<MatrixCell>>,
    pub checks: Vec<TaskCheck>,
}

/// The part of a role in a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MatrixCell {
    /// Lane owner; another role does the work.
    Accountable,
    /// Lane owner who does the work too.
    AccountableResponsible,
    Responsible,
    Consulted,
    Informed,
}

/// What looks wrong with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TaskCheck {
    /// In no lane: nobody is accountable.
    NoAccountable,
    /// Nobody does it.
    NoResponsible,
    /// Two roles or more beside the owner do it.
    TooManyResponsible,
    /// More than half of at least four roles are asked.
    TooManyConsulted,
}

/// What looks wrong with a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RoleCheck {
    /// Has a part in every one of at least three tasks.
    InEverything,
    /// Has no part in any task.
    InNothing,
}

/// Fewer tasks than this say nothing about a role.
const ENOUGH_TASKS: usize = 3;
/// Fewer roles than this may all be consulted.
const ENOUGH_ROLES: usize = 4;

/// The RACI matrix of a workshop.
pub fn matrix(contents: &Contents) -> Matrix {
    let column: HashMap<&str, usize> =
        contents.roles.iter().enumerate().map(|(at, role)| (role.id.as_str(), at)).collect();
    let mut parts: HashMap<&str, Vec<(usize, Part)>> = HashMap::new();
    for involvement in &contents.involvements {
        if let Some(at) = column.get(involvement.role_id.as_str()) {
            parts.entry(involvement.task_id.as_str()).or_default().push((*at, involvement.part));
        }
    }
    let mut tasks: Vec<_> = contents.tasks.iter().collect();
    tasks.sort_by_key(|task| task.number);
    let rows: Vec<MatrixRow> = tasks
        .into_iter()
        .map(|task| {
            let mut cells: Vec<Option<MatrixCell>> = vec![None; contents.roles.len()];
            for (at, part) in parts.get(task.id.as_str()).into_iter().flatten() {
                cells[*at] = Some(match part {
                    Part::Responsible => MatrixCell::Responsible,
                    Part::Consulted => MatrixCell::Consulted,
                    Part::Informed => MatrixCell::Informed,
                });
            }
            let owner = task.role_id.as_ref().and_then(|id| column.get(id.as_str())).copied();
            if let Some(owner) = owner {
                // Being accountable goes beyond any other part.
                cells[owner] = Some(MatrixCell::Accountable);
            }
            let count = |cell| cells.iter().filter(|c| **c == Some(cell)).count();
            let (responsible, consulted) = (count(MatrixCell::Responsible), count(MatrixCell::Consulted));
            let mut checks = Vec::new();
            match owner {
                Some(owner) if responsible == 0 => cells[owner] = Some(MatrixCell::AccountableResponsible),
                Some(_) => {}
                None => {
                    checks.push(TaskCheck::NoAccountable);
                    if responsible == 0 {
                        checks.push(TaskCheck::NoResponsible);
                    }
                }
            }
            if responsible > 1 {
                checks.push(TaskCheck::TooManyResponsible);
            }
            if cells.len() >= ENOUGH_ROLES && consulted * 2 > cells.len() {
                checks.push(TaskCheck::TooManyConsulted);
            }
            MatrixRow { task_id: task.id.clone(), cells, checks }
        })
        .collect();
    let roles = contents.roles.iter().enumerate().map(|(at, role)| {
        let count = |wanted: &[MatrixCell]| {
            let cells = rows.iter().filter(|row| row.cells[at].is_some_and(|cell| wanted.contains(&cell)));
            u32::try_from(cells.count()).unwrap_or(u32::MAX)
        };
        let parts = rows.iter().filter(|row| row.cells[at].is_some()).count();
        let mut checks = Vec::new();
        if rows.len() >= ENOUGH_TASKS && contents.roles.len() > 1 && parts == rows.len() {
            checks.push(RoleCheck::InEverything);
        }
        if !rows.is_empty() && parts == 0 {
            checks.push(RoleCheck::InNothing);
        }
        MatrixRole {
            role_id: role.id.clone(),
            accountable: count(&[MatrixCell::Accountable, MatrixCell::AccountableResponsible]),
            responsible: count(&[MatrixCell::Responsible, MatrixCell::AccountableResponsible]),
            consulted: count(&[MatrixCell::Consulted]),
            informed: count(&[MatrixCell::Informed]),
            checks,
        }
    });
    Matrix { roles: roles.collect(), rows }
}

#[cfg(test)]
mod tests;
