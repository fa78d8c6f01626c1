//! Where a document names its roles: told by its form first, by its words second.

use std::collections::{HashMap, HashSet};

use couloir_core::analysis::wording::Wording;

use super::Section;
use super::items::named;
use super::people::{is_person, is_role_like};
use super::settle::SPREAD;
use super::titles::{RoleTitle, is_about_roles, role_title, section_of};
use crate::import::outline::{Block, Item, TAB_LEVEL};

/// Where the roles of a document stand.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Headings that name one, by their blocks.
    pub headings: HashMap<usize, RoleTitle>,
    /// Lists whose items are roles.
    pub lists: HashSet<usize>,
    /// Paragraphs that begin with one.
    pub paragraphs: HashSet<usize>,
    /// The whole document is about one that no heading names.
    pub whole: Option<RoleTitle>,
}

impl Found {
    pub fn is_empty(&self) -> bool {
        self.headings.is_empty() && self.lists.is_empty() && self.paragraphs.is_empty() && self.whole.is_none()
    }
}

/// A heading with what stands under it.
struct Node {
    at: usize,
    level: usize,
    text: String,
    section: Option<Section>,
    title: Option<RoleTitle>,
    parent: Option<usize>,
    children: Vec<usize>,
    lists: usize,
    paragraphs: usize,
    tables: usize,
}

impl Node {
    fn has_content(&self) -> bool {
        self.lists + self.paragraphs + self.tables > 0 || !self.children.is_empty()
    }
}

/// Finds the roles. `has_table` says that a table names them; then weaker signs count less. `name` is the file's.
pub(super) fn find(blocks: &[Block], has_table: bool, name: &str) -> Found {
    let mut finder = Finder { nodes: nodes(blocks), found: Found::default(), taken: HashSet::new() };
    if finder.lettered(blocks) {
        return finder.found;
    }
    finder.explicit();
    finder.under_a_parent(has_table);
    finder.by_sections(has_table);
    if !has_table {
        finder.by_sound();
    }
    if finder.found.is_empty() && !has_table {
        finder.lists(blocks);
    }
    if finder.found.is_empty() && !has_table {
        finder.whole(blocks, name);
    }
    if finder.found.is_empty() && !has_table {
        finder.repeated();
    }
    finder.found
}

fn nodes(blocks: &[Block]) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(heading) => {
                open.retain(|above| nodes[*above].level < heading.level);
                let parent = open.last().copied();
                let this = nodes.len();
                if let Some(parent) = parent {
                    nodes[parent].children.push(this);
                }
                nodes.push(Node {
                    at,
                    level: heading.level,
                    text: heading.text.clone(),
                    section: section_of(&heading.text),
                    title: role_title(&heading.text),
                    parent,
                    children: Vec::new(),
                    lists: 0,
                    paragraphs: 0,
                    tables: 0,
                });
                open.push(this);
            }
            Block::TabsEnd => open.retain(|above| nodes[*above].level < TAB_LEVEL * SPREAD),
            other => {
                if let Some(node) = open.last().copied().and_then(|last| nodes.get_mut(last)) {
                    match other {
                        Block::List { .. } => node.lists += 1,
                        Block::Paragraph(..) => node.paragraphs += 1,
                        _ => node.tables += 1,
                    }
                }
            }
        }
    }
    nodes
}

struct Finder {
    nodes: Vec<Node>,
    found: Found,
    /// Nodes that are roles.
    taken: HashSet<usize>,
}

impl Finder {
    fn take(&mut self, node: usize) {
        if let Some(title) = self.nodes[node].title.clone()
            && self.taken.insert(node)
        {
            self.found.headings.insert(self.nodes[node].at, title);
        }
    }

    /// Whether a heading could name a role.
    fn is_open(&self, node: usize) -> bool {
        let one = &self.nodes[node];
        one.section.is_none() && one.title.is_some() && !self.taken.contains(&node) && !self.is_inside(node)
    }

    /// Whether a heading stands within the section of a role.
    fn is_inside(&self, node: usize) -> bool {
        let mut above = self.nodes[node].parent;
        while let Some(parent) = above {
            if self.taken.contains(&parent) {
                return true;
            }
            above = self.nodes[parent].parent;
        }
        false
    }

    /// The heading that titles the whole document, if one does.
    fn root(&self) -> Option<usize> {
        let first = self.nodes.first()?;
        let is_alone = self.nodes[1..].iter().all(|node| node.level > first.level);
        is_alone.then_some(0)
    }

