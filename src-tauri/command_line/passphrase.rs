//! Passphrases on the command line: typed without showing, or the first line of what is piped in. Never an argument,
//! which every other program could read.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use couloir_documents::{import, sealed};
use couloir_messages::{Language, text};

use super::Failure;

/// Reads a file, asking for its passphrase when it is sealed, and gives the name of what is within.
pub fn load(language: Language, path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let sentence = |error: couloir_documents::Error| Failure::Sentence(error.message(language));
    let bytes = import::load(path).map_err(sentence)?;
    if !sealed::is_sealed(&bytes) {
        return Ok((name, bytes));
    }
    let opened = sealed::open(&bytes, &asked(language, "cli-passphrase-ask")?).map_err(sentence)?;
    Ok((sealed::name_within(&name).to_owned(), opened))
}

/// Opens a sealed file of any size into a new one, asking for its passphrase.
pub fn open_file(language: Language, path: &Path, to: &Path) -> Result<(), Failure> {
    let passphrase = asked(language, "cli-passphrase-ask")?;
    sealed::open_file(path, &passphrase, to).map_err(|error| Failure::Sentence(error.message(language)))
}

/// Seals bytes with a passphrase that is asked for; twice where somebody types it, so that a slip locks nobody out.
pub fn seal(language: Language, bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let passphrase = asked(language, "cli-passphrase-new")?;
    if io::stdin().is_terminal() && asked(language, "cli-passphrase-again")? != passphrase {
        return Err(Failure::Message("cli-passphrase-differs", vec![]));
    }
    sealed::seal(bytes, &passphrase).map_err(|error| Failure::Sentence(error.message(language)))
}

fn asked(language: Language, key: &str) -> Result<String, Failure> {
    let read = if io::stdin().is_terminal() {
        rpassword::prompt_password(text(language, key, &[]))
    } else {
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line).map(|_| line)
    };
    match read {
        Ok(line) if !line.trim().is_empty() => Ok(line.trim_end_matches(['\r', '\n']).to_owned()),
        _ => Err(Failure::Message("cli-passphrase-none", vec![])),
    }
}
