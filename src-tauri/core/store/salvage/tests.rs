//! Random damages: nothing crashes, the original stays, and of the rows that were not hit nearly all come back.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rusqlite::types::Value;

use super::page::Kind;
use super::*;
use crate::store::FILE_NAME;
use crate::store::damage::damaged;
use crate::testing::NOW;
use crate::workshop::{Language, NewWorkshop, Template};
use crate::{Library, TABLES};

/// Damages in the test run.
fn rounds() -> u32 {
    crate::store::endure::rounds(30)
}

/// A row without its references: what it referred to may itself be lost.
fn own(row: Option<&String>, columns: &[bool]) -> Option<Vec<String>> {
    let values = row?.split('\u{1}');
    Some(values.zip(columns).filter(|(_, is_reference)| !**is_reference).map(|(value, _)| value.to_owned()).collect())
}

/// Which columns of each table are references.
fn references() -> BTreeMap<String, Vec<bool>> {
    let mut memory = Connection::open_in_memory().unwrap();
    build(&mut memory).unwrap();
    let of = |table: &str| {
        let statement = memory.prepare(&format!("SELECT * FROM {table}")).unwrap();
        statement.column_names().iter().map(|name| name.ends_with("_id")).collect()
    };
    TABLES.iter().map(|table| ((*table).to_owned(), of(table))).collect()
}

/// A library that has lived: two workshops, edits, deletions, a long note that takes several pages.
fn lived() -> (tempfile::TempDir, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), Box::new(|| NOW)).unwrap();
    for language in [Language::Fr, Language::En] {
        let new = NewWorkshop { title: None, language, time_zone: "Europe/Paris".to_owned() };
        let id = library.workshop_from_template(Template::Ajo, &new).unwrap().value;
        let contents = library.contents(&id).unwrap();
        for (at, task) in contents.tasks.iter().enumerate() {
            if at % 5 == 0 {
                library.task_delete(&id, std::slice::from_ref(&task.id)).unwrap();
            } else {
                let note = format!("{} ", task.title).repeat(30 * (at % 9) + 1);
                library.task_edit(&id, &task.id, crate::task::TaskEdit::Notes(note)).unwrap();
            }
        }
    }
    drop(library);
    let bytes = fs::read(folder.path().join(FILE_NAME)).unwrap();
    (folder, bytes)
}

/// Where the bytes of each row stand, by table and id, as the program's own reading of the whole file finds them.
fn extents(bytes: &[u8]) -> BTreeMap<(String, String), Vec<Range<usize>>> {
    let pages = Pages::new(bytes);
    let mut memory = Connection::open_in_memory().unwrap();
    build(&mut memory).unwrap();
    let shapes = Shape::all(&memory).unwrap();
    let whole = read::roots_of(&pages, &shapes);
    let mut found = BTreeMap::new();
    for (shape, root) in whole {
        if !TABLES.contains(&shape.table.as_str()) {
            continue;
        }
        for number in pages.tree(root) {
            for at in pages.pointers(number) {
                if pages.kind(number) != Some(Kind::TableLeaf) {
                    continue;
                }
                let cell = pages.cell(number, at, Kind::TableLeaf).unwrap();
                let Value::Text(id) = &cell.values[0] else { panic!() };
                found.insert((shape.table.clone(), id.clone()), cell.extents);
            }
        }
    }
    found
}

fn rows(path: &Path) -> BTreeMap<(String, String), String> {
    let conn = reader::immutable(path).unwrap();
    let mut found = BTreeMap::new();
    for table in TABLES {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let count = statement.column_count();
        let mut all = statement.query([]).unwrap();
        while let Some(row) = all.next().unwrap() {
            let id: String = row.get(0).unwrap();
            let values: Vec<String> = (0..count).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
            found.insert(((*table).to_owned(), id), values.join("\u{1}"));
        }
    }
    found
}

#[test]
fn a_sound_file_is_salvaged_to_the_last_row() {
    let (folder, bytes) = lived();
    let from = folder.path().join(FILE_NAME);
    let to = folder.path().join("saved.db");
    let saved = salvage(&from, &to).unwrap();
    assert_eq!((saved.from_history, saved.dropped, saved.workshops), (0, 0, 2), "{saved:?}");
    assert_eq!(rows(&to), rows(&from));
    assert_eq!(fs::read(&from).unwrap(), bytes);
    assert_eq!(extents(&bytes).len(), rows(&from).len());
    // What was saved is a library like any other.
    let again = folder.path().join("again");
    fs::create_dir(&again).unwrap();
    fs::copy(&to, again.join(FILE_NAME)).unwrap();
    assert!(Library::open(&again, Box::new(|| NOW)).unwrap().check_deep().unwrap().is_empty());
    assert!(matches!(salvage(&from, &to), Err(Error::Io(_))), "nothing is overwritten");
}

#[test]
fn of_damaged_files_nearly_every_row_that_was_not_hit_comes_back() {
    let (folder, bytes) = lived();
    let places = extents(&bytes);
    let original = rows(&folder.path().join(FILE_NAME));
    let path = folder.path().join("damaged.db");
    let to = folder.path().join("saved.db");
    let mut dice = crate::store::endure::dice(0x0dd5_eed5);
    let references = references();
    let mut lost: BTreeMap<String, u32> = BTreeMap::new();
    let (mut intact, mut saved, mut nothing, mut more) = (0_usize, 0_usize, 0, 0_usize);
    for round in 0..rounds() {
        let mut harmed = bytes.clone();
        for _ in 0..1 + round % 4 {
            if harmed.len() > 8_192 {
                harmed = damaged(&harmed, &mut dice);
            }
        }
        fs::write(&path, &harmed).unwrap();
        let _ = fs::remove_file(&to);
        let is_same = |range: &Range<usize>| harmed.get(range.clone()) == Some(&bytes[range.clone()]);
        let whole: BTreeSet<_> =
            places.iter().filter(|(_, ranges)| ranges.iter().all(is_same)).map(|(key, _)| key).collect();
        intact += whole.len();
        match salvage(&path, &to) {
            Ok(_) => {
                let found = rows(&to);
                for key in &whole {
                    let columns = &references[&key.0];
                    if own(found.get(*key), columns) == own(original.get(*key), columns) {
                        saved += 1;
                    } else {
                        *lost.entry(key.0.clone()).or_insert(0) += 1;
                    }
                }
                more +=
                    found.iter().filter(|(key, row)| !whole.contains(key) && original.get(*key) == Some(*row)).count();
            }
            Err(error) => {
                assert!(whole.is_empty(), "round {round}: {} rows stand, and {error}", whole.len());
                nothing += 1;
            }
        }
        assert!(fs::read(&path).unwrap() == harmed, "the original is only read");
    }
    println!(
        "{} damages: {saved} of {intact} intact rows came back, and {more} that were hit; {nothing} files held nothing",
        rounds()
    );
    crate::store::endure::tell("damages", rounds());
    assert!(saved * 100 >= intact * 99, "{saved} of {intact}, lost {lost:?}");
}

#[test]
fn a_lost_first_page_costs_no_row() {
    let (folder, bytes) = lived();
    let original = rows(&folder.path().join(FILE_NAME));
    let path = folder.path().join("damaged.db");
    let mut harmed = bytes.clone();
    harmed[..4_096].fill(0x5a);
    fs::write(&path, harmed).unwrap();
    let to = folder.path().join("saved.db");
    salvage(&path, &to).unwrap();
    let found = rows(&to);
    let missing: Vec<_> = original.keys().filter(|key| !found.contains_key(*key)).collect();
    assert!(missing.len() * 100 <= original.len(), "{missing:?}");
}
