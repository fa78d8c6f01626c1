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
pub async fn violations(app: &App, axe: &str) -> Done<Vec<String>> {
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

/// What a test does to bring a dialog or a state of a screen up, and how it is known to be there.
struct State {
    name: &'static str,
    screen: &'static str,
    keys: &'static str,
    shown: &'static str,
}

/// Dialogs and states that no navigation shows.
const STATES: &[State] = &[
    State { name: "shortcuts", screen: "board", keys: "?", shown: "dialog[open]" },
    State { name: "wall", screen: "board", keys: "w", shown: "[data-testid=wall-text]" },
    State { name: "running", screen: "live", keys: "s", shown: "[data-testid=countdown]" },
    State { name: "attendance", screen: "live", keys: "v", shown: "[data-testid=attendance-add]" },
    State { name: "overrun", screen: "live", keys: "o", shown: "[data-testid=overrun-take]" },
    State { name: "close", screen: "live", keys: "c", shown: "[data-testid=close-confirm]" },
    State { name: "prepare", screen: "meetings", keys: "p", shown: "dialog[open]" },
];

#[tokio::test]
async fn dialogs_and_a_running_meeting_are_accessible() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    let mut faults = Vec::new();
    for theme in ["light", "dark"] {
        app.click("[data-testid=nav-home], [data-testid=home] h2").await?;
        app.click(&format!("[data-testid=theme] label:has([value={theme}])")).await?;
        app.click("[data-testid=workshop-row] .open").await?;
        for state in STATES {
            app.click(&format!("[data-testid=nav-{}]", state.screen)).await?;
            app.find(&format!("[data-testid={}]", state.screen)).await?;
            app.ask("document.activeElement?.blur(); return true").await?;
            // In the second round the meeting runs already.
            if app.ask(&format!("return Boolean(document.querySelector('{}'))", state.shown)).await? != true {
                app.press(state.keys).await?;
            }
            app.find(state.shown).await?;
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            let found = violations(&app, &axe).await?;
            faults.extend(found.into_iter().map(|fault| format!("{} {theme}: {fault}", state.name)));
            app.ask("document.querySelector('dialog[open]')?.close(); return true").await?;
        }
        // Series, data and import are reached by pointer.
        for (screen, press, shown) in [
            ("meetings", "[data-testid=series-menu]", "[role=menu]"),
            ("board", "[data-testid=details-open]", "[data-testid=details-title]"),
            ("documents", "[data-testid=open-data-out]", "[data-testid=data-out]"),
        ] {
            app.click(&format!("[data-testid=nav-{screen}]")).await?;
            app.click(press).await?;
            app.find(shown).await?;
            let found = violations(&app, &axe).await?;
            faults.extend(found.into_iter().map(|fault| format!("{shown} {theme}: {fault}")));
            app.ask("document.querySelector('dialog[open]')?.close(); document.querySelector('[role=menuitem]')?.click(); return true").await?;
            if screen == "meetings" {
                app.find("[data-testid=series-dates] li").await?;
                let found = violations(&app, &axe).await?;
                faults.extend(found.into_iter().map(|fault| format!("series {theme}: {fault}")));
                app.ask("document.querySelector('dialog[open]')?.close(); return true").await?;
            }
        }
        app.press_control('n').await?;
        app.find("[data-testid=template-preview]").await?;
        let found = violations(&app, &axe).await?;
        faults.extend(found.into_iter().map(|fault| format!("gallery {theme}: {fault}")));
        app.ask("document.querySelector('dialog[open]')?.close(); return true").await?;
        app.click("[data-testid=workshop-row] .open").await?;
        app.press_control('o').await?;
        app.find("[data-testid=import-text]").await?;
        let fill = "const field = document.querySelector('[data-testid=import-text]');
            field.value = 'Tâche;Rôle\\nOuvrir;A\\nFermer;B'; field.dispatchEvent(new Event('input', { bubbles: true })); return true";
        app.ask(fill).await?;
        app.click("[data-testid=import-read-text]").await?;
        app.until("what was found", "document.querySelector('[data-testid=import-entry]')").await?;
        let found = violations(&app, &axe).await?;
        faults.extend(found.into_iter().map(|fault| format!("import {theme}: {fault}")));
        app.click("[data-testid=import-cancel]").await?;
    }
    app.close().await?;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
