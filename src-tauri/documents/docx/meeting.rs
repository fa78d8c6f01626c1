//! A meeting in Word: the agenda, the minutes, what a meeting produced.

use super::data::{Data, Words};
use super::sheet::{Cell, Line, Look, Sheet};

pub(super) fn agenda(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    let words = Words(body.at("words"));
    sheet.opening(data);
    sheet.line(&Line::of(body.text("date")).aside(body.text("about"), Look::Muted));
    sheet.facts(&[(words.get("goal"), body.text("goal")), (words.get("bring"), body.text("bring"))]);
    sheet.text(body.text("notice"));
    let rows = body.list("rows");
    if rows.is_empty() {
        return;
    }
    let head = ["time", "item", "lead", "min"].map(|key| Cell::from(words.get(key))).into();
    let rows = rows.into_iter().map(agenda_row).collect();
    sheet.table(&[11, 58, 22, 9], head, rows);
    let line = Line::default()
        .add(&format!("{} ", words.get("end")), Look::Muted)
        .add(body.text("end"), Look::Strong)
        .aside(&format!("{} ", words.get("total")), Look::Muted)
        .add(body.text("total"), Look::Strong)
        .aside(body.text("overrun"), Look::Alert);
    sheet.line(&line);
    legend(sheet, &body.list("roles"));
}

fn agenda_row(row: Data<'_>) -> Vec<Cell> {
    match row.text("kind") {
        "day" => vec![Cell::wide(Line::default().add(row.text("title"), Look::Strong), 4)],
        "section" => {
            let title = Line::default().add(row.text("title"), Look::Strong);
            vec![Cell::wide(title, 3), Line::default().add(row.text("minutes"), Look::Muted).into()]
        }
        "gap" => {
            let look = if row.is("is_overlap") { Look::Alert } else { Look::Muted };
            vec!["".into(), Cell::wide(Line::default().add(row.text("text"), look), 3)]
        }
        _ => {
            let look = if row.is("is_marker") { Look::Plain } else { Look::Strong };
            let track = if row.number("track") > 0 { "∥ " } else { "" };
            let item = Line::default()
                .add(track, Look::Muted)
                .add(row.text("title"), look)
                .aside(row.text("note"), Look::Muted)
                .below(row.text("detail"), Look::Muted);
            let role = row.at("role");
            let lead = if role.is_there() {
                Line::default().badge(role)
            } else {
                Line::default().add(row.text("lead"), Look::Muted)
            };
            vec![
                Line::default().add(row.text("time"), look).into(),
                item.into(),
                lead.into(),
                row.text("minutes").into(),
            ]
        }
    }
}

