//! Lists: steps, links, what roles do with one another, their duties, tasks with boxes.

use super::Section;
use super::items::{lettered, office, owned, split};
use super::people::{address_of, is_person, person_of};
use super::titles::section_of;
use super::walk::Walk;
use crate::import::guess;
use crate::import::outline::{Block, Item, Words, capitalised};
use crate::import::plan::{Entry, EntryKind};
use crate::import::sheet::Sheet;
use crate::import::statements;
use crate::import::words::status_of;

/// Longest line that can be a task of a plain list, in characters.
const LINE: usize = 140;

impl Walk<'_> {
    pub fn list(&mut self, is_ordered: bool, items: &[Item]) {
        let by_role = items.iter().filter(|item| self.role_at_start(item).is_some()).count();
        let is_mostly = |count: usize| count * 2 > items.len();
        let links = items.iter().filter(|item| starts_with_link(&item.words)).count();
        let boxes = items.iter().filter(|item| item.is_done.is_some()).count();
        let letters = items.iter().filter(|item| lettered(item).is_some()).count();
        let role = self.section_role();
        let section = self.said();
        if is_ordered && items.len() > 1 && is_mostly(by_role) && boxes == 0 {
            self.steps(items);
        } else if is_mostly(links) && boxes == 0 {
            for item in items {
                let (title, url) = item.words.links.first().cloned().unwrap_or_default();
                let all = item.words.all();
                let detail = all.trim_start().strip_prefix(title.as_str()).unwrap_or(&all);
                let detail = detail.trim_start_matches(|c: char| c.is_whitespace() || "-–—:".contains(c));
                self.resource(item.line, &title, &url, detail, role.clone());
            }
        } else if let (Some(speaker), true) = (&role, is_mostly(by_role)) {
            for item in items {
                match self.role_at_start(item) {
                    Some((other, rest)) if other != *speaker => {
                        self.collaboration(item.line, &rest, speaker, &other, section)
                    }
                    _ => self.note(item.line, &item.words.all()),
                }
            }
        } else if let Some(role) = &role {
            if letters > 0 && is_mostly(letters) {
                self.lettered_list(items, role);
            } else {
                for item in items {
                    self.item_of(role, section, item);
                }
            }
        } else if self.is_plain_list || boxes > 0 || matches!(section, Some(Section::Actions | Section::Tasks)) {
            for item in items {
                self.task_item(item);
            }
        } else if is_mostly(by_role) {
            // "Treasurer: pays the bills" where the roles are known from elsewhere.
            for item in items {
                match self.role_at_start(item) {
                    Some((role, rest)) => {
                        self.said_as(&role, Section::Duties, &rest, item.line);
                        for child in &item.children {
                            self.item_of(&role, Some(Section::Duties), child);
                        }
                    }
                    None => self.note(item.line, &item.words.all()),
                }
            }
        } else if self.people(items) {
        } else {
            for item in items {
                self.note_item(item);
            }
        }
    }

    /// What the list is said to be: by its label, else by its section.
    fn said(&self) -> Option<Section> {
        if self.label.is_empty() { self.section() } else { section_of(&self.label) }
    }

    /// The role that an item begins with, and what follows it.
    fn role_at_start(&self, item: &Item) -> Option<(String, String)> {
        let (name, rest) = match split(&item.words) {
            Some(split) => split,
            None => (item.words.all(), String::new()),
        };
        let is_name = !rest.is_empty() || !item.words.lead.is_empty() || !item.children.is_empty();
        let role = self.tables.roles.named(&name).filter(|_| is_name && name.split_whitespace().count() <= 8)?;
        Some((role, rest))
    }

    /// Steps in their order, each after the one before it, with their tasks.
    fn steps(&mut self, items: &[Item]) {
        let mut before: Option<String> = None;
        for item in items {
            let found = self.role_at_start(item);
            let role = found.as_ref().map(|(role, _)| role.clone());
            let rest = found.map_or_else(|| item.words.rest.clone(), |(_, rest)| rest);
            let rest = rest.trim();
            let (title, detail) = match (&role, rest.is_empty()) {
                (Some(_), false) => {
                    let (first, more) = rest.split_once('\n').unwrap_or((rest, ""));
                    (capitalised(first.trim().trim_end_matches('.')), more.to_owned())
                }
                (None, _) if item.words.lead.is_empty() => (capitalised(rest), String::new()),
                _ if item.words.lead.is_empty() => (item.words.all(), String::new()),
                _ => (item.words.lead.clone(), rest.to_owned()),
            };
            let mut step = Entry::new(item.line, EntryKind::Step, &title).detail(&detail).of_role(role.clone());
            step.needs.extend(before.take());
            let key = self.tables.plan.push(step);
            for child in &item.children {
                let (title, detail) = titled(&child.words);
                let mut task = Entry::new(child.line, EntryKind::Task, &title).detail(&detail).of_role(role.clone());
                task.step = Some(key.clone());
                if let Some(is_done) = child.is_done {
                    task = task.with("status", if is_done { "done" } else { "todo" });
                }
                self.tables.plan.push(task);
                for deeper in &child.children {
                    self.note(deeper.line, &deeper.words.all());
                }
            }
            before = Some(key);
        }
    }

    /// An item of a list in a section of a role.
    pub fn item_of(&mut self, role: &str, section: Option<Section>, item: &Item) {
        let all = item.words.all();
        let owner = Some(role.to_owned());
        if item.is_done.is_some() && section != Some(Section::Skills) {
            return self.boxed(item, owner);
        }
        let kind = match section {
            Some(Section::Purpose) => {
                self.said_as(role, Section::Duties, &all, item.line);
                return self.children(role, section, item);
            }
            Some(Section::Holders) => {
                self.said_as(role, Section::Holders, &all, item.line);
                return self.children(role, section, item);
            }
            Some(Section::FirstStep) => {
                self.said_as(role, Section::FirstStep, &all, item.line);
                return self.children(role, section, item);
            }
            Some(Section::Needs | Section::Offers | Section::Together) => {
                match split(&item.words).and_then(|(name, rest)| Some((self.tables.roles.named(&name)?, rest))) {
                    Some((other, rest)) if other != role => self.collaboration(item.line, &rest, role, &other, section),
                    _ => self.note(item.line, &all),
                }
                return self.children(role, Some(Section::Other), item);
            }
            Some(Section::Agenda | Section::Links | Section::Other) => return self.note_item(item),
            Some(Section::Skills) => EntryKind::Skill,
            Some(Section::Typical) => EntryKind::TypicalTask,
            Some(Section::Tasks | Section::Actions) => EntryKind::Task,
            Some(Section::Duties | Section::Roles) | None => EntryKind::Responsibility,
        };
        if let Some((activity, letters)) = lettered(item).filter(|_| kind != EntryKind::Skill) {
            self.letters.push((activity, role.to_owned(), letters, item.line));
            return;
        }
        // "Counting, patience": a few skills on one line.
        if kind == EntryKind::Skill
            && item.children.is_empty()
            && item.words.lead.is_empty()
            && all.matches(',').count() > 1
        {
            return self.said_as(role, Section::Skills, &all, item.line);
        }
        let (title, mut detail) = titled(&item.words);
        if kind == EntryKind::Skill && title.is_empty() {
            return;
        }
        let inner: Vec<String> = item.children.iter().map(|child| child.words.all().replace('\n', " ")).collect();
        if kind == EntryKind::Skill && !inner.is_empty() {
            // A skill has a name only: a heading of several is none.
            for child in &item.children {
                self.item_of(role, section, child);
            }
            return;
        }
        let is_group = title.ends_with(':')
            || (!inner.is_empty() && title.split_whitespace().count() <= 2 && kind == EntryKind::TypicalTask);
        if is_group {
            return self.children(role, section, item);
        }
        let is_boxed = item.children.iter().any(|child| child.is_done.is_some());
        if !inner.is_empty() && !is_boxed && kind != EntryKind::TypicalTask {
            detail = [detail, inner.join(" · ")]
                .iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(" · ");
        }
        self.tables.plan.push(Entry::new(item.line, kind, title.trim_end_matches(';')).detail(&detail).of_role(owner));
        for child in &item.children {
            if is_boxed || kind == EntryKind::TypicalTask {
                self.item_of(role, section, child);
            } else {
                for deeper in &child.children {
                    self.note_item(deeper);
                }
            }
        }
    }

    fn children(&mut self, role: &str, section: Option<Section>, item: &Item) {
        for child in &item.children {
            self.item_of(role, section, child);
        }
    }

    /// A task with a box, and those within it.
    fn boxed(&mut self, item: &Item, owner: Option<String>) {
        let (title, detail) = titled(&item.words);
        let status = if item.is_done == Some(true) { "done" } else { "todo" };
        let mut task = Entry::new(item.line, EntryKind::Task, &title).detail(&detail).of_role(owner.clone());
        task.step.clone_from(&self.step);
        self.tables.plan.push(task.with("status", status));
        for child in &item.children {
            if child.is_done.is_some() { self.boxed(child, owner.clone()) } else { self.note_item(child) }
        }
    }

    /// An item of a list of tasks that no role's section holds.
    fn task_item(&mut self, item: &Item) {
        let (title, detail) = titled(&item.words);
        let text = if detail.is_empty() { title } else { item.words.all() };
        self.action(&text, item.is_done, item.line);
        for child in &item.children {
            if child.is_done.is_some() || self.is_plain_list { self.task_item(child) } else { self.note_item(child) }
        }
    }

    /// Something to do, with the one it names.
    pub fn action(&mut self, text: &str, is_done: Option<bool>, line: u32) {
        let text = text.replace('\n', " ");
        let (title, owner) = owned(&text, |name| self.tables.roles.of_cell(name).is_some());
        let role = owner.and_then(|name| self.tables.role_of(line, &capitalised(&name)));
        self.task(&title, is_done, role, line);
    }

    /// A line of a plain list.
    pub fn plain_task(&mut self, text: &str, is_done: Option<bool>, line: u32) {
        self.task(&text.replace('\n', " "), is_done, None, line);
    }

    fn task(&mut self, title: &str, is_done: Option<bool>, role: Option<String>, line: u32) {
        let status = match is_done {
            Some(true) => "done",
            Some(false) => self.status.filter(|status| *status != "done").unwrap_or("todo"),
            None => self.status.unwrap_or_default(),
        };
        let title = title.trim().trim_end_matches([';', ',']);
        let mut task = Entry::new(line, EntryKind::Task, title).of_role(role);
        task.step.clone_from(&self.step);
        self.tables.plan.push(task.with("status", status));
    }

    /// A heading over a part of a plain list: a state, or a step.
    pub fn group(&mut self, text: &str, line: u32, level: usize) {
        (self.step, self.status) = (None, status_of(text));
        if self.status.is_none() && level > super::settle::SPREAD {
            self.step = Some(self.tables.plan.push(Entry::new(line, EntryKind::Step, text)));
        }
    }

    /// A list of people, with what they hold: true when it was one.
    fn people(&mut self, items: &[Item]) -> bool {
        let found: Vec<(String, String)> = items
            .iter()
            .filter_map(|item| {
                let all = item.words.all();
                let (name, rest) = split(&item.words).unwrap_or((all.clone(), String::new()));
                if let Some(office) = office(&name, &rest).filter(|(office, _)| !office.is_empty()) {
                    return Some(office);
                }
                (is_person(&all) && address_of(&all).is_some()).then(|| (String::new(), all))
            })
            .collect();
        if found.len() < items.len() || items.is_empty() {
            return false;
        }
        for (item, (office, holder)) in items.iter().zip(found) {
            let role = if office.is_empty() { None } else { self.tables.role_of(item.line, &capitalised(&office)) };
            match role {
                Some(role) => self.holders(item.line, &holder, &role),
                None => {
                    let (name, address) = person_of(&holder);
                    self.holder(item.line, &name, &address, None);
                }
            }
        }
        true
    }

    /// What one role says it does with another: each statement a line of its own.
    fn collaboration(&mut self, line: u32, text: &str, speaker: &str, other: &str, section: Option<Section>) {
        for statement in statements::of(&text.replace('\n', " ")) {
            let is_asking = match section {
                Some(Section::Needs) => true,
                Some(Section::Offers) => false,
                _ => statement.is_asking,
            };
            let kind = if is_asking { EntryKind::Need } else { EntryKind::Offer };
            let (giver, receiver) = if is_asking { (other, speaker) } else { (speaker, other) };
            let mut entry = Entry::new(line, kind, &statement.text).of_role(Some(giver.to_owned()));
            entry.receiver = Some(receiver.to_owned());
            self.tables.plan.push(entry.with("mode", statement.mode.unwrap_or_default()));
        }
    }

    fn lettered_list(&mut self, items: &[Item], role: &str) {
        for item in items {
            match lettered(item) {
                Some((activity, letters)) => self.letters.push((activity, role.to_owned(), letters, item.line)),
                None => self.item_of(role, Some(Section::Duties), item),
            }
        }
    }

    /// The letters that stood in lists, as the matrix they are: the one reader of tables knows their dialects.
    pub fn matrix(&mut self) {
        let letters = std::mem::take(&mut self.letters);
        if letters.is_empty() {
            return;
        }
        let mut roles: Vec<&String> = Vec::new();
        let mut rows: Vec<(&String, u32)> = Vec::new();
        for (activity, role, _, line) in &letters {
            if !roles.contains(&role) {
                roles.push(role);
            }
            if !rows.iter().any(|(known, _)| *known == activity) {
                rows.push((activity, *line));
            }
        }
        let name = |key: &str| {
            let entry = self.tables.plan.entries.iter().find(|entry| entry.key == key);
            entry.map_or_else(|| key.to_owned(), |entry| entry.text.clone())
        };
        let mut table = vec![std::iter::once("Task".to_owned()).chain(roles.iter().map(|role| name(role))).collect()];
        for (activity, _) in &rows {
            let cell = |role: &&String| {
                let found = letters.iter().find(|(other, of, ..)| other == *activity && of == *role);
                found.map(|(_, _, letters, _)| letters.clone()).unwrap_or_default()
            };
            table.push(std::iter::once((*activity).clone()).chain(roles.iter().map(cell)).collect());
        }
        let line = rows.first().map_or(1, |(_, line)| *line);
        let Ok(mut sheet) = Sheet::of("", 1, &table) else { return };
        let mapping = guess(&sheet);
        // Places in the document, which the rows of the matrix do not have of their own.
        for (row, (_, line)) in sheet.rows.iter_mut().skip(1).zip(&rows) {
            row.line = (*line).max(mapping.header + 1);
        }
        if !self.tables.sheet(&sheet, &mapping, None) {
            for (activity, _, letters, line) in &letters {
                self.note(*line, &format!("{activity}: {letters}"));
            }
        }
        let _ = line;
    }

    pub fn note_item(&mut self, item: &Item) {
        self.note(item.line, &item.words.all());
        for child in &item.children {
            self.note_item(child);
        }
    }
}

