//! What is on the pages, and what kind of file they are in.

use couloir_core::Contents;
use couloir_core::workshop::Language;
use lopdf::{Dictionary, Document as Pdf, Object};
use serde_json::json;

use crate::fixture;
use crate::{Document, Error, Request, pages, pdf, print};

fn request(document: Document, language: Language) -> Request {
    Request::new(document, language, chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn open(bytes: &[u8]) -> Pdf {
    Pdf::load_mem(bytes).unwrap()
}

/// Text of all pages, spaces and line ends as single spaces.
fn text(pdf: &Pdf) -> String {
    let numbers: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&numbers).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is missing or out of order in: {text}"));
        rest = &rest[at + part.len()..];
    }
}

fn catalog(pdf: &Pdf) -> &Dictionary {
    pdf.catalog().unwrap()
}

/// The promises every PDF keeps: tagged, titled, in its language, with an outline and subset fonts inside.
fn assert_well_made(bytes: &[u8], language: Language) {
    let pdf = open(bytes);
    let catalog = catalog(&pdf);
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), language.tag().as_bytes());
    let marked = catalog.get_deref(b"MarkInfo", &pdf).unwrap().as_dict().unwrap();
    assert_eq!(marked.get(b"Marked").unwrap(), &Object::Boolean(true));
    assert!(catalog.has(b"StructTreeRoot"));
    assert!(catalog.has(b"Outlines"), "no outline");
    let shown = catalog.get_deref(b"ViewerPreferences", &pdf).unwrap().as_dict().unwrap();
    assert_eq!(shown.get(b"DisplayDocTitle").unwrap(), &Object::Boolean(true));
    let metadata = catalog.get_deref(b"Metadata", &pdf).unwrap().as_stream().unwrap();
    let metadata = String::from_utf8_lossy(&metadata.content);
    assert!(metadata.contains("pdfuaid:part"), "{metadata}");
    assert!(metadata.contains("dc:title"));
    let mut fonts = 0;
    for object in pdf.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"FontDescriptor") {
            let name = font.get(b"FontName").unwrap().as_name().unwrap();
            assert_eq!(name[6], b'+', "{} is no subset", String::from_utf8_lossy(name));
            assert!(font.has(b"FontFile3") || font.has(b"FontFile2"), "not embedded");
            fonts += 1;
        }
    }
    assert!(fonts >= 1);
}

#[test]
fn the_agenda_says_when_and_what() {
    let bytes = pdf(&fixture::workshop(Language::Fr), &request(Document::Agenda, Language::Fr)).unwrap();
    assert_well_made(&bytes, Language::Fr);
    let pdf = open(&bytes);
    assert_eq!(pdf.get_pages().len(), 1);
    let text = text(&pdf);
    assert_in_order(
        &text,
        &[
            "ORDRE DU JOUR",
            "Qui porte quoi, et que nous devons-nous ?",
            "lundi 23 novembre 2026, 9 h – 12 h 50",
            "salle Atlas · 3 personnes · 230 min",
            "But",
            "À apporter",
            "Heure",
            "Conduit par",
            "9:00",
            "Accueil et cadre",
            "facilitation",
            "10",
            "9:10",
            "Notre cas d’usage",
            "9:20",
            "9:30",
            "9:50",
            "10:25",
            "Pause",
            "10:40",
            "11:15",
            "11:35",
            "12:15",
            "Constats et décisions",
            "12:35",
            "Zoé Lefèvre",
            "fin",
            "12:50",
            "total",
            "230 min",
            "Administrateur ou administratrice",
            "Déploiement omnicanal",
        ],
    );
    assert!(!text.contains("PRIVÉE") && !text.contains("Privé"), "{text}");
    assert!(bytes.len() <= 25_000, "{} bytes", bytes.len());
}

#[test]
fn the_agenda_shows_sections_markers_tracks_spare_and_overlap() {
    let bytes = pdf(&fixture::workshop(Language::En), &request(Document::Agenda, Language::En)).unwrap();
    assert_well_made(&bytes, Language::En);
    let text = text(&open(&bytes));
    assert_in_order(
        &text,
        &[
            "AGENDA",
            "Monday 23 November 2026, 9:00 – 10:14",
            "Atlas room · 1 person · 74 min",
            "Opening",
            "9:10",
            "Doors close",
            "Contracts",
            "9:10",
            "9:10",
            "C with D",
            "5 min to spare",
            "9:30",
            "1 min overlap",
            "9:34",
            "optional",
            "9:54",
        ],
    );
}

