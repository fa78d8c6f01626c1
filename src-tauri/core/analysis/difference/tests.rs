#![allow(clippy::unwrap_used)]

use super::*;
use crate::task::Column;
use crate::testing::{contents, workshop};

#[test]
fn a_workshop_does_not_differ_from_itself() {
    let (library, w) = workshop();
    let now = contents(&library, &w);
    let none = difference(&now, &now, "2026-11-23".parse().unwrap());
    assert_eq!(none.before, none.after);
    assert_eq!(none, Difference { before: none.before, after: none.after, ..Difference::default() });
}

#[test]
fn owners_tasks_steps_and_findings_are_told_apart() {
    let (mut library, w) = workshop();
    let before = contents(&library, &w);
    let ids: Vec<TaskId> = before.tasks.iter().map(|task| task.id.clone()).collect();
    let b = before.roles[1].id.clone();
    library.task_move(&w, &[ids[3].clone()], Some(&b), &Column::Status(TaskStatus::Done), None).unwrap();
    library.task_delete(&w, &[ids[0].clone()]).unwrap();
    let new = library.task_add(&w, None, &Column::Status(TaskStatus::Todo), "Cinq", "").unwrap().value;
    let after = contents(&library, &w);
    let found = difference(&before, &after, "2026-11-23".parse().unwrap());
    let change = &found.owners_changed[0];
    assert_eq!((change.task.number, change.from.clone(), change.to.as_ref().unwrap().letter.as_str()), (4, None, "B"));
    assert_eq!(found.tasks_done.iter().map(|task| task.number).collect::<Vec<_>>(), [4]);
    assert_eq!(found.tasks_added.iter().map(|task| &task.id).collect::<Vec<_>>(), [&new]);
    assert_eq!(found.tasks_removed.iter().map(|task| task.number).collect::<Vec<_>>(), [1]);
    let keys = |findings: &[Finding]| findings.iter().map(|f| f.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&found.findings_opened), [format!("unowned-task:{new}")]);
    assert!(keys(&found.findings_closed).contains(&format!("unowned-task:{}", ids[3])));
    assert_eq!((found.before.unassigned, found.after.unassigned, found.after.done), (1, 1, 1));
    // Backwards it is the mirror image.
    let back = difference(&after, &before, "2026-11-23".parse().unwrap());
    assert_eq!(back.findings_opened.len(), found.findings_closed.len());
    assert_eq!(back.tasks_added.len(), 1);
}
