//! The letters of a RACI matrix, whatever their dress.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::{folded, is_tick, lines};

/// A letter, with what it means before the dialect of its table is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in super::super) struct Letter(pub char);

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Cell {
    /// The role has no part.
    None,
    Letters(Vec<Letter>),
    /// Neither: it is reported, and only it is left.
    Odd,
}

/// The families of letters. In each, some letters mean something of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Dialect {
    /// RACI, and RASCI, RACIQ, RACI-VS, CAIRO with what they add.
    Raci,
    /// Driver, approver, contributor, informed.
    Daci,
    /// Recommend, agree, perform, input, decide: here A is no owner, D is.
    Rapid,
    /// Durchführung, Entscheidung, Mitwirkung, Information.
    Demi,
}

impl Dialect {
    /// The dialect of a table, by all the letters in it.
    pub fn of(letters: &[Letter]) -> Self {
        let has = |letter: char| letters.contains(&Letter(letter));
        if has('D') && has('P') && !has('C') {
            Dialect::Rapid
        } else if has('D') && has('E') && !has('A') && !has('R') {
            Dialect::Demi
        } else if has('D') && !has('E') {
            Dialect::Daci
        } else {
            Dialect::Raci
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Dialect::Raci => "RACI",
            Dialect::Daci => "DACI",
            Dialect::Rapid => "RAPID",
            Dialect::Demi => "DEMI",
        }
    }
}

/// The letter of RACI that a letter stands for in its dialect; `None` for "out of the loop", which is no part, and
/// `Err` for a letter the dialect does not have.
pub(in super::super) fn meant(letter: Letter, dialect: Dialect) -> Result<Option<char>, ()> {
    let meant = match (dialect, letter.0) {
        (Dialect::Rapid, 'D') | (Dialect::Demi, 'E') => 'A',
        (Dialect::Rapid, 'A' | 'I') | (Dialect::Demi, 'M') => 'C',
        (Dialect::Rapid, 'R' | 'P') | (Dialect::Demi | Dialect::Daci, 'D') => 'R',
        (_, 'A' | 'R' | 'C' | 'I') => letter.0,
        // Support does a part of the work; quality, verification and sign-off are asked before it counts.
        (_, 'S' | 'P' | 'L' | 'X') => 'R',
        (_, 'Q' | 'V') => 'C',
        (_, 'O') => return Ok(None),
        _ => return Err(()),
    };
    Ok(Some(meant))
}

/// Letters of all the dialects.
const ALL: &str = "RACISQVODPEML";
/// Words of at most this many letters are read as letters: "RA", "ARC".
const GLUED: usize = 4;
/// A longer cell is no part, whatever it says.
const LONGEST: usize = 60;
/// Cells that say "no part".
const NO_PART: &[&str] = &[
    "n a",
    "na",
    "n",
    "none",
    "nil",
    "s o",
    "so",
    "sans objet",
    "non concerne",
    "non concernee",
    "aucun",
    "aucune",
    "neant",
    "k a",
    "entfallt",
    "nicht beteiligt",
    "keine",
    "n v t",
    "nvt",
    "geen",
    "no aplica",
    "ninguno",
    "n d",
    "non applicabile",
    "nessuno",
    "nao se aplica",
    "nenhum",
    "not involved",
    "not applicable",
    "n b",
    "nb",
    "0",
];

static WORDS: LazyLock<Vec<(Letter, Vec<String>)>> = LazyLock::new(|| {
    let mut words: Vec<(Letter, Vec<String>)> = lines(include_str!("letters.txt"))
        .filter_map(|(letter, _, list)| Some((Letter(letter.chars().next()?), list.split('|').map(folded).collect())))
        .collect();
    // The longest beginning tells: "eindverantwoordelijk" before "verantwoordelijk".
    words.sort_by_key(|(_, list)| std::cmp::Reverse(list.iter().map(String::len).max()));
    words
});

/// Whether a cell says that a role has no part.
pub(in super::super) fn is_no_part(text: &str) -> bool {
    let text = text.trim();
    !text.chars().any(|c| c.is_alphanumeric() || c == '?' || c == '✓' || c == '✔') && !is_tick(text)
        || NO_PART.contains(&folded(text).as_str()) && !text.eq_ignore_ascii_case("s")
}

