//! Places that cannot be written: the old file stays whole, nothing lies about, and the reason is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use couloir_core::Day;

use super::*;
use crate::data::{DataRequest, data, next_meeting};
use crate::fixture::lived;
use crate::{Document, Request, save};

/// A file of every format that leaves the program.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let mut contents = lived(Language::Fr);
    let others = crate::table::fixture::workshop_of(everything());
    let meeting_id = next_meeting(&contents).unwrap();
    let series_id = others.series[0].id.clone();
    contents.series = others.series;
    let requests = [
        ("a.xlsx", DataRequest::Xlsx { includes_private: false }),
        ("a.csv", DataRequest::Csv { includes_private: false }),
        ("a.zip", DataRequest::CsvAll { includes_private: false }),
        ("a.md", DataRequest::Markdown { includes_private: false }),
        ("meeting.ics", DataRequest::Meeting { meeting_id }),
        ("series.ics", DataRequest::Series { series_id }),
        ("a.couloir", DataRequest::Archive),
    ];
    let mut files: Vec<_> =
        requests.into_iter().map(|(name, request)| (name, data(&contents, &request, Millis(0)).unwrap())).collect();
    let today = Day::from_ymd_opt(2026, 11, 23).unwrap();
    files.push(("a.pdf", crate::pdf(&contents, &Request::new(Document::Agenda, Language::Fr, today)).unwrap()));
    files
}

/// A small file system of its own; `None` where this user may not mount one.
struct Disk(tempfile::TempDir);

impl Disk {
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=2m,mode=777", "tmpfs"]).arg(folder.path());
        if mount.output().is_ok_and(|output| output.status.success()) {
            return Some(Self(folder));
        }
        println!("skipped: a file system of two megabytes may not be mounted here");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn read_only(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(self.path()).status().unwrap();
        assert!(done.success());
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

fn refusal(path: &Path, bytes: &[u8]) -> String {
    save(path, bytes).unwrap_err().message(Spoken::French)
}

fn names(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_full_disk_keeps_the_old_file_whole() {
    let Some(disk) = Disk::new() else { return };
    for (name, bytes) in files() {
        let path = disk.path().join(name);
        let old = b"old, and whole".repeat(20);
        fs::write(&path, &old).unwrap();
        // All that is left but a few kilobytes, so that the new file begins to be written and does not fit.
        let filler = disk.path().join("filler");
        let room = bytes.len().min(6_000) / 2;
        let mut full = fs::File::create(&filler).unwrap();
        while full.write_all(&[0; 1_024]).is_ok() {}
        full.sync_all().unwrap();
        let size = full.metadata().unwrap().len();
        full.set_len(size.saturating_sub(room as u64)).unwrap();
        // Rounded to pages there may be just enough room for a very small file.
        if bytes.len() > 8_192 {
            let said = refusal(&path, &bytes);
            assert!(said.starts_with("Le disque est plein"), "{name}: {said}");
            assert!(said.contains(name) && fs::read(&path).unwrap() == old, "{name}");
        }
        full.write_all(&[0; 8_192]).ok();
        fill(&mut full);
        assert!(refusal(&path, &bytes).starts_with("Le disque est plein"), "{name}");
        assert_eq!(fs::read(&path).unwrap(), old, "{name}");
        assert_eq!(names(disk.path()).len(), 2, "{name}: only the old file and the filler");
        drop(full);
        fs::remove_file(&filler).unwrap();
        save(&path, &bytes).unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
        fs::remove_file(&path).unwrap();
    }
}

/// Writes until not one byte goes in.
fn fill(file: &mut fs::File) {
    use std::io::{Seek, SeekFrom};
    file.seek(SeekFrom::End(0)).unwrap();
    while file.write_all(&[0; 4_096]).is_ok() {}
    while file.write_all(&[0]).is_ok() {}
}

#[test]
fn a_place_that_may_not_be_written_keeps_the_old_file() {
    let Some(disk) = Disk::new() else { return };
    let files = files();
    for (name, _) in &files {
        fs::write(disk.path().join(name), b"old").unwrap();
    }
    disk.read_only();
    for (name, bytes) in &files {
        let path = disk.path().join(name);
        for path in [&path, &disk.path().join("new").with_extension(name)] {
            let said = refusal(path, bytes);
            assert!(said.contains("ne peut pas être modifié. Rien n’a été écrit"), "{name}: {said}");
        }
        assert_eq!(fs::read(&path).unwrap(), b"old", "{name}");
    }
    assert_eq!(names(disk.path()).len(), files.len());
}

#[test]
fn a_folder_in_the_place_of_the_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files() {
        let path = folder.path().join(name);
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), b"kept").unwrap();
        let said = refusal(&path, &bytes);
        assert!(said.contains("est un dossier. Rien n’a été écrit"), "{name}: {said}");
        assert_eq!(fs::read(path.join("inside")).unwrap(), b"kept");
        let said = refusal(&folder.path().join("none").join(name), &bytes);
        assert!(said.contains("n’existe pas. Rien n’a été écrit"), "{name}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn whoever_has_the_file_open_reads_the_old_one_or_the_new_one_whole() {
    use std::io::Read;
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files() {
        let path = folder.path().join(name);
        save(&path, b"old, and whole").unwrap();
        let mut open = fs::File::open(&path).unwrap();
        save(&path, &bytes).unwrap();
        let mut seen = Vec::new();
        open.read_to_end(&mut seen).unwrap();
        assert_eq!(seen, b"old, and whole", "{name}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
    }
    // A reader that looks all the time, while two large files replace each other.
    let path = folder.path().join("busy.pdf");
    let versions = [vec![b'a'; 300_000], vec![b'b'; 500_000]];
    save(&path, &versions[0]).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| (0..40).for_each(|round| save(&path, &versions[round % 2]).unwrap()));
        let mut looks = 0;
        while !writer.is_finished() {
            let seen = fs::read(&path).unwrap();
            assert!(versions.contains(&seen), "half a file of {} bytes", seen.len());
            looks += 1;
        }
        assert!(looks > 10, "{looks}");
    });
}
