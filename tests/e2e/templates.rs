//! The gallery of starts: chosen by keyboard alone, in either language, and made whole.

use couloir_e2e::{App, Done, couloir, root};
use thirtyfour::Key;

use crate::screens::violations;

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

/// Puts a text into the field that has the focus.
async fn fill(app: &App, css: &str, text: &str) -> Done {
    app.click(css).await?;
    app.ask("document.activeElement.select?.(); return true").await?;
    app.type_at_speed(text).await
}

#[tokio::test]
async fn a_workshop_is_kept_as_a_template_begun_again_shared_and_deleted() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "event", "--language", "fr", "--title", "Fête du port"])?;
    let file = data.join("modele.couloir");
    let file = file.to_str().unwrap_or_default();
    let app = App::open_with(data, &[("COULOIR_TEST_SAVE_TO", file), ("COULOIR_TEST_OPEN_FROM", file)]).await?;

    // From the menu of the workshop: what is left out is said before.
    app.click("[data-testid=workshop-row] [aria-haspopup=menu]").await?;
    app.ask(
        "[...document.querySelectorAll('[role=menuitem]')].find((one) => one.textContent.includes('Garder comme modèle')).click(); return true",
    )
    .await?;
    app.until("what is left out", "document.querySelector('[data-testid=template-left-out]')?.children.length > 0")
        .await?;
    app.has_focus("the dialog opens").await?;
    let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
    assert_eq!(violations(&app, &axe).await?, Vec::<String>::new());
    fill(&app, "[data-testid=template-title]", "Fêtes").await?;
    app.click("[data-testid=template-keep-yes]").await?;
    app.until("the dialog is gone", "document.querySelector('dialog[open]') === null").await?;
    app.until("one workshop still", "document.querySelectorAll('[data-testid=workshop-row]').length === 1").await?;

    // It stands first in the gallery, and goes out as a file.
    app.press_control('n').await?;
    app.until(
        "first in the gallery",
        "document.querySelector('[role=radiogroup] label')?.textContent.includes('Fêtes')",
    )
    .await?;
    app.click("[role=radiogroup] label").await?;
    app.until("its preview", &format!("{PREVIEW}?.querySelector('h3').textContent === 'Fêtes'")).await?;
    assert_eq!(violations(&app, &axe).await?, Vec::<String>::new());
    app.click("[data-testid=template-export]").await?;
    app.until("said", "document.body.textContent.includes('modele.couloir')").await?;
    assert!(std::fs::metadata(file)?.len() > 500);

    // It is edited as what it is.
    app.press_control('n').await?;
    app.until("the gallery", "document.querySelector('[role=radiogroup] label')?.textContent.includes('Fêtes')")
        .await?;
    app.click("[role=radiogroup] label").await?;
    app.click("[data-testid=template-edit]").await?;
    app.until("marked", "document.querySelector('[data-testid=template-mark]') !== null").await?;
    app.press_control('h').await?;

    // It begins a workshop.
    app.press_control('n').await?;
    app.until("the gallery", "document.querySelector('[role=radiogroup] label')?.textContent.includes('Fêtes')")
        .await?;
    app.click("[role=radiogroup] label").await?;
    app.click("[data-testid=new-create]").await?;
    app.until("a workshop", "document.querySelector('header h1')?.textContent.trim() === 'Fêtes'").await?;
    app.until("that is none", "document.querySelector('[data-testid=template-mark]') === null").await?;
    let tasks = |told: &str| -> Done<usize> {
        let told: serde_json::Value = serde_json::from_str(told)?;
        Ok(told["tasks"].as_array().map_or(0, Vec::len))
    };
    let list: serde_json::Value = serde_json::from_str(&couloir(data, &["list", "--json"])?)?;
    let begun = list.as_array().into_iter().flatten().find(|one| one["title"] == "Fêtes").cloned().unwrap_or_default();
    let begun = couloir(data, &["show", begun["id"].as_str().unwrap_or_default(), "--json"])?;
    assert_eq!(tasks(&begun)?, tasks(&couloir(data, &["show", id.trim(), "--json"])?)?);
    app.press_control('h').await?;

    // Deleted, taken back, and deleted; then it comes back from its file.
    for round in 0..2 {
        app.press_control('n').await?;
        app.until("the gallery", "document.querySelector('[role=radiogroup] label')?.textContent.includes('Fêtes')")
            .await?;
        app.click("[role=radiogroup] label").await?;
        app.click("[data-testid=template-delete]").await?;
        app.until("said, with the gallery out of the way", "document.querySelector('dialog[open]') === null").await?;
        if round == 0 {
            // The notice takes it back.
            app.click(".notice button").await?;
            app.until("taken back", "document.body.textContent.includes('Fêtes')").await?;
        }
    }
    app.click("[data-testid=import-open]").await?;
    app.click("[data-testid=import-file]").await?;
    app.click("[data-testid=import-keep-template]").await?;
    app.until("kept", "document.querySelector('[data-testid=import]') === null").await?;
    app.press_control('n').await?;
    app.until("in the gallery", "document.querySelector('[role=radiogroup] label')?.textContent.includes('Fêtes')")
        .await?;
    app.close().await
}
