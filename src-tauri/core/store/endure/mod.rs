//! What the store endures: short runs in the tests, long ones by `cargo xtask endure`, which sets the seed and the
//! number of rounds. Each harness prints `endure NAME COUNT`, and is shown to catch a fault put in on purpose.
#![allow(clippy::unwrap_used)]

mod migration;
mod power;
mod quota;

use std::path::{Path, PathBuf};

use super::damage::Dice;
use super::open::FILE_NAME;
use crate::task::{Column, TaskStatus};
use crate::testing::NOW;
use crate::workshop::{Language, NewWorkshop, WorkshopId};
use crate::{Library, Result};

/// How many rounds a harness runs: `short` in the tests, more when the environment says so.
pub(super) fn rounds(short: u32) -> u32 {
    let times: u32 = std::env::var("COULOIR_ENDURE_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    short * times
}

/// Random numbers: the same in every test run, others for each seed.
pub(super) fn dice(salt: u64) -> Dice {
    let seed: u64 = std::env::var("COULOIR_ENDURE_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    Dice(salt ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
}

/// Says what was endured.
pub(super) fn tell(name: &str, count: u32) {
    println!("endure {name} {count}");
}

fn open(folder: &Path) -> Result<Library> {
    Library::open(folder, Box::new(|| NOW))
}

/// A library with one empty workshop.
fn made(folder: &Path) -> (Library, WorkshopId) {
    let mut library = open(folder).unwrap();
    let new = NewWorkshop { title: Some("x".to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
    let id = library.workshop_create(&new).unwrap().value;
    (library, id)
}

fn add(library: &mut Library, id: &WorkshopId, title: &str) -> Result<()> {
    library.task_add(id, None, &Column::Status(TaskStatus::Todo), title, "").map(|_| ())
}

/// The files of a folder as they would stand after a cut, opened: how many tasks are there, if the file is sound.
fn found(files: &[(&str, &[u8])]) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let library = open(folder.path()).ok()?;
    if !library.check().ok()?.is_empty() {
        return None;
    }
    let id = library.workshops().ok()?.first()?.id.clone();
    Some(library.contents(&id).ok()?.tasks.len())
}

fn paths(folder: &Path) -> (PathBuf, PathBuf) {
    (folder.join(FILE_NAME), folder.join(format!("{FILE_NAME}-wal")))
}