#[test]
fn a_workshop_without_a_meeting_says_so_on_one_page() {
    for language in [Language::Fr, Language::En] {
        let mut archive = fixture::archive(language);
        for list in ["meetings", "attendees", "agenda_items"] {
            archive.remove(list);
        }
        let contents = fixture::contents(language, archive);
        let bytes = pdf(&contents, &request(Document::Agenda, language)).unwrap();
        assert_well_made(&bytes, language);
        assert_eq!(open(&bytes).get_pages().len(), 1);
        let said = if language == Language::Fr { "pas encore de réunion" } else { "no meeting yet" };
        assert!(text(&open(&bytes)).contains(said));
    }
}

#[test]
fn an_unknown_meeting_is_refused() {
    let contents = fixture::workshop(Language::Fr);
    let request = Request { meeting_id: Some("nowhere".into()), ..request(Document::Agenda, Language::Fr) };
    assert!(matches!(pdf(&contents, &request), Err(Error::UnknownMeeting(_))));
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let contents = fixture::workshop(Language::Fr);
    let request = request(Document::Agenda, Language::Fr);
    let first = pdf(&contents, &request).unwrap();
    typst::comemo::evict(0);
    assert!(first == pdf(&contents, &request).unwrap());
}

#[test]
fn the_preview_has_the_pages_of_the_pdf() {
    let contents = fixture::workshop(Language::Fr);
    let request = request(Document::Agenda, Language::Fr);
    let preview = pages(&contents, &request).unwrap();
    assert_eq!(preview.svg.len(), open(&pdf(&contents, &request).unwrap()).get_pages().len());
    assert!(preview.svg[0].starts_with("<svg"));
    assert!(crate::picture(&contents, &request, 0, 1.0).unwrap().starts_with(b"\x89PNG"));
    assert!(matches!(crate::picture(&contents, &request, 9, 1.0), Err(Error::UnknownPage(10))));
}

/// Puts `hostile` into every text of a workshop, past the rules of the store: pages must bear what an older or a
/// damaged file may hold.
fn with_text_everywhere(language: Language, hostile: &str) -> Contents {
    const KEPT: [&str; 16] = [
        "id",
        "letter",
        "color",
        "time_zone",
        "language",
        "kind",
        "parallel_group",
        "status",
        "state",
        "mode",
        "part",
        "position",
        "board_columns",
        "progress",
        "verdict",
        "finding",
    ];
    const LONG: [&str; 7] = ["body", "private_notes", "method", "mandate", "purpose", "goal", "bring"];
    let mut contents = serde_json::to_value(fixture::lived(language)).unwrap();
    for list in contents.as_object_mut().unwrap().values_mut() {
        let rows = match list {
            serde_json::Value::Array(rows) => rows.as_mut_slice(),
            row => std::slice::from_mut(row),
        };
        for (column, value) in rows.iter_mut().filter_map(|row| row.as_object_mut()).flatten() {
            let column = column.as_str();
            if !value.is_string() || KEPT.contains(&column) || column.ends_with("_id") || column.ends_with("_on") {
                continue;
            }
            let most = if column == "body" {
                usize::MAX
            } else if LONG.contains(&column) {
                4_000
            } else {
                300
            };
            *value = hostile.chars().take(most).collect::<String>().into();
        }
    }
    serde_json::from_value(contents).unwrap()
}

#[test]
fn any_text_prints() {
    let long = "mot ".repeat(10_000);
    let unbroken = "a".repeat(5_000);
    let corpus = [
        "",
        "#\"\\[]{}$*_`<>@~= - + / // /* */ \\u{41} #panic()",
        "👩‍🚀 🏳️‍🌈 🇫🇷 1️⃣ 会議 日本語 한국어 ไทย हिन्दी",
        "العربية: من يحمل ماذا؟ עברית: מי נושא מה? mixed left مختلط",
        "e\u{301}\u{302}\u{303} Z̷̢̛a̶l̸g̴o\u{35c} \u{200b}\u{200d}\u{feff}\u{202e}txt",
        "\u{e000}\u{f8ff}\u{fffe}\u{ffff}\u{10ffff}\u{0}\u{1}\u{7f}\u{85}",
        "line\nline\n\n\nline\ttab\r\n",
        "ﬁ ﬂ ½ ™ Ω ℝ ∀ ⌘ ① ◼︎ ☎️",
        &long,
        &unbroken,
    ];
    for hostile in corpus {
        // Half a million words in a workshop take a while in a debug build: one language will do.
        let languages: &[Language] =
            if hostile.len() > 1_000 { &[Language::En] } else { &[Language::Fr, Language::En] };
        for &language in languages {
            let contents = with_text_everywhere(language, hostile);
            for document in Document::ALL {
                let start: String = hostile.chars().take(40).collect();
                let made = print(&contents, &request(*document, language))
                    .unwrap_or_else(|error| panic!("{} of {start:?}: {error}", document.code()));
                assert_well_made(&made.bytes, language);
            }
        }
    }
}

