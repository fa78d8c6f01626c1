#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::*;
use crate::contract::Side;

use crate::task::{Column, TaskEdit, TaskStatus};
use crate::testing::{NOW, library, workshop};

type Rows = BTreeSet<(String, String, bool)>;

fn rows(found: &Found) -> Rows {
    found.hits.iter().map(|hit| (hit.table.clone(), hit.id.clone(), hit.is_private)).collect()
}

fn titles(library: &Library, words: &str) -> Vec<String> {
    library.search(words, None, 100).unwrap().hits.into_iter().map(|hit| hit.title).collect()
}

#[test]
fn every_column_of_text_is_searched_or_said_not_to_be() {
    // Ids, codes, places in an order, moments, and what is repeated from elsewhere.
    const NOT_SEARCHED: &[&str] = &[
        "acceptance.facts",
        "acceptance.finding",
        "backlog_item.block",
        "backlog_item.finding",
        "outcome.tally",
        "reference.finding",
        "role.color",
        "role.letter",
        "series.recurrence",
    ];
    let library = library();
    let mut columns = library
        .conn
        .prepare(
            "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS c
             WHERE m.type = 'table' AND c.type = 'TEXT' AND c.hidden = 0",
        )
        .unwrap();
    let columns: Vec<(String, String)> =
        columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<rusqlite::Result<_>>().unwrap();
    let is_code = |name: &str| {
        name == "id"
            || name == "position"
            || name.ends_with("_id")
            || name.ends_with("_on")
            || ["status", "kind", "mode", "language", "time_zone", "progress", "part", "verdict", "board_columns"]
                .contains(&name)
            || ["parallel_group", "shelf"].contains(&name)
    };
    let mut missing = Vec::new();
    for (table, column) in &columns {
        // The journal, settings, visits and the library's methods are no texts of a workshop.
        if !crate::TABLES.contains(&table.as_str()) || table == "method" || is_code(column) {
            continue;
        }
        let texts = index::TEXTS.iter().find(|texts| texts.table == table);
        let is_searched = texts
            .is_some_and(|texts| texts.open.contains(&column.as_str()) || texts.private.contains(&column.as_str()));
        let name = format!("{table}.{column}");
        if is_searched == NOT_SEARCHED.contains(&name.as_str()) {
            missing.push(name);
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn accents_case_beginnings_and_phrases() {
    let (mut library, w) = workshop();
    for title in ["Définir l’audience", "Audit des accès", "DEFINIR les accès de l’audit"] {
        library.task_add(&w, None, &Column::Status(TaskStatus::Todo), title, "").unwrap();
    }
    assert_eq!(titles(&library, "definir").len(), 2);
    assert_eq!(titles(&library, "ÉTÉ"), Vec::<String>::new());
    assert_eq!(titles(&library, "aud défi").len(), 2);
    assert_eq!(titles(&library, "« accès de l’audit »"), ["DEFINIR les accès de l’audit"]);
    assert_eq!(titles(&library, "\"audit acc").len(), 2);
    for nothing in ["", "  ", "*", "\"\"", "AND", "(", "-x:y", "NEAR(a b)"] {
        assert_eq!(library.search(nothing, None, 10).unwrap().total, 0, "{nothing}");
    }
}

#[test]
fn the_index_follows_edits_undo_and_deletion() {
    let (mut library, w) = workshop();
    assert_eq!(titles(&library, "Quatre").len(), 1);
    let task =
        library.task_add(&w, None, &Column::Status(TaskStatus::Todo), "Cartographier les sources", "").unwrap().value;
    library.task_edit(&w, &task, TaskEdit::Notes("voir l’inventaire".to_owned())).unwrap();
    let hit = library.search("inventaire", None, 10).unwrap().hits.remove(0);
    assert_eq!(
        (hit.title.as_str(), hit.table.as_str(), hit.workshop.as_str()),
        ("Cartographier les sources", "task", "Essai")
    );
    assert_eq!(
        hit.excerpt.iter().filter(|piece| piece.is_match).map(|piece| piece.text.as_str()).collect::<String>(),
        "inventaire"
    );
    library.undo(Some(&w)).unwrap();
    assert_eq!(titles(&library, "inventaire").len(), 0);
    library.redo(Some(&w)).unwrap();
    assert_eq!(titles(&library, "inventaire").len(), 1);
    library.workshop_delete(&w).unwrap();
    assert_eq!(library.search("inventaire", None, 10).unwrap().total, 0);
    library.undo(None).unwrap();
    assert_eq!(titles(&library, "inventaire").len(), 1);
}

#[test]
fn private_texts_are_marked_and_blind_ones_kept_secret() {
    let (mut library, w) = workshop();
    let meeting = library.meeting_add(&w, "Comité", NOW, 60).unwrap().value;
    library
        .meeting_edit(&w, &meeting, crate::meeting::MeetingEdit::PrivateNotes("ménager Hortense".to_owned()))
        .unwrap();
    let roles = library.contents(&w).unwrap().roles;
    library.contract_add(&w, &roles[0].id, &roles[1].id, Side::Need, "des secrets bien gardés", true).unwrap();
    let found = library.search("hortense", None, 10).unwrap();
    assert_eq!(
        found.hits.iter().map(|hit| (hit.title.as_str(), hit.is_private)).collect::<Vec<_>>(),
        [("Comité", true)]
    );
    assert_eq!(library.search("secrets", None, 10).unwrap().total, 0);
    library.contracts_reveal(&w).unwrap();
    let shown = library.search("secrets", None, 10).unwrap().hits.remove(0);
    assert_eq!((shown.place.as_str(), shown.is_private), ("A → B", false));
}

#[test]
fn a_reader_beside_another_couloir_finds_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), Box::new(|| NOW)).unwrap();
    let new = crate::workshop::NewWorkshop {
        title: Some("Hôpital".to_owned()),
        language: crate::workshop::Language::Fr,
        time_zone: "Europe/Paris".to_owned(),
    };
    library.workshop_create(&new).unwrap();
    let reader = Library::open_to_read(folder.path(), Box::new(|| NOW)).unwrap();
    assert_eq!(titles(&reader, "hopital"), ["Hôpital"]);
    assert!(reader.conn.execute("UPDATE workshop SET title = 'x'", []).is_err(), "it still writes nothing");
}

