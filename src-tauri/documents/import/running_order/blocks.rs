//! Agendas that a document writes as a list, as lines, or as headings with what is said below each.

use super::line::timed;
use crate::Result;
use crate::import::outline::{Block, Item, Words};
use crate::import::sheet::{Cells, Sheet};

/// An agenda within a document.
pub(in super::super) struct Listed {
    /// The blocks that it is made of, in their order.
    pub blocks: Vec<usize>,
    /// A line and what is said below it, for each item.
    pub sheet: Sheet,
}

/// A line of an agenda with what is said below it.
struct Line {
    line: u32,
    text: String,
    more: String,
}

/// The lists, lines and headings of a document that are agendas.
///
/// # Errors
/// [`crate::Error::TooManyRows`].
pub(in super::super) fn in_blocks(blocks: &[Block]) -> Result<Vec<Listed>> {
    let mut found: Vec<Listed> = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let (end, taken, lines) = match &blocks[at] {
            Block::Heading(heading) if timed(&heading.text).is_some() => headed(blocks, at, heading.level),
            _ => listed(blocks, at),
        };
        let count = lines.iter().filter(|line| timed(&line.text).is_some()).count();
        if count > 1 && count * 10 >= lines.len() * 6 {
            found.push(Listed { blocks: taken, sheet: sheet(&lines)? });
            at = end;
        } else {
            // What stands below a heading may be one.
            at = if matches!(blocks[at], Block::Heading(_)) { at + 1 } else { end };
        }
    }
    Ok(found)
}

fn sheet(lines: &[Line]) -> Result<Sheet> {
    let mut cells = Cells::default();
    for (row, line) in (0u32..).zip(lines) {
        cells.put(row, 0, &line.text)?;
        cells.put(row, 1, &line.more)?;
    }
    let mut sheet = cells.sheet("", 1);
    for (row, line) in sheet.rows.iter_mut().zip(lines) {
        row.line = line.line;
    }
    Ok(sheet)
}

/// Headings of one level from here on, until one above them: where they end, the blocks they take, and their lines. A
/// table below one stays what it is.
fn headed(blocks: &[Block], from: usize, level: usize) -> (usize, Vec<usize>, Vec<Line>) {
    let (mut lines, mut taken): (Vec<Line>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut at = from;
    while let Some(block) = blocks.get(at) {
        let text = match block {
            Block::Heading(heading) if heading.level < level => break,
            Block::Heading(heading) if heading.level == level => {
                let line = Line { line: heading.line, text: heading.text.clone(), more: String::new() };
                lines.push(line);
                taken.push(at);
                at += 1;
                continue;
            }
            Block::Heading(heading) => heading.text.clone(),
            Block::Paragraph(words, _) => words.all(),
            Block::List { items, .. } => said(items),
            Block::Table(_) | Block::TabsEnd => {
                at += 1;
                continue;
            }
        };
        if let Some(last) = lines.last_mut() {
            last.say(&text);
        }
        taken.push(at);
        at += 1;
    }
    (at, taken, lines)
}

/// A list, or paragraphs that begin with a time, from here on.
fn listed(blocks: &[Block], from: usize) -> (usize, Vec<usize>, Vec<Line>) {
    let mut lines: Vec<Line> = Vec::new();
    let mut at = from;
    while let Some(block) = blocks.get(at) {
        match block {
            Block::List { items, .. } => {
                // A list below a timed line says more of it.
                let is_below = at > from && !items.iter().any(|item| is_timed(&item.words));
                if let (true, Some(last)) = (is_below, lines.last_mut()) {
                    last.say(&said(items));
                } else if items.iter().any(|item| item.is_done.is_some()) {
                    // What has a box to tick is work to be done.
                    break;
                } else {
                    lines.extend(items.iter().map(|item| Line {
                        line: item.line,
                        text: item.words.all(),
                        more: said(&item.children),
                    }));
                }
            }
            Block::Paragraph(words, line) if words.all().lines().all(|text| timed(text).is_some()) => {
                let all = words.all();
                let of = |(line, text): (u32, &str)| Line { line, text: text.to_owned(), more: String::new() };
                lines.extend((*line..).zip(all.lines()).map(of));
            }
            _ => break,
        }
        at += 1;
    }
    let end = at.max(from + 1);
    (end, (from..end).collect(), lines)
}

impl Line {
    fn say(&mut self, text: &str) {
        self.more = [self.more.as_str(), text].join("\n").trim().to_owned();
    }
}

fn is_timed(words: &Words) -> bool {
    timed(&words.all()).is_some()
}

/// Everything a list says, a line an item.
fn said(items: &[Item]) -> String {
    let of = |item: &Item| [item.words.all(), said(&item.children)].join("\n").trim().to_owned();
    items.iter().map(of).collect::<Vec<_>>().join("\n")
}
