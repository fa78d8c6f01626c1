//! Roles: a holder by name, who is missing, a merge that says first what it changes, and the silent round.

use couloir_e2e::{App, Done, couloir};

const UNDO: &str = "[data-testid=undo]";

#[tokio::test]
async fn a_merge_says_what_it_changes_and_is_taken_back_whole() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "ajo", "--language", "fr"])?.trim().to_owned();
    let before = couloir(data, &["show", &id, "--json"])?;

    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-roles]").await?;
    app.until("four vacant roles", "document.querySelectorAll('[data-testid=role-card] .vacant').length === 4").await?;
    app.click("[data-testid=role-merge]").await?;
    app.until("what it changes", "document.querySelectorAll('[data-testid=preview] li').length >= 4").await?;
    app.until("lines between the two", "document.querySelectorAll('[data-testid=self-contracts] li').length > 0")
        .await?;
    app.click("[data-testid=ask-confirm]").await?;
    app.until("three roles", "document.querySelectorAll('[data-testid=role-card]').length === 3").await?;
    app.click(UNDO).await?;
    app.until("four roles", "document.querySelectorAll('[data-testid=role-card]').length === 4").await?;
    app.close().await?;
    assert_eq!(couloir(data, &["show", &id, "--json"])?, before);
    Ok(())
}

#[tokio::test]
async fn who_is_missing_names_what_loses_its_owner_and_changes_nothing() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "ajo", "--language", "fr"])?.trim().to_owned();
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-roles]").await?;
    app.find("[data-testid=holder-add]").await?.send_keys("Léa Martin\u{e007}").await?;
    app.until("the holder", "document.querySelectorAll('[data-testid=role-card] .vacant').length === 3").await?;
    let held = counts(data, &id)?;

    app.click("[data-testid=roles-view] label:has([value=missing])").await?;
    app.click("[data-testid=absent]").await?;
    app.until(
        "the role that is left alone",
        "document.querySelectorAll('[data-testid=missing-result] article').length === 1",
    )
    .await?;
    app.until("its tasks", "document.querySelector('[data-testid=missing-result] details li') !== null").await?;
    assert_eq!(counts(data, &id)?, held);
    app.close().await
}

/// The rows that a question must not change, counted in the file while the window is open.
fn counts(data: &std::path::Path, id: &str) -> Done<Vec<i64>> {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let file = rusqlite::Connection::open_with_flags(data.join("couloir.db"), flags)?;
    let counts = ["role", "task", "responsibility", "contract", "role_holder", "operation"].map(|table| {
        file.query_row(&format!("SELECT count(*) FROM {table} WHERE workshop_id = ?1"), [id], |row| row.get(0))
    });
    Ok(counts.into_iter().collect::<Result<_, _>>()?)
}

#[tokio::test]
async fn slips_of_two_roles_are_revealed_together_and_kept_as_a_responsibility() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-roles]").await?;
    app.click("[data-testid=roles-view] label:has([value=round])").await?;
    for (role, field, words) in [(0, "slip-mine", "Ouvrir les accès"), (1, "slip-theirs", "ouvrir des acces")] {
        app.find("[data-testid=blind-role]").await?;
        app.ask(&format!("document.querySelectorAll('[data-testid=blind-role]')[{role}].click()")).await?;
        app.find(&format!("[data-testid={field}]")).await?.send_keys(format!("{words}\u{e007}")).await?;
        app.until("the slip", "document.querySelector('[data-testid=blind-form] li textarea') !== null").await?;
        app.click("[data-testid=blind-pass]").await?;
    }
    app.click("[data-testid=blind-reveal]").await?;
    app.until("one group of two slips", "document.querySelectorAll('[data-testid=slip-group]').length === 1").await?;
    app.click("[data-testid=slip-keep]").await?;
    app.click("[data-testid=keep-confirm]").await?;
    app.until("kept", "document.querySelector('[data-testid=slip-group].kept') !== null").await?;
    app.click("[data-testid=roles-view] label:has([value=cards])").await?;
    let on_card =
        "[...document.querySelectorAll('[data-testid=duty] textarea')].some(t => t.value === 'Ouvrir les accès')";
    app.until("on the card", on_card).await?;
    app.close().await
}
