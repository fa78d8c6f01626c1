//! What a start holds, at a glance.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use super::Template;
use crate::Result;
use crate::role::RoleColor;

/// A start as the gallery shows it, in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct TemplateOutline {
    pub id: Template,
    pub title: String,
    pub purpose: String,
    pub roles: Vec<OutlineRole>,
    /// Titles of the steps, in their order.
    pub steps: Vec<String>,
    pub tasks: u32,
    pub contracts: u32,
    /// Needs that nobody offers to meet, and offers that nobody asked for.
    pub open_lines: u32,
}

/// A role of a start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct OutlineRole {
    pub letter: String,
    pub name: String,
    pub color: RoleColor,
    pub mandate: String,
}

/// The outline of an archive.
pub(super) fn of(id: Template, archive: &Map<String, Value>) -> Result<TemplateOutline> {
    let rows = |list: &str| archive.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
    let workshop = archive.get("workshop").unwrap_or(&Value::Null);
    let roles = rows("roles").iter().map(|role| {
        Ok(OutlineRole {
            letter: text(role, "letter"),
            name: text(role, "name"),
            color: serde_json::from_value(role["color"].clone())?,
            mandate: text(role, "mandate"),
        })
    });
    let half = rows("contracts").iter().filter(|line| line["need"].is_null() || line["offer"].is_null());
    Ok(TemplateOutline {
        id,
        title: text(workshop, "title"),
        purpose: text(workshop, "purpose"),
        roles: roles.collect::<Result<_>>()?,
        steps: rows("steps").iter().map(|step| text(step, "title")).collect(),
        tasks: count(rows("tasks").len()),
        contracts: count(rows("contracts").len()),
        open_lines: count(half.count()),
    })
}
