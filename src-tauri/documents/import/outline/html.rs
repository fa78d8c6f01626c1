//! HTML: saved pages, and what a browser, Word, Google Docs or a spreadsheet put on the clipboard.
//!
//! The tokenizer is the browser's; elements are put in order here, without a tree, so that no depth of nesting costs
//! anything.

use std::cell::RefCell;

use html5ever::Attribute;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::Build;
use crate::Result;
use crate::import::Source;

/// Deepest nesting whose ends are matched.
const DEEPEST: usize = 512;
/// Elements whose text is not the document's.
const UNREAD: &[&str] = &[
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "button", "nav", "footer",
    "audio", "video", "canvas", "datalist", "textarea", "head",
];
/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "aside",
    "blockquote",
    "address",
    "figcaption",
    "summary",
    "details",
    "fieldset",
    "form",
    "legend",
    "caption",
    "center",
    "hr",
    "pre",
    "body",
    "html",
    "dialog",
    "figure",
];
const VOID: &[&str] = &["br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source"];

/// A page or a piece of one.
///
/// # Errors
/// [`crate::Error`] for a table with too many rows.
pub(in super::super) fn html(text: &str, name: &str) -> Result<Source> {
    let mut build = Build::new(name);
    let mut html = Html { collapses: true, ..Html::default() };
    html.feed(body(text), &mut build, 1)?;
    html.end(&mut build);
    let title = html.title.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(build.finish(Some(title)))
}

/// Whether a text is HTML: a page, or what a program put on the clipboard.
pub(in super::super) fn is_html(text: &str) -> bool {
    let text = text.trim_start_matches(super::is_space);
    if text.starts_with("Version:") && text.contains("StartHTML:") {
        return true;
    }
    if !text.starts_with('<') {
        return false;
    }
    let start: String = text.chars().take(400).collect::<String>().to_ascii_lowercase();
    let is_page = ["<!doctype html", "<html", "<meta", "<head", "<body", "<!--startfragment", "<google-sheets"];
    let is_piece =
        ["<table", "<p", "<ul", "<ol", "<div", "<h1", "<h2", "<h3", "<span", "<b>", "<strong", "<dl", "<section"];
    let is_markdown =
        || text.lines().any(|line| line.starts_with("# ") || line.starts_with("## ") || line.starts_with('|'));
    is_page.iter().any(|tag| start.starts_with(tag))
        || start.starts_with("<?xml") && start.contains("<html")
        || (is_piece.iter().any(|tag| start.starts_with(tag)) && !is_markdown())
}

/// What of a page is the document: without the head of clipboard formats, and the main part where one is marked.
fn body(text: &str) -> &str {
    let text = text.find('<').map_or(text, |at| &text[at..]);
    let lower = text.to_ascii_lowercase();
    let Some(at) = lower.find("<main").filter(|at| lower[at + 5..].starts_with([' ', '>', '\n', '\t'])) else {
        return text;
    };
    let end = lower.rfind("</main").filter(|end| *end > at).unwrap_or(text.len());
    &text[at..end]
}

/// Where the reader of a page stands; pieces may come one by one.
#[derive(Default)]
pub(super) struct Html {
    open: Vec<Open>,
    /// How many of the open elements are not read.
    skipped: usize,
    is_title: bool,
    title: String,
    /// Spaces and line breaks are one space, as in HTML; within Markdown they are kept.
    collapses: bool,
    /// How many elements keep their line breaks.
    pre: usize,
    failed: Option<crate::Error>,
    line: u32,
}

/// An open element and what it began.
struct Open {
    name: String,
    is_skipped: bool,
    is_bold: bool,
    closes: Closes,
}

#[derive(Clone, Copy, PartialEq)]
enum Closes {
    Nothing,
    Paragraph,
    Item,
    List,
    Link,
    Cell,
    Row,
    Table,
    /// A defined word, and what is said of it.
    Word,
    Definition,
}

