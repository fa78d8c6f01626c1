//! Merging two roles: everything of one goes to the other.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Role, RoleId, Skill, TypicalTask};
use crate::agenda::AgendaItem;
use crate::analysis::wording::Wording;
use crate::contract::{Contract, ContractId};
use crate::outcome::Outcome;
use crate::person::RoleHolder;
use crate::resource::Resource;
use crate::responsibility::{Responsibility, Slip};
use crate::step::Step;
use crate::task::{Involvement, Part, Task};
use crate::workshop::WorkshopId;
use crate::{Committed, Contents, Error, Library, NOTES_MAX, Operation, Record, Result, Rule, Tx, position};

/// What merging a role into another changes, said before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RoleMerge {
    /// Tasks that change lane.
    pub tasks: u32,
    /// Responsibilities that change role.
    pub responsibilities: u32,
    /// Steps that change lead.
    pub steps: u32,
    /// Contract lines with third roles, which follow.
    pub contracts: u32,
    /// Lines between the two roles: a role makes no contract with itself, so they are deleted.
    pub self_contracts: Vec<ContractId>,
    /// Holders who take on the other role (those who hold both already are not counted).
    pub holders: u32,
}

/// What merging `from` into `into` would change.
pub fn merging(contents: &Contents, from: &RoleId, into: &RoleId) -> RoleMerge {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let is = |role: &Option<RoleId>| role.as_ref() == Some(from);
    let touches = |line: &&Contract| line.giver_id == *from || line.receiver_id == *from;
    let (between, third): (Vec<&Contract>, Vec<&Contract>) =
        contents.contracts.iter().filter(touches).partition(|line| line.giver_id == *into || line.receiver_id == *into);
    let holds = |role: &RoleId, row: &RoleHolder| {
        contents.role_holders.iter().any(|other| other.role_id == *role && other.person_id == row.person_id)
    };
    RoleMerge {
        tasks: count(contents.tasks.iter().filter(|row| is(&row.role_id)).count()),
        responsibilities: count(contents.responsibilities.iter().filter(|row| is(&row.role_id)).count()),
        steps: count(contents.steps.iter().filter(|row| is(&row.role_id)).count()),
        contracts: count(third.len()),
        self_contracts: between.into_iter().map(|line| line.id.clone()).collect(),
        holders: count(contents.role_holders.iter().filter(|row| row.role_id == *from && !holds(into, row)).count()),
    }
}

impl Library {
    /// Merges a role into another, which keeps its letter, name and colour. Tasks, responsibilities, steps, parts
    /// in tasks, contracts, slips, links, holders, skills and typical tasks follow; mandate and first step are put
    /// one after the other. Contracts between the two are deleted ([`merging`] names them). Where both had a part
    /// in a task the weightier stays.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a role with itself; [`Error::TooLong`] when the two mandates do not fit into one.
    pub fn role_merge(&mut self, workshop_id: &WorkshopId, from: &RoleId, into: &RoleId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "role-merge"), |tx| {
            if from == into {
                return Err(Error::invalid("role", Rule::SameRole));
            }
            let source: Role = tx.get(from)?;
            let mut target: Role = tx.get(into)?;
            tx.name("letter", &source.letter);
            tx.name("into", &target.letter);
            target.mandate = joined("mandate", &target.mandate, &source.mandate)?;
            target.first_step = joined("first_step", &target.first_step, &source.first_step)?;
            tx.update(&target)?;

            let move_ = Move { tx, workshop_id, from, into };
            move_.examples()?;
            move_.parts()?;
            move_.owned::<Task>(|row| &mut row.role_id, Some(|row| &mut row.position))?;
            move_.owned::<Responsibility>(|row| &mut row.role_id, Some(|row| &mut row.position))?;
            move_.owned::<Resource>(|row| &mut row.role_id, Some(|row| &mut row.position))?;
            move_.owned::<Step>(|row| &mut row.role_id, None)?;
            move_.owned::<Slip>(|row| &mut row.role_id, None)?;
            move_.owned::<AgendaItem>(|row| &mut row.presenter_role_id, None)?;
            move_.owned::<Outcome>(|row| &mut row.owner_role_id, None)?;
            move_.contracts()?;
            for mut slip in tx.list::<Slip>(workshop_id)?.into_iter().filter(|row| row.author_id == *from) {
                slip.author_id = into.clone();
                tx.update(&slip)?;
            }
            let holders: Vec<RoleHolder> = tx.list(workshop_id)?;
            for row in holders.iter().filter(|row| row.role_id == *from) {
                if !holders.iter().any(|other| other.role_id == *into && other.person_id == row.person_id) {
                    tx.update(&RoleHolder { role_id: into.clone(), ..row.clone() })?;
                }
            }
            tx.delete::<Role>(from)
        })
    }
}

struct Move<'a> {
    tx: &'a Tx<'a>,
    workshop_id: &'a WorkshopId,
    from: &'a RoleId,
    into: &'a RoleId,
}

