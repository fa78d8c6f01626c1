//! A list of items with their minutes, as people write it into the description of an event.

use crate::import::outline::bullet;

/// Most minutes of an item.
const MINUTES_MAX: u32 = 7 * 24 * 60;

/// The items of a description with their minutes, and the rest of it. A text with fewer than two timed lines is no
/// agenda, unless its only line of a list is timed.
pub(in super::super) fn read(text: &str) -> (Vec<(String, u32)>, String) {
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

/// A line with its minutes: "1. Budget (20 min)", "Budget – 20'", "09:00–09:20 Budget", "09:00 Budget" before another
/// line with a time.
fn item(line: &str, next: Option<&str>) -> Option<(String, u32)> {
    let text = bullet(line).map_or(line, |(_, rest)| rest);
    if let Some((from, rest)) = clock(text) {
        let rest = rest.trim_start();
        let after = rest.trim_start_matches(['-', '–', '—']).trim_start();
        if after.len() < rest.len()
            && let Some((to, title)) = clock(after)
            && to > from
        {
            return named(title, to - from);
        }
        if let Some((to, _)) = next.map(|next| bullet(next).map_or(next, |(_, rest)| rest)).and_then(clock)
            && to > from
            && minutes_in(rest).is_none()
        {
            return named(rest, to - from);
        }
        return minutes_in(rest).and_then(|(title, minutes)| named(&title, minutes));
    }
    minutes_in(text).and_then(|(title, minutes)| named(&title, minutes))
}

fn named(title: &str, minutes: u32) -> Option<(String, u32)> {
    let title = title.trim_matches(|c: char| c.is_whitespace() || "-–—:|,;·(".contains(c));
    (!title.is_empty() && title.chars().any(char::is_alphabetic) && minutes <= MINUTES_MAX)
        .then(|| (title.to_owned(), minutes))
}

/// A time of day at the start, in minutes, and what follows: "9:00", "09h30", "9.30".
fn clock(text: &str) -> Option<(u32, &str)> {
    let hours = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&hours) {
        return None;
    }
    let rest = text[hours..].strip_prefix([':', 'h', 'H', '.'])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let minutes = if digits == 2 { rest[..2].parse().ok()? } else { 0u32 };
    if digits != 2 && !(digits == 0 && text[hours..].starts_with(['h', 'H'])) {
        return None;
    }
    let hours: u32 = text[..hours].parse().ok()?;
    (hours < 25 && minutes < 60).then(|| (hours * 60 + minutes, &rest[digits.min(2)..]))
}

/// Words of minutes behind a number.
const MINUTES: &[&str] =
    &["min", "mins", "minutes", "minute", "mn", "minuten", "minutos", "minuti", "minuut", "'", "’", "′"];
const HOURS: &[&str] =
    &["h", "hour", "hours", "heure", "heures", "stunde", "stunden", "hora", "horas", "ora", "ore", "uur", "std"];

/// A text with its minutes at the end or in brackets, without them.
fn minutes_in(text: &str) -> Option<(String, u32)> {
    let mut found = None;
    for (at, c) in text.char_indices() {
        let is_start =
            c.is_ascii_digit() && !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '.');
        if !is_start {
            continue;
        }
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if digits > 3 {
            continue;
        }
        let rest = text[at + digits..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']);
        let word: String = rest.chars().take_while(|c| c.is_alphabetic() || "'’′".contains(*c)).collect();
        let lower = word.to_lowercase();
        let number: u32 = text[at..at + digits].parse().ok()?;
        let minutes = if MINUTES.contains(&lower.as_str()) {
            number
        } else if HOURS.contains(&lower.as_str()) && number < 24 {
            number * 60
        } else {
            continue;
        };
        let end = text.len() - rest.len() + word.len();
        let after = text[end..].trim_start_matches(['.', ')', ']']);
        let before = text[..at].trim_end_matches(['(', '[', ' ', '\u{a0}', '~']);
        found = Some((
            format!(
                "{before}{}",
                if before.is_empty() || after.trim().is_empty() {
                    after.trim().to_owned()
                } else {
                    format!(" {}", after.trim())
                }
            ),
            minutes,
        ));
        break;
    }
    found
}
