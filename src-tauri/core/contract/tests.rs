#![allow(clippy::unwrap_used, clippy::panic)]

use chrono::{Days, Months};
use proptest::prelude::*;

use super::*;
use crate::analysis::contracts::{Tally, of_pair, of_role, of_workshop};
use crate::testing::{NOW, contents, workshop};
use crate::{Error, Library, Rule};

fn pair() -> (Library, WorkshopId, RoleId, RoleId) {
    let (library, w) = workshop();
    let roles = contents(&library, &w).roles;
    (library, w, roles[0].id.clone(), roles[1].id.clone())
}

fn line(library: &Library, w: &WorkshopId, id: &ContractId) -> Contract {
    contents(library, w).contracts.into_iter().find(|line| line.id == *id).unwrap()
}

fn today() -> Day {
    NOW.day_in("Europe/Paris")
}

#[test]
fn matching_makes_one_line_in_one_step() {
    let (mut library, w, a, b) = pair();
    let need = library.contract_add(&w, &a, &b, Side::Need, "Des droits", false).unwrap().value;
    let offer = library.contract_add(&w, &a, &b, Side::Offer, "Ouvrir les droits", false).unwrap().value;
    library.contract_edit(&w, &offer, ContractEdit::Cadence("à chaque arrivée".to_owned())).unwrap();
    library.tag_put(&w, "Accès", &crate::tag::TagTarget::Contract(offer.clone())).unwrap();
    let before = contents(&library, &w);
    library.contract_match(&w, &need, &offer).unwrap();
    let after = contents(&library, &w);
    assert_eq!(after.contracts.len(), 1);
    let kept = &after.contracts[0];
    assert_eq!((kept.id.clone(), kept.state), (need.clone(), ContractState::Matched));
    assert_eq!((kept.need.as_deref(), kept.offer.as_deref()), (Some("Des droits"), Some("Ouvrir les droits")));
    assert_eq!(kept.cadence, "à chaque arrivée");
    assert_eq!(after.taggings[0].contract_id, Some(need.clone()));
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), before);
    library.redo(Some(&w)).unwrap();
    let offer = library.contract_unmatch(&w, &need).unwrap().value;
    assert_eq!(line(&library, &w, &need).state, ContractState::Asked);
    assert_eq!(line(&library, &w, &offer).state, ContractState::Offered);
}

#[test]
fn a_line_taken_apart_leaves_its_offer_right_after_the_need() {
    let (mut library, w, a, b) = pair();
    let [first, need, offer, last] =
        [(Side::Need, "Avant"), (Side::Need, "Un"), (Side::Offer, "Deux"), (Side::Need, "Après")]
            .map(|(side, words)| library.contract_add(&w, &a, &b, side, words, false).unwrap().value);
    library.contract_match(&w, &need, &offer).unwrap();
    let apart = library.contract_unmatch(&w, &need).unwrap().value;
    let order: Vec<_> = contents(&library, &w).contracts.into_iter().map(|line| line.id).collect();
    assert_eq!(order, [first, need, apart, last]);
}

#[test]
fn only_a_need_and_an_offer_of_one_pair_match() {
    let (mut library, w, a, b) = pair();
    let need = library.contract_add(&w, &a, &b, Side::Need, "Un", false).unwrap().value;
    let back = library.contract_add(&w, &b, &a, Side::Offer, "Deux", false).unwrap().value;
    let hidden = library.contract_add(&w, &a, &b, Side::Offer, "Trois", true).unwrap().value;
    let refused = |result: crate::Result<_>| match result {
        Err(Error::Invalid { rule, .. }) => rule,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(library.contract_match(&w, &need, &back)), Rule::OtherPair);
    assert_eq!(refused(library.contract_match(&w, &need, &need)), Rule::NotInThisState);
    assert_eq!(refused(library.contract_match(&w, &need, &hidden)), Rule::NotInThisState);
    library.contracts_reveal(&w).unwrap();
    library.contract_drop(&w, &hidden).unwrap();
    assert_eq!(refused(library.contract_match(&w, &need, &hidden)), Rule::NotInThisState);
    library.contract_restore(&w, &hidden).unwrap();
    library.contract_match(&w, &need, &hidden).unwrap();
}