/// Which letter is which role.
pub(super) fn legend(sheet: &mut Sheet, roles: &[Data<'_>]) {
    let mut line = Line::default();
    for role in roles {
        line = line.badge(*role).add(&format!("{}\u{2003}", role.text("name")), Look::Muted);
    }
    sheet.line(&line);
}

pub(super) fn minutes(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    let words = Words(body.at("words"));
    let meeting = body.at("meeting");
    sheet.opening(data);
    sheet.line(&Line::of(meeting.text("date")).aside(meeting.text("place"), Look::Muted));
    proceedings(sheet, meeting, words, 1);
    if body.at("since").is_there() {
        comparison(sheet, words.get("minutes-since"), body.at("since"), words);
    }
}

/// The record of one meeting below its title.
pub(super) fn proceedings(sheet: &mut Sheet, meeting: Data<'_>, words: Words<'_>, level: usize) {
    let (present, excused) = (meeting.joined("present", ", "), meeting.joined("excused", ", "));
    sheet.facts(&[
        (words.get("goal"), meeting.text("goal")),
        (words.get("minutes-present"), &present),
        (words.get("minutes-excused"), &excused),
    ]);
    sheet.heading(level, &Line::of(words.get("minutes-decisions")));
    let decisions = meeting.list("decisions");
    for decision in &decisions {
        let mut line = numbered("D", *decision).add(decision.text("body"), Look::Strong);
        for (name, text) in decision.pairs("facts") {
            line = line.below(&format!("{name} {text}"), Look::Muted);
        }
        sheet.line(&line);
    }
    if decisions.is_empty() {
        sheet.line(&Line::default().add(words.get("minutes-no-decision"), Look::Muted));
    }
    sheet.heading(level, &Line::of(words.get("minutes-actions")));
    actions(sheet, &meeting.list("actions"), words);
    let items = meeting.list("items");
    if !items.is_empty() {
        sheet.heading(level, &Line::of(words.get("minutes-items")));
    }
    for item in items {
        sheet.heading(level + 1, &Line::of(item.text("title")).aside(item.text("note"), Look::Muted));
        for note in item.list("notes") {
            blocks(sheet, note);
        }
        for decision in item.list("decisions") {
            sheet.line(&numbered("D", decision).add(decision.text("body"), Look::Strong));
        }
        for action in item.list("actions") {
            sheet.line(&numbered("A", action).add(action.text("body"), Look::Plain));
        }
    }
    let deferred = meeting.list("deferred");
    if !deferred.is_empty() {
        sheet.heading(level, &Line::of(words.get("minutes-deferred")));
    }
    for item in deferred {
        sheet.bullet(&Line::of(item.text("title")).below(item.text("detail"), Look::Muted));
    }
}

fn numbered(letter: &str, outcome: Data<'_>) -> Line {
    Line::default().add(&format!("{letter}{}\u{2003}", outcome.number("number")), Look::Muted)
}

fn actions(sheet: &mut Sheet, actions: &[Data<'_>], words: Words<'_>) {
    if actions.is_empty() {
        sheet.line(&Line::default().add(words.get("minutes-no-action"), Look::Muted));
        return;
    }
    let head = ["", words.get("action-what"), words.get("action-who"), words.get("action-due")];
    let rows = actions.iter().map(|action| {
        let decision = action.at("decision");
        let mut what = Line::of(action.text("body"));
        if decision.is_there() {
            what = what.add(&format!("  D{}", decision.as_number()), Look::Muted);
        }
        if action.is("is_done") {
            what = what.add(&format!("  {}", words.get("action-done")), Look::Good);
        }
        let (role, owner) = (action.at("role"), action.text("owner"));
        let who = match (role.is_there(), owner) {
            (true, "") => Line::default().badge(role).add(role.text("name"), Look::Plain),
            (true, owner) => Line::default().badge(role).add(owner, Look::Plain),
            (false, "") => Line::default().add(words.get("action-nobody"), Look::Alert),
            (false, owner) => Line::of(owner),
        };
        let due = match action.text("due") {
            "" => Line::default().add(words.get("action-no-date"), Look::Alert),
            due if action.is("is_overdue") => Line::of(due).below(words.get("action-overdue"), Look::Alert),
            due => Line::of(due),
        };
        let number = Line::default().add(&format!("A{}", action.number("number")), Look::Muted);
        vec![number.into(), what.into(), who.into(), due.into()]
    });
    sheet.table(&[6, 50, 26, 18], head.map(Cell::from).into(), rows.collect());
}

/// Before and after: figures side by side, then what changed, kind by kind.
pub(super) fn comparison(sheet: &mut Sheet, title: &str, since: Data<'_>, words: Words<'_>) {
    sheet.heading(1, &Line::of(title));
    let head = ["", words.get("gaps-before"), words.get("gaps-after")];
    let rows = since.list("figures").into_iter().map(|figure| {
        let look = match figure.nth(3).as_number() {
            1 => Look::Good,
            -1 => Look::Alert,
            _ => Look::Strong,
        };
        vec![
            figure.nth(0).as_text().into(),
            Line::default().add(figure.nth(1).as_text(), Look::Muted).into(),
            Line::default().add(figure.nth(2).as_text(), look).into(),
        ]
    });
    sheet.table(&[60, 20, 20], head.map(Cell::from).into(), rows.collect());
    for change in since.list("changes") {
        let lines = change.nth(1).items();
        sheet.heading(2, &Line::of(change.nth(0).as_text()).add(&format!(" {}", lines.len()), Look::Muted));
        for line in lines {
            sheet.bullet(&Line::of(line.as_text()));
        }
    }
}

/// CommonMark blocks.
fn blocks(sheet: &mut Sheet, blocks: Data<'_>) {
    for block in blocks.items() {
        match block.text("kind") {
            "paragraph" => sheet.line(&spans(block)),
            "heading" => sheet.line(&Line::default().add(&plain(block), Look::Strong)),
            "code" => sheet.line(&Line::default().add(block.text("text"), Look::Code)),
            "quote" => {
                for inner in block.list("blocks") {
                    sheet.paragraph("Quote", &flat(inner));
                }
            }
            "list" => {
                let items: Vec<Line> = block.list("items").into_iter().map(|item| flat_all(&item.items())).collect();
                if block.is("is_ordered") {
                    sheet.numbered(usize::try_from(block.number("start")).unwrap_or(1), &items);
                } else {
                    items.iter().for_each(|item| sheet.bullet(item));
                }
            }
            _ => {}
        }
    }
}

fn spans(block: Data<'_>) -> Line {
    block.list("spans").into_iter().fold(Line::default(), |line, span| {
        let look = if span.is("is_code") {
            Look::Code
        } else if span.is("is_strong") {
            Look::Strong
        } else if span.is("is_emphasis") {
            Look::Emphasis
        } else {
            Look::Plain
        };
        line.add(span.text("text"), look)
    })
}

fn plain(block: Data<'_>) -> String {
    block.list("spans").iter().map(|span| span.text("text")).collect()
}

/// A block inside another as one line; lists in it are lines of it.
fn flat(block: Data<'_>) -> Line {
    match block.text("kind") {
        "code" => Line::default().add(block.text("text"), Look::Code),
        "quote" => flat_all(&block.list("blocks")),
        "list" => block.list("items").into_iter().fold(Line::default(), |line, item| {
            let gap = if line.is_empty() { "– " } else { "\n– " };
            line.add(gap, Look::Plain).then(flat_all(&item.items()))
        }),
        _ => spans(block),
    }
}

fn flat_all(blocks: &[Data<'_>]) -> Line {
    blocks.iter().fold(Line::default(), |line, block| {
        let line = if line.is_empty() { line } else { line.add("\n", Look::Plain) };
        line.then(flat(*block))
    })
}
