//! The dates of a series, by RFC 5545 in the series' own time zone: nine o'clock stays nine o'clock when clocks change.

use chrono::Timelike;
use rrule::{Frequency, RRuleSet};

use super::Series;
use crate::{Error, Millis, Result, Rule};

/// Cleans a recurrence: an `RRULE` line (its name may be left out) and `EXDATE` lines of local dates and times.
/// An empty text is a series without a rhythm of its own.
///
/// # Errors
/// [`Rule::NotARecurrence`] for anything else; [`Rule::NeverFires`] when no date follows from it.
pub(super) fn clean(series: &Series) -> Result<String> {
    let lines: Vec<String> = series
        .recurrence
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| if line.starts_with("FREQ=") { format!("RRULE:{line}") } else { line.to_owned() })
        .collect();
    let cleaned = lines.join("\n");
    if cleaned.is_empty() {
        return Ok(cleaned);
    }
    let is_known = |line: &String| line.starts_with("RRULE:") || line.starts_with("EXDATE");
    let rules = lines.iter().filter(|line| line.starts_with("RRULE:")).count();
    if !lines.iter().all(is_known) || rules != 1 || cleaned.len() > 20_000 {
        return Err(Error::invalid("recurrence", Rule::NotARecurrence));
    }
    let cleaned_series = Series { recurrence: cleaned.clone(), ..series.clone() };
    if occurrences(&cleaned_series, Millis(i64::MIN), 1)?.is_empty() {
        return Err(Error::invalid("recurrence", Rule::NeverFires));
    }
    Ok(cleaned)
}

/// The next dates of a series after a moment, at most `limit`; a series without a rhythm has none.
///
/// # Errors
/// [`Rule::NotARecurrence`].
pub fn occurrences(series: &Series, after: Millis, limit: u16) -> Result<Vec<Millis>> {
    if series.recurrence.is_empty() {
        return Ok(Vec::new());
    }
    let refused = || Error::invalid("recurrence", Rule::NotARecurrence);
    let zone: chrono_tz::Tz = series.time_zone.parse().map_err(|_| Error::invalid("time_zone", Rule::Unknown))?;
    let local = series.starts_at.utc().with_timezone(&zone);
    let start = local.with_nanosecond(0).unwrap_or(local).format("%Y%m%dT%H%M%S");
    // Exceptions without a zone are on the same clocks as the series.
    let lines: Vec<String> = series
        .recurrence
        .lines()
        .map(|line| match line.strip_prefix("EXDATE:") {
            Some(dates) if !dates.ends_with('Z') => format!("EXDATE;TZID={zone}:{dates}"),
            _ => line.to_owned(),
        })
        .collect();
    let text = format!("DTSTART;TZID={zone}:{start}\n{}", lines.join("\n"));
    let mut set: RRuleSet = text.parse().map_err(|_| refused())?;
    let slow = |frequency| matches!(frequency, Frequency::Hourly | Frequency::Minutely | Frequency::Secondly);
    if set.get_rrule().is_empty() || set.get_rrule().iter().any(|rule| slow(rule.get_freq())) {
        return Err(refused());
    }
    if after.0 > series.starts_at.0 {
        set = set.after(after.utc().with_timezone(&rrule::Tz::Tz(zone)));
    }
    // The library counts a date equal to the limit in; ours are strictly after.
    let found = set.all(limit.saturating_add(1)).dates;
    let dates = found.into_iter().map(|date| Millis(date.timestamp_millis())).filter(|date| *date > after);
    Ok(dates.take(limit.into()).collect())
}
