#![allow(clippy::unwrap_used)]

use super::*;
use crate::contract::Side;
use crate::testing::{contents, workshop};

#[test]
fn the_last_holder_takes_the_roles_work_with_them() {
    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    let (a, b) = (&roles[0].id, &roles[1].id);
    let lea = library.person_add(&w, "Léa").unwrap().value;
    let karim = library.person_add(&w, "Karim").unwrap().value;
    library.holder_add(&w, a, &lea).unwrap();
    library.holder_add(&w, b, &karim).unwrap();
    library.responsibility_add(&w, Some(a), "Accès ouverts à temps").unwrap();
    let line = library.contract_add(&w, a, b, Side::Offer, "Des droits", false).unwrap().value;
    let before = contents(&library, &w);

    let loss = absence(&before, std::slice::from_ref(&lea), &[]);
    assert_eq!(loss.roles.len(), 1);
    assert_eq!(loss.roles[0].role_id, *a);
    assert_eq!((loss.roles[0].tasks.len(), loss.roles[0].responsibilities.len(), loss.roles[0].steps.len()), (3, 1, 1));
    assert_eq!(loss.roles[0].contracts, std::slice::from_ref(&line));

    // Merged into B, which Karim holds, nothing is lost but the line between the two.
    let merge = ImaginedMerge { from: a.clone(), into: b.clone() };
    let merged = absence(&before, std::slice::from_ref(&lea), std::slice::from_ref(&merge));
    assert!(merged.roles.is_empty());
    assert_eq!(merged.self_contracts, [line]);
    // Both away: B loses what A brought along.
    let both = absence(&before, &[lea, karim], std::slice::from_ref(&merge));
    assert_eq!((both.roles.len(), both.roles[0].tasks.len()), (1, 3));
    assert_eq!(both.roles[0].role_id, *b);
    // A circle of merges ends.
    let circle = [merge.clone(), ImaginedMerge { from: b.clone(), into: a.clone() }];
    absence(&before, &[], &circle);
    assert_eq!(contents(&library, &w), before);
}

#[test]
fn a_second_holder_keeps_the_role_and_a_vacant_role_loses_nothing() {
    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    let lea = library.person_add(&w, "Léa").unwrap().value;
    assert_eq!(absence(&contents(&library, &w), std::slice::from_ref(&lea), &[]), Absence::default());
    library.holder_add(&w, &roles[0].id, &lea).unwrap();
    library.holder_add_new(&w, &roles[0].id, "Karim").unwrap();
    assert_eq!(absence(&contents(&library, &w), &[lea], &[]), Absence::default());
}
