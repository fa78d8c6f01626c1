//! What the columns of a table mean.

use serde::{Deserialize, Serialize};
use specta::Type;

pub(super) use super::words::meaning_of;

/// What a column means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "meaning", content = "role")]
pub enum Meaning {
    /// It is not taken over.
    Left,
    /// It is kept with its title in the detail.
    Kept,
    Number,
    Task,
    Detail,
    Notes,
    Step,
    Status,
    /// A tick, a word or a day where the task is done.
    Done,
    Due,
    Tags,
    /// Numbers of tasks (or places of steps) that come before.
    Needs,
    Role,
    Letter,
    Mandate,
    Skills,
    TypicalTasks,
    FirstStep,
    Person,
    Organisation,
    Email,
    /// Roles of a person, or people of a role.
    Holders,
    /// The person who does a task that has a role as its owner.
    Assignee,
    Responsibility,
    Giver,
    Receiver,
    Offer,
    Need,
    Mode,
    Cadence,
    Fulfilment,
    Resource,
    Url,
    Heading,
    /// Names of the roles that answer for a task, do it, are asked, or are told.
    Accountable,
    Responsible,
    Consulted,
    Informed,
    /// Letters `R`, `A`, `C`, `I` of the role of the row.
    Letters,
    /// A role's letters `R`, `A`, `C`, `I` in each task.
    Part(String),
    /// A task's letters, where each row is a role.
    PartOfTask(String),
    /// The title of an agenda item.
    Slot,
    /// When an agenda item starts, or starts and ends.
    Start,
    End,
    /// How long an agenda item takes.
    Minutes,
    /// Who leads an agenda item.
    Presenter,
    Goal,
    Method,
    Materials,
    Instruction,
    /// A heading over the agenda items below.
    Section,
}

impl Meaning {
    /// The meaning of this name in the table of words.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        if let Some((_, meaning)) = OWN.iter().find(|(own, _)| *own == code) {
            return Some(meaning.clone());
        }
        let meaning = match code {
            "kept" => Meaning::Kept,
            "done" => Meaning::Done,
            "due" => Meaning::Due,
            "tags" => Meaning::Tags,
            "accountable" => Meaning::Accountable,
            "responsible" => Meaning::Responsible,
            "consulted" => Meaning::Consulted,
            "informed" => Meaning::Informed,
            "letters" => Meaning::Letters,
            _ => return None,
        };
        Some(meaning)
    }

    /// Whether several columns may have it; else it counts once.
    pub(super) fn may_repeat(&self) -> bool {
        matches!(
            self,
            Meaning::Left
                | Meaning::Kept
                | Meaning::Notes
                | Meaning::Tags
                | Meaning::Url
                | Meaning::Needs
                | Meaning::Holders
                | Meaning::Person
                | Meaning::Skills
                | Meaning::TypicalTasks
                | Meaning::Responsibility
                | Meaning::Responsible
                | Meaning::Consulted
                | Meaning::Informed
                | Meaning::Part(_)
                | Meaning::PartOfTask(_)
        )
    }

    /// Whether it is a role's or a task's column of letters.
    pub(super) fn is_part(&self) -> bool {
        matches!(self, Meaning::Part(_) | Meaning::PartOfTask(_))
    }
}

/// Titles that Couloir itself writes, by the keys of its messages.
pub(super) const OWN: &[(&str, Meaning)] = &[
    ("number", Meaning::Number),
    ("task", Meaning::Task),
    ("detail", Meaning::Detail),
    ("notes", Meaning::Notes),
    ("step", Meaning::Step),
    ("status", Meaning::Status),
    ("needs", Meaning::Needs),
    ("role", Meaning::Role),
    ("letter", Meaning::Letter),
    ("mandate", Meaning::Mandate),
    ("skills", Meaning::Skills),
    ("typical-tasks", Meaning::TypicalTasks),
    ("first-step", Meaning::FirstStep),
    ("person", Meaning::Person),
    ("organisation", Meaning::Organisation),
    ("email", Meaning::Email),
    ("holders", Meaning::Holders),
    ("responsibility", Meaning::Responsibility),
    ("giver", Meaning::Giver),
    ("receiver", Meaning::Receiver),
    ("offer", Meaning::Offer),
    ("need", Meaning::Need),
    ("mode", Meaning::Mode),
    ("cadence", Meaning::Cadence),
    ("fulfilment", Meaning::Fulfilment),
    ("resource", Meaning::Resource),
    ("url", Meaning::Url),
    ("heading", Meaning::Heading),
];
