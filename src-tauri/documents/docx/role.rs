//! Roles in Word: the role sheets, tasks, everyone's part, the relay.

use super::contract::give_lines;
use super::data::{Data, Words};
use super::sheet::{Cell, Line, Look, Sheet};

pub(super) fn sheets(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    let words = Words(body.at("words"));
    sheet.opening(data);
    for (index, role) in body.list("sheets").into_iter().enumerate() {
        if index > 0 {
            sheet.page_break();
        }
        let named = role.at("role");
        sheet.heading(1, &Line::default().badge(named).add(named.text("name"), Look::Plain));
        body_of(sheet, role, words, 2);
        signature(sheet, words, words.get("sign-role"), &role.joined("holders", ", "));
    }
}

/// One role below its name.
pub(super) fn body_of(sheet: &mut Sheet, role: Data<'_>, words: Words<'_>, level: usize) {
    let holders = role.joined("holders", ", ");
    if holders.is_empty() {
        sheet.line(&Line::default().add(words.get("role-vacant"), Look::Alert));
    } else {
        sheet.line(&Line::default().add(&holders, Look::Strong));
    }
    sheet.text(role.text("mandate"));
    let mut part = |title: &str, lines: Vec<Line>| {
        if !lines.is_empty() {
            sheet.heading(level, &Line::of(words.get(title)));
            lines.iter().for_each(|line| sheet.bullet(line));
        }
    };
    let named = |(title, detail): (&str, &str)| Line::of(title).below(detail, Look::Muted);
    part("role-responsibilities", role.pairs("responsibilities").into_iter().map(named).collect());
    let tasks: Vec<Line> = role.list("tasks").into_iter().map(task_line).collect();
    if tasks.is_empty() {
        part("role-typical", role.list("typical").iter().map(|task| Line::of(task.as_text())).collect());
    } else {
        part("role-tasks", tasks);
    }
    part("role-gives", give_lines(&role.list("gives"), "receiver"));
    part("role-gets", give_lines(&role.list("gets"), "giver"));
    let first_step = role.text("first_step");
    part("role-first-step", if first_step.is_empty() { Vec::new() } else { vec![Line::of(first_step)] });
    part("role-skills", role.list("skills").iter().map(|skill| Line::of(skill.as_text())).collect());
    part("role-resources", role.pairs("resources").into_iter().map(|(title, url)| resource(title, url)).collect());
}

pub(super) fn resource(title: &str, url: &str) -> Line {
    let line = Line::of(title);
    if url.is_empty() { line } else { line.add(" ", Look::Plain).add(url, Look::Link) }
}

fn task_line(task: Data<'_>) -> Line {
    Line::default()
        .add(&format!("{} ", task.number("number")), Look::Muted)
        .add(task.text("title"), Look::Plain)
        .below(task.text("detail"), Look::Muted)
        .aside(task.text("waits"), Look::Muted)
}

/// Where somebody signs.
pub(super) fn signature(sheet: &mut Sheet, words: Words<'_>, who: &str, name: &str) {
    sheet.line(&Line::default().add(who, Look::Strong));
    let head = ["sign-name", "sign-date", "sign-signature"].map(|key| Cell::from(words.get(key)));
    // Room to write by hand.
    let name = Line::of(name).add("\n", Look::Plain);
    sheet.table(&[40, 20, 40], head.into(), vec![vec![name.into(), "".into(), "".into()]]);
}

