#![allow(clippy::unwrap_used)]

use super::*;
use crate::agenda::ItemEdit;
use crate::contract::Side;
use crate::meeting::{MeetingEdit, Start};
use crate::outcome::OutcomeEdit;
use crate::person::PersonEdit;
use crate::testing::{NOW, contents, workshop};

/// A running meeting in whose every private corner stands SECRET, and a private person named everywhere else.
#[test]
fn nothing_private_reaches_the_room() {
    let (mut library, w) = workshop();
    let person = library.person_add(&w, "Ana Roy").unwrap().value;
    library.person_edit(&w, &person, PersonEdit::IsPrivate(true)).unwrap();
    let id = library.meeting_add(&w, "Point avec Ana Roy", NOW, 30).unwrap().value;
    library.meeting_edit(&w, &id, MeetingEdit::PrivateNotes("SECRET".to_owned())).unwrap();
    let item = library.agenda_item_add(&w, &id, "Ana Roy présente", 900, None).unwrap().value;
    for edit in [
        ItemEdit::PrivateNotes("SECRET".to_owned()),
        ItemEdit::Materials("SECRET".to_owned()),
        ItemEdit::Method("SECRET".to_owned()),
        ItemEdit::Instruction("Écoutez Ana Roy".to_owned()),
        ItemEdit::PresenterPerson(Some(person)),
    ] {
        library.agenda_item_edit(&w, &item, edit).unwrap();
    }
    library.meeting_start(&w, &id, Start::Now).unwrap();
    library.outcome_add(&w, &id, Some(&item), OutcomeKind::Note, "SECRET", true).unwrap();
    let hidden = library.outcome_add(&w, &id, Some(&item), OutcomeKind::Decision, "Publique", false).unwrap().value;
    library.outcome_edit(&w, &hidden, OutcomeEdit::Proposer("Ana Roy".to_owned())).unwrap();
    library.outcome_add(&w, &id, Some(&item), OutcomeKind::Decision, "SECRET", true).unwrap();

    let roles: Vec<_> = contents(&library, &w).roles.into_iter().map(|role| role.id).collect();
    library.slip_add(&w, &roles[0], None, "SECRET").unwrap();
    library.contract_add(&w, &roles[0], &roles[1], Side::Need, "SECRET", true).unwrap();
    library.contract_add(&w, &roles[1], &roles[0], Side::Offer, "Une relecture par Ana Roy", false).unwrap();

    let shown = projection(&contents(&library, &w), NOW);
    let text = serde_json::to_string(&shown).unwrap();
    assert!(!text.contains("SECRET") && !text.contains("Ana Roy"), "{text}");
    let meeting = shown.meeting.unwrap();
    assert_eq!(meeting.decision.unwrap().body, "Publique");
    assert_eq!(meeting.current.unwrap().presenter, "•••");
    assert_eq!(shown.lanes.iter().map(|lane| lane.cards.len()).collect::<Vec<_>>(), [1, 3, 0]);
    assert_eq!(shown.silent.iter().map(|one| one.count).collect::<Vec<_>>(), [1, 0]);
    let words: Vec<_> = shown.pairs.iter().flat_map(|pair| &pair.words).map(|line| line.offer.as_str()).collect();
    assert_eq!(words, ["Une relecture par •••"]);
    assert!(!shown.findings.is_empty());
}
