//! The implementation order: columns from left to right, the critical path, and who can start.
//!
//! A step weighs as many as it has tasks; the critical path is the heaviest chain of steps, the longest among equals.

pub mod graph;
mod layout;
mod readiness;

use std::collections::HashMap;

use petgraph::graph::NodeIndex;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Contents;
use crate::role::RoleId;
use crate::step::StepId;
use crate::task::{TaskId, TaskStatus};
use graph::Needs;

pub use layout::Spot;
pub use readiness::{Readiness, RoleReadiness, Wait};

/// The implementation order of a workshop, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Sequence {
    /// In the order of the workshop.
    pub steps: Vec<SequenceStep>,
    pub arrows: Vec<Arrow>,
    /// How many columns and rows the drawing takes.
    pub columns: u32,
    pub rows: u32,
    /// The heaviest chain of steps, first to last.
    pub critical: Vec<StepId>,
    /// Tasks on that chain.
    pub critical_weight: u32,
    /// Roles that lead at least one step, in the order of the roles.
    pub roles: Vec<RoleReadiness>,
}

/// A step in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct SequenceStep {
    pub id: StepId,
    pub role_id: Option<RoleId>,
    pub slot: Spot,
    pub is_critical: bool,
    pub readiness: Readiness,
    /// Steps it needs that are not done.
    pub waits: Vec<Wait>,
    /// Its tasks, by number.
    pub tasks: Vec<TaskId>,
    pub tasks_done: u32,
}

/// `to` needs `from`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Arrow {
    pub from: StepId,
    pub to: StepId,
    pub is_critical: bool,
    /// It closes a circle (from an import) and is drawn backwards.
    pub closes_cycle: bool,
    /// Free slots through which it passes the columns between.
    pub through: Vec<Spot>,
}

/// The implementation order of a workshop.
pub fn sequence(contents: &Contents) -> Sequence {
    let needs = Needs::of_steps(contents);
    let laid = layout::layout(&needs.graph);
    let mut tasks: HashMap<&str, Vec<&crate::task::Task>> = HashMap::new();
    for task in &contents.tasks {
        if let Some(step) = &task.step_id {
            tasks.entry(step.as_str()).or_default().push(task);
        }
    }
    for tasks in tasks.values_mut() {
        tasks.sort_by_key(|task| task.number);
    }
    let weight = |node: NodeIndex| tasks.get(needs.graph[node]).map_or(0, Vec::len);
    let (critical, critical_weight) = heaviest_chain(&laid, needs.graph.node_count(), weight);
    let readiness = readiness::of(contents, &needs, &tasks);
    let id = |node: NodeIndex| StepId::from(needs.graph[node]);

    let steps: Vec<SequenceStep> = contents
        .steps
        .iter()
        .zip(readiness)
        .filter_map(|(step, (readiness, waits))| {
            let node = *needs.at.get(step.id.as_str())?;
            let tasks = tasks.get(step.id.as_str()).map(Vec::as_slice).unwrap_or_default();
            Some(SequenceStep {
                id: step.id.clone(),
                role_id: step.role_id.clone(),
                slot: laid.slots[node.index()],
                is_critical: critical.contains(&node),
                readiness,
                waits,
                tasks: tasks.iter().map(|task| task.id.clone()).collect(),
                tasks_done: count(tasks.iter().filter(|task| task.status == TaskStatus::Done)),
            })
        })
        .collect();
    let arrows = laid.arrows.iter().map(|arrow| Arrow {
        from: id(arrow.from),
        to: id(arrow.to),
        is_critical: critical.windows(2).any(|pair| pair == [arrow.from, arrow.to]),
        closes_cycle: arrow.closes_cycle,
        through: arrow.through.clone(),
    });
    Sequence {
        arrows: arrows.collect(),
        columns: laid.columns,
        rows: laid.rows,
        roles: readiness::of_roles(contents, &steps),
        steps,
        critical: critical.into_iter().map(id).collect(),
        critical_weight,
    }
}

/// The heaviest path along arrows that close no circle; the first in the order of the workshop among equals.
fn heaviest_chain(laid: &layout::Layout, nodes: usize, weight: impl Fn(NodeIndex) -> usize) -> (Vec<NodeIndex>, u32) {
    let mut order: Vec<NodeIndex> = (0..nodes).map(NodeIndex::new).collect();
    order.sort_by_key(|node| laid.slots[node.index()].column);
    // Tasks, then steps, of the best chain that ends here, and the step before.
    let mut best: Vec<((usize, usize), Option<NodeIndex>)> = vec![((0, 0), None); nodes];
    for node in &order {
        let before = laid
            .arrows
            .iter()
            .filter(|arrow| arrow.to == *node && !arrow.closes_cycle)
            .map(|arrow| (best[arrow.from.index()].0, arrow.from))
            .max_by_key(|(weight, from)| (*weight, std::cmp::Reverse(*from)));
        let (tasks, steps) = before.map_or((0, 0), |(sum, _)| sum);
        best[node.index()] = ((tasks + weight(*node), steps + 1), before.map(|(_, from)| from));
    }
    let last = (0..nodes).map(NodeIndex::new).max_by_key(|node| (best[node.index()].0, std::cmp::Reverse(*node)));
    let mut chain: Vec<NodeIndex> = Vec::new();
    let mut at = last;
    while let Some(node) = at {
        chain.push(node);
        at = best[node.index()].1;
    }
    chain.reverse();
    // A single step that nothing links is no path worth marking.
    if chain.len() < 2 {
        return (Vec::new(), 0);
    }
    let total = last.map_or(0, |node| best[node.index()].0.0);
    (chain, u32::try_from(total).unwrap_or(u32::MAX))
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
