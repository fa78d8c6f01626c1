//! What is typed is kept, lands where it should, and is nothing else: at twelve keys a second, in the real window.

use std::path::Path;
use std::time::Duration;

use couloir_e2e::{App, Done, couloir};
use rusqlite::{Connection, OpenFlags};
use serde_json::json;
use thirtyfour::prelude::*;

const MANDATE: &str = "[data-testid=role-mandate]";
const NAME: &str = "[data-testid=role-name]";

async fn pause(milliseconds: u64) {
    tokio::time::sleep(Duration::from_millis(milliseconds)).await;
}

/// One value in the file, read without the program.
fn stored(data: &Path, sql: &str) -> Option<String> {
    let file = Connection::open_with_flags(data.join("couloir.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    file.query_row(sql, [], |row| row.get(0)).unwrap_or(None)
}

fn mandate(data: &Path) -> String {
    stored(data, "SELECT mandate FROM role WHERE letter = 'A'").unwrap_or_default()
}

/// Opens the French example on its roles.
async fn roles(data: &Path) -> Done<App> {
    couloir(data, &["new", "--template", "ajo", "--language", "fr", "--title", "Frappe"])?;
    reopen(data).await
}

async fn reopen(data: &Path) -> Done<App> {
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-roles]").await?;
    app.find(NAME).await?;
    Ok(app)
}

/// Empties a field as a hand does.
async fn empty(app: &App, css: &str) -> Done {
    app.click(css).await?;
    app.press_control('a').await?;
    app.press(Key::Delete).await
}

async fn value(app: &App, css: &str) -> Done<String> {
    let value = app.ask(&format!("return document.querySelector({}).value", json!(css))).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn spaces_lines_and_an_emptied_title_stay_under_the_cursor() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = roles(data).await?;

    // A pause after a space and after a line break eats neither.
    empty(&app, MANDATE).await?;
    app.type_at_speed("Ligne 1 ").await?;
    pause(700).await;
    app.press(Key::Enter).await?;
    pause(700).await;
    app.type_at_speed(" - point a").await?;
    assert_eq!(value(&app, MANDATE).await?, "Ligne 1 \n - point a");
    app.press(Key::Tab).await?;
    pause(600).await;
    assert_eq!(mandate(data), "Ligne 1 \n - point a");

    // An emptied name does not come back while one thinks; it does when one leaves.
    let before = value(&app, NAME).await?;
    empty(&app, NAME).await?;
    pause(1500).await;
    assert_eq!(value(&app, NAME).await?, "");
    app.until("the mark", &format!("document.querySelector('{NAME}').getAttribute('aria-invalid') === 'true'")).await?;
    app.press(Key::Tab).await?;
    app.until("the name is back", &format!("document.querySelector('{NAME}').value === {}", json!(before))).await?;
    assert_eq!(app.ask("return document.querySelectorAll('.notice').length").await?, json!(0));
    app.close().await
}

#[tokio::test]
async fn the_end_of_the_session_loses_nothing_and_a_kill_a_second_at_most() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = roles(data).await?;
    empty(&app, MANDATE).await?;
    app.type_at_speed("Tient la liste des droits").await?;
    app.terminate().await?;
    assert_eq!(mandate(data), "Tient la liste des droits");

    let app = reopen(data).await?;
    let text = "Tient la liste des droits et la relit chaque lundi avec les équipes";
    empty(&app, MANDATE).await?;
    app.type_at_speed(text).await?;
    app.kill().await?;
    let kept = mandate(data);
    assert!(text.starts_with(&kept) && text.chars().count() - kept.chars().count() <= 13, "{kept}");

    // A short field that keeps its text when it is left does so at the end, too.
    let app = reopen(data).await?;
    app.click("[data-testid=nav-meetings]").await?;
    app.click("[data-testid=agenda-item] .minutes").await?;
    app.press_control('a').await?;
    app.type_at_speed("47").await?;
    app.terminate().await?;
    let kept = stored(data, "SELECT CAST(count(*) AS TEXT) FROM agenda_item WHERE seconds = 47 * 60");
    assert_eq!(kept.as_deref(), Some("1"));

    // A line that was not given away is still in its field.
    let app = reopen(data).await?;
    app.click("[data-testid=role-new]").await?;
    app.type_at_speed("Contrôle de gestion").await?;
    pause(1000).await;
    app.kill().await?;
    let app = reopen(data).await?;
    let line = value(&app, "[data-testid=role-new]").await?;
    assert_eq!(line, "Contrôle de gestion");
    app.close().await
}

#[tokio::test]
async fn a_page_that_is_loaded_anew_finds_what_was_typed() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = roles(data).await?;
    app.click(MANDATE).await?;
    app.press_control('a').await?;
    app.press("Ouvre et ferme les droits").await?;
    // Before the pause after which it would be saved.
    app.driver.refresh().await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-roles]").await?;
    app.until("the text", &format!("document.querySelector('{MANDATE}')?.value === 'Ouvre et ferme les droits'"))
        .await?;
    app.terminate().await?;
    assert_eq!(mandate(data), "Ouvre et ferme les droits");
    Ok(())
}

