//! Pages, cells and records of a database as bytes, trusted in nothing.
//!
//! The format is the one of <https://sqlite.org/fileformat2.html>.

use std::collections::BTreeSet;
use std::ops::Range;

use rusqlite::types::Value;

/// A database as bytes.
pub(super) struct Pages<'a> {
    bytes: &'a [u8],
    pub size: usize,
}

/// What a page of a tree holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    TableLeaf,
    TableInner,
    IndexLeaf,
    IndexInner,
}

/// A record with the number of its row (0 in an index) and the bytes that it takes.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub rowid: i64,
    pub values: Vec<Value>,
    pub extents: Vec<Range<usize>>,
}

/// Longest record that is believed.
const LONGEST: usize = 64 << 20;

impl<'a> Pages<'a> {
    /// Reads the page size from the header; a damaged one is that of all our files.
    pub fn new(bytes: &'a [u8]) -> Self {
        let given = usize::from(u16_at(bytes, 16).unwrap_or(0));
        let size = match given {
            1 => 65_536,
            size if size.is_power_of_two() && size >= 512 && bytes.starts_with(b"SQLite format 3\0") => size,
            _ => 4_096,
        };
        Self { bytes, size }
    }

    pub fn count(&self) -> usize {
        self.bytes.len().div_ceil(self.size)
    }

    fn start(&self, number: usize) -> Option<usize> {
        let start = number.checked_sub(1)?.checked_mul(self.size)?;
        (start < self.bytes.len()).then_some(start)
    }

    fn page(&self, number: usize) -> Option<&'a [u8]> {
        let start = self.start(number)?;
        self.bytes.get(start..(start + self.size).min(self.bytes.len()))
    }

    /// Where the header of a page begins: the first page holds that of the file before it.
    fn header(number: usize) -> usize {
        if number == 1 { 100 } else { 0 }
    }

    pub fn kind(&self, number: usize) -> Option<Kind> {
        match self.page(number)?.get(Self::header(number))? {
            0x0d => Some(Kind::TableLeaf),
            0x05 => Some(Kind::TableInner),
            0x0a => Some(Kind::IndexLeaf),
            0x02 => Some(Kind::IndexInner),
            _ => None,
        }
    }

    /// Where the cells of a page begin, as its header says.
    pub fn pointers(&self, number: usize) -> Vec<usize> {
        let (Some(page), Some(kind)) = (self.page(number), self.kind(number)) else { return Vec::new() };
        let header = Self::header(number);
        let count = usize::from(u16_at(page, header + 3).unwrap_or(0)).min(self.size / 4);
        let first = header + if matches!(kind, Kind::TableInner | Kind::IndexInner) { 12 } else { 8 };
        (0..count)
            .filter_map(|at| u16_at(page, first + 2 * at))
            .map(usize::from)
            .filter(|at| *at >= first && *at < page.len())
            .collect()
    }

    /// The pages below an inner page.
    pub fn children(&self, number: usize) -> Vec<usize> {
        if !matches!(self.kind(number), Some(Kind::TableInner | Kind::IndexInner)) {
            return Vec::new();
        }
        let Some(page) = self.page(number) else { return Vec::new() };
        let cells = self.pointers(number);
        let below = cells.into_iter().filter_map(|at| u32_at(page, at));
        below.chain(u32_at(page, Self::header(number) + 8)).map(|child| child as usize).collect()
    }

    /// All pages of the tree with this root, as far as they can be reached.
    pub fn tree(&self, root: usize) -> BTreeSet<usize> {
        let (mut seen, mut next) = (BTreeSet::new(), vec![root]);
        while let Some(number) = next.pop() {
            if self.kind(number).is_some() && seen.insert(number) {
                next.extend(self.children(number));
            }
        }
        seen
    }

    /// Pages that are free, as far as their list can be followed.
    pub fn free(&self) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut trunk = u32_at(self.bytes, 32).unwrap_or(0) as usize;
        while trunk != 0 && trunk <= self.count() && found.insert(trunk) {
            let Some(page) = self.page(trunk) else { break };
            let count = (u32_at(page, 4).unwrap_or(0) as usize).min(self.size / 4);
            found.extend((0..count).filter_map(|at| u32_at(page, 8 + 4 * at)).map(|leaf| leaf as usize));
            trunk = u32_at(page, 0).unwrap_or(0) as usize;
        }
        found
    }

    /// Whether a record may begin at a place: cheap, to try every place of a page.
    pub fn is_likely(&self, number: usize, at: usize, kind: Kind) -> bool {
        let Some(page) = self.page(number) else { return false };
        let mut place = if kind == Kind::IndexInner { at + 4 } else { at };
        let Some(length) = varint(page, &mut place) else { return false };
        if kind == Kind::TableLeaf && varint(page, &mut place).is_none() {
            return false;
        }
        let start = place;
        let Some(header) = varint(page, &mut place).filter(|header| (3..=120).contains(header)) else { return false };
        let mut body = header;
        while i64::try_from(place - start).is_ok_and(|read| read < header) {
            body += match varint(page, &mut place) {
                Some(kind @ 0..=4) => kind,
                Some(5) => 6,
                Some(6 | 7) => 8,
                Some(8 | 9) => 0,
                Some(kind @ 12..=0x0fff_ffff) => (kind - 12) / 2,
                _ => return false,
            };
        }
        body == length
    }

    /// The record that begins at a place of a page, if one does.
    pub fn cell(&self, number: usize, at: usize, kind: Kind) -> Option<Cell> {
        let (page, start) = (self.page(number)?, self.start(number)?);
        let mut place = at;
        match kind {
            Kind::TableInner => return None,
            Kind::IndexInner => place += 4,
            Kind::TableLeaf | Kind::IndexLeaf => {}
        }
        let length = usize::try_from(varint(page, &mut place)?).ok().filter(|length| *length <= LONGEST)?;
        let rowid = if kind == Kind::TableLeaf { varint(page, &mut place)? } else { 0 };
        let local = self.local(length, kind == Kind::TableLeaf);
        let mut payload = page.get(place..place + local)?.to_vec();
        let mut extents: Vec<std::ops::Range<usize>> = Vec::new();
        extents.push(start + at..start + place + local);
        if local < length {
            let pointer = place + local;
            let mut next = u32_at(page, pointer)? as usize;
            extents.push(start + pointer..start + pointer + 4);
            let mut steps = 0;
            while payload.len() < length {
                let overflow = self.page(next)?;
                let take = (length - payload.len()).min(self.size - 4);
                payload.extend_from_slice(overflow.get(4..4 + take)?);
                let begin = self.start(next)?;
                extents.push(begin..begin + 4 + take);
                next = u32_at(overflow, 0)? as usize;
                steps += 1;
                if steps > self.count() {
                    return None;
                }
            }
        }
        Some(Cell { rowid, values: record(&payload)?, extents })
    }

    /// How much of a record stands in its own page.
    fn local(&self, length: usize, is_table: bool) -> usize {
        let most = if is_table { self.size - 35 } else { (self.size - 12) * 64 / 255 - 23 };
        if length <= most {
            return length;
        }
        let least = (self.size - 12) * 32 / 255 - 23;
        let kept = least + (length - least) % (self.size - 4);
        if kept <= most { kept } else { least }
    }
}

