//! Dates and times as each language writes them.

use chrono::{Datelike, Locale, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::Language;

/// *lundi 23 novembre 2026* (with *1er*) or *Monday 23 November 2026*.
pub fn day_long(language: Language, day: NaiveDate) -> String {
    match language {
        Language::French => {
            let number = if day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
            let weekday = day.format_localized("%A", Locale::fr_FR);
            let month = day.format_localized("%B %Y", Locale::fr_FR);
            format!("{weekday} {number} {month}").replace(' ', "\u{a0}").replacen('\u{a0}', " ", 1)
        }
        Language::English => day.format_localized("%A %-d %B %Y", Locale::en_GB).to_string(),
    }
}

/// *23/11/2026* or *23 Nov 2026*.
pub fn day_short(language: Language, day: NaiveDate) -> String {
    match language {
        Language::French => day.format("%d/%m/%Y").to_string(),
        Language::English => day.format_localized("%-d %b %Y", Locale::en_GB).to_string(),
    }
}

/// A time of day: *9 h*, *12 h 50* or *9:00*, *12:50*, always by the 24-hour clock.
pub fn clock(language: Language, time: NaiveTime) -> String {
    match (language, time.minute()) {
        (Language::French, 0) => format!("{}\u{a0}h", time.hour()),
        (Language::French, minute) => format!("{}\u{a0}h\u{a0}{minute:02}", time.hour()),
        (Language::English, minute) => format!("{}:{minute:02}", time.hour()),
    }
}

/// A day with its time: *lundi 23 novembre 2026, 9 h*.
pub fn moment_long(language: Language, moment: NaiveDateTime) -> String {
    format!("{}, {}", day_long(language, moment.date()), clock(language, moment.time()))
}
