//! `cargo xtask endure`: the store's harnesses and the histories of several laptops, over and over with other seeds; what
//! was endured is counted.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::process::{Done, observe, program};

/// How much more than in the tests one run does.
const TIMES: &str = "10";
/// Random histories of several laptops in one run.
const HISTORIES: u64 = 300;

/// Runs the harnesses for `--hours N` (or `--minutes N`), an hour if nothing is said.
pub fn endure(arguments: &[String]) -> Done {
    let number = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)?.parse::<f64>().ok()
    };
    let minutes = number("--minutes").or_else(|| number("--hours").map(|hours| hours * 60.0)).unwrap_or(60.0);
    let (start, length) = (Instant::now(), Duration::from_secs_f64(minutes.max(0.0) * 60.0));
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let mut seed = 2_u64;
    while start.elapsed() < length {
        let (passed, output) = observe(
            program("cargo")
                .args(["test", "--quiet", "--package", "couloir-core", "--lib", "store::", "--", "--nocapture"])
                .env("COULOIR_ENDURE_TIMES", TIMES)
                .env("COULOIR_ENDURE_SEED", seed.to_string()),
        )?;
        for line in output.lines() {
            let Some((_, told)) = line.split_once("endure ") else { continue };
            let mut words = told.split(' ');
            if let (Some(name), Some(Ok(count))) = (words.next(), words.next().map(str::parse::<u64>)) {
                *counts.entry(name.to_owned()).or_default() += count;
            }
        }
        let (agreed, _) = observe(
            program("cargo")
                .args([
                    "test",
                    "--quiet",
                    "--package",
                    "couloir",
                    "--test",
                    "contract",
                    "replica::",
                    "--",
                    "--nocapture",
                ])
                .env("COULOIR_HISTORIES", HISTORIES.to_string()),
        )?;
        if !agreed {
            return Err("laptops that exchanged everything do not hold the same: see above".into());
        }
        *counts.entry("histories".to_owned()).or_default() += HISTORIES;
        println!("\nseed {seed}, {} minutes: {counts:?}", start.elapsed().as_secs() / 60);
        if !passed {
            return Err(
                format!("seed {seed} found a fault: COULOIR_ENDURE_TIMES={TIMES} COULOIR_ENDURE_SEED={seed}").into()
            );
        }
        seed += 1;
    }
    Ok(())
}
