#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{contents, workshop};
use crate::{Error, Rule};

#[test]
fn a_responsibility_moves_between_roles_and_places() {
    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    let one = library.responsibility_add(&w, Some(&roles[0].id), "Un").unwrap().value;
    let two = library.responsibility_add(&w, Some(&roles[1].id), "Deux").unwrap().value;
    library.responsibility_move(&w, &one, Some(&roles[1].id), Some(&two)).unwrap();
    let of_b = |library: &crate::Library| -> Vec<String> {
        let rows = contents(library, &w).responsibilities;
        rows.into_iter().filter(|row| row.role_id.as_ref() == Some(&roles[1].id)).map(|row| row.title).collect()
    };
    assert_eq!(of_b(&library), ["Un", "Deux"]);
    library.responsibility_move(&w, &one, Some(&roles[1].id), None).unwrap();
    assert_eq!(of_b(&library), ["Deux", "Un"]);
    library.responsibility_move(&w, &one, None, None).unwrap();
    assert_eq!(of_b(&library), ["Deux"]);
    let endless = library.responsibility_edit(&w, &two, ResponsibilityEdit::Detail("x".repeat(100_000)));
    assert!(matches!(endless, Err(Error::TooLong { field: "detail", .. })));
}

#[test]
fn a_slip_is_hidden_until_revealed_and_merged_only_then() {
    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    let slip = library.slip_add(&w, &roles[0].id, Some(&roles[1].id), "Définir les schémas").unwrap().value;
    assert!(!contents(&library, &w).slips[0].is_revealed);
    let early = library.slips_merge(&w, std::slice::from_ref(&slip), Some(&roles[1].id), "Schémas définis", None);
    assert!(matches!(early, Err(Error::Invalid { rule: Rule::NotInThisState, .. })));
    library.slips_reveal(&w).unwrap();
    let merge = |library: &mut crate::Library, title: &str| {
        library.slips_merge(&w, std::slice::from_ref(&slip), Some(&roles[1].id), title, None).unwrap().value
    };
    let id = merge(&mut library, "Schémas définis");
    // Merged again, the same responsibility takes the new words.
    assert_eq!(merge(&mut library, "Schémas définis et relus"), id);
    let now = contents(&library, &w);
    assert_eq!((now.responsibilities.len(), now.responsibilities[0].title.as_str()), (1, "Schémas définis et relus"));
    assert_eq!(now.slips[0].responsibility_id, Some(id.clone()));
    library.responsibility_delete(&w, &id).unwrap();
    assert_eq!(contents(&library, &w).slips[0].responsibility_id, None);
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), now);
}
