//! Plain text: lines, blank lines between paragraphs, and the bullets and numbers that people type.

use super::{Build, boxed, is_space};
use crate::import::Source;

/// A line from this length on may have been broken by a program.
const LONG_LINE: usize = 56;

/// A plain text. A line is a paragraph of its own, unless it goes on with the one before.
pub(in super::super) fn plain(text: &str, name: &str) -> Source {
    let mut build = Build::new(name);
    let mut before = "";
    for (line, text) in (1..).zip(text.lines()) {
        build.at(line);
        let words = text.trim_matches(is_space);
        if is_broken(before, words) || (text.starts_with(is_space) && build.is_in_item() && is_going_on(words)) {
            build.text(" ");
            build.text(words);
        } else {
            line_of(&mut build, text);
        }
        before = words;
    }
    build.finish(None)
}

/// Whether a line goes on with the one before, which was broken where it became too long.
fn is_broken(before: &str, words: &str) -> bool {
    before.chars().count() >= LONG_LINE && !before.ends_with(['.', '!', '?', ':', ';']) && is_going_on(words)
}

fn is_going_on(words: &str) -> bool {
    !words.is_empty() && bullet(words).is_none()
}

/// A line, with what its first letters make of it.
fn line_of(build: &mut Build, text: &str) {
    let indent = text.chars().take_while(|c| is_space(*c)).map(|c| if c == '\t' { 4 } else { 1 }).sum::<usize>();
    let words = text.trim_matches(is_space);
    if words.is_empty() {
        return build.close_paragraph();
    }
    match bullet(words) {
        Some((is_ordered, rest)) => {
            let depth = (1 + indent / 2).min(build.depth() + 1);
            while build.depth() > depth {
                build.close_list();
            }
            if build.depth() < depth {
                build.open_list(is_ordered);
            } else if build.open_items() >= depth {
                build.close_item();
            }
            build.open_item();
            build.text(rest);
        }
        None => {
            build.close_lists();
            build.open_paragraph();
            // A line of strokes only draws.
            if words.contains(char::is_alphanumeric) {
                build.text(words);
            }
        }
    }
}

/// A text behind its bullet or number: whether it is a number, and the rest.
pub(in super::super) fn bullet(text: &str) -> Option<(bool, &str)> {
    const BULLETS: &[char] = &[
        '-', '–', '—', '*', '•', '·', '◦', '▪', '▫', '■', '●', '○', '‣', '➢', '➤', '→', '►', '✓', '+', 'o', '\u{f0b7}',
        '\u{f0a7}', '\u{f0d8}',
    ];
    if boxed(text).is_some() {
        return Some((false, text));
    }
    let mut letters = text.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    if BULLETS.contains(&first) && rest.starts_with(is_space) {
        return Some((false, rest.trim_start_matches(is_space)));
    }
    // Symbols that nobody types as the beginning of a word need no space.
    if "•▪■●‣➢➤\u{f0b7}\u{f0a7}\u{f0d8}".contains(first) && !rest.is_empty() {
        return Some((false, rest));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(first.is_ascii_alphabetic());
    for (length, ends) in [(digits, &[". ", ") ", ".\t", ")\t", "° "][..]), (letter, &[") ", ")\t"][..])] {
        if (1..=3).contains(&length)
            && let Some(end) = ends.iter().find(|end| text[length..].starts_with(**end))
        {
            return Some((true, text[length + end.len()..].trim_start_matches(is_space)));
        }
    }
    None
}
