//! Rules of absence: what a reader will not find anywhere in the tree.

use std::path::{Path, PathBuf};
use std::process::Command;

use couloir_core::Rule;
use couloir_core::journal::{NAMES, UNKNOWN, UNREADABLE};
use couloir_core::store::backup::Cause;
use couloir_core::store::{Fault, FileChange, ReadOnlyReason};
use couloir_messages::{Language, exists};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files that git tracks, with these endings.
fn files(endings: &[&str]) -> Vec<(PathBuf, String)> {
    let listed = Command::new("git").args(["ls-files"]).current_dir(root()).output().unwrap();
    let names = String::from_utf8(listed.stdout).unwrap();
    let wanted = names.lines().filter(|name| endings.iter().any(|ending| name.ends_with(ending)));
    let found: Vec<_> = wanted
        .filter(|name| !name.ends_with("bindings.ts"))
        .filter_map(|name| Some((PathBuf::from(name), std::fs::read_to_string(root().join(name)).ok()?)))
        .collect();
    assert!(!found.is_empty(), "no {endings:?} in the tree");
    found
}

/// Whether a Rust file holds only tests, scripts or what tests share.
fn is_test(path: &Path) -> bool {
    let text = path.to_string_lossy();
    text.starts_with("tests/")
        || text.contains("xtask")
        || text.ends_with("tests.rs")
        || text.contains("/tests/")
        || text.contains("/hostile/")
        || text.contains("/endure/")
        || text.ends_with("testing.rs")
        || text.ends_with("fixture.rs")
}

/// The part of a Rust file before its test module.
fn shipped(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap_or(text)
}

fn refuse(found: Vec<String>, what: &str) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn no_file_is_long() {
    let long = files(&[".rs", ".ts", ".svelte", ".css", ".sql", ".typ"])
        .into_iter()
        // The schema is one text by nature: the golden and the migration that makes it.
        .filter(|(path, text)| {
            text.lines().count() > 500
                && !path.ends_with("schema.sql")
                && !path.to_string_lossy().contains("migrations")
        })
        .map(|(path, text)| format!("{} has {} lines", path.display(), text.lines().count()));
    refuse(long.collect(), "a file says one thing, in at most 500 lines");
}

#[test]
fn no_name_says_nothing() {
    let bad = ["utils", "util", "helper", "helpers", "manager", "service", "services", "misc", "common"];
    let named = files(&[".rs", ".ts", ".svelte"]).into_iter().map(|(path, _)| path).filter(|path| {
        path.iter().any(|part| bad.contains(&part.to_string_lossy().split('.').next().unwrap_or_default()))
    });
    refuse(named.map(|path| path.display().to_string()).collect(), "a reader finds a feature by its noun");
}

#[test]
fn nothing_that_input_can_reach_panics() {
    let words = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("];
    let mut found = Vec::new();
    for (path, text) in files(&[".rs"]).into_iter().filter(|(path, _)| !is_test(path)) {
        // Clippy refuses this in what is shipped, so only a file of tests can begin with it.
        if text.contains("#![allow(clippy::unwrap_used") {
            continue;
        }
        for (number, line) in shipped(&text).lines().enumerate() {
            let code = line.trim_start();
            if !code.starts_with("//") && words.iter().any(|word| code.contains(word)) {
                found.push(format!("{}:{} {code}", path.display(), number + 1));
            }
        }
    }
    refuse(found, "no path that input can reach may panic");
}

#[test]
fn errors_are_types() {
    let bad = files(&[".rs"]).into_iter().filter(|(path, text)| {
        !path.ends_with("tidy.rs")
            && text.lines().any(|line| line.contains("Result<") && line.contains(", String>") && !line.contains("Map<"))
    });
    refuse(bad.map(|(path, _)| path.display().to_string()).collect(), "errors are types, not texts");
}

#[test]
fn rooms_keep_their_borders() {
    let mut found = Vec::new();
    for (path, text) in files(&[".ts", ".svelte"]) {
        let name = path.to_string_lossy().into_owned();
        let imports: Vec<&str> =
            text.lines().filter(|line| line.contains("from '") || line.contains("import(")).collect();
        let mut forbid = |what: &str| {
            if imports.iter().any(|line| line.contains(what)) {
                found.push(format!("{name} imports {what}"));
            }
        };
        if !name.ends_with("ipc/client.ts") && name.contains("src/") {
            forbid("@tauri-apps/");
        }
        if name.contains("src/kit/") {
            forbid("/features/");
            forbid("/screens/");
        }
        if name.contains("src/features/") {
            forbid("/screens/");
        }
        if text.contains("{@html") {
            found.push(format!("{name} renders raw HTML"));
        }
    }
    for (path, text) in files(&["Cargo.toml"]) {
        if path.starts_with("src-tauri/core")
            && text.lines().any(|line| line.starts_with("tauri") || line.starts_with("tokio"))
        {
            found.push("the core knows no window and no async".to_owned());
        }
    }
    for (path, text) in files(&[".rs"]) {
        let is_outside = ["ipc", "shell", "worker", "command_line", "documents"]
            .iter()
            .any(|room| path.starts_with(Path::new("src-tauri").join(room)));
        if is_outside && text.contains("rusqlite::") {
            found.push(format!("{} speaks SQL outside the store", path.display()));
        }
        // Both borders stand on the worker and on the system's adapters; nothing points back up, or across.
        for (room, above) in [
            ("shell", &["ipc", "command_line", "worker", "start"][..]),
            ("worker", &["ipc", "command_line", "shell", "start"]),
            ("ipc", &["command_line", "start"]),
            ("command_line", &["ipc", "start"]),
        ] {
            let points_up = |name: &&&str| text.contains(&format!("crate::{name}"));
            if path.starts_with(Path::new("src-tauri").join(room))
                && let Some(up) = above.iter().find(points_up)
            {
                found.push(format!("{} reaches into {up}", path.display()));
            }
        }
    }
    refuse(found, "rooms keep their borders");
}

/// Every text between `start` and a closing quote, in all files with these endings.
fn quoted(endings: &[&str], start: &str, end: char) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for (path, text) in files(endings) {
        for rest in text.split(start).skip(1) {
            found.push((path.clone(), rest.split(end).next().unwrap_or_default().to_owned()));
        }
    }
    found
}

