//! A database with random damage: never a crash; refused and left alone, or found by the check, or readable.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use super::open::FILE_NAME;
use crate::workshop::{Language, NewWorkshop, Template};
use crate::{Library, Millis, Result};

const DAMAGES: u64 = 300;

fn open(folder: &Path) -> Result<Library> {
    Library::open(folder, Box::new(|| Millis(1_800_000_000_000)))
}

/// Random numbers that are the same in every run (xorshift).
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}

pub(super) fn damaged(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let at = dice.below(bytes.len());
    match dice.below(6) {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes.truncate(at),
        2 => bytes[at..].iter_mut().take(4_096).for_each(|byte| *byte = 0),
        3 => bytes[at..].iter_mut().take(64).for_each(|byte| *byte = u8::try_from(dice.below(256)).unwrap()),
        // The header and the first page, where the schema stands.
        4 => bytes[at % 100] ^= u8::try_from(1 + dice.below(255)).unwrap(),
        _ => bytes[at % 4_096] ^= u8::try_from(1 + dice.below(255)).unwrap(),
    }
    bytes
}

#[test]
fn a_damaged_database_is_found_out_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let id = {
        let mut library = open(folder.path()).unwrap();
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let archive = Template::Ajo.archive(Language::Fr).unwrap();
        library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value
    };
    let whole = fs::read(folder.path().join(FILE_NAME)).unwrap();
    let original = open(folder.path()).unwrap().contents(&id).unwrap();
    let mut dice = Dice(0x5eed_c0de);
    let (mut refused, mut found, mut same, mut other) = (0, 0, 0, 0);
    for _ in 0..DAMAGES {
        let bytes = damaged(&whole, &mut dice);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        fs::write(&path, &bytes).unwrap();
        match open(folder.path()) {
            Err(error) => {
                assert!(!error.to_string().is_empty());
                assert!(fs::read(&path).unwrap() == bytes, "a refused file is left as it is: {error}");
                refused += 1;
            }
            Ok(library) => match (library.check(), library.contents(&id)) {
                (Ok(faults), Ok(contents)) if faults.is_empty() && contents == original => same += 1,
                // SQLite keeps no checksums: a letter changed within a text is a text.
                (Ok(faults), Ok(_)) if faults.is_empty() => other += 1,
                _ => found += 1,
            },
        }
    }
    println!(
        "{DAMAGES} damages: {refused} refused, {found} found by the check, {same} harmless, {other} within a value"
    );
    assert!(refused + found > DAMAGES / 4, "{refused} refused, {found} found");
}
