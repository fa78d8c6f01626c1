//! What the next version of a file says otherwise than the open workshop.

use std::collections::HashMap;

use couloir_core::Contents;
use couloir_core::analysis::wording::Wording;
use couloir_core::tag::{Tag, Tagging};
use couloir_core::task::Part;
use couloir_core::workshop::RowUpdate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use super::plan::{Entry, EntryKind, ImportPlan, Twin};
use super::words::folded;

/// Something an entry says otherwise than the row of the open workshop that it repeats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct EntryChange {
    /// The column as an archive names it, `title`, `role_id`, `status`, or `parts` and `roles`; the message
    /// `import-change-<field>` names it.
    pub field: String,
    pub before: String,
    pub after: String,
}

/// A row of the open workshop with what an entry can say about it.
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    role: Option<&'a str>,
    columns: Vec<(&'static str, String)>,
}

impl ImportPlan {
    /// Matches what only changed its owner, or its title under the same number, and tells what differs. An empty cell
    /// says nothing. What changed is offered, not taken.
    pub(super) fn find_changes(&mut self, contents: &Contents) {
        let tasks = rows(contents, EntryKind::Task);
        self.match_by_title(&tasks, EntryKind::Task);
        self.match_by_title(&rows(contents, EntryKind::Responsibility), EntryKind::Responsibility);
        self.match_by_number(contents);
        let mut found: Vec<(usize, Vec<EntryChange>)> = Vec::new();
        for kind in KINDS {
            let rows = rows(contents, kind);
            let by_id: HashMap<&str, &Row<'_>> = rows.iter().map(|row| (row.id, row)).collect();
            for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| entry.kind == kind) {
                let row = entry.twin.as_ref().filter(|twin| twin.is_there).and_then(|twin| by_id.get(twin.of.as_str()));
                if let Some(row) = row {
                    found.push((at, self.differences(entry, row, contents)));
                }
            }
        }
        for (at, changes) in found {
            let entry = &mut self.entries[at];
            if let Some(twin) = &mut entry.twin {
                twin.tags = tags_on(contents, &twin.of).map(|tag| tag.id.0.clone()).collect();
            }
            entry.is_taken = false;
            entry.changes = changes;
        }
    }

    /// The same title, once in the file and once in the workshop, for another role.
    fn match_by_title(&mut self, rows: &[Row<'_>], kind: EntryKind) {
        let taken: Vec<String> =
            self.entries.iter().filter_map(|entry| Some(entry.twin.as_ref()?.of.clone())).collect();
        let mut there: HashMap<Wording, Vec<&Row<'_>>> = HashMap::new();
        for row in rows.iter().filter(|row| !taken.iter().any(|id| id == row.id)) {
            there.entry(Wording::of(row.title)).or_default().push(row);
        }
        let mut here: HashMap<Wording, Vec<usize>> = HashMap::new();
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, e)| e.kind == kind && e.twin.is_none()) {
            here.entry(Wording::of(&entry.text)).or_default().push(at);
        }
        for (wording, at) in here {
            if let ([at], Some([row])) = (at.as_slice(), there.get(&wording).map(Vec::as_slice)) {
                self.entries[*at].twin = Some(Twin::there(row.id, row.title));
            }
        }
    }

    /// A task of the same number that still shares most of its words.
    fn match_by_number(&mut self, contents: &Contents) {
        let taken: Vec<String> =
            self.entries.iter().filter_map(|entry| Some(entry.twin.as_ref()?.of.clone())).collect();
        for entry in self.entries.iter_mut().filter(|entry| entry.kind == EntryKind::Task && entry.twin.is_none()) {
            let number = entry.more.iter().find(|more| more.name == "number").and_then(|more| more.value.parse().ok());
            let Some(number): Option<i32> = number else { continue };
            let same = contents.tasks.iter().find(|task| task.number == number && !taken.contains(&task.id.0));
            let Some(task) = same else { continue };
            let (one, other) = (Wording::of(&entry.text), Wording::of(&task.title));
            let shared = one.words().iter().filter(|word| other.words().contains(word)).count();
            if shared * 2 >= one.words().len().max(other.words().len()) && shared > 0 {
                entry.twin = Some(Twin::there(task.id.as_str(), &task.title));
            }
        }
    }

    fn differences(&self, entry: &Entry, row: &Row<'_>, contents: &Contents) -> Vec<EntryChange> {
        let mut changes = Vec::new();
        let mut differ = |field: &str, before: &str, after: &str| {
            if !after.trim().is_empty() && before.trim() != after.trim() {
                let (before, after) = (before.trim().to_owned(), after.trim().to_owned());
                changes.push(EntryChange { field: field.to_owned(), before, after });
            }
        };
        let title = if matches!(entry.kind, EntryKind::Role | EntryKind::Person) { "name" } else { "title" };
        differ(title, row.title, &entry.text);
        let own = values(entry);
        for (column, before) in &row.columns {
            if let Some((_, after)) = own.iter().find(|(name, _)| name == column) {
                differ(column, before, after);
            }
        }
        let name = |key: &str| self.role_name(key, contents);
        if let Some(role) = entry.role.as_deref().and_then(|role| self.resolved(role))
            && row.role != Some(role.as_str())
            && entry.kind != EntryKind::Role
        {
            differ("role_id", &row.role.map(name).unwrap_or_default(), &name(&role));
        }
        match entry.kind {
            EntryKind::Task => {
                if let Some(step) = entry.step.as_deref().and_then(|step| self.resolved(step)) {
                    let of =
                        contents.tasks.iter().find(|task| task.id.0 == row.id).and_then(|task| task.step_id.as_ref());
                    if of.is_none_or(|of| of.0 != step) {
                        let title = |id: &str| contents.steps.iter().find(|s| s.id.0 == id).map(|s| s.title.clone());
                        let after = title(&step).or_else(|| self.text_of(&step)).unwrap_or_default();
                        differ("step_id", &of.and_then(|of| title(&of.0)).unwrap_or_default(), &after);
                    }
                }
                let person_name = |id: &str| {
                    let there = contents.people.iter().find(|person| person.id.0 == id).map(|p| p.name.clone());
                    there.or_else(|| self.text_of(id)).unwrap_or_default()
                };
                if let Some(person) = entry.person.as_deref().and_then(|person| self.resolved(person)) {
                    let task = contents.tasks.iter().find(|task| task.id.0 == row.id);
                    let before = task.and_then(|task| task.person_id.as_ref());
                    if before.is_none_or(|before| before.0 != person) {
                        let before = before.map(|id| person_name(&id.0)).unwrap_or_default();
                        differ("person_id", &before, &person_name(&person));
                    }
                }
                let there: Vec<(String, &str)> = contents
                    .involvements
                    .iter()
                    .filter(|involvement| involvement.task_id.0 == row.id)
                    .map(|involvement| (involvement.role_id.0.clone(), part_name(involvement.part)))
                    .collect();
                let here: Vec<(String, &str)> = entry
                    .parts
                    .iter()
                    .filter_map(|part| Some((self.resolved(&part.role)?, part.part.as_str())))
                    .collect();
                if here.iter().any(|part| !there.contains(part)) {
                    let say = |parts: &[(String, &str)]| {
                        let say = |(role, part): &(String, &str)| format!("{} {}", letter(part), name(role));
                        parts.iter().map(say).collect::<Vec<_>>().join(", ")
                    };
                    differ("parts", &say(&there), &say(&here));
                }
            }
            EntryKind::Person => {
                let held: Vec<&str> = contents
                    .role_holders
                    .iter()
                    .filter(|held| held.person_id.0 == row.id)
                    .map(|held| held.role_id.as_str())
                    .collect();
                let more: Vec<String> = entry
                    .parts
                    .iter()
                    .filter_map(|part| self.resolved(&part.role))
                    .filter(|role| !held.contains(&role.as_str()))
                    .collect();
                let say = |roles: &[&str]| roles.iter().map(|role| name(role)).collect::<Vec<_>>().join(", ");
                if !more.is_empty() {
                    let all: Vec<&str> = held.iter().copied().chain(more.iter().map(String::as_str)).collect();
                    differ("roles", &say(&held), &say(&all));
                }
            }
            _ => {}
        }
        if matches!(entry.kind, EntryKind::Task | EntryKind::Responsibility) {
            let there: Vec<&str> = tags_on(contents, row.id).map(|tag| tag.name.as_str()).collect();
            let is_there = |tag: &&String| there.iter().any(|there| folded(there) == folded(tag));
            let more: Vec<&str> = entry.tags.iter().filter(|tag| !is_there(tag)).map(String::as_str).collect();
            if !more.is_empty() {
                differ("tags", &there.join(", "), &[there.as_slice(), &more].concat().join(", "));
            }
        }
        changes
    }

    fn role_name(&self, key: &str, contents: &Contents) -> String {
        let there = contents.roles.iter().find(|role| role.id.0 == key).map(|role| role.name.clone());
        there.or_else(|| self.text_of(key)).unwrap_or_default()
    }

    fn text_of(&self, key: &str) -> Option<String> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| entry.text.clone())
    }

    /// The rows of the open workshop that change, for
    /// [`couloir_core::Library::workshop_import_next`].
    pub fn updates(&self) -> Vec<RowUpdate> {
        self.entries.iter().filter(|entry| entry.is_update()).filter_map(|entry| self.update(entry)).collect()
    }

    fn update(&self, entry: &Entry) -> Option<RowUpdate> {
        let twin = entry.twin.as_ref()?;
        let list = list(entry.kind)?;
        let own = values(entry);
        let mut columns = Map::new();
        let (mut parts, mut is_any) = (Vec::new(), false);
        for change in &entry.changes {
            let value = match change.field.as_str() {
                "title" | "name" => Some(entry.text.trim().to_owned()),
                "role_id" => entry.role.as_deref().and_then(|role| self.resolved(role)),
                "step_id" => entry.step.as_deref().and_then(|step| self.resolved(step)),
                "person_id" => entry.person.as_deref().and_then(|person| self.resolved(person)),
                "parts" => {
                    let of = |part: &super::plan::RolePart| Some((self.resolved(&part.role)?, part_of(&part.part)));
                    parts = entry.parts.iter().filter_map(of).collect();
                    is_any = true;
                    None
                }
                // The archive has what else a person holds, and the tags that are new.
                "roles" | "tags" => None,
                field => own.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone()),
            };
            if let Some(value) = value {
                columns.insert(change.field.clone(), Value::String(value));
            }
        }
        (is_any || !columns.is_empty()).then(|| RowUpdate { list, id: twin.of.clone(), columns, parts })
    }
}

