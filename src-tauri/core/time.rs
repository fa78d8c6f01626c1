//! Moments and days as they are stored and sent.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A moment: milliseconds since 1970 in UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Millis(#[specta(type = specta_typescript::Number)] pub i64);

impl Millis {
    /// The moment as a chrono value; out-of-range milliseconds read as 1970.
    pub fn utc(self) -> chrono::DateTime<chrono::Utc> {
        chrono::DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// The calendar day in a time zone (IANA name; an unknown one reads as UTC).
    pub fn day_in(self, zone: &str) -> Day {
        self.utc().with_timezone(&zone.parse().unwrap_or(chrono_tz::UTC)).date_naive()
    }

    /// The moment at which a day's clocks in a zone show `minute` minutes after midnight (beyond 1,440: a later day).
    ///
    /// A time that a change of clocks skips reads as the first moment after it; a doubled one as the earlier.
    pub fn at_local(day: Day, minute: i32, zone: &str) -> Self {
        let zone: chrono_tz::Tz = zone.parse().unwrap_or(chrono_tz::UTC);
        let local = day.and_time(chrono::NaiveTime::MIN) + chrono::Duration::minutes(i64::from(minute));
        let skipped = || (local + chrono::Duration::hours(1)).and_local_timezone(zone).earliest();
        let moment = local.and_local_timezone(zone).earliest().or_else(skipped);
        Millis(moment.map_or_else(|| local.and_utc().timestamp_millis(), |at| at.timestamp_millis()))
    }

    /// The moment of a chrono value.
    pub fn of(moment: chrono::DateTime<chrono::Utc>) -> Self {
        Millis(moment.timestamp_millis())
    }
}

/// A calendar day, as `YYYY-MM-DD` in the store and on the wire.
pub type Day = chrono::NaiveDate;
