//! What Couloir writes comes back without loss, and into the workshop it is of as nothing new.
#![allow(clippy::unwrap_used)]

use couloir_core::workshop::{Language, NewWorkshop};
use couloir_core::{Contents, Library, Millis};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::table::Noun;
use crate::table::fixture::{everything, workshop_of};

/// The cards of a workshop with all that tables say of them.
fn cards(contents: &Contents) -> Vec<Value> {
    let person = |id: &couloir_core::person::PersonId| {
        contents.people.iter().find(|person| person.id == *id).map(|person| person.name.clone())
    };
    let mut cards: Vec<Value> = contents
        .tasks
        .iter()
        .map(|task| {
            let tags = contents.taggings.iter().filter(|tagging| tagging.task_id.as_ref() == Some(&task.id));
            let tags = tags.filter_map(|tagging| contents.tags.iter().find(|tag| tag.id == tagging.tag_id));
            let role = contents.roles.iter().find(|role| Some(&role.id) == task.role_id.as_ref());
            let step = contents.steps.iter().find(|step| Some(&step.id) == task.step_id.as_ref());
            json!({
                "number": task.number, "title": task.title, "detail": task.detail, "notes": task.notes,
                "status": task.status, "due": task.due_on, "person": task.person_id.as_ref().and_then(person),
                "tags": tags.map(|tag| tag.name.clone()).collect::<Vec<_>>(),
                "role": role.map(|role| role.name.clone()), "step": step.map(|step| step.title.clone()),
            })
        })
        .collect();
    cards.sort_by_key(|card| card["number"].as_i64());
    cards
}

fn files(contents: &Contents) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("a.xlsx", crate::xlsx::write(contents, true).unwrap()),
        ("a.csv", crate::csv::write(contents, Noun::Tasks, true).unwrap()),
        ("a.md", crate::markdown::workshop(contents, true).into_bytes()),
    ]
}

/// Checks that each own format gives the same cards in a new workshop, and nothing in its own.
fn comes_back(contents: &Contents) {
    for (name, bytes) in files(contents) {
        let import = read(&bytes, name, None).unwrap();
        let mut library = Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).unwrap();
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let id = library.workshop_from_archive(import.archive(), &new, |_, _| Ok(())).unwrap().value;
        assert_eq!(cards(&library.contents(&id).unwrap()), cards(contents), "{name}");
        let again = read(&bytes, name, Some(contents)).unwrap();
        let plan = again.plan().unwrap();
        let new: Vec<&Entry> =
            plan.entries.iter().filter(|entry| entry.is_taken || !entry.changes.is_empty()).collect();
        assert!(new.is_empty(), "{name}: {new:#?}");
    }
}

fn tagged(mut archive: Map<String, Value>) -> Map<String, Value> {
    archive["tasks"][0]["notes"] = "Une première ligne\nhttps://example.org/a?b=c\n\n- et *plus*".into();
    archive["tasks"][1]["person_id"] = "karim".into();
    archive["tasks"][1]["due_on"] = "2027-01-31".into();
    archive.insert("tags".to_owned(), json!([{"id": "t1", "name": "Phase 2"}, {"id": "t2", "name": "à voir (vite)"}]));
    let task = archive["tasks"][0]["id"].clone();
    let tagging = |tag: &str| json!({"tag_id": tag, "task_id": task});
    archive.insert("taggings".to_owned(), json!([tagging("t1"), tagging("t2")]));
    archive
}

#[test]
fn people_days_notes_and_tags_of_cards_come_back() {
    comes_back(&workshop_of(tagged(everything())));
}

#[test]
fn the_next_version_says_who_when_and_what_tag_is_new() {
    let contents = workshop_of(tagged(everything()));
    let task = &contents.tasks[2];
    let csv = format!(
        "{}\n{},{},,C,,Zoé Lefèvre,,,2027-03-01,,Neuf,\n",
        "N°,Tâche,Détail,Lettre,Rôle,Qui,Étape,État,Échéance,Attend,Étiquettes,Notes", task.number, task.title
    );
    let import = read(csv.as_bytes(), "a.csv", Some(&contents)).unwrap();
    let plan = import.plan().unwrap();
    let entry = plan.entries.iter().find(|entry| entry.kind == EntryKind::Task).unwrap();
    let said: Vec<&str> = entry.changes.iter().map(|change| change.field.as_str()).collect();
    assert!(["due_on", "person_id", "tags"].iter().all(|field| said.contains(field)), "{said:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn any_card_comes_back(
        cards in prop::collection::vec(
            ("[A-Za-zé][a-zé' ]{2,18}[a-z]", 0usize..3, 0usize..4, prop::option::of(1u32..28), "[a-zA-Z*_#|<&. ]{0,20}", 0usize..4),
            1..8,
        ),
    ) {
        let titles: Vec<String> = (0..cards.len()).map(|at| format!("{} {}", cards[at].0.trim(), ["un", "deux", "trois", "quatre", "cinq", "six", "sept"][at])).collect();
        let tasks: Vec<Value> = cards.iter().zip(&titles).enumerate().map(|(at, ((_, role, person, day, notes, _), title))| json!({
            "id": format!("task{at}"), "title": title, "number": at + 1, "notes": notes.trim(),
            "role_id": (*role > 0).then(|| format!("role{role}")),
            "person_id": (*person > 0).then(|| format!("person{person}")),
            "due_on": day.map(|day| format!("2027-02-{day:02}")),
        })).collect();
        let taggings: Vec<Value> = cards.iter().enumerate().filter(|(_, card)| card.5 > 0)
            .map(|(at, card)| json!({"tag_id": format!("tag{}", card.5), "task_id": format!("task{at}")})).collect();
        let archive = json!({
            "format": "couloir", "version": 1, "workshop": {"id": "w", "title": "Fête", "language": "fr"},
            "roles": [{"id": "role1", "name": "Cuisine", "letter": "A"}, {"id": "role2", "name": "Presse", "letter": "B"}],
            "people": [{"id": "person1", "name": "Anne Martin"}, {"id": "person2", "name": "Léo (bis)"}, {"id": "person3", "name": "Doe, Jane"}],
            "tags": [{"id": "tag1", "name": "urgent"}, {"id": "tag2", "name": "à revoir"}, {"id": "tag3", "name": "Lot 2"}],
            "tasks": tasks, "taggings": taggings,
        });
        comes_back(&workshop_of(archive.as_object().unwrap().clone()));
    }
}
