#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::store::FILE_NAME;
use crate::store::backup::BackupContents;
use crate::testing::NOW;
use crate::workshop::{Language, NewWorkshop, Template};

fn folder() -> (tempfile::TempDir, PathBuf) {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    (outer, folder)
}

fn open(folder: &Path) -> Library {
    Library::open(folder, Box::new(|| NOW)).unwrap()
}

fn example(library: &mut Library, title: &str) -> WorkshopId {
    let new = NewWorkshop { title: Some(title.to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
    library.workshop_from_template(Template::Ajo, &new).unwrap().value
}

#[test]
fn a_whole_library_comes_back_and_that_can_be_taken_back() {
    let (_outer, folder) = folder();
    let mut library = open(&folder);
    library.set_settings(&[("theme", "dark")]).unwrap();
    let kept = example(&mut library, "Gardé");
    let before = library.contents(&kept).unwrap();
    let copy = library.back_up(Cause::Manual).unwrap().unwrap();

    library.set_settings(&[("theme", "light")]).unwrap();
    library.task_delete(&kept, std::slice::from_ref(&before.tasks[0].id)).unwrap();
    let new = example(&mut library, "Nouveau");
    let found = library.restore_difference(&copy.path).unwrap();
    let fates: Vec<_> = found.iter().map(|d| (d.title.as_str(), d.fate)).collect();
    assert_eq!(fates, [("Gardé", WorkshopFate::Changes), ("Nouveau", WorkshopFate::Goes)]);
    assert!(found[0].returning >= 1 && found[0].going == 0);

    let undo = library.restore(&copy.path).unwrap().unwrap();
    assert_eq!(library.contents(&kept).unwrap(), before);
    assert!(library.contents(&new).is_err());
    assert_eq!(library.setting("theme").unwrap().as_deref(), Some("light"), "preferences stay");
    // Writing, capturing and undoing go on.
    library.task_delete(&kept, std::slice::from_ref(&before.tasks[1].id)).unwrap();
    library.undo(Some(&kept)).unwrap();
    assert_eq!(library.contents(&kept).unwrap(), before);
    assert!(library.check().unwrap().is_empty());

    library.restore(&undo.path).unwrap();
    assert_eq!(library.contents(&kept).unwrap().tasks.len(), before.tasks.len() - 1);
    assert_eq!(library.contents(&new).unwrap().workshop.title, "Nouveau");
    drop(library);
    assert_eq!(open(&folder).workshops().unwrap().len(), 2, "and it is on disk");
}

#[test]
fn one_workshop_comes_back_as_one_step() {
    let (_outer, folder) = folder();
    let mut library = open(&folder);
    let id = example(&mut library, "Un");
    let other = example(&mut library, "Deux");
    let before = library.contents(&id).unwrap();
    let copy = library.back_up(Cause::Manual).unwrap().unwrap();
    library.task_delete(&id, std::slice::from_ref(&before.tasks[0].id)).unwrap();
    library.task_delete(&id, std::slice::from_ref(&before.tasks[1].id)).unwrap();
    let after = library.contents(&id).unwrap();
    let elsewhere = library.contents(&other).unwrap();

    library.restore_workshop(&copy.path, &id).unwrap();
    assert_eq!(library.contents(&id).unwrap(), before);
    assert_eq!(library.contents(&other).unwrap(), elsewhere);
    library.undo(Some(&id)).unwrap();
    assert_eq!(library.contents(&id).unwrap(), after);

    // A deleted one comes back too; that is undone from Home.
    library.workshop_delete(&id).unwrap();
    library.restore_workshop(&copy.path, &id).unwrap();
    assert_eq!(library.contents(&id).unwrap(), before);
    library.undo(None).unwrap();
    assert!(library.contents(&id).is_err());
    let none = library.restore_workshop(&copy.path, &WorkshopId("none".to_owned()));
    assert!(matches!(none, Err(Error::NotFound { .. })));
}

#[test]
fn what_is_no_whole_copy_is_refused_and_changes_nothing() {
    let (outer, folder) = folder();
    let mut library = open(&folder);
    let id = example(&mut library, "Un");
    let copy = library.back_up(Cause::Manual).unwrap().unwrap();
    let before = library.contents(&id).unwrap();
    let bad = outer.path().join("bad.db");
    let mut bytes = fs::read(&copy.path).unwrap();
    bytes.truncate(bytes.len() / 2);
    let other = outer.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE note (id TEXT); PRAGMA user_version = 3").unwrap();
    let other = fs::read(&other).unwrap();
    // What is wrong is said of the file that was chosen, never of the library.
    let is_of_the_file = |error: Error| matches!(error, Error::Unopened { path, .. } if path == bad);
    for content in [b"".to_vec(), b"text".to_vec(), "Tâche;Rôle\n".repeat(900).into_bytes(), bytes, other] {
        fs::write(&bad, content).unwrap();
        assert!(is_of_the_file(BackupContents::read_chosen(&bad).unwrap_err()));
        assert!(is_of_the_file(library.restore(&bad).unwrap_err()));
        assert!(is_of_the_file(library.restore_workshop(&bad, &id).unwrap_err()));
    }
    assert_eq!(BackupContents::read_chosen(&copy.path).unwrap().workshops.len(), 1);
    assert!(library.restore(&outer.path().join("none.db")).is_err());
    assert_eq!(library.contents(&id).unwrap(), before);
}

#[test]
fn a_file_that_cannot_be_opened_makes_room_and_is_kept() {
    let (_outer, folder) = folder();
    let mut library = open(&folder);
    let id = example(&mut library, "Un");
    let copy = library.back_up(Cause::Manual).unwrap().unwrap();
    let before = library.contents(&id).unwrap();
    drop(library);
    fs::write(folder.join(FILE_NAME), b"rubbish").unwrap();
    assert!(Library::open(&folder, Box::new(|| NOW)).is_err());
    let kept = put_in_place(&folder, &copy.path, NOW).unwrap().unwrap();
    assert_eq!(fs::read(&kept).unwrap(), b"rubbish");
    let library = open(&folder);
    assert_eq!(library.contents(&id).unwrap(), before);
    assert!(matches!(put_in_place(&folder, &copy.path, NOW), Err(Error::Busy)));
    drop(library);

    let kept = start_anew(&folder, NOW).unwrap().unwrap();
    assert!(open(&folder).workshops().unwrap().is_empty());
    assert!(fs::metadata(kept).unwrap().len() > 0);
}
