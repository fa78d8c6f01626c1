//! Events of the usual programs, and what becomes of them.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::import::{EntryKind, Import, read};

fn calendar(event: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

fn rows(ics: &str, list: &str) -> Vec<serde_json::Value> {
    let found = read(ics.as_bytes(), "x.ics", None).unwrap();
    let Import::Read(_, plan) = &found else { panic!("a plan") };
    plan.archive().get(list).and_then(|rows| rows.as_array().cloned()).unwrap_or_default()
}

#[test]
fn an_event_is_a_meeting_with_its_agenda() {
    let ics = calendar(
        "SUMMARY:Roles meeting\r\nDTSTART;TZID=Europe/Paris:20260708T090000\r\nDTEND;TZID=Europe/Paris:20260708T101500\r\nLOCATION:Room 2\r\nDESCRIPTION:Goal: agree.\\n\\nAgenda:\\n1. Welcome (5 min)\\n2. Budget\\, open points – 20'\\n- 30 min Who does what",
    );
    let meetings = rows(&ics, "meetings");
    assert_eq!(meetings[0]["title"], "Roles meeting");
    assert_eq!(meetings[0]["starts_at"], 1_783_494_000_000_i64);
    assert_eq!((meetings[0]["planned_minutes"].clone(), meetings[0]["place"].clone()), (75.into(), "Room 2".into()));
    assert_eq!(meetings[0]["goal"], "Goal: agree.");
    let items: Vec<_> =
        rows(&ics, "agenda_items").iter().map(|item| (item["title"].clone(), item["seconds"].clone())).collect();
    assert_eq!(
        items,
        [
            ("Welcome".into(), 300.into()),
            ("Budget, open points".into(), 1_200.into()),
            ("Who does what".into(), 1_800.into())
        ]
    );
}

#[test]
fn recurrences_are_series_where_the_model_can() {
    let weekly = calendar(
        "SUMMARY:Sync\r\nDTSTART;TZID=W. Europe Standard Time:20260708T090000\r\nDURATION:PT45M\r\nRRULE:FREQ=WEEKLY;BYDAY=WE\r\nEXDATE;TZID=W. Europe Standard Time:20260715T090000",
    );
    let series = rows(&weekly, "series");
    assert_eq!(series[0]["recurrence"], "RRULE:FREQ=WEEKLY;BYDAY=WE\nEXDATE;TZID=Europe/Berlin:20260715T090000");
    assert_eq!(
        (series[0]["time_zone"].clone(), series[0]["planned_minutes"].clone()),
        ("Europe/Berlin".into(), 45.into())
    );
    assert_eq!(rows(&weekly, "meetings")[0]["series_id"], series[0]["id"]);
    let odd = calendar("SUMMARY:Beep\r\nDTSTART:20260708T090000Z\r\nRRULE:FREQ=SECONDLY");
    assert!(rows(&odd, "series").is_empty() && rows(&odd, "meetings").len() == 1);
}

#[test]
fn to_dos_are_tasks_and_prose_is_no_agenda() {
    let ics = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VTODO\nUID:a\nSUMMARY:Book the room\nSTATUS:COMPLETED\nEND:VTODO\nEND:VCALENDAR\n";
    let tasks = rows(ics, "tasks");
    assert_eq!((tasks[0]["title"].clone(), tasks[0]["status"].clone()), ("Book the room".into(), "done".into()));
    let prose = calendar("SUMMARY:Talk\r\nDTSTART:20260708T090000Z\r\nDESCRIPTION:We have 20 minutes\\, then lunch.");
    assert!(rows(&prose, "agenda_items").is_empty());
    let clocks =
        calendar("SUMMARY:Day\r\nDTSTART:20260708T090000Z\r\nDESCRIPTION:09:00 Welcome\\n09:15 Work\\n10:00 End");
    let titles: Vec<_> = rows(&clocks, "agenda_items").iter().map(|item| item["title"].clone()).collect();
    assert_eq!(titles, ["Welcome", "Work"]);
}

#[test]
fn what_couloir_writes_it_reads_again() {
    let contents = crate::table::fixture::workshop_of(crate::table::fixture::everything());
    let meeting = contents.meetings.iter().find(|meeting| !meeting.is_template).unwrap();
    let ics = crate::ics::meeting(&contents, &meeting.id, couloir_core::Millis(1_800_000_000_000)).unwrap();
    let found = read(&ics, "x.ics", None).unwrap();
    let plan = found.plan().unwrap();
    let items = contents.agenda_items.iter().filter(|item| item.meeting_id == meeting.id).count();
    assert_eq!(plan.entries.iter().filter(|entry| entry.kind == EntryKind::AgendaItem).count(), items);
    let rows = plan.archive();
    assert_eq!(rows["meetings"][0]["starts_at"], meeting.starts_at.0);
    assert_eq!(rows["meetings"][0]["planned_minutes"], meeting.planned_minutes);
}
