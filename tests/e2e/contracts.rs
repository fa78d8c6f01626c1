//! A need and an offer become one line by hand, by keyboard and back again; the grid follows.

use std::path::Path;

use couloir_e2e::{App, Done, couloir};
use rusqlite::{Connection, OpenFlags};
use thirtyfour::prelude::*;

const UNDO: &str = "[data-testid=undo]";

/// The lines from A to B in the file as (state, need, offer), read without the program.
fn lines(data: &Path) -> Vec<(String, Option<String>, Option<String>)> {
    let file = Connection::open_with_flags(data.join("couloir.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let sql = "SELECT c.state, c.need, c.offer FROM contract c JOIN role g ON g.id = c.giver_id
        JOIN role r ON r.id = c.receiver_id WHERE g.letter = 'A' AND r.letter = 'B' ORDER BY c.position, c.id";
    let mut statement = file.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

/// A script that is true when the chosen cell of the grid starts with these counts.
fn counts(text: &str) -> String {
    format!("document.querySelector('[data-testid=contract-cell][aria-pressed=true] b')?.textContent === '{text}'")
}

/// A script that is true when so many lines of the pair are in a state.
fn states(state: &str, count: usize) -> String {
    format!("document.querySelectorAll('[data-testid=contract-state][data-state={state}]').length === {count}")
}

#[tokio::test]
async fn a_need_is_dragged_onto_an_offer_agreed_and_all_is_taken_back() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let start = lines(data);
    let unanswered = start.len();
    assert!(start.iter().any(|line| line.0 == "asked") && start.iter().any(|line| line.0 == "offered"), "{start:?}");

    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-contracts]").await?;
    app.until("the pair A to B", &counts(&format!("0/{unanswered}"))).await?;

    // By pointer: two rows become one that is to be confirmed, in the grid too.
    app.drag("[data-testid=need]", "[data-testid=offer]").await?;
    app.until("one matched line", &states("matched", 1)).await?;
    app.until("the grid follows", &counts(&format!("0/{}", unanswered - 1))).await?;

    // Both roles agree today; the navigation shows the score.
    app.click("[data-testid=contract-state][data-state=matched]").await?;
    app.click("[data-testid=confirm-both]").await?;
    app.until("the agreement", &states("agreed", 1)).await?;
    app.until("the grid counts it", &counts(&format!("1/{}", unanswered - 1))).await?;
    let review = "document.querySelector('[data-testid=review-on]').value !== ''";
    app.until("a review is due", review).await?;
    let agreed = lines(data);
    assert_eq!(agreed.iter().filter(|line| line.0 == "agreed").count(), 1, "{agreed:?}");
    assert!(agreed.iter().any(|line| line.0 == "agreed" && line.1.is_some() && line.2.is_some()));

    // Two steps back, everything is as it was.
    app.click(UNDO).await?;
    app.until("the agreement is taken back", &states("matched", 1)).await?;
    app.click(UNDO).await?;
    app.until("the grid is as before", &counts(&format!("0/{unanswered}"))).await?;
    assert_eq!(lines(data), start);

    // By keyboard alone: pick up with Space, Space again matches with the first partner.
    app.find("[data-testid=need]").await?.focus().await?;
    app.press(" ").await?;
    app.until("in the hand", "document.querySelector('[data-testid=offer].over') !== null").await?;
    app.press(Key::Escape).await?;
    app.until("let go", "document.querySelector('[data-testid=offer].over') === null").await?;
    assert_eq!(lines(data), start);
    app.press(" ").await?;
    app.press(" ").await?;
    app.until("matched by keyboard", &states("matched", 1)).await?;
    app.close().await
}

#[tokio::test]
async fn blind_needs_stay_hidden_until_they_are_revealed() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-contracts]").await?;
    app.find("[data-testid=contract-cell]").await?;
    let before = lines(data).len();

    // B needs something from A and passes the laptop.
    app.click("[data-testid=contracts-view] label:has([value=blind])").await?;
    app.click("[data-testid=blind-role]:nth-of-type(1)").await?;
    app.click("[data-testid=blind-pass]").await?;
    app.ask("document.querySelectorAll('[data-testid=blind-role]')[1].click()").await?;
    app.find("[data-testid=blind-need]").await?.send_keys("Un accès avant lundi\u{e007}").await?;
    app.until(
        "the line in B's form",
        "document.querySelector('[data-testid=blind-form] textarea')?.value === 'Un accès avant lundi'",
    )
    .await?;
    app.click("[data-testid=blind-pass]").await?;

    // A's form does not show it, nor does the grid.
    app.ask("document.querySelectorAll('[data-testid=blind-role]')[0].click()").await?;
    app.find("[data-testid=blind-need]").await?;
    app.until("nothing of B's", "!document.body.innerHTML.includes('Un accès avant lundi')").await?;
    app.click("[data-testid=contracts-view] label:has([value=grid])").await?;
    app.until("still hidden", &counts(&format!("0/{before}"))).await?;

    app.click("[data-testid=contracts-view] label:has([value=blind])").await?;
    app.click("[data-testid=blind-reveal]").await?;
    app.until("revealed", &counts(&format!("0/{}", before + 1))).await?;
    app.close().await
}

