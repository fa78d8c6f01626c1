//! The job a facilitator opens Couloir for, from an empty laptop to the printed agenda.

use std::path::Path;
use std::process::Command;

use couloir_e2e::{App, Done, couloir};
use rusqlite::{Connection, OpenFlags};
use thirtyfour::prelude::*;

const NEW_TITLE: &str = "[data-testid=new-title]";

/// The lane letter and status of a task in the file, read without the program.
fn task(data: &Path, number: i32) -> (Option<String>, String) {
    let path = data.join("couloir.db");
    let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let sql = "SELECT r.letter, t.status FROM task t LEFT JOIN role r ON r.id = t.role_id WHERE t.number = ?1";
    file.query_row(sql, [number], |row| Ok((row.get(0)?, row.get(1)?))).unwrap()
}

fn card(number: i32) -> String {
    format!("[data-testid=card][data-number='{number}']")
}

/// A script that is true when a card stands in a lane and column.
fn stands(number: i32, letter: &str, column: &str) -> String {
    format!(
        "(c => c && c.closest('[data-testid=cell]').dataset.column === '{column}' && \
         c.closest('[data-testid=lane]').querySelector('.badge').textContent === '{letter}')\
         (document.querySelector(\"{}\"))",
        card(number)
    )
}

/// Selector of a cell by lane letter and column.
async fn cell(app: &App, letter: &str, column: &str) -> Done<String> {
    let script = format!(
        "return [...document.querySelectorAll('[data-testid=lane]')]\
         .find(l => l.querySelector('.badge').textContent === '{letter}').dataset.roleId"
    );
    let role = app.ask(&script).await?.as_str().unwrap_or_default().to_owned();
    Ok(format!("[data-testid=cell][data-lane='{role}'][data-column='{column}']"))
}

#[tokio::test]
async fn from_the_example_to_the_printed_agenda() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let pdf = data.join("ordre-du-jour.pdf");
    let environment = [("COULOIR_TEST_SAVE_TO", pdf.to_str().unwrap())];

    // A workshop from the French example, through the dialog.
    let app = App::open_with(data, &environment).await?;
    app.click("[data-testid=workshop-new-template]").await?;
    app.find(NEW_TITLE).await?.send_keys("Déploiement omnicanal").await?;
    app.click("[data-testid=new-create]").await?;
    app.find("[data-testid=board]").await?;
    app.until("the title", "document.querySelector('header h1').textContent === 'Déploiement omnicanal'").await?;

    // The board is by role; how it is looked at is kept, and is no step to take back.
    app.until("the board by role", "document.querySelector('[data-testid=board]').dataset.by === 'role'").await?;
    app.click("[data-testid=board-by] label:has([value=status])").await?;
    app.until("the board by status", "document.querySelector('[data-testid=cell][data-column=doing]') !== null")
        .await?;
    app.until("nothing to undo but the workshop", "!document.querySelector('[data-testid=undo]')").await?;

    // Task 1 to the data engineers' lane by pointer, task 2 one column to the right by keyboard.
    let target = cell(&app, "B", "doing").await?;
    app.drag(&card(1), &target).await?;
    app.until("the dragged card in its cell", &stands(1, "B", "doing")).await?;
    app.click(&card(2)).await?;
    app.press(" ").await?;
    app.press(Key::Right).await?;
    app.press(" ").await?;
    app.until("the carried card in its cell", &stands(2, "A", "doing")).await?;

    // Undo takes the last move back, redo does it again; both say what they do.
    app.until(
        "undo names the move",
        "document.querySelector('[data-testid=undo]').textContent.includes('déplacer la tâche 2')",
    )
    .await?;
    app.click("[data-testid=undo]").await?;
    app.until("the move is taken back", &stands(2, "A", "todo")).await?;
    app.click("[data-testid=redo]").await?;
    app.until("the move is done again", &stands(2, "A", "doing")).await?;

    // The plug is pulled: what was shown is in the file.
    app.kill().await?;
    assert_eq!(task(data, 1), (Some("B".to_owned()), "doing".to_owned()));
    assert_eq!(task(data, 2), (Some("A".to_owned()), "doing".to_owned()));

    // Reopened, the board is as it was, and undo still knows the way back.
    let app = App::open_with(data, &environment).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.until("the moves after a restart", &stands(1, "B", "doing")).await?;
    app.find("[data-testid=undo]").await?;

    // The agenda: its times follow, and it is saved as a PDF through the window.
    app.click("[data-testid=nav-meetings]").await?;
    app.until("eleven blocks", "document.querySelectorAll('[data-testid=agenda-item]').length === 11").await?;
    app.until(
        "the end of the half day",
        "document.querySelector('[data-testid=agenda-total]')?.textContent.includes('12:50')",
    )
    .await?;
    app.click("[data-testid=nav-documents]").await?;
    app.until(
        "the page that prints",
        "document.querySelector('[data-testid=document-preview]')?.dataset.pages === '1'",
    )
    .await?;
    app.click("[data-testid=save-pdf]").await?;
    app.until("the answer", "document.querySelector('.notice')?.textContent.includes('Enregistré')").await?;
    app.close().await?;
    check_agenda(&pdf);

    // The command line writes the same bytes.
    let id = couloir(data, &["list"])?.split_whitespace().next().unwrap().to_owned();
    let again = data.join("again.pdf");
    couloir(data, &["export", &id, "agenda", again.to_str().unwrap()])?;
    assert!(std::fs::read(&pdf)? == std::fs::read(&again)?, "window and command line differ");
    Ok(())
}

/// The agenda as other programs read it.
fn check_agenda(pdf: &Path) {
    let say = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let file = pdf.to_str().unwrap();
    let text = say("pdftotext", &["-layout", file, "-"]);
    let lines: Vec<&str> = text.lines().collect();
    let mut from = 0;
    for (time, title) in [
        ("9:00", "Accueil et cadre"),
        ("9:30", "Tour silencieux"),
        ("10:25", "Pause"),
        ("10:40", "Tableau des tâches"),
        ("11:35", "Contrats"),
        ("12:35", "Actions et suite"),
    ] {
        let at = lines[from..].iter().position(|line| line.contains(time) && line.contains(title));
        from += at.unwrap_or_else(|| panic!("{time} {title} is missing or out of order in:\n{text}"));
    }
    assert!(text.contains("12:50") && text.contains("230"), "{text}");

    let info = say("pdfinfo", &[file]);
    let tagged = info.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes"));
    let titled = info.lines().any(|line| line.starts_with("Title:") && line.len() > 20);
    assert!(tagged && titled, "{info}");
    let structure = say("pdfinfo", &["-struct", file]);
    assert!(structure.contains("Table") && structure.contains("H1"), "{structure}");
    let fonts = say("pdffonts", &[file]);
    let embedded = fonts.lines().skip(2).all(|line| line.contains("yes yes yes"));
    assert!(fonts.contains("Inter") && embedded, "{fonts}");
    let bytes = std::fs::read(pdf).unwrap();
    assert!(bytes.len() < 60_000, "{} bytes", bytes.len());
}
