//! The board by role: cards flow, filters combine and are kept, the panel says and edits everything, several at once.

use std::path::Path;

use couloir_e2e::{App, Done, couloir};
use rusqlite::{Connection, OpenFlags};
use thirtyfour::prelude::*;

const PANEL: &str = "[data-testid=card-panel]";

fn card(number: i32) -> String {
    format!("[data-testid=card][data-number='{number}']")
}

/// What a query on the file answers, as text; read without the program.
fn stored(data: &Path, sql: &str) -> String {
    let path = data.join("couloir.db");
    let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let value: rusqlite::types::Value = file.query_row(sql, [], |row| row.get(0)).unwrap();
    match value {
        rusqlite::types::Value::Null => "none".to_owned(),
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        other => format!("{other:?}"),
    }
}

/// Waits until a query on the file answers this.
async fn until_stored(data: &Path, sql: &str, wanted: &str) {
    for _ in 0..100 {
        if stored(data, sql) == wanted {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(stored(data, sql), wanted, "{sql}");
}

/// Presses a key while another is held.
async fn with(app: &App, held: Key, typed: impl Into<TypingData>) -> Done {
    Ok(app.driver.action_chain().key_down(held.clone()).send_keys(typed).key_up(held).perform().await?)
}

/// How many cards show.
fn shows(count: usize) -> String {
    format!("document.querySelectorAll('[data-testid=card]').length === {count}")
}

/// The letter of the lane in which a card stands.
fn lane_of(number: i32, letter: &str) -> String {
    format!(
        "document.querySelector(\"{}\")?.closest('[data-testid=lane]').querySelector('.badge').textContent === '{letter}'",
        card(number)
    )
}

async fn opened(data: &Path) -> Done<App> {
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.find("[data-testid=card]").await?;
    Ok(app)
}

/// The lane with this letter.
async fn lane(app: &App, letter: &str) -> Done<String> {
    let script = format!(
        "return [...document.querySelectorAll('[data-testid=lane]')]\
         .find(l => l.querySelector('.badge').textContent === '{letter}').dataset.roleId"
    );
    let id = app.ask(&script).await?.as_str().unwrap_or_default().to_owned();
    Ok(format!("[data-testid=lane][data-role-id='{id}']"))
}

#[tokio::test]
async fn the_whole_example_stands_on_one_screen_and_a_drop_keeps_the_status() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = opened(data).await?;
    app.until("all cards", &shows(21)).await?;
    app.until(
        "no scrolling for 21 tasks in 5 lanes",
        "document.querySelector('.scroller').scrollHeight <= document.querySelector('.scroller').clientHeight \
         && document.querySelectorAll('[data-testid=lane]').length === 5",
    )
    .await?;

    // Status by keyboard on the card in focus, by pointer on its mark.
    app.find(&card(6)).await?.focus().await?;
    app.press("2").await?;
    app.until("in progress", &format!("document.querySelector(\"{}\").dataset.status === 'doing'", card(6))).await?;
    app.click(&format!("{} [data-mark]", card(7))).await?;
    app.click("[role=menuitem]:nth-of-type(4)").await?;
    app.until("done by the mark", &format!("document.querySelector(\"{}\").dataset.status === 'done'", card(7)))
        .await?;

    // A drop by pointer changes the lane and nothing else; the slot is as high as the card.
    let to = lane(&app, "A").await?;
    app.drag(&card(6), &format!("{to} [data-testid=cell]")).await?;
    app.until("in lane A", &lane_of(6, "A")).await?;
    until_stored(data, "SELECT status FROM task WHERE number = 6", "doing").await;

    // By keyboard: a row down leads to the next lane, and the status stays.
    app.find(&card(6)).await?.focus().await?;
    app.press(" ").await?;
    app.until(
        "a slot of the card's height",
        &format!(
            "Math.abs(document.querySelector('[data-testid=slot]').offsetHeight - document.querySelector(\"{}\").offsetHeight) < 2",
            card(6)
        ),
    )
    .await?;
    app.press(Key::Escape).await?;
    app.until("let go", "!document.querySelector('[data-testid=slot]')").await?;
    app.press(" ").await?;
    for _ in 0..3 {
        app.press(Key::Down).await?;
    }
    app.press(" ").await?;
    app.until("moved below", &format!("!({})", lane_of(6, "A"))).await?;
    until_stored(data, "SELECT status FROM task WHERE number = 6", "doing").await;

    // Lanes fold by a click and all at once by key; that is kept, and no step to take back.
    let undo = "return document.querySelector('[data-testid=undo]').textContent";
    let before = app.ask(undo).await?;
    app.click("[data-testid=lane-fold]").await?;
    app.until("one folded", "document.querySelectorAll('.lane.folded').length === 1").await?;
    app.find(&card(6)).await?.focus().await?;
    with(&app, Key::Shift, "f").await?;
    app.until("all folded", "document.querySelectorAll('.lane.folded').length === 5").await?;
    app.until("no card", &shows(0)).await?;
    assert_eq!(app.ask(undo).await?, before);
    app.click("[data-testid=nav-raci]").await?;
    app.click("[data-testid=nav-board]").await?;
    app.until("still folded", "document.querySelectorAll('.lane.folded').length === 5").await?;
    with(&app, Key::Shift, "f").await?;
    app.until("open again", &shows(21)).await?;
    app.close().await
}

#[tokio::test]
async fn filters_combine_are_named_and_kept() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = opened(data).await?;
    app.find(&card(1)).await?.focus().await?;
    app.press("2").await?;
    app.until("in progress", &format!("document.querySelector(\"{}\").dataset.status === 'doing'", card(1))).await?;

    // By pointer: role A or B; then by keyboard: in progress.
    app.click("[data-testid=filter-add-roles]").await?;
    app.click("[data-testid=filter-picker] label:nth-of-type(2)").await?;
    app.click("[data-testid=filter-picker] label:nth-of-type(3)").await?;
    app.press(Key::Escape).await?;
    app.until("lanes A and B", "document.querySelector('[data-testid=filter-shown]').textContent.includes('11')")
        .await?;
    app.until("named", "document.querySelector('[data-testid=filter-roles]').textContent.includes('A, B')").await?;
    app.find("[data-testid=filter-add-statuses]").await?.focus().await?;
    app.press(Key::Enter).await?;
    app.find("[data-testid=filter-picker]").await?;
    app.press(Key::Down).await?;
    app.press(" ").await?;
    app.press(Key::Enter).await?;
    app.until("both hold", &shows(1)).await?;

    // Kept under a name, taken off, and back again; also after a look elsewhere.
    app.click("[data-testid=filter-kept]").await?;
    app.click("[role=menuitem]").await?;
    app.find("[data-testid=filter-name]").await?.send_keys("Socle en cours\u{e007}").await?;
    app.until("its name", "document.querySelector('[data-testid=filter-kept]').textContent.includes('Socle en cours')")
        .await?;
    app.click("[data-testid=filter-roles] .off").await?;
    app.click("[data-testid=filter-statuses] .off").await?;
    app.until("everything", &shows(21)).await?;
    app.click("[data-testid=nav-raci]").await?;
    app.click("[data-testid=nav-board]").await?;
    app.click("[data-testid=filter-kept]").await?;
    app.click("[role=menuitem]").await?;
    app.until("the kept filter", &shows(1)).await?;

    // Words, over the keyboard: Escape shows everything that the chips allow.
    app.press("/").await?;
    app.press("zzz").await?;
    app.until("nothing fits", &shows(0)).await?;
    app.press(Key::Escape).await?;
    app.until("the words are gone", &shows(1)).await?;
    app.close().await
}

