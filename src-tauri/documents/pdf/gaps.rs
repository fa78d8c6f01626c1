//! The gap report: what is missing between the roles, why it matters, and what changed since an earlier moment.

use couloir_core::Contents;
use couloir_core::analysis::difference::{Figures, NamedContract, NamedRole, difference};
use couloir_core::analysis::radar::{Finding, FindingKind, findings};
use serde::Serialize;
use serde_json::Value;

use super::contract;
use super::language;
use super::view::{View, Words, envelope};
use crate::{Before, Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    day: String,
    /// *11 constats · 9 lignes convenues sur 36*.
    summary: String,
    count: usize,
    since: Option<Since>,
    groups: Vec<Group>,
    /// Accepted findings with the reason.
    accepted: Vec<(String, String)>,
}

/// Findings of one kind.
#[derive(Serialize)]
struct Group {
    title: String,
    why: String,
    /// What it says, and what was done about it.
    findings: Vec<(String, String)>,
}

/// What changed since an earlier moment.
#[derive(Serialize)]
pub(super) struct Since {
    name: String,
    /// Label, before, after, and whether that is better (1), worse (-1) or neither.
    figures: Vec<(String, String, String, i8)>,
    /// Headings with their lines, only those that have any.
    changes: Vec<(String, Vec<String>)>,
}

pub(super) fn data(contents: &Contents, before: Option<&Before<'_>>, request: &Request) -> Result<View> {
    let words = Words::of(request);
    let found = findings(contents, request.today);
    let open: Vec<&Finding> = found.iter().filter(|finding| finding.is_open()).collect();
    let groups = FindingKind::ALL
        .iter()
        .map(|kind| group(request, words, *kind, &open))
        .filter(|group| !group.findings.is_empty())
        .collect();
    let body = Body {
        words: words.all(&["gaps-none", "gaps-accepted", "gaps-since", "gaps-before", "gaps-after", "gaps-found"]),
        day: words.day(request.today),
        summary: contract::matrix(contents, words).summary,
        count: open.len(),
        since: before.map(|before| since(contents, before, request, words)),
        groups,
        accepted: found
            .iter()
            .filter_map(|finding| Some((sentence(request, finding), finding.accepted.clone()?)))
            .collect(),
    };
    Ok(View { template: "gaps.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}

pub(super) fn sentence(request: &Request, finding: &Finding) -> String {
    couloir_messages::told(language(request.language), &format!("finding-{}", finding.kind.name()), &finding.args)
}

fn group(request: &Request, words: Words, kind: FindingKind, open: &[&Finding]) -> Group {
    let why = format!("finding-{}-why", kind.name());
    Group {
        title: couloir_messages::text(language(request.language), &format!("radar-kind-{}", kind.name()), &[]),
        why: couloir_messages::text(language(request.language), &why, &[]),
        findings: open
            .iter()
            .filter(|finding| finding.kind == kind)
            .map(|finding| {
                let done = match (&finding.agenda_item_id, finding.is_parked) {
                    (Some(_), _) => words.get("gaps-on-agenda"),
                    (None, true) => words.get("gaps-parked"),
                    (None, false) => String::new(),
                };
                (sentence(request, finding), done)
            })
            .collect(),
    }
}

impl Since {
    /// Nothing is different in what is counted or listed.
    pub(super) fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.figures.iter().all(|(_, was, now, _)| was == now)
    }
}

/// What changed between `before` and its end, or now.
pub(super) fn since(contents: &Contents, before: &Before<'_>, request: &Request, words: Words) -> Since {
    let change = difference(before.contents, before.until.unwrap_or(contents), request.today);
    let unassigned = words.get("unassigned");
    let name = |role: &Option<NamedRole>| role.as_ref().map_or_else(|| unassigned.clone(), |role| role.name.clone());
    let lines = |list: &[NamedContract]| -> Vec<String> {
        list.iter().map(|line| format!("{} → {} · {}", line.giver.letter, line.receiver.letter, line.text)).collect()
    };
    let sentences = |list: &[Finding]| -> Vec<String> { list.iter().map(|one| sentence(request, one)).collect() };
    let changes = [
        ("gaps-closed", sentences(&change.findings_closed)),
        ("gaps-opened", sentences(&change.findings_opened)),
        (
            "gaps-owners",
            change
                .owners_changed
                .iter()
                .map(|one| format!("{} {} · {} → {}", one.task.number, one.task.title, name(&one.from), name(&one.to)))
                .collect(),
        ),
        ("gaps-agreed", lines(&change.contracts_agreed)),
        ("gaps-lost", lines(&change.contracts_lost)),
    ];
    Since {
        name: before.name.to_owned(),
        figures: figures(words, &change.before, &change.after),
        changes: changes
            .into_iter()
            .filter(|(_, list)| !list.is_empty())
            .map(|(key, list)| (words.get(key), list))
            .collect(),
    }
}

fn figures(words: Words, before: &Figures, after: &Figures) -> Vec<(String, String, String, i8)> {
    let sign = |is_better: bool, is_same: bool| match (is_same, is_better) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => -1,
    };
    let fewer =
        |key: &str, was: u32, now: u32| (words.get(key), was.to_string(), now.to_string(), sign(now < was, now == was));
    let more =
        |key: &str, was: u32, now: u32| (words.get(key), was.to_string(), now.to_string(), sign(now > was, now == was));
    vec![
        fewer("gaps-figure-findings", before.findings, after.findings),
        fewer("gaps-figure-unassigned", before.unassigned, after.unassigned),
        more("gaps-figure-agreed", before.agreed, after.agreed),
        (words.get("gaps-figure-contracts"), before.contracts.to_string(), after.contracts.to_string(), 0),
        more("gaps-figure-done", before.done, after.done),
        (words.get("gaps-figure-tasks"), before.tasks.to_string(), after.tasks.to_string(), 0),
    ]
}
