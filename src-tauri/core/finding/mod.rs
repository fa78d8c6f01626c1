//! A finding accepted with a reason; it comes back when the facts change.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Millis;
use crate::record::record_id;
use crate::workshop::WorkshopId;

record_id!(AcceptanceId);

/// A finding accepted with a reason; it comes back when the facts change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Acceptance {
    pub id: AcceptanceId,
    pub workshop_id: WorkshopId,
    pub finding: String,
    pub facts: String,
    pub reason: String,
    pub accepted_at: Millis,
}
