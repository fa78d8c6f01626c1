#![allow(clippy::unwrap_used)]

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use proptest::prelude::*;

use super::*;
use crate::agenda::{AgendaItem, ItemEdit, ItemKind, Progress};
use crate::analysis::overrun::Way;
use crate::outcome::{OutcomeKind, ReferenceFrom, ReferenceTo};
use crate::testing::{NOW, contents, workshop};
use crate::workshop::WorkshopId;
use crate::{Contents, Error, Library, Rule};

const MINUTE: i64 = 60_000;

/// A workshop whose clock the test moves.
fn timed() -> (Library, WorkshopId, Arc<AtomicI64>) {
    let (mut library, w) = workshop();
    let time = Arc::new(AtomicI64::new(NOW.0));
    let clock = Arc::clone(&time);
    library.clock = Box::new(move || Millis(clock.load(Ordering::Relaxed)));
    (library, w, time)
}

fn add(library: &mut Library, w: &WorkshopId, minutes: &[i32]) -> MeetingId {
    let id = library.meeting_add(w, "Point", NOW, minutes.iter().sum()).unwrap().value;
    for (at, minutes) in minutes.iter().enumerate() {
        library.agenda_item_add(w, &id, &format!("Point {at}"), minutes * 60, None).unwrap();
    }
    id
}

fn rule<T: std::fmt::Debug>(result: crate::Result<T>) -> (Rule, String) {
    match result.unwrap_err() {
        Error::Invalid { rule, detail, .. } => (rule, detail),
        other => panic!("{other}"),
    }
}

fn items(contents: &Contents, id: &MeetingId) -> Vec<AgendaItem> {
    contents.agenda_items.iter().filter(|item| item.meeting_id == *id).cloned().collect()
}

#[test]
fn a_meeting_goes_through_its_life_and_no_other_way() {
    let (mut library, w, _) = timed();
    let id = add(&mut library, &w, &[15, 15]);
    assert_eq!(rule(library.meeting_close(&w, &id, &[])).0, Rule::WrongMoment);
    assert_eq!(rule(library.live_step(&w, &id, &LiveStep::Next)).0, Rule::WrongMoment);
    assert_eq!(rule(library.meeting_reopen(&w, &id)).0, Rule::WrongMoment);
    library.meeting_open(&w, &id).unwrap();
    library.meeting_to_draft(&w, &id).unwrap();
    library.meeting_open(&w, &id).unwrap();
    library.meeting_start(&w, &id, Start::Now).unwrap();
    assert_eq!(rule(library.meeting_open(&w, &id)).0, Rule::WrongMoment);
    library.meeting_close(&w, &id, &[]).unwrap();
    assert_eq!(rule(library.meeting_edit(&w, &id, MeetingEdit::PlannedMinutes(3))).0, Rule::Closed);
    assert_eq!(rule(library.meeting_start(&w, &id, Start::Now)).0, Rule::Closed);
    library.minutes_confirm(&w, &id, true).unwrap();
    library.meeting_reopen(&w, &id).unwrap();
    let meeting = contents(&library, &w).meetings[0].clone();
    assert_eq!(meeting.status, MeetingStatus::Open);
    assert!(meeting.reopened_at.is_some() && meeting.minutes_confirmed_at.is_none());
    library.meeting_close(&w, &id, &[]).unwrap();
}

#[test]
fn two_meetings_never_run_at_once() {
    let (mut library, w, _) = timed();
    let (one, other) = (add(&mut library, &w, &[15]), add(&mut library, &w, &[15]));
    library.meeting_start(&w, &one, Start::Now).unwrap();
    let refused = rule(library.meeting_start(&w, &other, Start::Now));
    assert_eq!(refused, (Rule::AnotherInProgress, "Point".to_owned()));
    let empty = library.meeting_add(&w, "Vide", NOW, 10).unwrap().value;
    library.meeting_close(&w, &one, &[]).unwrap();
    assert_eq!(rule(library.meeting_start(&w, &empty, Start::Now)).0, Rule::Empty);
}

