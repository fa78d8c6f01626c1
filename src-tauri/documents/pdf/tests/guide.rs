//! The guide as a book.

use couloir_core::workshop::Language;

use super::{assert_well_made, open, text};

#[test]
fn the_guide_has_every_page_and_its_keys_in_both_languages() {
    for (language, words) in [
        (Language::Fr, ["Mode d’emploi", "Ordre du jour pour les participant·e·s", "Page suiv."]),
        (Language::En, ["Guide", "Who carries what", "Page Down"]),
    ] {
        let made = crate::guide(language).unwrap();
        assert!(made.unprintable.is_empty(), "{}", made.unprintable);
        assert!((4..=20).contains(&made.pages), "{} pages", made.pages);
        assert_well_made(&made.bytes, language);
        let text = text(&open(&made.bytes));
        for word in words {
            assert!(text.contains(word), "{word} in {text}");
        }
        // Each page is in the contents and stands on its own.
        for page in couloir_messages::guide::PAGES {
            let title = page.read(crate::document::spoken(language)).0;
            assert!(text.matches(title).count() >= 2, "{title}");
        }
    }
}
