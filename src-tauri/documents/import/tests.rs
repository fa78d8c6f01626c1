//! Documents and tables become what they mean, and hostile files become an error.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::io::{Cursor, Write};

use couloir_core::contract::ContractState;
use couloir_core::workshop::{Language, NewWorkshop};
use couloir_core::{Library, Millis};
use couloir_messages::Language as Spoken;
use proptest::prelude::*;

use super::*;
use crate::table::Noun;
use crate::table::fixture::{everything, example};

const BAKERY: &[u8] = include_bytes!("fixtures/bakery.md");

fn plan_of(bytes: &[u8], name: &str) -> ImportPlan {
    read(bytes, name, None).unwrap().plan().unwrap().clone()
}

fn texts(plan: &ImportPlan, kind: EntryKind) -> Vec<&str> {
    plan.entries.iter().filter(|entry| entry.kind == kind).map(|entry| entry.text.as_str()).collect()
}

/// Taken over into a library of its own.
fn applied(import: &Import) -> Contents {
    let mut library = Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).unwrap();
    let language = import.plan().and_then(|plan| plan.language).unwrap_or(Language::Fr);
    let new = NewWorkshop { title: None, language, time_zone: "Europe/Paris".to_owned() };
    let id = library.workshop_from_archive(import.archive(), &new, |_, _| Ok(())).unwrap().value;
    library.contents(&id).unwrap()
}

#[test]
fn a_document_is_understood_by_its_form() {
    let import = read(BAKERY, "bakery.md", None).unwrap();
    let plan = import.plan().unwrap();
    assert_eq!((plan.title.as_str(), plan.language), ("Who bakes what", Some(Language::En)));
    assert_eq!(texts(plan, EntryKind::Role), ["Baker", "Shop keeper", "Supplier"]);
    assert_eq!(
        texts(plan, EntryKind::Skill),
        ["Sourdough", "Shaping (by hand, quickly)", "Ovens", "Tills", "Small talk", "Milling"]
    );
    assert_eq!(texts(plan, EntryKind::TypicalTask).len(), 5);
    assert_eq!(texts(plan, EntryKind::Step), ["Fills the store", "Makes the bread", "Opens the door"]);
    assert_eq!(
        texts(plan, EntryKind::Task),
        [
            "Mill the first sacks",
            "Deliver before dawn",
            "Feed the starter",
            "Bake the first batch",
            "Set out the loaves"
        ]
    );
    assert_eq!(
        texts(plan, EntryKind::Responsibility),
        ["Taste", "Timing", "Clean benches", "Prices stand on every shelf"]
    );
    assert_eq!(texts(plan, EntryKind::Need), ["Request flour by Friday"]);
    assert_eq!(
        texts(plan, EntryKind::Offer),
        [
            "Coordinate delivery hours",
            "Provide the price list",
            "Validate the opening hours",
            "Deliver flour",
            "Salt (in small bags, too) and yeast"
        ]
    );
    assert_eq!(texts(plan, EntryKind::Resource), ["Starter guide", "Video", "Flour types", "Oven manual"]);
    let role = plan.entries.iter().find(|entry| entry.text == "Shop keeper").unwrap();
    assert_eq!((role.line, plan.entries.iter().find(|entry| entry.text == "Taste").unwrap().line), (12, 35));
    let notes = texts(plan, EntryKind::Note);
    assert!(notes.contains(&"You work at night.") && notes.contains(&"Good habit: taste together every Monday."));

    let contents = applied(&import);
    let baker = contents.roles.iter().find(|role| role.name == "Baker").unwrap();
    assert_eq!(baker.first_step, "Feeding the starter tonight.");
    assert_eq!(baker.mandate, "Bread on the shelf at seven");
    assert_eq!(contents.steps[0].detail, "Without flour nothing starts.");
    assert_eq!(contents.step_dependencies.len(), 2);
    assert_eq!(contents.tasks.iter().map(|task| task.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert!(contents.tasks.iter().all(|task| task.step_id.is_some() && task.role_id.is_some()));
    let need = contents.contracts.iter().find(|line| line.state == ContractState::Asked).unwrap();
    assert_eq!(need.receiver_id, baker.id);
    assert!(contents.resources.iter().any(|resource| resource.heading == "Notes from the import"));
    let link = contents.resources.iter().find(|resource| resource.title == "Flour types").unwrap();
    assert_eq!((link.url.as_str(), link.detail.as_str()), ("https://example.org/flour", "a short table"));
}

#[test]
fn the_reference_document_becomes_roles_steps_duties_and_collaborations() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/roles-et-responsabilites.md");
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: the reference document does not stand beside the repository");
        return;
    };
    let import = read(&bytes, "roles-et-responsabilites.md", None).unwrap();
    let (found, ours) = (applied(&import), example(Language::Fr));
    assert_eq!(found.workshop.title, "Rôles et responsabilités");
    assert_eq!(found.workshop.language, Language::Fr);
    let names = |contents: &Contents| contents.roles.iter().map(|role| role.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&found), names(&ours));
    let role_at =
        |contents: &Contents, id: &str| contents.roles.iter().position(|role| role.id.as_str() == id).unwrap();
    for (at, (role, same)) in found.roles.iter().zip(&ours.roles).enumerate() {
        let duties = |contents: &Contents, id| {
            contents.responsibilities.iter().filter(|r| r.role_id.as_ref() == Some(id)).count()
        };
        assert_eq!(duties(&found, &role.id), duties(&ours, &same.id), "{}", role.name);
        let tasks = |contents: &Contents, id| contents.tasks.iter().filter(|t| t.role_id.as_ref() == Some(id)).count();
        assert_eq!(tasks(&found, &role.id), tasks(&ours, &same.id), "{}", role.name);
        assert!(!role.first_step.is_empty() && !role.mandate.is_empty(), "{}", role.name);
        assert_eq!(found.steps[at].role_id.as_ref(), Some(&role.id));
        assert_eq!(found.skills.iter().filter(|skill| skill.role_id == role.id).count(), 3);
    }
    assert_eq!((found.steps.len(), found.tasks.len()), (4, 21));
    // The same statements, in the same directions, as needs or offers.
    let lines = |contents: &Contents| {
        let mut lines: Vec<_> = contents
            .contracts
            .iter()
            .map(|line| {
                (
                    role_at(contents, line.giver_id.as_str()),
                    role_at(contents, line.receiver_id.as_str()),
                    line.need.is_some(),
                )
            })
            .collect();
        lines.sort_unstable();
        lines
    };
    assert_eq!(lines(&found), lines(&ours));
    let pairs: BTreeSet<_> = lines(&found).into_iter().map(|(a, b, _)| (a, b)).collect();
    assert_eq!(pairs.len(), 12);
    let links = found.resources.iter().filter(|resource| !resource.url.is_empty());
    assert_eq!(links.count(), ours.resources.len());
}

