//! The radar recomputed in the most literal way, over random workshops, to check the real one.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::analysis::wording::Wording;
use crate::contract::{ContractState, Verdict};
use crate::outcome::OutcomeKind;
use crate::step::StepId;
use crate::task::{Part, TaskStatus};
use crate::testing::{NOW, library};
use crate::workshop::{Language, NewWorkshop};

const TITLES: [&str; 6] =
    ["Définir les schémas", "definir le schema", "Régler les accès", "Tester l’envoi", "tester envoi", "Choisir"];

fn title() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(&TITLES[..])
}

/// One of `count` ids with a letter before, or none.
fn some_id(letter: char, count: usize) -> impl Strategy<Value = Option<String>> {
    proptest::option::weighted(0.8, (0..count).prop_map(move |at| format!("{letter}{at}")))
}

prop_compose! {
    fn rows_with_roles()(
        tasks in proptest::collection::vec((title(), some_id('r', 4), some_id('s', 4), 0..4_usize), 0..12),
        named in proptest::collection::vec((some_id('p', 3), proptest::option::weighted(0.3, -2..3_i64)), 12),
        duties in proptest::collection::vec((title(), some_id('r', 4)), 0..6),
        holders in proptest::collection::btree_set((0..4_usize, 0..3_usize), 0..8),
        steps in proptest::collection::vec(some_id('r', 4), 4),
        step_needs in proptest::collection::btree_set((0..4_usize, 0..4_usize), 0..6),
        task_needs in proptest::collection::btree_set((0..12_usize, 0..12_usize), 0..8),
        parts in proptest::collection::btree_set((0..12_usize, 0..4_usize), 0..10),
    ) -> Value {
        let needs = |prefix: char, table: &str, edges: &BTreeSet<(usize, usize)>, most: usize| -> Vec<Value> {
            edges
                .iter()
                .filter(|(one, other)| *one < most && *other < most)
                .map(|(one, other)| {
                    let mut row = json!({"needs_id": format!("{prefix}{other}")});
                    row[format!("{table}_id")] = format!("{prefix}{one}").into();
                    row
                })
                .collect()
        };
        let status = ["todo", "doing", "blocked", "done"];
        let today = NOW.day_in("Europe/Paris");
        let day = |offset: i64| (today + chrono::Duration::days(offset)).to_string();
        json!({
            "tasks": tasks.iter().enumerate().map(|(at, (title, role, step, s))| json!({
                "id": format!("t{at}"), "number": at + 1, "title": title, "role_id": role, "step_id": step,
                "status": status[*s], "person_id": named[at].0, "due_on": named[at].1.map(day),
            })).collect::<Vec<_>>(),
            "responsibilities": duties.iter().map(|(title, role)| json!({"title": title, "role_id": role}))
                .collect::<Vec<_>>(),
            "role_holders": holders.iter().map(|(role, person)| json!({
                "role_id": format!("r{role}"), "person_id": format!("p{person}"),
            })).collect::<Vec<_>>(),
            "steps": steps.iter().enumerate().map(|(at, role)| json!({
                "id": format!("s{at}"), "title": format!("Étape {at}"), "role_id": role,
            })).collect::<Vec<_>>(),
            "step_dependencies": needs('s', "step", &step_needs, 4),
            "task_dependencies": needs('t', "task", &task_needs, tasks.len()),
            "involvements": parts.iter().filter(|(task, _)| *task < tasks.len()).map(|(task, role)| json!({
                "task_id": format!("t{task}"), "role_id": format!("r{role}"), "part": "responsible",
            })).collect::<Vec<_>>(),
        })
    }
}

