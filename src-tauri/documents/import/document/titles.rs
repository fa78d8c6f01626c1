//! What a heading or a label says: a section of a role, the roles themselves, or a name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Section;
use super::phrases::PHRASES;
use super::words::{AROUND, ARTICLES, ROLE_PREFIXES, TYPICAL, WORDS, folded};
use crate::import::columns::{Meaning, meaning_of};
use crate::import::outline::{capitalised, is_colon, is_space};

/// Longest name of a role, in words.
const NAME_WORDS: usize = 9;
/// Shortest word of a section that a longer word may end with ("Hauptaufgaben").
const SUFFIX: usize = 5;

static SECTIONS: LazyLock<HashMap<&str, Section>> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(section, lines)| {
        lines.iter().flat_map(|line| line.split_whitespace()).map(move |word| (word, *section))
    });
    // A word of several languages keeps its first meaning.
    let mut sections = HashMap::new();
    for (word, section) in words {
        sections.entry(word).or_insert(section);
    }
    sections
});

/// The section that a title names; `None` for a title that is none, and so may be a role.
pub(super) fn section_of(title: &str) -> Option<Section> {
    let title = without_number(title);
    // "Role: Deputy" names one, whatever "deputy" means alone.
    if after_prefix(&title).is_some() {
        return None;
    }
    let words = folded(&title);
    if words.is_empty() || words.len() > 8 {
        return None;
    }
    let whole = words.join(" ");
    if let Some((_, section)) = PHRASES.iter().find(|(phrase, _)| *phrase == whole) {
        return Some(*section);
    }
    let rest: Vec<&str> = words.iter().map(String::as_str).filter(|word| !AROUND.contains(word)).collect();
    if rest.is_empty() {
        // "The role": what it is for. "Position" alone says nothing of its own.
        let is_role = words.iter().any(|word| ["role", "rolle", "rol", "ruolo", "papel"].contains(&word.as_str()));
        return is_role.then_some(Section::Purpose);
    }
    let is_typical = rest.iter().any(|word| TYPICAL.contains(word));
    let rest: Vec<&str> = rest.into_iter().filter(|word| !TYPICAL.contains(word)).collect();
    let found: Option<Vec<Section>> = rest.iter().map(|word| word_of(word)).collect();
    match found {
        Some(found) if !found.is_empty() => {
            let has = |section| found.contains(&section);
            let first = found[0];
            Some(if has(Section::Roles) && (has(Section::Duties) || first == Section::Roles) {
                Section::Roles
            } else if is_typical && (has(Section::Tasks) || has(Section::Duties)) {
                Section::Typical
            } else if has(Section::Duties) {
                Section::Duties
            } else {
                first
            })
        }
        _ if words.len() <= 2 => by_column(&title),
        _ => None,
    }
}

/// What the titles of columns know.
fn by_column(title: &str) -> Option<Section> {
    match meaning_of(title) {
        Meaning::Skills => Some(Section::Skills),
        Meaning::TypicalTasks => Some(Section::Typical),
        Meaning::Mandate => Some(Section::Purpose),
        Meaning::Responsibility => Some(Section::Duties),
        Meaning::FirstStep => Some(Section::FirstStep),
        Meaning::Holders | Meaning::Email => Some(Section::Holders),
        Meaning::Notes | Meaning::Detail => Some(Section::Other),
        _ => None,
    }
}

fn word_of(word: &str) -> Option<Section> {
    if let Some(section) = SECTIONS.get(word) {
        return Some(*section);
    }
    // Compounds: the last part says what it is.
    let is_end = |known: &&&str| known.len() >= SUFFIX && word.len() > known.len() + 2 && word.ends_with(**known);
    let found = SECTIONS.keys().filter(is_end).max_by_key(|known| known.len()).and_then(|known| SECTIONS.get(known));
    found
        .copied()
        .filter(|section| matches!(section, Section::Duties | Section::Skills | Section::Purpose | Section::Roles))
}

/// Whether a title speaks of roles in a few words: "The roles of our club".
pub(super) fn is_about_roles(title: &str) -> bool {
    if section_of(title) == Some(Section::Roles) {
        return true;
    }
    let words = folded(title);
    let rest: Vec<&String> = words.iter().filter(|word| !AROUND.contains(&word.as_str())).collect();
    let is_roles = |word: &&&String| {
        [
            "roles",
            "rollen",
            "ruoli",
            "papeis",
            "responsibilities",
            "responsabilites",
            "verantwortlichkeiten",
            "aufgabenverteilung",
            "responsabilidades",
            "responsabilita",
            "verantwoordelijkheden",
            "taakverdeling",
            "rollenverteilung",
            "rolverdeling",
            "fonctions",
        ]
        .contains(&word.as_str())
    };
    rest.len() <= 3 && rest.iter().any(|word| is_roles(&word))
}

/// The name in the title of a role, and what stands around it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RoleTitle {
    pub name: String,
    /// The title says itself that it names a role.
    pub is_explicit: bool,
    /// A person named with it.
    pub holder: Option<String>,
}

