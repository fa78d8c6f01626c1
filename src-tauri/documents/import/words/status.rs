//! How far a task is, in the words of many tools.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{folded, lines};

static WORDS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (status, _, list) in lines(include_str!("status.txt")) {
        for word in list.split('|') {
            words.entry(folded(word)).or_insert(status);
        }
    }
    words
});

/// Marks that tick something off.
const TICKS: [char; 8] = ['✓', '✔', '☑', '✅', '☒', '🗹', '🟢', '●'];
/// Boxes that nobody ticked.
const BOXES: [char; 4] = ['☐', '□', '⬜', '▢'];

/// The status that a cell says, whatever picture stands before it.
pub(in super::super) fn status_of(cell: &str) -> Option<&'static str> {
    let words = folded(cell);
    if let Some(status) = WORDS.get(&words) {
        return Some(status);
    }
    // "3 - In progress", "In progress (50%)", "10 | Done".
    let bare = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let bare = bare.split(" %").next().unwrap_or(bare).trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if let Some(status) = WORDS.get(bare) {
        return Some(status);
    }
    if words.is_empty() {
        let cell = cell.trim();
        return match cell.chars().next() {
            Some(c) if TICKS.contains(&c) => Some("done"),
            Some(c) if BOXES.contains(&c) => Some("todo"),
            Some('⏳' | '🔄' | '🟡') => Some("doing"),
            Some('⛔' | '🚫' | '🔴') => Some("blocked"),
            _ => None,
        };
    }
    percent(cell)
}

/// Whether a cell is a status and nothing else.
pub(in super::super) fn is_status(cell: &str) -> bool {
    let words = folded(cell);
    words.chars().count() > 2 && WORDS.contains_key(&words)
}

/// A share of what is done as a status: "0%", "100 %", and 0.5 as a workbook keeps it.
pub(in super::super) fn percent(cell: &str) -> Option<&'static str> {
    let cell = cell.trim();
    let number = cell.trim_end_matches('%').trim().replace(',', ".");
    let share: f64 = number.parse().ok().filter(|share: &f64| (0.0..=100.0).contains(share))?;
    let whole = if cell.ends_with('%') || share > 1.0 { 100.0 } else { 1.0 };
    Some(if share <= 0.0 {
        "todo"
    } else if share >= whole {
        "done"
    } else {
        "doing"
    })
}

/// Whether a cell in a column of what is done says so: a tick, a word, a day.
pub(in super::super) fn is_done(cell: &str) -> bool {
    let cell = cell.trim();
    let is_no = ["", "0", "no", "non", "nein", "false", "faux", "falsch", "nee", "falso", "nao", "n"];
    let words = folded(cell);
    if cell.starts_with(BOXES) || is_no.contains(&words.as_str()) && !cell.starts_with(TICKS) {
        return false;
    }
    match status_of(cell) {
        Some(status) => status == "done",
        None => cell == "1" || is_tick(cell) || words.chars().any(|c| c.is_ascii_digit()),
    }
}

/// Whether a cell is only a tick.
pub(in super::super) fn is_tick(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches('\u{fe0f}');
    let mut letters = cell.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) => TICKS.contains(&c) || "xX×✗✘•1".contains(c),
        _ => ["yes", "oui", "ja", "si", "sim", "true", "vrai", "wahr"].contains(&folded(cell).as_str()),
    }
}

/// A title without its check box, and whether that was ticked.
pub(in super::super) fn ticked(title: &str) -> (&str, Option<bool>) {
    let title = title.trim();
    for (mark, is_done) in [("[x]", true), ("[X]", true), ("[ ]", false), ("[]", false), ("[✓]", true), ("[✔]", true)]
    {
        if let Some(rest) = title.strip_prefix(mark) {
            return (rest.trim(), Some(is_done));
        }
    }
    if let Some(rest) = title.strip_prefix(TICKS).filter(|rest| rest.starts_with([' ', '\u{fe0f}', '\u{a0}'])) {
        return (rest.trim_start_matches('\u{fe0f}').trim(), (!title.starts_with('●')).then_some(true));
    }
    if let Some(rest) = title.strip_prefix(BOXES) {
        return (rest.trim_start_matches('\u{fe0f}').trim(), Some(false));
    }
    (title, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_read_as_tools_write_them() {
        for (cell, status) in [
            ("⏳ To do", "todo"),
            ("✅ Done", "done"),
            ("Not started", "todo"),
            ("En cours", "doing"),
            ("Nicht begonnen", "todo"),
            ("Hecha", "done"),
            ("in corso", "doing"),
            ("Em andamento", "doing"),
            ("Afgerond", "done"),
            ("50 %", "doing"),
            ("100%", "done"),
            ("0%", "todo"),
            ("3 - In Progress", "doing"),
            ("☑", "done"),
        ] {
            assert_eq!(status_of(cell), Some(status), "{cell}");
        }
        assert_eq!(status_of("bizarre"), None);
        assert_eq!((percent("0.5"), percent("1"), percent("0")), (Some("doing"), Some("done"), Some("todo")));
        assert!(is_done("x") && is_done("TRUE") && is_done("2026-11-01") && !is_done("no") && !is_done("☐"));
        assert_eq!(ticked("[x] Book the room"), ("Book the room", Some(true)));
        assert_eq!(ticked("☐ Send"), ("Send", Some(false)));
        assert_eq!(ticked("x-ray"), ("x-ray", None));
    }
}