prop_compose! {
    fn promises()(
        lines in proptest::collection::vec(
            ((0..4_usize, 1..4_usize), 0..3_usize, any::<(bool, bool, bool, bool)>(), -2..3_i64, any::<bool>()), 0..8),
        pulses in proptest::collection::vec((0..8_usize, 0..3_usize), 0..12),
        outcomes in proptest::collection::vec(any::<(bool, bool, bool, bool)>(), 0..6),
        due in proptest::collection::vec(proptest::option::of(-2..3_i64), 6),
        slips in proptest::collection::vec((0..4_usize, some_id('r', 4), title(), any::<bool>()), 0..10),
    ) -> Value {
        let today = NOW.day_in("Europe/Paris");
        let day = |offset: i64| (today + chrono::Duration::days(offset)).to_string();
        let verdict = ["kept", "not_kept", "not_needed"];
        json!({
            "contracts": lines.iter().enumerate().map(|(at, ((giver, by), words, (g, r, disputed, dropped), review, shown))| json!({
                "id": format!("c{at}"), "giver_id": format!("r{giver}"), "receiver_id": format!("r{}", (giver + by) % 4),
                "need": (*words != 1).then_some("Besoin"), "offer": (*words != 0).then_some("Offre"),
                "giver_agreed_on": g.then_some("2026-01-01"), "receiver_agreed_on": r.then_some("2026-01-02"),
                "disputed_at": (*disputed && *g).then_some(1), "dropped_at": (*dropped && *r && *disputed).then_some(1),
                "review_on": day(*review), "is_revealed": shown,
            })).collect::<Vec<_>>(),
            "pulses": pulses.iter().enumerate().filter(|(_, (line, _))| *line < lines.len()).map(|(at, (line, v))| json!({
                "contract_id": format!("c{}", line % 2.min(lines.len())), "verdict": verdict[*v], "taken_at": at,
            })).collect::<Vec<_>>(),
            "meetings": [{"id": "m", "title": "Réunion", "starts_at": 0, "time_zone": "UTC", "planned_minutes": 60}],
            "outcomes": outcomes.iter().enumerate().map(|(at, (is_decision, flag, owned, done))| json!({
                "id": format!("o{at}"), "meeting_id": "m", "body": format!("Texte {at}"),
                "kind": if *is_decision { "decision" } else { "action" },
                "is_action_wanted": flag, "is_private": *flag && *owned && *done,
                "decision_id": (!is_decision && at > 0 && outcomes[0].0).then_some("o0"),
                "owner_role_id": owned.then_some("r1"), "due_on": due[at].map(day), "done_at": done.then_some(5),
            })).collect::<Vec<_>>(),
            "slips": slips.iter().map(|(author, role, title, shown)| json!({
                "author_id": format!("r{author}"), "role_id": role, "title": title, "is_revealed": shown,
            })).collect::<Vec<_>>(),
        })
    }
}

/// A workshop of four roles, three people and whatever the two generators give.
fn random() -> impl Strategy<Value = Contents> {
    (rows_with_roles(), promises()).prop_map(|(rows, promises)| {
        let mut archive = json!({
            "format": "couloir", "version": 1,
            "workshop": {"id": "w", "title": "Essai", "language": "fr", "roles_per_person": 1, "tasks_per_person": 2},
            "roles": (0..4).map(|at| json!({
                "id": format!("r{at}"), "letter": (&["A", "B", "C", "D"][at]), "name": format!("Rôle {at}"), "color": "blue",
            })).collect::<Vec<_>>(),
            "people": (0..3).map(|at| json!({"id": format!("p{at}"), "name": format!("Nom {at}")})).collect::<Vec<_>>(),
        });
        for part in [rows, promises] {
            for (list, rows) in part.as_object().unwrap() {
                archive[list] = rows.clone();
            }
        }
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let mut library = library();
        let archive = archive.as_object().unwrap().clone();
        let id = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value;
        library.contents(&id).unwrap()
    })
}

/// What the findings of a kind are about, as sets of row ids.
fn found(findings: &[Finding], kind: FindingKind) -> Vec<BTreeSet<String>> {
    let tables: &[&str] = match kind {
        FindingKind::VacantRole | FindingKind::RoleWithoutDuty => &["role"],
        FindingKind::OverloadedPerson => &["person"],
        FindingKind::LooseEnd => &["outcome", "task"],
        FindingKind::PerceptionGap => &["slip"],
        FindingKind::DependencyCycle => &["step", "task"],
        FindingKind::Overlap => &["task", "responsibility"],
        FindingKind::UnownedTask | FindingKind::Blocked => &["task"],
        _ => &["contract", "task"],
    };
    let of = |finding: &Finding| {
        let subjects = finding.objects.iter().filter(|subject| tables.contains(&subject.table.as_str()));
        let ids: Vec<String> = subjects.map(|subject| subject.id.clone()).collect();
        // The prerequisites of a blocked task are named too, but it is about the task.
        if kind == FindingKind::Blocked { ids.into_iter().take(1).collect() } else { ids.into_iter().collect() }
    };
    let mut sets: Vec<BTreeSet<String>> = findings.iter().filter(|f| f.kind == kind).map(of).collect();
    sets.sort();
    sets
}

