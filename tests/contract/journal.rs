//! The one door for writes, by property: any sequence of commands, undone to the last, is the start; redone, the end;
//! byte for byte in every data table, also across a restart in the middle. Every command that the window can call
//! takes part, with arguments made from what the border says of them.

use std::collections::BTreeSet;
use std::path::Path;

use couloir_core::journal::Change;
use couloir_core::workshop::{Language, NewWorkshop, Template, WorkshopEdit, WorkshopId};
use couloir_core::{Error, Library, Result, TABLES};
use proptest::prelude::*;

use crate::verbs::act::{ON_LIBRARY, act};
use crate::verbs::dispatch::run;
use crate::verbs::hand::{Choice, Hand};
use crate::verbs::stage::Stage;
use crate::verbs::types::{Border, Command};
use crate::verbs::{dump, open};

/// Arguments that are tried until a command does something.
const SEEDS: u64 = 2_000;
/// Tells the table of a changed row.
fn table(change: &Change) -> String {
    match change {
        Change::Put { row } => serde_json::to_value(row).unwrap()["table"].as_str().unwrap().to_owned(),
        Change::Remove { table, .. } => table.clone(),
    }
}

#[test]
fn every_command_is_taken_back_and_done_again_and_together_they_reach_every_table() {
    let border = Border::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut stages = [Stage::new(false), Stage::new(true)];
    let mut reached = BTreeSet::new();
    let mut idle = Vec::new();
    let commands: Vec<&Command> =
        border.writing().filter(|one| !["undo", "redo"].contains(&one.name.as_str())).collect();
    for command in &commands {
        let mut is_done = false;
        for stage in &mut stages {
            let own = Choice::of(&stage.library, &stage.w);
            let start = dump(stage.folder.path());
            let scope = (!ON_LIBRARY.contains(&command.name.as_str())).then(|| stage.w.clone());
            for seed in 0..SEEDS {
                let mut hand = Hand::new(&border, &own, None, seed);
                let arguments = hand.arguments(command);
                if hand.is_empty {
                    continue;
                }
                let done = run(&mut stage.library, &stage.w, &command.name, &arguments);
                let done =
                    done.unwrap_or_else(|| panic!("{}: no line in tests/contract/verbs/dispatch.rs", command.name));
                let Ok(patch) = done else { continue };
                if patch.changes.is_empty() {
                    continue;
                }
                is_done = true;
                reached.extend(patch.changes.iter().map(table));
                let end = dump(stage.folder.path());
                let undone = stage.library.undo(scope.as_ref());
                assert!(undone.is_ok(), "{} of seed {seed} is not taken back", command.name);
                assert!(dump(stage.folder.path()) == start, "{} is not taken back", command.name);
                stage.library.redo(scope.as_ref()).unwrap();
                assert!(dump(stage.folder.path()) == end, "{} is not done again", command.name);
                stage.library.undo(scope.as_ref()).unwrap();
                break;
            }
        }
        if !is_done {
            idle.push(command.name.as_str());
        }
    }
    assert!(idle.is_empty(), "found nothing to do: {idle:?}");
    assert!(commands.len() > 100, "only {} commands were found in the bindings", commands.len());
    let missing: Vec<_> = TABLES.iter().filter(|table| !reached.contains(**table)).collect();
    assert!(missing.is_empty(), "no command reached {missing:?}");
}

/// Number of the operation that undo or redo takes next in a scope.
fn next(library: &Library, scope: Option<&WorkshopId>, is_undone: bool) -> Option<i32> {
    let found = library.history(scope, None, 10_000).unwrap().into_iter().filter(|entry| entry.is_undone == is_undone);
    let seqs = found.map(|entry| entry.seq);
    if is_undone { seqs.min() } else { seqs.max() }
}

/// Takes back everything, the last first, whatever list it stands in.
fn undo_all(library: &mut Library, scopes: &[Option<&WorkshopId>], down_to: i32) {
    while let Some((seq, scope)) = scopes.iter().filter_map(|scope| Some((next(library, *scope, false)?, *scope))).max()
    {
        if seq <= down_to {
            return;
        }
        library.undo(scope).unwrap();
    }
}

/// Does everything again, the first first.
fn redo_all(library: &mut Library, scopes: &[Option<&WorkshopId>]) {
    while let Some((_, scope)) = scopes.iter().filter_map(|scope| Some((next(library, *scope, true)?, *scope))).min() {
        library.redo(scope).unwrap();
    }
}

