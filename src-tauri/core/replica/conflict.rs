//! What does not go together, as people look at it: in words, with who and when.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use specta::Type;

use super::ClashKind;
use super::document::{Document, Entry, Fields, Key};
use super::laptop::{self, Laptop};
use super::rules::{Clash, View, view};
use super::shape::Shape;
use crate::workshop::WorkshopId;
use crate::{Library, Millis, Result};

/// Tables whose rows say something of their own; of the others only the values matter.
const WORDY: &[&str] = &[
    "workshop",
    "role",
    "responsibility",
    "skill",
    "typical_task",
    "step",
    "task",
    "contract",
    "person",
    "resource",
    "tag",
    "series",
    "meeting",
    "agenda_item",
    "outcome",
    "backlog_item",
    "slip",
    "pulse",
    "acceptance",
];
/// Columns in which one value is as good as another: places in a list, and what the clock wrote.
const QUIET: &[&str] = &[
    "position",
    "created_at",
    "spent_ms",
    "spoken_ms",
    "turns",
    "since",
    "progress",
    "current_item_id",
    "item_started_at",
    "paused_at",
    "paused_ms",
    "started_at",
    "ended_at",
    "closed_at",
    "reopened_at",
    "promised_end",
    "is_revealed",
    "minutes_confirmed_at",
    "deferred_at",
    "taken_at",
    "accepted_at",
    "disputed_at",
    "facts",
    "tally",
];
/// Columns of free words.
const TEXTS: &[&str] =
    &["title", "name", "detail", "body", "goal", "mandate", "bring", "place", "purpose", "instruction"];
/// Where both of two texts can be kept.
const NOTES: &[&str] = &["notes", "private_notes", "detail"];

/// Something that does not go together. It blocks nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Conflict {
    pub kind: ClashKind,
    /// Table and id of the row.
    pub table: String,
    pub row_id: String,
    /// What the row says, whether it is shown or not.
    pub title: String,
    /// The column that it is about, if it is about one.
    pub column: Option<String>,
    /// What is missing, or has the place.
    pub other: Option<String>,
    /// The values, the one that is shown first; empty when there is none to choose.
    pub values: Vec<ConflictValue>,
    /// There is a place to keep the other texts too.
    pub can_keep_both: bool,
}

/// One of several values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConflictValue {
    /// As it is stored; names the value when it is chosen. `null` as JSON when it is empty.
    pub raw: String,
    /// As it reads: the name of what it refers to, the text, the code.
    pub text: String,
    /// The laptop that wrote it, by name.
    pub author: String,
    pub at: Millis,
    pub is_shown: bool,
}

impl Library {
    /// What does not go together in a shared workshop; nothing in one that is not shared.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`] when its document cannot be read.
    pub fn conflicts(&self, id: &WorkshopId) -> Result<Vec<Conflict>> {
        if !self.is_shared(id)? {
            return Ok(Vec::new());
        }
        self.reading_replica(id, |document, shape| Listing::of(document, shape)?.conflicts())
    }
}

/// A document read for its conflicts.
struct Listing<'a> {
    document: &'a Document,
    entries: std::collections::BTreeMap<Key, Entry>,
    view: View,
    laptops: Vec<Laptop>,
    shape: &'a Shape,
}

impl<'a> Listing<'a> {
    fn of(document: &'a Document, shape: &'a Shape) -> Result<Self> {
        let laptops = laptop::all(document);
        let entries = document.entries(shape)?;
        let numbered = laptops.iter().map(|laptop| i64::from(laptop.numbers_to)).max().unwrap_or_default();
        let view = view(shape, &entries, numbered);
        Ok(Self { document, entries, view, laptops, shape })
    }

    fn conflicts(&self) -> Result<Vec<Conflict>> {
        let mut conflicts = Vec::new();
        for clash in &self.view.clashes {
            conflicts.extend(self.conflict(clash)?);
        }
        conflicts.sort_by(|one, other| {
            (one.kind, &one.title, &one.row_id, &one.column).cmp(&(
                other.kind,
                &other.title,
                &other.row_id,
                &other.column,
            ))
        });
        Ok(conflicts)
    }

