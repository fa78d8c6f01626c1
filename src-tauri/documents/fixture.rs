//! A workshop for the tests of this crate, made through the store as every real one is.

use couloir_core::workshop::{Language, NewWorkshop};
use couloir_core::{Contents, Library, Millis};
use serde_json::{Map, Value, json};

/// 23 November 2026, 9:00 in Paris.
pub const NINE: i64 = 1_795_420_800_000;

/// A workshop from an archive without its head.
pub fn contents(language: Language, mut archive: Map<String, Value>) -> Contents {
    archive.insert("format".to_owned(), "couloir".into());
    archive.insert("version".to_owned(), 1.into());
    let mut library = Library::in_memory(Box::new(|| Millis(NINE))).unwrap();
    let new = NewWorkshop { title: None, language, time_zone: "Europe/Paris".to_owned() };
    let made = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap();
    library.contents(&made.value).unwrap()
}

/// A workshop with four roles, people and a half day of agenda.
pub fn workshop(language: Language) -> Contents {
    contents(language, archive(language))
}

/// The archive of [`workshop`], to be changed by a test first.
pub fn archive(language: Language) -> Map<String, Value> {
    let archive = match language {
        Language::Fr => json!({
            "workshop": { "id": "w", "title": "Déploiement omnicanal", "language": "fr", "purpose": "Savoir qui porte quoi." },
            "roles": [
                { "id": "a", "letter": "A", "color": "blue", "name": "Administrateur ou administratrice" },
                { "id": "b", "letter": "B", "color": "orange", "name": "Ingénieur ou ingénieure de données" },
                { "id": "c", "letter": "C", "color": "green", "name": "Développeur ou développeuse" },
                { "id": "d", "letter": "D", "color": "purple", "name": "Responsable marketing" }
            ],
            "people": [
                { "id": "p1", "name": "Zoé Lefèvre", "organisation": "Data" },
                { "id": "p2", "name": "Karim Benali", "organisation": "Marketing" },
                { "id": "p3", "name": "Nom Privé", "is_private": 1 }
            ],
            "role_holders": [
                { "role_id": "b", "person_id": "p1" },
                { "role_id": "d", "person_id": "p2" },
                { "role_id": "a", "person_id": "p2" }
            ],
            "meetings": [{
                "id": "m", "title": "Qui porte quoi, et que nous devons-nous\u{202f}?", "starts_at": NINE, "time_zone": "Europe/Paris",
                "planned_minutes": 230, "place": "salle Atlas",
                "goal": "Chaque tâche a un rôle, chaque besoin a une réponse, et nous savons quand nous revoir.",
                "bring": "La liste de vos trois plus grandes attentes envers les autres rôles.",
                "private_notes": "NOTE PRIVÉE DE LA RÉUNION"
            }],
            "attendees": [
                { "meeting_id": "m", "person_id": "p1" },
                { "meeting_id": "m", "person_id": "p2" },
                { "meeting_id": "m", "person_id": "p3" }
            ],
            "agenda_items": [
                item("Accueil et cadre", "pourquoi nous sommes là, ce que nous emportons", 10, json!({ "presenter": "facilitation", "private_notes": "NOTE PRIVÉE DU POINT" })),
                item("Notre cas d’usage", "ce que nous servons d’abord, ce que nous laissons", 10, json!({ "presenter_role_id": "d" })),
                item("Qui tient quel rôle", "titulaires, doubles casquettes, rôles vacants", 10, json!({ "presenter": "tous" })),
                item("Tour silencieux", "cinq responsabilités pour soi, trois pour les autres", 20, json!({ "presenter": "tous" })),
                item("Rôle par rôle", "on lit, on compare, on accorde", 35, json!({ "presenter": "A · B · C · D" })),
                item("Pause", "", 15, json!({ "locked_minute": 625, "kind": "break" })),
                item("Tableau des tâches", "d’abord celles que personne ne porte", 35, json!({ "presenter": "facilitation" })),
                item("Enchaînement", "ce qui doit exister avant, ce qui peut aller de front", 20, json!({ "presenter_role_id": "a" })),
                item("Contrats", "besoins et offres à l’aveugle, puis deux par deux", 40, json!({ "presenter": "tous" })),
                item("Constats et décisions", "ce qui manque encore, ce que nous tranchons", 20, json!({ "locked_minute": 735 })),
                item("Actions et suite", "qui, quoi, quand\u{202f}; prochaine réunion", 15, json!({ "presenter_person_id": "p1" }))
            ]
        }),
        Language::En => json!({
            "workshop": { "id": "w", "title": "Omnichannel roll-out", "language": "en", "purpose": "To know who carries what." },
            "roles": [
                { "id": "a", "letter": "A", "color": "blue", "name": "Administrator" },
                { "id": "b", "letter": "B", "color": "orange", "name": "Data engineer" },
                { "id": "c", "letter": "C", "color": "green", "name": "Developer" },
                { "id": "d", "letter": "D", "color": "purple", "name": "Marketer" }
            ],
            "people": [{ "id": "p1", "name": "Zoe Fever" }],
            "meetings": [{
                "id": "m", "title": "Who carries what, and what do we owe each other?", "starts_at": NINE, "time_zone": "Europe/Paris",
                "planned_minutes": 60, "place": "Atlas room", "goal": "Every task has a role.", "bring": "Your three largest expectations."
            }],
            "attendees": [{ "meeting_id": "m", "person_id": "p1" }],
            "agenda_items": [
                item("Welcome", "why we are here", 10, json!({ "presenter": "facilitator", "section": "Opening" })),
                item("Doors close", "", 0, json!({})),
                item("Pair round 1", "A with B", 10, json!({ "presenter_role_id": "a", "parallel_group": "g", "track": 0, "section": "Contracts" })),
                item("Pair round 1", "C with D", 15, json!({ "presenter_role_id": "c", "parallel_group": "g", "track": 1 })),
                item("Break", "", 5, json!({ "locked_minute": 570, "kind": "break" })),
                item("Decisions", "what we settle", 20, json!({ "locked_minute": 574, "is_optional": 1 })),
                item("Close", "", 20, json!({ "presenter_person_id": "p1" }))
            ]
        }),
    };
    match archive {
        Value::Object(archive) => archive,
        other => panic!("{other}"),
    }
}

/// A block of meeting `m`.
pub fn item(title: &str, detail: &str, minutes: i64, more: Value) -> Value {
    let mut item = json!({ "meeting_id": "m", "title": title, "detail": detail, "seconds": minutes * 60 });
    if let (Value::Object(item), Value::Object(more)) = (&mut item, more) {
        item.extend(more);
    }
    item
}
