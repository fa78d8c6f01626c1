//! The files of `tests/cases`: each gives what the table beside them says. `cargo xtask cases` prints how many do.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fmt::Write as _;
use std::path::PathBuf;

use couloir_core::workshop::NewWorkshop;
use couloir_core::{Library, Millis};

use super::*;

/// The cases of the repository, or another folder with files and a table of what is right.
fn folder() -> PathBuf {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases");
    std::env::var_os("COULOIR_CASES").map_or_else(|| PathBuf::from(own), PathBuf::from)
}

/// A file with what it should give.
struct Case {
    name: String,
    /// Known not to be right yet.
    is_open: bool,
    wanted: Vec<String>,
}

fn cases() -> Vec<Case> {
    let table = std::fs::read_to_string(folder().join("right.txt")).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        match line.strip_prefix("  ") {
            None => cases.push(Case { name: line.trim().to_owned(), is_open: false, wanted: Vec::new() }),
            Some("open") => cases.last_mut().unwrap().is_open = true,
            Some(wanted) => cases.last_mut().unwrap().wanted.push(wanted.to_owned()),
        }
    }
    cases
}

/// What is wrong with a case; nothing when it is right.
fn wrong(case: &Case) -> Vec<String> {
    let bytes = std::fs::read(folder().join(&case.name)).unwrap();
    let read = read(&bytes, &case.name, None);
    let refusal = case.wanted.iter().find_map(|wanted| wanted.strip_prefix("refused "));
    let import = match (read, refusal) {
        (Err(error), Some(code)) if error.code() == code => return Vec::new(),
        (Err(error), _) => return vec![format!("refused: {}", error.code())],
        (Ok(_), Some(code)) => return vec![format!("not refused as {code}")],
        (Ok(import), None) => import,
    };
    let plan = import.plan().unwrap();
    let mut library = Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).unwrap();
    let new = NewWorkshop {
        title: None,
        language: plan.language.unwrap_or(couloir_core::workshop::Language::En),
        time_zone: "Europe/Paris".to_owned(),
    };
    let mut wrong = Vec::new();
    if let Err(error) = library.workshop_from_archive(import.archive(), &new, |_, _| Ok(())) {
        wrong.push(format!("not taken over: {error}"));
    }
    wrong.extend(case.wanted.iter().filter_map(|wanted| unlike(plan, wanted)));
    wrong
}

/// Why a plan is not as a line says.
fn unlike(plan: &ImportPlan, wanted: &str) -> Option<String> {
    let (first, rest) = wanted.split_once(' ').unwrap_or((wanted, ""));
    let taken = || plan.entries.iter().filter(|entry| entry.is_taken);
    let differs = |found: String| (found != rest).then(|| format!("{wanted}; found {found}"));
    if wanted == "nothing" {
        return taken().next().map(|entry| format!("something: {}", entry.text));
    }
    if first == "language:" {
        return differs(plan.language.map_or("none", couloir_core::workshop::Language::tag).to_owned());
    }
    if let Some(kind) = first.strip_suffix(':').and_then(kind) {
        let found: Vec<&str> = taken().filter(|entry| entry.kind == kind).map(|entry| entry.text.as_str()).collect();
        return differs(if found.is_empty() { "none".to_owned() } else { found.join(" | ") });
    }
    let (subject, facts) = rest.split_once(": ").unwrap_or((rest, ""));
    match first {
        "count" => {
            let count = taken().filter(|entry| Some(entry.kind) == kind(subject)).count();
            (count.to_string() != facts).then(|| format!("{wanted}; found {count}"))
        }
        "says" => {
            let (code, text) = rest.split_once(' ').unwrap_or((rest, ""));
            let said =
                plan.warnings.iter().any(|warning| warning.kind.code() == code && warning.subject.contains(text));
            (!said).then(|| format!("does not say {rest}"))
        }
        "left" => {
            let (code, name) = rest.split_once(' ').unwrap_or((rest, ""));
            let is_left = plan.left.iter().any(|left| left.kind.code() == code && left.name == name);
            (!is_left)
                .then(|| format!("not left: {rest}; left: {:?}", plan.left.iter().map(|l| &l.name).collect::<Vec<_>>()))
        }
        "detail" => {
            let found = taken().find(|entry| entry.text == subject).map(|entry| entry.detail.clone())?;
            (found != facts).then(|| format!("{wanted}; found {found}"))
        }
        "task" | "role" | "person" => {
            let kind = kind(&format!("{first}s").replace("persons", "people"));
            let Some(entry) = taken().find(|entry| Some(entry.kind) == kind && entry.text == subject) else {
                return Some(format!("no {first} {subject}"));
            };
            let found = facts_of(plan, entry);
            let missing: Vec<&str> = facts.split(" | ").filter(|fact| !found.iter().any(|f| f == fact)).collect();
            // Every part is said, or the case does not hold.
            let parts = |facts: &[&str]| {
                facts.iter().filter(|f| ["A ", "R ", "C ", "I "].iter().any(|p| f.starts_with(p))).count()
            };
            let said: Vec<&str> = facts.split(" | ").collect();
            let all: Vec<&str> = found.iter().map(String::as_str).collect();
            let is_more = first == "task" && parts(&said) > 0 && parts(&said) != parts(&all);
            (!missing.is_empty() || is_more).then(|| format!("{wanted}; found {}", found.join(" | ")))
        }
        _ => Some(format!("what does this line say? {wanted}")),
    }
}

