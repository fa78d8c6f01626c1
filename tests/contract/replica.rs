//! Several laptops, one workshop: whatever each does apart, in whatever order and however often files go round, all end
//! with the same rows, the same conflicts and a sound file; nothing that was typed is lost; undo still works.

use std::collections::BTreeSet;
use std::path::Path;

use couloir_core::replica::LaptopName;
use couloir_core::role::RoleColor;
use couloir_core::task::TaskEdit;
use couloir_core::workshop::{Language, NewWorkshop, Template, WorkshopId};
use couloir_core::{Contents, Error, Library};
use proptest::prelude::*;

use crate::verbs::act::act;
use crate::verbs::stage::NOW;
use crate::verbs::types::{Border, Command};

/// Something that one of the laptops does.
#[derive(Clone, Debug)]
enum Deed {
    /// A command, chosen by a number, with arguments made from another.
    Act(usize, u64),
    /// A title typed into a card.
    Type(usize),
    Undo,
    Redo,
    /// The document is written to the stick.
    Send,
    /// One of the files on the stick is received, however old.
    Receive(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        8 => (0..10_000_usize, any::<u64>()).prop_map(|(which, seed)| Deed::Act(which, seed)),
        4 => (0..40_usize).prop_map(Deed::Type),
        1 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        2 => Just(Deed::Send),
        3 => any::<usize>().prop_map(Deed::Receive),
    ]
}

fn called(at: usize) -> LaptopName {
    LaptopName { name: format!("Portable {at}"), color: RoleColor::Green }
}

fn receive(library: &mut Library, at: usize, bytes: &[u8]) {
    library.workshop_receive(bytes, &called(at)).unwrap();
}

/// The workshop without what is each laptop's own.
fn rows(library: &Library, w: &WorkshopId) -> Contents {
    let mut all = library.contents(w).unwrap();
    all.workshop.last_task_number = 0;
    all.workshop.shelf = couloir_core::workshop::Shelf::Usual;
    all.snapshots.clear();
    all
}

/// Laptops that share the example workshop.
fn laptops(count: usize) -> (Vec<Library>, WorkshopId) {
    let library = || Library::in_memory(Box::new(|| NOW)).unwrap();
    let mut first = library();
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let w = first.workshop_from_template(Template::Ajo, &new).unwrap().value;
    first.workshop_share(&w, &called(0)).unwrap();
    let sent = first.workshop_document(&w, &called(0)).unwrap();
    let mut all = vec![first];
    for at in 1..count {
        let mut other = library();
        receive(&mut other, at, &sent);
        all.push(other);
    }
    // Each has another workshop, for what is done to whole ones.
    for library in &mut all {
        let second =
            NewWorkshop { title: Some("Autre".to_owned()), language: Language::Fr, time_zone: "UTC".to_owned() };
        library.workshop_create(&second).unwrap();
    }
    (all, w)
}

