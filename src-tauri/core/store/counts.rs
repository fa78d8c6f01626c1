//! What the store does for one step must not grow with the workshop: counted in the instructions of SQLite's machine,
//! which are the same on every laptop, never in time.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

use crate::Library;
use crate::role::RoleId;
use crate::task::{Column, TaskEdit, TaskId, TaskStatus};
use crate::testing::library;
use crate::workshop::{Language, NewWorkshop, WorkshopId};

const STATUSES: [&str; 4] = ["todo", "doing", "blocked", "done"];

/// A workshop of five lanes and eight steps; tasks of every lane, status and step by turns.
fn grown(tasks: usize) -> (Library, WorkshopId) {
    let mut library = library();
    let roles: Vec<Value> = (0..5).map(|n| json!({"id": format!("r{n}"), "name": format!("Rôle {n}")})).collect();
    let steps: Vec<Value> = (0..8).map(|n| json!({"id": format!("s{n}"), "title": format!("Étape {n}")})).collect();
    let cards: Vec<Value> = (0..tasks)
        .map(|n| {
            json!({
                "id": format!("t{n}"), "number": n + 1, "title": format!("Tâche {n}"),
                "role_id": format!("r{}", n % 5), "step_id": format!("s{}", n / 20 % 8), "status": STATUSES[n / 5 % 4]
            })
        })
        .collect();
    let archive = json!({
        "format": "couloir", "version": 1,
        "workshop": {"id": "w", "title": "Grand", "language": "fr", "last_task_number": tasks},
        "roles": roles, "steps": steps, "tasks": cards
    });
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let id = library.workshop_from_archive(archive.as_object().unwrap().clone(), &new, |_, _| Ok(())).unwrap().value;
    (library, id)
}

/// How many instructions `step` takes.
fn instructions<T>(library: &mut Library, step: impl FnOnce(&mut Library) -> T) -> (u64, T) {
    let count = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&count);
    let count_one = move || {
        counted.fetch_add(1, Ordering::Relaxed);
        false
    };
    library.conn.progress_handler(1, Some(count_one)).unwrap();
    let value = step(library);
    library.conn.progress_handler(1, None::<fn() -> bool>).unwrap();
    (count.load(Ordering::Relaxed), value)
}

/// What a facilitator does to cards all day, each with its count.
fn day(tasks: usize) -> Vec<(&'static str, u64)> {
    let (mut library, w) = grown(tasks);
    let contents = library.contents(&w).unwrap();
    let ids: Vec<TaskId> = contents.tasks.iter().map(|task| task.id.clone()).collect();
    let lane: RoleId = contents.roles[1].id.clone();
    let step = Some(contents.steps[2].id.clone());
    let middle = contents.tasks.iter().filter(|task| task.role_id.as_ref() == Some(&lane)).nth(tasks / 10);
    let middle = middle.unwrap().id.clone();
    let moves: [(&'static str, Option<&RoleId>, Column, Option<&TaskId>); 5] = [
        ("last of a lane", Some(&lane), Column::Lane, None),
        ("before a card in the middle of a lane", Some(&lane), Column::Lane, Some(&middle)),
        ("last of a status", Some(&lane), Column::Status(TaskStatus::Done), None),
        ("last of a step", Some(&lane), Column::Step(step), None),
        ("last of no lane", None, Column::Status(TaskStatus::Todo), None),
    ];
    let mut counts = Vec::new();
    for (what, lane, column, before) in moves {
        let (count, moved) =
            instructions(&mut library, |library| library.task_move(&w, &ids[..1], lane, &column, before));
        moved.unwrap();
        counts.push((what, count));
    }
    let mut count = |what, write: &dyn Fn(&mut Library) -> crate::Result<()>| {
        let (count, written) = instructions(&mut library, write);
        written.unwrap();
        counts.push((what, count));
    };
    count("undo", &|library| library.undo(Some(&w)).map(drop));
    count("redo", &|library| library.redo(Some(&w)).map(drop));
    count("title", &|library| library.task_edit(&w, &ids[0], TaskEdit::Title("Autre".to_owned())).map(drop));
    count("new card", &|library| library.task_add(&w, Some(&lane), &Column::Lane, "Nouvelle", "").map(drop));
    count("card thrown away", &|library| library.task_delete(&w, &ids[..1]).map(drop));
    counts
}

#[test]
fn a_step_costs_the_same_in_a_small_and_in_a_large_workshop() {
    let (small, large) = (day(100), day(10_000));
    for ((what, small), (_, large)) in small.iter().zip(&large) {
        assert!(*small > 0, "{what}: nothing was counted");
        // Trees of pages grow by a level or two; 1.2 × is the goal for moves, undo and redo.
        assert!(large * 5 <= small * 6, "{what}: {small} instructions among 100 tasks, {large} among 10,000");
    }
}