/// The tags on a task or responsibility.
fn tags_on<'a>(contents: &'a Contents, id: &'a str) -> impl Iterator<Item = &'a Tag> {
    let is_on = move |tagging: &&Tagging| {
        tagging.task_id.as_ref().is_some_and(|task| task.0 == id)
            || tagging.responsibility_id.as_ref().is_some_and(|duty| duty.0 == id)
    };
    let found = contents.taggings.iter().filter(is_on);
    found.filter_map(|tagging| contents.tags.iter().find(|tag| tag.id == tagging.tag_id))
}

/// Kinds whose rows can change.
const KINDS: [EntryKind; 6] = [
    EntryKind::Role,
    EntryKind::Person,
    EntryKind::Step,
    EntryKind::Task,
    EntryKind::Responsibility,
    EntryKind::Resource,
];

fn list(kind: EntryKind) -> Option<&'static str> {
    let list = match kind {
        EntryKind::Role => "roles",
        EntryKind::Person => "people",
        EntryKind::Step => "steps",
        EntryKind::Task => "tasks",
        EntryKind::Responsibility => "responsibilities",
        EntryKind::Resource => "resources",
        _ => return None,
    };
    Some(list)
}

/// What an entry says, column by column.
fn values(entry: &Entry) -> Vec<(&str, String)> {
    let detail = if entry.kind == EntryKind::Role { "mandate" } else { "detail" };
    let mut values = vec![(detail, entry.detail.clone())];
    // A number is how a task is found, and never changes; a letter may be another's.
    let more = entry.more.iter().filter(|more| !["number", "letter", "two_owners"].contains(&more.name.as_str()));
    values.extend(more.map(|more| (more.name.as_str(), more.value.clone())));
    values
}

