//! Two laptops that do things apart, and what both see afterwards.
#![allow(clippy::unwrap_used)]

mod keeping;

use super::{ClashKind, Conflict, LaptopName, Settlement};
use crate::contract::{Party, Side};
use crate::role::{RoleColor, RoleEdit, RoleId};
use crate::task::{Column, Part, TaskEdit, TaskId, TaskStatus};
use crate::testing::{contents, library, workshop};
use crate::workshop::WorkshopId;
use crate::{Contents, Error, Library, Rule};

fn called(name: &str) -> LaptopName {
    LaptopName { name: name.to_owned(), color: RoleColor::Teal }
}

/// Two laptops that share a workshop.
fn pair() -> (Library, Library, WorkshopId) {
    let (mut a, w) = workshop();
    a.workshop_share(&w, &called("Anne")).unwrap();
    let mut b = library();
    let done = b.workshop_receive(&a.workshop_document(&w, &called("Anne")).unwrap(), &called("Bruno")).unwrap().value;
    assert!(done.is_new);
    assert_eq!(done.from, "Anne");
    // Nobody chose a colour: each has its own.
    let colors: Vec<_> = b.sharing(&w).unwrap().unwrap().laptops.into_iter().map(|laptop| laptop.color).collect();
    assert_ne!(colors[0], colors[1]);
    (a, b, w)
}

/// Each receives what the other has.
fn exchange(a: &mut Library, b: &mut Library, w: &WorkshopId) {
    b.workshop_receive(&a.workshop_document(w, &called("Anne")).unwrap(), &called("Bruno")).unwrap();
    a.workshop_receive(&b.workshop_document(w, &called("Bruno")).unwrap(), &called("Anne")).unwrap();
    assert_eq!(rows(a, w), rows(b, w));
    assert_eq!(a.conflicts(w).unwrap(), b.conflicts(w).unwrap());
}

/// The workshop without what is each laptop's own.
fn rows(library: &Library, w: &WorkshopId) -> Contents {
    let mut all = contents(library, w);
    all.workshop.last_task_number = 0;
    all.snapshots.clear();
    all
}

fn kinds(library: &Library, w: &WorkshopId) -> Vec<(ClashKind, Option<String>)> {
    library.conflicts(w).unwrap().into_iter().map(|conflict| (conflict.kind, conflict.column)).collect()
}

fn only(library: &Library, w: &WorkshopId) -> Conflict {
    let all = library.conflicts(w).unwrap();
    assert_eq!(all.len(), 1, "{all:?}");
    all.into_iter().next().unwrap()
}

fn title(library: &mut Library, w: &WorkshopId, id: &str, title: &str) {
    let id = named(library, w, id);
    library.task_edit(w, &id, TaskEdit::Title(title.to_owned())).unwrap();
}

fn task(library: &Library, w: &WorkshopId, id: &str) -> crate::task::Task {
    let id = named(library, w, id);
    contents(library, w).tasks.into_iter().find(|task| task.id == id).unwrap()
}

/// The task with this number.
fn t(library: &Library, w: &WorkshopId, number: i32) -> TaskId {
    contents(library, w).tasks.into_iter().find(|task| task.number == number).unwrap().id
}

/// The role with this letter.
fn r(library: &Library, w: &WorkshopId, letter: &str) -> RoleId {
    contents(library, w).roles.into_iter().find(|role| role.letter == letter).unwrap().id
}

/// A task by its number ("t1"), or by its id.
fn named(library: &Library, w: &WorkshopId, id: &str) -> TaskId {
    id.strip_prefix('t')
        .and_then(|number| number.parse().ok())
        .map_or_else(|| TaskId::from(id), |one| t(library, w, one))
}

#[test]
fn the_workshop_that_is_received_is_the_one_that_was_shared() {
    let (mut a, mut b, w) = pair();
    exchange(&mut a, &mut b, &w);
    assert_eq!(contents(&b, &w).tasks.len(), 4);
    assert_eq!(kinds(&a, &w), []);
    // Nothing new is nothing done.
    let again = b.workshop_receive(&a.workshop_document(&w, &called("Anne")).unwrap(), &called("Bruno")).unwrap();
    assert_eq!(again.value.changes, 0);
    assert!(again.patch.changes.is_empty());
}

