//! Documents that are zip files: their parts, unpacked within bounds, and what kind they are.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::decode;
use super::super::foreign::Foreign;
use crate::archive::{MAX_UNPACKED_MB, is_bomb};
use crate::{Error, Result};

/// Most files in a document.
const MAX_PARTS: usize = 20_000;

/// A packed document.
pub(in super::super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How much may still be unpacked.
    left: u64,
}

/// What a packed document is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) enum Packed {
    Workbook,
    Word,
    Text,
    Spreadsheet,
    Foreign(Foreign),
    Unknown,
}

impl<'a> Package<'a> {
    /// # Errors
    /// [`Error::Damaged`] for a file that is no whole zip.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if zip.len() > MAX_PARTS {
            return Err(Error::Damaged(format!("{} files", zip.len())));
        }
        Ok(Self { zip, left: MAX_UNPACKED_MB << 20 })
    }

    /// A part as text; `None` when there is none of this name.
    ///
    /// # Errors
    /// [`Error`] for a part that is damaged, encrypted, or unpacks to more than a document can be.
    pub fn part(&mut self, name: &str) -> Result<Option<String>> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(Error::Protected);
            }
            Err(error) => return Err(damaged(error)),
        };
        let packed = file.compressed_size();
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(damaged)?;
        let unpacked = bytes.len() as u64;
        if is_bomb(unpacked, packed) {
            return Err(Error::UnpacksTooLarge(MAX_UNPACKED_MB));
        }
        self.left = self.left.checked_sub(unpacked).ok_or(Error::UnpacksTooLarge(MAX_UNPACKED_MB))?;
        if bytes.is_empty() {
            return Ok(Some(String::new()));
        }
        decode::text(&bytes).map(Some).map_err(|_| Error::Damaged(format!("{name} is no text")))
    }

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    fn has_ending(&self, ending: &str) -> bool {
        self.zip.file_names().flatten().any(|name| name.ends_with(ending))
    }
}

/// What the parts of a zip file say it is.
///
/// # Errors
/// As [`Package::part`].
pub(in super::super) fn kind_of(package: &mut Package<'_>) -> Result<Packed> {
    if let Some(kind) = package.part("mimetype")? {
        return Ok(match kind.trim() {
            "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.text-template" => {
                Packed::Text
            }
            "application/vnd.oasis.opendocument.spreadsheet"
            | "application/vnd.oasis.opendocument.spreadsheet-template" => Packed::Spreadsheet,
            kind if kind.starts_with("application/vnd.oasis.opendocument.") => Packed::Foreign(Foreign::Slides),
            _ => Packed::Unknown,
        });
    }
    Ok(if package.has("word/document.xml") || package.has("word/document2.xml") {
        Packed::Word
    } else if package.has_ending("xl/workbook.xml") || package.has_ending("xl/workbook.bin") {
        Packed::Workbook
    } else if package.has("ppt/presentation.xml") {
        Packed::Foreign(Foreign::Slides)
    } else if package.has_ending(".iwa") || package.has("Index.zip") || package.has("buildVersionHistory.plist") {
        Packed::Foreign(Foreign::Apple)
    } else {
        Packed::Unknown
    })
}

fn damaged(error: impl std::fmt::Display) -> Error {
    Error::Damaged(error.to_string())
}