impl Move<'_> {
    /// Rows that name their role; with a position they go after those of the other role, in their order.
    fn owned<R: Record>(
        &self,
        role: impl Fn(&mut R) -> &mut Option<RoleId>,
        place: Option<fn(&mut R) -> &mut String>,
    ) -> Result<()> {
        let rows: Vec<R> = self.tx.list(self.workshop_id)?;
        let mut last: Option<String> = None;
        for row in &rows {
            let mut row = row.clone();
            if let Some(place) = place
                && role(&mut row).as_ref() == Some(self.into)
            {
                last = Some(std::mem::take(place(&mut row)));
            }
        }
        for mut row in rows {
            if role(&mut row).as_ref() != Some(self.from) {
                continue;
            }
            *role(&mut row) = Some(self.into.clone());
            if let Some(place) = place {
                let key = position::between(last.as_deref(), None);
                place(&mut row).clone_from(&key);
                last = Some(key);
            }
            self.tx.update(&row)?;
        }
        Ok(())
    }

    /// Skills and typical tasks that the other role does not have in near-equal words.
    fn examples(&self) -> Result<()> {
        let skills: Vec<Skill> = self.tx.list(self.workshop_id)?;
        let own: Vec<&Skill> = skills.iter().filter(|row| row.role_id == *self.into).collect();
        let mut last = own.last().map(|row| row.position.clone());
        for row in skills.iter().filter(|row| row.role_id == *self.from) {
            if own.iter().any(|other| Wording::of(&other.name).is_near(&Wording::of(&row.name))) {
                continue;
            }
            let key = position::between(last.as_deref(), None);
            self.tx.update(&Skill { role_id: self.into.clone(), position: key.clone(), ..row.clone() })?;
            last = Some(key);
        }
        let tasks: Vec<TypicalTask> = self.tx.list(self.workshop_id)?;
        let own: Vec<&TypicalTask> = tasks.iter().filter(|row| row.role_id == *self.into).collect();
        let mut last = own.last().map(|row| row.position.clone());
        for row in tasks.iter().filter(|row| row.role_id == *self.from) {
            if own.iter().any(|other| Wording::of(&other.title).is_near(&Wording::of(&row.title))) {
                continue;
            }
            let key = position::between(last.as_deref(), None);
            self.tx.update(&TypicalTask { role_id: self.into.clone(), position: key.clone(), ..row.clone() })?;
            last = Some(key);
        }
        Ok(())
    }

    /// Parts in tasks: accountable (the lane) over responsible over consulted over informed.
    fn parts(&self) -> Result<()> {
        let parts: Vec<Involvement> = self.tx.list(self.workshop_id)?;
        let tasks: Vec<Task> = self.tx.list(self.workshop_id)?;
        let is_lane = |part: &Involvement, role: &RoleId| {
            tasks.iter().any(|task| task.id == part.task_id && task.role_id.as_ref() == Some(role))
        };
        for part in &parts {
            let twin =
                |role: &RoleId| parts.iter().find(|other| other.task_id == part.task_id && other.role_id == *role);
            if part.role_id == *self.into && is_lane(part, self.from) {
                self.tx.delete::<Involvement>(&part.id)?;
            } else if part.role_id == *self.from {
                match twin(self.into) {
                    // The row of the merged role goes with the role.
                    _ if is_lane(part, self.into) => {}
                    None => self.tx.update(&Involvement { role_id: self.into.clone(), ..part.clone() })?,
                    Some(other) if weight(part.part) > weight(other.part) => {
                        self.tx.update(&Involvement { part: part.part, ..other.clone() })?;
                    }
                    Some(_) => {}
                }
            }
        }
        Ok(())
    }

    fn contracts(&self) -> Result<()> {
        for mut line in self.tx.list::<Contract>(self.workshop_id)? {
            let ends = [line.giver_id.clone(), line.receiver_id.clone()];
            if !ends.contains(self.from) {
                continue;
            }
            if ends.contains(self.into) {
                self.tx.delete::<Contract>(&line.id)?;
                continue;
            }
            for end in [&mut line.giver_id, &mut line.receiver_id] {
                if end == self.from {
                    end.clone_from(self.into);
                }
            }
            self.tx.update(&line)?;
        }
        Ok(())
    }
}

fn weight(part: Part) -> u8 {
    match part {
        Part::Responsible => 3,
        Part::Consulted => 2,
        Part::Informed => 1,
    }
}

fn joined(field: &'static str, one: &str, other: &str) -> Result<String> {
    if one.is_empty() || one == other {
        return Ok(other.to_owned());
    }
    if other.is_empty() {
        return Ok(one.to_owned());
    }
    let both = format!("{one}\n\n{other}");
    if both.chars().count() > NOTES_MAX as usize {
        return Err(Error::TooLong { field, limit: NOTES_MAX });
    }
    Ok(both)
}