#[tokio::test]
async fn a_card_opens_beside_and_all_it_says_is_edited_there() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = opened(data).await?;

    // Enter opens it with the focus in the title; Escape leads back to the card.
    app.find(&card(14)).await?.focus().await?;
    app.press(Key::Enter).await?;
    app.find(PANEL).await?;
    app.until("in the title", "document.activeElement.dataset.testid === 'card-title'").await?;
    app.press(" bientôt").await?;
    app.press(Key::Escape).await?;
    app.press(Key::Escape).await?;
    app.until("closed", "!document.querySelector('[data-testid=card-panel]')").await?;
    app.until("back on the card", "document.activeElement.dataset.number === '14'").await?;

    // A click opens it too, and leaves the focus on the board.
    app.click(&card(14)).await?;
    app.find(PANEL).await?;
    app.find("[data-testid=card-due]").await?.send_keys("11/12/2026\u{e007}").await?;
    until_stored(data, "SELECT due_on FROM task WHERE number = 14", "2026-12-11").await;
    app.find("[data-testid=card-detail]").await?.send_keys("par l’application").await?;
    until_stored(data, "SELECT detail LIKE '%par l’application' FROM task WHERE number = 14", "1").await;

    // What it waits for and what waits for it: by number, and taken back.
    app.find("[data-testid=card-add-needs]").await?.send_keys("8").await?;
    app.press(Key::Enter).await?;
    let waits =
        "SELECT count(*) FROM task_dependency d JOIN task t ON t.id = d.task_id JOIN task n ON n.id = d.needs_id
        WHERE t.number = 14 AND n.number = 8";
    until_stored(data, waits, "1").await;
    app.find("[data-testid=card-add-opens]").await?.send_keys("21").await?;
    app.press(Key::Enter).await?;
    app.until(
        "it opens 21",
        "[...document.querySelectorAll('[data-testid=card-opens] li')].some((one) => one.textContent.includes('21'))",
    )
    .await?;

    // A part by key, a tag by name, what it serves, a link, notes as they read.
    app.click("[data-testid=card-parts] [data-role=B]").await?;
    app.press(Key::Escape).await?;
    app.press("c").await?;
    app.until(
        "B is consulted",
        "document.querySelector('[data-testid=card-parts] [data-role=B]').textContent === 'BC'",
    )
    .await?;
    app.find("[data-testid=card-tag-add]").await?.send_keys("urgent\u{e007}").await?;
    app.until("the tag", "document.querySelector('[data-testid=card-tags]').textContent.includes('urgent')").await?;
    app.find("[data-testid=card-add-served]").await?.send_keys("→").await?;
    app.press(Key::Enter).await?;
    until_stored(data, "SELECT count(*) FROM serving", "1").await;
    app.find("[data-testid=card-link-add]").await?.send_keys("Guide https://example.org/guide\u{e007}").await?;
    app.until("the link", "document.querySelector('[data-testid=card-links]').textContent.includes('Guide')").await?;
    let notes = app.find("[data-testid=card-notes-text]").await?;
    // A pause in which the first words are kept does not take the field away.
    notes.send_keys("Commencer par").await?;
    until_stored(data, "SELECT notes FROM task WHERE number = 14", "Commencer par").await;
    app.press(" **l’ouverture**").await?;
    until_stored(data, "SELECT notes FROM task WHERE number = 14", "Commencer par **l’ouverture**").await;

    // The status from the panel, then a copy of it all, taken back in one step.
    app.click("[data-testid=card-status] label:has([value=blocked])").await?;
    app.until("blocked", &format!("document.querySelector(\"{}\").dataset.status === 'blocked'", card(14))).await?;
    app.click("[data-testid=card-duplicate]").await?;
    app.until("a copy", &shows(22)).await?;
    until_stored(data, "SELECT count(*) FROM serving", "2").await;
    app.click("[data-testid=undo]").await?;
    app.until("taken back", &shows(21)).await?;
    app.close().await
}

