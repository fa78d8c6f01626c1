//! A whole workshop as one JSON object, and back.
//!
//! The shape is that of [`Contents`] with `format` and `version`. Read back, every id becomes a new one, so that
//! a workshop can be imported beside itself; what a row leaves out gets the schema's default, so that templates
//! can be written by hand.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::WorkshopId;
use crate::{Contents, Error, Result, Rule, Tx, position};

/// Version of the archive shape that this program writes and reads.
pub const ARCHIVE_VERSION: u32 = 1;

/// The archive of a workshop.
///
/// # Errors
/// Only when serialisation itself fails.
pub fn archive(contents: &Contents) -> Result<Map<String, Value>> {
    let mut archive = Map::new();
    archive.insert("format".to_owned(), "couloir".into());
    archive.insert("version".to_owned(), ARCHIVE_VERSION.into());
    if let Value::Object(lists) = serde_json::to_value(contents)? {
        archive.extend(lists);
    }
    Ok(archive)
}

/// Adds the workshop of an archive under new ids; `change` may alter its row first.
///
/// # Errors
/// [`Error::FileTooNew`] for a newer version; [`Error::Invalid`] naming an unknown list, column or reference.
pub(super) fn insert(
    tx: &Tx<'_>,
    mut archive: Map<String, Value>,
    change: impl FnOnce(&mut Map<String, Value>),
) -> Result<WorkshopId> {
    let found = archive.remove("version").and_then(|v| v.as_u64()).and_then(|v| u32::try_from(v).ok()).unwrap_or(0);
    if archive.remove("format").as_ref().and_then(Value::as_str) != Some("couloir") || found == 0 {
        return Err(unreadable("format"));
    }
    if found > ARCHIVE_VERSION {
        return Err(Error::FileTooNew { found, known: ARCHIVE_VERSION });
    }
    let Some(Value::Object(mut workshop)) = archive.remove("workshop") else {
        return Err(unreadable("workshop"));
    };
    let mut lists: Vec<(&'static str, Vec<Map<String, Value>>)> = Vec::new();
    for (list, table) in Contents::LISTS {
        let rows = match archive.remove(*list) {
            None => continue,
            Some(Value::Array(rows)) => rows,
            Some(_) => return Err(unreadable(list)),
        };
        let rows = rows.into_iter().map(|row| match row {
            Value::Object(row) => Ok(row),
            _ => Err(unreadable(list)),
        });
        lists.push((table, rows.collect::<Result<_>>()?));
    }
    if let Some(unknown) = archive.keys().next() {
        return Err(unreadable(unknown));
    }

    let new_ids = new_ids(tx, &workshop, &lists);
    let workshop_id = WorkshopId(new_id(tx, &new_ids, workshop.get("id")));
    workshop.insert("id".to_owned(), workshop_id.as_str().into());
    workshop.entry("created_at").or_insert(tx.now().0.into());
    change(&mut workshop);
    tx.insert_object("workshop", &workshop)?;
    tx.defer_references()?;
    for (table, rows) in lists {
        let keys = position::sequence(None, rows.len());
        for (mut row, key) in rows.into_iter().zip(keys) {
            remap(&mut row, &new_ids)?;
            let id = row.get("id").and_then(Value::as_str).map_or_else(|| tx.new_id(), str::to_owned);
            row.insert("id".to_owned(), id.into());
            row.insert("workshop_id".to_owned(), workshop_id.as_str().into());
            if tx.has_column(table, "position")? {
                row.entry("position").or_insert(key.into());
            }
            if tx.has_column(table, "created_at")? {
                row.entry("created_at").or_insert(tx.now().0.into());
            }
            tx.insert_object(table, &row)?;
        }
    }
    Ok(workshop_id)
}

fn unreadable(what: &str) -> Error {
    Error::Invalid { field: "archive", rule: Rule::Unknown, detail: what.to_owned() }
}

/// A new id for every id of the archive.
fn new_ids(
    tx: &Tx<'_>,
    workshop: &Map<String, Value>,
    lists: &[(&'static str, Vec<Map<String, Value>>)],
) -> HashMap<String, String> {
    lists
        .iter()
        .flat_map(|(_, rows)| rows)
        .chain([workshop])
        .filter_map(|row| row.get("id").and_then(Value::as_str))
        .map(|id| (id.to_owned(), tx.new_id()))
        .collect()
}

fn new_id(tx: &Tx<'_>, new_ids: &HashMap<String, String>, id: Option<&Value>) -> String {
    id.and_then(Value::as_str).and_then(|id| new_ids.get(id)).cloned().unwrap_or_else(|| tx.new_id())
}

/// Replaces every id of a row by its new one, those inside finding keys too.
fn remap(row: &mut Map<String, Value>, new_ids: &HashMap<String, String>) -> Result<()> {
    for (column, value) in row.iter_mut() {
        let Value::String(text) = value else { continue };
        if column == "finding" {
            *text = text
                .split(':')
                .map(|part| new_ids.get(part).map_or(part, String::as_str))
                .collect::<Vec<_>>()
                .join(":");
        } else if column == "id" || (column.ends_with("_id") && column != "workshop_id") {
            let Some(new) = new_ids.get(text.as_str()) else {
                return Err(unreadable(&format!("{column} {text}")));
            };
            new.clone_into(text);
        }
    }
    Ok(())
}