fn kind(name: &str) -> Option<EntryKind> {
    let kinds = [
        ("roles", EntryKind::Role),
        ("tasks", EntryKind::Task),
        ("steps", EntryKind::Step),
        ("people", EntryKind::Person),
        ("skills", EntryKind::Skill),
        ("responsibilities", EntryKind::Responsibility),
        ("resources", EntryKind::Resource),
        ("notes", EntryKind::Note),
        ("meetings", EntryKind::Meeting),
        ("agenda", EntryKind::AgendaItem),
        ("needs", EntryKind::Need),
        ("offers", EntryKind::Offer),
    ];
    kinds.into_iter().find(|(known, _)| *known == name).map(|(_, kind)| kind)
}

fn facts_of(plan: &ImportPlan, entry: &Entry) -> Vec<String> {
    let name = |key: &str| plan.entries.iter().find(|entry| entry.key == key).map_or("?", |entry| entry.text.as_str());
    let more = |column: &str| entry.more.iter().find(|more| more.name == column).map(|more| more.value.clone());
    let mut facts = Vec::new();
    match entry.kind {
        EntryKind::Task => {
            facts.push(format!("A {}", entry.role.as_deref().map_or("nobody", name)));
            for part in &entry.parts {
                let letter = match part.part.as_str() {
                    "consulted" => 'C',
                    "informed" => 'I',
                    _ => 'R',
                };
                facts.push(format!("{letter} {}", name(&part.role)));
            }
            facts.push(more("status").unwrap_or_else(|| "todo".to_owned()));
            facts.extend(entry.step.as_deref().map(|step| format!("step {}", name(step))));
            facts.extend(entry.tags.iter().map(|tag| format!("tag {tag}")));
        }
        EntryKind::Role => {
            facts.push(format!("mandate {}", entry.detail));
            facts.extend(more("letter").map(|letter| format!("letter {letter}")));
            for other in plan.entries.iter().filter(|other| other.role.as_ref() == Some(&entry.key)) {
                match other.kind {
                    EntryKind::Responsibility => facts.push(format!("duty {}", other.text)),
                    EntryKind::Skill => facts.push(format!("skill {}", other.text)),
                    _ => {}
                }
            }
        }
        _ => {
            facts.extend(more("email"));
            facts.extend(entry.parts.iter().map(|part| format!("holds {}", name(&part.role))));
        }
    }
    facts
}

#[test]
fn every_case_is_read_right() {
    let cases = cases();
    let (mut right, mut report, mut regressions) = (0, String::new(), String::new());
    for case in &cases {
        let wrong = wrong(case);
        if wrong.is_empty() {
            right += 1;
            if case.is_open {
                let _ = writeln!(report, "{}: right now, take \"open\" away", case.name);
            }
            continue;
        }
        let into = if case.is_open { &mut report } else { &mut regressions };
        let _ = writeln!(into, "{}:\n    {}", case.name, wrong.join("\n    "));
    }
    println!("{report}{regressions}{right} of {} cases are read right", cases.len());
    assert!(regressions.is_empty(), "{regressions}");
    // Every file has its line, and every line its file.
    let files = std::fs::read_dir(folder()).unwrap().filter(|file| file.as_ref().unwrap().file_name() != "right.txt");
    assert_eq!(files.count(), cases.len());
}
