//! Words of agendas: the titles of their columns, breaks, ends, days.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::columns::Meaning;
use super::{folded, lines};

static WORDS: LazyLock<HashMap<&'static str, Vec<String>>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Vec<String>> = HashMap::new();
    for (meaning, _, titles) in lines(include_str!("agenda.txt")) {
        words.entry(meaning).or_default().extend(titles.split('|').map(|title| singular(&folded(title))));
    }
    words
});

/// Words without a plural "s".
fn singular(folded: &str) -> String {
    let word =
        |word: &str| if word.len() > 3 { word.strip_suffix('s').unwrap_or(word).to_owned() } else { word.to_owned() };
    folded.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn is(meaning: &str, text: &str) -> bool {
    WORDS.get(meaning).is_some_and(|words| words.iter().any(|word| word == text))
}

/// Every meaning that a title may have in an agenda, the likeliest first; a title in two languages ("Zeit / Time") has
/// those of both.
pub(in super::super) fn agenda_meanings(title: &str) -> Vec<Meaning> {
    const MEANINGS: [(&str, Meaning); 12] = [
        ("minutes", Meaning::Minutes),
        ("start", Meaning::Start),
        ("end", Meaning::End),
        ("slot", Meaning::Slot),
        ("presenter", Meaning::Presenter),
        ("goal", Meaning::Goal),
        ("method", Meaning::Method),
        ("materials", Meaning::Materials),
        ("instruction", Meaning::Instruction),
        ("detail", Meaning::Detail),
        ("notes", Meaning::Notes),
        ("section", Meaning::Section),
    ];
    let whole = singular(&folded(title));
    let bare = singular(&folded(title.split(['(', '[']).next().unwrap_or_default()));
    let parts = title.split(['/', '|', '\n', '&', '+']).map(|part| singular(&folded(part)));
    let texts: Vec<String> = [whole, bare].into_iter().chain(parts).filter(|text| !text.is_empty()).collect();
    let said = |meaning: &&(&str, Meaning)| texts.iter().any(|text| is(meaning.0, text));
    MEANINGS.iter().filter(said).map(|(_, meaning)| meaning.clone()).collect()
}

/// Whether a title begins as one of a break does.
pub(in super::super) fn is_break(title: &str) -> bool {
    begins("break", title)
}

/// Whether a title says that it is over.
pub(in super::super) fn is_close(title: &str) -> bool {
    is("close", &singular(&folded(title)))
}

/// Whether a label says where a meeting is.
pub(in super::super) fn is_place(label: &str) -> bool {
    is("place", &singular(&folded(label)))
}

/// Whether a text opens a day: "Day 2", "Jour 1 – mardi".
pub(in super::super) fn opens_day(text: &str) -> bool {
    let text = folded(text);
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let is_counted = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let joined =
        first.strip_prefix('j').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|c| c.is_ascii_digit()));
    is("day", first) && is_counted || joined
}

/// Whether the first words of a title are these.
fn begins(meaning: &str, title: &str) -> bool {
    let title = singular(&folded(title));
    let is_word =
        |word: &String| title == *word || title.strip_prefix(word.as_str()).is_some_and(|r| r.starts_with(' '));
    WORDS.get(meaning).is_some_and(|words| words.iter().any(is_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_agendas_are_known_in_seven_languages() {
        for (title, wanted) in [
            ("Time", Meaning::Start),
            ("Horaire", Meaning::Start),
            ("Durée (min)", Meaning::Minutes),
            ("Zeit / Time", Meaning::Start),
            ("Led by", Meaning::Presenter),
            ("Intervenant(e)s", Meaning::Presenter),
            ("Agendapunt", Meaning::Slot),
            ("TOP", Meaning::Slot),
            ("Objectifs", Meaning::Goal),
            ("Materiali", Meaning::Materials),
        ] {
            assert!(agenda_meanings(title).contains(&wanted), "{title}: {:?}", agenda_meanings(title));
        }
        assert!(agenda_meanings("Accountable").is_empty());
    }

    #[test]
    fn breaks_ends_and_days_are_known_by_their_first_words() {
        for title in ["Break", "Pause café", "Déjeuner sur place", "Coffee and cake", "Mittagspause"] {
            assert!(is_break(title), "{title}");
        }
        assert!(!is_break("Breakout groups") && !is_break("Outils"));
        assert!(is_close("Fin") && is_close("End of day") && !is_close("Clôture des comptes"));
        assert!(opens_day("Day 2") && opens_day("Jour 1 – mardi") && opens_day("J2") && !opens_day("Day to day work"));
    }
}
