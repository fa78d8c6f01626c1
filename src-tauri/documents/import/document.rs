//! What a Markdown document says about roles: told by its form, in whatever language it is written.
//!
//! A table of roles, an ordered list whose items begin with a role, sections and tabs that are titled by one, lists in
//! them, lists whose items begin with *another* role: these become roles, steps with tasks, responsibilities, first
//! steps and contract lines. Lists of links are resources. The rest is kept as notes.

use couloir_core::Contents;
use couloir_core::analysis::wording::Wording;

use super::Source;
use super::columns::{Meaning, meaning_of};
use super::outline::{Block, Item, Words, capitalised};
use super::plan::{Entry, EntryKind, ImportPlan};
use super::sheet::SheetRow;
use super::statements::{self, between_commas};
use super::table;
use super::warning::WarningKind;

/// Reads a document under the conditions of a plan that is then flagged and checked by the caller.
pub(super) fn plan(source: &Source, into: Option<&Contents>) -> ImportPlan {
    let mut reader =
        Reader { tables: table::Reader::new(&source.name, None), sections: Vec::new(), label: String::new() };
    let read = reader.roles(source);
    if let Some(contents) = into.filter(|_| reader.tables.roles.is_empty()) {
        reader.tables.know(contents);
    }
    for (at, block) in source.blocks.iter().enumerate() {
        if Some(at) != read {
            reader.block(block, source.blocks.get(at + 1), source);
        }
    }
    reader.tables.finish()
}

struct Reader {
    /// The plan, the roles that are known, and the one reader of every table.
    tables: table::Reader,
    /// Open headings: level, text, role.
    sections: Vec<(usize, String, Option<String>)>,
    /// What the paragraph before a list called it.
    label: String,
}

