//! Copies on the command line: made, listed, restored; what a damaged file still holds; erasing for ever.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::store::FILE_NAME;
use couloir_core::store::backup::{self, Backup, BackupContents, BackupPlace, Cause};
use couloir_core::store::restore::put_in_place;
use couloir_core::store::salvage;
use couloir_core::workshop::WorkshopId;
use couloir_core::{Error, Library, Millis};
use couloir_documents::sealed;
use couloir_messages::{Language, moment_long, text};
use serde::Serialize;
use tempfile::TempDir;

use super::Failure;
use super::answer::{given, print_json};
use crate::shell::{clock, viewer};

/// A copy in `backups --json`.
#[derive(Serialize)]
struct Listed {
    name: String,
    path: PathBuf,
    taken_at: Millis,
    cause: Cause,
    bytes: u64,
    /// `null` when the copy cannot be read.
    contents: Option<BackupContents>,
}

/// Copies the library to its place of copies, or to a file.
pub fn backup(language: Language, args: &ArgMatches, data: &Path) -> Result<ExitCode, Failure> {
    let library = super::open_to_read(data)?;
    let path = match args.get_one::<PathBuf>("file") {
        Some(file) if args.get_flag("passphrase") => {
            let place = private_place()?;
            let plain = place.path().join(FILE_NAME);
            library.save_copy(&plain)?;
            let sealed = super::passphrase::seal(language, &std::fs::read(&plain).map_err(Error::from)?)?;
            couloir_documents::save(file, &sealed)?;
            file.clone()
        }
        None if args.get_flag("passphrase") => return Err(Failure::Message("cli-passphrase-file", vec![])),
        Some(file) => {
            library.save_copy(file)?;
            file.clone()
        }
        None => {
            drop(library);
            backup::make_of(data, Cause::Manual, (clock::clock())())?.path
        }
    };
    say!("{}", text(language, "cli-backup-made", &[("path", path.display().to_string().into())]));
    Ok(ExitCode::SUCCESS)
}

/// Lists the copies, newest first; works whatever became of the library.
pub fn backups(language: Language, args: &ArgMatches, data: &Path) -> Result<ExitCode, Failure> {
    let found = BackupPlace::of(data).list();
    if args.get_flag("json") {
        print_json(&found.into_iter().map(listed).collect::<Vec<_>>())?;
    } else if found.is_empty() {
        say!("{}", text(language, "cli-backups-none", &[]));
    } else {
        for backup in found {
            let moment = moment_long(language, backup.taken_at.utc().with_timezone(&chrono::Local).naive_local());
            let cause = text(language, &format!("backup-cause-{}", backup.cause.code()), &[]);
            let held = match BackupContents::read(&backup.path) {
                Ok(contents) => text(language, "backup-workshops", &[("count", contents.workshops.len().into())]),
                Err(_) => text(language, "backup-unreadable", &[]),
            };
            say!("{}  {moment}  {cause}  {held}", backup.name);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn listed(backup: Backup) -> Listed {
    Listed {
        contents: BackupContents::read(&backup.path).ok(),
        name: backup.name,
        path: backup.path,
        taken_at: backup.taken_at,
        cause: backup.cause,
        bytes: backup.bytes,
    }
}

/// Restores a copy, whole or one workshop of it.
pub fn restore(language: Language, args: &ArgMatches, data: &Path) -> Result<ExitCode, Failure> {
    let wanted = given(args, "copy").unwrap_or_default();
    let path = Path::new(wanted);
    let file =
        if wanted != "latest" && path.is_file() { path.to_owned() } else { BackupPlace::of(data).find(wanted)?.path };
    // What a sealed copy holds goes with this value; any other copy needs no room beside it.
    let place = if sealed::is_sealed_file(&file) { Some(private_place()?) } else { None };
    let file = match &place {
        Some(place) => {
            let plain = place.path().join(FILE_NAME);
            super::passphrase::open_file(language, &file, &plain)?;
            plain
        }
        None => file,
    };
    let opened = Library::open(data, clock::clock());
    if let Some(id) = given(args, "workshop") {
        opened?.restore_workshop(&file, &WorkshopId::from(id))?;
        say!("{}", text(language, "cli-restored-workshop", &[("id", id.into())]));
        return Ok(ExitCode::SUCCESS);
    }
    match opened {
        Ok(mut library) => {
            let before = library.restore(&file)?;
            let name = before.map(|backup| backup.name).unwrap_or_default();
            say!("{}", text(language, "cli-restored", &[("name", name.into())]));
        }
        Err(Error::Unopened { .. } | Error::Damaged(_)) => {
            let kept = put_in_place(data, &file, (clock::clock())())?;
            let kept = kept.map(|path| path.display().to_string()).unwrap_or_default();
            say!("{}", text(language, "cli-restored-over", &[("kept", kept.into())]));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(ExitCode::SUCCESS)
}

/// A folder that only this user can read; a later run removes what one that was cut left there.
fn private_place() -> Result<TempDir, Failure> {
    Ok(viewer::passing_folder().map_err(Error::from)?)
}

/// Saves what can be read of a damaged file into a new one.
pub fn salvage(language: Language, args: &ArgMatches) -> Result<ExitCode, Failure> {
    let path = |name: &str| args.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let (from, to) = (path("database"), path("new"));
    if to.exists() {
        return Err(Failure::Message("cli-salvage-exists", vec![("path", to.display().to_string())]));
    }
    let saved = salvage::salvage(&from, &to)?;
    let args = [
        ("rows", saved.rows.into()),
        ("workshops", saved.workshops.into()),
        ("history", saved.from_history.into()),
        ("dropped", saved.dropped.into()),
        ("path", to.display().to_string().into()),
    ];
    say!("{}", text(language, "cli-salvaged", &args));
    Ok(ExitCode::SUCCESS)
}

/// Erases a workshop for ever; without `--yes` it only says what it would do.
pub fn erase(language: Language, args: &ArgMatches, data: &Path) -> Result<ExitCode, Failure> {
    let id = WorkshopId::from(given(args, "id").unwrap_or_default());
    let in_copies = args.get_flag("copies");
    if !args.get_flag("yes") {
        eprintln!("{}", text(language, "cli-erase-unsure", &[("id", id.as_str().into())]));
        return Ok(ExitCode::from(2));
    }
    let erased = Library::open(data, clock::clock())?.erase_workshop(&id, in_copies)?;
    say!("{}", text(language, "cli-erased", &[("id", id.as_str().into()), ("count", erased.copies.into())]));
    for path in &erased.left {
        eprintln!("{}", text(language, "cli-erase-left", &[("path", path.as_str().into())]));
    }
    Ok(if erased.left.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