#[test]
fn a_role_makes_no_contract_with_itself_and_a_line_says_something() {
    let (mut library, w, a, b) = pair();
    let own = library.contract_add(&w, &a, &a, Side::Need, "Un", false);
    assert!(matches!(own, Err(Error::Invalid { rule: Rule::SelfContract, .. })));
    let empty = library.contract_add(&w, &a, &b, Side::Offer, " \n", false);
    assert!(matches!(empty, Err(Error::Invalid { field: "offer", rule: Rule::Empty, .. })));
    let long = library.contract_add(&w, &a, &b, Side::Need, &"x".repeat(100_000), false);
    assert!(matches!(long, Err(Error::TooLong { field: "need", .. })));
    let need = library.contract_add(&w, &a, &b, Side::Need, "Un", false).unwrap().value;
    let silent = library.contract_edit(&w, &need, ContractEdit::Need(String::new()));
    assert!(matches!(silent, Err(Error::Invalid { rule: Rule::Empty, .. })));
    assert_eq!(contents(&library, &w).contracts.len(), 1);
}

#[test]
fn agreement_takes_both_roles_and_sets_the_review_after_three_months() {
    let (mut library, w, a, b) = pair();
    let id = library.contract_add(&w, &a, &b, Side::Need, "Un", false).unwrap().value;
    let early = library.contract_confirm(&w, &id, Party::Both, None);
    assert!(matches!(early, Err(Error::Invalid { rule: Rule::NotInThisState, .. })));
    library.contract_edit(&w, &id, ContractEdit::Offer("Deux".to_owned())).unwrap();
    let future = library.contract_confirm(&w, &id, Party::Both, Some(today() + Days::new(1)));
    assert!(matches!(future, Err(Error::Invalid { rule: Rule::Future, .. })));
    library.contract_confirm(&w, &id, Party::Giver, Some(today() - Days::new(2))).unwrap();
    assert_eq!((line(&library, &w, &id).state, line(&library, &w, &id).review_on), (ContractState::Matched, None));
    library.contract_confirm(&w, &id, Party::Receiver, None).unwrap();
    let agreed = line(&library, &w, &id);
    assert_eq!(agreed.state, ContractState::Agreed);
    assert_eq!(agreed.review_on, Some(today() + Months::new(3)));
    library.contract_withdraw(&w, &id, Party::Receiver).unwrap();
    assert_eq!(line(&library, &w, &id).state, ContractState::Matched);
}

#[test]
fn other_words_withdraw_the_agreement_and_the_same_words_do_not() {
    let (mut library, w, a, b) = pair();
    let id = library.contract_add(&w, &a, &b, Side::Need, "Un", false).unwrap().value;
    library.contract_edit(&w, &id, ContractEdit::Offer("Deux".to_owned())).unwrap();
    library.contract_confirm(&w, &id, Party::Both, None).unwrap();
    for edit in [
        ContractEdit::Need(" Un ".to_owned()),
        ContractEdit::Mode(Some(Mode::AsAService)),
        ContractEdit::Fulfilment("testé".to_owned()),
    ] {
        library.contract_edit(&w, &id, edit).unwrap();
        assert_eq!(line(&library, &w, &id).state, ContractState::Agreed);
    }
    library.contract_edit(&w, &id, ContractEdit::Need("Un autre".to_owned())).unwrap();
    let changed = line(&library, &w, &id);
    assert_eq!((changed.state, changed.giver_agreed_on), (ContractState::Matched, None));
}

#[test]
fn a_review_in_the_past_is_refused() {
    let (mut library, w, a, b) = pair();
    let id = library.contract_add(&w, &a, &b, Side::Need, "Un", false).unwrap().value;
    let past = library.contract_edit(&w, &id, ContractEdit::ReviewOn(Some(today() - Days::new(1))));
    assert!(matches!(past, Err(Error::Invalid { field: "review_on", rule: Rule::Past, .. })));
    library.contract_edit(&w, &id, ContractEdit::ReviewOn(Some(today()))).unwrap();
    library.contract_edit(&w, &id, ContractEdit::ReviewOn(None)).unwrap();
}

