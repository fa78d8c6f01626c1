//! The Automerge document of a shared workshop: one map a row, at the root, so that no two laptops can make the same
//! container twice. Only columns that changed are ever written.

use std::collections::{BTreeMap, HashSet};

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{ActorId, AutoCommit, Change, ObjId, ObjType, ROOT, ReadDoc, ScalarValue, Value as Held, ValueRef};
use serde_json::{Map, Value};

use super::shape::{Column, Meeting, Shape, Table, Without};
use crate::{Error, Millis, Result};

/// A stamp that every edit of a row renews and a deletion removes: an edit made at the same time keeps the row.
const LIVE: &str = "live";
/// When a row was deleted.
const GONE: &str = "gone";
/// The words that an agreement was given to, beside its date.
const WORDS: &str = ":words";
/// The row that was deleted under a reference, beside it: whoever deleted it knew of this row.
const LEFT: &str = ":left";
/// Stands between the two sides of the words of a contract.
const BETWEEN: char = '\u{1f}';
/// Dates of agreement; each counts for the words that it was given to.
pub(super) const AGREEMENTS: &[&str] = &["giver_agreed_on", "receiver_agreed_on"];

/// The columns of a row.
pub(super) type Fields = Map<String, Value>;
/// Table and id of a row.
pub(super) type Key = (&'static str, String);

/// A row of the document, whether it is shown or not.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub fields: Fields,
    /// Columns with more than one value.
    pub disputed: Vec<String>,
    pub is_live: bool,
    pub is_gone: bool,
    /// References to rows that were deleted by somebody who knew of this row, by column.
    pub left: BTreeMap<String, Value>,
    /// The words that agreements were given to, by column.
    pub words: BTreeMap<String, Value>,
}

/// One of several values of a column.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub value: Value,
    pub laptop: String,
    pub at: Millis,
    pub is_shown: bool,
}

/// A change that came from elsewhere.
pub(super) struct Taken {
    pub bytes: Vec<u8>,
    pub laptop: String,
}

impl Taken {
    fn of(change: &Change) -> Self {
        Self { bytes: change.raw_bytes().to_vec(), laptop: laptop_id(change.actor_id()) }
    }
}

/// A document that is open.
pub(super) struct Document {
    doc: AutoCommit,
}

impl Document {
    /// A document with nothing in it; `actor` names who writes from now on, and must never have written before.
    pub fn new(actor: &[u8]) -> Self {
        Self { doc: AutoCommit::new().with_actor(ActorId::from(actor)) }
    }