fn rows(contents: &Contents, kind: EntryKind) -> Vec<Row<'_>> {
    let row = |id, title, role, columns| Row { id, title, role, columns };
    match kind {
        EntryKind::Role => contents
            .roles
            .iter()
            .map(|role| {
                let columns = vec![("mandate", role.mandate.clone()), ("first_step", role.first_step.clone())];
                row(role.id.as_str(), role.name.as_str(), None, columns)
            })
            .collect(),
        EntryKind::Person => contents
            .people
            .iter()
            .map(|person| {
                let columns = vec![("organisation", person.organisation.clone()), ("email", person.email.clone())];
                row(person.id.as_str(), person.name.as_str(), None, columns)
            })
            .collect(),
        EntryKind::Step => contents
            .steps
            .iter()
            .map(|step| {
                let role = step.role_id.as_ref().map(|role| role.as_str());
                row(step.id.as_str(), step.title.as_str(), role, vec![("detail", step.detail.clone())])
            })
            .collect(),
        EntryKind::Task => contents
            .tasks
            .iter()
            .map(|task| {
                let status = serde_json::to_value(task.status).ok().and_then(|s| s.as_str().map(str::to_owned));
                let columns = vec![
                    ("detail", task.detail.clone()),
                    ("notes", task.notes.clone()),
                    ("status", status.unwrap_or_default()),
                    ("due_on", task.due_on.map(|day| day.to_string()).unwrap_or_default()),
                ];
                let role = task.role_id.as_ref().map(|role| role.as_str());
                row(task.id.as_str(), task.title.as_str(), role, columns)
            })
            .collect(),
        EntryKind::Responsibility => contents
            .responsibilities
            .iter()
            .map(|duty| {
                let role = duty.role_id.as_ref().map(|role| role.as_str());
                row(duty.id.as_str(), duty.title.as_str(), role, vec![("detail", duty.detail.clone())])
            })
            .collect(),
        EntryKind::Resource => contents
            .resources
            .iter()
            .map(|resource| {
                let columns = vec![("detail", resource.detail.clone()), ("url", resource.url.clone())];
                let role = resource.role_id.as_ref().map(|role| role.as_str());
                row(resource.id.as_str(), resource.title.as_str(), role, columns)
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Responsible => "responsible",
        Part::Consulted => "consulted",
        Part::Informed => "informed",
    }
}

fn part_of(name: &str) -> Part {
    match name {
        "consulted" => Part::Consulted,
        "informed" => Part::Informed,
        _ => Part::Responsible,
    }
}

fn letter(part: &str) -> char {
    match part {
        "consulted" => 'C',
        "informed" => 'I',
        _ => 'R',
    }
}