struct Sink<'a>(RefCell<(&'a mut Html, &'a mut Build)>);

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut both = self.0.borrow_mut();
        let (html, build) = &mut *both;
        if html.failed.is_some() {
            return TokenSinkResult::Continue;
        }
        let line = html.line.saturating_add(u32::try_from(line.saturating_sub(1)).unwrap_or(u32::MAX));
        build.at(line);
        html.token(token, build)
    }
}

impl Html {
    /// Reads a piece that stands at a line.
    ///
    /// # Errors
    /// [`crate::Error`] for a table with too many rows.
    pub fn feed(&mut self, text: &str, build: &mut Build, line: u32) -> Result<()> {
        self.line = line;
        let tokenizer = Tokenizer::new(Sink(RefCell::new((self, build))), TokenizerOpts::default());
        let queue = BufferQueue::default();
        // Pieces, because a tendril holds less than a large file.
        let mut rest = text;
        while !rest.is_empty() {
            let mut at = rest.len().min(1 << 20);
            while !rest.is_char_boundary(at) {
                at -= 1;
            }
            let (piece, after) = rest.split_at(at);
            queue.push_back(StrTendril::from(piece));
            let _ = tokenizer.feed(&queue);
            rest = after;
        }
        tokenizer.end();
        drop(tokenizer);
        self.failed.take().map_or(Ok(()), Err)
    }

    /// Ends everything that is open.
    pub fn end(&mut self, build: &mut Build) {
        while let Some(open) = self.open.pop() {
            self.close(&open, build);
        }
    }

    pub fn is_skipping(&self) -> bool {
        self.skipped > 0
    }

    /// Whether a table is open between two of its cells: text there can only be more of it.
    pub fn is_reading(&self, build: &Build) -> bool {
        !self.open.is_empty() && build.is_in_table() && !build.is_in_cell()
    }

