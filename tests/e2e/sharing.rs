//! Two laptops in two real windows: both change the same board apart, exchange files, see the same, settle what does
//! not go together, and take back their own.

use couloir_e2e::{App, Done, couloir, root};
use thirtyfour::prelude::*;

use crate::screens::violations;

/// The title of a card on the board.
fn title(number: u32) -> String {
    format!("document.querySelector('[data-testid=card][data-number=\"{number}\"] .title')?.textContent")
}

/// Gives a card of the board another title, in its panel.
async fn retitle(app: &App, number: u32, words: &str) -> Done {
    app.click("[data-testid=nav-board]").await?;
    app.find(&format!("[data-testid=card][data-number=\"{number}\"]")).await?.focus().await?;
    app.press(Key::Enter).await?;
    app.until("in the title", "document.activeElement.dataset.testid === 'card-title'").await?;
    app.press_control('a').await?;
    app.press(words).await?;
    app.click("[data-testid=card-close]").await?;
    app.until("the card says it", &format!("{} === '{words}'", title(number))).await
}

async fn send(app: &App) -> Done {
    app.click("[data-testid=nav-sharing]").await?;
    app.click("[data-testid=sharing-send]").await?;
    app.until("it is saved", "[...document.querySelectorAll('.notice')].some((one) => /couloir/.test(one.textContent))")
        .await
}

async fn receive(app: &App) -> Done {
    app.click("[data-testid=nav-sharing]").await?;
    app.click("[data-testid=sharing-receive]").await?;
    app.click("[data-testid=receive-merge]").await
}

#[tokio::test]
async fn two_laptops_change_one_board_apart_and_see_the_same() -> Done {
    let (stick, one, two) = (tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?);
    let (from_a, from_b) = (stick.path().join("a.couloir"), stick.path().join("b.couloir"));
    let (from_a, from_b) = (from_a.display().to_string(), from_b.display().to_string());
    couloir(one.path(), &["new", "--template", "ajo", "--language", "fr"])?;
    let a = App::open_with(
        one.path(),
        &[("COULOIR_TEST_SAVE_TO", &from_a), ("COULOIR_TEST_OPEN_FROM", &from_b), ("USER", "Anne")],
    )
    .await?;
    a.click("[data-testid=workshop-row] .open").await?;
    a.click("[data-testid=nav-sharing]").await?;
    a.click("[data-testid=sharing-share]").await?;
    a.find("[data-testid=conflicts-none]").await?;
    send(&a).await?;

    let b = App::open_with(
        two.path(),
        &[("COULOIR_TEST_SAVE_TO", &from_b), ("COULOIR_TEST_OPEN_FROM", &from_a), ("USER", "Bruno")],
    )
    .await?;
    b.click("[data-testid=import-open]").await?;
    b.click("[data-testid=import-file]").await?;
    b.click("[data-testid=receive-merge]").await?;
    b.find("[data-testid=nav-sharing]").await?;
    b.until("it is said", "[...document.querySelectorAll('.notice')].some((one) => /Anne/.test(one.textContent))")
        .await?;

    // The same card, and one each that the other leaves alone.
    retitle(&a, 1, "Chez Anne").await?;
    retitle(&a, 2, "Deux").await?;
    retitle(&b, 1, "Chez Bruno").await?;
    retitle(&b, 3, "Trois").await?;
    send(&b).await?;
    receive(&a).await?;
    a.until("one point to look at", "document.querySelectorAll('[data-testid=conflict]').length === 1").await?;
    a.until(
        "what came is said",
        "[...document.querySelectorAll('.notice')].some((one) => /Bruno/.test(one.textContent))",
    )
    .await?;
    let axe = std::fs::read_to_string(root().join("ui/node_modules/axe-core/axe.min.js"))?;
    assert_eq!(violations(&a, &axe).await?, Vec::<String>::new());
    a.click("[data-testid=nav-board]").await?;
    a.until("the card bears a mark", "document.querySelectorAll('[data-testid=card-disputed]').length === 1").await?;
    a.until("what only Bruno did is there", &format!("{} === 'Trois'", title(3))).await?;
    a.until("what only Anne did too", &format!("{} === 'Deux'", title(2))).await?;
    let shown = a.ask(&format!("return {}", title(1))).await?;
    let other = if shown == "Chez Anne" { "Chez Bruno" } else { "Chez Anne" };

    // The other one is chosen; taken back, and chosen again.
    a.click("[data-testid=nav-sharing]").await?;
    a.click("[data-testid=conflict-take]").await?;
    a.find("[data-testid=conflicts-none]").await?;
    a.click("[data-testid=nav-board]").await?;
    a.until("the other title", &format!("{} === '{other}'", title(1))).await?;
    a.press_control('z').await?;
    a.until("as before", &format!("{} === {shown}", title(1))).await?;
    a.press_control('y').await?;
    a.until("again", &format!("{} === '{other}'", title(1))).await?;
    send(&a).await?;
    receive(&b).await?;
    b.click("[data-testid=nav-board]").await?;
    b.until("Bruno sees it too", &format!("{} === '{other}'", title(1))).await?;
    b.until("nothing is open", "document.querySelectorAll('[data-testid=card-disputed]').length === 0").await?;
    b.until("and what Anne did", &format!("{} === 'Deux'", title(2))).await?;
    // His own steps can be taken back, hers not.
    b.press_control('z').await?;
    b.until("his third card is as it was", &format!("{} !== 'Trois'", title(3))).await?;
    b.until("hers stays", &format!("{} === 'Deux'", title(2))).await?;
    b.close().await?;
    a.close().await
}

