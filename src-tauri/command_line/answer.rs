//! Answers to the commands.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::meeting::MeetingId;
use couloir_core::workshop::{NewWorkshop, Size, Template, WorkshopId};
use couloir_core::{Library, workshop};
use couloir_documents::{Document, Format, Request};
use couloir_messages::{Language, text};

use super::Failure;
use super::exchange::FORMATS;
use crate::shell::clock;
use crate::worker::language;
use crate::worker::moments::Moments;

/// Does what a command asks and prints its answer.
pub fn answer(language: Language, name: &str, args: &ArgMatches, library: &mut Library) -> Result<ExitCode, Failure> {
    match name {
        "new" => new(language, args, library),
        "templates" => super::templates::templates(language, args, library),
        "template" => super::templates::template(language, args, library),
        "list" => list(language, args, library),
        "show" => show(language, args, library),
        "export" => export(language, args, library),
        "findings" => super::findings::findings(language, &id(args), args.get_flag("json"), library),
        "prepare" => super::prepare::prepare(language, &id(args), args, library),
        "contracts" => super::contracts::contracts(language, &id(args), args.get_flag("json"), library),
        "rounds" => super::contracts::rounds(language, &id(args), args.get_flag("json"), library),
        "search" => super::search::search(language, args, library),
        "generate" => generate(args, library),
        "import" => super::exchange::import(language, args, library),
        "share" => super::sharing::share(language, &id(args), args, library),
        "send" => super::sharing::send(language, &id(args), args, library),
        "receive" => super::sharing::receive(language, args, library),
        "conflicts" => super::sharing::conflicts(language, &id(args), args.get_flag("json"), library),
        "check" => check(language, args.get_flag("deep"), library),
        _ => Ok(ExitCode::from(2)),
    }
}

/// Makes workshops to measure and to test with; the grammar keeps it out of the help.
fn generate(args: &ArgMatches, library: &mut Library) -> Result<ExitCode, Failure> {
    let count = |name: &str| args.get_one::<u32>(name).copied().map_or(0, |count| count as usize);
    let seed = args.get_one::<u64>("seed").copied().unwrap_or_default();
    let size = Size { tasks: count("tasks"), roles: count("roles"), workshops: count("workshops"), seed };
    for id in library.generate(size)? {
        say!("{id}");
    }
    Ok(ExitCode::SUCCESS)
}

/// An argument as text.
pub(super) fn given<'a>(args: &'a ArgMatches, name: &str) -> Option<&'a str> {
    args.get_one::<String>(name).map(String::as_str)
}

/// The language named by `--language`, or `otherwise`.
pub(super) fn chosen_language(args: &ArgMatches, otherwise: Language) -> Result<Language, Failure> {
    match given(args, "language") {
        None => Ok(otherwise),
        Some(tag) => Language::from_tag(tag)
            .ok_or_else(|| Failure::Message("cli-unknown-language", vec![("language", tag.to_owned())])),
    }
}

fn new(language: Language, args: &ArgMatches, library: &mut Library) -> Result<ExitCode, Failure> {
    let spoken = language::to_workshop(chosen_language(args, language)?);
    let mut new =
        NewWorkshop { title: given(args, "title").map(str::to_owned), language: spoken, time_zone: clock::time_zone() };
    let id = match given(args, "template") {
        None => library.workshop_create(&new)?.value,
        Some(name) => match Template::from_id(name) {
            Some(template) => library.workshop_from_template(template, &new)?.value,
            None => {
                let own = super::templates::own(library, name)?;
                // It is written in one language.
                new.language = own.language;
                library.workshop_from_own_template(&own.id, &new)?.value
            }
        },
    };
    say!("{id}");
    Ok(ExitCode::SUCCESS)
}