    fn token(&mut self, token: Token, build: &mut Build) -> TokenSinkResult<()> {
        match token {
            TagToken(tag) if tag.kind == StartTag => return self.start(&tag, build),
            TagToken(tag) => self.finish(&tag.name, build),
            CharacterTokens(text) if self.is_title => self.title.push_str(&text),
            CharacterTokens(text) if self.skipped == 0 => self.text(&text, build),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn text(&mut self, text: &str, build: &mut Build) {
        // Between the cells of a table nothing stands but spaces.
        if build.is_in_table() && !build.is_in_cell() {
            return;
        }
        if !self.collapses {
            return build.text(text);
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 && self.pre > 0 {
                build.text("\n");
            }
            let is_spaced = at > 0 || line.starts_with([' ', '\t', '\r', '\u{c}']);
            if is_spaced && self.pre == 0 && build.has_words() && !build.is_after_space() {
                build.text(" ");
            }
            let words: Vec<&str> = line.split([' ', '\t', '\r', '\u{c}']).filter(|word| !word.is_empty()).collect();
            if words.is_empty() {
                continue;
            }
            build.text(&words.join(" "));
            if line.ends_with([' ', '\t', '\r']) {
                build.text(" ");
            }
        }
    }

    fn start(&mut self, tag: &Tag, build: &mut Build) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let raw = match name {
            "script" | "style" | "noscript" | "iframe" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        };
        let is_void = VOID.contains(&name) || (tag.self_closing && !self.collapses && name != "p");
        if self.skipped > 0 && is_void {
            return raw;
        }
        match name {
            "br" => {
                if self.skipped == 0 && build.has_words() {
                    build.text("\n");
                }
                return raw;
            }
            "input" => {
                if attribute(tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
                    build.mark(attribute(tag, "checked").is_some());
                }
                return raw;
            }
            "hr" => {
                build.close_paragraph();
                return raw;
            }
            _ if is_void => return raw,
            _ => {}
        }
        if self.open.len() >= DEEPEST {
            return raw;
        }
        let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
        let class = attribute(tag, "class").unwrap_or_default().to_ascii_lowercase();
        let is_hidden = style.contains("display:none")
            || style.contains("mso-list:ignore")
            || attribute(tag, "hidden").is_some()
            || class.split(' ').any(|class| ["sr-only", "screen-reader-text"].contains(&class));
        if name == "body" {
            self.close_until(&["head"], &[], build);
        }
        let is_unread = UNREAD.contains(&name) || class.starts_with("msotoc");
        if name == "title" && self.skipped <= 1 && self.title.is_empty() {
            self.is_title = true;
        }
        let mut open =
            Open { name: name.to_owned(), is_skipped: is_hidden || is_unread, is_bold: false, closes: Closes::Nothing };
        self.skipped += usize::from(open.is_skipped);
        if self.skipped == 0 {
            open.is_bold = is_bold(name, &style);
            open.closes = self.begin(name, tag, &style, &class, build);
            if open.is_bold {
                build.open_bold();
            }
            if name == "pre" {
                self.pre += 1;
            }
        }
        self.open.push(open);
        raw
    }

    /// What an element begins.
    fn begin(&mut self, name: &str, tag: &Tag, style: &str, class: &str, build: &mut Build) -> Closes {
        let heading = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => name[1..].parse().ok(),
            _ if class == "msotitle" => Some(1),
            _ if attribute(tag, "role").as_deref() == Some("heading") => {
                attribute(tag, "aria-level").and_then(|level| level.parse().ok())
            }
            _ => None,
        };
        if let Some(level) = heading {
            build.end_levels();
            build.open_heading(level);
            return Closes::Paragraph;
        }
        match name {
            "ul" | "ol" | "menu" => {
                build.end_levels();
                self.close_until(&["p"], &["li", "td", "th", "ul", "ol"], build);
                build.open_list(name == "ol");
                Closes::List
            }
            "li" => {
                self.close_until(&["li"], &["ul", "ol", "menu", "table"], build);
                build.open_item();
                let class_done = class.split(' ').any(|class| class == "checked");
                if attribute(tag, "data-inline-task-id").is_some() || class.contains("task-list-item-checked") {
                    build.mark(class_done);
                } else if let Some(checked) = attribute(tag, "data-checked").or(attribute(tag, "aria-checked")) {
                    build.mark(checked == "true");
                }
                Closes::Item
            }
            "dl" => {
                build.open_list(false);
                Closes::List
            }
            "dt" => {
                self.close_until(&["dt", "dd"], &["dl"], build);
                if build.is_in_item() {
                    build.close_item();
                }
                build.open_item();
                build.open_bold();
                Closes::Word
            }
            "dd" => {
                self.close_until(&["dt", "dd"], &["dl"], build);
                build.open_list(false);
                build.open_item();
                Closes::Definition
            }
            "table" => {
                build.end_levels();
                self.close_until(&["p"], &["li", "td", "th"], build);
                build.open_table();
                Closes::Table
            }
            "tr" => {
                self.close_until(&["tr"], &["table"], build);
                build.open_row();
                Closes::Row
            }
            "td" | "th" => {
                self.close_until(&["td", "th"], &["table"], build);
                let span =
                    |name| attribute(tag, name).and_then(|number: String| number.trim().parse().ok()).unwrap_or(1);
                match build.open_cell(span("rowspan"), span("colspan")) {
                    Ok(()) => Closes::Cell,
                    Err(error) => {
                        self.failed = Some(error);
                        Closes::Nothing
                    }
                }
            }
            "a" => {
                if let Some(url) = attribute(tag, "href") {
                    build.open_link(&url);
                    return Closes::Link;
                }
                Closes::Nothing
            }
            // A box that is drawn: Notion writes it so.
            "div" | "span" if class.contains("checkbox-on") || class.contains("checkbox-off") => {
                build.mark(class.contains("checkbox-on"));
                Closes::Nothing
            }
            _ if BLOCKS.contains(&name) => self.paragraph(name, style, class, build),
            _ => Closes::Nothing,
        }
    }

