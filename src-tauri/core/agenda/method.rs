//! Blocks saved as methods, for any meeting of any workshop.

use serde_json::{Map, Value};

use super::item::place;
use super::{AgendaItem, AgendaItemId, Method, MethodId, Progress, keep, restore};
use crate::meeting::{Meeting, MeetingId, ensure_open_to_change};
use crate::workshop::WorkshopId;
use crate::{Committed, Library, Millis, Operation, Result, clean_title, store};

/// What belongs to one workshop, and so to no method.
const OF_WORKSHOP: &[&str] = &["presenter_role_id", "presenter_person_id"];

impl Library {
    /// The saved methods, by title.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn methods(&self) -> Result<Vec<Method>> {
        let mut methods: Vec<Method> = store::all(&self.conn)?;
        methods.sort_by(|a, b| a.title.to_lowercase().cmp(&b.title.to_lowercase()).then(a.id.0.cmp(&b.id.0)));
        Ok(methods)
    }

    /// Saves a block as a method, with its words and lengths, without who leads it and when.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn method_save(&mut self, workshop_id: &WorkshopId, item_id: &AgendaItemId) -> Result<Committed<MethodId>> {
        self.commit(Operation::new(workshop_id, "method-save").writing_library(), |tx| {
            let item: AgendaItem = tx.get(item_id)?;
            tx.name("title", &item.title);
            let mut kept = keep(&item)?;
            kept.retain(|name, _| !OF_WORKSHOP.contains(&name.as_str()));
            let method = Method {
                id: MethodId(tx.new_id()),
                title: item.title,
                item: serde_json::to_string(&kept)?,
                created_at: tx.now(),
            };
            tx.insert(&method)?;
            Ok(method.id)
        })
    }

    /// Puts a saved method into a meeting as a block, before another (none: last).
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; [`crate::Rule::Closed`]; [`crate::Error::Json`] for a method that is damaged.
    pub fn method_insert(
        &mut self,
        workshop_id: &WorkshopId,
        meeting_id: &MeetingId,
        id: &MethodId,
        before: Option<&AgendaItemId>,
    ) -> Result<Committed<AgendaItemId>> {
        self.commit(Operation::new(workshop_id, "method-insert"), |tx| {
            let method: Method = tx.get(id)?;
            let meeting: Meeting = tx.get(meeting_id)?;
            ensure_open_to_change(&meeting)?;
            tx.name("title", &method.title);
            let blank = AgendaItem {
                position: place(tx, &meeting, None, before)?,
                ..AgendaItem::planned(AgendaItemId(tx.new_id()), &meeting, method.title, 0, tx.now())
            };
            let mut kept: Map<String, Value> = serde_json::from_str(&method.item)?;
            kept.retain(|name, _| !OF_WORKSHOP.contains(&name.as_str()));
            let item = restore(&blank, kept)?;
            tx.insert(&item)?;
            Ok(item.id)
        })
    }

    /// Deletes a saved method; blocks made of it stay.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn method_delete(&mut self, workshop_id: &WorkshopId, id: &MethodId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "method-delete").writing_library(), |tx| {
            let method: Method = tx.get(id)?;
            tx.name("title", &method.title);
            tx.delete::<Method>(id)
        })
    }

    /// Renames a saved method.
    ///
    /// # Errors
    /// For the title; [`crate::Error::NotFound`].
    pub fn method_rename(&mut self, workshop_id: &WorkshopId, id: &MethodId, title: &str) -> Result<Committed<()>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "method-rename").writing_library(), |tx| {
            let method: Method = tx.get(id)?;
            tx.name("title", &title);
            tx.update(&Method { title, ..method })
        })
    }

    /// Divides a block in two of half its length each, to the full minute; the second follows the first.
    ///
    /// # Errors
    /// [`crate::Rule::OutOfRange`] under two minutes; [`crate::Rule::WrongMoment`] for a block that has begun;
    /// [`crate::Rule::Closed`].
    pub fn agenda_item_split(
        &mut self,
        workshop_id: &WorkshopId,
        id: &AgendaItemId,
    ) -> Result<Committed<AgendaItemId>> {
        self.commit(Operation::new(workshop_id, "agenda-item-split"), |tx| {
            let item: AgendaItem = tx.get(id)?;
            let meeting: Meeting = tx.get(&item.meeting_id)?;
            ensure_open_to_change(&meeting)?;
            tx.name("title", &item.title);
            if item.progress != Progress::Planned {
                return Err(crate::Error::invalid("item", crate::Rule::WrongMoment));
            }
            if item.seconds < 120 {
                return Err(crate::Error::invalid("minutes", crate::Rule::OutOfRange));
            }
            // The first half gets the odd minute.
            let first = (item.seconds + 60) / 120 * 60;
            let items: Vec<AgendaItem> = tx.list(workshop_id)?;
            let mut siblings = items.iter().filter(|other| other.meeting_id == item.meeting_id);
            let next = siblings.by_ref().skip_while(|other| other.id != *id).nth(1).map(|other| other.id.clone());
            let second = AgendaItem {
                id: AgendaItemId(tx.new_id()),
                position: place(tx, &meeting, None, next.as_ref())?,
                section: String::new(),
                seconds: item.seconds - first,
                least_seconds: (item.least_seconds / 2).min(item.seconds - first),
                locked_minute: None,
                spent_ms: Millis(0),
                created_at: tx.now(),
                ..item.clone()
            };
            tx.insert(&second)?;
            tx.update(&AgendaItem { seconds: first, least_seconds: (item.least_seconds / 2).min(first), ..item })?;
            Ok(second.id)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::agenda::ItemEdit;
    use crate::testing::{NOW, contents, workshop};
    use crate::{Error, Rule};

    #[test]
    fn a_block_becomes_a_method_and_a_block_again() {
        let (mut library, w) = workshop();
        let role = contents(&library, &w).roles[0].id.clone();
        let m = library.meeting_add(&w, "Point", NOW, 60).unwrap().value;
        let item = library.agenda_item_add(&w, &m, "Tour silencieux", 1200, None).unwrap().value;
        for edit in [
            ItemEdit::Method("Chacun écrit".to_owned()),
            ItemEdit::PresenterRole(Some(role)),
            ItemEdit::LockedMinute(Some(600)),
            ItemEdit::LeastSeconds(600),
        ] {
            library.agenda_item_edit(&w, &item, edit).unwrap();
        }
        let method = library.method_save(&w, &item).unwrap().value;
        library.method_rename(&w, &method, "Silence").unwrap();
        let other = library.meeting_add(&w, "Autre", NOW, 60).unwrap().value;
        let made = library.method_insert(&w, &other, &method, None).unwrap().value;
        let now = contents(&library, &w);
        let made = now.agenda_items.iter().find(|one| one.id == made).unwrap();
        assert_eq!(
            (made.title.as_str(), made.method.as_str(), made.seconds),
            ("Tour silencieux", "Chacun écrit", 1200)
        );
        assert_eq!((&made.presenter_role_id, made.locked_minute, &made.meeting_id), (&None, None, &other));
        library.method_delete(&w, &method).unwrap();
        assert!(library.methods().unwrap().is_empty());
        library.undo(Some(&w)).unwrap();
        assert_eq!(library.methods().unwrap()[0].title, "Silence");
    }

    #[test]
    fn a_block_is_divided_to_the_minute_and_keeps_its_length() {
        let (mut library, w) = workshop();
        let m = library.meeting_add(&w, "Point", NOW, 60).unwrap().value;
        let item = library.agenda_item_add(&w, &m, "Contrats", 35 * 60, None).unwrap().value;
        library.agenda_item_add(&w, &m, "Suite", 600, None).unwrap();
        library.agenda_item_split(&w, &item).unwrap();
        let lengths = |library: &Library| -> Vec<i32> {
            contents(library, &w).agenda_items.iter().map(|item| item.seconds / 60).collect()
        };
        assert_eq!(lengths(&library), [18, 17, 10]);
        library.undo(Some(&w)).unwrap();
        assert_eq!(lengths(&library), [35, 10]);
        let short = library.agenda_item_add(&w, &m, "Borne", 60, None).unwrap().value;
        let refused = library.agenda_item_split(&w, &short).unwrap_err();
        assert!(matches!(refused, Error::Invalid { rule: Rule::OutOfRange, .. }));
    }
}
