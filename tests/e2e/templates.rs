//! The gallery of starts: chosen by keyboard alone, in either language, and made whole.

use couloir_e2e::{App, Done, couloir};
use thirtyfour::Key;

const PREVIEW: &str = "document.querySelector('[data-testid=template-preview]')";

#[tokio::test]
async fn a_start_is_chosen_in_the_gallery_and_made_whole() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let told: serde_json::Value = serde_json::from_str(&couloir(data, &["templates", "--language", "en", "--json"])?)?;
    let starts = told.as_array().cloned().unwrap_or_default();
    assert!(starts.len() >= 9, "{told}");
    let at = starts.iter().position(|start| start["id"] == "event").unwrap_or_default();
    let wanted = &starts[at];

    let app = App::open(data).await?;
    app.click("[data-testid=workshop-new-template]").await?;
    app.until("the first start has the focus", "document.activeElement?.value === 'ajo'").await?;
    for _ in 0..at {
        app.press(Key::Down).await?;
    }
    app.until("the French preview", &format!("{PREVIEW}?.textContent.includes('Lieu et logistique')")).await?;
    app.click("[data-testid=new-language] label:has([value=en])").await?;
    let title = wanted["title"].as_str().unwrap_or_default();
    app.until("the English preview", &format!("{PREVIEW}?.querySelector('h3').textContent === '{title}'")).await?;
    app.click("[data-testid=new-create]").await?;
    app.until("its title", &format!("document.querySelector('header h1')?.textContent === '{title}'")).await?;
    let roles = wanted["roles"].as_array().map_or(0, Vec::len);
    // One lane more for what nobody carries.
    let lanes = "[...document.querySelectorAll('[data-testid=lane]')].filter((lane) => lane.dataset.roleId).length";
    app.until("a lane for each role", &format!("{lanes} === {roles}")).await?;
    app.close().await
}