#[test]
fn as_planned_counts_from_the_planned_start() {
    let (mut library, w, time) = timed();
    let id = add(&mut library, &w, &[15]);
    time.store(NOW.0 - MINUTE, Ordering::Relaxed);
    assert_eq!(rule(library.meeting_start(&w, &id, Start::AsPlanned)).0, Rule::Future);
    time.store(NOW.0 + 4 * MINUTE, Ordering::Relaxed);
    library.meeting_start(&w, &id, Start::AsPlanned).unwrap();
    assert_eq!(library.meeting_clock(&w, &id).unwrap().remaining.0, 11 * MINUTE);
}

#[test]
fn the_clock_follows_steps_pauses_and_extensions() {
    let (mut library, w, time) = timed();
    let id = add(&mut library, &w, &[15, 15, 15]);
    let first = items(&contents(&library, &w), &id)[0].id.clone();
    library.meeting_start(&w, &id, Start::Now).unwrap();
    time.fetch_add(10 * MINUTE, Ordering::Relaxed);
    library.live_pause(&w, &id, true).unwrap();
    time.fetch_add(3 * MINUTE, Ordering::Relaxed);
    library.live_pause(&w, &id, false).unwrap();
    library.live_extend(&w, &id, 300).unwrap();
    let clock = library.meeting_clock(&w, &id).unwrap();
    assert_eq!((clock.remaining.0, clock.ahead.0), (10 * MINUTE, -8 * MINUTE));
    library.live_step(&w, &id, &LiveStep::Next).unwrap();
    let now = items(&contents(&library, &w), &id);
    assert_eq!((now[0].progress, now[0].spent_ms.0, now[1].progress), (Progress::Done, 10 * MINUTE, Progress::Current));
    library.live_step(&w, &id, &LiveStep::Previous).unwrap();
    assert_eq!(library.meeting_clock(&w, &id).unwrap().item_id, Some(first));
    assert_eq!(library.meeting_clock(&w, &id).unwrap().remaining.0, 10 * MINUTE);
    for _ in 0..3 {
        library.live_step(&w, &id, &LiveStep::Next).unwrap();
    }
    let over = library.meeting_clock(&w, &id).unwrap();
    assert_eq!((over.item_id, over.next_item_id), (None, None));
    library.undo(Some(&w)).unwrap();
    assert!(library.meeting_clock(&w, &id).unwrap().item_id.is_some());
}

#[test]
fn an_agenda_longer_than_its_meeting_makes_nobody_late() {
    let (mut library, w, time) = timed();
    let id = add(&mut library, &w, &[15, 15, 15]);
    library.meeting_edit(&w, &id, MeetingEdit::PlannedMinutes(35)).unwrap();
    library.meeting_start(&w, &id, Start::Now).unwrap();
    let ahead = |library: &Library| library.meeting_clock(&w, &id).unwrap().ahead.0;
    assert_eq!(ahead(&library), 0);
    time.fetch_add(20 * MINUTE, Ordering::Relaxed);
    assert_eq!(ahead(&library), -5 * MINUTE);
    // The meeting has still ten minutes too much, and five more.
    let ways = library.overrun_ways(&w, &id).unwrap();
    assert_eq!(ways.iter().find(|way| way.way == Way::EndLater).unwrap().over.0, 15 * MINUTE);
    library.overrun_take(&w, &id, &Way::EndLater).unwrap();
    assert_eq!(ahead(&library), 0);
    library.undo(Some(&w)).unwrap();
    assert_eq!(ahead(&library), -5 * MINUTE);
    // Started anew, it is measured by what stands then.
    library.undo(Some(&w)).unwrap();
    library.meeting_edit(&w, &id, MeetingEdit::PlannedMinutes(60)).unwrap();
    library.meeting_start(&w, &id, Start::Now).unwrap();
    assert_eq!(ahead(&library), 15 * MINUTE);
}

