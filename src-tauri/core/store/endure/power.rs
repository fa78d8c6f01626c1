//! Power cuts: what was not synced is lost or torn. A change is acknowledged when its log is synced, so that a cut
//! leaves the log of the last acknowledged change and any part of the next; a cut while the log is written back
//! leaves any pages of the database, whole, torn or old, and the whole log.

use std::fs;

use super::{add, dice, found, made, paths, rounds, tell};
use crate::store::FILE_NAME;

const LOG: &str = "couloir.db-wal";

/// Whether what was found after a cut is right: nothing acknowledged is lost, nothing is there that was never made.
fn is_right(found: Option<usize>, acknowledged: usize) -> bool {
    found.is_some_and(|found| found == acknowledged || found == acknowledged + 1)
}

#[test]
fn a_power_cut_at_any_place_of_the_log_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id) = made(folder.path());
    let (path, log) = paths(folder.path());
    let mut dice = dice(0x90e4);
    let mut cuts = 0;
    for at in 0..rounds(12) as usize {
        let before = fs::read(&log).unwrap();
        add(&mut library, &id, &format!("{at}")).unwrap();
        let (database, after) = (fs::read(&path).unwrap(), fs::read(&log).unwrap());
        for _ in 0..6 {
            let changed = before.len().min(after.len());
            let cut = changed.saturating_sub(64) + dice.below(after.len() - changed.saturating_sub(64) + 1);
            let cut = cut.max(before.len().min(after.len()));
            // What stood behind the cut before, or what the disk makes of it.
            let mut torn = after[..cut].to_vec();
            match dice.below(3) {
                0 => torn.extend(before.get(cut..).unwrap_or_default()),
                1 => torn.resize(after.len(), 0),
                _ => torn.extend((cut..after.len()).map(|_| u8::try_from(dice.below(256)).unwrap())),
            }
            let found = found(&[(FILE_NAME, &database), (LOG, &torn)]);
            assert!(is_right(found, at), "{at} acknowledged, cut at {cut} of {}: {found:?}", after.len());
            cuts += 1;
        }
    }
    tell("power-cuts", cuts);
}

#[test]
fn a_power_cut_while_the_log_is_written_back_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id) = made(folder.path());
    let (path, log) = paths(folder.path());
    for at in 0..20 {
        add(&mut library, &id, &format!("{at} {}", "long ".repeat(40))).unwrap();
    }
    let (old, kept) = (fs::read(&path).unwrap(), fs::read(&log).unwrap());
    drop(library);
    let new = fs::read(&path).unwrap();
    let mut dice = dice(0xc4ec);
    let mut cuts = 0;
    for _ in 0..rounds(40) {
        let mut torn = old.clone();
        torn.resize(new.len(), 0);
        for (page, whole) in torn.chunks_mut(4_096).zip(new.chunks(4_096)) {
            match dice.below(3) {
                0 => {}
                1 => page.copy_from_slice(whole),
                _ => {
                    let sectors = 512 * dice.below(8);
                    page[..sectors].copy_from_slice(&whole[..sectors]);
                }
            }
        }
        let found = found(&[(FILE_NAME, &torn), (LOG, &kept)]);
        assert_eq!(found, Some(20), "a cut while writing back");
        cuts += 1;
    }
    tell("power-cuts", cuts);
}

#[test]
fn the_harness_sees_a_change_that_was_acknowledged_too_early() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id) = made(folder.path());
    let (path, log) = paths(folder.path());
    let early = fs::read(&log).unwrap();
    for at in 0..3 {
        add(&mut library, &id, &format!("{at}")).unwrap();
    }
    // As a program would leave it that answers before its log is synced.
    let database = fs::read(path).unwrap();
    assert!(!is_right(found(&[(FILE_NAME, &database), (LOG, &early)]), 3));
}
