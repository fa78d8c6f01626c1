//! The example holds what its reference describes, the other starts the same kinds of things; all alike in both
//! languages, and none with the reference's sentences.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::*;
use crate::agenda::BuiltinAgenda;
use crate::contract::ContractState;
use crate::workshop::NewWorkshop;
use crate::{Contents, Library, Millis};

fn example(language: Language) -> Contents {
    started(Template::Ajo, language)
}

/// The workshop that a start becomes, without its meetings.
fn started(template: Template, language: Language) -> Contents {
    let mut library = Library::in_memory(Box::new(|| Millis(1_795_000_000_000))).unwrap();
    let new = NewWorkshop { title: None, language, time_zone: "Europe/Paris".to_owned() };
    let archive = template.archive(language).unwrap();
    let id = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value;
    library.contents(&id).unwrap()
}

/// A value with every text replaced by its kind, but for ids, links between rows and closed sets.
fn structure(value: &Value, key: &str) -> Value {
    match value {
        Value::Object(row) => row.iter().map(|(key, value)| (key.clone(), structure(value, key))).collect(),
        Value::Array(rows) => rows.iter().map(|row| structure(row, key)).collect(),
        Value::String(text) if ["color", "letter", "mode", "part", "kind", "format"].contains(&key) => {
            text.clone().into()
        }
        Value::String(text) if key.ends_with("id") => text.clone().into(),
        Value::String(text) => (!text.is_empty()).into(),
        other => other.clone(),
    }
}

#[test]
fn both_languages_have_the_same_rows() {
    for template in Template::ALL {
        let [fr, en] = [Language::Fr, Language::En].map(|language| Value::Object(template.archive(language).unwrap()));
        assert_eq!(structure(&fr, ""), structure(&en, ""), "{template:?}");
        assert_ne!(fr, en);
    }
}

#[test]
fn the_counts_are_those_of_the_reference() {
    for language in [Language::Fr, Language::En] {
        let contents = example(language);
        let letters: Vec<_> = contents.roles.iter().map(|role| role.letter.as_str()).collect();
        assert_eq!(letters, ["A", "B", "C", "D"]);
        let of = |letter: &str| contents.roles.iter().find(|role| role.letter == letter).unwrap().id.clone();
        for (letter, responsibilities, tasks) in [("A", 6, 5), ("B", 7, 6), ("C", 8, 5), ("D", 7, 5)] {
            let role = of(letter);
            let mine = contents.responsibilities.iter().filter(|r| r.role_id.as_ref() == Some(&role)).count();
            assert_eq!(mine, responsibilities, "responsibilities of {letter}");
            assert_eq!(contents.tasks.iter().filter(|t| t.role_id.as_ref() == Some(&role)).count(), tasks);
            assert!(contents.typical_tasks.iter().filter(|t| t.role_id == role).count() >= 3);
            assert!(contents.skills.iter().filter(|s| s.role_id == role).count() >= 3);
        }
        assert!(contents.roles.iter().all(|role| !role.mandate.is_empty() && !role.first_step.is_empty()));
        let numbers: Vec<_> = contents.tasks.iter().map(|task| task.number).collect();
        assert_eq!(numbers, (1..=21).collect::<Vec<_>>());
        assert_eq!(contents.workshop.last_task_number, 21);
        let per_step = contents.steps.iter().map(|step| {
            let tasks: Vec<_> = contents.tasks.iter().filter(|task| task.step_id.as_ref() == Some(&step.id)).collect();
            assert!(tasks.iter().all(|task| task.role_id == step.role_id));
            tasks.len()
        });
        assert_eq!(per_step.collect::<Vec<_>>(), [5, 6, 5, 5]);
    }
}

#[test]
fn data_and_integrations_run_side_by_side_between_environment_and_experiences() {
    let contents = example(Language::Fr);
    let at = |id: &str| contents.steps.iter().position(|step| step.id.as_str() == id).unwrap() + 1;
    let needs: BTreeSet<_> =
        contents.step_dependencies.iter().map(|d| (at(d.needs_id.as_str()), at(d.step_id.as_str()))).collect();
    assert_eq!(needs, BTreeSet::from([(1, 2), (1, 3), (2, 4), (3, 4)]));
    // Every task waits for tasks with lower numbers only, so there is no cycle.
    let number = |id: &str| contents.tasks.iter().find(|task| task.id.as_str() == id).unwrap().number;
    assert!(!contents.task_dependencies.is_empty());
    assert!(contents.task_dependencies.iter().all(|d| number(d.needs_id.as_str()) < number(d.task_id.as_str())));
}

