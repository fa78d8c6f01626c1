//! Data out and in: tables, calendars and archives to files; archives, tables and Markdown from files.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::meeting::MeetingId;
use couloir_core::series::SeriesId;
use couloir_core::workshop::{NewWorkshop, WorkshopId};
use couloir_core::{Contents, Library};
use couloir_documents::Error;
use couloir_documents::data::{self, DataRequest};
use couloir_documents::import::{self, Import, KindCount, Left, MEMORY, Memory, Warning};
use couloir_messages::{Language, text};

use super::Failure;
use super::answer::{given, print_json};
use crate::shell::clock;
use crate::worker::language::{self, to_workshop};

/// Names of the data formats, beside the documents.
pub const FORMATS: [&str; 6] = ["xlsx", "csv", "markdown", "ics", "invitation", "archive"];

/// A workshop in one of [`FORMATS`]. A CSV file holds the tasks; a `.zip` holds every table.
pub fn data(
    contents: &Contents,
    format: &str,
    args: &ArgMatches,
    path: &Path,
    library: &Library,
) -> Result<Vec<u8>, Failure> {
    let is_zip = has_ending(path, "zip");
    let request = match format {
        "xlsx" => DataRequest::Xlsx { includes_private: false },
        "csv" if is_zip => DataRequest::CsvAll { includes_private: false },
        "csv" => DataRequest::Csv { includes_private: false },
        "markdown" => DataRequest::Markdown { includes_private: false },
        "ics" if args.contains_id("series") => DataRequest::Series { series_id: series(contents, args)? },
        "invitation" if !has_ending(path, "ics") => DataRequest::Invitation { meeting_id: meeting(contents, args)? },
        "ics" | "invitation" => DataRequest::Meeting { meeting_id: meeting(contents, args)? },
        _ => DataRequest::Archive,
    };
    let spoken = language::of_workshop(contents.workshop.language);
    data::data(contents, &request, library.now()).map_err(|error| Failure::Sentence(error.message(spoken)))
}

fn has_ending(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted))
}

/// The series named by `--series`, by its id or its title; without a name the only one there is.
fn series(contents: &Contents, args: &ArgMatches) -> Result<SeriesId, Failure> {
    let named = given(args, "series").unwrap_or_default();
    let found = match (named, contents.series.as_slice()) {
        ("", [only]) => Some(only),
        (named, all) => all.iter().find(|series| series.id.as_str() == named || series.title == named),
    };
    found.map(|series| series.id.clone()).ok_or_else(|| {
        let lines: Vec<String> = contents.series.iter().map(|one| format!("{}  {}", one.id, one.title)).collect();
        match lines.is_empty() {
            true => Failure::Message("cli-no-series", vec![]),
            false => Failure::Message("cli-which-series", vec![("series", lines.join("\n"))]),
        }
    })
}

/// The meeting named by `--meeting`, or the next one.
fn meeting(contents: &Contents, args: &ArgMatches) -> Result<MeetingId, Failure> {
    let named = given(args, "meeting").map(MeetingId::from);
    named.or_else(|| data::next_meeting(contents)).ok_or_else(|| Failure::Message("cli-no-meeting", vec![]))
}

