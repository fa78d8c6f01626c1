//! Key skills and typical tasks of a role: short lists in the facilitator's order.

use super::{Role, RoleId, Skill, SkillId, TypicalTask, TypicalTaskId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, clean_title, position};

/// The most skills, and the most typical tasks, of one role.
pub const EXAMPLES_MAX: usize = 100;

impl Library {
    /// Adds key skills after those a role has, all in one step.
    ///
    /// # Errors
    /// [`Error::Invalid`] and [`Error::TooLong`] for a name, or beyond [`EXAMPLES_MAX`]; nothing is added then.
    pub fn skills_add(
        &mut self,
        workshop_id: &WorkshopId,
        role: &RoleId,
        names: &[String],
    ) -> Result<Committed<Vec<SkillId>>> {
        self.commit(Operation::new(workshop_id, "skill-add"), |tx| {
            let role: Role = tx.get(role)?;
            tx.name("letter", &role.letter);
            let own: Vec<Skill> =
                tx.list(workshop_id)?.into_iter().filter(|row: &Skill| row.role_id == role.id).collect();
            if own.len() + names.len() > EXAMPLES_MAX {
                return Err(Error::too_many("skill", EXAMPLES_MAX));
            }
            let keys = position::sequence(own.last().map(|row| row.position.as_str()), names.len());
            let mut added = Vec::with_capacity(names.len());
            for (name, position) in names.iter().zip(keys) {
                let skill = Skill {
                    id: SkillId(tx.new_id()),
                    workshop_id: workshop_id.clone(),
                    role_id: role.id.clone(),
                    position,
                    name: clean_title("name", name)?,
                };
                tx.insert(&skill)?;
                added.push(skill.id);
            }
            Ok(added)
        })
    }

    /// Renames a skill; typing on is one step.
    ///
    /// # Errors
    /// [`Error::NotFound`]; as for the name.
    pub fn skill_edit(&mut self, workshop_id: &WorkshopId, id: &SkillId, name: &str) -> Result<Committed<()>> {
        let name = clean_title("name", name)?;
        self.commit(Operation::new(workshop_id, "skill-edit").coalescing(format!("skill-edit:{id}")), |tx| {
            let mut skill: Skill = tx.get(id)?;
            tx.name("letter", tx.get::<Role>(&skill.role_id)?.letter);
            skill.name = name;
            tx.update(&skill)
        })
    }

    /// Removes a skill.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn skill_delete(&mut self, workshop_id: &WorkshopId, id: &SkillId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "skill-delete"), |tx| {
            let skill: Skill = tx.get(id)?;
            tx.name("letter", tx.get::<Role>(&skill.role_id)?.letter);
            tx.delete::<Skill>(id)
        })
    }

    /// Adds typical tasks after those a role has, all in one step.
    ///
    /// # Errors
    /// As for [`Library::skills_add`].
    pub fn typical_tasks_add(
        &mut self,
        workshop_id: &WorkshopId,
        role: &RoleId,
        titles: &[String],
    ) -> Result<Committed<Vec<TypicalTaskId>>> {
        self.commit(Operation::new(workshop_id, "typical-task-add"), |tx| {
            let role: Role = tx.get(role)?;
            tx.name("letter", &role.letter);
            let own: Vec<TypicalTask> =
                tx.list(workshop_id)?.into_iter().filter(|row: &TypicalTask| row.role_id == role.id).collect();
            if own.len() + titles.len() > EXAMPLES_MAX {
                return Err(Error::too_many("typical_task", EXAMPLES_MAX));
            }
            let keys = position::sequence(own.last().map(|row| row.position.as_str()), titles.len());
            let mut added = Vec::with_capacity(titles.len());
            for (title, position) in titles.iter().zip(keys) {
                let task = TypicalTask {
                    id: TypicalTaskId(tx.new_id()),
                    workshop_id: workshop_id.clone(),
                    role_id: role.id.clone(),
                    position,
                    title: clean_title("title", title)?,
                };
                tx.insert(&task)?;
                added.push(task.id);
            }
            Ok(added)
        })
    }

    /// Changes the words of a typical task; typing on is one step.
    ///
    /// # Errors
    /// [`Error::NotFound`]; as for the title.
    pub fn typical_task_edit(
        &mut self,
        workshop_id: &WorkshopId,
        id: &TypicalTaskId,
        title: &str,
    ) -> Result<Committed<()>> {
        let title = clean_title("title", title)?;
        let operation = Operation::new(workshop_id, "typical-task-edit").coalescing(format!("typical-task-edit:{id}"));
        self.commit(operation, |tx| {
            let mut task: TypicalTask = tx.get(id)?;
            tx.name("letter", tx.get::<Role>(&task.role_id)?.letter);
            task.title = title;
            tx.update(&task)
        })
    }

    /// Removes a typical task.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn typical_task_delete(&mut self, workshop_id: &WorkshopId, id: &TypicalTaskId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "typical-task-delete"), |tx| {
            let task: TypicalTask = tx.get(id)?;
            tx.name("letter", tx.get::<Role>(&task.role_id)?.letter);
            tx.delete::<TypicalTask>(id)
        })
    }
}
