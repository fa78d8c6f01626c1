//! Texts as they are stored: trimmed, of one line where one line is meant, never cut silently.

use crate::{Error, Result, Rule};

/// Longest title, in characters.
pub const TITLE_MAX: u32 = 300;
/// Longest line of detail, in characters.
pub const LINE_MAX: u32 = 1_000;
/// Longest running text, in characters.
pub const NOTES_MAX: u32 = 20_000;

/// A title: one line, not empty, at most [`TITLE_MAX`] characters.
///
/// # Errors
/// [`Error::Invalid`] when nothing is left after trimming, [`Error::TooLong`] beyond the maximum.
pub fn clean_title(field: &'static str, text: &str) -> Result<String> {
    let line = one_line(text);
    if line.is_empty() {
        return Err(Error::invalid(field, Rule::Empty));
    }
    within(field, line, TITLE_MAX)
}

/// One line that may be empty, at most [`LINE_MAX`] characters.
///
/// # Errors
/// [`Error::TooLong`] beyond the maximum.
pub fn clean_line(field: &'static str, text: &str) -> Result<String> {
    within(field, one_line(text), LINE_MAX)
}

/// Running text (plain or CommonMark) that may be empty, at most [`NOTES_MAX`] characters.
///
/// # Errors
/// [`Error::TooLong`] beyond the maximum.
pub fn clean_text(field: &'static str, text: &str) -> Result<String> {
    let text = text.replace("\r\n", "\n");
    within(field, visible(text.trim_end()), NOTES_MAX)
}

/// Like [`clean_line`], with an empty text as none.
///
/// # Errors
/// [`Error::TooLong`] beyond the maximum.
pub fn clean_optional(field: &'static str, text: Option<&str>) -> Result<Option<String>> {
    let line = clean_line(field, text.unwrap_or_default())?;
    Ok(Some(line).filter(|line| !line.is_empty()))
}

fn one_line(text: &str) -> String {
    visible(&text.replace(['\n', '\r', '\t', '\u{2028}', '\u{2029}'], " ")).trim().to_owned()
}

/// Control characters cannot be seen, printed or found again; tab and newline stay.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

fn within(field: &'static str, text: String, limit: u32) -> Result<String> {
    if text.chars().count() > limit as usize {
        return Err(Error::TooLong { field, limit });
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_one_trimmed_line() {
        assert_eq!(clean_title("title", "  Régler\r\n les accès\u{0} ").unwrap(), "Régler   les accès");
    }

    #[test]
    fn an_empty_or_long_title_is_refused() {
        assert!(matches!(clean_title("title", " \n\t"), Err(Error::Invalid { rule: Rule::Empty, .. })));
        assert!(matches!(clean_title("title", &"é".repeat(301)), Err(Error::TooLong { limit: 300, .. })));
        assert_eq!(clean_title("title", &"é".repeat(300)).unwrap().chars().count(), 300);
    }
}