#[test]
fn every_text_that_is_asked_for_exists() {
    let mut missing = Vec::new();
    let mut need = |path: &Path, key: &str| {
        for language in Language::ALL {
            if !exists(language, key) {
                missing.push(format!("{key} in {} for {}", language.tag(), path.display()));
            }
        }
    };
    for (path, key) in
        quoted(&[".svelte", ".ts"], " t('", '\'').into_iter().chain(quoted(&[".svelte", ".ts"], "{t('", '\''))
    {
        if !key.contains('$') && !path.to_string_lossy().contains(".test.") {
            need(&path, &key);
        }
    }
    for start in [
        "Operation::new(workshop_id, \"",
        "Operation::new(&workshop_id, \"",
        "Operation::new(id, \"",
        "Operation::on_library(\"",
    ] {
        for (path, name) in quoted(&[".rs"], start, '"') {
            if !is_test(&path) {
                need(&path, &format!("op-{name}"));
            }
        }
    }
    for rule in Rule::ALL {
        need(Path::new("error.rs"), &format!("rule-{}", rule.code()));
    }
    for fault in Fault::ALL {
        need(Path::new("fault.rs"), &format!("fault-{}", fault.code()));
    }
    for change in FileChange::ALL {
        need(Path::new("fault.rs"), &format!("file-change-{}", change.code()));
    }
    for cause in Cause::ALL {
        need(Path::new("backup/mod.rs"), &format!("backup-cause-{}", cause.code()));
    }
    for reason in ReadOnlyReason::ALL {
        need(Path::new("fault.rs"), &format!("read-only-{}", reason.code()));
    }
    refuse(missing, "texts without a message");
}

#[test]
fn the_names_of_operations_are_those_that_have_a_message() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/messages/en/operations.ftl");
    let text = std::fs::read_to_string(path).unwrap();
    let keys = text.lines().filter_map(|line| Some(line.strip_prefix("op-")?.split_once(" =")?.0.to_owned()));
    let mut said: Vec<String> = keys.filter(|name| ![UNKNOWN, UNREADABLE].contains(&name.as_str())).collect();
    said.sort_unstable();
    assert_eq!(said, NAMES, "the names in core/journal/names.rs, sorted, are those of operations.ftl");
    let mut unknown = Vec::new();
    for start in ["Operation::new(workshop_id, \"", "Operation::new(id, \"", "Operation::on_library(\""] {
        let written = quoted(&[".rs"], start, '"').into_iter().filter(|(path, _)| !is_test(path));
        unknown.extend(written.map(|(_, name)| name).filter(|name| !NAMES.contains(&name.as_str())));
    }
    refuse(unknown, "operations without a name");
}

#[test]
fn interface_text_lives_only_in_the_messages() {
    let mut found = Vec::new();
    for (path, text) in files(&[".svelte"]) {
        let markup = text.split("</script>").last().unwrap_or_default().split("<style>").next().unwrap_or_default();
        for line in markup.lines().map(str::trim).filter(|line| !line.starts_with("<!--")) {
            // Letters between tags that are not inside braces.
            let mut depth = 0_i32;
            let mut in_tag = false;
            let mut words = String::new();
            for c in line.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    '<' if depth == 0 => in_tag = true,
                    '>' if depth == 0 => {
                        in_tag = false;
                        words.push(' ');
                    }
                    c if depth == 0 && !in_tag && line.starts_with('<') => words.push(c),
                    _ => {}
                }
            }
            if words.split_whitespace().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2)
                && line.ends_with('>')
            {
                found.push(format!("{}: {line}", path.display()));
            }
        }
    }
    refuse(found, "interface text lives only in the Fluent files");
}
