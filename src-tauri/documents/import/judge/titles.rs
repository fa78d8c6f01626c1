//! Columns that their titles tell, with what stands beside them.

use super::super::columns::Meaning;
use super::super::words::{Cell, Certainty, Title, cell, folded, is_status};
use super::{Column, Found};

impl Found<'_> {
    /// Titles that say what they are, whatever stands beside them.
    pub(super) fn known(&mut self) {
        // Of two columns titled as tasks the one that tells the rows apart names them, the other groups them.
        let titled: Vec<usize> = self
            .free()
            .into_iter()
            .filter(|at| self.columns[*at].means(&Meaning::Task) && self.columns[*at].is_sure())
            .collect();
        // "Task 1, 2, 3" beside the goal of each: the column counts, it does not name.
        let (counted, titled): (Vec<usize>, Vec<usize>) =
            titled.into_iter().partition(|at| self.columns[*at].mostly(is_whole));
        for at in &counted {
            let is_number = !self.has(&Meaning::Number)
                && self.columns[*at].different() == self.columns[*at].cells.len()
                && folded(self.columns[*at].title).starts_with("task");
            self.taken[*at] = Some(if is_number { Meaning::Number } else { Meaning::Kept });
        }
        self.is_counted = !counted.is_empty();
        if let Some(best) = titled.iter().copied().max_by_key(|at| (self.columns[*at].different(), usize::MAX - at)) {
            self.taken[best] = Some(Meaning::Task);
            for at in titled.into_iter().filter(|at| *at < best) {
                let column = &self.columns[at];
                let is_group =
                    column.different() * 10 <= column.cells.len() * 8 || column.cells.len() * 10 <= self.rows * 8;
                if is_group && !self.has(&Meaning::Step) {
                    self.taken[at] = Some(Meaning::Step);
                }
            }
        }
        for at in self.free() {
            let column = &self.columns[at];
            let Some((Title::Means(meaning), certainty)) = &column.known else { continue };
            let meaning = match meaning {
                // These wait: a longer title may say something else, and other columns may say it better.
                Meaning::Task | Meaning::Role if *certainty == Certainty::Contains => continue,
                Meaning::Role | Meaning::Step => continue,
                Meaning::Mandate | Meaning::Responsibility | Meaning::Person if *certainty == Certainty::Contains => {
                    continue;
                }
                // "Consulted" alone, without a column of owners in letters, is somebody with no more part than that.
                Meaning::Letters if !column.is_empty() && !column.mostly(is_lettered) => continue,
                Meaning::Number if column.mostly(is_reference) => Meaning::Left,
                Meaning::Number if !column.mostly(|text| text.chars().count() <= 24) && !column.is_empty() => {
                    Meaning::Left
                }
                Meaning::Status if column.mostly(|text| text.parse::<f64>().is_ok()) => Meaning::Kept,
                Meaning::Task if self.has(&Meaning::Task) => continue,
                other => other.clone(),
            };
            if meaning.may_repeat() || !self.has(&meaning) {
                self.taken[at] = Some(meaning);
            }
        }
        for at in self.free() {
            let meaning = match &self.columns[at].known {
                Some((Title::Outline, _)) if !self.has(&Meaning::Number) && self.columns[at].mostly(is_whole) => {
                    Meaning::Number
                }
                Some((Title::Outline, _)) => Meaning::Kept,
                Some((Title::Percent, _)) if !self.has(&Meaning::Status) => Meaning::Status,
                Some((Title::Useless, certainty)) if *certainty > Certainty::Contains => Meaning::Left,
                _ => continue,
            };
            self.taken[at] = Some(meaning);
        }
        // "List", "Column", "Section": statuses where most cells are some, else steps.
        for at in self.free() {
            let column = &self.columns[at];
            if !column.means(&Meaning::Step) {
                continue;
            }
            if column.mostly(is_status) {
                let before = self.taken.iter().position(|taken| taken.as_ref() == Some(&Meaning::Status));
                if let Some(before) = before {
                    // "Status: open" beside "Column: Work in progress": the column says more.
                    self.taken[before] = Some(if self.has(&Meaning::Done) { Meaning::Kept } else { Meaning::Done });
                }
                self.taken[at] = Some(Meaning::Status);
            } else if !self.has(&Meaning::Step) && column.is_sure() {
                self.taken[at] = Some(Meaning::Step);
            }
        }
    }

    /// "Name" is a task's beside an owner, a role's beside its mandate, a person's beside an address.
    pub(super) fn names(&mut self) {
        let is_open = |title: &Title| self.columns.iter().any(|column| column.is(title));
        let has_role = self.columns.iter().any(|column| column.means(&Meaning::Role) && column.is_sure());
        let is_of_task = is_open(&Title::Owner)
            || is_open(&Title::Percent)
            || self.is_raci()
            || [Meaning::Status, Meaning::Done, Meaning::Due, Meaning::Needs, Meaning::Assignee]
                .iter()
                .any(|m| self.has(m));
        let is_of_person = [Meaning::Email, Meaning::Organisation, Meaning::Person].iter().any(|m| self.has(m));
        let is_of_role =
            [Meaning::Mandate, Meaning::Responsibility, Meaning::Skills, Meaning::Holders, Meaning::Letter]
                .iter()
                .any(|m| self.has(m));
        for at in self.free() {
            if !self.columns[at].is(&Title::Name) {
                continue;
            }
            let meaning = if self.has(&Meaning::Task) {
                // Beside a task it is whose it is, unless somebody else is said to be.
                if is_open(&Title::Owner) || has_role || self.is_raci() { Meaning::Assignee } else { Meaning::Role }
            } else if is_of_person && !is_of_task || has_role && !is_of_task && !is_of_role {
                Meaning::Person
            } else if is_of_task {
                Meaning::Task
            } else if is_of_role && !has_role {
                Meaning::Role
            } else if has_role {
                Meaning::Person
            } else {
                continue;
            };
            if meaning.may_repeat() || !self.has(&meaning) {
                self.taken[at] = Some(meaning);
            }
        }
    }

    /// Whose a task is: the column that says so, never one that only stands there.
    pub(super) fn owners(&mut self) {
        let free = self.free();
        let strong = |at: &usize| {
            let words = folded(self.columns[*at].title);
            ["rol", "ruolo", "papel", "function", "fonction", "funktion", "funcion", "funzione", "funcao", "functie"]
                .iter()
                .any(|begin| words.contains(begin))
        };
        let roles: Vec<usize> = free
            .iter()
            .copied()
            .filter(|at| self.columns[*at].means(&Meaning::Role) && self.columns[*at].is_sure())
            .collect();
        let owners: Vec<usize> = free.iter().copied().filter(|at| self.columns[*at].is(&Title::Owner)).collect();
        let sure: Vec<usize> = owners.iter().copied().filter(|at| self.columns[*at].is_sure()).collect();
        let role = roles.iter().copied().find(strong).or(if sure.is_empty() { roles.first().copied() } else { None });
        if let (Some(at), false) = (role, self.has(&Meaning::Role)) {
            self.taken[at] = Some(Meaning::Role);
        }
        // "Person", "Members" beside a task: whose it is, unless a role or an owner is said.
        if let Some(person) = self.taken.iter().position(|taken| taken.as_ref() == Some(&Meaning::Person))
            && self.has(&Meaning::Task)
        {
            let is_owned = self.has(&Meaning::Role) || self.has_parts() || !owners.is_empty();
            self.taken[person] = Some(if is_owned { Meaning::Assignee } else { Meaning::Role });
        }
        // Whose the crosses are: the words that come again before the tasks.
        if self.is_crossed() && !self.has(&Meaning::Role) {
            let task = self.taken.iter().position(|taken| taken.as_ref() == Some(&Meaning::Task));
            let is_repeated = |at: &usize| {
                let column = &self.columns[*at];
                column.mostly(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 1)
                    && column.different() < column.cells.len()
                    && Some(*at) != task
            };
            let at = self.free().into_iter().filter(|at| task.is_none_or(|task| *at < task)).find(is_repeated);
            if let Some(at) = at {
                self.taken[at] = Some(Meaning::Role);
            }
        }
        let is_named = self.has(&Meaning::Role);
        let is_answered = self.has(&Meaning::Accountable);
        let order = sure.iter().chain(owners.iter().filter(|at| !sure.contains(at)));
        for at in order.copied() {
            let meaning = if is_answered || self.has_parts() && !is_named {
                // The letters say who answers; a person beside them only does it.
                if self.has(&Meaning::Assignee) { Meaning::Kept } else { Meaning::Assignee }
            } else if !self.has(&Meaning::Role) {
                Meaning::Role
            } else if is_named && !self.has(&Meaning::Assignee) {
                Meaning::Assignee
            } else if is_named {
                Meaning::Kept
            } else {
                Meaning::Responsible
            };
            self.taken[at] = Some(meaning);
        }
        for at in roles.into_iter().filter(|at| self.taken[*at].is_none()).collect::<Vec<_>>() {
            self.taken[at] = Some(Meaning::Kept);
        }
    }

    /// The column of tasks where no title says it: the first of words before the letters, or beside an owner.
    pub(super) fn tasks(&mut self) {
        if self.has(&Meaning::Task) {
            for at in self.free() {
                if self.columns[at].is(&Title::Outcome) || self.columns[at].means(&Meaning::Task) {
                    self.taken[at] = Some(Meaning::Kept);
                }
            }
            return;
        }
        if self
            .taken
            .iter()
            .flatten()
            .any(|taken| matches!(taken, Meaning::PartOfTask(_) | Meaning::Giver | Meaning::Receiver))
        {
            return;
        }
        let has_owner = self.columns.iter().zip(&self.taken).any(|(column, taken)| {
            column.is(&Title::Owner) && column.is_sure() && taken.as_ref() == Some(&Meaning::Role)
        });
        let is_of_tasks =
            self.is_raci() || has_owner || self.is_counted || self.has(&Meaning::Status) && self.has(&Meaning::Role);
        let is_of_others =
            [Meaning::Responsibility, Meaning::Mandate, Meaning::Person, Meaning::Holders, Meaning::Email]
                .iter()
                .any(|meaning| self.has(meaning));
        let free = self.free();
        let by = |wanted: &dyn Fn(&Column<'_>) -> bool| free.iter().copied().find(|at| wanted(&self.columns[*at]));
        let last =
            self.taken.iter().position(|taken| taken.as_ref().is_some_and(Meaning::is_part)).unwrap_or(usize::MAX);
        // A title with "task" in it is enough beside a mark of who does what.
        let contained = by(&|column| column.means(&Meaning::Task));
        let outcome = by(&|column| column.is(&Title::Outcome) && column.is_sure());
        let unknown = free
            .iter()
            .copied()
            .filter(|at| *at < last)
            .find(|at| self.columns[*at].known.is_none() && self.columns[*at].names_tasks(self.rows));
        let described = self.taken.iter().position(|taken| taken.as_ref() == Some(&Meaning::Detail));
        let weak = free.iter().copied().filter(|at| *at < last).find(|at| self.columns[*at].names_tasks(self.rows));
        // "Rollout, acceptance, training" come again under every heading.
        let words = |at: &usize| {
            let column = &self.columns[*at];
            column.mostly(|text| text.chars().filter(|c| c.is_alphabetic()).count() > 2)
                && column.cells.len() * 2 > self.rows
        };
        let before: Vec<usize> = free.iter().copied().filter(|at| *at < last && words(at)).collect();
        let only = if let ([only], true) = (before.as_slice(), self.has_parts()) { Some(*only) } else { None };
        let chosen = if is_of_tasks && (!is_of_others || self.is_raci()) {
            contained.or(unknown).or(outcome).or(weak).or(only).or(described)
        } else if is_of_others || self.has(&Meaning::Role) {
            None
        } else {
            outcome.filter(|_| self.has(&Meaning::Status) || self.has(&Meaning::Due))
        };
        // "Phase, Responsible, Accountable": what else is grouped is the task itself.
        let grouped = self.taken.iter().position(|taken| taken.as_ref() == Some(&Meaning::Step));
        let grouped = grouped.filter(|at| self.is_raci() && self.columns[*at].names_tasks(self.rows));
        if let Some(at) = chosen.or(grouped) {
            self.taken[at] = Some(Meaning::Task);
            for at in self.free() {
                if self.columns[at].is(&Title::Outcome) {
                    self.taken[at] = Some(Meaning::Kept);
                }
            }
        }
    }

    /// A role's short code beside its full name: the code is its letter.
    pub(super) fn roles_as_codes(&mut self) {
        let role = self.taken.iter().position(|taken| taken.as_ref() == Some(&Meaning::Role));
        let person = self.taken.iter().position(|taken| taken.as_ref() == Some(&Meaning::Person));
        let (Some(role), Some(person)) = (role, person) else { return };
        let is_code =
            |text: &str| text.chars().count() <= 4 && text.chars().all(|c| c.is_uppercase() || c.is_numeric());
        let is_full =
            ["full name", "nom complet", "name", "nom"].contains(&folded(self.columns[person].title).as_str());
        if is_full
            && self.columns[role].mostly(is_code)
            && !self.columns[person].mostly(is_code)
            && !self.has(&Meaning::Task)
        {
            self.taken[person] = Some(Meaning::Role);
            self.taken[role] = Some(if self.has(&Meaning::Letter) { Meaning::Left } else { Meaning::Letter });
        }
    }

    /// A column before the tasks whose cells repeat, or are written once for several rows, groups them.
    pub(super) fn groups(&mut self) {
        let Some(task) = self.taken.iter().position(|taken| taken.as_ref() == Some(&Meaning::Task)) else { return };
        if self.has(&Meaning::Step) {
            return;
        }
        for at in self.free() {
            let column = &self.columns[at];
            let is_known_step = column.means(&Meaning::Step);
            let is_group = at < task
                && column.known.is_none()
                && column.cells.len() > 1
                && column.mostly(|cell| cell.chars().filter(|c| c.is_alphabetic()).count() > 2)
                && (column.different() * 10 <= column.cells.len() * 6 || column.cells.len() * 10 <= self.rows * 6);
            if is_known_step || is_group {
                self.taken[at] = Some(Meaning::Step);
                return;
            }
        }
    }
}

/// A name that a program gave: long, and no word.
fn is_reference(text: &str) -> bool {
    let letters = text.chars().count();
    letters >= 12 && !text.contains(' ') && text.chars().any(|c| c.is_ascii_digit())
}

fn is_lettered(text: &str) -> bool {
    !matches!(cell(text), Cell::Odd)
}

fn is_whole(text: &str) -> bool {
    text.parse::<u32>().is_ok()
}
