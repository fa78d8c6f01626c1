//! What an import would bring, to be looked at and corrected before anything is changed.

use std::collections::HashMap;

use couloir_core::workshop::{ARCHIVE_VERSION, Language};
use couloir_core::{LINE_MAX, NOTES_MAX, TITLE_MAX};
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use specta::Type;

use super::allowed::allows;
use super::changes::EntryChange;
use super::left::{Left, LeftKind};
use super::shortened::shortened;
use super::warning::{Warning, WarningKind};

/// What a file or a pasted text would bring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ImportPlan {
    /// Title for a new workshop.
    pub title: String,
    /// The language the texts seem to be in.
    /// The language the texts are surely in, if there are enough of them; else it is the program's.
    pub language: Option<Language>,
    /// Tags of the open workshop, by name and id: what has the same name is the same tag.
    pub known_tags: Vec<KnownTag>,
    /// Everything found, in the order of the source. Each may be changed, moved to another kind or left out.
    pub entries: Vec<Entry>,
    /// What could not be taken as it stands.
    pub warnings: Vec<Warning>,
    /// What was left, in the order of the source.
    pub left: Vec<Left>,
}

/// A tag of the open workshop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct KnownTag {
    pub id: String,
    pub name: String,
}

/// One thing found in the source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Entry {
    /// Names it within the plan.
    pub key: String,
    /// Line or row of the source, from 1.
    pub line: u32,
    pub kind: EntryKind,
    /// Title, name or wording.
    pub text: String,
    pub detail: String,
    /// The role it belongs to, and the giver of a need or an offer: the key of an entry, or the id of a role that exists.
    pub role: Option<String>,
    /// The receiver of a need or an offer.
    pub receiver: Option<String>,
    /// The person who does a task: the key of an entry, or the id of a person who exists.
    pub person: Option<String>,
    /// The step of a task, the meeting of an agenda item, the first occasion of a meeting that belongs to a series.
    pub step: Option<String>,
    /// Tasks or steps that must be done before, by key.
    pub needs: Vec<String>,
    /// Other roles' parts in a task.
    pub parts: Vec<RolePart>,
    /// Words that group it with others.
    pub tags: Vec<String>,
    /// More columns of its row, as an archive names them: `status`, `email`, `url`, `mandate`, …
    pub more: Vec<EntryColumn>,
    /// Whether it is taken over.
    pub is_taken: bool,
    /// What says nearly the same already.
    pub twin: Option<Twin>,
    /// What it says otherwise than its twin in the open workshop. Taken, it changes that row and adds none.
    pub changes: Vec<EntryChange>,
}

/// A part of a role in a task (RACI).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct RolePart {
    pub role: String,
    /// `responsible`, `consulted` or `informed`.
    pub part: String,
}

/// A further column of an entry's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct EntryColumn {
    pub name: String,
    pub value: String,
}

/// What an entry nearly repeats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Twin {
    /// Key of the entry, or id of the row.
    pub of: String,
    pub text: String,
    /// Whether it is in the open workshop already.
    pub is_there: bool,
    /// The roles that a person of the open workshop holds.
    pub holds: Vec<String>,
    /// The tags that are on a row of the open workshop, by id.
    pub tags: Vec<String>,
}

impl Twin {
    /// A row of the open workshop.
    pub(super) fn there(id: &str, text: &str) -> Self {
        Self { of: id.to_owned(), text: text.to_owned(), is_there: true, holds: Vec::new(), tags: Vec::new() }
    }
}

/// What an entry becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    Role,
    Skill,
    TypicalTask,
    Person,
    Responsibility,
    Step,
    Task,
    Need,
    Offer,
    Resource,
    Meeting,
    AgendaItem,
    /// Not recognised; kept among the resources, where it can be read and moved on.
    Note,
}

impl Entry {
    /// A bare entry.
    pub(super) fn new(line: u32, kind: EntryKind, text: &str) -> Self {
        Self {
            key: String::new(),
            line,
            kind,
            text: text.trim().to_owned(),
            detail: String::new(),
            role: None,
            receiver: None,
            person: None,
            step: None,
            needs: Vec::new(),
            parts: Vec::new(),
            tags: Vec::new(),
            more: Vec::new(),
            is_taken: true,
            twin: None,
            changes: Vec::new(),
        }
    }

    /// Whether it changes a row of the open workshop.
    pub(super) fn is_update(&self) -> bool {
        self.is_taken && !self.changes.is_empty() && self.twin.as_ref().is_some_and(|twin| twin.is_there)
    }

    pub(super) fn detail(mut self, detail: &str) -> Self {
        detail.trim().clone_into(&mut self.detail);
        self
    }

