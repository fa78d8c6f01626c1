//! OpenDocument: texts (ODT) and spreadsheets (ODS), which share the form of their content.

use super::Build;
use super::odf_styles::Styles;
use super::package::Package;
use super::xml::{Element, Piece, pieces};
use crate::import::Source;
use crate::import::sheet::{Cells, MAX_ROWS, Sheet};
use crate::{Error, Result};

/// Most sheets of a spreadsheet that are read.
const MAX_SHEETS: usize = 200;
/// Most columns that a cell or a run of equal cells is repeated over.
const MAX_COLUMNS: usize = 200;
/// Most text of all sheets together, in megabytes: repeated cells repeat theirs.
const MAX_CELLS_MB: usize = 64;
/// Elements whose text is not, or no longer, the document's.
const UNREAD: &[&str] = &[
    "tracked-changes",
    "annotation",
    "note",
    "table-of-content",
    "alphabetical-index",
    "forms",
    "automatic-styles",
    "font-face-decls",
    "settings",
    "shapes",
    "covered-table-cell",
    "object-ole",
    "ruby-text",
    "title",
    "desc",
    "database-ranges",
    "named-expressions",
    "content-validations",
    "calculation-settings",
    "dde-links",
];

/// An ODT document.
///
/// # Errors
/// [`Error`] for a document that is damaged, encrypted or too large.
pub(in super::super) fn odt(package: &mut Package<'_>, name: &str) -> Result<Source> {
    let (content, styles) = opened(package)?;
    let mut reader = Text {
        build: Build::new(name),
        styles,
        unread: 0,
        line: 0,
        lists: Vec::new(),
        spans: Vec::new(),
        has_title: false,
        paragraphs: 0,
    };
    pieces(&content, |piece| reader.take(piece))?;
    Ok(reader.build.finish(None))
}

/// Content and styles of a package.
fn opened(package: &mut Package<'_>) -> Result<(String, Styles)> {
    if package.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(Error::Protected);
    }
    let content = package.part("content.xml")?.ok_or_else(|| Error::MissingPart("content.xml".to_owned()))?;
    let mut styles = Styles::default();
    if let Some(xml) = package.part("styles.xml")? {
        styles.read(&xml)?;
    }
    styles.read(&content)?;
    Ok((content, styles))
}

/// A text under way.
struct Text {
    build: Build,
    styles: Styles,
    unread: usize,
    line: u32,
    /// Open lists: the style of each, and whether its item has begun; `None` is the border of a cell or a box.
    lists: Vec<Option<(String, bool)>>,
    /// Open spans: whether each is bold, hidden.
    spans: Vec<(bool, bool)>,
    /// A title stands above all headings, whose levels begin one deeper then.
    has_title: bool,
    /// How many paragraphs are open; text stands only in them.
    paragraphs: usize,
}

impl Text {
    fn take(&mut self, piece: Piece<'_>) -> Result<()> {
        match piece {
            Piece::Start(element) => {
                if self.unread > 0 || UNREAD.contains(&element.name) {
                    self.unread += 1;
                    return Ok(());
                }
                self.start(&element)
            }
            Piece::End(name) => {
                if self.unread > 0 {
                    self.unread -= 1;
                    return Ok(());
                }
                self.end(name)
            }
            Piece::Text(text) => {
                let is_hidden = self.spans.iter().any(|(_, is_hidden)| *is_hidden);
                if self.unread == 0 && self.paragraphs > 0 && !is_hidden {
                    self.text(text);
                }
                Ok(())
            }
        }
    }

    /// Spaces and line breaks of the file are one space.
    fn text(&mut self, text: &str) {
        let mut words = text.split([' ', '\n', '\t', '\r']).peekable();
        while let Some(word) = words.next() {
            self.build.text(word);
            if words.peek().is_some() && self.build.has_words() && !self.build.is_after_space() {
                self.build.text(" ");
            }
        }
    }

