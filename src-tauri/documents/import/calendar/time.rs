//! Moments and lengths as calendar files write them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use couloir_core::Millis;
use icalendar::parser::Property;

/// Zones that Windows calls by names of its own.
const WINDOWS: &[(&str, Tz)] = &[
    ("W. Europe Standard Time", Tz::Europe__Berlin),
    ("Romance Standard Time", Tz::Europe__Paris),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("GMT Standard Time", Tz::Europe__London),
    ("Greenwich Standard Time", Tz::Atlantic__Reykjavik),
    ("GTB Standard Time", Tz::Europe__Bucharest),
    ("FLE Standard Time", Tz::Europe__Kiev),
    ("E. Europe Standard Time", Tz::Europe__Chisinau),
    ("Turkey Standard Time", Tz::Europe__Istanbul),
    ("Russian Standard Time", Tz::Europe__Moscow),
    ("Morocco Standard Time", Tz::Africa__Casablanca),
    ("South Africa Standard Time", Tz::Africa__Johannesburg),
    ("Eastern Standard Time", Tz::America__New_York),
    ("Central Standard Time", Tz::America__Chicago),
    ("Mountain Standard Time", Tz::America__Denver),
    ("Pacific Standard Time", Tz::America__Los_Angeles),
    ("Atlantic Standard Time", Tz::America__Halifax),
    ("Central Standard Time (Mexico)", Tz::America__Mexico_City),
    ("E. South America Standard Time", Tz::America__Sao_Paulo),
    ("Argentina Standard Time", Tz::America__Argentina__Buenos_Aires),
    ("SA Pacific Standard Time", Tz::America__Bogota),
    ("India Standard Time", Tz::Asia__Kolkata),
    ("China Standard Time", Tz::Asia__Shanghai),
    ("Tokyo Standard Time", Tz::Asia__Tokyo),
    ("AUS Eastern Standard Time", Tz::Australia__Sydney),
    ("New Zealand Standard Time", Tz::Pacific__Auckland),
    ("UTC", Tz::UTC),
];

/// A start or an end.
pub(super) struct Moment {
    pub millis: Millis,
    pub zone: String,
    /// A day without a time.
    pub is_day: bool,
}

impl Moment {
    /// For a sentence.
    pub fn shown(&self) -> String {
        self.millis.utc().format("%Y-%m-%d %H:%M").to_string()
    }
}

/// The zone of what names none: the calendar's own, else the laptop's.
pub(super) struct Zones(Tz);

impl Zones {
    pub fn of(calendar: Option<&str>) -> Self {
        let laptop = || iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok());
        Self(calendar.and_then(zone).or_else(laptop).unwrap_or(Tz::UTC))
    }

    pub fn moment(&self, property: &Property<'_>) -> Option<Moment> {
        let named = property.params.iter().find(|parameter| parameter.key.as_str() == "TZID");
        let zone = named.and_then(|named| named.val.as_ref()).and_then(|name| zone(name.as_str())).unwrap_or(self.0);
        let text = property.val.as_str().trim();
        let (local, is_day) = match NaiveDate::parse_from_str(text, "%Y%m%d") {
            Ok(day) => (day.and_hms_opt(0, 0, 0)?, true),
            Err(_) => {
                let bare = text.trim_end_matches(['Z', 'z']);
                let parsed = NaiveDateTime::parse_from_str(bare, "%Y%m%dT%H%M%S")
                    .or_else(|_| NaiveDateTime::parse_from_str(bare, "%Y%m%dT%H%M"));
                (parsed.ok()?, false)
            }
        };
        let at = if text.ends_with(['Z', 'z']) { Utc.from_utc_datetime(&local) } else { in_zone(local, zone)? };
        Some(Moment { millis: Millis::of(at), zone: zone.name().to_owned(), is_day })
    }
}

/// The laptop's zone, or that of a calendar that names none.
pub(in super::super) fn laptop() -> Tz {
    Zones::of(None).0
}

/// A local time in its zone; one that the clocks leave out is an hour later.
pub(in super::super) fn in_zone(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let found = zone.from_local_datetime(&local).earliest();
    let found = found.or_else(|| zone.from_local_datetime(&(local + chrono::Duration::hours(1))).earliest());
    found.map(|at| at.with_timezone(&Utc))
}

/// A zone by its name, as calendars write it.
pub(super) fn zone(name: &str) -> Option<Tz> {
    let name = name.trim().trim_matches('"');
    if let Ok(zone) = name.parse() {
        return Some(zone);
    }
    if let Some((_, zone)) = WINDOWS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(*zone);
    }
    // "/freeassociation.sourceforge.net/Europe/Paris".
    let mut parts = name.rsplit('/');
    let (city, area) = (parts.next()?, parts.next()?);
    format!("{area}/{city}").parse().ok()
}

/// A length such as `PT1H30M`, in minutes.
pub(super) fn duration(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches('+').strip_prefix('P')?;
    let (mut minutes, mut number) = (0i64, String::new());
    for c in text.chars() {
        match c {
            '0'..='9' if number.len() < 6 => number.push(c),
            'T' => {}
            _ => {
                let count: i64 = std::mem::take(&mut number).parse().ok()?;
                minutes += count
                    * match c {
                        'W' => 7 * 24 * 60,
                        'D' => 24 * 60,
                        'H' => 60,
                        'M' => 1,
                        'S' => 0,
                        _ => return None,
                    };
            }
        }
    }
    Some(minutes)
}
