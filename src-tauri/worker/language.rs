//! Languages of workshops and of messages.

use couloir_core::workshop;
use couloir_messages::Language;

/// The language of the messages for a workshop's language.
pub fn of_workshop(language: workshop::Language) -> Language {
    match language {
        workshop::Language::Fr => Language::French,
        workshop::Language::En => Language::English,
    }
}

/// The workshop's language for a language of the messages.
pub fn to_workshop(language: Language) -> workshop::Language {
    match language {
        Language::French => workshop::Language::Fr,
        Language::English => workshop::Language::En,
    }
}
