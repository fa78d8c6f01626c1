//! What can go wrong when a document or data are made, saved or read: said with the place and the reason.

use std::path::{Path, PathBuf};

use couloir_core::meeting::MeetingId;
use couloir_messages::{Arg, Language, text};

use crate::import::Foreign;

/// Result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What can go wrong when a document is made, data are written or a file is read. Nothing has been changed then.
/// [`Error::code`] names the message of the user's language.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No document has this code.
    #[error("there is no document called {0}")]
    UnknownDocument(String),
    /// The workshop has no such meeting.
    #[error("the workshop has no meeting {0}")]
    UnknownMeeting(MeetingId),
    /// The document has no such page.
    #[error("the document has no page {0}")]
    UnknownPage(usize),
    /// The document cannot be saved in this format.
    #[cfg(feature = "pages")]
    #[error("the document cannot be saved as {0:?}")]
    NotInFormat(crate::Format),
    /// A file could not be written whole; what stood there before still stands, unless the problem says otherwise.
    #[error("{path}: {source}")]
    File {
        /// The place the user chose.
        path: PathBuf,
        /// What to tell the user.
        problem: FileProblem,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is larger than what is read, in megabytes.
    #[error("larger than {0} MB")]
    TooLarge(u64),
    /// The file unpacks to more than what is read, in megabytes, or is packed suspiciously well.
    #[error("unpacks to more than {0} MB")]
    UnpacksTooLarge(u64),
    /// More rows than what is read.
    #[error("more than {0} rows")]
    TooManyRows(u32),
    /// The file cannot be opened; the reason is the system's.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The place is a folder.
    #[error("a folder")]
    IsFolder,
    /// There is no such file.
    #[error("no such file")]
    FileMissing,
    /// The user may not read the file.
    #[error("no right to read it")]
    NoRight,
    /// There is nothing in the file.
    #[error("empty")]
    Empty,
    /// The file is none of those that can be read.
    #[error("not a file that can be read")]
    UnknownFormat,
    /// The file is not whole, or not what its name says.
    #[error("damaged: {0}")]
    Damaged(String),
    /// A file that only its passphrase opens.
    #[error("sealed with a passphrase")]
    Sealed,
    /// The passphrase is another one.
    #[error("another passphrase")]
    WrongPassphrase,
    /// The passphrase has fewer characters than this.
    #[error("a passphrase of fewer than {0} characters")]
    ShortPassphrase(usize),
    /// A sealed file that no passphrase opens here.
    #[error("sealed to a key, or with too much work")]
    SealedOtherwise,
    /// A document that asks for a password.
    #[error("protected by a password")]
    Protected,
    /// A file of another program that is not read.
    #[error("not read: {0:?}")]
    Foreign(Foreign),
    /// A packed name that leaves the folder it is unpacked to.
    #[error("unsafe name {0}")]
    UnsafeName(String),
    /// A part that the file must have.
    #[error("{0} is missing")]
    MissingPart(String),
    /// The archive was written by a newer Couloir.
    #[error("version {found}, this program knows {known}")]
    TooNew { found: u32, known: u32 },
    /// A line of the file cannot be read.
    #[error("line {line}: {reason}")]
    Line { line: u64, reason: String },
    /// A table without a row that names its columns.
    #[error("no row names the columns")]
    NoHeaders,
    /// Nothing was recognised that a workshop could hold.
    #[error("nothing recognised")]
    NothingRecognised,
    /// Not one of the forms that Couloir writes.
    #[error("not a form")]
    NoForm,
    /// A filled form that was opened without its workshop.
    #[error("a form, without its workshop")]
    FormAlone,
    /// The workshop has no such meeting or series.
    #[error("unknown {0}")]
    Unknown(String),
    /// A template refused its data: a fault of the program, unless a letter has no font.
    #[error("the page could not be set: {0}")]
    Layout(String),
    /// A fault of the program.
    #[error("could not be written: {0}")]
    Fault(String),
}

