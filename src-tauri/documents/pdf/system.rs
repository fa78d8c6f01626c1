//! Fonts of the system, for the letters that no embedded font has: emoji, Chinese, Japanese, Korean and whatever
//! else is written where the program runs.
//!
//! They are asked only for such letters, so that a page whose letters are all embedded is the same to the byte
//! everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex, PoisonError};

use fontdb::{Database, FaceInfo, ID, Style};
use typst::foundations::Bytes;
use typst::text::Font;

/// Families that are embedded already.
const EMBEDDED: &[&str] = &["inter", "dejavu sans"];
/// Words in the names of families that have a glyph for everything and show nothing.
const EMPTY: &[&str] = &["last resort", "lastresort", "adobe blank", "adobenotdef", "tofu", "bmp fallback"];

/// Fonts of this system that hold letters, as far as there are any.
pub(super) fn fonts(letters: &BTreeSet<char>) -> Vec<Font> {
    static SHELF: LazyLock<Mutex<Shelf>> = LazyLock::new(|| {
        let mut database = Database::new();
        database.load_system_fonts();
        Mutex::new(Shelf::new(database))
    });
    if letters.is_empty() {
        return Vec::new();
    }
    SHELF.lock().unwrap_or_else(PoisonError::into_inner).fonts(letters)
}

/// The fonts of a system, and what was found in them so far.
struct Shelf {
    database: Database,
    /// The face that a letter is taken from; `None` when there is none.
    known: BTreeMap<char, Option<ID>>,
    open: BTreeMap<ID, Font>,
}

impl Shelf {
    fn new(database: Database) -> Self {
        Self { database, known: BTreeMap::new(), open: BTreeMap::new() }
    }

    fn fonts(&mut self, letters: &BTreeSet<char>) -> Vec<Font> {
        let new: BTreeSet<char> = letters.iter().copied().filter(|c| !self.known.contains_key(c)).collect();
        if !new.is_empty() {
            self.look_for(new, letters);
        }
        let wanted: BTreeSet<ID> = letters.iter().filter_map(|c| self.known.get(c).copied().flatten()).collect();
        wanted.into_iter().filter_map(|id| self.open(id)).collect()
    }

    /// Finds the fewest faces that hold the new letters between them.
    fn look_for(&mut self, mut new: BTreeSet<char>, all: &BTreeSet<char>) {
        let mut faces: Vec<&FaceInfo> = self.database.faces().filter(|face| is_fit(face)).collect();
        faces.sort_by_cached_key(|face| rank(face, all));
        let held: Vec<(ID, BTreeSet<char>)> = faces
            .iter()
            .map(|face| (face.id, held(&self.database, face.id, &new)))
            .filter(|(_, held)| !held.is_empty())
            .collect();
        while let Some((id, found)) = held
            .iter()
            .map(|(id, held)| (*id, held.intersection(&new).copied().collect::<BTreeSet<char>>()))
            .filter(|(_, found)| !found.is_empty())
            // The first of those that hold the most.
            .reduce(|best, next| if next.1.len() > best.1.len() { next } else { best })
        {
            for c in found {
                new.remove(&c);
                self.known.insert(c, Some(id));
            }
        }
        self.known.extend(new.into_iter().map(|c| (c, None)));
    }

    fn open(&mut self, id: ID) -> Option<Font> {
        if let Some(font) = self.open.get(&id) {
            return Some(font.clone());
        }
        let font = self.database.with_face_data(id, |data, index| Font::new(Bytes::new(data.to_vec()), index))??;
        self.open.insert(id, font.clone());
        Some(font)
    }
}

/// The letters among `wanted` that a face has a glyph for.
fn held(database: &Database, id: ID, wanted: &BTreeSet<char>) -> BTreeSet<char> {
    let held = database.with_face_data(id, |data, index| {
        let Ok(face) = ttf_parser::Face::parse(data, index) else { return BTreeSet::new() };
        wanted.iter().copied().filter(|c| face.glyph_index(*c).is_some_and(|glyph| glyph.0 != 0)).collect()
    });
    held.unwrap_or_default()
}

fn is_fit(face: &FaceInfo) -> bool {
    let family = family(face).to_lowercase();
    let is_left_out = EMBEDDED.contains(&family.as_str()) || EMPTY.iter().any(|word| family.contains(word));
    face.style == Style::Normal && !is_left_out
}

fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name.as_str())
}

/// What is preferred comes first: upright text weight, no typewriter, a plain face, the writing that the letters
/// come from; then the name, so that the same system always gives the same page.
fn rank(face: &FaceInfo, letters: &BTreeSet<char>) -> (bool, u16, bool, bool, String, u32) {
    let name = &face.post_script_name;
    let is_han_of_another = name.contains("CJK") && !name.contains(han(letters));
    (face.monospaced, face.weight.0.abs_diff(400), is_han_of_another, name.contains("Serif"), name.clone(), face.index)
}

/// The form of Chinese characters that goes with the other letters: Japanese beside kana, Korean beside hangul.
fn han(letters: &BTreeSet<char>) -> &'static str {
    let any = |range: std::ops::RangeInclusive<char>| letters.range(range).next().is_some();
    if any('\u{3040}'..='\u{30ff}') {
        "JP"
    } else if any('\u{ac00}'..='\u{d7af}') {
        "KR"
    } else {
        "SC"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A system whose only font is the fallback of the documents, under another name for it.
    fn shelf() -> Shelf {
        let mut database = Database::new();
        database.load_font_data(include_bytes!("../fonts/DejaVuSans.ttf").to_vec());
        let mut face = database.faces().next().unwrap().clone();
        database.remove_face(face.id);
        face.families = vec![("Somebody’s Sans".to_owned(), fontdb::Language::English_UnitedStates)];
        database.push_face_info(face);
        Shelf::new(database)
    }

    #[test]
    fn a_letter_is_found_in_a_font_of_the_system() {
        let mut shelf = shelf();
        assert_eq!(shelf.fonts(&BTreeSet::from(['ש', 'ع', '☃'])).len(), 1);
        assert!(shelf.fonts(&BTreeSet::from(['\u{378}'])).is_empty());
        assert_eq!(shelf.known.get(&'\u{378}'), Some(&None));
        assert_eq!(shelf.fonts(&BTreeSet::from(['ש', '\u{378}'])).len(), 1);
    }

    #[test]
    fn fonts_that_are_embedded_or_show_nothing_are_not_asked() {
        let mut database = Database::new();
        database.load_font_data(include_bytes!("../fonts/DejaVuSans.ttf").to_vec());
        assert!(Shelf::new(database).fonts(&BTreeSet::from(['☃'])).is_empty());
    }

    #[test]
    fn chinese_characters_follow_the_letters_beside_them() {
        assert_eq!(han(&BTreeSet::from(['会', 'は'])), "JP");
        assert_eq!(han(&BTreeSet::from(['会', '한'])), "KR");
        assert_eq!(han(&BTreeSet::from(['会'])), "SC");
    }
}
