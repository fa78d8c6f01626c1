//! Moving cards between lanes, columns and positions.

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
            tx.ensure::<Task>(before)?;
            let mut moved = ids.iter().map(|id| tx.get(id)).collect::<Result<Vec<Task>>>()?;
            tx.name("count", moved.len());
            tx.name("number", numbers(&moved));
            let cell: Vec<(String, String)> = lane_tasks(tx, workshop_id, lane)?
                .into_iter()
                .filter(|task| column.holds(task) && !ids.contains(&task.id))
                .map(|task| (task.id.0, task.position))
                .collect();
            let at =
                before.and_then(|before| cell.iter().position(|(id, _)| id == before.as_str())).unwrap_or(cell.len());
            let after = cell.get(at).map(|(_, key)| key.as_str());
            let mut previous = at.checked_sub(1).and_then(|i| cell.get(i)).map(|(_, key)| key.clone());
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

/// The tasks of one lane, in order.
fn lane_tasks(tx: &Tx<'_>, workshop_id: &WorkshopId, lane: Option<&RoleId>) -> Result<Vec<Task>> {
    tx.query(
        include_str!("../store/task/of_lane.sql"),
        rusqlite::params![workshop_id.as_str(), lane.map(RoleId::as_str)],
    )
}
