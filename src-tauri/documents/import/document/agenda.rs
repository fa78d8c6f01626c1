//! Agendas within a document: where they stand, and what is said of their meeting before them.

use super::Section;
use super::walk::Walk;
use crate::import::Source;
use crate::import::columns::Meaning;
use crate::import::guess::Mapping;
use crate::import::outline::Block;
use crate::import::running_order::{Frame, Listed, in_blocks};
use crate::import::sheet::Sheet;
use crate::import::words::{agenda_meanings, opens_day};

/// The lists that are agendas. One that is too long to be one is a list like any other.
pub(super) fn lists(blocks: &[Block]) -> Vec<Listed> {
    in_blocks(blocks).unwrap_or_default()
}

/// Takes what is said of the meeting before the first agenda of a document, and the blocks that say nothing else.
pub(super) fn framed(source: &Source, mut blocks: Vec<Block>) -> (Frame, Vec<Block>) {
    let is_table = |block: &Block| match block {
        Block::Table(at) => source.sheets.get(*at).is_some_and(|(_, mapping)| mapping.columns.contains(&Meaning::Slot)),
        _ => false,
    };
    let table = blocks.iter().position(is_table);
    let list = lists(&blocks).first().and_then(|listed| listed.blocks.first().copied());
    let mut frame = Frame::default();
    let Some(first) = table.into_iter().chain(list).min().filter(|_| !super::own::is_own(&blocks)) else {
        return (frame, blocks);
    };
    let mut told = Vec::new();
    for (at, block) in blocks.iter().enumerate().take(first) {
        let (text, is_heading) = match block {
            Block::Heading(heading) => (heading.text.clone(), true),
            Block::Paragraph(words, _) => (words.all(), false),
            _ => continue,
        };
        if is_heading && frame.title.is_empty() && !opens_day(&text) && agenda_meanings(&text).is_empty() {
            frame.title.clone_from(&text);
        }
        // Every line is heard, also after one that says something else.
        let said: Vec<bool> = text.lines().map(|line| frame.say(line)).collect();
        if !is_heading && said.iter().all(|is_said| *is_said) {
            told.push(at);
        }
    }
    for at in told.into_iter().rev() {
        blocks.remove(at);
    }
    (frame, blocks)
}

impl Walk<'_> {
    /// Takes a list as an agenda, unless it stands in the section of a role or of what is to be done.
    pub fn is_agenda(&mut self, sheet: &Sheet) -> bool {
        let is_work = self.section_role().is_some()
            || self.section().is_some_and(|section| {
                section.is_of_role() || matches!(section, Section::Actions | Section::Needs | Section::Offers)
            });
        if is_work {
            return false;
        }
        let columns = vec![Meaning::Slot, Meaning::Detail];
        let mapping = Mapping { header: 0, titles: vec![String::new(); 2], columns, is_chosen: false };
        self.label.clear();
        self.tables.sheet(sheet, &mapping, None)
    }
}