#[test]
fn a_table_of_tasks_keeps_owner_step_status_and_order() {
    let csv = "N°;Tâche;Responsable;Étape;Statut;Dépend de;Autre\n1;Ouvrir;Admin;Début;Fait;;x\n2;Brancher;Données;Suite;En cours;1;\n\
               3;Essayer;;Suite;bizarre;1, 9;\n";
    let import = read(csv.as_bytes(), "tâches.csv", None).unwrap();
    let Import::Read(source, plan) = &import else { panic!("a table") };
    assert_eq!(source.sheets[0].1.columns[6], Meaning::Left);
    let left: Vec<_> = plan.warnings.iter().map(|warning| (warning.line, warning.subject.as_str())).collect();
    assert_eq!(left, [(4, "bizarre"), (4, "9")]);
    let contents = applied(&import);
    assert_eq!(contents.roles.iter().map(|role| role.name.as_str()).collect::<Vec<_>>(), ["Admin", "Données"]);
    assert_eq!(contents.task_dependencies.len(), 2);
    assert_eq!(contents.tasks[0].status, couloir_core::task::TaskStatus::Done);
    assert_eq!(contents.tasks[2].role_id, None);
    assert_eq!(contents.steps.len(), 2);
}

#[test]
fn a_raci_sheet_gives_owners_and_parts() {
    let tsv = "Task\tAlice's team\tOps\tLegal\nSign\tR\tI\tA\nShip\tA/R\tC\t\nRun\t\tR\t\n";
    let contents = applied(&pasted(tsv, "RACI", None).unwrap());
    let role = |id: &Option<couloir_core::role::RoleId>| {
        contents.roles.iter().find(|role| Some(&role.id) == id.as_ref()).map(|role| role.name.as_str())
    };
    let owners: Vec<_> = contents.tasks.iter().map(|task| role(&task.role_id)).collect();
    assert_eq!(owners, [Some("Legal"), Some("Alice's team"), Some("Ops")]);
    assert_eq!(contents.involvements.len(), 3);
}

