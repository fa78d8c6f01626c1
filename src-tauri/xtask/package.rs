//! `cargo xtask package`: what this system installs, checked, with checksums.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::licences;
use super::process::{Done, exists, output, program, root, run, target};
use super::system::{Need, interface, packages};

const LINUX: &str = "src-tauri/package/linux";

/// Makes the packages of this system in `target/package`: `.deb`, `.rpm` and `.tar.gz` on Linux, what Tauri's
/// bundler makes elsewhere.
///
/// # Errors
/// When a tool is missing or fails, and when a check finds an error.
pub fn package() -> Done {
    packages(Need::Build)?;
    interface()?;
    let out = target().join("package");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out)?;
    if cfg!(target_os = "linux") {
        return linux(&out);
    }
    build(&[])
}

fn build(more: &[&str]) -> Done {
    let bundler = root().join("ui/node_modules/.bin").join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    run(program(&bundler.to_string_lossy()).arg("build").args(more))
}

fn linux(out: &Path) -> Done {
    fs::write(out.join("third-party.txt"), licences::third_party()?)?;
    for page in ["couloir.1", "couloir.fr.1"] {
        fs::copy(root().join(LINUX).join(page), out.join(page))?;
    }
    for text in ["third-party.txt", "couloir.1", "couloir.fr.1"] {
        run(Command::new("gzip").args(["-9nf"]).arg(out.join(text)))?;
    }
    build(&["--config", &format!("{LINUX}/tauri.json")])?;
    let bundle = target().join("release/bundle");
    let mut made = vec![deb(&found(&bundle.join("deb"), "deb")?, out)?];
    let rpm = found(&bundle.join("rpm"), "rpm")?;
    made.push(out.join(format!("couloir-{}.x86_64.rpm", env!("CARGO_PKG_VERSION"))));
    fs::copy(rpm, &made[1])?;
    made.push(folder(out)?);
    for kept in ["couloir.1.gz", "couloir.fr.1.gz", "third-party.txt.gz"] {
        fs::remove_file(out.join(kept))?;
    }
    check(&made[0])?;
    let names = made.iter().filter_map(|path| path.file_name());
    let sums = output(Command::new("sha256sum").current_dir(out).args(names))?;
    fs::write(out.join("SHA256SUMS"), &sums)?;
    for path in &made {
        println!("{}  {:.1} MB", path.display(), fs::metadata(path)?.len() as f64 / 1e6);
    }
    Ok(())
}

fn found(folder: &Path, ending: &str) -> Done<PathBuf> {
    let mut files = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    files
        .find(|path| path.extension().is_some_and(|found| found == ending))
        .ok_or_else(|| format!("the bundler made no .{ending} in {}", folder.display()).into())
}

/// The bundler's package with what Debian wants besides, pressed smaller.
fn deb(made: &Path, out: &Path) -> Done<PathBuf> {
    let tree = out.join("deb");
    run(Command::new("dpkg-deb").arg("-R").arg(made).arg(&tree))?;
    // The bundler calls this folder by the product's name, and Debian by the package's.
    let documents = tree.join("usr/share/doc");
    fs::rename(documents.join("Couloir/changelog.gz"), documents.join("couloir/changelog.gz"))?;
    fs::remove_dir(documents.join("Couloir"))?;
    let sums = "find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums";
    run(Command::new("sh").args(["-c", sums]).current_dir(&tree))?;
    // Files have the rights that the builder's own umask gave them.
    run(Command::new("chmod").args(["-R", "u=rwX,go=rX"]).arg(&tree))?;
    let control = fs::read_to_string(tree.join("DEBIAN/control"))?;
    fs::write(tree.join("DEBIAN/control"), control_of(&control))?;
    let path = out.join(format!("couloir_{}_amd64.deb", env!("CARGO_PKG_VERSION")));
    run(Command::new("dpkg-deb").args(["--root-owner-group", "-Zxz", "-z9", "-b"]).arg(&tree).arg(&path))?;
    fs::remove_dir_all(&tree)?;
    Ok(path)
}

/// The control file with its long description in lines of at most 80 characters.
fn control_of(control: &str) -> String {
    let mut written = String::new();
    for line in control.lines().filter(|line| !line.trim().is_empty()) {
        let Some(text) = line.strip_prefix(' ') else {
            written += &format!("{}\n", line.trim_end());
            continue;
        };
        let mut length = 0;
        for word in text.split_whitespace() {
            if length == 0 || length + 1 + word.chars().count() > 76 {
                written += if length == 0 { " " } else { "\n " };
                length = 0;
            } else {
                written.push(' ');
                length += 1;
            }
            written += word;
            length += word.chars().count();
        }
        written.push('\n');
    }
    written
}

/// The program in a folder of its own, to run from anywhere.
fn folder(out: &Path) -> Done<PathBuf> {
    let name = format!("couloir-{}-linux-x86_64", env!("CARGO_PKG_VERSION"));
    let tree = out.join(&name);
    fs::create_dir_all(&tree)?;
    let linux = root().join(LINUX);
    fs::copy(target().join("release/couloir"), tree.join("couloir"))?;
    fs::copy(root().join("icons/icon.svg"), tree.join("couloir.svg"))?;
    for file in ["couloir.desktop", "couloir.xml", "README.txt"] {
        fs::copy(linux.join(file), tree.join(file))?;
    }
    for file in ["couloir.1.gz", "couloir.fr.1.gz", "third-party.txt.gz"] {
        fs::copy(out.join(file), tree.join(file))?;
    }
    for file in fs::read_dir(root())?.flatten().map(|entry| entry.path()) {
        let file_name = file.file_name().unwrap_or_default();
        if file_name.to_string_lossy().starts_with("LICENSE") {
            fs::copy(&file, tree.join(file_name))?;
        }
    }
    let path = out.join(format!("{name}.tar.gz"));
    let order = ["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0"];
    run(Command::new("tar").args(order).arg("-czf").arg(&path).arg("-C").arg(out).arg(&name))?;
    fs::remove_dir_all(&tree)?;
    Ok(path)
}

/// What the system's own judges say; one that is not installed is named.
fn check(deb: &Path) -> Done {
    let linux = root().join(LINUX);
    let judges: [(&str, Vec<String>); 3] = [
        ("desktop-file-validate", vec![linux.join("couloir.desktop").display().to_string()]),
        (
            "appstreamcli",
            vec![
                "validate".to_owned(),
                "--no-net".to_owned(),
                linux.join("app.couloir.desktop.metainfo.xml").display().to_string(),
            ],
        ),
        (
            "lintian",
            vec!["--fail-on".to_owned(), "error".to_owned(), "--allow-root".to_owned(), deb.display().to_string()],
        ),
    ];
    for (judge, args) in judges {
        if exists(judge) {
            run(Command::new(judge).args(args))?;
        } else {
            println!("xtask: not checked by {judge}, which is not installed");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::control_of;

    #[test]
    fn the_long_description_is_wrapped_and_nothing_else() {
        let long = "words ".repeat(40);
        let control = format!("Package: couloir\nDescription: {long}\n {long}\n\n");
        let made = control_of(&control);
        let mut lines = made.lines();
        assert_eq!(lines.next(), Some("Package: couloir"));
        assert_eq!(lines.next().map(|line| line.len()), Some("Description: ".len() + long.trim().len()));
        let rest: Vec<&str> = lines.collect();
        assert!(rest.len() > 2 && rest.iter().all(|line| line.starts_with(' ') && line.len() <= 80), "{rest:?}");
        assert_eq!(rest.join(" ").split_whitespace().count(), 40);
    }
}
