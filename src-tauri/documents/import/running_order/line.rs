//! Lines with a time or minutes, as people write them into a list, a mail or the description of an event.

use super::clock::{clock, minutes_in, offset, span};
use crate::import::outline::bullet;

/// Most minutes of an item.
const MINUTES_MAX: u32 = 7 * 24 * 60;

/// A line of an agenda.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Timed {
    pub title: String,
    /// Minutes after midnight.
    pub start: Option<u32>,
    pub minutes: Option<u32>,
}

/// A line with its time or minutes: "1. Budget (20 min)", "Budget – 20'", "09:00–09:20 Budget", "09:00 Budget".
pub(in super::super) fn timed(line: &str) -> Option<Timed> {
    let text = bullet(line.trim()).map_or(line.trim(), |(_, rest)| rest);
    let text = text.trim_start_matches(['[', '(']);
    // "00–05 min — Opening", "0:00–0:05 Launch": from the beginning of the meeting.
    if let Some((from, to, title)) = begins_with_offset(text) {
        return named(title, Some(from), Some(to - from));
    }
    if let Some((start, end, rest)) = span(text) {
        // "9.5 points", "12:30:15": what goes on is no title.
        let rest = rest.trim_start_matches([']', ')']);
        if !rest.starts_with(|c: char| c.is_whitespace() || "-–—:|,·\u{a0}\u{202f}".contains(c)) {
            return None;
        }
        let (title, minutes) = match end {
            Some(end) => (rest.to_owned(), Some(end - start)),
            None => minutes_in(rest).map_or((rest.to_owned(), None), |(title, minutes)| (title, Some(minutes))),
        };
        return named(&title, Some(start), minutes);
    }
    let (title, minutes) = minutes_in(text)?;
    named(&title, None, Some(minutes))
}

/// Minutes from the beginning before a title.
fn begins_with_offset(text: &str) -> Option<(u32, u32, &str)> {
    let end = text.char_indices().find(|(_, c)| c.is_alphabetic()).map(|(at, _)| at)?;
    let word: usize = text[end..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let (from, to) = offset(&text[..end + word]).filter(|_| matches!(&text[end..end + word], "min" | "mn" | "mins"))?;
    Some((from, to, text[end + word..].trim_start_matches('.')))
}

fn named(title: &str, start: Option<u32>, minutes: Option<u32>) -> Option<Timed> {
    let title = title.trim_matches(|c: char| c.is_whitespace() || "-–—:|,;·(\u{a0}\u{202f}".contains(c));
    let is_title = title.chars().any(char::is_alphabetic) && minutes.is_none_or(|minutes| minutes <= MINUTES_MAX);
    is_title.then(|| Timed { title: title.to_owned(), start, minutes })
}

/// The items of a description with their minutes, and the rest of it. A text with fewer than two timed lines is no
/// agenda, unless its only line of a list is timed.
pub(in super::super) fn described(text: &str) -> (Vec<(String, u32)>, String) {
    let plain = without_tags(text);
    let lines: Vec<&str> = plain.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut items = Vec::new();
    let mut rest = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match item(line, lines.get(at + 1).copied()) {
            Some(found) => items.push(found),
            None => rest.push(*line),
        }
    }
    let listed = lines.iter().filter(|line| bullet(line).is_some()).count();
    if items.len() < 2 && (items.is_empty() || listed != 1) {
        return (Vec::new(), lines.join("\n"));
    }
    // A title of the list says nothing that the agenda does not.
    rest.retain(|line| !(line.ends_with(':') && line.split_whitespace().count() <= 4));
    (items, rest.join("\n"))
}

/// A line with its minutes, those to the next line with a time where it says none.
fn item(line: &str, next: Option<&str>) -> Option<(String, u32)> {
    let found = timed(line)?;
    let minutes = found.minutes.or_else(|| {
        let next = next.map(|next| bullet(next).map_or(next, |(_, rest)| rest)).and_then(clock);
        next.and_then(|(next, _)| next.checked_sub(found.start?)).filter(|minutes| *minutes > 0)
    })?;
    Some((found.title, minutes))
}

/// Calendars of Outlook and Google describe in HTML.
fn without_tags(text: &str) -> String {
    if !(text.contains("</") || text.contains("<br")) {
        return text.to_owned();
    }
    let Ok(source) = crate::import::outline::html(text, "") else { return text.to_owned() };
    let mut lines = Vec::new();
    for block in source.blocks {
        match block {
            crate::import::outline::Block::Heading(heading) => lines.push(heading.text),
            crate::import::outline::Block::Paragraph(words, _) => lines.push(words.all()),
            crate::import::outline::Block::List { items, .. } => {
                lines.extend(items.iter().map(|item| format!("- {}", item.words.all())));
            }
            _ => {}
        }
    }
    lines.join("\n")
}
