//! `couloir search WORDS`: what is written where.

use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::Library;
use couloir_core::search::Hit;
use couloir_core::workshop::WorkshopId;
use couloir_messages::{Language, text};

use super::Failure;
use super::answer::{given, print_json};

/// Prints the texts that hold every word, a line each: workshop, kind, title, and the words around.
pub fn search(language: Language, args: &ArgMatches, library: &Library) -> Result<ExitCode, Failure> {
    let words: Vec<&str> = args.get_many::<String>("words").unwrap_or_default().map(String::as_str).collect();
    let within = given(args, "workshop").map(WorkshopId::from);
    let limit = args.get_one::<u32>("limit").copied().unwrap_or(50);
    let found = library.search(&words.join(" "), within.as_ref(), limit)?;
    if args.get_flag("json") {
        print_json(&found)?;
        return Ok(ExitCode::SUCCESS);
    }
    for hit in &found.hits {
        say!("{}", line(language, hit));
    }
    let shown = found.hits.len();
    say!("{}", text(language, "cli-search-count", &[("shown", shown.into()), ("count", found.total.into())]));
    Ok(ExitCode::SUCCESS)
}

fn line(language: Language, hit: &Hit) -> String {
    let kind = text(language, &format!("kind-{}", hit.table.replace('_', "-")), &[]);
    let excerpt: String = hit.excerpt.iter().map(|piece| piece.text.as_str()).collect();
    let mut parts = vec![hit.workshop.clone(), kind];
    if !hit.place.is_empty() {
        parts.push(hit.place.clone());
    }
    if !excerpt.starts_with(&hit.title) && hit.table != "workshop" {
        parts.push(hit.title.clone());
    }
    parts.push(excerpt);
    if hit.is_private {
        parts.push(text(language, "search-private", &[]));
    }
    parts.join(" · ")
}
