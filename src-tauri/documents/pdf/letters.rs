//! Makes any text printable.
//!
//! A PDF/UA file may hold no character without a glyph, and a page no word wider than itself. Users may write
//! anything, so every text of a document passes here: what no font has becomes a visible box and is named to the
//! user, and long words learn where to break.

use std::collections::BTreeSet;

use serde_json::Value;

use super::world::{Coverage, coverage};

/// Stands for one character that no font has.
const BOX: char = '□';
/// Longest run without a place to break.
const WORD_MAX: usize = 26;

/// How much of a text is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// Everything that a font has.
    Normal,
    /// Only what Inter has without combining, for a text that cannot be set otherwise.
    Strict,
}

/// Makes every text of `data` printable and collects the characters that are not.
pub(super) fn make_printable(data: &mut Value, care: Care, unprintable: &mut BTreeSet<char>) {
    match data {
        Value::String(text) => {
            if !text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) || text.len() > WORD_MAX {
                *text = printable(text, care, unprintable);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| make_printable(value, care, unprintable)),
        Value::Object(fields) => fields.values_mut().for_each(|value| make_printable(value, care, unprintable)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable(text: &str, care: Care, unprintable: &mut BTreeSet<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    let mut is_boxed = false;
    for c in text.chars() {
        let Some(c) = letter(c, care, &mut is_boxed, unprintable) else { continue };
        if may_break_after(c) {
            run = 0;
        } else {
            run += 1;
            if run > WORD_MAX {
                out.push('\u{200b}');
                run = 1;
            }
        }
        out.push(c);
    }
    out
}

/// The character to print for `c`; `None` for one that shows nothing.
fn letter(c: char, care: Care, is_boxed: &mut bool, unprintable: &mut BTreeSet<char>) -> Option<char> {
    let was_boxed = std::mem::take(is_boxed);
    match c {
        '\n' => return Some('\n'),
        '\t' => return Some(' '),
        // A join or a variant of something already shown as a box belongs to that box.
        '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' if was_boxed => {
            *is_boxed = true;
            return None;
        }
        '\u{200b}' | '\u{00ad}' => return Some(c),
        '\u{200c}' | '\u{200d}' | '\u{200e}' | '\u{200f}' if care == Care::Normal => return Some(c),
        _ if c.is_control() || is_invisible(c) => return None,
        _ => {}
    }
    let has = match coverage(c) {
        Coverage::Family => care == Care::Normal || !is_combining(c),
        Coverage::Fallback => care == Care::Normal,
        Coverage::None => false,
    };
    if has && !is_private(c) {
        return Some(c);
    }
    unprintable.insert(c);
    *is_boxed = true;
    Some(BOX)
}

fn may_break_after(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{00ad}' | '-' | '–' | '—')
}

/// Characters that only steer other characters, and byte order marks, which a PDF may not map to.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{180b}'..='\u{180f}')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}') || (c as u32) & 0xfffe == 0xfffe
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normal(text: &str) -> (String, String) {
        let mut unprintable = BTreeSet::new();
        (printable(text, Care::Normal, &mut unprintable), unprintable.into_iter().collect())
    }

    #[test]
    fn what_a_font_has_stays() {
        let text = "Où « ça » va\u{202f}? Žluťoučký, Ελληνικά, Кириллица, עברית, العربية → ✓ €";
        assert_eq!(normal(text), (text.to_owned(), String::new()));
    }

    #[test]
    fn what_no_font_has_is_one_box_and_named() {
        assert_eq!(normal("会 👩‍🚀!"), ("□ □□!".to_owned(), "会👩🚀".to_owned()));
        assert_eq!(normal("a\u{feff}b\u{e001}").0, "ab□");
    }

    #[test]
    fn a_long_word_can_break() {
        let (text, _) = normal(&"a".repeat(60));
        assert!(text.split('\u{200b}').all(|part| part.len() <= WORD_MAX));
        assert_eq!(text.replace('\u{200b}', ""), "a".repeat(60));
    }
}
