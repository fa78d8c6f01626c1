//! The styles of a Word file: those that Word knows by name, so that its navigation, its contents list and the
//! client's own template work on them.

use docx_rs::{
    AbstractNumbering, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing, LineSpacingType, NumberFormat,
    Numbering, RunFonts, SpecialIndentType, Start, Style, StyleType,
};

pub(super) const INK: &str = "1D1C1A";
pub(super) const MUTED: &str = "5D5A54";
pub(super) const ALERT: &str = "A8321F";
pub(super) const GOOD: &str = "1D6B45";
pub(super) const HAIR: &str = "D9D4C9";
pub(super) const FIRM: &str = "57534C";

/// Lists with a dash, and lists with numbers.
pub(super) const BULLETS: usize = 2;
pub(super) const NUMBERS: usize = 3;

/// A role's colour on paper, as in `style.typ`.
pub(super) fn color(name: &str) -> &'static str {
    match name {
        "blue" => "00609C",
        "orange" => "B34700",
        "green" => "006B50",
        "purple" => "8A3F78",
        "red" => "A8202F",
        "teal" => "00707A",
        "olive" => "5C6100",
        "brown" => "7A4A21",
        "indigo" => "3D4AA3",
        "pink" => "B0306F",
        "slate" => "4A5A6A",
        "gold" => "7D5F00",
        _ => "6E6A63",
    }
}

pub(super) fn dressed(docx: Docx) -> Docx {
    // The client edits the file where Inter is not installed: a face that office programs have, or have a twin of.
    let family = RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri");
    let paragraph = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    let space = |before: u32, after: u32| LineSpacing::new().before(before).after(after);
    let heading = |level: usize, size: usize, before: u32, after: u32| {
        paragraph(&format!("Heading{level}"), &format!("heading {level}"))
            .next("Normal")
            .size(size)
            .bold()
            .color(INK)
            .outline_lvl(level - 1)
            .line_spacing(space(before, after))
    };
    docx.default_size(22)
        .default_fonts(family)
        .default_line_spacing(LineSpacing::new().after(100).line_rule(LineSpacingType::Auto).line(264))
        .add_style(paragraph("Title", "Title").next("Normal").size(44).bold().color(INK).line_spacing(space(0, 160)))
        .add_style(paragraph("Subtitle", "Subtitle").next("Normal").size(19).color(MUTED).line_spacing(space(0, 80)))
        .add_style(heading(1, 34, 480, 200))
        .add_style(heading(2, 26, 360, 140))
        .add_style(heading(3, 23, 240, 100))
        .add_style(heading(4, 22, 200, 80))
        .add_style(paragraph("ListBullet", "List Bullet").line_spacing(space(0, 60)))
        .add_style(paragraph("ListNumber", "List Number").line_spacing(space(0, 60)))
        .add_style(paragraph("Quote", "Quote").italic().color(FIRM).indent(Some(360), None, None, None))
        .add_style(paragraph("Caption", "caption").size(19).color(MUTED))
        .add_style(paragraph("TableHeading", "Table Heading").size(19).color(MUTED).line_spacing(space(40, 40)))
        .add_style(paragraph("TableText", "Table Text").line_spacing(space(40, 40)))
        .add_style(Style::new("Footer", StyleType::Paragraph).name("footer").based_on("Normal").size(18).color(MUTED))
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(level("bullet", "–")))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
        .add_abstract_numbering(AbstractNumbering::new(NUMBERS).add_level(level("decimal", "%1.")))
        .add_numbering(Numbering::new(NUMBERS, NUMBERS))
}

fn level(format: &str, text: &str) -> Level {
    Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(text), LevelJc::new("left")).indent(
        Some(360),
        Some(SpecialIndentType::Hanging(300)),
        None,
        None,
    )
}

/// The list that paragraphs of a style belong to.
pub(super) fn list_level() -> IndentLevel {
    IndentLevel::new(0)
}