#[test]
fn the_collaborations_are_the_hand_written_list() {
    // Speaker and other, with the number of statements the reference makes.
    let expected = [("ab", 3), ("ac", 3), ("ad", 3), ("ba", 2), ("bc", 3), ("bd", 3), ("ca", 3), ("cb", 3), ("cd", 4)]
        .into_iter()
        .chain([("da", 3), ("db", 3), ("dc", 3)]);
    let archive = Template::Ajo.archive(Language::Fr).unwrap();
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    let (mut asked, mut offered) = (Vec::new(), Vec::new());
    let table = include_str!("../templates/README.md");
    for line in archive["contracts"].as_array().unwrap() {
        let id = line["id"].as_str().unwrap();
        assert!(table.contains(&format!("`{id}`")), "{id} stands in the table");
        let pair = id.split('-').nth(1).unwrap();
        *found.entry(pair.to_owned()).or_default() += 1;
        let role = |key: &str| {
            ["role-admin", "role-data", "role-developer", "role-marketer"]
                .iter()
                .position(|role| *role == line[key])
                .map(|at| ["a", "b", "c", "d"][at])
                .unwrap()
        };
        let (giver, receiver) = (role("giver_id"), role("receiver_id"));
        if line.get("need").is_some() {
            assert_eq!(pair, format!("{receiver}{giver}"), "{id}: a need is said by its receiver");
            asked.push(id);
        } else {
            assert_eq!(pair, format!("{giver}{receiver}"), "{id}: an offer is said by its giver");
            offered.push(id);
        }
    }
    assert_eq!(found, expected.map(|(pair, count)| (pair.to_owned(), count)).collect());
    let gaps: BTreeMap<String, Vec<String>> =
        serde_json::from_str(include_str!("../templates/expected_gaps.json")).unwrap();
    assert_eq!(gaps["needs_without_offer"], asked);
    assert_eq!(gaps["offers_without_need"], offered);

    let contents = example(Language::Fr);
    let in_state = |state| contents.contracts.iter().filter(|line| line.state == state).count();
    assert_eq!((in_state(ContractState::Asked), in_state(ContractState::Offered)), (asked.len(), offered.len()));
}

#[test]
fn every_start_is_a_full_workshop_with_work_left_for_the_room() {
    for template in Template::ALL {
        assert_eq!(Template::from_id(template.id()), Some(*template));
        let contents = started(*template, Language::En);
        assert!((4..=6).contains(&contents.roles.len()), "{template:?}");
        assert!((4..=6).contains(&contents.steps.len()), "{template:?}");
        assert!(contents.tasks.len() >= 14 && contents.contracts.len() >= 16, "{template:?}");
        let colors: BTreeSet<_> = contents.roles.iter().map(|role| role.color).collect();
        assert_eq!(colors.len(), contents.roles.len(), "{template:?}: a colour each");
        for role in &contents.roles {
            let id = &role.id;
            assert!(!role.mandate.is_empty() && !role.first_step.is_empty(), "{template:?} {}", role.name);
            assert!(contents.responsibilities.iter().filter(|it| it.role_id.as_ref() == Some(id)).count() >= 3);
            assert!(contents.skills.iter().filter(|it| it.role_id == *id).count() >= 3);
            assert!(contents.typical_tasks.iter().filter(|it| it.role_id == *id).count() >= 3);
            assert!(contents.tasks.iter().any(|it| it.role_id.as_ref() == Some(id)), "{template:?} {}", role.name);
            assert!(contents.contracts.iter().any(|it| it.giver_id == *id && it.offer.is_some()));
            // The reference's administrator asks the others for nothing.
            let asks = contents.contracts.iter().any(|it| it.receiver_id == *id && it.need.is_some());
            assert!(asks || *template == Template::Ajo, "{template:?} {}", role.name);
        }
        let states: Vec<_> = contents.contracts.iter().map(|line| line.state).collect();
        assert!(states.iter().filter(|state| **state == ContractState::Asked).count() >= 5, "{template:?}");
        assert!(states.iter().filter(|state| **state == ContractState::Offered).count() >= 5, "{template:?}");
        assert!(contents.steps.iter().all(|step| contents.tasks.iter().any(|t| t.step_id.as_ref() == Some(&step.id))));
    }
}

#[test]
fn an_outline_counts_what_the_workshop_will_hold() {
    for (template, language) in Template::ALL.iter().flat_map(|t| [(t, Language::Fr), (t, Language::En)]) {
        let (outline, contents) = (template.outline(language).unwrap(), started(*template, language));
        assert_eq!(outline.title, contents.workshop.title);
        assert_eq!(outline.purpose, contents.workshop.purpose);
        assert_eq!(outline.tasks as usize, contents.tasks.len());
        assert_eq!(outline.contracts as usize, contents.contracts.len());
        let open = [ContractState::Asked, ContractState::Offered];
        assert_eq!(outline.open_lines as usize, contents.contracts.iter().filter(|l| open.contains(&l.state)).count());
        let names = |roles: &mut dyn Iterator<Item = (String, String)>| roles.collect::<Vec<_>>();
        assert_eq!(
            names(&mut outline.roles.iter().map(|role| (role.letter.clone(), role.name.clone()))),
            names(&mut contents.roles.iter().map(|role| (role.letter.clone(), role.name.clone()))),
        );
    }
}

