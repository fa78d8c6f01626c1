//! veraPDF: an independent judge of PDF/UA-1, run where Java and Maven are present.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::process::{Done, exists, program, root, run, target};

/// Where the tests put every document, and each with hostile texts, when `COULOIR_PAGES` names it. Emptied first.
pub fn pages() -> Done<PathBuf> {
    let folder = target().join("pages");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The check over all PDF files in `pages`; `None` where Java or Maven is missing.
pub fn check(pages: &PathBuf) -> Done<Option<Command>> {
    if !exists("java") || !exists("mvn") {
        return Ok(None);
    }
    let library = target().join("verapdf");
    if !library.exists() {
        run(program("mvn")
            .args(["--quiet", "--batch-mode", "--file"])
            .arg(root().join("tests/pdf/pom.xml"))
            .arg("org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies")
            .arg(format!("-DoutputDirectory={}", library.display())))?;
    }
    let mut files: Vec<PathBuf> = fs::read_dir(pages)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err("the tests have written no page to check".into());
    }
    let mut command = program("java");
    // It ends with an error when a file does not conform.
    command
        .arg("-cp")
        .arg(library.join("*"))
        .args(["org.verapdf.apps.GreenfieldCliWrapper", "--flavour", "ua1", "--format", "text"])
        .args(files);
    Ok(Some(command))
}
