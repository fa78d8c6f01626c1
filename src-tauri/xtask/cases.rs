//! `cargo xtask cases`: how many of the files that people sent are read right.
//!
//! The files and what each should give stand in `tests/cases`; the test that compares them is the one place of truth,
//! and this only shows what it says.

use super::process::{Done, program, run};

/// Reads every case and says which are right.
pub fn cases() -> Done {
    run(program("cargo").args([
        "test",
        "--quiet",
        "-p",
        "couloir-documents",
        "--lib",
        "--",
        "--nocapture",
        "every_case_is_read_right",
    ]))
}