    /// A paragraph; Word writes the items of its lists as such.
    fn paragraph(&mut self, name: &str, style: &str, class: &str, build: &mut Build) -> Closes {
        let word = style.find("mso-list:").map(|at| &style[at + "mso-list:".len()..]);
        if let Some(list) = word.filter(|list| !list.starts_with("none") && !list.starts_with("ignore")) {
            let level = list.find("level").and_then(|at| list[at + 5..].chars().next()).and_then(|c| c.to_digit(10));
            build.item_at(level.unwrap_or(1) as usize, false);
            return Closes::Nothing;
        }
        build.end_levels();
        if name == "p" {
            self.close_until(&["p"], &["li", "td", "th", "div", "blockquote", "dd"], build);
        }
        if name == "summary" || class == "msosubtitle" {
            build.open_paragraph();
            return Closes::Paragraph;
        }
        // Inside of an item a block goes on with it, on a line of its own.
        build.close_paragraph();
        if name == "p" || !build.is_in_item() {
            build.open_paragraph();
        }
        Closes::Paragraph
    }

    /// Closes the innermost element of a name, unless one of the others stands before it.
    fn close_until(&mut self, names: &[&str], borders: &[&str], build: &mut Build) {
        let found = self.open.iter().rposition(|open| names.contains(&open.name.as_str()));
        let border = self.open.iter().rposition(|open| borders.contains(&open.name.as_str()));
        if let Some(at) = found.filter(|at| border.is_none_or(|border| border < *at)) {
            self.close_from(at, build);
        }
    }

    fn close_from(&mut self, at: usize, build: &mut Build) {
        while self.open.len() > at {
            if let Some(open) = self.open.pop() {
                self.close(&open, build);
            }
        }
    }

    fn finish(&mut self, name: &str, build: &mut Build) {
        if name == "title" {
            self.is_title = false;
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            if name == "p" && self.skipped == 0 {
                build.close_paragraph();
            }
            return;
        };
        // An end tag inside a cell closes nothing outside of it.
        let cell = self.open.iter().rposition(|open| open.closes == Closes::Cell);
        let is_table_part = ["table", "tr", "td", "th", "tbody", "thead", "tfoot"].contains(&name);
        if cell.is_some_and(|cell| at < cell) && !is_table_part {
            return;
        }
        self.close_from(at, build);
    }

    fn close(&mut self, open: &Open, build: &mut Build) {
        self.skipped -= usize::from(open.is_skipped);
        if open.is_skipped {
            return;
        }
        if open.name == "pre" && self.skipped == 0 {
            self.pre = self.pre.saturating_sub(1);
        }
        if open.is_bold {
            build.close_bold();
        }
        match open.closes {
            Closes::Nothing => {}
            Closes::Paragraph => {
                build.close_paragraph();
            }
            Closes::Item => build.close_item(),
            Closes::List => {
                build.end_levels();
                build.close_list();
            }
            Closes::Link => build.close_link(),
            Closes::Cell => {
                build.end_levels();
                build.close_cell();
            }
            Closes::Row => build.close_row(),
            Closes::Table => {
                if let Err(error) = build.close_table() {
                    self.failed = Some(error);
                }
            }
            Closes::Word => build.close_bold(),
            Closes::Definition => build.close_list(),
        }
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    let found = tag.attrs.iter().find(|attribute: &&Attribute| &*attribute.name.local == name);
    found.map(|attribute| attribute.value.to_string())
}

/// Whether an element makes its text bold. Google Docs wraps everything in a `<b>` that does not.
fn is_bold(name: &str, style: &str) -> bool {
    let weight = style.find("font-weight:").map(|at| &style[at + "font-weight:".len()..]);
    match weight {
        Some(weight) => ["bold", "600", "700", "800", "900"].iter().any(|bold| weight.starts_with(bold)),
        None => ["b", "strong"].contains(&name),
    }
}
