#![allow(clippy::unwrap_used)]

use serde_json::{Map, Value, json};

use crate::testing::{NOW, library};
use crate::workshop::{Language, NewWorkshop, Template, WorkshopId};
use crate::{Error, Library, Rule};

fn new() -> NewWorkshop {
    NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() }
}

/// Everything private says SECRET, its days are in March 2019.
fn lived() -> (Library, WorkshopId) {
    let mut library = library();
    let mut archive = Template::Event.archive(Language::Fr).unwrap();
    let workshop = archive["workshop"].as_object_mut().unwrap();
    for (column, value) in [("organisation", "SECRET"), ("place", "SECRET"), ("held_on", "2019-03-05")] {
        workshop.insert(column.to_owned(), value.into());
    }
    for task in archive["tasks"].as_array_mut().unwrap() {
        for (column, value) in [("notes", "SECRET"), ("due_on", "2019-03-06"), ("status", "done"), ("person_id", "p")] {
            task[column] = value.into();
        }
    }
    let line = &mut archive["contracts"][0];
    for (column, value) in [("review_on", json!("2019-03-07")), ("disputed_at", json!(1)), ("dispute", json!("SECRET"))]
    {
        line[column] = value;
    }
    let role = archive["roles"][0]["id"].clone();
    let other = archive["roles"][1]["id"].clone();
    let march = 1_551_776_400_000_i64;
    let more = json!({
        "people": [{"id": "p", "name": "SECRET", "email": "secret@example.org", "organisation": "SECRET"}],
        "role_holders": [{"role_id": role, "person_id": "p"}],
        "series": [{"id": "s", "position": "a", "title": "Point", "starts_at": march, "time_zone": "Europe/Paris",
                    "planned_minutes": 45, "template_meeting_id": "m2",
                    "recurrence": "RRULE:FREQ=WEEKLY;UNTIL=20190601T000000Z\nEXDATE;TZID=Europe/Paris:20190312T100000"}],
        "meetings": [
            {"id": "m1", "series_id": "s", "title": "Point", "starts_at": march, "time_zone": "Europe/Paris",
             "planned_minutes": 45, "place": "SECRET", "private_notes": "SECRET", "status": "closed", "closed_at": march},
            {"id": "m2", "series_id": "s", "title": "SECRET", "starts_at": march + 604_800_000, "time_zone": "Europe/Paris",
             "planned_minutes": 45}
        ],
        "attendees": [{"meeting_id": "m1", "person_id": "p"}],
        "agenda_items": [{"id": "i", "meeting_id": "m1", "title": "Tour", "seconds": 600, "private_notes": "SECRET",
                          "presenter": "SECRET", "presenter_person_id": "p", "progress": "done", "spent_ms": 5}],
        "outcomes": [{"meeting_id": "m1", "item_id": "i", "kind": "decision", "body": "SECRET", "proposer": "SECRET"},
                     {"meeting_id": "m1", "kind": "note", "body": "SECRET", "is_private": 1}],
        "backlog_items": [{"title": "SECRET", "reason": "SECRET"}],
        "slips": [{"author_id": role, "title": "SECRET"}],
        "resources": [{"title": "SECRET", "url": "mailto:secret@example.org"}, {"title": "Guide", "url": "https://example.org"}],
        "acceptances": [{"finding": "unowned:x", "facts": "SECRET", "reason": "SECRET", "accepted_at": march}]
    });
    let blind = json!({"id": "b", "giver_id": role, "receiver_id": other, "need": "SECRET", "is_revealed": 0});
    archive["contracts"].as_array_mut().unwrap().push(blind);
    archive.extend(more.as_object().unwrap().clone());
    let id = library.workshop_from_archive(archive, &new(), |_, _| Ok(())).unwrap().value;
    (library, id)
}

fn said(archive: &Map<String, Value>) -> String {
    serde_json::to_string(archive).unwrap()
}