#[tokio::test]
async fn a_refused_text_stays_is_marked_and_is_tried_again() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = roles(data).await?;
    empty(&app, MANDATE).await?;
    pause(1200).await;
    // Somebody else holds the file: nothing can be written for a while.
    let other = Connection::open(data.join("couloir.db"))?;
    other.execute_batch("BEGIN IMMEDIATE")?;
    app.type_at_speed("Écrit malgré tout").await?;
    let marked = format!("document.querySelector('{MANDATE}').getAttribute('aria-invalid') === 'true'");
    app.until("the mark", &marked).await?;
    assert_eq!(value(&app, MANDATE).await?, "Écrit malgré tout");
    other.execute_batch("ROLLBACK")?;
    app.until("no mark", &format!("!({marked})")).await?;
    assert_eq!(mandate(data), "Écrit malgré tout");
    app.close().await
}

#[tokio::test]
async fn control_z_in_a_text_takes_back_what_was_typed_then_the_step() -> Done {
    let folder = tempfile::tempdir()?;
    let app = roles(folder.path()).await?;
    let name = value(&app, NAME).await?;
    app.click(NAME).await?;
    app.press(Key::End).await?;
    app.type_at_speed(" et droits").await?;
    app.press_control('z').await?;
    app.until("the name as before", &format!("document.querySelector('{NAME}').value === {}", json!(name))).await?;
    app.until("the field keeps the focus", &format!("document.activeElement === document.querySelector('{NAME}')"))
        .await?;
    app.press_control('y').await?;
    let again = format!("{name} et droits");
    app.until("done again", &format!("document.querySelector('{NAME}').value === {}", json!(again))).await?;
    // Nothing is left to do again, and it says so.
    app.press_control('y').await?;
    app.until("nothing to redo", "document.querySelector('.notices').textContent.includes('rien à rétablir')").await?;

    // A line that is only being written goes back word by word.
    let line = "[data-testid=role-new]";
    app.click(line).await?;
    app.type_at_speed("Contrôle de").await?;
    app.press_control('z').await?;
    assert_eq!(value(&app, line).await?, "Contrôle ");
    app.press_control('z').await?;
    assert_eq!(value(&app, line).await?, "");
    app.press_control('y').await?;
    assert_eq!(value(&app, line).await?, "Contrôle ");
    app.press_control('a').await?;
    app.press(Key::Delete).await?;
    app.close().await
}

#[tokio::test]
async fn a_letter_is_never_a_command_while_one_types() -> Done {
    let folder = tempfile::tempdir()?;
    let app = roles(folder.path()).await?;
    // Every change of screen leaves the keyboard on its heading.
    for screen in ["raci", "sequence", "contracts", "radar", "meetings", "documents", "history", "roles", "sequence"] {
        app.click(&format!("[data-testid=nav-{screen}]")).await?;
        let there = format!("document.querySelector('main [data-testid={screen}] h2') === document.activeElement");
        app.until(&format!("the heading of {screen}"), &there).await?;
    }

    // A step is opened by its key; three titles are typed one after the other, Enter between.
    let steps = "document.querySelectorAll('[data-testid=step]').length";
    let before = app.ask(&format!("return {steps}")).await?.as_u64().unwrap_or_default();
    app.press("n").await?;
    for title in ["Nommer un pilote", "puis négocier", "Noter ? /"] {
        app.type_at_speed(title).await?;
        app.press(Key::Enter).await?;
        app.has_focus("Enter").await?;
    }
    app.until("three steps", &format!("{steps} === {}", before + 3)).await?;
    app.until("no list of keys", "!document.querySelector('dialog[open]')").await?;
    // Escape is a choice: from here a letter is a command again.
    app.press(Key::Escape).await?;
    app.has_focus("Escape").await?;
    app.press("?").await?;
    app.until("the list of keys", "document.querySelector('dialog[open]')").await?;
    app.press(Key::Escape).await?;

    // Typing that goes on after its field has gone is no command either.
    app.press("n").await?;
    app.type_at_speed("Der").await?;
    app.ask("document.activeElement.blur(); return true").await?;
    app.type_at_speed("nier ?").await?;
    app.until("no list of keys", "!document.querySelector('dialog[open]')").await?;
    app.close().await
}

#[tokio::test]
async fn home_undoes_what_it_offers_and_keeps_the_browsers_menu_away() -> Done {
    let folder = tempfile::tempdir()?;
    let app = roles(folder.path()).await?;
    app.click("[data-testid=nav-home]").await?;
    app.find("[data-testid=home]").await?;
    app.has_focus("going home").await?;
    // Renamed in place, the keyboard follows; undone from here.
    app.ask("document.querySelector('[data-testid=workshop-row] .open').focus(); return true").await?;
    app.press(Key::F2).await?;
    app.until("the title is selected", "document.activeElement?.matches('textarea')").await?;
    app.type_at_speed("Renommé").await?;
    app.press(Key::Enter).await?;
    let title = "document.querySelector('[data-testid=workshop-row] strong')?.textContent";
    app.until("renamed", &format!("{title} === 'Renommé'")).await?;
    app.has_focus("Enter").await?;
    app.press_control('z').await?;
    app.until("as before", &format!("{title} === 'Frappe'")).await?;
    let prevented = app
        .ask(
            "const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
             document.querySelector('h2').dispatchEvent(menu); return menu.defaultPrevented",
        )
        .await?;
    assert_eq!(prevented, json!(true));
    app.close().await
}
