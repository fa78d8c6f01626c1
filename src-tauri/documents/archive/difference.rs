//! An archive beside an open workshop: what it would add, what is there already, what is there differently.

use std::collections::HashMap;

use couloir_core::Contents;
use couloir_core::analysis::wording::Wording;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

/// What an archive says about one list of the open workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ListDifference {
    /// Name of the list, as in an archive.
    pub list: String,
    /// Rows that would be added.
    pub added: u32,
    /// Rows that are there already, as they are.
    pub same: u32,
    /// Rows that are there with another content, which stays.
    pub changed: u32,
}

/// Columns that say nothing about what a row means, or that refer to rows of later lists.
const ASIDE: &[&str] = &[
    "id",
    "workshop_id",
    "position",
    "created_at",
    "number",
    "letter",
    "color",
    "state",
    "template_meeting_id",
    "current_item_id",
];

/// Columns by which two rows of a list are the same thing, whatever else they say.
fn identity(list: &str) -> &'static [&'static str] {
    match list {
        "roles" | "people" | "tags" => &["name"],
        "steps" | "tasks" => &["title"],
        "role_holders" => &["role_id", "person_id"],
        "step_dependencies" => &["step_id", "needs_id"],
        "task_dependencies" => &["task_id", "needs_id"],
        "involvements" => &["task_id", "role_id"],
        "attendees" => &["meeting_id", "person_id"],
        "airtimes" => &["meeting_id", "role_id"],
        _ => &[],
    }
}

/// The rows of an archive that an open workshop does not have, with references to what it has, and the difference.
pub fn joined(archive: &Map<String, Value>, contents: &Contents) -> (Map<String, Value>, Vec<ListDifference>) {
    let there = match serde_json::to_value(contents) {
        Ok(Value::Object(lists)) => lists,
        _ => Map::new(),
    };
    let mut rest = archive.clone();
    let mut ids: HashMap<String, String> = HashMap::new();
    let mut differences = Vec::new();
    for (list, _) in Contents::LISTS {
        let Some(Value::Array(rows)) = rest.get_mut(*list) else { continue };
        let existing = there.get(*list).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let existing = Known::of(list, existing);
        let mut difference = ListDifference { list: (*list).to_owned(), added: 0, same: 0, changed: 0 };
        rows.retain_mut(|row| {
            let Value::Object(row) = row else { return true };
            point(row, &ids);
            let Some((id, content)) = existing.find(list, row) else {
                difference.added += 1;
                return true;
            };
            if content == meaning(row) {
                difference.same += 1
            } else {
                difference.changed += 1
            }
            if let Some(Value::String(own)) = row.get("id") {
                ids.insert(own.clone(), id);
            }
            false
        });
        if difference.added + difference.same + difference.changed > 0 {
            differences.push(difference);
        }
    }
    // References to rows of later lists.
    for rows in rest.values_mut().filter_map(Value::as_array_mut) {
        rows.iter_mut().filter_map(Value::as_object_mut).for_each(|row| point(row, &ids));
    }
    (rest, differences)
}

/// Replaces references to rows that the workshop has.
fn point(row: &mut Map<String, Value>, ids: &HashMap<String, String>) {
    for (column, value) in row.iter_mut() {
        if column == "finding" {
            // The key of a finding names rows too.
            if let Value::String(key) = value {
                let parts = key.split(':').map(|part| ids.get(part).map_or(part, String::as_str));
                *key = parts.collect::<Vec<_>>().join(":");
            }
        } else if !column.ends_with("_id") {
            continue;
        }
        if let (Value::String(text), true) = (&value, column.as_str() != "workshop_id")
            && let Some(id) = ids.get(text)
        {
            *value = id.clone().into();
        }
    }
}

/// What a row says: without what is aside, and without what it leaves empty.
fn meaning(row: &Map<String, Value>) -> String {
    let said = row.iter().filter(|(column, value)| {
        let is_empty = value.is_null() || **value == "" || **value == false || **value == 0;
        !ASIDE.contains(&column.as_str()) && !is_empty
    });
    let said: Map<String, Value> = said.map(|(column, value)| (column.clone(), value.clone())).collect();
    Value::Object(said).to_string()
}

