#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{contents, workshop};

#[test]
fn a_new_role_takes_the_first_free_letter() {
    let (mut library, w) = workshop();
    let a = contents(&library, &w).roles[0].id.clone();
    library.role_delete(&w, &a).unwrap();
    let id = library.role_add(&w, "Qualité").unwrap().value;
    let roles = contents(&library, &w).roles;
    assert_eq!(roles.iter().map(|role| role.letter.as_str()).collect::<Vec<_>>(), ["B", "A"]);
    assert_eq!(roles[1].id, id);
    for n in 0..30 {
        library.role_add(&w, &format!("Rôle {n}")).unwrap();
    }
    let mut letters: Vec<String> = contents(&library, &w).roles.into_iter().map(|role| role.letter).collect();
    assert!(letters.contains(&"AF".to_owned()));
    letters.sort();
    letters.dedup();
    assert_eq!(letters.len(), 32);
}

#[test]
fn deleting_says_and_keeps_what_it_should() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let a = start.roles[0].id.clone();
    let said = deletion(&start, &a);
    assert_eq!((said.tasks, said.steps), (3, 1));
    library.role_delete(&w, &a).unwrap();
    let after = contents(&library, &w);
    assert!(after.tasks.iter().all(|task| task.role_id.is_none()));
    assert_eq!(after.tasks.len(), start.tasks.len());
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), start);
}

#[test]
fn lanes_are_reordered_and_keep_their_letters() {
    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    library.role_move(&w, &roles[1].id, Some(&roles[0].id)).unwrap();
    let letters: Vec<String> = contents(&library, &w).roles.into_iter().map(|role| role.letter).collect();
    assert_eq!(letters, ["B", "A"]);
}
