//! The commands and their arguments, with help in the user's language.

use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use couloir_messages::{Language, text};

/// The whole grammar, with the command that only measures and tests need.
pub fn command(language: Language) -> Command {
    let count = |name: &'static str, usual: &'static str, range: std::ops::RangeInclusive<i64>| {
        Arg::new(name).long(name).value_name("N").default_value(usual).value_parser(value_parser!(u32).range(range))
    };
    let generate = Command::new("generate")
        .hide(true)
        .about(text(language, "cli-generate", &[]))
        .arg(count("tasks", "100", 0..=50_000))
        .arg(count("roles", "6", 1..=200))
        .arg(count("workshops", "1", 1..=2_000))
        .arg(Arg::new("seed").long("seed").value_name("N").default_value("1").value_parser(value_parser!(u64)));
    // Starts the process in which a document is read that may take it along.
    let prove = Command::new(crate::shell::proving::COMMAND).hide(true);
    shown(language).subcommand(localised(language, generate)).subcommand(prove)
}

/// What the help, the manual and the completions show. Every command and argument takes its help from message
/// `cli-{command}` and `cli-{command}-{argument}`.
pub fn shown(language: Language) -> Command {
    let say = |key: &str| text(language, key, &[]);
    let id = || Arg::new("id").required(true).value_name("ID");
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue);
    let commands = [
        Command::new("new")
            .arg(Arg::new("template").long("template").value_name("TEMPLATE"))
            .arg(Arg::new("language").long("language").value_name("fr|en"))
            .arg(Arg::new("title").long("title").value_name("TITLE")),
        Command::new("templates").arg(Arg::new("language").long("language").value_name("fr|en")).arg(json()),
        Command::new("template")
            .arg(
                Arg::new("action")
                    .required(true)
                    .value_name("save|export|import|delete")
                    .value_parser(["save", "export", "import", "delete"]),
            )
            .arg(Arg::new("what").required(true).value_name("ID|NAME|FILE"))
            .arg(Arg::new("to").value_name("NAME|FILE")),
        Command::new("list").arg(json()),
        Command::new("show").arg(id()).arg(json()),
        Command::new("search")
            .arg(Arg::new("words").required(true).num_args(1..).value_name("WORDS"))
            .arg(Arg::new("workshop").long("workshop").value_name("ID"))
            .arg(Arg::new("limit").long("limit").value_name("N").value_parser(value_parser!(u32).range(1..=10_000)))
            .arg(json()),
        Command::new("export")
            .arg(id())
            .arg(Arg::new("document").required(true).value_name("DOCUMENT"))
            .arg(Arg::new("file").required(true).value_name("FILE").value_parser(value_parser!(PathBuf)))
            .arg(Arg::new("meeting").long("meeting").value_name("MEETING"))
            .arg(Arg::new("series").long("series").value_name("SERIES").num_args(0..=1).default_missing_value(""))
            .arg(Arg::new("page").long("page").value_name("N").value_parser(value_parser!(usize)))
            .arg(Arg::new("passphrase").long("passphrase").action(ArgAction::SetTrue))
            .arg(Arg::new("language").long("language").value_name("fr|en")),
        Command::new("guide")
            .arg(Arg::new("file").required(true).value_name("FILE").value_parser(value_parser!(PathBuf)))
            .arg(Arg::new("language").long("language").value_name("fr|en")),
        Command::new("findings").arg(id()).arg(json()),
        Command::new("prepare").arg(id()).arg(Arg::new("meeting").long("meeting").value_name("MEETING")).arg(json()),
        Command::new("contracts").arg(id()).arg(json()),
        Command::new("rounds").arg(id()).arg(json()),
        Command::new("import")
            .arg(Arg::new("file").required(true).num_args(1..).value_name("FILE").value_parser(value_parser!(PathBuf)))
            .arg(Arg::new("into").long("into").value_name("ID"))
            .arg(Arg::new("update").long("update").action(ArgAction::SetTrue))
            .arg(Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue))
            .arg(json()),
        Command::new("share")
            .arg(id())
            .arg(Arg::new("stop").long("stop").action(ArgAction::SetTrue).conflicts_with("anew"))
            .arg(Arg::new("anew").long("anew").action(ArgAction::SetTrue)),
        Command::new("send")
            .arg(id())
            .arg(Arg::new("file").required(true).value_name("FILE").value_parser(value_parser!(PathBuf)))
            .arg(Arg::new("passphrase").long("passphrase").action(ArgAction::SetTrue)),
        Command::new("receive")
            .arg(Arg::new("file").required(true).value_name("FILE").value_parser(value_parser!(PathBuf)))
            .arg(json()),
        Command::new("conflicts").arg(id()).arg(json()),
        Command::new("check").arg(Arg::new("deep").long("deep").action(ArgAction::SetTrue)),
        Command::new("backup")
            .arg(Arg::new("file").value_name("FILE").value_parser(value_parser!(PathBuf)))
            .arg(Arg::new("passphrase").long("passphrase").action(ArgAction::SetTrue)),
        Command::new("backups").arg(json()),
        Command::new("restore")
            .arg(Arg::new("copy").required(true).value_name("latest|NAME|FILE"))
            .arg(Arg::new("workshop").long("workshop").value_name("ID")),
        Command::new("erase")
            .arg(id())
            .arg(Arg::new("copies").long("copies").action(ArgAction::SetTrue))
            .arg(Arg::new("yes").long("yes").action(ArgAction::SetTrue)),
        Command::new("salvage")
            .arg(Arg::new("database").required(true).value_name("DATABASE").value_parser(value_parser!(PathBuf)))
            .arg(Arg::new("new").required(true).value_name("NEW").value_parser(value_parser!(PathBuf))),
    ];
    let commands = commands.map(|command| {
        let about = say(&format!("cli-{}", command.get_name()));
        localised(language, command.about(about))
    });
    localised(
        language,
        Command::new("couloir")
            .version(env!("CARGO_PKG_VERSION"))
            .about(say("cli-couloir"))
            .disable_help_subcommand(true)
            .disable_version_flag(true)
            .arg(Arg::new("data").long("data").global(true).value_name("DIR").value_parser(value_parser!(PathBuf)))
            .arg(Arg::new("new").long("new").action(ArgAction::SetTrue))
            .arg(Arg::new("version").long("version").short('V').action(ArgAction::Version))
            .subcommands(commands),
    )
}

