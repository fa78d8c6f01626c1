//! Where documents are kept: across restarts, failures, copies and erasure.

use super::{called, contents, exchange, library, only, pair, t, task, title, workshop};
use crate::task::{Column, TaskEdit, TaskStatus};
use crate::{Library, testing};

#[test]
fn a_person_erased_is_in_no_shared_document_any_more() {
    let (mut a, w) = workshop();
    let person = a.person_add(&w, "Zélie Dupont").unwrap().value;
    a.workshop_share(&w, &called("Anne")).unwrap();
    title(&mut a, &w, "t1", "Écrire à Zélie Dupont");
    let before = a.workshop_document(&w, &called("Anne")).unwrap();
    let erased = a.erase_person(&person, false).unwrap();
    assert_eq!(erased.anew, ["Essai"]);
    assert_eq!(a.check().unwrap(), Vec::<String>::new());
    title(&mut a, &w, "t2", "La suite");
    assert_eq!(task(&a, &w, "t1").title, "Écrire à —");
    assert!(a.shared_with_text(|text| text.contains("Zélie")).unwrap().is_empty());
    let sharing = a.sharing(&w).unwrap().unwrap();
    assert_eq!(sharing.laptops[0].name, "Anne");
    // A colleague by the name of whose laptop alone the document knows them is in it too.
    assert!(a.shared_with_text(|text| text.contains("Anne")).unwrap().len() == 1);
    // What was sent before cannot bring the name back.
    assert!(a.workshop_receive(&before, &called("Anne")).is_err());
    a.erase_workshop(&w, false).unwrap();
    assert!(!a.is_shared(&w).unwrap());
}

#[test]
fn a_document_that_grew_long_is_written_anew_and_says_the_same() {
    let (mut a, w) = workshop();
    a.workshop_share(&w, &called("Anne")).unwrap();
    for turn in 0..450 {
        title(&mut a, &w, "t1", &format!("Titre {turn}"));
    }
    let chunks = |library: &Library| -> i64 {
        library.conn.query_row("SELECT count(*) FROM replica_chunk", [], |row| row.get(0)).unwrap()
    };
    assert!(chunks(&a) > 400);
    // As after a restart.
    a.replicas.get_mut().close();
    title(&mut a, &w, "t1", "Le dernier");
    assert_eq!(chunks(&a), 1);
    a.replicas.get_mut().close();
    assert_eq!(a.check().unwrap(), Vec::<String>::new());
    assert_eq!(task(&a, &w, "t1").title, "Le dernier");
}

#[test]
fn a_write_that_fails_leaves_rows_and_document_as_they_were() {
    let (mut a, mut b, w) = pair();
    let heads = a.replica_heads(&w).unwrap();
    let refuse =
        "CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.replica_chunk BEGIN SELECT RAISE(ABORT, 'full'); END";
    a.conn.execute_batch(refuse).unwrap();
    assert!(a.task_edit(&w, &t(&a, &w, 1), TaskEdit::Title("Refusé".to_owned())).is_err());
    a.conn.execute_batch("DROP TRIGGER refuse").unwrap();
    assert_eq!(a.replica_heads(&w).unwrap(), heads);
    assert_eq!(task(&a, &w, "t1").title, "Un");
    title(&mut a, &w, "t1", "Pris");
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&b, &w, "t1").title, "Pris");
}

#[test]
fn a_copy_that_was_restored_goes_on_under_another_name_and_meets_the_rest_again() {
    let folder = tempfile::tempdir().unwrap();
    let clock = || -> crate::store::Clock { Box::new(|| testing::NOW) };
    let mut a = Library::open(folder.path(), clock()).unwrap();
    let new = crate::workshop::NewWorkshop {
        title: Some("Essai".to_owned()),
        language: crate::workshop::Language::Fr,
        time_zone: "UTC".to_owned(),
    };
    let w = a.workshop_create(&new).unwrap().value;
    a.workshop_share(&w, &called("Anne")).unwrap();
    let mut b = library();
    b.workshop_receive(&a.workshop_document(&w, &called("Anne")).unwrap(), &called("Bruno")).unwrap();
    drop(a);
    let copy = tempfile::tempdir().unwrap();
    std::fs::copy(folder.path().join("couloir.db"), copy.path().join("couloir.db")).unwrap();
    let mut a = Library::open(folder.path(), clock()).unwrap();
    a.task_add(&w, None, &Column::Status(TaskStatus::Todo), "Avant la perte", "").unwrap();
    exchange(&mut a, &mut b, &w);
    // Who wrote something is known after a restart too.
    let card = contents(&a, &w).tasks[0].id.clone();
    drop(a);
    let mut a = Library::open(folder.path(), clock()).unwrap();
    a.task_edit(&w, &card, TaskEdit::Title("Avant la perte".to_owned())).unwrap();
    a.task_edit(&w, &card, TaskEdit::Detail("Chez Anne".to_owned())).unwrap();
    b.task_edit(&w, &card, TaskEdit::Detail("Chez Bruno".to_owned())).unwrap();
    exchange(&mut a, &mut b, &w);
    let mut authors: Vec<_> = only(&a, &w).values.into_iter().map(|value| value.author).collect();
    authors.sort_unstable();
    assert_eq!(authors, ["Anne", "Bruno"]);
    let mut restored = Library::open(copy.path(), clock()).unwrap();
    restored.task_add(&w, None, &Column::Status(TaskStatus::Todo), "Après la perte", "").unwrap();
    exchange(&mut restored, &mut b, &w);
    exchange(&mut a, &mut b, &w);
    let mut titles: Vec<_> = contents(&a, &w).tasks.into_iter().map(|task| task.title).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["Après la perte", "Avant la perte"]);
}

#[test]
fn a_document_changed_on_the_way_is_refused_and_changes_nothing() {
    let (mut a, mut b, w) = pair();
    title(&mut b, &w, "t1", "Chez Bruno");
    let sent = b.workshop_document(&w, &called("Bruno")).unwrap();
    let before = contents(&a, &w);
    for at in (0..sent.len()).step_by(37) {
        let mut harmed = sent.clone();
        harmed[at] ^= 0x55;
        assert!(a.workshop_receive(&harmed, &called("Anne")).is_err(), "byte {at}");
        assert!(super::super::prove(&harmed).is_err(), "byte {at}");
    }
    for length in (0..sent.len()).step_by(53) {
        assert!(a.workshop_receive(&sent[..length], &called("Anne")).is_err(), "cut at {length}");
    }
    assert_eq!(contents(&a, &w), before);
    assert_eq!(a.check().unwrap(), Vec::<String>::new());
    super::super::prove(&sent).unwrap();
    exchange(&mut a, &mut b, &w);
    assert_eq!(task(&a, &w, "t1").title, "Chez Bruno");
}
