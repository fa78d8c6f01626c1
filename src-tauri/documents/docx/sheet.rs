//! A Word file in the making: headings, paragraphs, lists, tables with a head that repeats, turned parts.

use docx_rs::{
    BorderType, BreakType, Docx, Footer, Hyperlink, HyperlinkType, LevelOverride, NumPages, Numbering, NumberingId,
    PageMargin, PageNum, PageOrientationType, Paragraph, Run, Section, Shading, Tab, TabValueType, Table, TableBorder,
    TableBorderPosition, TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType, XMLDocx,
};

use super::data::Data;
use super::style::{self, BULLETS, HAIR, MUTED, NUMBERS};
use crate::{Document, Error, Result};

/// How a run of text looks.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Look {
    #[default]
    Plain,
    Strong,
    Muted,
    Alert,
    Good,
    Emphasis,
    Code,
    /// A role's letter on its colour.
    Badge(&'static str),
    /// A link to its own text.
    Link,
}

/// Runs of text, each in its look; a line end is a break.
#[derive(Clone, Default)]
pub(super) struct Line(Vec<(String, Look)>);

impl Line {
    pub(super) fn of(text: &str) -> Self {
        Self::default().add(text, Look::Plain)
    }

    pub(super) fn add(mut self, text: &str, look: Look) -> Self {
        if !text.is_empty() {
            self.0.push((text.to_owned(), look));
        }
        self
    }

    /// A role's letter; a task without one shows a question mark.
    pub(super) fn badge(self, role: Data<'_>) -> Self {
        let letter = if role.is_there() { role.text("letter") } else { "?" };
        self.add(&format!("\u{a0}{letter}\u{a0}"), Look::Badge(style::color(role.text("color")))).add(" ", Look::Plain)
    }

    /// Something small after what is there, off by a middle dot.
    pub(super) fn aside(self, text: &str, look: Look) -> Self {
        if text.is_empty() {
            return self;
        }
        let between = if self.0.is_empty() { "" } else { " · " };
        self.add(between, Look::Muted).add(text, look)
    }

    /// Something on a line of its own below.
    pub(super) fn below(self, text: &str, look: Look) -> Self {
        if text.is_empty() {
            return self;
        }
        let line = if self.0.is_empty() { text.to_owned() } else { format!("\n{text}") };
        self.add(&line, look)
    }

    /// Goes on with another line.
    pub(super) fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A cell: one line, over one or more columns.
pub(super) struct Cell {
    line: Line,
    span: usize,
    fill: Option<&'static str>,
}

impl Cell {
    pub(super) fn wide(line: Line, span: usize) -> Self {
        Self { line, span, fill: None }
    }

    pub(super) fn filled(line: Line, fill: &'static str) -> Self {
        Self { line, span: 1, fill: Some(fill) }
    }
}

impl From<Line> for Cell {
    fn from(line: Line) -> Self {
        Cell { line, span: 1, fill: None }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Line::of(text).into()
    }
}

/// What has been written so far, and the part that is being written.
pub(super) struct Sheet {
    docx: Docx,
    section: Section,
    is_turned: bool,
    is_a3: bool,
    footer: String,
    draft: String,
    paragraphs: u32,
    lists: usize,
    breaks: bool,
}

/// Margins in twentieths of a point.
const MARGIN: i32 = 1134;

impl Sheet {
    pub(super) fn new(data: &Data<'_>) -> Self {
        Self {
            docx: style::dressed(Docx::new()),
            section: Section::new(),
            is_turned: false,
            is_a3: data.text("paper") == "a3",
            footer: data.text("footer").to_owned(),
            draft: data.text("draft").to_owned(),
            paragraphs: 0,
            lists: 0,
            breaks: false,
        }
    }

    /// Kind of document and title.
    pub(super) fn opening(&mut self, data: &Data<'_>) {
        let draft = self.draft.clone();
        let kind = Line::of(&data.text("kind").to_uppercase()).aside(&draft, Look::Alert);
        self.paragraph("Subtitle", &kind);
        self.paragraph("Title", &Line::of(data.text("title")));
    }

    pub(super) fn heading(&mut self, level: usize, line: &Line) {
        let blank = Line::of("—");
        let line = if line.is_empty() { &blank } else { line };
        let paragraph = self.set(&format!("Heading{level}"), line).keep_next(true);
        self.put(paragraph);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.line(&Line::of(text));
    }

    pub(super) fn line(&mut self, line: &Line) {
        if !line.is_empty() {
            self.paragraph("Normal", line);
        }
    }

    pub(super) fn paragraph(&mut self, style: &str, line: &Line) {
        let paragraph = self.set(style, line);
        self.put(paragraph);
    }