/// A word as the index compares it.
fn folded(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase()
}

fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect()
}

const WORDS: &[&str] = &[
    "accès",
    "Accord",
    "été",
    "ÉTÉ",
    "cœur",
    "data",
    "données",
    "l’équipe",
    "N°12",
    "plan",
    "planning",
    "œuvre",
    "naïf",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_found_is_what_a_slow_scan_finds(
        texts in prop::collection::vec(prop::collection::vec(prop::sample::select(WORDS), 1..5), 1..12),
        asked in prop::collection::vec((prop::sample::select(WORDS), 1_usize..9), 1..3),
        edits in prop::collection::vec((0_usize..12, prop::sample::select(WORDS)), 0..6),
    ) {
        let (mut library, w) = workshop();
        let mut tasks = Vec::new();
        for (at, words) in texts.iter().enumerate() {
            // Half of the texts are there before the index, half come after.
            if at == texts.len() / 2 {
                library.search("plan", None, 1).unwrap();
            }
            let id = library.task_add(&w, None, &Column::Status(TaskStatus::Todo), &words.join(" "), "").unwrap().value;
            tasks.push(id);
        }
        for (at, word) in edits {
            if let Some(id) = tasks.get(at) {
                library.task_edit(&w, id, TaskEdit::Notes(word.to_owned())).unwrap();
            }
        }
        let question: Vec<String> = asked.iter().map(|(word, length)| word.chars().take(*length).collect()).collect();
        let found = library.search(&question.join(" "), Some(&w), 1_000).unwrap();
        let wanted: Vec<Vec<String>> = question.iter().map(|word| tokens(word)).filter(|tokens| !tokens.is_empty()).collect();
        let mut scan = Rows::new();
        for task in library.contents(&w).unwrap().tasks {
            let text = [task.title, task.detail, task.notes, task.number.to_string()].join("\n");
            let words = tokens(&text);
            // The words of a term stand side by side, and the last of them begins the one in the text.
            let holds = |term: &Vec<String>| {
                words.windows(term.len()).any(|window| {
                    let (last, before) = term.split_last().unwrap();
                    window.iter().zip(before).all(|(a, b)| a == b) && window[before.len()].starts_with(last.as_str())
                })
            };
            if !wanted.is_empty() && wanted.iter().all(holds) {
                scan.insert(("task".to_owned(), task.id.0, false));
            }
        }
        let tasks: Rows = rows(&found).into_iter().filter(|(table, ..)| table == "task").collect();
        prop_assert_eq!(tasks, scan);
    }
}