/// Gives a command's arguments and headings their words.
fn localised(language: Language, command: Command) -> Command {
    let name = command.get_name().to_owned();
    let usage = text(language, "cli-usage", &[]);
    let commands = text(language, "cli-commands", &[]);
    let options = text(language, "cli-options", &[]);
    let arguments = text(language, "cli-arguments", &[]);
    let template = if name == "couloir" {
        format!("{{about}}\n\n{usage} {{usage}}\n\n{commands}\n{{subcommands}}\n\n{options}\n{{options}}")
    } else if command.get_positionals().next().is_some() {
        format!("{{about}}\n\n{usage} {{usage}}\n\n{arguments}\n{{positionals}}\n\n{options}\n{{options}}")
    } else {
        format!("{{about}}\n\n{usage} {{usage}}\n\n{options}\n{{options}}")
    };
    command
        .disable_help_flag(true)
        .arg(Arg::new("help").long("help").short('h').action(ArgAction::Help))
        .help_template(template)
        .mut_args(|arg| {
            let key = match arg.get_id().as_str() {
                shared @ ("help" | "version" | "data" | "id" | "json") => format!("cli-argument-{shared}"),
                own => format!("cli-{name}-{own}"),
            };
            let documents = super::answer::exports(" ");
            let templates = super::templates::names();
            let help = text(language, &key, &[("documents", documents.into()), ("templates", templates.into())]);
            arg.help(help)
        })
}

/// What was wrong with the arguments, and how to get help.
pub fn explain(language: Language, error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (key, what) = match error.kind() {
        ErrorKind::InvalidSubcommand => ("cli-unknown-command", context(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => ("cli-unknown-argument", context(ContextKind::InvalidArg)),
        ErrorKind::MissingRequiredArgument => ("cli-missing-argument", context(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            ("cli-bad-value", context(ContextKind::InvalidArg))
        }
        _ => ("cli-bad-arguments", context(ContextKind::InvalidArg)),
    };
    text(language, key, &[("what", what.into())])
}
