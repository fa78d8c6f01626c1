#![allow(clippy::unwrap_used)]

use super::*;
use crate::meeting::{MeetingId, Start};
use crate::testing::{NOW, contents, workshop};
use crate::workshop::WorkshopId;
use crate::{Day, Error, Library, Rule};

fn running() -> (Library, WorkshopId, MeetingId) {
    let (mut library, w) = workshop();
    let id = library.meeting_add(&w, "Point", NOW, 60).unwrap().value;
    library.agenda_item_add(&w, &id, "Un", 600, None).unwrap();
    library.meeting_start(&w, &id, Start::Now).unwrap();
    (library, w, id)
}

fn rule<T: std::fmt::Debug>(result: crate::Result<T>) -> Rule {
    match result.unwrap_err() {
        Error::Invalid { rule, .. } => rule,
        other => panic!("{other}"),
    }
}

#[test]
fn hands_are_six_counts() {
    assert_eq!(Hands::parse("0 0 1 3 2 1").unwrap(), Some(Hands([0, 0, 1, 3, 2, 1])));
    assert_eq!(Hands::parse(" 0,0,0, 4 / 2;1 ").unwrap().unwrap().to_string(), "0 0 0 4 2 1");
    assert_eq!(Hands::parse("  ").unwrap(), None);
    for bad in ["1 2 3", "0 0 1 3 2 1 1", "0 0 1 3 2 x", "0 0 -1 3 2 1", "0 0 1 3 2 99999"] {
        assert_eq!(rule(Hands::parse(bad)), Rule::NotATally, "{bad}");
    }
    assert!(Hands([0, 0, 1, 0, 0, 0]).has_objection() && !Hands([0, 0, 0, 1, 1, 1]).has_objection());
}

#[test]
fn a_low_hand_needs_its_objection() {
    let (mut library, w, m) = running();
    let id = library.outcome_add(&w, &m, None, OutcomeKind::Decision, "Geler le schéma", false).unwrap().value;
    let vote = |tally: &str, objections: &str| OutcomeEdit::Vote {
        tally: tally.to_owned(),
        objections: objections.to_owned(),
    };
    assert_eq!(rule(library.outcome_edit(&w, &id, vote("0 1 0 3 2 1", " "))), Rule::ObjectionsMissing);
    library.outcome_edit(&w, &id, vote("0 1 0 3 2 1", "Trop tôt")).unwrap();
    library.outcome_edit(&w, &id, vote("0 0 0 4 2 1", "")).unwrap();
    let outcome = &contents(&library, &w).outcomes[0];
    assert_eq!((outcome.tally.as_str(), outcome.objections.as_str()), ("0 0 0 4 2 1", ""));
}

#[test]
fn an_action_becomes_a_task_of_its_role_once() {
    let (mut library, w, m) = running();
    let role = contents(&library, &w).roles[1].id.clone();
    let id = library.outcome_add(&w, &m, None, OutcomeKind::Action, "Ouvrir les accès", false).unwrap().value;
    library.outcome_edit(&w, &id, OutcomeEdit::OwnerRole(Some(role.clone()))).unwrap();
    library.action_to_task(&w, &id).unwrap();
    let now = contents(&library, &w);
    let task = now.tasks.iter().find(|task| Some(&task.id) == now.outcomes[0].task_id.as_ref()).unwrap();
    assert_eq!((task.number, task.role_id.as_ref(), task.title.as_str()), (5, Some(&role), "Ouvrir les accès"));
    assert_eq!(rule(library.action_to_task(&w, &id)), Rule::Duplicate);
}

