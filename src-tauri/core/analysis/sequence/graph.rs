//! What needs what, as a graph: an arrow goes from what is needed to what needs it, as time does.

use std::collections::{HashMap, VecDeque};

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{Dfs, EdgeRef};

use crate::Contents;

/// Steps or tasks with their dependencies, by id, nodes in the order of the workshop.
pub struct Needs<'a> {
    pub(super) graph: DiGraph<&'a str, ()>,
    pub(super) at: HashMap<&'a str, NodeIndex>,
}

impl<'a> Needs<'a> {
    /// The graph of these nodes; `(dependant, needed)` pairs that name an unknown node are left out.
    pub fn of(ids: impl Iterator<Item = &'a str>, needs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut graph = DiGraph::new();
        let at: HashMap<&str, NodeIndex> = ids.map(|id| (id, graph.add_node(id))).collect();
        for (dependant, needed) in needs {
            if let (Some(dependant), Some(needed)) = (at.get(dependant), at.get(needed)) {
                graph.update_edge(*needed, *dependant, ());
            }
        }
        Self { graph, at }
    }

    /// All steps of a workshop.
    pub fn of_steps(contents: &'a Contents) -> Self {
        let needs = contents.step_dependencies.iter().map(|d| (d.step_id.as_str(), d.needs_id.as_str()));
        Self::of(contents.steps.iter().map(|step| step.id.as_str()), needs)
    }

    /// All tasks of a workshop.
    pub fn of_tasks(contents: &'a Contents) -> Self {
        let needs = contents.task_dependencies.iter().map(|d| (d.task_id.as_str(), d.needs_id.as_str()));
        Self::of(contents.tasks.iter().map(|task| task.id.as_str()), needs)
    }

    /// The circle that a further dependency would close, from `dependant` round to before `dependant` again; `None`
    /// when it closes none. The shortest one, in the direction of time.
    pub fn circle_closed_by(&self, dependant: &str, needed: &str) -> Option<Vec<&'a str>> {
        let (dependant, needed) = (*self.at.get(dependant)?, *self.at.get(needed)?);
        self.shortest_path(dependant, needed).map(|path| path.into_iter().map(|node| self.graph[node]).collect())
    }

    /// For each knot of nodes that wait for each other, a shortest circle within it, in the direction of time,
    /// beginning with its first node in the order of the workshop.
    pub fn shortest_cycles(&self) -> Vec<Vec<&'a str>> {
        let mut cycles: Vec<Vec<NodeIndex>> = Vec::new();
        for mut knot in tarjan_scc(&self.graph) {
            if knot.len() == 1 && !self.graph.contains_edge(knot[0], knot[0]) {
                continue;
            }
            knot.sort_unstable();
            let circles = knot.iter().filter_map(|start| {
                let successors = self.graph.neighbors(*start);
                successors.filter_map(|next| self.shortest_path(next, *start)).min_by_key(Vec::len)
            });
            if let Some(mut circle) = circles.min_by_key(Vec::len) {
                let first = circle.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
                circle.rotate_left(first);
                cycles.push(circle);
            }
        }
        cycles.sort_unstable();
        cycles.into_iter().map(|circle| circle.into_iter().map(|node| self.graph[node]).collect()).collect()
    }

    /// Which nodes come later than which.
    pub fn later(&self) -> Later<'a> {
        let follows = self.graph.node_indices().map(|start| {
            let mut reached = vec![false; self.graph.node_count()];
            let mut walk = Dfs::new(&self.graph, start);
            while let Some(node) = walk.next(&self.graph) {
                reached[node.index()] = node != start;
            }
            reached
        });
        Later { follows: follows.collect(), at: self.at.clone() }
    }

    /// A path with the fewest nodes, both ends included; of a node to itself, just that node.
    fn shortest_path(&self, from: NodeIndex, to: NodeIndex) -> Option<Vec<NodeIndex>> {
        let mut came_from: HashMap<NodeIndex, NodeIndex> = HashMap::new();
        let mut queue = VecDeque::from([from]);
        while let Some(node) = queue.pop_front() {
            if node == to {
                let mut path = vec![to];
                while let Some(earlier) = path.last().filter(|node| **node != from).and_then(|node| came_from.get(node))
                {
                    path.push(*earlier);
                }
                path.reverse();
                return Some(path);
            }
            let mut successors: Vec<NodeIndex> = self.graph.edges(node).map(|edge| edge.target()).collect();
            successors.sort_unstable();
            for next in successors {
                if next != from && !came_from.contains_key(&next) {
                    came_from.insert(next, node);
                    queue.push_back(next);
                }
            }
        }
        None
    }
}

/// Which nodes come later than which, directly or through others.
pub struct Later<'a> {
    follows: Vec<Vec<bool>>,
    at: HashMap<&'a str, NodeIndex>,
}

impl Later<'_> {
    /// Whether `one` needs `other`, directly or through others, and not the other way round too.
    pub fn is_later(&self, one: &str, other: &str) -> bool {
        let (Some(one), Some(other)) = (self.at.get(one), self.at.get(other)) else { return false };
        self.follows[other.index()][one.index()] && !self.follows[one.index()][other.index()]
    }
}