pub(super) fn task_table(sheet: &mut Sheet, tasks: &[Data<'_>], words: Words<'_>) {
    let head = ["task-number", "task-title", "task-role", "task-step", "task-status"];
    let rows = tasks.iter().map(|task| {
        vec![
            Line::default().add(&task.number("number").to_string(), Look::Muted).into(),
            Line::default()
                .add(task.text("title"), Look::Strong)
                .below(task.text("detail"), Look::Muted)
                .below(task.text("waits"), Look::Alert)
                .into(),
            Line::default().badge(task.at("role")).into(),
            Line::default().add(task.text("step"), Look::Muted).into(),
            task.text("status_label").into(),
        ]
    });
    sheet.table(&[6, 50, 9, 20, 15], head.map(|key| Cell::from(words.get(key))).into(), rows.collect());
}

pub(super) fn parts(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    let table = body.at("raci");
    sheet.turn(table.is("is_wide"));
    sheet.opening(data);
    raci(sheet, table, Words(body.at("words")));
    super::meeting::legend(sheet, &table.list("roles"));
}

pub(super) fn relay(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    sheet.opening(data);
    super::meeting::legend(sheet, &body.list("roles"));
    for one in body.list("legs") {
        leg(sheet, one, Words(body.at("words")), 1);
    }
}

/// Everyone's part in each task, a table a block of roles.
pub(super) fn raci(sheet: &mut Sheet, raci: Data<'_>, words: Words<'_>) {
    sheet.line(&Line::default().add(words.get("raci-key"), Look::Muted));
    let roles = raci.list("roles");
    let blocks = raci.list("blocks");
    for block in &blocks {
        if blocks.len() > 1 {
            sheet.line(&Line::default().add(block.text("label"), Look::Strong));
        }
        let (start, end) = bounds(*block);
        let mut head: Vec<Cell> = vec![words.get("task-number").into(), words.get("task-title").into()];
        head.extend(roles[start..end].iter().map(|role| Cell::from(Line::default().badge(*role))));
        let rows = raci.list("rows").into_iter().map(|row| {
            let mut cells: Vec<Cell> = vec![
                Line::default().add(&row.number("number").to_string(), Look::Muted).into(),
                row.text("title").into(),
            ];
            cells.extend(row.list("parts")[start..end].iter().map(|part| {
                let look = if part.is("is_owner") || part.is("is_doing") { Look::Strong } else { Look::Muted };
                Cell::from(Line::default().add(part.text("letters"), look))
            }));
            cells
        });
        let count = end - start;
        let shares: Vec<usize> = [6, 100 - 4 * count.min(19)].into_iter().chain((0..count).map(|_| 5)).collect();
        let rows = rows.collect();
        sheet.table(&shares, head, rows);
    }
}

/// Where a block of roles starts and ends.
pub(super) fn bounds(block: Data<'_>) -> (usize, usize) {
    let at = |key: &str| usize::try_from(block.number(key)).unwrap_or_default();
    (at("start"), at("end"))
}

/// A step, then what its role hands over.
pub(super) fn leg(sheet: &mut Sheet, leg: Data<'_>, words: Words<'_>, level: usize) {
    let number = leg.text("number");
    let number = if number.is_empty() { String::new() } else { format!("{number}  ") };
    sheet.heading(level, &Line::default().add(&number, Look::Muted).add(leg.text("title"), Look::Plain));
    let role = leg.at("role");
    let who = if role.is_there() {
        Line::default().badge(role).add(role.text("name"), Look::Plain)
    } else {
        Line::default().add(words.get("unassigned"), Look::Alert)
    };
    sheet.line(&who.aside(leg.text("waits"), Look::Muted).aside(leg.text("beside"), Look::Muted));
    sheet.text(leg.text("detail"));
    let tasks = leg.list("tasks");
    if !tasks.is_empty() {
        sheet.line(&Line::default().add(words.get("relay-tasks"), Look::Muted));
        for task in tasks {
            sheet.bullet(
                &Line::default()
                    .add(&format!("{} ", task.number("number")), Look::Muted)
                    .add(task.text("title"), Look::Plain),
            );
        }
    }
    let handovers = leg.list("handovers");
    if handovers.is_empty() {
        return;
    }
    let head = vec![Cell::wide(Line::of(words.get("relay-hands")), 2), words.get("contract-state").into()];
    let rows = handovers.iter().map(|one| {
        let look = if one.is("is_agreed") { Look::Good } else { Look::Muted };
        let early = if one.is("is_early") { words.get("relay-early") } else { "" };
        let state = Line::default().add(one.text("state_label"), look).aside(early, Look::Alert);
        vec![Line::default().badge(one.at("receiver")).into(), one.text("what").into(), state.into()]
    });
    sheet.table(&[10, 62, 28], head, rows.collect());
}