#[test]
fn roles_share_no_wording() {
    for (template, language) in Template::ALL.iter().flat_map(|t| [(t, Language::Fr), (t, Language::En)]) {
        let contents = started(*template, language);
        let titles: Vec<_> = contents.responsibilities.iter().map(|r| (&r.role_id, &r.title)).collect();
        let tasks: Vec<_> = contents.tasks.iter().map(|t| (&t.role_id, &t.title)).collect();
        for list in [titles, tasks] {
            for (i, (role, title)) in list.iter().enumerate() {
                for (other, near) in &list[i + 1..] {
                    let likeness = strsim::normalized_damerau_levenshtein(&title.to_lowercase(), &near.to_lowercase());
                    assert!(role == other || likeness < 0.75, "{title} / {near}");
                }
            }
        }
    }
}

/// Words of a text: lower case, split at everything that is neither letter nor digit.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// FNV-1a, 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): stable on every system and release.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Texts of a JSON value, without links.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(rows) => rows.iter().for_each(|row| texts(row, found)),
        Value::Object(row) => row.iter().filter(|(key, _)| *key != "url").for_each(|(_, value)| texts(value, found)),
        _ => {}
    }
}

/// Runs of eight words whose hash the reference has too.
fn shared(text: &str) -> Vec<String> {
    let hashes: BTreeSet<u64> = include_str!("../templates/reference_shingles.txt")
        .lines()
        .map(|line| u64::from_str_radix(line, 16).unwrap())
        .collect();
    assert!(hashes.len() > 2_000);
    words(text).windows(8).map(|run| run.join(" ")).filter(|run| hashes.contains(&fnv(run))).collect()
}

#[test]
fn no_run_of_eight_words_is_shared_with_the_reference() {
    let mut found = Vec::new();
    for template in Template::ALL {
        texts(&Value::Object(template.archive(Language::Fr).unwrap()), &mut found);
    }
    for agenda in BuiltinAgenda::ALL {
        texts(&serde_json::from_str(agenda.source(Language::Fr)).unwrap(), &mut found);
    }
    assert!(found.len() > 2_000);
    for text in &found {
        assert_eq!(shared(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_shared_run_would_be_found() {
    // The page's description, word by word from its end, so that it does not stand here as a run.
    let words = ["rôles", "différents", "les", "découvrez", "description", "responsabilités", "et", "rôles"];
    let run: Vec<_> = words.into_iter().rev().collect();
    assert_eq!(shared(&run.join(" - ").to_uppercase()), [run.join(" ")]);
    assert_eq!(fnv("a"), 0xaf63_dc4c_8601_ec8c);
}

#[test]
fn french_texts_are_typeset() {
    let mut found = Vec::new();
    for template in Template::ALL {
        texts(&Value::Object(template.archive(Language::Fr).unwrap()), &mut found);
    }
    for agenda in BuiltinAgenda::ALL {
        texts(&serde_json::from_str(agenda.source(Language::Fr)).unwrap(), &mut found);
    }
    for text in found {
        assert!(!text.contains('\''), "{text}");
        for (before, mark) in text.chars().zip(text.chars().skip(1)) {
            match mark {
                ';' | '!' | '?' => assert_eq!(before, '\u{202f}', "{text}"),
                ':' | '»' => assert_eq!(before, '\u{a0}', "{text}"),
                _ => assert!(before != '«' || mark == '\u{a0}', "{text}"),
            }
        }
    }
}

#[test]
fn the_regular_cross_functional_meeting_is_a_weekly_series() {
    let mut library = crate::testing::library();
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let id = library.workshop_from_template(Template::Ajo, &new).unwrap().value;
    let contents = library.contents(&id).unwrap();
    let [series] = contents.series.as_slice() else { panic!("{:?}", contents.series) };
    let dates = library.series_dates(&id, &series.id, 3).unwrap();
    assert_eq!(dates[1].0 - dates[0].0, 7 * 24 * 3_600_000);
    let held: Vec<_> = contents.meetings.iter().filter(|meeting| !meeting.is_template).collect();
    assert_eq!(held.iter().map(|meeting| meeting.planned_minutes).collect::<Vec<_>>(), [230, 45]);
    assert_eq!(held[1].series_id.as_ref(), Some(&series.id));
}