    fn has_sections(&self, node: usize) -> bool {
        self.nodes[node].children.iter().any(|child| self.nodes[*child].section.is_some_and(Section::is_of_role))
    }

    /// "RACI – Treasurer" over a list of activities with their letters: the document is about that role.
    fn lettered(&mut self, blocks: &[Block]) -> bool {
        let is_lettered = |block: &Block| {
            let Block::List { items, .. } = block else { return false };
            items.iter().filter(|item| super::items::lettered(item).is_some()).count() * 2 > items.len()
        };
        let Some(root) = self.root().filter(|_| blocks.iter().any(is_lettered)) else { return false };
        let text = self.nodes[root].text.trim();
        let begins = ["RACI", "RASCI", "Matrice RACI", "RACI matrix", "RACI-Matrix", "Matriz RACI"];
        let rest = begins.iter().filter_map(|begin| text.strip_prefix(begin)).min_by_key(|rest| rest.len());
        let Some(rest) = rest.map(str::trim_start).filter(|rest| rest.starts_with(['-', '–', '—', ':'])) else {
            return false;
        };
        self.nodes[root].title = role_title(rest.trim_start_matches(['-', '–', '—', ':', ' ']));
        self.take(root);
        !self.found.is_empty()
    }

    /// "Role: Captain".
    fn explicit(&mut self) {
        for node in 0..self.nodes.len() {
            if self.is_open(node) && self.nodes[node].title.as_ref().is_some_and(|title| title.is_explicit) {
                self.take(node);
            }
        }
    }

    /// Headings under one that speaks of roles.
    fn under_a_parent(&mut self, has_table: bool) {
        for parent in 0..self.nodes.len() {
            let is_root = self.root() == Some(parent);
            let node = &self.nodes[parent];
            let is_parent = is_about_roles(&node.text)
                || matches!(node.section, Some(Section::Roles | Section::Duties | Section::Skills | Section::Typical));
            if !is_parent || self.is_inside(parent) || self.taken.contains(&parent) || (is_root && has_table) {
                continue;
            }
            let is_weak = is_root || node.section.is_some_and(|section| section != Section::Roles);
            let children: Vec<usize> = node.children.iter().copied().filter(|child| self.is_open(*child)).collect();
            let children: Vec<usize> = children.into_iter().flat_map(|child| self.grouped(child)).collect();
            let is_good = |child: &usize| {
                let one = &self.nodes[*child];
                is_role_like(&one.text)
                    || self.has_sections(*child)
                    || (!is_root && one.has_content())
                    || (one.lists > 0 && one.text.split_whitespace().count() <= 4)
            };
            let good: Vec<usize> = children.iter().copied().filter(|child| is_good(child)).collect();
            let least = if is_weak { (children.len() / 2).max(1) } else { 1 };
            if good.len() < least
                || (is_weak && good.len() < 2 && !good.iter().all(|one| is_role_like(&self.nodes[*one].text)))
            {
                continue;
            }
            for child in good {
                self.take(child);
            }
        }
    }

    /// A heading, or those under it where it only groups them ("Board": "Treasurer", "Secretary").
    fn grouped(&self, node: usize) -> Vec<usize> {
        let one = &self.nodes[node];
        let inner: Vec<usize> = one.children.iter().copied().filter(|child| self.is_open(*child)).collect();
        let is_group = one.lists == 0 && !self.has_sections(node) && !inner.is_empty();
        let are_roles =
            inner.iter().filter(|child| is_role_like(&self.nodes[**child].text) || self.has_sections(**child));
        if is_group && are_roles.count() * 2 >= inner.len() { inner } else { vec![node] }
    }

    /// Headings with sections such as "Missions" and "Skills" under them.
    fn by_sections(&mut self, has_table: bool) {
        let root = self.root();
        let with: Vec<usize> = (0..self.nodes.len())
            .filter(|node| Some(*node) != root && self.is_open(*node) && self.has_sections(*node))
            .collect();
        for node in &with {
            let parent = self.nodes[*node].parent;
            let beside = with.iter().filter(|other| self.nodes[**other].parent == parent).count();
            let sections = self.nodes[*node].children.iter().filter(|child| {
                self.nodes[**child].section.is_some_and(|section| section.is_of_role() && section != Section::Tasks)
            });
            let is_strong = sections.count() > 1 && !has_table;
            if self.is_open(*node) && (beside > 1 || is_strong || is_role_like(&self.nodes[*node].text)) {
                self.take(*node);
            }
        }
    }

