#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::task::{Column, TaskEdit, TaskStatus};
use crate::testing::{contents, workshop};

#[test]
fn a_moment_is_rebuilt_with_its_order_after_anything() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let snapshot = library.snapshot_take(&w, "Avant l’atelier").unwrap().value;
    let seq = contents(&library, &w).snapshots[0].operation_seq;
    let (b, ids) = (start.roles[1].id.clone(), start.tasks.iter().map(|t| t.id.clone()).collect::<Vec<_>>());
    library.task_move(&w, &[ids[3].clone()], Some(&b), &Column::Status(TaskStatus::Doing), None).unwrap();
    library.role_delete(&w, &start.roles[0].id).unwrap();
    library.task_delete(&w, &[ids[1].clone()]).unwrap();
    library.workshop_rename(&w, "Autre titre").unwrap();
    library.task_move(&w, &[ids[2].clone()], None, &Column::Status(TaskStatus::Todo), Some(&ids[0])).unwrap();
    library.undo(Some(&w)).unwrap();
    assert_eq!(library.contents_at(&w, seq).unwrap(), start);
    library.snapshot_rename(&w, &snapshot, "Au début").unwrap();
    assert_eq!(contents(&library, &w).snapshots[0].name, "Au début");
    library.snapshot_delete(&w, &snapshot).unwrap();
    assert_eq!(contents(&library, &w).snapshots.len(), 0);
}

#[test]
fn before_the_workshop_there_is_nothing_to_compare_with() {
    let (library, w) = workshop();
    assert!(matches!(library.contents_at(&w, 0), Err(Error::NotFound { kind: "snapshot", .. })));
}

#[test]
fn a_moment_is_found_by_its_time() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let created = library.now();
    let later = Millis(created.0 + 60_000);
    library.clock = Box::new(move || later);
    library.workshop_rename(&w, "Autre titre").unwrap();
    assert_eq!(library.contents_before(&w, later).unwrap(), Some(start));
    assert_eq!(library.contents_before(&w, Millis(later.0 + 1)).unwrap(), Some(contents(&library, &w)));
    assert_eq!(library.contents_before(&w, created).unwrap(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_moment_of_a_random_history_is_rebuilt(doings in proptest::collection::vec((0..6_u8, 0..4_usize), 1..14)) {
        let (mut library, w) = workshop();
        let mut moments: Vec<(i32, Contents)> = Vec::new();
        for (doing, at) in doings {
            let now = contents(&library, &w);
            let task = now.tasks.get(at).map(|task| task.id.clone());
            let role = now.roles.get(at % 2).map(|role| role.id.clone());
            let done = match (doing, task) {
                (0, Some(task)) => library.task_move(&w, &[task], role.as_ref(), &Column::Status(TaskStatus::Done), None).is_ok(),
                (1, Some(task)) => library.task_delete(&w, &[task]).is_ok(),
                (2, Some(task)) => library.task_edit(&w, &task, TaskEdit::Title(format!("Titre {at}"))).is_ok(),
                (3, _) => library.task_add(&w, role.as_ref(), &Column::Status(TaskStatus::Todo), "Neuve", "").is_ok(),
                (4, _) => library.step_add(&w, "Étape", role.as_ref(), &[]).is_ok(),
                _ => library.snapshot_take(&w, "Moment").is_ok(),
            };
            prop_assert!(done);
            let seq = library.history(Some(&w), None, 1).unwrap().first().map(|entry| entry.seq);
            if let Some(seq) = seq {
                moments.retain(|(earlier, _)| *earlier != seq);
                moments.push((seq, contents(&library, &w)));
            }
        }
        for (seq, expected) in moments {
            prop_assert_eq!(library.contents_at(&w, seq).unwrap(), expected);
        }
    }
}
