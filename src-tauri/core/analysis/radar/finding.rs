//! One line of the gap radar.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Record;
use crate::agenda::AgendaItemId;

/// What is wrong, the gravest first. Each kind has the messages `finding-{kind}` and `finding-{kind}-why`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type, strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// A task in the *unassigned* lane.
    UnownedTask,
    /// The same task or responsibility is claimed by two roles, or two are responsible without agreement.
    Overlap,
    /// A role that nobody holds.
    VacantRole,
    /// A person with more roles or open tasks than the workshop allows.
    OverloadedPerson,
    /// A role without responsibility or without task.
    RoleWithoutDuty,
    /// Steps or tasks that wait for each other; the shortest such circle.
    DependencyCycle,
    /// A task in progress whose prerequisite is not done.
    Blocked,
    /// Who gives comes later in the sequence than who receives.
    AgainstSequence,
    /// A contract in state *disputed*.
    DisputedContract,
    /// A contract in state *asked*.
    NeedWithoutOffer,
    /// A contract in state *offered*.
    OfferWithoutNeed,
    /// A contract in state *matched*: not yet confirmed by both.
    UnconfirmedContract,
    /// A contract whose review date has passed.
    OverdueReview,
    /// A contract whose last three answers were *not kept*.
    ContractNotKept,
    /// A decision without the action it asks for; an action without owner or date, or overdue;
    /// an overdue task.
    LooseEnd,
    /// A responsibility that only its own role names, or only others.
    PerceptionGap,
}

impl FindingKind {
    /// Every kind, the gravest first.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// Its name in keys and messages.
    pub fn name(self) -> &'static str {
        match self {
            FindingKind::UnownedTask => "unowned-task",
            FindingKind::Overlap => "overlap",
            FindingKind::VacantRole => "vacant-role",
            FindingKind::OverloadedPerson => "overloaded-person",
            FindingKind::RoleWithoutDuty => "role-without-duty",
            FindingKind::DependencyCycle => "dependency-cycle",
            FindingKind::Blocked => "blocked",
            FindingKind::AgainstSequence => "against-sequence",
            FindingKind::DisputedContract => "disputed-contract",
            FindingKind::NeedWithoutOffer => "need-without-offer",
            FindingKind::OfferWithoutNeed => "offer-without-need",
            FindingKind::UnconfirmedContract => "unconfirmed-contract",
            FindingKind::OverdueReview => "overdue-review",
            FindingKind::ContractNotKept => "contract-not-kept",
            FindingKind::LooseEnd => "loose-end",
            FindingKind::PerceptionGap => "perception-gap",
        }
    }
}

/// A row that a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
pub struct Subject {
    pub table: String,
    pub id: String,
}

/// One line of the gap radar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Finding {
    /// Stays the same as long as it is the same finding: kind, facet and ids.
    pub key: String,
    pub kind: FindingKind,
    /// What it is about, the most telling first.
    pub objects: Vec<Subject>,
    /// Hash of what it rests on: an acceptance holds only as long as this stays.
    pub facts: String,
    /// Why it was accepted; such a finding does not count.
    pub accepted: Option<String>,
    /// Whether it waits in the parking lot.
    pub is_parked: bool,
    /// The agenda item on which it is discussed.
    pub agenda_item_id: Option<AgendaItemId>,
    /// Arguments of its messages. `count…` are numbers, `day` is an ISO date, `what` chooses a variant.
    pub args: BTreeMap<String, String>,
}

impl Finding {
    /// Whether it still asks for something: not accepted.
    pub fn is_open(&self) -> bool {
        self.accepted.is_none()
    }
}

/// Builds a finding.
pub(super) struct Draft {
    kind: FindingKind,
    objects: Vec<Subject>,
    /// How many of the objects, from the first, make the key.
    keyed: usize,
    args: BTreeMap<String, String>,
    facts: Facts,
}

impl Draft {
    pub fn new(kind: FindingKind) -> Self {
        Self { kind, objects: Vec::new(), keyed: 0, args: BTreeMap::new(), facts: Facts::default() }
    }

    /// An object that makes it this finding.
    pub fn about<R: Record>(mut self, row: &R) -> Self {
        self.keyed += 1;
        self.objects.insert(self.keyed - 1, Subject { table: R::TABLE.to_owned(), id: row.id().to_owned() });
        self
    }

    /// An object that it also concerns.
    pub fn with<R: Record>(mut self, row: &R) -> Self {
        self.objects.push(Subject { table: R::TABLE.to_owned(), id: row.id().to_owned() });
        self
    }

    /// Which variant of the kind this is; part of the key and of the facts.
    pub fn what(self, what: &str) -> Self {
        self.resting("what", what)
    }

    /// An argument of the message that the finding rests on: another value makes it ask again.
    pub fn resting(mut self, name: &str, value: impl ToString) -> Self {
        let value = value.to_string();
        self.facts.add(&value);
        self.args.insert(name.to_owned(), value);
        self
    }

    /// An argument of the message that may change without making it another finding (a name).
    pub fn saying(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// Something the finding rests on that its message does not say.
    pub fn fact(mut self, fact: &str) -> Self {
        self.facts.add(fact);
        self
    }

    pub fn finding(self) -> Finding {
        let mut ids: Vec<&str> = self.objects[..self.keyed].iter().map(|subject| subject.id.as_str()).collect();
        ids.sort_unstable();
        let mut key = self.kind.name().to_owned();
        if let Some(what) = self.args.get("what").filter(|_| self.kind == FindingKind::LooseEnd) {
            key.push(':');
            key.push_str(what);
        }
        for id in ids {
            key.push(':');
            key.push_str(id);
        }
        Finding {
            key,
            kind: self.kind,
            objects: self.objects,
            facts: format!("{:016x}", self.facts.0),
            accepted: None,
            is_parked: false,
            agenda_item_id: None,
            args: self.args,
        }
    }
}

/// FNV-1a over the facts: kept in the store, so it must be the same in every build.
struct Facts(u64);

impl Default for Facts {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Facts {
    fn add(&mut self, fact: &str) {
        for byte in fact.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