/// Whether the workshop that is held in memory is the one that the rows make.
fn is_as_on_disk(library: &Library, folder: &Path, w: &WorkshopId) -> bool {
    let read = Library::open_to_read(folder, Box::new(|| crate::verbs::stage::NOW)).unwrap();
    match (library.shared_contents(w), read.contents(w)) {
        (Ok(held), Ok(rows)) => *held == rows,
        (Err(_), Err(_)) => true,
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_is_the_start_and_redo_all_the_end(
        acts in proptest::collection::vec((0..10_000_usize, any::<u64>()), 1..60),
        restart in any::<bool>(),
    ) {
        let border = Border::read(Path::new(env!("CARGO_MANIFEST_DIR")));
        let commands: Vec<&Command> = border.writing().collect();
        let folder = tempfile::tempdir().unwrap();
        let mut library = open(folder.path());
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let w = library.workshop_from_template(Template::Ajo, &new).unwrap().value;
        let second = NewWorkshop { title: Some("Autre".to_owned()), ..new };
        library.workshop_create(&second).unwrap();
        let start = dump(folder.path());
        let first = next(&library, None, false).unwrap();
        let scopes = [None, Some(&w)];
        library.shared_contents(&w).unwrap();
        for one in &acts {
            act(&mut library, &w, &border, &commands, *one);
            prop_assert!(is_as_on_disk(&library, folder.path(), &w), "{one:?}");
        }
        // What was undone on the way can still be redone: the end is where everything is done.
        redo_all(&mut library, &scopes);
        let end = dump(folder.path());
        if restart {
            drop(library);
            library = open(folder.path());
        }
        prop_assert!(is_as_on_disk(&library, folder.path(), &w));
        undo_all(&mut library, &scopes, first);
        prop_assert!(is_as_on_disk(&library, folder.path(), &w));
        prop_assert_eq!(dump(folder.path()), start);
        redo_all(&mut library, &scopes);
        prop_assert_eq!(dump(folder.path()), end);
        prop_assert_eq!(library.check().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn undo_keeps_what_somebody_else_did_to_another_column_of_the_row() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = open(folder.path());
    let new = NewWorkshop { title: Some("Un".to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
    let w = library.workshop_create(&new).unwrap().value;
    library.workshop_edit(&w, WorkshopEdit::Place("Lyon".to_owned())).unwrap();
    // From Home, in a list of its own.
    library.workshop_rename(&w, "Deux").unwrap();
    library.undo(Some(&w)).unwrap();
    let now = library.contents(&w).unwrap().workshop;
    assert_eq!((now.title.as_str(), now.place.as_str()), ("Deux", ""));
    library.redo(Some(&w)).unwrap();
    library.undo(None).unwrap();
    let now = library.contents(&w).unwrap().workshop;
    assert_eq!((now.title.as_str(), now.place.as_str()), ("Un", "Lyon"));
    // Every moment is what it was, too.
    assert_eq!(library.contents_at(&w, 1).unwrap().workshop.place, "");
    assert_eq!(library.contents_at(&w, 2).unwrap().workshop, now);
    // The same column is a conflict, and nothing changes.
    library.workshop_edit(&w, WorkshopEdit::Title("Trois".to_owned())).unwrap();
    library.workshop_rename(&w, "Quatre").unwrap();
    let before = dump(folder.path());
    assert!(matches!(library.undo(Some(&w)), Err(Error::Conflict)));
    assert_eq!(dump(folder.path()), before);
    // Home takes its title back although the workshop was worked in since.
    library.role_add(&w, "Achats").unwrap();
    library.workshop_edit(&w, WorkshopEdit::Place("Lille".to_owned())).unwrap();
    library.undo(None).unwrap();
    let now = library.contents(&w).unwrap().workshop;
    assert_eq!((now.title.as_str(), now.place.as_str()), ("Trois", "Lille"));
}

/// A library with a workshop and three steps, closed; the number of the second step, which is to be damaged.
fn three_steps(folder: &std::path::Path) -> Result<(WorkshopId, i32)> {
    let mut library = open(folder);
    let new = NewWorkshop { title: Some("Un".to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
    let w = library.workshop_create(&new)?.value;
    let one = library.role_add(&w, "Un")?.value;
    library.role_add(&w, "Deux")?;
    library.role_edit(&w, &one, couloir_core::role::RoleEdit::Mandate("Mène".to_owned()))?;
    let second = library.history(Some(&w), None, 9)?[1].seq;
    Ok((w, second))
}

#[test]
fn an_operation_of_a_name_that_is_no_longer_known_is_named_plainly_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let (w, _) = three_steps(folder.path()).unwrap();
    damage(folder.path(), "UPDATE operation SET name = 'lane-sparkle' WHERE name = 'role-edit'");
    let mut library = open(folder.path());
    let named = library.undo_state(Some(&w)).unwrap().undo.unwrap();
    assert_eq!((named.name.as_str(), named.args["name"].as_str()), ("unknown", "lane-sparkle"));
    let history = library.history(Some(&w), None, 9).unwrap();
    assert_eq!((history[0].name.name.as_str(), history[0].is_readable), ("unknown", true));
    assert_eq!(history[1].name.name, "role-add");
    library.undo(Some(&w)).unwrap();
    assert_eq!(library.contents(&w).unwrap().roles[0].mandate, "");
    assert_eq!(library.redo(Some(&w)).unwrap().value.name, "unknown");
    assert_eq!(library.contents(&w).unwrap().roles[0].mandate, "Mène");
}

#[test]
fn damaged_arguments_keep_nothing_from_opening_and_the_operation_is_still_undone() {
    let folder = tempfile::tempdir().unwrap();
    let (w, _) = three_steps(folder.path()).unwrap();
    for args in ["CAST(x'7b22ff22' AS TEXT)", "'{\"letter\":3}'", "''", "'[]'"] {
        damage(folder.path(), &format!("UPDATE operation SET args = {args} WHERE name = 'role-edit'"));
        let mut library = open(folder.path());
        let named = library.undo_state(Some(&w)).unwrap().undo.unwrap();
        assert_eq!((named.name.as_str(), named.args["name"].as_str()), ("unreadable", "role-edit"), "{args}");
        assert_eq!(library.history(Some(&w), None, 9).unwrap().len(), 3);
        library.undo(Some(&w)).unwrap();
        assert_eq!(library.contents(&w).unwrap().roles[0].mandate, "");
        library.redo(Some(&w)).unwrap();
    }
}

#[test]
fn an_image_that_does_not_parse_makes_that_operation_alone_unreadable() {
    for image in
        ["'{\"id\":'", "'[1]'", "'{}'", "CAST(x'7b22696422ff7d' AS TEXT)", "'{\"id\":\"x\",\"name\":5}'", "'@'"]
    {
        let folder = tempfile::tempdir().unwrap();
        let (w, second) = three_steps(folder.path()).unwrap();
        let column = if image.starts_with("'@") { "row_id" } else { "after" };
        damage(folder.path(), &format!("UPDATE change SET {column} = {image} WHERE operation_seq = {second}"));
        let mut library = open(folder.path());
        let all = library.contents(&w).unwrap();
        assert_eq!(all.roles.len(), 2, "the data opens");
        let history = library.history(Some(&w), None, 9).unwrap();
        let said: Vec<_> = history.iter().map(|entry| (entry.name.name.as_str(), entry.is_readable)).collect();
        assert_eq!(said, [("role-edit", true), ("unreadable", false), ("role-add", true)], "{image}");
        // A moment before it is what can be told of it; one after it is exact.
        assert_eq!(library.contents_at(&w, second).unwrap().roles[0].mandate, "");
        let roles = library.contents_at(&w, second - 1).unwrap().roles.len();
        assert_eq!(roles, if column == "row_id" { 2 } else { 1 }, "{image}");
        assert!(library.difference(&w, second - 1, None).is_ok());
        // Undo passes over it.
        library.undo(Some(&w)).unwrap();
        assert_eq!(library.undo_state(Some(&w)).unwrap().undo.unwrap().name, "role-add");
        library.undo(Some(&w)).unwrap();
        assert_eq!(library.contents(&w).unwrap().roles.len(), 1);
        assert!(matches!(library.undo(Some(&w)), Err(Error::NothingToUndo)));
        library.redo(Some(&w)).unwrap();
        library.redo(Some(&w)).unwrap();
        assert_eq!(library.contents(&w).unwrap(), all);
        library.role_add(&w, "Trois").unwrap();
    }
}

fn damage(folder: &std::path::Path, sql: &str) {
    let conn = rusqlite::Connection::open(folder.join("couloir.db")).unwrap();
    assert!(conn.execute(sql, []).unwrap() > 0, "{sql}");
}
