//! Proposals for an agenda with their words, the same in the window and on the command line.

use couloir_core::analysis::prepare::{Candidate, Preparation};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::sentence;

/// A proposal with its words in the workshop's language, as they would be written down.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Offer {
    pub proposal: Candidate,
    pub title: String,
    /// Why it finds no room; `None`: it has one.
    pub reason: Option<String>,
}

/// What is proposed for a meeting.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Offers {
    /// Seconds that the agenda leaves as it is.
    pub available: i32,
    pub proposed: Vec<Offer>,
    pub overflow: Vec<Offer>,
}

/// Proposals with their words.
pub fn offers(spoken: couloir_messages::Language, found: Preparation) -> Offers {
    let offer = |proposal: Candidate, reason| Offer { title: sentence::title_of(spoken, &proposal), proposal, reason };
    Offers {
        available: found.available,
        proposed: found.proposed.into_iter().map(|proposal| offer(proposal, None)).collect(),
        overflow: found
            .overflow
            .into_iter()
            .map(|over| {
                let reason = sentence::no_room(spoken, over.proposal.seconds, over.room);
                offer(over.proposal, Some(reason))
            })
            .collect(),
    }
}
