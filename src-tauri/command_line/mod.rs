//! The command line: does without a display what the window does, by the same code.
//!
//! Help and errors come from Fluent like every other text, which is why the commands are built here rather than
//! derived from doc comments.

/// Prints an answer. A reader that has seen enough (`couloir list | head`) is no error.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

mod answer;
mod contracts;
mod ending;
mod exchange;
mod findings;
mod forms;
mod grammar;
#[cfg(test)]
mod manual;
mod passphrase;
mod prepare;
mod safety;
mod search;
mod sharing;
mod templates;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::PoisonError;

use clap::ArgMatches;
use clap::error::ErrorKind;
use couloir_core::Library;
use couloir_messages::{Arg, Language, text};

use crate::shell::clock;
use crate::shell::language::of_system;
use crate::shell::paths;
use crate::shell::proving;
use crate::shell::viewer;
use crate::worker::sentence;
use crate::worker::{IpcError, LAST_INCIDENT};

/// What the arguments ask for.
pub enum Invocation {
    /// Help, version or an error was printed already.
    Answered(ExitCode),
    /// A command, on a data folder.
    Command(ArgMatches, PathBuf),
    /// The window.
    Window(Opening),
}

/// How the window is to open.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The data folder, when one was named or lies beside the program.
    pub data: Option<PathBuf>,
    /// A file to look at.
    pub file: Option<PathBuf>,
    /// Whether somebody wants a new workshop.
    pub is_new: bool,
}

/// Reads the arguments of the process.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Invocation {
    let language = of_system();
    let mut args: Vec<OsString> = args.into_iter().collect();
    // A double click names a file where a command would stand.
    let file = file_of(args.iter().skip(1));
    if let Some(file) = &file {
        args.retain(|arg| arg != file);
    }
    match grammar::command(language).try_get_matches_from(args) {
        Ok(matches) => {
            let data = matches.get_one::<PathBuf>("data").cloned().or_else(paths::portable_folder);
            if matches.subcommand().is_some() {
                Invocation::Command(matches, data.unwrap_or_else(paths::default_data_folder))
            } else {
                Invocation::Window(Opening { data, file: file.map(PathBuf::from), is_new: matches.get_flag("new") })
            }
        }
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            say!("{}", error.render());
            Invocation::Answered(ExitCode::SUCCESS)
        }
        Err(error) => {
            eprintln!("{}", grammar::explain(language, &error));
            Invocation::Answered(ExitCode::from(2))
        }
    }
}

/// The file to open among the arguments: one that is there, where otherwise a command would stand.
pub fn file_of<S: AsRef<OsStr>>(args: impl Iterator<Item = S>) -> Option<OsString> {
    let mut is_data = false;
    for arg in args {
        let arg = arg.as_ref();
        if std::mem::replace(&mut is_data, arg == "--data") || arg.to_string_lossy().starts_with('-') {
            continue;
        }
        return Path::new(arg).is_file().then(|| arg.to_owned());
    }
    None
}

/// Runs a command on a data folder.
pub fn run(matches: ArgMatches, data: &std::path::Path) -> ExitCode {
    let language = of_system();
    let Some((name, args)) = matches.subcommand() else { return ExitCode::FAILURE };
    let answered = match name {
        "backup" => safety::backup(language, args, data),
        "backups" => safety::backups(language, args, data),
        "restore" => safety::restore(language, args, data),
        "salvage" => safety::salvage(language, args),
        "erase" => safety::erase(language, args, data),
        "guide" => answer::guide(language, args),
        proving::COMMAND => Ok(proving::answer()),
        _ => {
            let opened = if WRITING.contains(&name) { Library::open(data, clock::clock()) } else { open_to_read(data) };
            opened.map_err(Failure::from).and_then(|mut library| answer::answer(language, name, args, &mut library))
        }
    };
    if ["backup", "restore"].contains(&name) {
        viewer::empty();
    }
    match answered {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{}", failure.sentence(language));
            ExitCode::FAILURE
        }
    }
}

/// Commands that write the library; all others work while a window has it open.
const WRITING: &[&str] = &["new", "import", "generate", "template", "share", "send", "receive"];

/// Opens the library, or reads it beside the Couloir that has it open.
fn open_to_read(data: &Path) -> couloir_core::Result<Library> {
    match Library::open(data, clock::clock()) {
        Err(couloir_core::Error::Busy) => Library::open_to_read(data, clock::clock()),
        opened => opened,
    }
}

/// Why a command did not do what it was asked.
pub enum Failure {
    /// An error of the core, said as the window says it.
    Error(IpcError),
    /// Something that only the command line can be told, as a message with its arguments.
    Message(&'static str, Vec<(&'static str, String)>),
    /// A sentence that its maker already wrote in the user's language.
    Sentence(String),
}

impl<E: Into<IpcError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Failure::Error(error.into())
    }
}

impl Failure {
    fn sentence(&self, language: Language) -> String {
        match self {
            // The command line keeps no log to look into: what is unexpected is said here.
            Failure::Error(IpcError::Internal { .. }) => {
                let reason = LAST_INCIDENT.lock().unwrap_or_else(PoisonError::into_inner).clone();
                text(language, "error-internal-here", &[("reason", reason.into())])
            }
            Failure::Error(error) => sentence::of(language, error),
            Failure::Sentence(sentence) => sentence.clone(),
            Failure::Message(key, args) => {
                let args: Vec<(&str, Arg<'_>)> =
                    args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
                text(language, key, &args)
            }
        }
    }
}
