//! A series is made, its next meeting prepared; an item is parked, scheduled again, divided and kept as a method.

use couloir_e2e::{App, Done, couloir};
use thirtyfour::prelude::*;

/// Chooses an entry of the open menu by the start of its words.
async fn choose(app: &App, words: &str) -> Done {
    let there = format!(
        "[...document.querySelectorAll('[role=menuitem]')].some(i => i.textContent.trim().startsWith({words:?}))"
    );
    app.until(&format!("the menu has {words}"), &there).await?;
    let click = format!(
        "[...document.querySelectorAll('[role=menuitem]')].find(i => i.textContent.trim().startsWith({words:?})).click(); return true"
    );
    app.ask(&click).await.map(|_| ())
}

#[tokio::test]
async fn a_meeting_is_repeated_and_its_items_move_between_agenda_parking_and_methods() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "en"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=language] label:has([value=en])").await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-meetings]").await?;
    let count =
        |testid: &str, count: usize| format!("document.querySelectorAll('[data-testid={testid}]').length === {count}");
    app.until("the series of the example", &count("series", 1)).await?;
    app.until("the strip of the day", &count("day-strip", 1)).await?;

    // Every second month on the last Friday; a rule that never fires is refused before it is saved.
    app.click("[data-testid=meetings] .list li:first-child [aria-haspopup=menu]").await?;
    choose(&app, "Repeat").await?;
    app.find("[data-testid=series-dates] li").await?;
    let set = "const kind = document.querySelector('[data-testid=series-kind]');
        kind.value = 'own'; kind.dispatchEvent(new Event('change', { bubbles: true })); return true";
    app.ask(set).await?;
    let own = app.find("dialog input[placeholder^=RRULE]").await?;
    own.send_keys("RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2").await?;
    app.until("it never fires", "document.querySelector('[data-testid=series-save]').disabled && document.querySelector('[data-testid=series-dates] .bad')").await?;
    app.ask(&set.replace("'own'", "'monthly-weekday'")).await?;
    app.until("six dates", "document.querySelectorAll('[data-testid=series-dates] li').length === 6").await?;
    app.click("[data-testid=series-save]").await?;
    app.until("two series", &count("series", 2)).await?;
    let meetings = "document.querySelectorAll('[data-testid=meetings] .list [aria-current], [data-testid=meetings] .list li > button:first-child').length";
    let before = app.ask(&format!("return {meetings}")).await?.as_u64().unwrap_or_default();
    app.click("[data-testid=series-next]").await?;
    app.until("the next meeting is prepared", &format!("{meetings} === {}", before + 1)).await?;
    app.until("with an agenda", "document.querySelectorAll('[data-testid=agenda-item]').length > 3").await?;
    let items = app
        .ask("return document.querySelectorAll('[data-testid=agenda-item]').length")
        .await?
        .as_u64()
        .unwrap_or_default();

    // An item waits in the parking lot and comes back into the agenda.
    let menu = "[data-testid=agenda-item] [aria-haspopup=menu]";
    app.click(menu).await?;
    choose(&app, "Park").await?;
    app.until("it waits", &count("parked", 1)).await?;
    app.until("it left the agenda", &count("agenda-item", usize::try_from(items - 1)?)).await?;
    app.click("[data-testid=parked-schedule]").await?;
    app.until("it is back", &format!("{} && {}", count("parked", 0), count("agenda-item", usize::try_from(items)?)))
        .await?;

    // Parked once more, it is dragged to the place where it is wanted.
    app.click(menu).await?;
    choose(&app, "Park").await?;
    app.until("it waits again", &count("parked", 1)).await?;
    let place = "[...document.querySelectorAll('[data-testid=agenda-item]')].findIndex((row) => row.querySelector('strong input').value === document.title_parked)";
    app.ask("document.title_parked = document.querySelector('[data-testid=parked] input').value; return true").await?;
    app.drag("[data-testid=parked] .grip", "[data-testid=agenda-item]:nth-of-type(3)").await?;
    app.until("it is where it was dropped", &format!("{place} > 0 && {place} < {}", items - 1)).await?;
    app.until("and no longer parked", &count("parked", 0)).await?;

    // Divided, kept as a method, and put in again.
    app.click(menu).await?;
    choose(&app, "Split").await?;
    app.until("two halves", &count("agenda-item", usize::try_from(items + 1)?)).await?;
    app.click(menu).await?;
    choose(&app, "Save as a method").await?;
    app.click(".notice button").await?;
    app.click("[data-testid=agenda-method]").await?;
    app.until("the method is offered", "document.querySelectorAll('[role=menuitem]').length === 2").await?;
    app.press(Key::Enter).await?;
    app.until("it is in", &count("agenda-item", usize::try_from(items + 2)?)).await?;
    app.click("[data-testid=undo]").await?;
    app.until("undone", &count("agenda-item", usize::try_from(items + 1)?)).await?;
    app.close().await
}