#[test]
fn what_each_did_to_another_column_is_kept() {
    let (mut a, mut b, w) = pair();
    title(&mut a, &w, "t1", "Une");
    b.task_edit(&w, &t(&a, &w, 1), TaskEdit::Detail("vite".to_owned())).unwrap();
    exchange(&mut a, &mut b, &w);
    let found = task(&a, &w, "t1");
    assert_eq!((found.title.as_str(), found.detail.as_str()), ("Une", "vite"));
    assert_eq!(kinds(&a, &w), []);
}

#[test]
fn two_titles_are_one_shown_and_both_listed_until_one_is_chosen() {
    let (mut a, mut b, w) = pair();
    title(&mut a, &w, "t1", "Chez Anne");
    title(&mut b, &w, "t1", "Chez Bruno");
    exchange(&mut a, &mut b, &w);
    let conflict = only(&a, &w);
    assert_eq!((conflict.kind, conflict.column.as_deref()), (ClashKind::Cell, Some("title")));
    let mut said: Vec<_> = conflict.values.iter().map(|one| (one.text.as_str(), one.author.as_str())).collect();
    said.sort_unstable();
    assert_eq!(said, [("Chez Anne", "Anne"), ("Chez Bruno", "Bruno")]);
    assert_eq!(conflict.values[0].text, task(&a, &w, "t1").title);
    // The other one is taken, for both.
    let other = conflict.values[1].clone();
    a.conflict_settle(&w, &conflict, &Settlement::Take { raw: other.raw }).unwrap();
    assert_eq!(kinds(&a, &w), []);
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&b, &w, "t1").title, other.text);
    assert_eq!(kinds(&b, &w), []);
    a.undo(Some(&w)).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&b, &w, "t1").title, conflict.values[0].text);
    assert_eq!(kinds(&b, &w), []);
}

#[test]
fn what_stands_can_be_kept_and_both_can_go_into_the_notes() {
    for settlement in [Settlement::Keep, Settlement::KeepBoth] {
        let (mut a, mut b, w) = pair();
        title(&mut a, &w, "t1", "Chez Anne");
        title(&mut b, &w, "t1", "Chez Bruno");
        exchange(&mut a, &mut b, &w);
        let conflict = only(&b, &w);
        assert!(conflict.can_keep_both);
        b.conflict_settle(&w, &conflict, &settlement).unwrap();
        exchange(&mut a, &mut b, &w);
        assert_eq!(kinds(&a, &w), []);
        let found = task(&a, &w, "t1");
        assert_eq!(found.title, conflict.values[0].text);
        let kept = if settlement == Settlement::Keep { "" } else { conflict.values[1].text.as_str() };
        assert_eq!(found.notes, kept);
    }
}

#[test]
fn notes_are_woven_together() {
    let (mut a, mut b, w) = pair();
    let t1 = t(&a, &w, 1);
    a.task_edit(&w, &t1, TaskEdit::Notes("milieu".to_owned())).unwrap();
    exchange(&mut a, &mut b, &w);
    a.task_edit(&w, &t1, TaskEdit::Notes("début milieu".to_owned())).unwrap();
    b.task_edit(&w, &t1, TaskEdit::Notes("milieu fin".to_owned())).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&a, &w, "t1").notes, "début milieu fin");
    assert_eq!(kinds(&a, &w), []);
}

#[test]
fn a_card_deleted_here_and_edited_there_stays_and_is_said() {
    let (mut a, mut b, w) = pair();
    a.task_delete(&w, &[t(&a, &w, 1)]).unwrap();
    title(&mut b, &w, "t1", "Autrement");
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&a, &w, "t1").title, "Autrement");
    let conflict = only(&a, &w);
    assert_eq!(conflict.kind, ClashKind::DeletedAndEdited);
    b.conflict_settle(&w, &conflict, &Settlement::Delete).unwrap();
    exchange(&mut a, &mut b, &w);
    assert!(contents(&a, &w).tasks.iter().all(|task| task.number != 1));
    assert_eq!(kinds(&a, &w), []);
}

