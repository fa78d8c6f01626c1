//! The documents there are, and what one is asked for.

use couloir_core::meeting::{Meeting, MeetingId, MeetingStatus};
use couloir_core::workshop::Language;
use couloir_core::{Contents, Day};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::{Error, Result};

/// A document that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type, strum::VariantArray)]
#[serde(rename_all = "kebab-case")]
pub enum Document {
    /// What participants hold: times, items, who leads.
    Agenda,
    /// What the facilitator holds: the agenda with goal, method, materials and private notes.
    Script,
    /// Decisions and actions first, then item by item.
    Minutes,
    /// Tasks by role and state.
    Board,
    /// Everyone's part in each task.
    Raci,
    /// One sheet a role.
    Roles,
    /// The role × role matrix, and a sheet a pair to sign.
    Contracts,
    /// The role × role matrix alone.
    Grid,
    /// Who hands what to whom, in the order of the steps.
    Relay,
    /// What is missing between the roles, and what changed since.
    Gaps,
    /// Lane headers, cards and slips for the wall.
    WallKit,
    /// What participants are asked before the workshop, a sheet a role.
    Forms,
    /// Everything in one.
    Record,
}

impl Document {
    /// Every document, in the order of a workshop.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The name on the command line and in messages.
    pub fn code(self) -> &'static str {
        match self {
            Document::Agenda => "agenda",
            Document::Script => "script",
            Document::Minutes => "minutes",
            Document::Board => "board",
            Document::Raci => "raci",
            Document::Roles => "roles",
            Document::Contracts => "contracts",
            Document::Grid => "grid",
            Document::Relay => "relay",
            Document::Gaps => "gaps",
            Document::WallKit => "wall-kit",
            Document::Forms => "forms",
            Document::Record => "record",
        }
    }

    /// The document of a code.
    ///
    /// # Errors
    /// [`Error::UnknownDocument`] for anything else.
    pub fn from_code(code: &str) -> Result<Self> {
        let found = Self::ALL.iter().copied().find(|document| document.code() == code);
        found.ok_or_else(|| Error::UnknownDocument(code.to_owned()))
    }

    /// Whether it may show private notes and private names. The script is private by nature.
    pub fn has_private(self) -> bool {
        matches!(self, Document::Minutes | Document::Record)
    }

    /// Whether it is about one meeting.
    pub fn is_of_meeting(self) -> bool {
        matches!(self, Document::Agenda | Document::Script | Document::Minutes)
    }
}

/// Size of the sheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 297 × 420 mm.
    A3,
}

/// What is asked for: a document with its few options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Request {
    pub document: Document,
    /// Language of everything the document itself says; the workshop's texts stay as they were written.
    pub language: Language,
    /// For a document of a meeting; without one the most fitting meeting is taken.
    pub meeting_id: Option<MeetingId>,
    pub paper: Paper,
    /// Prints a draft mark on every page.
    pub is_draft: bool,
    /// Text at the foot of every page in place of the workshop's title.
    pub footer: String,
    /// Prints private notes and private names too, where the document has them.
    pub includes_private: bool,
    /// One page a role instead of one board.
    pub is_by_role: bool,
    /// The board on upright sheets instead of wide ones.
    pub is_upright: bool,
    /// The day on which something counts as overdue; the same day gives the same bytes.
    pub today: Day,
}

impl Request {
    /// The document as it is meant to be: A4, final, nothing private.
    pub fn new(document: Document, language: Language, today: Day) -> Self {
        Self {
            document,
            language,
            meeting_id: None,
            paper: Paper::A4,
            is_draft: false,
            footer: String::new(),
            includes_private: false,
            is_by_role: false,
            is_upright: false,
            today,
        }
    }

    /// The meeting the document is about: the one asked for, or else the one that fits: for what is prepared the
    /// first that is not over, and the last one when all are; for minutes the one in progress or closed last.
    ///
    /// # Errors
    /// [`Error::UnknownMeeting`] for an id that is not in the workshop.
    pub fn meeting<'a>(&self, contents: &'a Contents) -> Result<Option<&'a Meeting>> {
        if let Some(id) = &self.meeting_id {
            let found = contents.meetings.iter().find(|meeting| meeting.id == *id);
            return found.map(Some).ok_or_else(|| Error::UnknownMeeting(id.clone()));
        }
        let mut meetings: Vec<&Meeting> = contents.meetings.iter().filter(|meeting| !meeting.is_template).collect();
        meetings.sort_by_key(|meeting| meeting.starts_at);
        if self.document == Document::Minutes {
            let running = meetings.iter().find(|meeting| meeting.status == MeetingStatus::InProgress);
            let closed = meetings.iter().rfind(|meeting| meeting.status == MeetingStatus::Closed);
            if let Some(found) = running.or(closed) {
                return Ok(Some(found));
            }
        }
        // A meeting that has no agenda yet prints nothing worth having while another has one.
        let has_items = |meeting: &&&Meeting| contents.agenda_items.iter().any(|item| item.meeting_id == meeting.id);
        let is_ahead = |meeting: &&&Meeting| meeting.status != MeetingStatus::Closed;
        let next = meetings.iter().filter(is_ahead).find(has_items).or_else(|| meetings.iter().rfind(has_items));
        Ok(next.or_else(|| meetings.iter().find(is_ahead)).or(meetings.last()).copied())
    }
}

/// The language of a workshop as the messages know it.
pub(crate) fn spoken(language: Language) -> couloir_messages::Language {
    match language {
        Language::Fr => couloir_messages::Language::French,
        Language::En => couloir_messages::Language::English,
    }
}

/// A name for the file of a document, without its ending: the document and the workshop's or meeting's title, with
/// nothing in it that a file system refuses.
///
/// # Errors
/// [`Error::UnknownMeeting`] for a meeting that is not in the workshop.
pub fn file_name(contents: &Contents, request: &Request) -> Result<String> {
    let language = spoken(request.language);
    let kind = couloir_messages::text(language, &format!("document-{}", request.document.code()), &[]);
    let title = match request.meeting(contents)? {
        Some(meeting) if request.document.is_of_meeting() => &meeting.title,
        _ => &contents.workshop.title,
    };
    Ok(safe_name(&format!("{kind} - {title}")))
}

/// A text as the name of a file, without what file systems refuse; at most 100 characters.
pub(crate) fn safe_name(text: &str) -> String {
    let name: String =
        text.chars().map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c }).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    name.chars().take(100).collect::<String>().trim_matches(['.', ' ']).to_owned()
}

#[cfg(test)]
mod tests;