    /// Headings beside one another most of which sound like roles.
    fn by_sound(&mut self) {
        let root = self.root();
        let mut parents: Vec<Option<usize>> = self.nodes.iter().map(|node| node.parent).collect();
        parents.dedup();
        let mut seen = HashSet::new();
        for parent in parents.into_iter().filter(|parent| seen.insert(*parent)) {
            let beside: Vec<usize> = (0..self.nodes.len())
                .filter(|node| self.nodes[*node].parent == parent && Some(*node) != root && self.is_open(*node))
                .filter(|node| self.nodes[*node].has_content())
                .collect();
            let sounding: Vec<usize> =
                beside.iter().copied().filter(|node| is_role_like(&self.nodes[*node].text)).collect();
            if sounding.len() < 2 || sounding.len() * 2 < beside.len() {
                continue;
            }
            let most = sounding.len() * 3 >= beside.len() * 2;
            for node in beside {
                let one = &self.nodes[node];
                let is_short = one.text.split_whitespace().count() <= 3 && one.lists > 0;
                if is_role_like(&one.text) || (most && is_short) {
                    self.take(node);
                }
            }
        }
    }

    /// Lists and paragraphs that begin with a role each.
    fn lists(&mut self, blocks: &[Block]) {
        let mut heading: Option<usize> = None;
        let mut weak: Vec<usize> = Vec::new();
        let mut bold_lists = 0;
        let mut run: Vec<(usize, bool)> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            if !matches!(block, Block::Paragraph(..)) {
                self.run_of_paragraphs(&std::mem::take(&mut run));
            }
            match block {
                Block::Heading(_) => heading = self.nodes.iter().position(|node| node.at == at),
                Block::TabsEnd | Block::Table(_) => {}
                Block::Paragraph(words, _) => {
                    if let Some((name, rest)) = super::items::split(words).filter(|(_, rest)| !rest.is_empty()) {
                        let is_about = heading.is_some_and(|node| self.is_under_roles(node));
                        if is_role_like(&name) || (is_about && !words.lead.is_empty()) || (is_about && is_person(&rest))
                        {
                            run.push((at, is_about));
                        }
                    }
                }
                Block::List { is_ordered, items } => {
                    let is_about = heading.is_some_and(|node| self.is_under_roles(node));
                    let section = heading.and_then(|node| self.nodes[node].section);
                    match strength(items, *is_ordered, is_about, section) {
                        2 => drop(self.found.lists.insert(at)),
                        1 => weak.push(at),
                        _ => {}
                    }
                    let is_bold = |item: &&Item| !item.words.lead.is_empty();
                    bold_lists += usize::from(items.iter().filter(is_bold).count() * 2 > items.len());
                }
            }
        }
        self.run_of_paragraphs(&run);
        if self.found.is_empty() && bold_lists == 1 && weak.len() == 1 {
            self.found.lists.extend(weak);
        }
    }

    fn run_of_paragraphs(&mut self, run: &[(usize, bool)]) {
        if run.len() > 1 {
            self.found.paragraphs.extend(run.iter().map(|(at, _)| *at));
        }
    }

    /// Whether a heading, or one above it, speaks of roles.
    fn is_under_roles(&self, node: usize) -> bool {
        let mut above = Some(node);
        while let Some(at) = above {
            let one = &self.nodes[at];
            if is_about_roles(&one.text) || matches!(one.section, Some(Section::Roles | Section::Holders)) {
                return true;
            }
            above = one.parent;
        }
        false
    }

    /// One role a document: its title is the role, its headings are sections of one.
    fn whole(&mut self, blocks: &[Block], name: &str) {
        let root = self.root().filter(|root| self.nodes[*root].section.is_none());
        // A first bold line is a title too.
        let root = root.or_else(|| {
            let first = self.nodes.first().filter(|node| node.at == 0 && node.section.is_none())?;
            let is_only = self.nodes[1..].iter().all(|node| node.section.is_some() || node.level > first.level);
            is_only.then_some(0)
        });
        let tops: Vec<&Node> = self
            .nodes
            .iter()
            .enumerate()
            .filter(|(at, node)| Some(*at) != root && (node.parent == root || node.parent.is_none()))
            .map(|(_, node)| node)
            .collect();
        let of_role: Vec<Section> = tops.iter().filter_map(|node| node.section).filter(|s| s.is_of_role()).collect();
        let labels = blocks.iter().filter_map(|block| match block {
            Block::Paragraph(words, _) => {
                let text = words.all();
                super::settle::label(&text).and_then(|(label, _)| section_of(label)).filter(|s| s.is_of_role())
            }
            _ => None,
        });
        let of_role: Vec<Section> = of_role.into_iter().chain(labels).collect();
        let kinds: HashSet<Section> = of_role.iter().copied().collect();
        let others = tops.iter().filter(|node| node.section.is_none()).count();
        let title = root.and_then(|root| self.nodes[root].title.clone());
        let sounds = title.as_ref().is_some_and(|title| title.is_explicit || is_role_like(&title.name));
        let has_duties = kinds.contains(&Section::Duties);
        if kinds.is_empty() || others > of_role.len() || !(kinds.len() > 1 || sounds || has_duties) {
            return;
        }
        if kinds.iter().all(|kind| matches!(kind, Section::Tasks | Section::Holders | Section::FirstStep)) && !sounds {
            return;
        }
        match (root, title) {
            (Some(root), Some(_)) => self.take(root),
            _ => {
                let by_file = name.replace(['_', '-'], " ");
                self.found.whole = role_title(&by_file).filter(|_| !by_file.trim().is_empty() && root.is_none());
            }
        }
    }

    /// Sections that come twice. Where each of them stands under headings of its own, those are the roles.
    fn repeated(&mut self) {
        let mut places: HashMap<Wording, Vec<usize>> = HashMap::new();
        for (at, node) in self.nodes.iter().enumerate().filter(|(_, node)| node.level > SPREAD) {
            places.entry(Wording::of(&node.text)).or_default().push(at);
        }
        let repeated: Vec<usize> = (0..self.nodes.len())
            .filter(|at| places.get(&Wording::of(&self.nodes[*at].text)).is_some_and(|places| places.len() > 1))
            .collect();
        let parents: Vec<usize> = repeated.iter().filter_map(|at| self.nodes[*at].parent).collect();
        let sounding = |nodes: &[usize]| nodes.iter().filter(|at| is_role_like(&self.nodes[**at].text)).count();
        let is_parents = sounding(&parents) > 0
            && sounding(&parents) * 2 >= parents.len()
            && sounding(&repeated) * 2 < repeated.len();
        if is_parents {
            for parent in parents {
                self.take(parent);
            }
            return;
        }
        let mut names = HashSet::new();
        for at in repeated {
            if self.nodes[at].section.is_none() && names.insert(Wording::of(&self.nodes[at].text)) {
                self.take(at);
            }
        }
    }
}

