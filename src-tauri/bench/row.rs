//! A figure with its floor and its goal.

use std::hint::black_box;
use std::time::Instant;

use serde::Serialize;

use super::Done;

/// A line of the report.
#[derive(Serialize)]
pub struct Row {
    pub part: &'static str,
    pub name: String,
    /// `ms`, `×`, `kB`.
    pub unit: &'static str,
    pub value: f64,
    /// The tenth and the ninetieth part of all runs.
    pub low: f64,
    pub high: f64,
    /// The least any program would need, in the same unit and run, with what it is.
    pub floor: Option<(f64, &'static str)>,
    /// The most it may be, in its unit.
    pub goal: Option<f64>,
}

/// Times of several runs, in milliseconds.
#[derive(Clone, Copy)]
pub struct Times {
    pub median: f64,
    pub low: f64,
    pub high: f64,
    /// Nineteen of twenty runs are below it.
    pub p95: f64,
}

impl Times {
    /// Of all runs.
    pub fn of(mut all: Vec<f64>) -> Self {
        all.sort_by(f64::total_cmp);
        let at =
            |part: usize| all.get((all.len() * part / 100).min(all.len().saturating_sub(1))).copied().unwrap_or(0.0);
        Self { median: at(50), low: at(10), high: at(90), p95: at(95) }
    }

    /// Runs something so many times.
    pub fn take<T>(runs: usize, mut run: impl FnMut(usize) -> Done<T>) -> Done<Self> {
        let mut all = Vec::with_capacity(runs);
        for at in 0..runs {
            let start = Instant::now();
            // What nobody looked at could be left out by the compiler.
            black_box(run(at)?);
            all.push(start.elapsed().as_secs_f64() * 1_000.0);
        }
        Ok(Self::of(all))
    }

    /// As a line of the report.
    pub fn row(self, part: &'static str, name: impl Into<String>, goal: Option<f64>) -> Row {
        let Self { median, low, high, .. } = self;
        Row { part, name: name.into(), unit: "ms", value: median, low, high, floor: None, goal }
    }
}

/// How often a number goes into another.
pub fn ratio(part: &'static str, name: &str, of: f64, to: f64, goal: f64) -> Row {
    let value = if to > 0.0 { of / to } else { 0.0 };
    Row { part, name: name.to_owned(), unit: "×", value, low: value, high: value, floor: None, goal: Some(goal) }
}
