//! A whole workshop as one JSON object, and back.
//!
//! The shape is that of [`Contents`] with `format` and `version`. Read back, every id becomes a new one, so that
//! a workshop can be imported beside itself; what a row leaves out gets the schema's default, so that templates
//! can be written by hand.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value};

use super::WorkshopId;
use crate::role::{ROLES_MAX, RoleColor, first_free};
use crate::{Contents, Day, Error, NOTES_MAX, Result, Rule, TITLE_MAX, Tx, position};

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

/// A table with its rows as the archive has them.
pub(super) type List = (&'static str, Vec<Map<String, Value>>);

/// The workshop's row and the lists of an archive, in the order in which they can be inserted.
///
/// # Errors
/// [`Error::FileTooNew`] for a newer version; [`Error::Invalid`] naming an unknown list.
pub(super) fn unpack(mut archive: Map<String, Value>) -> Result<(Map<String, Value>, Vec<List>)> {
    let found = archive.remove("version").and_then(|v| v.as_u64()).and_then(|v| u32::try_from(v).ok()).unwrap_or(0);
    if archive.remove("format").as_ref().and_then(Value::as_str) != Some("couloir") || found == 0 {
        return Err(unreadable("format"));
    }
    if found > ARCHIVE_VERSION {
        return Err(Error::FileTooNew { found, known: ARCHIVE_VERSION });
    }
    let Some(Value::Object(workshop)) = archive.remove("workshop") else {
        return Err(unreadable("workshop"));
    };
    let mut lists: Vec<List> = Vec::new();
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
    Ok((workshop, lists))
}

/// Adds the workshop of an archive under new ids; `change` may alter its row first.
///
/// # Errors
/// As [`unpack`]; [`Error::Invalid`] naming an unknown column or reference.
pub(super) fn insert(
    tx: &Tx<'_>,
    archive: Map<String, Value>,
    change: impl FnOnce(&mut Map<String, Value>),
) -> Result<WorkshopId> {
    let (mut workshop, mut lists) = unpack(archive)?;
    if lists.iter().any(|(table, rows)| *table == "role" && rows.len() > ROLES_MAX) {
        return Err(Error::too_many("role", ROLES_MAX));
    }
    let given = workshop.get("last_task_number").and_then(Value::as_i64).unwrap_or(0);
    let last = complete(&mut lists, &Taken::default(), given);
    workshop.insert("last_task_number".to_owned(), last.into());
    let mut new_ids = HashMap::new();
    add_new_ids(tx, &lists, &mut new_ids);
    let workshop_id = WorkshopId(tx.new_id());
    if let Some(id) = workshop.get("id").and_then(Value::as_str) {
        new_ids.insert(id.to_owned(), workshop_id.0.clone());
    }
    workshop.insert("id".to_owned(), workshop_id.as_str().into());
    workshop.entry("created_at").or_insert(tx.now().0.into());
    change(&mut workshop);
    check_texts(&workshop)?;
    tx.insert_object("workshop", &workshop)?;
    insert_lists(tx, &workshop_id, lists, &new_ids, |_| None)?;
    Ok(workshop_id)
}

/// Adds rows to a workshop. Their positions are kept, unless `last` gives the last one of their table.
pub(super) fn insert_lists(
    tx: &Tx<'_>,
    workshop_id: &WorkshopId,
    lists: Vec<List>,
    new_ids: &HashMap<String, String>,
    last: impl Fn(&str) -> Option<String>,
) -> Result<()> {
    tx.defer_references()?;
    for (table, rows) in lists {
        let last = last(table);
        let keys = position::sequence(last.as_deref(), rows.len());
        for (mut row, key) in rows.into_iter().zip(keys) {
            check_texts(&row)?;
            remap(&mut row, new_ids)?;
            let id = row.get("id").and_then(Value::as_str).map_or_else(|| tx.new_id(), str::to_owned);
            row.insert("id".to_owned(), id.into());
            row.insert("workshop_id".to_owned(), workshop_id.as_str().into());
            if tx.has_column(table, "position")? {
                if last.is_some() {
                    row.remove("position");
                }
                row.entry("position").or_insert(key.into());
            }
            if tx.has_column(table, "created_at")? {
                row.entry("created_at").or_insert(tx.now().0.into());
            }
            tx.insert_object(table, &row).map_err(|error| refused(error, table))?;
        }
    }
    Ok(())
}

/// A value that the schema refuses is the archive's fault.
pub(super) fn refused(error: Error, table: &str) -> Error {
    match error {
        Error::Sql(sql) if sql.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
            unreadable(table)
        }
        Error::NotFound { .. } => unreadable(table),
        other => other,
    }
}

/// No text is longer than what the program itself would take, and a day is a day: what could be stored and never read
/// again is refused.
pub(super) fn check_texts(row: &Map<String, Value>) -> Result<()> {
    for (column, value) in row {
        if column.ends_with("_on") && !value.is_null() {
            value
                .as_str()
                .filter(|day| day.parse::<Day>().is_ok_and(|read| read.to_string() == *day))
                .ok_or_else(|| unreadable(&format!("{column} {value}")))?;
        }
        let Value::String(text) = value else { continue };
        let (field, limit) = match column.as_str() {
            "title" => ("title", TITLE_MAX),
            "name" => ("name", TITLE_MAX),
            _ => ("archive", NOTES_MAX),
        };
        if text.chars().count() > limit as usize {
            return Err(Error::TooLong { field, limit });
        }
    }
    Ok(())
}

