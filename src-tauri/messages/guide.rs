//! The guide: a page a screen, in CommonMark; what stands between backticks is a key.

use super::{Language, text};

/// A page of the guide.
pub struct Page {
    /// Name of the screen it is about.
    pub name: &'static str,
    fr: &'static str,
    en: &'static str,
}

impl Page {
    /// Its title and what stands below it, with the keys as this system writes them.
    pub fn read(&self, language: Language) -> (&'static str, String) {
        let whole = if language == Language::French { self.fr } else { self.en };
        let (title, body) = whole.split_once('\n').unwrap_or((whole, ""));
        let body = body.split('`').enumerate().map(|(at, part)| match at % 2 {
            0 => part.to_owned(),
            _ => format!("`{}`", keys(language, part)),
        });
        (title.trim_start_matches("# "), body.collect::<String>().trim().to_owned())
    }
}

macro_rules! pages {
    ($($name:literal),* $(,)?) => {
        /// All pages in the order in which one meets them.
        pub const PAGES: &[Page] = &[$(Page {
            name: $name,
            fr: include_str!(concat!("help/fr/", $name, ".md")),
            en: include_str!(concat!("help/en/", $name, ".md")),
        }),*];
    };
}

// The window finds the pages by itself; a test compares this list with the folder.
pages![
    "home",
    "roles",
    "board",
    "raci",
    "sequence",
    "contracts",
    "radar",
    "meetings",
    "live",
    "projector",
    "documents",
    "history",
    "sharing",
    "import",
    "safety",
    "settings"
];

/// Keys such as `Ctrl+PageDown` as a keyboard of this language bears them.
fn keys(language: Language, keys: &str) -> String {
    // A plus between two keys joins them; the key `+` itself stays.
    let (rest, plus) = match keys.strip_suffix('+') {
        Some(rest) => (rest.trim_end_matches('+'), Some("+".to_owned())),
        None => (keys, None),
    };
    let named = rest.split('+').filter(|key| !key.is_empty()).map(|key| match key {
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "-" => "−".to_owned(),
        "Ctrl" if cfg!(target_os = "macos") => "⌘".to_owned(),
        "Enter" | "Delete" | "Escape" | "Space" | "PageUp" | "PageDown" | "Shift" => {
            text(language, &format!("key-{}", key.to_lowercase()), &[])
        }
        letter => letter.to_owned(),
    });
    let named: Vec<String> = named.chain(plus).collect();
    named.join(if cfg!(target_os = "macos") { "" } else { " " })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_page_of_the_folder_is_listed_and_begins_with_its_title() {
        for (language, folder) in [(Language::French, "help/fr"), (Language::English, "help/en")] {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            let mut files: Vec<String> =
                files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
            files.sort();
            let mut listed: Vec<&str> = PAGES.iter().map(|page| page.name).collect();
            listed.sort_unstable();
            assert_eq!(files, listed);
            for page in PAGES {
                let (title, body) = page.read(language);
                assert!(!title.is_empty() && !title.starts_with('#') && body.len() > 100, "{}", page.name);
            }
        }
    }

    #[cfg(not(target_os = "macos"))]
    #[test]
    fn keys_are_written_as_the_keyboard_bears_them() {
        let shown = |written| keys(Language::French, written);
        assert_eq!([shown("Ctrl++"), shown("Ctrl+-"), shown("+")], ["Ctrl +", "Ctrl −", "+"]);
        assert_eq!([shown("Alt+ArrowUp"), shown("Space"), shown("K")], ["Alt ↑", "Espace", "K"]);
        assert_eq!(shown("Ctrl+Shift+Z"), "Ctrl Maj Z");
        for page in PAGES {
            assert!(!page.read(Language::French).1.contains("key-"), "{}", page.name);
        }
    }
}
