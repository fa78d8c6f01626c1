//! Finding rows: tree by tree where the trees stand, page by page where they do not.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::types::Value;

use super::page::{Cell, Kind, Pages};
use super::shape::{Found, Shape};

/// The rows of one table, each once.
#[derive(Default)]
pub(super) struct Rows {
    pub rows: Vec<Found>,
    keys: HashMap<String, usize>,
}

impl Rows {
    /// Takes a row; a whole one is preferred to a torn one, an earlier find to a later.
    fn take(&mut self, found: Found, shape: &Shape) {
        let key = key(&found, shape);
        match self.keys.get(&key) {
            Some(at) if self.rows[*at].is_torn && !found.is_torn => self.rows[*at] = found,
            Some(_) => {}
            None => {
                self.keys.insert(key, self.rows.len());
                self.rows.push(found);
            }
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.keys.get(key).is_some_and(|at| !self.rows[*at].is_torn)
    }
}

fn key(found: &Found, shape: &Shape) -> String {
    let count = if shape.is_index { 2 } else { 1 };
    let parts = found.values.iter().take(count).map(|value| match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        _ => String::new(),
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// Everything that was found.
pub(super) struct Harvest {
    pub tables: Vec<Rows>,
    /// Something could not be followed or read: what the history still knows may be missing.
    pub is_damaged: bool,
}

/// Reads all rows of a database; `known` are the names of everything in its schema, with the roots of a new file.
pub(super) fn harvest(pages: &Pages<'_>, shapes: &[Shape], known: &HashMap<String, usize>) -> Harvest {
    let mut found = Harvest { tables: shapes.iter().map(|_| Rows::default()).collect(), is_damaged: false };
    let (mut roots, others, is_whole) = roots(pages, shapes, known);
    found.is_damaged = !is_whole;
    let mut owned = BTreeSet::from([1]);
    owned.extend(pages.tree(1));
    for root in others {
        owned.extend(pages.tree(root));
    }
    for root in roots.values() {
        owned.extend(pages.tree(*root));
    }
    // A table whose root is lost has it where a new file has it, if such rows stand there.
    for (at, shape) in shapes.iter().enumerate() {
        let Some(root) = known.get(&shape.table).filter(|root| !owned.contains(*root)) else { continue };
        let is_there = |page: &usize| of_page(pages, *page, &[shape]).0.iter().any(|cell| shape.fit(cell).is_some());
        if !roots.contains_key(&at) && pages.tree(*root).iter().any(is_there) {
            roots.insert(at, *root);
            owned.extend(pages.tree(*root));
            found.is_damaged = true;
        }
    }
    let mut trees: Vec<BTreeSet<usize>> = Vec::new();
    for (at, _) in shapes.iter().enumerate() {
        trees.push(roots.get(&at).map(|root| pages.tree(*root)).unwrap_or_default());
        owned.extend(&trees[at]);
    }
    for (at, shape) in shapes.iter().enumerate() {
        if !roots.contains_key(&at) {
            found.is_damaged = true;
        }
        for number in &trees[at] {
            for child in pages.children(*number) {
                found.is_damaged |= pages.kind(child).is_none();
            }
            let (cells, is_torn) = of_page(pages, *number, &[shape]);
            found.is_damaged |= is_torn;
            cells.iter().filter_map(|cell| shape.fit(cell)).for_each(|row| found.tables[at].take(row, shape));
        }
    }
    orphans(pages, shapes, &owned, &mut found);
    found
}

/// Pages that no tree leads to any more and that are not free.
fn orphans(pages: &Pages<'_>, shapes: &[Shape], owned: &BTreeSet<usize>, found: &mut Harvest) {
    let free = pages.free();
    let lost: Vec<usize> = (1..=pages.count()).filter(|page| !owned.contains(page) && !free.contains(page)).collect();
    // Overflowing records and indexes leave such pages too; rows are known by their shape. The history first: it
    // tells what the others are.
    for is_history in [true, false] {
        let hints = if is_history { HashMap::new() } else { hints(found, shapes) };
        let of_kind: Vec<&Shape> = shapes.iter().filter(|shape| shape.is_index == is_history).collect();
        for number in &lost {
            let (cells, _) = of_page(pages, *number, &of_kind);
            let fitting: Vec<(usize, Vec<Found>)> = shapes
                .iter()
                .enumerate()
                .filter(|(_, shape)| shape.is_index == is_history)
                .map(|(at, shape)| (at, cells.iter().filter_map(|cell| shape.fit(cell)).collect::<Vec<_>>()))
                .filter(|(_, rows)| !rows.is_empty())
                .collect();
            let likely = fitting.into_iter().max_by_key(|(at, rows)| {
                let table = shapes[*at].table.as_str();
                let known = rows.iter().filter(|row| hint(row, &hints) == Some(table)).count();
                let full = rows.iter().map(|row| row.values.len()).max().unwrap_or(0);
                (known, rows.len(), full == shapes[*at].len())
            });
            if let Some((at, rows)) = likely {
                found.is_damaged = true;
                rows.into_iter().for_each(|row| found.tables[at].take(row, &shapes[at]));
            }
        }
    }
}

fn hint<'a>(row: &Found, hints: &'a HashMap<String, String>) -> Option<&'a str> {
    match row.values.first() {
        Some(Value::Text(id)) => hints.get(id).map(String::as_str),
        _ => None,
    }
}

/// The table of each row that the history names.
fn hints(found: &Harvest, shapes: &[Shape]) -> HashMap<String, String> {
    let mut hints = HashMap::new();
    for (rows, shape) in found.tables.iter().zip(shapes) {
        let (Some(table), Some(id)) = (shape.column("table_name"), shape.column("row_id")) else { continue };
        for row in &rows.rows {
            if let (Some(Value::Text(table)), Some(Value::Text(id))) = (row.values.get(table), row.values.get(id)) {
                hints.insert(id.clone(), table.clone());
            }
        }
    }
    hints
}

/// Cells of one page that are rows of one of these tables; the second value tells whether something in it could not
/// be read.
fn of_page(pages: &Pages<'_>, number: usize, shapes: &[&Shape]) -> (Vec<Cell>, bool) {
    let kinds: &[Kind] = if shapes.iter().any(|shape| shape.is_index) {
        &[Kind::IndexLeaf, Kind::IndexInner]
    } else {
        &[Kind::TableLeaf]
    };
    let kind = pages.kind(number);
    if kind == Some(Kind::TableInner) {
        return (Vec::new(), false);
    }
    let fits = |cell: &Cell, may_be_torn: bool| {
        shapes.iter().any(|shape| shape.fit(cell).is_some_and(|row| may_be_torn || !row.is_torn))
    };
    let pointers = pages.pointers(number);
    let wanted = pointers.len();
    let known = kind.filter(|kind| kinds.contains(kind));
    let mut taken: BTreeMap<usize, Cell> = BTreeMap::new();
    if let Some(kind) = known {
        for at in pointers {
            if let Some(cell) = pages.cell(number, at, kind).filter(|cell| fits(cell, true)) {
                taken.insert(at, cell);
            }
        }
    }
    let is_torn = known.is_none() || taken.len() < wanted || wanted == 0;
    if is_torn {
        // The list of cells cannot be trusted: every place is tried.
        let base = (number - 1) * pages.size;
        for at in 0..pages.size {
            let is_taken = |cell: &Cell| cell.extents.first().is_some_and(|within| within.contains(&(base + at)));
            let likely = kinds.iter().filter(|kind| pages.is_likely(number, at, **kind));
            for kind in likely {
                if !taken.values().any(is_taken)
                    && let Some(cell) = pages.cell(number, at, *kind).filter(|cell| fits(cell, false))
                {
                    taken.insert(at, cell);
                }
            }
        }
    }
    let is_empty_leaf = known.is_some() && wanted == 0;
    (taken.into_values().collect(), is_torn && !is_empty_leaf)
}

/// The roots of our tables and of everything else with a known name, as the schema in the file has them.
fn roots(
    pages: &Pages<'_>,
    shapes: &[Shape],
    known: &HashMap<String, usize>,
) -> (HashMap<usize, usize>, Vec<usize>, bool) {
    let (mut ours, mut others, mut is_whole) = (HashMap::new(), Vec::new(), true);
    for number in pages.tree(1) {
        if pages.kind(number) != Some(Kind::TableLeaf) {
            continue;
        }
        for at in pages.pointers(number) {
            let Some(cell) = pages.cell(number, at, Kind::TableLeaf) else {
                is_whole = false;
                continue;
            };
            let [Value::Text(kind), Value::Text(name), _, Value::Integer(root), ..] = cell.values.as_slice() else {
                continue;
            };
            let Ok(root) = usize::try_from(*root) else { continue };
            match shapes.iter().position(|shape| kind == "table" && shape.table == *name) {
                Some(at) => {
                    ours.insert(at, root);
                }
                // A name that nobody knows may be a damaged one: such a tree is not given away.
                None if root == 0 => {}
                None if known.contains_key(name) || name.starts_with("sqlite_") => others.push(root),
                None => is_whole = false,
            }
        }
    }
    (ours, others, is_whole && pages.kind(1).is_some())
}

/// The roots of our tables in a whole file.
#[cfg(test)]
pub(super) fn roots_of<'a>(pages: &Pages<'_>, shapes: &'a [Shape]) -> Vec<(&'a Shape, usize)> {
    let (roots, ..) = roots(pages, shapes, &HashMap::new());
    roots.into_iter().map(|(at, root)| (&shapes[at], root)).collect()
}
