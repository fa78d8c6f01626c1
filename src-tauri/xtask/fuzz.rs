//! `cargo xtask fuzz [TARGET] [--seconds N]`: what reads other people's files, fed with mutated ones.

use std::fs;
use std::process::Command;

use super::process::{Done, exists, observe, root, target};

/// Everything that reads what others wrote; each is a function in `tests/fuzz/src/lib.rs`.
const TARGETS: &[&str] = &["table", "xlsx", "markdown", "html", "docx", "odf", "calendar", "archive", "pasted", "wall"];
/// How long each target runs, unless told.
const SECONDS: u32 = 60;

/// Runs one target or all, one after another, in one process each. New inputs stay in `target/fuzz`; what made a
/// target fail too, with the command that repeats it.
pub fn fuzz(arguments: &[String]) -> Done {
    let (chosen, seconds) = read(arguments)?;
    if !exists("cargo-fuzz") {
        return Err("cargo-fuzz is missing; please run: cargo install cargo-fuzz --locked".into());
    }
    let nightly = Command::new("rustup").args(["run", "nightly", "rustc", "--version"]).output();
    if !nightly.is_ok_and(|output| output.status.success()) {
        return Err("the nightly toolchain is missing; please run: rustup toolchain install nightly".into());
    }
    let (fuzz, kept) = (root().join("tests/fuzz"), target().join("fuzz"));
    let mut figures = Vec::new();
    for name in chosen {
        let (corpus, failures) = (kept.join("corpus").join(name), kept.join("failures").join(name));
        fs::create_dir_all(&corpus)?;
        fs::create_dir_all(&failures)?;
        let (passed, output) = observe(
            Command::new("rustup")
                .args(["run", "nightly", "cargo", "fuzz", "run", "--fuzz-dir", ".", "--sanitizer", "none", name])
                .args([&corpus, &fuzz.join("corpus").join(name)])
                .args(["--", "-timeout=20", "-rss_limit_mb=2048", "-max_len=8192", "-print_final_stats=1"])
                .arg(format!("-max_total_time={seconds}"))
                .arg(format!("-artifact_prefix={}/", failures.display()))
                .env("CARGO_TARGET_DIR", &kept)
                .current_dir(&fuzz),
        )?;
        if !passed {
            return Err(format!("{name} failed; what made it fail is in {}", failures.display()).into());
        }
        figures.push(format!("{name}: {} executions in {seconds} s", executions(&output)));
    }
    println!("\n{}", figures.join("\n"));
    Ok(())
}

/// The targets to run and for how many seconds each.
fn read(arguments: &[String]) -> Done<(Vec<&'static str>, u32)> {
    let (mut chosen, mut seconds) = (TARGETS.to_vec(), SECONDS);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        if argument == "--seconds" {
            seconds = arguments.next().and_then(|text| text.parse().ok()).ok_or("--seconds needs a number")?;
        } else {
            let known = TARGETS.iter().copied().find(|name| name == argument);
            chosen = vec![known.ok_or_else(|| format!("{argument} is none of {}", TARGETS.join(", ")))?];
        }
    }
    Ok((chosen, seconds))
}

/// What libFuzzer counted.
fn executions(output: &str) -> &str {
    let line = output.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    line.map_or("?", str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_choose_target_and_time() {
        let read_of = |text: &str| read(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(read_of("").unwrap(), (TARGETS.to_vec(), SECONDS));
        assert_eq!(read_of("xlsx --seconds 5").unwrap(), (vec!["xlsx"], 5));
        assert!(read_of("word").is_err() && read_of("--seconds x").is_err());
    }

    #[test]
    fn every_target_is_built_and_has_seeds() {
        let manifest = fs::read_to_string(root().join("tests/fuzz/Cargo.toml")).unwrap();
        for name in TARGETS {
            assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
            assert!(fs::read_dir(root().join("tests/fuzz/corpus").join(name)).unwrap().count() > 1, "{name}");
        }
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
        assert_eq!(executions("stat::number_of_executed_units: 42\n"), "42");
    }
}