/// Files go round until nobody has anything new.
fn settle(all: &mut [Library], w: &WorkshopId) {
    for _ in 0..3 {
        for at in 0..all.len() {
            let sent = all[at].workshop_document(w, &called(at)).unwrap();
            for (to, library) in all.iter_mut().enumerate().filter(|(to, _)| *to != at) {
                receive(library, to, &sent);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn laptops_that_exchanged_everything_hold_the_same(
        count in 2..5_usize,
        deeds in proptest::collection::vec((0..5_usize, deed()), 1..50),
    ) {
        let border = Border::read(Path::new(env!("CARGO_MANIFEST_DIR")));
        let commands: Vec<&Command> = border.writing().collect();
        let (mut all, w) = laptops(count);
        let mut stick: Vec<Vec<u8>> = Vec::new();
        let mut typed = Vec::new();
        for (turn, (at, deed)) in deeds.iter().enumerate() {
            let at = at % count;
            let library = &mut all[at];
            match deed {
                Deed::Act(which, seed) => act(library, &w, &border, &commands, (*which, *seed)),
                Deed::Type(which) => {
                    let tasks = library.contents(&w).unwrap().tasks;
                    let Some(task) = tasks.get(which % tasks.len().max(1)) else { continue };
                    let words = format!("Tapé {turn}");
                    library.task_edit(&w, &task.id, TaskEdit::Title(words.clone())).unwrap();
                    typed.push((at, task.id.clone(), words));
                }
                Deed::Undo | Deed::Redo => {
                    let done = if matches!(deed, Deed::Undo) { library.undo(Some(&w)) } else { library.redo(Some(&w)) };
                    // What somebody else did meanwhile is a conflict, and said.
                    let is_expected = matches!(done, Ok(_) | Err(Error::NothingToUndo | Error::Conflict));
                    prop_assert!(is_expected, "{:?}", done.err());
                }
                Deed::Send => stick.push(library.workshop_document(&w, &called(at)).unwrap()),
                Deed::Receive(which) if !stick.is_empty() => receive(library, at, &stick[which % stick.len()]),
                Deed::Receive(_) => {}
            }
            prop_assert_eq!(all[at].check().unwrap(), Vec::<String>::new(), "{} {:?}", turn, deed);
        }
        settle(&mut all, &w);
        let (heads, conflicts) = (all[0].replica_heads(&w).unwrap(), all[0].conflicts(&w).unwrap());
        let same = rows(&all[0], &w);
        for library in &all {
            prop_assert_eq!(library.replica_heads(&w).unwrap(), heads.clone());
            prop_assert_eq!(library.conflicts(&w).unwrap(), conflicts.clone());
            prop_assert_eq!(rows(library, &w), same.clone());
            prop_assert_eq!(library.check().unwrap(), Vec::<String>::new());
        }
        // Undo is possible to the end, or says why not, and everybody follows.
        for library in &mut all {
            while library.undo(Some(&w)).is_ok() {}
            prop_assert_eq!(library.check().unwrap(), Vec::<String>::new());
        }
        settle(&mut all, &w);
        let same = rows(&all[0], &w);
        for library in &all {
            prop_assert_eq!(rows(library, &w), same.clone());
        }
    }

    /// The last words that anybody typed into a card stand in it, or beside it as a conflict: nobody who saw them wrote
    /// others.
    #[test]
    fn words_typed_apart_are_shown_or_listed(
        first in proptest::collection::vec(0..8_usize, 1..12),
        second in proptest::collection::vec(0..8_usize, 1..12),
        deleted in proptest::collection::vec(0..8_usize, 0..3),
    ) {
        let (mut all, w) = laptops(2);
        let mut last: Vec<std::collections::BTreeMap<usize, String>> = vec![Default::default(); 2];
        for (at, cards) in [&first, &second].into_iter().enumerate() {
            let tasks = all[at].contents(&w).unwrap().tasks;
            for (turn, card) in cards.iter().enumerate() {
                let words = format!("Mots {at} {turn}");
                all[at].task_edit(&w, &tasks[*card].id, TaskEdit::Title(words.clone())).unwrap();
                last[at].insert(*card, words);
            }
        }
        // What the second deletes is what it did not type into.
        let tasks = all[1].contents(&w).unwrap().tasks;
        for card in deleted.iter().collect::<BTreeSet<_>>() {
            if !last[1].contains_key(card) {
                all[1].task_delete(&w, std::slice::from_ref(&tasks[*card].id)).unwrap();
            }
        }
        settle(&mut all, &w);
        for library in &all {
            let shown: BTreeSet<String> = library.contents(&w).unwrap().tasks.into_iter().map(|task| task.title).collect();
            let listed: BTreeSet<String> =
                library.conflicts(&w).unwrap().into_iter().flat_map(|one| one.values).map(|value| value.text).collect();
            for words in last.iter().flat_map(|words| words.values()) {
                prop_assert!(shown.contains(words) || listed.contains(words), "{} is lost", words);
            }
        }
    }
}

/// How many histories: many when the endurance of the program is tried.
fn cases() -> u32 {
    std::env::var("COULOIR_HISTORIES").ok().and_then(|count| count.parse().ok()).unwrap_or(60)
}
