//! What a meeting could talk about.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::waiting::{Waiting, is_open};
use super::{AGE_MAX, Candidate, Said, Source, is_ahead};
use crate::agenda::AgendaItem;
use crate::analysis::radar::{Finding, FindingKind, Subject};
use crate::contract::{Contract, ContractState};
use crate::meeting::{Meeting, MeetingStatus};
use crate::task::{Task, TaskStatus};
use crate::{Contents, Millis, Record, finding};

const DAY: i64 = 86_400_000;
/// A contract is asked about when its last answer is older than this many days.
const PULSE_DAYS: i64 = 30;
/// Objects of one proposal: more than twenty are not one conversation.
const TOGETHER: usize = 20;
/// Length of a conversation about one thing, in seconds.
const ONE: i32 = 600;

/// Everything a meeting could talk about, in no particular order but always the same.
pub fn candidates(contents: &Contents, meeting: &Meeting, now: Millis) -> Vec<Candidate> {
    let on_agenda = OnAgenda::of(contents);
    let found: Vec<Finding> = finding::now(contents, now).into_iter().filter(Finding::is_open).collect();
    let mut waiting: Vec<&Finding> = found.iter().filter(|f| !on_agenda.findings.contains(f.key.as_str())).collect();

    let mut proposals = Vec::new();
    let mut parked: HashSet<&str> = HashSet::new();
    for item in &contents.backlog_items {
        let keys: Vec<&str> = item.findings().filter(|key| parked.insert(key)).collect();
        if item.series_id.is_some() && item.series_id != meeting.series_id {
            continue;
        }
        let about: Vec<&Finding> = waiting.iter().copied().filter(|f| keys.contains(&f.key.as_str())).collect();
        let mut proposal = draft(format!("backlog:{}", item.id), Source::Backlog, &about);
        proposal.title = own(&item.title);
        proposal.why = say(
            "prepare-backlog-why",
            [("what", if item.reason.is_empty() { "none" } else { "reason" }), ("reason", &item.reason)],
        );
        proposal.seconds = item.seconds.max(60);
        proposal.least_seconds = proposal.seconds.min(300);
        proposal.objects.push(subject(item));
        proposal.backlog_id = Some(item.id.clone());
        proposal.age = days(item.created_at, now);
        proposals.push(proposal);
    }
    // What is parked about a task is the conversation about it.
    let kept: HashSet<String> = proposals.iter().flat_map(|p| &p.objects).map(|object| object.id.clone()).collect();
    waiting.retain(|finding| !parked.contains(finding.key.as_str()));
    proposals.extend(deferred(contents, meeting, now));
    let blocked: Vec<&Task> = contents
        .tasks
        .iter()
        .filter(|task| task.status == TaskStatus::Blocked && !on_agenda.tasks.contains(task.id.as_str()))
        .filter(|task| !kept.contains(task.id.as_str()))
        .filter(|task| !parked.contains(format!("blocked:{}", task.id).as_str()))
        .collect();
    proposals.extend(of_findings(contents, &waiting, &blocked, now));
    let asked: HashSet<String> =
        proposals.iter().flat_map(|p| &p.objects).filter(|o| o.table == "contract").map(|o| o.id.clone()).collect();
    proposals.extend(pulse(contents, &on_agenda, &asked, now));

    let mut proposals = once(proposals);
    let waits = Waiting::of(contents);
    for proposal in &mut proposals {
        proposal.holds = waits.for_any(&proposal.objects);
        proposal.age = proposal.age.clamp(1, AGE_MAX);
        proposal.score = proposal.holds.saturating_add(1).saturating_mul(proposal.age);
    }
    proposals
}

/// What stands on the agenda of a meeting still to be held.
struct OnAgenda<'a> {
    findings: HashSet<&'a str>,
    tasks: HashSet<&'a str>,
    contracts: HashSet<&'a str>,
}