    /// A document from its bytes and the changes made since, in the order in which they came.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn load(bytes: &[u8], changes: &[Vec<u8>], actor: &[u8]) -> Result<Self> {
        let mut doc = AutoCommit::load(bytes).map_err(damaged)?;
        for change in changes {
            let change = Change::from_bytes(change.clone()).map_err(damaged)?;
            doc.apply_changes([change]).map_err(damaged)?;
        }
        doc.set_actor(ActorId::from(actor));
        Ok(Self { doc })
    }

    /// The whole document.
    pub fn save(&mut self) -> Vec<u8> {
        self.doc.save()
    }

    /// Ends a change; its bytes, unless nothing was written.
    pub fn commit(&mut self, now: Millis) -> Option<Vec<u8>> {
        let options = CommitOptions::default().with_time(now.0 / 1000);
        self.doc.commit_with(options)?;
        self.doc.get_last_local_change().map(|change| change.raw_bytes().to_vec())
    }

    /// Takes the changes of another document that this one does not have.
    ///
    /// One by one, in causal order: many at once take memory without end (Automerge 0.12).
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn take(&mut self, other: &mut Self) -> Result<Vec<Taken>> {
        let mut changes = self.doc.get_changes_added(&mut other.doc);
        changes.sort_by_key(|change| (change.start_op(), change.hash()));
        let mut taken = Vec::with_capacity(changes.len());
        for change in changes {
            taken.push(Taken::of(&change));
            self.doc.apply_changes([change]).map_err(damaged)?;
        }
        Ok(taken)
    }

    /// All changes of the document, as if they had been taken.
    pub fn take_all(&mut self) -> Vec<Taken> {
        self.doc.get_changes(&[]).iter().map(Taken::of).collect()
    }

    /// What the document has seen; equal for equal documents.
    pub fn heads(&mut self) -> Vec<String> {
        self.doc.get_heads().iter().map(ToString::to_string).collect()
    }

    /// A text at the root, of what the document says of itself.
    pub fn note(&self, key: &str) -> Option<String> {
        let (value, _) = self.doc.get(ROOT, key).ok()??;
        value.as_str().map(str::to_owned)
    }

    /// Sets a text at the root.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn set_note(&mut self, key: &str, text: &str) -> Result<()> {
        if self.note(key).as_deref() == Some(text) {
            return Ok(());
        }
        self.doc.put(ROOT, key, text).map_err(damaged)
    }

    /// Sets a number at the root, unless a higher one stands there.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn raise_note(&mut self, key: &str, number: u32) -> Result<()> {
        let stands = self.note(key).and_then(|text| text.parse().ok()).unwrap_or(0);
        if number > stands { self.set_note(key, &number.to_string()) } else { Ok(()) }
    }

    /// The texts at the root whose key begins so, by the rest of the key.
    pub fn notes(&self, prefix: &str) -> BTreeMap<String, String> {
        let text = |item: automerge::iter::MapRangeItem<'_>| {
            let key = item.key.strip_prefix(prefix)?.to_owned();
            let ValueRef::Scalar(value) = item.value else { return None };
            json(&value).as_str().map(|text| (key, text.to_owned()))
        };
        self.doc
            .map_range(ROOT, prefix.to_owned()..)
            .take_while(|item| item.key.starts_with(prefix))
            .filter_map(text)
            .collect()
    }

    /// Writes what a commit made of a row. `gone`: the rows that the same commit deleted.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn put(
        &mut self,
        table: &Table,
        id: &str,
        (before, after): (Option<&Fields>, &Fields),
        gone: &HashSet<(String, String)>,
        now: Millis,
    ) -> Result<()> {
        let (row, is_new) = self.row(table, id)?;
        for column in &table.columns {
            let name = column.name.as_str();
            let value = after.get(name).unwrap_or(&Value::Null);
            if before.is_some_and(|before| before.get(name).unwrap_or(&Value::Null) == value) {
                continue;
            }
            // What the deletion of another row cleared comes back with it: it is only noted who knew.
            if let (Some(reference), Some(was)) = (&column.reference, before.and_then(|before| before.get(name)))
                && reference.without == Without::Cleared
                && value.is_null()
                && was.as_str().is_some_and(|was| gone.contains(&(reference.to.clone(), was.to_owned())))
            {
                self.doc.put(&row, format!("{name}{LEFT}"), scalar(was)).map_err(damaged)?;
                continue;
            }
            self.set(&row, column, value, is_new, before.is_none())?;
        }
        if table.name == "contract" {
            self.name_words(&row, before, after)?;
        }
        self.revive(&row, now)
    }

    /// Whether a row was ever there.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn has(&self, table: &str, id: &str) -> Result<bool> {
        Ok(self.find(table, id)?.is_some())
    }

    /// Writes that a row was deleted.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn remove(&mut self, table: &str, id: &str, now: Millis) -> Result<()> {
        let Some(row) = self.find(table, id)? else { return Ok(()) };
        self.doc.delete(&row, LIVE).map_err(damaged)?;
        self.doc.put(&row, GONE, now.0).map_err(damaged)
    }

    /// Writes a value again although it stands already: it is what somebody chose among several.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn settle(&mut self, table: &Table, id: &str, column: &str, value: &Value, now: Millis) -> Result<()> {
        let (Some(row), Some(column)) = (self.find(table.name, id)?, table.column(column)) else { return Ok(()) };
        if column.meeting == Meeting::Whole {
            self.doc.delete(&row, column.name.as_str()).map_err(damaged)?;
        }
        self.set(&row, column, value, true, false)?;
        if column.reference.is_some() {
            self.doc.put(&row, format!("{}{LEFT}", column.name), ScalarValue::Null).map_err(damaged)?;
        }
        self.revive(&row, now)
    }

    /// Writes that a row is to stay, whoever deleted it.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn keep(&mut self, table: &str, id: &str, now: Millis) -> Result<()> {
        self.find(table, id)?.map_or(Ok(()), |row| self.revive(&row, now))
    }

    /// Every row that was ever there.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn entries(&self, shape: &Shape) -> Result<BTreeMap<Key, Entry>> {
        let mut entries = BTreeMap::new();
        for item in self.doc.map_range(ROOT, ..) {
            let Some((table, id)) = item.key.split_once('/') else { continue };
            let (Some(table), ValueRef::Object(ObjType::Map)) = (shape.table(table), &item.value) else { continue };
            entries.insert((table.name, id.to_owned()), self.entry(table, &item.id())?);
        }
        Ok(entries)
    }

    /// Whether a text in it is one of those: of a row that is there or was, of an agreement, the name of a laptop.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn has_text(&self, shape: &Shape, is_meant: impl Fn(&str) -> bool) -> Result<bool> {
        if self.notes("").values().any(|note| is_meant(note)) {
            return Ok(true);
        }
        for ((table, id), entry) in self.entries(shape)? {
            let texts = entry.fields.values().chain(entry.words.values());
            if texts.filter_map(Value::as_str).any(&is_meant) {
                return Ok(true);
            }
            for column in &entry.disputed {
                if self.claims(table, &id, column)?.iter().filter_map(|claim| claim.value.as_str()).any(&is_meant) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The values of a column, the one that is shown first.
    pub fn claims(&self, table: &str, id: &str, column: &str) -> Result<Vec<Claim>> {
        let Some(row) = self.find(table, id)? else { return Ok(Vec::new()) };
        let shown = self.doc.get(&row, column).map_err(damaged)?.map(|(_, id)| id);
        let mut claims: Vec<Claim> = Vec::new();
        let mut all = self.doc.get_all(&row, column).map_err(damaged)?;
        all.reverse();
        for (value, id) in all {
            let value = self.read(&value, &id)?;
            // The same, written twice, is no dispute.
            if claims.iter().all(|claim| claim.value != value) {
                let is_shown = Some(&id) == shown.as_ref();
                claims.push(Claim { value, laptop: laptop_of(&id), at: self.written_at(&id), is_shown });
            }
        }
        claims.sort_by_key(|claim| !claim.is_shown);
        Ok(claims)
    }

    /// Who wrote the last change of a row, and when.
    pub fn last_change(&self, table: &str, id: &str) -> Result<Option<(String, Millis)>> {
        let Some(row) = self.find(table, id)? else { return Ok(None) };
        let found = self.doc.get(&row, LIVE).map_err(damaged)?.or(self.doc.get(&row, GONE).map_err(damaged)?);
        Ok(found.map(|(value, id)| (laptop_of(&id), Millis(value.as_i64().unwrap_or_default()))))
    }

    fn entry(&self, table: &Table, row: &ObjId) -> Result<Entry> {
        let mut entry = Entry::default();
        for column in &table.columns {
            entry.fields.insert(column.name.clone(), column.default.clone());
        }
        for item in self.doc.map_range(row, ..) {
            let value = match &item.value {
                ValueRef::Scalar(value) => json(value),
                ValueRef::Object(_) => Value::from(self.doc.text(item.id()).map_err(damaged)?),
            };
            match item.key.as_ref() {
                LIVE => entry.is_live = true,
                GONE => entry.is_gone = !value.is_null(),
                key => {
                    if let Some(column) = key.strip_suffix(WORDS) {
                        entry.words.insert(column.to_owned(), value);
                    } else if let Some(column) = key.strip_suffix(LEFT) {
                        entry.left.insert(column.to_owned(), value);
                    } else if table.column(key).is_some() {
                        if item.conflict {
                            entry.disputed.push(key.to_owned());
                        }
                        entry.fields.insert(key.to_owned(), value);
                    }
                }
            }
        }
        Ok(entry)
    }

    fn read(&self, value: &Held<'_>, id: &ObjId) -> Result<Value> {
        Ok(match value {
            Held::Object(_) => Value::from(self.doc.text(id).map_err(damaged)?),
            Held::Scalar(value) => json_of(value),
        })
    }

    fn find(&self, table: &str, id: &str) -> Result<Option<ObjId>> {
        let found = self.doc.get(ROOT, format!("{table}/{id}")).map_err(damaged)?;
        Ok(found.filter(|(value, _)| value.is_object()).map(|(_, row)| row))
    }

    /// The map of a row, made when there is none; whether it is new.
    fn row(&mut self, table: &Table, id: &str) -> Result<(ObjId, bool)> {
        if let Some(row) = self.find(table.name, id)? {
            return Ok((row, false));
        }
        let row = self.doc.put_object(ROOT, format!("{}/{id}", table.name), ObjType::Map).map_err(damaged)?;
        for column in table.columns.iter().filter(|column| column.meeting == Meeting::Woven) {
            self.doc.put_object(&row, column.name.as_str(), ObjType::Text).map_err(damaged)?;
        }
        Ok((row, true))
    }

    /// Writes a value as its column meets others. `is_back`: the row comes back, and most of it stands already.
    fn set(&mut self, row: &ObjId, column: &Column, value: &Value, is_new: bool, is_back: bool) -> Result<()> {
        let name = column.name.as_str();
        if is_new && value == &column.default && column.meeting == Meeting::Whole && is_back {
            return Ok(());
        }
        let held = self.doc.get(row, name).map_err(damaged)?;
        match (column.meeting, held) {
            (Meeting::Woven, Some((Held::Object(ObjType::Text), text))) => {
                self.doc.update_text(&text, value.as_str().unwrap_or_default()).map_err(damaged)
            }
            (Meeting::Sum, held) => {
                let wanted = value.as_i64().unwrap_or_default();
                match held.and_then(|(held, _)| held.as_scalar().and_then(counted)) {
                    Some(sum) if sum == wanted => Ok(()),
                    Some(sum) => self.doc.increment(row, name, wanted.saturating_sub(sum)).map_err(damaged),
                    None => self.doc.put(row, name, ScalarValue::counter(wanted)).map_err(damaged),
                }
            }
            (_, Some((Held::Scalar(held), _))) if is_back && json_of(&held) == *value => Ok(()),
            _ => self.doc.put(row, name, scalar(value)).map_err(damaged),
        }
    }

    /// Keeps the words with the agreement to them.
    fn name_words(&mut self, row: &ObjId, before: Option<&Fields>, after: &Fields) -> Result<()> {
        let is_same = |name: &&str| before.is_some_and(|before| before.get(*name) == after.get(*name));
        for agreement in AGREEMENTS.iter().filter(|name| after.get(**name).is_some_and(|date| !date.is_null())) {
            if !(is_same(agreement) && is_same(&"need") && is_same(&"offer")) {
                let words = words(after);
                self.doc.put(row, format!("{agreement}{WORDS}"), words).map_err(damaged)?;
            }
        }
        Ok(())
    }

    fn revive(&mut self, row: &ObjId, now: Millis) -> Result<()> {
        // An equal stamp would not be written, and would not outlive a deletion.
        let last = self.doc.get(row, LIVE).map_err(damaged)?.and_then(|(value, _)| value.as_i64());
        let stamp = if last == Some(now.0) { now.0 + 1 } else { now.0 };
        self.doc.put(row, LIVE, stamp).map_err(damaged)?;
        if self.doc.get(row, GONE).map_err(damaged)?.is_some() {
            self.doc.delete(row, GONE).map_err(damaged)?;
        }
        Ok(())
    }

    /// When the change was made that wrote something; its laptop's clock said so.
    fn written_at(&self, id: &ObjId) -> Millis {
        let hash = self.doc.hash_for_opid(id);
        let change = hash.and_then(|hash| self.doc.get_change_by_hash(&hash));
        Millis(change.map_or(0, |change| change.timestamp().saturating_mul(1000)))
    }
}

/// The words of a contract, both sides.
pub(super) fn words(contract: &Fields) -> String {
    let side = |name: &str| contract.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    format!("{}{BETWEEN}{}", side("need"), side("offer"))
}

/// The laptop that wrote something.
fn laptop_of(id: &ObjId) -> String {
    match id {
        ObjId::Id(_, actor, _) => laptop_id(actor),
        ObjId::Root => String::new(),
    }
}

/// The id of a laptop begins every name under which it writes.
fn laptop_id(actor: &ActorId) -> String {
    let id: Option<[u8; 16]> = actor.to_bytes().get(..16).and_then(|bytes| bytes.try_into().ok());
    id.map(|bytes| uuid::Uuid::from_bytes(bytes).to_string()).unwrap_or_default()
}

fn scalar(value: &Value) -> ScalarValue {
    match value {
        Value::Null => ScalarValue::Null,
        Value::Bool(flag) => ScalarValue::Boolean(*flag),
        Value::Number(number) => {
            number.as_i64().map_or_else(|| ScalarValue::F64(number.as_f64().unwrap_or_default()), ScalarValue::Int)
        }
        Value::String(text) => ScalarValue::Str(text.as_str().into()),
        other => ScalarValue::Str(other.to_string().into()),
    }
}

fn counted(value: &ScalarValue) -> Option<i64> {
    matches!(value, ScalarValue::Counter(_)).then(|| value.as_i64()).flatten()
}

fn json_of(value: &ScalarValue) -> Value {
    match value {
        ScalarValue::Str(text) => Value::from(text.as_str()),
        ScalarValue::Boolean(flag) => Value::Bool(*flag),
        ScalarValue::F64(number) => Value::from(*number),
        other => other.as_i64().map_or(Value::Null, Value::from),
    }
}

fn json(value: &automerge::ScalarValueRef<'_>) -> Value {
    use automerge::ScalarValueRef as Ref;
    match value {
        Ref::Str(text) => Value::from(text.as_ref()),
        Ref::Boolean(flag) => Value::Bool(*flag),
        Ref::F64(number) => Value::from(*number),
        Ref::Int(number) | Ref::Counter(number) | Ref::Timestamp(number) => Value::from(*number),
        Ref::Uint(number) => Value::from(*number),
        Ref::Bytes(_) | Ref::Unknown { .. } | Ref::Null => Value::Null,
    }
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::Damaged(error.to_string())
}
