//! What can go wrong in the domain and the store, by what the reader of a message can do about it.

use std::path::PathBuf;

use crate::store::{Fault, FileChange};

/// Result of everything in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything that can go wrong. Codes and arguments only: `messages` writes the sentences.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No row of this kind has this id.
    #[error("no {kind} {id}")]
    NotFound { kind: &'static str, id: String },
    /// A rule of the model refuses the value; `detail` names the objects involved, if any.
    #[error("{field}: {rule:?} {detail}")]
    Invalid { field: &'static str, rule: Rule, detail: String },
    /// A text is longer than its stated maximum, in characters.
    #[error("{field} is longer than {limit}")]
    TooLong { field: &'static str, limit: u32 },
    /// The rows are no longer as the operation left them; nothing was changed.
    #[error("changed since")]
    Conflict,
    /// There is nothing to undo or redo.
    #[error("nothing to undo or redo")]
    NothingToUndo,
    /// The database was made by a newer Couloir.
    #[error("database version {found}, this program knows {known}")]
    FileTooNew { found: u32, known: u32 },
    /// The library cannot be opened as it stands; nothing was changed.
    #[error("{path} cannot be opened: {fault:?} {detail}")]
    Unopened { path: PathBuf, fault: Fault, detail: String },
    /// The database is damaged.
    #[error("damaged: {0}")]
    Damaged(String),
    /// Another program changed the files; nothing more is written, and what was not acknowledged is not in them.
    #[error("changed by another program: {0:?}")]
    FileChanged(FileChange),
    /// The disk answered with an error. `is_unsure`: while a change was being made durable, so that it may stand.
    #[error("the disk failed: {detail}")]
    Disk { detail: String, is_unsure: bool },
    /// A copy did not prove to be whole, and was not kept.
    #[error("the copy is not whole: {0}")]
    BadCopy(String),
    /// The place cannot be written.
    #[error("read-only")]
    ReadOnly,
    /// The disk is full; the change was rolled back.
    #[error("disk full")]
    DiskFull,
    /// Another Couloir writes in this data folder.
    #[error("in use by another Couloir")]
    Busy,
    /// SQLite said something unexpected.
    #[error(transparent)]
    Sql(rusqlite::Error),
    /// A row image or an archive does not read as what it should be.
    #[error("unreadable: {0}")]
    Json(#[from] serde_json::Error),
    /// A row does not read as its type.
    #[error("unreadable row: {0}")]
    Row(#[from] serde_rusqlite::Error),
    /// Reading or writing a file failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// The rules a value can break. Each has a message `rule-…` in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Rule {
    /// A text that must say something is empty.
    Empty,
    /// A number is outside its range.
    OutOfRange,
    /// The value is none of the known ones.
    Unknown,
    /// A workshop where a template is meant.
    NotATemplate,
    /// Not a date, time or time zone.
    NotADate,
    /// The objects belong to different workshops.
    OtherWorkshop,
    /// The meeting is closed: its record stays as it is until it is reopened.
    Closed,
    /// It is there already.
    Duplicate,
    /// More than a workshop holds; `detail` is the limit.
    TooMany,
    /// A role makes no contract with itself.
    SelfContract,
    /// The two lines are not a need and an offer of the same pair of roles.
    OtherPair,
    /// The line is not in a state in which this can be done.
    NotInThisState,
    /// The day is over.
    Past,
    /// The day is still to come.
    Future,
    /// Not an e-mail address.
    NotAnAddress,
    /// Not a web or mail link.
    NotALink,
    /// A role cannot be merged with itself.
    SameRole,
    /// Something cannot depend on itself.
    Itself,
    /// The dependency would close a circle; `detail` spells it out.
    Cycle,
    /// The lane owner is accountable already.
    Accountable,
    /// No meeting is in progress or ahead.
    NoMeeting,
    /// The meeting is not at the point of its life where this can be done.
    WrongMoment,
    /// Another meeting is in progress; `detail` is its title.
    AnotherInProgress,
    /// Not six counts of hands, from none to five fingers.
    NotATally,
    /// Somebody showed fewer than three fingers: their objection is part of the decision.
    ObjectionsMissing,
    /// No date follows from the recurrence.
    NeverFires,
    /// Not a recurrence of RFC 5545 by days, weeks, months or years.
    NotARecurrence,
    /// Put off twice already; `detail` is the title: decide, delegate or drop.
    DeferredTwice,
    /// The workshop is here and does not share this document.
    OtherDocument,
}

impl Rule {
    /// Every rule, so that tests can check that each has its message.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The code that names the rule across the border and in the messages.
    pub fn code(self) -> &'static str {
        match self {
            Rule::Empty => "empty",
            Rule::OutOfRange => "out-of-range",
            Rule::Unknown => "unknown",
            Rule::NotATemplate => "not-a-template",
            Rule::NotADate => "not-a-date",
            Rule::OtherWorkshop => "other-workshop",
            Rule::Closed => "closed",
            Rule::Duplicate => "duplicate",
            Rule::TooMany => "too-many",
            Rule::SelfContract => "self-contract",
            Rule::OtherPair => "other-pair",
            Rule::NotInThisState => "not-in-this-state",
            Rule::Past => "past",
            Rule::Future => "future",
            Rule::NotAnAddress => "not-an-address",
            Rule::NotALink => "not-a-link",
            Rule::SameRole => "same-role",
            Rule::Itself => "itself",
            Rule::Cycle => "cycle",
            Rule::Accountable => "accountable",
            Rule::NoMeeting => "no-meeting",
            Rule::WrongMoment => "wrong-moment",
            Rule::AnotherInProgress => "another-in-progress",
            Rule::NotATally => "not-a-tally",
            Rule::ObjectionsMissing => "objections-missing",
            Rule::NeverFires => "never-fires",
            Rule::NotARecurrence => "not-a-recurrence",
            Rule::DeferredTwice => "deferred-twice",
            Rule::OtherDocument => "other-document",
        }
    }
}

impl Error {
    /// What a failed `COMMIT` means: with a disk that failed while syncing, the change may stand all the same.
    pub(crate) fn of_commit(error: rusqlite::Error) -> Self {
        match Error::from(error) {
            Error::Disk { detail, .. } => Error::Disk { detail, is_unsure: true },
            other => other,
        }
    }

    /// A broken rule that needs no further names.
    pub fn invalid(field: &'static str, rule: Rule) -> Self {
        Error::Invalid { field, rule, detail: String::new() }
    }

    /// More than a workshop holds.
    pub(crate) fn too_many(field: &'static str, limit: usize) -> Self {
        Error::Invalid { field, rule: Rule::TooMany, detail: limit.to_string() }
    }
}

/// SQLITE_CONSTRAINT_FOREIGNKEY.
const FOREIGN_KEY: i32 = 787;
/// SQLITE_IOERR_SHMSIZE.
const SHARED_SIZE: i32 = 4_874;

fn extended_code(error: &rusqlite::Error) -> i32 {
    error.sqlite_error().map_or(0, |error| error.extended_code)
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Error::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Error::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Error::Damaged(error.to_string()),
            // The file that SQLite shares between processes found no room.
            Some(ErrorCode::SystemIoFailure) if extended_code(&error) == SHARED_SIZE => Error::DiskFull,
            // A row that refers to what another window has deleted.
            Some(ErrorCode::ConstraintViolation) if extended_code(&error) == FOREIGN_KEY => {
                Error::NotFound { kind: "referred", id: String::new() }
            }
            Some(ErrorCode::SystemIoFailure) => Error::Disk { detail: error.to_string(), is_unsure: false },
            _ => Error::Sql(error),
        }
    }
}