/// Reads a cell: letters in any dress, or a word that stands for one.
pub(in super::super) fn cell(text: &str) -> Cell {
    if is_no_part(text) {
        return Cell::None;
    }
    if text.chars().count() > LONGEST {
        return Cell::Odd;
    }
    let plain: String = text.nfkc().filter(|c| !"*_`'\"’“”".contains(*c)).map(looked_like).collect();
    let plain = ["·e·s", "·es", "·e", "(e)s", "(e)", ".e"].iter().fold(plain, |plain, ending| {
        // "Informé·e": only after a word, never between two letters.
        if plain.chars().count() > 5 { plain.replace(ending, "") } else { plain }
    });
    let plain = unwrapped(plain.trim());
    if is_tick(plain) {
        return Cell::Letters(vec![Letter('X')]);
    }
    let mut letters = Vec::new();
    for part in plain.split(['/', '\\', ',', ';', '+', '&', '|', '\n', '-', '–', '—', '·', '.', '>']) {
        if read_part(part.trim(), &mut letters).is_none() {
            return Cell::Odd;
        }
    }
    if letters.is_empty() { Cell::Odd } else { Cell::Letters(letters) }
}

/// The letters of a part between separators: one letter, several glued or with spaces, or a word.
fn read_part(part: &str, letters: &mut Vec<Letter>) -> Option<()> {
    let mut add = |letter: Letter| {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    };
    if part.is_empty() {
        return Some(());
    }
    let glued: String = part.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let has_spaces = part.contains(char::is_whitespace);
    // "RA", "ci"; three or more only in capitals, or "Paie" and "Cam" would be letters.
    let count = glued.chars().count();
    let is_letters = match count {
        2 => glued.chars().all(|c| "RACIS".contains(c)),
        3..=GLUED => glued.chars().all(|c| "RACISQ".contains(c)) && !part.chars().any(char::is_lowercase),
        _ => false,
    };
    let words: Vec<&str> =
        part.split_whitespace().filter(|word| !JOINING.contains(&word.to_lowercase().as_str())).collect();
    if words.iter().all(|word| word.chars().count() == 1)
        && words.iter().all(|word| word.to_uppercase().chars().all(|c| ALL.contains(c)))
        && !words.is_empty()
    {
        words.iter().filter_map(|word| word.to_uppercase().chars().next()).for_each(|c| add(Letter(c)));
        return Some(());
    }
    let mut seen = Vec::new();
    let is_distinct = glued.chars().all(|c| {
        !seen.contains(&c) && {
            seen.push(c);
            true
        }
    });
    if is_letters && is_distinct && !has_spaces {
        glued.chars().for_each(|c| add(Letter(c)));
        return Some(());
    }
    // "A (approves)", "Responsible (R)", "R = responsible": the letter and its word.
    let (first, rest) = part.split_once(['(', '=', ':', '[']).unwrap_or((part, ""));
    let (first, rest) = (first.trim(), rest.trim().trim_end_matches([')', ']']).trim());
    match (single(first), by_word(first), single(rest), by_word(rest)) {
        (Some(letter), _, _, word) if !rest.is_empty() && word == Some(letter) => add(letter),
        (_, Some(letter), other, _) if rest.is_empty() || other == Some(letter) => add(letter),
        _ => return None,
    }
    Some(())
}

/// Words between two letters.
const JOINING: [&str; 7] = ["and", "et", "und", "e", "y", "en", "u"];

fn single(text: &str) -> Option<Letter> {
    let mut letters = text.chars();
    let letter = letters.next()?.to_uppercase().next()?;
    (letters.next().is_none() && ALL.contains(letter)).then_some(Letter(letter))
}

fn by_word(text: &str) -> Option<Letter> {
    let words = folded(text);
    if words.chars().count() < 4 || words.split(' ').count() > 2 {
        return None;
    }
    let begins = |list: &[String]| list.iter().filter(|word| words.starts_with(word.as_str())).map(String::len).max();
    let best =
        WORDS.iter().filter_map(|(letter, list)| Some((begins(list)?, *letter))).max_by_key(|(length, _)| *length);
    best.map(|(_, letter)| letter)
}