#[test]
fn a_role_that_comes_back_gets_its_card_and_its_contract_back() {
    let (mut a, mut b, w) = pair();
    let (lane_a, lane_b) = (r(&a, &w, "A"), r(&a, &w, "B"));
    a.role_delete(&w, &lane_b).unwrap();
    let moved = t(&a, &w, 1);
    b.task_move(&w, std::slice::from_ref(&moved), Some(&lane_b), &Column::Status(TaskStatus::Todo), None).unwrap();
    let line = b.contract_add(&w, &lane_a, &lane_b, Side::Need, "Des accès", false).unwrap().value;
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&a, &w, "t1").role_id, None);
    assert!(contents(&b, &w).contracts.is_empty());
    let found = kinds(&a, &w);
    assert!(found.contains(&(ClashKind::Dangling, Some("role_id".to_owned()))), "{found:?}");
    assert!(found.contains(&(ClashKind::Orphan, Some("receiver_id".to_owned()))), "{found:?}");
    // The one who deleted it takes that back.
    a.undo(Some(&w)).unwrap();
    exchange(&mut a, &mut b, &w);
    for library in [&a, &b] {
        assert_eq!(task(library, &w, "t1").role_id, Some(lane_b.clone()));
        assert_eq!(contents(library, &w).contracts[0].id, line);
        assert_eq!(kinds(library, &w), []);
    }
}

#[test]
fn a_role_is_brought_back_by_who_did_not_delete_it() {
    let (mut a, mut b, w) = pair();
    let lane = r(&a, &w, "B");
    a.role_delete(&w, &lane).unwrap();
    b.task_move(&w, &[t(&a, &w, 1)], Some(&lane), &Column::Status(TaskStatus::Todo), None).unwrap();
    exchange(&mut a, &mut b, &w);
    let conflict = only(&b, &w);
    assert_eq!(conflict.other.as_deref(), Some("Données"));
    b.conflict_settle(&w, &conflict, &Settlement::BringBack).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&a, &w, "t1").role_id, Some(lane.clone()));
    assert_eq!(kinds(&a, &w), []);
}

#[test]
fn a_deletion_that_nobody_disputes_is_no_conflict() {
    let (mut a, mut b, w) = pair();
    let lane = r(&a, &w, "A");
    a.role_delete(&w, &lane).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(kinds(&b, &w), []);
    assert_eq!(task(&b, &w, "t1").role_id, None);
    a.undo(Some(&w)).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&b, &w, "t1").role_id, Some(lane.clone()));
}

#[test]
fn cards_made_apart_bear_different_numbers_and_lanes_different_letters() {
    let (mut a, mut b, w) = pair();
    let one = a.task_add(&w, Some(&r(&a, &w, "A")), &Column::Status(TaskStatus::Todo), "Chez Anne", "").unwrap().value;
    let two = b.task_add(&w, Some(&r(&a, &w, "A")), &Column::Status(TaskStatus::Todo), "Chez Bruno", "").unwrap().value;
    a.role_add(&w, "Achats").unwrap();
    b.role_add(&w, "Ventes").unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&a, &w, one.as_str()).number, 5);
    assert_eq!(task(&a, &w, two.as_str()).number, 201);
    let letters: Vec<_> = contents(&a, &w).roles.into_iter().map(|role| role.letter).collect();
    assert_eq!(letters.iter().collect::<std::collections::BTreeSet<_>>().len(), 4, "{letters:?}");
    let conflict = only(&a, &w);
    assert_eq!((conflict.kind, conflict.column.as_deref()), (ClashKind::Twice, Some("letter")));
    a.conflict_settle(&w, &conflict, &Settlement::Keep).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(kinds(&b, &w), []);
}

#[test]
fn a_third_laptop_gives_numbers_of_its_own_also_when_two_joined_apart() {
    let (mut a, w) = workshop();
    a.workshop_share(&w, &called("Anne")).unwrap();
    let sent = a.workshop_document(&w, &called("Anne")).unwrap();
    let (mut b, mut c) = (library(), library());
    b.workshop_receive(&sent, &called("Bruno")).unwrap();
    c.workshop_receive(&sent, &called("Chloé")).unwrap();
    exchange(&mut a, &mut b, &w);
    exchange(&mut a, &mut c, &w);
    exchange(&mut a, &mut b, &w);
    let mut numbers = Vec::new();
    for library in [&mut a, &mut b, &mut c] {
        let id = library.task_add(&w, None, &Column::Status(TaskStatus::Todo), "Neuve", "").unwrap().value;
        numbers.push(task(library, &w, id.as_str()).number);
    }
    numbers.sort_unstable();
    assert_eq!(numbers, [5, 201, 401]);
}

