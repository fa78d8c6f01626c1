//! What the packages say about the crates and npm packages in the program: names, licences and their texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::process::{Done, npm, output, program, root};

/// A crate or npm package that the program holds.
struct Part {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// All of them, then every licence text once with the names of those that carry it.
///
/// # Errors
/// When cargo or npm cannot list them, or one names no licence.
pub fn third_party() -> Done<String> {
    let mut parts = crates()?;
    parts.extend(npm_packages()?);
    let mut text = String::from("Couloir holds these works of others.\n\n");
    let mut texts: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for part in &parts {
        if part.licence.is_empty() {
            return Err(format!("{} names no licence", part.name).into());
        }
        writeln!(text, "{}: {}", part.name, part.licence)?;
        for licence in licence_files(&part.folder) {
            texts.entry(licence).or_default().insert(&part.name);
        }
    }
    for (licence, names) in texts {
        let names: Vec<&str> = names.into_iter().collect();
        write!(text, "\n{}\n{}\n\n{}\n", "=".repeat(80), names.join(", "), licence.trim_end())?;
    }
    Ok(text)
}

/// The crates that are linked on this system, without Couloir's own.
fn crates() -> Done<Vec<Part>> {
    let tree = output(program("cargo").args([
        "tree",
        "--locked",
        "--package",
        "couloir",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}\t{l}",
    ]))?;
    let metadata = output(program("cargo").args(["metadata", "--locked", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let mut folders: BTreeMap<String, PathBuf> = BTreeMap::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        let folder = Path::new(text("manifest_path")).parent().unwrap_or(Path::new("")).to_owned();
        folders.insert(format!("{} {}", text("name"), text("version")), folder);
    }
    let mut parts: BTreeMap<String, Part> = BTreeMap::new();
    for line in tree.lines() {
        let Some((package, licence)) = line.split_once('\t') else { continue };
        // "name v1.2.3 (where)"; a row seen before ends with "(*)".
        let mut words = package.split(' ');
        let (Some(name), Some(version)) = (words.next(), words.next()) else { continue };
        let name = format!("{name} {}", version.trim_start_matches('v'));
        let licence = licence.trim_end_matches("(*)").trim().to_owned();
        if name.starts_with("couloir") {
            continue;
        }
        let folder = folders.get(&name).cloned().unwrap_or_default();
        parts.insert(name.clone(), Part { name, licence, folder });
    }
    Ok(parts.into_values().collect())
}

/// The npm packages of the interface; Svelte is a tool there, but its runtime is in the window.
fn npm_packages() -> Done<Vec<Part>> {
    let listed = output(npm().args(["ls", "--omit=dev", "--all", "--parseable"]))?;
    let svelte = root().join("ui/node_modules/svelte");
    let folders: BTreeSet<PathBuf> = listed.lines().skip(1).map(PathBuf::from).chain([svelte]).collect();
    let mut parts = Vec::new();
    for folder in folders {
        let package: Value = serde_json::from_str(&fs::read_to_string(folder.join("package.json"))?)?;
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        parts.push(Part { name: format!("{} {}", text("name"), text("version")), licence: text("license"), folder });
    }
    Ok(parts)
}

fn licence_files(folder: &Path) -> Vec<String> {
    let is_licence = |name: &str| {
        let name = name.to_lowercase();
        ["license", "licence", "copying", "notice", "unlicense"].iter().any(|start| name.starts_with(start))
    };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file() && path.file_name().is_some_and(|name| is_licence(&name.to_string_lossy())));
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}