    pub(super) fn bullet(&mut self, line: &Line) {
        let paragraph = self.set("ListBullet", line).numbering(NumberingId::new(BULLETS), style::list_level());
        self.put(paragraph);
    }

    /// A list of its own, which counts from `start`.
    pub(super) fn numbered(&mut self, start: usize, lines: &[Line]) {
        self.lists += 1;
        let list = NUMBERS + self.lists;
        let from = LevelOverride::new(0).start(start);
        let docx = std::mem::take(&mut self.docx);
        self.docx = docx.add_numbering(Numbering::new(list, NUMBERS).add_override(from));
        for line in lines {
            let paragraph = self.set("ListNumber", line).numbering(NumberingId::new(list), style::list_level());
            self.put(paragraph);
        }
    }

    /// Names on the left, texts on the right; an empty text takes no line.
    pub(super) fn facts(&mut self, facts: &[(&str, &str)]) {
        for (name, text) in facts.iter().filter(|(_, text)| !text.is_empty()) {
            let line = Line::default().add(name.trim_end_matches([':', '\u{a0}', '\u{202f}', ' ']), Look::Muted);
            self.paragraph("Normal", &line.add("\u{2003}", Look::Muted).add(text, Look::Plain));
        }
    }

    /// What comes next starts on a new page.
    pub(super) fn page_break(&mut self) {
        self.breaks = true;
    }

    /// A table: widths as shares of the page, a head that repeats on every page, rows.
    pub(super) fn table(&mut self, shares: &[usize], head: Vec<Cell>, rows: Vec<Vec<Cell>>) {
        let all: usize = shares.iter().sum::<usize>().max(1);
        let widths: Vec<usize> = shares.iter().map(|share| share * self.text_width() / all).collect();
        let mut lines = Vec::with_capacity(rows.len() + 1);
        if !head.is_empty() {
            // Only the head may not split: see `with_heads`.
            lines.push(self.row(&widths, head, "TableHeading").cant_split());
        }
        for row in rows {
            lines.push(self.row(&widths, row, "TableText"));
        }
        let rule = |at, color: &str| TableBorder::new(at).border_type(BorderType::Single).size(4).color(color);
        let borders = TableBorders::with_empty()
            .set(rule(TableBorderPosition::Bottom, HAIR))
            .set(rule(TableBorderPosition::InsideH, HAIR));
        let table = Table::new(lines)
            .set_grid(widths)
            .layout(TableLayoutType::Fixed)
            .width(self.text_width(), WidthType::Dxa)
            .margins(TableCellMargins::new().margin(20, 80, 20, 40))
            .set_borders(borders);
        let section = std::mem::take(&mut self.section);
        self.section = section.add_table(table);
        // Two tables in a row would be one to Word.
        let paragraph = self.set("Caption", &Line::default());
        self.put(paragraph);
    }

    /// What comes next lies on turned sheets, or no longer.
    pub(super) fn turn(&mut self, is_turned: bool) {
        if is_turned != self.is_turned {
            self.close_section();
            self.is_turned = is_turned;
        }
    }

    /// The file.
    pub(super) fn finish(mut self, data: &Data<'_>, document: Document) -> Result<Vec<u8>> {
        // The last part is no section of its own in Word, but the end of the document.
        let (width, height) = self.paper();
        let section = std::mem::take(&mut self.section);
        let footer = self.footer();
        let mut docx = self.docx;
        for child in section.children() {
            docx = match child {
                docx_rs::SectionChild::Paragraph(paragraph) => docx.add_paragraph((**paragraph).clone()),
                docx_rs::SectionChild::Table(table) => docx.add_table((**table).clone()),
                _ => docx,
            };
        }
        docx = docx.page_size(width, height).page_margin(margins()).footer(footer);
        if self.is_turned {
            docx = docx.page_orient(PageOrientationType::Landscape);
        }
        let mut bytes = std::io::Cursor::new(Vec::new());
        completed(docx.build(), data, document).pack(&mut bytes).map_err(Error::fault)?;
        Ok(bytes.into_inner())
    }

    fn close_section(&mut self) {
        let section = std::mem::take(&mut self.section);
        if section.children().is_empty() {
            return;
        }
        let (width, height) = self.paper();
        let mut section = section
            .page_size(docx_rs::PageSize::new().size(width, height))
            .page_margin(margins())
            .footer(self.footer());
        if self.is_turned {
            section = section.page_orient(PageOrientationType::Landscape);
        }
        self.docx = std::mem::take(&mut self.docx).add_section(section);
    }

    fn paper(&self) -> (u32, u32) {
        let (short, long) = if self.is_a3 { (16838, 23811) } else { (11906, 16838) };
        if self.is_turned { (long, short) } else { (short, long) }
    }

