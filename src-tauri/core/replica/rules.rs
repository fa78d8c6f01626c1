//! From a document to rows: a pure function, so that equal documents give equal rows and equal clashes on every laptop.
//!
//! Nothing is written back: two laptops that repaired the same thing in two ways would repair each other for ever.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::ClashKind;
use super::document::{AGREEMENTS, Entry, Fields, Key, words};
use super::shape::{Shape, Table, Without, is_takeable};
use crate::role::first_free;

/// What does not go together, and is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clash {
    pub kind: ClashKind,
    pub row: Key,
    pub column: Option<String>,
    /// The row that is missing, or that has the place.
    pub other: Option<Key>,
}

/// The rows that a document stands for.
#[derive(Default)]
pub(super) struct View {
    pub rows: BTreeMap<Key, Fields>,
    pub clashes: Vec<Clash>,
    /// Every row stands as it was written: an ordinary change of the rows changes nothing else.
    pub is_plain: bool,
}

/// The rows of a document. `numbered`: the highest number that any laptop may give to a task.
pub(super) fn view(shape: &Shape, entries: &BTreeMap<Key, Entry>, numbered: i64) -> View {
    let mut view = View { is_plain: true, ..View::default() };
    for table in &shape.0 {
        view.admit(table, entries);
    }
    view.clear_references(shape, entries);
    view.check_agreements(entries);
    view.number_tasks(numbered);
    view.letter_roles();
    for (key, entry) in entries.iter().filter(|(_, entry)| entry.is_live) {
        if !view.rows.contains_key(key) {
            continue;
        }
        if entry.is_gone {
            view.clash(ClashKind::DeletedAndEdited, key, None, None);
        }
        for column in &entry.disputed {
            view.clashes.push(Clash {
                kind: ClashKind::Cell,
                row: key.clone(),
                column: Some(column.clone()),
                other: None,
            });
        }
    }
    view
}

impl View {
    fn clash(&mut self, kind: ClashKind, row: &Key, column: Option<&str>, other: Option<Key>) {
        self.clashes.push(Clash { kind, row: row.clone(), column: column.map(str::to_owned), other });
    }

    /// Lets in the rows of a table that are there, whole, and whose place is not taken.
    fn admit(&mut self, table: &Table, entries: &BTreeMap<Key, Entry>) {
        let mut taken: Vec<HashMap<Vec<&Value>, &String>> = vec![HashMap::new(); table.unique.len()];
        let of_table = entries.range((table.name, String::new())..).take_while(|((name, _), _)| *name == table.name);
        for (key, entry) in of_table.filter(|(_, entry)| entry.is_live) {
            let waits_for = table.columns.iter().find_map(|column| {
                let reference = column.reference.as_ref().filter(|reference| reference.without == Without::Hidden)?;
                let id = entry.fields.get(&column.name)?.as_str()?;
                let to = self.key(entries, &reference.to, id);
                (!to.as_ref().is_some_and(|to| self.rows.contains_key(to))).then_some((column.name.clone(), to))
            });
            if !is_takeable(table.name, &entry.fields) {
                self.is_plain = false;
                self.clash(ClashKind::Emptied, key, None, None);
                continue;
            }
            if let Some((column, other)) = waits_for {
                self.is_plain = false;
                self.clash(ClashKind::Orphan, key, Some(&column), other);
                continue;
            }
            let places: Vec<Vec<&Value>> = table
                .unique
                .iter()
                .map(|columns| columns.iter().filter_map(|column| entry.fields.get(column)).collect())
                .collect();
            if let Some(first) = places.iter().zip(&taken).find_map(|(place, taken)| taken.get(place)) {
                self.is_plain = false;
                let first = (table.name, (*first).clone());
                self.clash(ClashKind::Twice, key, None, Some(first));
                continue;
            }
            for (place, taken) in places.into_iter().zip(&mut taken) {
                taken.insert(place, &key.1);
            }
            self.rows.insert(key.clone(), entry.fields.clone());
        }
    }

    fn key(&self, entries: &BTreeMap<Key, Entry>, table: &str, id: &str) -> Option<Key> {
        let name = crate::TABLES.iter().find(|name| **name == table)?;
        let key = (*name, id.to_owned());
        (self.rows.contains_key(&key) || entries.contains_key(&key)).then_some(key)
    }

