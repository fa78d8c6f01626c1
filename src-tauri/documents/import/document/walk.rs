//! A document from its first block to its last: what each becomes, in the section it stands in.

use couloir_core::Contents;

use super::Section;
use super::find::Found;
use super::items::{office, split};
use super::people::{address_of, is_person, person_of};
use super::settle::{SPREAD, label};
use super::titles::{RoleTitle, section_of};
use crate::import::Source;
use crate::import::columns::Meaning;
use crate::import::outline::{Block, Item, TAB_LEVEL, Words, capitalised};
use crate::import::plan::{Entry, EntryKind, ImportPlan};
use crate::import::shortened::shortened;
use crate::import::statements::between_commas;
use crate::import::table;
use crate::import::warning::WarningKind;

/// Longest skill or name in a sentence of them, in words.
const PART_WORDS: usize = 7;

pub(super) struct Walk<'a> {
    /// The plan, the roles that are known, and the one reader of every table.
    pub tables: table::Reader,
    source: &'a Source,
    pub found: Found,
    /// Open headings.
    sections: Vec<Open>,
    /// What the paragraph before a list called it.
    pub label: String,
    /// Letters of roles' parts, as rows of one matrix: activity, role, letters, line.
    pub letters: Vec<(String, String, String, u32)>,
    /// Nothing but a list: its items are tasks.
    pub is_plain_list: bool,
    /// Steps by headings of a plain list.
    pub step: Option<String>,
    pub status: Option<&'static str>,
    /// In an exported workshop: the part, the pair of roles of its contracts, whether the list belongs to no one.
    own: Option<super::own::Part>,
    pub pair: Option<(String, String)>,
    pub is_free: bool,
}

/// An open heading.
struct Open {
    level: usize,
    text: String,
    role: Option<String>,
    section: Option<Section>,
}

impl<'a> Walk<'a> {
    pub fn new(tables: table::Reader, source: &'a Source, found: Found) -> Self {
        Self {
            tables,
            source,
            found,
            sections: Vec::new(),
            label: String::new(),
            letters: Vec::new(),
            is_plain_list: false,
            step: None,
            status: None,
            own: None,
            pair: None,
            is_free: false,
        }
    }

    pub fn plan(mut self, blocks: &[Block], into: Option<&Contents>) -> ImportPlan {
        let read = self.roles(blocks);
        if let Some(contents) = into.filter(|_| self.tables.roles.is_empty()) {
            self.tables.know(contents);
        }
        let has_tables = blocks.iter().any(|block| matches!(block, Block::Table(_)));
        let is_own = super::own::is_own(blocks);
        let agendas = if is_own { Vec::new() } else { super::agenda::lists(blocks) };
        self.is_plain_list =
            self.found.is_empty() && !has_tables && agendas.is_empty() && super::list::is_plain(blocks);
        if let Some(title) = self.found.whole.clone() {
            let role = self.role_named(&title, 1);
            self.sections.push(Open { level: 0, text: title.name, role: Some(role), section: None });
        }
        let mut listed: Vec<usize> = Vec::new();
        for (at, block) in blocks.iter().enumerate().filter(|(at, _)| !read.contains(at)) {
            let agenda = agendas.iter().find(|agenda| agenda.blocks.first() == Some(&at));
            if let Some(agenda) = agenda.filter(|agenda| self.is_agenda(&agenda.sheet)) {
                listed.clone_from(&agenda.blocks);
            }
            if listed.contains(&at) {
                continue;
            }
            if let Block::Heading(heading) = block
                && is_own
            {
                self.own = super::own::part_of(heading.level, &heading.text).or(self.own);
            }
            let is_purpose = is_own && self.own.is_none() && super::own::is_purpose(block, into);
            if !is_purpose && !self.own.is_some_and(|part| self.own_block(part, block)) {
                self.block(at, block, blocks.get(at + 1));
            }
        }
        self.matrix();
        self.tables.finish()
    }

