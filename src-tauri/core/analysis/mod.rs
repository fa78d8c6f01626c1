//! What follows from a workshop's contents: pure functions, nothing stored.

pub mod absence;
pub mod agenda;
pub mod clock;
pub mod contracts;
pub mod difference;
pub mod overrun;
pub mod pair_rounds;
pub mod prepare;
pub mod projection;
pub mod raci;
pub mod radar;
pub mod sequence;
pub mod short_round;
pub mod silent_round;
pub mod topic;
pub mod wording;
