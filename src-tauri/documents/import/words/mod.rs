//! Words as people write them in titles, statuses and letters, and when two of them are the same.
//!
//! The words themselves stand in `titles.txt`, `agenda.txt`, `letters.txt` and `status.txt`, one line each, to be
//! extended by anybody.

mod agenda;
mod days;
mod letters;
mod status;
mod titles;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub(super) use agenda::{agenda_meanings, is_break, is_close, is_place, opens_day};
pub(super) use days::{Order, day, order};
pub(super) use letters::{Cell, Dialect, Letter, cell, definition, meant};
pub(super) use status::{is_done, is_status, is_tick, percent, status_of, ticked};
pub(super) use titles::{Certainty, Title, meaning_of, title};

/// Titles of at least this many letters may have a typing error.
const TYPO_FROM: usize = 5;
/// How alike two titles must be (Damerau-Levenshtein, normalised).
const ALIKE: f64 = 0.84;

/// A text without case, accents and punctuation: words with one space between them. `RoleName`, `role_name` and
/// `Role name` are the same; `%`, `#` and `&` stay, because they mean something.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut last_is_lower = false;
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            '%' | '#' => {
                if !folded.ends_with([' ', '#']) && !folded.is_empty() {
                    folded.push(' ');
                }
                folded.push(c);
                if c == '%' {
                    folded.push(' ');
                }
            }
            _ if c.is_alphanumeric() => {
                if c.is_uppercase() && last_is_lower {
                    folded.push(' ');
                }
                folded.extend(c.to_lowercase());
            }
            _ if !folded.ends_with(' ') && !folded.is_empty() => folded.push(' '),
            _ => {}
        }
        last_is_lower = c.is_lowercase();
    }
    let end = folded.trim_end().len();
    folded.truncate(end);
    folded
}

/// Whether two folded texts are the same but for a typing error.
fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    // What is cheap to see first: this is asked of every title there is.
    if one.as_bytes().first() != other.as_bytes().first() || one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let (short, long) =
        (one.chars().count().min(other.chars().count()), one.chars().count().max(other.chars().count()));
    short >= TYPO_FROM && long - short <= 2 && strsim::normalized_damerau_levenshtein(one, other) >= ALIKE
}

/// The lines of a table of words: the first word, the language, the rest.
fn lines(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).filter_map(|line| {
        let (first, rest) = line.split_once(char::is_whitespace)?;
        let (language, rest) = rest.trim_start().split_once(char::is_whitespace)?;
        Some((first, language, rest.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_the_same_however_they_are_written() {
        for title in ["RoleName", "role_name", " Role name: ", "ROLE NAME", "Rôle‑name"] {
            assert_eq!(folded(title), "role name", "{title}");
        }
        assert_eq!(folded("N°"), "n");
        assert_eq!(folded("% Complete"), "% complete");
        assert_eq!(folded("Échéance (date)"), "echeance date");
        assert!(alike("responsable", "responsible") && alike("assignee", "asignee") && !alike("role", "rule"));
    }

    #[test]
    fn every_line_of_words_is_read() {
        for table in [
            include_str!("titles.txt"),
            include_str!("letters.txt"),
            include_str!("status.txt"),
            include_str!("agenda.txt"),
        ] {
            let written = table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).count();
            assert_eq!(lines(table).count(), written);
            assert!(lines(table).all(|(_, language, _)| {
                ["en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "he"].contains(&language)
            }));
        }
    }
}
