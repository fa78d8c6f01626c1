//! What can go wrong when data are exchanged: said with the place and the reason.

use couloir_messages::{Arg, Language, text};

use crate::import::Foreign;

/// Result of exports and imports of data.
pub type DataResult<T> = std::result::Result<T, DataError>;

/// What can go wrong when data are written to or read from a file. Nothing has been changed then.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DataError {
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
    /// A fault of the program.
    #[error("could not be written: {0}")]
    Fault(String),
}

impl DataError {
    /// The message that says this to the user: `error-<code>`.
    pub fn code(&self) -> &'static str {
        match self {
            DataError::TooLarge(_) => "data-too-large",
            DataError::UnpacksTooLarge(_) => "data-unpacks-too-large",
            DataError::TooManyRows(_) => "data-too-many-rows",
            DataError::Unreadable(_) => "data-unreadable",
            DataError::IsFolder => "data-is-folder",
            DataError::FileMissing => "data-file-missing",
            DataError::NoRight => "data-no-right",
            DataError::Empty => "data-empty",
            DataError::UnknownFormat => "data-unknown-format",
            DataError::Damaged(_) => "data-damaged",
            DataError::Protected => "data-protected",
            DataError::Foreign(foreign) => foreign.code(),
            DataError::UnsafeName(_) => "data-unsafe-name",
            DataError::MissingPart(_) => "data-missing-part",
            DataError::TooNew { .. } => "data-too-new",
            DataError::Line { .. } => "data-line",
            DataError::NoHeaders => "data-no-headers",
            DataError::NothingRecognised => "data-nothing-recognised",
            DataError::NoForm => "data-no-form",
            DataError::FormAlone => "data-form-alone",
            DataError::Unknown(_) => "data-unknown",
            DataError::Fault(_) => "data-fault",
        }
    }

    /// What the message names: a limit, a part, a name; empty where there is nothing to name. What a library or the
    /// system said is in English and for the log ([`std::fmt::Display`]) alone.
    pub fn subject(&self) -> String {
        match self {
            DataError::TooLarge(limit) | DataError::UnpacksTooLarge(limit) => limit.to_string(),
            DataError::TooManyRows(limit) => limit.to_string(),
            DataError::UnsafeName(what) | DataError::MissingPart(what) | DataError::Unknown(what) => what.clone(),
            DataError::TooNew { found, .. } => found.to_string(),
            _ => String::new(),
        }
    }

    /// The line of the file that is meant, if one is.
    pub fn line(&self) -> Option<u64> {
        match self {
            DataError::Line { line, .. } => Some(*line),
            _ => None,
        }
    }

    /// The sentence for the user.
    pub fn message(&self, language: Language) -> String {
        let line = self.line().unwrap_or(0);
        let args = [("subject", self.subject().into()), ("line", Arg::from(line))];
        text(language, &format!("error-{}", self.code()), &args)
    }
}

impl From<serde_json::Error> for DataError {
    fn from(error: serde_json::Error) -> Self {
        DataError::Line { line: error.line() as u64, reason: error.to_string() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_its_sentence_in_both_languages() {
        let all = [
            DataError::TooLarge(64),
            DataError::UnpacksTooLarge(256),
            DataError::TooManyRows(20_000),
            DataError::Unreadable("x".to_owned()),
            DataError::IsFolder,
            DataError::FileMissing,
            DataError::NoRight,
            DataError::Empty,
            DataError::UnknownFormat,
            DataError::Damaged("x".to_owned()),
            DataError::Protected,
            DataError::Foreign(Foreign::OldWord),
            DataError::Foreign(Foreign::OldExcel),
            DataError::Foreign(Foreign::Slides),
            DataError::Foreign(Foreign::Pdf),
            DataError::Foreign(Foreign::Rtf),
            DataError::Foreign(Foreign::Apple),
            DataError::Foreign(Foreign::WebLink),
            DataError::Foreign(Foreign::Mail),
            DataError::Foreign(Foreign::Project),
            DataError::UnsafeName("../x".to_owned()),
            DataError::MissingPart("workshop.json".to_owned()),
            DataError::TooNew { found: 9, known: 1 },
            DataError::Line { line: 7, reason: "x".to_owned() },
            DataError::NoHeaders,
            DataError::NothingRecognised,
            DataError::NoForm,
            DataError::FormAlone,
            DataError::Unknown("x".to_owned()),
            DataError::Fault("x".to_owned()),
        ];
        for error in all {
            for language in Language::ALL {
                let sentence = error.message(language);
                assert!(!sentence.starts_with("error-") && sentence.contains(&error.subject()), "{sentence}");
            }
        }
        let line = DataError::Line { line: 7, reason: "x".to_owned() };
        assert!(line.message(Language::English).contains('7'));
    }
}
