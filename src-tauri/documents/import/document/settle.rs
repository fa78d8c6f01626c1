//! The blocks of a document with what only looks like a heading made one.

use super::Section;
use super::people::is_role_like;
use super::titles::{role_title, section_of};
use crate::import::outline::{Block, Heading, Item, Words, bullet, is_colon, is_space};

/// Levels are spread, so that a section may stand between two of them.
pub(super) const SPREAD: usize = 2;
/// Below every real heading: a line that names something, and one that names a section.
const NAME: usize = 16;
const SECTION: usize = 17;
/// Longest line that can be a heading, in words.
const LINE_WORDS: usize = 8;

/// The blocks as they are meant.
pub(super) fn settled(blocks: &[Block]) -> Vec<Block> {
    let mut settled: Vec<Block> = Vec::with_capacity(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(heading) => {
                let level = heading.level * SPREAD;
                settled.push(Block::Heading(Heading { level, ..heading.clone() }));
            }
            Block::Paragraph(words, line) => {
                for (words, line, is_last) in lines_of(words, *line) {
                    let next = if is_last { blocks.get(at + 1) } else { None };
                    settled.push(meant(words, line, next));
                }
            }
            other => settled.push(other.clone()),
        }
    }
    relevelled(raised(lists_of(settled)))
}

/// Lines before lists that look like the names of roles beside them ("Camp leader:", "Cook:", "Medic:").
fn raised(mut blocks: Vec<Block>) -> Vec<Block> {
    let names = blocks.iter().filter(|block| matches!(block, Block::Heading(heading) if heading.level == NAME)).count();
    for block in &mut blocks {
        if let Block::Heading(heading) = block
            && names > 1
            && heading.level == SECTION
            && heading.text.split_whitespace().count() <= 2
            && section_of(&heading.text).is_none()
        {
            heading.level = NAME;
        }
    }
    blocks
}

/// A paragraph whose lines each say something of their own ("Role: …", "Purpose: …") as so many paragraphs.
fn lines_of(words: &Words, line: u32) -> Vec<(Words, u32, bool)> {
    let all = words.all();
    let lines: Vec<&str> =
        all.lines().map(|line| line.trim_matches(is_space)).filter(|line| !line.is_empty()).collect();
    let told = lines.iter().filter(|line| label(line).is_some()).count();
    let typed = lines.iter().filter(|line| bullet(line).is_some()).count();
    if lines.len() < 2 || (told * 3 < lines.len() * 2 && (typed * 3 < lines.len() * 2 || typed == 0)) {
        return vec![(words.clone(), line, true)];
    }
    let count = lines.len();
    lines
        .into_iter()
        .enumerate()
        .map(|(at, text)| {
            let mut words = Words { rest: text.to_owned(), links: words.links.clone(), ..Words::default() };
            words.settle();
            (words, line, at + 1 == count)
        })
        .collect()
}

/// Typed bullets that came to light as lists.
fn lists_of(blocks: Vec<Block>) -> Vec<Block> {
    let mut done: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut items: Vec<Item> = Vec::new();
    for block in blocks {
        if let Block::Paragraph(words, line) = &block
            && words.lead.is_empty()
            && let Some((false, rest)) = bullet(&words.rest)
        {
            let mut words = Words { rest: rest.to_owned(), links: words.links.clone(), ..Words::default() };
            let is_done = words.take_box();
            words.settle();
            items.push(Item { line: *line, words, is_done, children: Vec::new() });
            continue;
        }
        if !items.is_empty() {
            done.push(Block::List { is_ordered: false, items: std::mem::take(&mut items) });
        }
        done.push(block);
    }
    if !items.is_empty() {
        done.push(Block::List { is_ordered: false, items });
    }
    done
}

/// The label of a line such as "Purpose: …", with what follows it.
pub(super) fn label(text: &str) -> Option<(&str, &str)> {
    let at = text.find(is_colon)?;
    let (label, rest) = text.split_at(at);
    let rest = rest.trim_start_matches(is_colon).trim_matches(is_space);
    let label = label.trim_matches(is_space);
    let is_short = label.split_whitespace().count() <= 5 && !label.contains(['.', '\n']);
    let is_known = || section_of(label).is_some() || role_title(text).is_some_and(|title| title.is_explicit);
    (is_short && !rest.starts_with("//") && is_known()).then_some((label, rest))
}

