//! The one door for writes, by property: any sequence of operations, undone to the last, is the start; redone, the
//! end; byte for byte in every data table, also across a restart in the middle.

use std::path::Path;

use couloir_core::task::{Column, TaskEdit, TaskStatus};
use couloir_core::workshop::{Language, NewWorkshop, Template, WorkshopEdit, WorkshopId};
use couloir_core::{Contents, Error, Library, Millis, Result, TABLES};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;

/// One thing a facilitator does; numbers choose among what is there.
#[derive(Clone, Debug)]
enum Act {
    AddTask(usize, usize),
    EditTask(usize, String),
    MoveTasks(Vec<usize>, usize, usize),
    DeleteTask(usize),
    AddRole,
    MoveRole(usize, usize),
    MergeRoles(usize, usize),
    DeleteRole(usize),
    MatchContracts(usize, usize),
    DropContract(usize),
    DeleteMeeting(usize),
    MoveBlock(usize, usize),
    RenameWorkshop(String),
    Columns(bool),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    let n = || 0..40_usize;
    prop_oneof![
        (n(), n()).prop_map(|(a, b)| Act::AddTask(a, b)),
        (n(), "[a-zé]{1,12}").prop_map(|(a, text)| Act::EditTask(a, text)),
        (proptest::collection::vec(n(), 1..4), n(), n()).prop_map(|(a, b, c)| Act::MoveTasks(a, b, c)),
        n().prop_map(Act::DeleteTask),
        Just(Act::AddRole),
        (n(), n()).prop_map(|(a, b)| Act::MoveRole(a, b)),
        (n(), n()).prop_map(|(a, b)| Act::MergeRoles(a, b)),
        n().prop_map(Act::DeleteRole),
        (n(), n()).prop_map(|(a, b)| Act::MatchContracts(a, b)),
        n().prop_map(Act::DropContract),
        n().prop_map(Act::DeleteMeeting),
        (n(), n()).prop_map(|(a, b)| Act::MoveBlock(a, b)),
        "[a-z]{1,9}".prop_map(Act::RenameWorkshop),
        any::<bool>().prop_map(Act::Columns),
        Just(Act::Undo),
        Just(Act::Redo),
    ]
}

/// Chooses one of a list by a number; nothing from an empty list.
fn pick<T: Clone>(list: &[T], n: usize) -> Option<T> {
    (!list.is_empty()).then(|| list[n % list.len()].clone())
}

const STATUSES: [TaskStatus; 4] = [TaskStatus::Todo, TaskStatus::Doing, TaskStatus::Blocked, TaskStatus::Done];

