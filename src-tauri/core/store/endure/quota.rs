//! Writes that fail at any place: a process of its own may write only so much into a file, as on a disk that fails.
#![cfg(unix)]

use std::path::Path;
use std::process::{Command, Stdio};

use super::{add, made, open, rounds, tell};
use crate::Error;

const FOLDER: &str = "COULOIR_QUOTA_FOLDER";

/// The process whose writes fail; without the folder it is a test that has nothing to do.
#[test]
fn a_writer_with_little_room() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let mut library = open(Path::new(&folder)).unwrap();
    let id = library.workshops().unwrap()[0].id.clone();
    let mut refused = 0;
    for at in 0..400 {
        match add(&mut library, &id, &format!("{at} {}", "text ".repeat(40))) {
            Ok(()) => println!("done {at}"),
            Err(Error::DiskFull | Error::Disk { .. } | Error::FileChanged(_)) => refused += 1,
            Err(error) => panic!("an unexpected name: {error:?}"),
        }
        // Reading goes on.
        library.contents(&id).unwrap();
        if refused == 3 {
            return;
        }
    }
}

/// Runs the writer with a limit in kilobytes; gives what it acknowledged.
fn acknowledged(folder: &Path, limit: u32) -> Vec<String> {
    let program = std::env::current_exe().unwrap();
    let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", limit * 2);
    let out = Command::new("sh")
        .args(["-c", &script])
        .arg(program)
        .args(["--exact", "store::endure::quota::a_writer_with_little_room", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert!(out.status.success(), "limit {limit}: {}", String::from_utf8_lossy(&out.stderr));
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    text.lines().filter_map(|line| Some(line.split("done ").nth(1)?.to_owned())).collect()
}

#[test]
fn writes_that_fail_lose_nothing_acknowledged() {
    let mut failures = 0;
    for round in 0..rounds(6) {
        let folder = tempfile::tempdir().unwrap();
        drop(made(folder.path()));
        let size = u32::try_from(std::fs::metadata(folder.path().join("couloir.db")).unwrap().len() / 1024).unwrap();
        let done = acknowledged(folder.path(), size + 8 + round * 37 % 400);
        // Where there is room again, all that was acknowledged is there and work goes on.
        let mut library = open(folder.path()).unwrap();
        assert!(library.check().unwrap().is_empty(), "round {round}");
        let id = library.workshops().unwrap()[0].id.clone();
        let titles: Vec<String> = library.contents(&id).unwrap().tasks.into_iter().map(|task| task.title).collect();
        for number in &done {
            let start = format!("{number} ");
            assert!(titles.iter().any(|title| title.starts_with(&start)), "round {round}: {number} is lost");
        }
        assert!(titles.len() <= done.len() + 3, "round {round}: {} of {}", titles.len(), done.len());
        add(&mut library, &id, "after").unwrap();
        failures += 1;
    }
    tell("failed-writes", failures);
}