    pub(super) fn of_role(mut self, role: Option<String>) -> Self {
        self.role = role;
        self
    }

    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        if !value.trim().is_empty() {
            self.more.push(EntryColumn { name: name.to_owned(), value: value.trim().to_owned() });
        }
        self
    }
}

impl Entry {
    /// A column that is a whole number.
    fn number(&self, name: &str) -> Option<i64> {
        self.more.iter().find(|column| column.name == name)?.value.parse().ok()
    }

    fn recurs(&self) -> bool {
        self.more.iter().any(|column| column.name == "recurrence")
    }

    /// The series whose first occasion a meeting is.
    fn series(&self, meeting: &Map<String, Value>) -> Option<Value> {
        let recurrence = self.more.iter().find(|column| column.name == "recurrence")?;
        let zone = self.more.iter().find(|column| column.name == "time_zone")?;
        Some(json!({
            "id": format!("{}-series", self.key),
            "title": self.text,
            "recurrence": recurrence.value,
            "starts_at": meeting.get("starts_at"),
            "planned_minutes": meeting.get("planned_minutes"),
            "time_zone": zone.value,
        }))
    }
}

impl ImportPlan {
    pub(super) fn new(title: &str) -> Self {
        let entries = Vec::new();
        Self {
            title: title.to_owned(),
            language: None,
            known_tags: Vec::new(),
            entries,
            warnings: Vec::new(),
            left: Vec::new(),
        }
    }

    /// Adds an entry under a key of its own; a text beyond its limit is shortened where one can see it.
    pub(super) fn push(&mut self, mut entry: Entry) -> String {
        let line = entry.line;
        if entry.text.chars().count() > TITLE_MAX as usize {
            let whole = [entry.text.as_str(), entry.detail.as_str()].join("\n");
            entry.detail = whole.trim().to_owned();
            entry.text = shortened(&entry.text, TITLE_MAX);
            self.warn(line, WarningKind::Shortened, &entry.text);
        }
        let limit = if entry.kind == EntryKind::Note { NOTES_MAX } else { LINE_MAX };
        if entry.detail.chars().count() > limit as usize {
            entry.detail = shortened(&entry.detail, limit);
            self.warn(line, WarningKind::Cut, &entry.text);
        }
        for column in &mut entry.more {
            let limit = if ["notes", "private_notes"].contains(&column.name.as_str()) { NOTES_MAX } else { LINE_MAX };
            if column.value.chars().count() > limit as usize {
                column.value = shortened(&column.value, limit);
                self.warnings.push(Warning { line, kind: WarningKind::Cut, subject: column.name.clone() });
            }
        }
        entry.key = format!("e{}", self.entries.len() + 1);
        self.entries.push(entry);
        format!("e{}", self.entries.len())
    }

    pub(super) fn warn(&mut self, line: u32, kind: WarningKind, subject: &str) {
        self.warnings.push(Warning { line, kind, subject: shortened(subject, 80) });
    }

