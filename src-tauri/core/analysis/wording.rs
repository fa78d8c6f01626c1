//! When two wordings say the same thing.
//!
//! Two texts are near-equal when they have the same significant words in any order, accents, case, articles and
//! punctuation aside, and each word may have one typing difference (two from nine letters). Numbers and words of
//! fewer than five letters must be equal, and words begin with the same letter: "synchrone" is not "asynchrone".

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Articles and small prepositions that change nothing of what is claimed, in the order of their letters.
const SMALL_WORDS: &[&str] = &[
    "a", "an", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les", "of", "on",
    "or", "ou", "par", "pour", "s", "sa", "ses", "son", "sur", "the", "to", "un", "une", "with",
];

/// Words from this length on may differ by one letter.
const ONE_TYPO_FROM: usize = 5;
/// Words from this length on may differ by two letters.
const TWO_TYPOS_FROM: usize = 9;

/// A text as it is compared: its significant words without case and accents, sorted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Wording {
    words: Vec<String>,
}

impl Wording {
    /// Folds a text. A text of small words only keeps them, and a single letter at the end is a name ("Rôle A").
    pub fn of(text: &str) -> Self {
        let folded = folded(text);
        let all: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let last = all.len().saturating_sub(1);
        let counts = |at: usize, word: &str| !is_small(word) || (at == last && word.len() == 1);
        let mut words: Vec<&str> = Vec::with_capacity(all.len());
        words.extend(all.iter().enumerate().filter(|(at, word)| counts(*at, word)).map(|(_, word)| *word));
        if words.is_empty() {
            words = all;
        }
        words.sort_unstable();
        Self { words: words.into_iter().map(str::to_owned).collect() }
    }

    /// Its significant words, folded and sorted.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether nothing can be compared (no letter, no digit).
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether both say the same thing; see the module.
    pub fn is_near(&self, other: &Self) -> bool {
        if self.words.len() != other.words.len() || self.words.is_empty() {
            return false;
        }
        if self.words == other.words {
            return true;
        }
        let mut free: Vec<&str> = other.words.iter().map(String::as_str).collect();
        // Equal words first, so that a typo never takes the place of an exact match.
        let mut left: Vec<&str> = Vec::new();
        for word in &self.words {
            match free.iter().position(|other| other == word) {
                Some(at) => drop(free.swap_remove(at)),
                None => left.push(word),
            }
        }
        left.iter().all(|word| match free.iter().position(|other| is_near_word(word, other)) {
            Some(at) => {
                free.swap_remove(at);
                true
            }
            None => false,
        })
    }

    /// Near-equal wordings always have the same bucket: the first letters of long words, short words whole.
    fn bucket(&self) -> String {
        let mut parts: Vec<&str> =
            self.words
                .iter()
                .map(|word| {
                    if is_exact(word) { word.as_str() } else { &word[..word.chars().next().map_or(0, char::len_utf8)] }
                })
                .collect();
        parts.sort_unstable();
        parts.join(" ")
    }
}

/// Groups of at least two texts that say the same, as indices in the order given.
///
/// `linked` says whether two texts that are near-equal count as linked (two roles, for instance). Groups are the
/// connected parts of these links, so that three roles with the same wording are one group.
pub fn groups(wordings: &[Wording], linked: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut buckets: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, wording) in wordings.iter().enumerate().filter(|(_, wording)| !wording.is_empty()) {
        buckets.entry(wording.bucket()).or_default().push(at);
    }
    let mut parts = petgraph::unionfind::UnionFind::<usize>::new(wordings.len());
    let mut is_member = vec![false; wordings.len()];
    for members in buckets.into_values().filter(|members| members.len() > 1) {
        // Many say the very same: two wordings are compared once, however often each was written.
        let mut written: HashMap<&Wording, usize> = HashMap::new();
        let kinds: Vec<usize> = members
            .iter()
            .map(|at| {
                let next = written.len();
                *written.entry(&wordings[*at]).or_insert(next)
            })
            .collect();
        let mut near: HashMap<(usize, usize), bool> = HashMap::new();
        for (i, &one) in members.iter().enumerate() {
            for (j, &other) in members.iter().enumerate().skip(i + 1) {
                let mut are_near = || {
                    let pair = (kinds[i].min(kinds[j]), kinds[i].max(kinds[j]));
                    pair.0 == pair.1 || *near.entry(pair).or_insert_with(|| wordings[one].is_near(&wordings[other]))
                };
                if !(is_member[one] && is_member[other] && parts.equiv(one, other)) && linked(one, other) && are_near()
                {
                    parts.union(one, other);
                    (is_member[one], is_member[other]) = (true, true);
                }
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_of: HashMap<usize, usize> = HashMap::new();
    for at in (0..wordings.len()).filter(|at| is_member[*at]) {
        let group = *group_of.entry(parts.find(at)).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(at);
    }
    groups
}

/// Lower case without accents; everything but letters and digits becomes one space.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let push = |folded: &mut String, c: char| {
        if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    };
    for c in text.chars() {
        match c {
            // Most of any text, without looking into tables.
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            _ if c.is_ascii() => push(&mut folded, c),
            _ => c.nfkd().filter(|c| !is_combining_mark(*c)).for_each(|c| push(&mut folded, c)),
        }
    }
    folded
}