#[test]
fn what_cannot_be_printed_is_named() {
    let contents = with_text_everywhere(Language::Fr, "会 👩 ok");
    let made = print(&contents, &request(Document::Agenda, Language::Fr)).unwrap();
    assert_eq!(made.unprintable, "会👩");
    assert!(text(&open(&made.bytes)).contains("□ □ ok"));
}

#[test]
fn a_long_agenda_repeats_its_header_and_numbers_its_pages() {
    let mut archive = fixture::archive(Language::Fr);
    let items = (1..=70).map(|n| fixture::item(&format!("Point {n}"), "détail", 5, json!({}))).collect::<Vec<_>>();
    archive.insert("agenda_items".to_owned(), items.into());
    let bytes = pdf(&fixture::contents(Language::Fr, archive), &request(Document::Agenda, Language::Fr)).unwrap();
    let pdf = open(&bytes);
    let count = pdf.get_pages().len();
    assert!(count >= 3);
    for number in 1..=count {
        let page = pdf.extract_text(&[u32::try_from(number).unwrap()]).unwrap();
        assert!(page.contains("Conduit par"), "page {number}: {page}");
        assert!(page.replace('\n', " ").contains(&format!("{number} / {count}")), "page {number}: {page}");
    }
}

#[test]
fn a_file_name_holds_nothing_a_file_system_refuses() {
    let contents = with_text_everywhere(Language::Fr, "a/b\\c:d*e?f\"g<h>i|j .");
    let name = crate::file_name(&contents, &request(Document::Agenda, Language::Fr)).unwrap();
    assert_eq!(name, "Ordre du jour - a b c d e f g h i j");
}

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
    // Two sheets of lane headers, three of cards, one each of blank cards, needs and offers.
    assert_eq!(pdf.get_pages().len(), 8);
    let text = text(&pdf);
    for task in &contents.tasks {
        assert_eq!(text.matches(&task.title).count(), 1, "{}", task.title);
    }
    assert_eq!(text.matches("J’ai besoin").count(), 8);
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
fn the_gap_report_says_what_is_missing_and_what_changed() {
    let after = fixture::lived(Language::Fr);
    let before = Contents { contracts: Vec::new(), ..after.clone() };
    let mut before_tasks = before;
    for task in &mut before_tasks.tasks {
        task.role_id = None;
    }
    let since = crate::Before { name: "Le matin", contents: &before_tasks };
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

/// Writes every document in both languages to the folder named by `COULOIR_PAGES`, to be looked at.
#[test]
fn pages_to_look_at() {
    let Some(folder) = std::env::var_os("COULOIR_PAGES") else { return };
    for language in [Language::Fr, Language::En] {
        let contents = fixture::lived(language);
        for document in Document::ALL {
            let meeting_id = Some(contents.meetings[0].id.clone());
            let bytes = pdf(&contents, &Request { meeting_id, ..request(*document, language) }).unwrap();
            let name = format!("{}-{}.pdf", document.code(), language.tag());
            crate::save(&std::path::Path::new(&folder).join(name), &bytes).unwrap();
        }
        let example = fixture::contents(language, couloir_core::workshop::Template::Ajo.archive(language).unwrap());
        let contracts =
            example.contracts.iter().zip(&contents.contracts).map(|(was, now)| couloir_core::contract::Contract {
                id: now.id.clone(),
                giver_id: now.giver_id.clone(),
                receiver_id: now.receiver_id.clone(),
                ..was.clone()
            });
        let before = Contents { contracts: contracts.collect(), ..contents.clone() };
        let name = if language == Language::Fr { "le matin" } else { "the morning" };
        let since = crate::Before { name, contents: &before };
        let made = crate::print_since(&contents, Some(&since), &request(Document::Gaps, language)).unwrap();
        let name = format!("gaps-since-{}.pdf", language.tag());
        crate::save(&std::path::Path::new(&folder).join(name), &made.bytes).unwrap();
    }
}
