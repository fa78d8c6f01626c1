//! The ways out, in the real window: a file that does not open, files changed under the program, copies restored;
//! and no network.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use couloir_e2e::{App, Done, couloir, program};

const ROWS: &str = "document.querySelectorAll('[data-testid=workshop-row]').length";

fn library(outer: &Path) -> Done<std::path::PathBuf> {
    let data = outer.join("data");
    std::fs::create_dir(&data)?;
    couloir(&data, &["new", "--template", "ajo", "--language", "fr", "--title", "Gardé"])?;
    Ok(data)
}

#[tokio::test]
async fn a_damaged_file_is_left_by_the_keyboard_and_what_it_held_is_back() -> Done {
    let outer = tempfile::tempdir()?;
    let data = library(outer.path())?;
    couloir(&data, &["backup"])?;
    let path = data.join("couloir.db");
    let whole = std::fs::read(&path)?;
    std::fs::write(&path, &whole[..whole.len() / 2])?;
    let app = App::open(&data).await?;
    app.find("[data-testid=recovery-reason][data-fault=damaged]").await?;
    app.until("the focus is on trying again", "document.activeElement?.dataset.testid === 'recovery-retry'").await?;
    app.find("[data-testid=copies] input").await?;
    app.ask("document.querySelector('[data-testid=recovery-restore]').focus()").await?;
    app.press(thirtyfour::Key::Enter).await?;
    app.until("the new button has the focus", "document.activeElement?.dataset.testid === 'recovery-go-on'").await?;
    app.press(thirtyfour::Key::Enter).await?;
    app.until("the workshop is back", &format!("{ROWS} === 1")).await?;
    app.close().await?;

    // Without a copy, what can be read is saved.
    let whole = std::fs::read(&path)?;
    std::fs::write(&path, &whole[..whole.len() - 40_000])?;
    std::fs::remove_dir_all(outer.path().join("data-backups"))?;
    let app = App::open(&data).await?;
    app.click("[data-testid=recovery-salvage]").await?;
    app.click("[data-testid=recovery-go-on]").await?;
    app.until("a workshop is back", &format!("{ROWS} === 1")).await?;
    app.close().await
}

#[tokio::test]
async fn files_changed_under_the_window_stop_it_and_nothing_is_lost() -> Done {
    let outer = tempfile::tempdir()?;
    let data = library(outer.path())?;
    let older = outer.path().join("older.db");
    couloir(&data, &["backup", &older.display().to_string()])?;
    let app = App::open(&data).await?;
    app.until("Home", &format!("{ROWS} === 1")).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-home]").await?;
    std::fs::rename(&older, data.join("couloir.db"))?;
    app.ask("window.dispatchEvent(new Event('focus'))").await?;
    app.find("[data-testid=trouble][data-change=replaced]").await?;
    app.click("[data-testid=trouble-keep]").await?;
    app.until("writing goes on", "!document.querySelector('[data-testid=trouble]')").await?;
    app.until("Home", &format!("{ROWS} === 1")).await?;
    app.close().await
}

#[tokio::test]
async fn a_copy_is_compared_restored_and_taken_back() -> Done {
    let outer = tempfile::tempdir()?;
    let data = library(outer.path())?;
    couloir(&data, &["backup"])?;
    couloir(&data, &["new", "--title", "Nouveau"])?;
    let app = App::open(&data).await?;
    app.until("two workshops", &format!("{ROWS} === 2")).await?;
    app.click("[data-testid=safety-open]").await?;
    app.click("[data-testid=rehearse]").await?;
    app.until("the rehearsal is told", "!!document.querySelector('[data-testid=safety-rehearsed]')").await?;
    app.ask("[...document.querySelectorAll('[data-testid=copies] input')].at(-1).click()").await?;
    app.click("[data-testid=compare]").await?;
    app.find("[data-testid=difference]").await?;
    app.click("[data-testid=restore-all]").await?;
    app.ask("document.querySelector('[data-testid=nav-home]')?.click()").await?;
    let titles = || -> Done<usize> { Ok(couloir(&data, &["list"])?.lines().count()) };
    let start = Instant::now();
    while titles()? != 1 && start.elapsed() < Duration::from_secs(15) {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(titles()?, 1, "the command line reads beside the window");
    app.close().await
}

/// Sockets of the network that a process and those it started hold.
#[cfg(target_os = "linux")]
fn sockets(id: u32) -> Done<Vec<String>> {
    let mut inodes = Vec::new();
    let mut family = vec![id];
    for entry in std::fs::read_dir("/proc")?.flatten() {
        let Ok(stat) = std::fs::read_to_string(entry.path().join("stat")) else { continue };
        let parent =
            stat.rsplit(')').next().and_then(|rest| rest.split(' ').nth(2)).and_then(|id| id.parse::<u32>().ok());
        if parent.is_some_and(|parent| family.contains(&parent))
            && let Some(child) = entry.file_name().to_str().and_then(|id| id.parse().ok())
        {
            family.push(child);
        }
    }
    for id in &family {
        for entry in std::fs::read_dir(format!("/proc/{id}/fd")).into_iter().flatten().flatten() {
            let link = std::fs::read_link(entry.path()).map(|link| link.display().to_string()).unwrap_or_default();
            if let Some(inode) = link.strip_prefix("socket:[").and_then(|rest| rest.strip_suffix(']')) {
                inodes.push(inode.to_owned());
            }
        }
    }
    let mut found = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"] {
        let text = std::fs::read_to_string(format!("/proc/{id}/net/{table}")).unwrap_or_default();
        for line in text.lines().skip(1) {
            let inode = line.split_whitespace().nth(9).unwrap_or_default();
            if inodes.iter().any(|ours| ours == inode) {
                found.push(format!("{table} {line}"));
            }
        }
    }
    Ok(found)
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn no_network_connection_is_ever_opened() -> Done {
    let outer = tempfile::tempdir()?;
    let data = library(outer.path())?;
    // Without the driver, which itself speaks over the network with what it drives.
    let mut window = Command::new(program())
        .arg("--data")
        .arg(&data)
        .env("XDG_DATA_HOME", outer.path().join("xdg"))
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .spawn()?;
    let mut seen = Vec::new();
    for _ in 0..40 {
        seen.extend(sockets(window.id())?);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let is_running = window.try_wait()?.is_none();
    Command::new("kill").args(["-TERM", &window.id().to_string()]).status()?;
    window.wait()?;
    assert!(is_running, "the window was open while its sockets were looked at");
    assert!(seen.is_empty(), "{seen:?}");
    // The test sees a connection where there is one.
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    assert!(!sockets(std::process::id())?.is_empty());
    drop(listener);
    Ok(())
}
