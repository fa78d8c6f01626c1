//! The changes that SQLite keeps beside a database (write-ahead log), read without SQLite: for files that it cannot
//! open, and for places where it may not write.
//!
//! The format is the one of <https://sqlite.org/fileformat2.html#the_write_ahead_log>.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The file beside a database with this ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// A database as bytes, with every committed change of its log applied.
pub(super) fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = std::fs::read(path)?;
    if let Ok(log) = std::fs::read(beside(path, "-wal")) {
        apply(&mut bytes, &log);
    }
    Ok(bytes)
}

/// Applies the committed changes of a log; what follows a damaged frame is left out, as SQLite does.
pub(super) fn apply(bytes: &mut Vec<u8>, log: &[u8]) {
    let Some(header) = log.get(..HEADER) else { return };
    let is_big = match word(header, 0) {
        0x377f_0682 => false,
        0x377f_0683 => true,
        _ => return,
    };
    let page_size = word(header, 8) as usize;
    if !page_size.is_power_of_two() || !(512..=65_536).contains(&page_size) {
        return;
    }
    let mut sum = checksum(is_big, &header[..24], (0, 0));
    if sum != (word(header, 24), word(header, 28)) {
        return;
    }
    let mut pending: BTreeMap<usize, &[u8]> = BTreeMap::new();
    for frame in log[HEADER..].chunks_exact(FRAME_HEADER + page_size) {
        let (head, page) = frame.split_at(FRAME_HEADER);
        if head[8..16] != header[16..24] {
            return;
        }
        sum = checksum(is_big, page, checksum(is_big, &head[..8], sum));
        if sum != (word(head, 16), word(head, 20)) {
            return;
        }
        pending.insert(word(head, 0) as usize, page);
        let pages = word(head, 4) as usize;
        if pages > 0 {
            bytes.resize(pages * page_size, 0);
            for (number, page) in std::mem::take(&mut pending) {
                if let Some(place) = number.checked_sub(1).and_then(|n| bytes.get_mut(n * page_size..)) {
                    let length = page_size.min(place.len());
                    place[..length].copy_from_slice(&page[..length]);
                }
            }
        }
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes)
}

fn checksum(is_big: bool, bytes: &[u8], (mut one, mut two): (u32, u32)) -> (u32, u32) {
    for eight in bytes.chunks_exact(8) {
        let number = |at: usize| {
            let four = [eight[at], eight[at + 1], eight[at + 2], eight[at + 3]];
            if is_big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
        };
        one = one.wrapping_add(number(0)).wrapping_add(two);
        two = two.wrapping_add(number(4)).wrapping_add(one);
    }
    (one, two)
}
