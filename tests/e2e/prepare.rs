//! A meeting prepared from what is open: edited by keyboard, accepted as one step, taken back.

use couloir_e2e::{App, Done, couloir};
use thirtyfour::prelude::*;

#[tokio::test]
async fn a_meeting_is_prepared_from_what_is_open_in_one_step() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "ajo", "--language", "en"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-meetings]").await?;
    app.click("[data-testid=meeting-new]").await?;
    app.click("[role=menuitem]:last-of-type").await?;
    let items = "document.querySelectorAll('[data-testid=agenda-item]').length";
    app.until("an empty agenda", &format!("{items} === 0 && document.querySelector('[data-testid=prepare-open]')"))
        .await?;

    // The same as on the command line, which changes nothing.
    app.press("p").await?;
    app.find("[data-testid=prepare-row]").await?;
    let rows = "document.querySelectorAll('[data-testid=prepare-proposed] [data-testid=prepare-row]')";
    let proposed = app.ask(&format!("return {rows}.length")).await?.as_u64().unwrap();
    assert!(proposed > 2, "{proposed} proposals");
    let total = "document.querySelector('[data-testid=prepare-total]').dataset";
    app.until("it fits", &format!("Number({total}.taken) <= 60 && {total}.available === '60'")).await?;

    // The first goes out by Space, another moves up by Alt and arrow, one is longer than what is left.
    let focus = |css: &str| format!("document.querySelector(\"{css}\").focus()");
    app.ask(&focus("[data-testid=prepare-row] input[type=checkbox]")).await?;
    app.press(" ").await?;
    let key = app.ask(&format!("return {rows}[2].dataset.key")).await?;
    app.ask(&format!("{rows}[2].querySelector('.grip').focus()")).await?;
    app.driver.action_chain().key_down(Key::Alt).send_keys(Key::Up).key_up(Key::Alt).perform().await?;
    app.until("the third is second", &format!("{rows}[1].dataset.key === {key}")).await?;
    app.ask(&format!("{rows}[1].querySelector('.minutes').focus()")).await?;
    app.press("2h").await?;
    app.press(Key::Enter).await?;
    app.until("too much is said", "document.querySelector('[data-testid=prepare-total].over')").await?;
    app.ask(&format!("{rows}[1].querySelector('.minutes').focus()")).await?;
    app.press("7").await?;
    app.press(Key::Enter).await?;
    app.until("it fits again", "!document.querySelector('[data-testid=prepare-total].over')").await?;
    app.ask(&format!("const field = {rows}[1].querySelector('.title'); field.focus(); field.select()")).await?;
    app.press("Settle this first").await?;

    app.click("[data-testid=prepare-accept]").await?;
    app.until("all but one are on the agenda", &format!("{items} === {}", proposed - 1)).await?;
    app.until(
        "with the edited title",
        "[...document.querySelectorAll('[data-testid=agenda-item] strong input')].some(field => field.value === 'Settle this first')",
    )
    .await?;
    app.press_control('z').await?;
    app.until("undone in one step", &format!("{items} === 0")).await?;
    app.close().await?;
    let listed: serde_json::Value = serde_json::from_str(&couloir(data, &["prepare", id.trim(), "--json"])?)?;
    assert!(listed["proposed"].is_array() && listed["available"].is_number());
    Ok(())
}