    /// A reference to a row that is not there stays in the document and not in the row.
    fn clear_references(&mut self, shape: &Shape, entries: &BTreeMap<Key, Entry>) {
        let present: HashSet<Key> = self.rows.keys().cloned().collect();
        let mut found = Vec::new();
        for (key, fields) in &mut self.rows {
            let Some(table) = shape.table(key.0) else { continue };
            for column in &table.columns {
                let Some(reference) = column.reference.as_ref().filter(|one| one.without == Without::Cleared) else {
                    continue;
                };
                let Some(id) = fields.get(&column.name).and_then(Value::as_str) else { continue };
                let to = crate::TABLES.iter().find(|name| **name == reference.to).map(|name| (*name, id.to_owned()));
                if to.as_ref().is_some_and(|to| present.contains(to)) {
                    continue;
                }
                self.is_plain = false;
                let left = entries.get(key).and_then(|entry| entry.left.get(&column.name));
                if left.and_then(Value::as_str) != Some(id) {
                    found.push((key.clone(), column.name.clone(), to));
                }
                fields.insert(column.name.clone(), Value::Null);
            }
        }
        for (key, column, to) in found {
            self.clash(ClashKind::Dangling, &key, Some(&column), to);
        }
    }

    /// An agreement counts for the words that it was given to.
    fn check_agreements(&mut self, entries: &BTreeMap<Key, Entry>) {
        let mut found = Vec::new();
        let contracts = self.rows.iter_mut().filter(|((table, _), _)| *table == "contract");
        for (key, fields) in contracts {
            let now = words(fields);
            for agreement in AGREEMENTS {
                let is_given = fields.get(*agreement).is_some_and(|date| !date.is_null());
                let to = entries.get(key).and_then(|entry| entry.words.get(*agreement)).and_then(Value::as_str);
                if is_given && to != Some(&now) {
                    fields.insert((*agreement).to_owned(), Value::Null);
                    found.push((key.clone(), *agreement));
                }
            }
        }
        for (key, agreement) in found {
            self.is_plain = false;
            self.clash(ClashKind::Unagreed, &key, Some(agreement), None);
        }
    }

    /// Of two tasks with one number the older keeps it; the other gets one beyond all that any laptop gives.
    fn number_tasks(&mut self, numbered: i64) {
        let number = |fields: &Fields| fields.get("number").and_then(Value::as_i64).unwrap_or_default();
        let tasks = || ("task", String::new())..("task\u{1}", String::new());
        let mut next =
            self.rows.range(tasks()).map(|(_, fields)| number(fields)).max().unwrap_or_default().max(numbered);
        let (mut first, mut found) = (HashMap::new(), Vec::new());
        for (key, fields) in self.rows.range_mut(tasks()) {
            if let Some(holder) = first.get(&number(fields)).cloned() {
                next += 1;
                fields.insert("number".to_owned(), next.into());
                found.push((key.clone(), holder));
            } else {
                first.insert(number(fields), key.1.clone());
            }
        }
        for (key, holder) in found {
            self.is_plain = false;
            self.clash(ClashKind::Twice, &key, Some("number"), Some(("task", holder)));
        }
    }

    /// Of two roles with one letter the older keeps it; the other gets the next free one.
    fn letter_roles(&mut self) {
        let letter = |fields: &Fields| fields.get("letter").and_then(Value::as_str).unwrap_or_default().to_owned();
        let roles = || ("role", String::new())..("role\u{1}", String::new());
        let mut used: BTreeSet<String> = self.rows.range(roles()).map(|(_, fields)| letter(fields)).collect();
        let (mut first, mut found) = (HashMap::new(), Vec::new());
        for (key, fields) in self.rows.range_mut(roles()) {
            if let Some(holder) = first.get(&letter(fields)).cloned() {
                let free = first_free(|letter| !used.contains(letter));
                used.insert(free.clone());
                fields.insert("letter".to_owned(), free.into());
                found.push((key.clone(), holder));
            } else {
                first.insert(letter(fields), key.1.clone());
            }
        }
        for (key, holder) in found {
            self.is_plain = false;
            self.clash(ClashKind::Twice, &key, Some("letter"), Some(("role", holder)));
        }
    }
}
