//! Agendas as people write them: tables with times or minutes, lists of timed lines.
//!
//! A table is an agenda when its times follow one another, or when a column says how long each item takes, and nothing
//! in it says who carries what. A list is one when most of its lines have a time or minutes. Both become a meeting with
//! its items, by [`super::table`].

mod blocks;
mod clock;
mod frame;
mod line;

use super::columns::Meaning;
use super::guess::{Mapping, is_part_column};
use super::sheet::{Sheet, SheetRow};
use super::table::is_total;
use super::words::{Certainty, Title, agenda_meanings, folded, title};

pub(super) use blocks::{Listed, in_blocks};
pub(super) use clock::{length, offset, time};
pub(super) use frame::{Frame, date_in};
pub(super) use line::{described, timed};

/// The titles stand in one of the first rows.
const HEADER_WITHIN: usize = 12;
/// Half a day, in minutes.
const HALF_DAY: u32 = 12 * 60;
/// Before this a time of the afternoon may be written without saying so.
const AFTERNOON: u32 = 8 * 60;
/// Longest agenda that only says how long each item takes, in minutes.
const LONGEST: u32 = 3 * 24 * 60;

/// What a sheet means as an agenda; `None` for any other table.
pub(super) fn mapping(sheet: &Sheet) -> Option<Mapping> {
    let heads = (0..sheet.rows.len().min(HEADER_WITHIN)).filter(|at| is_head(&sheet.rows[*at]));
    heads.map(Some).chain([None]).find_map(|head| titled(sheet, head))
}

/// What a sheet means as an agenda whose titles stand in this line; 0: it has none.
pub(super) fn mapping_titled(sheet: &Sheet, header: u32) -> Option<Mapping> {
    titled(sheet, sheet.rows.iter().position(|row| row.line == header))
}

/// Whether a row has the titles of an agenda.
fn is_head(row: &SheetRow) -> bool {
    let titles: Vec<Vec<Meaning>> = row.cells.iter().map(|cell| agenda_meanings(cell)).collect();
    let has = |meanings: &[Meaning]| titles.iter().any(|title| title.iter().any(|meaning| meanings.contains(meaning)));
    let known = titles.iter().filter(|title| !title.is_empty()).count();
    known > 1 && has(&[Meaning::Start, Meaning::Minutes]) && row.cells.iter().all(|cell| time(cell).is_none())
}

/// A column of the rows below the titles.
struct Column<'a> {
    title: &'a str,
    means: Vec<Meaning>,
    cells: Vec<&'a str>,
}

impl Column<'_> {
    fn may(&self, meaning: &Meaning) -> bool {
        self.means.contains(meaning)
    }

    /// Whether most cells are so, of two at least.
    fn mostly(&self, is: impl Fn(&str) -> bool) -> bool {
        let found = self.cells.iter().filter(|cell| is(cell)).count();
        found > 1 && found * 10 >= self.cells.len() * 7
    }

    fn is_words(&self) -> bool {
        self.mostly(|cell| cell.chars().filter(|c| c.is_alphabetic()).count() > 2)
    }
}

fn titled(sheet: &Sheet, head: Option<usize>) -> Option<Mapping> {
    let width = sheet.width();
    let body = &sheet.rows[head.map_or(0, |at| at + 1)..];
    // A cell over the whole width is a heading, not one of a column; a total sums up.
    let is_heading = |row: &SheetRow| {
        row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 2 && width > 1
            || row.cells.iter().any(|cell| is_total(cell))
    };
    let columns: Vec<Column<'_>> = (0..width)
        .map(|column| {
            let title = head.and_then(|at| sheet.rows[at].cells.get(column)).map_or("", |cell| cell.trim());
            let cells = body.iter().filter(|row| !is_heading(row)).filter_map(|row| row.cells.get(column));
            let cells = cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
            Column { title, means: agenda_meanings(title), cells }
        })
        .collect();
    let mut meanings = vec![Meaning::Left; width];
    if is_of_work(sheet, head, &columns) {
        return None;
    }
    let at = |is: &dyn Fn(&Column<'_>) -> bool| columns.iter().position(is);
    let is_length = |column: &Column<'_>| {
        let is_titled = column.may(&Meaning::Minutes);
        !are_offsets(column.cells.iter().copied())
            && (is_titled || column.title.is_empty() || column.may(&Meaning::Start))
            && column.mostly(|cell| length(cell, is_titled).is_some())
    };
    let is_clock =
        |column: &Column<'_>| column.mostly(|cell| time(cell).is_some()) || are_offsets(column.cells.iter().copied());
    let minutes = at(&|column| column.may(&Meaning::Minutes) && is_length(column)).or_else(|| at(&is_length));
    let timed = |column: usize| Some(column) != minutes && is_clock(&columns[column]);
    let start = (0..width)
        .find(|column| timed(*column) && (columns[*column].may(&Meaning::Start) || columns[*column].title.is_empty()))
        .filter(|column| {
            let cells = &columns[*column].cells;
            are_offsets(cells.iter().copied()) || is_ascending(cells)
        });
    let end = start.and_then(|start| (start + 1..width).find(|c| timed(*c) && columns[*c].may(&Meaning::End)));
    if let Some(minutes) = minutes {
        meanings[minutes] = Meaning::Minutes;
    }
    for (at, meaning) in [(start, Meaning::Start), (end, Meaning::End)] {
        if let Some(at) = at {
            meanings[at] = meaning;
        }
    }
    let is_free = |meanings: &[Meaning], column: usize| meanings[column] == Meaning::Left;
    let slots: Vec<usize> =
        (0..width).filter(|column| is_free(&meanings, *column) && columns[*column].is_words()).collect();
    let slot = slots.iter().copied().find(|c| columns[*c].may(&Meaning::Slot)).or_else(|| {
        slots.iter().copied().find(|c| columns[*c].means.is_empty()).filter(|_| start.is_some() || head.is_some())
    });
    let slot = slot.or_else(|| slots.first().copied().filter(|_| start.is_some()))?;
    if start.is_none() && minutes.is_none() {
        // "9:00 Welcome": the times stand before the titles.
        let found = columns[slot].cells.iter().filter(|cell| timed_line(cell)).count();
        if found < 2 || found * 10 < columns[slot].cells.len() * 6 {
            return None;
        }
    } else if start.is_none() && !is_brief(&columns, minutes, slot) {
        return None;
    }
    meanings[slot] = Meaning::Slot;
    for column in 0..width {
        if is_free(&meanings, column) && !columns[column].cells.is_empty() {
            let wanted = columns[column].means.iter().find(|meaning| {
                !matches!(meaning, Meaning::Slot | Meaning::Start | Meaning::End | Meaning::Minutes)
                    && (meaning.may_repeat() || !meanings.contains(meaning))
            });
            meanings[column] = wanted.cloned().unwrap_or(Meaning::Kept);
        }
    }
    let header = head.map_or(0, |at| sheet.rows[at].line);
    let titles = columns.iter().map(|column| column.title.to_owned()).collect();
    Some(Mapping { header, titles, columns: meanings, is_chosen: false })
}

