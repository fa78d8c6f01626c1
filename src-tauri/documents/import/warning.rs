//! What an import says about what it read: shortened, taken as something else, decided by nobody.

use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Something that could not be taken as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Warning {
    pub line: u32,
    pub kind: WarningKind,
    /// What it is about: a name, a sheet, the start of a text.
    pub subject: String,
}

/// Why; the message `import-warning-<code>` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WarningKind {
    /// A title was too long; the whole text stands in the detail.
    Shortened,
    /// A text beyond every limit was cut, visibly.
    Cut,
    /// A sheet or table with nothing that a workshop holds.
    SheetLeft,
    /// A value that means nothing known.
    ValueLeft,
    /// Two roles or more answer for a task: the first owns it, the others stand as doing the work.
    TwoOwners,
    /// Nobody answers for a task, and one role does the work: it stands as the owner.
    OwnerByWork,
    /// Letters stand in the row of a task, and none of them says who answers for it.
    NoOwner,
    /// Letters beyond R, A, C and I, and what they are taken for.
    Dialect,
    /// A row that names those below it became a step.
    StepRow,
    /// A column that names something once for several rows was completed downwards.
    FilledDown,
    /// A table of letters that names no role is that of its own name.
    RoleByName,
    /// An agenda that says no day: the one that it is given.
    DayAssumed,
    /// An item of an agenda without a length: it stands as a mark.
    NoLength,
}

impl Warning {
    /// The sentence for the user.
    pub fn message(&self, language: couloir_messages::Language) -> String {
        text(
            language,
            &format!("import-warning-{}", self.kind.code()),
            &[("line", self.line.into()), ("subject", self.subject.as_str().into())],
        )
    }
}

impl WarningKind {
    /// Its name on the wire and in messages.
    pub fn code(self) -> &'static str {
        match self {
            WarningKind::Shortened => "shortened",
            WarningKind::Cut => "cut",
            WarningKind::SheetLeft => "sheet-left",
            WarningKind::ValueLeft => "value-left",
            WarningKind::TwoOwners => "two-owners",
            WarningKind::OwnerByWork => "owner-by-work",
            WarningKind::NoOwner => "no-owner",
            WarningKind::Dialect => "dialect",
            WarningKind::StepRow => "step-row",
            WarningKind::FilledDown => "filled-down",
            WarningKind::RoleByName => "role-by-name",
            WarningKind::DayAssumed => "day-assumed",
            WarningKind::NoLength => "no-length",
        }
    }
}
