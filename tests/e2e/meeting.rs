//! A meeting run to its end with a clock that the test controls: overrun, decisions, actions, a deferral, the close,
//! the next meeting, the minutes; and the room beside it, step by step.

use std::path::{Path, PathBuf};

use couloir_e2e::{App, Done, couloir};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use thirtyfour::prelude::*;

/// Monday 23 November 2026, 9:00 in Paris.
const NINE: i64 = 1_795_420_800_000;
const MINUTE: i64 = 60_000;
const SECRET: &str = "Ne pas nommer Camille";

/// The console and the room, with the clock of both.
struct Workshop {
    app: App,
    clock: PathBuf,
    console: WindowHandle,
    room: Option<WindowHandle>,
}

impl Workshop {
    fn set_clock(&self, minutes: i64) -> Done {
        Ok(std::fs::write(&self.clock, (NINE + minutes * MINUTE).to_string())?)
    }

    /// Asks a command as the window would.
    async fn invoke(&self, command: &str, args: &Value) -> Done<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             window.__TAURI_INTERNALS__.invoke('{command}', {args}).then(done, e => done({{ refused: e }}));"
        );
        let answer = self.app.driver.execute_async(script, vec![]).await?.json().clone();
        if answer.get("refused").is_some() { Err(format!("{command}: {answer}").into()) } else { Ok(answer) }
    }

    /// Waits for a text in the room, and looks that nothing private stands there.
    async fn room_shows(&mut self, what: &str) -> Done {
        if self.room.is_none() {
            for _ in 0..200 {
                let other = self.app.driver.windows().await?.into_iter().find(|window| *window != self.console);
                if let Some(other) = other {
                    self.room = Some(other);
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
        }
        let room = self.room.clone().ok_or("the room’s window did not open")?;
        self.app.driver.switch_to_window(room).await?;
        self.app
            .until(&format!("the room shows {what}"), &format!("document.body.textContent.includes({})", json!(what)))
            .await?;
        let text = self.app.ask("return document.body.textContent").await?;
        let text = text.as_str().unwrap_or_default();
        assert!(!text.contains(SECRET), "a private note is projected: {text}");
        assert!(self.app.ask("return document.querySelectorAll('button, input, textarea').length").await? == 0);
        Ok(self.app.driver.switch_to_window(self.console.clone()).await?)
    }

    /// Types an outcome by its key.
    async fn write(&self, key: &str, text: &str) -> Done {
        self.app.press(key).await?;
        self.app.until("the field", "document.activeElement?.dataset.testid === 'entry'").await?;
        self.app.press(text).await?;
        self.app.press(Key::Enter).await?;
        let kept = format!(
            "[...document.querySelectorAll('[data-testid=outcomes] textarea, [data-testid=outcomes] input')].some(f => f.value === {})",
            json!(text)
        );
        self.app.until(&format!("{text} is kept"), &kept).await?;
        // Single keys work again once the field is left.
        self.app.press(Key::Escape).await
    }

    async fn under_way(&self, title: &str) -> Done {
        let script = format!("document.querySelector('[data-testid=live] h3')?.textContent === {}", json!(title));
        self.app.until(&format!("{title} is under way"), &script).await
    }
}

fn show(data: &Path, id: &str) -> Done<Value> {
    Ok(serde_json::from_str(&couloir(data, &["show", id, "--json"])?)?)
}

async fn four_items(workshop: &Workshop, id: &str) -> Done<String> {
    let add = json!({ "workshopId": id, "title": "Point transverse", "startsAt": NINE, "plannedMinutes": 60 });
    let meeting = workshop.invoke("meeting_add", &add).await?["value"].as_str().unwrap_or_default().to_owned();
    for title in ["Priorités", "Blocages", "Droits du socle", "Suite"] {
        let add = json!({ "workshopId": id, "meetingId": meeting, "title": title, "seconds": 900, "before": null });
        let item = workshop.invoke("agenda_item_add", &add).await?["value"].clone();
        let note = json!({ "workshopId": id, "id": item, "edit": { "field": "private_notes", "value": SECRET } });
        workshop.invoke("agenda_item_edit", &note).await?;
    }
    Ok(meeting)
}

#[tokio::test]
async fn a_meeting_is_run_by_single_keys_closed_and_goes_on_in_the_next() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "ajo", "--language", "fr"])?.trim().to_owned();
    let clock = data.join("clock");
    std::fs::write(&clock, NINE.to_string())?;
    let (clock_file, log) = (clock.display().to_string(), data.join("opened").display().to_string());
    let environment = [("COULOIR_TEST_CLOCK", clock_file.as_str()), ("COULOIR_TEST_OPEN_LOG", log.as_str())];
    let app = App::open_with(data, &environment).await?;
    let console = app.driver.window().await?;
    app.click("[data-testid=workshop-row] .open").await?;
    let mut run = Workshop { app, clock, console, room: None };
    let meeting = four_items(&run, &id).await?;
    run.app.click("[data-testid=nav-live]").await?;
    run.app.find("[data-testid=live] header select").await?;
    let choose = format!(
        "const list = document.querySelector('[data-testid=live] header select'); list.value = '{meeting}';
         list.dispatchEvent(new Event('change', {{ bubbles: true }})); document.activeElement?.blur(); return true"
    );
    run.app.ask(&choose).await?;
    run.app.until("the plan", "document.querySelectorAll('[data-testid=plan] li').length === 4").await?;

    // The room opens beside the console; the meeting starts by one key.
    run.app.press(Key::F5).await?;
    run.room_shows("Point transverse").await?;
    run.app.press("s").await?;
    run.under_way("Priorités").await?;
    run.app
        .until("a quarter of an hour", "document.querySelector('[data-testid=countdown]')?.textContent === '15:00'")
        .await?;
    run.room_shows("Priorités").await?;

    // Somebody comes who was not invited; two roles speak.
    run.app.press("v").await?;
    run.app.find("[data-testid=attendance-add]").await?.send_keys("Dominique").await?;
    run.app.press(Key::Enter).await?;
    run.app
        .until("Dominique is here", "document.querySelectorAll('[data-testid=present]:checked').length === 1")
        .await?;
    run.app.click("[data-testid=live] h3").await?;
    run.app.press("1").await?;
    run.app
        .until("A has the floor", "document.querySelectorAll('[data-testid=airtime] [aria-pressed=true]').length === 1")
        .await?;

    // Five minutes over: the assistant shares them out, 13:20 for each of the three others.
    run.set_clock(20)?;
    run.app.until("overtime", "document.querySelector('[data-testid=countdown]')?.textContent === '−5:00'").await?;
    run.app.press("2").await?;
    run.app.press("o").await?;
    run.app.until("the first way shortens the rest", "document.querySelector('[data-testid=overrun-take]')?.dataset.way === 'shorten' && document.querySelector('dialog').textContent.includes('13:20')").await?;
    run.app.press("1").await?;
    run.app.until("the end is kept", "!document.querySelector('dialog') && document.querySelector('[data-testid=live]').textContent.includes('9\u{a0}h')").await?;

    // A decision with a low hand and its objection; the room reads it.
    run.write("d", "Le socle ouvre les droits sous deux jours").await?;
    let vote = "const set = (field, value) => { field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })) };
        set(document.querySelector('[data-testid=outcomes] .tally'), '0 0 1 3 2 1'); return true";
    run.app.ask(vote).await?;
    run.app.until("an objection is asked for", "document.querySelector('[data-testid=outcomes] .missing')").await?;
    run.app.ask("const field = document.querySelector('[data-testid=outcomes] .missing'); field.value = 'Pas en août'; field.dispatchEvent(new Event('change', { bubbles: true })); return true").await?;
    run.app.until("the objection is kept", "!document.querySelector('[data-testid=outcomes] .missing')").await?;
    run.app.click("[data-testid=scene] label:has([value=decision])").await?;
    run.room_shows("Le socle ouvre les droits sous deux jours").await?;
    run.app.click("[data-testid=scene] label:has([value=agenda])").await?;
    run.app.click("[data-testid=live] h3").await?;

    run.app.press(Key::Right).await?;
    run.under_way("Blocages").await?;
    run.room_shows("Blocages").await?;
    run.write("d", "Une seule file de demandes").await?;
    run.write("a", "Ouvrir la file").await?;
    run.set_clock(33)?;
    run.app.press(Key::Right).await?;
    run.under_way("Droits du socle").await?;
    run.write("a", "Prévenir les équipes").await?;
    run.write("a", "Fixer la revue").await?;
    run.write("n", "Vu avec *toutes* les équipes").await?;

    // Closing: the fourth item goes to the next meeting.
    run.set_clock(46)?;
    run.app.press("c").await?;
    run.app.click("[data-testid=close-confirm]").await?;
    run.app.find("[data-testid=minutes]").await?;
    run.app
        .until("the note in CommonMark", "document.querySelector('[data-testid=minutes] em')?.textContent === 'toutes'")
        .await?;
    run.app.click("[data-testid=minutes-print]").await?;
    for _ in 0..100 {
        if Path::new(&log).exists() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    run.app.close().await?;

    let record = show(data, &id)?;
    let rows = |list: &str| record[list].as_array().cloned().unwrap_or_default();
    let deferred = rows("deferrals");
    assert_eq!(deferred.len(), 1, "{deferred:?}");
    let suite = rows("agenda_items").into_iter().find(|item| item["title"] == "Suite").unwrap();
    assert_eq!((&deferred[0]["item_id"], &deferred[0]["from_meeting_id"]), (&suite["id"], &json!(meeting)));
    assert_eq!(suite["meeting_id"], deferred[0]["to_meeting_id"]);
    assert_ne!(suite["meeting_id"], json!(meeting));
    let shortened: Vec<Value> = rows("agenda_items")
        .into_iter()
        .filter(|item| item["meeting_id"] == json!(meeting) && item["title"] != "Priorités")
        .map(|item| item["seconds"].clone())
        .collect();
    assert_eq!(shortened, [json!(800), json!(800)], "13:20 each");
    let airtime = rows("airtimes");
    assert_eq!(airtime.len(), 2);
    assert!(airtime.iter().all(|one| one["since"].is_null()), "the floor is nobody’s after the end: {airtime:?}");
    assert_eq!(rows("outcomes").iter().filter(|one| one["kind"] == "decision").count(), 2);
    assert_eq!(rows("outcomes").iter().filter(|one| one["kind"] == "action").count(), 3);

    let printed = std::fs::read_to_string(&log)?;
    let text = std::process::Command::new("pdftotext").args(["-layout", printed.trim(), "-"]).output()?;
    let text = String::from_utf8_lossy(&text.stdout).replace(['\u{a0}', '\u{202f}'], " ");
    for said in [
        "Le socle ouvre les droits sous deux jours",
        "Pas en août",
        "Une seule file de demandes",
        "Ouvrir la file",
        "Dominique",
        "Suite",
    ] {
        assert!(text.contains(said), "{said} is missing in the minutes:\n{text}");
    }
    assert!(!text.contains(SECRET));
    Ok(())
}
