//! Rows as the items of a meeting.

use chrono::{Days, Local, NaiveDate};
use couloir_core::Millis;
use couloir_core::agenda::SECONDS_MAX;
use couloir_core::meeting::MINUTES_MAX;

use super::super::calendar::time::{in_zone, laptop};
use super::super::columns::Meaning;
use super::super::guess::Mapping;
use super::super::plan::{Entry, EntryKind};
use super::super::running_order::{afternoon, are_offsets, date_in, length, offset, time, timed};
use super::super::sheet::{Sheet, SheetRow};
use super::super::warning::WarningKind;
use super::super::words::{is_break, is_close, opens_day};
use super::{Cells, Reader, is_total, joined};

/// When a day begins whose agenda says no time, in minutes after midnight.
const USUAL_START: u32 = 9 * 60;
/// A longer detail is a script.
const DETAIL_MAX: usize = 300;
const DETAIL_LINES: usize = 3;
/// Longest block, and longest meeting, in minutes: those that an agenda may have.
const LONGEST: u32 = SECONDS_MAX.unsigned_abs() / 60;
const LONGEST_MEETING: u32 = MINUTES_MAX.unsigned_abs();
/// An agenda without a day is planned so many days from now.
const DAYS_AHEAD: u64 = 7;

/// A row of an agenda.
struct Slot {
    entry: Entry,
    start: Option<u32>,
    minutes: Option<u32>,
}

/// The items of one day.
#[derive(Default)]
struct Sitting {
    title: String,
    line: u32,
    day: Option<NaiveDate>,
    slots: Vec<Slot>,
}

impl Reader {
    /// Reads a table as the agenda of a meeting, or of one a day.
    pub(super) fn agenda(&mut self, sheet: &Sheet, mapping: &Mapping) {
        let mut sittings = vec![Sitting::default()];
        let mut section = None;
        let start = mapping.columns.iter().position(|column| *column == Meaning::Start);
        let is_body = |row: &&SheetRow| row.line > mapping.header && !row.cells.iter().any(|cell| is_total(cell));
        let body = sheet.rows.iter().filter(is_body);
        let starts = body.filter_map(|row| row.cells.get(start?)).map(|cell| cell.trim());
        let is_offset = start.is_some() && are_offsets(starts);
        // What stands above the titles.
        for row in sheet.rows.iter().filter(|row| row.line < mapping.header) {
            let said: Vec<bool> =
                row.cells.iter().filter(|cell| !cell.is_empty()).map(|cell| self.frame.say(cell)).collect();
            let is_pair = row.cells.iter().filter(|cell| !cell.is_empty()).count() == 2;
            let pair =
                row.cells.iter().filter(|cell| !cell.is_empty()).map(String::as_str).collect::<Vec<_>>().join(": ");
            let is_said = said.contains(&true) || is_pair && self.frame.say(&pair);
            if !is_said {
                match row.cells.iter().find(|cell| !cell.is_empty()) {
                    Some(title) if self.frame.title.is_empty() => self.frame.title.clone_from(title),
                    _ => self.leave_row(&sheet.name, row),
                }
            }
        }
        for row in sheet.rows.iter().filter(|row| row.line > mapping.header) {
            let cells = Cells { row, mapping };
            if let Some(heading) = heading(row, mapping) {
                let date = date_in(heading);
                if date.is_some() || opens_day(heading) {
                    sittings.push(Sitting { title: heading.to_owned(), line: row.line, day: date, slots: Vec::new() });
                } else {
                    self.leave_heading(&sheet.name, section.replace(row));
                }
                continue;
            }
            if row.cells.iter().any(|cell| is_total(cell)) {
                self.leave_row(&sheet.name, row);
                continue;
            }
            let Some(mut slot) = self.slot(&cells, is_offset) else {
                // A line below an item, in a list, says more of it.
                let more = row.cells.join("\n");
                match sittings.last_mut().and_then(|sitting| sitting.slots.last_mut()) {
                    Some(last) if mapping.header == 0 => {
                        last.entry.detail = [last.entry.detail.as_str(), more.trim()].join("\n").trim().to_owned();
                    }
                    _ => self.leave_row(&sheet.name, row),
                }
                continue;
            };
            if let Some(heading) = section.take().and_then(|row| heading(row, mapping)) {
                slot.entry = slot.entry.with("section", heading);
            }
            let last = sittings.last().and_then(|sitting| sitting.slots.iter().rev().find_map(|slot| slot.start));
            if let (Some(start), Some(last)) = (slot.start, last)
                && start < last
            {
                match afternoon(start, last) {
                    Some(later) => slot.start = Some(later),
                    // The morning of the next day.
                    None => sittings.push(Sitting { line: row.line, ..Sitting::default() }),
                }
            }
            if let Some(sitting) = sittings.last_mut() {
                sitting.slots.push(slot);
            }
        }
        self.leave_heading(&sheet.name, section);
        for day in sittings.extract_if(.., |sitting| sitting.slots.is_empty()) {
            self.leave_heading(&sheet.name, sheet.rows.iter().find(|row| row.line == day.line));
        }
        self.sittings(sheet, sittings);
    }

