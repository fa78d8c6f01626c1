//! What the title of a column means.

use std::collections::HashMap;
use std::sync::LazyLock;

use couloir_messages::{Language, text};

use super::super::columns::{Meaning, OWN};
use super::{alike, folded, lines};

/// What a title says.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Title {
    /// A column of its own meaning.
    Means(Meaning),
    /// It titles the tasks only where nothing else does.
    Outcome,
    /// Whose a task is.
    Owner,
    /// A name, of a task, a role or a person: what stands beside it tells.
    Name,
    /// A number within an outline: "1.2".
    Outline,
    /// A share of what is done.
    Percent,
    /// A mark of the tool that wrote the file.
    Useless,
}

/// How sure a title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Certainty {
    /// A longer title that has a known one in it.
    Contains,
    /// All but a typing error.
    Alike,
    Exact,
}

struct Known {
    words: String,
    /// The same in the singular.
    plain: String,
    title: Title,
    /// Whether the last word of a longer title tells what it is.
    is_last: bool,
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let own = OWN.iter().flat_map(|(key, meaning)| {
        Language::ALL.map(|language| Known {
            words: folded(&text(language, &format!("table-column-{key}"), &[])),
            plain: String::new(),
            title: Title::Means(meaning.clone()),
            is_last: language == Language::English,
        })
    });
    let usual = lines(include_str!("titles.txt")).flat_map(|(meaning, language, titles)| {
        let is_last = ["en", "de", "nl"].contains(&language);
        titles.split('|').filter_map(move |title| {
            Some(Known { words: folded(title), plain: String::new(), title: of_code(meaning)?, is_last })
        })
    });
    let all = own.chain(usual).filter(|known| !known.words.is_empty());
    all.map(|known| Known { plain: singular(&known.words), ..known }).collect()
});

static EXACT: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let mut exact = HashMap::new();
    for (at, known) in KNOWN.iter().enumerate() {
        exact.entry(known.plain.clone()).or_insert(at);
    }
    exact
});

/// What the first word of a line of `titles.txt` stands for.
fn of_code(code: &str) -> Option<Title> {
    let title = match code {
        "outcome" => Title::Outcome,
        "owner" => Title::Owner,
        "name" => Title::Name,
        "wbs" => Title::Outline,
        "percent" => Title::Percent,
        "left" => Title::Useless,
        "supporting" => Title::Means(Meaning::Responsible),
        "helpers" => Title::Means(Meaning::Responsible),
        _ => Title::Means(Meaning::of_code(code)?),
    };
    Some(title)
}

/// Words in the singular, as far as an "s" at the end makes the plural.
fn singular(words: &str) -> String {
    let word = |word: &str| {
        let is_plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
        if is_plural { word[..word.len() - 1].to_owned() } else { word.to_owned() }
    };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// What a title says, with how sure that is; `None` for one nobody knows.
pub(in super::super) fn title(written: &str) -> Option<(Title, Certainty)> {
    let written = written.trim();
    if written == "#" {
        return Some((Title::Means(Meaning::Number), Certainty::Exact));
    }
    if written.is_empty() || written.chars().count() > 80 {
        return None;
    }
    let words = folded(written);
    if let Some(found) = whole(&words) {
        return Some(found);
    }
    // "Tâche (détail)", "Owner [who?]": what stands in brackets only adds to it.
    if let Some(bare) = without_brackets(written) {
        let inner = folded(&bare);
        if let Some((title, certainty)) = whole(&inner) {
            return Some((title, certainty.min(Certainty::Contains)));
        }
    }
    // "Owner / Team", "Tâche - Task": the same twice over, in two words or two languages.
    let sides: Vec<&str> = written.split(['/', '|', '\n', '–', '—']).map(str::trim).filter(|s| !s.is_empty()).collect();
    if sides.len() > 1 {
        let found: Vec<Option<(Title, Certainty)>> = sides.iter().map(|side| whole(&folded(side))).collect();
        if let Some(Some((first, _))) = found.first()
            && found.iter().all(|side| side.as_ref().is_none_or(|(title, _)| title == first))
        {
            return Some((first.clone(), Certainty::Alike));
        }
        return None;
    }
    contained(&words)
}

/// The meaning of a title or of a heading, where it is told by the words alone.
pub(in super::super) fn meaning_of(written: &str) -> Meaning {
    match title(written) {
        Some((Title::Means(meaning), certainty)) if certainty > Certainty::Contains => meaning,
        Some((Title::Owner, certainty)) if certainty > Certainty::Contains => Meaning::Role,
        Some((Title::Name, _)) => Meaning::Person,
        _ => Meaning::Left,
    }
}

fn whole(words: &str) -> Option<(Title, Certainty)> {
    if words.is_empty() {
        return None;
    }
    if let Some(at) = EXACT.get(&singular(words)) {
        return Some((KNOWN[*at].title.clone(), Certainty::Exact));
    }
    KNOWN.iter().find(|known| alike(&known.words, words)).map(|known| (known.title.clone(), Certainty::Alike))
}

/// The longest known title at the end of a longer one, or at its start, as its language has it.
fn contained(words: &str) -> Option<(Title, Certainty)> {
    let plain = singular(words);
    let mut best: Option<&Known> = None;
    for known in KNOWN.iter().filter(|known| known.words.len() > 3 && known.title != Title::Useless) {
        let part = known.plain.as_str();
        let is_there = if known.is_last {
            plain.strip_suffix(part).is_some_and(|before| before.ends_with(' '))
        } else {
            plain.strip_prefix(part).is_some_and(|after| after.starts_with(' '))
        };
        // At most three words more, or it is a sentence.
        let more = plain.split(' ').count().saturating_sub(part.split(' ').count());
        if is_there && more <= 3 && best.is_none_or(|best| best.words.len() < known.words.len()) {
            best = Some(known);
        }
    }
    best.map(|known| (known.title.clone(), Certainty::Contains))
}

/// A title without what stands in brackets; `None` when nothing does.
fn without_brackets(written: &str) -> Option<String> {
    let open = written.find(['(', '[', '{', '（'])?;
    let bare = written[..open].trim();
    (!bare.is_empty()).then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_in_the_table_of_words_exists() {
        for (code, _, _) in lines(include_str!("titles.txt")) {
            assert!(of_code(code).is_some(), "{code}");
        }
    }

    #[test]
    fn titles_are_known_in_seven_languages_with_a_typing_error_too() {
        let means = |title: &str| super::title(title).map(|(title, _)| title);
        for title in ["Task", "Tâches", "Aufgabe", "Tarea", "Attività", "Tarefa", "Taak", "Activty", "Project activity"]
        {
            assert_eq!(means(title), Some(Title::Means(Meaning::Task)), "{title}");
        }
        for title in [
            "Owner(s)",
            "Pilote",
            "Qui",
            "En charge",
            "Affecté à",
            "Attribué à",
            "Zuständig",
            "Responsable",
            "Responsabile",
            "Responsável",
            "Verantwoordelijke",
            "Person responsible",
            "Who",
            "Lead",
            "Assigned To",
        ] {
            assert_eq!(means(title), Some(Title::Owner), "{title}");
        }
        assert_eq!(means("Project lead"), Some(Title::Useless));
        assert_eq!(means("Task ID"), Some(Title::Means(Meaning::Number)));
        assert_eq!(means("Due date"), Some(Title::Means(Meaning::Due)));
        assert_eq!(means("Fälligkeitsdatum"), Some(Title::Means(Meaning::Due)));
        assert_eq!(means("Host"), None);
        assert_eq!(means("Kitchen"), None);
    }
}
