//! Couloir's interface text in French and English.
//!
//! One set of Fluent files, `fr/*.ftl` and `en/*.ftl`, one file a noun, is read here for the command line and
//! the documents, and by the window through Vite. A test keeps both languages complete and alike.

mod dates;
pub mod guide;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

pub use dates::{clock, day_long, day_short, moment_long};

/// A language that Couloir speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// French, with gender-inclusive role names and no-break spaces.
    French,
    /// English.
    English,
}

impl Language {
    /// Both languages.
    pub const ALL: [Language; 2] = [Language::French, Language::English];

    /// The tag used in the store, in file names and in PDFs: `fr` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }

    /// The language of a system tag such as `fr-CA`; `None` when Couloir does not speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next() {
            Some("fr") => Some(Language::French),
            Some("en") => Some(Language::English),
            _ => None,
        }
    }
}

/// Value of a placeholder.
pub type Arg<'a> = FluentValue<'a>;

/// Name of a Fluent file with its text in French and in English.
pub struct Source {
    /// File name without its ending.
    pub name: &'static str,
    /// French text.
    pub fr: &'static str,
    /// English text.
    pub en: &'static str,
}

macro_rules! sources {
    ($($name:literal),* $(,)?) => {
        /// All Fluent files.
        pub const SOURCES: &[Source] = &[$(Source {
            name: $name,
            fr: include_str!(concat!("fr/", $name, ".ftl")),
            en: include_str!(concat!("en/", $name, ".ftl")),
        }),*];
    };
}

// The window finds the files by itself; a test compares this list with the folder.
sources![
    "app",
    "board",
    "command_line",
    "contracts",
    "day",
    "documents",
    "errors",
    "export",
    "findings",
    "forms",
    "frame",
    "history",
    "help",
    "home",
    "import",
    "kinds",
    "live",
    "meetings",
    "operations",
    "prepare",
    "preview",
    "raci",
    "references",
    "roles",
    "safety",
    "search",
    "sharing",
    "sequence",
    "settings",
    "tables",
    "templates",
    "topic",
    "wall"
];

static FRENCH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::French));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::English));

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = match language {
        Language::French => langid!("fr"),
        Language::English => langid!("en"),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    for source in SOURCES {
        let text = if language == Language::French { source.fr } else { source.en };
        // A file with an error keeps its good messages; the tests refuse such a file.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The text of a message. A key without a message reads as the key itself, which the tests look for.
pub fn text(language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let bundle: &FluentBundle<FluentResource> = match language {
        Language::French => &FRENCH,
        Language::English => &ENGLISH,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let args: FluentArgs<'_> = args.iter().cloned().collect();
    bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
}

/// The text of a message whose arguments are texts, as findings and operations carry them: those whose name begins
/// with `count` are numbers, `day` is an ISO date.
pub fn told<'a>(language: Language, key: &str, args: impl IntoIterator<Item = (&'a String, &'a String)>) -> String {
    let arg = |name: &str, value: &'a str| -> Arg<'a> {
        if name.starts_with("count") {
            return value.parse::<i64>().map_or_else(|_| value.into(), Into::into);
        }
        match value.parse() {
            Ok(day) if name == "day" => day_long(language, day).into(),
            _ => value.into(),
        }
    };
    let args: Vec<(&str, Arg<'_>)> =
        args.into_iter().map(|(name, value)| (name.as_str(), arg(name, value.as_str()))).collect();
    text(language, key, &args)
}

/// Whether a message exists in a language.
pub fn exists(language: Language, key: &str) -> bool {
    match language {
        Language::French => FRENCH.has_message(key),
        Language::English => ENGLISH.has_message(key),
    }
}

#[cfg(test)]
mod tests;
