//! `cargo xtask installed`: the package as a colleague meets it, in a clean root without a toolchain.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::process::{Done, exists, output, root, run, target};

const SUITE: &str = "bookworm";
/// What a desktop of the GNOME kind has and a bare root has not.
const DESKTOP: &str =
    "xvfb xauth dbus xdg-utils shared-mime-info desktop-file-utils sqlite3 procps x11-utils libglib2.0-bin";
const USER: &str = "colleague";
const HOME: &str = "/home/colleague";
/// What marks a file as Couloir's: "Clr1".
const APPLICATION_ID: i32 = 0x436c_7231;
const DATA: &str = "/home/colleague/.local/share/app.couloir.desktop";

/// Installs the package, uses it, opens a file in the window that runs, upgrades every past schema, and removes it.
///
/// # Errors
/// When a step fails. Where debootstrap or root are missing it says so and does nothing.
pub fn installed() -> Done {
    let is_root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !cfg!(target_os = "linux") || !is_root || !exists("debootstrap") {
        println!("installed: skipped, it needs Linux, root and debootstrap");
        return Ok(());
    }
    let deb = package()?;
    let place = Root(target().join("installed"));
    if !place.0.join("usr").is_dir() {
        run(Command::new("debootstrap").args(["--variant=minbase", "--include=ca-certificates", SUITE]).arg(&place.0))?;
    }
    if !place.0.join("usr/bin/xvfb-run").exists() {
        place.shell(&format!("apt-get update -q && apt-get install -y -q --no-install-recommends {DESKTOP}"))?;
        place.shell(&format!("useradd --create-home {USER}"))?;
    }
    run(Command::new("cp").arg(&deb).arg(place.0.join("couloir.deb")))?;

    heading("install");
    place.shell("apt-get install -y -q --no-install-recommends /couloir.deb && couloir --version")?;
    place.shell(
        "desktop-file-validate /usr/share/applications/Couloir.desktop && test -s /usr/share/man/man1/couloir.1.gz",
    )?;

    heading("use it without a display");
    place.user(&format!("rm -rf {DATA} && couloir new --template event --language fr > id && couloir list"))?;
    place.user("couloir export $(cat id) agenda agenda.pdf && couloir export $(cat id) archive fete.couloir")?;
    place.user("head -c 5 agenda.pdf | grep -q %PDF- && test -s fete.couloir")?;

    heading("a file opens by its type, in the window that runs");
    expect(&place.user("xdg-mime query filetype fete.couloir")?, "application/x-couloir")?;
    expect(&place.user("xdg-mime query default application/x-couloir")?, "Couloir.desktop")?;
    let session = "couloir & first=$!; for try in $(seq 60); do sleep 0.5; \
         xwininfo -root -tree | grep -q '\"Couloir\"' && break; done; \
         sleep 2; xdg-open fete.couloir; sleep 4; \
         kill -0 $first && test $(pgrep -c -x couloir) = 1 && echo one window; kill $first; wait $first; true";
    fs::write(place.0.join("home").join(USER).join("session.sh"), session)?;
    expect(&place.user("dbus-run-session -- xvfb-run -a sh session.sh 2>/dev/null")?, "one window")?;

    heading("data of every earlier schema");
    for (number, sql) in schemas()? {
        let name = format!("schema_{number}.sql");
        fs::write(place.0.join("tmp").join(&name), sql)?;
        place.user(&format!("rm -rf {DATA} && mkdir -p {DATA} && sqlite3 {DATA}/couloir.db < /tmp/{name}"))?;
        place.user("couloir list && couloir check")?;
    }

    heading("remove");
    place.shell("apt-get purge -y -q couloir && ! command -v couloir")?;
    place.shell(&format!("test -s {DATA}/couloir.db && ! find /usr /etc /opt -iname '*couloir*' | grep ."))?;
    println!("\ninstalled, used, opened by its type, upgraded from every schema, removed with the user's data kept");
    Ok(())
}

fn heading(what: &str) {
    println!("\n== {what}");
}

fn expect(said: &str, wanted: &str) -> Done {
    if said.lines().any(|line| line.trim() == wanted) {
        return Ok(());
    }
    Err(format!("wanted {wanted:?}, got {said:?}").into())
}

fn package() -> Done<PathBuf> {
    let folder = target().join("package");
    let mut files = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
    files
        .find(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .ok_or_else(|| "there is no package yet: cargo xtask package".into())
}

/// Every schema that landed, with a row in each table, as SQL that makes the file as its program left it.
fn schemas() -> Done<Vec<(usize, String)>> {
    let store = root().join("src-tauri/core/store");
    let mut steps: Vec<PathBuf> = fs::read_dir(store.join("migrations"))?.flatten().map(|entry| entry.path()).collect();
    steps.sort();
    let mut ladder = String::new();
    let mut schemas = Vec::new();
    for (number, step) in (1..).zip(steps) {
        ladder += &fs::read_to_string(step)?;
        let rows = fs::read_to_string(store.join(format!("fixtures/schema_{number}.sql")))?;
        let head = format!("PRAGMA user_version = {number}; PRAGMA application_id = {APPLICATION_ID};");
        schemas.push((number, format!("{ladder}\n{rows}\n{head}\n")));
    }
    Ok(schemas)
}

/// A system of its own in a folder.
struct Root(PathBuf);

impl Root {
    fn shell(&self, line: &str) -> Done {
        run(&mut self.command(&["sh", "-ec", line]))
    }

    /// As somebody without rights, at home; gives what is said.
    fn user(&self, line: &str) -> Done<String> {
        let line = format!("cd {HOME} && export HOME={HOME} LANG=C.UTF-8 XDG_CURRENT_DESKTOP=GNOME && {line}");
        let said = output(&mut self.command(&["su", USER, "-s", "/bin/sh", "-c", &line]))?;
        print!("{said}");
        Ok(said)
    }

    /// Runs words in the root; what it mounts is gone with it.
    fn command(&self, words: &[&str]) -> Command {
        let enter = "mount -t proc proc \"$0/proc\" && mount --rbind /dev \"$0/dev\" && exec chroot \"$0\" \"$@\"";
        let mut command = Command::new("unshare");
        command.args(["--mount", "sh", "-ec", enter]).arg(&self.0).args(words);
        command.env("DEBIAN_FRONTEND", "noninteractive").env_remove("DISPLAY");
        command
    }
}
