//! The `.couloir` archive: a whole workshop in one documented file (see `README.md` here).

mod difference;

use std::io::{Cursor, Read, Write};

use couloir_core::Contents;
use couloir_core::workshop::{ARCHIVE_VERSION, archive as shape};
use serde_json::{Map, Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

pub use difference::{ListDifference, joined};

use crate::{Error, Result};

/// Largest archive that is read, in megabytes.
pub const MAX_MB: u64 = 64;
/// Most that a workbook may unpack to, in megabytes.
pub const MAX_UNPACKED_MB: u64 = 256;
/// Most that a part of an archive may unpack to, in megabytes: read as JSON it takes many times that in memory.
pub const MAX_PART_MB: u64 = 64;
/// Beyond this size a part that is packed better than [`MAX_RATIO`] is made to fill the memory, not to be read.
const RATIO_FROM_MB: u64 = 8;
/// Unpacked by packed size; workshops and workbooks stay below 50.
const MAX_RATIO: u64 = 200;
/// Most files that an archive may hold.
const MAX_PARTS: usize = 16;
const MANIFEST: &str = "manifest.json";
const WORKSHOP: &str = "workshop.json";
const DOCUMENT: &str = "document.automerge";

/// A whole workshop as a `.couloir` file. The same workshop gives the same bytes.
///
/// # Errors
/// [`Error::Fault`] only.
pub fn write(contents: &Contents) -> Result<Vec<u8>> {
    let mut workshop = shape(contents).map_err(Error::fault)?;
    // A named moment points into the journal of the library it was made in, which stays there.
    workshop.remove("snapshots");
    packed("workshop", &contents.workshop.title, workshop, None)
}

/// A shared workshop as a `.couloir` file that others merge into theirs; a program that cannot opens it as a workshop.
///
/// # Errors
/// [`Error::Fault`] only.
pub fn write_shared(contents: &Contents, document: &[u8]) -> Result<Vec<u8>> {
    let mut workshop = shape(contents).map_err(Error::fault)?;
    workshop.remove("snapshots");
    packed("workshop", &contents.workshop.title, workshop, Some(document))
}

/// The document of a shared workshop in a `.couloir` file, if it has one.
///
/// # Errors
/// As for [`read`].
pub fn document(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut zip = opened(bytes)?;
    match part(&mut zip, DOCUMENT) {
        Ok(document) => Ok(Some(document)),
        Err(Error::MissingPart(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A template as a `.couloir` file that says so; see [`couloir_core::Library::template_archive`].
///
/// # Errors
/// [`Error::Fault`] only.
pub fn write_template(template: Map<String, Value>) -> Result<Vec<u8>> {
    let title = template.get("workshop").and_then(|row| row["title"].as_str()).unwrap_or_default().to_owned();
    packed("template", &title, template, None)
}

fn packed(kind: &str, title: &str, workshop: Map<String, Value>, document: Option<&[u8]>) -> Result<Vec<u8>> {
    let manifest = json!({
        "format": "couloir",
        "version": ARCHIVE_VERSION,
        "kind": kind,
        "title": title,
        "program": concat!("Couloir ", env!("CARGO_PKG_VERSION")),
    });
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, value) in [(MANIFEST, manifest), (WORKSHOP, Value::Object(workshop))] {
        zip.start_file(name, options).map_err(Error::fault)?;
        let text = serde_json::to_string_pretty(&value).map_err(Error::fault)?;
        zip.write_all(text.as_bytes()).map_err(Error::fault)?;
    }
    if let Some(document) = document {
        zip.start_file(DOCUMENT, options).map_err(Error::fault)?;
        zip.write_all(document).map_err(Error::fault)?;
    }
    Ok(zip.finish().map_err(Error::fault)?.into_inner())
}

/// Whether a file looks like an archive of Couloir: a zip with a manifest.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
        && ZipArchive::new(Cursor::new(bytes)).is_ok_and(|zip| zip.file_names().flatten().any(|name| name == MANIFEST))
}

/// The workshop of a `.couloir` file, in the shape that [`couloir_core::Library::workshop_from_archive`] takes.
///
/// # Errors
/// [`Error`] for a file that is too large, damaged, unsafe, incomplete or newer than this program.
pub fn read(bytes: &[u8]) -> Result<Map<String, Value>> {
    let mut zip = opened(bytes)?;
    let manifest: Map<String, Value> = serde_json::from_slice(&part(&mut zip, MANIFEST)?).map_err(of_json)?;
    let version = manifest.get("version").and_then(Value::as_u64).and_then(|found| u32::try_from(found).ok());
    let found = version.ok_or_else(|| Error::MissingPart("version".to_owned()))?;
    if manifest.get("format").and_then(Value::as_str) != Some("couloir") {
        return Err(Error::UnknownFormat);
    }
    if found > ARCHIVE_VERSION {
        return Err(Error::TooNew { found, known: ARCHIVE_VERSION });
    }
    serde_json::from_slice(&part(&mut zip, WORKSHOP)?).map_err(of_json)
}

/// The zip of an archive, none of whose names would leave its folder.
fn opened(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>> {
    if bytes.len() as u64 > MAX_MB << 20 {
        return Err(Error::TooLarge(MAX_MB));
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Error::Damaged(error.to_string()))?;
    if zip.len() > MAX_PARTS {
        return Err(Error::Damaged(format!("{} files", zip.len())));
    }
    for at in 0..zip.len() {
        let part = zip.by_index_raw(at).map_err(|error| Error::Damaged(error.to_string()))?;
        let name = part.name().map_err(|error| Error::Damaged(error.to_string()))?;
        // Nothing is unpacked to a file here; a name that would matter to who does is no accident.
        if part.enclosed_name().is_none() || name.starts_with('/') || name.contains('\\') {
            return Err(Error::UnsafeName(name.into_owned()));
        }
    }
    Ok(zip)
}

/// One file of the archive, never more of it than is allowed, whatever its header says.
fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>> {
    let file = zip.by_name(name).map_err(|error| match error {
        zip::result::ZipError::FileNotFound => Error::MissingPart(name.to_owned()),
        other => Error::Damaged(other.to_string()),
    })?;
    let packed = file.compressed_size();
    let most = MAX_PART_MB << 20;
    let mut text = Vec::new();
    file.take(most + 1).read_to_end(&mut text).map_err(|error| Error::Damaged(error.to_string()))?;
    if text.len() as u64 > most || is_bomb(text.len() as u64, packed) {
        return Err(Error::UnpacksTooLarge(MAX_PART_MB));
    }
    Ok(text)
}

/// Whether a part unpacks to far more than a text that somebody wrote would.
pub(crate) fn is_bomb(unpacked: u64, packed: u64) -> bool {
    unpacked > RATIO_FROM_MB << 20 && unpacked / packed.max(1) > MAX_RATIO
}

/// What does not parse is said with its line.
fn of_json(error: serde_json::Error) -> Error {
    Error::Line { line: error.line() as u64, reason: error.to_string() }
}

#[cfg(test)]
mod tests;
