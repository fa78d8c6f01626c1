//! The language in which Couloir speaks before and outside the window.

use couloir_messages::Language;

/// The system's language if Couloir speaks it, else English.
pub fn of_system() -> Language {
    sys_locale::get_locales().find_map(|tag| Language::from_tag(&tag)).unwrap_or(Language::English)
}
