//! Places for the nodes of a graph that reads from left to right.
//!
//! Layers by longest path, then rows by the barycentre of the neighbours (Sugiyama, Tagawa and Toda 1981), a few
//! sweeps each way. Arrows over several columns pass through slots of their own, so that they cross no node.

use std::collections::HashSet;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Sweeps of the row ordering; more change nothing visible.
const SWEEPS: usize = 8;

/// A place in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Spot {
    /// From the left.
    pub column: u32,
    /// From the top.
    pub row: u32,
}

pub(super) struct Layout {
    /// By node index.
    pub slots: Vec<Spot>,
    pub arrows: Vec<LaidArrow>,
    pub columns: u32,
    pub rows: u32,
}

pub(super) struct LaidArrow {
    pub from: NodeIndex,
    pub to: NodeIndex,
    pub closes_cycle: bool,
    pub through: Vec<Spot>,
}

/// Lays out a graph whose arrows should point to the right.
pub(super) fn layout(graph: &DiGraph<&str, ()>) -> Layout {
    let closing = closing_edges(graph);
    let column = columns(graph, &closing);
    let mut arrows: Vec<LaidArrow> = Vec::new();

    // Cells of the drawing: nodes first, then the passages of long arrows.
    let mut cell_column: Vec<usize> = column.clone();
    let mut links: Vec<(usize, usize)> = Vec::new();
    let mut passages: Vec<Vec<usize>> = Vec::new();
    let mut edges: Vec<(NodeIndex, NodeIndex)> = graph.edge_references().map(|e| (e.source(), e.target())).collect();
    edges.sort_unstable();
    for (from, to) in edges {
        let closes_cycle = closing.contains(&(from, to));
        let mut cells: Vec<usize> = Vec::new();
        if !closes_cycle {
            let mut previous = from.index();
            for between in column[from.index()] + 1..column[to.index()] {
                let cell = cell_column.len();
                cell_column.push(between);
                links.push((previous, cell));
                cells.push(cell);
                previous = cell;
            }
            links.push((previous, to.index()));
        }
        passages.push(cells);
        arrows.push(LaidArrow { from, to, closes_cycle, through: Vec::new() });
    }

    let rows = rows(&cell_column, &links);
    let slot = |cell: usize| Spot { column: small(cell_column[cell]), row: small(rows[cell]) };
    for (arrow, cells) in arrows.iter_mut().zip(&passages) {
        arrow.through = cells.iter().map(|cell| slot(*cell)).collect();
    }
    Layout {
        slots: (0..graph.node_count()).map(slot).collect(),
        arrows,
        columns: small(cell_column.iter().max().map_or(0, |last| last + 1)),
        rows: small(rows.iter().max().map_or(0, |last| last + 1)),
    }
}

/// Edges that a walk in the order of the workshop finds leading back to where it came from.
fn closing_edges(graph: &DiGraph<&str, ()>) -> HashSet<(NodeIndex, NodeIndex)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Closed,
    }
    let mut mark = vec![Mark::New; graph.node_count()];
    let mut closing = HashSet::new();
    for start in graph.node_indices() {
        if mark[start.index()] != Mark::New {
            continue;
        }
        mark[start.index()] = Mark::Open;
        let mut stack = vec![(start, successors(graph, start))];
        while let Some((node, left)) = stack.last_mut() {
            let node = *node;
            match left.pop() {
                None => {
                    mark[node.index()] = Mark::Closed;
                    stack.pop();
                }
                Some(next) => match mark[next.index()] {
                    Mark::Open => {
                        closing.insert((node, next));
                    }
                    Mark::New => {
                        mark[next.index()] = Mark::Open;
                        stack.push((next, successors(graph, next)));
                    }
                    Mark::Closed => {}
                },
            }
        }
    }
    closing
}