/// The letter that a text defines: "R = Responsible", "A: approves", or the word beside a cell with the letter.
pub(in super::super) fn definition(text: &str) -> Option<Letter> {
    let text = text.trim().trim_start_matches(['*', '-', '•', ' ']);
    let mut letters = text.chars();
    let letter = single(&letters.next()?.to_string())?;
    let rest = letters.as_str().trim_start_matches(['*', ')', ' ']);
    let word = rest.strip_prefix(['=', ':', '-', '–', '—', '('])?;
    by_word(word.split([' ', ',', '(', '/']).find(|word| !word.is_empty())?).filter(|of| *of == letter)
}

/// A letter of another alphabet as the Latin one it looks like.
fn looked_like(c: char) -> char {
    match c {
        'А' | 'а' | 'Α' | 'α' | 'Ꭺ' => 'A',
        'С' | 'с' | 'Ϲ' | 'ϲ' | 'Ⅽ' => 'C',
        'І' | 'і' | 'Ӏ' | 'Ι' | 'ι' | '∣' => 'I',
        'Ꭱ' | 'ꓣ' => 'R',
        'Ѕ' | 'ѕ' => 'S',
        'Р' | 'р' | 'Ρ' => 'P',
        'О' | 'о' | 'Ο' => 'O',
        'Ⓡ' | 'ⓡ' => 'R',
        'Ⓐ' | 'ⓐ' => 'A',
        'Ⓒ' | 'ⓒ' => 'C',
        'Ⓘ' | 'ⓘ' => 'I',
        '\u{200b}' | '\u{feff}' | '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    }
}

/// A text without the brackets around all of it.
fn unwrapped(text: &str) -> &str {
    for (open, close) in [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>')] {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return inner.trim();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match cell(text) {
            Cell::None => "-".to_owned(),
            Cell::Odd => "?".to_owned(),
            Cell::Letters(letters) => letters.iter().map(|letter| letter.0).collect(),
        }
    }

    #[test]
    fn letters_are_read_in_any_dress() {
        for (text, letters) in [
            ("A", "A"),
            ("a", "A"),
            ("**A**", "A"),
            ("A/R", "AR"),
            ("A / R", "AR"),
            ("A, R", "AR"),
            ("RA", "RA"),
            ("R&A", "RA"),
            ("R + A", "RA"),
            ("A et R", "AR"),
            ("r a", "RA"),
            ("(C)", "C"),
            ("[I]", "I"),
            ("С", "C"),
            ("Ａ", "A"),
            ("ⓡ", "R"),
            ("A\nR", "AR"),
            ("Accountable", "A"),
            ("Approuve", "A"),
            ("Réalise", "R"),
            ("Consultée", "C"),
            ("Informé·e", "I"),
            ("Verantwortlich", "R"),
            ("eindverantwoordelijk", "A"),
            ("Responsible/Accountable", "RA"),
            ("A (approves)", "A"),
            ("Informed (I)", "I"),
            ("S", "S"),
            ("ARCI", "ARCI"),
            ("x", "X"),
            ("R.", "R"),
        ] {
            assert_eq!(read(text), letters, "{text}");
        }
        for text in ["", "-", "–", "—", "/", "n/a", "N/A", "s/o", "·", "k.A.", "n.v.t."] {
            assert_eq!(read(text), "-", "{text}");
        }
        for text in ["R (1)", "?", "maybe", "to be decided later by the board", "Z", "AA"] {
            assert_eq!(read(text), "?", "{text}");
        }
    }

    #[test]
    fn each_dialect_has_its_own_owner() {
        let of = |letters: &str| Dialect::of(&letters.chars().map(Letter).collect::<Vec<_>>());
        assert_eq!(
            (of("RACI"), of("RASCI"), of("DACI"), of("RAPID")),
            (Dialect::Raci, Dialect::Raci, Dialect::Daci, Dialect::Rapid)
        );
        assert_eq!(meant(Letter('D'), Dialect::Rapid), Ok(Some('A')));
        assert_eq!(meant(Letter('A'), Dialect::Rapid), Ok(Some('C')));
        assert_eq!(meant(Letter('D'), Dialect::Daci), Ok(Some('R')));
        assert_eq!(meant(Letter('O'), Dialect::Raci), Ok(None));
        assert!(meant(Letter('M'), Dialect::Raci).is_err());
        assert_eq!(definition("R = Responsible"), Some(Letter('R')));
        assert_eq!(definition("A: approves the result"), Some(Letter('A')));
        assert_eq!(definition("Approve the plan"), None);
    }
}
