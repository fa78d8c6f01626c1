//! Why a library cannot be opened, cannot be written, or may no longer be written.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::Error;

/// Why a library cannot be opened as it stands. Each has a message `fault-…` in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Fault {
    /// The database is gone; copies of it, or its journal, are still there.
    Missing,
    /// The file is there and holds nothing.
    Empty,
    /// A folder stands where the file should be.
    IsFolder,
    /// The data folder is no folder, or cannot be made.
    NoFolder,
    /// The system gives no right to read it.
    NoRight,
    /// No database at all.
    NotADatabase,
    /// A database of another program.
    OtherProgram,
    /// The database is damaged.
    Damaged,
    /// The disk answers with errors.
    ReadFailed,
    /// A file that SQLite needs beside the database cannot be used.
    SideFile,
    /// The changes kept beside the database belong to another copy of it.
    ForeignJournal,
}

impl Fault {
    /// Every fault, so that tests can check that each has its message.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The code that names it across the border and in the messages.
    pub fn code(self) -> &'static str {
        match self {
            Fault::Missing => "missing",
            Fault::Empty => "empty",
            Fault::IsFolder => "is-folder",
            Fault::NoFolder => "no-folder",
            Fault::NoRight => "no-right",
            Fault::NotADatabase => "not-a-database",
            Fault::OtherProgram => "other-program",
            Fault::Damaged => "damaged",
            Fault::ReadFailed => "read-failed",
            Fault::SideFile => "side-file",
            Fault::ForeignJournal => "foreign-journal",
        }
    }

    /// The error for a file.
    pub(super) fn at(self, path: &Path, detail: impl ToString) -> Error {
        Error::Unopened { path: PathBuf::from(path), fault: self, detail: detail.to_string() }
    }
}

/// What became of the files under the running program. Each has a message `file-change-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum FileChange {
    /// The database is no longer in its place.
    Missing,
    /// Another file stands in its place.
    Replaced,
    /// It was cut, or written by another program.
    Rewritten,
    /// The changes kept beside it are gone or were altered.
    Journal,
}

impl FileChange {
    /// Every change, so that tests can check that each has its message.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The code that names it across the border and in the messages.
    pub fn code(self) -> &'static str {
        match self {
            FileChange::Missing => "missing",
            FileChange::Replaced => "replaced",
            FileChange::Rewritten => "rewritten",
            FileChange::Journal => "journal",
        }
    }
}

/// What may be done with an open library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everything.
    Full,
    /// Reading and exporting only.
    ReadOnly(ReadOnlyReason),
}

/// Why a library may only be read. Each has a message `read-only-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub enum ReadOnlyReason {
    /// Its place cannot be written.
    Place,
    /// The disk is full.
    DiskFull,
    /// Another Couloir writes it.
    InUse,
}

impl ReadOnlyReason {
    /// Every reason, so that tests can check that each has its message.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The code that names it across the border and in the messages.
    pub fn code(self) -> &'static str {
        match self {
            ReadOnlyReason::Place => "place",
            ReadOnlyReason::DiskFull => "disk-full",
            ReadOnlyReason::InUse => "in-use",
        }
    }
}

/// What SQLite said while a file was being opened, by what its owner can do about it.
pub(super) fn while_opening(error: rusqlite::Error, path: &Path) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => Fault::NotADatabase.at(path, error),
        Some(ErrorCode::DatabaseCorrupt) => Fault::Damaged.at(path, error),
        _ => match Error::from(error) {
            Error::Disk { detail, .. } => Fault::ReadFailed.at(path, detail),
            other => other,
        },
    }
}

/// What the system said about a file or folder, by what its owner can do about it.
pub(super) fn of_system(error: &std::io::Error, path: &Path) -> Error {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::PermissionDenied => Fault::NoRight.at(path, error),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
        ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        ErrorKind::IsADirectory => Fault::IsFolder.at(path, error),
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Fault::NoFolder.at(path, error),
        _ => Fault::ReadFailed.at(path, error),
    }
}
