//! `couloir templates` and `couloir template`: the built-in starts and the user's own.

use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use couloir_core::Library;
use couloir_core::workshop::{OutlineRole, OwnTemplate, Template, TemplateOutline, WorkshopId};
use couloir_documents::archive;
use couloir_messages::{Language, text};

use super::Failure;
use super::answer::{chosen_language, given, print_json};
use crate::worker::language;

/// Every name that `couloir new --template` takes.
pub fn names() -> String {
    Template::ALL.iter().map(|template| template.id()).collect::<Vec<_>>().join(", ")
}

/// Prints the starts: name, title, and what each holds.
pub fn templates(language: Language, args: &ArgMatches, library: &Library) -> Result<ExitCode, Failure> {
    let spoken = language::to_workshop(chosen_language(args, language)?);
    let outlines: Vec<TemplateOutline> =
        Template::ALL.iter().map(|template| template.outline(spoken)).collect::<Result<_, _>>()?;
    if args.get_flag("json") {
        let mut all: Vec<serde_json::Value> = Vec::new();
        for (is_own, list) in
            [(false, serde_json::to_value(&outlines)), (true, serde_json::to_value(library.own_templates()?))]
        {
            for mut one in list.map_err(couloir_core::Error::from)?.as_array().cloned().unwrap_or_default() {
                one["is_own"] = is_own.into();
                all.push(one);
            }
        }
        print_json(&all)?;
        return Ok(ExitCode::SUCCESS);
    }
    for outline in outlines {
        let lines = [outline.tasks, outline.contracts, outline.open_lines];
        show(language, outline.id.id(), &outline.title, &outline.roles, lines);
    }
    for own in library.own_templates()? {
        show(language, own.id.as_str(), &own.title, &own.roles, [own.tasks, own.contracts, own.open_lines]);
    }
    Ok(ExitCode::SUCCESS)
}

fn show(language: Language, id: &str, title: &str, roles: &[OutlineRole], [tasks, contracts, open]: [u32; 3]) {
    let roles: Vec<_> = roles.iter().map(|role| format!("{} {}", role.letter, role.name)).collect();
    let counts = [("tasks", tasks.into()), ("contracts", contracts.into()), ("open", open.into())];
    say!("{id}  {title}");
    say!("    {}", roles.join(" · "));
    say!("    {}", text(language, "template-counts", &counts));
}

/// The one of the user's templates that has this id or this title.
pub(super) fn own(library: &Library, name: &str) -> Result<OwnTemplate, Failure> {
    let templates = library.own_templates()?;
    let titled = || templates.iter().filter(|one| one.title.to_lowercase() == name.to_lowercase()).collect::<Vec<_>>();
    let found = match templates.iter().find(|one| one.id.as_str() == name) {
        Some(one) => vec![one],
        None => titled(),
    };
    match found.as_slice() {
        [one] => Ok((*one).clone()),
        [] => {
            let known = names();
            Err(Failure::Message("cli-unknown-template", vec![("template", name.to_owned()), ("templates", known)]))
        }
        _ => Err(Failure::Message("cli-template-several", vec![("template", name.to_owned())])),
    }
}

/// Keeps a workshop as a template, saves one to a file, takes one from a file, or deletes one.
pub fn template(language: Language, args: &ArgMatches, library: &mut Library) -> Result<ExitCode, Failure> {
    let what = given(args, "what").unwrap_or_default();
    let to = || given(args, "to").ok_or(Failure::Message("cli-template-missing", vec![]));
    match given(args, "action").unwrap_or_default() {
        "save" => {
            let (id, title) = (WorkshopId::from(what), to()?);
            let left = library.template_leaves_out(&id)?;
            let made = library.template_make(&id, title, None)?.value;
            for one in left {
                let kind = serde_json::to_value(one.kind).map_err(couloir_core::Error::from)?;
                let kind = kind.as_str().unwrap_or_default().replace('_', "-");
                let said = text(language, &format!("template-left-{kind}"), &[("count", one.count.into())]);
                eprintln!("{}", text(language, "cli-template-left", &[("what", said.into())]));
            }
            say!("{made}");
        }
        "export" => {
            let path = Path::new(to()?);
            super::ending::check("archive", path)?;
            let template = library.template_archive(&own(library, what)?.id)?;
            couloir_documents::save(path, &archive::write_template(template)?)?;
            say!("{}", text(language, "cli-exported", &[("path", path.display().to_string().into())]));
        }
        "import" => {
            let sentence = |error: couloir_documents::Error| Failure::Sentence(error.message(language));
            let (_, bytes) = super::passphrase::load(language, Path::new(what))?;
            let made = library.template_take(archive::read(&bytes).map_err(sentence)?)?.value;
            say!("{made}");
        }
        _ => {
            let gone = own(library, what)?;
            library.template_delete(&gone.id)?;
            say!("{}", text(language, "cli-template-deleted", &[("template", gone.title.as_str().into())]));
        }
    }
    Ok(ExitCode::SUCCESS)
}
