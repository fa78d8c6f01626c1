#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{contents, workshop};
use crate::{Error, Rule};

#[test]
fn steps_are_added_led_moved_and_deleted_and_tasks_stay() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let first = start.steps[0].id.clone();
    let second = library.step_add(&w, "Données", Some(&start.roles[1].id), std::slice::from_ref(&first)).unwrap().value;
    library.step_edit(&w, &second, StepEdit::Lead(None)).unwrap();
    library.step_move(&w, &second, Some(&first)).unwrap();
    let after = contents(&library, &w);
    assert_eq!(after.steps.iter().map(|s| s.title.as_str()).collect::<Vec<_>>(), ["Données", "Socle"]);
    assert_eq!(after.step_dependencies.len(), 1);
    library.step_delete(&w, &first).unwrap();
    let after = contents(&library, &w);
    assert_eq!((after.steps.len(), after.step_dependencies.len(), after.tasks.len()), (1, 0, 4));
    for _ in 0..4 {
        library.undo(Some(&w)).unwrap();
    }
    assert_eq!(contents(&library, &w), start);
}

#[test]
fn a_circle_is_refused_and_spelled_out() {
    let (mut library, w) = workshop();
    let first = contents(&library, &w).steps[0].id.clone();
    let second = library.step_add(&w, "Données", None, std::slice::from_ref(&first)).unwrap().value;
    let third = library.step_add(&w, "Parcours", None, &[second]).unwrap().value;
    let Err(Error::Invalid { rule: Rule::Cycle, detail, .. }) = library.step_depend(&w, &first, &third) else {
        panic!("not refused");
    };
    assert_eq!(detail, "Socle → Données → Parcours → Socle");
    let itself = library.step_depend(&w, &third, &third);
    assert!(matches!(itself, Err(Error::Invalid { rule: Rule::Itself, .. })));
    library.step_depend(&w, &third, &first).unwrap();
    library.step_depend(&w, &third, &first).unwrap();
    assert_eq!(contents(&library, &w).step_dependencies.len(), 3);
    library.step_undepend(&w, &third, &first).unwrap();
    assert_eq!(contents(&library, &w).step_dependencies.len(), 2);
}

#[test]
fn a_lead_of_another_workshop_and_a_long_title_are_refused() {
    let (mut library, w) = workshop();
    let copy = library.workshop_duplicate(&w, "Copie").unwrap().value;
    let foreign = contents(&library, &copy);
    let refused = library.step_add(&w, "Étape", Some(&foreign.roles[0].id), &[]);
    assert!(matches!(refused, Err(Error::Invalid { rule: Rule::OtherWorkshop, .. })));
    let refused = library.step_depend(&w, &contents(&library, &w).steps[0].id, &foreign.steps[0].id);
    assert!(matches!(refused, Err(Error::Invalid { rule: Rule::OtherWorkshop, .. })));
    assert!(matches!(library.step_add(&w, &"x".repeat(301), None, &[]), Err(Error::TooLong { .. })));
}

#[test]
fn tasks_depend_and_a_circle_names_their_numbers() {
    let (mut library, w) = workshop();
    let ids: Vec<_> = contents(&library, &w).tasks.into_iter().map(|task| task.id).collect();
    library.task_depend(&w, &ids[1], &ids[0]).unwrap();
    library.task_depend(&w, &ids[2], &ids[1]).unwrap();
    let Err(Error::Invalid { rule: Rule::Cycle, detail, .. }) = library.task_depend(&w, &ids[0], &ids[2]) else {
        panic!("not refused");
    };
    assert_eq!(detail, "1 → 2 → 3 → 1");
    assert!(matches!(library.task_depend(&w, &ids[0], &ids[0]), Err(Error::Invalid { rule: Rule::Itself, .. })));
    library.task_undepend(&w, &ids[2], &ids[1]).unwrap();
    library.task_depend(&w, &ids[0], &ids[2]).unwrap();
    assert_eq!(contents(&library, &w).task_dependencies.len(), 2);
}
