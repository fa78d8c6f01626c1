//! Data in and out, in the real window: a table whose columns are corrected, an archive, a pasted table.

use couloir_e2e::{App, Done, couloir};
use serde_json::Value;
use thirtyfour::prelude::*;

/// Tasks in the encoding and with the separator that a French spreadsheet writes.
const TASKS: &[u8] = b"N\xb0;Intitul\xe9;Qui porte;\xc9tat;Remarque\r\n\
    1;Pr\xe9parer les acc\xe8s;R\xf4le A;fait;urgent\r\n\
    2;\xc9crire les sch\xe9mas;R\xf4le D;en cours;\r\n\
    3;Former l\x92\xe9quipe;R\xf4le A;\xe0 faire;=1+1\r\n";

fn tables(data: &std::path::Path, id: &str) -> Done<Value> {
    Ok(serde_json::from_str(&couloir(data, &["show", id, "--json"])?)?)
}

#[tokio::test]
async fn a_table_is_corrected_taken_over_as_one_step_and_leaves_again() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let (table, archive) = (data.join("tâches.csv"), data.join("atelier.couloir"));
    std::fs::write(&table, TASKS)?;
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let (from, to) = (table.display().to_string(), archive.display().to_string());
    let environment = [("COULOIR_TEST_OPEN_FROM", from.as_str()), ("COULOIR_TEST_SAVE_TO", to.as_str())];
    let app = App::open_with(data, &environment).await?;

    // The column that is not understood is told to be the role; the plan is made anew, two roles and all.
    app.click("[data-testid=import-open]").await?;
    app.click("[data-testid=import-file]").await?;
    app.find("[data-testid=import]").await?;
    let count =
        |kind: &str| format!("document.querySelectorAll('[data-testid=import-entry][data-kind={kind}]').length");
    app.until("three tasks and no role", &format!("{} === 3 && {} === 0", count("task"), count("role"))).await?;
    let mean = "const column = [...document.querySelectorAll('[data-testid=import-column]')][2];
        column.value = 'role'; column.dispatchEvent(new Event('change', { bubbles: true })); return true";
    app.ask(mean).await?;
    app.until("the two roles that differ by a letter", &format!("{} === 2", count("role"))).await?;

    // The last task is left out, by keyboard.
    let last = "const box = [...document.querySelectorAll('[data-testid=import-entry][data-kind=task] input[type=checkbox]')].at(-1); box.focus(); return true";
    app.ask(last).await?;
    app.press(" ").await?;
    app.until(
        "one is left",
        "document.querySelectorAll('[data-testid=import-entry] input[type=checkbox]:not(:checked)').length === 1",
    )
    .await?;
    app.click("[data-testid=import-accept]").await?;
    app.until("the board of the new workshop", "document.querySelectorAll('[data-testid=card]').length === 2").await?;
    app.until("two lanes and the one for nobody", "document.querySelectorAll('[data-testid=lane]').length === 3")
        .await?;

    // It leaves as an archive and comes back as a workshop with the same tables.
    app.click("[data-testid=nav-documents]").await?;
    app.click("[data-testid=open-data-out]").await?;
    app.click("[data-testid=export-archive]").await?;
    app.until("the file is named", "document.querySelector('.notice')?.textContent.includes('atelier.couloir')")
        .await?;
    app.click("[data-testid=nav-home]").await?;
    app.until("two workshops", "document.querySelectorAll('[data-testid=workshop-row]').length === 2").await?;

    // One step back takes the import away, one step forward brings it again.
    app.press_control('z').await?;
    app.until("the import is undone", "document.querySelectorAll('[data-testid=workshop-row]').length === 1").await?;
    app.press_control('y').await?;
    app.until("and done again", "document.querySelectorAll('[data-testid=workshop-row]').length === 2").await?;
    app.close().await?;

    let list: Value = serde_json::from_str(&couloir(data, &["list", "--json"])?)?;
    let id = list.as_array().and_then(|all| all.iter().find(|one| one["tasks"] == 2)).unwrap()["id"].as_str().unwrap();
    let copy = couloir(data, &["import", &to])?;
    let (original, copy) = (tables(data, id)?, tables(data, copy.trim())?);
    for table in ["roles", "tasks", "resources", "contracts"] {
        let plain = |contents: &Value| -> Vec<Value> {
            let rows = contents[table].as_array().cloned().unwrap_or_default();
            rows.iter()
                .map(|row| serde_json::json!([row["title"], row["name"], row["number"], row["status"], row["notes"]]))
                .collect()
        };
        assert_eq!(plain(&original), plain(&copy), "{table}");
    }
    assert_eq!(original["tasks"][0]["title"], "Préparer les accès");
    assert_eq!(original["tasks"][0]["status"], "done");
    Ok(())
}

#[tokio::test]
async fn a_pasted_table_joins_the_open_workshop_and_is_undone_at_once() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    let cards = |count: usize| format!("document.querySelectorAll('[data-testid=card]').length === {count}");
    app.until("the example", &cards(21)).await?;
    app.press_control('o').await?;
    let paste = "const field = document.querySelector('[data-testid=import-text]');
        const data = new DataTransfer();
        data.setData('text/html', '<table><tr><th>Tâche</th><th>Rôle</th></tr><tr><td>Ouvrir les sandbox</td><td>A</td></tr><tr><td>Mesurer <b>les effets</b></td><td>D</td></tr></table>');
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        return true";
    app.find("[data-testid=import-text]").await?;
    app.ask(paste).await?;
    app.click("[data-testid=import-read-text]").await?;
    app.until("two rows, one of them there already", "document.querySelectorAll('[data-testid=import-entry]').length === 2 && document.querySelectorAll('[data-testid=import-entry] input[type=checkbox]:checked').length === 1").await?;
    app.press_control(Key::Enter).await?;
    app.until("the new card", &cards(22)).await?;
    app.click("[data-testid=undo]").await?;
    app.until("undone at once", &cards(21)).await?;
    app.close().await
}