/// A paragraph as the heading it is meant to be, or itself.
fn meant(words: Words, line: u32, next: Option<&Block>) -> Block {
    let all = words.all();
    let text = all.trim_matches(is_space);
    let heading = |level| Block::Heading(Heading { level, text: bare(text), line });
    let is_line = !text.contains('\n') && text.split_whitespace().count() <= LINE_WORDS;
    let is_sentence = text.ends_with(['.', '!', '?', ';', ',']) && text.split_whitespace().count() > 3;
    if !is_line || is_sentence || words.links.len() > 1 {
        return Block::Paragraph(words, line);
    }
    if role_title(text).is_some_and(|title| title.is_explicit) && !words.lead.contains('\n') {
        return heading(NAME);
    }
    let is_bold = !words.lead.is_empty() && words.rest.is_empty();
    let is_before_list = matches!(next, Some(Block::List { .. }));
    let ends_open = all.ends_with(is_colon) || (is_bold && words.has_colon);
    let goes_on = next.is_some_and(|next| !matches!(next, Block::Heading(_) | Block::TabsEnd));
    let is_section = section_of(text).is_some();
    if is_section && (is_bold || is_before_list || (goes_on && text.split_whitespace().count() <= 4)) {
        return heading(SECTION);
    }
    if is_bold && goes_on && !ends_open {
        return heading(NAME);
    }
    if is_before_list && (is_bold || ends_open || is_shouted(text)) {
        return heading(if is_role_like(text) { NAME } else { SECTION });
    }
    if is_before_list && text.split_whitespace().count() <= 4 && is_role_like(text) {
        return heading(NAME);
    }
    Block::Paragraph(words, line)
}

/// A text without the colon at its end.
fn bare(text: &str) -> String {
    text.trim_end_matches(|c| is_colon(c) || is_space(c)).to_owned()
}

fn is_shouted(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 2 && !text.chars().any(char::is_lowercase)
}

/// Sections of roles that stand at the level of the roles themselves ("## Treasurer", "## Missions", "## Skills",
/// "## Secretary", "## Missions", …) a step deeper.
fn relevelled(mut blocks: Vec<Block>) -> Vec<Block> {
    let levels: Vec<(usize, Option<Section>)> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) => Some((heading.level, section_of(&heading.text))),
            _ => None,
        })
        .collect();
    let mut deeper = vec![false; levels.len()];
    for (at, (level, section)) in levels.iter().enumerate() {
        let Some(section) = section.filter(|section| section.is_of_role()) else { continue };
        // The next heading of this level that repeats the section, with a name between the two.
        let rest = &levels[at + 1..];
        let until = rest.iter().position(|(other, _)| other < level).unwrap_or(rest.len());
        let again = rest[..until].iter().position(|(other, same)| other == level && *same == Some(section));
        let has_name =
            |from: &[(usize, Option<Section>)]| from.iter().any(|(other, what)| other == level && what.is_none());
        if again.is_some_and(|again| has_name(&rest[..again])) {
            deeper[at] = true;
        }
        let from = levels[..at].iter().rposition(|(other, _)| other < level).map_or(0, |from| from + 1);
        let before = levels[from..at].iter().rposition(|(other, same)| other == level && *same == Some(section));
        if before.is_some_and(|before| has_name(&levels[from + before..at])) {
            deeper[at] = true;
        }
    }
    // Sections beside such a section follow it, once a name stands before them.
    for at in 0..levels.len() {
        let (level, Some(section)) = levels[at] else { continue };
        if section.is_of_role() && !deeper[at] {
            let from = levels[..at].iter().rposition(|(other, _)| *other < level).map_or(0, |from| from + 1);
            let until = levels[at..].iter().position(|(other, _)| *other < level).map_or(levels.len(), |end| at + end);
            let has_deeper = (from..until).any(|other| levels[other].0 == level && deeper[other]);
            deeper[at] = has_deeper && (from..at).any(|other| levels[other].0 == level && levels[other].1.is_none());
        }
    }
    let headings = blocks.iter_mut().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading),
        _ => None,
    });
    for (heading, deeper) in headings.zip(deeper) {
        heading.level += usize::from(deeper);
    }
    blocks
}
