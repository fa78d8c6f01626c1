//! What waits for what, across tasks, steps, contracts and roles.
//!
//! A task waits for the tasks it needs and for the steps before its own; a step for its own tasks and the steps it
//! needs; the open tasks of a role for what is promised to it; contracts and tasks of a role for someone to hold it.
//! What is done, agreed or dropped waits for nothing.

use std::collections::{HashMap, HashSet};

use crate::Contents;
use crate::analysis::radar::Subject;
use crate::contract::{Contract, ContractState};
use crate::task::TaskStatus;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Node<'a> {
    Task(&'a str),
    Step(&'a str),
    Contract(&'a str),
    Role(&'a str),
    /// The open tasks of a role, and of a step: they keep the graph as small as the workshop.
    WorkOf(&'a str),
    WorkIn(&'a str),
}

/// For each thing, what waits for it directly.
pub(super) struct Waiting<'a> {
    by: HashMap<Node<'a>, Vec<Node<'a>>>,
    held: HashMap<&'a str, Vec<&'a str>>,
}

/// Whether a line still has to be settled.
pub(super) fn is_open(contract: &Contract) -> bool {
    contract.is_revealed && !matches!(contract.state, ContractState::Agreed | ContractState::Dropped)
}

impl<'a> Waiting<'a> {
    pub fn of(contents: &'a Contents) -> Self {
        let mut by: HashMap<Node<'a>, Vec<Node<'a>>> = HashMap::new();
        let mut waits = |for_this: Node<'a>, who: Node<'a>| by.entry(for_this).or_default().push(who);
        let open: HashMap<&str, _> = contents
            .tasks
            .iter()
            .filter(|task| task.status != TaskStatus::Done)
            .map(|task| (task.id.as_str(), task))
            .collect();
        for task in contents.tasks.iter().filter(|task| open.contains_key(task.id.as_str())) {
            let node = Node::Task(task.id.as_str());
            if let Some(step) = &task.step_id {
                waits(node, Node::Step(step.as_str()));
                waits(Node::WorkIn(step.as_str()), node);
            }
            if let Some(role) = &task.role_id {
                waits(Node::WorkOf(role.as_str()), node);
            }
        }
        for dependency in &contents.task_dependencies {
            if open.contains_key(dependency.task_id.as_str()) {
                waits(Node::Task(dependency.needs_id.as_str()), Node::Task(dependency.task_id.as_str()));
            }
        }
        for dependency in &contents.step_dependencies {
            let needed = Node::Step(dependency.needs_id.as_str());
            let step = dependency.step_id.as_str();
            let mut tasks = contents.tasks.iter().filter(|task| task.step_id.as_ref() == Some(&dependency.step_id));
            // A step without tasks is never done.
            let first = tasks.next();
            if first.is_none() || first.into_iter().chain(tasks).any(|task| task.status != TaskStatus::Done) {
                waits(needed, Node::Step(step));
                waits(needed, Node::WorkIn(step));
            }
        }
        for contract in contents.contracts.iter().filter(|contract| is_open(contract)) {
            let node = Node::Contract(contract.id.as_str());
            waits(node, Node::WorkOf(contract.receiver_id.as_str()));
            waits(Node::Role(contract.giver_id.as_str()), node);
            waits(Node::Role(contract.receiver_id.as_str()), node);
        }
        for role in &contents.roles {
            waits(Node::Role(role.id.as_str()), Node::WorkOf(role.id.as_str()));
        }
        let mut held: HashMap<&str, Vec<&str>> = HashMap::new();
        for holder in &contents.role_holders {
            held.entry(holder.person_id.as_str()).or_default().push(holder.role_id.as_str());
        }
        Self { by, held }
    }

    /// How many open tasks, steps and contracts wait for any of these objects, themselves left out.
    pub fn for_any(&self, objects: &'a [Subject]) -> i32 {
        let mut seen: HashSet<Node<'_>> = HashSet::new();
        let mut ahead: Vec<Node<'_>> = Vec::new();
        for object in objects {
            let id = object.id.as_str();
            match object.table.as_str() {
                "task" => ahead.push(Node::Task(id)),
                "step" => ahead.push(Node::Step(id)),
                "contract" => ahead.push(Node::Contract(id)),
                "role" => ahead.push(Node::Role(id)),
                "person" => ahead.extend(self.held.get(id).into_iter().flatten().map(|role| Node::Role(role))),
                _ => {}
            }
        }
        seen.extend(ahead.iter().copied());
        let own = seen.iter().filter(|node| counts(node)).count();
        while let Some(node) = ahead.pop() {
            for next in self.by.get(&node).into_iter().flatten() {
                if seen.insert(*next) {
                    ahead.push(*next);
                }
            }
        }
        let all = seen.iter().filter(|node| counts(node)).count();
        i32::try_from(all - own).unwrap_or(i32::MAX)
    }
}

fn counts(node: &Node<'_>) -> bool {
    matches!(node, Node::Task(_) | Node::Step(_) | Node::Contract(_))
}
