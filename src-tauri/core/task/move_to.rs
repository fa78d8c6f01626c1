//! Moving cards between lanes, columns and positions.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Task, TaskId, TaskStatus, numbers};
use crate::role::{Role, RoleId};
use crate::step::{Step, StepId};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Operation, Result, Tx, position};

/// A column of the board: a status, a step (`None`: without step), or the lane as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "by", content = "value", rename_all = "snake_case")]
pub enum Column {
    Status(TaskStatus),
    Step(Option<StepId>),
    /// No column: status and step stay as they are.
    Lane,
}

impl Column {
    /// Puts a task into the column.
    pub(super) fn put(&self, tx: &Tx<'_>, task: &mut Task) -> Result<()> {
        match self {
            Column::Status(status) => task.status = *status,
            Column::Step(step) => {
                tx.ensure::<Step>(step.as_ref())?;
                task.step_id.clone_from(step);
            }
            Column::Lane => {}
        }
        Ok(())
    }

    fn holds(&self, task: &Task) -> bool {
        match self {
            Column::Status(status) => task.status == *status,
            Column::Step(step) => task.step_id == *step,
            Column::Lane => true,
        }
    }
}

impl Library {
    /// Moves cards together, in the given order, to a lane (`None`: *unassigned*) and column, before another card
    /// of that cell (`None`: last).
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for a card, lane or step; [`crate::Error::Invalid`] across workshops. Nothing moves then.
    pub fn task_move(
        &mut self,
        workshop_id: &WorkshopId,
        ids: &[TaskId],
        lane: Option<&RoleId>,
        column: &Column,
        before: Option<&TaskId>,
    ) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "task-move"), |tx| {
            tx.ensure::<Role>(lane)?;
            let mut moved = ids.iter().map(|id| tx.get(id)).collect::<Result<Vec<Task>>>()?;
            tx.name("count", moved.len());
            tx.name("number", numbers(&moved));
            // A card that is none of the cell, or moves itself, is no neighbour: the cards come last.
            let next = before
                .map(|before| tx.get::<Task>(before))
                .transpose()?
                .filter(|next| next.role_id.as_ref() == lane && column.holds(next) && !ids.contains(&next.id));
            let after = next.as_ref().map(|next| next.position.as_str());
            let mut previous = last_before(tx, workshop_id, lane, column, next.as_ref(), ids)?;
            for task in &mut moved {
                task.position = position::between(previous.as_deref(), after);
                previous = Some(task.position.clone());
                task.role_id = lane.cloned();
                column.put(tx, task)?;
                tx.update(task)?;
            }
            Ok(())
        })
    }
}

/// The key of the last card of a cell before `next` (`None`: of all), those that move left out.
fn last_before(
    tx: &Tx<'_>,
    workshop_id: &WorkshopId,
    lane: Option<&RoleId>,
    column: &Column,
    next: Option<&Task>,
    moved: &[TaskId],
) -> Result<Option<String>> {
    let (workshop_id, lane) = (workshop_id.as_str(), lane.map(RoleId::as_str));
    let (position, id) = (next.map(|next| next.position.as_str()), next.map(|next| next.id.as_str()));
    let moved = serde_json::to_string(moved)?;
    match column {
        Column::Lane => {
            tx.value(include_str!("../store/task/last_in_lane.sql"), params![workshop_id, lane, position, id, moved])
        }
        Column::Status(status) => {
            let status = serde_json::to_value(status)?;
            let sql = include_str!("../store/task/last_in_status.sql");
            tx.value(sql, params![workshop_id, lane, position, id, moved, status.as_str()])
        }
        Column::Step(step) => {
            let step = step.as_ref().map(StepId::as_str);
            tx.value(
                include_str!("../store/task/last_in_step.sql"),
                params![workshop_id, lane, position, id, moved, step],
            )
        }
    }
}
