//! Which copies newer ones stand for.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::Millis;

const DAY: i64 = 24 * 3_600_000;
/// A clock that is set by a second or two has not jumped.
const SLACK: i64 = 5 * 60_000;
const ALL_FOR_DAYS: i64 = 2;
const DAILY: usize = 14;
const WEEKLY: usize = 10;
const MONTHLY: usize = 12;

/// The copies that may go: kept are all of two days, then the newest of each of 14 days, 10 weeks and 12 months.
///
/// Days, weeks and months without a copy do not count. A copy from the future means that the clock jumped: nothing
/// goes. Nor does a jump forward age anything: a gap between two copies counts as one day at most.
pub fn superfluous(copies: &[Millis], now: Millis) -> BTreeSet<Millis> {
    let newest_first: BTreeSet<Millis> = copies.iter().copied().collect();
    let Some(newest) = newest_first.last().copied() else { return BTreeSet::new() };
    if newest.0 > now.0.saturating_add(SLACK) {
        return BTreeSet::new();
    }
    let mut kept = BTreeSet::from([newest]);
    let (mut days, mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let (mut lived, mut later) = (0, newest);
    for copy in newest_first.iter().rev().copied() {
        lived += (later.0 - copy.0).min(DAY);
        later = copy;
        let day = copy.utc().date_naive();
        let is_first =
            |seen: &mut BTreeSet<(i32, u32)>, key: (i32, u32), most: usize| seen.len() < most && seen.insert(key);
        let year = day.year();
        let (of_day, of_week, of_month) = (
            is_first(&mut days, (year, day.ordinal()), DAILY),
            is_first(&mut weeks, (day.iso_week().year(), day.iso_week().week()), WEEKLY),
            is_first(&mut months, (year, day.month()), MONTHLY),
        );
        if lived <= ALL_FOR_DAYS * DAY || of_day || of_week || of_month {
            kept.insert(copy);
        }
    }
    newest_first.difference(&kept).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: i64 = 1_795_417_200_000;

    /// Takes a copy at each moment and rotates each time, as the program does.
    fn lived_through(moments: impl IntoIterator<Item = i64>) -> Vec<i64> {
        let mut kept: Vec<Millis> = Vec::new();
        for now in moments {
            kept.push(Millis(now));
            let go = superfluous(&kept, Millis(now));
            kept.retain(|copy| !go.contains(copy));
        }
        kept.into_iter().map(|copy| copy.0).collect()
    }

    #[test]
    fn two_years_of_hourly_copies_become_less_than_a_hundred() {
        let kept = lived_through((0..730 * 24).map(|tick| NOW + tick * 3_600_000));
        let last = *kept.last().unwrap();
        let ages: Vec<i64> = kept.iter().map(|copy| last - copy).collect();
        let within = |days: i64| ages.iter().filter(|age| **age <= days * DAY).count();
        assert_eq!(within(2), 2 * 24 + 1, "all of two days");
        let of_days = kept.iter().map(|copy| Millis(*copy).utc().date_naive()).collect::<BTreeSet<_>>();
        let last_day = Millis(last).utc().date_naive();
        for back in 0..14 {
            assert!(of_days.contains(&(last_day - chrono::Days::new(back))), "{back} days back");
        }
        for weeks in 0..10 {
            assert!(ages.iter().any(|age| (age / DAY / 7 - weeks).abs() <= 1), "{weeks} weeks back");
        }
        for months in 0..12 {
            assert!(ages.iter().any(|age| (age / DAY / 30 - months).abs() <= 1), "{months} months back");
        }
        assert!(kept.len() < 49 + 14 + 10 + 12, "{}", kept.len());
    }

    #[test]
    fn a_clock_that_jumps_costs_nothing() {
        let kept = lived_through((0..288).map(|tick| NOW + tick * 600_000));
        let last = *kept.last().unwrap();
        for jump in [-365 * DAY, -3_600_000, DAY, 365 * DAY, 20 * 365 * DAY] {
            let mut copies: Vec<Millis> = kept.iter().copied().map(Millis).collect();
            for tick in 0..6 {
                let now = Millis(last + jump + tick * 600_000);
                copies.push(now);
                let go = superfluous(&copies, now);
                // A jump counts as one day: what was made in the day before it stands.
                let lost = kept
                    .iter()
                    .filter(|copy| go.contains(&Millis(**copy)) && last - **copy < DAY - 2 * 3_600_000)
                    .count();
                assert_eq!(lost, 0, "jump of {jump}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_newest_always_stays_and_what_went_is_stood_for(
            gaps in prop::collection::vec(0_i64..5 * DAY, 1..120), jump in -400 * DAY..400 * DAY
        ) {
            let mut at = NOW;
            let copies: Vec<Millis> = gaps.iter().map(|gap| { at += gap; Millis(at) }).collect();
            let go = superfluous(&copies, Millis(at + jump));
            prop_assert!(!go.contains(&Millis(at)));
            if jump < -SLACK {
                prop_assert!(go.is_empty());
            }
            // Going twice changes nothing.
            let left: Vec<Millis> = copies.iter().copied().filter(|copy| !go.contains(copy)).collect();
            prop_assert!(superfluous(&left, Millis(at + jump)).len() <= left.len() / 2);
            for copy in &copies {
                if at - copy.0 <= 2 * DAY {
                    prop_assert!(!go.contains(copy), "within two days");
                }
            }
        }
    }
}