/// What a title would name as a role; `None` for one that cannot be a name.
pub(super) fn role_title(title: &str) -> Option<RoleTitle> {
    let mut name = without_number(title);
    let mut is_explicit = false;
    if let Some(rest) = after_prefix(&name) {
        (name, is_explicit) = (rest, true);
    }
    for suffix in [" role", " Role", " (role)", " – role description", " - role description", " job description"] {
        if let Some(rest) = name.strip_suffix(suffix).filter(|rest| rest.split_whitespace().count() > 0) {
            name = rest.to_owned();
        }
    }
    let mut holder = None;
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some((before, inside)) = name.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)) {
            if super::people::is_person(inside) {
                holder = Some(inside.trim().to_owned());
                name = before.trim().to_owned();
            } else if is_gender(inside) {
                name = before.trim().to_owned();
            }
        }
    }
    for dash in [" – ", " — ", " - ", ": ", " : "] {
        if let Some((before, after)) = name.split_once(dash)
            && super::people::is_person(after)
            && !before.trim().is_empty()
        {
            (holder, name) = (Some(after.trim().to_owned()), before.trim().to_owned());
            break;
        }
    }
    let name = name.trim_matches(|c: char| is_space(c) || is_colon(c) || "-–—*#".contains(c)).to_owned();
    let is_name = name.chars().any(char::is_alphabetic)
        && name.split_whitespace().count() <= NAME_WORDS
        && name.chars().count() <= 90
        && !name.ends_with(['?', '!', ';', ','])
        && !(name.ends_with('.') && name.split_whitespace().count() > 3);
    is_name.then(|| RoleTitle { name: capitalised(name.trim_end_matches('.')), is_explicit, holder })
}

/// "(m/w/d)", "(H/F)".
fn is_gender(text: &str) -> bool {
    text.len() <= 9
        && text.split(['/', '|', ',', '-']).count() > 1
        && text.split(['/', '|', ',', '-']).all(|part| part.trim().chars().count() <= 1)
}

/// What stands behind a word such as "Role:"; the word must be followed by a colon, a dash or a number, or be one
/// that asks for a name ("The role of").
fn after_prefix(title: &str) -> Option<String> {
    let lower = title.to_lowercase();
    for prefix in ROLE_PREFIXES {
        let Some(rest) = lower.strip_prefix(prefix) else { continue };
        let at = title.len().checked_sub(rest.len())?;
        let rest = title.get(at..)?;
        let asks = prefix.ends_with(" of") || prefix.ends_with(" de") || prefix.ends_with(" du");
        let number = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '#');
        let has_number = number.len() < rest.trim_start().len() && rest.starts_with(is_space);
        let bare = if has_number { number } else { rest };
        let bare = bare.trim_start_matches(is_space);
        let after = bare.trim_start_matches(|c| is_colon(c) || ['-', '–', '—', '|', '.', '·'].contains(&c));
        let is_marked = after.len() < bare.len() || has_number;
        if (is_marked || (asks && rest.starts_with(is_space))) && !after.trim().is_empty() {
            return Some(after.trim_matches(is_space).to_owned());
        }
    }
    None
}

/// A title without its number ("1.2", "IV.", "Article 12 –", "§ 7"), the pictures before it, and the colon after it.
pub(super) fn without_number(title: &str) -> String {
    let is_picture = |c: char| !c.is_alphanumeric() && !"([@§#\"«“'".contains(c);
    let mut text = title.trim_matches(is_space).trim_start_matches(is_picture);
    // Shortcodes of pictures: ":moneybag:".
    while let Some(rest) = text
        .strip_prefix(':')
        .and_then(|rest| rest.split_once(':'))
        .filter(|(code, _)| !code.is_empty() && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-'))
        .map(|(_, rest)| rest)
    {
        text = rest.trim_start_matches(is_picture);
    }
    let lower = text.to_lowercase();
    for article in ARTICLES {
        let Some(rest) = lower.strip_prefix(article) else { continue };
        let Some(rest) = text.get(text.len().saturating_sub(rest.len())..) else { continue };
        let number = rest.trim_start_matches(|c: char| is_space(c) || c == '.');
        let digits = number.trim_start_matches(|c: char| c.is_ascii_digit() || ".ivxIVX".contains(c));
        if digits.len() < number.len() && (digits.is_empty() || digits.starts_with(|c: char| !c.is_alphanumeric())) {
            let after = digits.trim_start_matches(|c: char| is_space(c) || is_colon(c) || "-–—.)".contains(c));
            return if after.is_empty() { text.to_owned() } else { tidy(after) };
        }
    }
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if digits.len() < text.len() && digits.starts_with(|c: char| is_space(c) || ")-–—:".contains(c)) {
        let after = digits.trim_start_matches(|c: char| is_space(c) || ")-–—:".contains(c));
        if !after.is_empty() {
            return tidy(after);
        }
    }
    // "A.", "IV.", "b)".
    if let Some((number, after)) = text.split_once([' ', '\u{a0}', '\t'])
        && let Some(letters) = number.strip_suffix(['.', ')'])
        && !letters.is_empty()
        && (letters.chars().count() == 1 || letters.chars().all(|c| "IVXivx".contains(c)))
    {
        return tidy(after);
    }
    tidy(text)
}

fn tidy(text: &str) -> String {
    text.trim_matches(is_space).trim_end_matches(|c| is_colon(c) || is_space(c)).to_owned()
}