    fn start(&mut self, element: &Element<'_>) -> Result<()> {
        let style = || element.get("style-name").unwrap_or_default();
        match element.name {
            "p" | "h" => self.paragraph(element),
            "list" => {
                let own = element.get("style-name");
                let style = own.or_else(|| self.lists.last().cloned().flatten().map(|(style, _)| style));
                self.lists.push(Some((style.unwrap_or_default(), false)));
            }
            "list-item" | "list-header" => {
                if let Some(Some((_, is_begun))) = self.lists.last_mut() {
                    *is_begun = false;
                }
            }
            "span" => {
                let style = style();
                let is_bold = self.styles.is_bold(&style).unwrap_or(false);
                self.spans.push((is_bold, self.styles.is_hidden(&style)));
                if is_bold {
                    self.build.open_bold();
                }
            }
            "a" => self.build.open_link(&element.get("href").unwrap_or_default()),
            "s" => {
                let count = element.number("c").unwrap_or(1).min(200);
                self.build.text(&" ".repeat(count));
            }
            "tab" => self.build.text("\t"),
            "line-break" => self.build.text("\n"),
            "table" => {
                self.build.end_levels();
                self.line += 1;
                self.build.at(self.line);
                self.build.open_table();
            }
            "table-row" => {
                self.line += 1;
                self.build.at(self.line);
                self.build.open_row();
            }
            "table-cell" => {
                let span = |name| element.number(name).unwrap_or(1);
                self.build.open_cell(span("number-rows-spanned"), span("number-columns-spanned"))?;
                self.lists.push(None);
            }
            "text-box" => {
                self.build.open_box();
                self.lists.push(None);
            }
            _ => {}
        }
        Ok(())
    }

    fn paragraph(&mut self, element: &Element<'_>) {
        self.paragraphs += 1;
        if !self.build.is_in_table() {
            self.line += 1;
            self.build.at(self.line);
        }
        let style = element.get("style-name").unwrap_or_default();
        let own = if element.name == "h" { Some(element.number("outline-level").unwrap_or(1)) } else { None };
        let level = own.or_else(|| self.styles.level(&style)).filter(|level| *level > 0);
        let depth = self.lists.iter().rev().take_while(|list| list.is_some()).count();
        if self.styles.is(&style, "Title") {
            self.build.end_levels();
            self.build.open_heading(1);
            self.has_title = true;
        } else if let Some(level) = level {
            self.build.end_levels();
            self.build.open_heading(level + usize::from(self.has_title));
        } else if depth > 0 {
            let (list, is_begun) = match self.lists.last_mut() {
                Some(Some((list, is_begun))) => (list.clone(), std::mem::replace(is_begun, true)),
                _ => (String::new(), false),
            };
            let list = if list.is_empty() { self.styles.list_of(&style).unwrap_or_default() } else { list };
            if is_begun {
                self.build.open_paragraph();
            } else {
                self.build.item_at(depth, self.styles.is_numbered(&list, depth));
            }
        } else {
            self.build.end_levels();
            self.build.open_paragraph();
        }
        if self.styles.is_bold(&style).unwrap_or(false) {
            self.build.open_bold();
        }
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "p" | "h" => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.build.close_paragraph();
            }
            "list" => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.build.end_levels();
                }
            }
            "span" => {
                let was_bold = self.spans.pop().is_some_and(|(is_bold, _)| is_bold);
                if was_bold {
                    self.build.close_bold();
                }
            }
            "a" => self.build.close_link(),
            "table-row" => self.build.close_row(),
            "table-cell" => {
                self.lists.pop();
                self.build.close_cell();
            }
            "table" => self.build.close_table()?,
            "text-box" => {
                self.lists.pop();
                self.build.close_box();
            }
            _ => {}
        }
        Ok(())
    }
}

/// The sheets of an ODS spreadsheet. Runs of equal cells and rows are written once with a count, so that a small
/// file may stand for a million cells: only what says something is repeated, and within bounds.
///
/// # Errors
/// [`Error`] for a spreadsheet that is damaged, encrypted or too large.
pub(in super::super) fn spreadsheet(package: &mut Package<'_>) -> Result<Vec<Sheet>> {
    let (content, styles) = opened(package)?;
    let mut reader = Spreadsheet { styles, sheets: Vec::new(), sheet: None, unread: 0, left: MAX_CELLS_MB << 20 };
    pieces(&content, |piece| reader.take(piece))?;
    Ok(reader.sheets)
}

struct Spreadsheet {
    styles: Styles,
    sheets: Vec<Sheet>,
    sheet: Option<Open>,
    unread: usize,
    left: usize,
}

/// A sheet under way.
#[derive(Default)]
struct Open {
    name: String,
    is_hidden: bool,
    cells: Cells,
    merged: Vec<(u32, u32, u32, u32)>,
    row: u32,
    rows: u32,
    column: u32,
    /// The row under way: text by column.
    texts: Vec<(u32, String)>,
    cell: Option<Value>,
}

/// A cell under way.
#[derive(Default)]
struct Value {
    /// Where the file says it apart from what is shown: a day.
    said: Option<String>,
    shown: String,
    columns: u32,
    span: (u32, u32),
    paragraphs: usize,
}