/// The values of a record, which must fill it exactly.
fn record(payload: &[u8]) -> Option<Vec<Value>> {
    let mut at = 0;
    let header = usize::try_from(varint(payload, &mut at)?).ok()?;
    let mut body = header;
    let mut values = Vec::new();
    while at < header {
        let kind = varint(payload, &mut at)?;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            12.. => usize::try_from((kind - 12) / 2).ok()?,
            _ => return None,
        };
        let bytes = payload.get(body..body.checked_add(length)?)?;
        body += length;
        values.push(match kind {
            0 => Value::Null,
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            1..=6 => Value::Integer(integer(bytes)),
            7 => Value::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
            _ if kind % 2 == 0 => Value::Blob(bytes.to_vec()),
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => Value::Text(text.to_owned()),
                // Kept apart: a damaged text is taken only where nothing better is found.
                Err(_) => Value::Blob(bytes.to_vec()),
            },
        });
    }
    (at == header && body == payload.len()).then_some(values)
}

fn integer(bytes: &[u8]) -> i64 {
    let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
    bytes.iter().fold(if negative { -1 } else { 0 }, |value, byte| (value << 8) | i64::from(*byte))
}

fn varint(bytes: &[u8], at: &mut usize) -> Option<i64> {
    let mut value: u64 = 0;
    for step in 0..9 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        if step == 8 {
            value = (value << 8) | u64::from(byte);
        } else {
            value = (value << 7) | u64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                break;
            }
        }
    }
    Some(value.cast_signed())
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
