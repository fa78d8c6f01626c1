//! Putting an end to a conflict, for everybody: an ordinary edit, and what the document must be told besides.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use specta::Type;

use super::document::{Document, Fields};
use super::shape::Shape;
use super::{ClashKind, Conflict, conflict};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Millis, Operation, Result, Rule, TABLES};

/// What is done about a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Settlement {
    /// What is shown stays so.
    Keep,
    /// Another of the values, as it is stored.
    Take { raw: String },
    /// What is shown stays, and the other texts go into the notes.
    KeepBoth,
    /// What was deleted comes back, and with it what waited for it.
    BringBack,
    /// The row is deleted for good.
    Delete,
}

/// What the document of a workshop is to be told that no row shows.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    pub workshop_id: WorkshopId,
    table: &'static str,
    row_id: String,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    /// This value was chosen, whatever stood beside it.
    Value(String, Value),
    /// The row stays.
    Stays,
    /// The row goes, though nobody sees it.
    Goes,
}

impl Settled {
    /// Writes it.
    pub(super) fn write(&self, document: &mut Document, shape: &Shape, now: Millis) -> Result<()> {
        match &self.what {
            What::Value(column, value) => {
                shape.table(self.table).map_or(Ok(()), |table| document.settle(table, &self.row_id, column, value, now))
            }
            What::Stays => document.keep(self.table, &self.row_id, now),
            What::Goes => document.remove(self.table, &self.row_id, now),
        }
    }
}

impl Library {
    /// Puts an end to a conflict.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it is no more; [`Rule::NotInThisState`] for what cannot be done about it.
    pub fn conflict_settle(
        &mut self,
        id: &WorkshopId,
        conflict: &Conflict,
        settlement: &Settlement,
    ) -> Result<Committed<()>> {
        let is_same = |one: &&Conflict| {
            (one.kind, &one.table, &one.row_id, &one.column)
                == (conflict.kind, &conflict.table, &conflict.row_id, &conflict.column)
        };
        let all = self.conflicts(id)?;
        let gone = || Error::NotFound { kind: "conflict", id: conflict.row_id.clone() };
        let present = all.iter().find(is_same).ok_or_else(gone)?.clone();
        let table = *TABLES.iter().find(|name| **name == present.table).ok_or_else(gone)?;
        let plan = self.plan(id, table, &present, settlement)?;
        self.commit(Operation::new(id, "conflict-settle"), |tx| {
            tx.name("title", &present.title);
            for (table, row_id, column, value) in &plan.edits {
                tx.set_column(table, row_id, column, value)?;
            }
            if let Some((table, row)) = &plan.back {
                tx.insert_object(table, row)?;
            }
            if plan.is_deleted {
                tx.delete_row(table, &present.row_id)?;
            }
            for (table, row_id, what) in plan.told {
                tx.settle(Settled { workshop_id: id.clone(), table, row_id, what });
            }
            Ok(())
        })
    }

    fn plan(&self, id: &WorkshopId, table: &'static str, conflict: &Conflict, settlement: &Settlement) -> Result<Plan> {
        let mut plan = Plan::default();
        let row = conflict.row_id.clone();
        let column = conflict.column.clone().unwrap_or_default();
        match (conflict.kind, settlement) {
            (ClashKind::Cell, Settlement::Keep | Settlement::KeepBoth) => {
                let shown = conflict.values.first().map(|value| parsed(&value.raw)).unwrap_or_default();
                if *settlement == Settlement::KeepBoth {
                    plan.edits.push(self.noted(table, conflict)?);
                }
                plan.told.push((table, row, What::Value(column, shown)));
            }
            (ClashKind::Cell, Settlement::Take { raw }) => {
                let chosen = conflict.values.iter().find(|value| value.raw == *raw);
                let value = parsed(&chosen.ok_or_else(unable)?.raw);
                plan.edits.push((table, row.clone(), column.clone(), value.clone()));
                plan.told.push((table, row, What::Value(column, value)));
            }
            (ClashKind::DeletedAndEdited, Settlement::Keep) => plan.told.push((table, row, What::Stays)),
            (ClashKind::DeletedAndEdited, Settlement::Delete) => plan.is_deleted = true,
            (ClashKind::Orphan | ClashKind::Emptied, Settlement::Delete) | (ClashKind::Twice, Settlement::Keep)
                if conflict.column.is_none() || conflict.kind != ClashKind::Twice =>
            {
                plan.told.push((table, row, What::Goes));
            }
            (ClashKind::Orphan | ClashKind::Dangling, Settlement::BringBack) => {
                plan.back = Some(self.missing(id, table, conflict)?);
            }
            (ClashKind::Dangling | ClashKind::Unagreed, Settlement::Keep) => {
                plan.told.push((table, row, What::Value(column, Value::Null)));
            }
            (ClashKind::Twice, Settlement::Keep) => {
                let shown = conflict.values.first().map(|value| parsed(&value.raw)).unwrap_or_default();
                plan.told.push((table, row, What::Value(column, shown)));
            }
            (ClashKind::Twice, Settlement::Take { raw }) if table == "involvement" => {
                let chosen = conflict.values.iter().find(|value| value.raw == *raw).ok_or_else(unable)?;
                let shown = self.twin(id, &row)?;
                plan.edits.push((table, shown, "part".to_owned(), parsed(&chosen.raw)));
                plan.told.push((table, row, What::Goes));
            }
            _ => return Err(unable()),
        }
        Ok(plan)
    }

