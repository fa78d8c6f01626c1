//! What an import would bring, to be looked at and corrected before anything is changed.

use std::collections::HashMap;

use couloir_core::workshop::{ARCHIVE_VERSION, Language};
use couloir_core::{LINE_MAX, NOTES_MAX, TITLE_MAX};
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use specta::Type;

/// What a file or a pasted text would bring.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ImportPlan {
    /// Title for a new workshop.
    pub title: String,
    /// The language the texts seem to be in.
    pub language: Language,
    /// Everything found, in the order of the source. Each may be changed, moved to another kind or left out.
    pub entries: Vec<Entry>,
    /// What could not be taken as it stands.
    pub warnings: Vec<Warning>,
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
    /// The step of a task.
    pub step: Option<String>,
    /// Tasks or steps that must be done before, by key.
    pub needs: Vec<String>,
    /// Other roles' parts in a task.
    pub parts: Vec<RolePart>,
    /// More columns of its row, as an archive names them: `status`, `email`, `url`, `mandate`, …
    pub more: Vec<EntryColumn>,
    /// Whether it is taken over.
    pub is_taken: bool,
    /// What says nearly the same already.
    pub twin: Option<Twin>,
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
    /// Not recognised; kept among the resources, where it can be read and moved on.
    Note,
}

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
}

impl Warning {
    /// The sentence for the user.
    pub fn message(&self, language: couloir_messages::Language) -> String {
        let key = match self.kind {
            WarningKind::Shortened => "import-warning-shortened",
            WarningKind::Cut => "import-warning-cut",
            WarningKind::SheetLeft => "import-warning-sheet-left",
            WarningKind::ValueLeft => "import-warning-value-left",
        };
        text(language, key, &[("line", self.line.into()), ("subject", self.subject.as_str().into())])
    }
}

/// How many of each kind a plan takes, leaves out and flags.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct KindCount {
    pub kind: EntryKind,
    pub taken: u32,
    pub left: u32,
    pub twins: u32,
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
            step: None,
            needs: Vec::new(),
            parts: Vec::new(),
            more: Vec::new(),
            is_taken: true,
            twin: None,
        }
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

impl ImportPlan {
    pub(super) fn new(title: &str) -> Self {
        let entries = Vec::new();
        Self { title: title.to_owned(), language: Language::Fr, entries, warnings: Vec::new() }
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
            if column.value.chars().count() > LINE_MAX as usize && column.name != "notes" {
                column.value = shortened(&column.value, LINE_MAX);
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

    /// What a key stands for: the entry itself when it is taken, or else its twin.
    pub(super) fn resolved(&self, key: &str) -> Option<String> {
        let mut key = key;
        // A twin of a twin ends after a few steps; a circle, made by hand, ends too.
        for _ in 0..4 {
            let Some(entry) = self.entry(key) else { return Some(key.to_owned()) };
            if entry.is_taken && !entry.text.trim().is_empty() {
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

    /// Puts corrected entries in the place of those of the same key.
    pub fn correct(&mut self, corrected: Vec<Entry>) {
        for entry in corrected {
            let key = entry.key.clone();
            if let Some(there) = self.entry_mut(&key) {
                *there = entry;
            }
        }
    }

    /// How many of each kind are taken, left out and flagged.
    pub fn counts(&self) -> Vec<KindCount> {
        let mut counts: Vec<KindCount> = Vec::new();
        for entry in &self.entries {
            let at = counts.iter().position(|count| count.kind == entry.kind).unwrap_or_else(|| {
                counts.push(KindCount { kind: entry.kind, taken: 0, left: 0, twins: 0 });
                counts.len() - 1
            });
            counts[at].taken += u32::from(entry.is_taken);
            counts[at].left += u32::from(!entry.is_taken);
            counts[at].twins += u32::from(entry.twin.is_some());
        }
        counts.sort_by_key(|count| count.kind);
        counts
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
        for entry in self.entries.iter().filter(|entry| entry.is_taken && !entry.text.trim().is_empty()) {
            let owner = role(&entry.role);
            let Some((list, mut row)) = self.row(entry, owner.as_deref(), role(&entry.receiver)) else { continue };
            row.insert("id".to_owned(), entry.key.clone().into());
            for column in entry.more.iter().filter(|column| allows(entry.kind, &column.name)) {
                row.insert(column.name.clone(), column.value.clone().into());
            }
            if entry.kind == EntryKind::Task {
                if let Some(step) = entry.step.as_deref().and_then(|key| resolve(key, EntryKind::Step)) {
                    row.insert("step_id".to_owned(), step.into());
                }
                if let Some(number) = row.get("number").and_then(Value::as_str).map(str::parse::<i32>) {
                    match number {
                        Ok(number) if number > 0 => row.insert("number".to_owned(), number.into()),
                        _ => row.remove("number"),
                    };
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
            json!({"id": "workshop", "title": shortened(&self.title, TITLE_MAX), "language": self.language.tag()}),
        );
        archive.extend(lists.into_iter().map(|(list, rows)| (list.to_owned(), Value::Array(rows))));
        archive
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
            EntryKind::Note => {
                let language = match self.language {
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

/// Columns that an entry of a kind may bring along.
fn allows(kind: EntryKind, column: &str) -> bool {
    match kind {
        EntryKind::Role => ["letter", "first_step"].contains(&column),
        EntryKind::Person => ["organisation", "email"].contains(&column),
        EntryKind::Task => ["number", "status", "notes"].contains(&column),
        EntryKind::Need | EntryKind::Offer => ["mode", "cadence", "fulfilment", "need", "offer"].contains(&column),
        EntryKind::Resource => ["url", "heading"].contains(&column),
        _ => false,
    }
}

/// A text of at most `limit` characters; a longer one ends in an ellipsis.
pub(super) fn shortened(text: &str, limit: u32) -> String {
    let text = text.trim();
    if text.chars().count() <= limit as usize {
        return text.to_owned();
    }
    text.chars().take(limit as usize - 1).chain(['…']).collect()
}
