//! The window says what is so: nothing is announced that did not happen, nothing is offered that does nothing, and
//! what went wrong leaves again.

use std::path::Path;

use couloir_e2e::{App, Done, couloir};
use rusqlite::Connection;
use serde_json::json;
use thirtyfour::prelude::*;

async fn example(data: &Path) -> Done<App> {
    couloir(data, &["new", "--template", "ajo", "--language", "fr", "--title", "Vérité"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-roles]").await?;
    app.find("[data-testid=role-card]").await?;
    Ok(app)
}

#[tokio::test]
async fn a_refused_move_is_not_announced_and_its_notice_leaves() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let app = example(data).await?;
    let order = "[...document.querySelectorAll('[data-testid=role-card] .badge')].map(b => b.textContent).join('')";
    let before = app.ask(&format!("return {order}")).await?;

    // Somebody else holds the file.
    let other = Connection::open(data.join("couloir.db"))?;
    other.execute_batch("BEGIN IMMEDIATE")?;
    app.ask("document.querySelector('[data-testid=role-card]').focus(); return true").await?;
    let chain = app.driver.action_chain().key_down(Key::Alt).send_keys(Key::Down);
    chain.key_up(Key::Alt).perform().await?;
    app.until("the refusal", "document.querySelector('.notice.bad')").await?;
    assert_eq!(app.ask(&format!("return {order}")).await?, before);
    let said = app.ask("return document.querySelector('[role=status][aria-live]').textContent").await?;
    assert!(!said.as_str().unwrap_or_default().contains("position"), "a refused move was announced: {said}");
    app.has_focus("a refusal").await?;

    // It stands beside the work, not on it; the same refusal stands there once, and not on another screen.
    let covers = "return [...document.querySelectorAll('.notice')].some(n => \
        n.getBoundingClientRect().right > document.querySelector('main').getBoundingClientRect().left + 1)";
    assert_eq!(app.ask(covers).await?, json!(false));
    let chain = app.driver.action_chain().key_down(Key::Alt).send_keys(Key::Down);
    chain.key_up(Key::Alt).perform().await?;
    tokio::time::sleep(std::time::Duration::from_secs(6)).await;
    assert_eq!(app.ask("return document.querySelectorAll('.notice.bad').length").await?, json!(1));
    other.execute_batch("ROLLBACK")?;
    app.click("[data-testid=nav-raci]").await?;
    app.until("no notice on another screen", "!document.querySelector('.notice')").await?;
    app.close().await
}

#[tokio::test]
async fn a_click_on_the_part_of_the_lane_is_no_error_and_a_round_is_one_step() -> Done {
    let folder = tempfile::tempdir()?;
    let app = example(folder.path()).await?;
    app.click("[data-testid=nav-raci]").await?;
    for _ in 0..4 {
        app.click(".cell[data-part^=accountable]").await?;
    }
    assert_eq!(app.ask("return document.querySelectorAll('.notice').length").await?, json!(0));

    let empty = app.ask("return document.querySelector(\".cell[data-part='']\").dataset.cell").await?;
    let cell = format!("[data-cell='{}']", empty.as_str().unwrap_or_default());
    for part in ["responsible", "consulted", "informed"] {
        app.click(&cell).await?;
        app.until(part, &format!("document.querySelector(\"{cell}\").dataset.part === '{part}'")).await?;
    }
    app.press_control('z').await?;
    app.until("as before", &format!("document.querySelector(\"{cell}\").dataset.part === ''")).await?;
    app.close().await
}

#[tokio::test]
async fn the_palette_offers_what_it_can_do_and_a_dialog_opens_on_its_first_choice() -> Done {
    let folder = tempfile::tempdir()?;
    let app = example(folder.path()).await?;
    // What only a focused card answers is not offered, nor the screen one is on.
    app.press_control('k').await?;
    app.until("the search field", "document.activeElement?.matches('dialog [role=combobox]')").await?;
    app.type_at_speed("role").await?;
    let offered =
        app.ask("return [...document.querySelectorAll('[role=option]')].map(o => o.textContent).join('|')").await?;
    let offered = offered.as_str().unwrap_or_default();
    assert!(!offered.contains("Suppr") && !offered.contains("Alt"), "{offered}");
    // A letter is missing, the accent too, and the words are in another order.
    app.press_control('a').await?;
    app.type_at_speed("reunons").await?;
    app.until(
        "the meetings are found",
        "document.querySelector('[role=option][aria-selected=true]').textContent.startsWith('Réunions')",
    )
    .await?;
    app.press(Key::Escape).await?;
    app.until("closed", "!document.querySelector('dialog[open]')").await?;
    app.has_focus("Escape").await?;

    for opener in ["people-open", "role-delete", "role-merge"] {
        app.click(&format!("[data-testid={opener}]")).await?;
        app.until(
            &format!("{opener} opens on its first choice"),
            "(a => a?.closest('dialog[open]') && !a.closest('header'))(document.activeElement)",
        )
        .await?;
        app.press(Key::Escape).await?;
        app.until("closed", "!document.querySelector('dialog[open]')").await?;
        app.has_focus(&format!("closing {opener}")).await?;
    }
    app.close().await
}