#[tokio::test]
async fn a_pair_is_gone_through_on_its_lines_by_keyboard_and_by_pointer() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-contracts]").await?;
    app.until("names under the letters", "document.querySelector('thead th .name')?.offsetHeight > 0").await?;
    let start = lines(data);

    // An unanswered line has a button: the words are written where they are missing, Enter is enough.
    app.click("[data-testid=contract-answer]").await?;
    app.until("in the gap", "document.activeElement?.dataset.testid === 'slip-words'").await?;
    app.press("Oui, sous deux jours\u{e007}").await?;
    app.until("answered", &states("matched", 1)).await?;
    let order = "return [...document.querySelectorAll('.lines [data-side=offer], .lines [data-side=need]')].map(e => e.dataset.line).filter((l, i, a) => a.indexOf(l) === i).join()";
    let before = app.ask(order).await?;

    // Both roles confirm on the line itself; it stays where it is.
    app.click("[data-testid=line-confirm-giver]").await?;
    app.until(
        "A has confirmed",
        "document.querySelector('[data-testid=line-confirm-giver]').getAttribute('aria-pressed') === 'true'",
    )
    .await?;
    app.click("[data-testid=line-confirm-receiver]").await?;
    app.until("agreed", &states("agreed", 1)).await?;
    assert_eq!(app.ask(order).await?, before);
    assert_eq!(lines(data).len(), start.len());

    // By keyboard alone: the next line is answered with R, confirmed with 1 and 2, and the one after is at hand.
    let slip = app.find("[data-testid=gap]").await?;
    app.driver.execute("arguments[0].focus()", vec![slip.to_json()?]).await?;
    app.press("r").await?;
    app.until("writing", "document.activeElement?.dataset.testid === 'slip-words'").await?;
    app.press("Chaque lundi\u{e007}").await?;
    app.until("matched", &states("matched", 1)).await?;
    app.until("back on the line", "document.activeElement?.dataset.line !== undefined").await?;
    // A plain key is a letter until a moment after typing.
    tokio::time::sleep(std::time::Duration::from_millis(1700)).await;
    app.press("1").await?;
    app.until(
        "one side",
        "document.querySelector('[data-testid=line-confirm-giver]')?.getAttribute('aria-pressed') === 'true'",
    )
    .await?;
    app.press("2").await?;
    app.until("both agreed", &states("agreed", 2)).await?;

    // A matched line stands where its half was put down.
    let target = app.ask("return document.querySelector('[data-testid=offer].free')?.dataset.contractId ?? ''").await?;
    if target != "" && app.ask("return document.querySelector('[data-testid=need].free') !== null").await? == true {
        let place = "return [...document.querySelectorAll('.lines [data-side=offer]')].findIndex(e => e.classList.contains('free'))";
        let at = app.ask(place).await?;
        app.drag("[data-testid=need].free", "[data-testid=offer].free").await?;
        app.until("matched by hand", &states("matched", 1)).await?;
        let now = "return [...document.querySelectorAll('[data-testid=contract-state]')].findIndex(e => e.dataset.state === 'matched')";
        let moved = app.ask(now).await?;
        assert!(moved.as_i64() <= at.as_i64(), "{moved} after {at}");
    }
    // The next pair is a key away.
    app.press(Key::PageDown).await?;
    app.until("another pair", "document.querySelector('[data-testid=contract-cell][aria-pressed=true]') !== document.querySelector('[data-testid=contract-cell]')").await?;
    app.close().await
}