/// A title and its detail: bold words and what follows them, or the whole.
pub(super) fn titled(words: &Words) -> (String, String) {
    if words.lead.is_empty()
        || words.rest.is_empty()
        || !words.has_colon && !words.rest.starts_with(['-', '–', '—', '('])
    {
        return (words.all().replace('\n', " "), String::new());
    }
    let detail = words.rest.trim_start_matches(['-', '–', '—']).trim_start().replace('\n', " ");
    (words.lead.clone(), detail)
}

fn starts_with_link(words: &Words) -> bool {
    let first = words.links.first();
    first.is_some_and(|(text, _)| !text.is_empty() && words.all().trim_start().starts_with(text.as_str()))
}

/// Whether a text is a line of a list rather than a sentence of prose.
pub(super) fn is_line(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().count() <= LINE
        && !text.ends_with(['.', '!', '?', ',', ';', ':'])
        && !text.contains(". ")
        && text.chars().any(char::is_alphabetic)
}

/// Whether a document is nothing but a list, or lines one below the other.
pub(super) fn is_plain(blocks: &[Block]) -> bool {
    let (mut listed, mut lines, mut prose, mut sentences) = (0usize, 0usize, 0usize, 0usize);
    let is_told =
        |block: &Block| matches!(block, Block::Heading(heading) if section_of(&heading.text) == Some(Section::Actions));
    let has_minutes =
        blocks.iter().any(|block| matches!(block, Block::Heading(heading) if is_of_minutes(&heading.text)));
    if has_minutes && blocks.iter().any(is_told) {
        return false;
    }
    for block in blocks {
        match block {
            // Minutes, rules and pages of links have lists too.
            Block::Heading(heading) if matches!(section_of(&heading.text), Some(section) if !matches!(section, Section::Actions | Section::Tasks)) =>
            {
                return false;
            }
            Block::List { items, .. } => listed += items.len(),
            Block::Paragraph(words, _) if is_line(&words.all()) => lines += 1,
            Block::Paragraph(words, _) => {
                sentences += 1;
                prose += words.all().split_whitespace().count();
            }
            _ => {}
        }
    }
    // An introduction is no prose.
    let is_list = listed > 1 && sentences <= 1 && prose <= 60 && lines <= 2;
    let are_lines = listed == 0 && lines > 2 && sentences == 0;
    is_list || are_lines
}

/// Whether a title is that of minutes.
fn is_of_minutes(title: &str) -> bool {
    let words = crate::import::words::folded(title);
    let begins = [
        "minutes",
        "compte rendu",
        "proces verbal",
        "protokoll",
        "sitzungsprotokoll",
        "acta",
        "minuta",
        "verbale",
        "ata",
        "notulen",
        "verslag",
    ];
    begins.iter().any(|begin| words.starts_with(begin)) || words.ends_with(" minutes")
}
