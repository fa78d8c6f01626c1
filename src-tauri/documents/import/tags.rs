//! Tags of what a plan brings: each is one row, whoever has it.

use std::collections::HashMap;

use couloir_core::TITLE_MAX;
use couloir_core::tag::TAGS_MAX;
use serde_json::{Value, json};

use super::plan::{Entry, EntryKind, ImportPlan};
use super::shortened::shortened;

impl ImportPlan {
    /// Puts the tags of an entry on a row: each tag is one row, whoever has it.
    pub(super) fn tag(
        &self,
        entry: &Entry,
        row: &str,
        names: &mut HashMap<String, String>,
        lists: &mut HashMap<&str, Vec<Value>>,
    ) {
        let of = match entry.kind {
            EntryKind::Task => "task_id",
            EntryKind::Responsibility => "responsibility_id",
            EntryKind::Need | EntryKind::Offer => "contract_id",
            _ => return,
        };
        let mut seen = entry.twin.as_ref().map(|twin| twin.tags.clone()).unwrap_or_default();
        for tag in entry.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
            let name = super::words::folded(tag);
            let known = self.known_tags.iter().find(|known| super::words::folded(&known.name) == name);
            let id = match (known, names.get(&name)) {
                (Some(known), _) => known.id.clone(),
                (None, Some(id)) => id.clone(),
                (None, None) if names.len() + self.known_tags.len() >= TAGS_MAX => continue,
                (None, None) => {
                    let id = format!("tag-{}", names.len() + 1);
                    lists.entry("tags").or_default().push(json!({"id": id, "name": shortened(tag, TITLE_MAX)}));
                    names.insert(name, id.clone());
                    id
                }
            };
            if !seen.contains(&id) {
                lists.entry("taggings").or_default().push(json!({"tag_id": id, of: row}));
                seen.push(id);
            }
        }
    }
}
