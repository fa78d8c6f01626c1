//! New workshops: blank, from an archive or template, or as a copy.

use serde_json::{Map, Value};

use super::template::{begun, is_template};
use super::{BoardColumns, Language, Shelf, Template, Workshop, WorkshopId, archive};
use crate::agenda::{BuiltinAgenda, insert_builtin};
use crate::series::insert_series;
use crate::{Committed, Library, Operation, Result, Tx, clean_title};

/// Nine o'clock, in minutes after midnight.
const NINE: i32 = 9 * 60;

/// What a new workshop is given.
#[derive(Clone, Debug)]
pub struct NewWorkshop {
    /// Title; for a template `None` keeps the template's own.
    pub title: Option<String>,
    pub language: Language,
    /// IANA name of the zone in which its meetings are shown.
    pub time_zone: String,
}

impl Library {
    /// A workshop with nothing in it.
    ///
    /// # Errors
    /// [`crate::Error::Invalid`] or [`crate::Error::TooLong`] for the title.
    pub fn workshop_create(&mut self, new: &NewWorkshop) -> Result<Committed<WorkshopId>> {
        let title = clean_title("title", new.title.as_deref().unwrap_or_default())?;
        self.commit(Operation::on_library("workshop-create"), |tx| {
            tx.name("title", &title);
            let id = WorkshopId(tx.new_id());
            tx.insert(&Workshop {
                id: id.clone(),
                title,
                language: new.language,
                organisation: String::new(),
                purpose: String::new(),
                place: String::new(),
                held_on: None,
                time_zone: new.time_zone.clone(),
                is_template: false,
                board_columns: BoardColumns::Status,
                last_task_number: 0,
                roles_per_person: 2,
                tasks_per_person: 12,
                created_at: tx.now(),
                shelf: Shelf::Usual,
            })?;
            Ok(id)
        })
    }

    /// A workshop from an archive; that of a template begins one, in the weeks ahead. `then` adds what depends on the day,
    /// in the same step.
    ///
    /// # Errors
    /// As for the title and for reading the archive; nothing is added then.
    pub fn workshop_from_archive(
        &mut self,
        archive: Map<String, Value>,
        new: &NewWorkshop,
        then: impl FnOnce(&Tx<'_>, &Workshop) -> Result<()>,
    ) -> Result<Committed<WorkshopId>> {
        let title = new.title.as_deref().map(|title| clean_title("title", title)).transpose()?;
        let tomorrow = self.now().day_in(&new.time_zone).succ_opt().unwrap_or_default();
        let archive = if is_template(&archive) { begun(archive, tomorrow, &new.time_zone)? } else { archive };
        self.commit(Operation::on_library("workshop-create"), |tx| {
            let id = archive::insert(tx, archive, |workshop| {
                if let Some(title) = title {
                    workshop.insert("title".to_owned(), title.into());
                }
                workshop.insert("language".to_owned(), new.language.tag().into());
                workshop.insert("time_zone".to_owned(), new.time_zone.as_str().into());
                // Where it stands is each Home's own matter.
                workshop.remove("shelf");
                workshop.remove("is_template");
            })?;
            let workshop: Workshop = tx.get(&id)?;
            tx.name("title", &workshop.title);
            then(tx, &workshop)?;
            Ok(id)
        })
    }

    /// A workshop from a built-in example, with its half-day meeting tomorrow at nine and the
    /// weekly cross-functional meeting from a week later.
    ///
    /// # Errors
    /// As for the title.
    pub fn workshop_from_template(&mut self, template: Template, new: &NewWorkshop) -> Result<Committed<WorkshopId>> {
        self.workshop_from_archive(template.archive(new.language)?, new, |tx, workshop| {
            let tomorrow = tx.now().day_in(&workshop.time_zone).succ_opt().unwrap_or_default();
            insert_builtin(tx, workshop, BuiltinAgenda::HalfDay, tomorrow, NINE)?;
            let later = tomorrow.checked_add_days(chrono::Days::new(7)).unwrap_or(tomorrow);
            let regular = insert_builtin(tx, workshop, BuiltinAgenda::CrossFunctional, later, NINE)?;
            insert_series(tx, tx.get(&regular)?, "RRULE:FREQ=WEEKLY")?;
            Ok(())
        })
    }

    /// A copy of a workshop under another title, with everything in it.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; as for the title.
    pub fn workshop_duplicate(&mut self, id: &WorkshopId, title: &str) -> Result<Committed<WorkshopId>> {
        let title = clean_title("title", title)?;
        let mut archive = archive(&self.contents(id)?)?;
        // Moments of the journal mean nothing in the copy, which has a journal of its own.
        archive.remove("snapshots");
        self.commit(Operation::on_library("workshop-duplicate"), |tx| {
            tx.name("title", &title);
            archive::insert(tx, archive, |workshop| {
                workshop.insert("title".to_owned(), title.into());
                workshop.insert("created_at".to_owned(), tx.now().0.into());
                workshop.remove("shelf");
            })
        })
    }

    /// Deletes a workshop and everything in it; undone from Home.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn workshop_delete(&mut self, id: &WorkshopId) -> Result<Committed<()>> {
        self.commit(Operation::on_library("workshop-delete"), |tx| {
            let workshop: Workshop = tx.get(id)?;
            tx.name("title", &workshop.title);
            tx.delete::<Workshop>(id)
        })
    }
}
