//! Forms: the questions of the silent round and of the contract round, to be filled in before the workshop by
//! people who have nothing but a spreadsheet, and read back as blind entries.
//!
//! A form carries the ids of its workshop and of its role where nobody sees them, and beside every line for an
//! answer the question it belongs to: it is recognised by these, whatever its name, its language or its looks.

mod gather;
mod read;
#[cfg(feature = "pages")]
mod set;
mod write;

use couloir_core::Contents;
use couloir_core::role::{Role, RoleId};
use couloir_core::workshop::Language;
use couloir_messages::Arg;

pub use gather::{FormReport, FormState, Gathered, gather};
pub use read::{Answer, FilledForm, is_form, read};
#[cfg(feature = "pages")]
pub use set::{FormFile, packed, set};
pub use write::{file_name, write};

use crate::archive::ListDifference;
use crate::document::spoken;
use crate::import::Import;
use crate::{Error, Result};

/// What the hidden sheet is called, and what stands in its first cell.
const MARK: &str = "couloir-form";
/// What is written today; a form of a later one is refused.
const VERSION: u32 = 1;

/// What a line of a form answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ask {
    /// What my role answers for.
    Mine,
    /// What another role answers for, as I see it.
    Of(RoleId),
    /// What nobody answers for.
    Nobody,
    /// What I need from another role.
    Need(RoleId),
    /// What I offer it.
    Offer(RoleId),
}

impl Ask {
    fn key(&self) -> String {
        match self {
            Ask::Mine => "mine".to_owned(),
            Ask::Nobody => "nobody".to_owned(),
            Ask::Of(role) => format!("of:{role}"),
            Ask::Need(role) => format!("need:{role}"),
            Ask::Offer(role) => format!("offer:{role}"),
        }
    }

    fn from_key(key: &str) -> Option<Self> {
        let (kind, role) = key.trim().split_once(':').unwrap_or((key.trim(), ""));
        match (kind, role) {
            ("mine", "") => Some(Ask::Mine),
            ("nobody", "") => Some(Ask::Nobody),
            (_, "") => None,
            ("of", role) => Some(Ask::Of(RoleId::from(role))),
            ("need", role) => Some(Ask::Need(RoleId::from(role))),
            ("offer", role) => Some(Ask::Offer(RoleId::from(role))),
            _ => None,
        }
    }

    /// The other role that it is about.
    pub fn role(&self) -> Option<&RoleId> {
        match self {
            Ask::Mine | Ask::Nobody => None,
            Ask::Of(role) | Ask::Need(role) | Ask::Offer(role) => Some(role),
        }
    }
}

/// What an import of a single file is, if it is a form: its answers for the open workshop.
pub(crate) fn as_import(bytes: &[u8], name: &str, into: Option<&Contents>) -> Option<Result<Import>> {
    if !is_form(bytes) {
        return None;
    }
    let Some(contents) = into else { return Some(Err(Error::FormAlone)) };
    let answers = read(bytes).and_then(|form| gather(contents, &[(name.to_owned(), Ok(form))], |_| String::new()));
    Some(answers.map(|answers| {
        let count = |list: &str| answers.archive.get(list).and_then(|rows| rows.as_array()).map_or(0, Vec::len);
        let difference = |list: &str| ListDifference {
            list: list.to_owned(),
            added: u32::try_from(count(list)).unwrap_or(u32::MAX),
            same: 0,
            changed: 0,
        };
        let differences = ["slips", "contracts"].map(difference).into();
        Import::Archive(answers.archive, differences)
    }))
}

/// A question with its lines, as the spreadsheet and the printed sheet show it.
pub(crate) struct Question {
    pub(crate) ask: Ask,
    pub(crate) text: String,
    pub(crate) lines: usize,
    /// The other role it is about.
    pub(crate) role: Option<RoleId>,
}

/// Questions under a heading, with a word on how to answer.
pub(crate) struct Part {
    pub(crate) title: String,
    pub(crate) how: String,
    pub(crate) questions: Vec<Question>,
}

/// What a role is asked.
pub(crate) fn parts(contents: &Contents, role: &Role, language: Language) -> Vec<Part> {
    let say =
        |key: &str, args: &[(&str, Arg<'_>)]| couloir_messages::text(spoken(language), &format!("form-{key}"), args);
    let others: Vec<&Role> = contents.roles.iter().filter(|other| other.id != role.id).collect();
    // With many roles a form stays a matter of a quarter of an hour.
    let lines = if others.len() > 8 { 2 } else { 3 };
    let of_each = |key: &str, ask: &dyn Fn(RoleId) -> Ask| -> Vec<Question> {
        others
            .iter()
            .map(|other| Question {
                ask: ask(other.id.clone()),
                text: say(key, &[("role", other.name.as_str().into()), ("letter", other.letter.as_str().into())]),
                lines,
                role: Some(other.id.clone()),
            })
            .collect()
    };
    let one = |ask: Ask, key: &str, lines: usize| Question { ask, text: say(key, &[]), lines, role: None };
    let part = |key: &str, questions: Vec<Question>| Part {
        title: say(key, &[]),
        how: say(&format!("{key}-how"), &[]),
        questions,
    };
    let mut parts = vec![part("mine", vec![one(Ask::Mine, "mine-ask", 6)])];
    let mut theirs = of_each("theirs-ask", &Ask::Of);
    theirs.push(one(Ask::Nobody, "nobody-ask", 3));
    parts.push(part("theirs", theirs));
    if !others.is_empty() {
        parts.push(part("needs", of_each("needs-ask", &Ask::Need)));
        parts.push(part("offers", of_each("offers-ask", &Ask::Offer)));
    }
    parts
}

#[cfg(test)]
mod tests;
