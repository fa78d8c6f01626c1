#![allow(clippy::unwrap_used)]

use serde_json::json;

use super::*;
use crate::{Contents, Error, Library, Rule};

fn library() -> Library {
    Library::in_memory(Box::new(|| Millis(1_795_000_000_000))).unwrap()
}

fn new(title: &str) -> NewWorkshop {
    NewWorkshop { title: Some(title.to_owned()), language: Language::Fr, time_zone: "Europe/Paris".to_owned() }
}

fn example() -> serde_json::Map<String, serde_json::Value> {
    let value = json!({
        "format": "couloir", "version": 1,
        "workshop": {"id": "w", "title": "Exemple", "language": "fr"},
        "roles": [
            {"id": "a", "letter": "A", "name": "Administration", "color": "blue"},
            {"id": "b", "letter": "B", "name": "Données", "color": "orange"}
        ],
        "skills": [{"role_id": "a", "name": "Sécurité"}],
        "tasks": [{"id": "t", "number": 1, "role_id": "b", "title": "Dessiner les schémas"}],
        "contracts": [{"giver_id": "a", "receiver_id": "b", "need": "Des droits"}],
        "acceptances": [{"finding": "unowned-task:t", "facts": "x", "reason": "plus tard", "accepted_at": 1}]
    });
    value.as_object().unwrap().clone()
}

