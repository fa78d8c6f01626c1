//! The program killed while it writes: every change that was acknowledged is there afterwards.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::task::{Column, TaskStatus};
use crate::workshop::{Language, NewWorkshop, WorkshopId};
use crate::{Library, Millis};

const ROUNDS: u32 = 200;
/// Rounds in one data folder, so that files grow and are opened again after a kill many times.
const ROUNDS_A_FOLDER: u32 = 25;
const FOLDER: &str = "COULOIR_STORM_FOLDER";
const ROUND: &str = "COULOIR_STORM_ROUND";

fn open(folder: &Path) -> Library {
    Library::open(folder, Box::new(|| Millis(1_800_000_000_000))).unwrap()
}

fn workshop(library: &Library) -> WorkshopId {
    library.workshops().unwrap()[0].id.clone()
}

/// What change `at` of a round does: every fourth takes the one before it back.
fn is_undo(at: usize) -> bool {
    at % 4 == 3
}

/// Titles of a round after its first `count` changes.
fn after(round: u32, count: usize) -> BTreeSet<String> {
    let kept = (0..count).filter(|at| !(is_undo(*at) || (at + 1 < count && is_undo(at + 1))));
    kept.map(|at| format!("{round}-{at}")).collect()
}

/// The process that is killed: writes as fast as it can and says after each change that it is done. It is this very
/// test program; without the folder it is a test that has nothing to do.
#[test]
fn a_writer_to_be_killed() {
    let (Some(folder), Ok(round)) = (std::env::var_os(FOLDER), std::env::var(ROUND)) else { return };
    let mut library = open(Path::new(&folder));
    let id = workshop(&library);
    let mut out = std::io::stdout().lock();
    for at in 0.. {
        if is_undo(at) {
            library.undo(Some(&id)).unwrap();
        } else {
            library.task_add(&id, None, &Column::Status(TaskStatus::Todo), &format!("{round}-{at}"), "").unwrap();
        }
        writeln!(out, "done {at}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_killed_program_loses_nothing_that_it_acknowledged() {
    let mut folder = tempfile::tempdir().unwrap();
    let (mut acknowledged, mut in_flight) = (0, 0);
    let rounds = super::endure::rounds(ROUNDS);
    for round in 0..rounds {
        if round % ROUNDS_A_FOLDER == 0 {
            folder = tempfile::tempdir().unwrap();
            let new = NewWorkshop { title: Some("x".to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
            open(folder.path()).workshop_create(&new).unwrap();
        }
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::storm::a_writer_to_be_killed", "--nocapture", "--test-threads=1"])
            .env(FOLDER, folder.path())
            .env(ROUND, round.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut text = String::new();
        while !text.contains("done 0") && said.read_line(&mut text).unwrap() > 0 {}
        std::thread::sleep(Duration::from_micros(u64::from(round.wrapping_mul(7_919) % 40_000)));
        child.kill().unwrap();
        child.wait().unwrap();
        said.read_to_string(&mut text).unwrap();
        // The last line may be cut.
        let lines = text.split_inclusive('\n');
        let count = lines.filter(|line| line.contains("done ") && line.ends_with('\n')).count();
        assert!(count > 0, "round {round} began");

        let library = open(folder.path());
        assert_eq!(library.check().unwrap(), Vec::<String>::new(), "round {round}");
        let start = format!("{round}-");
        let contents = library.contents(&workshop(&library)).unwrap();
        let found: BTreeSet<String> =
            contents.tasks.into_iter().map(|task| task.title).filter(|title| title.starts_with(&start)).collect();
        // The change that was under way is there whole, or not at all.
        let is_more = found == after(round, count + 1) && found != after(round, count);
        assert!(is_more || found == after(round, count), "round {round}, {count} acknowledged: {found:?}");
        acknowledged += count;
        in_flight += u32::from(is_more);
    }
    println!("{rounds} kills, {acknowledged} acknowledged changes, {in_flight} more had just been made");
    super::endure::tell("kills", rounds);
    super::endure::tell("acknowledged-changes", u32::try_from(acknowledged).unwrap());
}
