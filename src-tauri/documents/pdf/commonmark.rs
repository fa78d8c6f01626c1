//! CommonMark notes as blocks that a template can set. Raw HTML stays text, pictures become their description.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde::Serialize;

/// A block of a note.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Block {
    Paragraph {
        spans: Vec<Span>,
    },
    /// A heading of a note is a bold line: the outline belongs to the document.
    Heading {
        spans: Vec<Span>,
    },
    List {
        is_ordered: bool,
        start: u64,
        items: Vec<Vec<Block>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Code {
        text: String,
    },
    Rule,
}

/// A run of text in one style.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) is_strong: bool,
    pub(super) is_emphasis: bool,
    pub(super) is_code: bool,
}

/// Deeper lists and quotes go on at this depth: a page has only so much width.
const DEPTH_MAX: usize = 6;

/// The blocks of a CommonMark text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut builder = Builder { stack: vec![Open::Root(Vec::new())], ..Builder::default() };
    for event in Parser::new(text) {
        builder.take(event);
    }
    builder.finish()
}

#[derive(Default)]
struct Builder {
    stack: Vec<Open>,
    spans: Vec<Span>,
    strong: usize,
    emphasis: usize,
}

enum Open {
    Root(Vec<Block>),
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    Item(Vec<Block>),
    Quote(Vec<Block>),
    Code,
    /// Content of a container beyond [`DEPTH_MAX`], added to the one around it.
    TooDeep,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text, false),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, true),
            Event::SoftBreak => self.text(" ", false),
            Event::HardBreak => self.text("\n", false),
            Event::Rule => self.push(Block::Rule),
            Event::TaskListMarker(is_done) => self.text(if is_done { "☑ " } else { "☐ " }, false),
            Event::FootnoteReference(name) => self.text(&name, false),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let is_deep = self.stack.len() > DEPTH_MAX * 2;
        match tag {
            Tag::List(start) => {
                self.flush(false);
                self.stack.push(if is_deep { Open::TooDeep } else { Open::List { start: *start, items: Vec::new() } });
            }
            Tag::Item => {
                let is_in_list = matches!(self.stack.last(), Some(Open::List { .. }));
                self.stack.push(if is_in_list { Open::Item(Vec::new()) } else { Open::TooDeep });
            }
            Tag::BlockQuote(_) => {
                self.flush(false);
                self.stack.push(if is_deep { Open::TooDeep } else { Open::Quote(Vec::new()) });
            }
            Tag::CodeBlock(_) => {
                self.flush(false);
                self.stack.push(Open::Code);
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.flush(false),
            TagEnd::Heading(_) => self.flush(true),
            TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::CodeBlock => self.close(),
            _ => {}
        }
    }

    fn close(&mut self) {
        if let Some(Open::Code) = self.stack.last() {
            let text: String = std::mem::take(&mut self.spans).into_iter().map(|span| span.text).collect();
            self.stack.pop();
            self.push(Block::Code { text: text.trim_end().to_owned() });
            return;
        }
        self.flush(false);
        match self.stack.pop() {
            Some(Open::List { start, items }) => {
                self.push(Block::List { is_ordered: start.is_some(), start: start.unwrap_or(1), items });
            }
            Some(Open::Item(blocks)) => match self.stack.last_mut() {
                Some(Open::List { items, .. }) => items.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.push(block)),
            },
            Some(Open::Quote(blocks)) => self.push(Block::Quote { blocks }),
            Some(Open::Root(blocks)) => self.stack.push(Open::Root(blocks)),
            Some(Open::Code | Open::TooDeep) | None => {}
        }
    }

    fn text(&mut self, text: &str, is_code: bool) {
        let span = Span { text: text.to_owned(), is_strong: self.strong > 0, is_emphasis: self.emphasis > 0, is_code };
        match self.spans.last_mut() {
            Some(last)
                if Span { text: String::new(), ..last.clone() } == Span { text: String::new(), ..span.clone() } =>
            {
                last.text.push_str(text);
            }
            _ => self.spans.push(span),
        }
    }

    fn flush(&mut self, is_heading: bool) {
        let spans = std::mem::take(&mut self.spans);
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            return;
        }
        self.push(if is_heading { Block::Heading { spans } } else { Block::Paragraph { spans } });
    }

    fn push(&mut self, block: Block) {
        for open in self.stack.iter_mut().rev() {
            if let Open::Root(blocks) | Open::Item(blocks) | Open::Quote(blocks) = open {
                blocks.push(block);
                return;
            }
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.flush(false);
        while self.stack.len() > 1 {
            self.close();
        }
        match self.stack.pop() {
            Some(Open::Root(blocks)) => blocks,
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Span {
        Span { text: text.to_owned(), ..Span::default() }
    }

    #[test]
    fn paragraphs_lists_and_emphasis_are_kept() {
        let blocks = blocks("# Titre\n\nUn *deux* **trois**\nquatre\n\n1. a\n   - b\n2. c\n\n> cité\n\n`x`\n\n---\n");
        assert_eq!(blocks.len(), 6);
        assert_eq!(blocks[0], Block::Heading { spans: vec![plain("Titre")] });
        let Block::Paragraph { spans } = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(spans.iter().map(|span| span.text.as_str()).collect::<String>(), "Un deux trois quatre");
        assert!(spans[1].is_emphasis && spans[3].is_strong);
        let Block::List { is_ordered: true, start: 1, items } = &blocks[2] else { panic!("{blocks:?}") };
        assert_eq!(items.len(), 2);
        assert!(matches!(items[0][1], Block::List { is_ordered: false, .. }));
        assert!(matches!(blocks[3], Block::Quote { .. }));
        assert_eq!(blocks[5], Block::Rule);
    }

    #[test]
    fn html_stays_text_and_depth_is_bounded() {
        let made = blocks("<script>alert(1)</script>");
        assert_eq!(made, vec![Block::Paragraph { spans: vec![plain("<script>alert(1)</script>")] }]);
        let deep = format!("{}x", "> ".repeat(500));
        assert!(format!("{:?}", blocks(&deep)).contains("\"x\""));
        let deep = (0..300).map(|n| format!("{}- {n}\n", "  ".repeat(n))).collect::<String>();
        assert!(serde_json::to_string(&blocks(&deep)).unwrap().contains("299"));
    }
}
