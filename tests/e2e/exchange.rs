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

/// Runs a command with a line piped into it.
fn piped(data: &std::path::Path, args: &[&str], line: &str) -> Done<std::process::Output> {
    use std::io::Write;
    let mut child = std::process::Command::new(couloir_e2e::program())
        .args(args)
        .arg("--data")
        .arg(data)
        .env("LANG", "fr_FR.UTF-8")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()?;
    // A command that is refused before it asks has closed its end.
    let _ = child.stdin.take().map(|mut input| writeln!(input, "{line}"));
    Ok(child.wait_with_output()?)
}

#[tokio::test]
async fn an_archive_is_sealed_with_a_passphrase_and_opens_with_it_alone() -> Done {
    const WORDS: &str = "quatre mots font foi";
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "event", "--language", "fr", "--title", "Fusion secrète"])?;
    let file = data.join("protege.couloir");
    let path = file.to_str().unwrap_or_default();
    let app = App::open_with(data, &[("COULOIR_TEST_SAVE_TO", path), ("COULOIR_TEST_OPEN_FROM", path)]).await?;
    app.click("[data-testid=workshop-row] [aria-haspopup=menu]").await?;
    app.ask(
        "[...document.querySelectorAll('[role=menuitem]')].find((one) => one.textContent.includes('protégée')).click(); return true",
    )
    .await?;
    app.find("[data-testid=seal]").await?;
    let axe = std::fs::read_to_string(couloir_e2e::root().join("ui/node_modules/axe-core/axe.min.js"))?;
    assert_eq!(crate::screens::violations(&app, &axe).await?, Vec::<String>::new());
    // Typed at once; a slip in the second is said, and nothing can be saved.
    app.type_at_speed(WORDS).await?;
    app.click("[data-testid=seal-again]").await?;
    app.type_at_speed("quatre mots").await?;
    app.until("refused", "document.querySelector('[data-testid=seal-save]').disabled").await?;
    app.type_at_speed(" font foi").await?;
    app.click("[data-testid=seal-save]").await?;
    app.until("saved", "document.querySelector('dialog[open]') === null").await?;
    let bytes = std::fs::read(&file)?;
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!bytes.windows(6).any(|part| part == b"Fusion"));

    // Opened again: another passphrase is said, what was typed stays.
    app.click("[data-testid=import-open]").await?;
    app.click("[data-testid=import-file]").await?;
    app.find("[data-testid=unseal]").await?;
    assert_eq!(crate::screens::violations(&app, &axe).await?, Vec::<String>::new());
    app.type_at_speed("quatre mots").await?;
    app.press(thirtyfour::Key::Enter).await?;
    app.until(
        "refused",
        "document.querySelector('[data-testid=unseal-refusal]')?.textContent.includes('phrase de passe')",
    )
    .await?;
    app.until("kept", "document.querySelector('[data-testid=unseal-passphrase]').value === 'quatre mots'").await?;
    app.click("[data-testid=unseal-passphrase]").await?;
    app.press(thirtyfour::Key::End).await?;
    app.type_at_speed(" font foi").await?;
    app.press(thirtyfour::Key::Enter).await?;
    app.click("[data-testid=import-accept]").await?;
    app.until("its board", "document.querySelector('[data-testid=board]') !== null").await?;
    app.close().await?;

    // The same on the command line, the passphrase piped in.
    let list: serde_json::Value = serde_json::from_str(&couloir(data, &["list", "--json"])?)?;
    assert_eq!(list.as_array().map(Vec::len), Some(2));
    let wrong = piped(data, &["import", path], "autre chose")?;
    assert!(!wrong.status.success() && String::from_utf8_lossy(&wrong.stderr).contains("phrase de passe"));
    assert!(piped(data, &["import", path], WORDS)?.status.success());
    let id = list[0]["id"].as_str().unwrap_or_default();
    let again = data.join("encore.couloir");
    let again = again.to_str().unwrap_or_default();
    assert!(!piped(data, &["export", id, "xlsx", "x.xlsx", "--passphrase"], WORDS)?.status.success());
    assert!(!piped(data, &["export", id, "archive", again, "--passphrase"], "court")?.status.success());
    assert!(!std::path::Path::new(again).exists());
    assert!(piped(data, &["export", id, "archive", again, "--passphrase"], WORDS)?.status.success());
    assert!(std::fs::read(again)?.starts_with(b"age-encryption.org/v1"));
    Ok(())
}

#[tokio::test]
async fn a_copy_of_everything_is_sealed_and_brings_everything_back() -> Done {
    const WORDS: &str = "quatre mots font foi";
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "event", "--language", "fr", "--title", "Fusion secrète"])?;
    let file = data.join("tout.db");
    let path = file.to_str().unwrap_or_default();
    let app = App::open_with(data, &[("COULOIR_TEST_SAVE_TO", path), ("COULOIR_TEST_OPEN_FROM", path)]).await?;
    app.click("[data-testid=safety-open]").await?;
    app.click("[data-testid=copy-sealed]").await?;
    app.find("[data-testid=seal]").await?;
    app.type_at_speed(WORDS).await?;
    app.click("[data-testid=seal-again]").await?;
    app.type_at_speed(WORDS).await?;
    app.press(Key::Enter).await?;
    app.until("saved", "document.querySelector('dialog[open]') === null").await?;
    let bytes = std::fs::read(&file)?;
    assert!(bytes.starts_with(b"age-encryption.org/v1") && !bytes.windows(6).any(|part| part == b"Fusion"));
    app.click("[data-testid=copy-choose]").await?;
    app.find("[data-testid=unseal]").await?;
    app.type_at_speed("un autre").await?;
    app.press(Key::Enter).await?;
    app.until("refused", "document.querySelector('[data-testid=unseal-refusal]')?.textContent.length > 10").await?;
    app.ask("document.querySelector('[data-testid=unseal-passphrase]').select(); return true").await?;
    app.type_at_speed(WORDS).await?;
    app.press(Key::Enter).await?;
    app.until("nothing would change", "document.querySelector('dialog[open]')?.textContent.includes('identique')")
        .await?;
    app.terminate().await?;

    // What was opened to be compared went with the window.
    for entry in std::fs::read_dir(std::env::temp_dir())?.flatten() {
        let is_ours = entry.file_name().to_string_lossy().starts_with("couloir-print-");
        assert!(!is_ours || std::fs::read_dir(entry.path())?.next().is_none(), "{:?}", entry.path());
    }

    // The workshop is gone for ever; the sealed copy brings it back.
    couloir(data, &["erase", id.trim(), "--copies", "--yes"])?;
    assert!(!couloir(data, &["list"])?.contains("Fusion"));
    assert!(!piped(data, &["restore", path], "un autre")?.status.success());
    assert!(!couloir(data, &["list"])?.contains("Fusion"));
    assert!(piped(data, &["restore", path], WORDS)?.status.success());
    assert!(couloir(data, &["list"])?.contains("Fusion"));
    let again = data.join("encore.db");
    let again = again.to_str().unwrap_or_default();
    assert!(!piped(data, &["backup", again, "--passphrase"], "court")?.status.success());
    assert!(!std::path::Path::new(again).exists());
    assert!(piped(data, &["backup", again, "--passphrase"], WORDS)?.status.success());
    assert!(std::fs::read(again)?.starts_with(b"age-encryption.org/v1"));
    Ok(())
}
