//! The system's clock, which the core is given.

use std::path::PathBuf;

use couloir_core::Millis;
use couloir_core::store::Clock;

/// Names a file with the moment it is, in milliseconds, for tests that control the time.
const TEST_CLOCK: &str = "COULOIR_TEST_CLOCK";

/// The system's clock, or the one that a test controls.
pub fn clock() -> Clock {
    match std::env::var_os(TEST_CLOCK).map(PathBuf::from) {
        Some(file) => Box::new(move || {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            Millis(text.trim().parse().unwrap_or_default())
        }),
        None => Box::new(|| Millis::of(chrono::Utc::now())),
    }
}

/// The IANA name of the laptop's time zone; UTC where the system does not say.
pub fn time_zone() -> String {
    iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned())
}