impl<'a> OnAgenda<'a> {
    fn of(contents: &'a Contents) -> Self {
        let ahead: HashSet<&str> =
            contents.agenda_items.iter().filter(|item| is_ahead(contents, item)).map(|item| item.id.as_str()).collect();
        let links = || {
            contents.references.iter().filter(|r| r.item_id.as_ref().is_some_and(|item| ahead.contains(item.as_str())))
        };
        Self {
            findings: links().filter_map(|link| link.finding.as_deref()).collect(),
            tasks: links().filter_map(|link| link.task_id.as_ref()).map(|id| id.as_str()).collect(),
            contracts: links().filter_map(|link| link.contract_id.as_ref()).map(|id| id.as_str()).collect(),
        }
    }
}

/// Findings and blocked tasks, those together that are one conversation.
fn of_findings(contents: &Contents, found: &[&Finding], blocked: &[&Task], now: Millis) -> Vec<Candidate> {
    let contracts: HashMap<&str, &Contract> = contents.contracts.iter().map(|c| (c.id.as_str(), c)).collect();
    let blocked_ids: HashSet<&str> = blocked.iter().map(|task| task.id.as_str()).collect();
    // What has more to it than a task without a role, or a role without a holder, is talked about on its own.
    let told: HashSet<&str> = found
        .iter()
        .filter(|finding| !matches!(finding.kind, FindingKind::UnownedTask | FindingKind::VacantRole))
        .filter_map(|finding| finding.objects.first())
        .map(|main| main.id.as_str())
        .chain(blocked_ids.iter().copied())
        .collect();
    let mut groups: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in found {
        let Some(main) = finding.objects.first() else { continue };
        let what = finding.args.get("what").map_or("", String::as_str);
        let group = match (finding.kind, contracts.get(main.id.as_str())) {
            (_, Some(contract)) => {
                let (one, other) = (contract.giver_id.as_str(), contract.receiver_id.as_str());
                format!("pair:{}:{}", one.min(other), one.max(other))
            }
            (FindingKind::LooseEnd, _) if what == "overdue" => "actions".to_owned(),
            (FindingKind::UnownedTask, _) if !told.contains(main.id.as_str()) => "unowned".to_owned(),
            (FindingKind::VacantRole, _) if !told.contains(main.id.as_str()) => "vacant".to_owned(),
            _ => format!("{}:{}", main.table, main.id),
        };
        groups.entry(group).or_default().push(finding);
    }
    for task in blocked {
        groups.entry(format!("task:{}", task.id)).or_default();
    }
    let mut proposals = Vec::new();
    for (group, findings) in groups {
        if findings.is_empty() {
            proposals
                .extend(blocked.iter().filter(|task| group == format!("task:{}", task.id)).map(|t| of_blocked(t, now)));
        }
        for (at, some) in findings.chunks(TOGETHER * 2).enumerate() {
            let key = if at == 0 { group.clone() } else { format!("{group}:{at}") };
            proposals.push(of_group(contents, key, some, now));
        }
    }
    proposals
}

/// An object that two conversations would name (one of its findings is parked, a group was too large) stays with the
/// first.
fn once(mut proposals: Vec<Candidate>) -> Vec<Candidate> {
    let mut seen: HashSet<Subject> = HashSet::new();
    for proposal in &mut proposals {
        proposal.objects.retain(|object| seen.insert(object.clone()));
    }
    proposals
}

fn of_blocked(task: &Task, now: Millis) -> Candidate {
    let mut proposal = draft(format!("task:{}", task.id), Source::Blocked, &[]);
    proposal.title = say("prepare-blocked", [("number", task.number.to_string().as_str()), ("task", &task.title)]);
    proposal.why = say("prepare-blocked-why", []);
    proposal.objects.push(subject(task));
    // The key that the radar gives a task that cannot go on.
    proposal.findings.push(format!("blocked:{}", task.id));
    proposal.age = born(task.id.as_str()).map_or(1, |at| days(at, now));
    proposal
}

