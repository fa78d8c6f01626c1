//! Each document says what it is for.

use super::*;

fn lived_text(document: Document, language: Language) -> String {
    let contents = fixture::lived(language);
    let meeting_id = Some(contents.meetings[0].id.clone());
    let bytes = pdf(&contents, &Request { meeting_id, ..request(document, language) }).unwrap();
    assert_well_made(&bytes, language);
    text(&open(&bytes))
}

#[test]
fn minutes_put_decisions_and_actions_first_and_keep_secrets() {
    let text = lived_text(Document::Minutes, Language::Fr);
    assert_in_order(
        &text,
        &[
            "BROUILLON",
            "COMPTE RENDU",
            "9 h 03 – 12 h 50",
            "Présences",
            "Zoé Lefèvre, Karim Benali",
            "Absences",
            "Ana Duarte",
            "Décisions",
            "D1",
            "e-mail haché",
            "Proposée par Zoé Lefèvre",
            "1 × 2, 2 × 4, 1 × 5",
            "Actions",
            "A1",
            "D1",
            "01/12/2026",
            "A2",
            "en retard",
            "A3",
            "personne",
            "sans date",
            "Point par point",
            "Tableau des tâches",
            "sans rôle",
            "l’identifiant commun",
            "Reporté",
            "Enchaînement",
            "Point transverse",
        ],
    );
    assert!(!text.contains("SECRET"));
}

#[test]
fn the_script_has_private_notes_and_materials() {
    let text = lived_text(Document::Script, Language::En);
    assert_in_order(
        &text,
        &["FACILITATOR SCRIPT", "private notes", "Materials", "9:00", "Goal", "Method", "Private notes"],
    );
    assert!(text.contains("Let the quietest person speak first."));
    assert!(!lived_text(Document::Agenda, Language::En).contains("quietest"));
}

#[test]
fn the_board_shows_every_card_once_in_its_lane() {
    for language in [Language::Fr, Language::En] {
        let text = lived_text(Document::Board, language);
        for task in fixture::lived(language).tasks {
            assert_eq!(text.matches(&task.title).count(), 1, "{} in {text}", task.title);
        }
    }
}

#[test]
fn a_crowded_lane_never_splits_a_card() {
    let mut archive = fixture::lived_archive(Language::Fr);
    let tasks: Vec<_> = (1..=120)
        .map(|n| json!({ "number": n, "title": format!("Carte {n:03} du couloir"), "detail": format!("détail {n:03}"), "role_id": "role-data" }))
        .collect();
    archive.insert("tasks".to_owned(), tasks.into());
    for list in ["task_dependencies", "involvements", "taggings"] {
        archive.remove(list);
    }
    let contents = fixture::contents(Language::Fr, archive);
    for is_by_role in [false, true] {
        let bytes = pdf(&contents, &Request { is_by_role, ..request(Document::Board, Language::Fr) }).unwrap();
        let pdf = open(&bytes);
        let mut cards = 0;
        for number in pdf.get_pages().into_keys() {
            let page = pdf.extract_text(&[number]).unwrap();
            for n in 1..=120 {
                let (title, detail) =
                    (page.contains(&format!("Carte {n:03}")), page.contains(&format!("détail {n:03}")));
                assert_eq!(title, detail, "card {n} on page {number}");
                cards += usize::from(title);
            }
        }
        assert_eq!(cards, 120);
    }
}

#[test]
fn a_role_sheet_is_one_page_and_says_what_is_given_and_got() {
    for language in [Language::Fr, Language::En] {
        let contents = fixture::lived(language);
        let pdf = open(&pdf(&contents, &request(Document::Roles, language)).unwrap());
        assert_eq!(pdf.get_pages().len(), contents.roles.len());
        for (role, number) in contents.roles.iter().zip(pdf.get_pages().into_keys()) {
            let page = pdf.extract_text(&[number]).unwrap();
            let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(page.contains(&role.name) && page.contains("Signature"), "{page}");
            for duty in contents.responsibilities.iter().filter(|duty| duty.role_id.as_ref() == Some(&role.id)) {
                assert!(page.contains(&duty.title), "{} in {page}", duty.title);
            }
        }
    }
}

#[test]
fn contracts_count_and_carry_every_line_to_sign() {
    let contents = fixture::lived(Language::Fr);
    let text = lived_text(Document::Contracts, Language::Fr);
    assert_in_order(&text, &["CONTRATS DE COLLABORATION", "9 lignes convenues sur 36, soit 25 %", "tout convenu"]);
    for contract in &contents.contracts {
        let said = contract.offer.as_ref().or(contract.need.as_ref()).unwrap();
        assert!(text.contains(said), "{said} in {text}");
    }
    assert_eq!(text.matches("Signature").count(), 12);
}

