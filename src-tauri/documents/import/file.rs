//! Files as they lie on the disk.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::archive::MAX_MB;
use crate::data_error::{DataError, DataResult};

/// The bytes of a file that the user chose.
///
/// # Errors
/// [`DataError`] with the reason: a folder, missing, without the right to read it, or too large. A device or pipe is
/// not a file either: reading one may never end.
pub fn load(path: &Path) -> DataResult<Vec<u8>> {
    let facts = std::fs::metadata(path).map_err(unreadable)?;
    if facts.is_dir() {
        return Err(DataError::IsFolder);
    }
    if !facts.is_file() {
        return Err(DataError::UnknownFormat);
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    // It may grow while it is read.
    file.take((MAX_MB << 20) + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MAX_MB << 20 {
        return Err(DataError::TooLarge(MAX_MB));
    }
    Ok(bytes)
}

fn unreadable(error: std::io::Error) -> DataError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => DataError::FileMissing,
        ErrorKind::PermissionDenied => DataError::NoRight,
        ErrorKind::IsADirectory => DataError::IsFolder,
        _ => DataError::Unreadable(error.to_string()),
    }
}