/// The stick is pulled, the mail is cut, a file comes twice or late: on the command line, as in the window.
#[test]
fn files_that_are_cut_late_or_repeated_harm_nothing() -> Done {
    let (stick, one, two) = (tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?);
    let (one, two) = (one.path(), two.path());
    let file = |name: &str| stick.path().join(name).display().to_string();
    let id = couloir(one, &["new", "--template", "ajo", "--language", "fr"])?;
    let id = id.trim();
    assert!(couloir(one, &["send", id, &file("early.couloir")]).is_err(), "it is not shared");
    couloir(one, &["share", id])?;
    couloir(one, &["send", id, &file("first.couloir")])?;
    assert_eq!(couloir(two, &["receive", &file("first.couloir")])?.trim(), id);
    let table = stick.path().join("neuf.csv");
    std::fs::write(&table, "Tâche\nÉcrire la charte\nRelire la charte\n")?;
    couloir(two, &["import", &table.display().to_string(), "--into", id])?;
    couloir(two, &["send", id, &file("second.couloir")])?;

    let whole = std::fs::read(file("second.couloir"))?;
    let before = couloir(one, &["show", id, "--json"])?;
    for part in 1..12 {
        std::fs::write(file("cut.couloir"), &whole[..whole.len() * part / 12])?;
        assert!(couloir(one, &["receive", &file("cut.couloir")]).is_err(), "cut at {part} of 12");
    }
    for part in 1..12 {
        let mut harmed = whole.clone();
        harmed[whole.len() * part / 12] ^= 0x55;
        std::fs::write(file("harmed.couloir"), harmed)?;
        // What is only told beside the document may be harmed; what is merged may not.
        let _ = couloir(one, &["receive", &file("harmed.couloir")]);
    }
    let after = couloir(one, &["show", id, "--json"])?;
    assert!(after == before || after.contains("Relire la charte"), "half a file was merged");
    for name in ["second.couloir", "first.couloir", "second.couloir"] {
        couloir(one, &["receive", &file(name)])?;
    }
    let titles = |data: &std::path::Path| -> Done<Vec<String>> {
        let shown: serde_json::Value = serde_json::from_str(&couloir(data, &["show", id, "--json"])?)?;
        let tasks = shown["tasks"].as_array().cloned().unwrap_or_default();
        let mut titles: Vec<String> =
            tasks.iter().map(|task| format!("{} {}", task["number"], task["title"])).collect();
        titles.sort_unstable();
        Ok(titles)
    };
    assert_eq!(titles(one)?, titles(two)?);
    assert_eq!(couloir(one, &["conflicts", id, "--json"])?.trim(), "[]");
    for data in [one, two] {
        couloir(data, &["check", "--deep"])?;
    }
    // Stopped, it stays as it is, and nothing more is merged.
    couloir(one, &["share", id, "--stop"])?;
    assert!(couloir(one, &["receive", &file("second.couloir")]).is_err());
    Ok(())
}
