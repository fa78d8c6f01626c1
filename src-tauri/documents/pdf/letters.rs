//! Makes any text printable.
//!
//! A PDF/UA file may hold no character without a glyph, and a page no word wider than itself. Users may write
//! anything, so every text of a document passes here: what no font has becomes a visible box and is named to the
//! user, and long words learn where to break.

use std::collections::BTreeSet;

use serde_json::Value;

use super::world::{Coverage, Fonts};

/// Stands for one character that no font has.
const BOX: char = '□';
/// Longest run without a place to break.
const WORD_MAX: usize = 26;

/// How much of a text is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// Everything that a font has, those of the system included.
    Normal,
    /// Everything that an embedded font has.
    Embedded,
    /// Only what Inter has without combining, for a text that cannot be set otherwise.
    Strict,
}

/// The characters of `data` that no embedded font has.
pub(super) fn missing(data: &Value) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    look(data, &mut found);
    found
}

fn look(data: &Value, found: &mut BTreeSet<char>) {
    match data {
        Value::String(text) if !text.is_ascii() => {
            let is_missing = |c: &char| {
                !c.is_ascii()
                    && !c.is_control()
                    && !is_invisible(*c)
                    && !is_private(*c)
                    && Fonts::EMBEDDED.coverage(*c) == Coverage::None
            };
            found.extend(text.chars().filter(is_missing));
        }
        Value::Array(values) => values.iter().for_each(|value| look(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| look(value, found)),
        _ => {}
    }
}

/// Makes every text of `data` printable with `fonts` and collects the characters that are not.
pub(super) fn make_printable(data: &mut Value, care: Care, fonts: &Fonts, unprintable: &mut BTreeSet<char>) {
    match data {
        Value::String(text) => {
            if !text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) || text.len() > WORD_MAX {
                *text = printable(text, care, fonts, unprintable);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| make_printable(value, care, fonts, unprintable)),
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| make_printable(value, care, fonts, unprintable));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable(text: &str, care: Care, fonts: &Fonts, unprintable: &mut BTreeSet<char>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    let mut last = Last::Letter;
    for c in text.chars() {
        let Some(c) = letter(c, care, fonts, &mut last, unprintable) else { continue };
        if may_break_after(c) {
            run = 0;
        } else {
            run += 1;
            // Never inside what is one picture with the character before.
            if run > WORD_MAX && !is_joining(c) {
                out.push('\u{200b}');
                run = 1;
            }
        }
        out.push(c);
    }
    out
}

/// What the character before became.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Letter,
    /// A letter of a font of the system.
    System,
    Boxed,
}

/// A join or a variant of the character before it.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
}

/// The character to print for `c`; `None` for one that shows nothing.
fn letter(c: char, care: Care, fonts: &Fonts, last: &mut Last, unprintable: &mut BTreeSet<char>) -> Option<char> {
    let was = std::mem::replace(last, Last::Letter);
    match c {
        '\n' => return Some('\n'),
        '\t' => return Some(' '),
        // It belongs to the box, or to the picture, that is there already.
        _ if is_joining(c) && was == Last::Boxed => {
            *last = was;
            return None;
        }
        '\u{200d}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}' if was == Last::System => {
            *last = was;
            return Some(c);
        }
        '\u{200b}' | '\u{00ad}' => return Some(c),
        '\u{200c}' | '\u{200d}' | '\u{200e}' | '\u{200f}' if care != Care::Strict => return Some(c),
        _ if c.is_control() || is_invisible(c) => return None,
        _ => {}
    }
    let coverage = fonts.coverage(c);
    let has = match coverage {
        Coverage::Family => care != Care::Strict || !is_combining(c),
        Coverage::Fallback => care != Care::Strict,
        Coverage::System => care == Care::Normal,
        Coverage::None => false,
    };
    if has && !is_private(c) {
        *last = if coverage == Coverage::System { Last::System } else { Last::Letter };
        return Some(c);
    }
    unprintable.insert(c);
    *last = Last::Boxed;
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
        (printable(text, Care::Normal, &Fonts::EMBEDDED, &mut unprintable), unprintable.into_iter().collect())
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
    fn only_what_no_embedded_font_has_is_looked_for_elsewhere() {
        let data = serde_json::json!({ "a": ["Où ça ?", { "b": "Кириллица 会\u{200d}\u{e001}" }], "c": "👩" });
        assert_eq!(missing(&data), BTreeSet::from(['会', '👩']));
    }

    #[test]
    fn a_long_word_can_break() {
        let (text, _) = normal(&"a".repeat(60));
        assert!(text.split('\u{200b}').all(|part| part.len() <= WORD_MAX));
        assert_eq!(text.replace('\u{200b}', ""), "a".repeat(60));
    }
}
