//! Rows by id, looked up once for all conditions.

use std::collections::HashMap;

use crate::Contents;
use crate::role::{Role, RoleId};
use crate::step::{Step, StepId};
use crate::task::{Task, TaskId};

/// Rows of a workshop by id.
pub(super) struct Index<'a> {
    roles: HashMap<&'a str, &'a Role>,
    tasks: HashMap<&'a str, &'a Task>,
    steps: HashMap<&'a str, &'a Step>,
}

impl<'a> Index<'a> {
    pub fn of(contents: &'a Contents) -> Self {
        Self {
            roles: contents.roles.iter().map(|role| (role.id.as_str(), role)).collect(),
            tasks: contents.tasks.iter().map(|task| (task.id.as_str(), task)).collect(),
            steps: contents.steps.iter().map(|step| (step.id.as_str(), step)).collect(),
        }
    }

    pub fn role(&self, id: &RoleId) -> Option<&'a Role> {
        self.roles.get(id.as_str()).copied()
    }

    pub fn task(&self, id: &TaskId) -> Option<&'a Task> {
        self.tasks.get(id.as_str()).copied()
    }

    pub fn step(&self, id: &StepId) -> Option<&'a Step> {
        self.steps.get(id.as_str()).copied()
    }

    /// The name of a role; empty for one that is gone.
    pub fn role_name(&self, id: &RoleId) -> &'a str {
        self.role(id).map_or("", |role| role.name.as_str())
    }
}