#[test]
fn nobody_agrees_to_words_that_nobody_saw() {
    let (mut a, mut b, w) = pair();
    let (giver, receiver) = (r(&a, &w, "A"), r(&a, &w, "B"));
    let need = a.contract_add(&w, &giver, &receiver, Side::Need, "Un rapport", false).unwrap().value;
    let offer = a.contract_add(&w, &giver, &receiver, Side::Offer, "Un rapport", false).unwrap().value;
    a.contract_match(&w, &need, &offer).unwrap();
    exchange(&mut a, &mut b, &w);
    let edit = crate::contract::ContractEdit::Need("Un rapport par jour".to_owned());
    a.contract_edit(&w, &need, edit).unwrap();
    b.contract_confirm(&w, &need, Party::Both, None).unwrap();
    exchange(&mut a, &mut b, &w);
    let line = contents(&b, &w).contracts.into_iter().find(|line| line.id == need).unwrap();
    assert_eq!(line.need.as_deref(), Some("Un rapport par jour"));
    assert_eq!((line.giver_agreed_on, line.receiver_agreed_on), (None, None));
    assert!(kinds(&b, &w).iter().all(|(kind, _)| *kind == ClashKind::Unagreed));
    // Agreed again, to these words, all is well.
    b.contract_confirm(&w, &need, Party::Both, None).unwrap();
    exchange(&mut a, &mut b, &w);
    let line = contents(&a, &w).contracts.into_iter().find(|line| line.id == need).unwrap();
    assert!(line.giver_agreed_on.is_some() && line.receiver_agreed_on.is_some());
    assert_eq!(kinds(&a, &w), []);
}

#[test]
fn one_role_has_one_part_and_the_other_is_listed() {
    let (mut a, mut b, w) = pair();
    let (t1, lane) = (t(&a, &w, 1), r(&a, &w, "B"));
    a.involvement_set(&w, &t1, &lane, Some(Part::Consulted)).unwrap();
    b.involvement_set(&w, &t1, &lane, Some(Part::Informed)).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(contents(&a, &w).involvements.len(), 1);
    let conflict = only(&a, &w);
    assert_eq!(conflict.values.len(), 2);
    let other = conflict.values[1].clone();
    b.conflict_settle(&w, &conflict, &Settlement::Take { raw: other.raw.clone() }).unwrap();
    exchange(&mut a, &mut b, &w);
    let part = serde_json::to_string(&contents(&a, &w).involvements[0].part).unwrap();
    assert_eq!(part, other.raw);
    assert_eq!(kinds(&a, &w), []);
}

#[test]
fn undo_takes_back_ones_own_step_and_leaves_what_others_did() {
    let (mut a, mut b, w) = pair();
    title(&mut a, &w, "t1", "Chez Anne");
    b.task_move(&w, &[t(&a, &w, 1)], Some(&r(&a, &w, "B")), &Column::Status(TaskStatus::Todo), None).unwrap();
    exchange(&mut a, &mut b, &w);
    a.undo(Some(&w)).unwrap();
    let found = task(&a, &w, "t1");
    assert_eq!((found.title.as_str(), found.role_id), ("Un", Some(r(&a, &w, "B"))));
    // What came from elsewhere is not hers to take back.
    assert!(matches!(a.undo(Some(&w)), Err(Error::NothingToUndo)));
    a.redo(Some(&w)).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&b, &w, "t1").title, "Chez Anne");
    // Nor her own words that somebody wrote over.
    title(&mut b, &w, "t1", "Chez Bruno");
    exchange(&mut a, &mut b, &w);
    assert!(matches!(a.undo(Some(&w)), Err(Error::Conflict)));
    assert_eq!(task(&a, &w, "t1").title, "Chez Bruno");
}

#[test]
fn what_undo_brings_back_without_its_lane_is_unassigned_and_said() {
    let (mut a, mut b, w) = pair();
    let lane = r(&a, &w, "B");
    let card = a.task_add(&w, Some(&lane), &Column::Status(TaskStatus::Todo), "Passagère", "").unwrap().value;
    a.task_delete(&w, std::slice::from_ref(&card)).unwrap();
    b.role_delete(&w, &lane).unwrap();
    exchange(&mut a, &mut b, &w);
    a.undo(Some(&w)).unwrap();
    assert_eq!(task(&a, &w, card.as_str()).role_id, None);
    assert_eq!(a.check().unwrap(), Vec::<String>::new());
    exchange(&mut a, &mut b, &w);
    assert_eq!(only(&b, &w).kind, ClashKind::Dangling);
}