/// Does it if it can be done; a rule may refuse, and then nothing has happened.
fn perform(library: &mut Library, w: &WorkshopId, act: &Act) -> Result<()> {
    let all: Contents = library.contents(w)?;
    let role = |n| pick(&all.roles, n).map(|role| role.id);
    let task = |n| pick(&all.tasks, n).map(|task| task.id);
    let column = |n: usize| Column::Status(STATUSES[n % 4]);
    let done = match act {
        Act::AddTask(a, b) => library.task_add(w, role(*a).as_ref(), &column(*b), "Nouvelle", "").map(drop),
        Act::EditTask(a, text) => match task(*a) {
            Some(id) => library.task_edit(w, &id, TaskEdit::Title(text.clone())).map(drop),
            None => Ok(()),
        },
        Act::MoveTasks(ids, b, c) => {
            let mut ids: Vec<_> = ids.iter().filter_map(|n| task(*n)).collect();
            ids.dedup();
            library.task_move(w, &ids, role(*b).as_ref(), &column(*c), task(*c).as_ref()).map(drop)
        }
        Act::DeleteTask(a) => task(*a).map_or(Ok(()), |id| library.task_delete(w, &[id]).map(drop)),
        Act::AddRole => library.role_add(w, "Qualité").map(drop),
        Act::MoveRole(a, b) => role(*a).map_or(Ok(()), |id| library.role_move(w, &id, role(*b).as_ref()).map(drop)),
        Act::MergeRoles(a, b) => match (role(*a), role(*b)) {
            (Some(from), Some(into)) => library.role_merge(w, &from, &into).map(drop),
            _ => Ok(()),
        },
        Act::DeleteRole(a) => role(*a).map_or(Ok(()), |id| library.role_delete(w, &id).map(drop)),
        Act::MatchContracts(a, b) => match (pick(&all.contracts, *a), pick(&all.contracts, *b)) {
            (Some(one), Some(two)) => library.contract_match(w, &one.id, &two.id).map(drop),
            _ => Ok(()),
        },
        Act::DropContract(a) => {
            pick(&all.contracts, *a).map_or(Ok(()), |contract| library.contract_drop(w, &contract.id).map(drop))
        }
        Act::DeleteMeeting(a) => {
            pick(&all.meetings, *a).map_or(Ok(()), |meeting| library.meeting_delete(w, &meeting.id).map(drop))
        }
        Act::MoveBlock(a, b) => match (pick(&all.agenda_items, *a), pick(&all.agenda_items, *b)) {
            (Some(item), Some(before)) => library.agenda_item_move(w, &item.id, Some(&before.id)).map(drop),
            _ => Ok(()),
        },
        Act::RenameWorkshop(title) => library.workshop_edit(w, WorkshopEdit::Title(title.clone())).map(drop),
        Act::Columns(by_step) => {
            use couloir_core::workshop::BoardColumns::{Status, Step};
            let columns = if *by_step { Step } else { Status };
            library.workshop_edit(w, WorkshopEdit::BoardColumns(columns)).map(drop)
        }
        Act::Undo => library.undo(Some(w)).map(drop),
        Act::Redo => library.redo(Some(w)).map(drop),
    };
    match done {
        Err(Error::Invalid { .. } | Error::NothingToUndo | Error::NotFound { .. }) => Ok(()),
        other => other,
    }
}

/// Every row of every data table, as SQLite stores it.
fn dump(folder: &Path) -> Vec<String> {
    let conn = Connection::open(folder.join("couloir.db")).unwrap();
    let mut rows = Vec::new();
    for table in TABLES {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY id")).unwrap();
        let width = statement.column_count();
        let found = statement
            .query_map([], |row| (0..width).map(|i| row.get::<_, Value>(i)).collect::<rusqlite::Result<Vec<_>>>())
            .unwrap();
        rows.extend(found.map(|row| format!("{table} {:?}", row.unwrap())));
    }
    rows
}

fn open(folder: &Path) -> Library {
    Library::open(folder, Box::new(|| Millis(1_795_417_200_000))).unwrap()
}

/// Takes back (or does again) everything there is.
fn all(mut step: impl FnMut() -> Result<()>) {
    loop {
        match step() {
            Ok(()) => {}
            Err(Error::NothingToUndo) => return,
            Err(error) => panic!("{error}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_is_the_start_and_redo_all_the_end(acts in proptest::collection::vec(act(), 1..25), restart in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        let mut library = open(folder.path());
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let w = library.workshop_from_template(Template::Ajo, &new).unwrap().value;
        let start = dump(folder.path());
        for act in &acts {
            perform(&mut library, &w, act).unwrap();
        }
        // What was undone on the way can still be redone: the end is where everything is done.
        all(|| library.redo(Some(&w)).map(drop));
        let end = dump(folder.path());
        if restart {
            drop(library);
            library = open(folder.path());
        }
        all(|| library.undo(Some(&w)).map(drop));
        prop_assert_eq!(dump(folder.path()), start);
        all(|| library.redo(Some(&w)).map(drop));
        prop_assert_eq!(dump(folder.path()), end);
        prop_assert_eq!(library.check().unwrap(), Vec::<String>::new());
    }
}
