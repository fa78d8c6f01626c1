//! Row images as their columns: compared, merged and read with care, because a file may hold any bytes.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::capture::{RowChange, Statements};
use crate::{Row, TABLES};

/// A row image as its columns.
pub(crate) type Columns = Map<String, Value>;

/// The columns of an image; nothing when it is not a JSON object.
pub(crate) fn columns(image: &str) -> Option<Columns> {
    serde_json::from_str(image).ok()
}

/// Whether an image shows a row of its table.
pub(crate) fn is_row(table: &str, image: &str) -> bool {
    matches!(Row::from_image(table, image), Ok(Some(_)))
}

/// Whether everything that an operation recorded can be read, and so taken back or done again.
pub(crate) fn are_readable(changes: &[RowChange]) -> bool {
    let is_of_row = |change: &RowChange, image: &String| {
        columns(image).is_some_and(|row| row.get("id").and_then(Value::as_str) == Some(&change.id))
            && is_row(&change.table, image)
    };
    changes.iter().all(|change| {
        let mut images = [&change.before, &change.after].into_iter().flatten();
        TABLES.contains(&change.table.as_str()) && images.all(|image| is_of_row(change, image))
    })
}

/// What a row becomes when it goes from `before` to `after` and somebody else may have changed other columns of it
/// meanwhile: only the columns that differ between the two are compared and written. `None` is a conflict.
pub(crate) fn carried_over(statements: &Statements, present: &str, before: &str, after: &str) -> Option<Columns> {
    let (mut present, before, mut after) = (columns(present)?, columns(before)?, columns(after)?);
    let writable: HashSet<&str> = statements.columns.iter().map(String::as_str).collect();
    for (name, value) in before.iter().filter(|(name, _)| writable.contains(name.as_str())) {
        let Some(wanted) = after.remove(name).filter(|wanted| wanted != value) else { continue };
        if present.get(name) != Some(value) {
            return None;
        }
        present.insert(name.clone(), wanted);
    }
    Some(present)
}

/// What a row is when the columns that differ between `after` and `before` are as before; the others stay.
pub(crate) fn merged(present: &str, after: &str, before: &str) -> Option<String> {
    let (mut present, after, before) = (columns(present)?, columns(after)?, columns(before)?);
    present.extend(before.into_iter().filter(|(name, value)| after.get(name) != Some(value)));
    serde_json::to_string(&present).ok()
}

/// Whether two images show the same row, however they are written.
pub(crate) fn are_same(statements: &Statements, one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (columns(one), columns(other)) else { return false };
    statements.columns.iter().all(|name| one.get(name) == other.get(name))
}
