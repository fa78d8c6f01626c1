#![allow(clippy::unwrap_used)]

use super::*;
use crate::testing::{contents, workshop};
use crate::{Error, Rule};

#[test]
fn parts_are_set_changed_and_cleared_and_the_owner_is_accountable() {
    let (mut library, w) = workshop();
    let start = contents(&library, &w);
    let (a, b) = (start.roles[0].id.clone(), start.roles[1].id.clone());
    let (first, last) = (start.tasks[0].id.clone(), start.tasks[3].id.clone());
    assert_eq!(matrix(&start).rows[0].cells, [Some(MatrixCell::AccountableResponsible), None]);
    library.involvement_set(&w, &first, &b, Some(Part::Informed)).unwrap();
    library.involvement_set(&w, &first, &b, Some(Part::Responsible)).unwrap();
    let after = contents(&library, &w);
    assert_eq!(after.involvements.len(), 1);
    assert_eq!(matrix(&after).rows[0].cells, [Some(MatrixCell::Accountable), Some(MatrixCell::Responsible)]);
    let owner = library.involvement_set(&w, &first, &a, Some(Part::Consulted));
    assert!(matches!(owner, Err(Error::Invalid { rule: Rule::Accountable, .. })));
    assert_eq!(matrix(&after).rows[3].checks, [TaskCheck::NoAccountable, TaskCheck::NoResponsible]);
    library.involvement_set(&w, &last, &a, Some(Part::Responsible)).unwrap();
    library.involvement_set(&w, &last, &b, Some(Part::Responsible)).unwrap();
    let matrix = matrix(&contents(&library, &w));
    assert_eq!(matrix.rows[3].checks, [TaskCheck::NoAccountable, TaskCheck::TooManyResponsible]);
    assert_eq!(matrix.roles[0].checks, [RoleCheck::InEverything]);
    assert_eq!((matrix.roles[0].accountable, matrix.roles[0].responsible, matrix.roles[1].responsible), (3, 3, 2));
    library.involvement_set(&w, &first, &b, None).unwrap();
    assert_eq!(contents(&library, &w).involvements.len(), 2);
}
