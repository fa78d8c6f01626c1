//! The hour in front of people: what is typed lands where it should, whatever screen is looked at, and the wall is
//! read from six metres.

use couloir_e2e::{App, Done, couloir, root};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::screens::violations;

/// How many lines a long meeting has.
const LINES: usize = 200;
/// The smallest text of the wall, in hundredths of the height of a picture of 16:9.
const LEAST: f64 = 2.2;

async fn started(data: &std::path::Path) -> Done<(App, String)> {
    let id = couloir(data, &["new", "--template", "ajo", "--language", "fr"])?.trim().to_owned();
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-live]").await?;
    app.click("[data-testid=start]").await?;
    app.find("[data-testid=strip] [data-testid=countdown]").await?;
    Ok((app, id))
}

fn outcomes(data: &std::path::Path, id: &str) -> Done<Vec<Value>> {
    let record: Value = serde_json::from_str(&couloir(data, &["show", id, "--json"])?)?;
    Ok(record["outcomes"].as_array().cloned().unwrap_or_default())
}

#[tokio::test]
async fn a_long_meeting_typed_at_full_speed_lands_where_it_should_and_does_nothing_else() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let (app, id) = started(data).await?;
    let screens = ["board", "contracts", "radar", "roles", "sequence", "raci", "meetings", "live", "documents"];
    let mut expected = Vec::new();
    // Every letter is a command somewhere; none may be one here.
    let words = "pTdan? bcfkmovwsxg /+-";
    for at in 0..LINES {
        if at % 20 == 0 {
            app.click(&format!("[data-testid=nav-{}]", screens[(at / 20) % screens.len()])).await?;
            app.find("main h2, main h3").await?;
            app.press_control('e').await?;
            app.until("the entry line", "document.activeElement?.dataset.testid === 'entry'").await?;
        }
        let (prefix, kind) = [("", "note"), ("d: ", "decision"), ("a: ", "action")][at % 3];
        let text = format!("{words} {at}");
        app.press(format!("{prefix}{text}").as_str()).await?;
        app.press(Key::Enter).await?;
        expected.push((kind.to_owned(), text));
        if at == 60 || at == 130 {
            app.click("[data-testid=next]").await?;
            app.press_control('e').await?;
        }
        assert_eq!(
            app.ask("return document.activeElement?.dataset.testid").await?,
            json!("entry"),
            "the focus stays, line {at}"
        );
    }
    app.until("all is kept", "document.querySelector('[data-testid=entry]').value === ''").await?;
    for _ in 0..100 {
        if outcomes(data, &id).is_ok_and(|found| found.len() == LINES) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    app.close().await?;
    let found = outcomes(data, &id)?;
    let kept: Vec<(String, String)> = found
        .iter()
        .map(|one| {
            (one["kind"].as_str().unwrap_or_default().to_owned(), one["body"].as_str().unwrap_or_default().to_owned())
        })
        .collect();
    assert_eq!(kept, expected);
    let record: Value = serde_json::from_str(&couloir(data, &["show", &id, "--json"])?)?;
    let meeting = record["meetings"].as_array().unwrap().iter().find(|one| one["status"] == "in_progress").unwrap();
    assert!(meeting["paused_at"].is_null(), "nothing was a command");
    // Two steps were made: the lines belong to three blocks.
    let mut blocks: Vec<&str> = found.iter().filter_map(|one| one["item_id"].as_str()).collect();
    blocks.dedup();
    assert_eq!(blocks.len(), 3);
    Ok(())
}

#[tokio::test]
async fn a_line_is_understood_before_it_is_kept_and_can_be_corrected() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let (app, id) = started(data).await?;
    // By mouse: a button opens the line, and the cursor is in it.
    app.click("[data-testid=add-action]").await?;
    app.until("the cursor", "document.activeElement?.dataset.testid === 'entry'").await?;
    app.press("Relire la charte @marketing demain").await?;
    app.until("the owner", "document.querySelector('[data-testid=entry-owner]')?.value.startsWith('role ')").await?;
    app.until(
        "the day",
        "document.querySelector('[data-testid=entry-day] input, input[data-testid=entry-day]')?.value.length > 4",
    )
    .await?;
    // Reading elsewhere moves nothing: the line says where it goes.
    let place = "document.querySelector('[data-testid=entry-place] b').textContent";
    let first = app.ask(&format!("return {place}")).await?;
    app.click("[data-testid=plan] li:nth-child(3) button").await?;
    assert_eq!(app.ask(&format!("return {place}")).await?, first);
    app.click("[data-testid=entry]").await?;
    app.press(Key::Enter).await?;
    app.until("the line is empty", "document.querySelector('[data-testid=entry]').value === ''").await?;
    // Tab turns a note into a decision; Escape leaves the line, whose text stays.
    app.press("On garde une seule file").await?;
    app.press(Key::Tab).await?;
    app.until("a decision", "document.querySelector('[data-testid=entry-kind]').dataset.kind === 'decision'").await?;
    app.press(Key::Enter).await?;
    app.press("à moitié").await?;
    app.driver.refresh().await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.until("what was typed survives", "document.querySelector('[data-testid=entry]')?.value === 'à moitié'").await?;
    // Home says that a meeting runs, and leads back to it.
    app.click("[data-testid=nav-home]").await?;
    app.click("[data-testid=home-running] button").await?;
    app.find("[data-testid=live] h3").await?;
    app.close().await?;
    let found = outcomes(data, &id)?;
    assert_eq!(found.len(), 2);
    assert_eq!((&found[0]["kind"], &found[0]["body"]), (&json!("action"), &json!("Relire la charte")));
    assert!(found[0]["owner_role_id"].is_string() && found[0]["due_on"].is_string());
    assert_eq!(found[0]["item_id"], found[1]["item_id"]);
    assert_eq!((&found[1]["kind"], &found[1]["body"]), (&json!("decision"), &json!("On garde une seule file")));
    Ok(())
}

