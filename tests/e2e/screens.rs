//! Every screen opens in both languages and both themes, is accessible, and has its picture in `tests/screens`.

use couloir_e2e::{App, Done, couloir, root};
use serde_json::Value;

/// Pictures kept in the repository; the others are only checked.
const PICTURES: &[&str] =
    &["home", "board", "meetings", "documents", "contracts", "roles", "sequence", "radar", "live", "raci", "history"];

/// The names of the screens that the navigation offers.
async fn names(app: &App) -> Done<Vec<String>> {
    let script = "return [...document.querySelectorAll('nav [data-testid^=nav-]')].map(b => b.dataset.testid.slice(4))";
    let names = app.ask(script).await?;
    Ok(names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// What axe-core finds wrong with what the window shows.
async fn violations(app: &App, axe: &str) -> Done<Vec<String>> {
    app.ask(&format!("if (!window.axe) {{ {axe} }} return true")).await?;
    let script = "const done = arguments[arguments.length - 1];
        // The rule left out is one that axe itself calls experimental: it compares names letter by letter.
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                            rules: { 'label-content-name-mismatch': { enabled: false } } })
           .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 4).join(' | '))))
           .catch(e => done(['axe failed: ' + e]));";
    let found = app.driver.execute_async(script, vec![]).await?;
    Ok(found.json().as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

#[tokio::test]
async fn every_screen_in_both_languages_and_themes_is_accessible() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
    let updating = std::env::var_os("UPDATE").is_some();
    let mut faults = Vec::new();
    let mut seen = 0;
    let make = |language| couloir(data, &["new", "--template", "ajo", "--language", language]);
    let workshops = [("fr", make("fr")?), ("en", make("en")?)];
    let app = App::open(data).await?;
    app.find("[data-testid=workshop-row]").await?;
    for (language, id) in workshops {
        let id = id.trim();
        for theme in ["light", "dark"] {
            app.click(&format!("[data-testid=language] label:has([value={language}])")).await?;
            app.click(&format!("[data-testid=theme] label:has([value={theme}])")).await?;
            app.until("language and theme", &format!("document.documentElement.lang === '{language}' && document.documentElement.dataset.theme === '{theme}'")).await?;
            let check = async |name: &str| -> Done<Vec<String>> {
                // Lets late answers and transitions settle, so that colours are final.
                tokio::time::sleep(std::time::Duration::from_millis(400)).await;
                if updating && PICTURES.contains(&name) {
                    let suffix = if theme == "dark" { "-dark" } else { "" };
                    app.picture(&root().join(format!("tests/screens/{name}-{language}{suffix}.png"))).await?;
                }
                let found = violations(&app, &axe).await?;
                Ok(found.into_iter().map(|fault| format!("{name} {language} {theme}: {fault}")).collect())
            };
            faults.extend(check("home").await?);
            app.click(&format!("[data-workshop-id='{id}'] .open")).await?;
            app.find("nav [data-testid=nav-board]").await?;
            for name in names(&app).await?.iter().filter(|name| *name != "home") {
                app.click(&format!("[data-testid=nav-{name}]")).await?;
                faults.extend(check(name).await?);
                seen += 1;
            }
            app.click("[data-testid=nav-home]").await?;
            app.find("[data-testid=home]").await?;
        }
    }
    app.close().await?;
    assert!(seen >= 12, "only {seen} screens were seen");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
