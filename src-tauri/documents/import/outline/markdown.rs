//! Markdown, with the HTML that stands in it.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html::Html;
use super::{Block, Build, capitalised};
use crate::Result;
use crate::import::Source;

/// Marks a tab's heading, whose tabs end with [`TABS_END`].
const TAB: char = '\u{e000}';
const TABS_END: char = '\u{e001}';
/// A tab is below every heading.
pub(in super::super) const TAB_LEVEL: usize = 7;

/// A Markdown document.
///
/// # Errors
/// [`crate::Error`] for a table with too many rows.
pub(in super::super) fn markdown(text: &str, name: &str) -> Result<Source> {
    let prepared = prepared(text);
    let starts: Vec<usize> = std::iter::once(0).chain(prepared.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST;
    let mut reader = Reader { build: Build::new(name), html: Html::default(), skip: Skip::default() };
    let mut title = None;
    let mut is_front_matter = false;
    for (event, range) in Parser::new_ext(&prepared, options).into_offset_iter() {
        let line = u32::try_from(starts.partition_point(|start| *start <= range.start)).unwrap_or(u32::MAX);
        match event {
            Event::Start(Tag::MetadataBlock(_)) => is_front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => is_front_matter = false,
            Event::Text(text) if is_front_matter => {
                let named = text.lines().find_map(|line| line.strip_prefix("title:"));
                title = title.or(named.map(|title| title.trim().trim_matches(['"', '\'']).to_owned()));
            }
            other => {
                reader.build.at(line);
                reader.take(other, line)?;
            }
        }
    }
    reader.html.end(&mut reader.build);
    let mut source = reader.build.finish(title);
    for block in &mut source.blocks {
        let Block::Heading(heading) = block else { continue };
        if heading.text.contains(TABS_END) {
            *block = Block::TabsEnd;
        } else if heading.text.contains(TAB) {
            heading.level = TAB_LEVEL;
            heading.text = heading.text.trim_start_matches(TAB).trim().to_owned();
        }
    }
    Ok(source)
}

struct Reader {
    build: Build,
    html: Html,
    skip: Skip,
}

/// What is not text to be read: code, pictures.
#[derive(Default)]
struct Skip {
    code: bool,
    image: usize,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, line: u32) -> Result<()> {
        let build = &mut self.build;
        match event {
            Event::Start(Tag::Heading { level, .. }) => build.open_heading(level_of(level)),
            Event::Start(Tag::Paragraph) => build.open_paragraph(),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => build.close_paragraph(),
            Event::Start(Tag::List(start)) => build.open_list(start.is_some()),
            Event::End(TagEnd::List(_)) => build.close_list(),
            Event::Start(Tag::Item) => build.open_item(),
            Event::End(TagEnd::Item) => build.close_item(),
            // A defined word is an item that begins with it in bold.
            Event::Start(Tag::DefinitionList) => build.open_list(false),
            Event::End(TagEnd::DefinitionList) => {
                build.close_item();
                build.close_list();
            }
            Event::Start(Tag::DefinitionListTitle) => {
                if build.is_in_item() {
                    build.close_item();
                }
                build.open_item();
                build.open_bold();
            }
            Event::End(TagEnd::DefinitionListTitle) => build.close_bold(),
            Event::Start(Tag::DefinitionListDefinition) => {
                build.open_list(false);
                build.open_item();
            }
            Event::End(TagEnd::DefinitionListDefinition) => build.close_list(),
            Event::Start(Tag::Table(_)) => build.open_table(),
            Event::Start(Tag::TableHead | Tag::TableRow) => build.open_row(),
            Event::Start(Tag::TableCell) => build.open_cell(1, 1)?,
            Event::End(TagEnd::TableCell) => build.close_cell(),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => build.close_row(),
            Event::End(TagEnd::Table) => build.close_table()?,
            Event::Start(Tag::Strong) => build.open_bold(),
            Event::End(TagEnd::Strong) => build.close_bold(),
            Event::Start(Tag::Link { dest_url, .. }) => build.open_link(&dest_url),
            Event::End(TagEnd::Link) => build.close_link(),
            Event::Start(Tag::Image { .. }) => self.skip.image += 1,
            Event::End(TagEnd::Image) => self.skip.image = self.skip.image.saturating_sub(1),
            Event::Start(Tag::CodeBlock(kind)) => {
                // Within an HTML table an indented line is no code.
                self.skip.code = !(matches!(kind, CodeBlockKind::Indented) && build.is_in_table());
            }
            Event::End(TagEnd::CodeBlock) => self.skip.code = false,
            Event::Start(Tag::HtmlBlock) => {}
            Event::Html(html) | Event::InlineHtml(html) => self.html.feed(&html, build, line)?,
            Event::Text(text) if self.html.is_reading(build) => {
                // Indented rows of an HTML table.
                self.html.feed(&text, build, line)?;
            }
            Event::Text(text) if !self.skip.code && self.skip.image == 0 && !self.html.is_skipping() => {
                build.text(&text);
            }
            Event::Code(text) if !self.html.is_skipping() => build.text(&text),
            Event::SoftBreak => build.text(" "),
            Event::HardBreak => build.text("\n"),
            _ => {}
        }
        Ok(())
    }
}

fn level_of(level: HeadingLevel) -> usize {
    level as usize
}

/// The document with what the parser does not know made known, line by line: `>[!TAB name]` opens a tab,
/// `>[!ENDTABS]` ends them, `>[!VIDEO](address)` is a link, `{target="_blank"}` after a link is nothing.
fn prepared(markdown: &str) -> String {
    let mut prepared = String::with_capacity(markdown.len());
    for line in markdown.replace("\r\n", "\n").replace('\r', "\n").lines() {
        let directive =
            line.trim_start().strip_prefix('>').map(str::trim_start).and_then(|rest| rest.strip_prefix("[!"));
        match directive.and_then(|rest| rest.split_once(']')) {
            Some((head, _)) if head.starts_with("TAB ") => {
                prepared.push_str(&format!("###### {TAB}{}", head[4..].trim()));
            }
            Some(("BEGINTABS", _)) => {}
            Some(("ENDTABS", _)) => prepared.push_str(&format!("###### {TABS_END}")),
            Some((head, rest)) if rest.starts_with('(') => {
                prepared.push_str(&format!("[{}]{rest}", capitalised(&head.to_lowercase())));
            }
            // "> [!NOTE]" of GitHub opens a quotation.
            Some((head, rest)) if rest.trim().is_empty() && head.chars().all(|c| c.is_ascii_uppercase()) => {
                prepared.push('>');
            }
            _ => {
                // Bullets that Markdown does not know.
                let text = line.trim_start();
                if text.starts_with(['•', '▪', '●', '◦', '‣', '➢', '➤', '☐', '☑', '☒']) {
                    prepared.push_str(&line[..line.len() - text.len()]);
                    prepared.push_str("- ");
                    let text = text.trim_start_matches(['•', '▪', '●', '◦', '‣', '➢', '➤']).trim_start();
                    prepared.push_str(&without_attributes(text));
                } else {
                    prepared.push_str(&without_attributes(line));
                }
            }
        }
        prepared.push('\n');
    }
    prepared
}

/// A line without `{…}` directly after a link.
fn without_attributes(line: &str) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("){") {
        let (before, after) = rest.split_at(at + 1);
        kept.push_str(before);
        rest = match after.find('}') {
            Some(end) => &after[end + 1..],
            None => {
                kept.push_str(after);
                return kept;
            }
        };
    }
    kept.push_str(rest);
    kept
}
