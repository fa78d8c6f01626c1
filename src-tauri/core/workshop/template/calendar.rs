//! The days of a template: its first meeting stands in a week that nobody remembers, on the day of the week and at the
//! hour it had, the others as far from it as they were.

use chrono::{Datelike, Days, Timelike};

use crate::meeting::Meeting;
use crate::{Contents, Day, Millis};

/// Monday of the week in which the first meeting of a template stands.
const BASE: Option<Day> = Day::from_ymd_opt(2001, 1, 1);

fn base() -> Day {
    BASE.unwrap_or_default()
}

/// Whether a meeting has the day of a template.
pub(super) fn is_bare(meeting: &Meeting) -> bool {
    meeting.starts_at.day_in(&meeting.time_zone).year() == base().year()
}

/// Puts everything into the week of the template.
pub(super) fn to_base(contents: &mut Contents) {
    let first = first(contents);
    let monday = first.checked_sub_days(Days::new(first.weekday().num_days_from_monday().into())).unwrap_or(first);
    shift(contents, monday, base(), None);
    for series in &mut contents.series {
        series.recurrence = endless(&series.recurrence);
    }
}

/// Puts everything into the weeks from `tomorrow` on, in `zone`: the first meeting stands on its day of the week.
pub(super) fn from_day(contents: &mut Contents, tomorrow: Day, zone: &str) {
    let first = first(contents);
    let wait = (first.weekday().num_days_from_monday() + 7 - tomorrow.weekday().num_days_from_monday()) % 7;
    let to = tomorrow.checked_add_days(Days::new(wait.into())).unwrap_or(tomorrow);
    shift(contents, first, to, Some(zone));
}

/// The day of the first meeting.
fn first(contents: &Contents) -> Day {
    let days = contents.meetings.iter().filter(|meeting| !meeting.is_template);
    days.map(|meeting| meeting.starts_at.day_in(&meeting.time_zone)).min().unwrap_or(base())
}

/// Moves what begins on or after `from` as far after `to`, at the same hour by its clocks; what began before, to `to`.
fn shift(contents: &mut Contents, from: Day, to: Day, zone: Option<&str>) {
    let moved = |starts_at: &mut Millis, own: &mut String| {
        let local = starts_at.utc().with_timezone(&own.parse().unwrap_or(chrono_tz::UTC));
        let minute = i32::try_from(local.hour() * 60 + local.minute()).unwrap_or_default();
        let days = u64::try_from((local.date_naive() - from).num_days()).unwrap_or(0);
        if let Some(zone) = zone {
            zone.clone_into(own);
        }
        *starts_at = Millis::at_local(to.checked_add_days(Days::new(days)).unwrap_or(to), minute, own);
    };
    for meeting in &mut contents.meetings {
        if meeting.is_template {
            // Its day means nothing; its hour is where it starts.
            let day = meeting.starts_at.day_in(&meeting.time_zone);
            let away = (day - from).num_days();
            meeting.starts_at = Millis(meeting.starts_at.0 - away * 86_400_000);
        }
        moved(&mut meeting.starts_at, &mut meeting.time_zone);
    }
    for series in &mut contents.series {
        moved(&mut series.starts_at, &mut series.time_zone);
    }
}

/// A recurrence without its last day and without the days on which it is left out.
fn endless(recurrence: &str) -> String {
    let lines = recurrence.lines().filter(|line| !line.starts_with("EXDATE"));
    let lines =
        lines.map(|line| line.split(';').filter(|part| !part.starts_with("UNTIL=")).collect::<Vec<_>>().join(";"));
    lines.collect::<Vec<_>>().join("\n")
}
