//! The clock that the core is given: it goes on evenly, whatever is done to the clock of the system.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use couloir_core::Millis;
use couloir_core::store::Clock;

use super::hook;

/// Names a file with the moment it is, in milliseconds, for tests that control the time.
const TEST_CLOCK: &str = "COULOIR_TEST_CLOCK";

/// The even clock, or the one that a test controls.
pub fn clock() -> Clock {
    match hook(TEST_CLOCK).map(PathBuf::from) {
        Some(file) => Box::new(move || {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            Millis(text.trim().parse().unwrap_or_default())
        }),
        None => Box::new(|| Millis(even(|clock| clock.now(wall(), running())))),
    }
}

/// How far the system's clock jumped since, in milliseconds, if it did; nobody has decided yet.
pub fn jump() -> Option<i64> {
    even(|clock| clock.jump(wall(), running()))
}

/// Goes by the system's clock as it is now.
pub fn follow() {
    even(|clock| *clock = Even::start(wall(), running()));
}

/// Keeps the even time and does not ask about this jump again.
pub fn keep() {
    even(|clock| clock.decided = wall() - clock.now(wall(), running()));
}

/// The IANA name of the laptop's time zone; UTC where the system does not say.
pub fn time_zone() -> String {
    iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned())
}

/// A difference that is more than a correction of the clock.
const JUMP: i64 = 60_000;

/// A moment of the system's clock, and what has passed since.
struct Even {
    wall: i64,
    running: Duration,
    /// The difference that the user chose to keep.
    decided: i64,
}

static EVEN: Mutex<Option<Even>> = Mutex::new(None);

fn even<T>(read: impl FnOnce(&mut Even) -> T) -> T {
    let mut clock = EVEN.lock().unwrap_or_else(PoisonError::into_inner);
    read(clock.get_or_insert_with(|| Even::start(wall(), running())))
}

impl Even {
    fn start(wall: i64, running: Duration) -> Self {
        Self { wall, running, decided: 0 }
    }

    /// The moment it is; small corrections of the system's clock are followed.
    fn now(&mut self, wall: i64, running: Duration) -> i64 {
        let passed = i64::try_from(running.saturating_sub(self.running).as_millis()).unwrap_or(i64::MAX);
        let now = self.wall.saturating_add(passed);
        if self.decided == 0 && (wall - now).abs() < JUMP && wall != now {
            *self = Self::start(wall, running);
            return wall;
        }
        now
    }

    fn jump(&mut self, wall: i64, running: Duration) -> Option<i64> {
        let by = wall - self.now(wall, running);
        ((by - self.decided).abs() >= JUMP).then_some(by)
    }
}

fn wall() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

/// Time since some fixed moment that no setting of the clock changes and that goes on in sleep.
fn running() -> Duration {
    static START: Mutex<Option<Instant>> = Mutex::new(None);
    if cfg!(target_os = "linux")
        && let Ok(text) = std::fs::read_to_string("/proc/uptime")
        && let Some(seconds) = text.split(' ').next().and_then(|first| first.parse::<f64>().ok())
    {
        return Duration::from_secs_f64(seconds.max(0.0));
    }
    if cfg!(target_os = "macos") {
        // Its instants stand still in sleep: the clock of the system is the lesser evil.
        return Duration::from_millis(u64::try_from(wall()).unwrap_or_default());
    }
    START.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_with(Instant::now).elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(1_000 + seconds)
    }

    #[test]
    fn a_jump_is_asked_about_and_not_booked() {
        let start = 1_795_417_200_000;
        for jump in [-3_600_000_i64, 24 * 3_600_000] {
            let mut clock = Even::start(start, at(0));
            assert_eq!(clock.now(start + 10_000, at(10)), start + 10_000);
            // The clock is set while ten more seconds pass.
            let wall = start + 20_000 + jump;
            assert_eq!(clock.now(wall, at(20)), start + 20_000);
            assert_eq!(clock.jump(wall, at(20)), Some(jump));
            assert_eq!(clock.now(wall + 5_000, at(25)), start + 25_000, "it goes on evenly");
            // Kept: no further question about this jump, only about another.
            clock.decided = jump;
            assert_eq!(clock.jump(wall + 10_000, at(30)), None);
            assert_eq!(clock.jump(wall + 10_000 + 120_000, at(30)), Some(jump + 120_000));
        }
    }

    #[test]
    fn a_small_correction_is_followed() {
        let mut clock = Even::start(1_000_000, at(0));
        assert_eq!(clock.now(1_011_500, at(10)), 1_011_500);
        assert_eq!(clock.jump(1_011_500, at(10)), None);
        assert_eq!(clock.now(1_021_500, at(20)), 1_021_500);
    }
}