    /// The other texts, added to the notes of the row.
    fn noted(&self, table: &'static str, conflict: &Conflict) -> Result<Edit> {
        let notes = self.reading_shape(|shape| conflict::notes_of(shape, table, conflict.column.as_deref()))?;
        let notes = notes.filter(|_| conflict.can_keep_both).ok_or_else(unable)?;
        let sql = format!("SELECT {notes} FROM {table} WHERE id = ?1");
        let stands: String = self.conn.query_row(&sql, [&conflict.row_id], |row| row.get(0))?;
        let others = conflict.values.iter().filter(|value| !value.is_shown && !value.text.is_empty());
        // `detail` is one line.
        let between = if notes == "detail" { " / " } else { "\n" };
        let texts: Vec<&str> = std::iter::once(stands.as_str())
            .filter(|text| !text.is_empty())
            .chain(others.map(|value| value.text.as_str()))
            .collect();
        let text = texts.join(between);
        let text =
            if notes == "detail" { crate::clean_line("detail", &text)? } else { crate::clean_text("notes", &text)? };
        Ok((table, conflict.row_id.clone(), notes.to_owned(), text.into()))
    }

    /// The row that something waits for, as it was.
    fn missing(&self, id: &WorkshopId, table: &str, conflict: &Conflict) -> Result<(&'static str, Fields)> {
        let column = conflict.column.clone().unwrap_or_default();
        self.reading_replica(id, |document, shape| {
            let entries = document.entries(shape)?;
            let reference = shape.table(table).and_then(|table| table.column(&column)?.reference.clone());
            let to = reference.ok_or_else(unable)?.to;
            let name = *TABLES.iter().find(|name| **name == to).ok_or_else(unable)?;
            let own = TABLES.iter().find(|name| **name == table).ok_or_else(unable)?;
            let entry = entries.get(&(*own, conflict.row_id.clone())).ok_or_else(unable)?;
            let missing = entry.fields.get(&column).and_then(Value::as_str).ok_or_else(unable)?;
            let mut row = entries.get(&(name, missing.to_owned())).ok_or_else(unable)?.fields.clone();
            row.insert("id".to_owned(), missing.into());
            row.insert("workshop_id".to_owned(), id.as_str().into());
            Ok((name, row))
        })
    }

    /// The part that is shown in the place of another one.
    fn twin(&self, id: &WorkshopId, hidden: &str) -> Result<String> {
        self.reading_replica(id, |document, shape| {
            let entries = document.entries(shape)?;
            let place = |fields: &Fields| (fields.get("task_id").cloned(), fields.get("role_id").cloned());
            let wanted = entries.get(&("involvement", hidden.to_owned())).map(|entry| place(&entry.fields));
            let view = super::record::view_of(document, shape)?;
            let found = view
                .rows
                .iter()
                .find(|((table, _), fields)| *table == "involvement" && Some(place(fields)) == wanted)
                .map(|((_, id), _)| id.clone());
            found.ok_or_else(unable)
        })
    }

    fn reading_shape<T>(&self, read: impl FnOnce(&Shape) -> T) -> Result<T> {
        let shape = self.replicas.borrow_mut().shape(&self.conn)?;
        Ok(read(&shape))
    }
}

/// A column of a row and what it becomes.
type Edit = (&'static str, String, String, Value);

/// What a settlement comes to.
#[derive(Default)]
struct Plan {
    edits: Vec<Edit>,
    back: Option<(&'static str, Fields)>,
    is_deleted: bool,
    told: Vec<(&'static str, String, What)>,
}

fn unable() -> Error {
    Error::invalid("conflict", Rule::NotInThisState)
}

fn parsed(raw: &str) -> Value {
    serde_json::from_str(raw).unwrap_or_default()
}