    /// The clash in words; nothing when it is one that nobody needs to look at.
    fn conflict(&self, clash: &Clash) -> Result<Option<Conflict>> {
        let (table, id) = &clash.row;
        let is_wordy = WORDY.contains(table);
        let Some(entry) = self.entries.get(&clash.row) else { return Ok(None) };
        let column = clash.column.as_deref();
        let values = match (clash.kind, column) {
            (ClashKind::Cell, Some(column)) if !QUIET.contains(&column) => self.values(&clash.row, column)?,
            (ClashKind::Cell, _) => return Ok(None),
            // A pair of the same things twice is nothing to tell, unless it says two things.
            (ClashKind::Twice, None) => {
                let parts = self.parts(clash);
                if parts.len() < 2 {
                    return Ok(None);
                }
                parts
            }
            (ClashKind::Unagreed, _) => Vec::new(),
            _ if !is_wordy => return Ok(None),
            (ClashKind::Twice, Some(column)) => {
                vec![self.value(&clash.row, &self.view.rows[&clash.row][column], column, true)?]
            }
            _ => Vec::new(),
        };
        if clash.kind == ClashKind::Cell && values.len() < 2 {
            return Ok(None);
        }
        let is_text = column.is_some_and(|column| TEXTS.contains(&column));
        Ok(Some(Conflict {
            kind: clash.kind,
            table: (*table).to_owned(),
            row_id: id.clone(),
            title: self.title(&clash.row, &entry.fields),
            column: clash.column.clone(),
            other: clash.other.as_ref().map(|other| self.label(other)),
            can_keep_both: clash.kind == ClashKind::Cell && is_text && notes_of(self.shape, table, column).is_some(),
            values,
        }))
    }

    fn values(&self, row: &Key, column: &str) -> Result<Vec<ConflictValue>> {
        let claims = self.document.claims(row.0, &row.1, column)?;
        Ok(claims
            .into_iter()
            .map(|claim| ConflictValue {
                raw: claim.value.to_string(),
                text: self.read(row.0, column, &claim.value),
                author: self.author(&claim.laptop),
                at: claim.at,
                is_shown: claim.is_shown,
            })
            .collect())
    }

    fn value(&self, row: &Key, value: &Value, column: &str, is_shown: bool) -> Result<ConflictValue> {
        let (laptop, at) = self.document.last_change(row.0, &row.1)?.unwrap_or_default();
        let text = self.read(row.0, column, value);
        Ok(ConflictValue { raw: value.to_string(), text, author: self.author(&laptop), at, is_shown })
    }

    /// The parts that one role was given in one task, the one that is shown first.
    fn parts(&self, clash: &Clash) -> Vec<ConflictValue> {
        let Some(other) = clash.other.as_ref().filter(|_| clash.row.0 == "involvement") else { return Vec::new() };
        let part = |key: &Key| self.entries.get(key).and_then(|entry| entry.fields.get("part")).cloned();
        let (Some(shown), Some(hidden)) = (part(other), part(&clash.row)) else { return Vec::new() };
        if shown == hidden {
            return Vec::new();
        }
        let value = |key: &Key, value: &Value, is_shown| self.value(key, value, "part", is_shown).ok();
        [value(other, &shown, true), value(&clash.row, &hidden, false)].into_iter().flatten().collect()
    }

    fn author(&self, laptop: &str) -> String {
        self.laptops.iter().find(|known| known.id == laptop).map(|known| known.name.clone()).unwrap_or_default()
    }

    /// What a value reads like.
    fn read(&self, table: &str, column: &str, value: &Value) -> String {
        let reference = self.shape.table(table).and_then(|table| table.column(column)?.reference.clone());
        match (value, reference) {
            (Value::String(id), Some(reference)) => crate::TABLES
                .iter()
                .find(|name| **name == reference.to)
                .map_or_else(String::new, |name| self.label(&(*name, id.clone()))),
            (Value::String(text), None) => text.clone(),
            (Value::Null, _) => String::new(),
            (other, _) => other.to_string(),
        }
    }

    fn label(&self, key: &Key) -> String {
        self.entries.get(key).map(|entry| self.title(key, &entry.fields)).unwrap_or_default()
    }

    /// What a row says of itself, or what it joins.
    fn title(&self, key: &Key, fields: &Fields) -> String {
        let own = ["title", "name", "need", "offer", "body", "reason", "note"]
            .iter()
            .find_map(|name| fields.get(*name).and_then(Value::as_str).filter(|text| !text.is_empty()));
        if let Some(own) = own {
            return own.lines().next().unwrap_or_default().to_owned();
        }
        let Some(table) = self.shape.table(key.0) else { return String::new() };
        let joined = table.columns.iter().filter(|column| column.reference.is_some()).filter_map(|column| {
            let text = self.read(key.0, &column.name, fields.get(&column.name)?);
            (!text.is_empty()).then_some(text)
        });
        joined.collect::<Vec<_>>().join(" · ")
    }
}

/// The column of a table in which further texts can be kept, if it is not the one in question.
pub(super) fn notes_of(shape: &Shape, table: &str, column: Option<&str>) -> Option<&'static str> {
    let table = shape.table(table)?;
    NOTES.iter().copied().find(|name| Some(*name) != column && table.column(name).is_some())
}
