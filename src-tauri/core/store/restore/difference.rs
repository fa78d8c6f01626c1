//! What restoring a copy would change, workshop by workshop.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use specta::Type;

use super::Restorable;
use crate::workshop::WorkshopId;
use crate::{Contents, Library, Result};

/// What would become of a workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WorkshopFate {
    /// It is only in the copy: it would come back.
    Returns,
    /// It would be as it was.
    Changes,
    /// It is the same in both.
    Stays,
    /// It is not in the copy: it would go.
    Goes,
}

/// What restoring would change in one workshop, in rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct WorkshopDifference {
    pub id: WorkshopId,
    pub title: String,
    pub fate: WorkshopFate,
    /// Rows that would come back, be as they were, or go.
    pub returning: i32,
    pub changing: i32,
    pub going: i32,
}

impl Library {
    /// What restoring a copy would change, the workshops of the copy first.
    ///
    /// # Errors
    /// Why the copy cannot be read.
    pub fn restore_difference(&self, source: &Path) -> Result<Vec<WorkshopDifference>> {
        let copy = Restorable::read(source)?;
        let ids = copy.workshops()?;
        let mut differences = Vec::new();
        for id in &ids {
            let there = copy.contents(id)?;
            let here = match self.contents(id) {
                Err(crate::Error::NotFound { .. }) => None,
                found => Some(found?),
            };
            differences.push(difference(Some(&there), here.as_ref())?);
        }
        let all = [self.summaries(false)?, self.summaries(true)?].concat();
        for here in all.iter().filter(|here| !ids.contains(&here.id)) {
            differences.push(difference(None, Some(&self.contents(&here.id)?))?);
        }
        differences.retain(|found| !found.title.is_empty() || found.returning + found.going > 0);
        Ok(differences)
    }
}

fn difference(there: Option<&Contents>, here: Option<&Contents>) -> Result<WorkshopDifference> {
    let (old, new) = (rows(there)?, rows(here)?);
    let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    let returning = count(old.keys().filter(|key| !new.contains_key(*key)).count());
    let going = count(new.keys().filter(|key| !old.contains_key(*key)).count());
    let changing = count(old.iter().filter(|(key, row)| new.get(*key).is_some_and(|now| now != *row)).count());
    let fate = match (there, here) {
        (Some(_), None) => WorkshopFate::Returns,
        (None, _) => WorkshopFate::Goes,
        _ if returning + going + changing == 0 => WorkshopFate::Stays,
        _ => WorkshopFate::Changes,
    };
    let workshop = here.or(there).map(|contents| contents.workshop.clone());
    let (id, title) = workshop.map_or((WorkshopId(String::new()), String::new()), |found| (found.id, found.title));
    Ok(WorkshopDifference { id, title, fate, returning, changing, going })
}

/// Every row of a workshop by its id.
fn rows(contents: Option<&Contents>) -> Result<BTreeMap<String, Value>> {
    let Some(contents) = contents else { return Ok(BTreeMap::new()) };
    let Value::Object(lists) = serde_json::to_value(contents)? else { return Ok(BTreeMap::new()) };
    let mut found = BTreeMap::new();
    for value in lists.into_iter().map(|(_, value)| value) {
        let rows = match value {
            Value::Array(rows) => rows,
            row => vec![row],
        };
        for row in rows {
            if let Some(id) = row.get("id").and_then(Value::as_str) {
                found.insert(id.to_owned(), row);
            }
        }
    }
    Ok(found)
}
