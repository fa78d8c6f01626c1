//! The whole workshop on one page.

use couloir_core::Contents;
use couloir_core::contract::ContractState;
use couloir_core::task::Task;

use super::{Page, escape};
use crate::table::{Cell, Index, Noun, table};

/// Everything of a workshop that is not private, as Markdown in the workshop's language.
pub fn workshop(contents: &Contents, includes_private: bool) -> String {
    let index = Index::new(contents, includes_private);
    let mut page = Page::default();
    page.heading(1, &contents.workshop.title);
    page.paragraphs(&contents.workshop.purpose);
    roles(&mut page, &index);
    sequence(&mut page, &index);
    for noun in [Noun::Raci, Noun::Grid] {
        matrix(&mut page, &index, noun);
    }
    contracts(&mut page, &index);
    meetings(&mut page, &index);
    backlog(&mut page, &index);
    resources(&mut page, &index);
    page.0.trim_end().to_owned() + "\n"
}

fn roles(page: &mut Page, index: &Index<'_>) {
    let contents = index.contents;
    if contents.roles.is_empty() {
        return;
    }
    page.heading(2, &index.say("table-roles"));
    let keys = ["role", "mandate", "skills", "typical-tasks", "holders"];
    let headers: Vec<_> = keys.iter().map(|key| index.say(&format!("table-column-{key}"))).collect();
    let full = table(contents, Noun::Roles, index.includes_private);
    let rows: Vec<_> = full.rows.iter().map(|row| [1, 2, 3, 4, 6].map(|at| words(&row[at])).to_vec()).collect();
    page.table(&headers, &rows);
    for role in &contents.roles {
        page.heading(3, &role.name);
        let owned = contents.responsibilities.iter().filter(|r| r.role_id.as_ref() == Some(&role.id));
        for responsibility in owned {
            page.item("-", &titled(&responsibility.title, &responsibility.detail));
        }
        if !role.first_step.is_empty() {
            page.line(&labelled(index, "table-column-first-step", &role.first_step));
        }
    }
    let free: Vec<_> = contents.responsibilities.iter().filter(|r| r.role_id.is_none()).collect();
    if !free.is_empty() {
        page.heading(3, &index.say("markdown-nobody"));
        for responsibility in free {
            page.item("-", &titled(&responsibility.title, &responsibility.detail));
        }
    }
}

fn sequence(page: &mut Page, index: &Index<'_>) {
    let contents = index.contents;
    if contents.steps.is_empty() && contents.tasks.is_empty() {
        return;
    }
    page.heading(2, &index.say("table-steps"));
    for (at, step) in contents.steps.iter().enumerate() {
        let role = index.role_name(step.role_id.as_ref());
        let head = if role.is_empty() { step.title.clone() } else { format!("{role} – {}", step.title) };
        page.item(&format!("{}.", at + 1), &titled(&head, &step.detail));
        let mut tasks: Vec<_> = contents.tasks.iter().filter(|t| t.step_id.as_ref() == Some(&step.id)).collect();
        tasks.sort_by_key(|task| task.number);
        for task in tasks {
            card(page, index, task, "   ");
        }
    }
    let mut free: Vec<_> = contents.tasks.iter().filter(|task| task.step_id.is_none()).collect();
    free.sort_by_key(|task| task.number);
    if !free.is_empty() {
        page.heading(3, &index.say("markdown-no-step"));
        for task in free {
            card(page, index, task, "");
        }
    }
}

/// A task on one line: number, title, detail, lane, status, day, person; its tags and notes below.
fn card(page: &mut Page, index: &Index<'_>, task: &Task, indent: &str) {
    let letter = index.letter(task.role_id.as_ref());
    let status = index.say(crate::table::status(task.status));
    let day = task.due_on.map(|day| day.to_string()).unwrap_or_default();
    let person = index.person_name(task.person_id.as_ref());
    let facts = [task.number.to_string(), letter, status, day, person];
    let facts: Vec<String> = facts.iter().filter(|fact| !fact.is_empty()).map(|fact| escape::inline(fact)).collect();
    page.item(&format!("{indent}-"), &format!("{} ({})", titled(&task.title, &task.detail), facts.join(" · ")));
    for (key, text) in [("table-column-tags", index.tags(task.id.as_str())), ("table-column-notes", task.notes.clone())]
    {
        if !text.trim().is_empty() {
            let title = format!("**{}**", escape::inline(&index.say(key)));
            let args = [("title", title.into()), ("text", escape::cell(&text).into())];
            page.item(&format!("{indent}  -"), &couloir_messages::text(index.language, "calendar-line", &args));
        }
    }
}

