//! Couloir's own Markdown: it comes back without loss and without doubles.

use std::sync::LazyLock;

use couloir_messages::{Language, text};

use super::items::split_text;
use super::settle::SPREAD;
use super::walk::Walk;
use crate::import::outline::{Block, Item};
use crate::import::plan::{Entry, EntryKind};
use crate::import::words::status_of;

/// A part of an exported workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Roles,
    Steps,
    Raci,
    Contracts,
    Resources,
    /// Made anew from what it is about, never read: grids, meetings, the parking lot.
    Made,
}

static PARTS: LazyLock<Vec<(String, Part)>> = LazyLock::new(|| {
    let keys = [
        ("table-roles", Part::Roles),
        ("table-steps", Part::Steps),
        ("table-raci", Part::Raci),
        ("table-contracts", Part::Contracts),
        ("table-resources", Part::Resources),
        ("table-grid", Part::Made),
        ("table-meetings", Part::Made),
        ("table-backlog", Part::Made),
    ];
    let titles = |(key, part)| Language::ALL.map(|language| (text(language, key, &[]), part));
    keys.into_iter().flat_map(titles).collect()
});

/// Titles of the lists of what belongs to no role, and to no step.
fn is_titled(title: &str, key: &str) -> bool {
    Language::ALL.iter().any(|language| text(*language, key, &[]) == title)
}

/// The part that a heading opens.
pub(super) fn part_of(level: usize, title: &str) -> Option<Part> {
    let found = PARTS.iter().find(|(known, _)| level == 2 * SPREAD && known == title);
    found.map(|(_, part)| *part)
}

/// Whether a document is an exported workshop: its headings are those of the export, in its order.
pub(super) fn is_own(blocks: &[Block]) -> bool {
    let tops: Vec<Option<Part>> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) if heading.level == 2 * SPREAD => Some(part_of(heading.level, &heading.text)),
            _ => None,
        })
        .collect();
    let has = |part| tops.contains(&Some(part));
    tops.iter().all(Option::is_some) && has(Part::Roles) && (has(Part::Steps) || has(Part::Contracts) || tops.len() > 2)
}

impl Walk<'_> {
    /// A block of an exported workshop; true when it was read here.
    pub fn own_block(&mut self, part: Part, block: &Block) -> bool {
        match (part, block) {
            (_, Block::Heading(heading)) => {
                let pair = heading
                    .text
                    .split_once(" → ")
                    .map(|(giver, receiver)| (self.tables.roles.exactly(giver), self.tables.roles.exactly(receiver)));
                self.pair = match pair {
                    Some((Some(giver), Some(receiver))) if part == Part::Contracts => Some((giver, receiver)),
                    _ => None,
                };
                self.is_free = is_titled(&heading.text, "markdown-nobody");
                false
            }
            (Part::Made, Block::Paragraph(..) | Block::List { .. } | Block::Table(_)) => true,
            (Part::Roles, Block::List { items, .. }) if self.is_free => {
                for item in items {
                    let (title, detail) = super::list::titled(&item.words);
                    self.tables.plan.push(Entry::new(item.line, EntryKind::Responsibility, &title).detail(&detail));
                }
                true
            }
            (Part::Steps, Block::List { is_ordered, items }) => {
                self.own_steps(*is_ordered, items);
                true
            }
            (Part::Contracts, Block::List { items, .. }) => {
                let Some((giver, receiver)) = self.pair.clone() else { return false };
                for item in items {
                    self.own_line(item, &giver, &receiver);
                }
                true
            }
            (Part::Resources, Block::List { items, .. }) => {
                for item in items {
                    let all = item.words.all();
                    match item.words.links.first().cloned() {
                        Some((title, url)) => {
                            let detail = all.trim_start().strip_prefix(title.as_str()).unwrap_or_default().to_owned();
                            let detail = detail.trim_start_matches([' ', '–']);
                            self.resource(item.line, &title, &url, detail, None);
                        }
                        None => {
                            let (title, detail) = all.split_once(" – ").unwrap_or((&all, ""));
                            self.resource(item.line, title, "", detail, None);
                        }
                    }
                }
                true
            }
            _ => false,
        }
    }

    /// "1. **Baker – Makes the bread** – without flour nothing starts" with its cards, or cards alone.
    fn own_steps(&mut self, is_ordered: bool, items: &[Item]) {
        for item in items {
            if !is_ordered {
                self.own_card(item, None);
                continue;
            }
            let (lead, detail) = super::list::titled(&item.words);
            let named =
                lead.split_once(" – ").and_then(|(name, title)| Some((self.tables.roles.exactly(name)?, title)));
            let (role, title) = named.map_or((None, lead.as_str()), |(role, title)| (Some(role), title));
            let step = Entry::new(item.line, EntryKind::Step, title).detail(&detail).of_role(role);
            let key = self.tables.plan.push(step);
            for child in &item.children {
                self.own_card(child, Some(&key));
            }
        }
    }

    /// "**Mill the first sacks** – all of them (1 · C · To do)".
    fn own_card(&mut self, item: &Item, step: Option<&String>) {
        let all = item.words.all();
        let facts = all.strip_suffix(')').and_then(|all| all.rsplit_once('('));
        let parts: Vec<&str> = facts.map(|(_, facts)| facts.split(" · ").map(str::trim).collect()).unwrap_or_default();
        let (number, letter, status) = match parts.as_slice() {
            [number, letter, status] => (*number, *letter, *status),
            _ => ("", "", ""),
        };
        let mut words = item.words.clone();
        if !number.is_empty() {
            let without = words.rest.rfind('(').map(|at| words.rest[..at].trim_end().to_owned());
            words.rest = without.unwrap_or_default();
        }
        let (title, detail) = super::list::titled(&words);
        let owner = self.tables.roles.of_cell(letter);
        let mut task = Entry::new(item.line, EntryKind::Task, &title).detail(&detail).of_role(owner);
        task.step = step.cloned();
        let task = task.with("number", number).with("status", status_of(status).unwrap_or_default());
        let key = self.tables.plan.push(task);
        self.tables.know_task(number, &title, &key);
    }

    /// "**Offer**: deliver flour · **Need**: flour by Friday · *agreed*".
    fn own_line(&mut self, item: &Item, giver: &str, receiver: &str) {
        let all = item.words.all();
        let titled = |key: &str| {
            all.split(" · ").find_map(|part| {
                let (title, said) = split_text(part)?;
                is_titled(&title, key).then_some(said)
            })
        };
        let (offer, need) = (titled("table-column-offer"), titled("table-column-need"));
        let (kind, wording) = match (&offer, &need) {
            (Some(offer), _) => (EntryKind::Offer, offer),
            (None, Some(need)) => (EntryKind::Need, need),
            (None, None) => return self.note(item.line, &all),
        };
        let mut entry = Entry::new(item.line, kind, wording).of_role(Some(giver.to_owned()));
        entry.receiver = Some(receiver.to_owned());
        if let (Some(_), Some(need)) = (&offer, &need) {
            entry = entry.with("need", need);
        }
        self.tables.plan.push(entry);
    }
}