fn timed_line(cell: &str) -> bool {
    line::timed(cell).is_some()
}

/// Whether a table says who carries what: letters of roles, days on which something is due, tasks of roles.
fn is_of_work(sheet: &Sheet, head: Option<usize>, columns: &[Column<'_>]) -> bool {
    let known: Vec<Option<(Title, Certainty)>> = columns.iter().map(|column| title(column.title)).collect();
    let sure = |wanted: &dyn Fn(&Meaning) -> bool| {
        known.iter().any(|known| matches!(known, Some((Title::Means(meaning), Certainty::Exact)) if wanted(meaning)))
    };
    let is_planned = sure(&|meaning| {
        matches!(meaning, Meaning::Due | Meaning::Needs | Meaning::Status | Meaning::Done | Meaning::Accountable)
    }) || known.iter().any(|known| matches!(known, Some((Title::Percent, _))));
    let has_task = columns.iter().any(|column| names_tasks(column.title));
    let lettered = |column: usize| {
        let cells = &columns[column].cells;
        cells.len() > 1
            && cells.iter().all(|cell| cell.chars().count() <= 5)
            && is_part_column(sheet, head.unwrap_or(0), column)
    };
    is_planned
        || has_task && sure(&|meaning| matches!(meaning, Meaning::Role | Meaning::Step))
        || (0..columns.len()).any(lettered)
}

/// Whether a title says, in any language, that its cells are tasks.
fn names_tasks(title: &str) -> bool {
    const TASK: &[&str] =
        &["task", "tache", "aufgabe", "aufgaben", "tarea", "compito", "compiti", "tarefa", "taak", "taken"];
    let title = folded(title);
    let first = title.split(' ').next().unwrap_or_default();
    TASK.contains(&first.trim_end_matches('s'))
}

/// A time written as if of the morning, after one before noon: "11:30, 12:00, 1:00".
pub(super) fn afternoon(time: u32, before: u32) -> Option<u32> {
    (time < before && time < AFTERNOON && time + HALF_DAY >= before).then_some(time + HALF_DAY)
}

/// Whether times follow one another: a day may begin anew, now and then.
fn is_ascending(cells: &[&str]) -> bool {
    let times: Vec<u32> = cells.iter().filter_map(|cell| time(cell)).map(|(start, _)| start).collect();
    let is_later = |pair: &&[u32]| pair[1] > pair[0] || afternoon(pair[1], pair[0]).is_some();
    let later = times.windows(2).filter(is_later).count();
    times.len() > 1 && later * 10 >= (times.len() - 1) * 6
}

/// Whether lengths are those of a meeting, under a title that is no task's.
fn is_brief(columns: &[Column<'_>], minutes: Option<usize>, slot: usize) -> bool {
    let Some(minutes) = minutes.map(|at| &columns[at]) else { return false };
    let is_titled = minutes.may(&Meaning::Minutes);
    let sum: u32 = minutes.cells.iter().filter_map(|cell| length(cell, is_titled)).sum();
    let is_slot = columns[slot].may(&Meaning::Slot)
        && title(columns[slot].title).is_none_or(|(known, _)| {
            !matches!(known, Title::Means(Meaning::Task)) || !names_tasks(columns[slot].title)
        });
    (is_slot || columns[slot].title.is_empty()) && (1..=LONGEST).contains(&sum)
}

/// Whether a column counts minutes from the beginning: "0–5", "5–20", "20–35".
pub(super) fn are_offsets<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut next = 0;
    let mut found = 0;
    for cell in cells.filter(|cell| !cell.is_empty()) {
        let Some((from, to)) = offset(cell).filter(|(from, _)| *from >= next && (found > 0 || *from == 0)) else {
            return false;
        };
        (next, found) = (from.max(to), found + 1);
    }
    found > 1
}

#[cfg(test)]
mod tests;
