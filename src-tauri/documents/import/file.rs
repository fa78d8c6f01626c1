//! Files as they lie on the disk.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::archive::MAX_MB;
use crate::{Error, Result};

/// The bytes of a file that the user chose.
///
/// # Errors
/// [`Error`] with the reason: a folder, missing, without the right to read it, or too large. A device or pipe is
/// not a file either: reading one may never end.
pub fn load(path: &Path) -> Result<Vec<u8>> {
    let facts = std::fs::metadata(path).map_err(unreadable)?;
    if facts.is_dir() {
        return Err(Error::IsFolder);
    }
    if !facts.is_file() {
        return Err(Error::UnknownFormat);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // It may grow while it is read.
    file.take((MAX_MB << 20) + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_MB << 20 {
        return Err(Error::TooLarge(MAX_MB));
    }
    Ok(bytes)
}

fn unreadable(error: std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Error::FileMissing,
        ErrorKind::PermissionDenied => Error::NoRight,
        ErrorKind::IsADirectory => Error::IsFolder,
        _ => Error::Unreadable(error.to_string()),
    }
}
