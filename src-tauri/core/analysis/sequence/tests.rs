#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::testing::library;
use crate::workshop::{Language, NewWorkshop};

/// A workshop with steps `(tasks, done)` and `(step, needs)` dependencies; role *n* leads step *n* mod 3.
fn with_steps(steps: &[(usize, usize)], needs: &BTreeSet<(usize, usize)>) -> Contents {
    let tasks: Vec<_> = steps
        .iter()
        .enumerate()
        .flat_map(|(step, (count, done))| (0..*count).map(move |at| (step, at < *done)))
        .enumerate()
        .map(|(number, (step, done))| {
            json!({"number": number + 1, "title": "Tâche", "step_id": format!("s{step}"),
                   "status": if done { "done" } else { "todo" }})
        })
        .collect();
    let archive = json!({
        "format": "couloir", "version": 1,
        "workshop": {"id": "w", "title": "Essai", "language": "fr"},
        "roles": (0..3).map(|at| json!({"id": format!("r{at}"), "letter": "A", "name": "Rôle", "color": "blue"})).collect::<Vec<_>>(),
        "steps": (0..steps.len()).map(|at| json!({"id": format!("s{at}"), "title": format!("{at}"), "role_id": format!("r{}", at % 3)})).collect::<Vec<_>>(),
        "step_dependencies": needs.iter().map(|(step, needed)| json!({
            "step_id": format!("s{step}"), "needs_id": format!("s{needed}"),
        })).collect::<Vec<_>>(),
        "tasks": tasks,
    });
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "UTC".to_owned() };
    let mut library = library();
    let id = library.workshop_from_archive(archive.as_object().unwrap().clone(), &new, |_, _| Ok(())).unwrap().value;
    library.contents(&id).unwrap()
}

#[test]
fn branches_stand_side_by_side_and_the_heaviest_is_critical() {
    // 0 → 1 → 3 and 0 → 2 → 3, branch 2 with more tasks.
    let contents = with_steps(&[(2, 2), (1, 0), (3, 1), (0, 0)], &[(1, 0), (2, 0), (3, 1), (3, 2)].into());
    let sequence = sequence(&contents);
    let columns: Vec<u32> = sequence.steps.iter().map(|step| step.slot.column).collect();
    assert_eq!(columns, [0, 1, 1, 2]);
    assert_eq!((sequence.columns, sequence.rows), (3, 2));
    assert_ne!(sequence.steps[1].slot.row, sequence.steps[2].slot.row);
    let critical: Vec<bool> = sequence.steps.iter().map(|step| step.is_critical).collect();
    assert_eq!((critical, sequence.critical_weight), (vec![true, false, true, true], 5));
    let lights: Vec<Readiness> = sequence.steps.iter().map(|step| step.readiness).collect();
    assert_eq!(lights, [Readiness::Done, Readiness::CanStart, Readiness::CanStart, Readiness::Waiting]);
    assert_eq!(sequence.steps[3].waits.len(), 2);
    assert_eq!(sequence.steps[2].tasks_done, 1);
    // Role 0 leads the first step, which is done, and the last, which waits for roles 1 and 2.
    assert_eq!(sequence.roles[0].readiness, Readiness::Waiting);
    assert_eq!(sequence.roles[0].waits.len(), 2);
}

#[test]
fn a_long_arrow_has_a_slot_of_its_own_in_each_column_it_passes() {
    let contents = with_steps(&[(1, 0); 3], &[(1, 0), (2, 1), (2, 0)].into());
    let sequence = sequence(&contents);
    let long = sequence.arrows.iter().find(|arrow| !arrow.through.is_empty()).unwrap();
    assert_eq!((long.through.len(), long.through[0].column), (1, 1));
    assert!(sequence.steps.iter().all(|step| step.slot != long.through[0]));
}

#[test]
fn a_step_without_tasks_is_waited_for_and_counts_no_task() {
    let contents = with_steps(&[(0, 0), (0, 0), (1, 0)], &[(1, 0), (2, 1)].into());
    let sequence = sequence(&contents);
    let lights: Vec<Readiness> = sequence.steps.iter().map(|step| step.readiness).collect();
    assert_eq!(lights, [Readiness::CanStart, Readiness::Waiting, Readiness::Waiting]);
    assert_eq!((sequence.critical.len(), sequence.critical_weight), (3, 1));
}

