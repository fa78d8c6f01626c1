#![allow(clippy::unwrap_used)]

use std::sync::{Arc, mpsc};
use std::time::Duration;

use couloir_core::workshop::{Language, NewWorkshop};
use tauri::async_runtime::{block_on, spawn};

use super::*;

#[test]
fn a_write_does_not_wait_for_an_analysis() {
    let folder = tempfile::tempdir().unwrap();
    let clocks: Clocks = Box::new(|| Box::new(|| Millis(1_795_417_200_000)));
    let store = Arc::new(StoreThread::start(folder.path().to_owned(), clocks, Box::new(|_| {})));
    let title = Some("Essai".to_owned());
    let new = NewWorkshop { title, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let id = block_on(store.commit(move |library| library.workshop_create(&new))).unwrap().value;
    let (began, has_begun) = mpsc::channel();
    let (written, is_written) = mpsc::channel();
    let analysis = spawn({
        let (store, id) = (Arc::clone(&store), id.clone());
        async move {
            // Ends when the write has been answered; waiting in vain is the failure.
            let wait = move |contents: &Contents, _| {
                began.send(()).unwrap();
                Ok((is_written.recv_timeout(Duration::from_secs(20)).is_ok(), contents.workshop.title.clone()))
            };
            store.analyse(id, wait).await.unwrap()
        }
    });
    has_begun.recv().unwrap();
    block_on(store.commit(move |library| library.workshop_rename(&id, "Autre"))).unwrap();
    // Nobody listens any more when the analysis gave up waiting.
    let _ = written.send(());
    assert_eq!(block_on(analysis).unwrap(), (true, "Essai".to_owned()));
}
