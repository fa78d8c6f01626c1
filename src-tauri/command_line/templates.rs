//! `couloir templates`: the built-in starts.

use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::workshop::{Template, TemplateOutline};
use couloir_messages::{Language, text};

use super::Failure;
use super::answer::{chosen_language, print_json};
use crate::worker::language;

/// Every name that `couloir new --template` takes.
pub fn names() -> String {
    Template::ALL.iter().map(|template| template.id()).collect::<Vec<_>>().join(", ")
}

/// Prints the starts: name, title, and what each holds.
pub fn templates(language: Language, args: &ArgMatches) -> Result<ExitCode, Failure> {
    let spoken = language::to_workshop(chosen_language(args, language)?);
    let outlines: Vec<TemplateOutline> =
        Template::ALL.iter().map(|template| template.outline(spoken)).collect::<Result<_, _>>()?;
    if args.get_flag("json") {
        print_json(&outlines)?;
        return Ok(ExitCode::SUCCESS);
    }
    for outline in outlines {
        let roles: Vec<_> = outline.roles.iter().map(|role| format!("{} {}", role.letter, role.name)).collect();
        let counts = [
            ("tasks", outline.tasks.into()),
            ("contracts", outline.contracts.into()),
            ("open", outline.open_lines.into()),
        ];
        say!("{}  {}", outline.id.id(), outline.title);
        say!("    {}", roles.join(" · "));
        say!("    {}", text(language, "template-counts", &counts));
    }
    Ok(ExitCode::SUCCESS)
}