fn is_small(word: &str) -> bool {
    SMALL_WORDS.binary_search(&word).is_ok()
}

/// Numbers and short words must be equal.
fn is_exact(word: &str) -> bool {
    // A letter is one byte or more.
    word.len() < ONE_TYPO_FROM || word.chars().count() < ONE_TYPO_FROM || word.chars().any(char::is_numeric)
}

fn is_near_word(one: &str, other: &str) -> bool {
    if is_exact(one) || is_exact(other) {
        return one == other;
    }
    let shorter = one.chars().count().min(other.chars().count());
    let allowed = if shorter >= TWO_TYPOS_FROM { 2 } else { 1 };
    one.chars().next() == other.chars().next()
        && one.chars().count().abs_diff(other.chars().count()) <= allowed
        && strsim::osa_distance(one, other) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_stand_in_their_order() {
        assert!(SMALL_WORDS.is_sorted());
        assert!(["un", "a", "with", "les"].into_iter().all(is_small) && !is_small("role"));
    }

    fn near(one: &str, other: &str) -> bool {
        Wording::of(one).is_near(&Wording::of(other))
    }

    #[test]
    fn a_letter_at_the_end_is_a_name() {
        assert!(!Wording::of("Rôle A").is_near(&Wording::of("Rôle D")));
        assert!(Wording::of("Les rôles de A").is_near(&Wording::of("rôles A")));
        assert!(Wording::of("Ouvrir l’accès").is_near(&Wording::of("ouvrir accès")));
    }

    #[test]
    fn accents_articles_order_plurals_and_typos_do_not_matter() {
        assert!(near("Définir les schémas XDM", "definir le schema xdm"));
        assert!(near("Recueil de l’accord des œuvres", "accord : recueil des oeuvres"));
        assert!(near("Configure the sandbox", "Sandboxs: configure"));
        assert!(near("Tester la délivrabilité", "Tester la delivrabilte"));
    }

    #[test]
    fn another_number_acronym_or_opposite_is_another_thing() {
        assert!(!near("Régler les accès API", "Régler les accès SDK"));
        assert!(!near("Préparer le sprint 1", "Préparer le sprint 2"));
        assert!(!near("Appel synchrone", "Appel asynchrone"));
        assert!(!near("Importer les profils", "Exporter les profils"));
        assert!(!near("Définir les schémas", "Définir les schémas du profil client"));
        assert!(!near("", ""));
    }

    proptest::proptest! {
        #[test]
        fn grouping_finds_what_comparing_every_pair_finds(
            texts in proptest::collection::vec("(definir|definit|regler|reglera|le|la|12|13|xdm|schemas|schema| ){1,6}", 0..24),
        ) {
            let wordings: Vec<Wording> = texts.iter().map(|text| Wording::of(text)).collect();
            let mut naive: Vec<Vec<usize>> = (0..texts.len()).map(|at| vec![at]).collect();
            for one in 0..texts.len() {
                for other in one + 1..texts.len() {
                    let (a, b) = (
                        naive.iter().position(|group| group.contains(&one)).unwrap(),
                        naive.iter().position(|group| group.contains(&other)).unwrap(),
                    );
                    if a != b && wordings[one].is_near(&wordings[other]) {
                        let moved = naive[b].clone();
                        naive[a].extend(moved);
                        naive.remove(b);
                    }
                }
            }
            for group in &mut naive {
                group.sort_unstable();
            }
            naive.retain(|group| group.len() > 1);
            naive.sort();
            let mut found = groups(&wordings, |_, _| true);
            found.sort();
            proptest::prop_assert_eq!(found, naive);
        }
    }
}
