//! Read back by the parser of the library, and line by line.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::table::fixture::{NINE, everything, workshop_of};

/// The file with its folded lines joined.
fn unfolded(bytes: Vec<u8>) -> String {
    let text = String::from_utf8(bytes).unwrap();
    for line in text.split_inclusive("\r\n") {
        assert!(line.ends_with("\r\n") && line.len() <= 77, "{line:?}");
    }
    text.replace("\r\n ", "")
}

fn contents() -> Contents {
    workshop_of(everything())
}

#[test]
fn a_meeting_keeps_its_id_its_zone_and_its_texts() {
    let contents = contents();
    let first = contents.meetings.iter().find(|meeting| meeting.planned_minutes == 60).unwrap();
    let bytes = meeting(&contents, &first.id, Millis(NINE)).unwrap();
    assert_eq!(bytes, meeting(&contents, &first.id, Millis(NINE)).unwrap());
    let text = unfolded(bytes);
    assert!(text.contains(&format!("UID:meeting-{}@couloir.app\r\n", first.id)));
    assert!(text.contains("DTSTART;TZID=Europe/Paris:20261123T090000\r\n"), "{text}");
    assert!(text.contains("DTEND;TZID=Europe/Paris:20261123T100000\r\n"));
    assert!(text.contains("LOCATION:salle Atlas\\; 2e\\, étage\r\n"));
    assert!(text.contains("TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n"));
    assert!(text.contains("1. Accueil (10\u{a0}min)"));
    assert!(!text.contains("NOTE PRIVÉE"));
    let read: Calendar = text.parse().unwrap();
    assert_eq!(read.events().next().unwrap().get_summary(), Some(first.title.as_str()));
}

#[test]
fn a_series_keeps_its_recurrence_and_its_exceptions() {
    let contents = contents();
    let text = unfolded(series(&contents, &contents.series[0].id, Millis(NINE)).unwrap());
    assert!(text.contains("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10\r\n"));
    assert!(text.contains("EXDATE:20261207T080000Z\r\n"));
    assert!(text.contains("SUMMARY:Réunion transverse\r\n"));
    // Both changes of each year, from the year before to the year after ten more.
    assert!(text.matches("BEGIN:DAYLIGHT").count() >= 11);
    assert!(text.contains("BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"));
}

#[test]
fn a_recurrence_that_is_none_adds_no_line() {
    let mut contents = contents();
    contents.series[0].recurrence = "FREQ=DAILY\nX-EVIL:1\nATTENDEE:mailto:x\nnonsense".to_owned();
    let text = unfolded(series(&contents, &contents.series[0].id, Millis(NINE)).unwrap());
    assert!(text.contains("RRULE:FREQ=DAILY\r\n") && !text.contains("EVIL") && !text.contains("mailto"));
}

#[test]
fn zones_without_changes_and_unknown_ones_are_written_too() {
    let mut contents = contents();
    let id = contents.meetings[0].id.clone();
    contents.meetings[0].time_zone = "Asia/Tokyo".to_owned();
    let text = unfolded(meeting(&contents, &id, Millis(NINE)).unwrap());
    assert!(text.contains("TZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\n") && text.contains("TZOFFSETTO:+0900"));
    contents.meetings[0].time_zone = "Nowhere/At\r\nAll".to_owned();
    let text = unfolded(meeting(&contents, &id, Millis(NINE)).unwrap());
    assert!(!text.contains("VTIMEZONE") && !text.contains("Nowhere"));
    assert!(matches!(meeting(&contents, &"none".into(), Millis(NINE)), Err(Error::Unknown(_))));
}