#[test]
fn a_dispute_needs_a_reason_and_settling_brings_the_agreement_back() {
    let (mut library, w, a, b) = pair();
    let id = library.contract_add(&w, &a, &b, Side::Need, "Un", false).unwrap().value;
    library.contract_edit(&w, &id, ContractEdit::Offer("Deux".to_owned())).unwrap();
    library.contract_confirm(&w, &id, Party::Both, None).unwrap();
    assert!(library.contract_dispute(&w, &id, " ").is_err());
    library.contract_dispute(&w, &id, "deux jours, pas dix").unwrap();
    assert_eq!(line(&library, &w, &id).state, ContractState::Disputed);
    library.contract_settle(&w, &id).unwrap();
    assert_eq!((line(&library, &w, &id).state, line(&library, &w, &id).dispute.as_str()), (ContractState::Agreed, ""));
    assert!(library.contract_settle(&w, &id).is_err());
}

#[test]
fn the_pulse_is_taken_of_what_was_agreed() {
    let (mut library, w, a, b) = pair();
    let id = library.contract_add(&w, &a, &b, Side::Need, "Un", false).unwrap().value;
    assert!(library.pulse_add(&w, &id, Verdict::Kept, "", None).is_err());
    library.contract_edit(&w, &id, ContractEdit::Offer("Deux".to_owned())).unwrap();
    library.contract_confirm(&w, &id, Party::Both, None).unwrap();
    library.pulse_add(&w, &id, Verdict::NotKept, "jamais arrivé", None).unwrap();
    let second = library.pulse_add(&w, &id, Verdict::Kept, "", None).unwrap().value;
    library.pulse_delete(&w, &second).unwrap();
    let pulses = contents(&library, &w).pulses;
    assert_eq!(pulses.iter().map(|pulse| pulse.verdict).collect::<Vec<_>>(), [Verdict::NotKept]);
}

#[test]
fn no_lines_is_not_a_hundred_percent() {
    let (mut library, w, a, b) = pair();
    assert_eq!(of_workshop(&contents(&library, &w)).percent(), None);
    let id = library.contract_add(&w, &a, &b, Side::Need, "Un", false).unwrap().value;
    assert_eq!(of_workshop(&contents(&library, &w)).percent(), Some(0));
    library.contract_drop(&w, &id).unwrap();
    assert_eq!(of_workshop(&contents(&library, &w)).percent(), None);
    library.contract_add(&w, &a, &b, Side::Need, "Deux", true).unwrap();
    let tally = of_workshop(&contents(&library, &w));
    assert_eq!((tally.lines(), tally.hidden, tally.percent()), (0, 1, None));
}

/// One verb with the numbers that choose what it works on.
fn verb() -> impl Strategy<Value = (u8, u8, u8)> {
    (0_u8..18, any::<u8>(), any::<u8>())
}

/// Does the verb; what the rules refuse is no failure here.
fn act(library: &mut Library, w: &WorkshopId, roles: &[RoleId], (verb, x, y): (u8, u8, u8)) {
    let lines = contents(library, w).contracts;
    let pick = |n: u8| lines.get(usize::from(n) % lines.len().max(1)).map(|line| line.id.clone());
    let role = |n: u8| &roles[usize::from(n) % roles.len()];
    let words = format!("mots {x}");
    let done = match (verb, pick(x), pick(y)) {
        (0..=2, ..) => library.contract_add(w, role(x), role(y), Side::Need, &words, x % 5 == 0).map(|_| ()),
        (3..=5, ..) => library.contract_add(w, role(x), role(y), Side::Offer, &words, x % 7 == 0).map(|_| ()),
        (6 | 7, Some(one), Some(other)) => library.contract_match(w, &one, &other).map(|_| ()),
        (8, Some(one), _) => library.contract_unmatch(w, &one).map(|_| ()),
        (9, Some(one), _) => library.contract_confirm(w, &one, Party::Both, None).map(|_| ()),
        (10, Some(one), _) => library.contract_confirm(w, &one, Party::Giver, None).map(|_| ()),
        (11, Some(one), _) => library.contract_withdraw(w, &one, Party::Receiver).map(|_| ()),
        (12, Some(one), _) => library.contract_dispute(w, &one, &words).map(|_| ()),
        (13, Some(one), _) => library.contract_settle(w, &one).map(|_| ()),
        (14, Some(one), _) => library.contract_drop(w, &one).map(|_| ()),
        (15, Some(one), _) => library.contract_restore(w, &one).map(|_| ()),
        (16, Some(one), _) => library.contract_edit(w, &one, ContractEdit::Offer(words)).map(|_| ()),
        (17, ..) => library.contracts_reveal(w).map(|_| ()),
        _ => Ok(()),
    };
    assert!(matches!(done, Ok(()) | Err(Error::Invalid { .. })), "{done:?}");
}

