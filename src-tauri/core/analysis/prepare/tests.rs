#![allow(clippy::unwrap_used)]

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::agenda::{ItemEdit, ItemKind};
use crate::analysis::radar::Finding;
use crate::contract::Side;
use crate::meeting::{MeetingId, PrepareChoice, PreparePark};
use crate::outcome::{OutcomeEdit, OutcomeKind};
use crate::task::{Column, TaskStatus};
use crate::testing::{NOW, contents, workshop};
use crate::workshop::WorkshopId;
use crate::{Error, Library, Rule};

const DAY: i64 = 86_400_000;

fn meeting(contents: &Contents, id: &MeetingId) -> Meeting {
    contents.meetings.iter().find(|meeting| meeting.id == *id).unwrap().clone()
}

/// A meeting of an hour with a frame, a locked break, and a close; 41 minutes are free, 22 of them before the break.
fn hour(library: &mut Library, w: &WorkshopId) -> MeetingId {
    let id = library.meeting_add(w, "Point", NOW, 60).unwrap().value;
    for (title, minutes, kind) in
        [("Accueil", 3, ItemKind::Frame), ("Pause", 10, ItemKind::Break), ("Fin", 6, ItemKind::Close)]
    {
        let item = library.agenda_item_add(w, &id, title, minutes * 60, None).unwrap().value;
        library.agenda_item_edit(w, &item, ItemEdit::Kind(kind)).unwrap();
        if kind == ItemKind::Break {
            library.agenda_item_edit(w, &item, ItemEdit::LockedMinute(Some(8 * 60 + 25))).unwrap();
        }
    }
    id
}

/// Marks a card as blocked, in its lane.
fn block(library: &mut Library, w: &WorkshopId, number: i32) {
    let now = contents(library, w);
    let task = now.tasks.iter().find(|task| task.number == number).unwrap();
    let column = Column::Status(TaskStatus::Blocked);
    library.task_move(w, std::slice::from_ref(&task.id), task.role_id.as_ref(), &column, None).unwrap();
}

fn line(library: &mut Library, w: &WorkshopId, from: &str, to: &str, side: Side, words: &str) {
    let now = contents(library, w);
    let role = |letter: &str| now.roles.iter().find(|role| role.letter == letter).unwrap().id.clone();
    library.contract_add(w, &role(from), &role(to), side, words, false).unwrap();
}

fn take_all(library: &mut Library, w: &WorkshopId, id: &MeetingId) -> crate::Committed<crate::meeting::Prepared> {
    let found = library.agenda_prepare(w, id).unwrap();
    let chosen: Vec<PrepareChoice> = found
        .proposed
        .iter()
        .map(|proposal| PrepareChoice {
            key: proposal.key.clone(),
            title: format!("Point {}", proposal.key),
            seconds: proposal.seconds,
            presenter_role_id: None,
            presenter_person_id: None,
        })
        .collect();
    let parked: Vec<PreparePark> = found
        .overflow
        .iter()
        .map(|over| PreparePark {
            key: over.proposal.key.clone(),
            title: "Attend".to_owned(),
            reason: "plein".to_owned(),
        })
        .collect();
    library.agenda_prepare_take(w, id, &chosen, &parked).unwrap()
}

#[test]
fn room_is_what_locks_and_the_planned_end_leave() {
    let (mut library, w) = workshop();
    let id = hour(&mut library, &w);
    let now = contents(&library, &w);
    let items: Vec<&AgendaItem> = now.agenda_items.iter().collect();
    let found = gaps(&meeting(&now, &id), &items);
    let room: Vec<(i32, Option<&AgendaItemId>)> =
        found.iter().map(|gap| (gap.seconds / 60, gap.tail.as_ref())).collect();
    assert_eq!(room, [(22, Some(&items[1].id)), (19, Some(&items[2].id))]);
    // A night between two days is no time to work in, and a close that keeps its hour leaves nothing after it.
    library.agenda_item_edit(&w, &items[1].id, ItemEdit::LockedMinute(Some(1440 + 9 * 60))).unwrap();
    library.agenda_item_edit(&w, &items[2].id, ItemEdit::LockedMinute(Some(1440 + 9 * 60 + 30))).unwrap();
    let now = contents(&library, &w);
    let items: Vec<&AgendaItem> = now.agenda_items.iter().collect();
    let room: Vec<i32> = gaps(&meeting(&now, &id), &items).iter().map(|gap| gap.seconds / 60).collect();
    assert_eq!(room, [0, 20]);
}