fn matrix(page: &mut Page, index: &Index<'_>, noun: Noun) {
    let sheet = table(index.contents, noun, index.includes_private);
    if sheet.rows.is_empty() || index.contents.roles.is_empty() {
        return;
    }
    page.heading(2, &sheet.title);
    let rows: Vec<Vec<String>> = sheet.rows.iter().map(|row| row.iter().map(words).collect()).collect();
    page.table(&sheet.headers, &rows);
}

fn contracts(page: &mut Page, index: &Index<'_>) {
    let contents = index.contents;
    let lines: Vec<_> =
        contents.contracts.iter().filter(|l| l.is_revealed && l.state != ContractState::Dropped).collect();
    if lines.is_empty() {
        return;
    }
    page.heading(2, &index.say("table-contracts"));
    for giver in &contents.roles {
        for receiver in &contents.roles {
            let pair: Vec<_> =
                lines.iter().filter(|l| l.giver_id == giver.id && l.receiver_id == receiver.id).collect();
            if pair.is_empty() {
                continue;
            }
            page.heading(3, &format!("{} → {}", giver.name, receiver.name));
            for line in pair {
                let mut parts = Vec::new();
                for (key, text) in [("table-column-offer", &line.offer), ("table-column-need", &line.need)] {
                    if let Some(text) = text {
                        parts.push(labelled(index, key, text));
                    }
                }
                parts.push(format!("*{}*", escape::inline(&index.say(crate::table::state(line.state)))));
                page.item("-", &parts.join(" · "));
            }
        }
    }
}

fn meetings(page: &mut Page, index: &Index<'_>) {
    let contents = index.contents;
    let mut meetings: Vec<_> = contents.meetings.iter().filter(|meeting| !meeting.is_template).collect();
    if meetings.is_empty() {
        return;
    }
    meetings.sort_by_key(|meeting| meeting.starts_at);
    page.heading(2, &index.say("table-meetings"));
    for meeting in meetings {
        super::minutes::write(page, index, meeting, 3);
    }
}

fn backlog(page: &mut Page, index: &Index<'_>) {
    if index.contents.backlog_items.is_empty() {
        return;
    }
    page.heading(2, &index.say("table-backlog"));
    for item in &index.contents.backlog_items {
        let detail = [item.detail.as_str(), item.reason.as_str()];
        let detail: Vec<_> = detail.into_iter().filter(|text| !text.is_empty()).collect();
        page.item("-", &titled(&item.title, &detail.join(" – ")));
    }
}

fn resources(page: &mut Page, index: &Index<'_>) {
    let contents = index.contents;
    if contents.resources.is_empty() {
        return;
    }
    page.heading(2, &index.say("table-resources"));
    let mut heading = "";
    for resource in &contents.resources {
        if resource.heading != heading {
            heading = &resource.heading;
            if !heading.is_empty() {
                page.heading(3, heading);
            }
        }
        let mut line = escape::link(&resource.title, &resource.url);
        if !resource.detail.is_empty() {
            line.push_str(" – ");
            line.push_str(&escape::inline(&resource.detail));
        }
        page.item("-", &line);
    }
}

/// A title in bold, with its detail.
pub(super) fn titled(title: &str, detail: &str) -> String {
    let title = escape::inline(title);
    if detail.trim().is_empty() {
        format!("**{title}**")
    } else {
        format!("**{title}** – {}", escape::inline(detail))
    }
}

/// A text after its name in bold, punctuated as the language does it.
pub(super) fn labelled(index: &Index<'_>, key: &str, value: &str) -> String {
    let title = format!("**{}**", escape::inline(&index.say(key)));
    let value = escape::inline(value);
    couloir_messages::text(index.language, "calendar-line", &[("title", title.into()), ("text", value.into())])
}

fn words(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Moment(at) => at.to_string(),
    }
}
