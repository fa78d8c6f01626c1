#![allow(clippy::unwrap_used)]

use crate::analysis::radar::{Finding, FindingKind};
use crate::task::TaskEdit;
use crate::testing::{contents, library, workshop};
use crate::workshop::{Language, NewWorkshop, WorkshopId};
use crate::{Error, Library, Rule};

/// The finding about task 4, which nobody owns.
fn unowned(library: &Library, w: &WorkshopId) -> Finding {
    library.findings(w).unwrap().into_iter().find(|finding| finding.kind == FindingKind::UnownedTask).unwrap()
}

/// A workshop with one unowned task and two meetings to come.
fn with_meetings() -> (Library, WorkshopId) {
    let mut library = library();
    let now = library.now().0;
    let archive = serde_json::json!({
        "format": "couloir", "version": 1,
        "workshop": {"id": "w", "title": "Essai", "language": "fr"},
        "tasks": [{"id": "t", "number": 1, "title": "Quatre"}],
        "meetings": [
            {"id": "m2", "title": "Plus tard", "starts_at": now + 2_000, "time_zone": "UTC", "planned_minutes": 60},
            {"id": "m1", "title": "Bientôt", "starts_at": now + 1_000, "time_zone": "UTC", "planned_minutes": 60},
            {"id": "m0", "title": "Passée", "starts_at": now - 9, "time_zone": "UTC", "planned_minutes": 60, "status": "closed"}
        ],
        "agenda_items": [
            {"id": "i1", "meeting_id": "m1", "title": "Accueil", "seconds": 600},
            {"id": "i2", "meeting_id": "m1", "title": "Clôture", "seconds": 60, "kind": "close"}
        ]
    });
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let id = library.workshop_from_archive(archive.as_object().unwrap().clone(), &new, |_, _| Ok(())).unwrap().value;
    (library, id)
}

#[test]
fn an_accepted_finding_comes_back_when_its_facts_change() {
    let (mut library, w) = workshop();
    let finding = unowned(&library, &w);
    library.finding_accept(&w, &finding.key, "plus tard").unwrap();
    assert_eq!(unowned(&library, &w).accepted.as_deref(), Some("plus tard"));
    let task = contents(&library, &w).tasks[3].id.clone();
    library.task_edit(&w, &task, TaskEdit::Title("Autre chose".to_owned())).unwrap();
    assert!(unowned(&library, &w).is_open());
    library.undo(Some(&w)).unwrap();
    assert!(!unowned(&library, &w).is_open());
    library.finding_reopen(&w, &finding.key).unwrap();
    assert!(unowned(&library, &w).is_open());
}

#[test]
fn a_reason_is_required_and_the_finding_must_exist() {
    let (mut library, w) = workshop();
    let key = unowned(&library, &w).key;
    let empty = library.finding_accept(&w, &key, "  ");
    assert!(matches!(empty, Err(Error::Invalid { field: "reason", rule: Rule::Empty, .. })));
    let gone = library.finding_accept(&w, "unowned-task:nothing", "x");
    assert!(matches!(gone, Err(Error::NotFound { kind: "finding", .. })));
}

#[test]
fn a_copy_of_a_workshop_keeps_what_was_accepted() {
    let (mut library, w) = workshop();
    for finding in library.findings(&w).unwrap() {
        library.finding_accept(&w, &finding.key, "vu").unwrap();
    }
    let copy = library.workshop_duplicate(&w, "Copie").unwrap().value;
    assert!(library.findings(&copy).unwrap().iter().all(|finding| !finding.is_open()));
}

#[test]
fn parking_twice_leaves_one_item() {
    let (mut library, w) = workshop();
    let key = unowned(&library, &w).key;
    let first = library.finding_park(&w, &key, "La tâche 4 n’a pas de rôle.").unwrap().value;
    assert_eq!(library.finding_park(&w, &key, "encore").unwrap().value, first);
    assert!(unowned(&library, &w).is_parked);
    assert_eq!(contents(&library, &w).backlog_items.len(), 1);
}

#[test]
fn a_finding_goes_to_the_next_meeting_before_its_close_and_leaves_the_parking_lot() {
    let (mut library, w) = with_meetings();
    let key = unowned(&library, &w).key;
    library.finding_park(&w, &key, "Quatre").unwrap();
    let item = library.finding_discuss(&w, &key, "Quatre").unwrap().value;
    let after = contents(&library, &w);
    let meeting = after.meetings.iter().find(|meeting| meeting.title == "Bientôt").unwrap();
    let titles: Vec<&str> =
        after.agenda_items.iter().filter(|i| i.meeting_id == meeting.id).map(|i| i.title.as_str()).collect();
    assert_eq!(titles, ["Accueil", "Quatre", "Clôture"]);
    let finding = unowned(&library, &w);
    assert_eq!((finding.agenda_item_id, finding.is_parked), (Some(item.clone()), false));
    assert_eq!(library.finding_discuss(&w, &key, "encore").unwrap().value, item);
    library.undo(Some(&w)).unwrap();
    assert!(unowned(&library, &w).is_parked);
}

#[test]
fn without_a_meeting_ahead_nothing_is_promised() {
    let (mut library, w) = workshop();
    let key = unowned(&library, &w).key;
    let refused = library.finding_discuss(&w, &key, "Quatre");
    assert!(matches!(refused, Err(Error::Invalid { rule: Rule::NoMeeting, .. })));
}

#[test]
fn a_finding_of_several_objects_stays_accepted_and_parked_in_every_copy() {
    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    // Two roles claim the same, in more than one way: ids are given anew in the order of the lists.
    for role in [&roles[1].id, &roles[0].id] {
        library.responsibility_add(&w, Some(role), "Tenir le journal des accès").unwrap();
        library.responsibility_add(&w, Some(role), "Publier le relevé de la semaine").unwrap();
    }
    let overlaps: Vec<_> = library
        .findings(&w)
        .unwrap()
        .into_iter()
        .filter(|f| f.kind == crate::analysis::radar::FindingKind::Overlap)
        .collect();
    assert_eq!(overlaps.len(), 2);
    library.finding_accept(&w, &overlaps[0].key, "voulu").unwrap();
    library.finding_park(&w, &overlaps[1].key, "À voir").unwrap();
    // Ids are made anew, never in the same order twice.
    let mut copy = w;
    for n in 0..6 {
        copy = library.workshop_duplicate(&copy, &format!("Copie {n}")).unwrap().value;
        let found = library.findings(&copy).unwrap();
        let of = |f: &&crate::analysis::radar::Finding| f.kind == crate::analysis::radar::FindingKind::Overlap;
        assert_eq!(found.iter().filter(of).filter(|f| f.accepted.is_some()).count(), 1, "copy {n}");
        assert_eq!(found.iter().filter(of).filter(|f| f.is_parked).count(), 1, "copy {n}");
    }
}
