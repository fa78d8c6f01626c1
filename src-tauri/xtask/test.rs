//! `cargo xtask test`.

use std::process::Command;

use super::process::{Done, npm, observe, program, root, target};
use super::system::{Need, deny, driver, interface, packages};
use super::tally::Tally;
use super::verapdf;
use super::window::VirtualDisplay;

/// How much is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Format, lints and the tests that need no window.
    Quick,
    /// Those and the end-to-end tests in the real window.
    Everything,
}

/// Sets everything up and runs every check and test; the last line counts them.
pub fn test(extent: Extent) -> Done {
    packages(if extent == Extent::Everything { Need::Tests } else { Need::Build })?;
    interface()?;
    let mut tally = Tally::default();
    let mut failures: Vec<&str> = Vec::new();
    let mut check = |name: &'static str, command: &mut Command, is_runner: bool| -> Done {
        println!("\n== {name}");
        let (passed, output) = observe(command)?;
        let before = tally;
        if is_runner {
            tally.add(&output);
        }
        if !is_runner || (!passed && tally.failed == before.failed) {
            tally.check(passed);
        }
        if !passed {
            failures.push(name);
        }
        Ok(())
    };

    check("format", cargo().args(["fmt", "--all", "--check"]), false)?;
    check("interface: format", npm().args(["run", "format", "--silent"]), false)?;
    check("interface: types", npm().args(["run", "check", "--silent"]), false)?;
    check("interface: lints", npm().args(["run", "lint", "--silent"]), false)?;
    check("interface: tests", npm().args(["test", "--silent"]), true)?;
    check("lints", cargo().args(["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]), false)?;
    check(
        "documentation",
        cargo()
            .args(["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"])
            .env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links"),
        false,
    )?;
    check(
        "licences, sources and banned crates",
        Command::new(deny()?).current_dir(root()).args(["--locked", "check", "licenses", "bans", "sources"]),
        false,
    )?;
    let pages = verapdf::pages()?;
    check(
        "tests",
        cargo()
            .args(["test", "--workspace", "--exclude", "couloir-e2e", "--no-fail-fast"])
            .args(["--", "--nocapture"])
            .env("COULOIR_PAGES", &pages),
        true,
    )?;
    match verapdf::check(&pages)? {
        Some(mut command) => check("PDF/UA-1 of every document, by veraPDF", &mut command, false)?,
        None => println!("\n== PDF/UA-1 by veraPDF: skipped, it needs Java and Maven"),
    }
    if extent == Extent::Everything {
        // The program was built with the tests above; the end-to-end tests drive that same file.
        let program = target().join("debug").join(if cfg!(windows) { "couloir.exe" } else { "couloir" });
        let display = if cfg!(target_os = "linux") { Some(VirtualDisplay::start("1366x768")?) } else { None };
        let mut end_to_end = cargo();
        if let Some(display) = &display {
            end_to_end.env("DISPLAY", &display.name).env_remove("WAYLAND_DISPLAY");
        }
        check(
            "end to end, in the real window",
            end_to_end
                .args(["test", "--package", "couloir-e2e", "--no-fail-fast", "--", "--nocapture", "--test-threads=1"])
                .env("COULOIR_PROGRAM", program)
                .env("TAURI_DRIVER", driver()?),
            true,
        )?;
    }
    println!("\n{tally}");
    if failures.is_empty() { Ok(()) } else { Err(format!("failed: {}", failures.join(", ")).into()) }
}

fn cargo() -> Command {
    program("cargo")
}
