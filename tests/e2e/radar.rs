//! The gap radar, the sequence, the RACI grid and the history, in the real window.

use couloir_e2e::{App, Done, couloir};
use thirtyfour::prelude::*;

/// A script that is true when the frame counts this many findings.
fn counts(findings: usize) -> String {
    format!("document.querySelector('[data-testid=findings-count]')?.dataset.count === '{findings}'")
}

#[tokio::test]
async fn what_is_missing_is_counted_live_accepted_and_brought_back() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let told: serde_json::Value = serde_json::from_str(&couloir(data, &["findings", id.trim(), "--json"])?)?;
    let found = told.as_array().unwrap();
    assert!(found.iter().all(|finding| finding["kind"].is_string() && finding["reason"].is_string()));
    let all = found.len();

    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.until("the count of the command line", &counts(all)).await?;

    // A card without a role is one more finding; undo takes it back.
    app.drag("[data-testid=card][data-number='1']", "[data-testid=lane][data-role-id=''] [data-testid=cell]").await?;
    app.until("one more finding", &counts(all + 1)).await?;
    app.click("[data-testid=findings-count]").await?;
    app.find("[data-testid=finding][data-kind=unowned_task]").await?;
    app.click("[data-testid=undo]").await?;
    app.until("undo brings the count back", &counts(all)).await?;

    // By keyboard: the first finding is accepted with a reason, and counts no more.
    let row = app.find("[data-testid=finding]").await?;
    app.driver.execute("arguments[0].focus()", vec![row.to_json()?]).await?;
    app.press("a").await?;
    app.until("the field for the reason", "document.activeElement.tagName === 'INPUT'").await?;
    app.press("plus tard").await?;
    app.press(Key::Enter).await?;
    app.until("an accepted finding does not count", &counts(all - 1)).await?;
    app.click("[data-testid=undo]").await?;
    app.until("undone, it counts again", &counts(all)).await?;
    app.close().await
}

#[tokio::test]
async fn steps_parts_and_moments_are_edited_by_keyboard() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;

    // A moment is named, then a step is added.
    app.click("[data-testid=nav-raci]").await?;
    let cell = "[data-cell='0:1']";
    let free = app.find(cell).await?;
    app.driver.execute("arguments[0].focus()", vec![free.to_json()?]).await?;
    app.press("c").await?;
    app.until("the part is given", &format!("document.querySelector(\"{cell}\").dataset.part === 'consulted'")).await?;

    app.click("[data-testid=nav-history]").await?;
    app.find("[data-testid=snapshot-name]").await?.send_keys("Avant").await?;
    app.click("[data-testid=snapshot-take]").await?;
    app.find("[data-testid=snapshot]").await?;

    app.click("[data-testid=nav-sequence]").await?;
    app.until("the four steps", "document.querySelectorAll('[data-testid=step]').length === 4").await?;
    app.until("a critical path", "document.querySelectorAll('[data-critical=true]').length === 3").await?;
    app.click("[data-testid=step-add]").await?;
    app.press("Mesurer les effets").await?;
    app.press(Key::Enter).await?;
    app.until("the fifth step", "document.querySelectorAll('[data-testid=step]').length === 5").await?;

    // A circle is refused, spelled out, and nothing changes.
    app.click("[data-testid=step]").await?;
    app.find("[data-testid=step-panel]").await?;
    let before = "document.querySelectorAll('[data-testid=step-panel] input[type=checkbox]:checked').length";
    let checked = app.ask(&format!("return {before}")).await?;
    app.click("[data-testid=step-panel] fieldset label:nth-of-type(1) input").await?;
    app.until("the circle is spelled out", "document.querySelector('.notice.bad')?.textContent.includes(' → ')")
        .await?;
    app.until("the box is as it was", &format!("{before} === {checked}")).await?;
    app.close().await
}

#[tokio::test]
async fn a_fresh_example_says_where_to_begin_and_several_findings_go_at_once() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=findings-count]").await?;
    app.until("at most three things to do", "document.querySelectorAll('[data-testid=radar-start] li').length === 3")
        .await?;
    // Grouped by pair or role, and calm: only the first group stands open.
    app.until(
        "one open group",
        "document.querySelectorAll('[data-testid=radar-fold][aria-expanded=true]').length === 1",
    )
    .await?;
    let all = app.ask("return Number(document.querySelector('[data-testid=findings-count]').dataset.count)").await?;
    let all = usize::try_from(all.as_u64().unwrap_or_default())?;

    // By pointer: a whole group is accepted for one reason.
    let size = app.ask("return Number(document.querySelector('[data-testid=radar-group] em').textContent)").await?;
    let size = usize::try_from(size.as_u64().unwrap_or_default())?;
    app.click("[data-testid=radar-select-group]").await?;
    app.click("[data-testid=radar-bulk-accept]").await?;
    app.until("the field for the reason", "document.activeElement?.dataset.testid === 'radar-reason'").await?;
    app.press("pas ce mois-ci\u{e007}").await?;
    app.until("the whole group counts no more", &counts(all - size)).await?;
    app.click("[data-testid=undo]").await?;
    app.until("one step back", &counts(all)).await?;

    // By keyboard: two findings are ticked and parked together.
    app.click("[data-testid=radar-open-all]").await?;
    let row = app.find("[data-testid=finding]").await?;
    app.driver.execute("arguments[0].focus()", vec![row.to_json()?]).await?;
    app.press(" ").await?;
    app.press(Key::Down).await?;
    app.press(" ").await?;
    app.until("two ticked", "document.querySelector('[data-testid=radar-bulk]').textContent.includes('2 constats')")
        .await?;
    app.press("p").await?;
    app.until("both are parked", "document.querySelectorAll('[data-testid=finding] em').length === 2").await?;
    app.click("[data-testid=undo]").await?;
    app.until("as one step", "document.querySelectorAll('[data-testid=finding] em').length === 0").await?;

    // By kind, as before.
    app.click("[data-testid=radar-by] label:has([value=kind])").await?;
    app.find("[data-testid=radar-filter-vacant_role]").await?;
    app.close().await
}