fn sets(ids: impl IntoIterator<Item = impl IntoIterator<Item = impl ToString>>) -> Vec<BTreeSet<String>> {
    let mut sets: Vec<BTreeSet<String>> =
        ids.into_iter().map(|set| set.into_iter().map(|id| id.to_string()).collect()).collect();
    sets.sort();
    sets
}

/// Joins pairs into groups until nothing changes.
fn joined(pairs: Vec<(String, String)>) -> Vec<BTreeSet<String>> {
    let mut groups: Vec<BTreeSet<String>> = pairs.into_iter().map(|(a, b)| [a, b].into()).collect();
    loop {
        let meet = (0..groups.len())
            .flat_map(|a| (a + 1..groups.len()).map(move |b| (a, b)))
            .find(|(a, b)| !groups[*a].is_disjoint(&groups[*b]));
        let Some((a, b)) = meet else { break };
        let other = groups.remove(b);
        groups[a].extend(other);
    }
    groups.sort();
    groups
}

/// Whether a chain of edges leads from one node to another, at least one edge long.
fn leads(edges: &[(String, String)], from: &str, to: &str) -> bool {
    let mut reached: BTreeSet<&str> = BTreeSet::from([from]);
    loop {
        let next: BTreeSet<&str> =
            edges.iter().filter(|(a, _)| reached.contains(a.as_str())).map(|(_, b)| b.as_str()).collect();
        if next.contains(to) {
            return true;
        }
        let before = reached.len();
        reached.extend(next);
        if reached.len() == before {
            return false;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn the_radar_finds_exactly_what_reading_everything_finds(c in random()) {
        let today = NOW.day_in("Europe/Paris");
        let radar = findings(&c, today);
        let keys: BTreeSet<&str> = radar.iter().map(|finding| finding.key.as_str()).collect();
        prop_assert_eq!(keys.len(), radar.len(), "a key stands for one finding");
        prop_assert!(radar.is_sorted_by_key(|finding| finding.kind));

        let unowned = c.tasks.iter().filter(|t| t.role_id.is_none()).map(|t| [&t.id]);
        prop_assert_eq!(found(&radar, FindingKind::UnownedTask), sets(unowned));

        let vacant = c.roles.iter().filter(|r| c.role_holders.iter().all(|h| h.role_id != r.id)).map(|r| [&r.id]);
        prop_assert_eq!(found(&radar, FindingKind::VacantRole), sets(vacant));

        let idle = c.roles.iter().filter(|r| {
            c.responsibilities.iter().all(|d| d.role_id.as_ref() != Some(&r.id))
                || c.tasks.iter().all(|t| t.role_id.as_ref() != Some(&r.id))
        });
        prop_assert_eq!(found(&radar, FindingKind::RoleWithoutDuty), sets(idle.map(|r| [&r.id])));

        let heavy = c.people.iter().filter(|p| {
            let roles: Vec<_> = c.role_holders.iter().filter(|h| h.person_id == p.id).map(|h| &h.role_id).collect();
            let open = c.tasks.iter().filter(|t| t.status != TaskStatus::Done);
            let tasks = open.filter(|t| match &t.person_id {
                Some(person) => *person == p.id,
                None => t.role_id.as_ref().is_some_and(|r| roles.contains(&r)),
            }).count();
            roles.len() > 1 || tasks > 2
        });
        prop_assert_eq!(found(&radar, FindingKind::OverloadedPerson), sets(heavy.map(|p| [&p.id])));

        // Overlap: three sources.
        let mut overlaps = Vec::new();
        let mut pairs = Vec::new();
        for (at, one) in c.tasks.iter().enumerate() {
            for other in &c.tasks[at + 1..] {
                if one.role_id.is_some() && other.role_id.is_some() && one.role_id != other.role_id
                    && Wording::of(&one.title).is_near(&Wording::of(&other.title)) {
                    pairs.push((one.id.0.clone(), other.id.0.clone()));
                }
            }
        }
        overlaps.extend(joined(pairs));
        let mut pairs = Vec::new();
        for (at, one) in c.responsibilities.iter().enumerate() {
            for other in &c.responsibilities[at + 1..] {
                if one.role_id.is_some() && other.role_id.is_some() && one.role_id != other.role_id
                    && Wording::of(&one.title).is_near(&Wording::of(&other.title)) {
                    pairs.push((one.id.0.clone(), other.id.0.clone()));
                }
            }
        }
        overlaps.extend(joined(pairs));
        for task in &c.tasks {
            let roles: Vec<_> = c.involvements.iter()
                .filter(|i| i.task_id == task.id && i.part == Part::Responsible && task.role_id.as_ref() != Some(&i.role_id))
                .map(|i| &i.role_id).collect();
            let agree = |a, b| c.contracts.iter().any(|l| l.state == ContractState::Agreed
                && ((&l.giver_id == a && &l.receiver_id == b) || (&l.giver_id == b && &l.receiver_id == a)));
            if roles.iter().any(|a| roles.iter().any(|b| a != b && !agree(*a, *b))) {
                overlaps.push([task.id.0.clone()].into());
            }
        }
        overlaps.sort();
        prop_assert_eq!(found(&radar, FindingKind::Overlap), overlaps);

        // Contracts.
        let shown: Vec<_> = c.contracts.iter().filter(|l| l.is_revealed && l.dropped_at.is_none()).collect();
        for (kind, state) in [
            (FindingKind::NeedWithoutOffer, ContractState::Asked),
            (FindingKind::OfferWithoutNeed, ContractState::Offered),
            (FindingKind::UnconfirmedContract, ContractState::Matched),
            (FindingKind::DisputedContract, ContractState::Disputed),
        ] {
            let lines = shown.iter().filter(|l| l.state == state).map(|l| [&l.id]);
            prop_assert_eq!(found(&radar, kind), sets(lines));
        }
        let late = shown.iter().filter(|l| l.review_on.is_some_and(|day| day < today)).map(|l| [&l.id]);
        prop_assert_eq!(found(&radar, FindingKind::OverdueReview), sets(late));
        let broken = shown.iter().filter(|l| {
            let mut answers: Vec<_> = c.pulses.iter()
                .filter(|p| p.contract_id == l.id && p.verdict != Verdict::NotNeeded).collect();
            answers.sort_by_key(|p| -p.taken_at.0);
            answers.len() >= 3 && answers[..3].iter().all(|p| p.verdict == Verdict::NotKept)
        });
        prop_assert_eq!(found(&radar, FindingKind::ContractNotKept), sets(broken.map(|l| [&l.id])));

        // Order.
        let blocked = c.tasks.iter().filter(|t| t.status == TaskStatus::Doing && c.task_dependencies.iter().any(|d| {
            d.task_id == t.id && c.tasks.iter().any(|n| n.id == d.needs_id && n.status != TaskStatus::Done)
        }));
        prop_assert_eq!(found(&radar, FindingKind::Blocked), sets(blocked.map(|t| [&t.id])));
        let step_edges: Vec<(String, String)> =
            c.step_dependencies.iter().map(|d| (d.needs_id.0.clone(), d.step_id.0.clone())).collect();
        let later = |one: &StepId, other: &StepId| {
            one != other && leads(&step_edges, &other.0, &one.0) && !leads(&step_edges, &one.0, &other.0)
        };
        let led = |role| c.steps.iter().filter(|s| s.role_id.as_ref() == Some(role)).map(|s| s.id.clone()).collect::<Vec<_>>();
        let mut against: Vec<BTreeSet<String>> = Vec::new();
        for line in &shown {
            let (giving, receiving) = (led(&line.giver_id), led(&line.receiver_id));
            if !giving.is_empty() && !receiving.is_empty() && giving.iter().all(|g| receiving.iter().all(|r| later(g, r))) {
                against.push([line.id.0.clone()].into());
            }
        }
        for d in &c.task_dependencies {
            let step = |id| c.tasks.iter().find(|t| &t.id == id).and_then(|t| t.step_id.clone());
            if let (Some(needed), Some(own)) = (step(&d.needs_id), step(&d.task_id)) && later(&needed, &own) {
                against.push([d.task_id.0.clone(), d.needs_id.0.clone()].into());
            }
        }
        against.sort();
        prop_assert_eq!(found(&radar, FindingKind::AgainstSequence), against);

        // Cycles: one in each knot, and it is a real one, and none is shorter.
        let task_edges: Vec<(String, String)> =
            c.task_dependencies.iter().map(|d| (d.needs_id.0.clone(), d.task_id.0.clone())).collect();
        for (what, table, edges) in [("step", "step", &step_edges), ("task", "task", &task_edges)] {
            let cycles: Vec<Vec<&str>> = radar.iter()
                .filter(|f| f.kind == FindingKind::DependencyCycle && f.args["what"] == what)
                .map(|f| f.objects.iter().filter(|o| o.table == table).map(|o| o.id.as_str()).collect()).collect();
            let knotted: BTreeSet<&str> =
                edges.iter().flat_map(|(a, b)| [a.as_str(), b.as_str()]).filter(|id| leads(edges, id, id)).collect();
            let mut covered = BTreeSet::new();
            for cycle in &cycles {
                for (at, from) in cycle.iter().enumerate() {
                    let to = cycle[(at + 1) % cycle.len()];
                    prop_assert!(edges.iter().any(|(a, b)| a == from && b == to));
                }
                let knot: BTreeSet<&str> = knotted.iter().copied()
                    .filter(|id| *id == cycle[0] || (leads(edges, id, cycle[0]) && leads(edges, cycle[0], id))).collect();
                let within: Vec<_> = edges.iter()
                    .filter(|(a, b)| knot.contains(a.as_str()) && knot.contains(b.as_str())).collect();
                let has_shorter = (1..cycle.len()).any(|length| knot.iter().any(|start| {
                    let mut at: BTreeSet<&str> = BTreeSet::from([*start]);
                    for _ in 0..length {
                        at = within.iter().filter(|(a, _)| at.contains(a.as_str())).map(|(_, b)| b.as_str()).collect();
                    }
                    at.contains(start)
                }));
                prop_assert!(!has_shorter, "{:?} is not the shortest", cycle);
                covered.extend(knot);
            }
            prop_assert_eq!(covered, knotted);
        }

        // Loose ends.
        let mut loose = Vec::new();
        for o in c.outcomes.iter().filter(|o| !o.is_private) {
            let is_followed = c.outcomes.iter()
                .any(|a| a.kind == OutcomeKind::Action && a.decision_id.as_ref() == Some(&o.id));
            let is_open = o.kind == OutcomeKind::Action && o.done_at.is_none();
            for lack in [
                o.kind == OutcomeKind::Decision && o.is_action_wanted && !is_followed,
                is_open && o.owner_role_id.is_none() && o.owner_person_id.is_none(),
                is_open && o.due_on.is_none(),
                is_open && o.due_on.is_some_and(|day| day < today),
            ] {
                if lack {
                    loose.push([o.id.0.clone()].into());
                }
            }
        }
        for task in c.tasks.iter().filter(|t| t.status != TaskStatus::Done && t.due_on.is_some_and(|day| day < today)) {
            let is_said = c.outcomes.iter().any(|o| !o.is_private && o.task_id.as_ref() == Some(&task.id)
                && o.done_at.is_none() && o.due_on.is_some_and(|day| day < today));
            if !is_said {
                loose.push([task.id.0.clone()].into());
            }
        }
        loose.sort();
        prop_assert_eq!(found(&radar, FindingKind::LooseEnd), loose);

        // Perception.
        let seen: Vec<_> = c.slips.iter().filter(|s| s.is_revealed).collect();
        let authors: BTreeSet<_> = seen.iter().map(|s| &s.author_id).collect();
        let mut groups: Vec<BTreeSet<String>> = Vec::new();
        if authors.len() > 1 {
            let about: Vec<_> = seen.iter().filter(|s| s.role_id.is_some()).collect();
            let pairs = about.iter().flat_map(|a| about.iter().map(move |b| (a, b)))
                .filter(|(a, b)| a.role_id == b.role_id && Wording::of(&a.title).is_near(&Wording::of(&b.title)))
                .map(|(a, b)| (a.id.0.clone(), b.id.0.clone())).collect();
            for group in joined(pairs) {
                let slips: Vec<_> = about.iter().filter(|s| group.contains(&s.id.0)).collect();
                let role = slips[0].role_id.clone().unwrap();
                let own = slips.iter().any(|s| s.author_id == role);
                let others = slips.iter().any(|s| s.author_id != role);
                let on_card = c.responsibilities.iter().any(|d| d.role_id.as_ref() == Some(&role)
                    && slips.iter().any(|s| Wording::of(&d.title).is_near(&Wording::of(&s.title))));
                if (own && !others) || (others && !own && !on_card) {
                    groups.push(group);
                }
            }
        }
        groups.sort();
        prop_assert_eq!(found(&radar, FindingKind::PerceptionGap), groups);
    }
}