#[test]
fn the_way_chosen_for_an_overrun_is_one_step() {
    let (mut library, w, time) = timed();
    let id = add(&mut library, &w, &[15, 15, 15, 15]);
    library.meeting_start(&w, &id, Start::Now).unwrap();
    time.fetch_add(20 * MINUTE, Ordering::Relaxed);
    let before = contents(&library, &w);
    library.overrun_take(&w, &id, &Way::Shorten).unwrap();
    let after = items(&contents(&library, &w), &id);
    assert!(after[1..].iter().all(|item| item.seconds == 13 * 60 + 20));
    library.undo(Some(&w)).unwrap();
    library.overrun_take(&w, &id, &Way::EndLater).unwrap();
    assert_eq!(library.meeting_clock(&w, &id).unwrap().ahead.0, 0);
    library.undo(Some(&w)).unwrap();
    let last = items(&before, &id)[3].id.clone();
    library.overrun_take(&w, &id, &Way::Move(last.clone())).unwrap();
    assert_eq!(items(&contents(&library, &w), &id).len(), 3);
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), before);
}

#[test]
fn the_third_deferral_asks_for_a_word() {
    let (mut library, w, _) = timed();
    let mut id = add(&mut library, &w, &[15, 15]);
    for _ in 0..2 {
        library.meeting_start(&w, &id, Start::Now).unwrap();
        let closed = library.meeting_close(&w, &id, &[]).unwrap().value;
        assert_eq!(closed.carried, 1);
        id = closed.next_meeting_id.unwrap();
        library.agenda_item_add(&w, &id, "Tour", 60, Some(&items(&contents(&library, &w), &id)[0].id)).unwrap();
    }
    library.meeting_start(&w, &id, Start::Now).unwrap();
    assert_eq!(rule(library.meeting_close(&w, &id, &[])), (Rule::DeferredTwice, "Point 1".to_owned()));
    let item_id = items(&contents(&library, &w), &id)[1].id.clone();
    let role = contents(&library, &w).roles[0].id.clone();
    let fate = Fate::Delegate { role: Some(role.clone()), due_on: None };
    library.meeting_close(&w, &id, &[ItemFate { item_id, fate }]).unwrap();
    let now = contents(&library, &w);
    assert_eq!(now.deferrals.len(), 2);
    assert_eq!((now.outcomes[0].kind, now.outcomes[0].owner_role_id.as_ref()), (OutcomeKind::Action, Some(&role)));
}

#[test]
fn a_topic_remembers_every_meeting_it_stood_in() {
    let (mut library, w, time) = timed();
    let mut id = add(&mut library, &w, &[15, 15]);
    let item = items(&contents(&library, &w), &id)[1].id.clone();
    let mut stood = vec![id.clone()];
    for round in 0..2 {
        library.meeting_start(&w, &id, Start::Now).unwrap();
        library.outcome_add(&w, &id, Some(&item), OutcomeKind::Note, &format!("note {round}"), false).unwrap();
        library.live_step(&w, &id, &LiveStep::Item(item.clone())).unwrap();
        time.fetch_add(MINUTE * (3 + round), Ordering::Relaxed);
        library.live_step(&w, &id, &LiveStep::Previous).unwrap();
        let next = library.meeting_close(&w, &id, &[]).unwrap().value.next_meeting_id.unwrap();
        library.agenda_item_add(&w, &next, "Tour", 60, Some(&item)).unwrap();
        id = next;
        stood.push(id.clone());
    }
    let now = contents(&library, &w);
    let topic = crate::analysis::topic::topic(&now, &item, Millis(NOW.0 + 3 * 24 * 60 * MINUTE)).unwrap();
    let stages: Vec<_> = topic.stages.iter().map(|stage| stage.meeting_id.clone()).collect();
    assert_eq!(stages, stood);
    assert_eq!(topic.stages.iter().map(|stage| stage.outcome_ids.len()).collect::<Vec<_>>(), [1, 1, 0]);
    assert_eq!(topic.stages.iter().map(|stage| stage.minutes).collect::<Vec<_>>(), [Some(3), Some(4), Some(0)]);
    assert_eq!((topic.deferrals, topic.days, topic.minutes), (2, 3, 7));
    assert!(topic.stages[..2].iter().all(|stage| stage.deferred_at.is_some()) && topic.stages[2].deferred_at.is_none());
    assert!(crate::analysis::topic::topic(&now, &"x".into(), NOW).is_err());
}

