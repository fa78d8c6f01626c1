//! A workshop for the tests of this crate, made through the store as every real one is.

use couloir_core::agenda::BuiltinAgenda;
use couloir_core::workshop::{Language, NewWorkshop, Template};
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

/// The built-in example after its half day: people, an agenda with methods and notes, outcomes, matched and agreed
/// contracts, a deferral and a parking lot.
pub fn lived(language: Language) -> Contents {
    contents(language, lived_archive(language))
}

/// The archive of [`lived`], to be changed by a test first.
pub fn lived_archive(language: Language) -> Map<String, Value> {
    let mut archive = Template::Ajo.archive(language).unwrap();
    let is_french = language == Language::Fr;
    let say = |fr: &'static str, en: &'static str| if is_french { fr } else { en };
    let statuses = ["done", "doing", "blocked", "todo", "todo"];
    for (index, task) in rows(&mut archive, "tasks").enumerate() {
        task.insert("status".to_owned(), statuses[index % statuses.len()].into());
        if index % 9 == 7 {
            task.remove("role_id");
        }
    }
    for (index, contract) in rows(&mut archive, "contracts").enumerate() {
        let both = say("Savoir d’avance ce qui change, et quand", "To know ahead what changes, and when");
        if index % 2 == 0 {
            let side = if contract.contains_key("need") { "offer" } else { "need" };
            contract.insert(side.to_owned(), both.into());
        }
        if index % 4 == 0 {
            contract.insert("giver_agreed_on".to_owned(), "2026-11-23".into());
            contract.insert("receiver_agreed_on".to_owned(), "2026-11-23".into());
            contract.insert("review_on".to_owned(), "2027-02-23".into());
            contract.insert("cadence".to_owned(), say("chaque lundi", "every Monday").into());
        }
        if index == 6 {
            contract.insert("disputed_at".to_owned(), NINE.into());
            contract.insert(
                "dispute".to_owned(),
                say("le délai de deux jours est trop court", "two days are too short").into(),
            );
        }
    }
    let plan = BuiltinAgenda::HalfDay.load(language).unwrap();
    let items: Vec<Value> = plan.meetings[0]
        .items
        .iter()
        .enumerate()
        .map(|(index, block)| {
            let mut item = json!({
                "id": format!("i{index}"), "meeting_id": "m", "title": block.title, "kind": block.kind,
                "section": block.section, "detail": block.detail, "goal": block.goal, "instruction": block.instruction,
                "method": block.method, "materials": block.materials, "private_notes": block.private_notes,
                "presenter": block.presenter, "seconds": block.minutes * 60, "least_seconds": block.least_minutes * 60,
                "is_optional": i32::from(block.is_optional)
            });
            if index == 4 {
                let note = say("Laisser parler la personne la plus discrète.", "Let the quietest person speak first.");
                item["private_notes"] = note.into();
            }
            if index == 5 {
                item["locked_minute"] = 625.into();
            }
            item
        })
        .collect();
    archive.insert("agenda_items".to_owned(), items.into());
    archive.insert(
        "people".to_owned(),
        json!([
            { "id": "p1", "name": "Zoé Lefèvre", "organisation": "Data" },
            { "id": "p2", "name": "Karim Benali", "organisation": "Marketing" },
            { "id": "p3", "name": "Ana Duarte" }
        ]),
    );
    archive.insert(
        "role_holders".to_owned(),
        json!([
            { "role_id": "role-data", "person_id": "p1" },
            { "role_id": "role-marketer", "person_id": "p2" },
            { "role_id": "role-admin", "person_id": "p2" },
            { "role_id": "role-admin", "person_id": "p3" }
        ]),
    );
    archive.insert("meetings".to_owned(), json!([
        {
            "id": "m", "title": say("Qui porte quoi, et que nous devons-nous\u{202f}?", "Who carries what, and what do we owe each other?"),
            "status": "closed", "starts_at": NINE, "time_zone": "Europe/Paris", "planned_minutes": 230,
            "place": say("salle Atlas", "Atlas room"),
            "goal": say("Chaque tâche a un rôle, chaque besoin a une réponse.", "Every task has a role, every need an answer."),
            "bring": say("Vos trois plus grandes attentes envers les autres rôles.", "Your three largest expectations of the other roles."),
            "started_at": NINE + 180_000, "ended_at": NINE + 230 * 60_000
        },
        { "id": "next", "title": say("Point transverse", "Cross-functional meeting"), "starts_at": NINE + 7 * 86_400_000, "time_zone": "Europe/Paris", "planned_minutes": 45 }
    ]));
    archive.insert(
        "attendees".to_owned(),
        json!([
            { "meeting_id": "m", "person_id": "p1", "is_present": 1 },
            { "meeting_id": "m", "person_id": "p2", "is_present": 1 },
            { "meeting_id": "m", "person_id": "p3" }
        ]),
    );
    let outcome = |id: &str, item: &str, kind: &str, body: &str, more: Value| {
        let mut row = json!({ "id": id, "meeting_id": "m", "item_id": item, "kind": kind, "body": body });
        if let (Value::Object(row), Value::Object(more)) = (&mut row, more) {
            row.extend(more);
        }
        row
    };
    archive.insert("outcomes".to_owned(), json!([
        outcome("o1", "i6", "decision", say("L’identifiant client commun est l’e-mail haché.", "The common customer identifier is the hashed e-mail."), json!({ "proposer": "Zoé Lefèvre", "tally": "0 0 1 0 2 1", "objections": say("prévoir le cas des clients sans e-mail", "think of customers without e-mail"), "is_action_wanted": 1 })),
        outcome("o2", "i9", "decision", say("Les préréglages de canaux sont relus par le marketing avant ouverture.", "Marketing reads the channel presets before they open."), json!({ "tally": "0 0 0 0 1 3" })),
        outcome("o3", "i10", "action", say("Écrire la règle de l’identifiant et la faire relire.", "Write the identifier rule and have it read."), json!({ "decision_id": "o1", "owner_person_id": "p1", "owner_role_id": "role-data", "due_on": "2026-12-01" })),
        outcome("o4", "i10", "action", say("Ouvrir le bac à sable de test.", "Open the test sandbox."), json!({ "owner_role_id": "role-admin", "due_on": "2026-11-20" })),
        outcome("o5", "i10", "action", say("Choisir le premier cas d’usage.", "Choose the first use case."), json!({})),
        outcome("o6", "i6", "note", say("Trois tâches restent **sans rôle** :\n\n- l’identifiant commun\n- la conformité des *sources*\n\n> À reprendre la semaine prochaine.", "Three tasks remain **without a role**:\n\n- the common identifier\n- compliance of the *sources*\n\n> To be taken up next week."), json!({})),
        outcome("o7", "i6", "note", "SECRET", json!({ "is_private": 1 }))
    ]));
    archive.insert(
        "deferrals".to_owned(),
        json!([
            { "item_id": "i7", "from_meeting_id": "m", "to_meeting_id": "next", "deferred_at": NINE }
        ]),
    );
    archive.insert("backlog_items".to_owned(), json!([
        { "title": say("Règles de gouvernance des données", "Data governance rules"), "reason": say("ne tenait pas dans les 230 min", "did not fit into 230 min") }
    ]));
    archive
}