/// Why a file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The folder does not exist.
    NoFolder,
    /// The place is a folder.
    IsFolder,
    /// The place is a device, a pipe or a link to itself.
    NotOrdinary,
    /// The place may not be written to.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// What was read back is not what was written.
    Differs,
    /// It was written under its name, and the disk did not confirm that it will last.
    Unconfirmed,
    /// Anything else the system said.
    Other,
}

impl Error {
    /// The message that says this to the user: `error-<code>`, with the arguments `subject` and `line`.
    pub fn code(&self) -> &'static str {
        match self {
            Error::UnknownDocument(_) => "document-unknown",
            Error::UnknownMeeting(_) => "document-meeting-unknown",
            Error::UnknownPage(_) => "document-page-unknown",
            #[cfg(feature = "pages")]
            Error::NotInFormat(_) => "document-not-in-format",
            Error::File { problem, .. } => problem.code(),
            Error::TooLarge(_) => "data-too-large",
            Error::UnpacksTooLarge(_) => "data-unpacks-too-large",
            Error::TooManyRows(_) => "data-too-many-rows",
            Error::Unreadable(_) => "data-unreadable",
            Error::IsFolder => "data-is-folder",
            Error::FileMissing => "data-file-missing",
            Error::NoRight => "data-no-right",
            Error::Empty => "data-empty",
            Error::UnknownFormat => "data-unknown-format",
            Error::Damaged(_) => "data-damaged",
            Error::Sealed => "data-sealed",
            Error::WrongPassphrase => "data-wrong-passphrase",
            Error::ShortPassphrase(_) => "data-short-passphrase",
            Error::SealedOtherwise => "data-sealed-otherwise",
            Error::Protected => "data-protected",
            Error::Foreign(foreign) => foreign.code(),
            Error::UnsafeName(_) => "data-unsafe-name",
            Error::MissingPart(_) => "data-missing-part",
            Error::TooNew { .. } => "data-too-new",
            Error::Line { .. } => "data-line",
            Error::NoHeaders => "data-no-headers",
            Error::NothingRecognised => "data-nothing-recognised",
            Error::NoForm => "data-no-form",
            Error::FormAlone => "data-form-alone",
            Error::Unknown(_) => "data-unknown",
            Error::Layout(_) => "document-not-made",
            Error::Fault(_) => "data-fault",
        }
    }

    /// What the message names: a path, a limit, a part, a name; empty where there is nothing to name. What a library or
    /// the system said is in English and for the log ([`std::fmt::Display`]) alone.
    pub fn subject(&self) -> String {
        match self {
            Error::UnknownDocument(name) => name.clone(),
            Error::UnknownMeeting(id) => id.to_string(),
            Error::UnknownPage(number) => number.to_string(),
            #[cfg(feature = "pages")]
            Error::NotInFormat(format) => format.ending().to_uppercase(),
            Error::File { path, .. } => path.display().to_string(),
            Error::TooLarge(limit) | Error::UnpacksTooLarge(limit) => limit.to_string(),
            Error::TooManyRows(limit) => limit.to_string(),
            Error::ShortPassphrase(least) => least.to_string(),
            Error::UnsafeName(what) | Error::MissingPart(what) | Error::Unknown(what) => what.clone(),
            Error::TooNew { found, .. } => found.to_string(),
            _ => String::new(),
        }
    }

    /// The line of the file that is meant, if one is.
    pub fn line(&self) -> Option<u64> {
        match self {
            Error::Line { line, .. } => Some(*line),
            _ => None,
        }
    }

    /// Whether the program is at fault: such an error goes to the log, and the user is told its number.
    pub fn is_fault(&self) -> bool {
        matches!(self, Error::Layout(_) | Error::Fault(_))
    }

    /// The sentence for the user.
    pub fn message(&self, language: Language) -> String {
        let line = self.line().unwrap_or(0);
        let args = [("subject", self.subject().into()), ("line", Arg::from(line))];
        text(language, &format!("error-{}", self.code()), &args)
    }

    /// A fault of the program, in the words of the library that met it.
    pub(crate) fn fault(said: impl std::fmt::Display) -> Self {
        Error::Fault(said.to_string())
    }

    /// What the system said after the file got its name.
    pub(crate) fn unconfirmed(path: &Path, source: std::io::Error) -> Self {
        let problem = match source.kind() {
            std::io::ErrorKind::InvalidData => FileProblem::Differs,
            _ => FileProblem::Unconfirmed,
        };
        Error::File { path: path.to_owned(), problem, source }
    }

    pub(crate) fn file(path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind;
        let problem = match source.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => FileProblem::NoFolder,
            ErrorKind::IsADirectory => FileProblem::IsFolder,
            ErrorKind::Unsupported => FileProblem::NotOrdinary,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => FileProblem::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => FileProblem::DiskFull,
            ErrorKind::InvalidData => FileProblem::Differs,
            _ => FileProblem::Other,
        };
        Error::File { path: path.to_owned(), problem, source }
    }
}

