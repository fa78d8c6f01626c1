#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::store::FileChange;
use crate::testing::NOW;
use crate::workshop::{Language, NewWorkshop, WorkshopId};

fn folder() -> (TempDir, PathBuf) {
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data");
    (outer, folder)
}

fn open(folder: &Path) -> Result<Library> {
    Library::open(folder, Box::new(|| NOW))
}

fn workshop(library: &mut Library, title: &str) -> Result<WorkshopId> {
    let new = NewWorkshop { title: Some(title.to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
    Ok(library.workshop_create(&new)?.value)
}

fn fault(folder: &Path) -> Fault {
    match open(folder).map(|_| ()) {
        Err(Error::Unopened { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

/// Makes a library with one workshop, closed.
fn made(folder: &Path) -> PathBuf {
    workshop(&mut open(folder).unwrap(), "Un").unwrap();
    folder.join(FILE_NAME)
}

#[test]
fn whatever_stands_in_the_place_of_the_file_has_its_own_name_and_stays() {
    let (_outer, folder) = folder();
    let path = made(&folder);
    let whole = fs::read(&path).unwrap();

    fs::write(&path, b"").unwrap();
    assert_eq!(fault(&folder), Fault::Empty);
    assert_eq!(fs::read(&path).unwrap(), b"");
    fs::write(&path, b"Dear diary, this is a text and no database.").unwrap();
    assert_eq!(fault(&folder), Fault::NotADatabase);
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(fault(&folder), Fault::Damaged);
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert_eq!(fault(&folder), Fault::IsFolder);
    fs::remove_dir(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE recipe (id)").unwrap();
    drop(other);
    assert_eq!(fault(&folder), Fault::OtherProgram);
    fs::write(&path, &whole).unwrap();
    fs::create_dir_all(folder.join("couloir.db-wal/x")).unwrap();
    assert_eq!(fault(&folder), Fault::SideFile);
    fs::remove_dir(folder.join("couloir.db-wal/x")).unwrap();
    // An empty folder holds nothing: it is cleared away.
    fs::create_dir(folder.join("couloir.db-shm")).unwrap();
    assert_eq!(open(&folder).unwrap().workshops().unwrap().len(), 1);

    let file = folder.parent().unwrap().join("file");
    fs::write(&file, b"x").unwrap();
    assert_eq!(fault(&file), Fault::NoFolder);
    assert_eq!(fault(&file.join("below")), Fault::NoFolder);
}

#[test]
fn a_database_that_is_gone_is_not_taken_for_a_first_start() {
    let (_outer, folder) = folder();
    let path = made(&folder);
    open(&folder).unwrap().back_up(Cause::Manual).unwrap();
    fs::rename(&path, folder.join("elsewhere.db")).unwrap();
    assert_eq!(fault(&folder), Fault::Missing);
    // A folder that is all gone starts anew.
    fs::remove_dir_all(&folder).unwrap();
    assert!(open(&folder).unwrap().workshops().unwrap().is_empty());
}

#[test]
fn a_first_start_that_was_cut_goes_on() {
    let (_outer, folder) = folder();
    let path = made(&folder);
    // As an earlier program left it: the schema, and not yet the mark.
    let conn = Connection::open(&path).unwrap();
    conn.pragma_update(None, "application_id", 0).unwrap();
    drop(conn);
    assert_eq!(open(&folder).unwrap().workshops().unwrap().len(), 1);
    let conn = Connection::open(&path).unwrap();
    let marked: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0)).unwrap();
    assert_eq!(marked, APPLICATION_ID);
    drop(conn);
    // And as this one leaves it: a draft.
    fs::remove_file(&path).unwrap();
    fs::write(folder.join(DRAFT_NAME), b"half").unwrap();
    assert!(open(&folder).unwrap().workshops().unwrap().is_empty());
    assert!(!folder.join(DRAFT_NAME).exists());
}

#[test]
fn a_second_program_reads_beside_the_writer() {
    let (_outer, folder) = folder();
    let mut writer = open(&folder).unwrap();
    workshop(&mut writer, "Un").unwrap();
    assert!(matches!(open(&folder).map(|_| ()), Err(Error::Busy)));
    let mut reader = Library::open_to_read(&folder, Box::new(|| NOW)).unwrap();
    assert_eq!(reader.workshops().unwrap().len(), 1);
    workshop(&mut writer, "Deux").unwrap();
    assert_eq!(reader.workshops().unwrap().len(), 2);
    assert!(matches!(workshop(&mut reader, "Trois"), Err(Error::Busy)));
    assert!(reader.check().unwrap().is_empty());
}

#[test]
fn a_place_that_cannot_be_written_is_read_with_its_log_and_whatever_its_version() {
    let (outer, folder) = folder();
    let mut library = open(&folder).unwrap();
    let id = workshop(&mut library, "Un").unwrap();
    // The log is not yet written back, as after a crash.
    let still = outer.path().join("still");
    fs::create_dir(&still).unwrap();
    for name in [FILE_NAME, "couloir.db-wal"] {
        fs::copy(folder.join(name), still.join(name)).unwrap();
    }
    let before: Vec<_> = fs::read_dir(&still).unwrap().flatten().map(|entry| entry.file_name()).collect();
    let opened = reader::open(&still, ReadOnlyReason::Place).unwrap();
    let mut read = Library::over(opened, Box::new(|| NOW), Some(&still)).unwrap();
    assert_eq!(read.contents(&id).unwrap().workshop.title, "Un");
    assert!(matches!(workshop(&mut read, "Deux"), Err(Error::ReadOnly)));
    assert!(matches!(read.note_visit(&id), Err(Error::ReadOnly)));
    let after: Vec<_> = fs::read_dir(&still).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(before, after, "nothing is made there");
}

#[test]
fn files_changed_under_the_program_stop_it_before_it_acknowledges() {
    type Harm = fn(&Path, &Path);
    let harms: [(FileChange, Harm); 7] = [
        (FileChange::Missing, |folder, _| fs::rename(folder, folder.with_extension("away")).unwrap()),
        (FileChange::Missing, |folder, _| fs::remove_dir_all(folder).unwrap()),
        (FileChange::Journal, |folder, _| fs::remove_file(folder.join("couloir.db-wal")).unwrap()),
        (FileChange::Replaced, |folder, older| {
            fs::copy(older, folder.join("new")).unwrap();
            fs::rename(folder.join("new"), folder.join(FILE_NAME)).unwrap();
        }),
        (FileChange::Rewritten, |folder, older| {
            fs::write(folder.join(FILE_NAME), fs::read(older).unwrap()).unwrap();
        }),
        (FileChange::Rewritten, |folder, _| {
            let file = File::options().write(true).open(folder.join(FILE_NAME)).unwrap();
            file.set_len(file.metadata().unwrap().len() / 2).unwrap();
        }),
        (FileChange::Journal, |folder, _| {
            File::options().write(true).open(folder.join("couloir.db-wal")).unwrap().set_len(0).unwrap();
        }),
    ];
    for (expected, harm) in harms {
        let (outer, folder) = folder();
        let path = made(&folder);
        let older = outer.path().join("older.db");
        fs::copy(&path, &older).unwrap();
        let mut library = open(&folder).unwrap();
        workshop(&mut library, "Deux").unwrap();
        harm(&folder, &older);
        let refused = workshop(&mut library, "Trois");
        assert!(matches!(refused, Err(Error::FileChanged(found)) if found == expected), "{expected:?}: {refused:?}");
        assert!(library.set_settings(&[("theme", "dark")]).is_err(), "and for good");
        let Ok(rescued) = library.rescue() else {
            // What was cut away cannot be read through the connection either.
            assert_eq!(expected, FileChange::Rewritten);
            continue;
        };
        let contents = backup::BackupContents::read(&rescued.unwrap().path).unwrap();
        let wanted = if expected == FileChange::Rewritten || expected == FileChange::Journal { 1 } else { 2 };
        assert!(contents.workshops.len() >= wanted, "{expected:?}: {contents:?}");
    }
}

#[test]
fn a_log_that_belongs_to_another_copy_is_never_applied() {
    let (outer, folder) = folder();
    let path = made(&folder);
    let older = outer.path().join("older.db");
    fs::copy(&path, &older).unwrap();
    let mut library = open(&folder).unwrap();
    for round in 0..300 {
        workshop(&mut library, &format!("Atelier {round}")).unwrap();
    }
    // Written back once, so that what follows in the log builds on pages the older copy does not have.
    library.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    library.identity.as_mut().unwrap().renew();
    for round in 0..20 {
        workshop(&mut library, &format!("Encore {round}")).unwrap();
    }
    let log = fs::read(folder.join("couloir.db-wal")).unwrap();
    drop(library);
    fs::copy(&older, &path).unwrap();
    fs::write(folder.join("couloir.db-wal"), &log).unwrap();
    assert_eq!(fault(&folder), Fault::ForeignJournal);
    assert_eq!(fs::read(&path).unwrap(), fs::read(&older).unwrap());
    crate::store::restore::open_without_journal(&folder, NOW).unwrap().unwrap();
    assert_eq!(open(&folder).unwrap().workshops().unwrap().len(), 1);
}

#[test]
fn a_write_that_fails_is_not_taken_for_another_program() {
    let (_outer, folder) = folder();
    let mut library = open(&folder).unwrap();
    for round in 0..5 {
        assert!(workshop(&mut library, "").is_err(), "an empty title is refused");
        assert_eq!(library.file_change(), None);
        // A transaction that wrote into the log before it failed.
        library.check_files().unwrap();
        library.conn.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE").unwrap();
        for at in 0..200 {
            let row = format!("INSERT INTO setting VALUES ('{round}-{at}', '{}')", "x".repeat(2_000));
            library.conn.execute_batch(&row).unwrap();
        }
        library.conn.execute_batch("ROLLBACK").unwrap();
        assert_eq!(library.file_change(), None, "round {round}");
        workshop(&mut library, "Un").unwrap();
    }
}