    /// Names a heading with nothing below it.
    fn leave_heading(&mut self, place: &str, heading: Option<&SheetRow>) {
        if let Some(row) = heading {
            self.leave_row(place, row);
        }
    }

    fn sittings(&mut self, sheet: &Sheet, sittings: Vec<Sitting>) {
        let named = [self.frame.title.as_str(), sheet.name.as_str(), self.plan.title.as_str()];
        let title = named.into_iter().map(str::trim).find(|title| !title.is_empty()).unwrap_or_default().to_owned();
        let said = self.frame.day.or_else(|| date_in(&sheet.name)).or_else(|| date_in(&self.plan.title));
        let is_said = said.is_some() || sittings.iter().all(|sitting| sitting.day.is_some());
        let mut next = said.unwrap_or_else(|| Local::now().date_naive() + Days::new(DAYS_AHEAD));
        let is_several = sittings.len() > 1;
        for (number, sitting) in (1u32..).zip(sittings) {
            let date = sitting.day.unwrap_or(next);
            next = date + Days::new(1);
            let title = match (is_several, sitting.title.is_empty()) {
                (false, _) => title.clone(),
                (true, false) => joined(&[&title, &sitting.title], " – "),
                (true, true) => format!("{title} ({number})"),
            };
            if !is_said && number == 1 {
                self.plan.warn(sitting.line.max(1), WarningKind::DayAssumed, &date.to_string());
            }
            self.sitting(&title, date, sitting);
        }
    }

    fn sitting(&mut self, title: &str, date: NaiveDate, sitting: Sitting) {
        let Sitting { mut slots, line, .. } = sitting;
        let starts: Vec<Option<u32>> = slots.iter().map(|slot| slot.start).collect();
        for (at, slot) in slots.iter_mut().enumerate().filter(|(_, slot)| slot.minutes.is_none()) {
            let next = starts.get(at + 1).copied().flatten();
            slot.minutes = slot.start.and_then(|start| next?.checked_sub(start));
            if slot.minutes.is_none() && !is_close(&slot.entry.text) {
                let title = slot.entry.text.clone();
                self.plan.warn(slot.entry.line, WarningKind::NoLength, &title);
            }
        }
        // From nought on they count from the beginning, whenever that is.
        if slots.iter().find_map(|slot| slot.start) == Some(0) {
            slots.iter_mut().for_each(|slot| slot.start = None);
        }
        // Items before the first time come before it.
        let first = slots.iter().position(|slot| slot.start.is_some());
        let before: u32 = slots.iter().take(first.unwrap_or(0)).filter_map(|slot| slot.minutes).sum();
        let told = first.and_then(|at| slots[at].start).map(|start| start.saturating_sub(before));
        let start = told.or(self.frame.start).unwrap_or(USUAL_START);
        let zone = laptop();
        let local = date.and_hms_opt(start / 60 % 24, start % 60, 0);
        let Some(starts_at) = local.and_then(|local| in_zone(local, zone)) else { return };
        let mut clock = start;
        let mut entries = Vec::new();
        for slot in slots {
            let minutes = slot.minutes.unwrap_or(0).min(LONGEST);
            let mut entry = slot.entry.with("minutes", &minutes.to_string());
            // What does not follow the item before it keeps its time.
            if let Some(at) = slot.start.filter(|at| *at > clock) {
                entry = entry.with("locked_minute", &at.to_string());
                clock = at;
            }
            clock += minutes;
            entries.push(entry);
        }
        let line = entries.first().map_or(line, |entry| entry.line);
        let frame = self.frame.clone();
        let meeting = Entry::new(line, EntryKind::Meeting, title)
            .detail(&frame.goal)
            .with("starts_at", &Millis::of(starts_at).0.to_string())
            .with("time_zone", zone.name())
            .with("planned_minutes", &clock.saturating_sub(start).clamp(1, LONGEST_MEETING).to_string())
            .with("place", &frame.place);
        let key = self.plan.push(meeting);
        for mut entry in entries {
            entry.step = Some(key.clone());
            self.plan.push(entry);
        }
    }

