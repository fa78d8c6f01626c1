#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{contents, workshop};

#[test]
fn own_and_others_views_are_told_apart_and_the_widest_gap_comes_first() {
    let (mut library, w) = workshop();
    let roles = contents(&library, &w).roles;
    let (a, b) = (&roles[0].id, &roles[1].id);
    for (author, about, title) in [
        (a, Some(a), "Ouvrir les accès"),
        (b, Some(a), "ouvrir des acces"),
        (a, Some(b), "Définir les schémas XDM"),
        (b, Some(b), "Garantir la qualité des données"),
        (b, Some(a), "Définir le schéma XDM"),
        (a, None, "Choisir l’identifiant commun"),
    ] {
        library.slip_add(&w, author, about, title).unwrap();
    }
    assert_eq!(read(&contents(&library, &w)), SilentRound::default(), "hidden slips are nobody's to read");
    library.slips_reveal(&w).unwrap();
    let round = read(&contents(&library, &w));
    let shape = |views: &RoleViews| (views.only_own.len(), views.only_others.len(), views.both.len());
    assert_eq!(round.roles.iter().map(|views| &views.role_id).collect::<Vec<_>>(), [b, a]);
    assert_eq!(round.roles.iter().map(shape).collect::<Vec<_>>(), [(1, 1, 0), (0, 1, 1)]);
    assert_eq!(round.roles[1].only_others[0].also_roles, std::slice::from_ref(b), "B and A each say it of the other");
    assert_eq!(round.nobody.len(), 1);
}

#[test]
fn merged_slips_stay_together_under_the_agreed_words() {
    let (mut library, w) = workshop();
    let a = contents(&library, &w).roles[0].id.clone();
    let b = contents(&library, &w).roles[1].id.clone();
    let one = library.slip_add(&w, &a, Some(&a), "Ouvrir les accès").unwrap().value;
    let two = library.slip_add(&w, &b, Some(&a), "Donner les droits").unwrap().value;
    library.slips_reveal(&w).unwrap();
    let id = library.slips_merge(&w, &[one, two], Some(&a), "Accès ouverts à temps", None).unwrap().value;
    let round = read(&contents(&library, &w));
    assert_eq!(round.roles[0].both.len(), 1);
    assert_eq!(round.roles[0].both[0].title, "Accès ouverts à temps");
    assert_eq!(round.roles[0].both[0].responsibility_id, Some(id));
}