impl FileProblem {
    /// The end of the message that says this to the user.
    fn code(self) -> &'static str {
        match self {
            FileProblem::NoFolder => "file-no-folder",
            FileProblem::IsFolder => "file-is-folder",
            FileProblem::NotOrdinary => "file-not-ordinary",
            FileProblem::ReadOnly => "file-read-only",
            FileProblem::DiskFull => "file-disk-full",
            FileProblem::Differs => "file-differs",
            FileProblem::Unconfirmed => "file-unconfirmed",
            FileProblem::Other => "file-not-written",
        }
    }
}

/// JSON that the program writes itself.
impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::fault(error)
    }
}

/// A PDF that the program packs itself.
#[cfg(feature = "pages")]
impl From<lopdf::Error> for Error {
    fn from(error: lopdf::Error) -> Self {
        Error::fault(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_its_sentence_in_both_languages() {
        let all = [
            Error::TooLarge(64),
            Error::UnpacksTooLarge(256),
            Error::TooManyRows(20_000),
            Error::Unreadable("x".to_owned()),
            Error::IsFolder,
            Error::FileMissing,
            Error::NoRight,
            Error::Empty,
            Error::UnknownFormat,
            Error::Damaged("x".to_owned()),
            Error::Protected,
            Error::Sealed,
            Error::WrongPassphrase,
            Error::ShortPassphrase(8),
            Error::SealedOtherwise,
            Error::Foreign(Foreign::OldWord),
            Error::Foreign(Foreign::OldExcel),
            Error::Foreign(Foreign::Slides),
            Error::Foreign(Foreign::Pdf),
            Error::Foreign(Foreign::Rtf),
            Error::Foreign(Foreign::Apple),
            Error::Foreign(Foreign::WebLink),
            Error::Foreign(Foreign::Mail),
            Error::Foreign(Foreign::Project),
            Error::UnsafeName("../x".to_owned()),
            Error::MissingPart("workshop.json".to_owned()),
            Error::TooNew { found: 9, known: 1 },
            Error::Line { line: 7, reason: "x".to_owned() },
            Error::NoHeaders,
            Error::NothingRecognised,
            Error::NoForm,
            Error::FormAlone,
            Error::Unknown("x".to_owned()),
            Error::Fault("x".to_owned()),
            Error::UnknownDocument("x".to_owned()),
            Error::UnknownPage(7),
        ];
        for error in all {
            for language in Language::ALL {
                let sentence = error.message(language);
                assert!(!sentence.starts_with("error-") && sentence.contains(&error.subject()), "{sentence}");
            }
        }
        let line = Error::Line { line: 7, reason: "x".to_owned() };
        assert!(line.message(Language::English).contains('7'));
    }
}
