//! Entries that say nearly what another one, or the open workshop, says already.

use couloir_core::Contents;
use couloir_core::analysis::wording::{Wording, groups};

use super::plan::{EntryKind, ImportPlan, Twin};

impl ImportPlan {
    /// Flags entries that say nearly what another entry, or the open workshop, says. What the workshop has already is
    /// not taken by default; a role that it has stands for the one in the source.
    pub(super) fn flag_twins(&mut self, into: Option<&Contents>) {
        let there = into.map(existing).unwrap_or_default();
        // Roles first: whether two tasks are twins depends on whose they are.
        for is_role in [true, false] {
            let found: Vec<usize> =
                (0..self.entries.len()).filter(|at| (self.entries[*at].kind == EntryKind::Role) == is_role).collect();
            let mut items: Vec<(EntryKind, Option<String>, Option<String>, Wording)> = there
                .iter()
                .filter(|row| (row.kind == EntryKind::Role) == is_role)
                .map(|row| (row.kind, row.role.clone(), row.receiver.clone(), Wording::of(&row.text)))
                .collect();
            let before = items.len();
            items.extend(found.iter().map(|at| {
                let entry = &self.entries[*at];
                (
                    entry.kind,
                    self.role_id(entry.role.as_deref()),
                    self.role_id(entry.receiver.as_deref()),
                    Wording::of(&entry.text),
                )
            }));
            let wordings: Vec<Wording> = items.iter().map(|item| item.3.clone()).collect();
            let rows: Vec<&Existing> = there.iter().filter(|row| (row.kind == EntryKind::Role) == is_role).collect();
            let linked = |a: usize, b: usize| {
                // A step that only tasks name has no lead of its own, and a page of links says no roles.
                let is_step = matches!(items[a].0, EntryKind::Step | EntryKind::Resource)
                    && (items[a].1.is_none() || items[b].1.is_none());
                items[a].0 == items[b].0
                    && (is_step || items[a].1 == items[b].1)
                    && items[a].2 == items[b].2
                    && items[a].0 != EntryKind::Note
            };
            for group in groups(&wordings, linked) {
                let first = group[0];
                let twin = match rows.get(first) {
                    Some(row) => Twin { holds: held(into, &row.id), ..Twin::there(&row.id, &row.text) },
                    None => {
                        let entry = &self.entries[found[first - before]];
                        Twin {
                            of: entry.key.clone(),
                            text: entry.text.clone(),
                            is_there: false,
                            holds: Vec::new(),
                            tags: Vec::new(),
                        }
                    }
                };
                for at in group.into_iter().skip(1).filter(|at| *at >= before) {
                    let entry = &mut self.entries[found[at - before]];
                    entry.is_taken = !twin.is_there;
                    entry.twin = Some(twin.clone());
                }
            }
        }
    }

    /// The id a role reference stands for, as far as twins are known.
    fn role_id(&self, role: Option<&str>) -> Option<String> {
        role.map(|role| self.resolved(role).unwrap_or_else(|| role.to_owned()))
    }
}

/// The roles that a person of the open workshop holds.
fn held(into: Option<&Contents>, person: &str) -> Vec<String> {
    let holders = into.map(|contents| contents.role_holders.as_slice()).unwrap_or_default();
    holders.iter().filter(|held| held.person_id.0 == person).map(|held| held.role_id.0.clone()).collect()
}

/// A row of the open workshop, as twins are looked for.
struct Existing {
    id: String,
    kind: EntryKind,
    text: String,
    role: Option<String>,
    receiver: Option<String>,
}

fn existing(contents: &Contents) -> Vec<Existing> {
    let row = |id: &str, kind, text: &str, role: Option<&str>, receiver: Option<&str>| Existing {
        id: id.to_owned(),
        kind,
        text: text.to_owned(),
        role: role.map(str::to_owned),
        receiver: receiver.map(str::to_owned),
    };
    let mut rows = Vec::new();
    rows.extend(contents.roles.iter().map(|r| row(r.id.as_str(), EntryKind::Role, &r.name, None, None)));
    rows.extend(contents.people.iter().map(|p| row(p.id.as_str(), EntryKind::Person, &p.name, None, None)));
    let of = |id: &couloir_core::role::RoleId| id.as_str().to_owned();
    for skill in &contents.skills {
        rows.push(row(skill.id.as_str(), EntryKind::Skill, &skill.name, Some(&of(&skill.role_id)), None));
    }
    for task in &contents.typical_tasks {
        rows.push(row(task.id.as_str(), EntryKind::TypicalTask, &task.title, Some(&of(&task.role_id)), None));
    }
    for r in &contents.responsibilities {
        rows.push(row(
            r.id.as_str(),
            EntryKind::Responsibility,
            &r.title,
            r.role_id.as_ref().map(|id| id.as_str()),
            None,
        ));
    }
    for step in &contents.steps {
        rows.push(row(
            step.id.as_str(),
            EntryKind::Step,
            &step.title,
            step.role_id.as_ref().map(|id| id.as_str()),
            None,
        ));
    }
    for task in &contents.tasks {
        rows.push(row(
            task.id.as_str(),
            EntryKind::Task,
            &task.title,
            task.role_id.as_ref().map(|id| id.as_str()),
            None,
        ));
    }
    for line in &contents.contracts {
        for (kind, text) in [(EntryKind::Need, &line.need), (EntryKind::Offer, &line.offer)] {
            if let Some(text) = text {
                let (giver, receiver) = (line.giver_id.as_str(), line.receiver_id.as_str());
                rows.push(row(line.id.as_str(), kind, text, Some(giver), Some(receiver)));
            }
        }
    }
    for resource in &contents.resources {
        let role = resource.role_id.as_ref().map(|id| id.as_str());
        rows.push(row(resource.id.as_str(), EntryKind::Resource, &resource.title, role, None));
    }
    rows
}
