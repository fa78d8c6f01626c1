//! A write cannot leave its workshop: every command that writes, given the id of a row of another workshop in place of
//! any of its ids, is refused, and nothing has changed.

use std::path::Path;

use couloir_core::{Error, Rule};
use serde_json::json;

use crate::verbs::dispatch::run;
use crate::verbs::dump;
use crate::verbs::hand::{Choice, Hand};
use crate::verbs::stage::Stage;
use crate::verbs::types::Border;

/// Arguments that are tried until a command does something.
const SEEDS: u64 = 150;
/// Calls that succeed, of which each id is then put elsewhere.
const CALLS: usize = 3;

/// Commands whose arguments are no ids of rows; what an import refers to has a test of its own below.
const NAME_NO_ROW: &[&str] = &["undo", "redo", "import_take", "backup_restore_workshop", "conflict_settle"];

#[test]
fn no_command_reaches_a_row_of_another_workshop() {
    let border = Border::read(Path::new(env!("CARGO_MANIFEST_DIR")));
    let mut stages = [Stage::new(false), Stage::new(true)];
    let mut ids = 0;
    for command in border.writing().filter(|command| !NAME_NO_ROW.contains(&command.name.as_str())) {
        let names_rows = |stage: &mut Stage| {
            let (own, other) = (Choice::of(&stage.library, &stage.w), Choice::of(&stage.library, &stage.other));
            let start = dump(stage.folder.path());
            let mut calls = 0;
            let mut tried = 0;
            for seed in 0..SEEDS {
                if calls == CALLS {
                    break;
                }
                let mut hand = Hand::new(&border, &own, None, seed);
                let arguments = hand.arguments(command);
                if hand.is_empty || hand.picks == 0 {
                    continue;
                }
                let done = run(&mut stage.library, &stage.w, &command.name, &arguments).unwrap_or_else(|| {
                    panic!("{}: no line in tests/contract/verbs/dispatch.rs", command.name);
                });
                if !done.is_ok_and(|patch| !patch.changes.is_empty()) {
                    continue;
                }
                calls += 1;
                let undone = stage.library.undo(Some(&stage.w));
                assert!(undone.is_ok(), "{} of seed {seed} is not taken back", command.name);
                assert_eq!(dump(stage.folder.path()), start, "{}", command.name);
                for pick in 0..hand.picks {
                    let mut hand = Hand::new(&border, &own, Some((&other, pick)), seed);
                    let arguments = hand.arguments(command);
                    if hand.is_empty {
                        continue;
                    }
                    let refused = run(&mut stage.library, &stage.w, &command.name, &arguments).unwrap();
                    let is_refused = matches!(refused, Err(Error::NotFound { .. } | Error::Invalid { .. }));
                    assert!(
                        is_refused,
                        "{} with another workshop's id {pick} of seed {seed}: {refused:?}",
                        command.name
                    );
                    assert!(dump(stage.folder.path()) == start, "{}: something changed", command.name);
                    tried += 1;
                }
            }
            tried
        };
        ids += stages.iter_mut().map(names_rows).sum::<usize>();
    }
    println!("{ids} ids of another workshop refused");
    assert!(ids > 300, "only {ids} ids were tried");
}

#[test]
fn an_import_refers_to_rows_of_its_workshop_alone() {
    let mut stage = Stage::new(false);
    let theirs = stage.library.contents(&stage.other).unwrap();
    let start = dump(stage.folder.path());
    for rows in [
        json!({"tasks": [{"title": "x", "role_id": theirs.roles[0].id}]}),
        json!({"tasks": [{"title": "x", "step_id": theirs.steps[0].id}]}),
        json!({"outcomes": [{"meeting_id": theirs.meetings[0].id, "kind": "note", "body": "x"}]}),
    ] {
        let mut archive = json!({"format": "couloir", "version": 1, "workshop": {"id": "x"}});
        archive.as_object_mut().unwrap().extend(rows.as_object().unwrap().clone());
        let refused = stage.library.workshop_import(&stage.w, archive.as_object().unwrap().clone());
        assert!(matches!(refused, Err(Error::Invalid { rule: Rule::Unknown, .. })), "{refused:?}");
        assert!(dump(stage.folder.path()) == start);
    }
}
