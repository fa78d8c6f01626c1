//! Both languages are complete, alike and well typeset.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use fluent_syntax::{ast, parser};

use super::*;

/// Each message of a file with the variables it uses.
fn messages(text: &str, file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        if let ast::Entry::Message(message) = entry {
            let body = fluent_syntax::serializer::serialize(&ast::Resource { body: vec![entry.clone()] });
            let variables = body
                .split('$')
                .skip(1)
                .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-').collect())
                .collect();
            let earlier = found.insert(message.id.name.to_owned(), variables);
            assert!(earlier.is_none(), "{file}: {} stands twice", message.id.name);
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_messages_and_variables() {
    let mut keys = BTreeSet::new();
    for source in SOURCES {
        let (fr, en) = (messages(source.fr, source.name), messages(source.en, source.name));
        assert_eq!(fr, en, "{}.ftl differs between fr and en", source.name);
        for key in fr.into_keys() {
            assert!(keys.insert(key.clone()), "{key} stands in two files");
        }
    }
    assert!(keys.len() > 20);
}

#[test]
fn every_file_of_the_folders_is_listed() {
    for language in ["fr", "en"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(language);
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let mut listed: Vec<&str> = SOURCES.iter().map(|source| source.name).collect();
        listed.sort_unstable();
        assert_eq!(files, listed);
    }
}

#[test]
fn french_is_typeset_with_no_break_spaces_and_curved_apostrophes() {
    for source in SOURCES {
        for (number, line) in source.fr.lines().enumerate() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let value = match line.split_once(" = ") {
                Some((_, value)) => value,
                None => line,
            };
            // Placeables and selectors are code, not prose.
            let mut prose = String::new();
            let mut depth = 0;
            for c in value.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ if depth == 0 => prose.push(c),
                    _ => {}
                }
            }
            let at = format!("fr/{}.ftl:{}: {line}", source.name, number + 1);
            assert!(!prose.contains('\''), "straight apostrophe in {at}");
            for sign in [" ;", " !", " ?", " :", " »", "« ", " %"] {
                assert!(!prose.contains(sign), "plain space at {sign:?} in {at}");
            }
        }
    }
}

#[test]
fn dates_follow_each_language() {
    let first = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
    assert_eq!(day_long(Language::French, first), "vendredi 1er\u{a0}mai\u{a0}2026");
    assert_eq!(day_long(Language::English, first), "Friday 1 May 2026");
    let time = chrono::NaiveTime::from_hms_opt(12, 5, 0).unwrap();
    assert_eq!(clock(Language::French, time), "12\u{a0}h\u{a0}05");
    assert_eq!(clock(Language::English, time), "12:05");
}

#[test]
fn text_arguments_become_numbers_and_days_where_their_name_says_so() {
    let args = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let loose = args(&[("what", "overdue"), ("text", "Écrire"), ("day", "2026-11-20")]);
    assert!(told(Language::French, "finding-loose-end", &loose).ends_with("vendredi 20\u{a0}novembre\u{a0}2026."));
    assert_eq!(told(Language::English, "radar-count", &args(&[("count", "1")])), "1 finding");
}

#[test]
fn what_the_window_does_not_load_is_said_by_the_command_line_alone() {
    let source = SOURCES.iter().find(|source| source.name == "command_line").unwrap();
    for key in messages(source.en, "command_line").keys() {
        // A display that is missing is told to the terminal too.
        assert!(["cli-", "manual-", "window-"].iter().any(|family| key.starts_with(family)), "{key}");
    }
}
