#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::workshop;
use crate::workshop::WorkshopEdit;
use crate::{LINE_MAX, Rule};

fn named(name: &str) -> KeptFilter {
    KeptFilter { name: name.to_owned(), filter: BoardFilter { text: "sdk".to_owned(), ..BoardFilter::default() } }
}

#[test]
fn a_view_is_kept_and_is_no_step() {
    let (mut library, w) = workshop();
    assert_eq!(library.board_view(&w).unwrap(), BoardView::default());
    let (revision, undo) = (library.revision(), library.undo_state(Some(&w)).unwrap());
    let view = BoardView {
        by: BoardBy::Status,
        is_compact: Some(true),
        folded: vec![String::new()],
        kept: vec![named("  Le SDK ")],
        ..BoardView::default()
    };
    library.set_board_view(&w, view.clone()).unwrap();
    let kept = library.board_view(&w).unwrap();
    assert_eq!(kept, BoardView { kept: vec![named("Le SDK")], ..view });
    assert_eq!((library.revision(), library.undo_state(Some(&w)).unwrap()), (revision, undo));
}

#[test]
fn what_an_older_program_chose_still_shows() {
    let (mut library, w) = workshop();
    library.workshop_edit(&w, WorkshopEdit::BoardColumns(BoardColumns::Step)).unwrap();
    assert_eq!(library.board_view(&w).unwrap().by, BoardBy::Step);
    // By role, paper keeps the columns it had; otherwise it has those of the screen.
    library.set_board_view(&w, BoardView::default()).unwrap();
    assert_eq!(library.contents_as_shown(&w).unwrap().workshop.board_columns, BoardColumns::Step);
    library.set_board_view(&w, BoardView { by: BoardBy::Status, ..BoardView::default() }).unwrap();
    assert_eq!(library.contents_as_shown(&w).unwrap().workshop.board_columns, BoardColumns::Status);
}

#[test]
fn filters_have_limits() {
    let (mut library, w) = workshop();
    let mut refused = |view: BoardView| library.set_board_view(&w, view).unwrap_err();
    let with = |kept| BoardView { kept, ..BoardView::default() };
    assert!(matches!(refused(with(vec![named(" ")])), Error::Invalid { rule: Rule::Empty, .. }));
    assert!(matches!(refused(with(vec![named("x"); KEPT_MAX + 1])), Error::Invalid { .. }));
    let long = BoardFilter { text: "x".repeat(LINE_MAX as usize + 1), ..BoardFilter::default() };
    assert!(matches!(refused(BoardView { filter: long, ..BoardView::default() }), Error::TooLong { .. }));
    let many = BoardFilter { tags: vec![String::new(); VALUES_MAX + 1], ..BoardFilter::default() };
    assert!(matches!(refused(BoardView { filter: many, ..BoardView::default() }), Error::Invalid { .. }));
    library.set_settings(&[(name(&w).as_str(), "{ not json")]).unwrap();
    assert_eq!(library.board_view(&w).unwrap(), BoardView::default());
    let nobody = WorkshopId::from("nobody");
    assert!(matches!(library.set_board_view(&nobody, BoardView::default()), Err(Error::NotFound { .. })));
}