/// The nodes that need `node`, last first.
fn successors(graph: &DiGraph<&str, ()>, node: NodeIndex) -> Vec<NodeIndex> {
    let mut successors: Vec<NodeIndex> = graph.neighbors(node).collect();
    successors.sort_unstable_by(|a, b| b.cmp(a));
    successors
}

/// The column of each node: one right of the rightmost it needs.
fn columns(graph: &DiGraph<&str, ()>, closing: &HashSet<(NodeIndex, NodeIndex)>) -> Vec<usize> {
    let mut column = vec![0; graph.node_count()];
    let mut waiting: Vec<usize> = vec![0; graph.node_count()];
    let forward: Vec<(NodeIndex, NodeIndex)> =
        graph.edge_references().map(|e| (e.source(), e.target())).filter(|edge| !closing.contains(edge)).collect();
    for (_, to) in &forward {
        waiting[to.index()] += 1;
    }
    let mut ready: Vec<NodeIndex> = graph.node_indices().filter(|node| waiting[node.index()] == 0).collect();
    while let Some(node) = ready.pop() {
        for (_, to) in forward.iter().filter(|(from, _)| *from == node) {
            column[to.index()] = column[to.index()].max(column[node.index()] + 1);
            waiting[to.index()] -= 1;
            if waiting[to.index()] == 0 {
                ready.push(*to);
            }
        }
    }
    column
}

/// The row of each cell: its rank in its column, columns ordered by the mean rank of neighbours.
fn rows(cell_column: &[usize], links: &[(usize, usize)]) -> Vec<usize> {
    let last = cell_column.iter().max().copied().unwrap_or_default();
    let mut columns: Vec<Vec<usize>> = vec![Vec::new(); last + 1];
    for (cell, column) in cell_column.iter().enumerate() {
        columns[*column].push(cell);
    }
    let mut rank = vec![0; cell_column.len()];
    let renumber = |columns: &[Vec<usize>], rank: &mut Vec<usize>| {
        for cells in columns {
            for (at, cell) in cells.iter().enumerate() {
                rank[*cell] = at;
            }
        }
    };
    renumber(&columns, &mut rank);
    let mut best = (crossings(links, cell_column, &rank), rank.clone());
    for sweep in 0..SWEEPS {
        let is_rightward = sweep % 2 == 0;
        let order: Vec<usize> = if is_rightward { (0..=last).collect() } else { (0..=last).rev().collect() };
        for column in order {
            let centre = |cell: usize| {
                let neighbours = links.iter().filter_map(|(from, to)| match is_rightward {
                    true => (*to == cell).then(|| rank[*from]),
                    false => (*from == cell).then(|| rank[*to]),
                });
                let (sum, count) = neighbours.fold((0, 0), |(sum, count), rank| (sum + rank, count + 1));
                // Compared as whole numbers, so that equal centres keep their order on every machine.
                (sum * 5040_usize).checked_div(count).unwrap_or(rank[cell] * 5040)
            };
            let mut cells: Vec<(usize, usize)> = columns[column].iter().map(|cell| (centre(*cell), *cell)).collect();
            cells.sort_by_key(|(centre, _)| *centre);
            columns[column] = cells.into_iter().map(|(_, cell)| cell).collect();
            renumber(&columns, &mut rank);
        }
        let crossed = crossings(links, cell_column, &rank);
        if crossed < best.0 {
            best = (crossed, rank.clone());
        }
    }
    best.1
}

/// How many pairs of arrows between two neighbouring columns cross.
fn crossings(links: &[(usize, usize)], cell_column: &[usize], rank: &[usize]) -> usize {
    let mut crossed = 0;
    for (at, (from, to)) in links.iter().enumerate() {
        for (other_from, other_to) in &links[at + 1..] {
            if cell_column[*from] == cell_column[*other_from] {
                let left = rank[*from].cmp(&rank[*other_from]);
                let right = rank[*to].cmp(&rank[*other_to]);
                crossed += usize::from(left.is_ne() && right.is_ne() && left != right);
            }
        }
    }
    crossed
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
