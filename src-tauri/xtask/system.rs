//! What must be on the machine: system packages, npm packages, the built interface, the test driver.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::process::{Done, exists, npm, output, root, run};

/// Packages of Debian and its kin that building needs.
const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];
/// Packages that a window without a display needs.
const VIRTUAL_DISPLAY: &[&str] = &["xvfb", "xauth", "imagemagick", "dbus", "fonts-inter"];
/// Packages that only tests need.
const TESTS: &[&str] = &["webkit2gtk-driver", "xdotool", "x11-utils", "poppler-utils", "libreoffice-calc"];
/// Version of tauri-driver that the end-to-end tests drive the window with.
const DRIVER: &str = "2.1.0";
/// Version of cargo-deny, which reads the licences and sources of all crates.
const DENY: &str = "0.20.2";
/// Version of cargo-mutants.
const MUTANTS: &str = "27.1.0";

/// What the work at hand needs from the system.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// To build.
    Build,
    /// To build, and to open a window without a display.
    VirtualDisplay,
    /// To build and to run every test.
    Tests,
}

/// Installs missing system packages, or says the exact command when it may not.
///
/// On Windows (WebView2) and macOS (WebKit) the system brings what is needed; see the README.
pub fn packages(need: Need) -> Done {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let mut wanted = BUILD.to_vec();
    if need != Need::Build {
        wanted.extend(VIRTUAL_DISPLAY);
    }
    if need == Need::Tests {
        wanted.extend(TESTS);
    }
    if !exists("apt-get") {
        println!("xtask: this system has no apt-get; on Debian the packages are: {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let is_root = output(Command::new("id").arg("-u"))?.trim() == "0";
    let has_sudo = exists("sudo") && Command::new("sudo").args(["-n", "true"]).status().is_ok_and(|s| s.success());
    if !is_root && !has_sudo {
        let names = missing.join(" ");
        return Err(format!(
            "these system packages are missing and may not be installed from here; please run:\n  \
             sudo apt-get update && sudo apt-get install --no-install-recommends {names}"
        )
        .into());
    }
    let apt = || {
        let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            command.args(["-n", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(apt().args(["update", "-q"]))?;
    run(apt().args(["install", "-y", "-q", "--no-install-recommends"]).args(&missing))
}

fn is_installed(package: &str) -> bool {
    let status = Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]).output();
    status.is_ok_and(|output| output.stdout == b"installed")
}

/// Installs the npm packages when the lock file changed since, and builds the interface.
pub fn interface() -> Done {
    let ui = root().join("ui");
    let stamp = ui.join("node_modules/.couloir-lock");
    let lock = fs::read(ui.join("package-lock.json"))?;
    if fs::read(&stamp).ok().as_deref() != Some(&lock) {
        run(npm().args(["ci", "--no-audit", "--no-fund"]))?;
        fs::write(&stamp, &lock)?;
    }
    run(npm().args(["run", "build", "--silent"]))
}

/// A folder outside the checkout for what is expensive to make again.
pub fn cache() -> PathBuf {
    let folder = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("LOCALAPPDATA").map(PathBuf::from))
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")))
        .unwrap_or_else(std::env::temp_dir);
    folder.join("couloir")
}

/// The WebDriver that drives the window, installed into the cache when it is missing.
pub fn driver() -> Done<PathBuf> {
    tool("tauri-driver", "tauri-driver", DRIVER)
}

/// cargo-deny, installed into the cache when it is missing.
pub fn deny() -> Done<PathBuf> {
    tool("cargo-deny", "cargo-deny", DENY)
}

/// cargo-mutants, installed into the cache when it is missing.
pub fn mutants() -> Done<PathBuf> {
    tool("cargo-mutants", "cargo-mutants", MUTANTS)
}

/// A program of a crate, installed into the cache when it is missing.
fn tool(package: &str, program: &str, version: &str) -> Done<PathBuf> {
    let folder = cache().join(format!("{package}-{version}"));
    let path = folder.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if !path.is_file() {
        let mut cargo = Command::new("cargo");
        cargo.args(["install", package, "--version", version, "--locked", "--root"]).arg(&folder);
        cargo.env_remove("CARGO_TARGET_DIR");
        run(&mut cargo)?;
    }
    Ok(path)
}
