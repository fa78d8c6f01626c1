//! Contracts in Word: the matrix, and a sheet a pair to sign.

use super::data::{Data, Words};
use super::role::{bounds, signature};
use super::sheet::{Cell, Line, Look, Sheet};

pub(super) fn contracts(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    let words = Words(body.at("words"));
    let grid = body.at("matrix");
    sheet.turn(grid.is("is_wide"));
    sheet.opening(data);
    sheet.text(grid.text("summary"));
    matrix(sheet, grid, words);
    super::meeting::legend(sheet, &grid.list("roles"));
    sheet.turn(false);
    for pair in body.list("pairs") {
        if !grid.is("is_wide") || pair.text("title") != body.at("pairs").nth(0).text("title") {
            sheet.page_break();
        }
        sheet.heading(1, &Line::of(pair.text("title")));
        sheet.line(&Line::default().add(words.get("contract-commitment"), Look::Muted));
        for way in pair.list("ways") {
            let gives = format!("{} ", words.get("contract-gives").to_lowercase());
            let title = Line::default().badge(way.at("giver")).add(&gives, Look::Plain).badge(way.at("receiver"));
            sheet.heading(2, &title);
            let lines = way.list("lines");
            if lines.is_empty() {
                sheet.line(&Line::default().add(words.get("contract-none"), Look::Muted));
            } else {
                line_table(sheet, &lines, words, false);
            }
        }
        for (role, holders) in [("first", "first_holders"), ("second", "second_holders")] {
            signature(sheet, words, pair.at(role).text("name"), pair.text(holders));
        }
    }
}

pub(super) fn grid(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    let grid = body.at("matrix");
    sheet.turn(grid.is("is_wide"));
    sheet.opening(data);
    sheet.text(grid.text("summary"));
    matrix(sheet, grid, Words(body.at("words")));
    super::meeting::legend(sheet, &grid.list("roles"));
}

/// What stands on lines: offer, need, state; with the receiver's letter where it is not said above.
pub(super) fn line_table(sheet: &mut Sheet, lines: &[Data<'_>], words: Words<'_>, with_receiver: bool) {
    let mut head: Vec<Cell> =
        ["contract-offer", "contract-need", "contract-state"].map(|key| Cell::from(words.get(key))).into();
    if with_receiver {
        head.insert(0, "".into());
    }
    let rows = lines.iter().map(|line| {
        let said = |key: &str, missing: &str| match line.text(key) {
            "" => Line::default().add(words.get(missing), Look::Muted),
            text => Line::of(text),
        };
        let terms = line.pairs("terms").iter().map(|(name, text)| format!("{name} {text}")).collect::<Vec<_>>();
        let offer = said("offer", "contract-no-offer").below(&terms.join(" · "), Look::Muted);
        let state = Line::default()
            .add(line.text("state_label"), state_look(line.text("state")))
            .below(line.text("dispute"), Look::Muted);
        let mut cells: Vec<Cell> = vec![offer.into(), said("need", "contract-no-need").into(), state.into()];
        if with_receiver {
            cells.insert(0, Line::default().badge(line.at("receiver")).into());
        }
        cells
    });
    let shares: &[usize] = if with_receiver { &[8, 38, 38, 16] } else { &[42, 42, 16] };
    sheet.table(shares, head, rows.collect());
}

fn state_look(state: &str) -> Look {
    match state {
        "agreed" => Look::Good,
        "matched" => Look::Strong,
        "dropped" => Look::Muted,
        _ => Look::Alert,
    }
}

/// The role × role matrix, a table a block of receivers.
pub(super) fn matrix(sheet: &mut Sheet, matrix: Data<'_>, words: Words<'_>) {
    let roles = matrix.list("roles");
    let is_compact = matrix.is("is_compact");
    let blocks = matrix.list("blocks");
    for block in &blocks {
        if blocks.len() > 1 {
            sheet.line(&Line::default().add(block.text("label"), Look::Strong));
        }
        let (start, end) = bounds(*block);
        let corner = format!("{} ↓\n{} →", words.get("contract-gives"), words.get("contract-receives"));
        let mut head: Vec<Cell> = vec![corner.as_str().into()];
        head.extend(roles[start..end].iter().map(|role| Cell::from(Line::default().badge(*role))));
        let rows = roles.iter().zip(matrix.list("rows")).map(|(giver, row)| {
            let mut cells: Vec<Cell> = vec![Line::default().badge(*giver).into()];
            cells.extend(row.items()[start..end].iter().map(|cell| square(*cell, words, is_compact)));
            cells
        });
        let shares: Vec<usize> = std::iter::once(12).chain((start..end).map(|_| 10)).collect();
        let rows = rows.collect();
        sheet.table(&shares, head, rows);
    }
    let key = if is_compact { words.get("contract-legend-marks") } else { "" };
    sheet.paragraph("Caption", &Line::of(key));
}

fn square(cell: Data<'_>, words: Words<'_>, is_compact: bool) -> Cell {
    if cell.is("is_self") {
        return Cell::filled(Line::default().add("·", Look::Muted), "F6F3ED");
    }
    let (agreed, lines) = (cell.number("agreed"), cell.number("lines"));
    if lines == 0 {
        let none = if is_compact { "" } else { words.get("contract-none") };
        return Line::default().add(none, Look::Muted).into();
    }
    let remarks = if is_compact { cell.text("marks").to_owned() } else { cell.joined("remarks", "\n") };
    let line = Line::default().add(&format!("{agreed}/{lines}"), Look::Strong).below(&remarks, Look::Muted);
    let fill = if agreed == lines {
        "E4F1E8"
    } else if agreed * 2 >= lines {
        "F8ECD2"
    } else {
        "F8E2DC"
    };
    Cell::filled(line, fill)
}

/// The lines of a contract from the other side: *C …*.
pub(super) fn give_lines(lines: &[Data<'_>], other: &str) -> Vec<Line> {
    lines
        .iter()
        .map(|line| {
            let said = if line.text("offer").is_empty() { line.text("need") } else { line.text("offer") };
            let state = if line.text("state") == "agreed" { "" } else { line.text("state_label") };
            Line::default().badge(line.at(other)).add(said, Look::Plain).aside(state, Look::Muted)
        })
        .collect()
}