#[test]
fn what_holds_up_more_comes_first_and_accepted_findings_are_left_out() {
    let (mut library, w) = workshop();
    let id = library.meeting_add(&w, "Point", NOW, 60).unwrap().value;
    let now = contents(&library, &w);
    let task = |number: i32| now.tasks.iter().find(|task| task.number == number).unwrap().id.clone();
    // Three waits for Two, which waits for One.
    library.task_depend(&w, &task(2), &task(1)).unwrap();
    library.task_depend(&w, &task(3), &task(2)).unwrap();
    for number in [1, 3] {
        block(&mut library, &w, number);
    }
    let now = contents(&library, &w);
    let found = prepare(&now, &meeting(&now, &id), Millis(NOW.0 + 3 * DAY));
    let of = |key: &str| found.proposed.iter().find(|p| p.key == key).unwrap();
    let (one, three) = (of(&format!("task:{}", task(1))), of(&format!("task:{}", task(3))));
    assert_eq!((one.holds, three.holds), (2, 0));
    assert!(one.score == 3 * one.age && three.score == three.age);
    let at = |key: &str| found.proposed.iter().position(|p| p.key == key);
    assert!(at(&one.key) < at(&three.key));

    let unowned = library.findings(&w).unwrap().into_iter().find(|f| f.kind.name() == "unowned-task").unwrap();
    let is_there = |library: &Library| {
        let found = library.agenda_prepare(&w, &id).unwrap();
        found
            .proposed
            .iter()
            .chain(found.overflow.iter().map(|o| &o.proposal))
            .any(|p| p.findings.contains(&unowned.key))
    };
    assert!(is_there(&library));
    library.finding_accept(&w, &unowned.key, "plus tard").unwrap();
    assert!(!is_there(&library));
}

#[test]
fn what_comes_back_every_time_opens_the_meeting() {
    let (mut library, w) = workshop();
    let id = hour(&mut library, &w);
    let action = library.outcome_add(&w, &id, None, OutcomeKind::Action, "Écrire la page", false);
    // Outcomes are written while a meeting runs.
    assert!(action.is_err());
    library.meeting_start(&w, &id, crate::meeting::Start::Now).unwrap();
    let action = library.outcome_add(&w, &id, None, OutcomeKind::Action, "Écrire la page", false).unwrap().value;
    library.outcome_edit(&w, &action, OutcomeEdit::DueOn(Some("2026-11-01".parse().unwrap()))).unwrap();
    let next = hour(&mut library, &w);
    take_all(&mut library, &w, &next);
    let now = contents(&library, &w);
    let titles: Vec<&str> =
        now.agenda_items.iter().filter(|item| item.meeting_id == next).map(|item| item.title.as_str()).collect();
    assert_eq!(titles[..2], ["Accueil", "Point actions"]);
    assert_eq!(*titles.last().unwrap(), "Fin");
    let table = crate::analysis::agenda::of_meeting(&now, &meeting(&now, &next));
    assert!(table.over <= 0 && table.slots.iter().all(|slot| slot.overlap == 0));
}

