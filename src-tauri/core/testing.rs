//! What the tests of this crate share: a library with two roles, a step and four tasks.
#![allow(clippy::unwrap_used)]

use serde_json::json;

use crate::workshop::{Language, NewWorkshop, WorkshopId};
use crate::{Contents, Library, Millis};

/// Monday 23 November 2026, 8:00 in Paris.
pub const NOW: Millis = Millis(1_795_417_200_000);

/// An empty library at [`NOW`].
pub fn library() -> Library {
    Library::in_memory(Box::new(|| NOW)).unwrap()
}

/// A library with a workshop: roles A and B, step *Socle*, tasks 1 to 3 in lane A and 4 unassigned.
pub fn workshop() -> (Library, WorkshopId) {
    let mut library = library();
    let archive = json!({
        "format": "couloir", "version": 1,
        "workshop": {"id": "w", "title": "Essai", "language": "fr", "last_task_number": 4},
        "roles": [
            {"id": "a", "letter": "A", "name": "Administration", "color": "blue"},
            {"id": "b", "letter": "B", "name": "Données", "color": "orange"}
        ],
        "steps": [{"id": "s", "role_id": "a", "title": "Socle"}],
        "tasks": [
            {"id": "t1", "number": 1, "role_id": "a", "title": "Un"},
            {"id": "t2", "number": 2, "role_id": "a", "title": "Deux"},
            {"id": "t3", "number": 3, "role_id": "a", "title": "Trois"},
            {"id": "t4", "number": 4, "title": "Quatre"}
        ]
    });
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let archive = archive.as_object().unwrap().clone();
    let id = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value;
    (library, id)
}

/// The whole workshop.
pub fn contents(library: &Library, id: &WorkshopId) -> Contents {
    library.contents(id).unwrap()
}