/// `couloir import FILE [--into ID] [--update] [--dry-run] [--json]`: says what is taken and what is left, and adds it
/// as one step. A file in which nothing is recognised is not imported; one of which most is left says so and ends with
/// [`MOSTLY_LEFT`].
pub fn import(language: Language, args: &ArgMatches, library: &mut Library) -> Result<ExitCode, Failure> {
    let paths: Vec<PathBuf> = args.get_many::<PathBuf>("file").into_iter().flatten().cloned().collect();
    if let Some(code) = super::forms::import(language, &paths, args, library)? {
        return Ok(code);
    }
    let [path] = paths.as_slice() else { return Err(Failure::Message("cli-import-one", vec![])) };
    let sentence = |error: Error| Failure::Sentence(error.message(language));
    let (name, bytes) = super::passphrase::load(language, path)?;
    let into = given(args, "into").map(WorkshopId::from);
    let open = into.as_ref().map(|id| library.contents(id)).transpose()?;
    let memory = Memory::of(library.setting(MEMORY)?.as_deref());
    let found = import::read(&bytes, &name, open.as_ref()).and_then(|found| found.remembered(&memory, open.as_ref()));
    let (mut found, is_remembered) = found.map_err(sentence)?;
    if let Import::Read(_, plan) = &mut found {
        let own = to_workshop(language);
        plan.language = plan.language.or(Some(own));
        if args.get_flag("update") {
            plan.take_changes();
        }
    }
    let is_json = args.get_flag("json");
    if !is_json {
        report(language, &found);
        if is_remembered {
            eprintln!("{}", text(language, "cli-import-remembered", &[]));
        }
    }
    let (taken, left) = found.plan().map_or((1, 0), import::ImportPlan::share);
    let mut answer = Answer::of(language, &found);
    if taken == 0 {
        if is_json {
            answer.say()?;
        }
        return Err(Failure::Message("cli-import-nothing", vec![]));
    }
    let ends = || if left > taken { ExitCode::from(MOSTLY_LEFT) } else { ExitCode::SUCCESS };
    if left > taken {
        let args = [("taken", taken.into()), ("left", left.into())];
        eprintln!("{}", text(language, "cli-import-left-most", &args));
    }
    if args.get_flag("dry-run") {
        if is_json {
            answer.say()?;
        } else {
            say!("{}", text(language, "cli-import-dry", &[]));
        }
        return Ok(ends());
    }
    let id = match into {
        Some(id) => {
            let rows = library.workshop_import_next(&id, found.archive(), found.updates())?.value;
            answer.rows = rows;
            eprintln!("{}", text(language, "cli-imported", &[("rows", rows.into())]));
            id
        }
        None => {
            let spoken = match found.plan() {
                Some(plan) => plan.language.unwrap_or_else(|| to_workshop(language)),
                None => archived_language(&found),
            };
            let new = NewWorkshop { title: None, language: spoken, time_zone: clock::time_zone() };
            library.workshop_from_archive(found.archive(), &new, |_, _| Ok(()))?.value
        }
    };
    if is_json {
        answer.id = Some(id);
        answer.say()?;
    } else {
        say!("{id}");
    }
    Ok(ends())
}

/// The program ends with this where most of a file was left.
const MOSTLY_LEFT: u8 = 3;

/// What `couloir import --json` says.
#[derive(serde::Serialize)]
struct Answer {
    /// The workshop; none when nothing was imported.
    id: Option<WorkshopId>,
    /// Rows added to or changed in a workshop that was there.
    rows: u32,
    counts: Vec<KindCount>,
    left: Vec<Said<Left>>,
    remarks: Vec<Said<Warning>>,
}

/// Something with its sentence.
#[derive(serde::Serialize)]
struct Said<T> {
    #[serde(flatten)]
    what: T,
    message: String,
}

impl Answer {
    fn of(language: Language, found: &Import) -> Self {
        let plan = found.plan();
        let left = plan.map(|plan| plan.left.clone()).unwrap_or_default();
        let remarks = plan.map(|plan| plan.warnings.clone()).unwrap_or_default();
        Self {
            id: None,
            rows: 0,
            counts: plan.map(import::ImportPlan::counts).unwrap_or_default(),
            left: left.into_iter().map(|what| Said { message: what.message(language), what }).collect(),
            remarks: remarks.into_iter().map(|what| Said { message: what.message(language), what }).collect(),
        }
    }

    fn say(&self) -> Result<(), Failure> {
        print_json(self)
    }
}

/// The language that an archive says it is in.
fn archived_language(found: &Import) -> couloir_core::workshop::Language {
    let archive = found.archive();
    let tag = archive.get("workshop").and_then(|workshop| workshop.get("language")).and_then(|tag| tag.as_str());
    to_workshop(tag.and_then(Language::from_tag).unwrap_or(Language::English))
}

/// What was found, on the side of the answer so that the id alone can be read by another program.
fn report(language: Language, found: &Import) {
    match found {
        Import::Archive(_, differences) => {
            for difference in differences.iter().filter(|difference| difference.added + difference.changed > 0) {
                let args = [
                    ("list", difference.list.as_str().into()),
                    ("added", difference.added.into()),
                    ("changed", difference.changed.into()),
                ];
                eprintln!("{}", text(language, "cli-import-difference", &args));
            }
        }
        Import::Read(_, plan) => {
            for count in plan.counts() {
                let kind = text(language, &format!("import-kind-{}", kind_code(&count.kind)), &[]);
                let args = [
                    ("kind", kind.into()),
                    ("taken", count.taken.into()),
                    ("left", count.left.into()),
                    ("twins", count.twins.into()),
                    ("changed", count.changed.into()),
                ];
                eprintln!("{}", text(language, "cli-import-count", &args));
            }
            for warning in &plan.warnings {
                eprintln!("{}", warning.message(language));
            }
            for left in &plan.left {
                eprintln!("{}", left.message(language));
            }
        }
    }
}

/// The name of a kind as it is on the wire, for its message.
fn kind_code(kind: &impl serde::Serialize) -> String {
    serde_json::to_value(kind)
        .ok()
        .and_then(|value| value.as_str().map(|code| code.replace('_', "-")))
        .unwrap_or_default()
}