    /// Says that something of the source is left.
    pub(super) fn leave(&mut self, kind: LeftKind, place: &str, line: u32, name: &str, count: usize) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.left.push(Left { kind, place: place.to_owned(), line, name: shortened(name, 80), count });
    }

    /// What a key stands for: the entry itself when it is taken, or else its twin.
    pub(super) fn resolved(&self, key: &str) -> Option<String> {
        let mut key = key;
        // A twin of a twin ends after a few steps; a circle, made by hand, ends too.
        for _ in 0..4 {
            let Some(entry) = self.entry(key) else { return Some(key.to_owned()) };
            if entry.is_taken && !entry.is_update() && !entry.text.trim().is_empty() {
                return Some(entry.key.clone());
            }
            key = &entry.twin.as_ref()?.of;
        }
        None
    }

    /// The entry of a key. Keys count from `e1`, so that it is found at once in a plan of any length.
    fn entry(&self, key: &str) -> Option<&Entry> {
        let at = key.strip_prefix('e')?.parse::<usize>().ok()?.checked_sub(1)?;
        self.entries.get(at).filter(|entry| entry.key == key)
    }

    /// The entry of a key, to be changed.
    pub(super) fn entry_mut(&mut self, key: &str) -> Option<&mut Entry> {
        let at = key.strip_prefix('e')?.parse::<usize>().ok()?.checked_sub(1)?;
        self.entries.get_mut(at).filter(|entry| entry.key == key)
    }

    /// Whether a key names a role found in the source, not one of the open workshop.
    pub(super) fn is_own_role(&self, key: &str) -> bool {
        self.entry(key).is_some_and(|entry| entry.kind == EntryKind::Role)
    }

    /// Puts corrected entries in the place of those of the same key.
    pub fn correct(&mut self, corrected: Vec<Entry>) {
        for entry in corrected {
            let key = entry.key.clone();
            if let Some(there) = self.entry_mut(&key) {
                *there = entry;
            }
        }
    }

    /// The plan as an archive: for [`couloir_core::Library::workshop_from_archive`], or, with the ids of the open
    /// workshop in it, for [`couloir_core::Library::workshop_import`].
    pub fn archive(&self) -> Map<String, Value> {
        // Corrected by hand, an entry may have become another kind than what refers to it means.
        let resolve = |key: &str, kind: EntryKind| {
            self.resolved(key).filter(|key| self.entry(key).is_none_or(|entry| entry.kind == kind))
        };
        let role_of = |key: &str| resolve(key, EntryKind::Role);
        let role = |key: &Option<String>| key.as_deref().and_then(role_of);
        let mut lists: HashMap<&str, Vec<Value>> = HashMap::new();
        let mut tags = HashMap::new();
        for entry in self.entries.iter().filter(|entry| entry.is_taken && !entry.text.trim().is_empty()) {
            if entry.is_update() {
                self.hold(entry, &mut lists);
                if let Some(twin) = &entry.twin {
                    self.tag(entry, &twin.of, &mut tags, &mut lists);
                }
                continue;
            }
            let owner = role(&entry.role);
            let Some((list, mut row)) = self.row(entry, owner.as_deref(), role(&entry.receiver)) else { continue };
            row.insert("id".to_owned(), entry.key.clone().into());
            if entry.kind == EntryKind::Meeting {
                let first = entry.step.as_deref().and_then(|key| resolve(key, EntryKind::Meeting));
                if let Some(series) = entry.series(&row) {
                    lists.entry("series").or_default().push(series);
                    row.insert("series_id".to_owned(), format!("{}-series", entry.key).into());
                } else if let Some(first) = first.and_then(|first| self.entry(&first)).filter(|first| first.recurs()) {
                    row.insert("series_id".to_owned(), format!("{}-series", first.key).into());
                }
            }
            if entry.kind == EntryKind::AgendaItem {
                let meeting = entry.step.as_deref().and_then(|key| resolve(key, EntryKind::Meeting));
                // Without its meeting an item has no place.
                let Some(meeting) =
                    meeting.filter(|key| self.entry(key).is_some_and(|m| m.number("starts_at").is_some()))
                else {
                    continue;
                };
                row.insert("meeting_id".to_owned(), meeting.into());
                if let Some(minute) = entry.number("locked_minute") {
                    row.insert("locked_minute".to_owned(), minute.into());
                }
                if let Some(role) = &owner {
                    row.insert("presenter_role_id".to_owned(), role.clone().into());
                }
            }
            for column in entry.more.iter().filter(|column| allows(entry.kind, &column.name)) {
                row.insert(column.name.clone(), column.value.clone().into());
            }
            self.tag(entry, &entry.key, &mut tags, &mut lists);
            if entry.kind == EntryKind::Task {
                if let Some(person) = entry.person.as_deref().and_then(|key| resolve(key, EntryKind::Person)) {
                    row.insert("person_id".to_owned(), person.into());
                }
                if let Some(step) = entry.step.as_deref().and_then(|key| resolve(key, EntryKind::Step)) {
                    row.insert("step_id".to_owned(), step.into());
                }
                if let Some(number) = row.get("number").and_then(Value::as_str).map(str::parse::<i32>) {
                    match number {
                        Ok(number) if number > 0 => row.insert("number".to_owned(), number.into()),
                        _ => row.remove("number"),
                    };
                }
                if let Some(two) = entry.more.iter().find(|column| column.name == "two_owners") {
                    // What the file leaves open stays written on the card.
                    let language = match self.spoken() {
                        Language::Fr => couloir_messages::Language::French,
                        Language::En => couloir_messages::Language::English,
                    };
                    let said = text(language, "import-two-owners", &[("roles", two.value.as_str().into())]);
                    let notes = row.get("notes").and_then(Value::as_str).unwrap_or_default();
                    row.insert("notes".to_owned(), [notes, &said].join("\n").trim().into());
                }
                let mut seen = Vec::new();
                for part in &entry.parts {
                    let Some(of) = role_of(&part.role).filter(|of| Some(of) != owner.as_ref() && !seen.contains(of))
                    else {
                        continue;
                    };
                    lists
                        .entry("involvements")
                        .or_default()
                        .push(json!({"task_id": entry.key, "role_id": of, "part": part.part}));
                    seen.push(of);
                }
            }
            let (table, of) = if entry.kind == EntryKind::Step {
                ("step_dependencies", "step_id")
            } else {
                ("task_dependencies", "task_id")
            };
            if matches!(entry.kind, EntryKind::Step | EntryKind::Task) {
                let mut seen = Vec::new();
                for needs in entry.needs.iter().filter_map(|key| resolve(key, entry.kind)) {
                    if needs != entry.key && !seen.contains(&needs) {
                        lists.entry(table).or_default().push(json!({of: entry.key, "needs_id": needs}));
                        seen.push(needs);
                    }
                }
            }
            if entry.kind == EntryKind::Person {
                let mut seen = Vec::new();
                for held in entry.parts.iter().map(|part| &part.role).chain(&entry.role).filter_map(|key| role_of(key))
                {
                    if !seen.contains(&held) {
                        lists.entry("role_holders").or_default().push(json!({"person_id": entry.key, "role_id": held}));
                        seen.push(held);
                    }
                }
            }
            lists.entry(list).or_default().push(Value::Object(row));
        }
        let mut archive = Map::new();
        archive.insert("format".to_owned(), "couloir".into());
        archive.insert("version".to_owned(), ARCHIVE_VERSION.into());
        archive.insert(
            "workshop".to_owned(),
            json!({"id": "workshop", "title": shortened(&self.title, TITLE_MAX), "language": self.spoken().tag()}),
        );
        archive.extend(lists.into_iter().map(|(list, rows)| (list.to_owned(), Value::Array(rows))));
        archive
    }

    /// What a person of the open workshop holds from now on.
    fn hold(&self, entry: &Entry, lists: &mut HashMap<&str, Vec<Value>>) {
        let Some(twin) = entry.twin.as_ref().filter(|_| entry.kind == EntryKind::Person) else { return };
        let mut seen = twin.holds.clone();
        for role in entry.parts.iter().filter_map(|part| self.resolved(&part.role)) {
            if !seen.contains(&role) {
                lists.entry("role_holders").or_default().push(json!({"person_id": twin.of, "role_id": role}));
                seen.push(role);
            }
        }
    }

    /// The language of the texts, or English.
    pub(super) fn spoken(&self) -> Language {
        self.language.unwrap_or(Language::En)
    }

    /// The row of an entry; `None` when it cannot stand without the role that is missing.
    fn row(
        &self,
        entry: &Entry,
        role: Option<&str>,
        receiver: Option<String>,
    ) -> Option<(&'static str, Map<String, Value>)> {
        let (list, row) = match entry.kind {
            EntryKind::Role => ("roles", json!({"name": entry.text, "mandate": entry.detail})),
            EntryKind::Skill => ("skills", json!({"role_id": role?, "name": entry.text})),
            EntryKind::TypicalTask => ("typical_tasks", json!({"role_id": role?, "title": entry.text})),
            EntryKind::Person => ("people", json!({"name": entry.text})),
            EntryKind::Responsibility => {
                ("responsibilities", json!({"role_id": role, "title": entry.text, "detail": entry.detail}))
            }
            EntryKind::Step => ("steps", json!({"role_id": role, "title": entry.text, "detail": entry.detail})),
            EntryKind::Task => ("tasks", json!({"role_id": role, "title": entry.text, "detail": entry.detail})),
            EntryKind::Need | EntryKind::Offer => {
                let receiver = receiver.filter(|receiver| Some(receiver.as_str()) != role)?;
                let side = if entry.kind == EntryKind::Need { "need" } else { "offer" };
                ("contracts", json!({"giver_id": role?, "receiver_id": receiver, side: entry.text}))
            }
            EntryKind::Resource => ("resources", json!({"role_id": role, "title": entry.text, "detail": entry.detail})),
            EntryKind::Meeting => (
                "meetings",
                json!({"title": entry.text, "goal": entry.detail, "starts_at": entry.number("starts_at")?,
                    "planned_minutes": entry.number("planned_minutes")?}),
            ),
            EntryKind::AgendaItem => {
                let seconds = entry.number("minutes").unwrap_or(0) * 60;
                ("agenda_items", json!({"title": entry.text, "detail": entry.detail, "seconds": seconds}))
            }
            EntryKind::Note => {
                let language = match self.spoken() {
                    Language::Fr => couloir_messages::Language::French,
                    Language::En => couloir_messages::Language::English,
                };
                let heading = text(language, "import-notes", &[]);
                let whole = [entry.text.as_str(), entry.detail.as_str()].join("\n");
                let row = json!({"role_id": role, "title": shortened(&entry.text, 80), "detail": whole.trim(), "heading": heading});
                ("resources", row)
            }
        };
        match row {
            Value::Object(row) => Some((list, row)),
            _ => None,
        }
    }
}
