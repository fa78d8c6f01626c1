#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use super::*;
use crate::store::FILE_NAME;
use crate::testing::NOW;
use crate::workshop::{Language, NewWorkshop, WorkshopId};

/// A library in a folder of its own, with a clock that the test moves.
struct Desk {
    _outer: tempfile::TempDir,
    folder: PathBuf,
    clock: Arc<AtomicI64>,
}

impl Desk {
    fn new() -> Self {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("data");
        Self { _outer: outer, folder, clock: Arc::new(AtomicI64::new(NOW.0)) }
    }

    fn open(&self) -> Library {
        let clock = Arc::clone(&self.clock);
        Library::open(&self.folder, Box::new(move || Millis(clock.load(Ordering::Relaxed)))).unwrap()
    }

    fn pass(&self, millis: i64) {
        self.clock.fetch_add(millis, Ordering::Relaxed);
    }
}

fn workshop(library: &mut Library, title: &str) -> WorkshopId {
    let new = NewWorkshop { title: Some(title.to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
    library.workshop_create(&new).unwrap().value
}

#[test]
fn a_copy_is_whole_single_and_private_and_names_its_workshops() {
    let desk = Desk::new();
    let mut library = desk.open();
    workshop(&mut library, "Un");
    let made = library.back_up(Cause::Automatic).unwrap().unwrap();
    assert_eq!(made.name, "couloir-20261123T070000000Z-automatic.db");
    assert_eq!(made.path.parent().unwrap(), desk.folder.parent().unwrap().join("data-backups"));
    let contents = BackupContents::read(&made.path).unwrap();
    assert_eq!(contents.workshops[0].title, "Un");
    assert_eq!(contents.changed_at, Some(NOW));
    let beside: Vec<_> = fs::read_dir(made.path.parent().unwrap()).unwrap().flatten().collect();
    assert_eq!(beside.len(), 1, "no side files: {beside:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&made.path), 0o600);
        assert_eq!(mode(made.path.parent().unwrap()), 0o700);
        assert_eq!(mode(&desk.folder), 0o700);
        for name in [FILE_NAME, "couloir.db-wal", "couloir.db-shm", "couloir.lock"] {
            assert_eq!(mode(&desk.folder.join(name)), 0o600, "{name}");
        }
    }
    // Nothing changed since: no second copy of the same state, unless it is asked for.
    assert_eq!(library.back_up(Cause::Automatic).unwrap(), None);
    assert!(library.back_up(Cause::Manual).unwrap().is_some());
}

#[test]
fn a_copy_is_made_while_another_connection_writes() {
    let desk = Desk::new();
    let mut library = desk.open();
    workshop(&mut library, "Un");
    library.conn.execute_batch("BEGIN IMMEDIATE; DELETE FROM workshop").unwrap();
    let place = BackupPlace::of(&desk.folder);
    let made = make(&desk.folder.join(FILE_NAME), &place, Cause::Deletion, NOW).unwrap();
    library.conn.execute_batch("ROLLBACK").unwrap();
    assert_eq!(BackupContents::read(&made.path).unwrap().workshops.len(), 1);
}

#[test]
fn much_deleted_at_once_is_copied_before() {
    let desk = Desk::new();
    let mut library = desk.open();
    let id = workshop(&mut library, "Un");
    library.workshop_delete(&id).unwrap();
    let copies = BackupPlace::of(&desk.folder).list();
    assert_eq!(copies[0].cause, Cause::Deletion);
    assert_eq!(BackupContents::read(&copies[0].path).unwrap().workshops[0].title, "Un");
}

#[test]
fn a_damaged_copy_is_not_what_stays() {
    let desk = Desk::new();
    let mut library = desk.open();
    let place = BackupPlace::of(&desk.folder);
    let mut names = Vec::new();
    for round in 0..400_i64 {
        desk.pass(3_600_000);
        workshop(&mut library, &round.to_string());
        names.push(library.back_up(Cause::Automatic).unwrap().unwrap());
        if round == 200 {
            // From here on only this one is sound; time alone would let it go.
            let good = names.last().unwrap().clone();
            for backup in place.list().iter().filter(|backup| backup.name != good.name) {
                fs::write(&backup.path, b"rubbish").unwrap();
            }
            for _ in 0..5 {
                desk.pass(40 * 24 * 3_600_000);
                let bad = name_of(library.now(), Cause::Automatic);
                fs::write(place.folder().join(bad), b"rubbish").unwrap();
                place.rotate(library.now());
                assert!(good.path.exists());
            }
            return;
        }
    }
}

#[test]
fn copies_come_to_a_second_place_with_their_age() {
    let desk = Desk::new();
    let stick = tempfile::tempdir().unwrap();
    let mut library = desk.open();
    workshop(&mut library, "Un");
    let place = BackupPlace::of(&desk.folder);
    place.note(|notes| notes.second = Some(stick.path().to_owned())).unwrap();
    let made = library.back_up(Cause::Automatic).unwrap().unwrap();
    place.carry_newest(NOW);
    assert_eq!(fs::read(stick.path().join(&made.name)).unwrap(), fs::read(&made.path).unwrap());
    assert_eq!(place.notes().second_at, Some(NOW));
    // Whatever happens to the first place, the second is listed.
    fs::remove_file(&made.path).unwrap();
    assert_eq!(place.find("latest").unwrap().path, stick.path().join(&made.name));
}

#[test]
fn a_saved_copy_replaces_a_file_only_when_it_is_whole() {
    let desk = Desk::new();
    let mut library = desk.open();
    workshop(&mut library, "Un");
    let to = desk.folder.parent().unwrap().join("copie.db");
    fs::write(&to, b"old").unwrap();
    library.save_copy(&to).unwrap();
    assert_eq!(BackupContents::read(&to).unwrap().workshops.len(), 1);
    let nowhere = desk.folder.join("none/copie.db");
    assert!(matches!(library.save_copy(&nowhere), Err(Error::Io(_))));
}

#[test]
fn names_say_when_and_why() {
    for cause in Cause::ALL {
        assert_eq!(read_name(&name_of(NOW, *cause)), Some((NOW, *cause)));
    }
    for other in ["couloir.db", "couloir-x-automatic.db", "couloir-20261123T070000000Z-because.db", "notes.txt"] {
        assert_eq!(read_name(other), None);
    }
}
