//! The project's only scripts, in Rust, on every system.
//!
//! `cargo xtask run` sets everything up and opens Couloir; `cargo xtask test` sets everything up and runs every
//! test; `cargo xtask package` makes the installable package.

mod bench;
mod cases;
mod endure;
mod fuzz;
mod installed;
mod licences;
mod mutants;
mod package;
mod process;
mod run;
mod system;
mod tally;
mod test;
mod verapdf;
mod window;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run       set everything up and open Couloir (without a display: in a virtual one, leaving a screenshot
                      and the sample agenda PDF in target/demo)
cargo xtask test      set everything up and run every check and test
cargo xtask package   make what this system installs, checked, with checksums, in target/package
cargo xtask installed install that package in a clean root, use, upgrade and remove it; needs root and debootstrap
cargo xtask check     the quick part of test: format, lints, unit tests; no window
cargo xtask cases     say how many of the files in tests/cases are read right, and what is wrong with the others
cargo xtask fuzz [TARGET] [--seconds N]
                      feed everything that reads files with mutated ones, a minute each; needs nightly and cargo-fuzz
cargo xtask bench [--seed N]
                      measure the release build beside what any program would need; target/bench/report.md and .json
cargo xtask mutants [--shard K/N]
                      break the rules of core and documents one by one; hours for all; 95 % must be noticed
cargo xtask endure [--hours N | --minutes N]
                      kills, power cuts, failing writes, damages and cut migrations, with other seeds again and again";

fn main() -> ExitCode {
    let argument = std::env::args().nth(1).unwrap_or_default();
    let done = match argument.as_str() {
        "run" => run::run(),
        "test" => test::test(test::Extent::Everything),
        "check" => test::test(test::Extent::Quick),
        "package" => package::package(),
        "installed" => installed::installed(),
        "cases" => cases::cases(),
        "bench" => bench::bench(&std::env::args().skip(2).collect::<Vec<_>>()),
        "endure" => endure::endure(&std::env::args().skip(2).collect::<Vec<_>>()),
        "mutants" => mutants::mutants(&std::env::args().skip(2).collect::<Vec<_>>()),
        "fuzz" => fuzz::fuzz(&std::env::args().skip(2).collect::<Vec<_>>()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
