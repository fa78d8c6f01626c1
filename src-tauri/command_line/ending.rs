//! What the ending of a file promises: nothing is written under the name of another format.

use std::path::Path;

use couloir_documents::{Document, Format};

use super::Failure;

/// Endings that name a format everybody knows. Any other is a part of the name: "record.v2".
const KNOWN: [&str; 23] = [
    "pdf", "docx", "doc", "odt", "rtf", "png", "svg", "jpg", "jpeg", "xlsx", "xls", "ods", "csv", "tsv", "md",
    "markdown", "txt", "html", "htm", "ics", "json", "zip", "couloir",
];

/// Endings under which a document or a data format is written.
fn endings(code: &str) -> Vec<&'static str> {
    match code {
        "xlsx" => vec!["xlsx"],
        "csv" => vec!["csv", "txt", "zip"],
        "markdown" => vec!["md", "markdown", "txt"],
        "ics" => vec!["ics"],
        "invitation" => vec!["ics", "txt", "md"],
        "archive" => vec!["couloir", "zip"],
        "guide" => vec!["pdf"],
        _ => match Document::from_code(code) {
            Ok(Document::Forms) => {
                Format::of_document(Document::Forms).into_iter().map(Format::ending).chain(["zip"]).collect()
            }
            Ok(document) => Format::of_document(document).into_iter().map(Format::ending).collect(),
            // Refused by its name, with the list of those there are.
            Err(_) => KNOWN.to_vec(),
        },
    }
}

/// Refuses a file whose ending promises what the document is not.
///
/// # Errors
/// The sentence that names the endings there are.
pub(super) fn check(code: &str, path: &Path) -> Result<(), Failure> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let may = endings(code);
    if !KNOWN.contains(&ending.as_str()) || may.contains(&ending.as_str()) {
        return Ok(());
    }
    let list = may.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ");
    let args = vec![("ending", ending), ("document", code.to_owned()), ("endings", list)];
    Err(Failure::Message("cli-wrong-ending", args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_never_promises_what_is_not_written() {
        let codes = Document::ALL.iter().map(|document| document.code()).chain(super::super::exchange::FORMATS);
        for code in codes {
            for ending in KNOWN {
                let is_written = endings(code).contains(&ending);
                assert_eq!(check(code, Path::new(&format!("x.{ending}"))).is_ok(), is_written, "{code} {ending}");
            }
            assert!(check(code, Path::new("record.v2")).is_ok() && check(code, Path::new("record")).is_ok());
        }
        assert!(check("agenda", Path::new("a.ics")).is_err() && check("agenda", Path::new("a.PDF")).is_ok());
        assert!(check("board", Path::new("b.md")).is_err() && check("markdown", Path::new("b.md")).is_ok());
    }
}