#[test]
fn taking_is_one_step_and_nothing_is_there_twice() {
    let (mut library, w) = workshop();
    let id = library.meeting_add(&w, "Point", NOW, 20).unwrap().value;
    line(&mut library, &w, "A", "B", Side::Need, "des accès");
    line(&mut library, &w, "B", "A", Side::Offer, "un relevé");
    let parked = library.backlog_add(&w, None, "Nommer les environnements", "").unwrap().value;
    let before = contents(&library, &w);
    let done = take_all(&mut library, &w, &id).value;
    let after = contents(&library, &w);
    assert_eq!(after.agenda_items.len(), done.added as usize);
    assert!(done.added > 0 && done.parked > 0);
    // Overflow keeps its reason; what was parked before is parked once.
    assert!(after.backlog_items.iter().all(|item| item.reason == "plein"));
    assert!(after.backlog_items.iter().filter(|item| item.id == parked).count() <= 1);
    // Prepared again for a longer meeting, only what is parked is proposed, and taking it all empties the lot.
    let long = library.meeting_add(&w, "Long", NOW, 600).unwrap().value;
    let again = library.agenda_prepare(&w, &long).unwrap();
    assert!(again.proposed.iter().all(|proposal| proposal.source == Source::Backlog), "{:?}", again.proposed);
    assert_eq!(again.proposed.len(), after.backlog_items.len());
    take_all(&mut library, &w, &long);
    assert!(contents(&library, &w).backlog_items.is_empty());
    assert!(library.agenda_prepare(&w, &long).unwrap().proposed.is_empty());
    let linked: Vec<String> = contents(&library, &w).references.into_iter().filter_map(|r| r.finding).collect();
    assert_eq!(linked.iter().collect::<HashSet<_>>().len(), linked.len(), "a finding stands on one agenda only");
    // A proposal that is gone by the time it is taken is passed over.
    let gone = PrepareChoice {
        key: "unowned".to_owned(),
        title: "Tard".to_owned(),
        seconds: 60,
        presenter_role_id: None,
        presenter_person_id: None,
    };
    assert_eq!(library.agenda_prepare_take(&w, &long, &[gone], &[]).unwrap().value.added, 0);
    // Taking, the long meeting, taking: what changed nothing is no step.
    for _ in 0..3 {
        library.undo(Some(&w)).unwrap();
    }
    assert_eq!(contents(&library, &w), before);
}

#[test]
fn a_closed_meeting_is_not_prepared_and_bad_values_change_nothing() {
    let (mut library, w) = workshop();
    let id = library.meeting_add(&w, "Point", NOW, 60).unwrap().value;
    let before = contents(&library, &w);
    let choice = |title: &str, seconds: i32| PrepareChoice {
        key: library.agenda_prepare(&w, &id).unwrap().proposed[0].key.clone(),
        title: title.to_owned(),
        seconds,
        presenter_role_id: None,
        presenter_person_id: None,
    };
    let bad = [choice("", 60), choice("Un", -1), choice("Un", 100_000)];
    for choice in bad {
        assert!(matches!(library.agenda_prepare_take(&w, &id, &[choice], &[]), Err(Error::Invalid { .. })));
    }
    assert_eq!(contents(&library, &w), before);
    library.agenda_item_add(&w, &id, "Tour", 60, None).unwrap();
    library.meeting_start(&w, &id, crate::meeting::Start::Now).unwrap();
    library.meeting_close(&w, &id, &[]).unwrap();
    assert!(matches!(library.agenda_prepare(&w, &id), Err(Error::Invalid { rule: Rule::Closed, .. })));
}

#[test]
fn an_item_put_off_that_waits_elsewhere_is_brought_forward_itself() {
    let (mut library, w) = workshop();
    let first = library.meeting_add(&w, "Un", NOW, 30).unwrap().value;
    let item = library.agenda_item_add(&w, &first, "Nommage", 600, None).unwrap().value;
    let later = library.meeting_add(&w, "Trois", Millis(NOW.0 + 9 * DAY), 30).unwrap().value;
    assert_eq!(library.item_move_to_next(&w, &item).unwrap().value, later);
    let between = library.meeting_add(&w, "Deux", Millis(NOW.0 + DAY), 60).unwrap().value;
    let found = library.agenda_prepare(&w, &between).unwrap();
    assert!(found.proposed.iter().any(|proposal| proposal.item_id.as_ref() == Some(&item)));
    take_all(&mut library, &w, &between);
    let now = contents(&library, &w);
    let rows: Vec<&AgendaItem> = now.agenda_items.iter().filter(|row| row.id == item).collect();
    assert_eq!(rows.iter().map(|row| &row.meeting_id).collect::<Vec<_>>(), [&between]);
    assert_eq!(now.deferrals.len(), 1, "brought forward is not put off");
}

fn candidate(n: usize, minutes: i32, least: i32, score: i32, standing: bool) -> Candidate {
    let said = Said { key: "prepare-own".to_owned(), args: BTreeMap::new() };
    Candidate {
        key: format!("k{n:03}"),
        source: if standing { Source::Actions } else { Source::Findings },
        title: said.clone(),
        why: said,
        seconds: minutes * 60,
        least_seconds: least.min(minutes) * 60,
        objects: Vec::new(),
        findings: Vec::new(),
        backlog_id: None,
        item_id: None,
        holds: 0,
        age: 1,
        score,
    }
}