#[test]
fn what_couloir_exports_it_reads_again() {
    for language in [Language::Fr, Language::En] {
        let before = example(language);
        let bytes = crate::xlsx::write(&before, false).unwrap();
        let after = applied(&read(&bytes, "atelier.xlsx", None).unwrap());
        let tasks = |contents: &Contents| {
            contents.tasks.iter().map(|t| (t.number, t.title.clone(), t.detail.clone())).collect::<BTreeSet<_>>()
        };
        assert_eq!(tasks(&before), tasks(&after));
        let roles = |contents: &Contents| {
            contents
                .roles
                .iter()
                .map(|r| (r.letter.clone(), r.name.clone(), r.mandate.clone(), r.first_step.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(roles(&before), roles(&after));
        assert_eq!(before.responsibilities.len(), after.responsibilities.len());
        assert_eq!(before.task_dependencies.len(), after.task_dependencies.len());
        assert_eq!(before.step_dependencies.len(), after.step_dependencies.len());
        assert_eq!(before.involvements.len(), after.involvements.len());
        assert_eq!(before.skills.len(), after.skills.len());
        let lines = |contents: &Contents| {
            contents.contracts.iter().map(|l| (l.need.clone(), l.offer.clone(), l.mode)).collect::<Vec<_>>()
        };
        assert_eq!(lines(&before), lines(&after));
        assert_eq!(before.resources.len(), after.resources.len());
        let csv = crate::csv::write(&before, Noun::Tasks, false).unwrap();
        assert_eq!(tasks(&applied(&read(&csv, "x.csv", None).unwrap())), tasks(&before));
    }
}

#[test]
fn an_open_workshop_takes_only_what_it_does_not_have() {
    let mut library = Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).unwrap();
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let id = library.workshop_from_archive(everything(), &new, |_, _| Ok(())).unwrap().value;
    let before = library.contents(&id).unwrap();
    let csv = "Tâche;Rôle\nDessiner les schemas XDM;Ingénieur ou ingénieure de données\nSurveiller les certificats;C\nRelire;Juriste\n\
               Relire;Juriste\n";
    let import = read(csv.as_bytes(), "plus.csv", Some(&before)).unwrap();
    let plan = import.plan().unwrap();
    let twin = plan.entries.iter().find(|entry| entry.text == "Dessiner les schemas XDM").unwrap();
    assert!(!twin.is_taken && twin.twin.as_ref().unwrap().is_there);
    let repeated: Vec<_> = plan.entries.iter().filter(|entry| entry.text == "Relire").collect();
    assert!(repeated[1].is_taken && repeated[1].twin.as_ref().unwrap().of == repeated[0].key);
    library.workshop_import(&id, import.archive()).unwrap();
    let after = library.contents(&id).unwrap();
    assert_eq!(after.tasks.len(), before.tasks.len() + 3);
    assert_eq!(after.roles.len(), 5);
    let added = after.tasks.iter().find(|task| task.title == "Surveiller les certificats").unwrap();
    assert_eq!(added.role_id.as_ref(), Some(&before.roles[2].id));
    assert_eq!(added.number, 22);
    library.undo(Some(&id)).unwrap();
    assert_eq!(library.contents(&id).unwrap(), before);
}

#[test]
fn a_plan_can_be_corrected() {
    let mut plan = plan_of(BAKERY, "bakery.md");
    let note = plan.entries.iter().position(|entry| entry.text.starts_with("Good habit")).unwrap();
    plan.entries[note].kind = EntryKind::Task;
    let supplier = plan.entries.iter().position(|entry| entry.text == "Supplier").unwrap();
    plan.entries[supplier].is_taken = false;
    let contents = applied(&Import::Read(Source::default(), plan));
    assert!(contents.tasks.iter().any(|task| task.title.starts_with("Good habit") && task.role_id.is_none()));
    assert_eq!(contents.roles.len(), 2);
    // What cannot stand without the role is left; its tasks wait for another.
    assert_eq!(contents.contracts.len(), 2);
    assert!(contents.tasks.iter().any(|task| task.title == "Mill the first sacks" && task.role_id.is_none()));
}

#[test]
fn encodings_merged_cells_and_odd_headers_are_read() {
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode("Tâche;Rôle\nRégler l’accès;Développeuse\n");
    assert_eq!(texts(&plan_of(&windows, "a.csv"), EntryKind::Task), ["Régler l’accès"]);
    let utf16: Vec<u8> = "Tâche\tRôle\nÉté\tÉquipe\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(texts(&plan_of(&utf16, "a.txt"), EntryKind::Role), ["Équipe"]);
    // Titles twice, missing, and after a line of prose.
    let odd = "Notre liste,,\nTask,Task,,Role\nA,B,C,Ops\n,,,\n";
    let plan = plan_of(odd.as_bytes(), "odd.csv");
    assert_eq!((texts(&plan, EntryKind::Task), texts(&plan, EntryKind::Role)), (vec!["A"], vec!["Ops"]));

    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Rôle").unwrap();
    sheet.write(0, 1, "Tâche").unwrap();
    sheet.merge_range(1, 0, 3, 0, "Données", &rust_xlsxwriter::Format::new()).unwrap();
    for (row, title) in [(1, "Un"), (2, "Deux"), (3, "Trois")] {
        sheet.write(row, 1, title).unwrap();
    }
    let contents = applied(&read(&book.save_to_buffer().unwrap(), "m.xlsx", None).unwrap());
    assert!(contents.tasks.len() == 3 && contents.tasks.iter().all(|task| task.role_id.is_some()));
}

#[test]
fn long_texts_are_kept_where_they_fit_and_said() {
    let long = "mot ".repeat(200);
    let plan = plan_of(format!("Task\n{long}\n").as_bytes(), "a.csv");
    assert!(plan.entries[0].text.ends_with('…') && plan.entries[0].detail.starts_with("mot mot"));
    assert_eq!(plan.warnings[0].kind, WarningKind::Shortened);
    for language in Spoken::ALL {
        assert!(plan.warnings[0].message(language).contains('2'));
    }
    assert_eq!(applied(&Import::Read(Source::default(), plan)).tasks.len(), 1);
}

fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn hostile_and_hopeless_files_are_refused_with_a_reason() {
    let error = |bytes: &[u8], name: &str| read(bytes, name, None).unwrap_err();
    assert!(matches!(error(b"", "a.csv"), Error::Empty));
    assert!(matches!(error(b"  \n ", "a.md"), Error::Empty));
    assert!(matches!(error(b"\x89PNG\r\n\x1a\n\0\0\0", "a.png"), Error::UnknownFormat));
    assert!(matches!(error(b"PK\x03\x04rubbish", "a.xlsx"), Error::Damaged(_)));
    assert!(matches!(error(b"rubbish", "a.couloir"), Error::Damaged(_)));
    assert!(matches!(error(&[0xd0, 0xcf, 0x11, 0xe0, 0, 0], "a.xlsx"), Error::Protected));
    // A table is never refused for what it says: everything in it is left, to be set by hand.
    let unknown = read(b"x,y\n1,2\n", "a.csv", None).unwrap();
    assert!(unknown.plan().unwrap().entries.is_empty());
    assert_eq!(unknown.plan().unwrap().left.iter().filter(|left| left.kind == LeftKind::Column).count(), 2);
    assert!(matches!(error(b"Just a text.\n\nAnd more.", "a.md"), Error::NothingRecognised));
    let whole = crate::xlsx::write(&example(Language::Fr), false).unwrap();
    assert!(matches!(error(&whole[..whole.len() / 2], "a.xlsx"), Error::Damaged(_)));
    let rows = "Task\n".to_owned() + &"x\n".repeat(100_000);
    assert!(matches!(error(rows.as_bytes(), "a.csv"), Error::TooManyRows(MAX_ROWS)));
    let size = usize::try_from((archive::MAX_UNPACKED_MB << 20) + 1).unwrap();
    let bomb = zip_of(&[("[Content_Types].xml", b"x"), ("xl/workbook.xml", &vec![b' '; size])]);
    assert!(matches!(error(&bomb, "a.xlsx"), Error::UnpacksTooLarge(_)));
}

#[test]
fn one_far_cell_does_not_make_a_huge_table() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Task").unwrap();
    sheet.write(1_048_575, 0, "Last").unwrap();
    sheet.write(5, 16_383, "Far").unwrap();
    let plan = plan_of(&book.save_to_buffer().unwrap(), "far.xlsx");
    assert_eq!(texts(&plan, EntryKind::Task), ["Last"]);
    assert_eq!(plan.entries[0].line, 1_048_576);
}

#[test]
fn ten_thousand_tasks_are_one_step() {
    let mut csv = "N°;Tâche;Rôle;Étape;Attend\n".to_owned();
    for number in 1..=10_000 {
        csv.push_str(&format!(
            "{number};Tâche numéro {number};Rôle {};Étape {};{}\n",
            number % 12,
            number % 7,
            number - 1
        ));
    }
    let contents = applied(&read(csv.as_bytes(), "grand.csv", None).unwrap());
    assert_eq!((contents.tasks.len(), contents.roles.len(), contents.steps.len()), (10_000, 12, 7));
    assert_eq!(contents.task_dependencies.len(), 9_999);
}

#[test]
fn nested_lists_of_any_depth_are_read() {
    let deep: String = (0..2_000).map(|depth| format!("{}* x{depth}\n", "  ".repeat(depth))).collect();
    let _ = read(
        format!("# Baker\n\n| Role | Skills |\n|---|---|\n| a | b |\n| c | d |\n\n{deep}").as_bytes(),
        "a.md",
        None,
    );
    let quotes = ">".repeat(50_000) + " x";
    let _ = read(quotes.as_bytes(), "a.md", None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_file_makes_the_reader_fail_badly(bytes in proptest::collection::vec(any::<u8>(), 0..400), ending in "(csv|md|xlsx|couloir|txt)") {
        let _ = read(&bytes, &format!("x.{ending}"), None);
    }

    #[test]
    fn any_text_gives_rows_that_a_workshop_takes(text in "([#*|>:;,\t\n -]|[A-Za-zé]{1,6}|Role|Task|Rôle|\\*\\*x\\*\\*|1\\. |A/R){0,80}", ending in "(csv|md|txt)") {
        if let Ok(import) = read(text.as_bytes(), &format!("x.{ending}"), None) {
            applied(&import);
        }
    }
}

#[test]
fn an_exported_document_comes_back_without_loss_or_doubles() {
    for language in [Language::Fr, Language::En] {
        let before = example(language);
        let markdown = crate::markdown::workshop(&before, false);
        let after = applied(&read(markdown.as_bytes(), "atelier.md", None).unwrap());
        let roles = |contents: &Contents| {
            contents.roles.iter().map(|r| (r.name.clone(), r.mandate.clone(), r.first_step.clone())).collect::<Vec<_>>()
        };
        assert_eq!(roles(&before), roles(&after));
        let duties = |contents: &Contents| {
            let duties =
                contents.responsibilities.iter().map(|r| (r.title.clone(), r.detail.clone(), r.role_id.is_some()));
            duties.collect::<BTreeSet<_>>()
        };
        assert_eq!(duties(&before), duties(&after));
        let tasks = |contents: &Contents| {
            let owner = |task: &couloir_core::task::Task| {
                contents.roles.iter().find(|role| Some(&role.id) == task.role_id.as_ref()).map(|role| role.name.clone())
            };
            let tasks = contents.tasks.iter();
            let mut tasks: Vec<_> =
                tasks.map(|t| (t.number, t.title.clone(), t.detail.clone(), owner(t), t.status)).collect();
            tasks.sort_by_key(|(number, ..)| *number);
            tasks
        };
        assert_eq!(tasks(&before), tasks(&after));
        let steps = |contents: &Contents| {
            contents.steps.iter().map(|s| (s.title.clone(), s.detail.clone(), s.role_id.is_some())).collect::<Vec<_>>()
        };
        assert_eq!(steps(&before), steps(&after));
        assert_eq!(before.skills.len(), after.skills.len());
        assert_eq!(before.typical_tasks.len(), after.typical_tasks.len());
        assert_eq!(before.involvements.len(), after.involvements.len());
        let lines = |contents: &Contents| {
            let lines = contents.contracts.iter().map(|line| (line.need.clone(), line.offer.clone()));
            lines.collect::<BTreeSet<_>>()
        };
        assert_eq!(lines(&before), lines(&after));
        assert_eq!(before.contracts.len(), after.contracts.len());
        // What the workshop is for stands above its parts, and is kept as a note.
        let links = |contents: &Contents| {
            contents
                .resources
                .iter()
                .map(|r| (r.title.clone(), r.url.clone(), r.heading.clone()))
                .collect::<BTreeSet<_>>()
        };
        let notes: Vec<_> = links(&after).difference(&links(&before)).map(|(title, ..)| title.clone()).collect();
        assert!(
            notes.len() <= 1 && notes.iter().all(|note| before.workshop.purpose.starts_with(&note[..20])),
            "{notes:?}"
        );
        assert!(links(&before).is_subset(&links(&after)));
    }
}
