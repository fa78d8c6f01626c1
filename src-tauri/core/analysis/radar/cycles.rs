//! Dependency cycle: steps or tasks that wait for each other. The shortest circle of each knot is shown.

use super::finding::{Draft, Finding, FindingKind};
use super::index::Index;
use crate::analysis::sequence::graph::Needs;
use crate::step::StepId;
use crate::task::TaskId;
use crate::{Contents, Record};

/// One finding a knot of steps or of tasks.
pub(super) fn cycles(contents: &Contents, index: &Index<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for circle in Needs::of_steps(contents).shortest_cycles() {
        let steps: Vec<_> = circle.iter().filter_map(|id| index.step(&StepId::from(*id))).collect();
        findings.push(finding("step", &steps, |step| step.title.clone()));
    }
    for circle in Needs::of_tasks(contents).shortest_cycles() {
        let tasks: Vec<_> = circle.iter().filter_map(|id| index.task(&TaskId::from(*id))).collect();
        findings.push(finding("task", &tasks, |task| task.number.to_string()));
    }
    findings
}

fn finding<R: Record>(what: &str, circle: &[&R], name: impl Fn(&R) -> String) -> Finding {
    let mut draft = Draft::new(FindingKind::DependencyCycle).what(what);
    for row in circle {
        draft = draft.about(*row);
    }
    let names: Vec<String> = circle.iter().chain(circle.first()).map(|row| name(row)).collect();
    draft.saying("path", names.join(" → ")).finding()
}
