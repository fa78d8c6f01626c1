//! What every document hands to its template: its frame, its words, and small pieces seen on many pages.

use chrono::{DateTime, NaiveDate, TimeZone};
use couloir_core::person::PersonId;
use couloir_core::role::{Role, RoleColor, RoleId};
use couloir_core::workshop::Language;
use couloir_core::{Contents, Millis};
use couloir_messages::Arg;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::document::spoken;
use crate::{Paper, Request, Result};

/// A template with the data it reads.
pub(crate) struct View {
    pub(crate) template: &'static str,
    pub(crate) data: Value,
}

/// The page in place of a document that has nothing to show yet: it says why and what to do.
///
/// # Errors
/// Only when serialisation itself fails.
pub(super) fn notice(contents: &Contents, request: &Request, text: &str) -> Result<View> {
    let data = envelope(contents, request, &contents.workshop.title, text)?;
    Ok(View { template: "notice.typ", data })
}

/// The words of one document: messages `document-<code>-…` and `document-…`.
#[derive(Clone, Copy)]
pub(super) struct Words {
    language: couloir_messages::Language,
}

impl Words {
    pub(super) fn of(request: &Request) -> Self {
        Self::in_language(request.language)
    }

    pub(super) fn in_language(language: Language) -> Self {
        Self { language: spoken(language) }
    }

    /// The message `document-<key>`.
    pub(super) fn get(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message `document-<key>` with arguments.
    pub(super) fn with(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        couloir_messages::text(self.language, &format!("document-{key}"), args)
    }

    /// A word that the screens say too: one state has one name on screen and on paper.
    pub(super) fn on_screen(self, key: &str) -> String {
        self.on_screen_with(key, &[])
    }

    /// As [`Words::on_screen`], with arguments.
    pub(super) fn on_screen_with(self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        couloir_messages::text(self.language, key, args)
    }

    /// Messages `document-<key>` for the template, which finds them under `words.<key>`.
    pub(super) fn all(self, keys: &[&str]) -> Value {
        Value::Object(keys.iter().map(|key| ((*key).to_owned(), Value::String(self.get(key)))).collect())
    }

    /// *lundi 23 novembre 2026*.
    pub(super) fn day(self, day: NaiveDate) -> String {
        couloir_messages::day_long(self.language, day)
    }

    /// *23/11/2026*.
    pub(super) fn day_short(self, day: NaiveDate) -> String {
        couloir_messages::day_short(self.language, day)
    }

    /// *9 h*.
    pub(super) fn clock(self, time: chrono::NaiveTime) -> String {
        couloir_messages::clock(self.language, time)
    }
}

/// A document's frame and content for its template.
///
/// # Errors
/// Only when serialisation itself fails.
pub(super) fn envelope(contents: &Contents, request: &Request, title: &str, body: impl Serialize) -> Result<Value> {
    let words = Words::of(request);
    let mut data = Map::new();
    let footer = request.footer.trim();
    let kind = words.get(request.document.code());
    let title = title.trim();
    // PDF/UA asks for a title, and a page without a heading has no outline.
    let title = if title.is_empty() { kind.clone() } else { title.to_owned() };
    data.insert("lang".to_owned(), request.language.tag().into());
    data.insert("paper".to_owned(), if request.paper == Paper::A4 { "a4" } else { "a3" }.into());
    data.insert("upright".to_owned(), request.is_upright.into());
    data.insert("kind".to_owned(), kind.clone().into());
    let full = words.with("full-title", &[("kind", kind.into()), ("title", title.as_str().into())]);
    data.insert("title".to_owned(), title.clone().into());
    data.insert("full_title".to_owned(), full.into());
    data.insert("footer".to_owned(), if footer.is_empty() { contents.workshop.title.as_str() } else { footer }.into());
    let draft = if request.is_draft { words.get("draft") } else { String::new() };
    data.insert("draft".to_owned(), draft.into());
    data.insert("body".to_owned(), serde_json::to_value(body)?);
    Ok(Value::Object(data))
}

/// A role as pages show it.
#[derive(Clone, Serialize)]
pub(super) struct RoleView {
    pub(super) letter: String,
    pub(super) color: RoleColor,
    pub(super) name: String,
}

impl From<&Role> for RoleView {
    fn from(role: &Role) -> Self {
        Self { letter: role.letter.clone(), color: role.color, name: role.name.clone() }
    }
}

pub(super) fn role<'a>(contents: &'a Contents, id: Option<&RoleId>) -> Option<&'a Role> {
    contents.roles.iter().find(|role| Some(&role.id) == id)
}

/// A person's name; a private one only where private things are printed.
pub(super) fn person<'a>(contents: &'a Contents, request: &Request, id: Option<&PersonId>) -> Option<&'a str> {
    let person = contents.people.iter().find(|person| Some(&person.id) == id)?;
    (!person.is_private || request.includes_private).then_some(person.name.as_str())
}

/// A moment on the wall clock of a time zone; an unknown zone reads as UTC.
pub(super) fn local(moment: Millis, time_zone: &str) -> DateTime<chrono_tz::Tz> {
    let zone = time_zone.parse().unwrap_or(chrono_tz::UTC);
    zone.from_utc_datetime(&moment.utc().naive_utc())
}

/// A length as minutes: `35`, or `13:20` when it is no whole number of minutes.
pub(super) fn minutes(seconds: i64) -> String {
    match seconds % 60 {
        0 => (seconds / 60).to_string(),
        rest => format!("{}:{:02}", seconds / 60, rest),
    }
}

/// A meeting's date line: *lundi 23 novembre 2026, 9 h – 12 h 50*.
pub(super) fn date_line(words: Words, start: Millis, end: Millis, time_zone: &str) -> String {
    let (start, end) = (local(start, time_zone), local(end, time_zone));
    let day = words.day(start.date_naive());
    let from = words.clock(start.time());
    if end <= start {
        return format!("{day}, {from}");
    }
    let to = words.clock(end.time());
    if end.date_naive() == start.date_naive() {
        format!("{day}, {from}\u{a0}–\u{a0}{to}")
    } else {
        format!("{day}, {from} – {}, {to}", words.day(end.date_naive()))
    }
}
