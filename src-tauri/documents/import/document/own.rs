//! Couloir's own Markdown: it comes back without loss and without doubles.

use std::sync::LazyLock;

use couloir_core::Contents;
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

/// Whether a paragraph is the purpose that the open workshop has.
pub(super) fn is_purpose(block: &Block, into: Option<&Contents>) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (Block::Paragraph(said, _), Some(contents)) = (block, into) else { return false };
    let (said, purpose) = (words(&said.all()), words(&contents.workshop.purpose));
    !said.is_empty() && purpose.windows(said.len()).any(|part| part == said)
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

    /// "**Mill the first sacks** – all of them (1 · C · To do · 2026-12-11 · Jane Doe)", with its tags and notes below.
    fn own_card(&mut self, item: &Item, step: Option<&String>) {
        let mut words = item.words.clone();
        let facts = facts_of(&words.rest).map(|(at, facts)| (at, facts.map(str::to_owned)));
        if let Some((at, _)) = &facts {
            words.rest.truncate(*at);
            words.rest = words.rest.trim_end().to_owned();
        }
        let (_, [number, letter, status, day, person]) = facts.unwrap_or_default();
        let (title, detail) = super::list::titled(&words);
        let owner = self.tables.roles.of_cell(&letter);
        let mut task = Entry::new(item.line, EntryKind::Task, &title).detail(&detail).of_role(owner);
        task.step = step.cloned();
        if !person.is_empty() {
            task.person = Some(self.tables.person_of(item.line, &person, "", None));
        }
        task = task.with("number", &number).with("status", status_of(&status).unwrap_or_default()).with("due_on", &day);
        for child in &item.children {
            let said = |key| is_titled(&child.words.lead, key).then_some(child.words.rest.as_str());
            if let Some(tags) = said("table-column-tags") {
                task.tags = tags.split(',').map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
            } else if let Some(notes) = said("table-column-notes") {
                task = task.with("notes", notes);
            }
        }
        let key = self.tables.plan.push(task);
        self.tables.know_task(&number, &title, &key);
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

/// Number, letter, status, day and person at the end of a card, and where they begin. A name may have brackets too.
fn facts_of(text: &str) -> Option<(usize, [&str; 5])> {
    let inner = text.strip_suffix(')')?;
    let (at, parts) = inner.rmatch_indices('(').find_map(|(at, _)| {
        let parts: Vec<&str> = inner[at + 1..].splitn(3, " · ").collect();
        let is_card = parts.len() == 3 && !parts[0].is_empty() && parts[0].bytes().all(|byte| byte.is_ascii_digit());
        is_card.then_some((at, parts))
    })?;
    let (status, rest) = parts[2].split_once(" · ").unwrap_or((parts[2], ""));
    let (first, more) = rest.split_once(" · ").unwrap_or((rest, ""));
    let is_day = first.len() == 10 && first.parse::<couloir_core::Day>().is_ok();
    let (day, person) = if is_day { (first, more) } else { ("", rest) };
    Some((at, [parts[0], parts[1], status, day, person]))
}
