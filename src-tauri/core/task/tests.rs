#![allow(clippy::unwrap_used)]

use super::*;
use crate::role::RoleId;
use crate::testing::{contents, workshop};
use crate::{Contents, Error, Rule};

fn cell(contents: &Contents, lane: Option<&RoleId>, status: TaskStatus) -> Vec<i32> {
    contents
        .tasks
        .iter()
        .filter(|task| task.role_id.as_ref() == lane && task.status == status)
        .map(|task| task.number)
        .collect()
}

#[test]
fn several_cards_move_together_before_another() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let (a, ids) = (start.roles[0].id.clone(), start.tasks.iter().map(|t| t.id.clone()).collect::<Vec<_>>());
    let moved = [ids[3].clone(), ids[2].clone()];
    let todo = Column::Status(TaskStatus::Todo);
    let committed = library.task_move(&w, &moved, Some(&a), &todo, Some(&ids[1])).unwrap();
    assert_eq!(cell(&contents(&library, &w), Some(&a), TaskStatus::Todo), [1, 4, 3, 2]);
    let name = committed.undo.undo.unwrap();
    assert_eq!(
        (name.name.as_str(), name.args["number"].as_str(), name.args["count"].as_str()),
        ("task-move", "4, 3", "2")
    );
    // Only the moved cards are in the patch: a card moves by rewriting its own row.
    assert_eq!(committed.patch.changes.len(), 2);
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), start);
}

#[test]
fn a_card_moves_to_another_lane_and_column() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let (b, id) = (start.roles[1].id.clone(), start.tasks[0].id.clone());
    library.task_move(&w, std::slice::from_ref(&id), Some(&b), &Column::Status(TaskStatus::Doing), None).unwrap();
    assert_eq!(cell(&contents(&library, &w), Some(&b), TaskStatus::Doing), [1]);
    let step = start.steps[0].id.clone();
    library.task_move(&w, std::slice::from_ref(&id), None, &Column::Step(Some(step.clone())), None).unwrap();
    let task = contents(&library, &w).tasks.into_iter().find(|task| task.id == id).unwrap();
    assert_eq!((task.role_id, task.step_id, task.status), (None, Some(step), TaskStatus::Doing));
}

#[test]
fn a_move_to_another_workshops_lane_is_refused_whole() {
    let (mut library, w) = workshop();
    let copy = library.workshop_duplicate(&w, "Copie").unwrap().value;
    let foreign = contents(&library, &copy).roles[0].id.clone();
    let start = contents(&library, &w);
    let ids = [start.tasks[0].id.clone()];
    let result = library.task_move(&w, &ids, Some(&foreign), &Column::Status(TaskStatus::Done), None);
    assert!(matches!(result, Err(Error::Invalid { rule: Rule::OtherWorkshop, .. })));
    assert_eq!(contents(&library, &w), start);
}

#[test]
fn a_number_is_never_given_twice() {
    let (mut library, w) = workshop();
    let todo = Column::Status(TaskStatus::Todo);
    let id = library.task_add(&w, None, &todo, "Cinq").unwrap().value;
    library.task_delete(&w, &[id]).unwrap();
    let id = library.task_add(&w, None, &todo, "Six").unwrap().value;
    let task = contents(&library, &w).tasks.into_iter().find(|task| task.id == id).unwrap();
    assert_eq!(task.number, 6);
}

#[test]
fn an_edit_keeps_limits() {
    let (mut library, w) = workshop();
    let id = contents(&library, &w).tasks[0].id.clone();
    library.task_edit(&w, &id, TaskEdit::Detail("e-mail, SMS".to_owned())).unwrap();
    let too_long = library.task_edit(&w, &id, TaskEdit::Notes("x".repeat(100_000)));
    assert!(matches!(too_long, Err(Error::TooLong { limit: 20_000, .. })));
    assert!(matches!(library.task_edit(&w, &id, TaskEdit::Title(" ".to_owned())), Err(Error::Invalid { .. })));
    assert_eq!(contents(&library, &w).tasks[0].detail, "e-mail, SMS");
}

#[test]
fn the_first_card_of_an_empty_board_is_added() {
    let mut library = crate::testing::library();
    let new = crate::workshop::NewWorkshop {
        title: Some("Vide".to_owned()),
        language: crate::workshop::Language::Fr,
        time_zone: "UTC".to_owned(),
    };
    let w = library.workshop_create(&new).unwrap().value;
    library.task_add(&w, None, &Column::Status(TaskStatus::Todo), "La première").unwrap();
    assert_eq!(library.contents(&w).unwrap().tasks[0].number, 1);
}
