#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{contents, workshop};
use crate::{Error, Rule};

#[test]
fn a_tag_is_made_once_and_put_once() {
    let (mut library, w) = workshop();
    let tasks = contents(&library, &w).tasks;
    let one = library.tag_put(&w, "Campagnes orchestrées", &TagTarget::Task(tasks[0].id.clone())).unwrap().value;
    let two = library.tag_put(&w, "campagnes orchestrees", &TagTarget::Task(tasks[1].id.clone())).unwrap().value;
    library.tag_put(&w, "Campagnes orchestrées", &TagTarget::Task(tasks[1].id.clone())).unwrap();
    assert_eq!(one, two);
    let now = contents(&library, &w);
    assert_eq!((now.tags.len(), now.taggings.len()), (1, 2));
    library.tag_delete(&w, &one).unwrap();
    assert!(contents(&library, &w).taggings.is_empty());
    library.undo(Some(&w)).unwrap();
    assert_eq!(contents(&library, &w), now);
}

#[test]
fn a_tag_with_the_name_of_another_is_refused() {
    let (mut library, w) = workshop();
    library.tag_add(&w, "Données").unwrap();
    let parcours = library.tag_add(&w, "Parcours").unwrap().value;
    let refused = library.tag_edit(&w, &parcours, TagEdit::Name("DONNEES".to_owned()));
    assert!(matches!(refused, Err(Error::Invalid { rule: Rule::Duplicate, .. })));
    library.tag_edit(&w, &parcours, TagEdit::Name("parcours".to_owned())).unwrap();
}