/// The tally, counted line by line from the content alone.
fn counted<'a>(lines: impl Iterator<Item = &'a Contract>) -> (u32, u32) {
    let (mut agreed, mut all) = (0, 0);
    for line in lines.filter(|line| line.is_revealed && line.dropped_at.is_none()) {
        all += 1;
        let is_agreed = line.disputed_at.is_none()
            && line.need.is_some()
            && line.offer.is_some()
            && line.giver_agreed_on.is_some()
            && line.receiver_agreed_on.is_some();
        agreed += u32::from(is_agreed);
    }
    (agreed, all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn states_and_scores_follow_from_the_content_after_any_verbs(verbs in proptest::collection::vec(verb(), 1..60)) {
        let (mut library, w, a, b) = pair();
        let c = library.role_add(&w, "Troisième").unwrap().value;
        let roles = [a, b, c];
        let start = contents(&library, &w);
        for verb in verbs {
            act(&mut library, &w, &roles, verb);
        }
        let end = contents(&library, &w);
        for line in &end.contracts {
            prop_assert_eq!(line.state, line.state_of_content());
            prop_assert_ne!(&line.giver_id, &line.receiver_id);
        }
        let is = |tally: Tally, (agreed, all): (u32, u32)| {
            tally.agreed == agreed && tally.lines() == all && tally.percent() == (all > 0).then(|| agreed * 100 / all)
        };
        prop_assert!(is(of_workshop(&end), counted(end.contracts.iter())));
        for one in &roles {
            let touching = end.contracts.iter().filter(|line| line.giver_id == *one || line.receiver_id == *one);
            prop_assert!(is(of_role(&end, one), counted(touching)));
            for other in &roles {
                let pair = end.contracts.iter().filter(|line| line.giver_id == *one && line.receiver_id == *other);
                prop_assert!(is(of_pair(&end, one, other), counted(pair)));
            }
        }
        while library.undo(Some(&w)).is_ok() && contents(&library, &w).roles.len() == 3 {}
        library.redo(Some(&w)).unwrap();
        prop_assert_eq!(contents(&library, &w), start);
    }
}

#[test]
fn a_matched_line_stands_where_it_was_put_and_keeps_what_serves_it() {
    let (mut library, w, a, b) = pair();
    let offer = library.contract_add(&w, &a, &b, Side::Offer, "Ouvrir les droits", false).unwrap().value;
    let between = library.contract_add(&w, &a, &b, Side::Need, "Un bac à sable", false).unwrap().value;
    let need = library.contract_add(&w, &a, &b, Side::Need, "Des droits", false).unwrap().value;
    let task = contents(&library, &w).tasks[0].id.clone();
    let target = crate::task::ServingTarget::Contract(offer.clone());
    library.serving_add(&w, &task, &target).unwrap();
    // Said twice, it is one link.
    assert!(library.serving_add(&w, &task, &target).unwrap().patch.changes.is_empty());
    let before = contents(&library, &w);
    library.contract_match_at(&w, &need, &offer, Side::Offer).unwrap();
    let after = contents(&library, &w);
    assert_eq!(after.contracts.iter().map(|line| line.id.clone()).collect::<Vec<_>>(), [need.clone(), between]);
    assert_eq!(after.servings.iter().map(|row| row.contract_id.clone()).collect::<Vec<_>>(), [Some(need)]);
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), before);
    library.serving_delete(&w, &before.servings[0].id).unwrap();
    assert!(contents(&library, &w).servings.is_empty());
}
