#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use couloir_core::meeting::Start;
use couloir_core::workshop::{Language, NewWorkshop, Template};

use super::*;

#[test]
fn minutes_compare_the_start_of_their_meeting_with_its_end() {
    let time = Arc::new(AtomicI64::new(1_795_420_800_000));
    let clock = Arc::clone(&time);
    let mut library = Library::in_memory(Box::new(move || Millis(clock.load(Ordering::Relaxed)))).unwrap();
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let w = library.workshop_from_template(Template::Ajo, &new).unwrap().value;
    let later = || Millis(time.fetch_add(60_000, Ordering::Relaxed));
    let start = library.contents(&w).unwrap();
    let meeting = start.meetings[0].id.clone();
    let today = library.now().day_in("Europe/Paris");
    let request = Request { meeting_id: Some(meeting.clone()), ..Request::new(Document::Minutes, Language::Fr, today) };
    assert!(Moments::read(&library, &w, &request, None).unwrap().before().is_none());

    later();
    library.workshop_rename(&w, "Avant").unwrap();
    later();
    library.meeting_start(&w, &meeting, Start::Now).unwrap();
    later();
    library.workshop_rename(&w, "Pendant").unwrap();
    let running = Moments::read(&library, &w, &request, None).unwrap();
    let before = running.before().unwrap();
    assert_eq!((before.contents.workshop.title.as_str(), before.until), ("Avant", None));

    later();
    library.meeting_close(&w, &meeting, &[]).unwrap();
    later();
    library.workshop_rename(&w, "Après").unwrap();
    let closed = Moments::read(&library, &w, &request, None).unwrap();
    let before = closed.before().unwrap();
    assert_eq!(before.contents.workshop.title, "Avant");
    assert_eq!(before.until.unwrap().workshop.title, "Pendant");
    let agenda = Request { document: Document::Agenda, ..request };
    assert!(Moments::read(&library, &w, &agenda, None).unwrap().before().is_none());
}