fn list(language: Language, args: &ArgMatches, library: &Library) -> Result<ExitCode, Failure> {
    let workshops = library.workshops()?;
    if args.get_flag("json") {
        print_json(&workshops)?;
    } else if workshops.is_empty() {
        say!("{}", text(language, "cli-list-empty", &[]));
    } else {
        for workshop in workshops {
            say!("{}  {}  {}", workshop.id, workshop.language.tag(), workshop.title);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn show(language: Language, args: &ArgMatches, library: &Library) -> Result<ExitCode, Failure> {
    let contents = library.contents(&id(args))?;
    if args.get_flag("json") {
        print_json(&workshop::archive(&contents)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    say!("{}", contents.workshop.title);
    for role in &contents.roles {
        let tasks = contents.tasks.iter().filter(|task| task.role_id.as_ref() == Some(&role.id)).count();
        let line =
            [("letter", role.letter.as_str().into()), ("name", role.name.as_str().into()), ("tasks", tasks.into())];
        say!("{}", text(language, "cli-show-role", &line));
    }
    let unassigned = contents.tasks.iter().filter(|task| task.role_id.is_none()).count();
    say!("{}", text(language, "cli-show-unassigned", &[("tasks", unassigned.into())]));
    for meeting in &contents.meetings {
        say!("{}  {}", meeting.id, meeting.title);
    }
    Ok(ExitCode::SUCCESS)
}

fn export(language: Language, args: &ArgMatches, library: &Library) -> Result<ExitCode, Failure> {
    let code = given(args, "document").unwrap_or_default();
    let contents = library.contents(&id(args))?;
    let path = args.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    super::ending::check(code, &path)?;
    if args.get_flag("passphrase") && code != "archive" {
        return Err(Failure::Message("cli-passphrase-archive", vec![]));
    }
    let made = if FORMATS.contains(&code) {
        super::exchange::data(&contents, code, args, &path, library)?
    } else {
        let document = Document::from_code(code).map_err(|_| {
            Failure::Message("cli-unknown-document", vec![("document", code.to_owned()), ("documents", exports(", "))])
        })?;
        let spoken = chosen_language(args, language::of_workshop(contents.workshop.language))?;
        let today = library.now().day_in(&contents.workshop.time_zone);
        let mut request = Request::new(document, language::to_workshop(spoken), today);
        request.meeting_id = given(args, "meeting").map(MeetingId::from);
        if document == Document::Forms && super::forms::is_set(&path) {
            return super::forms::export(language, &contents, request.language, today, &path);
        }
        let moments = Moments::read(library, &contents.workshop.id, &request, None)?;
        let page = args.get_one::<usize>("page").copied().unwrap_or(1).saturating_sub(1);
        // The ending decides; a name without one that is known gets the document as it prints.
        let made = moments.make(&request, Format::of_name(&path).unwrap_or(Format::Pdf), page)?;
        if !made.unprintable.is_empty() {
            eprintln!("{}", text(language, "cli-unprintable", &[("characters", made.unprintable.as_str().into())]));
        }
        made.bytes
    };
    let made = if args.get_flag("passphrase") { super::passphrase::seal(language, &made)? } else { made };
    couloir_documents::save(&path, &made)?;
    say!("{}", text(language, "cli-exported", &[("path", path.display().to_string().into())]));
    Ok(ExitCode::SUCCESS)
}

/// Writes the guide; no library is needed.
pub fn guide(language: Language, args: &ArgMatches) -> Result<ExitCode, Failure> {
    let path = args.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    super::ending::check("guide", &path)?;
    let spoken = language::to_workshop(chosen_language(args, language)?);
    couloir_documents::save(&path, &couloir_documents::guide(spoken)?.bytes)?;
    say!("{}", text(language, "cli-exported", &[("path", path.display().to_string().into())]));
    Ok(ExitCode::SUCCESS)
}

/// Everything that can be exported, with something between.
pub(super) fn exports(between: &str) -> String {
    Document::ALL.iter().map(|document| document.code()).chain(FORMATS).collect::<Vec<_>>().join(between)
}

fn check(language: Language, is_deep: bool, library: &Library) -> Result<ExitCode, Failure> {
    let faults = if is_deep { library.check_deep()? } else { library.check()? };
    if faults.is_empty() {
        let workshops = library.workshops()?.len();
        say!("{}", text(language, "cli-check-sound", &[("workshops", workshops.into())]));
        return Ok(ExitCode::SUCCESS);
    }
    say!("{}", text(language, "cli-check-faults", &[("count", faults.len().into())]));
    for fault in faults {
        say!("  {fault}");
    }
    Ok(ExitCode::FAILURE)
}

fn id(args: &ArgMatches) -> WorkshopId {
    WorkshopId(given(args, "id").unwrap_or_default().to_owned())
}

pub(super) fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    say!("{}", serde_json::to_string_pretty(value).map_err(couloir_core::Error::from)?);
    Ok(())
}
