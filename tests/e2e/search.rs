//! Finding words everywhere: from Home, from the palette and on the command line, down to the exact place.

use couloir_e2e::{App, Done, couloir};
use thirtyfour::Key;

const HITS: &str = "document.querySelectorAll('[data-testid=hit]').length";

#[tokio::test]
async fn words_are_found_as_one_types_and_lead_to_the_exact_place() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr", "--title", "Hôpital Nord"])?;
    couloir(data, &["new", "--template", "ajo", "--language", "en", "--title", "North Hospital"])?;
    let told: serde_json::Value = serde_json::from_str(&couloir(data, &["search", "consentement", "--json"])?)?;
    let count = told["total"].as_u64().unwrap_or_default();
    assert!(count > 0, "{told}");

    let app = App::open(data).await?;
    app.find("[data-testid=workshop-row]").await?;
    app.press("/").await?;
    app.until("the field has the focus", "document.activeElement?.dataset.testid === 'search'").await?;
    app.type_at_speed("CONSENTEMENT").await?;
    app.until("what the command line finds", &format!("{HITS} === {count}")).await?;
    app.until("the words are marked", "document.querySelector('[data-testid=hit] mark') !== null").await?;
    app.press(Key::Down).await?;
    app.until("a hit has the focus", "document.activeElement?.dataset.testid === 'hit'").await?;
    let table = app.ask("return document.activeElement.dataset.table").await?;
    app.press(Key::Enter).await?;
    app.until("the workshop is open", "document.querySelector('[data-testid=nav-board]') !== null").await?;
    let table = table.as_str().unwrap_or_default().replace('_', "-");
    let holder =
        format!("document.activeElement?.closest('[data-{table}-id], [data-role-id], [data-item-id]') !== null");
    app.until("the focus is on what was found", &holder).await?;

    // The palette finds what is written in the other workshop too.
    app.press_control('k').await?;
    app.until("the palette", "document.activeElement?.getAttribute('role') === 'combobox'").await?;
    app.type_at_speed("consent").await?;
    app.until("texts among the commands", "[...document.querySelectorAll('#palette-list li small')].some((said) => said.textContent.includes('North Hospital'))").await?;
    app.press(Key::Escape).await?;

    // Nothing found says so, and Escape brings the workshops back.
    app.click("[data-testid=nav-home]").await?;
    app.find("[data-testid=search]").await?;
    app.press("/").await?;
    app.type_at_speed("zzqx").await?;
    app.until(
        "nothing is said to be found",
        &format!("document.querySelector('[data-testid=hits] .none') !== null && {HITS} === 0"),
    )
    .await?;
    app.press(Key::Escape).await?;
    app.until(
        "the workshops are back",
        "document.querySelector('[data-testid=workshop-row] .open')?.offsetParent !== null",
    )
    .await?;
    app.close().await
}
