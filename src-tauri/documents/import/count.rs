//! How much of a source was recognised, and what is taken of it.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::left::LeftKind;
use super::plan::{EntryKind, ImportPlan};

/// How many of each kind a plan takes, leaves out and flags.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct KindCount {
    pub kind: EntryKind,
    pub taken: u32,
    pub left: u32,
    pub twins: u32,
    /// Rows of the open workshop that would change, of those left out.
    pub changed: u32,
}

impl ImportPlan {
    /// Takes over what changed in rows of the open workshop.
    pub fn take_changes(&mut self) {
        for entry in self.entries.iter_mut().filter(|entry| !entry.changes.is_empty()) {
            entry.is_taken = true;
        }
    }

    /// How many of each kind are taken, left out and flagged.
    pub fn counts(&self) -> Vec<KindCount> {
        let mut counts: Vec<KindCount> = Vec::new();
        for entry in &self.entries {
            let at = counts.iter().position(|count| count.kind == entry.kind).unwrap_or_else(|| {
                counts.push(KindCount { kind: entry.kind, taken: 0, left: 0, twins: 0, changed: 0 });
                counts.len() - 1
            });
            counts[at].taken += u32::from(entry.is_taken);
            counts[at].left += u32::from(!entry.is_taken);
            counts[at].twins += u32::from(entry.twin.is_some());
            counts[at].changed += u32::from(!entry.changes.is_empty());
        }
        counts.sort_by_key(|count| count.kind);
        counts
    }

    /// How much of the source was recognised, and how much was not: entries against rows, sheets and blocks.
    pub fn share(&self) -> (usize, usize) {
        let recognised = self.entries.iter().filter(|entry| entry.kind != EntryKind::Note).count();
        let left = self.left.iter().map(|left| match left.kind {
            LeftKind::Sheet | LeftKind::Block => left.count as usize,
            LeftKind::Row => 1,
            LeftKind::Column | LeftKind::HiddenSheet | LeftKind::Cell => 0,
        });
        (recognised, left.sum::<usize>() + self.entries.len() - recognised)
    }
}
