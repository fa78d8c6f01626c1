#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::store::backup::Cause;
use crate::testing::NOW;
use crate::workshop::{Language, NewWorkshop, Template};

const SECRET: &str = "Zwiebelfisch-Geheimnis";
const NAME: &str = "Quirinus Ostrowski";
const EMAIL: &str = "q.ostrowski@example.org";

fn open(folder: &Path) -> Library {
    Library::open(folder, Box::new(|| NOW)).unwrap()
}

fn example(library: &mut Library, title: &str) -> WorkshopId {
    let new = NewWorkshop { title: Some(title.to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
    library.workshop_from_template(Template::Ajo, &new).unwrap().value
}

/// Files below a folder in which the bytes stand.
fn holding(folder: &Path, bytes: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            found.extend(holding(&entry.path(), bytes));
        } else if fs::read(entry.path()).unwrap().windows(bytes.len()).any(|window| window == bytes.as_bytes()) {
            found.push(entry.path());
        }
    }
    found
}

#[test]
fn of_an_erased_workshop_no_byte_is_left() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    let mut library = open(&folder);
    let kept = example(&mut library, "Gardé");
    let gone = example(&mut library, SECRET);
    let task = library.contents(&gone).unwrap().tasks[0].id.clone();
    for round in 0..40 {
        let note = crate::task::TaskEdit::Notes(format!("{SECRET} {round}"));
        library.task_edit(&gone, &task, note).unwrap();
    }
    library.workshop_delete(&gone).unwrap();
    library.back_up(Cause::Manual).unwrap();
    drop(library);
    let mut library = open(&folder);
    for round in 0..30 {
        library.workshop_rename(&kept, &format!("Gardé {round}")).unwrap();
    }
    assert!(!holding(&folder, SECRET).is_empty(), "deleting alone keeps it for undo");

    let erased = library.erase_workshop(&gone, false).unwrap();
    assert_eq!(erased, Erased::default());
    assert_eq!(holding(&folder, SECRET), Vec::<PathBuf>::new());
    assert!(!holding(outer.path(), SECRET).is_empty(), "the copies were not chosen");
    assert!(matches!(library.erase_workshop(&gone, true), Err(Error::NotFound { .. })));
    // The rest lives on, its history too.
    library.undo(None).unwrap();
    assert_eq!(library.contents(&kept).unwrap().workshop.title, "Gardé", "renaming at one moment is one step");
    assert!(library.check_deep().unwrap().is_empty());
    drop(library);
    assert_eq!(holding(&folder, SECRET), Vec::<PathBuf>::new());
}

#[test]
fn the_copies_can_be_erased_too() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    let mut library = open(&folder);
    let kept = example(&mut library, "Gardé");
    let gone = example(&mut library, SECRET);
    library.back_up(Cause::Manual).unwrap();
    let erased = library.erase_workshop(&gone, true).unwrap();
    assert_eq!((erased.copies, erased.left.len()), (1, 0));
    assert_eq!(holding(outer.path(), SECRET), Vec::<PathBuf>::new());
    let copy = BackupPlace::of(&folder).find("latest").unwrap();
    library.restore(&copy.path).unwrap();
    assert!(library.contents(&kept).is_ok() && library.contents(&gone).is_err());
}

#[test]
fn of_an_erased_person_no_byte_is_left_and_undo_goes_on() {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    let mut library = open(&folder);
    let mut ids = Vec::new();
    for title in ["Un", "Deux"] {
        let w = example(&mut library, title);
        let id = library.person_add(&w, NAME).unwrap().value;
        library.person_edit(&w, &id, crate::person::PersonEdit::Email(EMAIL.to_owned())).unwrap();
        let task = library.contents(&w).unwrap().tasks[0].id.clone();
        let note = format!("Appeler {NAME}\n{EMAIL} ; pas {NAME}ka.");
        library.task_edit(&w, &task, crate::task::TaskEdit::Notes(note)).unwrap();
        ids.push((w, id));
    }
    library.back_up(Cause::Manual).unwrap();
    let erased = library.erase_person(&ids[0].1, true).unwrap();
    assert!(erased.left.is_empty() && erased.copies >= 1);
    assert_eq!(holding(outer.path(), EMAIL), Vec::<PathBuf>::new());
    for path in holding(outer.path(), NAME) {
        let bytes = fs::read(&path).unwrap();
        let alone = bytes.windows(NAME.len() + 2).filter(|window| window.starts_with(NAME.as_bytes()));
        assert!(alone.clone().all(|window| window.ends_with(b"ka")), "{}", path.display());
    }
    for (w, _) in &ids {
        let contents = library.contents(w).unwrap();
        assert!(contents.people.is_empty());
        assert_eq!(contents.tasks[0].notes, format!("Appeler —\n— ; pas {NAME}ka."));
        // Three steps back: the deletion, the note, the address.
        for _ in 0..3 {
            library.undo(Some(w)).unwrap();
        }
    }
    assert!(library.check_deep().unwrap().is_empty());
}
