//! The settings: from anywhere, by their key, at once and for the next start.

use couloir_e2e::{App, Done, couloir, root};
use thirtyfour::Key;

use crate::screens::violations;

const DIALOG: &str = "document.querySelector('dialog[open] [data-testid=settings-zoom]')";

#[tokio::test]
async fn size_theme_and_language_follow_at_once_and_are_there_at_the_next_start() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr", "--title", "Réglages à l’essai"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.find("[data-testid=board]").await?;
    app.until("the window is named as its workshop", "document.title.startsWith('Réglages à l’essai')").await?;

    let wide = app.ask("return window.innerWidth").await?.as_f64().ok_or("a width is a number")?;
    app.press_control('+').await?;
    app.press_control('+').await?;
    let larger = format!("Math.abs(window.innerWidth - {wide} / 1.25) < 3");
    app.until("two sizes larger", &larger).await?;
    app.press_control(',').await?;
    app.until("the dialog says it", &format!("{DIALOG}?.textContent.startsWith('125')")).await?;
    app.until("it says what it is", "document.querySelector('[data-testid=about]')?.textContent.includes('SQLite 3')")
        .await?;
    // The driver does not know of the size, and would press beside what it looks for.
    app.ask("document.querySelector('[data-testid=settings-theme] [value=dark]').click(); return true").await?;
    app.until("dark", "document.documentElement.dataset.theme === 'dark'").await?;
    app.ask("document.querySelector('[data-testid=settings-language] [value=en]').click(); return true").await?;
    app.until("English", "document.querySelector('dialog[open] h2').textContent === 'Settings'").await?;
    let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
    let faults = violations(&app, &axe).await?;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    app.ask("document.querySelector('dialog[open]').close(); return true").await?;
    app.until("nothing of it is a step", "document.querySelector('[data-testid=undo]') === null").await?;
    app.has_focus("the settings were closed").await?;
    app.close().await?;

    let app = App::open(data).await?;
    app.until("as large as it was left", &larger).await?;
    app.until(
        "as dark, and as English",
        "document.documentElement.dataset.theme === 'dark' && document.documentElement.lang === 'en'",
    )
    .await?;
    app.find("[data-testid=workshop-row]").await?;
    app.press_control('0').await?;
    app.until("the usual size again", &format!("Math.abs(window.innerWidth - {wide}) < 3")).await?;
    app.close().await
}

/// Buttons of the bar and beside the heading that stand beyond the edge of the window.
const BEYOND: &str = "[...document.querySelectorAll('header button')]\
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > window.innerWidth + 1)\
    .map((one) => one.textContent || one.title)";

#[tokio::test]
async fn at_twice_the_size_every_button_of_the_bar_and_of_the_heading_can_be_reached() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.find("[data-testid=workshop-row]").await?;
    let wide = app.ask("return window.innerWidth").await?.as_f64().ok_or("a width is a number")?;
    // As fast as the keys come: none is lost.
    let five = "for (let i = 0; i < 5; i += 1) document.body.dispatchEvent(new KeyboardEvent('keydown', \
        { key: '+', ctrlKey: true, bubbles: true, cancelable: true })); return true";
    app.ask(five).await?;
    app.until("twice as large", &format!("Math.abs(window.innerWidth - {wide} / 2) < 3")).await?;
    let mut faults = Vec::new();
    let home = app.ask(&format!("return {BEYOND}")).await?;
    faults.extend(home.as_array().into_iter().flatten().map(|one| format!("home: {one}")));
    app.ask("document.querySelector('[data-testid=workshop-row] .open').click(); return true").await?;
    app.find("[data-testid=board]").await?;
    for screen in
        ["roles", "board", "raci", "sequence", "contracts", "radar", "meetings", "live", "documents", "history"]
    {
        app.ask(&format!("document.querySelector('[data-testid=nav-{screen}]').click(); return true")).await?;
        app.find(&format!("[data-testid={screen}]")).await?;
        let found = app.ask(&format!("return {BEYOND}")).await?;
        faults.extend(found.as_array().into_iter().flatten().map(|one| format!("{screen}: {one}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    app.close().await
}

#[tokio::test]
async fn help_opens_on_the_screen_s_page_and_is_found_by_its_words() -> Done {
    let folder = tempfile::tempdir()?;
    couloir(folder.path(), &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(folder.path()).await?;
    let page =
        |title: &str| format!("document.querySelector('[data-testid=help] article h3')?.textContent === '{title}'");
    app.find("[data-testid=workshop-row]").await?;
    app.press(Key::F1).await?;
    app.until("the page of Home", &page("Accueil")).await?;
    app.press(Key::Escape).await?;
    app.until("left", "document.querySelector('[data-testid=help]') === null").await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.find("[data-testid=board]").await?;
    app.press_control('5').await?;
    app.find("[data-testid=contracts]").await?;
    app.press(Key::F1).await?;
    app.until("the page of contracts", &page("Contrats")).await?;
    let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
    assert_eq!(violations(&app, &axe).await?, Vec::<String>::new());
    // Typed at once, without a click; accents do not matter.
    app.type_at_speed("chemin critique").await?;
    app.until("the page that says so", &page("Enchaînement")).await?;
    app.ask("document.querySelector('[data-testid=help-search]').select(); return true").await?;
    app.type_at_speed("reunion").await?;
    app.until("the one called so first", &page("Réunions")).await?;
    app.press(Key::Down).await?;
    app.until("the next one", &format!("!({})", page("Réunions"))).await?;
    app.ask("document.querySelector('[data-testid=help-search]').select(); return true").await?;
    app.type_at_speed("zzz").await?;
    app.until("nothing, and said", "document.querySelector('[data-testid=help] [role=status]') !== null").await?;
    app.press(Key::Escape).await?;
    app.press(Key::Escape).await?;
    app.until("left", "document.querySelector('[data-testid=help]') === null").await?;
    app.has_focus("the help is left").await?;
    // The same in the other language, from the bar.
    app.press_control('l').await?;
    app.click("[data-testid=help-open]").await?;
    app.until("in English", &page("Contracts")).await?;
    app.close().await
}

#[tokio::test]
async fn the_window_opens_where_it_stood_and_never_out_of_sight() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let size = "return [window.innerWidth, window.innerHeight].join('x')";
    let app = App::open(data).await?;
    app.find("[data-testid=home]").await?;
    app.driver.set_window_rect(40, 30, 1100, 640).await?;
    app.until("the new size", "window.innerWidth === 1100").await?;
    app.terminate().await?;
    let kept: serde_json::Value = serde_json::from_slice(&std::fs::read(data.join("window.json"))?)?;
    assert_eq!((kept["width"].as_i64(), kept["x"].as_i64()), (Some(1100), Some(40)), "{kept}");

    // Opened as it stands, not as the tests set it.
    let app = App::open_as_it_stands(data).await?;
    app.find("[data-testid=home]").await?;
    app.until("the size it had", "window.innerWidth === 1100 && window.innerHeight <= 640").await?;
    app.terminate().await?;

    // On a display that is gone, and with a file that is none, it opens as at first.
    for text in ["{\"x\":9000,\"y\":9000,\"width\":1000,\"height\":700,\"is_maximized\":false}", "{"] {
        std::fs::write(data.join("window.json"), text)?;
        let app = App::open_as_it_stands(data).await?;
        app.find("[data-testid=home]").await?;
        assert_eq!(app.ask(size).await?, "1366x768");
        app.terminate().await?;
    }
    Ok(())
}
