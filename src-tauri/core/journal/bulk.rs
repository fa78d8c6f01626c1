//! Which operations change so much at once that a copy of the library is made before.

use super::capture::RowChange;
use crate::store::backup::Cause;

/// From how many rows on a deletion is no longer a detail.
const MANY: usize = 20;

/// Why a copy is made before this operation, if one is.
pub(super) fn cause(name: &str, changes: &[RowChange]) -> Option<Cause> {
    let removed = changes.iter().filter(|change| change.after.is_none()).count();
    match name {
        "workshop-import" => Some(Cause::Import),
        "workshop-delete" => Some(Cause::Deletion),
        // The copy was made before the copy to restore was read.
        "workshop-restore" => None,
        _ => (removed >= MANY).then_some(Cause::Deletion),
    }
}