impl Spreadsheet {
    fn take(&mut self, piece: Piece<'_>) -> Result<()> {
        match piece {
            Piece::Start(element) => {
                let is_covered = element.name == "covered-table-cell";
                if self.unread > 0 || (UNREAD.contains(&element.name) && !is_covered) {
                    self.unread += 1;
                    return Ok(());
                }
                self.start(&element);
                Ok(())
            }
            Piece::End(name) => {
                if self.unread > 0 {
                    self.unread -= 1;
                    return Ok(());
                }
                self.end(name)
            }
            Piece::Text(text) => {
                if let (0, Some(cell)) = (self.unread, self.cell())
                    && cell.paragraphs > 0
                {
                    cell.shown.push_str(text);
                }
                Ok(())
            }
        }
    }

    fn cell(&mut self) -> Option<&mut Value> {
        self.sheet.as_mut().and_then(|sheet| sheet.cell.as_mut())
    }

    fn start(&mut self, element: &Element<'_>) {
        let count = |name: &str| u32::try_from(element.number(name).unwrap_or(1)).unwrap_or(u32::MAX).max(1);
        match element.name {
            "table" if self.sheet.is_none() => {
                let is_hidden = element.get("style-name").is_some_and(|style| self.styles.is_hidden(&style));
                let name = element.get("name").unwrap_or_default();
                self.sheet = Some(Open { name, is_hidden, ..Open::default() });
            }
            "table-row" => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.rows = count("number-rows-repeated");
                    sheet.column = 0;
                    sheet.texts.clear();
                }
            }
            "table-cell" | "covered-table-cell" => {
                if let Some(sheet) = &mut self.sheet {
                    let said = match element.get("value-type").as_deref() {
                        Some("date") => {
                            element.get("date-value").map(|day| day.replace("T00:00:00", "").replace('T', " "))
                        }
                        Some("boolean") => element.get("boolean-value").map(|is| u8::from(is == "true").to_string()),
                        Some("float") => element.get("value"),
                        _ => None,
                    };
                    sheet.cell = Some(Value {
                        said,
                        columns: count("number-columns-repeated"),
                        span: (count("number-rows-spanned"), count("number-columns-spanned")),
                        ..Value::default()
                    });
                }
            }
            "p" => {
                if let Some(cell) = self.cell() {
                    if !cell.shown.is_empty() {
                        cell.shown.push('\n');
                    }
                    cell.paragraphs += 1;
                }
            }
            "s" | "tab" => {
                if let Some(cell) = self.cell() {
                    cell.shown.push(' ');
                }
            }
            "line-break" => {
                if let Some(cell) = self.cell() {
                    cell.shown.push('\n');
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "p" => {
                if let Some(cell) = self.cell() {
                    cell.paragraphs = cell.paragraphs.saturating_sub(1);
                }
            }
            "table-cell" | "covered-table-cell" => self.end_cell()?,
            "table-row" => self.end_row()?,
            "table" => {
                if let Some(sheet) = self.sheet.take() {
                    let mut cells = sheet.cells;
                    for (top, left, bottom, right) in sheet.merged {
                        cells.merge(top, left, bottom, right);
                    }
                    let mut done = cells.sheet(&sheet.name, 1);
                    done.is_hidden = sheet.is_hidden;
                    if self.sheets.len() < MAX_SHEETS {
                        self.sheets.push(done);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<()> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        let Some(cell) = sheet.cell.take() else { return Ok(()) };
        let text = cell.said.unwrap_or(cell.shown).trim().to_owned();
        let column = sheet.column;
        sheet.column = column.saturating_add(cell.columns);
        if text.is_empty() {
            return Ok(());
        }
        let copies = cell.columns.min(narrow(MAX_COLUMNS));
        let bytes = text.len().saturating_mul(copies as usize).saturating_mul(sheet.rows.min(MAX_ROWS) as usize);
        let span = text.len().saturating_mul(cell.span.0.min(MAX_ROWS) as usize);
        self.left = self.left.checked_sub(bytes.max(span)).ok_or(Error::UnpacksTooLarge(MAX_CELLS_MB as u64))?;
        for copy in 0..copies {
            sheet.texts.push((column.saturating_add(copy), text.clone()));
        }
        if cell.span != (1, 1) {
            let (rows, columns) = cell.span;
            let (bottom, right) = (sheet.row.saturating_add(rows - 1), column.saturating_add(columns - 1));
            sheet.merged.push((sheet.row, column, bottom, right));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<()> {
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        if !sheet.texts.is_empty() {
            for copy in 0..sheet.rows.min(MAX_ROWS + 2) {
                for (column, text) in &sheet.texts {
                    sheet.cells.put(sheet.row.saturating_add(copy), *column, text)?;
                }
            }
        }
        sheet.row = sheet.row.saturating_add(sheet.rows);
        sheet.texts.clear();
        Ok(())
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