/// Texts that are smaller than the room can read, and boxes that leave the picture.
const FAULTS: &str = "
  const unit = Math.min(innerHeight / 100, innerWidth * 0.5625 / 100);
  const found = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const box = walker.currentNode.parentElement;
    if (!text || !box.getClientRects().length) continue;
    const size = parseFloat(getComputedStyle(box).fontSize) / unit;
    if (size < LEAST - 0.02) found.push(`${text.slice(0, 30)}: ${size.toFixed(2)}`);
  }
  const main = document.querySelector('main').getBoundingClientRect();
  for (const box of document.querySelectorAll('main li, main h1, main td, main .clock')) {
    const at = box.getBoundingClientRect();
    if (at.width && (at.right > main.right + 1 || at.bottom > main.bottom + 1 || at.left < main.left - 1))
      found.push(`${box.textContent.slice(0, 30)} leaves the picture at ${Math.round(at.right)}, ${Math.round(at.bottom)}`);
  }
  return found;";

#[tokio::test]
async fn every_picture_fills_the_wall_and_is_read_from_six_metres() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let (app, id) = started(data).await?;
    let console = app.driver.window().await?;
    app.press(Key::F5).await?;
    let mut room = None;
    for _ in 0..200 {
        room = app.driver.windows().await?.into_iter().find(|window| *window != console);
        if room.is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let room = room.ok_or("the room’s window did not open")?;
    // Five lanes of thirty cards.
    let board = data.join("board.csv");
    let mut rows = String::from("Tâche;Rôle\n");
    for lane in ["Accueil", "Cuisine", "Presse", "Finances", "Logistique"] {
        for card in 0..30 {
            rows += &format!("Préparer les canaux {card};{lane}\n");
        }
    }
    std::fs::write(&board, rows)?;
    app.driver.switch_to_window(room.clone()).await?;
    app.find("[data-testid=projector]").await?;
    app.driver.set_window_rect(0, 0, 1920, 1080).await?;
    let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
    let mut faults = Vec::new();
    for scene in
        ["agenda", "timer", "instruction", "board", "contracts", "pair", "radar", "decision", "silent", "unheard"]
    {
        app.driver.switch_to_window(console.clone()).await?;
        let state = json!({ "workshop_id": id, "scene": scene, "pair": ["A", "B"], "page": null, "follows": false,
                            "is_frozen": false, "is_blank": false });
        let set = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke('projector_set', {{ next: {state} }}).then(() => done(true), done);"
        );
        assert_eq!(app.driver.execute_async(set, vec![]).await?.json(), &json!(true));
        app.driver.switch_to_window(room.clone()).await?;
        app.until(scene, &format!("document.querySelector('[data-testid=projector]').dataset.scene === '{scene}'"))
            .await?;
        app.until("the clock", "document.querySelector('[data-testid=projector-clock]')").await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        let found = app.ask(&FAULTS.replace("LEAST", &LEAST.to_string())).await?;
        faults.extend(found.as_array().into_iter().flatten().map(|fault| format!("{scene}: {fault}")));
        faults.extend(violations(&app, &axe).await?.into_iter().map(|fault| format!("{scene}: {fault}")));
        app.picture(&root().join(format!("target/e2e/room-{scene}.png"))).await?;
        // The theme of the wall is its own.
        assert_eq!(app.ask("return document.documentElement.dataset.theme").await?, json!("dark"));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // A setting changes; the wall stays dark.
    app.driver.switch_to_window(console.clone()).await?;
    app.press_control('l').await?;
    app.until("English", "document.documentElement.lang === 'en'").await?;
    app.driver.switch_to_window(room.clone()).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(app.ask("return document.documentElement.dataset.theme").await?, json!("dark"));
    app.driver.switch_to_window(console).await?;
    app.close().await?;

    couloir(data, &["import", &board.display().to_string()])?;
    let listed: Value = serde_json::from_str(&couloir(data, &["list", "--json"])?)?;
    let large = listed
        .as_array()
        .into_iter()
        .flatten()
        .find(|one| one["id"].as_str() != Some(id.as_str()))
        .and_then(|one| one["id"].as_str())
        .ok_or("nothing was imported")?
        .to_owned();
    let app = App::open(data).await?;
    let console = app.driver.window().await?;
    app.ask(&format!(
        "window.__TAURI_INTERNALS__.invoke('projector_set', {{ next: {} }}); window.__TAURI_INTERNALS__.invoke('projector_open'); return true",
        json!({ "workshop_id": large, "scene": "board", "pair": null, "page": null, "follows": false, "is_frozen": false, "is_blank": false })
    ))
    .await?;
    let mut room = None;
    for _ in 0..200 {
        room = app.driver.windows().await?.into_iter().find(|window| *window != console);
        if room.is_some() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    app.driver.switch_to_window(room.ok_or("no room")?).await?;
    app.find("[data-testid=projector]").await?;
    app.driver.set_window_rect(0, 0, 1920, 1080).await?;
    app.until("150 cards on one wall", "document.querySelectorAll('main li').length === 150").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let found = app.ask(&FAULTS.replace("LEAST", &LEAST.to_string())).await?;
    app.picture(&root().join("target/e2e/room-board-large.png")).await?;
    assert_eq!(found, json!([]));
    app.driver.switch_to_window(console).await?;
    app.close().await
}