#[test]
fn moving_takes_outcomes_along_and_duplicating_leaves_them() {
    let (mut library, w, _) = timed();
    let id = add(&mut library, &w, &[15, 15]);
    library.meeting_start(&w, &id, Start::Now).unwrap();
    let item = items(&contents(&library, &w), &id)[1].id.clone();
    library.outcome_add(&w, &id, Some(&item), OutcomeKind::Note, "à revoir", false).unwrap();
    let next = library.item_duplicate_to_next(&w, &item).unwrap().value;
    assert_eq!(contents(&library, &w).outcomes[0].meeting_id, id);
    assert_eq!(library.item_move_to_next(&w, &item).unwrap().value, next);
    let now = contents(&library, &w);
    assert_eq!((items(&now, &next).len(), items(&now, &id).len(), &now.outcomes[0].meeting_id), (2, 1, &next));
}

#[test]
fn moving_to_a_meeting_that_is_made_for_it_is_taken_back_whole() {
    let (mut library, w, _) = timed();
    let id = add(&mut library, &w, &[15, 15]);
    library.meeting_start(&w, &id, Start::Now).unwrap();
    let item = items(&contents(&library, &w), &id)[1].id.clone();
    library.outcome_add(&w, &id, Some(&item), OutcomeKind::Note, "à revoir", false).unwrap();
    let task = contents(&library, &w).tasks[0].id.clone();
    library.reference_add(&w, ReferenceFrom::Item(item.clone()), ReferenceTo::Task(task)).unwrap();
    let before = contents(&library, &w);
    library.item_move_to_next(&w, &item).unwrap();
    let after = contents(&library, &w);
    assert_eq!(after.meetings.len(), before.meetings.len() + 1);
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), before);
    library.redo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), after);
}

#[test]
fn a_copy_for_the_next_meeting_has_taken_no_time_and_stands_before_what_closes_it() {
    let (mut library, w, time) = timed();
    let id = add(&mut library, &w, &[15, 15]);
    let later = Millis(NOW.0 + 7 * 24 * 60 * MINUTE);
    let next = library.meeting_add(&w, "Suite", later, 60).unwrap().value;
    for (title, kind) in [("Tour", ItemKind::Work), ("Clôture", ItemKind::Close)] {
        let item = library.agenda_item_add(&w, &next, title, 300, None).unwrap().value;
        library.agenda_item_edit(&w, &item, ItemEdit::Kind(kind)).unwrap();
    }
    library.meeting_start(&w, &id, Start::Now).unwrap();
    time.fetch_add(9 * MINUTE, Ordering::Relaxed);
    library.live_step(&w, &id, &LiveStep::Next).unwrap();
    let spent = items(&contents(&library, &w), &id)[0].clone();
    assert_eq!(spent.spent_ms, Millis(9 * MINUTE));
    assert_eq!(library.item_duplicate_to_next(&w, &spent.id).unwrap().value, next);
    let now = items(&contents(&library, &w), &next);
    assert_eq!(now.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["Tour", "Point 0", "Clôture"]);
    assert_eq!((now[1].spent_ms, now[1].created_at), (Millis(0), library.now()));
    // With nothing that closes it, the copy is the last.
    library.agenda_item_delete(&w, &now[2].id).unwrap();
    library.item_duplicate_to_next(&w, &spent.id).unwrap();
    let titles: Vec<_> = items(&contents(&library, &w), &next).into_iter().map(|item| item.title).collect();
    assert_eq!(titles, ["Tour", "Point 0", "Point 0"]);
}

#[test]
fn a_carried_block_of_a_series_stands_in_for_its_fresh_copy() {
    let (mut library, w, _) = timed();
    let id = add(&mut library, &w, &[5, 15]);
    library.series_add(&w, &id, "FREQ=WEEKLY").unwrap();
    let open = items(&contents(&library, &w), &id)[1].id.clone();
    library.meeting_start(&w, &id, Start::Now).unwrap();
    let next = library.meeting_close(&w, &id, &[]).unwrap().value.next_meeting_id.unwrap();
    let now = items(&contents(&library, &w), &next);
    assert_eq!(now.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["Point 0", "Point 1"]);
    assert_eq!(now[1].id, open);
}

