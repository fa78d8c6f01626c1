//! Who does what, written in every dress that people give it, in every language: each is read back the same.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

/// Letters of each role for each task, as they are meant: the first task has A and R in one cell.
const MEANT: [(&str, [&str; 4]); 4] = [
    ("Plan the feast", ["AR", "C", "I", ""]),
    ("Buy the food", ["C", "A", "R", "I"]),
    ("Write to the town", ["I", "R", "A", ""]),
    ("Clean the hall", ["", "R", "R", "A"]),
];
const ROLES: [&str; 4] = ["Host", "Kitchen", "Press", "Treasury"];
/// The title of the tasks and of the letters' names, by language.
const LANGUAGES: [(&str, &str, [&str; 4]); 7] = [
    ("en", "Task", ["Responsible", "Accountable", "Consulted", "Informed"]),
    ("fr", "Tâche", ["Réalise", "Approuve", "Consulté", "Informé"]),
    ("de", "Aufgabe", ["Durchführung", "Rechenschaftspflichtig", "Konsultiert", "Informiert"]),
    ("es", "Tarea", ["Ejecuta", "Aprueba", "Consultado", "Informado"]),
    ("it", "Attività", ["Esegue", "Approva", "Consultato", "Informato"]),
    ("pt", "Tarefa", ["Executa", "Aprova", "Consultado", "Informado"]),
    ("nl", "Taak", ["Uitvoerend", "Eindverantwoordelijk", "Geraadpleegd", "Geïnformeerd"]),
];

