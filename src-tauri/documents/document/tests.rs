#![allow(clippy::unwrap_used)]

use super::*;
use crate::fixture;

fn chosen(contents: &Contents, document: Document) -> Option<usize> {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let request = Request::new(document, Language::Fr, today);
    let meeting = request.meeting(contents).unwrap()?;
    contents.meetings.iter().position(|one| one.id == meeting.id)
}

#[test]
fn the_meeting_that_fits_is_taken() {
    // The first meeting is closed; the next is planned and has no agenda yet.
    let mut contents = fixture::lived(Language::Fr);
    assert_eq!(chosen(&contents, Document::Minutes), Some(0));
    assert_eq!(chosen(&contents, Document::Agenda), Some(0), "a meeting without items is not worth a page");

    let item = contents.agenda_items[0].clone();
    contents.agenda_items.push(couloir_core::agenda::AgendaItem {
        id: "later".into(),
        meeting_id: contents.meetings[1].id.clone(),
        ..item
    });
    assert_eq!(chosen(&contents, Document::Agenda), Some(1), "what is prepared is what is ahead");
    assert_eq!(chosen(&contents, Document::Script), Some(1));
    assert_eq!(chosen(&contents, Document::Minutes), Some(0), "minutes are of what was held");

    contents.meetings[1].status = MeetingStatus::InProgress;
    assert_eq!(chosen(&contents, Document::Minutes), Some(1));

    contents.agenda_items.clear();
    assert_eq!(chosen(&contents, Document::Agenda), Some(1));
    contents.meetings[1].is_template = true;
    assert_eq!(chosen(&contents, Document::Agenda), Some(0), "a template is no meeting");
    contents.meetings.clear();
    assert_eq!(chosen(&contents, Document::Agenda), None);
}