fn of_group(contents: &Contents, key: String, findings: &[&Finding], now: Millis) -> Candidate {
    let mut proposal = draft(key, Source::Findings, findings);
    let count = proposal.objects.len();
    let minutes = |per: i32, least: i32, most: i32| {
        i32::try_from(count).unwrap_or(most).saturating_mul(per).clamp(least, most).saturating_mul(60)
    };
    let counted = count.to_string();
    if proposal.key.starts_with("actions") {
        proposal.source = Source::Actions;
        proposal.title = say("prepare-actions", [("count", counted.as_str())]);
        proposal.why = say("prepare-actions-why", []);
        (proposal.seconds, proposal.least_seconds) = (minutes(2, 4, 15), 180);
    } else if proposal.key.starts_with("unowned") && count > 1 {
        proposal.title = say("prepare-unowned", [("count", counted.as_str())]);
        proposal.why = say("finding-unowned-task-why", []);
        (proposal.seconds, proposal.least_seconds) = (minutes(2, 5, 30), 300);
    } else if proposal.key.starts_with("vacant") && count > 1 {
        proposal.title = say("prepare-vacant", [("count", counted.as_str())]);
        proposal.why = say("finding-vacant-role-why", []);
        (proposal.seconds, proposal.least_seconds) = (minutes(3, 5, 20), 300);
    } else if proposal.key.starts_with("pair:") && count > 1 {
        let name = |at: usize| {
            let id = proposal.key.split(':').nth(at).unwrap_or_default();
            contents.roles.iter().find(|role| role.id.as_str() == id).map_or("", |role| role.name.as_str())
        };
        let said = say("prepare-pair", [("one", name(1)), ("other", name(2)), ("count", counted.as_str())]);
        proposal.title = said;
        proposal.why = say("prepare-pair-why", []);
        (proposal.seconds, proposal.least_seconds) = (minutes(3, 6, 24), 300);
    } else if let Some(first) = findings.first() {
        let kind = first.kind.name();
        proposal.title = Said { key: format!("finding-{kind}"), args: first.args.clone() };
        proposal.why = Said { key: format!("finding-{kind}-why"), args: first.args.clone() };
    }
    proposal.age = findings.iter().map(|finding| age(contents, finding, now)).max().unwrap_or(1);
    proposal
}

/// Since when a finding is open: since the day it names (due, review), the dispute, or since its object is there.
fn age(contents: &Contents, finding: &Finding, now: Millis) -> i32 {
    let zone = &contents.workshop.time_zone;
    if let Some(day) = finding.args.get("day").and_then(|day| day.parse().ok()) {
        return days(Millis::at_local(day, 0, zone), now);
    }
    let Some(main) = finding.objects.first() else { return 1 };
    let disputed = contents.contracts.iter().find(|c| c.id.as_str() == main.id).and_then(|c| c.disputed_at);
    let made = contents.outcomes.iter().find(|o| o.id.as_str() == main.id).map(|o| o.created_at);
    disputed.or(made).or_else(|| born(&main.id)).map_or(1, |at| days(at, now))
}

/// Agreed contracts that nobody was asked about for a month, unless they are to be talked about anyway.
fn pulse(contents: &Contents, on_agenda: &OnAgenda<'_>, asked: &HashSet<String>, now: Millis) -> Option<Candidate> {
    let last = |contract: &Contract| {
        contents.pulses.iter().filter(|pulse| pulse.contract_id == contract.id).map(|pulse| pulse.taken_at).max()
    };
    let agreed = |contract: &Contract| {
        let zone = &contents.workshop.time_zone;
        [contract.giver_agreed_on, contract.receiver_agreed_on]
            .into_iter()
            .flatten()
            .max()
            .map(|day| Millis::at_local(day, 0, zone))
    };
    let since: Vec<(&Contract, Millis)> = contents
        .contracts
        .iter()
        .filter(|c| c.is_revealed && c.state == ContractState::Agreed && !is_open(c))
        .filter(|c| !asked.contains(c.id.as_str()) && !on_agenda.contracts.contains(c.id.as_str()))
        .filter_map(|contract| Some((contract, last(contract).or_else(|| agreed(contract))?)))
        .filter(|(_, at)| now.0 - at.0 >= PULSE_DAYS * DAY)
        .take(TOGETHER)
        .collect();
    let oldest = since.iter().map(|(_, at)| *at).min()?;
    let mut proposal = draft("pulse".to_owned(), Source::Pulse, &[]);
    proposal.title = say("prepare-pulse", [("count", since.len().to_string().as_str())]);
    proposal.why = say("prepare-pulse-why", []);
    proposal.seconds = i32::try_from(since.len()).unwrap_or(15).clamp(3, 15) * 60;
    proposal.least_seconds = 180;
    proposal.objects = since.iter().map(|(contract, _)| subject(*contract)).collect();
    proposal.age = days(oldest, now);
    Some(proposal)
}

