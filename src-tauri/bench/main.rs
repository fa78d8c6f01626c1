//! What the store and the documents cost, each beside the least that any program could do, in one run.
//!
//! `couloir-bench SEED` prints one JSON array of rows, which `cargo xtask bench` joins to what it measures from outside.
//! A median of a few dozen runs is enough to tell ratios: criterion's warm-up and statistics would take hours here.

mod documents;
mod row;
mod sharing;
mod store;

use std::process::ExitCode;

/// Anything that stops the run.
type Done<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let seed = std::env::args().nth(1).and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let rows = store::rows(seed).and_then(|mut rows| {
        rows.extend(sharing::rows(seed)?);
        rows.extend(documents::rows(seed)?);
        Ok(serde_json::to_string(&rows)?)
    });
    match rows {
        Ok(rows) => {
            println!("{rows}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("bench: {problem}");
            ExitCode::FAILURE
        }
    }
}