impl Reader {
    /// Finds the roles: in a table of them, else where an ordered list begins with them, else in sections that come
    /// twice. Returns which block was the table.
    fn roles(&mut self, source: &Source) -> Option<usize> {
        let blocks = &source.blocks;
        for (at, block) in blocks.iter().enumerate() {
            if let Block::Table(sheet) = block
                && let Some((sheet, _)) = source.sheets.get(*sheet)
                && is_table_of_roles(&sheet.rows)
            {
                self.table_of_roles(&sheet.rows);
                return Some(at);
            }
        }
        for block in blocks {
            if let Block::List { is_ordered: true, items } = block
                && items.len() > 1
                && items.iter().all(|item| !item.words.lead.is_empty() && !item.children.is_empty())
            {
                for item in items {
                    self.role(item.line, &item.words.lead);
                }
                return None;
            }
        }
        let titles: Vec<&str> = blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { level, text } if *level > 1 => Some(text.as_str()),
                _ => None,
            })
            .collect();
        for (at, title) in titles.iter().enumerate() {
            let wording = Wording::of(title);
            if titles[at + 1..].iter().any(|other| Wording::of(other) == wording)
                && self.tables.roles.named(title).is_none()
            {
                self.role(1, title);
            }
        }
        None
    }

    fn role(&mut self, line: u32, name: &str) -> String {
        let key = self.tables.plan.push(Entry::new(line, EntryKind::Role, name));
        self.tables.roles.add(&key, name, "");
        key
    }

    /// One role a row: mandate, skills and typical tasks by the titles of the columns, else by their order.
    fn table_of_roles(&mut self, rows: &[SheetRow]) {
        let Some((head, body)) = rows.split_first() else { return };
        let mut meanings: Vec<Meaning> = head.cells.iter().map(|title| meaning_of(title)).collect();
        let in_order = [Meaning::Role, Meaning::Mandate, Meaning::Skills, Meaning::TypicalTasks];
        let is_told = meanings.iter().filter(|meaning| in_order[1..].contains(meaning)).count() > 0;
        for (meaning, usual) in meanings.iter_mut().zip(in_order) {
            if !is_told || (usual == Meaning::Role && *meaning == Meaning::Left) {
                *meaning = usual;
            }
        }
        for SheetRow { line: row, cells } in body {
            let row = *row;
            let cell = |wanted: &[Meaning]| {
                let at = meanings.iter().position(|meaning| wanted.contains(meaning));
                at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim())
            };
            let name = cell(&[Meaning::Role]);
            if name.is_empty() {
                continue;
            }
            let mandate = cell(&[Meaning::Mandate, Meaning::Responsibility]);
            let role = Entry::new(row, EntryKind::Role, name).detail(mandate);
            let role = role.with("first_step", cell(&[Meaning::FirstStep])).with("letter", cell(&[Meaning::Letter]));
            let key = self.tables.plan.push(role);
            self.tables.roles.add(&key, name, "");
            for (wanted, kind) in [(Meaning::Skills, EntryKind::Skill), (Meaning::TypicalTasks, EntryKind::TypicalTask)]
            {
                for part in between_commas(&cell(&[wanted]).replace("<br>", ",").replace('\n', ",")) {
                    if !part.trim().is_empty() {
                        let entry = Entry::new(row, kind, &capitalised(part.trim())).of_role(Some(key.clone()));
                        self.tables.plan.push(entry);
                    }
                }
            }
        }
    }

    fn block(&mut self, block: &Block, next: Option<&Block>, source: &Source) {
        match block {
            Block::Heading { level, text } => {
                self.sections.retain(|(above, _, _)| above < level);
                let role = self.tables.roles.named(text);
                self.sections.push((*level, text.clone(), role));
                self.label.clear();
            }
            Block::TabsEnd => {
                self.sections.retain(|(level, _, _)| *level < 7);
                self.label.clear();
            }
            Block::Paragraph(words, line) => self.paragraph(words, *line, matches!(next, Some(Block::List { .. }))),
            Block::List { is_ordered, items } => {
                self.list(*is_ordered, items);
                self.label.clear();
            }
            Block::Table(at) => {
                let Some((sheet, mapping)) = source.sheets.get(*at) else { return };
                let owner = self.section_role();
                if !self.tables.sheet(sheet, mapping, owner.as_deref()) {
                    for row in &sheet.rows {
                        self.note(row.line, &row.cells.join(" · "));
                    }
                }
            }
        }
    }

    /// The role of the innermost section that is titled by one.
    fn section_role(&self) -> Option<String> {
        self.sections.iter().rev().find_map(|(_, _, role)| role.clone())
    }

    fn section_title(&self) -> &str {
        self.sections.last().map_or("", |(_, text, _)| text.as_str())
    }

    fn paragraph(&mut self, words: &Words, line: u32, is_before_list: bool) {
        let role = self.section_role();
        if let [(text, url)] = words.links.as_slice()
            && words.lead.is_empty()
            && words.rest.trim() == text.trim()
        {
            self.resource(line, text, url, "", role);
            return;
        }
        if is_before_list && (words.rest.is_empty() || words.all().ends_with(':')) {
            self.label = words.all();
            // Outside of a role's section the list says nothing that a label could tell apart.
            if role.is_none() {
                self.note(line, &words.all());
            }
            return;
        }
        if words.has_colon
            && !words.rest.is_empty()
            && !is_before_list
            && let Some(entry) = role.as_deref().and_then(|role| self.tables.plan.entry_mut(role))
            && entry.kind == EntryKind::Role
            && !entry.more.iter().any(|column| column.name == "first_step")
        {
            let step = capitalised(&words.rest);
            *entry = entry.clone().with("first_step", &step);
            return;
        }
        self.note(line, &words.all());
    }

    fn list(&mut self, is_ordered: bool, items: &[Item]) {
        let by_role = items.iter().filter(|item| self.tables.roles.named(&item.words.lead).is_some()).count();
        let with_tasks = items.iter().filter(|item| !item.children.is_empty()).count();
        let is_mostly = |count: usize| count * 2 > items.len();
        let links = items.iter().filter(|item| starts_with_link(&item.words)).count();
        let role = self.section_role();
        if is_ordered && items.len() > 1 && (is_mostly(by_role) || is_mostly(with_tasks)) {
            self.steps(items);
        } else if is_mostly(links) {
            for item in items {
                let (title, url) = item.words.links.first().cloned().unwrap_or_default();
                let all = item.words.all();
                let detail = all.trim_start().strip_prefix(title.as_str()).unwrap_or(&all);
                let detail = detail.trim_start_matches(|c: char| c.is_whitespace() || "-–—:".contains(c));
                self.resource(item.line, &title, &url, detail, role.clone());
            }
        } else if let (Some(speaker), true) = (&role, is_mostly(by_role)) {
            for item in items {
                match self.tables.roles.named(&item.words.lead) {
                    Some(other) if other != *speaker => self.collaboration(item, speaker, &other),
                    _ => self.note(item.line, &item.words.all()),
                }
            }
        } else if role.is_some() {
            self.of_role(items, role.as_ref());
        } else {
            for item in items {
                self.note(item.line, &item.words.all());
                for child in &item.children {
                    self.note(child.line, &child.words.all());
                }
            }
        }
    }

    /// Steps in their order, each after the one before it, with their tasks.
    fn steps(&mut self, items: &[Item]) {
        let mut before: Option<String> = None;
        for item in items {
            let role = self.tables.roles.named(&item.words.lead);
            let rest = item.words.rest.trim();
            let (title, detail) = match (&role, rest.is_empty()) {
                (Some(_), false) => {
                    let (first, more) = rest.split_once('\n').unwrap_or((rest, ""));
                    (capitalised(first.trim().trim_end_matches('.')), more.to_owned())
                }
                (None, _) if item.words.lead.is_empty() => (capitalised(rest), String::new()),
                _ => (item.words.lead.clone(), rest.to_owned()),
            };
            let mut step = Entry::new(item.line, EntryKind::Step, &title).detail(&detail).of_role(role.clone());
            step.needs.extend(before.take());
            let key = self.tables.plan.push(step);
            for child in &item.children {
                let (title, detail) = titled(&child.words);
                let mut task = Entry::new(child.line, EntryKind::Task, &title).detail(&detail).of_role(role.clone());
                task.step = Some(key.clone());
                self.tables.plan.push(task);
                for deeper in &child.children {
                    self.note(deeper.line, &deeper.words.all());
                }
            }
            before = Some(key);
        }
    }

    /// A list in a section of a role: what its label says, else what the role answers for.
    fn of_role(&mut self, items: &[Item], role: Option<&String>) {
        let said = if self.label.is_empty() { self.section_title() } else { &self.label };
        let kind = match meaning_of(said) {
            Meaning::Skills => EntryKind::Skill,
            Meaning::TypicalTasks => EntryKind::TypicalTask,
            Meaning::Task => EntryKind::Task,
            _ => EntryKind::Responsibility,
        };
        for item in items {
            let (title, detail) = titled(&item.words);
            self.tables.plan.push(Entry::new(item.line, kind, &title).detail(&detail).of_role(role.cloned()));
            for child in &item.children {
                self.note(child.line, &child.words.all());
            }
        }
    }

    /// What one role says it does with another: each statement a line of its own.
    fn collaboration(&mut self, item: &Item, speaker: &str, other: &str) {
        for statement in statements::of(&item.words.rest.replace('\n', " ")) {
            let kind = if statement.is_asking { EntryKind::Need } else { EntryKind::Offer };
            let (giver, receiver) = if statement.is_asking { (other, speaker) } else { (speaker, other) };
            let mut entry = Entry::new(item.line, kind, &statement.text).of_role(Some(giver.to_owned()));
            entry.receiver = Some(receiver.to_owned());
            self.tables.plan.push(entry.with("mode", statement.mode.unwrap_or_default()));
        }
    }

    fn resource(&mut self, line: u32, title: &str, url: &str, detail: &str, role: Option<String>) {
        let title = title.trim_end_matches(['→', ' ', '\u{a0}']);
        if title.trim().is_empty() {
            return self.note(line, url);
        }
        let heading = self.section_title().to_owned();
        let entry = Entry::new(line, EntryKind::Resource, title).detail(detail).of_role(role);
        self.tables.plan.push(entry.with("url", url).with("heading", &heading));
    }

    fn note(&mut self, line: u32, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let title = super::plan::shortened(text, 80);
        let role = self.section_role();
        // The whole text stands in the detail when the title does not hold it.
        let detail = if title == text { "" } else { text };
        self.tables.plan.push(Entry::new(line, EntryKind::Note, &title).detail(detail).of_role(role));
        if text.chars().count() > couloir_core::NOTES_MAX as usize {
            self.tables.plan.warn(line, WarningKind::Cut, text);
        }
    }
}

/// A title and its detail: bold words and what follows them, or the whole.
fn titled(words: &Words) -> (String, String) {
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

/// A table of roles: its first column is titled so, and it has more to say about each.
fn is_table_of_roles(rows: &[SheetRow]) -> bool {
    let Some(SheetRow { cells: head, .. }) = rows.first() else { return false };
    let is_titled = head.iter().any(|title| meaning_of(title) == Meaning::Role);
    rows.len() > 2 && head.len() > 1 && is_titled && meaning_of(&head[0]) != Meaning::Task
}
