//! What an entry of each kind may bring along beside its text.

use super::EntryKind;

/// Columns that an entry of a kind may bring along.
pub(super) fn allows(kind: EntryKind, column: &str) -> bool {
    match kind {
        EntryKind::Role => ["letter", "first_step"].contains(&column),
        EntryKind::Person => ["organisation", "email"].contains(&column),
        EntryKind::Task => ["number", "status", "notes", "due_on"].contains(&column),
        EntryKind::Need | EntryKind::Offer => ["mode", "cadence", "fulfilment", "need", "offer"].contains(&column),
        EntryKind::Resource => ["url", "heading"].contains(&column),
        EntryKind::AgendaItem => {
            ["kind", "section", "goal", "instruction", "method", "materials", "private_notes", "presenter"]
                .contains(&column)
        }
        EntryKind::Meeting => ["time_zone", "place"].contains(&column),
        _ => false,
    }
}