#[tokio::test]
async fn several_cards_are_set_moved_pasted_and_deleted_at_once() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = opened(data).await?;

    // Three cards by keyboard: a range.
    app.find(&card(1)).await?.focus().await?;
    with(&app, Key::Control, " ").await?;
    with(&app, Key::Shift, Key::Right).await?;
    with(&app, Key::Shift, Key::Right).await?;
    app.until("three", "document.querySelector('[data-testid=bulk-count]')?.textContent.includes('3')").await?;
    app.click("[data-testid=bulk-status]").await?;
    app.click("[role=menuitem]:nth-of-type(3)").await?;
    until_stored(data, "SELECT count(*) FROM task WHERE status = 'blocked'", "3").await;
    app.click("[data-testid=bulk-tag]").await?;
    app.find("[data-testid=bulk-tag-name]").await?.send_keys("lot 1\u{e007}").await?;
    until_stored(data, "SELECT count(*) FROM tagging g JOIN tag t ON t.id = g.tag_id WHERE t.name = 'lot 1'", "3")
        .await;

    // Together to another lane; the hand says how many.
    app.click("[data-testid=bulk-move]").await?;
    let target =
        app.ask("return [...document.querySelectorAll('[data-testid=move-lane] option')].at(-1).value").await?;
    let choose = format!(
        "const s = document.querySelector('[data-testid=move-lane]'); s.value = {target}; s.dispatchEvent(new Event('change', {{ bubbles: true }})); return true"
    );
    app.ask(&choose).await?;
    app.click("[data-testid=move-confirm]").await?;
    app.until("moved", &lane_of(2, "D")).await?;
    until_stored(data, "SELECT count(*) FROM task WHERE status = 'blocked'", "3").await;

    // A pasted list becomes cards in one step; the dialog shows how many.
    app.find(&card(5)).await?.focus().await?;
    let paste = "const data = new DataTransfer(); data.setData('text/plain', '- Relire\\n- Signer\\tavec D');
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        return true";
    app.ask(paste).await?;
    app.find("[data-testid=paste-confirm]").await?;
    app.click("[data-testid=paste-confirm]").await?;
    app.until("two more", &shows(23)).await?;
    until_stored(data, "SELECT detail FROM task WHERE title = 'Signer'", "avec D").await;
    app.click("[data-testid=undo]").await?;
    app.until("in one step", &shows(21)).await?;

    // All cards, deleted and back.
    app.find(&card(5)).await?.focus().await?;
    app.press_control('a').await?;
    app.until("all", "document.querySelector('[data-testid=bulk-count]')?.textContent.includes('21')").await?;
    app.press(Key::Delete).await?;
    app.until("none", &shows(0)).await?;
    app.click("[data-testid=undo]").await?;
    app.until("back", &shows(21)).await?;
    app.close().await
}
