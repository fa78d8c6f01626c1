//! Which role a heading, a name or a cell means.

use couloir_core::analysis::wording::Wording;

/// Known roles by their words.
#[derive(Default)]
pub(super) struct Roles {
    found: Vec<Known>,
}

struct Known {
    /// Key of the entry, or id of the row.
    key: String,
    name: String,
    letter: String,
    words: Vec<String>,
}

impl Roles {
    pub fn add(&mut self, key: &str, name: &str, letter: &str) {
        self.found.push(Known {
            key: key.to_owned(),
            name: name.to_owned(),
            letter: letter.to_owned(),
            words: words(name),
        });
    }

    /// The name of a role by its key.
    pub fn name(&self, key: &str) -> Option<&str> {
        self.found.iter().find(|known| known.key == key).map(|known| known.name.as_str())
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The role that a text names, whatever its number and gender, with at most three words around it.
    pub fn named(&self, text: &str) -> Option<String> {
        let said = words(text);
        if said.is_empty() {
            return None;
        }
        let likeness = |known: &Known| {
            let shared = known.words.iter().filter(|word| said.contains(word)).count();
            let (of_role, of_text) = (known.words.len(), said.len());
            let is_whole = shared == of_role && of_text - shared <= 3;
            // "Administrateur" for "Administrateur ou administratrice".
            let is_half = shared == of_text && shared * 2 >= of_role;
            (shared > 0 && (is_whole || is_half)).then(|| shared * 1_000 / (of_role + of_text - shared))
        };
        let best = self.found.iter().filter_map(|known| Some((likeness(known)?, known))).max_by_key(|(like, _)| *like);
        best.map(|(_, known)| known.key.clone())
    }

    /// The role of exactly this name, whatever its number, case and accents.
    pub fn exactly(&self, text: &str) -> Option<String> {
        let wording = words(text);
        self.found.iter().find(|known| known.words == wording).map(|known| known.key.clone())
    }

    /// The role of a cell: its name, its letter, or both.
    pub fn of_cell(&self, text: &str) -> Option<String> {
        let text = text.trim();
        let by_letter =
            self.found.iter().find(|known| !known.letter.is_empty() && known.letter.eq_ignore_ascii_case(text));
        if let Some(known) = by_letter {
            return Some(known.key.clone());
        }
        let wording = words(text);
        if let Some(known) = self.found.iter().find(|known| known.words == wording) {
            return Some(known.key.clone());
        }
        // "A Admin", as Couloir titles a column: the letter must be that role's, or "IT support" would be "Support".
        let (first, rest) = text.split_once(' ')?;
        let rest = words(rest);
        let both = |known: &&Known| !known.letter.is_empty() && known.letter == first && known.words == rest;
        self.found.iter().find(both).map(|known| known.key.clone())
    }
}

/// The words of a name in the singular.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Wording::of(text).words().iter().map(|word| singular(word)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn singular(word: &str) -> String {
    let stem = if word.chars().count() > 3 { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word };
    stem.to_owned()
}