proptest! {
    #[test]
    fn what_is_proposed_fits_and_nothing_is_lost(
        made in prop::collection::vec((1..40_i32, 1..40_i32, 0..500_i32, prop::bool::weighted(0.2)), 0..40),
        room in prop::collection::vec(0..4000_i32, 0..4),
    ) {
        let all: Vec<Candidate> = made.iter().enumerate().map(|(n, (m, l, s, first))| candidate(n, *m, *l, *s, *first)).collect();
        let gaps: Vec<Gap> = room.iter().map(|seconds| Gap { head: None, tail: None, seconds: *seconds }).collect();
        let found = fit(all.clone(), gaps.clone());
        let sum: i32 = found.proposed.iter().map(|p| p.seconds).sum();
        prop_assert!(sum <= found.available && found.available == room.iter().sum::<i32>());
        let mut keys: Vec<&str> =
            found.proposed.iter().chain(found.overflow.iter().map(|o| &o.proposal)).map(|p| p.key.as_str()).collect();
        keys.sort_unstable();
        prop_assert_eq!(keys, all.iter().map(|p| p.key.as_str()).collect::<Vec<_>>());
        for proposal in &found.proposed {
            let wished = all.iter().find(|p| p.key == proposal.key).unwrap();
            prop_assert!(proposal.seconds <= wished.seconds);
            prop_assert!(proposal.seconds >= wished.least_seconds / 60 * 60);
        }
        for over in &found.overflow {
            prop_assert!(over.room < over.proposal.least_seconds.max(60));
        }
        let rank = |p: &Candidate| (!p.is_standing(), -p.score);
        prop_assert!(found.proposed.windows(2).all(|pair| rank(&pair[0]) <= rank(&pair[1])));
        // The order of the candidates does not matter.
        let mut turned = all;
        turned.reverse();
        prop_assert_eq!(fit(turned, gaps), found);
    }

    /// Over random workshops no object is in two proposals, and what is taken fits without pushing a lock.
    #[test]
    fn no_object_is_proposed_twice(
        lines in prop::collection::vec((prop::bool::ANY, prop::bool::ANY), 0..12),
        blocked in prop::collection::vec(1..5_i32, 0..4),
        owned in prop::bool::ANY,
        parked in 0..3_usize,
        minutes in 0..90_i32,
    ) {
        let (mut library, w) = workshop();
        for (n, (turned, is_need)) in lines.iter().enumerate() {
            let (from, to) = if *turned { ("A", "B") } else { ("B", "A") };
            line(&mut library, &w, from, to, if *is_need { Side::Need } else { Side::Offer }, &format!("chose {n}"));
        }
        for number in &blocked {
            block(&mut library, &w, *number);
        }
        if owned {
            library.person_add(&w, "Ana Roy").unwrap();
        }
        for finding in library.findings(&w).unwrap().iter().take(parked) {
            library.finding_park(&w, &finding.key, "Attend").unwrap();
        }
        let id = hour(&mut library, &w);
        library.meeting_edit(&w, &id, crate::meeting::MeetingEdit::PlannedMinutes(minutes.max(1))).unwrap();
        let found = library.agenda_prepare(&w, &id).unwrap();
        let all: Vec<&Candidate> = found.proposed.iter().chain(found.overflow.iter().map(|o| &o.proposal)).collect();
        let objects: Vec<&Subject> = all.iter().flat_map(|p| &p.objects).collect();
        prop_assert_eq!(objects.iter().collect::<HashSet<_>>().len(), objects.len());
        let findings: Vec<&String> = all.iter().flat_map(|p| &p.findings).collect();
        prop_assert_eq!(findings.iter().collect::<HashSet<_>>().len(), findings.len());
        let open: HashSet<String> = library.findings(&w).unwrap().into_iter().filter(Finding::is_open).map(|f| f.key).collect();
        prop_assert!(open.iter().all(|key| findings.contains(&key)), "every open finding is in a proposal");

        let overlaps = |contents: &Contents| {
            let table = crate::analysis::agenda::of_meeting(contents, &meeting(contents, &id));
            (table.over.max(0), table.slots.iter().map(|slot| slot.overlap).sum::<i32>())
        };
        let before = overlaps(&contents(&library, &w));
        take_all(&mut library, &w, &id);
        prop_assert_eq!(overlaps(&contents(&library, &w)), before);
        prop_assert!(library.agenda_prepare(&w, &id).unwrap().proposed.iter().all(|p| p.source == Source::Backlog));
    }
}
