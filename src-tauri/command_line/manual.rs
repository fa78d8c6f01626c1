//! The manual pages and shell completions of the packages, made from the grammar and kept current by a test.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use couloir_messages::{Language, text};

use super::grammar;

/// Compares with the file, or writes it with `UPDATE=1`.
fn keep(path: &Path, made: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, made).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(kept.replace("\r\n", "\n"), made, "{} is old: run with UPDATE=1", path.display());
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/package")
}

/// A section without its heading.
fn body(render: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    render(&mut bytes).unwrap();
    let page = String::from_utf8(bytes).unwrap();
    let is_frame = |line: &str| [".SH ", ".ie", ".el"].iter().any(|frame| line.starts_with(frame));
    page.lines().filter(|line| !is_frame(line)).map(|line| format!("{}\n", line.trim_end())).collect()
}

/// One page: the program, then each command.
fn page(language: Language) -> String {
    let say = |key: &str| text(language, key, &[]);
    let heading = |key: &str| format!(".SH {}\n", say(key).to_uppercase());
    let mut program: Command = grammar::shown(language);
    program.build();
    let top = Man::new(program.clone());
    let version = env!("CARGO_PKG_VERSION");
    let mut page = format!(".TH COULOIR 1 \"\" \"Couloir {version}\" \"{}\"\n", say("manual-title"));
    page += &heading("manual-name");
    page += &format!("couloir \\- {}\n", say("manual-summary"));
    page += &heading("manual-synopsis");
    page += &body(|to| top.render_synopsis_section(to));
    page += &heading("manual-description");
    page += &body(|to| top.render_description_section(to));
    page += &heading("manual-options");
    page += &body(|to| top.render_options_section(to));
    page += &heading("manual-commands");
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        // What every command takes is said once, above.
        let own =
            ["data", "help"].into_iter().fold(command.clone(), |it, shared| it.mut_arg(shared, |arg| arg.hide(true)));
        let own = Man::new(own);
        page += &format!(".SS couloir {}\n", command.get_name());
        page += &format!("{}\n.PP\n", command.get_about().unwrap_or_default());
        page += &body(|to| own.render_synopsis_section(to));
        page += &body(|to| own.render_options_section(to));
    }
    page += &heading("manual-files");
    page += &format!(
        ".TP\n\\fI~/.local/share/{}\\fR\n{}\n.TP\n\\fIcouloir\\-data\\fR\n{}\n",
        super::paths::IDENTIFIER,
        say("manual-files-data"),
        say("manual-files-portable")
    );
    page
}

#[test]
fn the_manual_pages_are_those_of_the_grammar() {
    keep(&folder().join("linux/couloir.1"), &page(Language::English));
    keep(&folder().join("linux/couloir.fr.1"), &page(Language::French));
}

#[test]
fn every_command_stands_in_the_manual() {
    for language in [Language::French, Language::English] {
        let page = page(language);
        assert!(grammar::command(language).find_subcommand("generate").is_some() && !page.contains("generate"));
        for command in grammar::shown(language).get_subcommands() {
            assert!(page.contains(&format!(".SS couloir {}\n", command.get_name())), "{}", command.get_name());
        }
    }
}

#[test]
fn the_completions_are_those_of_the_grammar() {
    for (shell, name) in [(Shell::Bash, "couloir.bash"), (Shell::Zsh, "_couloir"), (Shell::Fish, "couloir.fish")] {
        let mut bytes = Vec::new();
        clap_complete::generate(shell, &mut grammar::shown(Language::English), "couloir", &mut bytes);
        keep(&folder().join("completions").join(name), &String::from_utf8(bytes).unwrap());
    }
}