    /// Makes every role known that is named anywhere. Returns the tables that were read for it.
    fn roles(&mut self, blocks: &[Block]) -> Vec<usize> {
        let mut read = Vec::new();
        let is_own = super::own::is_own(blocks);
        self.tables.is_own = is_own;
        let mut part = None;
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(heading) => {
                    part = super::own::part_of(heading.level, &heading.text).filter(|_| is_own).or(part);
                    if let Some(title) = self.found.headings.get(&at).cloned() {
                        self.role_named(&title, heading.line);
                    }
                }
                Block::Table(_) if part == Some(super::own::Part::Made) => {}
                Block::Table(sheet) if part == Some(super::own::Part::Raci) => self.own_letters(*sheet),
                Block::Table(sheet) => {
                    let Some((sheet, mapping)) = self.source.sheets.get(*sheet) else { continue };
                    let has = |meaning| mapping.columns.contains(&meaning);
                    if has(Meaning::Role) && !has(Meaning::Task) && self.tables.sheet(sheet, mapping, None) {
                        read.push(at);
                    }
                }
                Block::List { items, .. } if self.found.lists.contains(&at) => {
                    for item in items {
                        if let Some((name, _)) = self.listed_role(item) {
                            self.role_named(&RoleTitle { name, ..RoleTitle::default() }, item.line);
                        }
                    }
                }
                Block::Paragraph(words, line) if self.found.paragraphs.contains(&at) => {
                    if let Some((name, _)) = split(words) {
                        self.role_named(&RoleTitle { name, ..RoleTitle::default() }, *line);
                    }
                }
                _ => {}
            }
        }
        read
    }

    /// The letters of the roles of an exported workshop: they stand in the titles of its matrix.
    fn own_letters(&mut self, sheet: usize) {
        let head = self.source.sheets.get(sheet).and_then(|(sheet, _)| sheet.rows.first());
        for (letter, name) in head.into_iter().flat_map(|row| &row.cells).filter_map(|cell| cell.split_once(' ')) {
            if let Some(key) = self.tables.roles.exactly(name)
                && letter.chars().count() <= 3
                && let Some(role) = self.tables.plan.entry_mut(&key)
            {
                *role = role.clone().with("letter", letter);
                self.tables.roles.add(&key, name, letter);
            }
        }
    }

    /// The role an item of a list of roles names, and what it says of it.
    fn listed_role(&self, item: &Item) -> Option<(String, String)> {
        let (name, rest) = super::items::named(item)?;
        let offices = office(&name, &rest);
        Some(offices.unwrap_or((name, rest)))
    }

    /// The role of a name; a new one unless it is known.
    pub fn role_named(&mut self, title: &RoleTitle, line: u32) -> String {
        let key = match self.tables.roles.exactly(&title.name) {
            Some(known) => known,
            None => {
                let key = self.tables.plan.push(Entry::new(line, EntryKind::Role, &title.name));
                self.tables.roles.add(&key, &title.name, "");
                key
            }
        };
        if let Some(holder) = &title.holder {
            self.holders(line, holder, &key);
        }
        key
    }

    fn block(&mut self, at: usize, block: &Block, next: Option<&Block>) {
        match block {
            Block::Heading(heading) => {
                self.sections.retain(|open| open.level < heading.level);
                let section = section_of(&heading.text);
                let role = match self.found.headings.get(&at) {
                    Some(title) => self.tables.roles.exactly(&title.name),
                    None if section.is_some() => None,
                    None => self.tables.roles.named(&heading.text),
                };
                if self.is_plain_list {
                    self.group(&heading.text, heading.line, heading.level);
                }
                let text = heading.text.clone();
                self.sections.push(Open { level: heading.level, text, role, section });
                self.label.clear();
            }
            Block::TabsEnd => {
                self.sections.retain(|open| open.level < TAB_LEVEL * SPREAD);
                self.label.clear();
            }
            Block::Paragraph(words, line) if self.found.paragraphs.contains(&at) => {
                if let Some((name, rest)) = split(words)
                    && let Some(role) = self.tables.roles.exactly(&name)
                {
                    self.said_of(&role, &rest, *line);
                }
            }
            Block::Paragraph(words, line) => self.paragraph(words, *line, matches!(next, Some(Block::List { .. }))),
            Block::List { items, .. } if self.found.lists.contains(&at) && !self.is_sequence(block) => {
                for item in items {
                    self.role_item(item);
                }
                self.label.clear();
            }
            Block::List { is_ordered, items } => {
                self.list(*is_ordered, items);
                self.label.clear();
            }
            Block::Table(sheet) => {
                let Some((sheet, mapping)) = self.source.sheets.get(*sheet) else { return };
                let owner = self.section_role();
                if !self.tables.sheet(sheet, mapping, owner.as_deref()) {
                    for row in &sheet.rows {
                        self.note(row.line, &row.cells.join(" · "));
                    }
                    self.tables.leave_whole(sheet, mapping);
                }
            }
        }
    }

    /// Whether a list of roles is the order in which they work.
    fn is_sequence(&self, block: &Block) -> bool {
        let Block::List { is_ordered: true, items } = block else { return false };
        items.iter().all(|item| !item.children.is_empty())
            && items.iter().filter(|item| !item.words.rest.is_empty()).count() * 2 > items.len()
    }

    /// The role of the innermost section that is one.
    pub fn section_role(&self) -> Option<String> {
        self.sections.iter().rev().find_map(|open| open.role.clone())
    }

    pub fn section_title(&self) -> &str {
        self.sections.last().map_or("", |open| open.text.as_str())
    }

    /// What the innermost known heading announces; a heading of a role begins anew.
    pub fn section(&self) -> Option<Section> {
        for open in self.sections.iter().rev() {
            if open.section.is_some() {
                return open.section;
            }
            // "Skills" above "Treasurer" still says what the list is.
            if open.role.is_some() {
                let above = self.sections.iter().rev().filter(|other| other.level < open.level);
                return above
                    .filter_map(|other| other.section)
                    .find(|section| section.is_of_role() && *section != Section::FirstStep);
            }
        }
        None
    }

    /// A role of a list of roles, with what the item says of it.
    fn role_item(&mut self, item: &Item) {
        let Some((name, rest)) = self.listed_role(item) else { return self.note(item.line, &item.words.all()) };
        let Some(role) = self.tables.roles.exactly(&name) else { return self.note(item.line, &item.words.all()) };
        self.said_of(&role, &rest, item.line);
        let mut section = Some(Section::Duties);
        for child in &item.children {
            // "Skills:" with a list of its own, "Skills: counting".
            let all = child.words.all();
            if let Some((title, value)) = label(&all)
                && let Some(said) = section_of(title)
            {
                self.said_as(&role, said, value, child.line);
                for inner in &child.children {
                    self.item_of(&role, Some(said), inner);
                }
            } else if let (Some(said), false) = (section_of(&all), child.children.is_empty()) {
                for inner in &child.children {
                    self.item_of(&role, Some(said), inner);
                }
            } else {
                self.item_of(&role, section, child);
            }
            section = Some(Section::Duties);
        }
    }

    /// What stands behind a role's name: who holds it, or what it is for.
    fn said_of(&mut self, role: &str, rest: &str, line: u32) {
        let lines: Vec<String> = rest.lines().map(str::to_owned).collect();
        for rest in lines {
            let rest = rest.trim();
            if rest.is_empty() {
            } else if is_person(rest) || (address_of(rest).is_some() && rest.split_whitespace().count() <= 9) {
                self.holders(line, rest, role);
            } else {
                self.mandate(role, &capitalised(rest), line);
            }
        }
    }

    /// The mandate of a role, or more of it.
    pub fn mandate(&mut self, role: &str, text: &str, line: u32) {
        let Some(entry) = self.tables.plan.entry_mut(role).filter(|entry| entry.kind == EntryKind::Role) else {
            return self.note_of(line, text, Some(role.to_owned()));
        };
        if entry.detail.is_empty() {
            text.trim().clone_into(&mut entry.detail);
        } else {
            entry.detail = format!("{}\n{}", entry.detail, text.trim());
        }
        if entry.detail.chars().count() > couloir_core::LINE_MAX as usize {
            let subject = entry.text.clone();
            let whole = std::mem::take(&mut entry.detail);
            entry.detail = shortened(&whole, couloir_core::LINE_MAX);
            self.tables.plan.warn(line, WarningKind::Cut, &subject);
            self.note_of(line, &whole, Some(role.to_owned()));
        }
    }

    pub fn has_mandate(&self, role: &str) -> bool {
        let entry = self.tables.plan.entries.iter().find(|entry| entry.key == role);
        entry.is_none_or(|entry| !entry.detail.is_empty())
    }

    /// People who hold a role, from a cell or a sentence.
    pub fn holders(&mut self, line: u32, text: &str, role: &str) {
        let parts: Vec<String> = text
            .split([',', ';', '/', '\n', '&', '+'])
            .flat_map(|part| part.split(" et "))
            .flat_map(|part| part.split(" and "))
            .flat_map(|part| part.split(" und "))
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect();
        let mut last: Option<String> = None;
        for part in parts {
            let (name, address) = person_of(&part);
            // "Jane Doe, jane@example.org": the address of the one before.
            if name == address
                && !address.is_empty()
                && let Some(key) = &last
                && let Some(person) = self.tables.plan.entry_mut(key)
            {
                *person = person.clone().with("email", &address);
                continue;
            }
            last = Some(self.holder(line, &name, &address, Some(role)));
        }
    }

    /// A person, with the role that they hold; the same name is the same person.
    pub fn holder(&mut self, line: u32, name: &str, address: &str, role: Option<&str>) -> String {
        self.tables.person_of(line, name, address, role)
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
        let all = words.all();
        if self.is_plain_list && super::list::is_line(&all) && !is_before_list {
            self.plain_task(&all, None, line);
            return;
        }
        if is_before_list && (words.rest.is_empty() || all.ends_with(':')) {
            self.label = all.clone();
            // Outside of a role's section the list says nothing that a label could tell apart.
            if role.is_none() {
                self.note(line, &all);
            }
            return;
        }
        if let Some(role) = &role {
            if let Some((title, value)) = label(&all)
                && let Some(section) = section_of(title)
                && !value.is_empty()
                && section != Section::Roles
            {
                let value = value.to_owned();
                return self.said_as(role, section, &value, line);
            }
            match self.section() {
                None if !self.has_mandate(role) && !is_person(&all) && !is_before_list => {
                    return self.mandate(role, &all, line);
                }
                None if is_person(&all) && !is_before_list => return self.holders(line, &all, role),
                Some(section) if section.is_of_role() && !is_before_list => {
                    return self.said_as(role, section, &all, line);
                }
                _ => {}
            }
        } else if self.section() == Some(Section::Actions) && !is_before_list && super::list::is_line(&all) {
            return self.action(&all, None, line);
        }
        self.note(line, &all);
    }

    /// A text that a section of a role holds: its mandate, its skills, its holders.
    pub fn said_as(&mut self, role: &str, section: Section, text: &str, line: u32) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let owner = Some(role.to_owned());
        match section {
            Section::Purpose => self.mandate(role, text, line),
            Section::Holders => self.holders(line, text, role),
            Section::FirstStep => self.first_step(role, text, line),
            Section::Skills | Section::Typical => {
                let kind = if section == Section::Skills { EntryKind::Skill } else { EntryKind::TypicalTask };
                for part in parts(text) {
                    self.tables.plan.push(Entry::new(line, kind, &capitalised(&part)).of_role(owner.clone()));
                }
            }
            Section::Duties | Section::Tasks => {
                let kind = if section == Section::Duties { EntryKind::Responsibility } else { EntryKind::Task };
                for part in text.split([';', '\n']).map(|part| part.trim().trim_end_matches('.')) {
                    if !part.is_empty() {
                        self.tables.plan.push(Entry::new(line, kind, &capitalised(part)).of_role(owner.clone()));
                    }
                }
            }
            _ => self.note_of(line, text, owner),
        }
    }

    fn first_step(&mut self, role: &str, text: &str, line: u32) {
        match self.tables.plan.entry_mut(role) {
            Some(entry)
                if entry.kind == EntryKind::Role && !entry.more.iter().any(|column| column.name == "first_step") =>
            {
                *entry = entry.clone().with("first_step", &capitalised(text));
            }
            _ => self.note_of(line, text, Some(role.to_owned())),
        }
    }

    pub fn resource(&mut self, line: u32, title: &str, url: &str, detail: &str, role: Option<String>) {
        let title = title.trim_end_matches(['→', ' ', '\u{a0}']);
        if title.trim().is_empty() {
            return self.note(line, url);
        }
        let heading = self.section_title().to_owned();
        let entry = Entry::new(line, EntryKind::Resource, title).detail(detail).of_role(role);
        self.tables.plan.push(entry.with("url", url).with("heading", &heading));
    }

    pub fn note(&mut self, line: u32, text: &str) {
        let role = self.section_role();
        self.note_of(line, text, role);
    }

    pub fn note_of(&mut self, line: u32, text: &str, role: Option<String>) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let title = shortened(text, 80);
        // The whole text stands in the detail when the title does not hold it.
        let detail = if title == text { "" } else { text };
        self.tables.plan.push(Entry::new(line, EntryKind::Note, &title).detail(detail).of_role(role));
        if text.chars().count() > couloir_core::NOTES_MAX as usize {
            self.tables.plan.warn(line, WarningKind::Cut, text);
        }
    }
}

/// Things said one after another: a line each, or between commas where each is short.
pub(super) fn parts(text: &str) -> Vec<String> {
    let tidy = |part: &str| part.trim().trim_end_matches('.').trim().to_owned();
    let mut all = Vec::new();
    for line in text.lines() {
        let commas: Vec<&str> =
            between_commas(line).into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
        if commas.iter().all(|part| part.split_whitespace().count() <= PART_WORDS) {
            all.extend(commas.into_iter().map(tidy));
        } else {
            all.push(tidy(line));
        }
    }
    all.retain(|part| !part.is_empty());
    all
}