/// What is in use already in the workshop that rows are added to.
#[derive(Default)]
pub(super) struct Taken {
    pub letters: BTreeSet<String>,
    pub numbers: BTreeSet<i64>,
}

/// Gives every role a letter and a colour and every task a number of its own; returns the highest number.
pub(super) fn complete(lists: &mut [List], taken: &Taken, last_number: i64) -> i64 {
    let (mut letters, mut numbers) = (taken.letters.clone(), taken.numbers.clone());
    let given = lists.iter().filter(|(table, _)| *table == "task").flat_map(|(_, rows)| rows);
    let given = given.filter_map(|row| row.get("number").and_then(Value::as_i64)).filter(|n| *n <= i64::from(i32::MAX));
    let mut last = given.chain(numbers.last().copied()).fold(last_number, i64::max);
    for (table, rows) in lists {
        for row in rows {
            if *table == "role" {
                let letter =
                    row.get("letter").and_then(Value::as_str).filter(|l| !l.is_empty() && !letters.contains(*l));
                let letter = letter.map_or_else(|| first_free(|letter| !letters.contains(letter)), str::to_owned);
                let color = RoleColor::ALL[letters.len() % RoleColor::ALL.len()];
                letters.insert(letter.clone());
                row.insert("letter".to_owned(), letter.into());
                if !row.contains_key("color") {
                    row.insert("color".to_owned(), serde_json::to_value(color).unwrap_or_default());
                }
            } else if *table == "task" {
                let number = row.get("number").and_then(Value::as_i64).filter(|number| !numbers.contains(number));
                let number = number.unwrap_or_else(|| {
                    last += 1;
                    last
                });
                numbers.insert(number);
                row.insert("number".to_owned(), number.into());
            }
        }
    }
    last
}

fn unreadable(what: &str) -> Error {
    Error::Invalid { field: "archive", rule: Rule::Unknown, detail: what.to_owned() }
}

/// A new id for every id of the lists.
pub(super) fn add_new_ids(tx: &Tx<'_>, lists: &[List], new_ids: &mut HashMap<String, String>) {
    let ids = lists.iter().flat_map(|(_, rows)| rows).filter_map(|row| row.get("id").and_then(Value::as_str));
    new_ids.extend(ids.map(|id| (id.to_owned(), tx.new_id())));
}

/// Replaces every id of a row by its new one, those inside finding keys and parked blocks too.
pub(super) fn remap(row: &mut Map<String, Value>, new_ids: &HashMap<String, String>) -> Result<()> {
    for (column, value) in row.iter_mut() {
        let Value::String(text) = value else { continue };
        if column == "block" {
            *text = remapped_block(text, new_ids)?;
        } else if column == "finding" {
            *text = text.split(' ').map(|key| remapped(key, new_ids)).collect::<Vec<_>>().join(" ");
        } else if column == "id" || (column.ends_with("_id") && column != "workshop_id") {
            let Some(new) = new_ids.get(text.as_str()) else {
                return Err(unreadable(&format!("{column} {text}")));
            };
            new.clone_into(text);
        }
    }
    Ok(())
}

/// A parked block with new ids. What it names and the archive does not hold stays as it is: it leads nowhere then.
fn remapped_block(block: &str, new_ids: &HashMap<String, String>) -> Result<String> {
    fn renew(value: &mut Value, new_ids: &HashMap<String, String>) {
        match value {
            Value::String(text) => {
                if let Some(new) = new_ids.get(text.as_str()) {
                    new.clone_into(text);
                }
            }
            Value::Array(values) => values.iter_mut().for_each(|value| renew(value, new_ids)),
            Value::Object(fields) => fields.values_mut().for_each(|value| renew(value, new_ids)),
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(block).map_err(|_| unreadable("block"))?;
    renew(&mut value, new_ids);
    Ok(serde_json::to_string(&value)?)
}

/// A finding key with new ids: kind and facet stay, ids stand in their new order, as the radar writes them.
fn remapped(key: &str, new_ids: &HashMap<String, String>) -> String {
    let (kept, old): (Vec<&str>, Vec<&str>) = key.split(':').partition(|part| !new_ids.contains_key(*part));
    let mut ids: Vec<&str> = old.into_iter().filter_map(|id| new_ids.get(id)).map(String::as_str).collect();
    ids.sort_unstable();
    kept.into_iter().chain(ids).collect::<Vec<_>>().join(":")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ids_of_a_finding_key_stand_in_their_new_order() {
        let new = HashMap::from([("a".to_owned(), "9".to_owned()), ("b".to_owned(), "1".to_owned())]);
        assert_eq!(remapped("overlap:a:b", &new), "overlap:1:9");
        assert_eq!(remapped("loose-end:owner:a", &new), "loose-end:owner:9");
    }
}
