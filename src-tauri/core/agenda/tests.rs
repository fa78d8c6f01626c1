#![allow(clippy::unwrap_used)]

use super::*;
use crate::analysis::agenda::of_meeting;
use crate::meeting::{MeetingEdit, MeetingStatus};
use crate::testing::{NOW, contents, workshop};
use crate::workshop::WorkshopId;
use crate::{Contents, Error, Library, Rule};

fn half_day() -> (Library, WorkshopId, MeetingId) {
    let (mut library, w) = workshop();
    let day = NOW.day_in("Europe/Paris");
    let id = library.meeting_from_builtin(&w, BuiltinAgenda::HalfDay, day, 540).unwrap().value;
    (library, w, id)
}

fn titles(contents: &Contents) -> Vec<&str> {
    contents.agenda_items.iter().map(|item| item.title.as_str()).collect()
}

#[test]
fn the_half_day_starts_at_nine_and_fits() {
    let (library, w, id) = half_day();
    let contents = contents(&library, &w);
    let meeting = contents.meetings.iter().find(|meeting| meeting.id == id).unwrap();
    let table = of_meeting(&contents, meeting);
    assert_eq!((table.slots.len(), table.total, table.over), (11, 230 * 60, 0));
    assert!(table.slots.iter().all(|slot| slot.spare == 0 && slot.overlap == 0));
    let breaks = contents.agenda_items.iter().find(|item| item.kind == ItemKind::Break).unwrap();
    assert_eq!(breaks.locked_minute, Some(10 * 60 + 25));
}

#[test]
fn blocks_are_added_moved_copied_and_removed() {
    let (mut library, w, id) = half_day();
    let start = contents(&library, &w);
    let first = start.agenda_items[0].id.clone();
    let new = library.agenda_item_add(&w, &id, "Tour de table", 300, Some(&first)).unwrap().value;
    assert_eq!(titles(&contents(&library, &w))[0], "Tour de table");
    library.agenda_item_move(&w, &new, None).unwrap();
    assert_eq!(titles(&contents(&library, &w)).last(), Some(&"Tour de table"));
    let copy = library.agenda_item_duplicate(&w, &first).unwrap().value;
    assert_eq!(contents(&library, &w).agenda_items[1].id, copy);
    library.agenda_item_delete(&w, &copy).unwrap();
    library.agenda_item_delete(&w, &new).unwrap();
    assert_eq!(contents(&library, &w), start);
}

#[test]
fn lengths_out_of_range_are_refused() {
    let (mut library, w, id) = half_day();
    let first = contents(&library, &w).agenda_items[0].id.clone();
    for seconds in [-1, SECONDS_MAX + 1] {
        let refused = library.agenda_item_edit(&w, &first, ItemEdit::Seconds(seconds));
        assert!(matches!(refused, Err(Error::Invalid { rule: Rule::OutOfRange, .. })));
    }
    assert!(library.meeting_edit(&w, &id, MeetingEdit::TimeZone("Mars/Olympus".to_owned())).is_err());
    assert!(library.agenda_item_edit(&w, &first, ItemEdit::Seconds(0)).is_ok());
}

#[test]
fn a_copy_is_a_draft_a_week_later() {
    let (mut library, w, id) = half_day();
    let copy = library.meeting_duplicate(&w, &id).unwrap().value;
    let contents = contents(&library, &w);
    let of = |wanted: &MeetingId| contents.meetings.iter().find(|meeting| meeting.id == *wanted).unwrap();
    assert_eq!(of(&copy).starts_at.0 - of(&id).starts_at.0, 7 * 24 * 3_600_000);
    assert_eq!(of(&copy).status, MeetingStatus::Draft);
    assert_eq!(contents.agenda_items.iter().filter(|item| item.meeting_id == copy).count(), 11);
}

#[test]
fn two_sessions_are_two_meetings_a_week_apart() {
    let (mut library, w) = workshop();
    library.meeting_from_builtin(&w, BuiltinAgenda::TwoSessions, NOW.day_in("Europe/Paris"), 540).unwrap();
    let meetings = contents(&library, &w).meetings;
    assert_eq!(meetings.len(), 2);
    library.undo(Some(&w)).unwrap();
    assert!(contents(&library, &w).meetings.is_empty());
}
