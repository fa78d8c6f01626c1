//! What can go wrong when a document is made or saved.

use std::path::{Path, PathBuf};

use couloir_core::meeting::MeetingId;

/// Result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// What can go wrong when a document is made or saved. [`Error::code`] names the message of the user's language.
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
    /// A template refused its data: a fault of the program.
    #[error("the page could not be set: {0}")]
    Layout(String),
    /// A view could not be handed to its template: a fault of the program.
    #[error("the data of the page could not be written: {0}")]
    Data(#[from] serde_json::Error),
    /// The PDF could not be packed: a fault of the program.
    #[cfg(feature = "pages")]
    #[error("the PDF could not be packed: {0}")]
    Pack(#[from] lopdf::Error),
    /// The Word file could not be packed: a fault of the program.
    #[error("the Word file could not be packed: {0}")]
    Word(String),
    /// The workbook could not be written: a fault of the program.
    #[error("the workbook could not be written: {0}")]
    Workbook(String),
    /// The picture of a page could not be encoded: a fault of the program.
    #[error("the picture could not be encoded: {0}")]
    Picture(String),
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
    /// The message that says this to the user: `error-<code>`. It has the argument `path` for files and
    /// `name` for what is unknown.
    pub fn code(&self) -> &'static str {
        match self {
            Error::UnknownDocument(_) => "document-unknown",
            Error::UnknownMeeting(_) => "document-meeting-unknown",
            Error::UnknownPage(_) => "document-page-unknown",
            Error::File { problem, .. } => match problem {
                FileProblem::NoFolder => "file-no-folder",
                FileProblem::IsFolder => "file-is-folder",
                FileProblem::NotOrdinary => "file-not-ordinary",
                FileProblem::ReadOnly => "file-read-only",
                FileProblem::DiskFull => "file-disk-full",
                FileProblem::Differs => "file-differs",
                FileProblem::Unconfirmed => "file-unconfirmed",
                FileProblem::Other => "file-not-written",
            },
            #[cfg(feature = "pages")]
            Error::NotInFormat(_) => "document-not-in-format",
            #[cfg(feature = "pages")]
            Error::Pack(_) => "document-not-made",
            Error::Layout(_) | Error::Data(_) | Error::Word(_) | Error::Workbook(_) | Error::Picture(_) => {
                "document-not-made"
            }
        }
    }

    /// The value of the message's argument: a path, the name of something unknown, or nothing.
    pub fn subject(&self) -> String {
        match self {
            Error::UnknownDocument(name) => name.clone(),
            Error::UnknownMeeting(id) => id.to_string(),
            Error::UnknownPage(number) => number.to_string(),
            #[cfg(feature = "pages")]
            Error::NotInFormat(format) => format.ending().to_uppercase(),
            Error::File { path, .. } => path.display().to_string(),
            _ => String::new(),
        }
    }

    /// The sentence for the user.
    pub fn message(&self, language: couloir_messages::Language) -> String {
        let subject = self.subject();
        let key = format!("error-{}", self.code());
        couloir_messages::text(language, &key, &[("subject", subject.into())])
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