#[test]
fn attendance_tells_invited_from_present() {
    let (mut library, w, _) = timed();
    let id = add(&mut library, &w, &[5]);
    let person = library.person_add(&w, "Ana Roy").unwrap().value;
    library.attendance_set(&w, &id, &person, true, false).unwrap();
    library.attendance_set(&w, &id, &person, true, true).unwrap();
    assert_eq!(contents(&library, &w).attendees.len(), 1);
    library.attendance_set(&w, &id, &person, false, false).unwrap();
    assert!(contents(&library, &w).attendees.is_empty());
}

#[test]
fn parked_items_come_back_as_they_were() {
    use crate::agenda::ItemEdit;
    use crate::outcome::{ReferenceFrom, ReferenceTo};

    let (mut library, w, time) = timed();
    let id = add(&mut library, &w, &[5, 5]);
    let item = items(&contents(&library, &w), &id)[1].id.clone();
    let start = contents(&library, &w);
    library.agenda_item_edit(&w, &item, ItemEdit::PrivateNotes("Ne pas presser".to_owned())).unwrap();
    library.agenda_item_edit(&w, &item, ItemEdit::Method("Deux par deux".to_owned())).unwrap();
    for to in [ReferenceTo::Task(start.tasks[0].id.clone()), ReferenceTo::Task(start.tasks[1].id.clone())] {
        library.reference_add(&w, ReferenceFrom::Item(item.clone()), to).unwrap();
    }
    let item = items(&contents(&library, &w), &id)[1].clone();
    time.fetch_add(MINUTE, Ordering::Relaxed);
    let parked = library.agenda_item_park(&w, &item.id, "plus de temps").unwrap().value;
    assert_eq!(items(&contents(&library, &w), &id).len(), 1);
    // A task that went meanwhile takes its link along.
    library.task_delete(&w, &[start.tasks[1].id.clone()]).unwrap();
    library.backlog_schedule(&w, &parked, &id, None).unwrap();
    let now = contents(&library, &w);
    let back = items(&now, &id)[1].clone();
    assert_eq!(AgendaItem { id: back.id.clone(), position: back.position.clone(), ..item }, back);
    let links: Vec<_> = now.references.iter().filter(|link| link.item_id.as_ref() == Some(&back.id)).collect();
    assert_eq!(links.iter().map(|link| link.task_id.clone()).collect::<Vec<_>>(), [Some(start.tasks[0].id.clone())]);
    assert!(now.backlog_items.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Over a random series, every item that was ever added is in exactly one meeting, and was treated or left out
    /// on a record, or still waits in a meeting to come.
    #[test]
    fn carry_over_never_loses_or_doubles_an_item(
        runs in prop::collection::vec((0_usize..5, prop::bool::ANY, 0_usize..3), 1..6),
        is_series in prop::bool::ANY,
    ) {
        let (mut library, w, _) = timed();
        let mut id = add(&mut library, &w, &[10, 10, 10]);
        if is_series {
            library.series_add(&w, &id, "FREQ=WEEKLY").unwrap();
        }
        let mut all: HashMap<_, _> =
            items(&contents(&library, &w), &id).into_iter().map(|item| (item.id, item.title)).collect();
        for (steps, prepared, added) in runs {
            for at in 0..added {
                let item = library.agenda_item_add(&w, &id, &format!("Nouveau {at}"), 60, None).unwrap().value;
                all.insert(item, format!("Nouveau {at}"));
            }
            if items(&contents(&library, &w), &id).is_empty() {
                let item = library.agenda_item_add(&w, &id, "Tour", 60, None).unwrap().value;
                all.insert(item, "Tour".to_owned());
            }
            if prepared && is_series {
                let series = contents(&library, &w).series[0].id.clone();
                let _ = library.series_next(&w, &series);
            }
            library.meeting_start(&w, &id, Start::Now).unwrap();
            for _ in 0..steps {
                library.live_step(&w, &id, &LiveStep::Next).unwrap();
            }
            let waiting = items(&contents(&library, &w), &id).into_iter().filter(|item| item.progress == Progress::Planned);
            let fates: Vec<ItemFate> = waiting.map(|item| ItemFate { item_id: item.id, fate: Fate::Defer }).collect();
            let closed = library.meeting_close(&w, &id, &fates).unwrap().value;
            prop_assert_eq!(closed.carried as usize, fates.len());
            let now = contents(&library, &w);
            for (item, title) in &all {
                let found: Vec<&AgendaItem> = now.agenda_items.iter().filter(|row| row.id == *item).collect();
                prop_assert_eq!(found.len(), 1, "{}", title);
            }
            for fate in &fates {
                let row = now.agenda_items.iter().find(|row| row.id == fate.item_id).unwrap();
                prop_assert_eq!(Some(&row.meeting_id), closed.next_meeting_id.as_ref());
                prop_assert!(row.progress == Progress::Planned);
            }
            let Some(next) = closed.next_meeting_id else { break };
            all.extend(items(&now, &next).into_iter().map(|item| (item.id, item.title)));
            id = next;
        }
    }
}

#[test]
fn odd_meetings_are_sensible_and_said() {
    let (mut library, w, _) = timed();
    // No time at all, and more than a day: both are agendas; beyond the limit it is a typing error.
    let none = library.meeting_add(&w, "Rien", NOW, 0).unwrap().value;
    library.agenda_item_add(&w, &none, "Borne", 0, None).unwrap();
    library.meeting_edit(&w, &none, MeetingEdit::PlannedMinutes(2_000)).unwrap();
    let refused = library.meeting_edit(&w, &none, MeetingEdit::PlannedMinutes(MINUTES_MAX + 1));
    assert_eq!(rule(refused).0, Rule::OutOfRange);

    // Over midnight the next block is on the next day; the night when clocks change is an hour longer.
    let zone = "Europe/Paris";
    let late = library.meeting_add(&w, "Nuit", NOW, 240).unwrap().value;
    library.meeting_edit(&w, &late, MeetingEdit::TimeZone(zone.to_owned())).unwrap();
    library.meeting_reschedule(&w, &late, chrono::NaiveDate::from_ymd_opt(2026, 10, 24).unwrap(), 23 * 60).unwrap();
    for title in ["Avant", "Pendant", "Après"] {
        library.agenda_item_add(&w, &late, title, 2 * 3600, None).unwrap();
    }
    let now = contents(&library, &w);
    let meeting = now.meetings.iter().find(|meeting| meeting.id == late).unwrap();
    let table = crate::analysis::agenda::of_meeting(&now, meeting);
    let starts: Vec<String> = table
        .slots
        .iter()
        .map(|slot| {
            slot.starts_at.utc().with_timezone(&zone.parse::<chrono_tz::Tz>().unwrap()).format("%d %H:%M").to_string()
        })
        .collect();
    assert_eq!(starts, ["24 23:00", "25 01:00", "25 02:00"], "two hours after one it is two o’clock again");

    // Who leads may leave; the block stays.
    let role = now.roles[1].id.clone();
    let item = items(&now, &late)[0].id.clone();
    library.agenda_item_edit(&w, &item, crate::agenda::ItemEdit::PresenterRole(Some(role.clone()))).unwrap();
    library.role_delete(&w, &role).unwrap();
    assert_eq!(items(&contents(&library, &w), &late)[0].presenter_role_id, None);

    // A note of 8,000 short lines is kept whole; one beyond the limit is refused and nothing is cut.
    library.agenda_item_add(&w, &none, "Note", 60, None).unwrap();
    library.meeting_start(&w, &none, Start::Now).unwrap();
    let long = "a\n".repeat(8_000);
    let note = library.outcome_add(&w, &none, None, OutcomeKind::Note, &long, false).unwrap().value;
    let kept = contents(&library, &w).outcomes.iter().find(|one| one.id == note).unwrap().body.clone();
    assert_eq!(kept.lines().count(), 8_000);
    let beyond = library.outcome_add(&w, &none, None, OutcomeKind::Note, &long.repeat(2), false);
    assert!(matches!(beyond.unwrap_err(), crate::Error::TooLong { .. }));
}
