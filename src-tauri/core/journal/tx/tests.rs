#![allow(clippy::unwrap_used)]

use super::*;
use crate::Library;
use crate::agenda::Method;
use crate::task::Task;
use crate::testing::{NOW, contents, workshop};

/// Two workshops with the same rows.
fn two() -> (Library, WorkshopId, WorkshopId) {
    let (mut library, w) = workshop();
    let other = library.workshop_duplicate(&w, "Copie").unwrap().value;
    (library, w, other)
}

/// What the journal says of an operation of the first workshop.
fn refused(library: &mut Library, w: &WorkshopId, write: impl FnOnce(&Tx<'_>) -> Result<()>) {
    let all: Vec<Contents> = library.workshops().unwrap().iter().map(|one| contents(library, &one.id)).collect();
    let error = library.commit(Operation::new(w, "task-edit"), write).unwrap_err();
    assert!(matches!(error, Error::Invalid { rule: Rule::OtherWorkshop, .. }), "{error}");
    let now: Vec<Contents> = library.workshops().unwrap().iter().map(|one| contents(library, &one.id)).collect();
    assert_eq!(now, all);
    assert_eq!(library.methods().unwrap(), []);
}

#[test]
fn an_operation_of_a_workshop_neither_sees_nor_writes_another() {
    let (mut library, w, other) = two();
    let (own, theirs) = (contents(&library, &w), contents(&library, &other));
    let (task, stranger) = (own.tasks[0].clone(), theirs.tasks[0].clone());
    refused(&mut library, &w, |tx| tx.get::<Task>(&stranger.id).map(drop));
    refused(&mut library, &w, |tx| tx.ensure::<Task>(Some(&stranger.id)));
    refused(&mut library, &w, |tx| tx.list::<Task>(&other).map(drop));
    refused(&mut library, &w, |tx| tx.contents(&other).map(drop));
    refused(&mut library, &w, |tx| tx.update(&stranger));
    refused(&mut library, &w, |tx| tx.delete::<Task>(&stranger.id));
    refused(&mut library, &w, |tx| tx.insert(&Task { id: "new".into(), ..stranger.clone() }));
    refused(&mut library, &w, |tx| tx.get::<crate::workshop::Workshop>(&other).map(drop));
    // Whatever the statement: a row taken over, one given away, a cascade, a reference.
    refused(&mut library, &w, |tx| tx.update(&Task { workshop_id: w.clone(), ..stranger.clone() }));
    refused(&mut library, &w, |tx| {
        tx.run(&format!("UPDATE task SET workshop_id = '{other}' WHERE id = '{}'", task.id))
    });
    refused(&mut library, &w, |tx| tx.run("UPDATE task SET title = 'x'"));
    refused(&mut library, &w, |tx| tx.run(&format!("DELETE FROM workshop WHERE id = '{other}'")));
    let role = Some(theirs.roles[0].id.clone());
    refused(&mut library, &w, |tx| tx.update(&Task { role_id: role.clone(), ..task.clone() }));
    refused(&mut library, &w, |tx| tx.insert(&Task { id: "new".into(), role_id: role, ..task.clone() }));
    // A reference that is there already, to a row that comes only now, is seen from the other end.
    refused(&mut library, &w, |tx| {
        tx.defer_references()?;
        tx.insert(&Task { id: "new".into(), role_id: Some("late".into()), ..task.clone() })?;
        tx.insert(&crate::role::Role { id: "late".into(), ..theirs.roles[0].clone() })
    });
}

#[test]
fn what_belongs_to_the_library_is_written_by_operations_that_say_so() {
    let (mut library, w, other) = two();
    let method = Method { id: "m".into(), title: "Tour".to_owned(), item: "{}".to_owned(), created_at: NOW };
    refused(&mut library, &w, |tx| tx.insert(&method));
    library.commit(Operation::new(&w, "method-save").writing_library(), |tx| tx.insert(&method)).unwrap();
    // Everybody may read it.
    let read = library.commit(Operation::new(&other, "task-edit"), |tx| tx.get::<Method>(&method.id));
    assert_eq!(read.unwrap().value, method);
    // An operation on the library writes every workshop, but joins none.
    let rename = |tx: &Tx<'_>| tx.run("UPDATE task SET title = 'x'");
    library.commit(Operation::on_library("workshop-rename"), rename).unwrap();
    let (own, theirs) = (contents(&library, &w), contents(&library, &other));
    let task = Task { role_id: Some(theirs.roles[0].id.clone()), ..own.tasks[0].clone() };
    let joined = library.commit(Operation::on_library("workshop-rename"), |tx| tx.update(&task)).unwrap_err();
    assert!(matches!(joined, Error::Invalid { rule: Rule::OtherWorkshop, .. }));
}

#[test]
fn a_meeting_of_another_workshop_has_no_clock_here() {
    let (mut library, w, other) = two();
    let meeting = library.meeting_add(&other, "Point", NOW, 60).unwrap().value;
    assert!(library.meeting_clock(&other, &meeting).is_ok());
    assert!(library.meeting_clock(&w, &meeting).is_err());
}

#[test]
fn what_is_gone_is_said_to_be_gone() {
    let (mut library, w, other) = two();
    let task = contents(&library, &w).tasks[0].clone();
    // A reference to a row that another window has deleted, seen at once or at the end of the operation.
    for is_late in [false, true] {
        let refused = library.commit(Operation::new(&w, "task-edit"), |tx| {
            if is_late {
                tx.defer_references()?;
            }
            tx.update(&Task { role_id: Some("gone".into()), ..task.clone() })
        });
        assert!(matches!(refused.unwrap_err(), Error::NotFound { .. }));
    }
    // Whatever is written into a workshop that is gone.
    library.workshop_delete(&other).unwrap();
    for refused in [
        library.role_add(&other, "Rôle").map(drop),
        library.tag_add(&other, "urgent").map(drop),
        library.task_add(&other, None, &crate::task::Column::Status(task.status), "Tâche", "").map(drop),
    ] {
        assert!(matches!(refused.unwrap_err(), Error::NotFound { kind: "workshop", .. }));
    }
}
