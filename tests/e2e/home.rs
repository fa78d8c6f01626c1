//! Home: what stands there, in what order, and what leads away from it and back.

use couloir_e2e::{App, Done, couloir};

const TITLES: &str = "[...document.querySelectorAll('[data-testid=workshop-row] strong')].map((one) => one.firstChild.textContent).join(' ')";

fn titles(wanted: &str) -> String {
    format!("{TITLES} === '{wanted}'")
}

/// Chooses an entry of the menu of a workshop.
async fn menu(app: &App, title: &str, entry: usize) -> Done {
    let script = format!(
        "[...document.querySelectorAll('[data-testid=workshop-row]')]\
         .find((row) => row.textContent.includes('{title}')).querySelector('[aria-haspopup=menu]').click(); return true"
    );
    app.ask(&script).await?;
    app.find("[role=menu]").await?;
    app.ask(&format!("document.querySelectorAll('[role=menuitem]')[{entry}].click(); return true")).await?;
    Ok(())
}

const DETAILS: usize = 2;
const PIN: usize = 3;
const PUT_AWAY: usize = 4;

#[tokio::test]
async fn workshops_are_pinned_put_away_described_and_found_in_the_order_asked_for() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    for title in ["Alpha", "Gamma", "Beta"] {
        couloir(data, &["new", "--template", "event", "--language", "fr", "--title", title])?;
    }
    let app = App::open(data).await?;
    app.until("the newest first", &titles("Beta Gamma Alpha")).await?;
    // What each still asks for is counted once the list stands, and is what its radar says.
    let id = app.ask("return document.querySelector('[data-testid=workshop-row]').dataset.workshopId").await?;
    let found = couloir(data, &["findings", id.as_str().unwrap_or_default(), "--json"])?;
    let found: serde_json::Value = serde_json::from_str(&found)?;
    let open = found.as_array().into_iter().flatten().filter(|one| one["accepted"].is_null()).count();
    let said = format!("{open} constats");
    let rows = "[...document.querySelectorAll('[data-testid=workshop-row]')]";
    app.until("what they ask for", &format!("{rows}.every((row) => row.textContent.includes('{said}'))")).await?;
    app.click("[data-testid=home-by] label:has([value=title])").await?;
    app.until("by title", &titles("Alpha Beta Gamma")).await?;
    menu(&app, "Gamma", PIN).await?;
    app.until("the pinned one on top", &titles("Gamma Alpha Beta")).await?;
    menu(&app, "Alpha", PUT_AWAY).await?;
    app.until("one put away", "document.querySelector('details summary') !== null").await?;
    app.until(
        "and out of sight",
        "document.querySelectorAll('[data-testid=workshop-row]:not(details *)').length === 2",
    )
    .await?;
    app.press_control('z').await?;
    app.until("taken back", "document.querySelector('details summary') === null").await?;
    app.until("both as they stood", &titles("Gamma Alpha Beta")).await?;

    // What is said of the whole workshop is asked for on Home and stands there.
    menu(&app, "Beta", DETAILS).await?;
    app.click("[data-testid=details-organisation]").await?;
    app.type_at_speed("Port autonome").await?;
    app.ask("document.activeElement.blur(); return true").await?;
    app.until("it is kept", "document.querySelector('[data-testid=undo]') !== null").await?;
    app.ask("document.querySelector('dialog[open]').close(); return true").await?;

    // Digits lead to screens, whatever has the focus.
    app.press_control('5').await?;
    app.find("[data-testid=contracts]").await?;
    app.press_control('1').await?;
    app.find("[data-testid=roles]").await?;
    app.press_control('h').await?;
    app.click("[data-testid=home-by] label:has([value=client])").await?;
    app.until(
        "under its organisation",
        "document.querySelector('[data-testid=home] h3')?.textContent === 'Port autonome'",
    )
    .await?;

    // The next meeting is one click away.
    app.click("[data-testid=workshop-run]").await?;
    app.until("its console", "document.querySelector('[data-testid=live]') !== null").await?;
    app.close().await?;

    // The order is kept.
    let app = App::open(data).await?;
    app.until("by organisation again", "document.querySelector('[data-testid=home] h3') !== null").await?;
    app.close().await
}
