//! `cargo xtask run` and `cargo xtask package`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::process::{Done, output, program, root, run as step, target};
use super::system::{Need, interface, packages};
use super::window::{VirtualDisplay, has_display};

/// Sets everything up and opens Couloir; without a display, shows what it looks like.
pub fn run() -> Done {
    let has_display = has_display();
    packages(if has_display { Need::Build } else { Need::VirtualDisplay })?;
    interface()?;
    step(program("cargo").args(["build", "--package", "couloir"]))?;
    let couloir = target().join("debug").join(if cfg!(windows) { "couloir.exe" } else { "couloir" });
    if has_display { step(&mut Command::new(couloir)) } else { show(&couloir) }
}

/// Opens the window on a sample workshop in a virtual display and leaves pictures of it.
fn show(couloir: &Path) -> Done {
    let demo = root().join("target/demo");
    let data = demo.join("data");
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    fs::create_dir_all(&data)?;
    let ask = |args: &[&str]| -> Done<String> { output(Command::new(couloir).args(args).arg("--data").arg(&data)) };
    let id = ask(&["new", "--template", "ajo", "--language", "fr"])?.trim().to_owned();
    let agenda = demo.join("agenda.pdf");
    ask(&["export", &id, "agenda", &agenda.to_string_lossy()])?;

    let display = VirtualDisplay::start("1366x768")?;
    let mut window = under_bus(couloir)
        .arg("--data")
        .arg(&data)
        .env("DISPLAY", &display.name)
        .env_remove("WAYLAND_DISPLAY")
        .env("XDG_DATA_HOME", demo.join("xdg"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let picture = demo.join("window.png");
    let drawn = wait_until_drawn(&display, &picture);
    window.kill()?;
    window.wait()?;
    drawn?;
    println!(
        "Couloir ran in a virtual display.\n  screenshot  {}\n  agenda PDF  {}",
        picture.display(),
        agenda.display()
    );
    Ok(())
}

/// A session bus of its own where there is a launcher for one.
fn under_bus(couloir: &Path) -> Command {
    if super::process::exists("dbus-run-session") {
        let mut command = Command::new("dbus-run-session");
        command.arg("--").arg(couloir);
        command
    } else {
        Command::new(couloir)
    }
}

/// Takes pictures until one shows more than a blank window.
fn wait_until_drawn(display: &VirtualDisplay, picture: &PathBuf) -> Done {
    for _ in 0..60 {
        std::thread::sleep(Duration::from_millis(500));
        display.picture(picture)?;
        let colors = output(Command::new("identify").args(["-format", "%k"]).arg(picture))?;
        // A blank window has a handful of colours; drawn text has shades of grey by the dozen.
        if colors.trim().parse::<u32>().is_ok_and(|count| count > 40) {
            std::thread::sleep(Duration::from_millis(500));
            return display.picture(picture);
        }
    }
    Err(format!("the window stayed blank; see {}", picture.display()).into())
}
