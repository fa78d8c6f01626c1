//! Changing what is said of a workshop.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{BoardColumns, Language, Shelf, Workshop, WorkshopId};
use crate::{Committed, Day, Library, Operation, Result, clean_line, clean_text, clean_title};

/// One field of a workshop with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum WorkshopEdit {
    Title(String),
    Language(Language),
    Organisation(String),
    Purpose(String),
    Place(String),
    HeldOn(Option<Day>),
    BoardColumns(BoardColumns),
}

impl Library {
    /// Renames a workshop from Home: undone from Home.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; as for the title.
    pub fn workshop_rename(&mut self, id: &WorkshopId, title: &str) -> Result<Committed<()>> {
        let title = clean_title("title", title)?;
        let operation = Operation::on_library("workshop-rename").coalescing(format!("workshop-rename:{id}"));
        self.commit(operation, |tx| {
            let mut workshop: Workshop = tx.get(id)?;
            tx.name("title", &title);
            workshop.title = title;
            tx.update(&workshop)
        })
    }

    /// Pins a workshop on Home, puts it away, or back into the list: undone from Home.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`].
    pub fn workshop_shelve(&mut self, id: &WorkshopId, shelf: Shelf) -> Result<Committed<()>> {
        let operation = match shelf {
            Shelf::Usual => Operation::on_library("workshop-unshelve"),
            Shelf::Pinned => Operation::on_library("workshop-pin"),
            Shelf::Archived => Operation::on_library("workshop-archive"),
        };
        self.commit(operation, |tx| {
            let mut workshop: Workshop = tx.get(id)?;
            tx.name("title", &workshop.title);
            workshop.shelf = shelf;
            tx.update(&workshop)
        })
    }

    /// Changes one field of the open workshop.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`]; [`crate::Error::Invalid`] and [`crate::Error::TooLong`] for texts.
    pub fn workshop_edit(&mut self, id: &WorkshopId, edit: WorkshopEdit) -> Result<Committed<()>> {
        let (field, operation) = match &edit {
            WorkshopEdit::Title(_) => ("title", "workshop-edit"),
            WorkshopEdit::Language(_) => ("language", "workshop-edit"),
            WorkshopEdit::Organisation(_) => ("organisation", "workshop-edit"),
            WorkshopEdit::Purpose(_) => ("purpose", "workshop-edit"),
            WorkshopEdit::Place(_) => ("place", "workshop-edit"),
            WorkshopEdit::HeldOn(_) => ("held_on", "workshop-edit"),
            WorkshopEdit::BoardColumns(_) => ("board_columns", "workshop-columns"),
        };
        let operation = Operation::new(id, operation).coalescing(format!("workshop-edit:{id}:{field}"));
        self.commit(operation, |tx| {
            let mut workshop: Workshop = tx.get(id)?;
            match edit {
                WorkshopEdit::Title(title) => workshop.title = clean_title("title", &title)?,
                WorkshopEdit::Language(language) => workshop.language = language,
                WorkshopEdit::Organisation(text) => workshop.organisation = clean_line("organisation", &text)?,
                WorkshopEdit::Purpose(text) => workshop.purpose = clean_text("purpose", &text)?,
                WorkshopEdit::Place(text) => workshop.place = clean_line("place", &text)?,
                WorkshopEdit::HeldOn(day) => workshop.held_on = day,
                WorkshopEdit::BoardColumns(columns) => workshop.board_columns = columns,
            }
            tx.update(&workshop)
        })
    }
}
