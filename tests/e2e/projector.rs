//! Two windows in step: what the console changes, the room sees; nothing private is shown there, and nothing written.

use couloir_e2e::{App, Done, couloir};

use crate::screens::violations;
use thirtyfour::WindowHandle;

/// The console's and the projector's windows, once both are there.
async fn windows(app: &App, console: &WindowHandle) -> Done<WindowHandle> {
    for _ in 0..200 {
        let other = app.driver.windows().await?.into_iter().find(|window| window != console);
        if let Some(projector) = other {
            return Ok(projector);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err("the projector's window did not open".into())
}

/// A script that is true when the projected cell from A to B shows this score.
fn cell(score: &str) -> String {
    format!("document.querySelector('[data-testid=projector] tbody tr td:nth-of-type(2)')?.textContent === '{score}'")
}

/// A script that is true when the projected radar shows this count.
fn count(findings: u64) -> String {
    format!("document.querySelector('[data-testid=projector] .figure strong')?.textContent === '{findings}'")
}

#[tokio::test]
async fn the_room_follows_a_match_and_its_undo_and_may_write_nothing() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-live]").await?;
    let console = app.driver.window().await?;
    app.click("[data-testid=project]").await?;
    let room = windows(&app, &console).await?;
    let look = async |at: &WindowHandle| app.driver.switch_to_window(at.clone()).await;

    // The room has the agenda and the instruction, and none of the facilitator's notes.
    look(&room).await?;
    app.find("[data-testid=projector]").await?;
    app.until("the agenda", "document.body.textContent.includes('Accueil et cadre')").await?;
    let shown = app.ask("return document.body.textContent").await?;
    assert!(!shown.as_str().unwrap_or_default().contains("Relever qui manque"), "a private note is projected");

    let axe = std::fs::read_to_string(couloir_e2e::root().join("ui/node_modules/axe-core/axe.min.js"))?;
    assert_eq!(violations(&app, &axe).await?, [""; 0]);

    // It may write nothing, whatever its page asks for.
    let attempt = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke('workshop_create', { title: 'x', language: 'fr' })
          .then(() => done('written'), () => done('refused'));";
    let answer = app.driver.execute_async(attempt, vec![]).await?;
    assert_eq!(answer.json(), "refused");

    // A need is matched with an offer in the console; the room's grid and radar change with it.
    look(&console).await?;
    app.click("[data-testid=nav-contracts]").await?;
    app.find("[data-testid=need]").await?;
    look(&room).await?;
    app.until("the grid in the room", &cell("0/4")).await?;
    assert_eq!(violations(&app, &axe).await?, [""; 0]);
    look(&console).await?;
    app.drag("[data-testid=need]", "[data-testid=offer]").await?;
    app.until(
        "the match",
        "document.querySelectorAll('[data-testid=contract-state][data-state=matched]').length === 1",
    )
    .await?;
    look(&room).await?;
    app.until("the match in the room", &cell("0/3")).await?;
    look(&console).await?;
    app.click("[data-testid=nav-radar]").await?;
    app.until(
        "one need and one offer answered, one line to confirm",
        "document.querySelector('[data-testid=findings-count]').textContent.includes('49')",
    )
    .await?;
    look(&room).await?;
    app.until("the radar in the room", &count(49)).await?;
    assert_eq!(violations(&app, &axe).await?, [""; 0]);

    // Undo brings all back, in both windows.
    look(&console).await?;
    app.click("[data-testid=undo]").await?;
    app.until(
        "the radar as before",
        "document.querySelector('[data-testid=findings-count]').textContent.includes('50')",
    )
    .await?;
    look(&room).await?;
    app.until("the room as before", &count(50)).await?;
    look(&console).await?;
    app.close().await
}
