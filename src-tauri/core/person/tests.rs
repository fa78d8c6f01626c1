#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{contents, workshop};
use crate::{Error, Rule};

#[test]
fn a_person_may_hold_several_roles_and_a_role_have_several_holders() {
    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    let lea = library.person_add(&w, "Léa").unwrap().value;
    library.holder_add(&w, &roles[0].id, &lea).unwrap();
    library.holder_add(&w, &roles[1].id, &lea).unwrap();
    library.holder_add_new(&w, &roles[0].id, "Karim").unwrap();
    let now = contents(&library, &w);
    assert_eq!((now.people.len(), now.role_holders.len()), (2, 3));
    library.undo(Some(&w)).unwrap();
    let now = contents(&library, &w);
    assert_eq!((now.people.len(), now.role_holders.len()), (1, 2));
}

#[test]
fn the_same_holder_twice_is_refused() {
    let (mut library, w) = workshop();
    let role = contents(&library, &w).roles[0].id.clone();
    let lea = library.person_add(&w, "Léa").unwrap().value;
    let holder = library.holder_add(&w, &role, &lea).unwrap().value;
    let again = library.holder_add(&w, &role, &lea);
    assert!(matches!(again, Err(Error::Invalid { field: "role_holder", rule: Rule::Duplicate, .. })));
    library.holder_remove(&w, &holder).unwrap();
    library.holder_add(&w, &role, &lea).unwrap();
}

#[test]
fn an_address_must_be_one() {
    let (mut library, w) = workshop();
    let lea = library.person_add(&w, "Léa").unwrap().value;
    for good in ["lea@exemple.fr", "", " lea.d+x@a.b.fr "] {
        library.person_edit(&w, &lea, PersonEdit::Email(good.to_owned())).unwrap();
    }
    for bad in ["lea", "lea@", "@exemple.fr", "lea@exemple", "a b@c.fr", "a@b@c.fr", "a@b..fr"] {
        let refused = library.person_edit(&w, &lea, PersonEdit::Email(bad.to_owned()));
        assert!(matches!(refused, Err(Error::Invalid { rule: Rule::NotAnAddress, .. })), "{bad}");
    }
    assert_eq!(contents(&library, &w).people[0].email, "lea.d+x@a.b.fr");
}

#[test]
fn removing_a_person_leaves_the_role_vacant_and_comes_back_whole() {
    let (mut library, w) = workshop();
    let role = contents(&library, &w).roles[0].id.clone();
    let lea = library.person_add(&w, "Léa").unwrap().value;
    library.holder_add(&w, &role, &lea).unwrap();
    let before = contents(&library, &w);
    library.person_delete(&w, &lea).unwrap();
    assert!(contents(&library, &w).role_holders.is_empty());
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), before);
}

#[test]
fn another_workshops_role_is_refused() {
    let (mut library, w) = workshop();
    let copy = library.workshop_duplicate(&w, "Copie").unwrap().value;
    let theirs = contents(&library, &copy).roles[0].id.clone();
    let lea = library.person_add(&w, "Léa").unwrap().value;
    let refused = library.holder_add(&w, &theirs, &lea);
    assert!(matches!(refused, Err(Error::Invalid { rule: Rule::OtherWorkshop, .. })));
}
