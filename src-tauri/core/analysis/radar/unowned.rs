//! Unowned task: the lane is *unassigned*.

use super::finding::{Draft, Finding, FindingKind};
use crate::Contents;

/// One finding a task without lane.
pub(super) fn tasks(contents: &Contents) -> impl Iterator<Item = Finding> {
    contents.tasks.iter().filter(|task| task.role_id.is_none()).map(|task| {
        Draft::new(FindingKind::UnownedTask)
            .about(task)
            .resting("task", &task.title)
            .saying("number", task.number)
            .finding()
    })
}