/// How much a list looks like one of roles: 2 surely, 1 perhaps.
fn strength(items: &[Item], is_ordered: bool, is_about: bool, section: Option<Section>) -> u8 {
    if items.len() < 2 && !is_about {
        return 0;
    }
    let names: Vec<(String, bool, bool)> = items
        .iter()
        .filter_map(|item| {
            let (name, rest) = named(item)?;
            Some((name, !item.words.lead.is_empty(), !rest.is_empty() || !item.children.is_empty()))
        })
        .collect();
    let told = names.iter().filter(|(_, _, has_more)| *has_more).count();
    let is_most = |count: usize| count * 5 >= items.len() * 4 && count > 0;
    let sounding = names.iter().filter(|(name, ..)| is_role_like(name)).count();
    let bold = names.iter().filter(|(_, is_bold, has_more)| *is_bold && *has_more).count();
    let is_boxed = items.iter().any(|item| item.is_done.is_some());
    if is_boxed || matches!(section, Some(Section::Links | Section::Agenda | Section::Actions | Section::Tasks)) {
        return 0;
    }
    if is_ordered && is_most(bold) && items.iter().all(|item| !item.children.is_empty()) {
        return 2;
    }
    if is_about && (is_most(told) || (is_most(names.len()) && sounding * 2 >= items.len())) {
        return 2;
    }
    if is_most(told) && sounding * 2 > items.len() {
        return 2;
    }
    let is_free = matches!(section, None | Some(Section::Roles | Section::Duties | Section::Holders));
    u8::from(is_free && is_most(bold) && names.iter().all(|(name, ..)| name.split_whitespace().count() <= 5))
}
