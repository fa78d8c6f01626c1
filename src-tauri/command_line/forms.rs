//! Forms out to a folder or a zip, and filled ones in.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::workshop::{Language as Spoken, WorkshopId};
use couloir_core::{Contents, Day, Library};
use couloir_documents::forms::{self, FormReport, FormState};
use couloir_documents::import;
use couloir_messages::{Arg, Language, text};

use super::Failure;
use super::answer::given;

/// Whether a name asks for the set of forms, and not for their pages: a folder or a zip.
pub fn is_set(path: &Path) -> bool {
    path.extension().is_none_or(|ending| ending.eq_ignore_ascii_case("zip")) || path.is_dir()
}

/// `couloir export ID forms FOLDER|FILE.zip`: a workbook and a printed sheet for each role.
pub fn export(
    language: Language,
    contents: &Contents,
    spoken: Spoken,
    today: Day,
    path: &Path,
) -> Result<ExitCode, Failure> {
    let files = forms::set(contents, spoken, today)?;
    let is_zip = path.extension().is_some() && !path.is_dir();
    if is_zip {
        couloir_documents::save(path, &forms::packed(&files)?)?;
    } else {
        if !path.exists() {
            // One level: a folder whose own folder is missing is a mistake in the name, which saving says.
            let _ = std::fs::create_dir(path);
        }
        for file in &files {
            couloir_documents::save(&path.join(&file.name), &file.bytes)?;
        }
    }
    let mut letters: Vec<char> = files.iter().flat_map(|file| file.unprintable.chars()).collect();
    letters.sort_unstable();
    letters.dedup();
    if !letters.is_empty() {
        let letters: String = letters.into_iter().collect();
        eprintln!("{}", text(language, "cli-unprintable", &[("characters", letters.into())]));
    }
    let args = [("count", contents.roles.len().into()), ("folder", path.display().to_string().into())];
    say!("{}", text(language, "form-saved", &args));
    Ok(ExitCode::SUCCESS)
}

/// `couloir import FORM… [--into ID] [--dry-run]`: answers of filled forms, as one step of their workshop. `None` when
/// the files are no forms.
pub fn import(
    language: Language,
    paths: &[PathBuf],
    args: &ArgMatches,
    library: &mut Library,
) -> Result<Option<ExitCode>, Failure> {
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        files.push((name, import::load(path)));
    }
    let is_form = |(_, bytes): &(String, Result<Vec<u8>, _>)| bytes.as_ref().is_ok_and(|bytes| forms::is_form(bytes));
    if !files.iter().any(is_form) {
        return Ok(None);
    }
    let read: Vec<_> =
        files.into_iter().map(|(name, bytes)| (name, bytes.and_then(|bytes| forms::read(&bytes)))).collect();
    // A form knows its workshop.
    let own = read.iter().find_map(|(_, form)| form.as_ref().ok().map(|form| form.workshop_id.clone()));
    let Some(id) = given(args, "into").map(WorkshopId::from).or(own) else { return Ok(None) };
    let contents = library.contents(&id)?;
    let gathered = forms::gather(&contents, &read, |error| error.message(language))
        .map_err(|error| Failure::Sentence(error.message(language)))?;
    for report in &gathered.reports {
        for line in lines(language, report) {
            eprintln!("{line}");
        }
    }
    if args.get_flag("dry-run") {
        say!("{}", text(language, "cli-import-dry", &[]));
        return Ok(Some(ExitCode::SUCCESS));
    }
    let count = gathered.count();
    if count > 0 {
        library.workshop_import(&id, gathered.archive)?;
    }
    eprintln!("{}", text(language, "form-taken", &[("count", count.into())]));
    let is_left = |report: &FormReport| {
        matches!(report.state, FormState::OtherWorkshop | FormState::RoleGone | FormState::Unreadable)
    };
    say!("{id}");
    Ok(Some(if gathered.reports.iter().all(is_left) { ExitCode::FAILURE } else { ExitCode::SUCCESS }))
}

/// What became of a form: its state, then what is to be known, a line each.
fn lines(language: Language, report: &FormReport) -> Vec<String> {
    let say = |key: &str, args: &[(&str, Arg<'_>)]| text(language, &format!("form-{key}"), args);
    let state = match report.state {
        FormState::Taken => say(
            "state-taken",
            &[("slips", report.slips.into()), ("needs", report.needs.into()), ("offers", report.offers.into())],
        ),
        FormState::Known => say("state-known", &[]),
        FormState::Blank => say("state-blank", &[]),
        FormState::OtherWorkshop => say("state-other-workshop", &[]),
        FormState::RoleGone => say("state-role-gone", &[]),
        FormState::Unreadable => say("state-unreadable", &[]),
    };
    let head = if report.role.is_empty() { report.file.clone() } else { format!("{} ({})", report.file, report.role) };
    let mut lines = vec![text(language, "calendar-line", &[("title", head.into()), ("text", state.into())])];
    let mut remark = |line: String| lines.push(format!("  {line}"));
    if report.is_second {
        remark(say("remark-second", &[]));
    }
    if report.same > 0 && report.state == FormState::Taken {
        remark(say("remark-same", &[("count", report.same.into())]));
    }
    let rows = |rows: &[u32]| rows.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    for (key, found) in [("remark-added", &report.added_rows), ("remark-too-long", &report.too_long)] {
        if !found.is_empty() {
            remark(say(key, &[("count", found.len().into()), ("rows", rows(found).into())]));
        }
    }
    if !report.gone.is_empty() {
        remark(say("remark-gone", &[("questions", report.gone.join(" · ").into())]));
    }
    if !report.left.is_empty() {
        remark(say("remark-left", &[("cells", report.left.join(", ").into())]));
    }
    if !report.reason.is_empty() {
        remark(report.reason.clone());
    }
    lines
}
