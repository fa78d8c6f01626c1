//! Cards made of other cards, or of text from elsewhere.

use std::collections::HashMap;

use super::{
    Column, Involvement, InvolvementId, Serving, ServingId, Task, TaskDependency, TaskDependencyId, TaskId, TaskStatus,
    numbers,
};
use crate::role::{Role, RoleId};
use crate::tag::{Tagging, TaggingId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx, clean_line, clean_title, position};

/// The most cards one paste makes.
pub const PASTE_MAX: usize = 200;

/// Title and detail of each card in a pasted text: one a line, a detail after a tab; list marks are left out.
#[must_use]
pub fn pasted_lines(text: &str) -> Vec<(String, String)> {
    text.lines()
        .map(|line| {
            let (title, detail) = line.trim_end().split_once('\t').unwrap_or((line, ""));
            (without_mark(title.trim()).to_owned(), detail.replace('\t', " ").trim().to_owned())
        })
        .filter(|(title, _)| !title.is_empty())
        .collect()
}

/// A line without the dash, bullet, box or number of a list before it.
fn without_mark(line: &str) -> &str {
    let unmarked =
        ["- [ ] ", "- [x] ", "- ", "* ", "• ", "– ", "— ", "· "].iter().find_map(|mark| line.strip_prefix(mark));
    if let Some(rest) = unmarked {
        return rest.trim_start();
    }
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = digits.len() < line.len() && line.len() - digits.len() <= 4;
    let rest = [". ", ") "].iter().find_map(|mark| digits.strip_prefix(mark)).filter(|_| is_number);
    rest.map_or(line, str::trim_start)
}

impl Library {
    /// Makes cards of a pasted text, last of a lane and column.
    ///
    /// # Errors
    /// [`Rule::Empty`] when there is no line; [`Error::Invalid`] beyond [`PASTE_MAX`]; [`Error::TooLong`] for a line.
    pub fn task_paste(
        &mut self,
        workshop_id: &WorkshopId,
        lane: Option<&RoleId>,
        column: &Column,
        text: &str,
    ) -> Result<Committed<Vec<TaskId>>> {
        let lines = pasted_lines(text);
        if lines.is_empty() {
            return Err(Error::invalid("title", Rule::Empty));
        }
        if lines.len() > PASTE_MAX {
            return Err(Error::too_many("task", PASTE_MAX));
        }
        self.commit(Operation::new(workshop_id, "task-paste"), |tx| {
            tx.name("count", lines.len());
            tx.ensure::<Role>(lane)?;
            let mut last: Option<String> =
                tx.value(include_str!("../store/task/last_position.sql"), [workshop_id.as_str()])?;
            let mut workshop: Workshop = tx.get(workshop_id)?;
            let mut ids = Vec::with_capacity(lines.len());
            for (title, detail) in &lines {
                workshop.last_task_number += 1;
                let mut task = Task {
                    title: clean_title("title", title)?,
                    detail: clean_line("detail", detail)?,
                    role_id: lane.cloned(),
                    position: position::between(last.as_deref(), None),
                    ..Task::draft(TaskId(tx.new_id()), &workshop)
                };
                column.put(tx, &mut task)?;
                tx.insert(&task)?;
                last = Some(task.position);
                ids.push(task.id);
            }
            tx.update(&workshop)?;
            Ok(ids)
        })
    }

    /// Copies cards, each right after its original, with step, parts, tags, what they serve and what they wait for; copies of cards
    /// that wait for each other wait for the copies. A copy is to do.
    ///
    /// # Errors
    /// [`Error::NotFound`]; nothing is copied then.
    pub fn task_duplicate(&mut self, workshop_id: &WorkshopId, ids: &[TaskId]) -> Result<Committed<Vec<TaskId>>> {
        self.commit(Operation::new(workshop_id, "task-duplicate"), |tx| {
            let originals = ids.iter().map(|id| tx.get(id)).collect::<Result<Vec<Task>>>()?;
            tx.name("count", originals.len());
            tx.name("number", numbers(&originals));
            let mut workshop: Workshop = tx.get(workshop_id)?;
            let mut tasks: Vec<Task> = tx.list(workshop_id)?;
            let mut copies: HashMap<TaskId, TaskId> = HashMap::new();
            let mut made = Vec::with_capacity(originals.len());
            for original in &originals {
                let next = tasks.iter().map(|task| &task.position).filter(|key| **key > original.position).min();
                workshop.last_task_number += 1;
                let copy = Task {
                    id: TaskId(tx.new_id()),
                    number: workshop.last_task_number,
                    status: TaskStatus::Todo,
                    position: position::between(Some(&original.position), next.map(String::as_str)),
                    ..original.clone()
                };
                tx.insert(&copy)?;
                copies.insert(original.id.clone(), copy.id.clone());
                made.push(copy.id.clone());
                tasks.push(copy);
            }
            tx.update(&workshop)?;
            copy_links(tx, workshop_id, &copies)?;
            Ok(made)
        })
    }
}

/// Gives copies what their originals are linked with.
fn copy_links(tx: &Tx<'_>, workshop_id: &WorkshopId, copies: &HashMap<TaskId, TaskId>) -> Result<()> {
    for row in tx.list::<Involvement>(workshop_id)? {
        if let Some(task_id) = copies.get(&row.task_id).cloned() {
            tx.insert(&Involvement { id: InvolvementId(tx.new_id()), task_id, ..row })?;
        }
    }
    for row in tx.list::<Tagging>(workshop_id)? {
        if let Some(task_id) = row.task_id.as_ref().and_then(|id| copies.get(id)).cloned() {
            tx.insert(&Tagging { id: TaggingId(tx.new_id()), task_id: Some(task_id), ..row })?;
        }
    }
    for row in tx.list::<Serving>(workshop_id)? {
        if let Some(task_id) = copies.get(&row.task_id).cloned() {
            tx.insert(&Serving { id: ServingId(tx.new_id()), task_id, ..row })?;
        }
    }
    for row in tx.list::<TaskDependency>(workshop_id)? {
        if let Some(task_id) = copies.get(&row.task_id).cloned() {
            let needs_id = copies.get(&row.needs_id).unwrap_or(&row.needs_id).clone();
            tx.insert(&TaskDependency { id: TaskDependencyId(tx.new_id()), task_id, needs_id, ..row })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_pasted_list_loses_its_marks_and_keeps_its_words() {
        let text = "- Ouvrir les accès\n\n  2. Écrire le schéma\tavec B\n• [brouillon]\n2026 en chiffres\n— Relier\r\n3.5 points";
        let lines = pasted_lines(text);
        let titles: Vec<&str> = lines.iter().map(|(title, _)| title.as_str()).collect();
        assert_eq!(
            titles,
            ["Ouvrir les accès", "Écrire le schéma", "[brouillon]", "2026 en chiffres", "Relier", "3.5 points"]
        );
        assert_eq!(lines[1].1, "avec B");
    }
}