/// Rows of the workshop by what makes them the same thing, with their ids and contents.
struct Known(HashMap<String, (String, String)>);

impl Known {
    fn of(list: &str, rows: &[Value]) -> Self {
        let mut known = HashMap::new();
        for row in rows.iter().filter_map(Value::as_object) {
            let Some(id) = row.get("id").and_then(Value::as_str) else { continue };
            for key in keys(list, row) {
                known.entry(key).or_insert_with(|| (id.to_owned(), meaning(row)));
            }
        }
        Self(known)
    }

    fn find(&self, list: &str, row: &Map<String, Value>) -> Option<(String, String)> {
        keys(list, row).into_iter().find_map(|key| self.0.get(&key).cloned())
    }
}

/// The names under which a row is known: its id, its identity, else all it says.
fn keys(list: &str, row: &Map<String, Value>) -> Vec<String> {
    let mut keys: Vec<String> =
        row.get("id").and_then(Value::as_str).map(|id| format!("id {id}")).into_iter().collect();
    let columns = identity(list);
    if columns.is_empty() {
        keys.push(format!("all {}", meaning(row)));
    } else {
        let parts: Vec<String> = columns
            .iter()
            .filter_map(|column| row.get(*column).and_then(Value::as_str).map(|text| (column, text)))
            .map(
                |(column, text)| {
                    if column.ends_with("_id") { text.to_owned() } else { Wording::of(text).words().join(" ") }
                },
            )
            .collect();
        // A task is the same only with the same owner: "Test" may be everybody's.
        let owner = if list == "tasks" { row.get("role_id").and_then(Value::as_str).unwrap_or_default() } else { "" };
        keys.push(format!("is {} {owner}", parts.join(" / ")));
    }
    keys
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use couloir_core::workshop::{Language, NewWorkshop};
    use couloir_core::{Library, Millis};
    use serde_json::json;

    use super::*;
    use crate::table::fixture::{everything, workshop_of};

    #[test]
    fn only_what_is_missing_is_added() {
        let mut library = Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).unwrap();
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let id = library.workshop_from_archive(everything(), &new, |_, _| Ok(())).unwrap().value;
        let contents = library.contents(&id).unwrap();

        // A copy from another laptop, with other ids: one role said otherwise, one task and its part more.
        let copy = workshop_of(everything());
        let mut archive = crate::archive::read(&crate::archive::write(&copy).unwrap()).unwrap();
        archive["roles"][1]["mandate"] = "Autre chose".into();
        let role = archive["roles"][2]["id"].clone();
        let other = archive["roles"][3]["id"].clone();
        archive["tasks"].as_array_mut().unwrap().push(json!({"id": "t", "title": "En plus", "role_id": role}));
        archive["involvements"]
            .as_array_mut()
            .unwrap()
            .push(json!({"task_id": "t", "role_id": other, "part": "informed"}));
        let (rest, differences) = joined(&archive, &contents);
        let of = |list: &str| differences.iter().find(|difference| difference.list == list).unwrap();
        assert_eq!((of("roles").added, of("roles").same, of("roles").changed), (0, 3, 1));
        assert_eq!((of("tasks").added, of("tasks").same), (1, 21));
        let added: u32 = differences.iter().map(|difference| difference.added).sum();
        assert_eq!(added, 2, "{differences:?}");
        library.workshop_import(&id, rest).unwrap();
        let after = library.contents(&id).unwrap();
        assert_eq!((after.tasks.len(), after.roles.len()), (22, 4));
        assert_eq!(after.tasks[21].role_id.as_ref(), Some(&contents.roles[2].id));
        assert_eq!(after.roles[1].mandate, contents.roles[1].mandate);
    }

    #[test]
    fn an_empty_workshop_takes_all() {
        let mut library = Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).unwrap();
        let new =
            NewWorkshop { title: Some("x".to_owned()), language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let id = library.workshop_create(&new).unwrap().value;
        let (rest, differences) = joined(&everything(), &library.contents(&id).unwrap());
        assert!(differences.iter().all(|difference| difference.same + difference.changed == 0));
        library.workshop_import(&id, rest).unwrap();
        assert_eq!(library.contents(&id).unwrap().contracts.len(), 36);
    }
}
