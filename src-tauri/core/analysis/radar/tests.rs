#![allow(clippy::unwrap_used)]

use std::collections::HashMap;

use serde_json::json;

use super::*;
use crate::testing::{contents, library, workshop};
use crate::workshop::{Language, NewWorkshop, Template};

#[test]
fn nothing_is_found_in_an_empty_workshop() {
    let (library, w) = workshop();
    let mut contents = contents(&library, &w);
    contents.tasks.clear();
    contents.roles.clear();
    contents.steps.clear();
    assert_eq!(findings(&contents, "2026-11-23".parse().unwrap()), []);
}

#[test]
fn a_finding_names_its_objects_and_speaks_plainly() {
    let (library, w) = workshop();
    let contents = contents(&library, &w);
    let found = findings(&contents, "2026-11-23".parse().unwrap());
    let unowned = found.iter().find(|finding| finding.kind == FindingKind::UnownedTask).unwrap();
    assert_eq!(unowned.key, format!("unowned-task:{}", contents.tasks[3].id));
    assert_eq!(unowned.objects, [Subject { table: "task".to_owned(), id: contents.tasks[3].id.0.clone() }]);
    assert_eq!((unowned.args["number"].as_str(), unowned.args["task"].as_str()), ("4", "Quatre"));
    assert_eq!(serde_json::to_value(unowned.kind).unwrap(), json!("unowned_task"));
}

#[test]
fn every_kind_is_named_as_on_the_wire() {
    for kind in FindingKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), json!(kind.name().replace('-', "_")));
    }
    assert!(FindingKind::ALL.is_sorted());
}

/// Ids of the hand-written example that the findings of a kind are about.
fn of_example(language: Language) -> (Vec<Finding>, impl Fn(&[Finding], FindingKind) -> Vec<String>) {
    let mut library = library();
    let new = NewWorkshop { title: None, language, time_zone: "Europe/Paris".to_owned() };
    let archive = Template::Ajo.archive(language).unwrap();
    // Ids become new ones; rows keep their order.
    let written: Vec<String> =
        archive["contracts"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    let id = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value;
    let contents = library.contents(&id).unwrap();
    let names: HashMap<String, String> = contents.contracts.iter().map(|c| c.id.0.clone()).zip(written).collect();
    let about = move |findings: &[Finding], kind| {
        let mut ids: Vec<String> =
            findings.iter().filter(|f| f.kind == kind).map(|f| names[&f.objects[0].id].clone()).collect();
        ids.sort();
        ids
    };
    (findings(&contents, "2026-11-23".parse().unwrap()), about)
}

#[test]
fn the_example_has_exactly_the_gaps_written_down_by_hand() {
    let expected: serde_json::Value =
        serde_json::from_str(include_str!("../../workshop/templates/expected_gaps.json")).unwrap();
    for language in [Language::Fr, Language::En] {
        let (found, about) = of_example(language);
        for (list, kind) in [
            ("needs_without_offer", FindingKind::NeedWithoutOffer),
            ("offers_without_need", FindingKind::OfferWithoutNeed),
            ("against_the_sequence", FindingKind::AgainstSequence),
        ] {
            let mut ids: Vec<String> = serde_json::from_value(expected[list].clone()).unwrap();
            ids.sort();
            assert_eq!(about(&found, kind), ids, "{list}");
        }
        // A template has no people, so its four roles are vacant; nothing else is wrong with it.
        let others = |f: &&Finding| {
            !matches!(
                f.kind,
                FindingKind::NeedWithoutOffer | FindingKind::OfferWithoutNeed | FindingKind::AgainstSequence
            )
        };
        let others: Vec<FindingKind> = found.iter().filter(others).map(|finding| finding.kind).collect();
        assert_eq!(others, [FindingKind::VacantRole; 4]);
    }
}

#[test]
#[ignore = "a figure, not a rule: run with --release --nocapture"]
fn time_of_a_thousand_tasks_and_twelve_roles() {
    let verbs = ["Définir", "Régler", "Tester", "Publier", "Documenter", "Brancher", "Nettoyer", "Surveiller"];
    let things = ["les schémas", "les accès", "les canaux", "l’ingestion", "les audiences", "le suivi", "les offres"];
    let tasks: Vec<_> = (0..1_000)
        .map(|at| {
            json!({"id": format!("t{at}"), "number": at + 1, "role_id": format!("r{}", at % 12),
                   "title": format!("{} {} du lot {}", verbs[at % 8], things[at % 7], at % 60)})
        })
        .collect();
    let needs: Vec<_> =
        (1..1_000).map(|at| json!({"task_id": format!("t{at}"), "needs_id": format!("t{}", at - 1)})).collect();
    let lines: Vec<_> = (0..132)
        .map(|at| {
            json!({"giver_id": format!("r{}", at % 12), "receiver_id": format!("r{}", (at % 12 + 1 + at / 12) % 12),
                   "need": "Des accès", "offer": (at % 2 == 0).then_some("Des accès")})
        })
        .filter(|line| line["giver_id"] != line["receiver_id"])
        .collect();
    let roles: Vec<_> = (0..12)
        .map(|at| json!({"id": format!("r{at}"), "letter": "A", "name": format!("Rôle {at}"), "color": "blue"}))
        .collect();
    let archive = json!({
        "format": "couloir", "version": 1, "workshop": {"id": "w", "title": "Grand", "language": "fr"},
        "roles": roles, "tasks": tasks, "task_dependencies": needs, "contracts": lines,
    });
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "UTC".to_owned() };
    let mut library = library();
    let id = library.workshop_from_archive(archive.as_object().unwrap().clone(), &new, |_, _| Ok(())).unwrap().value;
    let contents = library.contents(&id).unwrap();
    let median = |mut work: Box<dyn FnMut() + '_>| {
        let mut times: Vec<_> = (0..21)
            .map(|_| {
                let start = std::time::Instant::now();
                work();
                start.elapsed()
            })
            .collect();
        times.sort();
        times[10]
    };
    let radar = median(Box::new(|| drop(findings(&contents, "2026-11-23".parse().unwrap()))));
    let read = median(Box::new(|| drop(library.contents(&id).unwrap())));
    println!("radar {radar:?}, reading the workshop {read:?}");
    assert!(!findings(&contents, "2026-11-23".parse().unwrap()).is_empty());
}