/// A dress: how letters are written in a cell.
type Dress = (&'static str, fn(&str, &[&str; 4]) -> String);

fn with(letters: &str, between: &str, each: impl Fn(char) -> String) -> String {
    letters.chars().map(each).collect::<Vec<_>>().join(between)
}

fn word(letter: char, words: &[&str; 4]) -> String {
    words["RACI".find(letter).unwrap()].to_owned()
}

const DRESSES: [Dress; 14] = [
    ("plain", |l, _| with(l, "/", String::from)),
    ("glued", |l, _| l.to_owned()),
    ("small", |l, _| with(l, ", ", |c| c.to_lowercase().to_string())),
    ("spaced", |l, _| with(l, " / ", String::from)),
    ("and", |l, _| with(l, " & ", String::from)),
    ("plus", |l, _| with(l, "+", String::from)),
    ("bold", |l, _| if l.is_empty() { String::new() } else { format!("**{}**", with(l, "/", String::from)) }),
    ("brackets", |l, _| if l.is_empty() { "-".to_owned() } else { format!("({})", with(l, "/", String::from)) }),
    ("dash", |l, _| if l.is_empty() { "–".to_owned() } else { with(l, ",", String::from) }),
    ("none", |l, _| if l.is_empty() { "n/a".to_owned() } else { with(l, " ", String::from) }),
    ("cyrillic", |l, _| {
        with(l, "/", |c| match c {
            'A' => "А".into(),
            'C' => "С".into(),
            c => c.to_string(),
        })
    }),
    ("wide", |l, _| with(l, "/", |c| char::from_u32(c as u32 - 'A' as u32 + 'Ａ' as u32).unwrap().to_string())),
    ("words", |l, w| with(l, " / ", |c| word(c, w))),
    ("both", |l, w| with(l, ", ", |c| format!("{c} ({})", word(c, w)))),
];

/// Who has which letter in which task, as a plan says it: the owner is A, and its own R says nothing more.
fn said(plan: &ImportPlan) -> BTreeMap<String, BTreeSet<(String, char)>> {
    let name = |key: &str| plan.entries.iter().find(|entry| entry.key == key).unwrap().text.clone();
    let tasks = plan.entries.iter().filter(|entry| entry.kind == EntryKind::Task);
    tasks
        .map(|task| {
            let mut parts: BTreeSet<(String, char)> = task.role.iter().map(|role| (name(role), 'A')).collect();
            parts.extend(task.parts.iter().map(|part| {
                let letter = match part.part.as_str() {
                    "consulted" => 'C',
                    "informed" => 'I',
                    _ => 'R',
                };
                (name(&part.role), letter)
            }));
            (task.text.clone(), parts)
        })
        .collect()
}

fn meant() -> BTreeMap<String, BTreeSet<(String, char)>> {
    MEANT
        .iter()
        .map(|(task, cells)| {
            let parts = ROLES.iter().zip(cells).flat_map(|(role, letters)| {
                letters.chars().filter(|c| !letters.contains('A') || *c == 'A').map(|c| ((*role).to_owned(), c))
            });
            ((*task).to_owned(), parts.collect())
        })
        .collect()
}

fn csv_of(rows: &[Vec<String>], separator: u8) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

#[test]
fn every_dress_in_every_language_gives_the_same_roles_owners_and_parts() {
    let mut tried = 0;
    for (language, title, words) in LANGUAGES {
        for (dress, write) in DRESSES {
            // Tasks down and roles across, under a title bar, between columns of something else, without a title.
            let mut matrix = vec![[vec![title.to_owned()], ROLES.map(str::to_owned).to_vec()].concat()];
            for (task, cells) in MEANT {
                let letters = cells.iter().map(|letters| write(letters, &words));
                matrix.push(std::iter::once(task.to_owned()).chain(letters).collect());
            }
            let mut barred = vec![vec!["RACI 2027".to_owned()], vec![String::new()]];
            barred.extend(matrix.clone());
            let mut nameless = matrix.clone();
            nameless[0][0] = String::new();
            let mut unknown = matrix.clone();
            unknown[0][0] = "Qqq zzz".to_owned();
            let numbered: Vec<Vec<String>> = matrix
                .iter()
                .enumerate()
                .map(|(at, row)| [vec![if at == 0 { "No.".to_owned() } else { at.to_string() }], row.clone()].concat())
                .collect();
            // One row a task, names under letters.
            let mut named = vec![[vec![title.to_owned()], words.map(str::to_owned).to_vec()].concat()];
            for (task, cells) in MEANT {
                let of = |letter: char| {
                    let names = ROLES.iter().zip(cells).filter(|(_, letters)| letters.contains(letter));
                    names.map(|(role, _)| *role).collect::<Vec<_>>().join(", ")
                };
                named.push([vec![task.to_owned()], "RACI".chars().map(of).collect()].concat());
            }
            for (form, rows) in [
                ("matrix", matrix),
                ("bar above", barred),
                ("no first title", nameless),
                ("unknown first title", unknown),
                ("numbered", numbered),
                ("names", named),
            ] {
                for separator in [b',', b';', b'\t'] {
                    let read = read(&csv_of(&rows, separator), "a.csv", None).unwrap();
                    let plan = read.plan().unwrap();
                    assert_eq!(said(plan), meant(), "{language}, {dress}, {form}");
                    let left = plan.left.iter().filter(|left| left.kind != LeftKind::Row);
                    assert_eq!(left.count(), 0, "{language}, {dress}, {form}: {:?}", plan.left);
                    if form != "names" {
                        let roles: Vec<&str> = plan
                            .entries
                            .iter()
                            .filter(|e| e.kind == EntryKind::Role)
                            .map(|e| e.text.as_str())
                            .collect();
                        assert_eq!(roles, ROLES, "{language}, {dress}, {form}");
                    }
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, 7 * 14 * 6 * 3);
}

#[test]
fn owners_and_states_are_read_under_the_titles_of_seven_languages() {
    for (task, owner, status, state) in [
        ("Task", "Owner", "Status", "Done"),
        ("Tâche", "Pilote", "Statut", "Terminé"),
        ("Aufgabe", "Verantwortlich", "Status", "Erledigt"),
        ("Tarea", "Responsable", "Estado", "Hecho"),
        ("Attività", "Responsabile", "Stato", "Completato"),
        ("Tarefa", "Responsável", "Situação", "Concluído"),
        ("Taak", "Verantwoordelijke", "Stand", "Afgerond"),
        ("Task name", "Assigned to", "Progress", "Completed"),
        ("Card Name", "Assignee", "List Name", "Done"),
        ("Summary", "Assignee", "Status", "Closed"),
        ("Vorgangsname", "Zugewiesen an", "Fortschritt", "Abgeschlossen"),
        ("Action", "Qui", "Avancement", "100 %"),
        ("Activty", "Asignee", "Statuss", "done"),
    ] {
        let rows = [[task, owner, status], ["Order the chairs", "Host", state], ["Clean the hall", "Kitchen", ""]];
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        let import = read(&csv_of(&rows, b';'), "a.csv", None).unwrap();
        let plan = import.plan().unwrap();
        let expected: BTreeMap<String, BTreeSet<(String, char)>> =
            [("Order the chairs", "Host"), ("Clean the hall", "Kitchen")]
                .map(|(task, role)| (task.to_owned(), BTreeSet::from([(role.to_owned(), 'A')])))
                .into();
        assert_eq!(said(plan), expected, "{task}, {owner}");
        let first = plan.entries.iter().find(|entry| entry.text == "Order the chairs").unwrap();
        assert!(first.more.iter().any(|more| more.name == "status" && more.value == "done"), "{status}: {state}");
    }
}

/// Every cell of a table, on the way to being judged.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[A-Z][a-z]{2,7}( [a-z]{3,6}){0,2}",
        5 => prop_oneof!["A", "R", "C", "I", "A/R", "R&A", "a", "S", "-", "n/a", "R \\(1\\)", "\\?", "x"].prop_map(|text: String| text),
        2 => Just(String::new()),
        2 => prop_oneof![Just("Task"), Just("Owner"), Just("Role"), Just("Status"), Just("Due"), Just("Name"), Just("Notes"),
            Just("Accountable"), Just("Consulted"), Just("Tâche"), Just("Pilote"), Just("Étape"), Just("E-mail"), Just("Person")]
            .prop_map(str::to_owned),
        1 => "[0-9]{1,3}",
        1 => prop_oneof![Just("Done"), Just("Host, Kitchen"), Just("one@example.org"), Just("2026-12-01"), Just("Phase 1:")]
            .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    /// No column goes without a word: it is used, or it is named among what is left.
    #[test]
    fn every_column_is_used_or_named(rows in proptest::collection::vec(proptest::collection::vec(cell(), 1..7), 1..9)) {
        let import = match read(&csv_of(&rows, b';'), "a.csv", None) {
            Ok(import) => import,
            Err(_) => return Ok(()),
        };
        let Import::Read(source, plan) = &import else { panic!("tables") };
        let (sheet, mapping) = &source.sheets[0];
        prop_assert_eq!(mapping.columns.len(), sheet.width());
        let kind = table::kind(&mapping.columns);
        for (at, meaning) in mapping.columns.iter().enumerate() {
            let is_used = kind.is_some_and(|kind| table::is_used(kind, meaning, &mapping.columns));
            let is_filled = sheet.rows.iter().any(|row| row.line > mapping.header && row.cells.get(at).is_some_and(|c| !c.is_empty()));
            let title = mapping.titles[at].trim();
            if !is_used && (is_filled || !title.is_empty()) {
                let is_named = plan.left.iter().any(|left| left.kind == LeftKind::Column && (left.name == title || title.is_empty()));
                prop_assert!(is_named, "{at}: {title} in {rows:?}: {:?}", plan.left);
            }
        }
    }

    /// An owner is said by a mark in its row, or the import says where it took it from.
    #[test]
    fn an_owner_comes_from_a_mark(rows in proptest::collection::vec(proptest::collection::vec(cell(), 2..7), 2..9)) {
        let import = match read(&csv_of(&rows, b','), "a.csv", None) {
            Ok(import) => import,
            Err(_) => return Ok(()),
        };
        let Import::Read(source, plan) = &import else { panic!("tables") };
        let (sheet, mapping) = &source.sheets[0];
        let name = |key: &str| plan.entries.iter().find(|entry| entry.key == key).unwrap().text.clone();
        for task in plan.entries.iter().filter(|entry| entry.kind == EntryKind::Task) {
            let Some(owner) = task.role.as_deref().map(name) else { continue };
            let said = plan.warnings.iter().any(|warning| {
                matches!(warning.kind, WarningKind::OwnerByWork | WarningKind::TwoOwners | WarningKind::RoleByName)
                    && warning.line <= task.line
                    || warning.kind == WarningKind::FilledDown
            });
            let row = sheet.rows.iter().find(|row| row.line == task.line).unwrap();
            let folded_owner = words::folded(&owner);
            let marked = row.cells.iter().zip(&mapping.columns).any(|(text, meaning)| match meaning {
                Meaning::Part(of) => words::folded(of) == folded_owner && matches!(words::cell(text), words::Cell::Letters(_)),
                Meaning::Left | Meaning::Kept | Meaning::Task | Meaning::Notes | Meaning::Detail => false,
                _ => words::folded(text).contains(&folded_owner) || text.contains('@'),
            });
            let turned = mapping.columns.iter().any(|column| matches!(column, Meaning::PartOfTask(_)));
            prop_assert!(marked || said || turned, "{owner} owns {} in {rows:?}: {:?}", task.text, mapping.columns);
        }
    }
}

#[test]
fn large_tables_are_read_within_bounds() {
    // 300 columns: every role of them, or those beyond the last one are said.
    let titles: Vec<String> =
        std::iter::once("Task".to_owned()).chain((1..300).map(|n| format!("Column{n} q"))).collect();
    let wide = vec![titles, vec!["Plan".to_owned(); 300]];
    let import = read(&csv_of(&wide, b','), "wide.csv", None).unwrap();
    assert_eq!(import.plan().unwrap().left.iter().filter(|left| left.kind == LeftKind::Column).count(), 299);
    let wider: Vec<Vec<String>> = (0..3).map(|row| (0..1_000).map(|n| format!("x{row}y{n}z")).collect()).collect();
    let import = read(&csv_of(&wider, b','), "wider.csv", None).unwrap();
    let Import::Read(source, _) = &import else { panic!("tables") };
    assert_eq!((source.sheets[0].0.width(), source.sheets[0].0.beyond), (400, 1_800));

    let long = "letter ".repeat(4_300);
    let import = read(format!("Task,Notes\nRead,{long}\n{long},x\n").as_bytes(), "long.csv", None).unwrap();
    let plan = import.plan().unwrap();
    assert!(plan.warnings.iter().any(|warning| warning.kind == WarningKind::Cut));
    assert!(plan.entries.iter().all(|entry| entry.text.chars().count() <= 300));

    let rows = "Task,Host,Kitchen\n".to_owned() + &"Plan the feast,A,R\n".repeat(20_000);
    let start = std::time::Instant::now();
    let import = read(rows.as_bytes(), "rows.csv", None).unwrap();
    assert_eq!(import.plan().unwrap().entries.len(), 20_002);
    println!("20,000 rows in {:?}", start.elapsed());

    let mut book = rust_xlsxwriter::Workbook::new();
    for at in 0..260 {
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "Task").unwrap();
        sheet.write(0, 1, "Owner").unwrap();
        sheet.write(1, 0, format!("Do {at}")).unwrap();
        sheet.write(1, 1, "Host").unwrap();
    }
    let import = read(&book.save_to_buffer().unwrap(), "book.xlsx", None).unwrap();
    let plan = import.plan().unwrap();
    assert_eq!(plan.entries.iter().filter(|entry| entry.kind == EntryKind::Task).count(), 250);
    assert_eq!(plan.left.iter().filter(|left| left.kind == LeftKind::Sheet).count(), 10);
}