fn rows<'a>(archive: &'a mut Map<String, Value>, list: &str) -> impl Iterator<Item = &'a mut Map<String, Value>> {
    archive.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_object_mut)
}

/// A workshop with `count` roles of long names, in which everyone has a part in every task and something stands
/// between many pairs.
pub fn many_roles(language: Language, count: usize) -> Contents {
    const NAMES: [&str; 8] = [
        "Responsable de l’expérience client omnicanale",
        "Administratrice ou administrateur fonctionnel",
        "Coordination",
        "Ingénieure ou ingénieur de l’industrialisation des données personnelles et du consentement",
        "DIRECTION DE L’ORGANISATION",
        "Développeuse ou développeur d’applications",
        "Anticonstitutionnalisationologue",
        "Marketing",
    ];
    let role = |index: usize| format!("r{}", index % count);
    let letter = |index: usize| {
        let last = char::from(b'A' + u8::try_from(index % 26).unwrap());
        if index < 26 { last.to_string() } else { format!("A{last}") }
    };
    let mut archive = Map::new();
    let title = "Déploiement omnicanal et réorganisation transversale";
    archive.insert("workshop".to_owned(), json!({ "id": "w", "title": title, "language": language.tag() }));
    let colors = ["blue", "orange", "green", "purple", "red", "teal", "olive", "brown"];
    let roles = (0..count).map(|index| {
        let name = format!("{} {}", NAMES[index % NAMES.len()], index + 1);
        json!({ "id": role(index), "letter": letter(index), "color": colors[index % colors.len()], "name": name })
    });
    archive.insert("roles".to_owned(), roles.collect());
    let steps =
        (0..9).map(|index| json!({ "id": format!("s{index}"), "title": format!("Contractualisation {index}") }));
    archive.insert("steps".to_owned(), steps.collect());
    let tasks = (0..24).map(|index| {
        json!({
            "id": format!("t{index}"), "number": index + 1, "role_id": role(index), "step_id": format!("s{}", index % 9),
            "title": format!("Préparer et tenir la réunion annuelle d’industrialisation n° {}", index + 1),
            "detail": "compte tenu des approvisionnements intercontinentaux"
        })
    });
    archive.insert("tasks".to_owned(), tasks.collect());
    let parts = ["responsible", "consulted", "informed"];
    let involvements = (0..24).flat_map(|task| {
        (0..count).map(move |index| {
            let part = if index == task % count { "responsible" } else { parts[(task + index) % 3] };
            json!({ "task_id": format!("t{task}"), "role_id": format!("r{index}"), "part": part })
        })
    });
    archive.insert("involvements".to_owned(), involvements.collect());
    let mut contracts = Vec::new();
    for giver in 0..count {
        for away in 1..count.min(4) {
            for line in 0..=away {
                let mut row = json!({ "giver_id": role(giver), "receiver_id": role(giver + away), "need": "Être prévenu des indisponibilités" });
                if line > 0 {
                    row["offer"] = "Une documentation contractuelle tenue à jour".into();
                }
                if line == 2 {
                    row["giver_agreed_on"] = "2026-11-23".into();
                    row["receiver_agreed_on"] = "2026-11-23".into();
                }
                if line == 3 {
                    row["disputed_at"] = NINE.into();
                }
                contracts.push(row);
            }
        }
    }
    archive.insert("contracts".to_owned(), contracts.into());
    contents(language, archive)
}
