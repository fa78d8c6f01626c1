//! `couloir share`, `send`, `receive` and `conflicts`: one workshop on several laptops, by file.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::Library;
use couloir_core::replica::Received;
use couloir_core::workshop::WorkshopId;
use couloir_documents::archive;
use couloir_messages::{Language, text};

use super::Failure;
use super::answer::print_json;
use crate::shell::{laptop, proving};
use crate::worker::conflict;

/// Shares a workshop, or no longer (`--stop`), or from a new start (`--anew`).
pub fn share(
    language: Language,
    id: &WorkshopId,
    args: &ArgMatches,
    library: &mut Library,
) -> Result<ExitCode, Failure> {
    let key = if args.get_flag("stop") {
        library.workshop_unshare(id)?;
        "cli-share-stopped"
    } else if args.get_flag("anew") {
        library.workshop_share_anew(id, &laptop::name())?;
        "cli-share-anew-done"
    } else {
        library.workshop_share(id, &laptop::name())?;
        "cli-share-done"
    };
    eprintln!("{}", text(language, key, &[]));
    Ok(ExitCode::SUCCESS)
}

/// Writes a shared workshop to a file that another laptop receives.
pub fn send(
    language: Language,
    id: &WorkshopId,
    args: &ArgMatches,
    library: &mut Library,
) -> Result<ExitCode, Failure> {
    let path = args.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    super::ending::check("archive", &path)?;
    let document = library.workshop_document(id, &laptop::name())?;
    let sentence = |error: couloir_documents::Error| Failure::Sentence(error.message(language));
    let bytes = archive::write_shared(&library.contents(id)?, &document).map_err(sentence)?;
    let bytes = if args.get_flag("passphrase") { super::passphrase::seal(language, &bytes)? } else { bytes };
    couloir_documents::save(&path, &bytes).map_err(sentence)?;
    Ok(ExitCode::SUCCESS)
}

/// Merges what a file brings, or makes its workshop.
pub fn receive(language: Language, args: &ArgMatches, library: &mut Library) -> Result<ExitCode, Failure> {
    let path = args.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let (_, bytes) = super::passphrase::load(language, &path)?;
    let sentence = |error: couloir_documents::Error| Failure::Sentence(error.message(language));
    // A zip that was cut is damaged; anything else is another kind of file.
    let document = if bytes.starts_with(b"PK") { archive::document(&bytes).map_err(sentence)? } else { None };
    let document = document.ok_or_else(|| Failure::Message("cli-receive-nothing", vec![]))?;
    proving::prove(&document).map_err(sentence)?;
    let received = library.workshop_receive(&document, &laptop::name())?.value;
    if args.get_flag("json") {
        print_json(&received)?;
    } else {
        eprintln!("{}", said(language, &received));
        say!("{}", received.workshop_id);
    }
    Ok(ExitCode::SUCCESS)
}

/// What receiving did, in words.
fn said(language: Language, received: &Received) -> String {
    let key = match received {
        Received { is_new: true, .. } => "receive-made",
        Received { changes: 0, .. } => "receive-nothing-new",
        _ => "receive-merged",
    };
    let args = [
        ("name", received.from.as_str().into()),
        ("changes", received.changes.into()),
        ("conflicts", received.conflicts.into()),
    ];
    text(language, key, &args)
}

/// What does not go together.
pub fn conflicts(language: Language, id: &WorkshopId, json: bool, library: &Library) -> Result<ExitCode, Failure> {
    library.contents(id)?;
    let conflicts = library.conflicts(id)?;
    if json {
        print_json(&conflicts)?;
        return Ok(ExitCode::SUCCESS);
    }
    if conflicts.is_empty() {
        say!("{}", text(language, "conflicts-none", &[]));
    }
    for found in conflicts {
        let found = conflict::in_words(language, found);
        say!("{}", conflict::sentence(language, &found));
        for value in &found.values {
            let mark = if value.is_shown { "*" } else { " " };
            say!("  {mark} {}  ({})", value.text, value.author);
        }
    }
    Ok(ExitCode::SUCCESS)
}
