//! Any text of a user prints.

use super::*;
use crate::print;

/// Puts `hostile` into every text of a workshop, past the rules of the store: pages must bear what an older or a
/// damaged file may hold.
pub fn with_text_everywhere(language: Language, hostile: &str) -> Contents {
    const KEPT: [&str; 17] = [
        "id",
        "letter",
        "color",
        "time_zone",
        "language",
        "kind",
        "parallel_group",
        "status",
        "state",
        "mode",
        "part",
        "position",
        "board_columns",
        "shelf",
        "progress",
        "verdict",
        "finding",
    ];
    const LONG: [&str; 7] = ["body", "private_notes", "method", "mandate", "purpose", "goal", "bring"];
    let mut contents = serde_json::to_value(fixture::lived(language)).unwrap();
    for list in contents.as_object_mut().unwrap().values_mut() {
        let rows = match list {
            serde_json::Value::Array(rows) => rows.as_mut_slice(),
            row => std::slice::from_mut(row),
        };
        for (column, value) in rows.iter_mut().filter_map(|row| row.as_object_mut()).flatten() {
            let column = column.as_str();
            if !value.is_string() || KEPT.contains(&column) || column.ends_with("_id") || column.ends_with("_on") {
                continue;
            }
            let most = if column == "body" {
                usize::MAX
            } else if LONG.contains(&column) {
                4_000
            } else {
                300
            };
            *value = hostile.chars().take(most).collect::<String>().into();
        }
    }
    serde_json::from_value(contents).unwrap()
}

/// Texts that have broken programs before.
pub const HOSTILE: &[&str] = &[
    "",
    "#\"\\[]{}$*_`<>@~= - + / // /* */ \\u{41} #panic()",
    "👩‍🚀 🏳️‍🌈 🇫🇷 1️⃣ 会議 日本語 한국어 ไทย हिन्दी",
    "العربية: من يحمل ماذا؟ עברית: מי נושא מה? mixed left مختلط",
    "e\u{301}\u{302}\u{303} Z̷̢̛a̶l̸g̴o\u{35c} \u{200b}\u{200d}\u{feff}\u{202e}txt",
    "\u{e000}\u{f8ff}\u{fffe}\u{ffff}\u{10ffff}\u{0}\u{1}\u{7f}\u{85}",
    "line\nline\n\n\nline\ttab\r\n",
    "ﬁ ﬂ ½ ™ Ω ℝ ∀ ⌘ ① ◼︎ ☎️",
];

#[test]
fn any_text_prints() {
    let long = "mot ".repeat(10_000);
    let unbroken = "a".repeat(5_000);
    let corpus = HOSTILE.iter().copied().chain([long.as_str(), unbroken.as_str()]);
    for hostile in corpus {
        // Half a million words in a workshop take a while in a debug build: one language will do.
        let languages: &[Language] =
            if hostile.len() > 1_000 { &[Language::En] } else { &[Language::Fr, Language::En] };
        for &language in languages {
            let contents = with_text_everywhere(language, hostile);
            for document in Document::ALL {
                let start: String = hostile.chars().take(40).collect();
                let made = print(&contents, &request(*document, language))
                    .unwrap_or_else(|error| panic!("{} of {start:?}: {error}", document.code()));
                assert_well_made(&made.bytes, language);
            }
        }
    }
}

#[test]
fn what_cannot_be_printed_is_named() {
    // Letters that are not given out yet: no font of any system has them.
    let contents = with_text_everywhere(Language::Fr, "\u{378} \u{1fffd} ok");
    let made = print(&contents, &request(Document::Agenda, Language::Fr)).unwrap();
    assert_eq!(made.unprintable, "\u{378}\u{1fffd}");
    assert!(text(&open(&made.bytes)).contains("□ □ ok"));
}

#[test]
fn letters_that_only_the_system_has_are_printed_and_named_nowhere() {
    let mut tried = 0;
    for letters in ["👩🚀🎉", "会議", "ひらがな", "한국어", "ไทย", "עברית", "العربية", "Кириллица", "Ελληνικά"]
    {
        let missing = crate::pdf::letters::missing(&json!(letters));
        let found = crate::pdf::world::Fonts::with(crate::pdf::system::fonts(&missing));
        if missing.iter().any(|c| found.coverage(*c) == crate::pdf::world::Coverage::None) {
            println!("skipped: no font of this system has {letters}");
            continue;
        }
        tried += 1;
        let contents = with_text_everywhere(Language::Fr, letters);
        let made = print(&contents, &request(Document::Agenda, Language::Fr)).unwrap();
        assert_eq!(made.unprintable, "", "{letters}");
    }
    // Those that are embedded are there everywhere.
    assert!(tried >= 4, "{tried}");
}