/// Items put off at least once that stand in another meeting of the same series that has not begun.
fn deferred(contents: &Contents, meeting: &Meeting, now: Millis) -> Vec<Candidate> {
    let times = |item: &AgendaItem| contents.deferrals.iter().filter(|deferral| deferral.item_id == item.id).count();
    let waits = |m: &Meeting| {
        m.id != meeting.id
            && m.series_id == meeting.series_id
            && !m.is_template
            && m.started_at.is_none()
            && m.status != MeetingStatus::Closed
    };
    let others: HashSet<&str> = contents.meetings.iter().filter(|m| waits(m)).map(|m| m.id.as_str()).collect();
    let items = contents.agenda_items.iter().filter(|item| others.contains(item.meeting_id.as_str()));
    items
        .filter(|item| is_ahead(contents, item) && times(item) > 0)
        .map(|item| {
            let mut proposal = draft(format!("item:{}", item.id), Source::Deferred, &[]);
            proposal.title = own(&item.title);
            proposal.why = say("prepare-deferred-why", [("count", times(item).to_string().as_str())]);
            proposal.seconds = item.seconds.max(60);
            proposal.least_seconds = if item.least_seconds > 0 { item.least_seconds } else { proposal.seconds / 2 };
            proposal.objects.push(subject(item));
            proposal.item_id = Some(item.id.clone());
            proposal.age = days(item.created_at, now);
            proposal
        })
        .collect()
}

/// A proposal about findings: their main objects, each once.
fn draft(key: String, source: Source, findings: &[&Finding]) -> Candidate {
    let mut objects: Vec<Subject> = Vec::new();
    for main in findings.iter().filter_map(|finding| finding.objects.first()) {
        if !objects.contains(main) {
            objects.push(main.clone());
        }
    }
    Candidate {
        key,
        source,
        title: own(""),
        why: own(""),
        seconds: ONE,
        least_seconds: ONE / 2,
        objects,
        findings: findings.iter().map(|finding| finding.key.clone()).collect(),
        backlog_id: None,
        item_id: None,
        holds: 0,
        age: 1,
        score: 0,
    }
}

fn subject<R: Record>(row: &R) -> Subject {
    Subject { table: R::TABLE.to_owned(), id: row.id().to_owned() }
}

/// A text of the users themselves.
fn own(title: &str) -> Said {
    say("prepare-own", [("title", title)])
}

fn say<'a>(key: &str, args: impl IntoIterator<Item = (&'a str, &'a str)>) -> Said {
    let args = args.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Said { key: key.to_owned(), args }
}

/// Whole days between a moment and now.
fn days(at: Millis, now: Millis) -> i32 {
    i32::try_from(now.0.saturating_sub(at.0) / DAY).unwrap_or(AGE_MAX).clamp(1, AGE_MAX)
}

/// When a row was made: its id is a UUIDv7, whose first 48 bits are that moment. A copied workshop starts anew.
fn born(id: &str) -> Option<Millis> {
    let digits: String = id.chars().filter(|digit| *digit != '-').collect();
    if digits.len() != 32 || digits.as_bytes().get(12) != Some(&b'7') {
        return None;
    }
    i64::from_str_radix(digits.get(..12)?, 16).ok().map(Millis)
}