#[test]
fn the_history_tells_a_merge_and_every_moment_stays_exact() {
    let (mut a, mut b, w) = pair();
    title(&mut a, &w, "t1", "Avant");
    let moment = a.history(Some(&w), None, 1).unwrap()[0].seq;
    let before = rows(&a, &w);
    title(&mut b, &w, "t2", "Chez Bruno");
    exchange(&mut a, &mut b, &w);
    let told = &a.history(Some(&w), None, 1).unwrap()[0];
    assert_eq!((told.name.name.as_str(), told.name.args["name"].as_str()), ("workshop-receive", "Bruno"));
    let mut then = a.contents_at(&w, moment).unwrap();
    then.workshop.last_task_number = 0;
    assert_eq!(then, before);
    assert_eq!(a.difference(&w, moment, None).unwrap().tasks_added.len(), 0);
}

#[test]
fn a_workshop_deleted_here_is_left_and_got_back_as_it_was() {
    let (mut a, mut b, w) = pair();
    b.workshop_delete(&w).unwrap();
    title(&mut a, &w, "t1", "Plus tard");
    let sent = a.workshop_document(&w, &called("Anne")).unwrap();
    b.workshop_receive(&sent, &called("Bruno")).unwrap();
    assert_eq!(task(&b, &w, "t1").title, "Plus tard");
    exchange(&mut a, &mut b, &w);
    // Taken back from Home, deleted and got back: still the same workshop.
    b.undo(None).unwrap();
    b.redo(None).unwrap();
    title(&mut b, &w, "t2", "Encore");
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&a, &w, "t2").title, "Encore");
}

#[test]
fn what_cannot_be_merged_is_refused_and_changes_nothing() {
    let (mut a, mut b, w) = pair();
    let sent = a.workshop_document(&w, &called("Anne")).unwrap();
    // It is here, and no longer shares this document.
    b.workshop_unshare(&w).unwrap();
    assert!(b.incoming(&sent).unwrap().is_apart);
    let refused = b.workshop_receive(&sent, &called("Bruno"));
    assert!(matches!(refused, Err(Error::Invalid { rule: Rule::OtherDocument, .. })));
    for broken in [&sent[..sent.len() / 2], b"", b"couloir"] {
        assert!(matches!(a.workshop_receive(broken, &called("Anne")), Err(Error::Damaged(_))));
    }
    assert_eq!(contents(&a, &w).tasks.len(), 4);
    // A new start: what was sent before it is another document.
    a.workshop_share_anew(&w, &called("Anne")).unwrap();
    assert!(a.workshop_receive(&sent, &called("Anne")).is_err());
}

#[test]
fn the_name_that_an_owner_gives_is_what_others_read() {
    let (mut a, mut b, w) = pair();
    b.set_laptop_name(&called("Béatrice")).unwrap();
    title(&mut b, &w, "t1", "Un peu");
    exchange(&mut a, &mut b, &w);
    let sharing = a.sharing(&w).unwrap().unwrap();
    let names: Vec<_> = sharing.laptops.iter().map(|laptop| laptop.name.as_str()).collect();
    assert!(names.contains(&"Béatrice") && names.contains(&"Anne"), "{names:?}");
    let other = b.sharing(&w).unwrap().unwrap();
    assert_eq!(other.own_id, sharing.laptops.iter().find(|one| one.name == "Béatrice").unwrap().id);
    assert!(sharing.exchanges.iter().any(|one| one.is_sent) && sharing.exchanges.iter().any(|one| !one.is_sent));
}

#[test]
fn a_role_edited_while_it_was_merged_away_stays() {
    let (mut a, mut b, w) = pair();
    let lane = r(&a, &w, "B");
    a.role_delete(&w, &lane).unwrap();
    b.role_edit(&w, &lane, RoleEdit::Mandate("Tient les chiffres".to_owned())).unwrap();
    exchange(&mut a, &mut b, &w);
    assert!(contents(&a, &w).roles.iter().any(|role| role.mandate == "Tient les chiffres"));
    assert_eq!(only(&a, &w).kind, ClashKind::DeletedAndEdited);
}