#[test]
fn nothing_gives_nothing_to_draw() {
    let sequence = sequence(&with_steps(&[], &BTreeSet::new()));
    assert_eq!((sequence.columns, sequence.rows, sequence.steps.len()), (0, 0, 0));
}

/// Tasks and how many of them are done.
type Steps = Vec<(usize, usize)>;
/// Pairs of a step and what it needs.
type Edges = BTreeSet<(usize, usize)>;

/// Steps with their tasks, and arrows in any direction.
fn any_graph() -> impl Strategy<Value = (Steps, Edges)> {
    (1..7_usize).prop_flat_map(|count| {
        (
            proptest::collection::vec((0..4_usize, 0..4_usize), count),
            proptest::collection::btree_set((0..count, 0..count), 0..10),
        )
    })
}

/// Weight of the heaviest path that begins at a step, by trying all of them.
fn heaviest_from(step: usize, weights: &[usize], arrows: &[(usize, usize)]) -> usize {
    let next = arrows.iter().filter(|(from, _)| *from == step);
    weights[step] + next.map(|(_, to)| heaviest_from(*to, weights, arrows)).max().unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn columns_path_and_lights_agree_with_brute_force((steps, needs) in any_graph()) {
        let contents = with_steps(&steps, &needs);
        let sequence = sequence(&contents);
        let at = |id: &StepId| contents.steps.iter().position(|step| step.id == *id).unwrap();
        let forward: Vec<(usize, usize)> =
            sequence.arrows.iter().filter(|a| !a.closes_cycle).map(|a| (at(&a.from), at(&a.to))).collect();
        prop_assert_eq!(sequence.arrows.len(), needs.len());

        // Arrows that close no circle point right, by exactly the longest chain; only circles have others.
        for (step, view) in sequence.steps.iter().enumerate() {
            let column = forward.iter().filter(|(_, to)| *to == step)
                .map(|(from, _)| sequence.steps[*from].slot.column + 1).max().unwrap_or(0);
            prop_assert_eq!(view.slot.column, column);
        }
        let graph = petgraph::graph::DiGraph::<(), ()>::from_edges(
            needs.iter().map(|(step, needed)| (u32::try_from(*needed).unwrap(), u32::try_from(*step).unwrap())));
        let is_circular = petgraph::algo::is_cyclic_directed(&graph);
        prop_assert_eq!(sequence.arrows.iter().any(|arrow| arrow.closes_cycle), is_circular);

        // No two things in one slot.
        let mut slots: Vec<(u32, u32)> = sequence.steps.iter().map(|step| step.slot)
            .chain(sequence.arrows.iter().flat_map(|arrow| arrow.through.clone()))
            .map(|slot| (slot.column, slot.row)).collect();
        let all = slots.len();
        slots.sort_unstable();
        slots.dedup();
        prop_assert_eq!(slots.len(), all);

        // The critical path is a path and the heaviest one.
        let weights: Vec<usize> = steps.iter().map(|(tasks, _)| *tasks).collect();
        let heaviest = (0..steps.len()).map(|step| heaviest_from(step, &weights, &forward)).max().unwrap();
        let path: Vec<usize> = sequence.critical.iter().map(at).collect();
        if path.is_empty() {
            // A single step with as many tasks is no path.
            prop_assert!(forward.is_empty() || weights.contains(&heaviest));
        } else {
            prop_assert!(path.windows(2).all(|pair| forward.contains(&(pair[0], pair[1]))));
            prop_assert_eq!(path.iter().map(|step| weights[*step]).sum::<usize>(), heaviest);
            prop_assert_eq!(sequence.critical_weight as usize, heaviest);
        }

        // Lights: a step is done when it has tasks and all are done; only then do others start.
        let is_done = |step: usize| steps[step].0 > 0 && steps[step].1 >= steps[step].0;
        for (step, view) in sequence.steps.iter().enumerate() {
            let open: Vec<usize> = needs.iter().filter(|(s, _)| *s == step).map(|(_, needed)| *needed)
                .filter(|needed| !is_done(*needed)).collect();
            let expected = if is_done(step) { Readiness::Done }
                else if open.is_empty() { Readiness::CanStart } else { Readiness::Waiting };
            prop_assert_eq!(view.readiness, expected);
            if expected == Readiness::Waiting {
                let mut waits: Vec<usize> = view.waits.iter().map(|wait| at(&wait.step_id)).collect();
                waits.sort_unstable();
                prop_assert_eq!(waits, open);
            }
        }
    }
}
