//! The complete record in Word.

use super::data::{Data, Words};
use super::sheet::{Line, Look, Sheet};
use super::{contract, meeting, role};

pub(super) fn record(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    let words = Words(body.at("words"));
    sheet.opening(data);
    sheet.text(body.text("purpose"));
    sheet.facts(&body.pairs("facts"));
    for role in body.list("roles") {
        sheet.line(&Line::default().badge(role).add(role.text("name"), Look::Plain));
    }
    let part = |sheet: &mut Sheet, title: &str| {
        sheet.page_break();
        sheet.heading(1, &Line::of(words.get(title)));
    };
    let sheets = body.list("sheets");
    for (index, one) in sheets.iter().enumerate() {
        if index == 0 {
            part(sheet, "record-roles");
        }
        let named = one.at("role");
        sheet.heading(2, &Line::default().badge(named).add(named.text("name"), Look::Plain));
        role::body_of(sheet, *one, words, 3);
    }
    let tasks = body.list("tasks");
    if !tasks.is_empty() {
        part(sheet, "record-tasks");
        role::task_table(sheet, &tasks, words);
    }
    if body.at("raci").is_there() {
        turned(sheet, body.at("raci"), words.get("record-raci"));
        role::raci(sheet, body.at("raci"), words);
        sheet.turn(false);
    }
    for (index, leg) in body.list("legs").into_iter().enumerate() {
        if index == 0 {
            part(sheet, "record-sequence");
        }
        role::leg(sheet, leg, words, 2);
    }
    let lines = body.list("lines");
    if !lines.is_empty() {
        let matrix = body.at("matrix");
        turned(sheet, matrix, words.get("record-contracts"));
        sheet.text(matrix.text("summary"));
        contract::matrix(sheet, matrix, words);
        sheet.turn(false);
        for giver in body.list("roles") {
            let is_own = |line: &&Data<'_>| {
                let role = line.at("giver");
                role.text("letter") == giver.text("letter") && role.text("name") == giver.text("name")
            };
            let own: Vec<Data<'_>> = lines.iter().filter(is_own).copied().collect();
            if !own.is_empty() {
                sheet.heading(2, &Line::default().badge(giver).add(giver.text("name"), Look::Plain));
                contract::line_table(sheet, &own, words, true);
            }
        }
    }
    for (index, one) in body.list("meetings").into_iter().enumerate() {
        if index == 0 {
            part(sheet, "record-meetings");
        }
        sheet.heading(2, &Line::of(one.text("title")));
        sheet.line(&Line::of(one.text("date")).aside(one.text("place"), Look::Muted));
        meeting::proceedings(sheet, one, words, 3);
    }
    let parking = body.pairs("parking");
    if !parking.is_empty() {
        sheet.heading(1, &Line::of(words.get("record-parking")));
    }
    for (title, reason) in parking {
        sheet.bullet(&Line::of(title).below(reason, Look::Muted));
    }
    let resources = body.pairs("resources");
    if !resources.is_empty() {
        sheet.heading(1, &Line::of(words.get("record-resources")));
    }
    for (title, url) in resources {
        sheet.bullet(&role::resource(title, url));
    }
}

pub(super) fn findings(sheet: &mut Sheet, data: &Data<'_>) {
    let body = data.at("body");
    let words = Words(body.at("words"));
    sheet.opening(data);
    sheet.line(&Line::of(body.text("day")).aside(body.text("summary"), Look::Muted));
    let count = body.number("count");
    let (look, said) = if count == 0 { (Look::Good, "gaps-none") } else { (Look::Alert, "gaps-found") };
    sheet.line(&Line::default().add(&format!("{count} "), look).add(words.get(said), Look::Plain));
    let since = body.at("since");
    if since.is_there() {
        let title = format!("{} {}", words.get("gaps-since"), since.text("name"));
        meeting::comparison(sheet, &title, since, words);
    }
    for group in body.list("groups") {
        sheet.heading(1, &Line::of(group.text("title")));
        sheet.line(&Line::default().add(group.text("why"), Look::Muted));
        for (said, done) in group.pairs("findings") {
            sheet.bullet(&Line::of(said).aside(done, Look::Muted));
        }
    }
    let accepted = body.pairs("accepted");
    if !accepted.is_empty() {
        sheet.heading(1, &Line::of(words.get("gaps-accepted")));
    }
    for (said, reason) in accepted {
        sheet.bullet(&Line::of(said).below(reason, Look::Muted));
    }
}

/// A part whose table may need turned sheets.
fn turned(sheet: &mut Sheet, table: Data<'_>, title: &str) {
    if table.is("is_wide") {
        sheet.turn(true);
    } else {
        sheet.page_break();
    }
    sheet.heading(1, &Line::of(title));
}
