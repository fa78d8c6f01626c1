//! Random work: whatever a command finds to do.

use couloir_core::workshop::WorkshopId;
use couloir_core::{Error, Library};

use super::dispatch::run;
use super::hand::{Choice, Hand};
use super::types::{Border, Command};

/// Commands that act on whole workshops: they are undone from Home.
pub const ON_LIBRARY: &[&str] = &[
    "workshop_create",
    "workshop_from_template",
    "workshop_from_own_template",
    "template_make",
    "template_delete",
    "import_keep_template",
    "workshop_duplicate",
    "workshop_rename",
    "workshop_shelve",
    "workshop_delete",
];

/// Does what a command, chosen by a number, finds to do; a rule may refuse, and then nothing has happened.
pub fn act(library: &mut Library, w: &WorkshopId, border: &Border, commands: &[&Command], (which, seed): (usize, u64)) {
    let command = commands[which % commands.len()];
    // What acts on whole workshops is done to another one: this one is to be undone to its start.
    let at = if ON_LIBRARY.contains(&command.name.as_str()) {
        library.workshops().unwrap().into_iter().map(|other| other.id).find(|other| other != w)
    } else {
        Some(w.clone())
    };
    let own = Choice::of(library, w);
    let mut hand = Hand::new(border, &own, None, seed);
    let arguments = hand.arguments(command);
    let (false, Some(at)) = (hand.is_empty, at) else { return };
    match run(library, &at, &command.name, &arguments).unwrap() {
        Ok(_) | Err(Error::Invalid { .. } | Error::NothingToUndo | Error::NotFound { .. }) => {}
        Err(error) => panic!("{}: {error}", command.name),
    }
}
