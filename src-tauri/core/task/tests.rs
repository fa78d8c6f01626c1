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
    let id = library.task_add(&w, None, &todo, "Cinq", "").unwrap().value;
    library.task_delete(&w, &[id]).unwrap();
    let id = library.task_add(&w, None, &todo, "Six", "avec B").unwrap().value;
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
fn title_and_detail_of_one_editor_are_one_step() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let id = start.tasks[0].id.clone();
    library.task_edit(&w, &id, TaskEdit::Title("Relire".to_owned())).unwrap();
    library.task_edit(&w, &id, TaskEdit::Detail("la charte".to_owned())).unwrap();
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), start);
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
    library.task_add(&w, None, &Column::Status(TaskStatus::Todo), "La première", "").unwrap();
    assert_eq!(library.contents(&w).unwrap().tasks[0].number, 1);
}

#[test]
fn a_move_within_the_whole_lane_keeps_status_and_step() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let (b, ids) = (start.roles[1].id.clone(), start.tasks.iter().map(|t| t.id.clone()).collect::<Vec<_>>());
    library.task_move(&w, &ids[1..2], Some(&b), &Column::Status(TaskStatus::Doing), None).unwrap();
    library.task_set(&w, &ids[..1], &TaskSet::Step(Some(start.steps[0].id.clone()))).unwrap();
    library.task_move(&w, &ids[..1], Some(&b), &Column::Lane, Some(&ids[1])).unwrap();
    let moved = contents(&library, &w);
    let lane: Vec<(i32, TaskStatus, bool)> = moved
        .tasks
        .iter()
        .filter(|task| task.role_id.as_ref() == Some(&b))
        .map(|task| (task.number, task.status, task.step_id.is_some()))
        .collect();
    assert_eq!(lane, [(1, TaskStatus::Todo, true), (2, TaskStatus::Doing, false)]);
}

#[test]
fn several_cards_take_a_status_in_one_step() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let ids: Vec<_> = start.tasks.iter().map(|task| task.id.clone()).collect();
    let committed = library.task_set(&w, &ids, &TaskSet::Status(TaskStatus::Done)).unwrap();
    assert_eq!(committed.undo.undo.unwrap().args["count"], "4");
    assert!(contents(&library, &w).tasks.iter().all(|task| task.status == TaskStatus::Done));
    // Where nothing changes nothing is written.
    assert!(library.task_set(&w, &ids, &TaskSet::Status(TaskStatus::Done)).unwrap().patch.changes.is_empty());
    assert!(library.task_set(&w, &["nobody".into()], &TaskSet::Status(TaskStatus::Todo)).is_err());
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), start);
}

#[test]
fn a_paste_makes_cards_and_a_copy_keeps_its_links() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let (a, b) = (start.roles[0].id.clone(), start.roles[1].id.clone());
    let ids = library.task_paste(&w, Some(&b), &Column::Lane, "1. Lire\tvite\n- Écrire\n").unwrap().value;
    let pasted = contents(&library, &w);
    let made: Vec<_> = pasted.tasks.iter().filter(|task| ids.contains(&task.id)).collect();
    assert_eq!((made[0].title.as_str(), made[0].detail.as_str(), made[0].number), ("Lire", "vite", 5));
    assert_eq!((made[1].title.as_str(), made[1].number), ("Écrire", 6));
    assert!(library.task_paste(&w, None, &Column::Lane, " \n\t\n").is_err());
    let many = "x\n".repeat(PASTE_MAX + 1);
    assert!(library.task_paste(&w, None, &Column::Lane, &many).is_err());
    assert!(matches!(library.task_paste(&w, None, &Column::Lane, &"x".repeat(301)), Err(Error::TooLong { .. })));
    assert_eq!(contents(&library, &w), pasted);

    library.task_depend(&w, &ids[0], &start.tasks[0].id).unwrap();
    library.task_depend(&w, &ids[1], &ids[0]).unwrap();
    library.involvement_set(&w, &ids[0], &a, Some(Part::Consulted)).unwrap();
    library.tag_put(&w, "parcours", &crate::tag::TagTarget::Task(ids[0].clone())).unwrap();
    let before = contents(&library, &w);
    let copies = library.task_duplicate(&w, &ids).unwrap().value;
    let after = contents(&library, &w);
    let order: Vec<i32> = after.tasks.iter().filter(|t| t.role_id.as_ref() == Some(&b)).map(|t| t.number).collect();
    assert_eq!(order, [5, 7, 6, 8]);
    let needs = |id: &TaskId| after.task_dependencies.iter().find(|d| d.task_id == *id).unwrap().needs_id.clone();
    assert_eq!((needs(&copies[0]), needs(&copies[1])), (start.tasks[0].id.clone(), copies[0].clone()));
    assert_eq!(after.involvements.len(), before.involvements.len() + 1);
    assert!(after.taggings.iter().any(|tagging| tagging.task_id.as_ref() == Some(&copies[0])));
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), before);
}