    /// The item of a row; none where it names nothing.
    fn slot(&self, cells: &Cells<'_>, is_offset: bool) -> Option<Slot> {
        let whole = cells.get(&Meaning::Slot);
        let (mut title, below) =
            whole.split_once('\n').map_or((whole.to_owned(), ""), |(title, rest)| (title.to_owned(), rest));
        let is_titled = cells.mapping.header > 0;
        let said = cells.get(&Meaning::Start);
        let counted = offset(said).filter(|_| is_offset).map(|(from, to)| (from, Some(to)));
        let (mut start, mut end) = match counted.or_else(|| time(said)) {
            Some((start, end)) => (Some(start), end),
            None => (None, None),
        };
        end = end.or_else(|| time(cells.get(&Meaning::End)).map(|(end, _)| end));
        let mut minutes = length(cells.get(&Meaning::Minutes), is_titled);
        if minutes.is_none() && end.is_none() {
            minutes = start.zip(length(cells.get(&Meaning::End), is_titled)).map(|(_, minutes)| minutes);
        }
        let is_in_title =
            !cells.mapping.columns.iter().any(|column| matches!(column, Meaning::Start | Meaning::Minutes));
        if is_in_title {
            let found = timed(&title)?;
            (title, start, minutes) = (found.title, found.start, found.minutes);
        }
        let detail = joined(&[below, &cells.detail()], "\n");
        if title.trim().is_empty() {
            // A row with a time and another text is about that.
            title = detail.lines().next().unwrap_or_default().to_owned();
            if title.is_empty() || start.is_none() && minutes.is_none() {
                return None;
            }
        }
        let minutes = minutes.or_else(|| end.zip(start).and_then(|(end, start)| end.checked_sub(start)));
        let presenter = cells.get(&Meaning::Presenter);
        // A script below a title is for whoever leads; a line or two is for everybody.
        let is_script = detail.chars().count() > DETAIL_MAX || detail.lines().count() > DETAIL_LINES;
        let (detail, script) = if is_script { ("", detail.as_str()) } else { (detail.as_str(), "") };
        let mut entry = Entry::new(cells.line(), EntryKind::AgendaItem, &title)
            .detail(if detail == title { "" } else { detail })
            .with("section", cells.get(&Meaning::Section))
            .with("goal", cells.get(&Meaning::Goal))
            .with("instruction", cells.get(&Meaning::Instruction))
            .with("method", cells.get(&Meaning::Method))
            .with("materials", cells.get(&Meaning::Materials));
        let notes: Vec<&str> = [script].into_iter().chain(cells.all(&Meaning::Notes).map(|(_, notes)| notes)).collect();
        entry = entry.with("private_notes", &joined(&notes, "\n"));
        match self.roles.exactly(presenter) {
            Some(role) => entry.role = Some(role),
            None => entry = entry.with("presenter", presenter),
        }
        if is_break(&title) {
            entry = entry.with("kind", "break");
        }
        Some(Slot { entry, start, minutes })
    }
}

/// The only text of a row that stands over those below: a day, a part. Where the titles of blocks stand, it is one of
/// them, unless they stand first, as headings do.
fn heading<'a>(row: &'a SheetRow, mapping: &Mapping) -> Option<&'a str> {
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let (at, text) = filled.next()?;
    let is_alone = filled.next().is_none() && mapping.columns.len() > 1;
    let text = text.trim();
    let is_text = time(text).is_none() && length(text, false).is_none() && timed(text).is_none();
    let is_item = mapping.columns.get(at) == Some(&Meaning::Slot)
        && !opens_day(text)
        && date_in(text).is_none()
        && (at > 0 || is_break(text));
    (is_alone && is_text && !is_item).then_some(text)
}
