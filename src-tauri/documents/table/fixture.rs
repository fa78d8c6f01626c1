//! A workshop with something in every list, for the tests of exports and imports.
#![allow(clippy::unwrap_used)]

use couloir_core::workshop::{Language, NewWorkshop, Template};
use couloir_core::{Contents, Library, Millis};
use serde_json::{Map, Value, json};

/// 23 November 2026, 9:00 in Paris.
pub const NINE: i64 = 1_795_420_800_000;

/// The workshop of an archive, with `language` read from it.
pub fn workshop_of(archive: Map<String, Value>) -> Contents {
    let language = if archive["workshop"]["language"] == "en" { Language::En } else { Language::Fr };
    let mut library = Library::in_memory(Box::new(|| Millis(NINE))).unwrap();
    let new = NewWorkshop { title: None, language, time_zone: "Europe/Paris".to_owned() };
    let id = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value;
    library.contents(&id).unwrap()
}

/// The built-in example.
pub fn example(language: Language) -> Contents {
    workshop_of(Template::Ajo.archive(language).unwrap())
}

/// The built-in example in French with a meeting, people, and awkward texts in it.
pub fn everything() -> Map<String, Value> {
    let mut archive = Template::Ajo.archive(Language::Fr).unwrap();
    let more = json!({
        "people": [
            {"id": "zoe", "name": "Zoé Lefèvre", "organisation": "Data", "email": "zoe@example.org"},
            {"id": "karim", "name": "=Karim Benali", "organisation": "+33"},
            {"id": "secret", "name": "Nom Privé", "is_private": true}
        ],
        "role_holders": [
            {"role_id": "role-data", "person_id": "zoe"},
            {"role_id": "role-marketer", "person_id": "karim"},
            {"role_id": "role-admin", "person_id": "secret"}
        ],
        "slips": [{"author_id": "role-data", "role_id": "role-admin", "title": "Ouvrir les droits", "is_revealed": 1,
                   "responsibility_id": "responsibility-access"}],
        "series": [{"id": "weekly", "title": "Réunion transverse", "starts_at": NINE, "time_zone": "Europe/Paris",
                    "planned_minutes": 45, "recurrence": "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10\nEXDATE:20261207T080000Z",
                    "template_meeting_id": "first"}],
        "meetings": [
            {"id": "first", "series_id": "weekly", "title": "Qui porte quoi, et que nous devons-nous\u{202f}?",
             "status": "closed", "starts_at": NINE, "time_zone": "Europe/Paris", "planned_minutes": 60,
             "place": "salle Atlas; 2e, étage", "goal": "Savoir\nqui porte quoi", "bring": "un stylo",
             "private_notes": "NOTE PRIVÉE", "started_at": NINE + 60_000, "ended_at": NINE + 3_600_000,
             "closed_at": NINE + 3_700_000, "minutes_confirmed_at": NINE + 3_800_000, "paused_ms": 7},
            {"id": "next", "series_id": "weekly", "title": "La suite", "starts_at": NINE + 604_800_000,
             "time_zone": "Europe/Paris", "planned_minutes": 45}
        ],
        "airtimes": [{"meeting_id": "first", "role_id": "role-admin", "turns": 2, "spoken_ms": 90_000, "since": 1}],
        "attendees": [
            {"meeting_id": "first", "person_id": "zoe", "is_present": true},
            {"meeting_id": "first", "person_id": "secret", "is_present": true}
        ],
        "agenda_items": [
            {"id": "open", "meeting_id": "first", "title": "Accueil", "seconds": 600, "least_seconds": 300,
             "detail": "pourquoi nous sommes là", "kind": "frame", "presenter_role_id": "role-admin", "progress": "done",
             "private_notes": "NOTE PRIVÉE", "spent_ms": 590_000, "section": "Début"},
            {"id": "board", "meeting_id": "first", "title": "Tableau <des> *tâches*", "seconds": 3000,
             "locked_minute": 550, "presenter_person_id": "zoe", "parallel_group": "g", "track": 1, "is_optional": 1}
        ],
        "deferrals": [{"item_id": "board", "from_meeting_id": "first", "to_meeting_id": "next", "deferred_at": NINE}],
        "outcomes": [
            {"id": "decision", "meeting_id": "first", "item_id": "board", "kind": "decision", "body": "Un seul identifiant client",
             "proposer": "Zoé Lefèvre", "tally": "0 0 1 3 2 1", "is_action_wanted": true},
            {"meeting_id": "first", "item_id": "board", "kind": "action", "body": "-Écrire la liste", "decision_id": "decision",
             "owner_role_id": "role-data", "owner_person_id": "zoe", "due_on": "2026-12-01", "task_id": "task-schemas"},
            {"meeting_id": "first", "kind": "note", "body": "Une **note** en CommonMark\n\n# avec titre\n\n- et liste", "is_private": false},
            {"meeting_id": "first", "kind": "note", "body": "SECRET", "is_private": true}
        ],
        "backlog_items": [{"title": "Parler des certificats", "series_id": "weekly", "reason": "plus de temps",
                           "finding": "unowned-task:task-schemas"}],
        "references": [{"item_id": "board", "task_id": "task-schemas"}, {"outcome_id": "decision", "finding": "vacant-role:role-developer"}],
        "servings": [{"task_id": "task-schemas", "contract_id": "contract-ab-1"}],
        "pulses": [{"contract_id": "contract-ab-1", "meeting_id": "first", "verdict": "not_kept", "note": "trop tard", "taken_at": NINE}],
        "acceptances": [{"finding": "vacant-role:role-developer", "facts": "0", "reason": "recrutement", "accepted_at": NINE}]
    });
    let Value::Object(more) = more else { panic!("an object") };
    archive.extend(more);
    archive["tasks"][0]["due_on"] = "2026-12-11".into();
    archive["tasks"][0]["person_id"] = "zoe".into();
    archive["contracts"][0]["need"] = "=HYPERLINK(\"http://evil\")".into();
    archive["contracts"][0]["giver_agreed_on"] = "2026-11-23".into();
    archive["contracts"][0]["receiver_agreed_on"] = "2026-11-23".into();
    archive["contracts"][0]["review_on"] = "2027-02-23".into();
    archive
}
