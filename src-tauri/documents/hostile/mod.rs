//! Files that are damaged, foreign or mean harm, places that cannot be written, and other programs as judges.
#![allow(clippy::unwrap_used, clippy::panic)]

mod bad_input;
mod calendar;
mod mutations;
mod spreadsheet;
mod writing;

use std::io::{Cursor, Write};

use couloir_core::workshop::{Language, NewWorkshop, WorkshopId};
use couloir_core::{Contents, Library, Millis};
use couloir_messages::Language as Spoken;
use zip::write::SimpleFileOptions;

use crate::Error;
use crate::import::{Import, read};
use crate::table::fixture::everything;

/// The sentence that the user reads.
type Refusal = String;

/// A library with an open workshop that bad input must leave as it is.
struct Bench {
    library: Library,
    id: WorkshopId,
    before: Contents,
    revision: u32,
}

impl Bench {
    fn new() -> Self {
        let mut library = Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).unwrap();
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let id = library.workshop_from_archive(everything(), &new, |_, _| Ok(())).unwrap().value;
        let (before, revision) = (library.contents(&id).unwrap(), library.revision());
        Self { library, id, before, revision }
    }

    /// Reads a file for the open workshop and takes it over when it can be read.
    fn take(&mut self, bytes: &[u8], name: &str) -> Result<Import, Refusal> {
        let sentence = |error: Error| error.message(Spoken::French);
        let found = read(bytes, name, Some(&self.before)).map_err(sentence)?;
        match self.library.workshop_import(&self.id, found.archive()) {
            Ok(_) => Ok(found),
            Err(error) => {
                self.is_unchanged();
                Err(error.to_string())
            }
        }
    }

    /// The file is refused with this French sentence, and nothing has changed.
    fn refuses(&mut self, bytes: &[u8], name: &str, sentence: &str) {
        let refusal = self.take(bytes, name).map(|_| ());
        assert_eq!(refusal, Err(sentence.replace(" ;", "\u{202f};").replace(" :", "\u{a0}:")), "{name}");
        self.is_unchanged();
    }

    fn is_unchanged(&self) {
        assert_eq!(self.library.revision(), self.revision);
        assert!(self.library.contents(&self.id).unwrap() == self.before, "the workshop has changed");
    }

    /// After a good file: one step back, and everything is as before.
    fn undo(&mut self) {
        // A file that has nothing new makes no step.
        if self.library.contents(&self.id).unwrap() != self.before {
            self.library.undo(Some(&self.id)).unwrap();
        }
        assert!(self.library.contents(&self.id).unwrap() == self.before, "undo left something");
        self.revision = self.library.revision();
    }
}

/// A zip of these files.
fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
