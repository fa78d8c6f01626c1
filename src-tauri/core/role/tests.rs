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

#[test]
fn a_thousand_roles_are_refused_with_the_limit() {
    let (mut library, w) = workshop();
    for n in 2..ROLES_MAX {
        library.role_add(&w, &format!("Rôle {n}")).unwrap();
    }
    match library.role_add(&w, "Un de trop") {
        Err(crate::Error::Invalid { rule: crate::Rule::TooMany, detail, .. }) => assert_eq!(detail, "200"),
        other => assert!(matches!(other, Err(crate::Error::Invalid { .. })), "{other:?}"),
    }
    assert_eq!(contents(&library, &w).roles.len(), ROLES_MAX);
}

#[test]
fn skills_and_typical_tasks_are_added_together_or_not_at_all() {
    let (mut library, w) = workshop();
    let a = contents(&library, &w).roles[0].id.clone();
    library.skills_add(&w, &a, &["Sécurité".to_owned(), "DNS".to_owned()]).unwrap();
    assert!(library.skills_add(&w, &a, &["API".to_owned(), " ".to_owned()]).is_err());
    library.typical_tasks_add(&w, &a, &["Ouvrir un accès".to_owned()]).unwrap();
    let now = contents(&library, &w);
    assert_eq!(now.skills.iter().map(|skill| skill.name.as_str()).collect::<Vec<_>>(), ["Sécurité", "DNS"]);
    library.skill_edit(&w, &now.skills[1].id, "Noms de domaine").unwrap();
    library.skill_delete(&w, &now.skills[0].id).unwrap();
    library.typical_task_edit(&w, &now.typical_tasks[0].id, "Ouvrir les accès").unwrap();
    let now = contents(&library, &w);
    assert_eq!((now.skills[0].name.as_str(), now.skills.len()), ("Noms de domaine", 1));
    assert_eq!(now.typical_tasks[0].title, "Ouvrir les accès");
}

#[test]
fn merging_says_first_moves_everything_and_is_one_step() {
    use crate::contract::Side;
    use crate::task::{Involvement, InvolvementId, Part};

    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    let (a, b) = (roles[0].id.clone(), roles[1].id.clone());
    let c = library.role_add(&w, "Contenu").unwrap().value;
    let lea = library.person_add(&w, "Léa").unwrap().value;
    library.holder_add(&w, &a, &lea).unwrap();
    library.holder_add(&w, &b, &lea).unwrap();
    library.holder_add_new(&w, &a, "Karim").unwrap();
    library.responsibility_add(&w, Some(&a), "Accès").unwrap();
    library.slip_add(&w, &a, Some(&a), "Accès").unwrap();
    library.skills_add(&w, &a, &["Sécurité".to_owned(), "DNS".to_owned()]).unwrap();
    library.skills_add(&w, &b, &["securite".to_owned()]).unwrap();
    library.role_edit(&w, &a, RoleEdit::Mandate("Ouvrir".to_owned())).unwrap();
    library.role_edit(&w, &b, RoleEdit::Mandate("Nourrir".to_owned())).unwrap();
    let between = library.contract_add(&w, &b, &a, Side::Need, "Un", false).unwrap().value;
    let third = library.contract_add(&w, &a, &c, Side::Offer, "Deux", false).unwrap().value;
    let tasks = contents(&library, &w).tasks;
    let part = |task: usize, role: &RoleId, part: Part, n: u32| Involvement {
        id: InvolvementId(format!("part-{n}")),
        workshop_id: w.clone(),
        task_id: tasks[task].id.clone(),
        role_id: role.clone(),
        part,
    };
    library
        .commit(crate::Operation::new(&w, "involvement-set"), |tx| {
            tx.insert(&part(0, &b, Part::Consulted, 1))?;
            tx.insert(&part(3, &a, Part::Responsible, 2))?;
            tx.insert(&part(3, &b, Part::Informed, 3))
        })
        .unwrap();
    let before = contents(&library, &w);
    let said = merging(&before, &a, &b);
    assert_eq!((said.tasks, said.responsibilities, said.steps, said.contracts, said.holders), (3, 1, 1, 1, 1));
    assert_eq!(said.self_contracts, [between]);

    library.role_merge(&w, &a, &b).unwrap();
    let after = contents(&library, &w);
    assert_eq!(after.roles.len(), 2);
    assert_eq!(after.roles[0].mandate, "Nourrir\n\nOuvrir");
    assert_eq!(after.tasks.iter().filter(|task| task.role_id.as_ref() == Some(&b)).count(), 3);
    assert_eq!(after.responsibilities[0].role_id.as_ref(), Some(&b));
    assert_eq!(after.slips[0].author_id, b);
    assert_eq!(after.contracts.iter().map(|line| (&line.id, &line.giver_id)).collect::<Vec<_>>(), [(&third, &b)]);
    assert_eq!(after.role_holders.len(), 2);
    assert_eq!(after.skills.iter().map(|skill| skill.name.as_str()).collect::<Vec<_>>(), ["securite", "DNS"]);
    // B owns task 1 now and has no part beside that; of task 4 it keeps the weightier part.
    let parts: Vec<_> = after.involvements.iter().map(|part| (&part.task_id, &part.role_id, part.part)).collect();
    assert_eq!(parts, [(&tasks[3].id, &b, Part::Responsible)]);

    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), before);
    assert!(matches!(library.role_merge(&w, &a, &a), Err(crate::Error::Invalid { rule: crate::Rule::SameRole, .. })));
}
