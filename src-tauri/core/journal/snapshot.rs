//! A named moment of the workshop; its content is rebuilt from the journal.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Millis;
use crate::record::record_id;
use crate::workshop::WorkshopId;

record_id!(SnapshotId);

/// A named moment of the workshop; its content is rebuilt from the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Snapshot {
    pub id: SnapshotId,
    pub workshop_id: WorkshopId,
    pub name: String,
    /// The last operation included.
    pub operation_seq: i32,
    pub taken_at: Millis,
}