#[test]
fn an_archive_becomes_a_workshop_with_new_ids_and_positions() {
    let mut library = library();
    let id = library.workshop_from_archive(example(), &new("Le nôtre"), |_, _| Ok(())).unwrap().value;
    let contents = library.contents(&id).unwrap();
    assert_eq!(contents.workshop.title, "Le nôtre");
    assert_eq!(contents.roles.iter().map(|r| r.letter.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!(contents.tasks[0].role_id.as_ref(), Some(&contents.roles[1].id));
    assert_eq!(contents.skills[0].role_id, contents.roles[0].id);
    assert_eq!(contents.contracts[0].state, crate::contract::ContractState::Asked);
    assert_eq!(contents.acceptances[0].finding, format!("unowned-task:{}", contents.tasks[0].id));
    assert!(contents.roles[0].position < contents.roles[1].position);
}

#[test]
fn a_parked_block_keeps_its_links_in_a_copy() {
    let mut library = library();
    let mut archive = example();
    let block = json!({"item": {"method": "Deux par deux", "presenter_role_id": "b"}, "links": [{"task": "t"}]});
    archive.insert("backlog_items".to_owned(), json!([{"title": "Plus tard", "block": block.to_string()}]));
    let id = library.workshop_from_archive(archive.clone(), &new("Copie"), |_, _| Ok(())).unwrap().value;
    let parked = library.contents(&id).unwrap().backlog_items[0].id.clone();
    let meeting = library.meeting_add(&id, "Point", crate::testing::NOW, 30).unwrap().value;
    library.backlog_schedule(&id, &parked, &meeting, None).unwrap();
    let contents = library.contents(&id).unwrap();
    let item = &contents.agenda_items[0];
    assert_eq!((item.title.as_str(), item.method.as_str()), ("Plus tard", "Deux par deux"));
    assert_eq!(item.presenter_role_id.as_ref(), Some(&contents.roles[1].id));
    assert_eq!(contents.references[0].task_id.as_ref(), Some(&contents.tasks[0].id));

    archive["backlog_items"][0]["block"] = "{".into();
    let refused = library.workshop_from_archive(archive, &new("Copie"), |_, _| Ok(()));
    assert!(matches!(refused, Err(Error::Invalid { rule: Rule::Unknown, .. })));
}

#[test]
fn an_archive_that_is_newer_or_wrong_adds_nothing() {
    let mut library = library();
    let mut newer = example();
    newer.insert("version".to_owned(), 2.into());
    let result = library.workshop_from_archive(newer, &new("x"), |_, _| Ok(()));
    assert!(matches!(result, Err(Error::FileTooNew { found: 2, known: 1 })));

    let mut dangling = example();
    dangling["tasks"][0]["role_id"] = "nobody".into();
    let result = library.workshop_from_archive(dangling, &new("x"), |_, _| Ok(()));
    assert!(matches!(result, Err(Error::Invalid { rule: Rule::Unknown, .. })));

    let mut unknown = example();
    unknown.insert("wishes".to_owned(), json!([]));
    assert!(library.workshop_from_archive(unknown, &new("x"), |_, _| Ok(())).is_err());
    assert_eq!(library.workshops().unwrap(), []);
}

/// Everything but ids, which differ between a workshop and its copy.
fn without_ids(contents: &Contents) -> String {
    let text = serde_json::to_string(&archive(contents).unwrap()).unwrap();
    let id = |c: char| c.is_ascii_hexdigit() || c == '-';
    text.split(['"', ':']).filter(|part| !(part.len() == 36 && part.chars().all(id))).collect()
}

#[test]
fn a_copy_is_equal_but_for_ids_and_title() {
    let mut library = library();
    let id = library.workshop_from_archive(example(), &new("Un"), |_, _| Ok(())).unwrap().value;
    let copy = library.workshop_duplicate(&id, "Un").unwrap().value;
    let (one, two) = (library.contents(&id).unwrap(), library.contents(&copy).unwrap());
    assert_ne!(one.roles[0].id, two.roles[0].id);
    assert_eq!(without_ids(&one), without_ids(&two));
}

#[test]
fn deleting_is_undone_from_home_with_everything_in_it() {
    let mut library = library();
    let id = library.workshop_from_archive(example(), &new("Un"), |_, _| Ok(())).unwrap().value;
    let before = library.contents(&id).unwrap();
    let committed = library.workshop_delete(&id).unwrap();
    assert_eq!(committed.undo.undo.unwrap().args["title"], "Un");
    assert!(matches!(library.contents(&id), Err(Error::NotFound { kind: "workshop", .. })));
    library.undo(None).unwrap();
    assert_eq!(library.contents(&id).unwrap(), before);
    library.redo(None).unwrap();
    assert!(library.contents(&id).is_err());
}

#[test]
fn creation_is_not_undone_over_later_work() {
    let mut library = library();
    let id = library.workshop_create(&new("Un")).unwrap().value;
    library.workshop_edit(&id, WorkshopEdit::Purpose("Décider".to_owned())).unwrap();
    assert!(matches!(library.undo(None), Err(Error::NothingToUndo)));
    assert_eq!(library.contents(&id).unwrap().workshop.purpose, "Décider");
}

#[test]
fn typing_is_one_step() {
    let mut library = library();
    let id = library.workshop_create(&new("Un")).unwrap().value;
    for text in ["D", "Dé", "Déc"] {
        library.workshop_edit(&id, WorkshopEdit::Purpose(text.to_owned())).unwrap();
    }
    library.undo(Some(&id)).unwrap();
    assert_eq!(library.contents(&id).unwrap().workshop.purpose, "");
    assert!(matches!(library.undo(Some(&id)), Err(Error::NothingToUndo)));
    library.redo(Some(&id)).unwrap();
    assert_eq!(library.contents(&id).unwrap().workshop.purpose, "Déc");
}

#[test]
fn an_empty_or_endless_title_is_refused() {
    let mut library = library();
    assert!(matches!(library.workshop_create(&new("  ")), Err(Error::Invalid { field: "title", .. })));
    assert!(matches!(library.workshop_create(&new(&"a".repeat(301))), Err(Error::TooLong { limit: 300, .. })));
}

#[test]
fn home_never_offers_to_take_back_what_it_cannot() {
    let mut library = library();
    let first = library.workshop_create(&new("Premier")).unwrap().value;
    let second = library.workshop_create(&new("Second")).unwrap().value;
    library.workshop_rename(&first, "Le premier").unwrap();

    // Worked in since: making it is no longer taken back, and stands in nobody's way.
    library.role_add(&second, "Achats").unwrap();
    assert_eq!(library.undo_state(None).unwrap().undo.unwrap().name, "workshop-rename");
    library.undo(None).unwrap();
    assert_eq!(library.contents(&first).unwrap().workshop.title, "Premier");
    library.undo(None).unwrap();
    assert!(matches!(library.contents(&first), Err(Error::NotFound { .. })));
    assert!(library.undo_state(None).unwrap().undo.is_none());
    assert!(matches!(library.undo(None), Err(Error::NothingToUndo)));

    // Taken back inside, it can be taken back on Home again.
    library.undo(Some(&second)).unwrap();
    library.undo(None).unwrap();
    assert!(library.contents(&second).is_err());
    for _ in 0..3 {
        library.redo(None).unwrap();
    }
    assert_eq!(library.contents(&first).unwrap().workshop.title, "Le premier");
}

#[test]
fn home_leaves_a_title_alone_that_was_changed_inside() {
    let mut library = library();
    let id = library.workshop_create(&new("Atelier")).unwrap().value;
    library.workshop_rename(&id, "Atelier deux").unwrap();
    library.workshop_edit(&id, WorkshopEdit::Title("Atelier trois".to_owned())).unwrap();
    assert!(library.undo_state(None).unwrap().undo.is_none());
    library.workshop_delete(&id).unwrap();
    library.undo(None).unwrap();
    library.role_add(&id, "Achats").unwrap();
    // Deleting it again would lose the role.
    assert!(library.undo_state(None).unwrap().redo.is_none());
    assert!(library.undo_state(None).unwrap().undo.is_none());
}