#[test]
fn the_relay_follows_the_dependencies_and_flags_what_must_start_early() {
    let text = lived_text(Document::Relay, Language::En);
    let contents = fixture::lived(Language::En);
    let steps: Vec<&str> = contents.steps.iter().map(|step| step.title.as_str()).collect();
    assert_in_order(&text, &steps);
    assert_in_order(&text, &["can start at once", "alongside step 3", "start early"]);
}

#[test]
fn the_wall_kit_has_a_card_for_every_task_eight_a_sheet() {
    let contents = fixture::lived(Language::Fr);
    let pdf = open(&pdf(&contents, &request(Document::WallKit, Language::Fr)).unwrap());
    // Two sheets of lane headers, three of cards, one each of blank cards, needs and offers; then the poster of five
    // by five cells: its plan and four sheets.
    assert_eq!(pdf.get_pages().len(), 13);
    let text = text(&pdf);
    for task in &contents.tasks {
        assert_eq!(text.matches(&task.title).count(), 1, "{}", task.title);
    }
    assert_eq!(text.matches("J’ai besoin").count(), 8);
    assert_in_order(&text, &["A1", "B1", "A2", "B2", "Qui donne quoi à qui · A1", "Qui donne quoi à qui · B2"]);
}

#[test]
fn the_record_holds_everything_but_secrets() {
    let text = lived_text(Document::Record, Language::Fr);
    let parts = [
        "Sommaire",
        "Rôles",
        "Tâches",
        "Matrice RACI",
        "Enchaînement",
        "Contrats de collaboration",
        "Réunions",
        "D1",
        "Parking",
        "Ressources",
    ];
    assert_in_order(&text, &parts);
    assert!(!text.contains("SECRET") && !text.contains("plus discrète"));
}

#[test]
fn an_empty_workshop_has_a_good_page_for_every_document() {
    for language in [Language::Fr, Language::En] {
        let mut archive = serde_json::Map::new();
        archive.insert("workshop".to_owned(), json!({ "id": "w", "title": "Vide", "language": language.tag() }));
        let contents = fixture::contents(language, archive);
        for document in Document::ALL {
            let bytes = pdf(&contents, &request(*document, language)).unwrap();
            assert_well_made(&bytes, language);
            let said = text(&open(&bytes));
            assert!(!said.contains("document-"), "{}: {said}", document.code());
        }
    }
}

#[test]
fn no_word_is_missing_in_either_language() {
    for language in [Language::Fr, Language::En] {
        for document in Document::ALL {
            let text = lived_text(*document, language);
            assert!(!text.contains("document-"), "{} {}: {text}", document.code(), language.tag());
        }
    }
}

#[test]
fn minutes_say_what_the_meeting_changed() {
    for (language, title) in [(Language::Fr, "Ce que la réunion a changé"), (Language::En, "What the meeting changed")]
    {
        let end = fixture::lived(language);
        let mut start = end.clone();
        for task in &mut start.tasks {
            task.role_id = None;
        }
        let mut now = end.clone();
        now.tasks.clear();
        let meeting_id = Some(end.meetings[0].id.clone());
        let request = Request { meeting_id, ..request(Document::Minutes, language) };
        let before = crate::Before { name: "", contents: &start, until: Some(&end) };
        let made = crate::print_since(&now, Some(&before), &request).unwrap();
        assert_well_made(&made.bytes, language);
        let said = text(&open(&made.bytes));
        // From 21 tasks without a role to 2, whatever happened after the meeting.
        let figures = said.split(title).nth(1).unwrap();
        assert_in_order(figures, &["21", "2"]);

        let same = crate::Before { name: "", contents: &end, until: Some(&end) };
        let made = crate::print_since(&now, Some(&same), &request).unwrap();
        assert!(!text(&open(&made.bytes)).contains(title), "nothing changed, nothing to compare");
    }
}

#[test]
fn the_gap_report_says_what_is_missing_and_what_changed() {
    let after = fixture::lived(Language::Fr);
    let before = Contents { contracts: Vec::new(), ..after.clone() };
    let mut before_tasks = before;
    for task in &mut before_tasks.tasks {
        task.role_id = None;
    }
    let since = crate::Before { name: "Le matin", contents: &before_tasks, until: None };
    let made = crate::print_since(&after, Some(&since), &request(Document::Gaps, Language::Fr)).unwrap();
    assert_well_made(&made.bytes, Language::Fr);
    let text = text(&open(&made.bytes));
    assert_in_order(
        &text,
        &[
            "RAPPORT DE CONSTATS",
            "constats ouverts",
            "Depuis Le matin",
            "avant",
            "après",
            "Tâches sans rôle",
            "21",
            "2",
            "Lignes convenues",
            "Constats réglés",
            "Tâches qui ont changé de rôle",
            "Besoins sans réponse",
        ],
    );
    let found = couloir_core::analysis::radar::findings(&after, chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    for finding in found.iter().filter(|finding| finding.is_open()) {
        let said = couloir_messages::told(
            couloir_messages::Language::French,
            &format!("finding-{}", finding.kind.name()),
            &finding.args,
        );
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&said), "{said} in {text}");
    }
}
