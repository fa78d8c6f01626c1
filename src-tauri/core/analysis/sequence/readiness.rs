//! Readiness lights: can start, waiting for X from Y, done.

use std::collections::HashMap;

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::SequenceStep;
use super::graph::Needs;
use crate::Contents;
use crate::role::RoleId;
use crate::step::StepId;
use crate::task::{Task, TaskStatus};

/// Whether a step or a role can go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Readiness {
    /// Everything it needs is done.
    CanStart,
    /// Something it needs is not done.
    Waiting,
    /// All its tasks are done.
    Done,
}

/// A step that is waited for, and who leads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Wait {
    pub step_id: StepId,
    pub role_id: Option<RoleId>,
}

/// The light of a role: done when all its steps are, otherwise can start when one of them can.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct RoleReadiness {
    pub role_id: RoleId,
    pub readiness: Readiness,
    /// What its steps wait for, each once.
    pub waits: Vec<Wait>,
}

/// The light of each step, in the order of the workshop.
///
/// Nothing says that a step without tasks is done: it can start when what it needs is done, and those after it wait.
pub(super) fn of(
    contents: &Contents,
    needs: &Needs<'_>,
    tasks: &HashMap<&str, Vec<&Task>>,
) -> Vec<(Readiness, Vec<Wait>)> {
    let graph = &needs.graph;
    let is_done = |node: NodeIndex| {
        tasks.get(graph[node]).is_some_and(|tasks| tasks.iter().all(|task| task.status == TaskStatus::Done))
    };
    let step_of: HashMap<&str, &crate::step::Step> = contents.steps.iter().map(|s| (s.id.as_str(), s)).collect();
    contents
        .steps
        .iter()
        .map(|step| {
            let Some(node) = needs.at.get(step.id.as_str()).copied() else { return (Readiness::CanStart, Vec::new()) };
            if is_done(node) {
                return (Readiness::Done, Vec::new());
            }
            let mut open: Vec<NodeIndex> =
                graph.neighbors_directed(node, Direction::Incoming).filter(|needed| !is_done(*needed)).collect();
            open.sort_unstable();
            let readiness = if open.is_empty() { Readiness::CanStart } else { Readiness::Waiting };
            let waits = open.into_iter().map(|needed| Wait {
                step_id: StepId::from(graph[needed]),
                role_id: step_of.get(graph[needed]).and_then(|step| step.role_id.clone()),
            });
            (readiness, waits.collect())
        })
        .collect()
}

/// The light of each role that leads a step.
pub(super) fn of_roles(contents: &Contents, steps: &[SequenceStep]) -> Vec<RoleReadiness> {
    let lights = contents.roles.iter().filter_map(|role| {
        let led: Vec<&SequenceStep> = steps.iter().filter(|step| step.role_id.as_ref() == Some(&role.id)).collect();
        if led.is_empty() {
            return None;
        }
        let readiness = if led.iter().all(|step| step.readiness == Readiness::Done) {
            Readiness::Done
        } else if led.iter().any(|step| step.readiness == Readiness::CanStart) {
            Readiness::CanStart
        } else {
            Readiness::Waiting
        };
        let mut waits: Vec<Wait> = Vec::new();
        for wait in led.iter().flat_map(|step| &step.waits).filter(|wait| wait.role_id.as_ref() != Some(&role.id)) {
            if !waits.contains(wait) {
                waits.push(wait.clone());
            }
        }
        Some(RoleReadiness { role_id: role.id.clone(), readiness, waits })
    });
    lights.collect()
}
