//! Round trips without a loss, and files that mean harm.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use couloir_core::workshop::{Language, NewWorkshop};
use couloir_core::{Library, Millis};

use super::*;
use crate::table::fixture::{everything, workshop_of};

fn open(archive: Map<String, Value>) -> Contents {
    let mut library = Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).unwrap();
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let id = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value;
    library.contents(&id).unwrap()
}

/// Tables with every id replaced by its place, so that only the content can differ.
fn without_ids(contents: &Contents) -> Value {
    let mut archive = shape(contents).unwrap();
    let mut places: BTreeMap<String, String> = BTreeMap::new();
    places.insert(archive["workshop"]["id"].as_str().unwrap().to_owned(), "workshop".to_owned());
    for (list, rows) in &archive {
        for (at, row) in rows.as_array().into_iter().flatten().enumerate() {
            places.insert(row["id"].as_str().unwrap().to_owned(), format!("{list} {at}"));
        }
    }
    archive.remove("snapshots");
    let mut text = serde_json::to_string(&archive).unwrap();
    for (id, place) in &places {
        text = text.replace(id, place);
    }
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_workshop_comes_back_as_it_was() {
    let before = workshop_of(everything());
    let bytes = write(&before).unwrap();
    let after = open(read(&bytes).unwrap());
    assert_ne!(before.roles[0].id, after.roles[0].id);
    assert_eq!(without_ids(&before), without_ids(&after));
    let filled = |list: &&(&str, &str)| !without_ids(&before)[list.0].as_array().unwrap().is_empty();
    let lists = Contents::LISTS.iter().filter(|list| list.0 != "snapshots");
    assert_eq!(lists.clone().filter(filled).count(), lists.count(), "the example has a row in every list");
}

#[test]
fn the_same_workshop_gives_the_same_bytes() {
    let contents = workshop_of(everything());
    assert_eq!(write(&contents).unwrap(), write(&contents).unwrap());
    assert!(is_archive(&write(&contents).unwrap()));
}

#[test]
fn the_schema_names_every_list_and_column() {
    let schema: Value = serde_json::from_str(include_str!("workshop.schema.json")).unwrap();
    let archive = shape(&workshop_of(everything())).unwrap();
    for (list, rows) in &archive {
        let described = &schema["properties"][list];
        assert!(described.is_object(), "{list} is described");
        let row = if rows.is_array() { &rows[0] } else { rows };
        if let Some(row) = row.as_object() {
            let properties = described["items"]["properties"].as_object().or(described["properties"].as_object());
            // Their order depends on how serde_json was built.
            let described: BTreeSet<_> = properties.unwrap().keys().collect();
            assert_eq!(row.keys().collect::<BTreeSet<_>>(), described, "{list}");
        }
    }
    assert_eq!(schema["properties"].as_object().unwrap().len(), archive.len());
}

/// A zip of these files.
fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const GOOD: &[u8] = br#"{"format":"couloir","version":1}"#;

#[test]
fn damaged_and_foreign_files_are_refused() {
    let whole = write(&workshop_of(everything())).unwrap();
    assert!(matches!(read(&[]), Err(Error::Damaged(_))));
    assert!(matches!(read(b"PK\x03\x04 not a zip"), Err(Error::Damaged(_))));
    for cut in [10, whole.len() / 3, whole.len() - 30] {
        assert!(matches!(read(&whole[..cut]), Err(Error::Damaged(_))), "cut at {cut}");
    }
    let mut wrong = whole.clone();
    wrong[120] ^= 0xff;
    assert!(read(&wrong).is_err());
    assert!(matches!(read(&zip_of(&[("other.txt", b"x")])), Err(Error::MissingPart(_))));
    assert!(matches!(read(&zip_of(&[("manifest.json", GOOD)])), Err(Error::MissingPart(_))));
    let foreign = zip_of(&[("manifest.json", br#"{"format":"other","version":1}"#)]);
    assert!(matches!(read(&foreign), Err(Error::UnknownFormat)));
    let broken = zip_of(&[("manifest.json", GOOD), ("workshop.json", b"{\n\"workshop\": oops")]);
    assert!(matches!(read(&broken), Err(Error::Line { line: 2, .. })));
}

#[test]
fn a_newer_archive_says_its_version() {
    let newer = zip_of(&[("manifest.json", br#"{"format":"couloir","version":7}"#), ("workshop.json", b"{}")]);
    assert!(matches!(read(&newer), Err(Error::TooNew { found: 7, known: 1 })));
}

#[test]
fn a_name_that_leaves_its_folder_is_refused() {
    let hostile = zip_of(&[("manifest.json", GOOD), ("../../evil", b"x"), ("workshop.json", b"{}")]);
    assert!(matches!(read(&hostile), Err(Error::UnsafeName(name)) if name == "../../evil"));
}

#[test]
fn a_bomb_is_not_unpacked_beyond_the_limit() {
    let size = usize::try_from((MAX_PART_MB << 20) + 10).unwrap();
    let bomb = zip_of(&[("manifest.json", GOOD), ("workshop.json", &vec![b' '; size])]);
    assert!(bomb.len() < 1 << 20);
    assert!(matches!(read(&bomb), Err(Error::UnpacksTooLarge(MAX_PART_MB))));
}

#[test]
fn deep_json_is_refused_without_a_crash() {
    let deep = "[".repeat(100_000);
    let hostile = zip_of(&[("manifest.json", GOOD), ("workshop.json", format!("{{\"a\":{deep}").as_bytes())]);
    assert!(matches!(read(&hostile), Err(Error::Line { .. })));
}
