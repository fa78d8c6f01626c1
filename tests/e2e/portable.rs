//! A program with a folder `couloir-data` beside it keeps everything there and nothing at home.

use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use couloir_e2e::{Done, program};

#[test]
fn a_stick_carries_all_that_the_program_keeps() -> Done {
    let program = program();
    let beside = program.parent().ok_or("a program stands in a folder")?;
    // On the same disk as the program, which is large: a second name is enough.
    let stick = tempfile::tempdir_in(beside)?;
    let carried = stick.path().join(program.file_name().ok_or("a program has a name")?);
    fs::hard_link(&program, &carried)?;
    let data = stick.path().join("couloir-data");
    fs::create_dir(&data)?;
    let home = tempfile::tempdir()?;
    let at_home = |program: &std::path::Path| {
        let mut command = Command::new(program);
        command.env("HOME", home.path()).env("XDG_RUNTIME_DIR", home.path().join("run"));
        for place in ["XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"] {
            command.env_remove(place);
        }
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    assert!(at_home(&carried).args(["new", "--title", "Clé"]).status()?.success());
    let mut window = at_home(&carried).spawn()?;
    // Open when the log says so, and long enough for the web view to have kept what it keeps.
    for _ in 0..100 {
        std::thread::sleep(Duration::from_millis(100));
        if data.join("webview").is_dir() && data.join("log").is_dir() {
            break;
        }
    }
    std::thread::sleep(Duration::from_secs(2));
    window.kill()?;
    window.wait()?;
    assert!(data.join("couloir.db").is_file() && data.join("webview").is_dir(), "kept beside the program");
    let left = files(home.path())?;
    assert!(left.is_empty(), "left at home: {left:?}");
    Ok(())
}

fn files(folder: &std::path::Path) -> Done<Vec<std::path::PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?);
        } else {
            found.push(entry.path());
        }
    }
    Ok(found)
}
