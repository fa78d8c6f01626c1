//! Rows of a workshop by their ids, and what they are called.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use couloir_core::person::PersonId;
use couloir_core::role::{Role, RoleId};
use couloir_core::{Contents, Millis};
use couloir_messages::{Language, text};

/// A workshop with what tables and documents look up in it.
pub(crate) struct Index<'a> {
    pub contents: &'a Contents,
    pub language: Language,
    pub includes_private: bool,
    roles: HashMap<&'a str, &'a Role>,
    tags: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Index<'a> {
    pub fn new(contents: &'a Contents, includes_private: bool) -> Self {
        let names: HashMap<&str, &str> = contents.tags.iter().map(|tag| (tag.id.as_str(), tag.name.as_str())).collect();
        let mut tags: HashMap<&str, Vec<&str>> = HashMap::new();
        for tagging in &contents.taggings {
            let target = [
                tagging.task_id.as_ref().map(|id| id.as_str()),
                tagging.responsibility_id.as_ref().map(|id| id.as_str()),
                tagging.contract_id.as_ref().map(|id| id.as_str()),
            ];
            if let (Some(target), Some(name)) =
                (target.into_iter().flatten().next(), names.get(tagging.tag_id.as_str()))
            {
                tags.entry(target).or_default().push(name);
            }
        }
        Self {
            contents,
            language: super::language(contents),
            includes_private,
            roles: contents.roles.iter().map(|role| (role.id.as_str(), role)).collect(),
            tags,
        }
    }

    /// The text of a message without arguments.
    pub fn say(&self, key: &str) -> String {
        text(self.language, key, &[])
    }

    pub fn role(&self, id: Option<&RoleId>) -> Option<&'a Role> {
        id.and_then(|id| self.roles.get(id.as_str()).copied())
    }

    /// Name of a role; empty for none.
    pub fn role_name(&self, id: Option<&RoleId>) -> String {
        self.role(id).map(|role| role.name.clone()).unwrap_or_default()
    }

    /// Lane letter of a role; `?` for none, as on the board.
    pub fn letter(&self, id: Option<&RoleId>) -> String {
        self.role(id).map_or_else(|| "?".to_owned(), |role| role.letter.clone())
    }

    /// Name of a person; empty for none and for a private name that may not be shown.
    pub fn person_name(&self, id: Option<&PersonId>) -> String {
        let found = id.and_then(|id| self.contents.people.iter().find(|person| person.id == *id));
        found.filter(|person| self.includes_private || !person.is_private).map(|p| p.name.clone()).unwrap_or_default()
    }

    /// Names of a role's holders.
    pub fn holders(&self, id: &RoleId) -> Vec<String> {
        let held = self.contents.role_holders.iter().filter(|held| held.role_id == *id);
        held.map(|held| self.person_name(Some(&held.person_id))).filter(|name| !name.is_empty()).collect()
    }

    /// Names of the tags on a task, responsibility or contract.
    pub fn tags(&self, id: &str) -> String {
        self.tags.get(id).map(|names| names.join(", ")).unwrap_or_default()
    }

    /// A moment in a time zone; an unknown zone reads as UTC.
    pub fn local(&self, moment: Millis, zone: &str) -> NaiveDateTime {
        local(moment.utc(), zone)
    }
}

/// A moment in a time zone; an unknown zone reads as UTC.
pub(crate) fn local(moment: DateTime<Utc>, zone: &str) -> NaiveDateTime {
    let zone: chrono_tz::Tz = zone.parse().unwrap_or(chrono_tz::UTC);
    moment.with_timezone(&zone).naive_local()
}