#[test]
fn outcomes_belong_to_a_meeting_that_runs() {
    let (mut library, w, m) = running();
    let draft = library.meeting_add(&w, "Plus tard", NOW, 60).unwrap().value;
    let early = library.outcome_add(&w, &draft, None, OutcomeKind::Note, "x", false);
    assert_eq!(rule(early), Rule::WrongMoment);
    let id = library.outcome_add(&w, &m, None, OutcomeKind::Action, "Suivre", false).unwrap().value;
    library.meeting_close(&w, &m, &[]).unwrap();
    let late = library.outcome_add(&w, &m, None, OutcomeKind::Note, "x", false);
    assert_eq!(rule(late), Rule::Closed);
    assert_eq!(rule(library.outcome_edit(&w, &id, OutcomeEdit::Body("y".to_owned()))), Rule::Closed);
    assert_eq!(rule(library.outcome_delete(&w, &id)), Rule::Closed);
    // Following up an action is not rewriting the record.
    library.outcome_edit(&w, &id, OutcomeEdit::Done(true)).unwrap();
}

#[test]
fn a_note_of_eight_thousand_lines_is_refused_whole() {
    let (mut library, w, m) = running();
    let long = "une ligne\n".repeat(8_000);
    let refused = library.outcome_add(&w, &m, None, OutcomeKind::Note, &long, false);
    assert!(matches!(refused, Err(Error::TooLong { field: "body", .. })));
    assert!(contents(&library, &w).outcomes.is_empty());
}

#[test]
fn an_item_and_a_decision_are_linked_once_and_copies_keep_the_links() {
    let (mut library, w, m) = running();
    let item = contents(&library, &w).agenda_items[0].id.clone();
    let task = library
        .task_add(&w, None, &crate::task::Column::Status(crate::task::TaskStatus::Todo), "Relier", "")
        .unwrap()
        .value;
    let decision = library.outcome_add(&w, &m, Some(&item), OutcomeKind::Decision, "On relie", false).unwrap().value;
    for from in [ReferenceFrom::Item(item.clone()), ReferenceFrom::Outcome(decision)] {
        library.reference_add(&w, from.clone(), ReferenceTo::Task(task.clone())).unwrap();
        assert_eq!(rule(library.reference_add(&w, from, ReferenceTo::Task(task.clone()))), Rule::Duplicate);
    }
    let copy = library.agenda_item_duplicate(&w, &item).unwrap().value;
    let meeting = library.meeting_duplicate(&w, &m).unwrap().value;
    let now = contents(&library, &w);
    let of = |id: &AgendaItemId| now.references.iter().filter(|one| one.item_id.as_ref() == Some(id)).count();
    assert_eq!((of(&item), of(&copy)), (1, 1));
    let copied = now.agenda_items.iter().filter(|one| one.meeting_id == meeting).map(|one| of(&one.id)).sum::<usize>();
    assert_eq!(copied, 2);
    library.reference_delete(&w, &now.references[0].id).unwrap();
    assert_eq!(contents(&library, &w).references.len(), now.references.len() - 1);
}

/// An action typed with its owner and day is one step; a note has neither.
#[test]
fn an_action_is_entered_whole() {
    let (mut library, w, meeting) = running();
    let role = contents(&library, &w).roles[0].id.clone();
    let before = library.undo_state(Some(&w)).unwrap();
    let new = NewOutcome {
        item_id: None,
        kind: OutcomeKind::Action,
        body: "Relire la charte".to_owned(),
        is_private: false,
        owner_role_id: Some(role.clone()),
        owner_person_id: None,
        due_on: Day::from_ymd_opt(2026, 11, 27),
    };
    let id = library.outcome_enter(&w, &meeting, new.clone()).unwrap().value;
    let kept = contents(&library, &w).outcomes.into_iter().find(|outcome| outcome.id == id).unwrap();
    assert_eq!((kept.owner_role_id, kept.due_on), (Some(role), new.due_on));
    let note = NewOutcome { kind: OutcomeKind::Note, ..new };
    assert!(matches!(library.outcome_enter(&w, &meeting, note), Err(Error::Invalid { .. })));
    library.undo(Some(&w)).unwrap();
    assert_eq!(library.undo_state(Some(&w)).unwrap().undo, before.undo);
}
