//! What an item of a list says: a name and what follows it, letters, an owner.

use super::people::{is_person, is_role_like};
use super::titles::role_title;
use crate::import::outline::{Item, Words, is_colon, is_space};

/// Longest name before a colon or a dash, in words.
const NAME_WORDS: usize = 6;

/// A name and what follows it: bold words, or words before a colon or a dash.
pub(super) fn split(words: &Words) -> Option<(String, String)> {
    if !words.lead.is_empty() {
        let rest = words.rest.trim_start_matches(|c| is_space(c) || ['-', '–', '—', ','].contains(&c));
        return Some((words.lead.clone(), rest.trim().to_owned()));
    }
    split_text(&words.rest)
}

/// As [`split`], of a plain text.
pub(super) fn split_text(text: &str) -> Option<(String, String)> {
    let first = text.lines().next().unwrap_or_default();
    let colon = first.char_indices().find(|(at, c)| {
        is_colon(*c)
            && (*c == '：' || first[at + c.len_utf8()..].starts_with(is_space) || at + c.len_utf8() == first.len())
    });
    let dash =
        [" – ", " — ", " - ", " → ", " | "].iter().filter_map(|dash| Some((first.find(dash)?, dash.len()))).min();
    let (at, width) = match (colon.map(|(at, c)| (at, c.len_utf8())), dash) {
        (Some(colon), Some(dash)) => colon.min(dash),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return None,
    };
    let (name, rest) = (&text[..at], &text[at + width..]);
    let name = name.trim_matches(is_space);
    let is_name = !name.is_empty() && name.split_whitespace().count() <= NAME_WORDS && !name.contains('.');
    is_name.then(|| (name.to_owned(), rest.trim_matches(is_space).to_owned()))
}

/// The name of a role that an item may give, with what it says of it: "Treasurer: keeps the accounts",
/// "Treasurer" with a list of its own.
pub(super) fn named(item: &Item) -> Option<(String, String)> {
    let (name, rest) = match split(&item.words) {
        Some(split) => split,
        None => (item.words.all(), String::new()),
    };
    let title = role_title(&name)?;
    let is_short = title.name.split_whitespace().count() <= NAME_WORDS && !title.name.ends_with('.');
    let rest = match title.holder {
        Some(holder) if rest.is_empty() => holder,
        _ => rest,
    };
    is_short.then_some((title.name, rest))
}

/// An office and who holds it, in either order: "Treasurer: Jane Doe", "Jane Doe – treasurer".
pub(super) fn office(name: &str, rest: &str) -> Option<(String, String)> {
    if is_person(rest) && !is_person(name) {
        return Some((name.to_owned(), rest.to_owned()));
    }
    let short = rest.split_whitespace().count() <= NAME_WORDS;
    let (title, contact) = rest.split_once([',', '(', ';']).map_or((rest, ""), |(title, contact)| (title, contact));
    (is_person(name) && short && (is_role_like(title) || title.split_whitespace().count() <= 3)).then(|| {
        let address = super::people::address_of(contact).or_else(|| super::people::address_of(rest));
        let holder = address.map_or_else(|| name.to_owned(), |address| format!("{name} <{address}>"));
        let title = super::people::address_of(title).map_or(title.to_owned(), |address| title.replace(address, ""));
        (title.trim_matches(|c: char| is_space(c) || "<>()".contains(c)).to_owned(), holder)
    })
}

/// An activity and the letters of the role's part in it: "Yearly budget: A / R", "Yearly budget (A)".
pub(super) fn lettered(item: &Item) -> Option<(String, String)> {
    let all = item.words.all();
    let all = all.trim();
    if let Some((activity, letters)) = all.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']))
        && is_letters(letters)
        && !activity.trim().is_empty()
    {
        return Some((activity.trim_matches(|c| is_space(c) || is_colon(c)).to_owned(), letters.trim().to_owned()));
    }
    // "R/A – Yearly budget": the letters first.
    for at in [" – ", " — ", " - ", ": ", ":", " → ", " | ", "\t"] {
        if let Some((activity, letters)) = all.rsplit_once(at)
            && is_letters(letters)
            && !activity.trim().is_empty()
        {
            return Some((activity.trim_matches(is_space).to_owned(), letters.trim().to_owned()));
        }
        if let Some((letters, activity)) = all.split_once(at)
            && is_letters(letters)
            && !activity.trim().is_empty()
        {
            return Some((activity.trim_matches(is_space).to_owned(), letters.trim().to_owned()));
        }
    }
    None
}

/// Whether a text is letters of a matrix.
fn is_letters(text: &str) -> bool {
    let parts: Vec<&str> =
        text.trim().split(|c: char| is_space(c) || "/,+&".contains(c)).filter(|part| !part.is_empty()).collect();
    !parts.is_empty()
        && parts.len() <= 4
        && parts.iter().all(|part| part.chars().count() <= 2 && part.chars().all(|c| "RACISracisVv".contains(c)))
}

/// A task without the one it names as its owner: "@treasury", "(Treasurer)", "Treasurer: …", "… → Treasurer".
pub(super) fn owned(text: &str, is_role: impl Fn(&str) -> bool) -> (String, Option<String>) {
    let text = text.trim();
    if let Some((before, handle)) = text.rsplit_once('@')
        && (before.is_empty() || before.ends_with(|c: char| is_space(c) || c == '('))
    {
        let name: String = handle.chars().take_while(|c| c.is_alphanumeric() || "-_.".contains(*c)).collect();
        let after = handle[name.len()..].trim_start_matches(')').to_owned();
        let name = name.trim_matches(['.', '-', '_']).to_owned();
        if !name.is_empty() && !address_like(text) {
            let rest = format!("{}{after}", before.trim_end_matches(['(', ' ']));
            let rest = rest.trim_matches(|c: char| is_space(c) || ",;:–—-→".contains(c)).to_owned();
            return if rest.is_empty() { (text.to_owned(), None) } else { (rest, Some(name)) };
        }
    }
    if let Some((before, inside)) = text.strip_suffix([')', ']']).and_then(|rest| rest.rsplit_once(['(', '[']))
        && is_role(inside)
        && !before.trim().is_empty()
    {
        return (before.trim().to_owned(), Some(inside.trim().to_owned()));
    }
    if let Some((name, rest)) = split_text(text).filter(|(_, rest)| !rest.is_empty()) {
        if is_role(&name) {
            return (rest, Some(name));
        }
        for dash in [" – ", " — ", " - ", " → ", ": "] {
            if let Some((before, after)) = text.rsplit_once(dash)
                && is_role(after)
            {
                return (before.trim().to_owned(), Some(after.trim().to_owned()));
            }
        }
    }
    (text.to_owned(), None)
}

fn address_like(text: &str) -> bool {
    super::people::address_of(text).is_some()
}