#[test]
fn nothing_private_is_in_a_template_and_its_texts_are() {
    let (mut library, id) = lived();
    let before = library.contents(&id).unwrap();
    assert!(library.template_leaves_out(&id).unwrap().len() > 12);
    let made = library.template_make(&id, "Modèle", None).unwrap().value;
    assert_eq!(library.contents(&id).unwrap(), before);
    // In the store as in the file.
    let kept = serde_json::to_string(&library.contents(&made).unwrap()).unwrap();
    for text in [kept, said(&library.template_archive(&made).unwrap())] {
        for private in ["SECRET", "secret@", "2019", "15517", "done", "EXDATE", "UNTIL"] {
            assert!(!text.contains(private), "{private}: {text}");
        }
    }
    let template = library.contents(&made).unwrap();
    assert_eq!(template.tasks.len(), before.tasks.len());
    assert!(template.tasks.iter().zip(&before.tasks).all(|(one, other)| one.title == other.title));
    assert_eq!(template.contracts.len(), before.contracts.len() - 1);
    assert_eq!((template.meetings.len(), template.agenda_items[0].title.as_str()), (1, "Tour"));
    assert_eq!(template.series[0].template_meeting_id.as_ref(), Some(&template.meetings[0].id));
    assert!(library.template_leaves_out(&made).unwrap().is_empty());
    library.undo(None).unwrap();
    assert!(library.own_templates().unwrap().is_empty());
}

#[test]
fn a_template_goes_out_and_comes_back_and_what_is_made_of_it_equals_it() {
    let (mut library, id) = lived();
    let made = library.template_make(&id, "Modèle", Some("Pour la suite")).unwrap().value;
    let archive = library.template_archive(&made).unwrap();
    let taken = library.template_take(archive.clone()).unwrap().value;
    assert_eq!(said(&library.template_archive(&taken).unwrap()), said(&archive));
    let workshop = library.workshop_from_own_template(&made, &new()).unwrap().value;
    let contents = library.contents(&workshop).unwrap();
    assert!(!contents.workshop.is_template);
    // A Tuesday at ten stays one, and is ahead.
    assert_eq!(contents.meetings[0].starts_at.utc().to_rfc3339(), "2026-11-24T09:00:00+00:00");
    assert!(contents.meetings[0].starts_at > NOW);
    let again = library.template_make(&workshop, "Modèle", None).unwrap().value;
    assert_eq!(said(&library.template_archive(&again).unwrap()), said(&archive));
    // A later change of the template touches nothing made of it.
    library.workshop_rename(&made, "Autre").unwrap();
    library.template_delete(&made).unwrap();
    assert_eq!(library.contents(&workshop).unwrap(), contents);
    library.undo(None).unwrap();
    assert_eq!(library.own_templates().unwrap().len(), 3);
}

#[test]
fn the_file_of_a_template_begins_a_workshop_as_the_template_does() {
    let (mut library, id) = lived();
    let made = library.template_make(&id, "Modèle", None).unwrap().value;
    let file = library.template_archive(&made).unwrap();
    let begun = library.workshop_from_own_template(&made, &new()).unwrap().value;
    let opened = library.workshop_from_archive(file.clone(), &new(), |_, _| Ok(())).unwrap().value;
    let [begun, opened] = [begun, opened].map(|id| {
        let contents = library.contents(&id).unwrap();
        assert!(!contents.workshop.is_template && contents.meetings[0].starts_at > NOW);
        contents.meetings[0].starts_at
    });
    assert_eq!(begun, opened);
    // Somebody may have written more into it.
    let mut written = file;
    written["workshop"]["organisation"] = "SECRET".into();
    let opened = library.workshop_from_archive(written, &new(), |_, _| Ok(())).unwrap().value;
    assert_eq!(library.contents(&opened).unwrap().workshop.organisation, "");
    // A template is no workshop, wherever workshops are listed.
    assert!(library.workshops().unwrap().iter().all(|workshop| workshop.id != made));
    assert_eq!(library.own_templates().unwrap()[0].id, made);
}

#[test]
fn a_workshop_and_a_newer_file_are_no_templates() {
    let (mut library, id) = lived();
    let is_refused = |error: Error| matches!(error, Error::Invalid { rule: Rule::NotATemplate, .. });
    assert!(is_refused(library.template_archive(&id).unwrap_err()));
    assert!(is_refused(library.template_delete(&id).unwrap_err()));
    assert!(is_refused(library.template_take(Template::Event.archive(Language::Fr).unwrap()).unwrap_err()));
    let made = library.template_make(&id, "Modèle", None).unwrap().value;
    let mut newer = library.template_archive(&made).unwrap();
    newer.insert("version".to_owned(), 9.into());
    assert!(matches!(library.template_take(newer).unwrap_err(), Error::FileTooNew { found: 9, .. }));
    assert_eq!(library.own_templates().unwrap().len(), 1);
}