    fn text_width(&self) -> usize {
        usize::try_from(self.paper().0).unwrap_or_default() - 2 * MARGIN.unsigned_abs() as usize
    }

    fn footer(&self) -> Footer {
        let text = |text: &str| Run::new().add_text(text);
        let paragraph = Paragraph::new()
            .id("F0070001")
            .style("Footer")
            .add_tab(Tab::new().val(TabValueType::Right).pos(self.text_width()))
            .add_run(text(&sayable(&self.footer)))
            .add_run(Run::new().add_tab())
            .add_page_num(PageNum::new())
            .add_run(text(" / "))
            .add_num_pages(NumPages::new());
        Footer::new().add_paragraph(paragraph)
    }

    fn row(&mut self, widths: &[usize], cells: Vec<Cell>, style: &str) -> TableRow {
        let mut at = 0;
        let cells = cells
            .into_iter()
            .map(|cell| {
                let width: usize = widths.iter().skip(at).take(cell.span).sum();
                at += cell.span;
                let mut made = TableCell::new().width(width, WidthType::Dxa).add_paragraph(self.set(style, &cell.line));
                if cell.span > 1 {
                    made = made.grid_span(cell.span);
                }
                match cell.fill {
                    Some(fill) => made.shading(Shading::new().fill(fill)),
                    None => made,
                }
            })
            .collect();
        TableRow::new(cells)
    }

    fn put(&mut self, paragraph: Paragraph) {
        let section = std::mem::take(&mut self.section);
        self.section = section.add_paragraph(paragraph);
    }

    fn set(&mut self, style: &str, line: &Line) -> Paragraph {
        self.paragraphs += 1;
        let mut paragraph = Paragraph::new().id(format!("{:08X}", self.paragraphs)).style(style);
        if std::mem::take(&mut self.breaks) {
            paragraph = paragraph.page_break_before(true);
        }
        for (text, look) in &line.0 {
            let is_address = ["https://", "http://", "mailto:"].iter().any(|start| text.starts_with(start));
            paragraph = if *look == Look::Link && is_address {
                let link = Hyperlink::new(sayable(text), HyperlinkType::External);
                paragraph.add_hyperlink(link.add_run(run(text, *look)))
            } else {
                paragraph.add_run(run(text, *look))
            };
        }
        paragraph
    }
}

/// A text without the characters that XML has no sign for.
fn sayable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect()
}

fn run(text: &str, look: Look) -> Run {
    let mut run = Run::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (index, part) in line.split('\t').enumerate() {
            if index > 0 {
                run = run.add_tab();
            }
            let part = sayable(part);
            if !part.is_empty() {
                run = run.add_text(part);
            }
        }
    }
    match look {
        Look::Plain => run,
        Look::Strong => run.bold(),
        Look::Muted => run.color(MUTED),
        Look::Alert => run.color(style::ALERT).bold(),
        Look::Good => run.color(style::GOOD).bold(),
        Look::Emphasis => run.italic(),
        Look::Code => run.fonts(docx_rs::RunFonts::new().ascii("Courier New").hi_ansi("Courier New")),
        Look::Badge(fill) => run.bold().color("FFFFFF").shading(Shading::new().fill(fill)),
        Look::Link => run.color("00609C"),
    }
}

fn margins() -> PageMargin {
    PageMargin { top: MARGIN, left: MARGIN, bottom: MARGIN, right: MARGIN, header: 567, footer: 567, gutter: 0 }
}

/// Adds what the writer has no words for: heads that repeat, the language of the text, the title of the file.
fn completed(mut parts: XMLDocx, data: &Data<'_>, document: Document) -> XMLDocx {
    let lang = if data.text("lang") == "fr" { "fr-FR" } else { "en-GB" };
    replace(&mut parts.document, "<w:cantSplit />", "<w:cantSplit /><w:tblHeader />");
    let language = format!("<w:lang w:val=\"{lang}\" w:eastAsia=\"{lang}\" w:bidi=\"ar-SA\" /></w:rPr></w:rPrDefault>");
    replace(&mut parts.styles, "</w:rPr></w:rPrDefault>", &language);
    let title = data.text("full_title").replace('&', "&amp;").replace('<', "&lt;");
    let title = sayable(&title);
    let about = format!(
        "<dc:title>{title}</dc:title><dc:subject>{}</dc:subject><dc:language>{lang}</dc:language></cp:coreProperties>",
        document.code()
    );
    replace(&mut parts.doc_props.core, "</cp:coreProperties>", &about);
    parts
}

fn replace(part: &mut Vec<u8>, from: &str, to: &str) {
    if let Ok(text) = std::str::from_utf8(part) {
        *part = text.replace(from, to).into_bytes();
    }
}
